//! Laying a log's figures over the map: one measurement record, in one edit; the one before stays as the former period.

use super::refresh::replacing;
use super::{bindings, counted};
use crate::behaviour::report::{ActivityTime, Report, SegmentFigures, Touch, most_frequent};
use crate::model::{
    ActivityFigure, Date, DroppedThen, Edit, Figures, IdSource, Map, Measurement, SegmentId, StageFigure, TouchFigure,
    TouchpointId, Verb,
};
use std::collections::BTreeMap;
use touchline_words::say;

/// First and last events that are kept of each audience.
const TOUCHES: usize = 12;

/// Activities that are kept of each audience.
const ACTIVITIES: usize = 20;

/// Why figures cannot be laid over a map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayError {
    #[error("{}", say!(measure_no_stages))]
    NoStages,
    #[error("{}", say!(measure_other_stages))]
    OtherStages,
    #[error(
        "{}", say!(measure_segment_twice, first, second)
    )]
    OneSegmentTwice { first: String, second: String },
}

/// The edit that lays a report over the map that it was measured for. `matches` says which segment of the map each of the
/// log's segments is; the others stay out.
///
/// # Errors
/// The report has no stage, was measured for other stages, or two of its segments would be one of the map's (medians do
/// not add up, so the two cannot be joined).
pub fn lay_over(
    map: &Map,
    report: &Report,
    matches: &BTreeMap<String, SegmentId>,
    today: Date,
    ids: &mut IdSource,
) -> Result<Edit, LayError> {
    let mut bound = bindings(map);
    let total = report.total().filter(|total| !total.stages.is_empty()).ok_or(LayError::NoStages)?;
    // A stage of which the log has no event is not measured: whoever counted has left it out.
    if total.stages.len() < bound.stages.len() {
        for place in report.silent(&bound.stages).into_iter().rev() {
            bound.stages.remove(place);
            bound.stage_ids.remove(place);
        }
    }
    let same = total.stages.len() == bound.stages.len()
        && total.stages.iter().zip(&bound.stages).all(|(measured, asked)| measured.name == asked.name);
    if !same {
        return Err(LayError::OtherStages);
    }
    // A card of a stage that is not measured was reached by nobody knows how many.
    let is_seen =
        |card: &TouchpointId| map.touchpoints.get(card).is_some_and(|card| bound.stage_ids.contains(&card.stage));
    let seen: Vec<(TouchpointId, bool)> = bound.touchpoint_ids.iter().map(|card| (*card, is_seen(card))).collect();
    let mut segments: BTreeMap<SegmentId, Figures> = BTreeMap::new();
    let mut matched: BTreeMap<SegmentId, &str> = BTreeMap::new();
    for measured in report.segments.iter().filter(|figures| !figures.total && !figures.is_blank) {
        let Some(id) = matches.get(&measured.segment) else { continue };
        if let Some(first) = matched.insert(*id, &measured.segment) {
            return Err(LayError::OneSegmentTwice { first: first.to_owned(), second: measured.segment.clone() });
        }
        segments.insert(*id, figures(measured, &measured.activities, &seen));
    }
    let measurement = Measurement {
        source: report.source.file.clone(),
        taken: today,
        first_time: report.source.first_time.clone(),
        last_time: report.source.last_time.clone(),
        rows_read: report.rows.read,
        rows_used: report.rows.used,
        rows_are: crate::model::RowsAre::Events,
        rejected: counted::rejected(&report.rows),
        ties: counted::ties(report.ties),
        counting: counted::counting(&report.counting),
        multi_segment_customers: report.multi_segment_customers,
        stages: bound.stage_ids.clone(),
        outdated: false,
        all: figures(total, report.activities.known(), &seen),
        segments,
    };
    let changes = replacing(map, measurement, ids);
    Ok(Edit::of(Verb::Lay(report.source.file.clone()), changes))
}

/// The figures of an audience, with the touchpoints that were asked for and whether each can be seen in the log.
fn figures(measured: &SegmentFigures, activities: &[ActivityTime], touchpoints: &[(TouchpointId, bool)]) -> Figures {
    Figures {
        customers: measured.customers,
        stages: measured
            .stages
            .iter()
            .map(|stage| StageFigure {
                reached: stage.reached,
                dropped: stage.dropped,
                median_secs: stage.median_secs_to_next,
                p90_secs: stage.p90_secs_to_next,
                repeated: stage.repeated,
                returned: stage.returned,
                still_open: 0,
            })
            .collect(),
        then: measured
            .stages
            .iter()
            .map(|stage| DroppedThen {
                nothing: stage.dropped_then.nothing,
                events: stage.dropped_then.events.iter().map(|next| (next.event.clone(), next.count)).collect(),
                other: stage.dropped_then.other,
            })
            .collect(),
        seen_again: seen_again(measured),
        reach: touchpoints
            .iter()
            .zip(measured.reach.iter().copied())
            .filter(|((_, is_seen), _)| *is_seen)
            .map(|((card, _), count)| (*card, count))
            .collect(),
        touches: touches(measured),
        activities: self::activities(activities),
    }
}

/// Who was seen again in earlier stages; nothing where nobody was.
fn seen_again(measured: &SegmentFigures) -> Vec<Vec<u64>> {
    let again = measured.stages.iter().map(|stage| stage.seen_again.clone());
    let is_one = measured.stages.iter().flat_map(|stage| &stage.seen_again).any(|count| *count > 0);
    if is_one { again.collect() } else { Vec::new() }
}

/// The activities with the most pairs, as many as the map keeps.
fn activities(all: &[ActivityTime]) -> Vec<ActivityFigure> {
    let kept = most_frequent(all, ACTIVITIES).into_iter().filter(|one| one.times > 0);
    kept.map(|one| ActivityFigure {
        event: one.event.clone(),
        times: one.times,
        median_secs: one.median_secs,
        p90_secs: one.p90_secs,
    })
    .collect()
}

/// The most frequent first and last events, as many as the map keeps.
fn touches(measured: &SegmentFigures) -> Vec<TouchFigure> {
    let touch = |touch: &Touch| TouchFigure {
        event: touch.event.clone(),
        first: touch.first,
        last: touch.last,
        first_of_converted: touch.first_of_converted,
        last_before_converted: touch.last_before_converted,
    };
    let mut touches: Vec<TouchFigure> = measured.touches.iter().map(touch).collect();
    touches.sort_by(|a, b| b.first.max(b.last).cmp(&a.first.max(a.last)).then(a.event.cmp(&b.event)));
    touches.truncate(TOUCHES);
    touches
}
