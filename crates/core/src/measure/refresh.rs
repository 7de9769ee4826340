//! A newer import beside the one before it: what changed beyond chance, and where the map's estimates disagree with the data.
//!
//! The former measurement stays in the map, counts only, so that the river can show period against period.

use touchline_words::direction::Listed;
use touchline_words::say;

use crate::behaviour::changes::{self, Movement, Pair};
use crate::behaviour::small_groups::SmallGroups;
use crate::behaviour::statistics::{Interval, wilson};
use crate::figures::definition::different_rules;
use crate::figures::numbers;
use crate::model::{Change, IdSource, Map, Measurement, MeasurementId, SegmentId, StageId};

/// A rate of two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    pub stage: StageId,
    pub stage_name: String,
    /// All audiences for `None`.
    pub segment: Option<SegmentId>,
    pub audience: String,
    pub change: changes::Change,
}

/// An estimate of the map beside the measured rate.
#[derive(Clone, Debug, PartialEq)]
pub struct EstimateRow {
    pub stage: StageId,
    pub stage_name: String,
    /// 0 … 100.
    pub estimate: f64,
    pub now: Interval,
    /// Whether the estimate lies outside the interval.
    pub disagrees: bool,
}

/// What a newer measurement says that the one before did not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refresh {
    /// Stage by stage, all audiences first; those measured in both periods.
    pub rates: Vec<ChangeRow>,
    /// Of all audiences.
    pub estimates: Vec<EstimateRow>,
    /// Both files tell of the same days in part: the same customers may be counted twice, and the test is too sure then.
    pub periods_overlap: bool,
    /// In what the rules differ by which the two were counted; then nothing is said to have changed.
    pub other_rules: Vec<String>,
}

/// Holds a measurement against the one before it, if there is one, and against the map's estimates.
pub fn refresh(map: &Map, then: Option<&Measurement>, now: &Measurement, small: &SmallGroups) -> Refresh {
    let audiences = std::iter::once((None, say!(figures_all_audiences).to_owned()))
        .chain(map.segments_in_order().into_iter().map(|(id, segment)| (Some(id), segment.name.clone())));
    let audiences: Vec<(Option<SegmentId>, String)> = audiences.collect();
    let mut places = Vec::new();
    let mut pairs = Vec::new();
    let mut estimates = Vec::new();
    for (id, stage) in map.stages_in_order() {
        for (segment, audience) in &audiences {
            let both = then.and_then(|then| counts(then, *segment, id)).zip(counts(now, *segment, id));
            if let Some((then, now)) = both {
                places.push((id, &stage.name, *segment, audience));
                pairs.push(Pair { then, now });
            }
        }
        let measured = counts(now, None, id).and_then(|(dropped, reached)| wilson(dropped, reached));
        if let (Some(estimate), Some(now)) = (&stage.estimate, measured) {
            let share = estimate.percent / 100.0;
            estimates.push(EstimateRow {
                stage: id,
                stage_name: stage.name.clone(),
                estimate: estimate.percent,
                now,
                disagrees: !(now.low..=now.high).contains(&share),
            });
        }
    }
    let other_rules = then.map(|then| different_rules(then, now)).unwrap_or_default();
    let mut changed = changes::changes(&pairs, small);
    if !other_rules.is_empty() {
        // A p-value would tell of the rules, not of the customers.
        for change in changed.iter_mut().flatten().filter(|change| change.movement != Movement::TooFew) {
            (change.p, change.movement) = (None, Movement::OtherRules);
        }
    }
    let rates = places.into_iter().zip(changed).filter_map(|((stage, name, segment, audience), change)| {
        Some(ChangeRow { stage, stage_name: name.clone(), segment, audience: audience.clone(), change: change? })
    });
    let periods_overlap = then.is_some_and(|then| overlap(then, now));
    Refresh { rates: rates.collect(), estimates, periods_overlap, other_rules }
}

/// Who dropped of who reached, at a stage from which one can drop.
fn counts(measurement: &Measurement, segment: Option<SegmentId>, stage: StageId) -> Option<(u64, u64)> {
    let (figure, is_last) = measurement.at(segment, stage)?;
    (!is_last && figure.reached > 0).then_some((figure.dropped, figure.reached))
}

/// Times are ISO 8601 in UTC and stand in the order of their letters.
fn overlap(then: &Measurement, now: &Measurement) -> bool {
    let is_timed =
        [&then.first_time, &then.last_time, &now.first_time, &now.last_time].iter().all(|time| !time.is_empty());
    is_timed && then.first_time <= now.last_time && now.first_time <= then.last_time
}

impl Refresh {
    /// `The two periods were counted by different rules (order: in order, now in any order). …`; `None` where they were not.
    pub fn rules_warning(&self) -> Option<String> {
        (!self.other_rules.is_empty()).then(|| {
            let rules = self.other_rules.listed("; ");
            say!(measure_different_rules, rules)
        })
    }
}

impl ChangeRow {
    /// `Decision, Families: the map says 12.0 %, the data now 21.0 % (18.0–24.0 %)`.
    pub fn words(&self) -> String {
        let change = &self.change;
        let (then, now) = (numbers::rate(change.then.rate), numbers::rate(change.now.rate));
        let end = match change.movement {
            Movement::Changed => "",
            Movement::NotTold => say!(measure_not_told),
            Movement::TooFew => say!(measure_too_few),
            Movement::OtherRules => say!(measure_other_rules),
        };
        let interval = numbers::interval(&change.now);
        say!(measure_changed, stage = self.stage_name, audience = self.audience, then, now, interval, end)
    }
}

impl EstimateRow {
    /// `Decision: people estimated 12 %, the data says 21.0 % (18.0–24.0 %)`.
    pub fn words(&self) -> String {
        let (now, interval) = (numbers::rate(self.now.rate), numbers::interval(&self.now));
        let estimate = numbers::percent(self.estimate);
        say!(measure_estimate_wrong, stage = self.stage_name, estimate, now, interval)
    }
}

/// The changes that put a measurement into a map in place of the present one, which stays as the former period. A second
/// look at the same days replaces it alone; older ones go.
pub(super) fn replacing(map: &Map, new: Measurement, ids: &mut IdSource) -> Vec<Change> {
    let present = map.measurement();
    // A file is known by its days, whatever it is called; one without times by its name.
    let days = |m: &Measurement| (!m.first_time.is_empty()).then(|| (m.first_time.clone(), m.last_time.clone()));
    let is_redone = present.is_some_and(|(_, old)| match (days(old), days(&new)) {
        (None, None) => old.source == new.source,
        (old, new) => old == new,
    });
    let former = if is_redone { map.former_measurement() } else { present };
    // The newest is what is drawn; a former one from a day to come would stand before it.
    let former = former.filter(|(_, old)| old.taken <= new.taken).map(|(id, old)| (id, old.clone()));
    let mut changes: Vec<Change> = map.measurements.keys().map(|old| Change::Measurement(*old, None)).collect();
    let (mut older, mut newer) = (ids.fresh(), ids.fresh());
    if older > newer {
        std::mem::swap(&mut older, &mut newer);
    }
    if let Some((id, old)) = former {
        // Of one day, the larger number is the newer.
        let keeps = old.taken < new.taken || id.0 < newer;
        let id = if keeps { id } else { MeasurementId(older) };
        changes.push(Change::Measurement(id, Some(old)));
    }
    changes.push(Change::Measurement(MeasurementId(newer), Some(new)));
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Date, Edit, Verb};

    /// The sample's measurement a year later, with another share of those who leave Decision.
    fn newer(map: &Map, dropped: u64) -> Measurement {
        let mut new = map.measurement().unwrap().1.clone();
        new.source = "viewing_events_2027.csv".to_owned();
        (new.first_time, new.last_time) = ("2027-08-03T00:00:00Z".to_owned(), "2027-11-03T00:00:00Z".to_owned());
        let decision = &mut new.all.stages[2];
        decision.dropped = dropped;
        let left = decision.reached - dropped;
        new.all.stages[3].reached = left;
        new.all.stages[3].dropped = new.all.stages[3].dropped.min(left);
        new
    }

    #[test]
    fn the_former_period_is_kept_and_the_newest_is_drawn_even_on_one_day() {
        let mut map = sample::map();
        let before = map.clone();
        let mut undo = Vec::new();
        for (nth, dropped) in [100, 200, 300].into_iter().enumerate() {
            let mut new = newer(&map, dropped);
            new.source = format!("log {nth}.csv");
            new.last_time = format!("2027-1{nth}-03T00:00:00Z");
            let edit = Edit::of(Verb::Begin, replacing(&map, new, &mut IdSource::seeded(nth as u64)));
            undo.push(map.apply(edit).unwrap().inverse);
            assert_eq!(map.measurement().unwrap().1.source, format!("log {nth}.csv"));
            assert_eq!(map.measurements.len(), 2);
        }
        assert_eq!(map.former_measurement().unwrap().1.source, "log 1.csv");
        let last_time = map.measurement().unwrap().1.last_time.clone();
        let again = Measurement { source: "log 2 (1).csv".to_owned(), last_time, ..newer(&map, 400) };
        undo.push(map.apply(Edit::of(Verb::Begin, replacing(&map, again, &mut IdSource::seeded(9)))).unwrap().inverse);
        assert_eq!(map.former_measurement().unwrap().1.source, "log 1.csv", "a second look keeps the period before");
        let mut early = newer(&map, 5);
        early.taken = Date::new(2020, 1, 1).unwrap();
        undo.push(map.apply(Edit::of(Verb::Begin, replacing(&map, early, &mut IdSource::seeded(10)))).unwrap().inverse);
        assert_eq!((map.measurements.len(), map.measurement().unwrap().1.all.stages[2].dropped), (1, 5));
        for edit in undo.into_iter().rev() {
            map.apply(edit).unwrap();
        }
        assert_eq!(map, before);
    }

    #[test]
    fn a_change_is_told_in_the_maps_words_and_an_estimate_that_disagrees_is_named() {
        let map = sample::map();
        let then = map.measurement().unwrap().1;
        let reached = then.all.stages[2].reached;
        let now = newer(&map, reached / 2);
        let found = refresh(&map, Some(then), &now, &SmallGroups::default());
        let changed: Vec<&ChangeRow> =
            found.rates.iter().filter(|row| row.change.movement == Movement::Changed).collect();
        assert!(changed.iter().any(|row| row.stage_name == "Decision" && row.segment.is_none()), "{found:?}");
        assert!(changed[0].words().starts_with("Decision, All audiences: the map says "), "{}", changed[0].words());
        assert!(found.rates.iter().any(|row| row.change.movement == Movement::NotTold));
        assert_eq!(found.estimates.iter().map(|row| (row.estimate, row.disagrees)).collect::<Vec<_>>(), [(35.0, true)]);
        assert!(!found.periods_overlap);
        let same = refresh(&map, Some(then), then, &SmallGroups::default());
        assert!(same.periods_overlap && same.rates.iter().all(|row| row.change.movement != Movement::Changed));
        assert_eq!(refresh(&map, None, &now, &SmallGroups::default()).rates, []);
        let mut other = now.clone();
        other.counting.window_secs = Some(86_400);
        let found = refresh(&map, Some(then), &other, &SmallGroups::default());
        assert_eq!(found.other_rules, ["window: none, now 1 d"]);
        assert!(found.rates.iter().all(|row| row.change.movement == Movement::OtherRules && row.change.p.is_none()));
        assert!(found.rates[0].words().ends_with("counted by different rules"), "{}", found.rates[0].words());
        assert!(found.rules_warning().unwrap().contains("(window: none, now 1 d)"));
    }
}
