//! Drop-off rate per stage: one series a segment, each rate with its interval. Segments differ by colour and by the shape of
//! their points, and are named beside their last point and in the legend.

use super::axes::style_axes;
use super::backend::{PIXELS, SceneBackend, rgb, unit_point};
use crate::behaviour::statistics::Interval;
use crate::figures::numbers;
use crate::scene::{
    Color, FaceStyle, Item, Kind, Paint, PathItem, Point, Rect, RectItem, Role, Scene, Size, Stroke, Tag, Tagged,
    TextItem,
};
use crate::text::{Paragraph, Shaper, TextStyle, is_right_to_left};
use crate::theme::icons::{circle, outline};
use crate::theme::{Theme, size};
use plotters::prelude::*;
use plotters::style::Color as _;
use touchline_words::say;

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DropoffChart {
    /// Above the chart; none when empty.
    pub title: String,
    /// Below it: definition and source of the figures; none when empty.
    pub note: String,
    /// Names of the stages that have a next one, in order.
    pub stages: Vec<String>,
    pub series: Vec<DropoffSeries>,
    /// BCP 47, for exports.
    pub language: String,
}

/// One segment, or all customers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DropoffSeries {
    pub name: String,
    /// All customers: drawn in the text's colour.
    pub total: bool,
    /// One a stage, of those who reached it the share that did not reach the next; none where nobody did.
    pub rates: Vec<Option<Interval>>,
}

/// Room that the scale's numbers take at the left, in map units.
const SCALE_WIDTH: f32 = 40.0;
const STAGE_ROW: f32 = 22.0;
const LEGEND_ROW: f32 = 20.0;
const TITLE_ROW: f32 = 26.0;
const MARGIN: f32 = 12.0;
/// Room for the names beside the last points, at most.
const NAMES_WIDTH: f32 = 120.0;
/// Half the edge of a point's mark.
const MARK: f32 = 3.6;

/// The chart as a scene of the given size, at least 160 × 120.
pub fn dropoff(chart: &DropoffChart, size: Size, shaper: &Shaper, theme: &Theme) -> Scene {
    let size = Size::new(at_least(size.width, 160.0), at_least(size.height, 120.0));
    let paint = Chart { chart, shaper, theme, size };
    let mut items = vec![Item::Rect(RectItem {
        rect: Rect::from_size(size),
        radius: 0.0,
        fill: Some(Paint::Flat(theme.surface)),
        stroke: None,
    })];
    let bounds = Rect::from_size(size);
    let figure = paint.figure();
    let label = in_words(chart);
    let tag = Tag::new(Kind::Figure, 0);
    if !chart.title.is_empty() {
        let style = TextStyle::new(size::HEADING, FaceStyle::Bold, theme.ink);
        let title = shaper.line_within(&chart.title, style, size.width - 2.0 * MARGIN);
        let title = Item::Text(title.at(Point::new(MARGIN, MARGIN + size::HEADING)));
        let heading =
            Tagged { tag, role: Role::Heading(1), label: chart.title.as_str().into(), bounds, items: [title].into() };
        items.push(Item::Tagged(heading));
    }
    items.push(Item::Tagged(Tagged { tag, role: Role::Figure, label: label.into(), bounds, items: figure.into() }));
    if !chart.note.is_empty() {
        let note = paint.note();
        let top = size.height - MARGIN / 2.0 - note.size.height;
        let place = |line: TextItem| {
            let pos = Point::new(MARGIN + line.pos.x, top + line.pos.y);
            Item::Text(line.at(pos))
        };
        let items_of_note: Vec<Item> = note.lines.into_iter().map(place).collect();
        let (role, label) = (Role::Paragraph, chart.note.as_str().into());
        items.push(Item::Tagged(Tagged { tag, role, label, bounds, items: items_of_note.into() }));
    }
    let scene = Scene { size, items, title: chart.title.clone(), language: chart.language.clone() };
    // Stages follow one another as they do on their map.
    if is_right_to_left(&scene.language) { scene.mirrored() } else { scene }
}

fn at_least(value: f32, least: f32) -> f32 {
    if value.is_finite() { value.clamp(least, 20_000.0) } else { least }
}

/// The chart for those who hear it.
fn in_words(chart: &DropoffChart) -> String {
    let series = chart.series.iter().map(|series| {
        let rates = chart.stages.iter().zip(&series.rates).map(|(stage, rate)| match rate {
            Some(rate) => format!("{stage} {} ({})", numbers::rate(rate.rate), numbers::interval(rate)),
            None => say!(charts_no_figure, stage),
        });
        format!("{}: {}", series.name, rates.collect::<Vec<_>>().join(", "))
    });
    say!(charts_label, series = series.collect::<Vec<_>>().join(". "))
}

struct Chart<'a> {
    chart: &'a DropoffChart,
    shaper: &'a Shaper,
    theme: &'a Theme,
    size: Size,
}

impl Chart<'_> {
    /// Legend, axes, series and names.
    fn figure(&self) -> Vec<Item> {
        let top = if self.chart.title.is_empty() { MARGIN } else { MARGIN + TITLE_ROW };
        let (mut items, legend_bottom) = self.legend(top);
        let names_width = self.names_width();
        let note_height = self.note().size.height;
        let plot = Rect::new(
            MARGIN + SCALE_WIDTH,
            legend_bottom + 8.0,
            (self.size.width - 2.0 * MARGIN - SCALE_WIDTH - names_width).max(40.0),
            (self.size.height - legend_bottom - 8.0 - STAGE_ROW - MARGIN - note_height).max(30.0),
        );
        let mut drawn = Vec::new();
        let points = self.plot(&mut drawn, plot).unwrap_or_default();
        let (leaders, names) = self.names(&points, plot, names_width);
        items.extend(leaders);
        items.append(&mut drawn);
        items.extend(points.iter().map(|(nth, center)| self.mark(*nth, *center)));
        items.extend(self.stage_names(plot));
        items.extend(names);
        items
    }

    /// Axes, lines and whiskers; also each series' points, the last one last. Our backend cannot fail; what plotters itself
    /// refuses leaves the chart without its series.
    fn plot(&self, items: &mut Vec<Item>, plot: Rect) -> Option<Vec<(usize, Point)>> {
        let px = |units: f32| (units * PIXELS) as u32;
        let root = SceneBackend::new(items, self.size, self.shaper).into_drawing_area().margin(
            px(plot.y),
            px(self.size.height - plot.bottom()),
            px(plot.x - SCALE_WIDTH),
            px(self.size.width - plot.right()),
        );
        let stages = self.chart.stages.len().max(1) as f64;
        let top = scale_end(self.highest());
        let mut chart = ChartBuilder::on(&root)
            .y_label_area_size((SCALE_WIDTH * PIXELS) as u32)
            .build_cartesian_2d(0.0..stages, 0.0..top)
            .ok()?;
        let mut mesh = chart.configure_mesh();
        style_axes(&mut mesh, self.theme);
        mesh.disable_x_axis().draw().ok()?;
        let mut marks = Vec::new();
        for (nth, series) in self.chart.series.iter().enumerate() {
            let color = self.color(nth);
            let x = |stage: usize| stage as f64 + 0.5 + self.dodge(nth);
            let rates = series.rates.iter().take(self.chart.stages.len()).enumerate();
            let points: Vec<(f64, Interval)> =
                rates.filter_map(|(stage, rate)| Some((x(stage), (*rate).filter(is_sound)?))).collect();
            let way = points.iter().map(|(x, rate)| (*x, rate.rate));
            let faint = line(color, if series.total { 2.0 } else { 1.2 });
            let faint = ShapeStyle { color: faint.color.mix(0.45), ..faint };
            chart.draw_series(LineSeries::new(way, faint)).ok()?;
            let whisker = |(x, rate): &(f64, Interval)| {
                let caps = (MARK * PIXELS) as u32;
                ErrorBar::new_vertical(*x, rate.low, rate.rate, rate.high, line(color, 1.2), caps)
            };
            chart.draw_series(points.iter().map(whisker)).ok()?;
            let place = |(x, rate): &(f64, Interval)| (nth, unit_point(chart.backend_coord(&(*x, rate.rate))));
            marks.extend(points.iter().map(place));
        }
        Some(marks)
    }

    /// Marks and names of all series from the left, in rows; also the last row's bottom.
    fn legend(&self, top: f32) -> (Vec<Item>, f32) {
        let style = TextStyle::new(size::UI_SMALL, FaceStyle::Medium, self.theme.ink_soft);
        let (mut items, mut x, mut y) = (Vec::new(), MARGIN, top);
        for (nth, series) in self.chart.series.iter().enumerate() {
            let name = self.shaper.line_within(&series.name, style, (self.size.width - 2.0 * MARGIN - 16.0).max(0.0));
            if x > MARGIN && x + 14.0 + name.width > self.size.width - MARGIN {
                (x, y) = (MARGIN, y + LEGEND_ROW);
            }
            let width = name.width;
            items.push(self.mark(nth, Point::new(x + MARK, y + LEGEND_ROW / 2.0)));
            items.push(Item::Text(name.at(Point::new(x + 13.0, y + LEGEND_ROW / 2.0 + 4.0))));
            x += 13.0 + width + 18.0;
        }
        (items, if self.chart.series.is_empty() { top } else { y + LEGEND_ROW })
    }

    fn mark(&self, nth: usize, center: Point) -> Item {
        mark(nth, center, self.color(nth))
    }

    /// Under the middle of each stage's column.
    fn stage_names(&self, plot: Rect) -> Vec<Item> {
        let column = plot.width / self.chart.stages.len().max(1) as f32;
        let style = TextStyle::new(size::UI_SMALL, FaceStyle::Medium, self.theme.muted);
        let name = |(nth, stage): (usize, &String)| {
            let middle = Point::new(plot.x + column * (nth as f32 + 0.5), plot.bottom() + 16.0);
            Item::Text(self.shaper.line_within(stage, style, column - 4.0).centered_at(middle))
        };
        self.chart.stages.iter().enumerate().map(name).collect()
    }

    /// Names beside the last points, moved apart where they would overlap; lines lead to them.
    fn names(&self, points: &[(usize, Point)], plot: Rect, width: f32) -> (Vec<Item>, Vec<Item>) {
        let last = |nth| points.iter().rev().find(|(series, _)| *series == nth).copied();
        let mut ends: Vec<(usize, Point)> = (0..self.chart.series.len()).filter_map(last).collect();
        ends.sort_by(|(_, a), (_, b)| a.y.total_cmp(&b.y));
        let row = size::UI_SMALL * 1.25;
        let mut places: Vec<f32> = ends.iter().map(|(_, end)| end.y).collect();
        for nth in 1..places.len() {
            // `nth` runs inside the list.
            places[nth] = places[nth].max(places[nth - 1] + row);
        }
        let overhang = places.last().map_or(0.0, |last| (last - plot.bottom()).max(0.0));
        let (mut leaders, mut names) = (Vec::new(), Vec::new());
        for ((nth, end), y) in ends.into_iter().zip(places) {
            let Some(series) = self.chart.series.get(nth) else { continue };
            let middle = y - overhang;
            let style = TextStyle::new(size::UI_SMALL, FaceStyle::SemiBold, self.ink(nth));
            let name = self.shaper.line_within(&series.name, style, width - 12.0);
            let from = plot.right() + 2.0;
            leaders.push(leader(end, Point::new(from, middle), self.theme.hairline));
            names.push(Item::Text(name.at(Point::new(from + 4.0, middle + 4.0))));
        }
        (leaders, names)
    }

    fn names_width(&self) -> f32 {
        let style = TextStyle::new(size::UI_SMALL, FaceStyle::SemiBold, self.theme.ink);
        let widest = self.chart.series.iter().map(|series| self.shaper.width(&series.name, style)).fold(0.0, f32::max);
        (widest + 14.0).min(NAMES_WIDTH).min(self.size.width / 4.0)
    }

    fn note(&self) -> Paragraph {
        let style = TextStyle::new(size::DETAIL, FaceStyle::Regular, self.theme.muted);
        self.shaper.paragraph(&self.chart.note, style, self.size.width - 2.0 * MARGIN, Some(3))
    }

    /// Of a share of the column: series stand beside one another, so that whiskers do not cover each other.
    fn dodge(&self, nth: usize) -> f64 {
        let count = self.chart.series.len().max(1) as f64;
        (nth as f64 - (count - 1.0) / 2.0) * (0.56 / count).min(0.12)
    }

    fn highest(&self) -> f64 {
        let rates =
            self.chart.series.iter().flat_map(|series| series.rates.iter().flatten().filter(|rate| is_sound(rate)));
        rates.map(|rate| rate.high.max(rate.rate)).fold(0.0, f64::max)
    }

    /// All customers in the text's colour, segments in the colours of the theme.
    fn color(&self, nth: usize) -> Color {
        if self.is_total(nth) { self.theme.ink } else { self.theme.stage(nth) }
    }

    fn ink(&self, nth: usize) -> Color {
        if self.is_total(nth) { self.theme.ink } else { self.theme.stage_ink(nth) }
    }

    fn is_total(&self, nth: usize) -> bool {
        self.chart.series.get(nth).is_some_and(|series| series.total)
    }
}

fn is_sound(rate: &Interval) -> bool {
    [rate.rate, rate.low, rate.high].iter().all(|share| (0.0..=1.0).contains(share))
}

/// A thin line from a series' end to its name.
fn leader(from: Point, to: Point, color: Color) -> Item {
    let segments = vec![
        crate::scene::PathSegment::Move(Point::new(from.x + MARK + 2.0, from.y)),
        crate::scene::PathSegment::Line(to),
    ];
    Item::Path(PathItem { segments, fill: None, stroke: Some(Stroke::solid(color, 1.0)) })
}

/// The nth series' mark.
pub(super) fn mark(nth: usize, center: Point, color: Color) -> Item {
    let segments = corners(nth, center, MARK).map_or_else(|| circle(center, MARK), |corners| outline(&corners));
    Item::Path(PathItem { segments, fill: Some(Paint::Flat(color)), stroke: None })
}

/// The corners of the nth series' mark; none for a disc.
fn corners(nth: usize, center: Point, half: f32) -> Option<Vec<Point>> {
    let at = |x: f32, y: f32| Point::new(center.x + x * half, center.y + y * half);
    match nth % 5 {
        0 => None,
        1 => Some(vec![at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)]),
        2 => Some(vec![at(0.0, -1.2), at(1.15, 0.9), at(-1.15, 0.9)]),
        3 => Some(vec![at(0.0, -1.3), at(1.3, 0.0), at(0.0, 1.3), at(-1.3, 0.0)]),
        _ => Some(vec![at(0.0, 1.2), at(1.15, -0.9), at(-1.15, -0.9)]),
    }
}

/// Where the scale ends: on the finest step that needs at most five of them.
fn scale_end(highest: f64) -> f64 {
    let step = [0.01, 0.02, 0.05, 0.1, 0.2].into_iter().find(|step| highest <= step * 5.0).unwrap_or(0.2);
    ((highest / step).ceil() * step).clamp(step, 1.0)
}

fn line(color: Color, width: f32) -> ShapeStyle {
    rgb(color).stroke_width((width * PIXELS) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn chart() -> DropoffChart {
        let rate = |rate: f64| Some(Interval { rate, low: rate - 0.02, high: rate + 0.02 });
        DropoffChart {
            title: "Where customers leave".to_owned(),
            note: "95 % Wilson interval".to_owned(),
            stages: vec!["Awareness".to_owned(), "Decision".to_owned()],
            series: vec![
                DropoffSeries { name: "All".to_owned(), total: true, rates: vec![rate(0.48), rate(0.107)] },
                DropoffSeries { name: "Superfans".to_owned(), total: false, rates: vec![rate(0.22), None] },
            ],
            language: "en".to_owned(),
        }
    }

    fn texts(items: &[Item], found: &mut Vec<TextItem>) {
        for item in items {
            match item {
                Item::Text(text) => found.push(text.clone()),
                Item::Tagged(tagged) => texts(&tagged.items, found),
                _ => {}
            }
        }
    }

    fn texts_of(scene: &Scene) -> Vec<TextItem> {
        let mut found = Vec::new();
        texts(&scene.items, &mut found);
        found
    }

    #[test]
    fn every_series_is_in_the_legend_and_beside_its_last_point() {
        let scene = dropoff(&chart(), Size::new(640.0, 300.0), &Shaper::bundled(), &Theme::light());
        let texts = texts_of(&scene);
        for name in ["All", "Superfans"] {
            assert_eq!(texts.iter().filter(|text| text.text == name).count(), 2, "{name}");
        }
        for once in ["Awareness", "Decision", "0 %", "50 %", "Where customers leave", "95 % Wilson interval"] {
            assert_eq!(texts.iter().filter(|text| text.text == once).count(), 1, "{once}");
        }
    }

    #[test]
    fn the_figures_are_told_in_words() {
        let scene = dropoff(&chart(), Size::new(640.0, 300.0), &Shaper::bundled(), &Theme::light());
        let told = scene.items.iter().any(|item| {
            matches!(item, Item::Tagged(tagged) if tagged.role == Role::Figure
                && tagged.label.to_string().contains("All: Awareness 48.0 % (46.0–50.0 %)")
                && tagged.label.to_string().contains("Decision no figure"))
        });
        assert!(told, "{:?}", in_words(&chart()));
    }

    #[test]
    fn the_scale_ends_on_a_round_share() {
        for (highest, end) in [(0.0, 0.01), (0.034, 0.04), (0.23, 0.25), (0.61, 0.8), (1.0, 1.0)] {
            assert!((scale_end(highest) - end).abs() < 1e-9, "{highest}: {}", scale_end(highest));
        }
    }

    proptest! {
        #[test]
        fn s3_no_text_leaves_a_chart(
            rates in prop::collection::vec(prop::collection::vec(prop::option::of(-0.5f64..1.5), 0..5), 0..7),
            stages in prop::collection::vec("\\PC{0,20}", 0..5),
            width in 0.0f32..900.0,
            height in 0.0f32..500.0,
        ) {
            let rate = |rate: Option<f64>| rate.map(|rate| Interval { rate, low: rate - 0.1, high: rate + 0.1 });
            let series = rates.into_iter().enumerate().map(|(nth, rates)| DropoffSeries {
                name: "A rather long name of a segment".repeat(nth),
                total: nth == 0,
                rates: rates.into_iter().map(rate).collect(),
            });
            let chart = DropoffChart { stages, series: series.collect(), ..chart() };
            let scene = dropoff(&chart, Size::new(width, height), &Shaper::bundled(), &Theme::dark());
            for text in texts_of(&scene) {
                let bounds = text.bounds();
                prop_assert!(bounds.x >= -0.5 && bounds.right() <= scene.size.width + 0.5, "{text:?}");
            }
        }
    }
}
