//! How many come back to a stage from a later one, as a share of those who reached it.

use super::drop_off::{few, shown, small_groups};
use super::{Reader, numbers};
use crate::model::{Map, Measurement, SegmentId, StageId};
use std::collections::BTreeMap;

/// `18 %` for each measured stage of an audience (all for `None`), as far as it may be shown to somebody: who came back is
/// hidden where they or those who reached the stage are few.
///
/// Nothing of a measurement in which nobody did anything twice: it was made of counts, or before that was counted.
///
/// Coming back is counted as [`crate::model::StageFigure::returned`] says, from whichever later stage.
pub fn came_back(map: &Map, segment: Option<SegmentId>, reader: Reader) -> BTreeMap<StageId, String> {
    let rule = small_groups(map);
    let is_counted = |measurement: &Measurement| {
        measurement.all.stages.iter().any(|figure| figure.repeated > 0 || figure.returned > 0)
    };
    if !map.measurement().is_some_and(|(_, measurement)| is_counted(measurement)) {
        return BTreeMap::new();
    }
    let rows = shown(map, segment, reader).into_iter().filter(|row| !row.too_few && !row.protects);
    let share = |row: &super::FigureRow| {
        let reached = row.reached.filter(|reached| *reached > 0)?;
        let is_shown = few(rule, row.counted, reached, Some(row.returned)).is_none();
        is_shown.then(|| numbers::percent(100.0 * row.returned as f64 / reached as f64))
    };
    rows.filter_map(|row| Some((row.stage, share(&row)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    #[test]
    fn a_share_is_of_those_who_reached_the_stage_and_a_few_who_came_back_are_not_told() {
        let mut map = sample::map().to_tables();
        assert!(
            came_back(&sample::map(), None, Reader::Analyst).is_empty(),
            "the sample's figures are of before that was counted"
        );
        let (id, mut measured) = map.measurement().map(|(id, measured)| (id, measured.clone())).unwrap();
        let (first, second) = (measured.stages[0], measured.stages[1]);
        measured.all.stages[0].reached = 4_000;
        measured.all.stages[0].dropped = 1_000;
        measured.all.stages[0].returned = 730;
        measured.all.stages[1].returned = 2;
        map.measurements.insert(id, measured);
        let map = Map::new(map).unwrap();
        let shares = came_back(&map, None, Reader::Analyst);
        assert_eq!(shares[&first], "18.3 %");
        assert!(!shares.contains_key(&second), "two persons are not told of: {shares:?}");
        assert!(came_back(&Map::default(), None, Reader::Analyst).is_empty());
    }
}
