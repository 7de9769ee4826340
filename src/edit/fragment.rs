//! A part of a map: what copy takes and paste gives.

use crate::model::*;
use std::collections::BTreeSet;

/// Some records of a map with all that belongs to them. Their references may lead out of the part: paste sorts that out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    /// The records, with the ids that they had. Lanes and measurements are never part of it.
    pub records: Map,
}

impl Fragment {
    /// Copies records: a stage with all it holds, a card with its flags. `None` when nothing of it can be copied.
    pub fn of(map: &Map, records: &[RecordRef]) -> Option<Self> {
        let named: BTreeSet<RecordRef> = records.iter().copied().collect();
        let has = |record: RecordRef| named.contains(&record);
        let in_stage = |stage: StageId| has(RecordRef::Stage(stage));
        let mut part = Map { meta: Meta { title: String::new(), ..Meta::default() }, ..map.clone() };
        part.lanes.clear();
        part.measurements.clear();
        part.stages.retain(|id, _| has(RecordRef::Stage(*id)));
        part.segments.retain(|id, _| has(RecordRef::Segment(*id)));
        part.touchpoints.retain(|id, card| has(RecordRef::Touchpoint(*id)) || in_stage(card.stage));
        part.questions.retain(|id, question| has(RecordRef::Question(*id)) || in_stage(question.stage));
        part.pain_points.retain(|id, pain| has(RecordRef::PainPoint(*id)) || in_stage(pain.stage));
        part.actions.retain(|id, action| has(RecordRef::Action(*id)) || in_stage(action.stage));
        part.metrics.retain(|id, metric| has(RecordRef::Metric(*id)) || in_stage(metric.stage));
        part.stickies.retain(|id, _| has(RecordRef::Sticky(*id)));
        let cards = &part.touchpoints;
        part.flags.retain(|id, flag| {
            has(RecordRef::Flag(*id))
                || match flag.on {
                    FlagTarget::Stage(stage) => in_stage(stage),
                    FlagTarget::Touchpoint(card) => cards.contains_key(&card),
                }
        });
        rank_as_on_board(map, &mut part);
        (!part.is_empty()).then_some(Self { records: part })
    }
}

/// Gives the copied records ranks in the order of the board, which the part alone no longer knows.
fn rank_as_on_board(map: &Map, part: &mut Map) {
    let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let cards = stages.iter().flat_map(|stage| map.touchpoints_of(*stage)).map(|(id, _)| id);
    let cards: Vec<TouchpointId> = cards.filter(|id| part.touchpoints.contains_key(id)).collect();
    for (id, rank) in cards.iter().zip(Rank::spread(cards.len())) {
        if let Some(card) = part.touchpoints.get_mut(id) {
            card.rank = rank;
        }
    }
    let questions = stages.iter().flat_map(|stage| map.questions_of(*stage)).map(|(id, _)| id);
    let questions: Vec<QuestionId> = questions.filter(|id| part.questions.contains_key(id)).collect();
    for (id, rank) in questions.iter().zip(Rank::spread(questions.len())) {
        if let Some(question) = part.questions.get_mut(id) {
            question.rank = rank;
        }
    }
    let pains = stages.iter().flat_map(|stage| map.pain_points_of(*stage)).map(|(id, _)| id);
    let pains: Vec<PainPointId> = pains.filter(|id| part.pain_points.contains_key(id)).collect();
    for (id, rank) in pains.iter().zip(Rank::spread(pains.len())) {
        if let Some(pain) = part.pain_points.get_mut(id) {
            pain.rank = rank;
        }
    }
    let actions = stages.iter().flat_map(|stage| map.actions_of(*stage)).map(|(id, _)| id);
    let actions: Vec<ActionId> = actions.filter(|id| part.actions.contains_key(id)).collect();
    for (id, rank) in actions.iter().zip(Rank::spread(actions.len())) {
        if let Some(action) = part.actions.get_mut(id) {
            action.rank = rank;
        }
    }
    let metrics = stages.iter().flat_map(|stage| map.metrics_of(*stage)).map(|(id, _)| id);
    let metrics: Vec<MetricId> = metrics.filter(|id| part.metrics.contains_key(id)).collect();
    for (id, rank) in metrics.iter().zip(Rank::spread(metrics.len())) {
        if let Some(metric) = part.metrics.get_mut(id) {
            metric.rank = rank;
        }
    }
}
