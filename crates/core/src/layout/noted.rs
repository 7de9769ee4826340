//! The lanes of the kinds whose records are a list in a stage: what they have in common.
//!
//! A kind says by [`Noted`] how its records stand, look and sound; from there on all of them are asked for as one.

use super::context::{Column, Context, Strip};
use super::index::Indexed;
use super::place::CELL_MARGIN;
use super::shelf::Shelf;
use super::stack::{Sketch, Stacked, Stacking, Stacks, stack};
use super::wide::breaks;
use crate::model::*;
use crate::scene::{Color, FaceStyle, Kind, Label, Rect, Tag};
use crate::theme::{Icon, Theme};
use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hash;

/// How a kind that is a list in a stage is named, found and drawn where it can be added, and how its text is written.
pub struct ListLook {
    pub name: &'static str,
    /// Other words that people look for it by.
    pub also: &'static str,
    /// Where it goes.
    pub hint: &'static str,
    pub icon: Icon,
    pub color: fn(&Theme) -> Color,
    /// Whether it is words without a card around them.
    pub is_bare: bool,
    /// How its text usually is: the size in map units, the face, and what lies behind it.
    pub text: (f32, FaceStyle),
    pub ground: fn(&Theme) -> Color,
}

impl ListLook {
    pub fn of(kind: ListKind) -> Self {
        of_kind!(kind, R => R::block())
    }
}

/// A kind whose records are a list in a stage, as its lane shows it.
#[diagnostic::on_unimplemented(
    message = "nothing says how a `{Self}` stands, looks and sounds in its lane",
    label = "has no `impl Noted`",
    note = "`impl Noted for {Self}` goes into crates/core/src/layout/notes.rs"
)]
pub(super) trait Noted: InStage<Id: Send + Sync + 'static> {
    /// See [`Stacked::Look`].
    type Look: fmt::Debug + Send + 'static;

    /// The part of the picture that a record is.
    const PART: Kind;

    /// The line under the lane's title.
    fn about() -> &'static str;

    /// How it is named and drawn as a block of the palette, and how its text is written.
    fn block() -> ListLook;

    /// How its records stand, the first so much below the lane's top, and how much higher than the tallest stack the
    /// lane is.
    fn stacking(context: &Context) -> (Stacking, f32);

    /// See [`Stacked::look`]. Takes the record apart field by field, so that a new field does not come without a word on
    /// whether it is shown or said.
    fn look(&self, context: &Context) -> Self::Look;

    /// See [`Stacked::is_as`].
    fn is_as(&self, context: &Context, look: &Self::Look) -> bool;

    /// See [`Stacked::draw`].
    fn draw(look: &Self::Look, id: Self::Id, context: &Context, at: Rect) -> Sketch;

    /// In words, whatever its place.
    fn label(look: &Self::Look, id: Self::Id, context: &Context, column: &Column) -> String;
}

/// One of them.
struct Note<'a, R: Noted> {
    id: R::Id,
    record: &'a R,
}

impl<R: Noted> Clone for Note<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Noted> Copy for Note<'_, R> {}

impl<R: Noted> Stacked for Note<'_, R> {
    type Id = R::Id;
    type Look = R::Look;

    fn id(&self) -> R::Id {
        self.id
    }

    fn tag(&self) -> Tag {
        // The map alone has no number, and is no part of a lane.
        Tag::new(R::PART, R::at(self.id).number().unwrap_or_default())
    }

    fn look(&self, context: &Context) -> R::Look {
        self.record.look(context)
    }

    fn is_as(&self, context: &Context, look: &R::Look) -> bool {
        self.record.is_as(context, look)
    }

    fn breaks_at(&self, context: &Context, width: f32) -> bool {
        breaks(context.shaper, self.record.text(), context.card_title(), width - 2.0 * CELL_MARGIN)
    }

    fn draw(look: &R::Look, id: R::Id, context: &Context, _: &Column, at: Rect) -> Sketch {
        R::draw(look, id, context, at)
    }

    fn label(look: &R::Look, id: R::Id, context: &Context, column: &Column, _: u32) -> Label {
        R::label(look, id, context, column).into()
    }
}

/// The kept pictures of each kind, a shelf for each that was drawn. Which kinds there are, and what each looks like, is not in
/// its type: where a kind lacks its look, that is told of the kind, and not of everything that a board is part of.
#[derive(Debug, Default)]
pub(super) struct Shelves(BTreeMap<RecordKind, Box<dyn AnyShelf>>);

/// A shelf whose kind is not known.
trait AnyShelf: Any + fmt::Debug + Send {
    /// See [`Shelf::sweep`].
    fn sweep(&mut self);
    /// See [`Shelf::forget_lacking`].
    fn forget_lacking(&mut self);
}

impl<K, L> AnyShelf for Shelf<K, L>
where
    K: Hash + Eq + Copy + fmt::Debug + Send + Sync + 'static,
    L: fmt::Debug + Send + 'static,
{
    fn sweep(&mut self) {
        self.sweep();
    }

    fn forget_lacking(&mut self) {
        self.forget_lacking();
    }
}

impl Shelves {
    fn take<R: Noted>(&mut self) -> Shelf<R::Id, R::Look> {
        let shelf: Option<Box<dyn Any>> = self.0.remove(&R::KIND).map(|shelf| shelf as Box<dyn Any>);
        shelf.and_then(|shelf| shelf.downcast().ok()).map(|shelf| *shelf).unwrap_or_default()
    }

    /// See [`Shelf::sweep`].
    pub fn sweep(&mut self) {
        self.0.values_mut().for_each(|shelf| shelf.sweep());
    }

    /// See [`Shelf::forget_lacking`].
    pub fn forget_lacking(&mut self) {
        self.0.values_mut().for_each(|shelf| shelf.forget_lacking());
    }
}

/// The part of the picture that a record of a kind is.
pub fn part_of(kind: ListKind) -> Kind {
    of_kind!(kind, R => R::PART)
}

/// The line under the title of a kind's lane.
pub(super) fn about(kind: ListKind) -> &'static str {
    of_kind!(kind, R => R::about())
}

/// The lane of a kind.
pub(super) fn lay(context: &Context, kind: ListKind, lane: LaneId, top: f32, shelves: &mut Shelves) -> Strip {
    fn laid<R: Noted + Indexed>(context: &Context, lane: LaneId, top: f32, shelves: &mut Shelves) -> Strip {
        let mut shelf = shelves.take::<R>();
        let strip = lane_of::<R>(context, lane, top, &mut shelf);
        shelves.0.insert(R::KIND, Box::new(shelf));
        strip
    }
    of_kind!(kind, R => laid::<R>(context, lane, top, shelves))
}

fn lane_of<R: Noted + Indexed>(context: &Context, lane: LaneId, top: f32, shelf: &mut Shelf<R::Id, R::Look>) -> Strip {
    // A lane that comes with the first record is not seen on paper where there is none.
    let is_empty = || context.columns.iter().all(|column| context.listed::<R>(column.stage, lane).is_empty());
    if !R::LANE.is_usual() && !context.is_editor() && is_empty() {
        return Strip { cells: context.columns.iter().map(|_| Vec::new()).collect(), ..Strip::default() };
    }
    let (stacking, around) = R::stacking(context);
    let air = context.dress.list_air;
    let stacking = Stacking { top: top + stacking.top * air, ..stacking };
    let Stacks { cells, tallest, uses } = stack(context, lane, stacking, shelf, |stage| {
        let listed = if context.is_folded(stage) { &[] } else { context.listed::<R>(stage, lane) };
        listed.iter().map(|(id, record)| Note { id: *id, record: *record }).collect()
    });
    Strip { height: (tallest + around * air).max(context.dress.lane_least), cells, uses, ..Strip::default() }
}
