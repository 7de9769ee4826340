//! What was drawn for the board before, kept by what went into it, so that an edit draws again only what it touched.
//!
//! A [`BoardCache`] changes nothing of the picture: it remembers values of functions of their inputs, and compares those
//! inputs in full. A board laid with it equals one laid from nothing, to the byte (law S4).

use super::lists::CardLists;
use super::sheet::Uses;
use crate::model::{
    ActionId, FlagId, FlagStatus, LaneId, MetricId, PainPointId, QuestionId, SegmentId, StageId, StickyId, TouchpointId,
};
use crate::scene::{Group, Item, Parts, Rect};
use crate::text::Shaper;
use crate::theme::Theme;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;
use touchline_words::{Language, language};

/// How many more records than were asked for in a pass may be kept, beside their double.
const SPARE: usize = 64;

/// Parts of a board that the next layout may take over; owned by whoever lays one board again and again.
#[derive(Debug, Default)]
pub struct BoardCache {
    /// What every part is drawn by. Where it changes, nothing is kept.
    drawn_by: Option<(Theme, Option<SegmentId>, Language)>,
    pub(super) cards: Shelf<TouchpointId, super::cards::CardLook>,
    pub(super) questions: Shelf<QuestionId, super::notes::QuoteLook>,
    pub(super) pain_points: Shelf<PainPointId, super::notes::PainLook>,
    pub(super) actions: Shelf<ActionId, super::notes::ActionLook>,
    pub(super) metrics: Shelf<MetricId, super::metrics::MetricLook>,
    pub(super) pennants: Shelf<StageId, Vec<(FlagId, FlagStatus, String)>>,
    pub(super) stickies: Shelf<StickyId, (String, f32)>,
    pub(super) faces: super::faces::KeptFaces,
    pub(super) curve: Option<super::feeling::KeptCurve>,
    pub(super) lists: CardLists,
    /// Counts the layouts.
    pub(super) pass: u64,
    pub(super) parts: Parts,
}

impl BoardCache {
    /// Begins a layout: forgets what another theme, audience or language was drawn by.
    pub(super) fn begin(&mut self, theme: &Theme, segment: Option<SegmentId>) {
        let drawn_by = Some((*theme, segment, language()));
        if self.drawn_by != drawn_by {
            *self = Self { drawn_by, pass: self.pass, ..Self::default() };
        }
        self.pass += 1;
    }

    /// Forgets what may look different with other fonts, and keeps what the bundled faces have every letter of.
    pub fn fonts_changed(&mut self) {
        self.cards.forget_lacking();
        self.questions.forget_lacking();
        self.pain_points.forget_lacking();
        self.actions.forget_lacking();
        self.metrics.forget_lacking();
        self.pennants.forget_lacking();
        self.stickies.forget_lacking();
    }

    /// Ends a layout: lets go of what it did not ask for, once that is much.
    pub(super) fn end(&mut self) {
        self.cards.sweep();
        self.questions.sweep();
        self.pain_points.sweep();
        self.actions.sweep();
        self.metrics.sweep();
        self.pennants.sweep();
        self.stickies.sweep();
    }
}

/// The pictures of one kind of record, and of the cells that hold them.
#[derive(Debug)]
pub(super) struct Shelf<K, L> {
    drawn: HashMap<K, Kept<L>>,
    cells: HashMap<(StageId, LaneId), KeptCell<K>>,
    /// Counts the layouts.
    pass: u64,
    /// Records that were asked for in this one.
    asked: usize,
    /// Counts the pictures.
    versions: u64,
}

/// A record's picture with its upper left corner at zero.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    pub items: Arc<[Item]>,
    /// Where it is hit.
    pub bounds: Rect,
    /// Room that it takes from the top.
    pub height: f32,
    pub uses: Uses,
}

#[derive(Debug)]
struct Kept<L> {
    look: L,
    width: f32,
    hue: usize,
    /// Another number for every other picture.
    version: u64,
    pass: u64,
    /// Some letter of it is in none of the bundled faces.
    is_lacking: bool,
    drawn: Drawn,
}

/// A cell's items from its own corner, with what they were made from.
#[derive(Debug)]
pub(super) struct KeptCell<K> {
    pub column: CellLook,
    pub runs: Vec<Arc<KeptRun<K>>>,
    pub group: Group,
    /// From the top of the first record to the end of the last.
    pub height: f32,
    pub uses: Uses,
    /// The layout that asked for it last.
    pass: u64,
}

/// What a cell's records have of their column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CellLook {
    pub width: f32,
    pub hue: usize,
    /// The stage's name.
    pub stage: String,
}

/// Some neighbouring records of a cell from their own corner: with their pictures' versions all that the items are made
/// from, but for the column.
#[derive(Debug)]
pub(super) struct KeptRun<K> {
    pub records: Vec<(K, u64)>,
    pub items: Arc<[Item]>,
    pub bounds: Rect,
    pub height: f32,
    pub uses: Uses,
}

impl<K> KeptCell<K> {
    pub fn new(column: CellLook, runs: Vec<Arc<KeptRun<K>>>, group: Group, height: f32, uses: Uses) -> Self {
        Self { column, runs, group, height, uses, pass: 0 }
    }

    pub fn len(&self) -> usize {
        self.runs.iter().map(|run| run.records.len()).sum()
    }
}

impl<K, L> Default for Shelf<K, L> {
    fn default() -> Self {
        Self { drawn: HashMap::new(), cells: HashMap::new(), pass: 0, asked: 0, versions: 0 }
    }
}

impl<K: Hash + Eq + Copy, L> Shelf<K, L> {
    /// A record's picture and its version: the kept one where `is_as` says that the look is the same and it is as wide
    /// and of the same hue, else a new one, whose words are set by `shaper`.
    pub fn drawn(
        &mut self,
        shaper: &Shaper,
        id: K,
        (width, hue): (f32, usize),
        is_as: impl FnOnce(&L) -> bool,
        look: impl FnOnce() -> L,
        draw: impl FnOnce() -> Drawn,
    ) -> (&Drawn, u64) {
        self.asked += 1;
        let pass = self.pass;
        let same = |kept: &Kept<L>| kept.width == width && kept.hue == hue && is_as(&kept.look);
        let kept = match self.drawn.entry(id) {
            Entry::Occupied(mut kept) if same(kept.get()) => {
                kept.get_mut().pass = pass;
                kept.into_mut()
            }
            entry => {
                self.versions += 1;
                let (before, drawn) = (shaper.lacking(), draw());
                let is_lacking = shaper.lacking() != before;
                let kept = Kept { look: look(), width, hue, version: self.versions, pass, is_lacking, drawn };
                entry.insert_entry(kept).into_mut()
            }
        };
        (&kept.drawn, kept.version)
    }

    /// Takes a cell out, when its records have the same of their column; and whether it is that of the layout before.
    pub fn take_cell(&mut self, at: (StageId, LaneId), column: &CellLook) -> Option<(KeptCell<K>, bool)> {
        let cell = self.cells.remove(&at).filter(|cell| cell.column == *column)?;
        let is_last = cell.pass + 1 == self.pass;
        Some((cell, is_last))
    }

    /// Keeps a cell for the next layout.
    pub fn keep_cell(&mut self, at: (StageId, LaneId), cell: KeptCell<K>) {
        self.cells.insert(at, KeptCell { pass: self.pass, ..cell });
    }

    /// Notes that so many records were taken over unseen.
    pub fn took_over(&mut self, records: usize) {
        self.asked += records;
    }

    fn forget_lacking(&mut self) {
        self.drawn.retain(|_, kept| !kept.is_lacking);
    }

    fn sweep(&mut self) {
        if self.drawn.len() > 2 * self.asked + SPARE {
            let pass = self.pass;
            self.cells.retain(|_, cell| cell.pass == pass);
            let runs = self.cells.values().flat_map(|cell| &cell.runs);
            let held: HashSet<K> = runs.flat_map(|run| run.records.iter().map(|(id, _)| *id)).collect();
            self.drawn.retain(|id, kept| kept.pass == pass || held.contains(id));
        }
        self.pass += 1;
        self.asked = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Board, Lens, arrange_board_again};
    use crate::model::{Change, Edit, Map, Verb};
    use crate::scene::{Kind, Tag};
    use crate::text::Shaper;

    /// The picture of each card on a board.
    fn cards(board: &Board) -> HashMap<Tag, Arc<[Item]>> {
        let cards = board.parts().iter().filter(|part| part.tag().kind == Kind::Touchpoint);
        cards.map(|part| (part.tag(), Arc::clone(&part.tagged.items))).collect()
    }

    /// The cards whose picture is another than before, after an edit and after its end.
    fn drawn_again(edit: impl Fn(&Map) -> Change) -> [Vec<Tag>; 2] {
        let (map, shaper, theme) = (sample::map(), Shaper::bundled(), Theme::light());
        let mut kept = BoardCache::default();
        let mut lay = |map: &Map| arrange_board_again(map, &Lens::default(), &theme, &shaper, 1136.0, &mut kept, None);
        let before = cards(&lay(&map));
        assert_eq!(before.len(), map.touchpoints.len());
        let edited = map.after(&Edit::of(Verb::Move, vec![edit(&map)])).unwrap();
        // As in a drag: the map as it would be, then the one that there is, then the other again.
        let boards = [&edited, &map, &edited].map(|map| cards(&lay(map)));
        let other = |a: &HashMap<Tag, Arc<[Item]>>, b: &HashMap<Tag, Arc<[Item]>>| {
            a.iter()
                .filter(|(tag, items)| !b.get(tag).is_some_and(|other| Arc::ptr_eq(items, other)))
                .map(|(tag, _)| *tag)
                .collect()
        };
        [other(&before, &boards[0]), other(&boards[0], &boards[2])]
    }

    #[test]
    fn only_the_card_that_an_edit_touched_is_drawn_again() {
        let first = |map: &Map| map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
        let id = first(&sample::map()).0;
        let retitled = drawn_again(|map| {
            let (id, mut card) = first(map);
            card.title.push_str(" again");
            Change::Touchpoint(id, Some(card))
        });
        assert_eq!(retitled[0], [Tag::new(Kind::Touchpoint, id.0)]);
        let moved = drawn_again(|map| {
            let (id, mut card) = first(map);
            card.stage = map.stages_in_order().last().unwrap().0;
            Change::Touchpoint(id, Some(card))
        });
        assert_eq!(moved[0], [Tag::new(Kind::Touchpoint, id.0)], "its stage gives it another colour");
        assert!(moved[1].len() <= 1 && retitled[1].len() <= 1);
    }

    #[test]
    fn fonts_that_arrive_change_only_what_our_own_lack_a_letter_of() {
        // The thread that reads fonts has done so as soon as it is asked.
        let run = |work: crate::text::Work| {
            work();
            true
        };
        let (shaper, theme) = (Shaper::with_system_fonts_later(run, || ()), Theme::light());
        let mut map = sample::map();
        let (id, mut card) = map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
        card.title.push_str(" 日本");
        map.apply(Edit::of(Verb::Move, vec![Change::Touchpoint(id, Some(card))])).unwrap();
        let mut kept = BoardCache::default();
        let lay =
            |kept: &mut BoardCache| arrange_board_again(&map, &Lens::default(), &theme, &shaper, 1136.0, kept, None);
        let before = cards(&lay(&mut kept));
        assert!(shaper.take_arrived());
        kept.fonts_changed();
        let again = lay(&mut kept);
        assert_eq!(again, lay(&mut BoardCache::default()));
        let other: Vec<Tag> = cards(&again)
            .iter()
            .filter(|(tag, items)| !Arc::ptr_eq(items, &before[tag]))
            .map(|(tag, _)| *tag)
            .collect();
        assert_eq!(other, [Tag::new(Kind::Touchpoint, id.0)]);
    }
}
