//! Records that stand under each other in the cells of a lane.
//!
//! On paper every record is drawn where it stands. In the editor it is drawn once with its corner at zero and then placed,
//! so that an edit elsewhere, a taller lane above it or a new card beside it leaves its picture as it is.
//!
//! Where a cell is wide enough they stand in rows, read from left to right and then down. How many stand in a row is told by
//! the stage's width and by how many there are in the cell, so that no other cell moves with it. One with a word that would be
//! broken there has a row of its own.
//!
//! # Limits
//! - A cell of very many is laid in runs, each of which begins a row, so that one which comes or goes leaves the others as they
//!   are; the last row of a run may have room left.

use super::context::{Column, Context, Purpose, Uses};
use super::pen;
use super::shelf::{CellLook, Drawn, KeptCell, KeptRun, Shelf};
use crate::model::{LaneId, StageId, StepId};
use crate::scene::{Group, Item, Label, Listed, Rect, Role, Tag, Tagged, Transform};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// A cell of fewer records is one run.
const CUT_FROM: usize = 128;
/// Where cells are wide enough, they are laid in rows as soon as more than this would stand under each other.
const TALLEST: usize = 3;
/// On the board and by itself on paper, no more stand side by side.
const MOST_ACROSS: usize = 3;
/// Records of a run, at least, usually beside that, and at most.
const RUN_LEAST: usize = 16;
const RUN_USUAL: u64 = 48;
const RUN_MOST: usize = 192;

/// One of the records that stand in a cell.
pub(super) trait Stacked: Copy {
    type Id: Hash + Eq + Copy;
    /// All that its picture and its words are made from, but for its id, its column and its place: they are given nothing
    /// else of the record, so that nothing can be shown or said that is not compared.
    type Look;
    /// Whether what it says is made from its look and its stage's name alone, and is kept with its picture.
    const KEEPS_LABEL: bool = false;

    fn id(&self) -> Self::Id;
    fn tag(&self) -> Tag;
    fn look(&self, context: &Context) -> Self::Look;
    /// Whether [`Stacked::look`] would give the same.
    fn is_as(&self, context: &Context, look: &Self::Look) -> bool;
    /// Whether a word of it would be broken at a width.
    fn breaks_at(&self, context: &Context, width: f32) -> bool;
    /// The picture with the upper left corner at a place, as wide as that.
    fn draw(look: &Self::Look, id: Self::Id, context: &Context, column: &Column, at: Rect) -> Sketch;
    /// In words; `nth` counts from 0 among the records of its run, see [`Label::Numbered`].
    fn label(look: &Self::Look, id: Self::Id, context: &Context, column: &Column, nth: u32) -> Label;
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
    /// In the editor too as soon as there is room, else only where a cell would be high.
    pub beside: bool,
}

impl Stacking {
    /// How many of `count` records stand side by side in a cell, and how wide each is.
    fn across(&self, context: &Context, width: f32, count: usize) -> (usize, f32) {
        let fits = ((width + self.gap) / (self.narrowest + self.gap)) as usize;
        let most = match context.purpose {
            _ if self.beside => count,
            // A few stand under each other in a wide stage too, as wide as it is.
            Purpose::Editor | Purpose::Alone | Purpose::Preview => count.div_ceil(TALLEST).min(MOST_ACROSS),
            Purpose::Framed => count,
        };
        let across = fits.min(most).max(1);
        (across, (width - self.gap * (across - 1) as f32) / across as f32)
    }
}

/// Where the next record of a cell stands.
struct Flow {
    rows: Rows,
    /// In its row.
    place: usize,
    /// The top of the row, and the lower edge of what is highest.
    y: f32,
    end: f32,
}

impl Flow {
    fn new(rows: Rows, top: f32) -> Self {
        Self { rows, place: 0, y: top, end: top }
    }

    /// Left edge, top and width of the next.
    fn next(&mut self, is_wide: bool) -> (f32, f32, f32) {
        let Rows { across, each, gap, width } = self.rows;
        if self.place > 0 && (is_wide || self.place == across) {
            self.y = self.end + gap;
            self.place = 0;
        }
        let x = self.place as f32 * (each + gap);
        self.place = if is_wide { across } else { self.place + 1 };
        (x, self.y, if is_wide { width } else { each })
    }

    fn took(&mut self, height: f32) {
        self.end = self.end.max(self.y + height);
    }
}

/// What stands in each column, and the height of the tallest.
#[derive(Default)]
pub(super) struct Stacks {
    pub cells: Vec<Vec<Item>>,
    pub tallest: f32,
    pub uses: Uses,
}

/// Stacks the records of a lane.
pub(super) fn stack<R: Stacked>(
    context: &Context,
    lane: LaneId,
    stacking: Stacking,
    shelf: &mut Shelf<R::Id, R::Look>,
    records: impl Fn(StageId) -> Vec<R>,
) -> Stacks {
    let mut stacks = Stacks::default();
    for column in &context.columns {
        let records = records(column.stage);
        if context.is_editor() {
            let ids: Vec<R::Id> = records.iter().map(R::id).collect();
            let record = |_, nth: usize| records.get(nth).copied();
            let held = Held { ids: &ids, record: &record, is_as_before: &|_| false, all_as_before: false };
            placed(context, (lane, None), column, stacking, shelf, &held, &mut stacks);
        } else {
            drawn(context, column, stacking, &records, &mut stacks);
        }
    }
    stacks
}

/// One column on paper.
pub(super) fn drawn<R: Stacked>(
    context: &Context,
    column: &Column,
    stacking: Stacking,
    records: &[R],
    stacks: &mut Stacks,
) {
    let (x, width) = column.inner();
    let rows = Rows::of(context, stacking, width, records.len()).without_broken_words(context, records);
    let mut flow = Flow::new(rows, stacking.top);
    let mut items = Vec::with_capacity(records.len());
    for (nth, record) in records.iter().enumerate() {
        let (from, y, wide) = flow.next(rows.is_wide(context, record));
        let at = Rect::new(x + from, y, wide, 0.0);
        let (id, look) = (record.id(), record.look(context));
        let sketch = R::draw(&look, id, context, column, at);
        let list = Listed { before: 0, of: records.len() as u32 };
        let label = R::label(&look, id, context, column, nth as u32).said(Some(list)).into_owned();
        items.push(pen::tagged(record.tag(), Role::Section, label, sketch.bounds, sketch.items));
        stacks.uses.add(sketch.uses);
        flow.took(sketch.height);
    }
    stacks.tallest = stacks.tallest.max(flow.end - stacking.top);
    stacks.cells.push(items);
}

/// The records of one cell of the editor, from the top, looked at where they have to be.
pub(super) struct Held<'a, R: Stacked> {
    pub ids: &'a [R::Id],
    pub record: &'a dyn Fn(R::Id, usize) -> Option<R>,
    /// Whether a record looks as in the layout before.
    pub is_as_before: &'a dyn Fn(R::Id) -> bool,
    /// Whether all of them do, and none has come or gone.
    pub all_as_before: bool,
}

/// One column of the editor, or a step of it: a group with its corner at the first record's, taken over where nothing in it changed.
///
/// A long cell is a group of runs. Where a run ends depends on the records around its end alone, so that one which comes
/// or goes leaves the runs further down as they are, but for where they lie.
pub(super) fn placed<R: Stacked>(
    context: &Context,
    (lane, step): (LaneId, Option<StepId>),
    column: &Column,
    stacking: Stacking,
    shelf: &mut Shelf<R::Id, R::Look>,
    held: &Held<'_, R>,
    stacks: &mut Stacks,
) {
    if held.ids.is_empty() {
        stacks.cells.push(Vec::new());
        return;
    }
    let (x, width) = column.inner();
    let at = (column.stage, lane, step);
    let rows = Rows::of(context, stacking, width, held.ids.len());
    let look =
        CellLook { width, across: rows.across, hue: column.hue, stage: context.stage_name(column.stage).to_owned() };
    let cell = match shelf.take_cell(at, &look) {
        Some((cell, true)) if held.all_as_before => {
            shelf.took_over(cell.len());
            cell
        }
        before => {
            let is_last = before.as_ref().is_some_and(|(_, is_last)| *is_last);
            let runs = runs(context, column, rows, shelf, held, before.as_ref().map(|(cell, _)| cell), is_last);
            joined(look, runs, stacking.gap, width)
        }
    };
    let group = Group { transform: Transform::translate(x, stacking.top), ..cell.group.clone() };
    stacks.tallest = stacks.tallest.max(cell.height);
    stacks.uses.add(cell.uses);
    stacks.cells.push(vec![Item::Group(group)]);
    shelf.keep_cell(at, cell);
}

/// How the records of a cell of the editor stand.
#[derive(Clone, Copy)]
struct Rows {
    across: usize,
    /// Of each record.
    each: f32,
    gap: f32,
    /// Of the cell, within its margins.
    width: f32,
}

impl Rows {
    fn of(context: &Context, stacking: Stacking, width: f32, count: usize) -> Self {
        let (across, each) = stacking.across(context, width, count);
        Self { across, each, gap: stacking.gap, width }
    }

    /// With fewer side by side where more than a third would have a row of their own else.
    fn without_broken_words<R: Stacked>(self, context: &Context, records: &[R]) -> Self {
        let mut rows = self;
        while rows.across > 1
            && records.iter().filter(|record| rows.is_wide(context, *record)).count() * 3 > records.len()
        {
            let across = rows.across - 1;
            let each = (rows.width - rows.gap * (across - 1) as f32) / across as f32;
            rows = Self { across, each, ..rows };
        }
        rows
    }

    /// Whether a record has a row of its own.
    fn is_wide<R: Stacked>(&self, context: &Context, record: &R) -> bool {
        self.across > 1 && !context.apart && record.breaks_at(context, self.each)
    }
}

/// How wide a record of a cell of the editor is drawn, of `count` in a cell of a width.
pub(super) fn width_of<R: Stacked>(
    context: &Context,
    stacking: Stacking,
    (width, count): (f32, usize),
    record: &R,
) -> f32 {
    let rows = Rows::of(context, stacking, width, count);
    if rows.is_wide(context, record) { rows.width } else { rows.each }
}

/// The runs of a cell, those of the cell before where they are the same.
fn runs<R: Stacked>(
    context: &Context,
    column: &Column,
    rows: Rows,
    shelf: &mut Shelf<R::Id, R::Look>,
    held: &Held<'_, R>,
    before: Option<&KeptCell<R::Id>>,
    is_last: bool,
) -> Vec<Arc<KeptRun<R::Id>>> {
    let first = |run: &Arc<KeptRun<R::Id>>| run.records.first().map(|(id, _)| *id);
    let known: HashMap<R::Id, &Arc<KeptRun<R::Id>>> =
        before.iter().flat_map(|cell| &cell.runs).filter_map(|run| Some((first(run)?, run))).collect();
    let mut start = 0;
    let mut runs = Vec::new();
    for ids in cut(held.ids) {
        let same = ids.first().and_then(|first| known.get(first));
        let same = same.filter(|run| run.records.iter().map(|(id, _)| id).eq(ids)).copied();
        runs.push(match same.filter(|_| is_last && ids.iter().all(|id| (held.is_as_before)(*id))) {
            Some(same) => {
                shelf.took_over(ids.len());
                Arc::clone(same)
            }
            None => {
                let records = ids.iter().enumerate().filter_map(|(nth, id)| (held.record)(*id, start + nth));
                run(context, column, rows, shelf, &records.collect::<Vec<R>>(), same)
            }
        });
        start += ids.len();
    }
    runs
}

/// Cuts a long list into runs, each with an end that its own last record makes.
fn cut<I: Hash>(ids: &[I]) -> Vec<&[I]> {
    if ids.len() < CUT_FROM {
        return vec![ids];
    }
    let ends = |id: &I| {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        hasher.finish().is_multiple_of(RUN_USUAL)
    };
    let mut left = ids;
    let mut runs = Vec::new();
    while !left.is_empty() {
        let end = left.iter().skip(RUN_LEAST - 1).take(RUN_MOST - RUN_LEAST).position(ends);
        let (run, rest) = left.split_at(end.map_or(RUN_MOST, |end| RUN_LEAST + end).min(left.len()));
        runs.push(run);
        left = rest;
    }
    runs
}

/// A record's picture with its upper left corner at zero.
pub(super) fn picture<R: Stacked>(look: &R::Look, id: R::Id, context: &Context, column: &Column, width: f32) -> Drawn {
    let Sketch { items, bounds, height, uses } = R::draw(look, id, context, column, Rect::new(0.0, 0.0, width, 0.0));
    Drawn { items: items.into(), bounds, height, uses }
}

/// One run of records; `same` where none of their pictures is another.
fn run<R: Stacked>(
    context: &Context,
    column: &Column,
    rows: Rows,
    shelf: &mut Shelf<R::Id, R::Look>,
    records: &[R],
    same: Option<&Arc<KeptRun<R::Id>>>,
) -> Arc<KeptRun<R::Id>> {
    let wide: Vec<bool> = records.iter().map(|record| rows.is_wide(context, record)).collect();
    let version = |(record, is_wide): (&R, &bool)| {
        let id = record.id();
        let each = if *is_wide { rows.width } else { rows.each };
        let draw = |look: &R::Look| picture::<R>(look, id, context, column, each);
        let is_as = |look: &R::Look| record.is_as(context, look);
        let look = || record.look(context);
        let (_, version) = shelf.drawn(context.shaper, id, (each, column.hue), is_as, look, draw);
        (id, version)
    };
    let versions: Vec<(R::Id, u64)> = records.iter().zip(&wide).map(version).collect();
    if let Some(same) = same.filter(|same| same.records == versions) {
        return Arc::clone(same);
    }
    let mut uses = Uses::default();
    let mut flow = Flow::new(rows, 0.0);
    let mut items = Vec::with_capacity(records.len());
    for (nth, (record, is_wide)) in records.iter().zip(&wide).enumerate() {
        let say = |look: &R::Look| R::label(look, record.id(), context, column, nth as u32);
        let said = R::KEEPS_LABEL.then(|| shelf.said(record.id(), context.stage_name(column.stage), nth as u32, say));
        // Each has a picture since it was asked for just now.
        let Some((look, Drawn { items: inside, bounds, height, uses: used })) = shelf.kept(record.id()) else {
            continue;
        };
        let label = said.flatten().unwrap_or_else(|| say(look));
        let items_inside = Arc::clone(inside);
        let tagged = Tagged { tag: record.tag(), role: Role::Section, label, bounds: *bounds, items: items_inside };
        let (x, y, each) = flow.next(*is_wide);
        let around = Rect::new(0.0, 0.0, each, *height).union(bounds);
        let one = [Item::Tagged(tagged)].into();
        let moved = Transform::translate(x, y);
        items.push(Item::Group(Group::placed(moved, Some(around), one)));
        uses.add(*used);
        flow.took(*height);
    }
    let bounds = Rect::new(0.0, 0.0, rows.width, flow.end);
    Arc::new(KeptRun { records: versions, items: items.into(), bounds, height: flow.end, uses })
}

/// A cell of its runs, one below the other.
fn joined<K>(look: CellLook, runs: Vec<Arc<KeptRun<K>>>, gap: f32, width: f32) -> KeptCell<K> {
    let of = runs.iter().map(|run| run.records.len() as u32).sum();
    let mut uses = Uses::default();
    let (mut y, mut end, mut before) = (0.0, 0.0, 0);
    let mut groups = Vec::with_capacity(runs.len());
    for run in &runs {
        let placed = Group::placed(Transform::translate(0.0, y), Some(run.bounds), Arc::clone(&run.items));
        groups.push(Group { list: Some(Listed { before, of }), ..placed });
        before += run.records.len() as u32;
        uses.add(run.uses);
        end = y + run.height;
        y = end + gap;
    }
    let group = match groups.len() {
        // A short cell is its only run.
        1 => groups.pop(),
        _ => None,
    };
    let bounds = Rect::new(0.0, 0.0, width, end);
    let group = group.unwrap_or_else(|| {
        Group::placed(Transform::IDENTITY, Some(bounds), groups.into_iter().map(Item::Group).collect())
    });
    KeptCell::new(look, runs, group, end, uses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_cut_anew_only_where_it_changed() {
        let ids: Vec<u64> = (0..5_000).map(|nth: u64| nth.wrapping_mul(0x9e37_79b9)).collect();
        let runs = cut(&ids);
        assert_eq!(runs.concat(), ids);
        let (last, others) = runs.split_last().unwrap();
        assert!(others.iter().all(|run| (RUN_LEAST..=RUN_MOST).contains(&run.len())) && last.len() <= RUN_MOST);
        let mut without = ids.clone();
        without.remove(2_500);
        let anew = cut(&without).into_iter().filter(|run| !runs.contains(run)).count();
        assert!(anew <= 3, "{anew} of {}", runs.len());
        assert_eq!(cut(&ids[..CUT_FROM - 1]).len(), 1);
    }
}
