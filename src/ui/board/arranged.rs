//! The board laid out for one map, lens, theme and width; kept until one of them changes.

use crate::layout::{Board, BoardCache, Lens, arrange_board_again};
use crate::model::{Map, RecordRef};
use crate::scene::{Item, Kind, MirrorCache, Part, PathSegment, Point, Rect, Scene, Tag, TagFamily, TextItem};
use crate::session::{Session, record_of, tag_of};
use crate::text::{Shaper, is_right_to_left};
use crate::theme::Theme;
use crate::ui::screen::{Still, View};
use egui::Painter;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use touchline_words::Language;

/// What a board is made from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source {
    /// The map, as [`crate::session::Session::seen_stamp`] tells it from others.
    pub stamp: u64,
    pub lens: Lens,
    pub theme: Theme,
    pub width: f32,
    pub language: Language,
}

/// A board, and its picture turned over where the map is read from the right: hands and places know the board alone.
#[derive(Debug)]
pub struct Laid {
    board: Board,
    turned: Option<Scene>,
}

/// A board with what it was made from.
#[derive(Debug)]
pub struct Arranged {
    /// Shared with the session while something is placed on it.
    pub board: Arc<Board>,
    turned: Option<Scene>,
    source: Source,
    /// Another number for every other board.
    picture: u64,
}

/// How many boards were laid out.
static PICTURES: AtomicU64 = AtomicU64::new(0);

/// What was drawn for the boards before, and for which map last.
#[derive(Debug, Default)]
pub struct Drawn {
    cache: BoardCache,
    mirrored: MirrorCache,
    stamp: Option<u64>,
}

impl Drawn {
    /// Forgets what may look different with other fonts.
    pub fn fonts_changed(&mut self) {
        self.cache.fonts_changed();
        self.stamp = None;
    }

    /// Whether a board for `source` is soon laid: `last`, laid with this, differs in nothing but what an edit touched.
    pub fn follows(&self, session: &Session, source: &Source, last: Option<&Arranged>) -> bool {
        let same = last.is_some_and(|last| Source { stamp: source.stamp, ..last.source } == *source);
        same && self
            .stamp
            .is_some_and(|stamp| stamp == source.stamp || session.touched_between(stamp, source.stamp).is_some())
    }

    /// The board of a map, which is the one of the source's stamp; `touched` as [`arrange_board_again`] has it.
    pub fn lay(&mut self, map: &Map, source: &Source, shaper: &Shaper, touched: Option<&BTreeSet<RecordRef>>) -> Laid {
        let Source { stamp, lens, theme, width, language: _ } = source;
        self.stamp = Some(*stamp);
        let board = arrange_board_again(map, lens, theme, shaper, *width, &mut self.cache, touched);
        let is_turned = is_right_to_left(&map.meta.language);
        let turned = is_turned.then(|| board.scene.mirrored_again(&mut self.mirrored));
        Laid { board, turned }
    }
}

impl Arranged {
    /// Lays out the map that the session shows, which is the one of the source's stamp.
    pub fn new(session: &Session, source: Source, shaper: &Shaper, drawn: &mut Drawn) -> Self {
        let touched = drawn.stamp.and_then(|before| session.touched_between(before, source.stamp));
        Self::of(drawn.lay(session.seen(), &source, shaper, touched.as_ref()), source)
    }

    /// A map by itself.
    pub fn alone(map: &Map, source: Source, shaper: &Shaper) -> Self {
        Self::of(Drawn::default().lay(map, &source, shaper, None), source)
    }

    /// What was laid out of a source.
    pub fn of(laid: Laid, source: Source) -> Self {
        let picture = PICTURES.fetch_add(1, Ordering::Relaxed);
        Self { board: Arc::new(laid.board), turned: laid.turned, source, picture }
    }

    /// Draws the picture where the view puts the board; `still` keeps it while nothing of it changes.
    pub fn paint(&self, painter: &Painter, view: View, still: &mut Still) {
        match &self.turned {
            Some(turned) => still.paint(painter, self.picture, turned, view.of_turned(turned.size.width)),
            None => still.paint(painter, self.picture, &self.board.scene, view),
        }
    }

    /// Whether arranging this again would give the same.
    pub fn is_of(&self, source: &Source) -> bool {
        self.source == *source
    }

    /// Every place where a record is drawn; a flag is drawn on its card and in its lane.
    pub fn rects_of(&self, record: RecordRef) -> impl Iterator<Item = Rect> + '_ {
        tag_of(record).into_iter().flat_map(|tag| self.board.parts().all_of(tag)).map(|part| part.rect)
    }

    /// The records whose own part lies in or across a rectangle, in reading order.
    pub fn records_in(&self, rect: Rect) -> Vec<RecordRef> {
        self.free_in(rect).filter_map(|part| record_of(part.tag())).collect()
    }

    /// Where those are drawn.
    pub fn free_in(&self, rect: Rect) -> impl Iterator<Item = Part<'_>> + '_ {
        self.board.parts().overlapping(rect).filter(|part| lies_free(part.tag().kind))
    }

    /// A record's own part.
    pub fn part(&self, tag: Tag) -> Option<Part<'_>> {
        self.board.parts().find(tag)
    }

    /// The corners of the first outline that a part is drawn with, in scene space.
    pub fn corners(&self, tag: Tag) -> Option<Vec<Point>> {
        let part = self.part(tag)?;
        let outline = part.tagged.items.iter().find_map(|item| match item {
            Item::Path(path) => Some(&path.segments),
            Item::Rect(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) | Item::Group(_) | Item::Tagged(_) => {
                None
            }
        })?;
        let corner = |segment: &PathSegment| match segment {
            PathSegment::Move(corner) | PathSegment::Line(corner) => Some(part.transform.apply(*corner)),
            PathSegment::Cubic(..) | PathSegment::Close => None,
        };
        Some(outline.iter().filter_map(corner).collect())
    }

    /// Whether the title of a record is drawn in part only: what is longer ends in `…`.
    pub fn is_cut(&self, record: RecordRef) -> bool {
        let part = tag_of(record).and_then(|tag| self.part(Tag::pair(Kind::Title, tag.id, tag.kind as u64)));
        let ends = |item: &Item| match item {
            Item::Text(line) => line.text.contains('…'),
            Item::Paragraph(words) => words.is_cut(),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) | Item::Group(_) | Item::Tagged(_) => false,
        };
        part.is_some_and(|part| part.tagged.items.iter().any(ends))
    }

    /// Where a record's title is written and its first line, if it has one.
    pub fn title(&self, record: RecordRef) -> Option<(Rect, Option<TextItem>)> {
        let tag = tag_of(record)?;
        let part = self.part(Tag::pair(Kind::Title, tag.id, tag.kind as u64))?;
        let mut items = part.tagged.items.iter();
        let line = items.find_map(|item| match item {
            Item::Text(line) => Some(line.clone()),
            Item::Paragraph(words) => words.lines.first().cloned(),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) | Item::Group(_) | Item::Tagged(_) => None,
        });
        let line = line.map(|text| TextItem { pos: part.transform.apply(text.pos), ..text });
        Some((part.rect, line))
    }
}

/// Whether a part lies on the board by itself, so that a frame drawn around it takes it along.
fn lies_free(kind: Kind) -> bool {
    match kind.family() {
        TagFamily::Touchpoint | TagFamily::Listed | TagFamily::Sticky | TagFamily::Drawing => true,
        TagFamily::Map
        | TagFamily::Stage
        | TagFamily::StageEdge
        | TagFamily::LaneEdge
        | TagFamily::Channel
        | TagFamily::Lane
        | TagFamily::Cell
        | TagFamily::Flag
        | TagFamily::Emotion
        | TagFamily::ToBe
        | TagFamily::DropOff
        | TagFamily::Connector
        | TagFamily::Loop
        | TagFamily::Step
        | TagFamily::Figure
        | TagFamily::Title => false,
    }
}
