//! Adding records: each gives the edit and the new record's id.

use super::Cell;
use super::place::{Places, places};
use crate::model::*;

/// The edit that puts one record into its list, renumbering the list when it must.
fn added<I>(
    id: impl Into<RecordRef>,
    Places { newcomers, renumbered }: Places<I>,
    existing: impl Fn(I, Rank) -> Option<Change>,
    new: impl FnOnce(Rank) -> Change,
) -> Edit {
    let mut changes: Vec<Change> = renumbered.into_iter().filter_map(|(id, rank)| existing(id, rank)).collect();
    changes.push(new(newcomers.into_iter().next().unwrap_or_else(Rank::middle)));
    Edit::new(Verb::Add, vec![id.into()], changes)
}

/// A stage before another; at the right end for `None`.
pub fn add_stage(map: &Map, name: &str, before: Option<StageId>, ids: &mut IdSource) -> (Edit, StageId) {
    let id = StageId(ids.fresh());
    let list: Vec<_> = map.stages_in_order().into_iter().map(|(id, stage)| (id, stage.rank.clone())).collect();
    let edit = added(
        id,
        places(&list, before, 1),
        |id, rank| Some(Change::Stage(id, Some(Stage { rank, ..map.stages.get(&id)?.clone() }))),
        |rank| Change::Stage(id, Some(Stage::new(rank, name.trim()))),
    );
    (edit, id)
}

/// A lane of a kind before another; at the bottom for `None`.
pub fn add_lane(map: &Map, kind: LaneKind, before: Option<LaneId>, ids: &mut IdSource) -> (Edit, LaneId) {
    let id = LaneId(ids.fresh());
    let list: Vec<_> = map.lanes_in_order().into_iter().map(|(id, lane)| (id, lane.rank.clone())).collect();
    let edit = added(
        id,
        places(&list, before, 1),
        |id, rank| Some(Change::Lane(id, Some(Lane { rank, ..map.lanes.get(&id)?.clone() }))),
        |rank| Change::Lane(id, Some(Lane::new(rank, kind))),
    );
    (edit, id)
}

/// A card in a cell, before one of its cards or at its end. `None` when the stage or a touchpoints lane is missing.
pub fn add_touchpoint(
    map: &Map,
    cell: Cell,
    before: Option<TouchpointId>,
    channel: Channel,
    title: &str,
    ids: &mut IdSource,
) -> Option<(Edit, TouchpointId)> {
    let lane = map.lanes.get(&cell.lane)?;
    if !map.stages.contains_key(&cell.stage) || lane.kind != LaneKind::Touchpoints {
        return None;
    }
    let id = TouchpointId(ids.fresh());
    let list: Vec<_> =
        map.touchpoints_in(cell.stage, cell.lane).into_iter().map(|(id, card)| (id, card.rank.clone())).collect();
    let edit = added(
        id,
        places(&list, before, 1),
        |id, rank| Some(Change::Touchpoint(id, Some(Touchpoint { rank, ..map.touchpoints.get(&id)?.clone() }))),
        |rank| {
            let card = Touchpoint::new(cell.stage, cell.lane, rank, title.trim(), channel);
            Change::Touchpoint(id, Some(card))
        },
    );
    Some((edit, id))
}

/// A question at the end of a stage.
pub fn add_question(map: &Map, stage: StageId, text: &str, ids: &mut IdSource) -> Option<(Edit, QuestionId)> {
    map.stages.get(&stage)?;
    let id = QuestionId(ids.fresh());
    let list: Vec<_> = map.questions_of(stage).into_iter().map(|(id, q)| (id, q.rank.clone())).collect();
    let edit = added(
        id,
        places(&list, None, 1),
        |id, rank| Some(Change::Question(id, Some(Question { rank, ..map.questions.get(&id)?.clone() }))),
        |rank| Change::Question(id, Some(Question { stage, rank, text: text.trim().to_owned(), segments: Vec::new() })),
    );
    Some((edit, id))
}

/// A pain point at the end of a stage, with the card that hurts.
pub fn add_pain_point(
    map: &Map,
    stage: StageId,
    touchpoint: Option<TouchpointId>,
    text: &str,
    ids: &mut IdSource,
) -> Option<(Edit, PainPointId)> {
    map.stages.get(&stage)?;
    let id = PainPointId(ids.fresh());
    let list: Vec<_> = map.pain_points_of(stage).into_iter().map(|(id, p)| (id, p.rank.clone())).collect();
    let edit = added(
        id,
        places(&list, None, 1),
        |id, rank| Some(Change::PainPoint(id, Some(PainPoint { rank, ..map.pain_points.get(&id)?.clone() }))),
        |rank| {
            let text = text.trim().to_owned();
            let severity = Severity::default();
            let touchpoint = touchpoint.filter(|card| map.touchpoints.contains_key(card));
            let pain = PainPoint { stage, rank, text, severity, touchpoint, segments: Vec::new() };
            Change::PainPoint(id, Some(pain))
        },
    );
    Some((edit, id))
}

/// An action at the end of a stage, with the card it is for.
pub fn add_action(
    map: &Map,
    stage: StageId,
    touchpoint: Option<TouchpointId>,
    title: &str,
    ids: &mut IdSource,
) -> Option<(Edit, ActionId)> {
    map.stages.get(&stage)?;
    let id = ActionId(ids.fresh());
    let list: Vec<_> = map.actions_of(stage).into_iter().map(|(id, a)| (id, a.rank.clone())).collect();
    let edit = added(
        id,
        places(&list, None, 1),
        |id, rank| Some(Change::Action(id, Some(Action { rank, ..map.actions.get(&id)?.clone() }))),
        |rank| {
            let action = Action {
                stage,
                rank,
                title: title.trim().to_owned(),
                owner: String::new(),
                horizon: Horizon::default(),
                due: None,
                touchpoint: touchpoint.filter(|card| map.touchpoints.contains_key(card)),
                effort: String::new(),
                effect: String::new(),
                note: String::new(),
            };
            Change::Action(id, Some(action))
        },
    );
    Some((edit, id))
}

/// An open flag on a card or stage.
pub fn add_flag(map: &Map, on: FlagTarget, regime: Regime, ids: &mut IdSource) -> Option<(Edit, FlagId)> {
    let exists = match on {
        FlagTarget::Touchpoint(card) => map.touchpoints.contains_key(&card),
        FlagTarget::Stage(stage) => map.stages.contains_key(&stage),
    };
    if !exists {
        return None;
    }
    let id = FlagId(ids.fresh());
    let change = Change::Flag(id, Some(Flag::new(on, regime)));
    Some((Edit::of(Verb::Add, vec![change]), id))
}

/// An audience at the end of the row.
pub fn add_segment(map: &Map, name: &str, ids: &mut IdSource) -> (Edit, SegmentId) {
    let id = SegmentId(ids.fresh());
    let list: Vec<_> = map.segments_in_order().into_iter().map(|(id, s)| (id, s.rank.clone())).collect();
    let edit = added(
        id,
        places(&list, None, 1),
        |id, rank| Some(Change::Segment(id, Some(Segment { rank, ..map.segments.get(&id)?.clone() }))),
        |rank| Change::Segment(id, Some(Segment::new(rank, name.trim()))),
    );
    (edit, id)
}

/// A sticky note at a place in map units; held on the board.
pub fn add_sticky(x: f32, y: f32, text: &str, ids: &mut IdSource) -> (Edit, StickyId) {
    let id = StickyId(ids.fresh());
    let held = |place: f32| {
        let place = if place.is_finite() { place } else { 0.0 };
        (place.clamp(-STICKY_REACH, STICKY_REACH) * 10.0).round() / 10.0
    };
    let sticky = Sticky { x: held(x), y: held(y), text: text.trim().to_owned() };
    (Edit::of(Verb::Add, vec![Change::Sticky(id, Some(sticky))]), id)
}
