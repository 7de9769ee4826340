//! Metrics: adding one to a stage, moving it, and going on to its next period.

use touchline_words::{Said, said};

use super::add::add_stage;
use super::lanes::show_lane_of;
use super::place::{Places, places};
use super::record::changed;
use crate::model::*;

/// A metric at the end of a stage. A map without a lane for metrics gets one below the drop-off (at the bottom, where it
/// has none) in the same edit, and a hidden one is shown.
pub fn add_metric(map: &Map, stage: StageId, kind: MetricKind, ids: &mut IdSource) -> Option<(Edit, MetricId)> {
    map.stages.get(&stage)?;
    let id = MetricId(ids.fresh());
    let mut after = map.to_tables();
    let list: Vec<_> = map.metrics_of(stage).into_iter().map(|(id, metric)| (id, metric.rank.clone())).collect();
    let Places { newcomers, renumbered } = places(&list, None, 1);
    for (other, rank) in renumbered {
        if let Some(other) = after.metrics.get_mut(&other) {
            other.rank = rank;
        }
    }
    let rank = newcomers.into_iter().next().unwrap_or_else(Rank::middle);
    after.metrics.insert(id, Metric::new(stage, rank, kind));
    show_lane_of(&mut after, LaneKind::Metrics, ids);
    Some((Edit::new(Verb::Add, vec![id.into()], map.difference(&after)), id))
}

/// The seven metrics of a scorecard, with words by which their stages are known.
const SCORECARD: [(MetricKind, &[&str]); 7] = [
    (MetricKind::Discovery, &["discover", "aware", "consider", "entdeck", "aufmerksam", "abwäg", "überleg"]),
    (
        MetricKind::EpisodicCompletion,
        &["consum", "watch", "view", "onboard", "engage", "sehen", "nutz", "konsum", "einstieg"],
    ),
    (MetricKind::TimeSpent, &["consum", "watch", "view", "engage", "retention", "sehen", "nutz", "konsum", "bindung"]),
    (
        MetricKind::Satisfaction,
        &[
            "consum",
            "watch",
            "onboard",
            "attend",
            "retention",
            "sehen",
            "nutz",
            "konsum",
            "einstieg",
            "besuch",
            "bindung",
        ],
    ),
    (MetricKind::Community, &["community", "post-consumption", "advoca", "danach", "empfehl"]),
    (MetricKind::NetPromoter, &["advoca", "post-consumption", "retention", "empfehl", "danach", "bindung"]),
    (MetricKind::GrossChurn, &["retention", "renew", "retain", "loyal", "bindung", "verläng", "treu"]),
];

/// The stage that a metric gets on a map without any.
const WHOLE: Said = said::edit_whole_journey;

/// A metric of a kind in the first stage whose name tells of it, else in the last stage. A map without stages gets one in
/// the same edit.
pub fn add_told_metric(map: &Map, kind: MetricKind, ids: &mut IdSource) -> Option<(Edit, MetricId)> {
    let alike = match kind {
        MetricKind::NetChurn => MetricKind::GrossChurn,
        MetricKind::FilmCompletion => MetricKind::EpisodicCompletion,
        other => other,
    };
    let stages = map.stages_in_order();
    let words = SCORECARD.iter().find(|(known, _)| *known == alike).map_or(&[][..], |(_, words)| *words);
    let told = words.iter().find_map(|word| stages.iter().find(|(_, stage)| stage.name.to_lowercase().contains(word)));
    if let Some((stage, _)) = told.or(stages.last()) {
        return add_metric(map, *stage, kind, ids);
    }
    let (edit, stage) = add_stage(map, WHOLE.text(), None, ids);
    let with_stage = map.after(&edit).ok()?;
    let (added, metric) = add_metric(&with_stage, stage, kind, ids)?;
    Some((Edit { changes: edit.changes.into_iter().chain(added.changes).collect(), ..added }, metric))
}

/// Whether [`add_scorecard`] would add something.
pub fn lacks_of_scorecard(map: &Map) -> bool {
    let has = |kind| map.metrics.values().any(|metric| metric.kind == kind);
    !map.stages.is_empty() && SCORECARD.iter().any(|(kind, _)| !has(*kind))
}

/// The scorecard's metrics that the map lacks, each in the first stage whose name tells of it, else in the last stage.
/// `None` on a map without stages, or with all of them.
pub fn add_scorecard(map: &Map, ids: &mut IdSource) -> Option<Edit> {
    let stages = map.stages_in_order();
    let (last, _) = stages.last()?;
    let named =
        |word: &str| stages.iter().find(|(_, stage)| stage.name.to_lowercase().contains(word)).map(|(id, _)| *id);
    let mut after = map.to_tables();
    for (kind, words) in SCORECARD {
        if map.metrics.values().any(|metric| metric.kind == kind) {
            continue;
        }
        let stage = words.iter().find_map(|word| named(word)).unwrap_or(*last);
        let end = after.metrics_of(stage).last().map(|(_, metric)| metric.rank.clone());
        after.metrics.insert(MetricId(ids.fresh()), Metric::new(stage, Rank::between(end.as_ref(), None), kind));
    }
    if after.metrics.len() == map.metrics.len() {
        return None;
    }
    show_lane_of(&mut after, LaneKind::Metrics, ids);
    Some(Edit::of(Verb::AddScorecard, map.difference(&after)))
}

/// The first kind that the map does not have yet; the first of all when it has every one.
pub fn next_metric(map: &Map) -> MetricKind {
    let taken = |kind: &MetricKind| map.metrics.values().any(|metric| metric.kind == *kind);
    MetricKind::ALL.into_iter().find(|kind| !taken(kind)).unwrap_or(MetricKind::GrossChurn)
}

/// Begins the next period: the present counts become the newest of the earlier ones. `None` when there are none to keep.
pub fn next_period(map: &Map, id: MetricId) -> Option<Edit> {
    let metric = map.metrics.get(&id)?;
    let present = metric.present()?;
    if metric.readings.len() >= READINGS_MAX || (present.count, present.of, present.also) == (0, 0, 0) {
        return None;
    }
    let days = present.days;
    changed::<Metric>(map, id, Verb::BeginPeriod, |metric| {
        metric.readings.push(Reading { days, ..Reading::default() });
        metric.as_of = None;
    })
}

/// Counts of periods for one metric, and where they come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    pub metric: MetricId,
    /// The oldest first.
    pub readings: Vec<Reading>,
    pub source: String,
    /// The last day that is counted.
    pub as_of: Option<Date>,
}

/// Lays counts into metrics, in one edit: a period of the same name is counted anew, others come in at their place in time,
/// or at the end where names tell no time. `None` where that changes nothing.
pub fn fill_metrics(map: &Map, filled: &[Filled], file: &str, month: impl Fn(&str) -> Option<i32>) -> Option<Edit> {
    let mut after = map.to_tables();
    for Filled { metric, readings, source, as_of } in filled {
        let Some(metric) = after.metrics.get_mut(metric) else { continue };
        // A period that was begun and not counted gives way.
        metric.readings.retain(|old| (old.count, old.of, old.also) != (0, 0, 0));
        for new in readings.iter().filter(|new| metric.kind.contradiction(new).is_none()) {
            let same = metric.readings.iter_mut().find(|old| !old.period.is_empty() && old.period == new.period);
            match same {
                Some(old) => *old = new.clone(),
                None => metric.readings.push(new.clone()),
            }
        }
        let months: Option<Vec<i32>> = metric.readings.iter().map(|reading| month(&reading.period)).collect();
        if months.is_some() {
            metric.readings.sort_by_key(|reading| month(&reading.period));
        }
        let over = metric.readings.len().saturating_sub(READINGS_MAX);
        metric.readings.drain(..over);
        metric.source.clone_from(source);
        // An older file that fills a gap does not make the newest counts older.
        metric.as_of = metric.as_of.max(*as_of);
    }
    let changes = map.difference(&after);
    (!changes.is_empty()).then(|| Edit::of(Verb::Fill(file.to_owned()), changes))
}

#[cfg(test)]
mod tests {
    use super::super::{add_lane, empty_map, show_lane};
    use super::*;
    use crate::edit::set;
    use crate::fields::{self, FieldKey};

    fn map() -> (Map, StageId, IdSource) {
        let mut ids = IdSource::seeded(3);
        let mut map = empty_map(&mut ids);
        let (edit, stage) = super::super::add_stage(&map, "Retention", None, &mut ids);
        map.apply(edit).unwrap();
        (map, stage, ids)
    }

    #[test]
    fn the_first_metric_brings_its_lane_under_the_river_and_one_undo_takes_both() {
        let (mut map, stage, mut ids) = map();
        assert_eq!(map.lane_of(LaneKind::Metrics), None);
        let before = map.clone();
        let (edit, id) = add_metric(&map, stage, MetricKind::Satisfaction, &mut ids).unwrap();
        let undo = map.apply(edit).unwrap().inverse;
        let kinds: Vec<LaneKind> = map.lanes_in_order().into_iter().map(|(_, lane)| lane.kind).collect();
        let river = kinds.iter().position(|kind| *kind == LaneKind::DropOff).unwrap();
        assert_eq!(kinds.get(river + 1), Some(&LaneKind::Metrics));
        assert_eq!(map.metrics[&id].title(), "Customer satisfaction");
        map.apply(undo).unwrap();
        assert_eq!(map, before);
    }

    #[test]
    fn a_hidden_lane_is_shown_and_no_second_one_made() {
        let (mut map, stage, mut ids) = map();
        let (edit, lane) = add_lane(&map, LaneKind::Metrics, None, &mut ids);
        map.apply(edit).unwrap();
        map.apply(show_lane(&map, lane, false).unwrap()).unwrap();
        let (edit, _) = add_metric(&map, stage, next_metric(&map), &mut ids).unwrap();
        map.apply(edit).unwrap();
        assert!(!map.lanes[&lane].hidden);
        assert_eq!(map.lanes.values().filter(|lane| lane.kind == LaneKind::Metrics).count(), 1);
        assert_eq!(next_metric(&map), MetricKind::NetChurn);
    }

    #[test]
    fn the_scorecard_goes_where_the_stages_tell_of_it() {
        let (mut map, retention, mut ids) = map();
        let (edit, watching) = super::super::add_stage(&map, "Watching", Some(retention), &mut ids);
        map.apply(edit).unwrap();
        map.apply(add_scorecard(&map, &mut ids).unwrap()).unwrap();
        let stage_of = |kind| map.metrics.values().find(|metric| metric.kind == kind).map(|metric| metric.stage);
        assert_eq!(map.metrics.len(), 7);
        assert_eq!(stage_of(MetricKind::GrossChurn), Some(retention));
        assert_eq!(stage_of(MetricKind::TimeSpent), Some(watching));
        assert_eq!(stage_of(MetricKind::Discovery), Some(retention), "no stage tells of it: the last one");
        assert_eq!(add_scorecard(&map, &mut ids), None);
        assert_eq!(add_scorecard(&Map::default(), &mut ids), None);
    }

    #[test]
    fn the_next_period_keeps_the_counts_of_the_last() {
        let (mut map, stage, mut ids) = map();
        let (edit, id) = add_metric(&map, stage, MetricKind::Community, &mut ids).unwrap();
        map.apply(edit).unwrap();
        assert_eq!(next_period(&map, id), None, "nothing is counted yet");
        let counted = Reading { period: "Oct".to_owned(), days: Some(31), count: 5, of: 50, also: 0 };
        let edit = set::<Metric>(&map, id, Field::Readings, |metric| metric.readings = vec![counted.clone()]);
        map.apply(edit.unwrap()).unwrap();
        map.apply(next_period(&map, id).unwrap()).unwrap();
        assert_eq!(map.metrics[&id].readings, [counted, Reading { days: Some(31), ..Reading::default() }]);
    }

    #[test]
    fn filling_counts_a_period_anew_and_puts_others_at_their_place() {
        let (mut map, stage, mut ids) = map();
        let (edit, id) = add_metric(&map, stage, MetricKind::Satisfaction, &mut ids).unwrap();
        map.apply(edit).unwrap();
        let reading = |period: &str, count, of| Reading { period: period.to_owned(), count, of, ..Reading::default() };
        let own = vec![reading("2", 4, 5), Reading::default()];
        map.apply(set::<Metric>(&map, id, Field::Readings, |metric| metric.readings = own).unwrap()).unwrap();
        let before = map.clone();
        let filled =
            |readings| Filled { metric: id, readings, source: "a.csv".to_owned(), as_of: Date::new(2026, 10, 31) };
        let readings = vec![reading("1", 7, 9), reading("2", 5, 5), reading("3", 9, 8)];
        let order = |name: &str| name.parse().ok();
        let edit = fill_metrics(&map, &[filled(readings.clone())], "log.csv", order).unwrap();
        let undo = map.apply(edit).unwrap().inverse;
        let metric = &map.metrics[&id];
        assert_eq!(metric.readings, readings[..2], "nine of eight cannot be");
        assert_eq!((metric.source.as_str(), metric.as_of), ("a.csv", Date::new(2026, 10, 31)));
        assert_eq!(fill_metrics(&map, &[filled(readings)], "log.csv", order), None);
        map.apply(undo).unwrap();
        assert_eq!(map, before);
    }

    #[test]
    fn another_kind_never_keeps_counts_that_it_cannot_have() {
        let (mut map, stage, mut ids) = map();
        let (edit, id) = add_metric(&map, stage, MetricKind::TimeSpent, &mut ids).unwrap();
        map.apply(edit).unwrap();
        let hours = Reading { count: 9_000, of: 100, ..Reading::default() };
        map.apply(set::<Metric>(&map, id, Field::Readings, |metric| metric.readings = vec![hours]).unwrap()).unwrap();
        let key = FieldKey::one(id.into(), Field::MetricKind);
        let edit = fields::write(&map, &key, MetricKind::Satisfaction.name()).unwrap().unwrap();
        map.apply(edit).unwrap();
        assert_eq!(map.metrics[&id].readings, []);
    }
}
