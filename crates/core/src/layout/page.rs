//! A page: the board laid out for its width, with a title that says the finding, a legend, definitions and sources.
//!
//! Sizes in map units of 0.75 pt. The board is scaled down until it fits and never up; its columns are pulled until it fills
//! the page from side to side, as far as they can be pulled.

use touchline_words::say;

use super::board::{Built, build_page};
use super::columns::{Fill, USUAL};
use super::context::{Purpose, Uses};
use super::legend;
use super::pen;
use super::{Leaf, Lens};
use super::{shown, turned_over};
use crate::figures;
use crate::figures::definition::{Definition, different_rules};
use crate::figures::numbers;
use crate::figures::source::{source_of_all, source_told};
use crate::model::{Holds, Map, Measurement, SegmentId, Touchpoint};
use crate::scene::{FaceStyle, Group, Item, Kind, Point, Rect, Role, Scene, Size, Tag, TextItem, Transform};
use crate::text::{Shaper, TextStyle, in_language};
use crate::theme::{Theme, size};

/// Around the board where nothing else is on the page: 24 pt.
const FIT_MARGIN: f32 = 32.0;
/// From one line in that margin to the next.
const NOTE_LINE: f32 = 14.0;
const MARGIN: f32 = 42.0;
/// Legend and sources, beside the title's scale.
const SMALL_PRINT: f32 = 0.8;
/// The page width that the furniture's sizes are meant for; on wider pages it grows with them.
const FURNITURE_WIDTH: f32 = 1185.0;
/// Columns are pulled up to here on paper.
const WIDEST: f32 = 1600.0;
/// Widths of the board that are tried where a page is short of height, in widths of the page.
const WIDER_TRIED: [f32; 7] = [1.25, 1.5, 2.0, 2.5, 3.2, 4.0, 5.5];
/// Usual widths of columns that are tried where a page is short of width, the roomiest first.
const USUAL_TRIED: [f32; 4] = [USUAL, 180.0, 158.0, 140.0];

pub(super) fn arrange_page(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, page: &Leaf) -> Scene {
    let scene = in_language(&map.meta.language, || match page.size.size() {
        None => fit(map, lens, theme, shaper),
        Some(size) => framed(map, lens, theme, shaper, page, size),
    });
    turned_over(Scene { items: shown::only(scene.items), ..scene })
}

/// The board at its own size with a margin.
fn fit(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper) -> Scene {
    let fill = Fill { usual: USUAL, min_width: 0.0, widest: USUAL, pull_all: false };
    let built = build_page(map, lens, theme, shaper, fill, Purpose::Alone);
    let notes = notes(map, lens, theme, shaper, &built);
    let board = built.board.scene;
    // The margin holds one line; for each further one the page grows.
    let further = (notes.len().max(1) - 1) as f32 * NOTE_LINE;
    let size = Size::new(board.size.width + 2.0 * FIT_MARGIN, board.size.height + 2.0 * FIT_MARGIN + further);
    let mut items = vec![
        pen::rounded(Rect::from_size(size), 0.0, theme.surface, None),
        placed(board.items, Transform::translate(FIT_MARGIN, FIT_MARGIN)),
    ];
    let first = size.height - 12.0 - further;
    items.extend(notes.into_iter().enumerate().map(|(nth, line)| {
        Item::Text(line.ending_at(Point::new(size.width - FIT_MARGIN, first + nth as f32 * NOTE_LINE)))
    }));
    let title = figures::document_title(map, lens.segment, &board.title);
    Scene { size, items, title, language: board.language }
}

/// Lines in the margin under a board that has measured figures: why some are left out, and where all come from.
fn notes(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, built: &Built) -> Vec<TextItem> {
    let style = TextStyle::new(size::DETAIL, FaceStyle::Regular, theme.muted);
    let width = built.board.scene.size.width;
    let left_out = figures::left_out(map, built.uses.too_few, built.uses.left_out);
    let mut lines: Vec<TextItem> =
        left_out.map(|words| shaper.paragraph(&words, style, width, Some(4)).lines.to_vec()).unwrap_or_default();
    if let Some((_, measurement)) = map.measurement().filter(|_| built.uses.measured) {
        let words = say!(layout_page_wilson, source = source(measurement, lens, audience_of(map, lens)));
        lines.push(shaper.line_within(&words, style, width));
    }
    if let Some(words) = former_note(map, lens, &built.uses) {
        lines.extend(shaper.paragraph(&words, style, width, Some(3)).lines);
    }
    if let Some(words) = borrowed_note(map, lens) {
        lines.extend(shaper.paragraph(words, style, width, Some(3)).lines);
    }
    lines
}

/// Whose page it is; None for one of all audiences.
fn audience_of(map: &Map, lens: &Lens) -> Option<SegmentId> {
    lens.segment.filter(|id| map.segments.contains_key(id))
}

/// That some faces on the page of an audience are those of all audiences.
fn borrowed_note(map: &Map, lens: &Lens) -> Option<&'static str> {
    let id = audience_of(map, lens)?;
    let has_feelings = map.lanes.values().any(|lane| !lane.hidden && lane.kind.holds() == Holds::Feelings);
    let borrows =
        |card: &Touchpoint| card.is_for(Some(id)) && card.emotion.is_some() && !card.segment_emotions.contains_key(&id);
    (has_feelings && map.touchpoints.values().any(borrows)).then(|| say!(layout_page_borrowed))
}

fn placed(items: Vec<Item>, transform: Transform) -> Item {
    Item::Group(Group::placed(transform, None, items.into()))
}

/// The board between its title and its legend.
fn framed(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, page: &Leaf, size: Size) -> Scene {
    // Furniture is laid out on a smaller page and then grows with it; the foot is the smaller print.
    let grow = (size.width / FURNITURE_WIDTH).max(1.0);
    let small = grow * SMALL_PRINT;
    let headline = figures::headline(map, lens.segment);
    let furniture = |scale: f32| {
        let size = Size::new(size.width / scale, size.height / scale);
        Furniture { map, lens, theme, shaper, page, size, margin: MARGIN * grow / scale, headline: &headline }
    };
    let (head, head_bottom) = furniture(grow).head();

    // What the legend explains does not depend on how wide the board is.
    let any_width = build_page(map, lens, theme, shaper, usual_fill(USUAL, 0.0), Purpose::Framed);
    let (foot, foot_top) = furniture(small).foot(&any_width);
    let top = (head_bottom + 14.0) * grow;
    let room = Rect::new(
        MARGIN * grow,
        top,
        size.width - 2.0 * MARGIN * grow,
        (foot_top * small - 12.0 * grow - top).max(40.0),
    );
    let (built, scale) = fill_room(map, lens, theme, shaper, room);
    let board = built.board.scene;
    let (width, height) = (board.size.width * scale, board.size.height * scale);
    let at = Transform {
        scale,
        x: room.x + (room.width - width) / 2.0,
        y: room.y + ((room.height - height) / 2.0).min(24.0 * grow),
    };

    let items = vec![
        pen::rounded(Rect::from_size(size), 0.0, theme.surface, None),
        placed(head, Transform::scale(grow)),
        placed(board.items, at),
        placed(foot, Transform::scale(small)),
    ];
    Scene { size, items, title: figures::document_title(map, lens.segment, &headline), language: board.language }
}

fn usual_fill(usual: f32, min_width: f32) -> Fill {
    Fill { usual, min_width, widest: WIDEST, pull_all: true }
}

/// The board that shows the largest in a room, and its scale, 1 at most.
fn fill_room(map: &Map, lens: &Lens, theme: &Theme, shaper: &Shaper, room: Rect) -> (Built, f32) {
    let build = |usual: f32, min_width: f32| {
        build_page(map, lens, theme, shaper, usual_fill(usual, min_width), Purpose::Framed)
    };
    let scale_of = |built: &Built| {
        let size = built.board.scene.size;
        (room.width / size.width).min(room.height / size.height).min(1.0)
    };
    let mut best = build(USUAL, room.width);
    let mut best_scale = scale_of(&best);
    let mut best_usual = USUAL;
    for usual in USUAL_TRIED.into_iter().skip(1) {
        // Narrower columns help only where the width is what is short.
        if best.board.scene.size.width * best_scale < room.width - 0.5 {
            break;
        }
        let tried = build(usual, room.width);
        let scale = scale_of(&tried);
        if scale > best_scale {
            (best, best_scale, best_usual) = (tried, scale, usual);
        }
    }
    // Where the height is what is short, wider columns need fewer lines and put cards side by side.
    for times in WIDER_TRIED {
        if best_scale >= 1.0 {
            break;
        }
        let tried = build(best_usual, room.width * times);
        let scale = scale_of(&tried);
        if scale > best_scale {
            (best, best_scale) = (tried, scale);
        }
    }
    // What is left at the sides is filled.
    let wanted = room.width / best_scale;
    if wanted > best.board.scene.size.width + 1.0 {
        let wider = build(best_usual, wanted);
        let scale = scale_of(&wider);
        // Rounding may make it a hair smaller.
        if scale >= best_scale * 0.995 {
            (best, best_scale) = (wider, scale);
        }
    }
    (best, best_scale)
}

struct Furniture<'a> {
    map: &'a Map,
    lens: &'a Lens,
    theme: &'a Theme,
    shaper: &'a Shaper,
    page: &'a Leaf,
    size: Size,
    /// At the left and right.
    margin: f32,
    /// What the page says first.
    headline: &'a str,
}

impl Furniture<'_> {
    fn width(&self) -> f32 {
        self.size.width - 2.0 * self.margin
    }

    /// Title and subtitle, and where they end.
    fn head(&self) -> (Vec<Item>, f32) {
        let title_style = TextStyle::new(size::BIG_FIGURE, FaceStyle::Bold, self.theme.ink).with_line_height(1.25);
        let sub_style = TextStyle::new(size::DETAIL, FaceStyle::Regular, self.theme.muted).with_line_height(1.4);
        let headline = self.headline;
        let title = self.shaper.paragraph(headline, title_style, self.width(), Some(2));
        let subtitle = self.subtitle();
        let below = self.shaper.paragraph(&subtitle, sub_style, self.width(), Some(2));
        let title_y = 28.0;
        let below_y = title_y + title.size.height + 3.0;
        let title_rect = Rect::new(self.margin, title_y, self.width(), title.size.height);
        let below_rect = Rect::new(self.margin, below_y, self.width(), below.size.height);
        let items = vec![
            pen::tagged(
                Tag::new(Kind::Map, 0),
                Role::Heading(1),
                headline,
                title_rect,
                pen::set(&title, self.margin, title_y),
            ),
            pen::tagged(
                Tag::new(Kind::Map, 1),
                Role::Paragraph,
                subtitle.as_str(),
                below_rect,
                pen::set(&below, self.margin, below_y),
            ),
        ];
        (items, below_y + below.size.height)
    }

    /// `Lumen Kids+ — Family subscriber journey  ·  families under 12, 21,904 customers  ·  as is, 3 Nov 2026`.
    fn subtitle(&self) -> String {
        let meta = &self.map.meta;
        let mut parts = Vec::new();
        if self.headline != meta.title && !meta.title.trim().is_empty() {
            parts.push(meta.title.clone());
        }
        parts.push(self.audience());
        parts.push(match meta.date {
            Some(date) => format!("{}, {}", meta.state.name(), date.long()),
            None => meta.state.name().to_owned(),
        });
        parts.join("  ·  ")
    }

    fn audience(&self) -> String {
        let segment = self.lens.segment.and_then(|id| self.map.segments.get(&id).map(|segment| (id, segment)));
        let name = segment.map_or(say!(layout_page_all), |(_, segment)| segment.name.as_str());
        let known = segment.and_then(|(_, segment)| segment.size);
        let known = || known.map(|customers| say!(layout_page_customers, n = numbers::count(customers)));
        match figures::customers_given_away(self.map, segment.map(|(id, _)| id)).or_else(known) {
            Some(customers) => format!("{name}, {customers}"),
            None => name.to_owned(),
        }
    }

    /// Legend at the left, definitions, source and page number at the right; where they begin.
    fn foot(&self, built: &Built) -> (Vec<Item>, f32) {
        let style = TextStyle::new(size::DETAIL, FaceStyle::Regular, self.theme.muted).with_line_height(1.45);
        let bottom = self.size.height - 26.0;
        let legend = legend::lay(&built.uses, self.theme, self.shaper, self.width() * 0.46);
        let right_width = if legend.items.is_empty() { self.width() } else { self.width() * 0.52 };
        let right = self.margin + self.width();

        let mut items = Vec::new();
        let mut top = bottom;
        let mut from_right = |text: &str, kind: u64, top: &mut f32| {
            let words = self.shaper.paragraph(text, style, right_width, Some(7));
            if words.lines.is_empty() {
                return;
            }
            *top -= words.size.height;
            let bounds = Rect::new(right - right_width, *top, right_width, words.size.height);
            let lines = words.lines.iter().cloned().map(|line| {
                let baseline = *top + line.pos.y;
                Item::Text(line.ending_at(Point::new(right, baseline)))
            });
            items.push(pen::tagged(Tag::new(Kind::Map, kind), Role::Paragraph, text, bounds, lines.collect()));
        };
        from_right(&self.imprint(), 3, &mut top);
        if let Some(source) = self.definition(built) {
            from_right(&source, 2, &mut top);
        }
        items.reverse();
        let legend_top = bottom - legend.height;
        if !legend.items.is_empty() {
            let bounds = Rect::new(self.margin, legend_top, legend.width, legend.height);
            let moved = placed(legend.items, Transform::translate(self.margin, legend_top));
            items.insert(0, pen::tagged(Tag::new(Kind::Figure, 2), Role::Figure, legend.label, bounds, vec![moved]));
        }
        (items, top.min(legend_top))
    }

    /// What the figures mean and where they come from.
    fn definition(&self, built: &Built) -> Option<String> {
        let audience = audience_of(self.map, self.lens);
        let mut words = String::new();
        if built.uses.measured
            && let Some((_, measurement)) = self.map.measurement()
        {
            let short = Definition::of(measurement, None).short();
            words = say!(layout_page_note, short, source = source(measurement, self.lens, audience));
        }
        if let Some(former) = former_note(self.map, self.lens, &built.uses) {
            words.push_str("; ");
            words.push_str(&former);
        }
        if built.uses.estimated || built.uses.estimate_tick {
            words.push_str(if words.is_empty() {
                say!(layout_page_estimated)
            } else {
                say!(layout_page_and_estimated)
            });
            words.push_str(say!(layout_page_by_people));
            if audience.is_some() {
                words.push_str(say!(layout_page_for_all));
            }
        }
        if let Some(borrowed) = borrowed_note(self.map, self.lens) {
            words.push_str(if words.is_empty() { "" } else { "; " });
            words.push_str(borrowed);
        }
        if let Some(left_out) = figures::left_out(self.map, built.uses.too_few, built.uses.left_out) {
            words.push_str(if words.is_empty() { "" } else { "; " });
            words.push_str(&left_out);
        }
        (!words.is_empty()).then_some(words)
    }

    /// `Prepared for Lumen  ·  2 / 9`.
    fn imprint(&self) -> String {
        let page = format!("{} / {}", self.page.number, self.page.of);
        let client = self.map.meta.client.trim();
        if client.is_empty() { page } else { say!(layout_page_prepared, client, page) }
    }
}

/// Where the former period's rates come from, and whether they were counted by other rules.
fn former_note(map: &Map, lens: &Lens, uses: &Uses) -> Option<String> {
    let ((_, now), (_, then)) = map.measurement().zip(map.former_measurement()).filter(|_| uses.former_tick)?;
    let rules = different_rules(then, now);
    let rules = match rules.is_empty() {
        true => String::new(),
        false => say!(layout_page_other_rules, rules = rules.join("; ")),
    };
    Some(say!(layout_page_was, source = source(then, lens, audience_of(map, lens)), rules))
}

/// `20,729 viewing events, 3 Aug – 1 Nov 2026`; on the page of an audience with the words that those are of all, and with the
/// notes for those who make the map, the file's name before it.
fn source(measurement: &Measurement, lens: &Lens, audience: Option<SegmentId>) -> String {
    let told = if audience.is_some() { source_of_all(measurement) } else { source_told(measurement) };
    if lens.notes { format!("{}, {told}", measurement.source) } else { told }
}
