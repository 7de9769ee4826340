//! Pictures of one kind of record, kept by what went into them, and the cells that hold them.

use super::context::Uses;
use crate::model::{LaneId, StageId, StepId};
use crate::scene::{Group, Item, Label, Rect};
use crate::text::Shaper;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

/// How many more records than were asked for in a pass may be kept, beside their double.
const SPARE: usize = 64;

/// A cell, or a step's part of one.
pub(super) type CellPlace = (StageId, LaneId, Option<StepId>);

/// The pictures of one kind of record, and of the cells that hold them.
#[derive(Debug)]
pub(super) struct Shelf<K, L> {
    drawn: HashMap<K, Kept<L>>,
    cells: HashMap<CellPlace, KeptCell<K>>,
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

/// What was made of a record before its cell asked for it.
pub(super) struct Made<L> {
    pub look: L,
    pub drawn: Drawn,
    /// Whether the bundled faces lack a letter of it.
    pub is_lacking: bool,
    pub said: Option<Said>,
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
    said: Option<Said>,
}

/// What a record says to those who hear it, and the stage whose name is in it.
#[derive(Debug)]
pub(super) struct Said {
    pub stage: Arc<str>,
    pub label: Label,
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
    /// How many stand side by side.
    pub across: usize,
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
        draw: impl FnOnce(&L) -> Drawn,
    ) -> (&Drawn, u64) {
        self.asked += 1;
        let pass = self.pass;
        // What was put here in this layout was made of the record as it is.
        let same = |kept: &Kept<L>| kept.width == width && kept.hue == hue && (kept.pass == pass || is_as(&kept.look));
        let kept = match self.drawn.entry(id) {
            Entry::Occupied(mut kept) if same(kept.get()) => {
                kept.get_mut().pass = pass;
                kept.into_mut()
            }
            entry => {
                self.versions += 1;
                let (before, look) = (shaper.lacking(), look());
                let drawn = draw(&look);
                let is_lacking = shaper.lacking() != before;
                let kept = Kept { look, width, hue, version: self.versions, pass, is_lacking, drawn, said: None };
                entry.insert_entry(kept).into_mut()
            }
        };
        (&kept.drawn, kept.version)
    }

    /// Whether a record's picture is kept that is as wide and of the same hue; it may show something else.
    pub fn has(&self, id: K, (width, hue): (f32, usize)) -> bool {
        self.drawn.get(&id).is_some_and(|kept| kept.width == width && kept.hue == hue)
    }

    /// Makes room for so many more pictures at once.
    pub fn make_room(&mut self, pictures: usize) {
        self.drawn.reserve(pictures);
    }

    /// Keeps a picture that was drawn before it is asked for.
    pub fn put(&mut self, id: K, (width, hue): (f32, usize), made: Made<L>) {
        self.versions += 1;
        let Made { look, drawn, is_lacking, said } = made;
        let kept = Kept { look, width, hue, version: self.versions, pass: self.pass, is_lacking, drawn, said };
        self.drawn.insert(id, kept);
    }

    /// What a record with a picture says at a place of its list, made anew only where it or its stage's name is another.
    pub fn said(&mut self, id: K, stage: &str, nth: u32, label: impl FnOnce(&L) -> Label) -> Option<Label> {
        let kept = self.drawn.get_mut(&id)?;
        match &kept.said {
            Some(said) if *said.stage == *stage => Some(said.label.at(nth)),
            _ => {
                let label = label(&kept.look);
                kept.said = Some(Said { stage: stage.into(), label: label.clone() });
                Some(label)
            }
        }
    }

    /// What a record's kept picture was made from, and the picture.
    pub fn kept(&self, id: K) -> Option<(&L, &Drawn)> {
        self.drawn.get(&id).map(|kept| (&kept.look, &kept.drawn))
    }

    /// Takes a cell out, when its records have the same of their column; and whether it is that of the layout before.
    pub fn take_cell(&mut self, at: CellPlace, column: &CellLook) -> Option<(KeptCell<K>, bool)> {
        let cell = self.cells.remove(&at).filter(|cell| cell.column == *column)?;
        let is_last = cell.pass + 1 == self.pass;
        Some((cell, is_last))
    }

    /// Keeps a cell for the next layout.
    pub fn keep_cell(&mut self, at: CellPlace, cell: KeptCell<K>) {
        self.cells.insert(at, KeptCell { pass: self.pass, ..cell });
    }

    /// Notes that so many records were taken over unseen.
    pub fn took_over(&mut self, records: usize) {
        self.asked += records;
    }

    /// Forgets what some letter of is in none of the bundled faces.
    pub fn forget_lacking(&mut self) {
        self.drawn.retain(|_, kept| !kept.is_lacking);
    }

    /// Ends a layout: lets go of what it did not ask for, once that is much.
    pub fn sweep(&mut self) {
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
