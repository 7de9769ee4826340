//! The river: a band whose thickness is the share of customers who reach each stage, and what leaves at each boundary.
//!
//! Measured loss is a hatched branch with its rate and interval; an estimate alone is open with a dashed edge, and beside a
//! measured one a tick where the band would end if the estimate were true.

use touchline_words::say;

use super::clearing::clearing;
use super::context::{Context, LABEL_WIDTH, Strip, Uses};
use super::dress::RiverAir;
use super::pen;
use super::words;
use crate::figures::definition::{different_rules, period};
use crate::figures::numbers;
use crate::figures::{FigureRow, left_out, rate_in, shown};
use crate::scene::{FaceStyle, Item, Kind, Paint, PathItem, PathSegment, Point, Rect, Role, Stroke, Tag};
use crate::text::TextStyle;
use crate::theme::icons;

/// From a branch's root to the stage's right edge.
const ROOT: f32 = 36.0;
/// How far a branch swings to the right before it falls.
const SWING: f32 = 10.0;
const WIDEST_BRANCH: f32 = 24.0;
/// From the left edge of the sign of what is not shown to its words, and from their baseline up to its middle.
const SIGN: f32 = 12.0;
const SIGN_RISE: f32 = 3.6;

/// A stage's stretch of the band.
struct Reach {
    row: FigureRow,
    x: f32,
    right: f32,
    /// Share of the first stage's customers who are here, 0 … 1.
    share: f32,
    /// Share of them who leave at the stage's end, 0 … `share`.
    lost: f32,
    kind: Known,
    /// Who left here in the former period, 0 … 1, where it is to be shown.
    former: Option<f64>,
}

#[derive(Clone, Copy, PartialEq)]
enum Known {
    Measured,
    Estimated,
    /// Neither: the band goes on as it was.
    Unknown,
}

pub(super) fn lay(context: &Context, top: f32) -> Strip {
    let rows = shown(context.map, context.segment, context.reader());
    let is_measured = rows.iter().any(FigureRow::is_measured);
    if !is_measured && rows.iter().all(|row| row.estimate.is_none()) {
        return nothing(context, top, &rows);
    }
    let mut uses = Uses { too_few: rows.iter().any(|row| row.too_few), ..Uses::default() };
    uses.left_out = rows.iter().any(|row| row.protects);
    let reaches = reaches(context, rows);
    let mut under = vec![band(context, &reaches, top)];
    under.extend(ghost(context, &reaches, top, &mut uses));
    let mut over = Vec::new();
    let mut cells: Vec<Vec<Item>> = Vec::new();
    for reach in here(context, &reaches) {
        cells.push(head_count(context, reach, is_measured, top));
        over.extend(loss(context, reach, top, &mut uses));
    }
    let has_open =
        here(context, &reaches).iter().any(|reach| reach.row.rate.is_some() && reach.row.open_text().is_some());
    let lines = u8::from(uses.estimate_tick) + u8::from(uses.former_tick) + u8::from(has_open);
    let height = context.dress.river.interval + f32::from(lines) * context.dress.river.line + context.dress.river.below;
    let note = Some(note(context, is_measured, uses.former_tick));
    Strip { height, under, cells, over, uses, note, ..Strip::default() }
}

/// Nothing is known: a quiet word of what to do, for hands; no height at all on paper.
fn nothing(context: &Context, top: f32, rows: &[FigureRow]) -> Strip {
    let measured_for_others = context.map.measurement().is_some();
    let (too_few, protects) = (rows.iter().any(|row| row.too_few), rows.iter().any(|row| row.protects));
    let why = left_out(context.map, too_few, protects).filter(|_| !context.is_editor()).map(|why| format!(" ({why})."));
    let why = why.unwrap_or_else(|| ".".to_owned());
    let words = match context.segment.and_then(|id| context.map.segments.get(&id)) {
        Some(segment) if too_few => say!(layout_river_few_of, segment = segment.name, why),
        Some(segment) if protects => {
            let why = say!(layout_river_subtraction);
            say!(layout_river_left_out, segment = segment.name, why)
        }
        Some(segment) if measured_for_others => say!(layout_river_none_for, segment = segment.name),
        None if too_few => {
            let least = numbers::count(context.map.meta.least_group.customers);
            match context.is_editor() {
                true => say!(layout_river_few_least, least),
                false => say!(layout_river_few, why),
            }
        }
        _ => say!(layout_river_import).to_owned(),
    };
    let cells = context.columns.iter().map(|_| Vec::new()).collect();
    if !context.is_editor() && !measured_for_others {
        return Strip { cells, ..Strip::default() };
    }
    let x = LABEL_WIDTH + 14.0;
    let hint = context.ink().paragraph(&words, context.detail(), context.width - x - 10.0, 6);
    // The stages' lines stop for the words.
    let ground = Rect::new(x - 4.0, top + 12.0, hint.size.width + 8.0, hint.size.height + 8.0);
    let mut over = vec![pen::rounded(ground, 0.0, context.theme.surface, None)];
    over.extend(pen::set(&hint, x, top + 16.0));
    Strip { height: 33.0 + hint.size.height, over, cells, ..Strip::default() }
}

/// What stands under the lane's title: where the figures come from, or that they are no longer this map's.
fn note(context: &Context, is_measured: bool, shows_former: bool) -> (String, bool) {
    let Some((_, measurement)) = context.map.measurement().filter(|_| is_measured) else {
        return (say!(layout_estimated).to_owned(), false);
    };
    if !context.map.is_current(measurement) {
        return (say!(layout_river_stages_changed).to_owned(), true);
    }
    let then = context.map.former_measurement().filter(|_| shows_former);
    if then.is_some_and(|(_, then)| !different_rules(then, measurement).is_empty()) {
        return (say!(layout_river_other_rules).to_owned(), true);
    }
    let said = period(measurement).map(|days| say!(layout_river_measured, days));
    (said.unwrap_or_else(|| say!(layout_river_read, day = measurement.taken.long())), false)
}

/// Stretches from left to right. Measured shares count from the largest measured stage; an estimate counts on from what
/// is left before it.
fn reaches(context: &Context, rows: Vec<FigureRow>) -> Vec<Reach> {
    let most = rows.iter().filter_map(FigureRow::came).max().unwrap_or(0).max(1) as f32;
    let mut left = 1.0_f32;
    let mut reaches = Vec::with_capacity(rows.len());
    for (row, column) in rows.into_iter().zip(context.all_columns()) {
        let share = row.came().map_or(left, |came| came as f32 / most).clamp(0.0, 1.0);
        let (lost, kind) = match (row.rate, row.estimate) {
            // The rate is of those of whom it is known what became of them.
            (Some(rate), _) => {
                let known = row.reached.unwrap_or(0) as f32 / most;
                (known * rate.rate as f32, Known::Measured)
            }
            (None, Some(percent)) => (share * (percent as f32 / 100.0).clamp(0.0, 1.0), Known::Estimated),
            (None, None) if row.is_measured() => (0.0, Known::Measured),
            (None, None) => (0.0, Known::Unknown),
        };
        left = share - lost;
        let former = former_rate(context, &row);
        reaches.push(Reach { row, x: column.x, right: column.right(), share, lost, kind, former });
    }
    if let Some(first) = reaches.first_mut() {
        first.x += 7.0;
    }
    if let Some(last) = reaches.last_mut() {
        last.right -= 8.0;
    }
    reaches
}

/// The stretches of the stages that are shown, of those of all.
fn here<'r>(context: &Context, reaches: &'r [Reach]) -> &'r [Reach] {
    reaches.get(context.band.stages.clone()).unwrap_or_default()
}

impl Reach {
    /// Where the loss begins to leave.
    fn root(&self) -> f32 {
        (self.right - ROOT).max(self.x)
    }

    fn bottom(&self, air: &RiverAir, top: f32) -> f32 {
        top + air.band_top + self.share * air.full
    }

    /// The band's lower edge behind the branch.
    fn bottom_after(&self, air: &RiverAir, top: f32) -> f32 {
        top + air.band_top + (self.share - self.lost) * air.full
    }
}

/// The whole band: filled where it is measured, open with a dashed edge where people estimated.
fn band(context: &Context, reaches: &[Reach], top: f32) -> Item {
    let theme = context.theme;
    let y = top + context.dress.river.band_top;
    let mut items = Vec::new();
    for stretch in reaches.chunk_by(|left, right| left.row.is_measured() == right.row.is_measured()) {
        items.extend(stretch_of_band(context, stretch, top));
    }
    // Fine joints at the stages' edges keep the columns readable across the band.
    for reach in reaches.iter().skip(1) {
        let height = (reach.share * context.dress.river.full).max(1.0);
        let joint = theme.surface.alpha(0.30);
        items.push(pen::line(Point::new(reach.x, y), Point::new(reach.x, y + height), joint, 1.0));
    }
    // Where the band is as thin as its word, the word would stand beside it in the colour of the ground.
    let holds_a_word = |first: &&Reach| first.share * context.dress.river.full >= context.dress.detail * 1.4;
    let first = here(context, reaches).first().filter(|first| first.row.is_measured()).filter(holds_a_word);
    if let Some(first) = first {
        let style = TextStyle::new(context.dress.detail, FaceStyle::Medium, theme.on_river);
        let baseline = y + first.share * context.dress.river.full / 2.0 + 3.6;
        let word = context.ink().line(
            say!(layout_river_reached),
            style,
            first.x + 9.0,
            baseline,
            (first.root() - first.x - 18.0).max(0.0),
        );
        items.push(Item::Text(word));
    }
    let last = here(context, reaches).last().map_or(0.0, |last| last.right);
    let bounds = Rect::new(LABEL_WIDTH, y, (last - LABEL_WIDTH).max(0.0), context.dress.river.full);
    pen::tagged(
        Tag::new(Kind::Figure, 1),
        Role::Figure,
        in_words(here(context, reaches)),
        bounds,
        context.to_the_edge(items, top),
    )
}

/// Neighbouring stages that are all measured, or all not, as one outline without seams.
fn stretch_of_band(context: &Context, stretch: &[Reach], top: f32) -> Vec<Item> {
    let theme = context.theme;
    let y = top + context.dress.river.band_top;
    let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return Vec::new() };
    let lower: Vec<Point> =
        stretch.iter().flat_map(|reach| steps(&context.dress.river, reach, reach.share, reach.lost, top)).collect();
    let mut outline = vec![Point::new(first.x, y)];
    outline.extend(lower.iter().copied());
    outline.push(Point::new(last.right, y));
    let outline = icons::outline(&outline);
    if first.row.is_measured() {
        return vec![pen::filled(outline, Paint::Flat(theme.river))];
    }
    let mut edges = vec![PathSegment::Move(Point::new(first.x, y)), PathSegment::Line(Point::new(last.right, y))];
    edges.extend(open_path(&lower));
    vec![
        pen::filled(outline, Paint::Flat(theme.river.over(theme.surface, 0.10))),
        pen::dashed(edges, theme.river, 1.0, 4.0, 3.0),
    ]
}

/// The lower edge over one stage: level, a step up where the loss leaves, level. A share above zero is never thinner than
/// a line, so that somebody is always seen.
fn steps(air: &RiverAir, reach: &Reach, share: f32, lost: f32, top: f32) -> [Point; 4] {
    let depth = |share: f32| top + air.band_top + if share > 0.0 { (share * air.full).max(1.0) } else { 0.0 };
    [
        Point::new(reach.x, depth(share)),
        Point::new(reach.root(), depth(share)),
        Point::new(reach.root(), depth(share - lost)),
        Point::new(reach.right, depth(share - lost)),
    ]
}

fn open_path(points: &[Point]) -> Vec<PathSegment> {
    let step = |(nth, point): (usize, &Point)| match nth {
        0 => PathSegment::Move(*point),
        _ => PathSegment::Line(*point),
    };
    points.iter().enumerate().map(step).collect()
}

fn in_words(reaches: &[Reach]) -> String {
    let stages = reaches.iter().filter(|reach| reach.row.is_measured());
    let words: Vec<String> = stages.map(|reach| format!("{} {}", reach.row.name, reach.row.text.reached)).collect();
    if words.is_empty() {
        return say!(layout_river_only_estimates).to_owned();
    }
    say!(layout_river_label, stages = words.join(", "))
}

/// All audiences' lower edge, dashed, behind a segment's river.
fn ghost(context: &Context, reaches: &[Reach], top: f32, uses: &mut Uses) -> Vec<Item> {
    let all = shown(context.map, None, context.reader());
    let most = all.iter().filter_map(FigureRow::came).max().unwrap_or(0) as f32;
    if context.segment.is_none() || most <= 0.0 {
        return Vec::new();
    }
    let mut edge: Vec<Point> = Vec::new();
    for (reach, row) in reaches.iter().zip(&all) {
        let (Some(came), Some(reached)) = (row.came(), row.reached) else { continue };
        let known = reached as f32 / most;
        edge.extend(steps(
            &context.dress.river,
            reach,
            came as f32 / most,
            row.rate.map_or(0.0, |rate| known * rate.rate as f32),
            top,
        ));
    }
    uses.all_audiences_ghost |= !edge.is_empty();
    // Up to the first loss everybody is everybody; the line begins where the two part.
    let parted = edge.get(2..).unwrap_or_default();
    // The pale line under it keeps it readable where it runs over the band.
    let lines = vec![
        pen::dashed(open_path(parted), context.theme.surface.alpha(0.7), 2.6, 4.0, 4.0),
        pen::dashed(open_path(parted), context.theme.neutral, 1.2, 4.0, 4.0),
    ];
    context.to_the_edge(lines, top)
}

/// n: how many reached the stage. Beside stages that were measured, one that was not says so.
fn head_count(context: &Context, reach: &Reach, others_measured: bool, top: f32) -> Vec<Item> {
    let is_withheld = reach.row.too_few || reach.row.protects;
    let (said, style) = match (reach.row.is_measured(), is_withheld) {
        (true, _) => (reach.row.text.reached.as_str(), context.card_title().tabular()),
        (false, true) => (reach.row.text.reached.as_str(), context.detail()),
        (false, false) if others_measured => (say!(layout_river_not_measured), context.detail()),
        (false, false) => return Vec::new(),
    };
    let sign = if reach.row.is_measured() || !is_withheld { 0.0 } else { SIGN };
    let (x, baseline) = (reach.x + 7.0, top + context.dress.river.count);
    let words = context.ink().line(said, style, x + sign, baseline, (reach.right - x - sign - 4.0).max(0.0));
    let mut items = Vec::new();
    if sign > 0.0 {
        items.extend(pen::withheld(Point::new(x + 4.0, baseline - SIGN_RISE), context.theme.muted));
    }
    items.push(Item::Text(words));
    items
}

/// What leaves at the stage's end.
fn loss(context: &Context, reach: &Reach, top: f32, uses: &mut Uses) -> Option<Item> {
    let has_loss = reach.row.rate.is_some() || reach.kind == Known::Estimated;
    if !has_loss {
        return too_few(context, reach, top);
    }
    let root = reach.root();
    let width = (reach.lost * context.dress.river.full).clamp(3.0, WIDEST_BRANCH);
    let mut items = Vec::new();
    let is_open = reach.kind == Known::Estimated;
    if reach.lost > 0.0 {
        items.push(branch(context, reach, top, width, is_open));
    }
    uses.measured |= !is_open;
    uses.estimated |= is_open;

    let middle = root + SWING + width / 2.0;
    // People estimate for all audiences, whoever is looked at.
    let for_all = context.segment.is_some();
    // Beside its neighbours there is room for so much, and at the edges, where words are moved in, for less.
    let across = reach.right - reach.x - 4.0;
    let edge = (middle - reach.x).min(context.width - 4.0 - middle);
    let room = (across - WIDEST_BRANCH / 2.0).min((across + edge) / 1.5);
    let fits = |words: &str| context.shaper.width(words, context.detail()) <= room;
    let (rate, caption) = if is_open {
        let percent = reach.row.estimate.unwrap_or(0.0);
        let sign = if percent > 0.0 { "−" } else { "" };
        let of_all = say!(layout_river_estimated_all);
        let estimated = if for_all && fits(of_all) { of_all } else { say!(layout_estimated) };
        (format!("{sign}{}", numbers::percent(percent)), estimated.to_owned())
    } else {
        (reach.row.text.loss.clone(), reach.row.text.interval.clone())
    };
    // Where nobody is lost, nothing warns.
    let figure = context.figure();
    let figure = if reach.lost > 0.0 { figure } else { figure.with_color(context.theme.ink) };
    let mut words = vec![
        (rate, figure, context.dress.river.rate),
        (caption, context.detail().tabular(), context.dress.river.interval),
    ];
    if let (false, Some(percent)) = (is_open, reach.row.estimate) {
        uses.estimate_tick = true;
        items.extend(tick(context, reach, top, percent));
        let percent = numbers::percent(percent);
        let of_all = Some(say!(layout_river_est_all, percent)).filter(|words| for_all && fits(words));
        let words_of = of_all.unwrap_or_else(|| say!(layout_river_est, percent));
        words.push((words_of, context.detail(), context.dress.river.interval + context.dress.river.line));
    }
    if let (false, Some(former)) = (is_open, reach.former) {
        uses.former_tick = true;
        items.push(former_tick(context, reach, top, former));
        let below = if reach.row.estimate.is_some() { 2.0 } else { 1.0 };
        words.push((
            say!(layout_river_was, rate = numbers::rate(former)),
            context.detail(),
            context.dress.river.interval + below * context.dress.river.line,
        ));
    }
    if let Some(open) = reach.row.open_text().filter(|_| !is_open) {
        let below = words.len() as f32 - 1.0;
        words.push((
            open.to_owned(),
            context.detail(),
            context.dress.river.interval + below * context.dress.river.line,
        ));
    }
    let mut bounds = Rect::new(root, reach.bottom_after(&context.dress.river, top), SWING + width, 0.0);
    bounds.height = (top + context.dress.river.branch_end - bounds.y).max(0.0);
    let (left, right) = (reach.x, context.width - 4.0);
    let set = |(text, style, baseline): (String, TextStyle, f32)| {
        let line = context.shaper.line(&text, style);
        let x = (middle - line.width / 2.0).min(right - line.width).max(left);
        line.at(Point::new(x, top + baseline))
    };
    let lines: Vec<_> = words.into_iter().map(set).collect();
    items.extend(lines.iter().filter_map(|line| clearing(context, line.bounds(), top)));
    bounds = lines.iter().fold(bounds, |bounds, line| bounds.union(&line.bounds()));
    items.extend(lines.into_iter().map(Item::Text));
    let mut label = words::drop_off(context, &reach.row);
    if let (false, Some(former)) = (is_open, reach.former) {
        label += &say!(layout_river_former, rate = numbers::rate(former));
    }
    Some(pen::tagged(Tag::new(Kind::DropOff, reach.row.stage.0), Role::Figure, label, bounds, items))
}

/// In place of a loss that rests on too few: that it does, or who still stands there. Where the head count is left out too,
/// it says so already.
fn too_few(context: &Context, reach: &Reach, top: f32) -> Option<Item> {
    if !(reach.row.too_few || reach.row.protects) || !reach.row.is_measured() {
        return None;
    }
    let said = reach.row.open_text().unwrap_or(&reach.row.text.rate);
    let sign = if reach.row.open_text().is_some() { 0.0 } else { SIGN };
    let line = context.shaper.line(said, context.detail());
    let width = line.width + sign;
    let x = (reach.root() + SWING - width / 2.0).min(context.width - 4.0 - width).max(reach.x);
    let baseline = top + context.dress.river.rate;
    let line = line.at(Point::new(x + sign, baseline));
    let mut bounds = line.bounds();
    let mut items = Vec::new();
    if sign > 0.0 {
        (bounds.x, bounds.width) = (x, bounds.width + sign);
        items.extend(pen::withheld(Point::new(x + 4.0, baseline - SIGN_RISE), context.theme.muted));
    }
    items.push(Item::Text(line));
    items.splice(0..0, clearing(context, bounds, top));
    let label = words::drop_off(context, &reach.row);
    let tag = Tag::new(Kind::DropOff, reach.row.stage.0);
    Some(pen::tagged(tag, Role::Figure, label, bounds, items))
}

/// The loss turning off and falling.
fn branch(context: &Context, reach: &Reach, top: f32, width: f32, is_open: bool) -> Item {
    let theme = context.theme;
    let (root, inner) = (reach.root(), reach.root() + SWING);
    let (above, below, end) = (
        reach.bottom_after(&context.dress.river, top),
        reach.bottom(&context.dress.river, top),
        top + context.dress.river.branch_end,
    );
    let at = Point::new;
    let outer = inner + width;
    // The outer edge leaves the band level and falls within the branch's own width.
    let bend = (width + SWING).min(end - above - 2.0);
    let segments = vec![
        PathSegment::Move(at(root, above)),
        PathSegment::Line(at(root, below)),
        PathSegment::Cubic(at(root + 6.0, below), at(inner, below + 3.0), at(inner, below + 9.0)),
        PathSegment::Line(at(inner, end)),
        PathSegment::Line(at(outer, end)),
        PathSegment::Line(at(outer, above + bend)),
        PathSegment::Cubic(at(outer, above + bend * 0.35), at(root + (outer - root) * 0.55, above), at(root, above)),
        PathSegment::Close,
    ];
    let (fill, dash) = if is_open {
        (None, Some(crate::scene::Dash { on: 3.0, off: 2.5 }))
    } else {
        let hatch = Paint::Hatch {
            line: theme.bad.over(theme.surface, 0.34),
            ground: theme.bad.over(theme.surface, 0.16),
            gap: 4.0,
            width: 1.6,
        };
        (Some(hatch), None)
    };
    let stroke = Stroke { paint: Paint::Flat(theme.bad), width: if is_open { 1.0 } else { 0.8 }, dash };
    Item::Path(PathItem { segments, fill, stroke: Some(stroke) })
}

/// Where the band would end behind the branch if the estimate were true.
fn tick(context: &Context, reach: &Reach, top: f32, percent: f64) -> Vec<Item> {
    let kept = 1.0 - (percent as f32 / 100.0).clamp(0.0, 1.0);
    let y = top + context.dress.river.band_top + reach.share * kept * context.dress.river.full;
    let (from, to) = (Point::new(reach.root() - 7.0, y), Point::new(reach.root() + 7.0, y));
    // The pale line around it keeps the tick apart from the band, whichever of the two it lies on.
    vec![pen::line(from, to, context.theme.surface, 4.6), pen::line(from, to, context.theme.ink, 2.0)]
}

/// Who left here in the former period, 0 … 1, where it is to be shown and was measured.
fn former_rate(context: &Context, row: &FigureRow) -> Option<f64> {
    let (_, former) = context.map.former_measurement().filter(|_| context.former)?;
    rate_in(context.map, former, context.segment, row.stage, context.reader())
}

/// Where the band would end behind the branch at the former rate: a row of dots, as the estimate is a bar.
fn former_tick(context: &Context, reach: &Reach, top: f32, rate: f64) -> Item {
    let y = top
        + context.dress.river.band_top
        + reach.share * (1.0 - rate as f32).clamp(0.0, 1.0) * context.dress.river.full;
    let dot = |nth: usize| {
        let place = Rect::new(reach.root() - 8.0 + 5.0 * nth as f32, y - 1.5, 3.0, 3.0);
        pen::rounded(place, 1.5, context.theme.ink, Some((context.theme.surface, 1.0)))
    };
    pen::group((0..4).map(dot).collect())
}
