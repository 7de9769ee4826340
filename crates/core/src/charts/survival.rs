//! Share of customers still there over time: a step for each group with its band, named in the legend.

use super::axes::style_axes;
use super::backend::{PIXELS, SceneBackend, rgb};
use super::dropoff::mark;
use crate::figures::numbers;
use crate::scene::{Color, FaceStyle, Item, Kind, Paint, Point, Rect, RectItem, Role, Scene, Size, Tag, Tagged};
use crate::text::{Shaper, TextStyle, is_right_to_left};
use crate::theme::{Theme, size};
use plotters::prelude::*;
use plotters::style::Color as _;
use touchline_words::say;

/// What the chart shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SurvivalChart {
    /// Under the axis of time: `days`.
    pub unit: String,
    pub series: Vec<SurvivalSeries>,
    /// BCP 47.
    pub language: String,
}

/// One group, or all customers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SurvivalSeries {
    pub name: String,
    /// All customers: drawn in the text's colour.
    pub total: bool,
    /// From left to right.
    pub steps: Vec<SurvivalPoint>,
}

/// The curve from one time on: the share still there with the ends of its band, all 0 … 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SurvivalPoint {
    pub time: f64,
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

const SCALE_WIDTH: f32 = 44.0;
const TIME_ROW: f32 = 34.0;
const LEGEND_ROW: f32 = 20.0;
const MARGIN: f32 = 10.0;
/// A curve of more steps than this is thinned to it: no eye tells them apart.
const MOST_STEPS: usize = 400;

/// The chart as a scene of the given size, at least 160 × 120.
pub fn survival(chart: &SurvivalChart, size: Size, shaper: &Shaper, theme: &Theme) -> Scene {
    let at_least = |value: f32, least: f32| if value.is_finite() { value.clamp(least, 20_000.0) } else { least };
    let size = Size::new(at_least(size.width, 160.0), at_least(size.height, 120.0));
    let ground =
        RectItem { rect: Rect::from_size(size), radius: 0.0, fill: Some(Paint::Flat(theme.surface)), stroke: None };
    let mut items = vec![Item::Rect(ground)];
    let (legend, bottom) = legend(chart, size, shaper, theme);
    let mut figure = Vec::new();
    plot(chart, &mut figure, Rect::new(MARGIN + SCALE_WIDTH, bottom + 6.0, 0.0, 0.0), size, shaper, theme);
    figure.extend(legend);
    let unit = shaper.line(&chart.unit, TextStyle::new(size::UI_SMALL, FaceStyle::Medium, theme.muted));
    let middle = (MARGIN + SCALE_WIDTH + size.width - MARGIN) / 2.0;
    figure.push(Item::Text(unit.centered_at(Point::new(middle, size.height - 6.0))));
    let tag = Tag::new(Kind::Figure, 0);
    let bounds = Rect::from_size(size);
    items.push(Item::Tagged(Tagged {
        tag,
        role: Role::Figure,
        label: in_words(chart).into(),
        bounds,
        items: figure.into(),
    }));
    let scene = Scene { size, items, title: String::new(), language: chart.language.clone() };
    // Time goes on as one reads.
    if is_right_to_left(&scene.language) { scene.mirrored() } else { scene }
}

/// The chart for those who hear it: where each curve ends.
fn in_words(chart: &SurvivalChart) -> String {
    let series = chart.series.iter().filter_map(|series| {
        let last = series.steps.last()?;
        let share = numbers::rate(last.share);
        Some(say!(
            charts_survival_after,
            name = series.name,
            share,
            time = format!("{:.0}", last.time),
            unit = chart.unit
        ))
    });
    say!(charts_survival, series = series.collect::<Vec<_>>().join(". "))
}

fn color(chart: &SurvivalChart, nth: usize, theme: &Theme) -> Color {
    let is_total = chart.series.get(nth).is_some_and(|series| series.total);
    if is_total { theme.ink } else { theme.stage(nth) }
}

/// Marks and names of all series from the left, in rows; also the last row's bottom.
fn legend(chart: &SurvivalChart, size: Size, shaper: &Shaper, theme: &Theme) -> (Vec<Item>, f32) {
    let style = TextStyle::new(size::UI_SMALL, FaceStyle::Medium, theme.ink_soft);
    let (mut items, mut x, mut y) = (Vec::new(), MARGIN, 4.0);
    for (nth, series) in chart.series.iter().enumerate() {
        let name = shaper.line_within(&series.name, style, (size.width - 2.0 * MARGIN - 16.0).max(0.0));
        if x > MARGIN && x + 14.0 + name.width > size.width - MARGIN {
            (x, y) = (MARGIN, y + LEGEND_ROW);
        }
        let width = name.width;
        items.push(mark(nth, Point::new(x + 4.0, y + LEGEND_ROW / 2.0), color(chart, nth, theme)));
        items.push(Item::Text(name.at(Point::new(x + 13.0, y + LEGEND_ROW / 2.0 + 4.0))));
        x += 13.0 + width + 18.0;
    }
    (items, y + LEGEND_ROW)
}

/// Axes, bands and steps. Our backend cannot fail; what plotters itself refuses leaves the chart without its curves.
fn plot(
    chart: &SurvivalChart,
    items: &mut Vec<Item>,
    from: Rect,
    size: Size,
    shaper: &Shaper,
    theme: &Theme,
) -> Option<()> {
    let px = |units: f32| (units * PIXELS) as u32;
    let root = SceneBackend::new(items, size, shaper).into_drawing_area().margin(
        px(from.y),
        px(MARGIN / 2.0 + 14.0),
        px(MARGIN),
        px(MARGIN),
    );
    let longest = chart.series.iter().filter_map(|series| series.steps.last()).map(|last| last.time);
    let longest = longest.filter(|time| time.is_finite()).fold(1.0, f64::max);
    let mut plotted = ChartBuilder::on(&root)
        .y_label_area_size(px(SCALE_WIDTH))
        .x_label_area_size(px(TIME_ROW - 14.0))
        .build_cartesian_2d(0.0..longest, 0.0..1.0)
        .ok()?;
    let mut mesh = plotted.configure_mesh();
    style_axes(&mut mesh, theme);
    mesh.x_labels(7).x_label_formatter(&|value| format!("{value:.0}")).draw().ok()?;
    for (nth, series) in chart.series.iter().enumerate() {
        let ink = rgb(color(chart, nth, theme));
        let steps = thinned(&series.steps);
        let upper = stairs(&steps, |point| point.high);
        let mut outline = upper.clone();
        outline.extend(stairs(&steps, |point| point.low).into_iter().rev());
        plotted.draw_series(std::iter::once(Polygon::new(outline, ink.mix(0.14)))).ok()?;
        let width = px(if series.total { 2.0 } else { 1.5 });
        plotted.draw_series(LineSeries::new(stairs(&steps, |point| point.share), ink.stroke_width(width))).ok()?;
    }
    Some(())
}

/// Sound points, at most [`MOST_STEPS`] of them, the first and the last always.
fn thinned(steps: &[SurvivalPoint]) -> Vec<SurvivalPoint> {
    let is_sound = |point: &&SurvivalPoint| {
        let shares = [point.share, point.low, point.high];
        point.time.is_finite() && point.time >= 0.0 && shares.iter().all(|share| (0.0..=1.0).contains(share))
    };
    let sound: Vec<SurvivalPoint> = steps.iter().filter(is_sound).copied().collect();
    let every = sound.len().div_ceil(MOST_STEPS).max(1);
    let last = sound.last().copied().filter(|_| !(sound.len() - 1).is_multiple_of(every));
    sound.into_iter().step_by(every).chain(last).collect()
}

/// The way along the steps: level to each time, then down.
fn stairs(steps: &[SurvivalPoint], value: impl Fn(&SurvivalPoint) -> f64) -> Vec<(f64, f64)> {
    let mut way: Vec<(f64, f64)> = Vec::with_capacity(steps.len() * 2);
    for point in steps {
        if let Some((_, before)) = way.last().copied() {
            way.push((point.time, before));
        }
        way.push((point.time, value(point)));
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> SurvivalChart {
        let point = |time, share: f64| SurvivalPoint { time, share, low: share - 0.1, high: share };
        let steps = vec![point(0.0, 1.0), point(10.0, 0.8), point(30.0, 0.4)];
        let series = |name: &str, total| SurvivalSeries { name: name.to_owned(), total, steps: steps.clone() };
        SurvivalChart {
            unit: "days".into(),
            series: vec![series("All", true), series("Fans", false)],
            language: "en".into(),
        }
    }

    fn texts(items: &[Item], found: &mut Vec<String>) {
        for item in items {
            match item {
                Item::Text(text) => found.push(text.text.to_string()),
                Item::Group(group) => texts(&group.items, found),
                Item::Tagged(tagged) => texts(&tagged.items, found),
                _ => {}
            }
        }
    }

    #[test]
    fn curves_are_named_and_scaled() {
        let scene = survival(&chart(), Size::new(400.0, 240.0), &Shaper::bundled(), &Theme::light());
        let mut found = Vec::new();
        texts(&scene.items, &mut found);
        for word in ["All", "Fans", "days", "100 %", "0 %", "30"] {
            assert!(found.iter().any(|text| text == word), "{word}: {found:?}");
        }
        let Some(Item::Tagged(figure)) = scene.items.get(1) else { panic!("no figure") };
        assert!(figure.label.to_string().contains("Fans: 40.0 % still there after 30 days"), "{}", figure.label);
    }

    fn places(items: &[Item], found: &mut Vec<(String, f32)>) {
        for item in items {
            match item {
                Item::Text(text) => found.push((text.text.to_string(), text.pos.x)),
                Item::Group(group) => places(&group.items, found),
                Item::Tagged(tagged) => places(&tagged.items, found),
                _ => {}
            }
        }
    }

    #[test]
    fn time_goes_on_as_one_reads() {
        for (language, from_right) in [("en", false), ("de", false), ("he", true), ("ar", true)] {
            let chart = SurvivalChart { language: language.to_owned(), ..chart() };
            let scene = survival(&chart, Size::new(400.0, 240.0), &Shaper::bundled(), &Theme::light());
            let mut found = Vec::new();
            places(&scene.items, &mut found);
            let at = |text: &str| found.iter().find(|(word, _)| word == text).unwrap().1;
            assert_eq!(at("0") > at("30"), from_right, "{language}: {found:?}");
            assert_eq!(at("100 %") > 200.0, from_right, "the scale of shares stands where time begins: {found:?}");
        }
    }

    #[test]
    fn a_step_is_level_and_then_falls() {
        let steps = chart().series[0].steps.clone();
        let way = stairs(&steps, |point| point.share);
        assert_eq!(way, [(0.0, 1.0), (10.0, 1.0), (10.0, 0.8), (30.0, 0.8), (30.0, 0.4)]);
    }

    #[test]
    fn long_curves_keep_their_ends_and_odd_points_are_left_out() {
        let point = |nth: usize| SurvivalPoint { time: nth as f64, share: 0.5, low: 0.4, high: 0.6 };
        let steps: Vec<SurvivalPoint> = (0..5_001).map(point).collect();
        let thin = thinned(&steps);
        assert!(thin.len() <= MOST_STEPS + 1 && thin.first() == steps.first() && thin.last() == steps.last());
        let odd = SurvivalPoint { time: f64::NAN, ..point(0) };
        assert_eq!(thinned(&[odd]), []);
        let empty = SurvivalChart { series: vec![SurvivalSeries::default()], ..SurvivalChart::default() };
        let scene = survival(&empty, Size::new(f32::NAN, -4.0), &Shaper::bundled(), &Theme::dark());
        assert_eq!(scene.size, Size::new(160.0, 120.0));
    }
}
