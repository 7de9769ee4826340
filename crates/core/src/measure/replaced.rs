//! What becomes of the figures that a map has when other ones are laid over it, in words.

use touchline_words::say;

use crate::model::{Edit, Map, Measurement};

/// `replaces the figures of shop_eu.csv, which stay as the former period`: what an edit does to the figures that are drawn.
/// `None` where there are none, or they stay as they are.
pub fn replaced(map: &Map, edit: &Edit) -> Option<String> {
    let (_, before) = map.measurement()?;
    let laid = map.after(edit).ok()?;
    let (newest, now) = laid.measurement()?;
    if is_same(now, before) && map.measurements.contains_key(&newest) {
        return None;
    }
    let stays = |one: &Measurement| laid.former_measurement().is_some_and(|(_, former)| is_same(former, one));
    let mut words = say!(measure_replaces, source = before.source);
    if stays(before) {
        words.push_str(say!(measure_stay_former));
    }
    if let Some((_, former)) = map.former_measurement().filter(|(_, former)| !stays(former)) {
        words.push_str(&say!(measure_former_go, source = former.source));
    }
    Some(words)
}

/// Whether two records tell of the same look at the same file.
fn is_same(one: &Measurement, other: &Measurement) -> bool {
    let seen = |m: &Measurement| (m.source.clone(), m.taken, m.first_time.clone(), m.last_time.clone());
    seen(one) == seen(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::measure::refresh::replacing;
    use crate::model::{IdSource, Verb};

    #[test]
    fn what_stays_and_what_goes_is_told_as_it_is() {
        let mut map = sample::map();
        let (id, first) = map.measurement().map(|(id, first)| (id, first.clone())).unwrap();
        map.measurements.retain(|one, _| *one == id);
        let lay = |map: &Map, source: &str, last: &str| {
            let new = Measurement { source: source.to_owned(), last_time: last.to_owned(), ..first.clone() };
            Edit::of(Verb::Lay(source.to_owned()), replacing(map, new, &mut IdSource::seeded(3)))
        };
        let eu = lay(&map, "eu.csv", "2027-01-01T00:00:00Z");
        let words = format!("replaces the figures of {}, which stay as the former period", first.source);
        assert_eq!(replaced(&map, &eu), Some(words));
        map.apply(eu).unwrap();
        let us = lay(&map, "us.csv", "2027-02-01T00:00:00Z");
        let words = replaced(&map, &us).unwrap();
        let gone = format!(
            "replaces the figures of eu.csv, which stay as the former period; those of {} before them go",
            first.source
        );
        assert_eq!(words, gone);
        let again = lay(&map, "eu (1).csv", "2027-01-01T00:00:00Z");
        assert_eq!(replaced(&map, &again).unwrap(), "replaces the figures of eu.csv", "a second look at the same days");
        assert_eq!(replaced(&map, &Edit::of(Verb::Begin, Vec::new())), None);
        map.measurements.clear();
        assert_eq!(replaced(&map, &lay(&map, "eu.csv", "2027-01-01T00:00:00Z")), None);
    }
}
