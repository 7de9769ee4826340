//! What a slide is made with: the map, and the hands that set words.

use std::cell::Cell;

use super::block::Block;
use super::measures::{BODY, CAPTION, FIGURE, HEADING, LINES_MOST};
use crate::layout::Seen;
use crate::layout::pen::{self, Ink};
use crate::model::{DeckPage, DeckPageId, Map};
use crate::scene::{Color, FaceStyle, Item, Kind, Point, Rect, Role, Size, Tag};
use crate::text::{Shaper, TextStyle};
use crate::theme::Theme;

pub(super) struct Desk<'a> {
    pub map: &'a Map,
    pub seen: &'a Seen<'a>,
    pub theme: &'a Theme,
    pub shaper: &'a Shaper,
    /// How many parts of the document have a number.
    numbered: Cell<u64>,
    /// What a person keeps of the page that is laid out.
    kept: Cell<Option<DeckPageId>>,
}

impl<'a> Desk<'a> {
    pub fn new(map: &'a Map, seen: &'a Seen<'a>, theme: &'a Theme, shaper: &'a Shaper) -> Self {
        Self { map, seen, theme, shaper, numbered: Cell::new(100), kept: Cell::new(None) }
    }

    /// The page that is laid out from now on, as a person keeps it.
    pub fn keep(&self, page: Option<DeckPageId>) {
        self.kept.set(page);
    }

    /// The page that is laid out as a person keeps it, where one does.
    pub fn kept(&self) -> Option<&DeckPage> {
        self.kept.get().and_then(|id| self.map.deck_pages.get(&id))
    }

    pub fn ink(&self) -> Ink<'a> {
        Ink { shaper: self.shaper }
    }

    /// A part that stands for no record.
    pub fn tag(&self, kind: Kind) -> Tag {
        self.numbered.set(self.numbered.get() + 1);
        Tag::new(kind, self.numbered.get())
    }

    pub fn caption(&self) -> TextStyle {
        TextStyle::new(CAPTION, FaceStyle::Regular, self.theme.muted)
    }

    /// Of what stands over something.
    pub fn label(&self) -> TextStyle {
        TextStyle::new(CAPTION, FaceStyle::Medium, self.theme.muted)
    }

    pub fn body(&self) -> TextStyle {
        TextStyle::new(BODY, FaceStyle::Regular, self.theme.detail)
    }

    pub fn strong(&self) -> TextStyle {
        TextStyle::new(BODY, FaceStyle::SemiBold, self.theme.ink)
    }

    pub fn quote(&self) -> TextStyle {
        TextStyle::new(BODY, FaceStyle::Italic, self.theme.detail)
    }

    pub fn heading(&self) -> TextStyle {
        TextStyle::new(HEADING, FaceStyle::Bold, self.theme.ink).with_line_height(1.25)
    }

    pub fn figure(&self, color: Color) -> TextStyle {
        TextStyle::new(FIGURE, FaceStyle::Bold, color).tabular().with_line_height(1.15)
    }

    /// Words in lines with their upper left corner at the origin, as a part of the document. Nothing where there are none.
    pub fn words(&self, role: Role, text: &str, style: TextStyle, width: f32, lines_most: usize) -> Block {
        let text = text.trim();
        if text.is_empty() {
            return Block::default();
        }
        let mut set = self.ink().paragraph(text, style, width, lines_most);
        if set.lines.is_empty() {
            // A word that does not break.
            let line = self.ink().line(text, style, 0.0, style.line() * 0.75, width);
            set.size = Size::new(line.width, style.line());
            set.lines.push(line);
        }
        let bounds = Rect::new(0.0, 0.0, width, set.size.height);
        let items = vec![pen::tagged(self.tag(Kind::Map), role, text, bounds, pen::set(&set, 0.0, 0.0))];
        Block { items, height: set.size.height, ..Block::default() }
    }

    pub fn paragraph(&self, text: &str, style: TextStyle, width: f32) -> Block {
        self.words(Role::Paragraph, text, style, width, LINES_MOST)
    }

    /// A heading under the slide's own, which never stands alone at the end of a column.
    pub fn title(&self, text: &str, style: TextStyle, width: f32) -> Block {
        self.words(Role::Heading(2), text, style, width, 3).holding()
    }

    /// A line that is not read by itself, at a place.
    pub fn line(&self, text: &str, style: TextStyle, x: f32, baseline: f32, max_width: f32) -> Item {
        Item::Text(self.ink().line(text, style, x, baseline, max_width))
    }

    /// The same with its end at `x`.
    pub fn line_to(&self, text: &str, style: TextStyle, x: f32, baseline: f32, max_width: f32) -> Item {
        Item::Text(self.shaper.line_within(text, style, max_width).ending_at(Point::new(x, baseline)))
    }

    pub fn hairline(&self, from: f32, to: f32, y: f32) -> Item {
        pen::line(Point::new(from, y), Point::new(to, y), self.theme.hairline, 1.0)
    }

    /// Lines that only part things.
    pub fn artifact(&self, items: Vec<Item>, bounds: Rect) -> Item {
        pen::tagged(Tag::new(Kind::Figure, 0), Role::Artifact, "", bounds, items)
    }
}
