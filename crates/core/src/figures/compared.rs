//! The measured segments of a map as the comparison takes them.

use crate::behaviour::compare::Group;
use crate::figures;
use crate::model::Map;

/// The stages that have a measured next one, from left to right, and every measured segment with its counts there, in the
/// map's order. `None` for fewer than two segments, or without such a stage.
pub fn groups(map: &Map) -> Option<(Vec<String>, Vec<Group>)> {
    let (_, measurement) = map.measurement()?;
    let all = figures::rows(map, None);
    let stages: Vec<String> = all.iter().filter(|row| row.dropped.is_some()).map(|row| row.name.clone()).collect();
    let measured = map.segments_in_order().into_iter().filter(|(id, _)| measurement.segments.contains_key(id));
    let group = |(id, segment): (_, &crate::model::Segment)| Group {
        name: segment.name.clone(),
        stages: figures::rows(map, Some(id)).iter().filter_map(|row| row.dropped.zip(row.reached)).collect(),
    };
    let groups: Vec<Group> = measured.map(group).collect();
    (groups.len() > 1 && !stages.is_empty()).then_some((stages, groups))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    #[test]
    fn one_measured_segment_is_nothing_to_compare() {
        assert_eq!(groups(&sample::map()), None);
    }

    #[test]
    fn each_segment_has_a_count_for_each_stage_that_has_a_next_one() {
        let mut map = sample::map();
        let other = map.segments_in_order().into_iter().map(|(id, _)| id).next_back().unwrap();
        let (_, measurement) = map.measurements.iter_mut().next().unwrap();
        let figures = measurement.segments.values().next().unwrap().clone();
        measurement.segments.insert(other, figures);
        let (stages, groups) = groups(&map).unwrap();
        assert_eq!(stages, ["Awareness", "Consideration", "Decision", "Onboarding"]);
        assert_eq!(groups.len(), 2);
        assert_eq!(groups[0].stages.len(), 4);
        assert_eq!(groups[0].stages[2], (1_533, 6_790));
    }
}
