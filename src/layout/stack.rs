//! Records that stand under each other in the cells of a lane.
//!
//! On paper every record is drawn where it stands. In the editor it is drawn once with its corner at zero and then placed,
//! so that an edit elsewhere, a taller lane above it or a new card beside it leaves its picture as it is.

use super::index::Indexed;
use super::kept::{BoardCache, Drawn, KeptCell, Shelf, Shelved};
use super::pen;
use super::sheet::{Column, Sheet, Strip, Uses};
use crate::model::{InStage, LaneId, ListKind, RecordRef, StageId, kind_arms, listed, of_kind, only_listed};
use crate::scene::{Group, Item, Kind, Rect, Role, Tag, Tagged, Transform};
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

/// One of the records that stand in a cell.
pub(super) trait Stacked {
    type Id: Hash + Eq + Copy;
    /// All that its picture and its words are made from, but for its width, its hue and what `label` is given.
    type Look;

    fn id(&self) -> Self::Id;
    fn tag(&self) -> Tag;
    fn look(&self, sheet: &Sheet) -> Self::Look;
    /// Whether [`Stacked::look`] would give the same.
    fn is_as(&self, sheet: &Sheet, look: &Self::Look) -> bool;
    /// Its picture with the upper left corner at a place, as wide as that.
    fn draw(&self, sheet: &Sheet, column: &Column, at: Rect) -> Sketch;
    /// In words; `place` counts from 1 inside the cell of `count` records.
    fn label(&self, sheet: &Sheet, place: usize, count: usize) -> String;
}

/// A kind whose records are a list in a stage, as its lane shows it.
pub(super) trait Noted: InStage {
    /// See [`Stacked::Look`].
    type Look: fmt::Debug;

    const PART: Kind;
    /// The line under the lane's title.
    const ABOUT: &'static str;

    /// How its records stand, the first at so much below the lane's top, and how much higher than the tallest stack the
    /// lane is.
    fn stacking(sheet: &Sheet) -> (Stacking, f32);
    fn look(&self, sheet: &Sheet) -> Self::Look;
    fn is_as(&self, sheet: &Sheet, look: &Self::Look) -> bool;
    fn draw(&self, id: Self::Id, sheet: &Sheet, at: Rect) -> Sketch;
    fn label(&self, id: Self::Id, sheet: &Sheet) -> String;
}

/// One of them.
struct Note<'a, R: Noted> {
    id: R::Id,
    record: &'a R,
}

impl<R: Noted> Stacked for Note<'_, R> {
    type Id = R::Id;
    type Look = R::Look;

    fn id(&self) -> R::Id {
        self.id
    }

    fn tag(&self) -> Tag {
        Tag::new(R::PART, number(R::at(self.id)))
    }

    fn look(&self, sheet: &Sheet) -> R::Look {
        self.record.look(sheet)
    }

    fn is_as(&self, sheet: &Sheet, look: &R::Look) -> bool {
        self.record.is_as(sheet, look)
    }

    fn draw(&self, sheet: &Sheet, _: &Column, at: Rect) -> Sketch {
        self.record.draw(self.id, sheet, at)
    }

    fn label(&self, sheet: &Sheet, _: usize, _: usize) -> String {
        self.record.label(self.id, sheet)
    }
}

/// The map alone has no number, and no part by it.
fn number(record: RecordRef) -> u64 {
    record.number().unwrap_or_default()
}

/// The part of the picture that a record of a kind is.
pub fn part_of(kind: ListKind) -> Kind {
    of_kind!(kind, R => R::PART)
}

/// The line under the title of a kind's lane.
pub(super) fn about(kind: ListKind) -> &'static str {
    of_kind!(kind, R => R::ABOUT)
}

/// The lane of a kind.
pub(super) fn lane_of(sheet: &Sheet, kind: ListKind, lane: LaneId, top: f32, kept: &mut BoardCache) -> Strip {
    of_kind!(kind, R => noted::<R>(sheet, lane, top, R::shelf(&mut kept.listed)))
}

fn noted<R: Noted + Indexed>(sheet: &Sheet, lane: LaneId, top: f32, shelf: &mut Shelf<R::Id, R::Look>) -> Strip {
    // A lane that comes with the first record is not seen on paper where there is none.
    if !R::LANE.is_usual() && R::table(sheet.map).is_empty() && !sheet.is_editor() {
        return Strip { cells: sheet.columns.iter().map(|_| Vec::new()).collect(), ..Strip::default() };
    }
    let (stacking, around) = R::stacking(sheet);
    let stacking = Stacking { top: top + stacking.top, ..stacking };
    let Stacks { cells, tallest, uses } = stack(sheet, lane, stacking, shelf, |stage| {
        sheet.listed::<R>(stage).iter().map(|(id, record)| Note { id: *id, record: *record }).collect()
    });
    Strip { height: (tallest + around).max(58.0), cells, uses, ..Strip::default() }
}

/// A record's picture where it was drawn.
pub(super) struct Sketch {
    pub items: Vec<Item>,
    /// Where it is hit.
    pub bounds: Rect,
    /// Room that it takes from the top.
    pub height: f32,
    pub uses: Uses,
}

/// How records stand in their cells.
#[derive(Clone, Copy)]
pub(super) struct Stacking {
    /// Where the first stands.
    pub top: f32,
    pub gap: f32,
    /// Where a cell is wide enough for several of this width, they stand side by side, row by row.
    pub narrowest: f32,
}

/// What stands in each column, and the height of the tallest.
pub(super) struct Stacks {
    pub cells: Vec<Vec<Item>>,
    pub tallest: f32,
    pub uses: Uses,
}

/// Stacks the records of a lane.
pub(super) fn stack<R: Stacked>(
    sheet: &Sheet,
    lane: LaneId,
    stacking: Stacking,
    shelf: &mut Shelf<R::Id, R::Look>,
    records: impl Fn(StageId) -> Vec<R>,
) -> Stacks {
    let mut stacks = Stacks { cells: Vec::with_capacity(sheet.columns.len()), tallest: 0.0, uses: Uses::default() };
    for column in &sheet.columns {
        let records = records(column.stage);
        if sheet.is_editor() {
            placed(sheet, lane, column, stacking, shelf, &records, &mut stacks);
        } else {
            drawn(sheet, column, stacking, &records, &mut stacks);
        }
    }
    stacks
}

/// One column on paper.
fn drawn<R: Stacked>(sheet: &Sheet, column: &Column, stacking: Stacking, records: &[R], stacks: &mut Stacks) {
    let Stacking { top, gap, narrowest } = stacking;
    let (x, width) = column.inner();
    let across = (((width + gap) / (narrowest + gap)) as usize).clamp(1, records.len().max(1));
    let each = (width - gap * (across - 1) as f32) / across as f32;
    let (mut y, mut row_height) = (top, 0.0_f32);
    let mut items = Vec::with_capacity(records.len());
    for (nth, record) in records.iter().enumerate() {
        let place = nth % across;
        if place == 0 && nth > 0 {
            y += row_height + gap;
            row_height = 0.0;
        }
        let at = Rect::new(x + place as f32 * (each + gap), y, each, 0.0);
        let sketch = record.draw(sheet, column, at);
        let label = record.label(sheet, nth + 1, records.len());
        items.push(pen::tagged(record.tag(), Role::Section, label, sketch.bounds, sketch.items));
        stacks.uses.add(sketch.uses);
        row_height = row_height.max(sketch.height);
    }
    stacks.tallest = stacks.tallest.max(y + row_height - top);
    stacks.cells.push(items);
}

/// One column of the editor: a group with its corner at the first record's, taken over where nothing in it changed.
fn placed<R: Stacked>(
    sheet: &Sheet,
    lane: LaneId,
    column: &Column,
    stacking: Stacking,
    shelf: &mut Shelf<R::Id, R::Look>,
    records: &[R],
    stacks: &mut Stacks,
) {
    if records.is_empty() {
        stacks.cells.push(Vec::new());
        return;
    }
    let (x, width) = column.inner();
    let look = |shelf: &mut Shelf<R::Id, R::Look>, record: &R| {
        let draw = || {
            let Sketch { items, bounds, height, uses } = record.draw(sheet, column, Rect::new(0.0, 0.0, width, 0.0));
            Drawn { items: items.into(), bounds, height, uses }
        };
        let is_as = |look: &R::Look| record.is_as(sheet, look);
        let (drawn, version) = shelf.drawn(record.id(), (width, column.hue), is_as, || record.look(sheet), draw);
        (drawn.clone(), version)
    };
    let pictures: Vec<(Drawn, u64)> = records.iter().map(|record| look(shelf, record)).collect();
    let ids = || records.iter().zip(&pictures).map(|(record, (_, version))| (record.id(), *version));
    let (at, stage) = ((column.stage, lane), sheet.stage_name(column.stage));
    let is_as = |cell: &KeptCell<R::Id>| cell.stage == stage && cell.records.iter().copied().eq(ids());
    // Looked for twice, since a borrow that is given back on one way only is not understood by the compiler.
    let cell = if shelf.cell(at, is_as).is_some() {
        shelf.cell(at, |_| true)
    } else {
        let cell = built(sheet, stacking.gap, width, records, &pictures, ids().collect(), stage);
        Some(shelf.keep_cell(at, cell))
    };
    let Some(cell) = cell else { return };
    let group = Group::placed(Transform::translate(x, stacking.top), Some(cell.bounds), Arc::clone(&cell.items));
    stacks.tallest = stacks.tallest.max(cell.height);
    stacks.uses.add(cell.uses);
    stacks.cells.push(vec![Item::Group(group)]);
}

fn built<R: Stacked>(
    sheet: &Sheet,
    gap: f32,
    width: f32,
    records: &[R],
    pictures: &[(Drawn, u64)],
    ids: Vec<(R::Id, u64)>,
    stage: &str,
) -> KeptCell<R::Id> {
    let mut uses = Uses::default();
    let (mut y, mut end) = (0.0, 0.0);
    let mut items = Vec::with_capacity(records.len());
    for (nth, (record, (drawn, _))) in records.iter().zip(pictures).enumerate() {
        let label = record.label(sheet, nth + 1, records.len()).into();
        let Drawn { items: inside, bounds, height, uses: used } = drawn;
        let tagged =
            Tagged { tag: record.tag(), role: Role::Section, label, bounds: *bounds, items: Arc::clone(inside) };
        let around = Rect::new(0.0, 0.0, width, *height).union(bounds);
        items.push(Item::Group(Group::placed(
            Transform::translate(0.0, y),
            Some(around),
            [Item::Tagged(tagged)].into(),
        )));
        uses.add(*used);
        end = y + height;
        y = end + gap;
    }
    let bounds = Rect::new(0.0, 0.0, width, end);
    KeptCell { records: ids, stage: stage.to_owned(), items: items.into(), bounds, height: end, uses, pass: 0 }
}
