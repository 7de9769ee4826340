//! Who came and who left: the river of those who reached the stage, the leak as thick as its loss, and the rate.

use super::room::{FULL, MARGIN};
use super::show::Show;
use crate::figures::{FigureRow, FigureTexts, numbers};
use crate::layout::pen;
use crate::scene::{
    Color, FaceStyle, Item, Kind, Paint, PathItem, PathSegment, Point, Rect, RectItem, Role, Stroke, Tag,
};
use crate::text::TextStyle;
use touchline_words::say;

const RATE: f32 = 128.0;
const COUNT: f32 = 30.0;
const INTERVAL: f32 = 28.0;
/// Where the leak begins, from the room's right edge.
const ROOT: f32 = 678.0;
/// The inner bend of the leak.
const BEND: f32 = 14.0;
/// From the leak to the rate.
const BESIDE: f32 = 26.0;
/// The band is open under text where less is left of it.
const HOLDS_A_LINE: f32 = 46.0;
/// A part of a circle as a cubic.
const ROUND: f32 = 0.5523;

/// What leaves, and how it is known.
#[derive(Clone, Copy)]
struct Leak {
    share: f32,
    is_measured: bool,
}

pub(super) fn lay(show: &Show) -> Vec<Item> {
    let (true, Some(row)) = (show.has_river, &show.row) else { return Vec::new() };
    let leak = leak(row);
    let said = leak.map(|leak| rate(show, leak));
    let mut items = Vec::new();
    let root = said.as_ref().map_or(show.room.right(), |said| said.root);
    items.extend(river(show, leak, root));
    let mut loss = Vec::new();
    loss.extend(leak.filter(|leak| leak.share > 0.0).map(|leak| pen::group(branch(show, leak, root))));
    let place = match said {
        Some(said) => {
            loss.extend(said.items);
            said.place
        }
        None => {
            let (words, place) = unknown(show);
            loss.extend(words);
            place
        }
    };
    if !loss.is_empty() {
        let tag = Tag::new(Kind::DropOff, show.stand.stage.0);
        items.push(pen::tagged(tag, Role::Figure, in_words(show), place, loss));
    }
    items.extend(counts(show, leak, root));
    items
}

fn leak(row: &FigureRow) -> Option<Leak> {
    let measured = row.rate.as_ref().map(|rate| Leak { share: rate.rate as f32, is_measured: true });
    let guess = row.estimate.map(|percent| Leak { share: percent as f32 / 100.0, is_measured: false });
    measured.or(guess.filter(|_| !row.is_measured()))
}

/// Where what leaves begins: what stands at its left ends before.
pub(super) fn begins(show: &Show) -> Option<f32> {
    let row = show.row.as_ref().filter(|_| show.has_river)?;
    match leak(row) {
        Some(leak) => Some(rate(show, leak).root),
        None => Some(unknown(show).1).filter(|place| place.width > 0.0).map(|place| place.x),
    }
}

/// What a room hears of it.
fn in_words(show: &Show) -> String {
    let Some(row) = &show.row else { return String::new() };
    let mut words = vec![say!(layout_say_drop_off, stage = row.name)];
    if row.rate.is_some() {
        let FigureTexts { rate, low, high, dropped, reached, .. } = &row.text;
        words.push(say!(layout_say_measured, rate));
        words.push(say!(layout_say_interval_between, low, high));
        words.push(say!(layout_say_of, dropped, reached, counted = row.counted));
    } else if row.is_measured() {
        words.push(row.text.rate.clone());
    } else if row.estimate.is_some() {
        words.push(say!(layout_say_estimated, estimate = row.text.estimate));
    }
    words.extend(row.open_text().map(str::to_owned));
    words.join(", ")
}

fn thickness(leak: Leak) -> f32 {
    (leak.share.clamp(0.0, 1.0) * FULL).max(if leak.share > 0.0 { 2.0 } else { 0.0 })
}

/// The band over the stage's width, thinner behind the leak; a stage that nobody measured is open.
fn river(show: &Show, leak: Option<Leak>, root: f32) -> Vec<Item> {
    let theme = show.theme;
    let slot = show.room.slot(show.room.river(), show.room.river() + FULL);
    // A fine joint parts the stages: each has a measure of its own.
    let (left, right) = (slot.x + 2.0, slot.right() - 2.0);
    let lost = leak.map_or(0.0, thickness);
    let (top, bottom) = (slot.y, slot.bottom());
    let at = Point::new;
    let lower = [at(left, bottom), at(root, bottom), at(root, bottom - lost), at(right, bottom - lost)];
    let mut outline = vec![PathSegment::Move(at(left, top)), PathSegment::Line(at(right, top))];
    outline.extend(lower.iter().rev().map(|point| PathSegment::Line(*point)));
    outline.push(PathSegment::Close);
    if show.row.as_ref().is_some_and(FigureRow::is_measured) {
        return vec![pen::filled(outline, Paint::Flat(theme.river))];
    }
    let mut edge = vec![PathSegment::Move(at(left, top)), PathSegment::Line(at(right, top))];
    edge.push(PathSegment::Move(at(left, bottom)));
    edge.extend(lower.iter().skip(1).map(|point| PathSegment::Line(*point)));
    vec![
        pen::filled(outline, Paint::Flat(theme.river.over(theme.surface, 0.10))),
        pen::dashed(edge, theme.river, 2.0, 9.0, 7.0),
    ]
}

/// The loss turns a quarter circle and falls, fading out.
fn branch(show: &Show, leak: Leak, root: f32) -> Vec<Item> {
    let theme = show.theme;
    let width = thickness(leak);
    let (above, below) = (show.room.river() + FULL - width, show.room.river() + FULL);
    let (inner, outer, end) = (root + BEND, root + BEND + width, show.room.leak_end());
    let (small, large) = (BEND * ROUND, (BEND + width) * ROUND);
    let at = Point::new;
    let segments = vec![
        PathSegment::Move(at(root, above)),
        PathSegment::Cubic(at(root + large, above), at(outer, below + BEND - large), at(outer, below + BEND)),
        PathSegment::Line(at(outer, end)),
        PathSegment::Line(at(inner, end)),
        PathSegment::Line(at(inner, below + BEND)),
        PathSegment::Cubic(at(inner, below + BEND - small), at(root + small, below), at(root, below)),
        PathSegment::Close,
    ];
    let (fill, stroke) = if leak.is_measured {
        let (line, ground) = (theme.bad.over(theme.surface, 0.55), theme.bad.over(theme.surface, 0.24));
        (Some(Paint::Hatch { line, ground, gap: 10.0, width: 4.0 }), Stroke::solid(theme.bad, 1.6))
    } else {
        let dash = Some(crate::scene::Dash { on: 9.0, off: 7.0 });
        (None, Stroke { paint: Paint::Flat(theme.bad), width: 2.0, dash })
    };
    let fade = Rect::new(inner - 3.0, end - 72.0, width + 6.0, 80.0);
    vec![Item::Path(PathItem { segments, fill, stroke: Some(stroke) }), veil(fade, theme.surface)]
}

/// From clear at its top to the ground's colour at its foot.
fn veil(rect: Rect, ground: Color) -> Item {
    let (from, to) = (Point::new(rect.x, rect.y), Point::new(rect.x, rect.bottom()));
    let stops = vec![(0.0, ground.alpha(0.0)), (0.8, ground.alpha(0.92)), (1.0, ground)];
    Item::Rect(RectItem { rect, radius: 0.0, fill: Some(Paint::Gradient { from, to, stops }), stroke: None })
}

/// The rate as large as a room needs it, and where it leaves room for its leak.
struct Rate {
    items: Vec<Item>,
    place: Rect,
    root: f32,
}

fn rate(show: &Show, leak: Leak) -> Rate {
    let theme = show.theme;
    let row = show.row.as_ref();
    let text = |text: fn(&FigureTexts) -> &String| row.map(|row| text(&row.text).clone()).unwrap_or_default();
    let (rate, caption) = if leak.is_measured {
        let (interval, dropped, reached) =
            (text(|text| &text.interval), text(|text| &text.dropped), text(|text| &text.reached));
        (text(|text| &text.rate), say!(present_interval, interval, dropped, reached))
    } else {
        let all = show.stand.segment.is_some();
        let caption = if all { say!(layout_river_estimated_all) } else { say!(layout_estimated) };
        (text(|text| &text.estimate), caption.to_owned())
    };
    let ink = if leak.share > 0.0 { theme.bad_ink } else { theme.good_ink };
    let rate = show.shaper.line(&rate, TextStyle::new(RATE, FaceStyle::Bold, ink).tabular());
    let style = show.style(INTERVAL, FaceStyle::Medium).with_color(theme.detail).tabular();
    let open = row.and_then(FigureRow::open_text).filter(|_| leak.is_measured).map(str::to_owned);
    let captions = [Some(caption), open].into_iter().flatten();
    let captions: Vec<_> =
        captions.map(|caption| show.ink().line(&caption, style, 0.0, 0.0, show.room.across() * 0.5)).collect();
    let widest = captions.iter().map(|line| line.width + 4.0).fold(rate.width, f32::max);
    let taken = BEND + thickness(leak) + BESIDE;
    let root = (show.room.width - ROOT).min(show.room.right() - widest - taken).max(MARGIN + 40.0);
    let (x, y) = (root + taken, show.room.height - 176.0);
    let place = Rect::new(
        root,
        show.room.river() + FULL,
        x + widest - root,
        show.room.height - 102.0 - show.room.river() - FULL,
    );
    let mut items = vec![Item::Text(rate.at(Point::new(x - 4.0, y)))];
    // The number of those who stand open goes before how it was counted.
    let lines = captions.into_iter().take(1).map(|line| Item::Text(line.at(Point::new(x + 2.0, y + 50.0))));
    items.extend(lines);
    Rate { items, place, root }
}

/// Why there is no rate, where there should be one.
fn unknown(show: &Show) -> (Vec<Item>, Rect) {
    let Some(row) = show.row.as_ref().filter(|row| row.is_measured()) else { return (Vec::new(), Rect::default()) };
    let words = if row.too_few || row.protects { row.text.rate.clone() } else { row.text.open.clone() };
    if words.is_empty() {
        return (Vec::new(), Rect::default());
    }
    let style = show.style(COUNT, FaceStyle::SemiBold).with_color(show.theme.muted);
    let line = show.ink().line(&words, style, 0.0, 0.0, show.room.across() * 0.45);
    let line = line.ending_at(Point::new(show.room.right(), show.room.height - 172.0));
    let place = line.bounds();
    (vec![Item::Text(line)], place)
}

/// How many came and how many go on, in the band.
fn counts(show: &Show, leak: Option<Leak>, root: f32) -> Vec<Item> {
    let Some(row) = show.row.as_ref().filter(|row| row.is_measured()) else { return Vec::new() };
    let (theme, top) = (show.theme, show.room.river());
    let style = show.style(COUNT, FaceStyle::SemiBold).with_color(theme.on_river).tabular();
    let came = say!(present_reached, count = row.text.reached, stage = row.name);
    let left = leak.map_or(0.0, thickness);
    let stays = row.reached.zip(row.dropped).and_then(|(reached, dropped)| reached.checked_sub(dropped));
    let stays = stays.filter(|_| leak.is_some()).map(|stays| say!(present_go_on, count = numbers::count(stays)));
    let stays = stays.map(|stays| show.shaper.line(&stays, style));
    let stays = stays.filter(|line| line.width <= show.room.across() * 0.3);
    // Where little is left the words would not fit into what goes on: they stand before the leak.
    let fits_behind =
        stays.as_ref().is_some_and(|line| FULL - left >= HOLDS_A_LINE && root + 24.0 + line.width <= show.room.right());
    let stays = stays.map(|line| {
        let (right, height) = if fits_behind { (show.room.right(), FULL - left) } else { (root - 24.0, FULL) };
        line.ending_at(Point::new(right, top + height / 2.0 + 10.5))
    });
    let end = if leak.is_some() { root } else { show.room.right() };
    let end = stays.as_ref().filter(|_| !fits_behind).map_or(end, |line| line.pos.x);
    let came = show.ink().line(&came, style, MARGIN, top + FULL / 2.0 + 10.5, (end - 32.0 - MARGIN).max(0.0));
    let mut items = Vec::new();
    for line in stays.into_iter().chain([came]).filter(|line| line.pos.x >= MARGIN - 0.5) {
        let (words, place) = (line.text.clone(), line.bounds());
        items.push(show.said(&words, place, vec![Item::Text(line)]));
    }
    items
}
