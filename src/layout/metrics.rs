//! The lane of metrics: a card for each with its figure, its target and whether it is met.

use super::cards::{CARD_GAP, CARD_RADIUS, narrowest, stack};
use super::pen;
use super::pennant;
use super::sheet::{CELL_MARGIN, Sheet, Strip, Uses};
use super::words;
use crate::behaviour::scorecard::Verdict;
use crate::figures::differences::TOO_FEW;
use crate::figures::scorecard::{self, MetricRow};
use crate::figures::{Reader, small_groups};
use crate::model::{FlagStatus, Metric, MetricId};
use crate::scene::{Item, Kind, Point, Rect, Role, Tag};
use crate::theme::size;

const MOST_LINES: usize = 4;
/// Of a pennant, with the air below it.
const PENNANT: f32 = 19.0;

pub(super) fn metrics(sheet: &Sheet, top: f32) -> Strip {
    if sheet.map.metrics.is_empty() && !sheet.is_editor() {
        return Strip { cells: sheet.columns.iter().map(|_| Vec::new()).collect(), ..Strip::default() };
    }
    let mut uses = Uses::default();
    let (cells, tallest) = stack(
        sheet,
        top + 12.0,
        CARD_GAP,
        narrowest(sheet),
        |column| sheet.map.metrics_of(column.stage),
        |_, (id, metric), _, _, at| card(sheet, *id, metric, at, &mut uses),
    );
    Strip { height: (tallest + 26.0).max(58.0), cells, uses, ..Strip::default() }
}

fn card(sheet: &Sheet, id: MetricId, metric: &Metric, at: Rect, uses: &mut Uses) -> (Item, f32) {
    let theme = sheet.theme;
    let row = scorecard::row(id, metric, small_groups(sheet.map));
    uses.too_few |= row.too_few;
    let row = if sheet.reader() == Reader::Client { row.withheld() } else { row };
    let x = at.x + CELL_MARGIN;
    let inner = (at.width - 2.0 * CELL_MARGIN).max(10.0);
    let line = |text: &str, style, lines| sheet.ink().paragraph(text, style, inner, lines);

    let title = line(metric.title(), sheet.card_title(), MOST_LINES);
    let title_height = title.size.height.max(sheet.card_title().size * 1.35);
    let title_y = at.y + 7.5;
    let mut y = title_y + title_height + 3.0;
    let title_rect = Rect::new(x, title_y, inner, title_height);
    let mut words = pen::set(&title, x, title_y);
    words = vec![pen::title(Kind::Metric, id.0, metric.title(), title_rect, words)];

    y = match row.verdict {
        Some(verdict) => judged(sheet, &row, verdict, Rect::new(x, y, inner, 0.0), &mut words),
        None => {
            let none = line(&row.text.verdict, sheet.detail_strong(), 1);
            words.extend(pen::set(&none, x, y));
            y + none.size.height + 2.0
        }
    };
    let around = line(&around(metric, &row), sheet.detail(), 2);
    words.extend(pen::set(&around, x, y));
    y += around.size.height;
    let target = line(&format!("target {} · {}", row.text.target, metric.benchmark()), sheet.detail(), MOST_LINES);
    words.extend(pen::set(&target, x, y));
    y += target.size.height + 8.0;

    let bounds = Rect::new(at.x, at.y, at.width, y - at.y);
    let mut items = vec![pen::rounded(bounds, CARD_RADIUS, theme.surface, Some((sheet.card_edge(), 1.0)))];
    items.extend(words);
    let label = words::metric(sheet, metric, &row);
    (pen::tagged(Tag::new(Kind::Metric, id.0), Role::Section, label, bounds, items), bounds.height)
}

/// The figure with its verdict beside it, below it where there is no room; gives where they end.
fn judged(sheet: &Sheet, row: &MetricRow, verdict: Verdict, at: Rect, words: &mut Vec<Item>) -> f32 {
    let style = sheet.figure().with_color(if row.too_few { sheet.theme.muted } else { sheet.theme.ink });
    let figure = sheet.shaper.line_within(&row.text.figure, style, at.width);
    let draw = |place| pennant::sign(sheet.theme, sheet.shaper, status(verdict), verdict.words(), place, at.width);
    let (_, width) = draw(Point::new(at.x, at.y));
    let is_beside = figure.width + 8.0 + width <= at.width;
    let place = if is_beside { Point::new(at.right() - width, at.y) } else { Point::new(at.x, at.y + PENNANT) };
    let baseline = at.y + size::FIGURE;
    words.push(Item::Text(figure.at(Point::new(at.x, baseline))));
    words.extend(draw(place).0);
    place.y + PENNANT
}

/// The interval, and of which period.
fn around(metric: &Metric, row: &MetricRow) -> String {
    let period = row.present.and_then(|place| metric.readings.get(place)).map_or("", |reading| reading.period.as_str());
    let interval = if row.text.interval == crate::figures::numbers::NONE { "" } else { row.text.interval.as_str() };
    let interval = match (row.too_few, row.figure) {
        (true, Some(_)) => format!("{interval} · {TOO_FEW}, {}", row.text.counted),
        _ => interval.to_owned(),
    };
    match (interval.is_empty(), period.is_empty()) {
        (false, false) => format!("{interval} · {period}"),
        _ => format!("{interval}{period}"),
    }
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
