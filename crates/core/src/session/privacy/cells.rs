//! A measurement without the figures of too few, and without those that they could be worked out from.
//!
//! An audience of which any figure may not be given away goes with all of its counts; where one of all audiences may not, the
//! measurement goes. [`crate::figures::all_given_away`] is the rule, asked again until nothing is left to hide.

use crate::behaviour::small_groups::SmallGroups;
use crate::figures::{all_given_away, small_groups};
use crate::model::{DroppedThen, Figures, Map, Measurement, SegmentId, TouchFigure};

/// What is left of a measurement, and how many counts of it went.
pub struct Left {
    /// `None` where nothing may be told of it.
    pub measurement: Option<Measurement>,
    /// The audiences whose counts went as a whole.
    pub audiences: Vec<SegmentId>,
    /// Further counts of too few.
    pub counts: usize,
}

/// The measurement as it may be given away under the map's rule.
pub fn without_few(map: &Map, measurement: &Measurement) -> Left {
    let mut left = measurement.clone();
    let mut audiences = Vec::new();
    loop {
        if !all_given_away(map, &left, None) {
            return Left { measurement: None, audiences, counts: 0 };
        }
        let hidden: Vec<SegmentId> =
            left.segments.keys().copied().filter(|id| !all_given_away(map, &left, Some(*id))).collect();
        if hidden.is_empty() {
            break;
        }
        left.segments.retain(|id, _| !hidden.contains(id));
        audiences.extend(hidden);
    }
    let counts = without_further(&mut left, &small_groups(map));
    Left { measurement: Some(left), audiences, counts }
}

/// What is told beside the stages: of all audiences what is of enough stays; of each audience nothing as soon as one count is of
/// too few, since it would follow from the others.
fn without_further(measurement: &mut Measurement, rule: &SmallGroups) -> usize {
    let few = |count: u64| count > 0 && count < rule.least();
    let mut gone = few_of(&mut measurement.multi_segment_customers, &few);
    let of_all = &mut measurement.all;
    gone += of_audience(of_all, &few);
    let mut each = measurement.segments.clone();
    let in_segments: usize = each.values_mut().map(|figures| of_audience(figures, &few)).sum();
    // Who is of no segment is an audience too.
    let sum = |of: &dyn Fn(&Figures) -> u64| measurement.segments.values().map(of).fold(0_u64, u64::saturating_add);
    let rest = of_all
        .reach
        .iter()
        .any(|(card, all)| few(all.saturating_sub(sum(&|figures| figures.reach.get(card).copied().unwrap_or(0)))));
    if in_segments > 0 || rest {
        for figures in measurement.segments.values_mut() {
            gone += figures.reach.len() + figures.touches.len() + figures.activities.len() + figures.then.len();
            figures.reach.clear();
            figures.touches.clear();
            figures.activities.clear();
            figures.then.clear();
            figures.seen_again.clear();
            for stage in &mut figures.stages {
                (stage.repeated, stage.returned) = (0, 0);
            }
        }
    }
    gone
}

fn few_of(count: &mut u64, few: &dyn Fn(u64) -> bool) -> usize {
    let is_few = few(*count);
    if is_few {
        *count = 0;
    }
    usize::from(is_few)
}

/// Takes the counts of too few out of an audience's figures; how many.
fn of_audience(figures: &mut Figures, few: &dyn Fn(u64) -> bool) -> usize {
    let Figures { customers, stages, then, seen_again, reach, touches, activities } = figures;
    let before = reach.len() + touches.len() + activities.len();
    reach.retain(|_, count| !few(*count) && !few(customers.saturating_sub(*count)));
    touches.retain(|touch| {
        let TouchFigure { event: _, first, last, first_of_converted, last_before_converted } = touch;
        ![first, last, first_of_converted, last_before_converted].iter().any(|count| few(**count))
    });
    activities.retain(|activity| !few(activity.times));
    let mut gone = before - (reach.len() + touches.len() + activities.len());
    for stage in stages {
        gone += few_of(&mut stage.repeated, few) + few_of(&mut stage.returned, few);
    }
    gone += then.iter_mut().map(|then| without_few_events(then, few)).sum::<usize>();
    if seen_again.iter().flatten().any(|count| few(*count)) {
        gone += seen_again.iter().flatten().filter(|count| few(**count)).count();
        seen_again.clear();
    }
    gone
}

/// What too few did next is told together with the others'; where those are too few as well, nothing is told.
fn without_few_events(then: &mut DroppedThen, few: &dyn Fn(u64) -> bool) -> usize {
    let (kept, small): (Vec<_>, Vec<_>) =
        std::mem::take(&mut then.events).into_iter().partition(|(_, count)| !few(*count));
    then.events = kept;
    then.other = small.iter().fold(then.other, |other, (_, count)| other.saturating_add(*count));
    if few(then.other) || few(then.nothing) {
        let gone = small.len() + 1;
        *then = DroppedThen::default();
        return gone;
    }
    small.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    const FAMILIES: SegmentId = sample::FAMILIES;

    fn with(change: impl FnOnce(&mut Measurement)) -> (Map, Measurement) {
        let mut map = sample::map();
        let (id, mut measurement) = map.measurement().map(|(id, measurement)| (id, measurement.clone())).unwrap();
        change(&mut measurement);
        map.measurements.insert(id, measurement.clone());
        (map, measurement)
    }

    #[test]
    fn what_is_of_enough_stays_as_it_is() {
        let (map, measurement) = with(|_| {});
        let left = without_few(&map, &measurement);
        assert_eq!((left.measurement, left.audiences, left.counts), (Some(measurement), vec![], 0));
    }

    #[test]
    fn an_audience_with_a_figure_of_too_few_goes_and_so_does_what_it_would_follow_from() {
        let (map, measurement) = with(|measurement| {
            let families = measurement.segments.get_mut(&FAMILIES).unwrap();
            let last = families.stages.len() - 1;
            families.stages[last].reached = 3;
            families.stages[last - 1].dropped = families.stages[last - 1].reached - 3;
        });
        let left = without_few(&map, &measurement);
        assert_eq!(left.audiences, [FAMILIES]);
        let (_, none) = with(|measurement| {
            measurement.segments.clear();
            measurement.all.stages[4].reached = 4;
            measurement.all.stages[3].dropped = measurement.all.stages[3].reached - 4;
        });
        assert_eq!(without_few(&map, &none).measurement, None);
        assert!(left.measurement.unwrap().segments.is_empty());
    }

    #[test]
    fn counts_of_too_few_beside_the_stages_go_and_those_of_their_neighbours() {
        let (map, measurement) = with(|measurement| {
            let card = crate::model::TouchpointId(30);
            let other = crate::model::TouchpointId(31);
            measurement.all.reach = [(card, 7_000), (other, 4)].into();
            measurement.all.stages[1].returned = 2;
            measurement.all.touches =
                vec![TouchFigure { event: "open".to_owned(), first: 9, ..TouchFigure::default() }];
            let families = measurement.segments.get_mut(&FAMILIES).unwrap();
            families.reach = [(card, 6_995)].into();
        });
        let left = without_few(&map, &measurement).measurement.unwrap();
        assert_eq!(left.all.reach.into_values().collect::<Vec<_>>(), [7_000]);
        assert!(left.all.touches.is_empty() && left.all.stages[1].returned == 0);
        assert!(left.segments[&FAMILIES].reach.is_empty(), "five of no segment would follow");
    }
}
