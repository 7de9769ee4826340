//! The map's leaks in money: every measured stage of every measured audience, with what is at stake and what matching the
//! best segment would recover.
//!
//! The formulas are those of `behaviour::leaks`; here they meet the map's counts and values.

use touchline_words::{Said, said, say};

use crate::behaviour::leaks::{Group, Leak, Range, Recovery, best, leak, ranks, recovery};
use crate::behaviour::small_groups::SmallGroups;
use crate::model::{CustomerValue, Map, Measurement, SegmentId, StageId};

/// What a leak is, in words, for the card beside the table.
pub const LEAK_DEFINITION: Said = said::figures_leak_definition;

/// One stage of one audience.
#[derive(Clone, Debug, PartialEq)]
pub struct LeakRow {
    pub stage: StageId,
    pub stage_name: String,
    /// All audiences for `None`.
    pub segment: Option<SegmentId>,
    pub audience: String,
    /// What was counted, and what a customer of the audience is worth.
    pub group: Group,
    /// Among the rows of all audiences, or among those of segments; from 1.
    pub rank: Option<usize>,
    /// Too few customers to say anything.
    pub too_few: bool,
    pub leak: Leak,
    /// The segment with the lowest rate at the stage, and what its rate would keep here; `None` at that segment itself.
    pub best: Option<(SegmentId, String, Recovery)>,
}

/// The leaks of all audiences, then those of segments, each by rank and then in the order of the map. Empty when nothing
/// is measured.
pub fn leaks(map: &Map, small: &SmallGroups) -> Vec<LeakRow> {
    let Some((_, measurement)) = map.measurement() else { return Vec::new() };
    let (mut all, mut of_segments) = (Vec::new(), Vec::new());
    let audiences = map.segments_in_order();
    for (stage, record) in map.stages_in_order() {
        let segments: Vec<(SegmentId, &str, Group)> = audiences
            .iter()
            .filter_map(|(id, segment)| Some((*id, segment.name.as_str(), group(map, measurement, Some(*id), stage)?)))
            .collect();
        let groups: Vec<Group> = segments.iter().map(|(_, _, group)| *group).collect();
        let best = best(&groups, small).and_then(|place| segments.get(place)).copied();
        let row = |segment: Option<SegmentId>, audience: &str, group: Group| {
            let better = best.filter(|(id, ..)| segment != Some(*id));
            Some(LeakRow {
                stage,
                stage_name: record.name.clone(),
                segment,
                audience: audience.to_owned(),
                group,
                rank: None,
                too_few: small.holds(group.dropped, group.reached),
                leak: leak(&group)?,
                best: better.and_then(|(id, name, best)| Some((id, name.to_owned(), recovery(&group, &best)?))),
            })
        };
        all.extend(
            group(map, measurement, None, stage).and_then(|group| row(None, say!(figures_all_audiences), group)),
        );
        of_segments.extend(segments.iter().filter_map(|(id, name, group)| row(Some(*id), name, *group)));
    }
    ranked(&mut all, small);
    ranked(&mut of_segments, small);
    all.extend(of_segments);
    all
}

fn ranked(rows: &mut [LeakRow], small: &SmallGroups) {
    let groups: Vec<Group> = rows.iter().map(|row| row.group).collect();
    for (row, rank) in rows.iter_mut().zip(ranks(&groups, small)) {
        row.rank = rank;
    }
    rows.sort_by_key(|row| (row.rank.is_none(), row.rank));
}

/// An audience's counts at a stage from which it can drop.
fn group(map: &Map, measurement: &Measurement, segment: Option<SegmentId>, stage: StageId) -> Option<Group> {
    let (figure, is_last) = measurement.at(segment, stage)?;
    let own = segment.and_then(|id| map.segments.get(&id)?.value);
    let value = own.or(map.meta.value).map(|CustomerValue { low, likely, high }| Range { low, likely, high });
    (!is_last && figure.reached > 0).then_some(Group { reached: figure.reached, dropped: figure.dropped, value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    fn valued() -> Map {
        let mut map = sample::map();
        map.meta.value = Some(CustomerValue { low: 20.0, likely: 35.0, high: 60.0 });
        map
    }

    #[test]
    fn the_largest_lower_end_comes_first() {
        let map = valued();
        let rows = leaks(&map, &SmallGroups::default());
        let all: Vec<&LeakRow> = rows.iter().filter(|row| row.segment.is_none()).collect();
        assert_eq!(all.len(), 4, "the last stage has no leak");
        let lows: Vec<f64> = all.iter().map(|row| row.leak.at_stake.unwrap().low).collect();
        assert!(lows.windows(2).all(|pair| pair[0] >= pair[1]), "{lows:?}");
        assert_eq!(all.iter().map(|row| row.rank).collect::<Vec<_>>(), [1, 2, 3, 4].map(Some));
        let likely = all[0].leak.at_stake.unwrap().likely;
        assert_eq!(likely, all[0].group.dropped as f64 * 35.0);
    }

    #[test]
    fn a_segments_own_value_counts_for_it_and_the_best_segment_recovers_nothing() {
        let mut map = valued();
        map.segments.get_mut(&sample::FAMILIES).unwrap().value = Some(CustomerValue::exact(100.0));
        let rows = leaks(&map, &SmallGroups::default());
        let families: Vec<&LeakRow> = rows.iter().filter(|row| row.segment == Some(sample::FAMILIES)).collect();
        assert!(families.iter().all(|row| row.leak.at_stake.unwrap().likely == row.leak.lost.likely * 100.0));
        assert!(families.iter().all(|row| row.best.is_none()), "the only measured segment is the best");
        let all = rows.iter().find(|row| row.segment.is_none()).unwrap();
        assert_eq!(all.best.as_ref().map(|(id, ..)| *id), Some(sample::FAMILIES));
    }

    #[test]
    fn few_customers_are_shown_but_never_ranked() {
        let mut map = valued();
        for measurement in map.measurements.values_mut() {
            let figures = measurement.segments.get_mut(&sample::FAMILIES).unwrap();
            for figure in &mut figures.stages {
                (figure.reached, figure.dropped) = (29, 20.min(figure.dropped));
            }
        }
        let rows = leaks(&map, &SmallGroups::default());
        let families: Vec<&LeakRow> = rows.iter().filter(|row| row.segment.is_some()).collect();
        assert_eq!(families.len(), 4);
        assert!(families.iter().all(|row| row.too_few && row.rank.is_none()));
        assert!(rows.iter().all(|row| row.best.is_none()), "what is too small is no mark to match");
        map.measurements.clear();
        assert_eq!(leaks(&map, &SmallGroups::default()), []);
    }
}
