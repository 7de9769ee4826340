//! A page: the board laid out for its width, with a title that says the finding, a legend, definitions and sources.
//!
//! Sizes in map units of 0.75 pt. The board fills the page from side to side, at the largest scale at which it fits (`bands`).
//! Nothing on the page is smaller than its paper can bear, but for the board where it holds too much.

use touchline_words::direction::Listed;
use touchline_words::{Language, say};

use super::bands::{self, Laid, Room};
use super::board::{Built, build_page};
use super::columns::{Fill, USUAL};
use super::context::{Purpose, Uses};
use super::dress::Dress;
use super::image;
use super::legend;
use super::longest::Needs;
use super::pen;
use super::place::Plan;
use super::seen::{audience_of, borrowed_note};
use super::sheet::Sheet;
use super::subtitle::{self, Audience};
use super::thrift::LeftOut;
use super::watch::Watch;
use super::{Leaf, Seen};
use super::{shown, spread, turned_over};
use crate::figures;
use crate::figures::definition::{Definition, different_rules};
use crate::figures::source::{source_of_all, source_told};
use crate::model::{Map, Measurement, SegmentId};
use crate::scene::{
    Deck, FaceStyle, Group, Item, Kind, Page, PageSize, Point, Rect, Role, Scene, Size, Tag, TextItem, Transform,
};
use crate::text::{Shaper, TextStyle, in_language, is_right_to_left, read_from_left};
use crate::theme::{Theme, size};

/// Around the board where nothing else is on the page: 24 pt.
const FIT_MARGIN: f32 = 32.0;
/// From one line in that margin to the next.
const NOTE_LINE: f32 = 14.0;
const MARGIN: f32 = 42.0;
/// Legend and sources, beside the title's scale.
const SMALL_PRINT: f32 = 0.8;
/// Shares of the width that the legend may have, of what both have together.
const LEGEND_SHARES: [f32; 4] = [0.46, 0.4, 0.34, 0.28];
const BESIDE_LEGEND: f32 = 0.98;
/// Between the title and the logo beside it.
const LOGO_GAP: f32 = 18.0;
/// So many times as wide as high is flat.
const FLATTEST: f32 = 2.0;
/// The page width that the furniture's sizes are meant for; on wider pages it grows with them.
const FURNITURE_WIDTH: f32 = 1185.0;
const POINTS_PER_UNIT: f32 = 0.75;
/// Between the parts of the line below the title.
const BETWEEN: &str = "  ·  ";
/// The number of that line's part which is the program's.
const SAID: u64 = 4;
/// Of the line that says what the map decides.
const DECIDES: u64 = 5;

/// The page, and what is not on it although it is on the board.
pub(super) fn arrange_page(
    map: &Map,
    lens: &Seen<'_>,
    theme: &Theme,
    shaper: &Shaper,
    page: &Leaf,
    watch: &Watch<'_>,
) -> (Scene, Vec<LeftOut>) {
    let (scene, left_out) = in_language(&map.meta.language, || match page.size.size() {
        None => (fit(map, lens, theme, shaper), Vec::new()),
        Some(size) => framed(map, lens, theme, shaper, page, size, watch),
    });
    (finished(scene), left_out)
}

/// As many pages as it takes for text to be as large as it has to be on them, and what is not on them although it is on the board.
pub(super) fn arrange_pages(
    map: &Map,
    lens: &Seen<'_>,
    theme: &Theme,
    shaper: &Shaper,
    size: PageSize,
    watch: &Watch<'_>,
) -> (Vec<Scene>, Vec<LeftOut>) {
    let single = || {
        let (scene, left_out) = arrange_page(map, lens, theme, shaper, &Leaf::single(size), watch);
        (vec![scene], left_out)
    };
    watch.within(0.0..0.7);
    let over = in_language(&map.meta.language, || framed_over(map, lens, theme, shaper, size, watch));
    watch.within(0.7..1.0);
    let Some((scenes, left_out)) = over else { return single() };
    if scenes.len() == 1 {
        let (alone, left_out) = single();
        let page = alone.into_iter().map(|scene| Page { size, scene, ..Page::default() });
        let deck = Deck { pages: page.collect(), ..Deck::default() };
        // All of it has room there, and may be larger than it has to be.
        if deck.legibility().is_none_or(|legibility| legibility.below <= 0.0) {
            return (deck.pages.into_iter().map(|page| page.scene).collect(), left_out);
        }
    }
    (scenes.into_iter().map(finished).collect(), left_out)
}

fn finished(scene: Scene) -> Scene {
    turned_over(Scene { items: shown::only(scene.items), ..scene })
}

/// The board at its own size with a margin.
fn fit(map: &Map, lens: &Seen<'_>, theme: &Theme, shaper: &Shaper) -> Scene {
    let fill = Fill { usual: USUAL, min_width: 0.0, widest: USUAL, pull_all: false };
    let needs = Needs::of(map, shaper, &Dress::roomy());
    let built = build_page(map, lens, theme, shaper, Plan::whole(map, &needs, fill, Purpose::Alone));
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
fn notes(map: &Map, lens: &Seen<'_>, theme: &Theme, shaper: &Shaper, built: &Built) -> Vec<TextItem> {
    let style = TextStyle::new(size::DETAIL, FaceStyle::Regular, theme.muted);
    let width = built.board.scene.size.width;
    let left_out = figures::left_out(map, built.uses.too_few, built.uses.left_out);
    let mut lines: Vec<TextItem> =
        left_out.map(|words| shaper.paragraph(&words, style, width, Some(4)).lines.to_vec()).unwrap_or_default();
    if let Some((_, measurement)) = map.measurement().filter(|_| built.uses.measured || built.uses.counted) {
        let words = say!(layout_page_wilson, source = source(measurement, lens, audience_of(map, lens)));
        lines.push(shaper.line_within(&words, style, width));
    }
    let told = subtitle::decides(map).into_iter().chain(subtitle::kept(map)).chain([lens.filter.to_owned()]);
    lines.extend(told.flat_map(|words| shaper.paragraph(&words, style, width, Some(3)).lines.to_vec()));
    if let Some(words) = former_note(map, lens, &built.uses) {
        lines.extend(shaper.paragraph(&words, style, width, Some(3)).lines);
    }
    if let Some(words) = borrowed_note(map, lens) {
        lines.extend(shaper.paragraph(words, style, width, Some(3)).lines);
    }
    lines
}

fn placed(items: Vec<Item>, transform: Transform) -> Item {
    Item::Group(Group::placed(transform, None, items.into()))
}

/// The board between its title and its legend.
fn framed(
    map: &Map,
    lens: &Seen<'_>,
    theme: &Theme,
    shaper: &Shaper,
    page: &Leaf,
    size: Size,
    watch: &Watch<'_>,
) -> (Scene, Vec<LeftOut>) {
    let sheet = Sheet::of(page.size);
    let frame = Frame::new(map, lens, theme, shaper, size, &sheet);
    let inside = Size::new(frame.room.width, frame.room.height);
    let (aim, most) = (frame.aim, sheet.most);
    let laid = bands::lay(&Room { map, lens, theme, shaper, size: inside, aim, most, watch });
    let left_out = laid.thrift.told(map, lens.segment);
    let down = ((inside.height - laid.size().height * laid.scale) / 2.0).min(24.0 * frame.grow);
    (frame.around(laid, page, down), left_out)
}

/// The same over as many pages as it takes; None where it fits on one in its own way.
fn framed_over(
    map: &Map,
    lens: &Seen<'_>,
    theme: &Theme,
    shaper: &Shaper,
    size: PageSize,
    watch: &Watch<'_>,
) -> Option<(Vec<Scene>, Vec<LeftOut>)> {
    let least_pt = size.least_pt();
    let sheet = Sheet { least_pt, ..Sheet::of(size) };
    let frame = Frame::new(map, lens, theme, shaper, size.size()?, &sheet);
    let inside = Size::new(frame.room.width, frame.room.height);
    let (aim, most) = (frame.aim, sheet.most);
    let room = Room { map, lens, theme, shaper, size: inside, aim, most, watch };
    let (pages, scale) = spread::over_pages(&room);
    let of = pages.len() as u32;
    let scene = |(bands, number): (Vec<Built>, u32)| {
        let laid = Laid { bands, scale, thrift: spread::THRIFT };
        // A single card may be higher than a page.
        let scale = scale.min(inside.height / laid.size().height);
        // From page to page the names stand at one height.
        frame.around(Laid { scale, ..laid }, &Leaf { size, number, of }, 0.0)
    };
    let scenes = pages.into_iter().zip(1..).map(scene).collect();
    Some((scenes, spread::THRIFT.told(map, lens.segment)))
}

/// What stands around the board on a page, and the room that it leaves.
struct Frame<'a> {
    map: &'a Map,
    lens: &'a Seen<'a>,
    theme: &'a Theme,
    shaper: &'a Shaper,
    size: Size,
    air: [f32; 4],
    /// How much larger the title is than on a small page, and legend and sources.
    grow: f32,
    small: f32,
    headline: String,
    head: Vec<Item>,
    room: Rect,
    /// The scale at which the smallest text is as large as it has to be.
    aim: f32,
}

impl<'a> Frame<'a> {
    fn new(map: &'a Map, lens: &'a Seen<'a>, theme: &'a Theme, shaper: &'a Shaper, size: Size, sheet: &Sheet) -> Self {
        let Sheet { least_pt, most: _, air } = *sheet;
        let [_, below_head, above_foot, _] = air;
        let aim = (least_pt + 0.01) / (size::DETAIL * POINTS_PER_UNIT);
        // Furniture is laid out on a smaller page and then grows with it; the foot is the smaller print.
        // On a page that is very flat it grows with the height.
        let grow = (size.width.min(size.height * FLATTEST) / FURNITURE_WIDTH).max(1.0).max(aim);
        let small = (grow * SMALL_PRINT).max(aim);
        let headline = figures::headline(map, lens.segment);
        let (head, room) = (Vec::new(), Rect::default());
        let frame = Self { map, lens, theme, shaper, size, air, grow, small, headline, head, room, aim };
        let any = Leaf::single(PageSize::Fit);
        let (head, head_bottom) = frame.furniture(grow, &any).head();
        // What the legend explains does not depend on how wide the board is.
        let fill = Fill { usual: USUAL, min_width: 0.0, widest: USUAL, pull_all: false };
        let any_width =
            build_page(map, lens, theme, shaper, Plan::whole(map, &Needs::default(), fill, Purpose::Framed));
        let (_, foot_top) = frame.furniture(small, &any).foot(&any_width.uses);
        let top = (head_bottom + below_head) * grow;
        let height = (foot_top * small - above_foot * grow - top).max(40.0);
        let room = Rect::new(MARGIN * grow, top, size.width - 2.0 * MARGIN * grow, height);
        Self { head, room, ..frame }
    }

    fn furniture<'f>(&'f self, scale: f32, page: &'f Leaf) -> Furniture<'f> {
        let Self { map, lens, theme, shaper, grow, ref headline, air: [above, _, _, below], .. } = *self;
        let size = Size::new(self.size.width / scale, self.size.height / scale);
        let (margin, above, below) = (MARGIN * grow / scale, above * grow / scale, below * grow / scale);
        Furniture { map, lens, theme, shaper, page, size, margin, above, below, headline }
    }

    /// The page around what was laid for its room, so much below its upper edge.
    fn around(&self, laid: Laid, page: &Leaf, down: f32) -> Scene {
        let (foot, _) = self.furniture(self.small, page).foot(&laid.uses());
        let (scale, taken) = (laid.scale, laid.size());
        let x = self.room.x + (self.room.width - taken.width * scale) / 2.0;
        let y = self.room.y + down;
        let ground = pen::rounded(Rect::from_size(self.size), 0.0, self.theme.surface, None);
        let mut items = vec![ground, placed(self.head.clone(), Transform::scale(self.grow))];
        items.extend(laid.placed().into_iter().map(|(top, band)| {
            let at = Transform { scale, x, y: y + top * scale };
            placed(band.board.scene.items, at)
        }));
        items.push(placed(foot, Transform::scale(self.small)));
        let title = figures::document_title(self.map, self.lens.segment, &self.headline);
        Scene { size: self.size, items, title, language: self.map.meta.language.clone() }
    }
}

struct Furniture<'a> {
    map: &'a Map,
    lens: &'a Seen<'a>,
    theme: &'a Theme,
    shaper: &'a Shaper,
    page: &'a Leaf,
    size: Size,
    /// At the left and right.
    margin: f32,
    above: f32,
    below: f32,
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
        let corner = Point::new(self.margin + self.width(), self.above);
        let (logo, logo_size) = image::logo(self.map, self.theme, corner).unzip();
        let logo_size = logo_size.unwrap_or_default();
        let width = self.width() - if logo.is_some() { logo_size.width + LOGO_GAP } else { 0.0 };
        // What a person wrote runs as it begins.
        let is_own = [&self.map.meta.finding, &self.map.meta.title].into_iter().any(|own| own == headline);
        let set = if is_own { headline.to_owned() } else { self.in_order(headline) };
        let title = self.shaper.paragraph(&set, title_style, width, Some(2));
        let title_y = self.above;
        let title_rect = Rect::new(self.margin, title_y, width, title.size.height);
        let title_items = pen::set(&title, self.margin, title_y);
        let mut items = vec![pen::tagged(Tag::new(Kind::Map, 0), Role::Heading(1), headline, title_rect, title_items)];
        let mut bottom = title_y + title.size.height + 3.0;
        if let Some(decides) = subtitle::decides(self.map) {
            let ink = TextStyle::new(size::CARD_TITLE, FaceStyle::Medium, self.theme.detail).with_line_height(1.4);
            let lines = self.shaper.paragraph(&self.in_order(&decides), ink, self.width(), Some(2));
            let place = Rect::new(self.margin, bottom, self.width(), lines.size.height);
            let set = pen::set(&lines, self.margin, bottom);
            items.push(pen::tagged(Tag::new(Kind::Map, DECIDES), Role::Paragraph, decides, place, set));
            bottom += lines.size.height;
        }
        let (named, audience, state) = (self.named(), Audience::of(self.map, self.lens), subtitle::state(self.map));
        let (kept, filter) = (subtitle::kept(self.map), self.lens.filter.to_owned());
        let joined = |parts: &[String]| {
            let parts = parts.iter().filter(|words| !words.is_empty());
            parts.map(String::as_str).collect::<Vec<_>>().join(BETWEEN)
        };
        // What the map names and what the program tells of it are parts of their own where they are in two languages.
        let is_borrowed =
            !self.map.meta.language.trim().is_empty() && Language::of_locale(self.map.meta.language.trim()).is_none();
        let parts = match is_borrowed {
            true => vec![
                (1, joined(&[named, audience.named])),
                (SAID, joined(&[&[audience.told, state][..], &kept, &[filter]].concat())),
            ],
            false => vec![(1, joined(&[&[named, audience.together(), state][..], &kept, &[filter]].concat()))],
        };
        // What parts the words of one language parts the two as well.
        let dot = self.shaper.paragraph(BETWEEN.trim(), sub_style, width, Some(1));
        let dot_wide = dot.lines.first().map_or(0.0, |line| line.width);
        let between = dot_wide + sub_style.size;
        let (mut x, mut height) = (0.0, 0.0);
        for (part, words) in parts.into_iter().filter(|(_, words)| !words.is_empty()) {
            let lines = self.shaper.paragraph(&self.in_order(&words), sub_style, width, Some(2));
            // Beside the part before, where there is room.
            let widest = lines.lines.iter().map(|line| line.width).fold(0.0, f32::max);
            if lines.lines.len() > 1 || x + widest > width {
                (x, bottom) = (0.0, bottom + height);
            } else if x > 0.0 {
                items.extend(pen::set(&dot, self.margin + x - (between + dot_wide) / 2.0, bottom));
            }
            let left = self.margin + x;
            let place = Rect::new(left, bottom, width - x, lines.size.height);
            items.push(pen::tagged(
                Tag::new(Kind::Map, part),
                Role::Paragraph,
                words.as_str(),
                place,
                pen::set(&lines, left, bottom),
            ));
            (x, height) = (x + widest + between, lines.size.height);
        }
        items.extend(logo);
        (items, (bottom + height).max(self.above + logo_size.height))
    }

    /// A line of a page that is read from the left, whatever it begins with.
    fn in_order(&self, words: &str) -> String {
        if is_right_to_left(&self.map.meta.language) { words.to_owned() } else { read_from_left(words.to_owned()) }
    }

    /// `Lumen Kids+ — Family subscriber journey`, where the headline is another.
    fn named(&self) -> String {
        let title = self.map.meta.title.trim();
        if self.headline == self.map.meta.title { String::new() } else { title.to_owned() }
    }

    /// Legend at the left, definitions, source and page number at the right; where they begin.
    fn foot(&self, uses: &Uses) -> (Vec<Item>, f32) {
        let style = TextStyle::new(size::DETAIL, FaceStyle::Regular, self.theme.muted).with_line_height(1.4);
        let bottom = self.size.height - self.below;
        // As low as it can be: the legend takes more lines where the words beside it take fewer.
        let definition = self.definition(uses);
        let height = |share: &f32| {
            let legend = legend::lay(uses, self.theme, self.shaper, self.width() * share);
            let words = definition.as_deref().unwrap_or_default();
            let words = self.shaper.paragraph(words, style, self.width() * (BESIDE_LEGEND - share), Some(7));
            let imprint = style.size * style.line_height;
            (legend.height.max(words.size.height + imprint) * 8.0) as u32
        };
        let share = LEGEND_SHARES.into_iter().min_by_key(height).unwrap_or_default();
        let legend = legend::lay(uses, self.theme, self.shaper, self.width() * share);
        let right_share = if legend.items.is_empty() { 1.0 } else { BESIDE_LEGEND - share };
        let (right, right_width) = (self.margin + self.width(), self.width() * right_share);

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
        if let Some(source) = definition {
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
    fn definition(&self, uses: &Uses) -> Option<String> {
        let audience = audience_of(self.map, self.lens);
        let mut words = String::new();
        if (uses.measured || uses.counted)
            && let Some((_, measurement)) = self.map.measurement()
        {
            let short = Definition::of(measurement, None).short();
            words = say!(layout_page_note, short, source = source(measurement, self.lens, audience));
        }
        if let Some(former) = former_note(self.map, self.lens, uses) {
            words.push_str("; ");
            words.push_str(&former);
        }
        if uses.estimated || uses.estimate_tick {
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
        if let Some(left_out) = figures::left_out(self.map, uses.too_few, uses.left_out) {
            words.push_str(if words.is_empty() { "" } else { "; " });
            words.push_str(&left_out);
        }
        (!words.is_empty()).then_some(words)
    }

    /// `Prepared for Lumen  ·  2 / 9`.
    fn imprint(&self) -> String {
        let page = format!("{} / {}", self.page.number, self.page.of);
        let client = self.map.meta.client.trim();
        let footer = self.map.meta.brand.footer.trim();
        if !footer.is_empty() {
            return format!("{footer}  ·  {page}");
        }
        if client.is_empty() { page } else { say!(layout_page_prepared, client, page) }
    }
}

/// Where the former period's rates come from, and whether they were counted by other rules.
fn former_note(map: &Map, lens: &Seen<'_>, uses: &Uses) -> Option<String> {
    let ((_, now), (_, then)) = map.measurement().zip(map.former_measurement()).filter(|_| uses.former_tick)?;
    let rules = different_rules(then, now);
    let rules = match rules.is_empty() {
        true => String::new(),
        false => say!(layout_page_other_rules, rules = rules.listed("; ")),
    };
    Some(say!(layout_page_was, source = source(then, lens, audience_of(map, lens)), rules))
}

/// `20,729 viewing events, 3 Aug – 1 Nov 2026`; on the page of an audience with the words that those are of all, and with the
/// notes for those who make the map, the file's name before it.
fn source(measurement: &Measurement, lens: &Seen<'_>, audience: Option<SegmentId>) -> String {
    let told = if audience.is_some() { source_of_all(measurement) } else { source_told(measurement) };
    if lens.notes { format!("{}, {told}", measurement.source) } else { told }
}
