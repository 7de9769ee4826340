//! What is drawn free over the board: frames behind the notes, words, and arrows that follow their ends.

use super::context::Context;
use super::geometry::{Board, ColumnSpan};
use super::pen;
use super::sticky::{first_usual, is_in_band, to_scene};
use crate::model::{ArrowEnd, Drawing, DrawingId, RecordRef, Shape, Titled};
use crate::scene::{FaceStyle, Item, Kind, Paint, PathSegment, Point, Rect, Role, Size, Stroke, Tag};
use crate::text::TextStyle;
use crate::theme::{icons, size};
use std::collections::HashMap;
use touchline_words::say;

/// Of the strip with a frame's title.
const HEAD: f32 = 26.0;
const PADDING: f32 = 10.0;
const RADIUS: f32 = 10.0;
/// How far beside a line it is hit.
const REACH: f32 = 5.0;
const LINE: f32 = 1.8;
const TIP: f32 = 9.0;
/// An arrow is hit by pieces so long.
const PIECE: f32 = 36.0;
/// Of the ground of a frame.
const TINT: f32 = 0.06;
const MOST_LINES: usize = 40;
/// Around free words.
const AROUND: f32 = 6.0;

/// Where the drawings lie that have a place of their own.
pub(super) struct Drawings<'a> {
    frames: Vec<(DrawingId, &'a Drawing, Rect)>,
    texts: Vec<(DrawingId, &'a Drawing, Rect)>,
    arrows: Vec<(DrawingId, &'a Drawing)>,
    columns: Vec<ColumnSpan>,
    board: Size,
}

impl<'a> Drawings<'a> {
    pub fn of(context: &Context<'a>, board: Size) -> Self {
        let columns: Vec<ColumnSpan> =
            context.columns.iter().map(|c| ColumnSpan { stage: c.stage, x: c.x, width: c.width }).collect();
        let mut all = Self { frames: Vec::new(), texts: Vec::new(), arrows: Vec::new(), columns, board };
        for (id, drawing) in context.map.drawings.iter().filter(|(_, drawing)| is_in_band(context, drawing.x)) {
            match drawing.shape {
                Shape::Frame => all.frames.push((*id, drawing, all.frame(context, drawing))),
                Shape::Text => all.texts.push((*id, drawing, all.text(context, drawing))),
                Shape::Arrow => all.arrows.push((*id, drawing)),
            }
        }
        all
    }

    fn place(&self, context: &Context, x: f32, y: f32) -> Point {
        to_scene(&self.columns, Point::new(x - first_usual(context), y))
    }

    /// On the board, however far away it is.
    fn held(&self, rect: Rect) -> Rect {
        let (width, height) = (rect.width.min(self.board.width), rect.height.min(self.board.height));
        let x = rect.x.min(self.board.width - width).max(0.0);
        Rect::new(x, rect.y.min(self.board.height - height).max(0.0), width, height)
    }

    fn frame(&self, context: &Context, drawing: &Drawing) -> Rect {
        let from = self.place(context, drawing.x, drawing.y);
        let to = self.place(context, drawing.x + drawing.width, drawing.y + drawing.height);
        self.held(Rect::new(from.x, from.y, (to.x - from.x).max(HEAD), (to.y - from.y).max(HEAD)))
    }

    fn text(&self, context: &Context, drawing: &Drawing) -> Rect {
        let from = self.place(context, drawing.x, drawing.y);
        let width = drawing.width.min(self.board.width);
        let words = words(context, &drawing.text, width, self.board.height);
        self.held(Rect::new(from.x, from.y, width, words.size.height.max(style(context).line()) + 2.0 * AROUND))
    }

    pub fn has_arrows(&self) -> bool {
        !self.arrows.is_empty()
    }

    /// The frames, which lie behind the notes.
    pub fn behind(&self, context: &Context) -> Vec<Item> {
        self.frames.iter().flat_map(|(id, drawing, rect)| frame(context, *id, drawing, *rect)).collect()
    }

    /// The words, which lie among the notes.
    pub fn among(&self, context: &Context) -> Vec<Item> {
        let text = |(id, drawing, rect): &(DrawingId, &Drawing, Rect)| {
            let words = words(context, &drawing.text, rect.width, self.board.height);
            let ground = context.theme.surface.over(context.ground, 0.9);
            let inner = Rect::new(rect.x + AROUND, rect.y, rect.width - 2.0 * AROUND, rect.height);
            let set = pen::set(&words, inner.x, rect.y + AROUND);
            let items = vec![
                pen::rounded(*rect, 4.0, ground, None),
                pen::title(Kind::Drawing, id.0, &drawing.text, inner, set),
            ];
            let said = say!(kind_drawing_said, shape = drawing.shape.name(), text = drawing.text);
            pen::tagged(Tag::new(Kind::Drawing, id.0), Role::Section, said, *rect, items)
        };
        self.texts.iter().map(text).collect()
    }

    /// The arrows, over all; `find` says where a note or a card is drawn.
    pub fn over(&self, context: &Context, find: impl Fn(Tag) -> Option<Rect>) -> Vec<Item> {
        let own: HashMap<DrawingId, Rect> =
            self.frames.iter().chain(&self.texts).map(|(id, _, rect)| (*id, *rect)).collect();
        let rect_of = |end: ArrowEnd| match end {
            ArrowEnd::Sticky(id) => find(Tag::new(Kind::Sticky, id.0)),
            ArrowEnd::Touchpoint(id) => find(Tag::new(Kind::Touchpoint, id.0)),
            ArrowEnd::Drawing(id) => own.get(&id).copied(),
        };
        let inside =
            |point: Point| Point::new(point.x.clamp(0.0, self.board.width), point.y.clamp(0.0, self.board.height));
        let arrow = |(id, drawing): &(DrawingId, &Drawing)| {
            let begin = inside(self.place(context, drawing.x, drawing.y));
            let end = inside(self.place(context, drawing.x + drawing.width, drawing.y + drawing.height));
            let (begin, end) = ends((begin, end), drawing.from.and_then(rect_of), drawing.to.and_then(rect_of));
            arrow(context, *id, drawing, (inside(begin), inside(end)), self.board)
        };
        self.arrows.iter().flat_map(arrow).collect()
    }
}

fn style(context: &Context) -> TextStyle {
    TextStyle::new(size::CARD_TITLE, FaceStyle::Medium, context.theme.ink)
}

fn words(context: &Context, text: &str, width: f32, board: f32) -> crate::text::Paragraph {
    let style = style(context);
    let most = (((board - 2.0 * AROUND) / style.line()) as usize).clamp(1, MOST_LINES);
    context.ink().paragraph(text, style, (width - 2.0 * AROUND).max(10.0), most)
}

/// A frame: its title and its edges are hit, what stands in it is too.
fn frame(context: &Context, id: DrawingId, drawing: &Drawing, rect: Rect) -> Vec<Item> {
    let theme = context.theme;
    let tag = Tag::new(Kind::Drawing, id.0);
    let ground = pen::rounded(rect, RADIUS, theme.neutral, None);
    let mut picture = pen::faded(vec![ground], TINT);
    picture.push(pen::outlined(rect, RADIUS, theme.neutral, 1.4));
    let style = TextStyle::new(size::CARD_TITLE, FaceStyle::SemiBold, theme.detail);
    let width = (rect.width - 2.0 * PADDING).max(10.0);
    let title = context.ink().paragraph(&drawing.text, style, width, 1);
    let head = Rect::new(rect.x, rect.y, rect.width, HEAD.min(rect.height));
    let title_rect = Rect::new(rect.x + PADDING, head.y, width, head.height);
    let wide = title.lines.iter().map(|line| line.width).fold(0.0, f32::max);
    if wide > 0.0 {
        let height = title.size.height + 4.0;
        let ground = Rect::new(title_rect.x - 5.0, head.center().y - height / 2.0, wide + 10.0, height);
        picture.push(pen::rounded(ground, 4.0, theme.surface.over(context.ground, 0.9), None));
    }
    let set = pen::set(&title, title_rect.x, head.center().y - title.size.height / 2.0);
    picture.push(pen::title(Kind::Drawing, id.0, &drawing.text, title_rect, set));
    let said = say!(kind_drawing_said, shape = drawing.shape.name(), text = drawing.text);
    let edges = [
        Rect::new(rect.x, rect.y, REACH, rect.height),
        Rect::new(rect.right() - REACH, rect.y, REACH, rect.height),
        Rect::new(rect.x, rect.bottom() - REACH, rect.width, REACH),
    ];
    let hit = |edge: Rect| pen::tagged(tag, Role::Artifact, String::new(), edge, Vec::new());
    std::iter::once(pen::tagged(tag, Role::Section, said, head, picture)).chain(edges.map(hit)).collect()
}

/// From where to where an arrow goes: from its own place to its own, or from the edge of what it follows to the edge of that.
fn ends((begin, end): (Point, Point), from: Option<Rect>, to: Option<Rect>) -> (Point, Point) {
    let begin_at = from.map_or(begin, |rect| rect.center());
    let end_at = to.map_or(end, |rect| rect.center());
    (from.map_or(begin, |rect| edge(rect, end_at)), to.map_or(end, |rect| edge(rect, begin_at)))
}

impl Board {
    /// From where to where an arrow goes on this board.
    pub fn arrow_ends(&self, arrow: &Drawing) -> (Point, Point) {
        let rect_of = |end: ArrowEnd| {
            let tag = match end {
                ArrowEnd::Sticky(id) => Tag::new(Kind::Sticky, id.0),
                ArrowEnd::Touchpoint(id) => Tag::new(Kind::Touchpoint, id.0),
                ArrowEnd::Drawing(id) => Tag::new(Kind::Drawing, id.0),
            };
            self.parts().all_of(tag).map(|part| part.rect).reduce(|all, one| all.union(&one))
        };
        let place = |x: f32, y: f32| to_scene(&self.columns, Point::new(x, y));
        let own = (place(arrow.x, arrow.y), place(arrow.x + arrow.width, arrow.y + arrow.height));
        ends(own, arrow.from.and_then(rect_of), arrow.to.and_then(rect_of))
    }
}

/// Where a line from a rectangle's middle towards a point leaves it.
fn edge(rect: Rect, towards: Point) -> Point {
    let center = rect.center();
    let (dx, dy) = (towards.x - center.x, towards.y - center.y);
    if dx.abs() < 0.01 && dy.abs() < 0.01 {
        return center;
    }
    let across = if dx.abs() < 0.01 { f32::INFINITY } else { (rect.width / 2.0 + 2.0) / dx.abs() };
    let down = if dy.abs() < 0.01 { f32::INFINITY } else { (rect.height / 2.0 + 2.0) / dy.abs() };
    let part = across.min(down).min(1.0);
    Point::new(center.x + dx * part, center.y + dy * part)
}

/// What an arrow's end follows is called; on a page, which may show less of it, its kind alone.
fn title(context: &Context, end: ArrowEnd) -> Option<String> {
    let map = context.map;
    if !context.is_editor() {
        return Some(RecordRef::from(end).kind().name().to_owned());
    }
    match end {
        ArrowEnd::Sticky(id) => map.stickies.get(&id).map(|note| note.text.clone()),
        ArrowEnd::Touchpoint(id) => map.touchpoints.get(&id).map(|card| card.title.clone()),
        ArrowEnd::Drawing(id) => map.drawings.get(&id).map(|drawing| drawing.title().to_owned()),
    }
}

fn arrow(context: &Context, id: DrawingId, drawing: &Drawing, (begin, end): (Point, Point), board: Size) -> Vec<Item> {
    let color = context.theme.ink_soft;
    let (dx, dy) = (end.x - begin.x, end.y - begin.y);
    let length = dx.hypot(dy).max(0.01);
    let at = |part: f32| Point::new(begin.x + dx * part, begin.y + dy * part);
    let tip = TIP.min(length);
    let back = at(1.0 - tip / length);
    let side = tip * 0.45;
    let (ux, uy) = (dx / length, dy / length);
    let head = icons::outline(&[
        end,
        Point::new(back.x - uy * side, back.y + ux * side),
        Point::new(back.x + uy * side, back.y - ux * side),
    ]);
    let line = vec![PathSegment::Move(begin), PathSegment::Line(back)];
    let picture = vec![pen::stroked(line, Stroke::solid(color, LINE)), pen::filled(head, Paint::Flat(color))];
    let name = |end: Option<ArrowEnd>| {
        let title = end.and_then(|end| title(context, end));
        title.unwrap_or_else(|| say!(kind_drawing_nothing).to_owned())
    };
    // On a page the words are a part of their own.
    let text = if context.is_editor() { drawing.text.as_str() } else { "" };
    let said = say!(kind_arrow_said, from = name(drawing.from), to = name(drawing.to), text).trim_end().to_owned();
    let tag = Tag::new(Kind::Drawing, id.0);
    let pieces = (length / PIECE).ceil().clamp(1.0, 400.0) as usize;
    let piece = |nth: usize| {
        let (a, b) = (at(nth as f32 / pieces as f32), at((nth + 1) as f32 / pieces as f32));
        let around = Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs()).shrink(-REACH);
        let around = within(around, board);
        // The first piece holds the picture and says what it is; the others are there to be hit.
        match nth {
            0 => pen::tagged(tag, Role::Figure, said.clone(), around, picture.clone()),
            _ => pen::tagged(tag, Role::Artifact, String::new(), around, Vec::new()),
        }
    };
    let label = label(context, id, drawing, at(0.5), length, board);
    (0..pieces).map(piece).chain([label]).collect()
}

/// The words beside an arrow, over the ground, at its middle.
fn label(context: &Context, id: DrawingId, drawing: &Drawing, middle: Point, length: f32, board: Size) -> Item {
    let words = drawing.text.split_whitespace().collect::<Vec<&str>>().join(" ");
    let style = context.detail().with_color(context.theme.ink_soft);
    let room = length.max(60.0).min(board.width - 8.0).max(10.0);
    let line = context.ink().paragraph(&words, style, room, 1);
    let widest = line.lines.iter().map(|line| line.width).fold(16.0, f32::max);
    // Words from the right end where their room does.
    let left = line.lines.iter().map(|line| line.bounds().x).fold(f32::INFINITY, f32::min);
    let (width, height) = (widest + 8.0, line.size.height.max(style.line()) + 2.0);
    let at = Rect::new(middle.x - width / 2.0, middle.y - height / 2.0, width, height);
    let x = at.x.min(board.width - width).max(0.0);
    let ground = Rect::new(x, at.y.min(board.height - height).max(0.0), width, height);
    let mut items = Vec::new();
    if !words.is_empty() {
        items.push(pen::rounded(ground, 3.0, context.theme.surface, None));
        items.extend(pen::set(&line, ground.x + 4.0 - left, ground.y + 1.0));
    }
    pen::title(Kind::Drawing, id.0, &drawing.text, ground, items)
}

/// What of a place lies on the board.
fn within(rect: Rect, board: Size) -> Rect {
    let (x, y) = (rect.x.clamp(0.0, board.width), rect.y.clamp(0.0, board.height));
    Rect::new(x, y, rect.right().min(board.width) - x, rect.bottom().min(board.height) - y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Leaf, Lens, Target, arrange, arrange_board};
    use crate::model::{Map, Sticky, StickyId};
    use crate::scene::PageSize;
    use crate::text::Shaper;
    use crate::theme::Theme;

    const TAIL: &str = "Tailword";

    /// The sample with two notes in a frame, an arrow from one to the other, and words; all with long texts.
    fn drawn() -> Map {
        let mut map = sample::map();
        let long = format!("{}{TAIL}", "word after word ".repeat(120));
        for (id, x) in [(1, 200.0), (2, 560.0)] {
            let note = Sticky { x, y: 260.0, text: long.clone(), ..Sticky::default() };
            map.stickies.insert(StickyId(id), note);
        }
        let frame = Drawing { x: 180.0, y: 200.0, width: 560.0, height: 300.0, ..Drawing::default() };
        let ends = (Some(ArrowEnd::Sticky(StickyId(1))), Some(ArrowEnd::Sticky(StickyId(2))));
        let arrow = Drawing { shape: Shape::Arrow, from: ends.0, to: ends.1, ..Drawing::default() };
        let words = Drawing { shape: Shape::Text, x: 300.0, y: 600.0, width: 120.0, ..Drawing::default() };
        for (id, drawing) in (1..).zip([frame, arrow, words]) {
            map.drawings.insert(DrawingId(id), Drawing { text: long.clone(), ..drawing });
        }
        map
    }

    fn laid(map: &Map) -> Board {
        arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0)
    }

    fn pieces(board: &Board, id: u64) -> Vec<Rect> {
        board.parts().all_of(Tag::new(Kind::Drawing, id)).map(|part| part.rect).collect()
    }

    #[test]
    fn an_arrow_ends_at_what_it_follows_wherever_that_goes() {
        let mut map = drawn();
        for x in [560.0, 800.0] {
            map.stickies.get_mut(&StickyId(2)).unwrap().x = x;
            let board = laid(&map);
            let note = |id| board.rect_of(Tag::new(Kind::Sticky, id)).unwrap();
            let arrow = pieces(&board, 2);
            let (first, last) = (arrow[0], arrow[arrow.len() - 1]);
            assert!((first.x - note(1).right()).abs() < REACH + 3.0, "{first:?} {:?}", note(1));
            assert!((last.right() - note(2).x).abs() < REACH + 3.0, "{last:?} {:?}", note(2));
        }
    }

    #[test]
    fn a_frame_lies_behind_the_notes_in_it_and_lets_what_is_in_it_be_taken() {
        let board = laid(&drawn());
        let note = board.rect_of(Tag::new(Kind::Sticky, 1)).unwrap().center();
        assert_eq!(board.hit(note, |tag| tag.kind.is_thing()).map(|(tag, _)| tag), Some(Tag::new(Kind::Sticky, 1)));
        let head = pieces(&board, 1)[0];
        let at = Point::new(head.x + 4.0, head.y + 4.0);
        assert_eq!(board.hit(at, |tag| tag.kind.is_thing()).map(|(tag, _)| tag), Some(Tag::new(Kind::Drawing, 1)));
        let empty = Point::new(head.right() - 40.0, head.bottom() + 20.0);
        assert_ne!(board.hit(empty, |_| true).map(|(tag, _)| tag.kind), Some(Kind::Drawing));
    }

    #[test]
    fn drawings_come_with_the_notes_and_say_no_more_than_is_seen() {
        let map = drawn();
        let page = |notes: bool| {
            let lens = Lens { notes, ..Lens::default() };
            let target = Target::Page(Leaf::single(PageSize::A3));
            arrange(&map, &lens, &Theme::light(), &Shaper::bundled(), &target)
        };
        let said = |notes: bool| {
            let scene = page(notes);
            let parts = crate::scene::Parts::of(&scene);
            let drawn = parts.iter().filter(|part| part.tag().kind == Kind::Drawing).count();
            let labels: Vec<String> = parts.iter().map(|part| part.label().into_owned()).collect();
            (drawn, labels)
        };
        assert_eq!(said(false).0, 0);
        let (drawn, labels) = said(true);
        assert!(drawn > 5 && !labels.iter().any(|label| label.contains(TAIL)), "{labels:?}");
    }
}
