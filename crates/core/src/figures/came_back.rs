//! How many of those who reached a stage are seen again in an earlier one afterwards: the share of a loop.

use super::drop_off::{few, shown, small_groups};
use super::{Reader, numbers};
use crate::behaviour::statistics::wilson;
use crate::model::{Loop, Map, SegmentId, StageId};

/// What is known of those who take a loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CameBack {
    /// Nothing was measured, or not for these two stages in this order.
    Unknown,
    /// They, or those who reached the stage that the loop leaves, are few.
    TooFew,
    Share(Share),
}

/// The share of those who take a loop, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// `18.2 %`
    pub percent: String,
    /// `17.1–19.5 %`
    pub interval: String,
    /// How many were seen again, and of how many who reached the stage that the loop leaves.
    pub customers: String,
    pub of: String,
}

impl CameBack {
    /// The share alone; nothing where there is none to be told.
    pub fn percent(self) -> Option<String> {
        match self {
            Self::Share(share) => Some(share.percent),
            Self::Unknown | Self::TooFew => None,
        }
    }
}

/// Of those of an audience (all for `None`) who reached the stage that a loop leaves, how many were seen again afterwards in the
/// stage to which it leads, as far as it may be shown to somebody.
///
/// An export says it of an audience only where of no audience it has to be hidden: what is missing would follow from the others.
pub fn came_back(map: &Map, segment: Option<SegmentId>, reader: Reader, way: &Loop) -> CameBack {
    let measured = map.measurement().map(|(_, measurement)| measurement);
    let Some(measurement) = measured.filter(|measurement| {
        // A log that no one can have come back in was made of counts, or before that was counted.
        measurement.all.seen_again.iter().flatten().any(|count| *count > 0)
    }) else {
        return CameBack::Unknown;
    };
    let Some((again, reached)) = measurement.seen_again(segment, way.from, way.to) else { return CameBack::Unknown };
    let rule = small_groups(map);
    let is_few = |(again, reached): (u64, u64)| few(rule, "", reached, Some(again)).is_some();
    let is_hidden = |stage: StageId| {
        let mut rows = shown(map, segment, reader).into_iter().filter(|row| row.stage == stage);
        rows.any(|row| row.too_few || row.protects || row.reached.is_none())
    };
    let mut audiences =
        measurement.segments.keys().filter_map(|id| measurement.seen_again(Some(*id), way.from, way.to));
    let tells_of_others = reader == Reader::Client && segment.is_some() && audiences.any(is_few);
    if is_few((again, reached)) || is_hidden(way.from) || tells_of_others {
        return CameBack::TooFew;
    }
    let Some(interval) = wilson(again, reached) else { return CameBack::TooFew };
    CameBack::Share(Share {
        percent: numbers::rate(interval.rate),
        interval: numbers::interval(&interval),
        customers: numbers::count(again),
        of: numbers::count(reached),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::Tables;

    fn way(from: StageId, to: StageId) -> Loop {
        Loop { from, to, label: String::new() }
    }

    /// The sample, of whose log it is known who was seen again: so many of the third stage in the second, and nobody else.
    fn measured(again: u64) -> (Tables, [StageId; 3]) {
        let mut map = sample::map().to_tables();
        let (id, mut measured) = map.measurement().map(|(id, measured)| (id, measured.clone())).unwrap();
        for figures in std::iter::once(&mut measured.all).chain(measured.segments.values_mut()) {
            figures.seen_again = (0..measured.stages.len()).map(|column| vec![0; column]).collect();
        }
        measured.all.stages[2].reached = 4_000;
        measured.all.stages[2].dropped = 1_000;
        measured.all.seen_again[2][1] = again;
        let stages = [measured.stages[0], measured.stages[1], measured.stages[2]];
        map.measurements.insert(id, measured);
        (map, stages)
    }

    #[test]
    fn the_share_is_that_of_the_two_stages_of_those_who_reached_the_one_that_the_loop_leaves() {
        let before = sample::map();
        let (map, [first, second, third]) = measured(730);
        let unknown = came_back(&before, None, Reader::Analyst, &way(third, second));
        assert_eq!(unknown, CameBack::Unknown, "the sample's figures are of before that was counted");
        let map = Map::new(map).unwrap();
        let shares = |from, to| came_back(&map, None, Reader::Analyst, &way(from, to));
        let CameBack::Share(share) = shares(third, second) else { panic!("{:?}", shares(third, second)) };
        assert_eq!((share.percent.as_str(), share.customers.as_str(), share.of.as_str()), ("18.2 %", "730", "4,000"));
        assert_eq!(shares(third, first).percent().as_deref(), Some("0.0 %"), "another pair has another share");
        assert_eq!(shares(second, third), CameBack::Unknown, "nobody comes back to what is later");
        assert_eq!(came_back(&Map::default(), None, Reader::Analyst, &way(third, second)), CameBack::Unknown);
    }

    #[test]
    fn a_few_who_came_back_are_not_told_of_nor_is_what_they_follow_from() {
        let (map, [_, second, third]) = measured(2);
        let map = Map::new(map).unwrap();
        assert_eq!(came_back(&map, None, Reader::Analyst, &way(third, second)), CameBack::TooFew);
        let (mut map, _) = measured(730);
        let (id, mut measured) = map.measurement().map(|(id, measured)| (id, measured.clone())).unwrap();
        let audience = *measured.segments.keys().next().unwrap();
        let mut other = measured.segments[&audience].clone();
        other.seen_again[2][1] = 3;
        measured.segments.insert(crate::model::SegmentId(2), other);
        measured.segments.get_mut(&audience).unwrap().seen_again[2][1] = 700;
        map.segments.insert(crate::model::SegmentId(2), map.segments[&audience].clone());
        map.measurements.insert(id, measured);
        let map = Map::new(map).unwrap();
        let told = |reader| came_back(&map, Some(audience), reader, &way(third, second));
        assert!(matches!(told(Reader::Analyst), CameBack::Share(_)), "{:?}", told(Reader::Analyst));
        assert_eq!(told(Reader::Client), CameBack::TooFew);
        assert!(matches!(came_back(&map, None, Reader::Client, &way(third, second)), CameBack::Share(_)));
    }
}
