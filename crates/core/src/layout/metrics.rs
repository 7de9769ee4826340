//! What a metric looks like in its lane, and how it is said: a card with its figure, its target and whether it is met.

use touchline_words::say;

use super::cards::CARD_RADIUS;
use super::context::{CELL_MARGIN, Column, Context, Uses};
use super::noted::{ListLook, Noted};
use super::pen;
use super::pennant;
use super::stack::{Sketch, Stacking};
use crate::behaviour::scorecard::Verdict;
use crate::figures::differences::TOO_FEW;
use crate::figures::scorecard::{self, MetricRow};
use crate::figures::{Reader, small_groups};
use crate::model::{FlagStatus, LeastGroup, Metric, MetricId, SegmentId};
use crate::scene::{FaceStyle, Item, Kind, Point, Rect};
use crate::theme::{Icon, size};

/// Room for the sign of a figure that is not shown.
const WITHHELD: f32 = 12.0;
const MOST_LINES: usize = 4;
/// Of a pennant, with the air below it.
const PENNANT: f32 = 19.0;

/// What a metric's picture and its words are made from.
#[derive(Debug)]
pub(super) struct MetricLook {
    metric: Metric,
    least_group: LeastGroup,
}

impl Noted for Metric {
    type Look = MetricLook;

    const PART: Kind = Kind::Metric;

    fn about() -> &'static str {
        say!(lane_metrics_about)
    }

    fn block() -> ListLook {
        ListLook {
            name: say!(kind_metric_title),
            also: say!(kind_metric_also),
            hint: say!(kind_metric_hint),
            icon: Icon::Metric,
            color: |theme| theme.river,
            is_bare: false,
            text: (size::CARD_TITLE, FaceStyle::SemiBold),
            ground: |theme| theme.surface,
        }
    }

    fn stacking(context: &Context) -> (Stacking, f32) {
        (
            Stacking {
                top: 12.0,
                gap: context.dress.cards.gap,
                narrowest: context.purpose.narrowest_card(),
                beside: false,
            },
            26.0,
        )
    }

    fn look(&self, context: &Context) -> MetricLook {
        MetricLook { metric: self.clone(), least_group: context.map.meta.least_group }
    }

    fn is_as(&self, context: &Context, look: &MetricLook) -> bool {
        let MetricLook { metric, least_group } = look;
        *metric == *self && *least_group == context.map.meta.least_group
    }

    fn label(look: &MetricLook, id: MetricId, context: &Context, column: &Column) -> String {
        said(context, &look.metric, &row(context, id, look).0, context.stage_name(column.stage))
    }

    fn draw(look: &MetricLook, id: MetricId, context: &Context, at: Rect) -> Sketch {
        card(context, id, look, at)
    }
}

fn said(context: &Context, metric: &Metric, row: &MetricRow, stage: &str) -> String {
    let mut words = vec![say!(kind_metric_said, title = metric.title()), say!(layout_say_in_stage, stage)];
    if let Some(figure) = row.figure {
        words.push(row.text.figure.clone());
        if figure.estimate().is_some() {
            words.push(say!(kind_metric_said_interval, interval = row.text.interval));
        }
        // The card shows of how many only where they are too few, and no trend.
        if context.is_editor() || row.too_few {
            words.push(row.text.counted.clone());
        }
    }
    if row.trend.is_some() && context.is_editor() {
        words.push(say!(kind_metric_said_trend, trend = row.text.trend));
    }
    if context.segment.is_some() && row.figure.is_some() {
        words.push(say!(layout_page_all).to_owned());
    }
    words.push(say!(kind_metric_said_target, target = row.text.target));
    words.push(row.text.verdict.clone());
    words.push(metric.benchmark().to_owned());
    words.join(", ")
}

/// The metric's row as the reader may see it, and whether it rests on too few.
fn row(context: &Context, id: MetricId, look: &MetricLook) -> (MetricRow, bool) {
    let row = scorecard::row(id, &look.metric, small_groups(context.map));
    let too_few = row.too_few;
    (if context.reader() == Reader::Client { row.withheld() } else { row }, too_few)
}

fn card(context: &Context, id: MetricId, look: &MetricLook, at: Rect) -> Sketch {
    let theme = context.theme;
    let (row, too_few) = row(context, id, look);
    let metric = &look.metric;
    let uses = Uses { too_few: too_few && context.reader() == Reader::Client, ..Uses::default() };
    let x = at.x + CELL_MARGIN;
    let inner = (at.width - 2.0 * CELL_MARGIN).max(10.0);
    let line = |text: &str, style, lines| context.ink().paragraph(text, style, inner, lines);

    let title = line(metric.title(), context.card_title(), MOST_LINES);
    let title_height = title.size.height.max(context.card_title().line());
    let title_y = at.y + context.dress.cards.above;
    let mut y = title_y + title_height + 3.0;
    let title_rect = Rect::new(x, title_y, inner, title_height);
    let mut words = pen::set(&title, x, title_y);
    words = vec![pen::title(Kind::Metric, id.0, metric.title(), title_rect, words)];

    y = match row.verdict {
        Some(verdict) => judged(context, &row, verdict, Rect::new(x, y, inner, 0.0), &mut words),
        None => {
            let none = line(&row.text.verdict, context.detail_strong(), 1);
            words.extend(pen::set(&none, x, y));
            y + none.size.height + 2.0
        }
    };
    let around = line(&around(metric, &row, context.segment), context.detail(), 2);
    words.extend(pen::set(&around, x, y));
    y += around.size.height;
    let target = line(
        &say!(layout_metric_target, target = row.text.target, benchmark = metric.benchmark()),
        context.detail(),
        MOST_LINES,
    );
    words.extend(pen::set(&target, x, y));
    y += target.size.height + context.dress.cards.above + 0.5;

    let bounds = Rect::new(at.x, at.y, at.width, y - at.y);
    let mut items = vec![pen::rounded(bounds, CARD_RADIUS, theme.surface, Some((context.card_edge(), 1.0)))];
    items.extend(words);
    Sketch { items, bounds, height: bounds.height, uses }
}

/// The figure with its verdict beside it, below it where there is no room; gives where they end.
fn judged(context: &Context, row: &MetricRow, verdict: Verdict, at: Rect, words: &mut Vec<Item>) -> f32 {
    let style = context.figure().with_color(if row.too_few { context.theme.muted } else { context.theme.ink });
    let sign = if row.too_few && context.reader() == Reader::Client { WITHHELD } else { 0.0 };
    let figure = context.shaper.line_within(&row.text.figure, style, at.width - sign);
    let draw = |place| pennant::sign(context.theme, context.shaper, status(verdict), verdict.words(), place, at.width);
    let (_, width) = draw(Point::new(at.x, at.y));
    let is_beside = sign + figure.width + 8.0 + width <= at.width;
    let place = if is_beside { Point::new(at.right() - width, at.y) } else { Point::new(at.x, at.y + PENNANT) };
    let baseline = at.y + context.dress.figure;
    if sign > 0.0 {
        words.extend(pen::withheld(Point::new(at.x + 4.0, baseline - 4.4), context.theme.muted));
    }
    words.push(Item::Text(figure.at(Point::new(at.x + sign, baseline))));
    let (pennant, width) = draw(place);
    let bounds = Rect::new(place.x, place.y, width, PENNANT);
    words.extend(context.borrowed(verdict.words(), bounds, pennant));
    place.y + PENNANT
}

/// The interval, of which period, and on the board of an audience that it is of all of them.
fn around(metric: &Metric, row: &MetricRow, segment: Option<SegmentId>) -> String {
    let period = row.present.and_then(|place| metric.readings.get(place)).map_or("", |reading| reading.period.as_str());
    let interval = if row.text.interval == crate::figures::numbers::NONE { "" } else { row.text.interval.as_str() };
    let interval = match (row.too_few, row.figure) {
        (true, Some(_)) => format!("{interval} · {}, {}", TOO_FEW.text(), row.text.counted),
        _ => interval.to_owned(),
    };
    let of_all = if segment.is_some() && row.figure.is_some() { say!(layout_page_all) } else { "" };
    let parts = [interval.as_str(), period, of_all];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The flag whose colour and sign say the same.
fn status(verdict: Verdict) -> FlagStatus {
    match verdict {
        Verdict::Met => FlagStatus::Cleared,
        Verdict::NotMet => FlagStatus::Open,
        Verdict::CannotTell => FlagStatus::InReview,
        Verdict::NeedsTrend => FlagStatus::NotApplicable,
    }
}
