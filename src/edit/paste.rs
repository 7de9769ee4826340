//! Paste and duplicate: records enter a map under new ids.
//!
//! References among what is pasted follow it; references to records that the map has are kept; all others are dropped.

use super::difference::difference;
use super::metric::show_metrics_lane;
use super::place::{Cell, Places, places};
use super::spreadsheet::Row;
use super::{Fragment, describe};
use crate::model::*;
use std::collections::BTreeMap;

/// An edit that brings records, and which they are: the ones to select afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    pub edit: Edit,
    pub new: Vec<RecordRef>,
}

/// Where a pasted part goes.
enum Destination {
    /// Cards into a cell before one of its cards, stages after the cell's stage, the rest to the cell's stage.
    At { cell: Option<Cell>, before: Option<TouchpointId> },
    /// Each copy behind its original.
    Beside,
}

/// How far a copy of a sticky note lies from its original, in map units.
const STICKY_STEP: f32 = 16.0;

/// Pastes a part: cards into `cell` before `before` (or at its end), stages after the cell's stage (or at the right
/// end), the rest into the cell's stage. `None` when nothing of the part has a place.
pub fn paste(
    map: &Map,
    part: &Fragment,
    cell: Option<Cell>,
    before: Option<TouchpointId>,
    ids: &mut IdSource,
) -> Option<Pasted> {
    inserted(map, part, "Paste", Destination::At { cell, before }, ids)
}

/// Copies records right behind themselves.
pub fn duplicate(map: &Map, records: &[RecordRef], ids: &mut IdSource) -> Option<Pasted> {
    inserted(map, &Fragment::of(map, records)?, "Duplicate", Destination::Beside, ids)
}

fn inserted(map: &Map, part: &Fragment, verb: &str, to: Destination, ids: &mut IdSource) -> Option<Pasted> {
    let mut insertion = Insertion { map: map.clone(), part: &part.records, to, ids, renamed: Renamed::default() };
    insertion.segments();
    insertion.stages();
    insertion.touchpoints();
    insertion.annotations();
    insertion.causes();
    let Insertion { map: after, renamed, .. } = insertion;
    let changes = difference(map, &after);
    if renamed.top.is_empty() {
        return None;
    }
    let label = format!("{verb} {}", describe(&after, &renamed.top));
    Some(Pasted { edit: Edit::new(label, changes), new: renamed.top })
}

/// Old ids and the new ones; and what was pasted by itself, not as a part of something.
#[derive(Default)]
struct Renamed {
    stages: BTreeMap<StageId, StageId>,
    touchpoints: BTreeMap<TouchpointId, TouchpointId>,
    segments: BTreeMap<SegmentId, SegmentId>,
    top: Vec<RecordRef>,
}

struct Insertion<'a> {
    /// The map as it becomes.
    map: Map,
    part: &'a Map,
    to: Destination,
    ids: &'a mut IdSource,
    renamed: Renamed,
}

impl Insertion<'_> {
    fn segments(&mut self) {
        for (old, segment) in self.part.segments_in_order() {
            let id = SegmentId(self.ids.fresh());
            let last = self.map.segments_in_order().last().map(|(_, last)| last.rank.clone());
            let rank = Rank::between(last.as_ref(), None);
            let taken = self.map.segments.values().any(|other| other.name == segment.name);
            let name = if taken { format!("{} copy", segment.name) } else { segment.name.clone() };
            self.map.segments.insert(id, Segment { rank, name, ..segment.clone() });
            self.renamed.segments.insert(old, id);
            self.renamed.top.push(RecordRef::Segment(id));
        }
    }

    fn stages(&mut self) {
        let anchor = match self.to {
            Destination::At { cell, .. } => cell.map(|cell| cell.stage),
            // The copies of several stages stand together behind the last of them.
            Destination::Beside => {
                let order = self.map.stages_in_order();
                order.into_iter().map(|(id, _)| id).rfind(|id| self.part.stages.contains_key(id))
            }
        };
        let copied = self.part.stages_in_order();
        let order: Vec<(StageId, Rank)> =
            self.map.stages_in_order().into_iter().map(|(id, stage)| (id, stage.rank.clone())).collect();
        let after = anchor.and_then(|anchor| order.iter().position(|(id, _)| *id == anchor));
        let before = after.and_then(|at| order.get(at + 1)).map(|(id, _)| *id);
        let Places { newcomers, renumbered } = places(&order, before, copied.len());
        for (id, rank) in renumbered {
            if let Some(stage) = self.map.stages.get_mut(&id) {
                stage.rank = rank;
            }
        }
        for ((old, stage), rank) in copied.into_iter().zip(newcomers) {
            let id = StageId(self.ids.fresh());
            self.map.stages.insert(id, Stage { rank, ..stage.clone() });
            self.renamed.stages.insert(old, id);
            self.renamed.top.push(RecordRef::Stage(id));
        }
    }

    fn touchpoints(&mut self) {
        let mut cards: Vec<(TouchpointId, &Touchpoint)> =
            self.part.touchpoints.iter().map(|(id, card)| (*id, card)).collect();
        cards.sort_by(|a, b| a.1.rank.cmp(&b.1.rank).then(a.0.cmp(&b.0)));
        for (old, card) in cards {
            let stage_along = self.renamed.stages.get(&card.stage).copied();
            let Some(lane) = self.touchpoint_lane(card.lane, stage_along.is_some()) else { continue };
            let (stage, before) = match (stage_along, &self.to) {
                (Some(stage), _) => (stage, None),
                (None, Destination::At { cell: Some(cell), before }) => (cell.stage, *before),
                (None, Destination::At { cell: None, .. }) => continue,
                (None, Destination::Beside) => (card.stage, self.behind_copies(card)),
            };
            let id = TouchpointId(self.ids.fresh());
            let mut copy = Touchpoint { stage, lane, ..card.clone() };
            copy.segments = self.known_segments(&card.segments);
            copy.segment_emotions = card
                .segment_emotions
                .iter()
                .filter_map(|(segment, emotion)| Some((self.known_segment(*segment)?, emotion.clone())))
                .collect();
            if !self.map.stages.contains_key(&stage) {
                continue;
            }
            insert_card(&mut self.map, id, copy, before);
            self.renamed.touchpoints.insert(old, id);
            if stage_along.is_none() {
                self.renamed.top.push(RecordRef::Touchpoint(id));
            }
        }
    }

    /// The card before which a duplicate goes: behind the last card of the cell that is itself being copied.
    fn behind_copies(&self, card: &Touchpoint) -> Option<TouchpointId> {
        let cell = self.map.touchpoints_in(card.stage, card.lane);
        let is_copy = |id: TouchpointId| self.renamed.touchpoints.values().any(|new| *new == id);
        let last = cell.iter().rposition(|(id, _)| self.part.touchpoints.contains_key(id) || is_copy(*id))?;
        cell.get(last + 1).map(|(id, _)| *id)
    }

    /// The lane for a copied card: that of the place for cards pasted by themselves, else its own, else the first that
    /// holds cards.
    fn touchpoint_lane(&self, own: LaneId, with_stage: bool) -> Option<LaneId> {
        let holds_cards = |id: &LaneId| self.map.lanes.get(id).is_some_and(|lane| lane.kind == LaneKind::Touchpoints);
        let at = match &self.to {
            Destination::At { cell: Some(cell), .. } if !with_stage => Some(cell.lane),
            _ => None,
        };
        at.filter(holds_cards).or(Some(own).filter(holds_cards)).or_else(|| self.map.lane_of(LaneKind::Touchpoints))
    }

    fn known_segment(&self, old: SegmentId) -> Option<SegmentId> {
        let own = self.map.segments.contains_key(&old).then_some(old);
        own.or_else(|| self.renamed.segments.get(&old).copied())
    }

    fn known_segments(&self, old: &[SegmentId]) -> Vec<SegmentId> {
        old.iter().filter_map(|id| self.known_segment(*id)).collect()
    }

    fn known_card(&self, old: Option<TouchpointId>) -> Option<TouchpointId> {
        let old = old?;
        let copied = self.renamed.touchpoints.get(&old).copied();
        copied.or_else(|| self.map.touchpoints.contains_key(&old).then_some(old))
    }

    /// The stage for a record that lay in `old`, and whether the record came by itself.
    fn known_stage(&self, old: StageId) -> Option<(StageId, bool)> {
        if let Some(new) = self.renamed.stages.get(&old) {
            return Some((*new, false));
        }
        let stage = match &self.to {
            Destination::At { cell, .. } => cell.map(|cell| cell.stage),
            Destination::Beside => Some(old),
        };
        stage.filter(|stage| self.map.stages.contains_key(stage)).map(|stage| (stage, true))
    }

    fn annotations(&mut self) {
        let mut questions: Vec<&Question> = self.part.questions.values().collect();
        questions.sort_by(|a, b| a.rank.cmp(&b.rank));
        for question in questions {
            let Some((stage, alone)) = self.known_stage(question.stage) else { continue };
            let id = QuestionId(self.ids.fresh());
            let rank = behind(self.map.questions_of(stage).last().map(|(_, last)| &last.rank));
            let segments = self.known_segments(&question.segments);
            self.map.questions.insert(id, Question { stage, rank, segments, ..question.clone() });
            self.note(alone, RecordRef::Question(id));
        }
        let mut pains: Vec<&PainPoint> = self.part.pain_points.values().collect();
        pains.sort_by(|a, b| a.rank.cmp(&b.rank));
        for pain in pains {
            let Some((stage, alone)) = self.known_stage(pain.stage) else { continue };
            let id = PainPointId(self.ids.fresh());
            let rank = behind(self.map.pain_points_of(stage).last().map(|(_, last)| &last.rank));
            let (segments, touchpoint) = (self.known_segments(&pain.segments), self.known_card(pain.touchpoint));
            self.map.pain_points.insert(id, PainPoint { stage, rank, segments, touchpoint, ..pain.clone() });
            self.note(alone, RecordRef::PainPoint(id));
        }
        let mut actions: Vec<&Action> = self.part.actions.values().collect();
        actions.sort_by(|a, b| a.rank.cmp(&b.rank));
        for action in actions {
            let Some((stage, alone)) = self.known_stage(action.stage) else { continue };
            let id = ActionId(self.ids.fresh());
            let rank = behind(self.map.actions_of(stage).last().map(|(_, last)| &last.rank));
            let touchpoint = self.known_card(action.touchpoint);
            self.map.actions.insert(id, Action { stage, rank, touchpoint, ..action.clone() });
            self.note(alone, RecordRef::Action(id));
        }
        self.metrics();
        self.flags();
        for sticky in self.part.stickies.values() {
            let id = StickyId(self.ids.fresh());
            let stepped = |place: f32| (place + STICKY_STEP).clamp(-STICKY_REACH, STICKY_REACH);
            let (x, y) = (stepped(sticky.x), stepped(sticky.y));
            self.map.stickies.insert(id, Sticky { x, y, ..sticky.clone() });
            self.note(true, RecordRef::Sticky(id));
        }
    }

    fn metrics(&mut self) {
        let mut metrics: Vec<&Metric> = self.part.metrics.values().collect();
        metrics.sort_by(|a, b| a.rank.cmp(&b.rank));
        for metric in metrics {
            let Some((stage, alone)) = self.known_stage(metric.stage) else { continue };
            show_metrics_lane(&mut self.map, self.ids);
            let id = MetricId(self.ids.fresh());
            let rank = behind(self.map.metrics_of(stage).last().map(|(_, last)| &last.rank));
            self.map.metrics.insert(id, Metric { stage, rank, ..metric.clone() });
            self.note(alone, RecordRef::Metric(id));
        }
    }

    fn flags(&mut self) {
        for flag in self.part.flags.values() {
            let (on, alone) = match flag.on {
                FlagTarget::Touchpoint(card) => match self.renamed.touchpoints.get(&card) {
                    Some(new) => (Some(FlagTarget::Touchpoint(*new)), false),
                    None => (self.flag_place(flag.on), true),
                },
                FlagTarget::Stage(stage) => match self.renamed.stages.get(&stage) {
                    Some(new) => (Some(FlagTarget::Stage(*new)), false),
                    None => (self.flag_place(flag.on), true),
                },
            };
            let Some(on) = on else { continue };
            let id = FlagId(self.ids.fresh());
            self.map.flags.insert(id, Flag { on, ..flag.clone() });
            self.note(alone, RecordRef::Flag(id));
        }
    }

    /// What a flag that came without its card or stage hangs on.
    fn flag_place(&self, old: FlagTarget) -> Option<FlagTarget> {
        let place = match &self.to {
            Destination::At { cell, .. } => FlagTarget::Stage(cell.as_ref()?.stage),
            Destination::Beside => old,
        };
        let known = match place {
            FlagTarget::Stage(stage) => self.map.stages.contains_key(&stage),
            FlagTarget::Touchpoint(card) => self.map.touchpoints.contains_key(&card),
        };
        known.then_some(place)
    }

    fn note(&mut self, alone: bool, record: RecordRef) {
        if alone {
            self.renamed.top.push(record);
        }
    }

    /// Lets the estimates of copied stages name the copied cards.
    fn causes(&mut self) {
        let copied: Vec<StageId> = self.renamed.stages.values().copied().collect();
        for id in copied {
            let cause = self.map.stages.get(&id).and_then(|stage| stage.estimate.as_ref()).and_then(|e| e.cause);
            let known = self.known_card(cause);
            if let Some(estimate) = self.map.stages.get_mut(&id).and_then(|stage| stage.estimate.as_mut()) {
                estimate.cause = known;
            }
        }
    }
}

fn behind(last: Option<&Rank>) -> Rank {
    Rank::between(last, None)
}

/// Puts a card into its cell before another, renumbering the cell when it must.
fn insert_card(map: &mut Map, id: TouchpointId, card: Touchpoint, before: Option<TouchpointId>) {
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

/// Adds a card for each row of a spreadsheet, into the row's own stage where the map has one of that name, else into
/// `cell` before `before`. `None` when the cell cannot hold cards or there is no row.
pub fn paste_rows(
    map: &Map,
    rows: &[Row],
    cell: Cell,
    before: Option<TouchpointId>,
    ids: &mut IdSource,
) -> Option<Pasted> {
    let is_lane = map.lanes.get(&cell.lane).is_some_and(|lane| lane.kind == LaneKind::Touchpoints);
    if !is_lane || !map.stages.contains_key(&cell.stage) {
        return None;
    }
    let mut after = map.clone();
    let mut new = Vec::new();
    for row in rows {
        let named = row.stage.as_deref().and_then(|name| stage_named(map, name));
        let stage = named.unwrap_or(cell.stage);
        let id = TouchpointId(ids.fresh());
        let before = if stage == cell.stage { before } else { None };
        insert_card(&mut after, id, row.touchpoint(stage, cell.lane), before);
        new.push(RecordRef::Touchpoint(id));
    }
    if new.is_empty() {
        return None;
    }
    let label = format!("Paste {}", describe(&after, &new));
    Some(Pasted { edit: Edit::new(label, difference(map, &after)), new })
}

fn stage_named(map: &Map, name: &str) -> Option<StageId> {
    let wanted = name.trim().to_lowercase();
    map.stages_in_order().into_iter().find(|(_, stage)| stage.name.to_lowercase() == wanted).map(|(id, _)| id)
}
