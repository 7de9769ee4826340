//! The board put together: stage headers, the panel with its lanes, sticky notes.

use touchline_words::direction::Listed;
use touchline_words::say;

use super::Lens;
use super::behind::line_of_visibility;
use super::cards;
use super::channels;
use super::columns::Fill;
use super::connectors;
use super::context::{Column, Context, LABEL_WIDTH, Purpose, Strip, Uses};
use super::differs::Differs;
use super::drawings::Drawings;
use super::feeling;
use super::folded;
use super::geometry::{Board, ColumnSpan, FeelingScale, RowSpan};
use super::header;
use super::kept::BoardCache;
use super::names::{Name, Names};
use super::noted;
use super::pen;
use super::pennants;
use super::place::{Plan, StepSpan};
use super::river;
use super::sticky;
use super::thrift;
use super::tied;
use crate::model::{Holds, Lane, LaneId, LaneKind, Map, RecordRef};
use crate::scene::{Item, Kind, Parts, PathSegment, Point, Rect, Role, Scene, Size, Tag};
use crate::text::{Shaper, in_language};
use crate::theme::Theme;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const PANEL_RADIUS: f32 = 10.0;
/// From a lane's left edge to its title.
const TITLE_X: f32 = 14.0;
/// Of the strip that makes a lane higher.
const EDGE: f32 = 8.0;

/// The editor's board, at least `min_width` map units wide where the stages can be pulled that far.
pub fn arrange_board(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, min_width: f32) -> Board {
    arrange_board_again(map, lens, theme, shaper, min_width, &mut BoardCache::default(), None)
}

/// The same board, with what `kept` has of the one before drawn no second time (law S4). The fonts have to be those of
/// the board before. `touched` holds every record in which the map differs from the one that `kept` was laid for last;
/// None where that is not known.
pub fn arrange_board_again(
    map: &Map,
    lens: &Lens,
    theme: &Theme,
    shaper: &Shaper,
    min_width: f32,
    kept: &mut BoardCache,
    touched: Option<&BTreeSet<RecordRef>>,
) -> Board {
    let min_width = if min_width.is_finite() { min_width } else { 0.0 };
    let mut differs = std::mem::take(&mut kept.differs);
    differs.follow(map, touched);
    let board = in_language(&map.meta.language, || {
        let needs = kept.needs.again(map, shaper, &differs);
        let plan = Plan::whole(map, &needs, Fill::view(map, &needs, min_width), Purpose::Editor);
        build(map, lens, theme, shaper, plan, kept, differs).board
    });
    kept.parts = board.parts().clone();
    board
}

/// A board and the signs it uses.
pub(super) struct Built {
    pub board: Board,
    pub uses: Uses,
}

/// The board on paper, where nothing is kept.
pub(super) fn build_page(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, plan: Plan) -> Built {
    in_language(&map.meta.language, || {
        build(map, lens, theme, shaper, plan, &mut BoardCache::default(), Differs::everything())
    })
}

fn build(
    map: &Map,
    lens: &Lens,
    theme: &Theme,
    shaper: &Shaper,
    plan: Plan,
    kept: &mut BoardCache,
    differs: Differs,
) -> Built {
    shaper.make_room(map.len());
    let air = plan.air;
    let context = Context::new(map, lens, theme, shaper, plan, (differs, Arc::clone(&kept.spans)));
    kept.begin(theme, context.segment, &map.meta.language);
    connectors::take_over(&context, kept.connectors.ways.take());
    let width = context.width;

    let header::Headers { items: headers, height: header_height, loops, names: stages } = header::lay(&context);
    let panel_top = header_height + context.dress.header.below;
    let mut uses = Uses::default();
    let (mut rows, mut steps) = (Vec::new(), Vec::new());
    let mut lanes = Vec::new();
    let (mut lane_names, mut edges) = (Vec::new(), Vec::new());
    let mut y = panel_top;
    for (id, lane) in lanes_shown(&context) {
        let strip = strip(&context, id, lane, y, kept);
        if strip.height <= 0.0 {
            continue;
        }
        uses.add(strip.uses);
        steps.extend(strip.steps.iter().copied());
        let (title, title_height) = lane_title(&context, id, lane, strip.note.as_ref(), y, true);
        let height = height_of(&context, lane, &strip, title_height) + if lane.folded { 0.0 } else { air };
        if y > panel_top {
            lanes.push(pen::line(Point::new(0.0, y), Point::new(width, y), theme.hairline, 1.0));
            if lane.kind == LaneKind::Backstage {
                lanes.extend(line_of_visibility(&context, y));
            }
        }
        if context.is_editor() {
            edges.push(lane_edge(id, lane, y + height));
            let place = Rect::new(0.0, y, LABEL_WIDTH, height);
            let title_y = if lane.folded { (height - title_height) / 2.0 } else { context.dress.title_y };
            let x = TITLE_X + if lane.folded { folded::indent(&context) } else { 0.0 };
            let around = Rect::new(x, y + title_y, LABEL_WIDTH - x, title_height);
            let tag = Tag::new(Kind::Lane, id.0);
            lane_names.push(Name::new(tag, lane.title(), (theme.ink, None), place, title.clone(), around));
        }
        lanes.push(row(&context, id, lane, strip, title, Rect::new(0.0, y, width, height)));
        rows.push(RowSpan { lane: id, kind: lane.kind, y, height });
        y += height;
    }
    let stack = Stack { headers, header_height, loops, lanes, edges, rows, steps, bottom: y, uses, stages, lane_names };
    let built = assembled(&context, stack, kept, context.notes);
    kept.end();
    kept.differs = context.differs;
    kept.spans = context.spans;
    kept.connectors.ways = context.ways.into_inner();
    built
}

/// What stands on a board from its top to its bottom.
#[derive(Default)]
pub(super) struct Stack {
    pub headers: Vec<Item>,
    pub header_height: f32,
    /// What of the headers stands above the stages.
    pub loops: Vec<Item>,
    pub lanes: Vec<Item>,
    /// What makes lanes higher, for the editor alone; so are the names below.
    pub edges: Vec<Item>,
    pub stages: Vec<Name>,
    pub lane_names: Vec<Name>,
    pub rows: Vec<RowSpan>,
    pub steps: Vec<StepSpan>,
    /// Where the last lane ends.
    pub bottom: f32,
    pub uses: Uses,
}

/// The board of what stands on it, with the sticky notes over it where they are to be seen.
pub(super) fn assembled(context: &Context, stack: Stack, kept: &mut BoardCache, with_notes: bool) -> Built {
    let Stack { headers, header_height, loops, lanes, edges, stages, lane_names, rows, steps, bottom, uses } = stack;
    let (map, width) = (context.map, context.width);
    let panel_top = header_height + context.dress.header.below;
    let panel = Rect::new(0.0, panel_top, width, (bottom - panel_top).max(48.0));
    let mut items = panel_of(context, panel);
    items.extend(column_lines(context, panel));
    items.extend(headers);
    items.extend(lanes);
    items.extend(edges);
    let size = Size::new(width, panel.bottom());
    if !map.connectors.is_empty() {
        let ends: BTreeMap<LaneId, f32> = rows.iter().map(|row| (row.lane, row.y + row.height)).collect();
        // Losses stand on the border of two stages, where a line runs that goes on to another lane of cards.
        let losses = rows.iter().filter(|row| row.kind.holds() == Holds::Losses);
        let pauses = losses.map(|row| row.y..row.y + row.height).collect();
        // Where cards lie is known now; the lines lie over them all.
        items.extend(connectors::lay(context, &items, ends, pauses, &mut kept.connectors));
    }
    if with_notes {
        items.extend(free(context, size, kept, &items));
    }

    let feeling = rows.iter().find(|row| row.kind.holds() == Holds::Feelings).map(|row| FeelingScale {
        lane: row.lane,
        middle_y: row.y + context.dress.feeling.middle,
        units_per_score: context.dress.feeling.units_per_score,
    });
    let columns = context.columns.iter().map(|c| ColumnSpan { stage: c.stage, x: c.x, width: c.width }).collect();
    let scene = Scene { size, items, title: map.meta.title.clone(), language: map.meta.language.clone() };
    let header = Rect::new(LABEL_WIDTH, 0.0, width - LABEL_WIDTH, header_height);
    let parts = Parts::again(&scene, &kept.parts);
    let above = Scene { size: Size::new(width, header_height), items: loops, ..Scene::default() };
    let names = Names { stages, lanes: lane_names, above, panel };
    Built { board: Board::new(scene, names, parts, (columns, rows, steps), header, feeling), uses }
}

/// What lies free over a board: frames, the notes on them, words, and the arrows over all.
fn free(context: &Context, size: Size, kept: &mut BoardCache, below: &[Item]) -> Vec<Item> {
    if context.map.drawings.is_empty() {
        return sticky::lay(context, size, &mut kept.stickies, &mut kept.notes, kept.pass);
    }
    let drawings = Drawings::of(context, size);
    let mut items = drawings.behind(context);
    items.extend(sticky::lay(context, size, &mut kept.stickies, &mut kept.notes, kept.pass));
    items.extend(drawings.among(context));
    if drawings.has_arrows() {
        // Where notes and cards lie is known now.
        let laid = Scene { size, items: [below, &items].concat(), title: String::new(), language: String::new() };
        let parts = Parts::again(&laid, &kept.parts);
        items.extend(drawings.over(context, |tag| parts.find(tag).map(|part| part.rect)));
    }
    items
}

/// The lanes from top to bottom, but for hidden ones and those that the page does without.
pub(super) fn lanes_shown<'a>(context: &Context<'a>) -> Vec<(LaneId, &'a Lane)> {
    let (map, thrift) = (context.map, context.thrift);
    let mut lanes = map.lanes_in_order();
    lanes.retain(|(_, lane)| !lane.hidden && !thrift.drops(lane));
    if thrift.empty_lanes {
        let stages = context.columns.iter().map(|column| column.stage).collect();
        let is_empty = |(id, lane): &(LaneId, &Lane)| thrift::is_empty(map, context.segment, *id, lane, &stages);
        // A map in which there is nothing yet is shown as what it will be.
        if !lanes.iter().all(is_empty) {
            lanes.retain(|lane| !is_empty(lane));
        }
    }
    lanes
}

/// What the lanes stand on. Where the map goes on in another band its side is open.
fn panel_of(context: &Context, panel: Rect) -> Vec<Item> {
    let (left, right) = context.band.is_cut();
    let mut items = vec![pen::rounded(panel, PANEL_RADIUS, context.theme.surface, Some((context.theme.hairline, 1.0)))];
    let open = |x: f32| {
        let ground = pen::line(Point::new(x, panel.y - 1.0), Point::new(x, panel.bottom() + 1.0), context.ground, 3.0);
        let path = vec![
            PathSegment::Move(Point::new(x, panel.y + 2.0)),
            PathSegment::Line(Point::new(x, panel.bottom() - 2.0)),
        ];
        [ground, pen::dashed(path, context.theme.neutral, 1.2, 2.0, 4.0)]
    };
    if left {
        items.extend(open(LABEL_WIDTH));
    }
    if right {
        items.extend(open(panel.right()));
    }
    items
}

/// How high a lane is: as what it holds and its name, and as a person wants it at least; a page has no room for more than its charts.
pub(super) fn height_of(context: &Context, lane: &Lane, strip: &Strip, title_height: f32) -> f32 {
    if lane.folded {
        return strip.height;
    }
    let asked = lane.height.filter(|_| context.purpose != Purpose::Framed).map_or(0.0, f32::from);
    strip.height.max(title_height + 2.0 * context.dress.title_y).max(asked)
}

pub(super) fn strip(context: &Context, id: LaneId, lane: &Lane, top: f32, kept: &mut BoardCache) -> Strip {
    if lane.folded {
        return folded::lay(context, id, lane, top);
    }
    let mut strip = match lane.kind.holds() {
        Holds::Cards => cards::touchpoints(context, id, top, (&mut kept.cards, &mut kept.long)),
        Holds::Feelings => feeling::lay(context, top, &mut kept.feeling, kept.pass),
        Holds::Losses => river::lay(context, top),
        Holds::Channels => channels::lay(context, top, &mut kept.channels),
        Holds::Flags => pennants::lay(context, top, &mut kept.pennants),
        Holds::List(kind) => noted::lay(context, kind, id, top, &mut kept.noted),
    };
    folded::stages(context, id, lane, top, &mut strip);
    let at_foot = if lane.kind.holds() == Holds::Cards { connectors::room(context, id) } else { 0.0 };
    tied::below_cells(context, id, lane, top, at_foot, &mut strip);
    strip
}

/// The lane's name, the line under it and the notes that are tied to it, and how high they are.
pub(super) fn lane_title(
    context: &Context,
    id: LaneId,
    lane: &Lane,
    note: Option<&(String, bool)>,
    top: f32,
    with_notes: bool,
) -> (Vec<Item>, f32) {
    let usual = match lane.kind.holds() {
        Holds::Cards => say!(lane_touchpoints_about),
        Holds::Feelings => "−3 … +3",
        Holds::Losses => say!(lane_drop_off_about),
        Holds::Flags => say!(lane_compliance_about),
        Holds::Channels => say!(lane_channels_about),
        Holds::List(kind) => noted::about(kind),
    };
    let (words, warns) = note.map_or((usual, false), |(words, warns)| (words.as_str(), *warns));
    let width = LABEL_WIDTH - TITLE_X - 8.0;
    if lane.folded {
        return folded_title(context, id, lane, top);
    }
    let title_y = context.dress.title_y;
    let words = if context.dress.says_about || note.is_some() { words } else { "" };
    let name = context.ink().paragraph(lane.title(), context.lane_title(), width, 4);
    let style = if warns { context.detail_strong().with_color(context.theme.warn_ink) } else { context.detail() };
    let below = context.ink().paragraph(words, style, width, 6);
    let (name_y, below_y) = (top + title_y + 1.0, top + title_y + 1.0 + name.size.height + 1.0);
    let bounds = Rect::new(TITLE_X, name_y, width, name.size.height);
    let title = pen::set(&name, TITLE_X, name_y);
    // A name that nobody gave it is the program's.
    let title = if lane.name.is_empty() { context.borrowed(lane.title(), bounds, title) } else { title };
    let mut items = vec![pen::title(Kind::Lane, id.0, lane.title(), bounds, title)];
    let place = Rect::new(TITLE_X, below_y, width, below.size.height);
    items.extend(context.said(words, place, pen::set(&below, TITLE_X, below_y)));
    let end = below_y + below.size.height;
    let room = Rect::new(TITLE_X, end, width, 0.0);
    let notes = if with_notes { tied::below_name(context, id, room, &mut items) } else { 0.0 };
    (items, end + notes - top - title_y)
}

/// The name of a lane that is folded, in one line.
fn folded_title(context: &Context, id: LaneId, lane: &Lane, top: f32) -> (Vec<Item>, f32) {
    let x = TITLE_X + folded::indent(context);
    let name = context.ink().paragraph(lane.title(), context.lane_title(), LABEL_WIDTH - x - 8.0, 1);
    let height = name.size.height;
    let y = top + (folded::HEIGHT - height) / 2.0;
    let bounds = Rect::new(x, y, LABEL_WIDTH - x - 8.0, height);
    let set = pen::set(&name, x, y);
    let title = if lane.name.is_empty() { context.borrowed(lane.title(), bounds, set) } else { set };
    (vec![pen::title(Kind::Lane, id.0, lane.title(), bounds, title)], height)
}

/// One lane: its title, then what runs through behind, the cells, and what runs through in front.
pub(super) fn row(context: &Context, id: LaneId, lane: &Lane, strip: Strip, title: Vec<Item>, bounds: Rect) -> Item {
    let mut items = title;
    items.extend(strip.under);
    let mut cells = strip.cells.into_iter();
    for column in &context.columns {
        let held = cells.next().unwrap_or_default();
        // On paper nobody needs to know where nothing is.
        if context.is_editor() || !held.is_empty() {
            items.push(cell(context, id, lane, column, held, bounds));
        }
    }
    items.extend(strip.over);
    pen::tagged(Tag::new(Kind::Lane, id.0), Role::Section, lane.title(), bounds, items)
}

/// The strip along the lower edge of a lane's name.
fn lane_edge(id: LaneId, lane: &Lane, bottom: f32) -> Item {
    let strip = Rect::new(0.0, bottom - EDGE, LABEL_WIDTH, EDGE);
    let label = say!(layout_lane_edge, lane = lane.title());
    pen::tagged(Tag::new(Kind::LaneEdge, id.0), Role::Artifact, label, strip, Vec::new())
}

fn cell(context: &Context, id: LaneId, lane: &Lane, column: &Column, held: Vec<Item>, row: Rect) -> Item {
    let tag = Tag::pair(Kind::Cell, column.stage.0, id.0);
    let role = if held.is_empty() { Role::Artifact } else { Role::Section };
    let label = [context.stage_name(column.stage), lane.title()].listed(", ");
    pen::tagged(tag, role, label, Rect::new(column.x, row.y, column.width, row.height), held)
}

fn column_lines(context: &Context, panel: Rect) -> Vec<Item> {
    let (top, bottom) = (panel.y + 0.5, panel.bottom() - 0.5);
    let line = |column: &Column| {
        pen::line(Point::new(column.x, top), Point::new(column.x, bottom), context.theme.column_line, 1.0)
    };
    context.columns.iter().skip(1).map(line).collect()
}
