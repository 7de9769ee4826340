//! What was drawn for the board before, kept by what went into it, so that an edit draws again only what it touched.
//!
//! A [`BoardCache`] changes nothing of the picture: it remembers values of functions of their inputs, and compares those
//! inputs in full. A board laid with it equals one laid from nothing, to the byte (law S4).

use super::sheet::Uses;
use super::stack::Noted;
use crate::model::*;
use crate::scene::{Item, Parts, Rect};
use crate::theme::Theme;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;
use std::sync::Arc;

/// How many more records than were asked for in a pass may be kept, beside their double.
const SPARE: usize = 64;

/// Parts of a board that the next layout may take over; owned by whoever lays one board again and again.
#[derive(Debug, Default)]
pub struct BoardCache {
    /// What every part is drawn by. Where it changes, nothing is kept.
    drawn_by: Option<(Theme, Option<SegmentId>)>,
    pub(super) cards: Shelf<TouchpointId, super::cards::CardLook>,
    pub(super) listed: Shelves,
    pub(super) pennants: Shelf<StageId, Vec<(FlagId, FlagStatus, String)>>,
    pub(super) stickies: Shelf<StickyId, (String, f32)>,
    pub(super) faces: Shelf<StageId, Vec<super::feeling::FaceLook>>,
    pub(super) curve: Option<super::feeling::KeptCurve>,
    pub(super) parts: Parts,
}

impl BoardCache {
    /// Begins a layout: forgets what another theme or audience was drawn by.
    pub(super) fn begin(&mut self, theme: &Theme, segment: Option<SegmentId>) {
        let drawn_by = Some((*theme, segment));
        if self.drawn_by != drawn_by {
            *self = Self { drawn_by, ..Self::default() };
        }
    }

    /// Ends a layout: lets go of what it did not ask for, once that is much.
    pub(super) fn end(&mut self) {
        self.cards.sweep();
        self.listed.sweep();
        self.pennants.sweep();
        self.stickies.sweep();
        self.faces.sweep();
    }
}

/// A kind whose pictures are kept.
pub(super) trait Shelved: Noted {
    fn shelf(shelves: &mut Shelves) -> &mut Shelf<Self::Id, Self::Look>;
}

macro_rules! shelves {
    ($($kind:ident, $id:ident, $table:ident, $name:literal, $text:ident, $spot:tt;)*) => {
        /// The pictures of the kinds that are a list in a stage.
        #[derive(Debug, Default)]
        pub(super) struct Shelves {
            $($table: Shelf<$id, <$kind as Noted>::Look>,)*
        }

        impl Shelves {
            fn sweep(&mut self) {
                $(self.$table.sweep();)*
            }
        }

        $(impl Shelved for $kind {
            fn shelf(shelves: &mut Shelves) -> &mut Shelf<$id, Self::Look> {
                &mut shelves.$table
            }
        })*
    };
}

listed!(shelves);

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
#[derive(Clone, Debug, PartialEq)]
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
    drawn: Drawn,
}

/// A cell's items from its own corner, with what they were made from: its records, and the words around them.
#[derive(Debug)]
pub(super) struct KeptCell<K> {
    pub records: Vec<(K, u64)>,
    pub stage: String,
    pub items: Arc<[Item]>,
    pub bounds: Rect,
    /// From the top of the first record to the end of the last.
    pub height: f32,
    pub uses: Uses,
    /// The layout that asked for it last.
    pub pass: u64,
}

impl<K, L> Default for Shelf<K, L> {
    fn default() -> Self {
        Self { drawn: HashMap::new(), cells: HashMap::new(), pass: 0, asked: 0, versions: 0 }
    }
}

impl<K: Hash + Eq + Copy, L> Shelf<K, L> {
    /// A record's picture and its version: the kept one where `is_as` says that the look is the same and it is as wide
    /// and of the same hue, else a new one.
    pub fn drawn(
        &mut self,
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
                let kept = Kept { look: look(), width, hue, version: self.versions, pass, drawn: draw() };
                entry.insert_entry(kept).into_mut()
            }
        };
        (&kept.drawn, kept.version)
    }

    /// The kept items of a cell, when `is_as` says that they are made from the same.
    pub fn cell(&mut self, at: (StageId, LaneId), is_as: impl FnOnce(&KeptCell<K>) -> bool) -> Option<&KeptCell<K>> {
        let pass = self.pass;
        let cell = self.cells.get_mut(&at).filter(|cell| is_as(cell))?;
        cell.pass = pass;
        Some(cell)
    }

    /// Keeps the items of a cell.
    pub fn keep_cell(&mut self, at: (StageId, LaneId), cell: KeptCell<K>) -> &KeptCell<K> {
        let pass = self.pass;
        self.cells.entry(at).insert_entry(KeptCell { pass, ..cell }).into_mut()
    }

    fn sweep(&mut self) {
        if self.drawn.len() > 2 * self.asked + SPARE {
            let pass = self.pass;
            self.drawn.retain(|_, kept| kept.pass == pass);
            self.cells.retain(|_, cell| cell.pass == pass);
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
        let mut lay = |map: &Map| arrange_board_again(map, &Lens::default(), &theme, &shaper, 1136.0, &mut kept);
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
}
