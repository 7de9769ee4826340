//! Stage headers: arrows in the stage's colour with its name and the customer's goal, and the audience beside them.

use touchline_words::say;

use super::context::{Column, Context, LABEL_WIDTH, Purpose};
use super::loops;
use super::names::Name;
use super::pen;
use super::steps;
use super::tied;
use super::words;
use crate::model::Stage;
use crate::scene::{Color, FaceStyle, Item, Kind, Paint, Rect, Role, Tag};
use crate::text::{Paragraph, TextStyle};
use crate::theme::icons;

/// How far a header's tip reaches into the next, in map units.
pub const TIP: f32 = 10.0;
const TEXT_AT: f32 = 20.0;
/// Right of the words: the tip and a little air.
const TEXT_END: f32 = 14.0;
/// Left and right of the words.
pub(super) const AROUND: f32 = TEXT_AT + TEXT_END;
/// Of the strip that widens a stage.
const HANDLE: f32 = 10.0;
/// Share of the stage's colour in its header.
const TINT: f32 = 0.12;
const PENDING_TINT: f32 = 0.03;

/// Between the lines of a header.
const GAP: f32 = 1.5;

struct Words {
    name: Paragraph,
    goal: Paragraph,
    /// Whether it is decided, who serves there, and when it is to run.
    facts: Paragraph,
}

impl Words {
    fn height(&self) -> f32 {
        self.name.size.height + below(&self.goal) + below(&self.facts)
    }
}

/// How much lower a header is for a paragraph; one without words takes no room.
fn below(words: &Paragraph) -> f32 {
    if words.lines.is_empty() { 0.0 } else { GAP + words.size.height }
}

/// The headers with the loops above them and the steps below, how high all that is, and the names in them.
pub(super) struct Headers {
    pub items: Vec<Item>,
    pub height: f32,
    /// The loops alone.
    pub loops: Vec<Item>,
    /// For the editor alone.
    pub names: Vec<Name>,
}

pub(super) fn lay(context: &Context) -> Headers {
    let words: Vec<(&Column, &Stage, Words)> = context
        .columns
        .iter()
        .filter_map(|column| {
            context.map.stages.get(&column.stage).map(|stage| (column, stage, set(context, column, stage)))
        })
        .collect();
    let tallest = words.iter().map(|(_, _, words)| words.height()).fold(0.0, f32::max);
    let air = context.dress.header;
    let loops::Tracks { items: loops, height: top } = loops::lay(context);
    // Notes stand above the names.
    let (mut tabs, above) = tied::tabs(context, top, TIP);
    let height = (tallest + air.around).max(air.least) + above;
    let (mut steps, lower) = steps::row(context, top + height);
    let mut items = audience(context, Rect::new(14.0, top, LABEL_WIDTH - 24.0, height));
    let mut names = Vec::new();
    for (nth, (column, stage, words)) in words.iter().enumerate() {
        // Names stand on one line across the board, however long their goals are.
        let name_y = top + above + (height - above - tallest) / 2.0;
        let place = Rect::new(column.x, top, column.width, height);
        let set = set_at(context, column, stage, words, name_y);
        let tabs = tabs.get_mut(nth).map(std::mem::take).unwrap_or_default();
        let steps = steps.get_mut(nth).map(std::mem::take).unwrap_or_default();
        if context.is_editor() {
            let name = named(context, column, stage, words, (place, name_y), set.clone());
            names.push(name.over(lower, tabs.iter().chain(&steps).cloned().collect()));
        }
        items.push(header(context, column, stage, set, nth == 0, place));
        items.extend(tabs);
        items.extend(steps);
    }
    if context.is_editor() {
        items.extend(context.columns.iter().map(|column| edge(context, column, top, height)));
    }
    items.extend(loops.iter().cloned());
    Headers { items, height: top + height + lower, loops, names }
}

fn set(context: &Context, column: &Column, stage: &Stage) -> Words {
    let width = (column.width - AROUND).max(10.0);
    let ink = context.theme.stage_ink(column.hue);
    // A strip has room for its name alone.
    let size = if stage.folded { context.dress.detail } else { context.dress.stage_title };
    let name_style = context.led(TextStyle::new(size, FaceStyle::Bold, ink).with_line_height(1.3));
    let goal_style = context.led(TextStyle::new(context.dress.detail, FaceStyle::Regular, context.theme.detail));
    let goal = if context.thrift.goals || stage.folded { "" } else { stage.goal.as_str() };
    let facts = if stage.folded { String::new() } else { words::facts(stage) };
    Words {
        name: context.ink().paragraph(&stage.name, name_style, width, 3),
        goal: context.ink().paragraph(goal, goal_style, width, 4),
        facts: context.ink().paragraph(&facts, context.led(context.detail()), width, 3),
    }
}

/// The name and the goal below it, from a height on.
fn set_at(context: &Context, column: &Column, stage: &Stage, words: &Words, name_y: f32) -> Vec<Item> {
    let x = column.x + TEXT_AT;
    let width = (column.width - AROUND).max(10.0);
    let goal_y = name_y + words.name.size.height + GAP;
    let facts_y = name_y + words.height() - words.facts.size.height;
    let name_rect = Rect::new(x, name_y, width, words.name.size.height.max(context.dress.stage_title * 1.3));
    let title = pen::title(Kind::Stage, column.stage.0, &stage.name, name_rect, pen::set(&words.name, x, name_y));
    let facts_at = Rect::new(x, facts_y, width, words.facts.size.height);
    let facts = context.borrowed(&words::facts(stage), facts_at, pen::set(&words.facts, x, facts_y));
    std::iter::once(title).chain(pen::set(&words.goal, x, goal_y)).chain(facts).collect()
}

/// The same by itself; `place` is that of the header, with the name's top.
fn named(
    context: &Context,
    column: &Column,
    stage: &Stage,
    words: &Words,
    (place, name_y): (Rect, f32),
    set: Vec<Item>,
) -> Name {
    let width = words.name.size.width.max(words.goal.size.width).max(words.facts.size.width);
    let around = Rect::new(column.x + TEXT_AT, name_y, width, words.height());
    let tag = Tag::new(Kind::Stage, column.stage.0);
    let colors = (context.theme.stage_ink(column.hue), Some(ground(context, column, stage)));
    Name::new(tag, &stage.name, colors, place, set, around)
}

/// A stage that is not there yet is hardly tinted.
fn ground(context: &Context, column: &Column, stage: &Stage) -> Color {
    let tint = if stage.pending { PENDING_TINT } else { TINT };
    context.theme.stage(column.hue).over(context.ground, tint)
}

/// `place` is that of the header; `set` are the words.
fn header(context: &Context, column: &Column, stage: &Stage, set: Vec<Item>, is_first: bool, place: Rect) -> Item {
    let arrow = icons::stage_arrow(Rect { width: column.width - TIP, ..place }, TIP, is_first);
    let edge = arrow.clone();
    let mut items = vec![pen::filled(arrow, Paint::Flat(ground(context, column, stage)))];
    if stage.pending {
        items.push(pen::dashed(edge, context.theme.stage(column.hue), 1.2, 4.0, 3.0));
    }
    items.extend(set);
    let label = words::stage(context, column.stage, stage);
    pen::tagged(Tag::new(Kind::Stage, column.stage.0), Role::Heading(2), label, place, items)
}

fn edge(context: &Context, column: &Column, top: f32, height: f32) -> Item {
    let strip = Rect::new(column.right() - HANDLE, top, HANDLE, height);
    let label = say!(layout_stage_edge, stage = context.stage_name(column.stage));
    pen::tagged(Tag::new(Kind::StageEdge, column.stage.0), Role::Artifact, label, strip, Vec::new())
}

/// Which of the map's stages a band shows, in a room beside the headers.
fn which_band(context: &Context, room: Rect) -> Vec<Item> {
    let stages = &context.band.stages;
    let said = say!(layout_band, first = stages.start + 1, last = stages.end, of = context.band.of);
    let Rect { x, y: top, width, height } = room;
    let words = context.ink().paragraph(&said, context.detail(), width, 2);
    let y = top + ((height - words.size.height) / 2.0).max(0.0);
    context.said(&said, Rect::new(x, y, width, words.size.height), pen::set(&words, x, y))
}

/// Whose board it is when it is not everybody's and nothing around it says so; in a room beside the headers.
fn audience(context: &Context, room: Rect) -> Vec<Item> {
    if context.band.is_cut() != (false, false) {
        return which_band(context, room);
    }
    let Some(segment) =
        context.segment.and_then(|id| context.map.segments.get(&id)).filter(|_| context.purpose == Purpose::Alone)
    else {
        return Vec::new();
    };
    let Rect { x, y: top, width, height } = room;
    let most_lines = ((height - 16.0) / (context.dress.card_title * 1.35)) as usize;
    let name = context.ink().paragraph(&segment.name, context.card_title(), width, most_lines.max(1));
    let label_style = context.detail();
    let label = context.ink().paragraph(say!(layout_audience), label_style, width, 1);
    let y = top + ((height - name.size.height - label.size.height) / 2.0).max(0.0);
    let place = Rect::new(x, y, width, label.size.height);
    let mut items = context.borrowed(say!(layout_audience), place, pen::set(&label, x, y));
    items.extend(pen::set(&name, x, y + label.size.height));
    items
}
