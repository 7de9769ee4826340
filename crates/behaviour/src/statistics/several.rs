//! Correction for having made several tests.

/// Holm's step-down correction (Holm 1979): each p-value in its place, made so large that a test under 0.05 is right
/// against the chance of even one false alarm among all. Values that are no probability count as 1.
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let clean: Vec<f64> = p_values.iter().map(|p| if (0.0..=1.0).contains(p) { *p } else { 1.0 }).collect();
    let mut order: Vec<usize> = (0..clean.len()).collect();
    order.sort_by(|a, b| clean.get(*a).unwrap_or(&1.0).total_cmp(clean.get(*b).unwrap_or(&1.0)));
    let mut corrected = vec![1.0; clean.len()];
    let mut least = 0.0_f64;
    for (nth, at) in order.into_iter().enumerate() {
        let tests_left = (clean.len() - nth) as f64;
        let p = clean.get(at).copied().unwrap_or(1.0);
        least = least.max((p * tests_left).min(1.0));
        if let Some(slot) = corrected.get_mut(at) {
            *slot = least;
        }
    }
    corrected
}
