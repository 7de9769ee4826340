//! What a drag would do if it were let go of now: an edit to show, where it lands, and what is selected afterwards.
//!
//! Pure: nothing here changes a map.

use super::Block;
use super::chain::{Step, chain};
use crate::edit::library::Item;
use crate::edit::{self, Cell};
use crate::fields::{self, FieldKey};
use crate::layout::{Board, RowSpan, Slot};
use crate::model::*;
use crate::scene::{Kind, Point, Rect, Tag};
use crate::session::{Session, record_of};
use std::sync::Arc;

/// A sticky note hangs at the hand by a place this far inside its corner, in map units.
pub(super) const STICKY_GRIP: f32 = 20.0;

/// What is being dragged.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    Block(Block),
    /// An item of a library.
    Item(Arc<Item>),
    /// Cards and what is bound to a stage like them: questions, pain points, actions. The first was grabbed.
    Records(Vec<RecordRef>),
    Stage(StageId),
    /// A stage's right edge, and how wide the stage was.
    StageEdge(StageId, f32),
    Lane(LaneId),
    /// The lower edge of a lane's name, and how high the lane was.
    LaneEdge(LaneId, f32),
    Flag(FlagId),
    Face(TouchpointId),
    /// How a card shall be felt.
    Ring(TouchpointId),
    Sticky(StickyId),
    /// A frame, words, or an arrow or one of its ends, by where it was grabbed.
    Drawing(DrawingId),
    /// A step, which changes its place or its stage with its cards.
    Step(StepId),
    /// A line from a card, to be tied to another.
    Way(TouchpointId),
    /// An end of a card, which goes on over the stages up to there.
    CardEnd(TouchpointId, CardEnd),
}

/// An end of a card, in the order of its stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardEnd {
    First,
    Last,
}

/// Where the pointer is and what is held down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hand {
    pub pos_in_scene: Point,
    /// Copies what is dragged; on a face, tenths instead of whole steps.
    pub alt: bool,
    /// A note that would be tied to the cell lies free, and one that lies free is tied.
    pub loose: bool,
    /// How near something has to be to be snapped to, in map units.
    pub snap: f32,
    /// The audience whose curve is shown.
    pub segment: Option<SegmentId>,
}

/// What letting go would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Release {
    /// None: nothing, the place does not take it or it is there already.
    pub edit: Option<Edit>,
    /// Parts to light up, in scene space.
    pub landing: Vec<Rect>,
    /// Lines that a free note snapped to, in scene space.
    pub guides: Vec<[Point; 2]>,
    /// The records to select.
    pub select: Vec<RecordRef>,
    /// Whether the text of the first of them is to be written at once.
    pub write: bool,
    /// What is to be flagged, as soon as a rule is chosen.
    pub flag: Option<FlagTarget>,
}

impl Session {
    /// What letting go at `hand` would do with what was grabbed at `from`, in scene space.
    pub(super) fn release(&self, load: &Load, from: Point, board: &Board, hand: Hand, ids: &mut IdSource) -> Release {
        let (map, pos) = (&self.map, hand.pos_in_scene);
        let mut release = match load {
            Load::Block(block) => self.fresh(*block, board, hand, ids).unwrap_or_default(),
            Load::Item(item) => self.fresh_item(item, board, pos, ids).unwrap_or_default(),
            Load::Records(records) => moved_records(records, map, board, hand, ids),
            Load::Stage(id) => moved_stage(*id, map, board, hand, ids),
            Load::StageEdge(id, width) => {
                let width = (width + pos.x - from.x).round().clamp(0.0, f32::from(u16::MAX)) as u16;
                changed(edit::resize_stage(map, *id, Some(width)), vec![RecordRef::Stage(*id)])
            }
            Load::Lane(id) => moved_lane(*id, map, board, pos),
            Load::LaneEdge(id, height) => {
                let height = (height + pos.y - from.y).round().clamp(0.0, f32::from(u16::MAX)) as u16;
                changed(edit::resize_lane(map, *id, Some(height)), vec![RecordRef::Lane(*id)])
            }
            Load::Flag(id) => moved_flag(*id, map, board, pos),
            Load::Face(id) => moved_face(*id, map, board, hand, from),
            Load::Ring(id) => moved_ring(*id, map, board, hand, from),
            Load::Sticky(id) => self.sticky_pulled(*id, board, hand, from, ids),
            Load::Drawing(id) => self.drawing_pulled(*id, board, hand, from),
            Load::Step(id) => moved_step(*id, map, board, pos),
            Load::CardEnd(id, end) => self.end_pulled(*id, *end, board, pos),
            Load::Way(id) => tied_way(*id, map, board, pos, ids),
        };
        // A gesture is one step of undo, whatever came before it.
        if let Some(edit) = &mut release.edit {
            edit.merges = false;
        }
        release
    }
}

pub(super) fn changed(edit: Option<Edit>, select: Vec<RecordRef>) -> Release {
    Release { edit, select, ..Release::default() }
}

/// The cell of a touchpoints lane at or nearest to a place, and where in it.
pub(super) fn card_slot(board: &Board, pos: Point) -> Option<Slot> {
    let stage = board.stage_at(pos.x)?;
    let lanes = board.rows.iter().filter(|row| row.kind == LaneKind::Touchpoints);
    let away = |y: f32, height: f32| (y - pos.y).max(pos.y - y - height).max(0.0);
    let nearest = lanes.min_by(|a, b| away(a.y, a.height).total_cmp(&away(b.y, b.height)))?;
    board.slot_in(stage, nearest.lane, pos)
}

pub(super) fn card_at(board: &Board, pos: Point) -> Option<(TouchpointId, Rect)> {
    let (tag, rect) = board.hit(pos, |tag| tag.kind == Kind::Touchpoint)?;
    Some((TouchpointId(tag.id), rect))
}

/// The lane of a kind at or nearest to a height, of those that are shown.
pub(super) fn lane_near(board: &Board, kind: LaneKind, y: f32) -> Option<LaneId> {
    let away = |row: &RowSpan| (row.y - y).max(y - row.y - row.height).max(0.0);
    let lanes = board.rows.iter().filter(|row| row.kind == kind);
    lanes.min_by(|a, b| away(a).total_cmp(&away(b))).map(|row| row.lane)
}

/// Where a stage takes records of a lane's kind: the cell when that lane is shown, else the stage's header.
pub(super) fn landing_in(board: &Board, stage: StageId, kind: LaneKind, y: f32) -> Option<Rect> {
    let cell = lane_near(board, kind, y).and_then(|lane| board.cell_rect(stage, lane));
    cell.or_else(|| board.rect_of(Tag::new(Kind::Stage, stage.0)))
}

fn flag_target(board: &Board, pos: Point) -> Option<(FlagTarget, Rect)> {
    if let Some((card, rect)) = card_at(board, pos) {
        return Some((FlagTarget::Touchpoint(card), rect));
    }
    let stage = board.stage_at(pos.x)?;
    Some((FlagTarget::Stage(stage), landing_in(board, stage, LaneKind::Compliance, pos.y)?))
}

pub(super) fn card_before(slot: &Slot) -> Option<TouchpointId> {
    slot.before.filter(|tag| tag.kind == Kind::Touchpoint).map(|tag| TouchpointId(tag.id))
}

/// With copies, the edit that makes them and their references in place of the originals.
pub(super) fn copied(
    records: &[RecordRef],
    map: &Map,
    alt: bool,
    ids: &mut IdSource,
) -> (Vec<RecordRef>, Option<Edit>) {
    match alt.then(|| edit::duplicate(map, records, ids)).flatten() {
        Some(pasted) => (pasted.new, Some(pasted.edit)),
        None => (records.to_vec(), None),
    }
}

/// Among the steps of the stage that it is held over.
fn moved_step(id: StepId, map: &Map, board: &Board, pos: Point) -> Release {
    let Some(stage) = board.stage_at(pos.x) else { return Release::default() };
    let steps = map.steps_of(stage);
    let rects: Vec<(StepId, Rect)> =
        steps.iter().filter_map(|(step, _)| Some((*step, board.rect_of(Tag::new(Kind::Step, step.0))?))).collect();
    let are_beside = rects.windows(2).all(|pair| matches!(pair, [(_, a), (_, b)] if (a.y - b.y).abs() < 0.5));
    let is_after = |(_, rect): &&(StepId, Rect)| {
        let center = rect.center();
        if are_beside { pos.x < center.x } else { pos.y < center.y }
    };
    let before = rects.iter().find(is_after);
    let landing = before
        .or(rects.last())
        .map(|(_, rect)| *rect)
        .or_else(|| landing_in(board, stage, LaneKind::Touchpoints, pos.y));
    let edit = edit::move_step(map, id, stage, before.map(|(id, _)| *id));
    let landing = landing.filter(|_| edit.is_some()).into_iter().collect();
    Release { landing, ..changed(edit, vec![RecordRef::Step(id)]) }
}

fn moved_records(records: &[RecordRef], map: &Map, board: &Board, hand: Hand, ids: &mut IdSource) -> Release {
    let pos = hand.pos_in_scene;
    let (records, copies) = copied(records, map, hand.alt, ids);
    let select = records.clone();
    let cards: Vec<TouchpointId> = records.iter().filter_map(|record| TouchpointId::try_from(*record).ok()).collect();
    // A lone action or pain point that is dropped on a card is tied to it.
    if let ([only], Some((card, rect))) = (records.as_slice(), card_at(board, pos))
        && only.kind().is_tied()
    {
        let edit = chain(map, copies, &[&|map: &Map| edit::tie(map, *only, Some(card))]);
        return Release { landing: vec![rect], ..changed(edit, select) };
    }
    let Some(stage) = board.stage_at(pos.x) else {
        return Release::default();
    };
    let slot = card_slot(board, pos);
    let mut landing: Vec<Rect> =
        if cards.is_empty() { Vec::new() } else { slot.iter().map(|slot| slot.cell).collect() };
    let move_cards = |map: &Map| {
        let slot = slot.as_ref().filter(|_| !cards.is_empty())?;
        let cell = Cell { step: slot.step, ..Cell::new(slot.stage, slot.lane) };
        edit::move_touchpoints(map, &cards, cell, card_before(slot))
    };
    let mut steps: Vec<Box<Step<'_>>> = vec![Box::new(move_cards)];
    for record in &records {
        let (record, kind) = (*record, record.kind().listed().map(ListKind::lane));
        let Some(kind) = kind else { continue };
        // What is carried along stays in its lane, unless the hand is in another of its kind.
        let is_over = |row: &&RowSpan| row.kind == kind && (row.y..row.y + row.height).contains(&pos.y);
        let own =
            map.lane_listing(record).filter(|lane| records.len() > 1 && board.rows.iter().any(|row| row.lane == *lane));
        let lane =
            board.rows.iter().find(is_over).map(|row| row.lane).or(own).or_else(|| lane_near(board, kind, pos.y));
        let cell = lane.and_then(|lane| board.cell_rect(stage, lane)).or_else(|| landing_in(board, stage, kind, pos.y));
        landing.extend(cell.filter(|rect| !landing.contains(rect)));
        let before = lane.and_then(|lane| board.slot_in(stage, lane, pos)).and_then(|slot| slot.before);
        steps.push(Box::new(move |map: &Map| moved_note(map, record, (stage, lane), before)));
    }
    let steps: Vec<&Step<'_>> = steps.iter().map(|step| step.as_ref()).collect();
    Release { landing, ..changed(chain(map, copies, &steps), select) }
}

fn moved_note(
    map: &Map,
    record: RecordRef,
    (stage, lane): (StageId, Option<LaneId>),
    before: Option<Tag>,
) -> Option<Edit> {
    let before = before.and_then(record_of);
    match lane {
        Some(lane) => edit::move_between(map, record, (stage, lane), before),
        None => edit::move_listed(map, record, stage, before),
    }
}

fn moved_stage(id: StageId, map: &Map, board: &Board, hand: Hand, ids: &mut IdSource) -> Release {
    let slot = board.stage_slot_at(hand.pos_in_scene.x);
    let (records, copies) = copied(&[RecordRef::Stage(id)], map, hand.alt, ids);
    let Some(RecordRef::Stage(id)) = records.first().copied() else {
        return Release::default();
    };
    let edit = chain(map, copies, &[&|map: &Map| edit::move_stage(map, id, slot.before)]);
    Release { landing: vec![slot.line], ..changed(edit, records) }
}

fn moved_lane(id: LaneId, map: &Map, board: &Board, pos: Point) -> Release {
    let (before, line) = board.lane_slot_at(pos.y);
    Release { landing: vec![line], ..changed(edit::move_lane(map, id, before), vec![RecordRef::Lane(id)]) }
}

fn moved_flag(id: FlagId, map: &Map, board: &Board, pos: Point) -> Release {
    let Some((on, rect)) = flag_target(board, pos) else {
        return Release::default();
    };
    // The stage's own column takes a card's flag from it only when that is meant: away from the cards.
    let edit = edit::move_flag(map, id, on);
    Release { landing: vec![rect], ..changed(edit, vec![RecordRef::Flag(id)]) }
}

fn moved_face(id: TouchpointId, map: &Map, board: &Board, hand: Hand, from: Point) -> Release {
    let now = map.touchpoints.get(&id).and_then(|card| card.emotion_of(hand.segment)).map(|emotion| emotion.score);
    moved_score(id, Field::Emotion(hand.segment), now, map, board, hand, from)
}

/// A ring says how all shall feel.
fn moved_ring(id: TouchpointId, map: &Map, board: &Board, hand: Hand, from: Point) -> Release {
    let now = map.touchpoints.get(&id).and_then(|card| card.to_be);
    moved_score(id, Field::ToBe, now, map, board, hand, from)
}

fn moved_score(
    id: TouchpointId,
    field: Field,
    now: Option<Score>,
    map: &Map,
    board: &Board,
    hand: Hand,
    from: Point,
) -> Release {
    let select = vec![RecordRef::Touchpoint(id)];
    let (Some(now), Some(scale)) = (now, board.feeling) else {
        return changed(None, select);
    };
    let pulled = f64::from((from.y - hand.pos_in_scene.y) / scale.units_per_score * 10.0);
    let tenths = f64::from(now.tenths()) + pulled;
    // A press without a pull leaves a score between two whole ones as it is.
    let tenths = match (hand.alt, pulled.abs() < 2.0) {
        (true, _) => tenths.round(),
        (false, true) => f64::from(now.tenths()),
        (false, false) => (tenths / 10.0).round() * 10.0,
    };
    let score = Score::from_tenths(tenths as i32);
    let key = FieldKey::one(id.into(), field);
    let write = || fields::write(map, &key, &score.text()).ok().flatten();
    let edit = if score == now { None } else { write() };
    changed(edit, select)
}

/// A line that is let go of over another card connects the two.
fn tied_way(from: TouchpointId, map: &Map, board: &Board, pos: Point, ids: &mut IdSource) -> Release {
    let Some((to, rect)) = card_at(board, pos).filter(|(to, _)| *to != from) else {
        return Release::default();
    };
    let edit = edit::connect(map, &[from, to], ids);
    let ways = edit.iter().flat_map(|edit| &edit.changes).map(Change::at).collect();
    Release { landing: vec![rect], ..changed(edit, ways) }
}
