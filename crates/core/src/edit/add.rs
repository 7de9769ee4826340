//! Adding records: each gives the edit and the new record's id.

use super::Cell;
use super::lanes::show_lane_of;
use super::place::{Places, places};
use crate::model::*;
use touchline_words::say;

/// How long a new block of the agenda is, in minutes.
const USUAL_MINUTES: u16 = 15;

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
        |rank| {
            let (name, further) = (free_name(map, kind), is_further(map, kind));
            Change::Lane(id, Some(Lane { name, further, ..Lane::new(rank, kind) }))
        },
    );
    (edit, id)
}

/// What a new lane is called beside others of its kind; the first goes by the kind's own name.
fn free_name(map: &Map, kind: LaneKind) -> String {
    let is_taken = |name: &str| map.lanes.values().any(|lane| lane.title() == name);
    let numbered = (2..=map.lanes.len() + 1).map(|nth| say!(lane_nth, kind = kind.name(), nth));
    if !is_taken(kind.name()) {
        return String::new();
    }
    numbered.into_iter().find(|name| !is_taken(name)).unwrap_or_default()
}

/// Whether a lane of a kind beside those of a map is a further one: another list has records of its own.
pub(super) fn is_further(map: &Tables, kind: LaneKind) -> bool {
    matches!(kind.holds(), Holds::List(_)) && map.lane_of(kind).is_some()
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
            let step = cell.step.filter(|step| map.steps.get(step).is_some_and(|step| step.stage == cell.stage));
            let card = Touchpoint::new(cell.stage, cell.lane, rank, title.trim(), channel);
            Change::Touchpoint(id, Some(Touchpoint { step, ..card }))
        },
    );
    Some((edit, id))
}

/// A record of a kind that is a list in a stage, at the end of a stage, with the card that it is about where its kind is
/// about one. A lane that only some maps have comes with the first record, see [`show_lane_of`].
pub fn add_in_stage<R: InStage>(
    map: &Map,
    stage: StageId,
    card: Option<TouchpointId>,
    text: &str,
    ids: &mut IdSource,
) -> Option<(Edit, R::Id)> {
    map.stages.get(&stage)?;
    let id = R::Id::from(ids.fresh());
    let list: Vec<_> = map.in_stage::<R>(stage).into_iter().map(|(id, one)| (id, one.rank().clone())).collect();
    let mut edit = added(
        id,
        places(&list, None, 1),
        |id, rank| {
            let mut one = R::table(map).get(&id)?.clone();
            one.put(stage, rank);
            Some(R::change(id, Some(one)))
        },
        |rank| {
            let mut record = R::begun(stage, rank, text.trim().to_owned());
            if let Some(about) = record.spot_mut().touchpoint {
                *about = card.filter(|card| map.touchpoints.contains_key(card));
            }
            R::change(id, Some(record))
        },
    );
    if !R::LANE.is_usual() {
        let mut with_lane = map.to_tables();
        show_lane_of(&mut with_lane, R::LANE, ids);
        edit.changes.extend(map.difference(&with_lane));
    }
    Some((edit, id))
}

/// The same for a kind that is not known before.
pub fn add_listed(
    map: &Map,
    kind: ListKind,
    stage: StageId,
    card: Option<TouchpointId>,
    text: &str,
    ids: &mut IdSource,
) -> Option<(Edit, RecordRef)> {
    of_kind!(kind, R => add_in_stage::<R>(map, stage, card, text, ids).map(|(edit, id)| (edit, id.into())))
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

/// A step in a stage before another of its steps; at the end for `None`. The first step of a stage takes the cards that are
/// there.
pub fn add_step(
    map: &Map,
    stage: StageId,
    name: &str,
    before: Option<StepId>,
    ids: &mut IdSource,
) -> Option<(Edit, StepId)> {
    map.stages.get(&stage)?;
    let id = StepId(ids.fresh());
    let list: Vec<_> = map.steps_of(stage).into_iter().map(|(id, step)| (id, step.rank.clone())).collect();
    let mut edit = added(
        id,
        places(&list, before, 1),
        |id, rank| Some(Change::Step(id, Some(Step { rank, ..map.steps.get(&id)?.clone() }))),
        |rank| Change::Step(id, Some(Step::new(stage, rank, name.trim()))),
    );
    if list.is_empty() {
        let cards = map.touchpoints.iter().filter(|(_, card)| card.stage == stage);
        let first = |card: &Touchpoint| Touchpoint { step: Some(id), ..card.clone() };
        edit.changes.extend(cards.map(|(card, record)| Change::Touchpoint(*card, Some(first(record)))));
    }
    Some((edit, id))
}

/// A block at the end of the agenda.
pub fn add_agenda_block(map: &Map, title: &str, ids: &mut IdSource) -> (Edit, AgendaBlockId) {
    let id = AgendaBlockId(ids.fresh());
    let list: Vec<_> = map.agenda_in_order().into_iter().map(|(id, block)| (id, block.rank.clone())).collect();
    let edit = added(
        id,
        places(&list, None, 1),
        |id, rank| Some(Change::AgendaBlock(id, Some(AgendaBlock { rank, ..map.agenda.get(&id)?.clone() }))),
        |rank| Change::AgendaBlock(id, Some(AgendaBlock::new(rank, title.trim(), USUAL_MINUTES))),
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
    let sticky = Sticky { x: held(x), y: held(y), text: text.trim().to_owned(), ..Sticky::default() };
    (Edit::of(Verb::Add, vec![Change::Sticky(id, Some(sticky))]), id)
}
