//! The name that stands nearest to what was written, for whoever has mistyped one.

use touchline_words::say;

/// The name that a person probably meant, and how near it has to be: as many letters alike, whatever their order a little.
const NEAR: f64 = 0.8;

/// The nearest of some names to what was written; none where none is near.
pub fn nearest_to(written: &str, names: &[&str]) -> Option<String> {
    let plain = |text: &str| text.trim().to_lowercase();
    let near = |name: &&str| strsim::jaro_winkler(&plain(name), &plain(written));
    let best = names.iter().max_by(|one, other| near(one).total_cmp(&near(other)))?;
    (near(best) >= NEAR).then(|| (*best).to_owned())
}

/// What is expected in a cell, with the nearest of the names that may stand there.
pub fn with_nearest(expected: String, written: &str, names: &[&str]) -> String {
    match nearest_to(written, names) {
        Some(nearest) => say!(sheet_nearest, expected, nearest),
        None => expected,
    }
}
