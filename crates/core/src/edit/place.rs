//! Moving records: to a place in a cell, a stage or the board.
//!
//! The moved keep their order among themselves. When a rank would grow past [`RANK_MAX_LETTERS`], the whole list gets
//! short ranks in the same edit.

use super::record::changed;
use crate::fields::{self, FieldKey};
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Where a stage and a lane cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    pub stage: StageId,
    pub lane: LaneId,
    /// The step of the stage below which it is meant; none for cards that belong to no step.
    pub step: Option<StepId>,
}

impl Cell {
    pub fn new(stage: StageId, lane: LaneId) -> Self {
        Self { stage, lane, step: None }
    }

    /// Where a card stands.
    pub fn of(card: &Touchpoint) -> Self {
        Self { stage: card.stage, lane: card.lane, step: card.step }
    }
}

/// Ranks for `count` newcomers before `before` (at the end for `None`, or when it is not among them) in a list of
/// (id, rank) in order; and, when the list has to be renumbered, the new ranks of those that were there.
pub(super) struct Places<I> {
    pub newcomers: Vec<Rank>,
    pub renumbered: Vec<(I, Rank)>,
}

pub(super) fn places<I: Copy + PartialEq>(list: &[(I, Rank)], before: Option<I>, count: usize) -> Places<I> {
    let at = before.and_then(|id| list.iter().position(|(other, _)| *other == id)).unwrap_or(list.len());
    let rank_at = |nth: usize| list.get(nth).map(|(_, rank)| rank);
    let ids: Vec<I> = list.iter().map(|(id, _)| *id).collect();
    if list.windows(2).all(|pair| matches!(pair, [(_, low), (_, high)] if low < high)) {
        places_at(&ids, at, rank_at, count)
    } else {
        all_anew(&ids, at, count)
    }
}

/// The same at a place of a list whose ranks are asked for: only those beside it are.
fn places_at<'a, I: Copy>(
    ids: &[I],
    at: usize,
    rank_at: impl Fn(usize) -> Option<&'a Rank>,
    count: usize,
) -> Places<I> {
    let high = rank_at(at);
    let mut low = at.checked_sub(1).and_then(&rank_at).cloned();
    let mut newcomers = Vec::with_capacity(count);
    for _ in 0..count {
        let rank = Rank::between(low.as_ref(), high);
        low = Some(rank.clone());
        newcomers.push(rank);
    }
    let in_order = high.is_none_or(|high| newcomers.iter().all(|rank| rank < high));
    if in_order && newcomers.iter().all(|rank| rank.as_str().len() <= RANK_MAX_LETTERS) {
        return Places { newcomers, renumbered: Vec::new() };
    }
    all_anew(ids, at, count)
}

/// Ranks for the whole list: where they do not follow its order, as those of a stage whose steps changed places, or where one
/// would grow too long.
fn all_anew<I: Copy>(ids: &[I], at: usize, count: usize) -> Places<I> {
    let mut ranks = Rank::spread(ids.len() + count);
    let tail = ranks.split_off(at + count);
    let newcomers = ranks.split_off(at);
    let renumbered = ids.iter().copied().zip(ranks.into_iter().chain(tail)).collect();
    Places { newcomers, renumbered }
}

/// Moves one record of a ranked list: `others` is the list without it, in order.
pub(super) fn moved<R: Record>(
    map: &Map,
    id: R::Id,
    others: Vec<(R::Id, Rank)>,
    before: Option<R::Id>,
    put: impl Fn(&mut R, Rank, bool),
) -> Option<Edit> {
    let Places { newcomers, renumbered } = places(&others, before, 1);
    let rank = newcomers.into_iter().next()?;
    let mut changes = Vec::new();
    for (other, rank, is_moved) in renumbered.into_iter().map(|(i, r)| (i, r, false)).chain([(id, rank, true)]) {
        let mut record = R::table(map).get(&other)?.clone();
        put(&mut record, rank, is_moved);
        changes.push(R::change(other, Some(record)));
    }
    Some(Edit::new(Verb::Move, vec![R::at(id)], changes))
}

/// The list's (id, rank) without one record; also whether that record already stands before `before`.
pub(super) fn without<R: Record>(
    list: Vec<(R::Id, &R)>,
    rank: impl Fn(&R) -> &Rank,
    id: R::Id,
    before: Option<R::Id>,
) -> (Vec<(R::Id, Rank)>, bool) {
    let place = list.iter().position(|(other, _)| *other == id);
    let next = place.and_then(|at| list.get(at + 1)).map(|(other, _)| *other);
    // A neighbour that is not there stands for the end, as in [`places`].
    let before = before.filter(|before| list.iter().any(|(other, _)| other == before));
    let stays = place.is_some() && (before == Some(id) || before == next);
    let others = list
        .into_iter()
        .filter(|(other, _)| *other != id)
        .map(|(other, record)| (other, rank(record).clone()))
        .collect();
    (others, stays)
}

/// Moves a stage, with all it holds, before another; to the right end for `None`.
pub fn move_stage(map: &Map, id: StageId, before: Option<StageId>) -> Option<Edit> {
    map.stages.get(&id)?;
    let (others, stays) = without(map.stages_in_order(), |s| &s.rank, id, before);
    if stays {
        return None;
    }
    moved::<Stage>(map, id, others, before, |s, rank, _| s.rank = rank)
}

/// Moves an audience before another in the row of audiences.
pub fn move_segment(map: &Map, id: SegmentId, before: Option<SegmentId>) -> Option<Edit> {
    map.segments.get(&id)?;
    let (others, stays) = without(map.segments_in_order(), |s| &s.rank, id, before);
    if stays {
        return None;
    }
    moved::<Segment>(map, id, others, before, |s, rank, _| s.rank = rank)
}

/// Moves a step before another of its stage, or to the end of a stage; its cards go along.
pub fn move_step(map: &Map, id: StepId, to: StageId, before: Option<StepId>) -> Option<Edit> {
    let from = map.steps.get(&id)?.stage;
    let (others, stays) = without(map.steps_of(to), |step| &step.rank, id, before);
    if !map.stages.contains_key(&to) || (stays && from == to) {
        return None;
    }
    let mut edit = moved::<Step>(map, id, others, before, |step, rank, is_moved| {
        step.rank = rank;
        if is_moved {
            step.stage = to;
        }
    })?;
    if from != to {
        let mut lanes: BTreeMap<LaneId, Vec<TouchpointId>> = BTreeMap::new();
        for (card_id, card) in map.touchpoints.iter().filter(|(_, card)| map.step_of(card) == Some(id)) {
            lanes.entry(card.lane).or_default().push(*card_id);
        }
        let mut after = map.after(&edit).ok()?;
        for (lane, cards) in lanes {
            let cell = Cell { stage: to, lane, step: Some(id) };
            if let Some(along) = move_touchpoints(&after, &cards, cell, None) {
                after = after.after(&along).ok()?;
            }
        }
        edit.changes = map.difference(&after.to_tables());
    }
    Some(edit)
}

/// Moves a block of the agenda before another.
pub fn move_agenda_block(map: &Map, id: AgendaBlockId, before: Option<AgendaBlockId>) -> Option<Edit> {
    map.agenda.get(&id)?;
    let (others, stays) = without(map.agenda_in_order(), |block| &block.rank, id, before);
    if stays {
        return None;
    }
    moved::<AgendaBlock>(map, id, others, before, |block, rank, _| block.rank = rank)
}

/// Moves cards to a cell, before one of its cards or to its end; they keep their order on the board. Cards and places
/// that the map lacks are passed over.
pub fn move_touchpoints(map: &Map, ids: &[TouchpointId], to: Cell, before: Option<TouchpointId>) -> Option<Edit> {
    let is_lane = map.lanes.get(&to.lane).is_some_and(|lane| lane.kind == LaneKind::Touchpoints);
    if !map.stages.contains_key(&to.stage) || !is_lane {
        return None;
    }
    let mut moved: Vec<(TouchpointId, &Touchpoint)> =
        ids.iter().filter_map(|id| Some((*id, map.touchpoints.get(id)?))).collect();
    // From left to right, then as in `Tables::touchpoints_of`.
    fn order<'m>(map: &'m Map, id: TouchpointId, card: &'m Touchpoint) -> impl Ord + 'm {
        let stage = map.stages.get(&card.stage).map(|stage| &stage.rank);
        let lane = map.lanes.get(&card.lane).map(|lane| &lane.rank);
        (stage, card.stage, lane, card.lane, map.card_order(card), id)
    }
    moved.sort_by_cached_key(|(id, card)| order(map, *id, card));
    moved.dedup_by_key(|(id, _)| *id);
    moved.first()?;
    let now = map.card_ids_in(to.stage, to.lane);
    let among: BTreeSet<&TouchpointId> = ids.iter().collect();
    let stays = |id: &TouchpointId| !among.contains(id);
    // The card that the moved ones shall stand before may itself be moved: then the next that stays.
    let start = before.and_then(|id| now.iter().position(|other| *other == id)).unwrap_or(now.len());
    let before = now.iter().skip(start).copied().find(stays);
    let others: Vec<TouchpointId> = now.iter().copied().filter(stays).collect();
    let step = to.step.filter(|step| map.steps.get(step).is_some_and(|step| step.stage == to.stage));
    // The cards of a cell stand by their steps, those of none last.
    let place = |step: Option<StepId>| {
        let rank = step.and_then(|id| Some((&map.steps.get(&id)?.rank, id)));
        (rank.is_none(), rank)
    };
    let place_of = |id: &TouchpointId| place(map.touchpoints.get(id).and_then(|card| map.step_of(card)));
    let first = others.partition_point(|id| place_of(id) < place(step));
    let end = others.partition_point(|id| place_of(id) <= place(step));
    // Without a card that they shall stand before, they come behind those of their step.
    let at = before.and_then(|id| others.iter().position(|other| *other == id)).unwrap_or(end);
    let (above, below) = others.split_at_checked(at)?;
    let then = above.iter().copied().chain(moved.iter().map(|(id, _)| *id)).chain(below.iter().copied());
    if then.eq(now.iter().copied()) && moved.iter().all(|(_, card)| card.step == step) {
        return None;
    }

    let rank_at = |nth: usize| others.get(nth).and_then(|id| map.touchpoints.get(id)).map(|card| &card.rank);
    // Among cards of other steps a rank says nothing: it has to lie between the ranks of those of its own.
    let own = |nth: usize| (first..end).contains(&nth).then(|| rank_at(nth)).flatten();
    let low = at.min(end).checked_sub(1).and_then(own);
    let high = own(at.max(first));
    let lies_between = |rank: &Rank| low.is_none_or(|low| low < rank) && high.is_none_or(|high| rank < high);
    let beside = places_at(&others, at, rank_at, moved.len());
    let Places { newcomers, renumbered } =
        match beside.renumbered.is_empty() && beside.newcomers.iter().all(lies_between) {
            true => beside,
            false => places_at(&others, at.clamp(first, end), own, moved.len()),
        };
    let mut changes = Vec::new();
    for (id, rank) in renumbered {
        let card = map.touchpoints.get(&id)?;
        changes.push(Change::Touchpoint(id, Some(Touchpoint { rank, ..card.clone() })));
    }
    for ((id, card), rank) in moved.iter().zip(newcomers) {
        let until = if card.stage == to.stage { card.until } else { moved_end(map, card, to.stage) };
        let card = Touchpoint { stage: to.stage, lane: to.lane, rank, step, until, ..(*card).clone() };
        changes.push(Change::Touchpoint(*id, Some(card)));
    }
    let about = moved.iter().map(|(id, _)| (*id).into()).collect();
    Some(Edit::new(Verb::Move, about, changes))
}

/// Puts a card into its cell before another, renumbering the cell when it must.
pub(super) fn insert_card(map: &mut Tables, id: TouchpointId, card: Touchpoint, before: Option<TouchpointId>) {
    let cell = map.touchpoints_in(card.stage, card.lane);
    let list: Vec<_> = cell.into_iter().map(|(id, card)| (id, card.rank.clone())).collect();
    let Places { newcomers, renumbered } = places(&list, before, 1);
    for (other, rank) in renumbered {
        if let Some(other) = map.touchpoints.get_mut(&other) {
            other.rank = rank;
        }
    }
    let rank = newcomers.into_iter().next().unwrap_or_else(Rank::middle);
    map.touchpoints.insert(id, Touchpoint { rank, ..card });
}

/// Until where a card goes on that moves to another stage: over as many as before, as far as there are so many.
fn moved_end(map: &Map, card: &Touchpoint, to: StageId) -> Option<StageId> {
    let end = map.end_of(card)?;
    let order: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let place = |stage: StageId| order.iter().position(|id| *id == stage);
    let last = (place(to)? + place(end)?).checked_sub(place(card.stage)?)?.min(order.len().checked_sub(1)?);
    order.get(last).copied().filter(|end| *end != to)
}

/// Lets cards go on over one stage more, or one less.
pub fn span(map: &Map, ids: &[TouchpointId], longer: bool) -> Option<Edit> {
    let order: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let place = |stage: StageId| order.iter().position(|id| *id == stage);
    let spanned = |id: &TouchpointId| {
        let card = map.touchpoints.get(id)?;
        let end = place(map.end_of(card).unwrap_or(card.stage))?;
        let until = if longer { *order.get(end + 1)? } else { *order.get(end.checked_sub(1)?)? };
        let until = Some(until).filter(|until| place(*until) > place(card.stage));
        let text = until.map(|until| fields::stage_text(map, until)).unwrap_or_default();
        fields::write(map, &FieldKey::one((*id).into(), Field::Until), &text).ok().flatten()
    };
    let mut edits = ids.iter().filter_map(spanned);
    let mut all = edits.next()?;
    for edit in edits {
        all.about.extend(edit.about);
        all.changes.extend(edit.changes);
    }
    Some(all)
}

/// Moves a record of a stage's list to a stage, before another there; it stays in its lane.
pub fn move_in_stage<R: InStage>(map: &Map, id: R::Id, to: StageId, before: Option<R::Id>) -> Option<Edit> {
    move_to_lane::<R>(map, id, (to, map.lane_listing(R::at(id))), before)
}

/// The same to a lane of its kind; without one, among all of the stage.
fn move_to_lane<R: InStage>(
    map: &Map,
    id: R::Id,
    (to, lane): (StageId, Option<LaneId>),
    before: Option<R::Id>,
) -> Option<Edit> {
    let (from, kind) = (R::table(map).get(&id)?.stage(), R::KIND.listed()?);
    let list = lane.map_or_else(|| map.in_stage::<R>(to), |lane| map.in_lane::<R>(to, lane));
    let (others, stays) = without(list, R::rank, id, before);
    if !map.stages.contains_key(&to) || (stays && from == to) {
        return None;
    }
    let named = lane.and_then(|lane| map.lane_to_name(kind, lane));
    moved::<R>(map, id, others, before, |record, rank, is_moved| {
        let stage = if is_moved { to } else { record.stage() };
        record.put(stage, rank);
        if is_moved && lane.is_some() {
            record.set_lane(named);
        }
    })
}

/// The same for a record of any kind; `None` for those that are no list of a stage. A neighbour of another kind stands for
/// the end.
pub fn move_listed(map: &Map, record: RecordRef, to: StageId, before: Option<RecordRef>) -> Option<Edit> {
    let kind = record.kind().listed()?;
    of_kind!(kind, R => {
        let id = |record: RecordRef| <R as Record>::Id::try_from(record).ok();
        move_in_stage::<R>(map, id(record)?, to, before.and_then(id))
    })
}

/// Moves a record of a stage's list to one of the lanes of its kind, before another there; `None` for a lane of another kind.
pub fn move_between(
    map: &Map,
    record: RecordRef,
    (to, lane): (StageId, LaneId),
    before: Option<RecordRef>,
) -> Option<Edit> {
    let kind = record.kind().listed()?;
    map.lane_holding(kind, Some(lane)).filter(|held| *held == lane)?;
    of_kind!(kind, R => {
        let id = |record: RecordRef| <R as Record>::Id::try_from(record).ok();
        move_to_lane::<R>(map, id(record)?, (to, Some(lane)), before.and_then(id))
    })
}

/// Lets a record that an edit adds stand in a lane, where that is one of its kind. What would have shown the first lane for it
/// leaves that as it is.
pub fn added_to_lane(map: &Map, edit: &mut Edit, record: RecordRef, lane: LaneId) {
    let Some(kind) = record.kind().listed().filter(|kind| map.lane_holding(*kind, Some(lane)) == Some(lane)) else {
        return;
    };
    let named = map.lane_to_name(kind, lane);
    macro_rules! name {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
            for change in &mut edit.changes {
                $(if let Change::$kind(id, Some(added)) = &mut *change
                    && record == (*id).into()
                {
                    added.set_lane(named);
                })*
            }
        };
    }
    listed!(name);
    let first = map.lane_of(kind.lane()).filter(|_| named.is_some());
    edit.changes.retain(|change| !matches!(change, Change::Lane(id, Some(_)) if Some(*id) == first));
}

/// Ties a record to the card that it is about (and moves it to that card's stage), or unties it; `None` for a kind that is
/// about no card, see [`RecordKind::is_tied`].
pub fn tie(map: &Map, record: RecordRef, card: Option<TouchpointId>) -> Option<Edit> {
    let kind = record.kind().listed()?;
    of_kind!(kind, R => tied::<R>(map, <R as Record>::Id::try_from(record).ok()?, card))
}

fn tied<R: InStage>(map: &Map, id: R::Id, card: Option<TouchpointId>) -> Option<Edit> {
    let stage = match card {
        Some(card) => Some(map.touchpoints.get(&card)?.stage),
        None => None,
    };
    let end = |stage| Rank::between(map.in_stage::<R>(stage).last().map(|(_, last)| last.rank()), None);
    changed::<R>(map, id, Verb::Tie(card), |record| {
        let Some(about) = record.spot_mut().touchpoint else { return };
        *about = card;
        if let Some(stage) = stage.filter(|stage| *stage != record.stage()) {
            record.put(stage, end(stage));
        }
    })
}

/// Moves a flag to another card or stage.
pub fn move_flag(map: &Map, id: FlagId, on: FlagTarget) -> Option<Edit> {
    changed::<Flag>(map, id, Verb::Move, |flag| flag.on = on)
}

/// Moves a sticky note to a place in map units, in tenths; held on the board, where a parked one comes to lie.
pub fn move_sticky(map: &Map, id: StickyId, x: f32, y: f32) -> Option<Edit> {
    if !x.is_finite() || !y.is_finite() {
        return None;
    }
    let held = |place: f32| (place.clamp(-STICKY_REACH, STICKY_REACH) * 10.0).round() / 10.0;
    changed::<Sticky>(map, id, Verb::Move, |sticky| {
        (sticky.x, sticky.y, sticky.parked, sticky.tied) = (held(x), held(y), false, None);
    })
    .map(Edit::merging)
}

/// Gives a stage a width in map units, held within [`STAGE_WIDTH`]; `None` gives it back to the layout.
pub fn resize_stage(map: &Map, id: StageId, width: Option<u16>) -> Option<Edit> {
    let width = width.map(|width| width.clamp(*STAGE_WIDTH.start(), *STAGE_WIDTH.end()));
    let text = width.map(|width| width.to_string()).unwrap_or_default();
    fields::write(map, &FieldKey::one(id.into(), Field::Width), &text).ok().flatten().map(Edit::merging)
}
