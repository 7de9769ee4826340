//! Paste and duplicate: records enter a map under new ids.
//!
//! References among what is pasted follow it; references to records that the map has are kept; all others are dropped.

use touchline_words::direction::as_name;
use touchline_words::say;

use super::Fragment;
use super::add::is_further;
use super::grid::Row;
use super::lanes::show_lane_of;
use super::place::{Cell, Places, insert_card, places};
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
    /// Below a lane or at the bottom, in stages that are known.
    Lanes { below: Option<LaneId> },
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
    inserted(map, part, Verb::Paste, Destination::At { cell, before }, ids)
}

/// Copies records right behind themselves.
pub fn duplicate(map: &Map, records: &[RecordRef], ids: &mut IdSource) -> Option<Pasted> {
    inserted(map, &Fragment::of(map, records)?, Verb::Duplicate, Destination::Beside, ids)
}

/// Pastes lanes with what is in them, in stages of the map by those that they were in.
pub(super) fn land_in_lanes(
    map: &Map,
    part: &Fragment,
    stages: BTreeMap<StageId, StageId>,
    below: Option<LaneId>,
    ids: &mut IdSource,
) -> Option<Pasted> {
    let renamed = Renamed { stages, ..Renamed::default() };
    let to = Destination::Lanes { below };
    let mut insertion = Insertion { map: map.to_tables(), part: &part.records, to, ids, renamed };
    insertion.lanes();
    insertion.touchpoints();
    insertion.annotations();
    let Insertion { map: after, renamed, .. } = insertion;
    let changes = map.difference(&after);
    let new = renamed.top;
    (!changes.is_empty()).then(|| Pasted { edit: Edit::new(Verb::Paste, new.clone(), changes), new })
}

fn inserted(map: &Map, part: &Fragment, verb: Verb, to: Destination, ids: &mut IdSource) -> Option<Pasted> {
    let mut insertion = Insertion { map: map.to_tables(), part: &part.records, to, ids, renamed: Renamed::default() };
    insertion.segments();
    insertion.stages();
    insertion.steps();
    insertion.touchpoints();
    insertion.annotations();
    insertion.causes();
    let Insertion { map: after, renamed, .. } = insertion;
    let changes = map.difference(&after);
    if renamed.top.is_empty() {
        return None;
    }
    Some(Pasted { edit: Edit::new(verb, renamed.top.clone(), changes), new: renamed.top })
}

/// Old ids and the new ones; and what was pasted by itself, not as a part of something.
#[derive(Default)]
struct Renamed {
    lanes: BTreeMap<LaneId, LaneId>,
    stages: BTreeMap<StageId, StageId>,
    touchpoints: BTreeMap<TouchpointId, TouchpointId>,
    segments: BTreeMap<SegmentId, SegmentId>,
    steps: BTreeMap<StepId, StepId>,
    stickies: BTreeMap<StickyId, StickyId>,
    drawings: BTreeMap<DrawingId, DrawingId>,
    top: Vec<RecordRef>,
}

struct Insertion<'a> {
    /// The map as it becomes.
    map: Tables,
    part: &'a Tables,
    to: Destination,
    ids: &'a mut IdSource,
    renamed: Renamed,
}

impl Insertion<'_> {
    /// A lane of cards is a further one; a list comes to the first lane of its kind, and to a further one where something is in
    /// that already.
    fn lanes(&mut self) {
        for (old, lane) in self.part.lanes_in_order() {
            let is_free = |own: &LaneId| match lane.kind.holds() {
                Holds::Cards => false,
                Holds::List(kind) => {
                    let is_taken = self.renamed.lanes.values().any(|lane| lane == own);
                    !is_taken
                        && self.map.stages.keys().all(|stage| self.map.listed_in_lane(kind, *stage, *own).is_empty())
                }
                Holds::Feelings | Holds::Losses | Holds::Flags | Holds::Channels => true,
            };
            let shown = self.map.lane_of(lane.kind).filter(is_free);
            if let Some(own) = shown {
                self.map.lanes.entry(own).and_modify(|lane| lane.hidden = false);
                self.renamed.lanes.insert(old, own);
                self.renamed.top.push(own.into());
                continue;
            }
            let order: Vec<(LaneId, Rank)> =
                self.map.lanes_in_order().into_iter().map(|(id, lane)| (id, lane.rank.clone())).collect();
            let below = match self.to {
                Destination::Lanes { below } => below,
                Destination::At { .. } | Destination::Beside => None,
            };
            let last = self.renamed.lanes.values().last().copied().or(below);
            let at = last.and_then(|last| order.iter().position(|(id, _)| *id == last));
            let before = at.and_then(|at| order.get(at + 1)).map(|(id, _)| *id);
            let Places { newcomers, renumbered } = places(&order, before, 1);
            for (id, rank) in renumbered {
                self.map.lanes.entry(id).and_modify(|lane| lane.rank = rank);
            }
            let id = LaneId(self.ids.fresh());
            let rank = newcomers.into_iter().next().unwrap_or_else(Rank::middle);
            let further = is_further(&self.map, lane.kind);
            self.map.lanes.insert(id, Lane { rank, further, ..lane.clone() });
            self.renamed.lanes.insert(old, id);
            self.renamed.top.push(id.into());
        }
    }

    fn segments(&mut self) {
        for (old, segment) in self.part.segments_in_order() {
            let id = SegmentId(self.ids.fresh());
            let last = self.map.segments_in_order().last().map(|(_, last)| last.rank.clone());
            let rank = Rank::between(last.as_ref(), None);
            let taken = self.map.segments.values().any(|other| other.name == segment.name);
            let name =
                if taken { as_name(say!(edit_copy_of_segment, name = segment.name)) } else { segment.name.clone() };
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
            Destination::Lanes { .. } => None,
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

    /// Steps come with their stage, or by themselves to the end of another.
    fn steps(&mut self) {
        let mut steps: Vec<(StepId, &Step)> = self.part.steps.iter().map(|(id, step)| (*id, step)).collect();
        steps.sort_by(|a, b| a.1.rank.cmp(&b.1.rank).then(a.0.cmp(&b.0)));
        for (old, step) in steps {
            let Some((stage, alone)) = self.known_stage(step.stage) else { continue };
            let id = StepId(self.ids.fresh());
            let rank = behind(self.map.steps_of(stage).last().map(|(_, last)| &last.rank));
            self.map.steps.insert(id, Step { stage, rank, ..step.clone() });
            self.renamed.steps.insert(old, id);
            self.note(alone, RecordRef::Step(id));
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
                (None, Destination::At { cell: None, .. } | Destination::Lanes { .. }) => continue,
                (None, Destination::Beside) => (card.stage, self.behind_copies(card)),
            };
            let id = TouchpointId(self.ids.fresh());
            let mut copy = Touchpoint { stage, lane, ..card.clone() };
            let own = [stage.into(), lane.into()];
            if !copy.rename(&mut |named| if own.contains(&named) { Some(named) } else { self.known(named) }) {
                continue;
            }
            if let (None, Destination::At { cell: Some(cell), .. }) = (stage_along, &self.to) {
                copy.step = cell.step;
            }
            copy.step = self.map.step_of(&copy);
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
        let new = self.renamed.lanes.get(&own).copied();
        at.or(new)
            .filter(holds_cards)
            .or(Some(own).filter(holds_cards))
            .or_else(|| self.map.lane_of(LaneKind::Touchpoints))
    }

    /// What a record of the part is called in the map: its copy, else itself where the map has it.
    fn known(&self, old: RecordRef) -> Option<RecordRef> {
        let copy = match old.kind().family() {
            // An audience that the map has stays the one that is meant.
            Family::Segment if self.map.contains(old) => None,
            Family::Segment => SegmentId::try_from(old)
                .ok()
                .and_then(|id| self.renamed.segments.get(&id))
                .map(|id| RecordRef::from(*id)),
            Family::Touchpoint => TouchpointId::try_from(old)
                .ok()
                .and_then(|id| self.renamed.touchpoints.get(&id))
                .map(|id| RecordRef::from(*id)),
            Family::Stage => {
                StageId::try_from(old).ok().and_then(|id| self.renamed.stages.get(&id)).map(|id| RecordRef::from(*id))
            }
            Family::Step => {
                StepId::try_from(old).ok().and_then(|id| self.renamed.steps.get(&id)).map(|id| RecordRef::from(*id))
            }
            Family::Sticky => StickyId::try_from(old)
                .ok()
                .and_then(|id| self.renamed.stickies.get(&id))
                .map(|id| RecordRef::from(*id)),
            Family::Drawing => DrawingId::try_from(old)
                .ok()
                .and_then(|id| self.renamed.drawings.get(&id))
                .map(|id| RecordRef::from(*id)),
            Family::Lane => {
                LaneId::try_from(old).ok().and_then(|id| self.renamed.lanes.get(&id)).map(|id| RecordRef::from(*id))
            }
            Family::Map
            | Family::Listed(_)
            | Family::Flag
            | Family::Connector
            | Family::Loop
            | Family::Measurement
            | Family::AgendaBlock
            | Family::SavedView
            | Family::DeckPage => None,
        };
        copy.or_else(|| self.map.contains(old).then_some(old))
    }

    /// The stage for a record that lay in `old`, and whether the record came by itself.
    fn known_stage(&self, old: StageId) -> Option<(StageId, bool)> {
        if let Some(new) = self.renamed.stages.get(&old) {
            return Some((*new, false));
        }
        let stage = match &self.to {
            Destination::At { cell, .. } => cell.map(|cell| cell.stage),
            Destination::Beside => Some(old),
            Destination::Lanes { .. } => None,
        };
        stage.filter(|stage| self.map.stages.contains_key(stage)).map(|stage| (stage, true))
    }

    fn annotations(&mut self) {
        for kind in ListKind::ALL {
            of_kind!(*kind, R => self.list::<R>());
        }
        self.flags();
        for way in self.part.connectors.values() {
            let ends = self.renamed.touchpoints.get(&way.from).zip(self.renamed.touchpoints.get(&way.to));
            if let Some((from, to)) = ends {
                let id = ConnectorId(self.ids.fresh());
                self.map.connectors.insert(id, Connector { from: *from, to: *to, ..way.clone() });
            }
        }
        for way in self.part.loops.values() {
            let ends = self.renamed.stages.get(&way.from).zip(self.renamed.stages.get(&way.to));
            if let Some((from, to)) = ends {
                self.map.loops.insert(LoopId(self.ids.fresh()), Loop { from: *from, to: *to, ..way.clone() });
            }
        }
        self.stickies();
        self.drawings();
    }

    /// Notes: heads of clusters first, so that those in them find them. What a note is tied to is known, or it is parked.
    fn stickies(&mut self) {
        let (heads, members): (Vec<_>, Vec<_>) =
            self.part.stickies.iter().partition(|(_, note)| !matches!(note.tied, Some(NoteTie::Sticky(_))));
        for (old, sticky) in heads.into_iter().chain(members) {
            let id = StickyId(self.ids.fresh());
            let mut copy = sticky.clone();
            let along = sticky.tied.is_some_and(|_| {
                let mut known = false;
                sticky.each_named(&mut |named| known |= self.copied(named));
                known
            });
            copy.rename(&mut |named| self.known(named));
            if copy.tied.is_none() {
                let stepped = |place: f32| (place + STICKY_STEP).clamp(-STICKY_REACH, STICKY_REACH);
                (copy.x, copy.y) = (stepped(copy.x), stepped(copy.y));
            }
            self.map.stickies.insert(id, copy);
            self.renamed.stickies.insert(*old, id);
            self.note(!along, RecordRef::Sticky(id));
        }
    }

    /// What is drawn; arrows last, so that they find what they follow.
    fn drawings(&mut self) {
        let (arrows, others): (Vec<_>, Vec<_>) =
            self.part.drawings.iter().partition(|(_, drawing)| drawing.shape == Shape::Arrow);
        for (old, drawing) in others.into_iter().chain(arrows) {
            let id = DrawingId(self.ids.fresh());
            let stepped = |place: f32| (place + STICKY_STEP).clamp(-STICKY_REACH, STICKY_REACH);
            let mut copy = Drawing { x: stepped(drawing.x), y: stepped(drawing.y), ..drawing.clone() };
            copy.rename(&mut |named| self.known(named));
            self.map.drawings.insert(id, copy);
            self.renamed.drawings.insert(*old, id);
            self.note(true, RecordRef::Drawing(id));
        }
    }

    /// Whether a record of the part came as a copy.
    fn copied(&self, old: RecordRef) -> bool {
        self.known(old).is_some_and(|known| known != old)
    }

    /// The records of a kind that are a list in their stage: each comes to the end of its new stage's.
    fn list<R: InStage>(&mut self) {
        let mut records: Vec<&R> = R::table(self.part).values().collect();
        records.sort_by(|a, b| a.rank().cmp(b.rank()));
        for record in records {
            let Some((stage, alone)) = self.known_stage(record.stage()) else { continue };
            if !R::LANE.is_usual() && self.renamed.lanes.is_empty() {
                show_lane_of(&mut self.map, R::LANE, self.ids);
            }
            let id = R::Id::from(self.ids.fresh());
            let rank = behind(self.map.in_stage::<R>(stage).last().map(|(_, last)| last.rank()));
            let mut copy = record.clone();
            copy.put(stage, rank);
            // Its stage is known already; what it mentions and nobody knows is forgotten.
            copy.rename(&mut |named| if named == stage.into() { Some(named) } else { self.known(named) });
            if let Some((kind, lane)) = self.lane_along::<R>(record) {
                copy.set_lane(self.map.lane_to_name(kind, lane));
            }
            R::table_mut(&mut self.map).insert(id, copy);
            self.note(alone, R::at(id));
        }
    }

    /// The lane of the map that came along as the one in which a record stood.
    fn lane_along<R: InStage>(&self, record: &R) -> Option<(ListKind, LaneId)> {
        let kind = R::KIND.listed()?;
        let old = self.part.lane_holding(kind, record.lane())?;
        Some((kind, *self.renamed.lanes.get(&old)?))
    }

    fn flags(&mut self) {
        for flag in self.part.flags.values() {
            let along = match flag.on {
                FlagTarget::Touchpoint(card) => {
                    self.renamed.touchpoints.get(&card).map(|new| FlagTarget::Touchpoint(*new))
                }
                FlagTarget::Stage(stage) => self.renamed.stages.get(&stage).map(|new| FlagTarget::Stage(*new)),
            };
            let alone = along.is_none();
            let Some(on) = along.or_else(|| self.flag_place(flag.on)) else { continue };
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
            Destination::Lanes { .. } => return None,
        };
        self.map.contains(place.into()).then_some(place)
    }

    fn note(&mut self, alone: bool, record: RecordRef) {
        if alone {
            self.renamed.top.push(record);
        }
    }

    /// Lets the copied stages mention the copied cards.
    fn causes(&mut self) {
        let copied: Vec<StageId> = self.renamed.stages.values().copied().collect();
        for id in copied {
            let Some(mut stage) = self.map.stages.get(&id).cloned() else { continue };
            stage.rename(&mut |named| self.known(named));
            self.map.stages.insert(id, stage);
        }
    }
}

fn behind(last: Option<&Rank>) -> Rank {
    Rank::between(last, None)
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
    let mut after = map.to_tables();
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
    Some(Pasted { edit: Edit::new(Verb::Paste, new.clone(), map.difference(&after)), new })
}

fn stage_named(map: &Map, name: &str) -> Option<StageId> {
    let wanted = name.trim().to_lowercase();
    map.stages_in_order().into_iter().find(|(_, stage)| stage.name.to_lowercase() == wanted).map(|(id, _)| id)
}
