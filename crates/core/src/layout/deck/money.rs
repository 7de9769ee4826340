//! Where the money leaks: what leaves at each stage as a bar with its range, what of it is within reach, why, and what is done.

use super::block::{Block, Column, placed, pour};
use super::desk::Desk;
use super::measures::{ACROSS, CAPTION, MARGIN};
use super::signs::of_action;
use super::slide::{Head, Slide, over, source};
use super::stage::stage_color;
use crate::behaviour::leaks::Range;
use crate::figures::{LeakRow, Reader, leaks, numbers, shown, small_groups};
use crate::layout::pen;
use crate::model::{Map, Severity};
use crate::scene::{FaceStyle, Item, Kind, Paint, Point, Rect, RectItem, Role, Tag};
use crate::text::TextStyle;
use touchline_words::say;

const STAGE: f32 = 190.0;
const BARS: f32 = 250.0;
const BAR_WIDTH: f32 = 500.0;
const WHY: f32 = 800.0;
const BAR: f32 = 22.0;
const ROW_GAP: f32 = 18.0;

/// The stages of all audiences whose loss may be told, with what leaves there, the largest lower end first.
fn rows(map: &Map) -> Vec<(LeakRow, Range)> {
    let told: Vec<_> =
        shown(map, None, Reader::Client).into_iter().filter(|row| row.rate.is_some()).map(|row| row.stage).collect();
    let rows = leaks(map, &small_groups(map)).into_iter().filter(|row| row.segment.is_none());
    let rows = rows.filter(|row| !row.too_few && told.contains(&row.stage));
    rows.filter_map(|row| Some((row.leak.at_stake?, row))).map(|(range, row)| (row, range)).collect()
}

pub(super) fn is_told(map: &Map) -> bool {
    !rows(map).is_empty()
}

pub(super) fn lay(desk: &Desk) -> Vec<Slide> {
    let map = desk.map;
    let rows = rows(map);
    let all: f64 = rows.iter().map(|(_, range)| range.likely).sum();
    let most = rows.iter().reduce(|most, next| if next.1.likely > most.1.likely { next } else { most });
    let headline = most.filter(|_| all > 0.0).map(|(row, range)| {
        let share = numbers::whole_rate(range.likely / all);
        let money = numbers::money(&map.meta.currency, rounded(range.likely));
        say!(deck_money_most, share, stage = row.stage_name, money)
    });
    let value = map.meta.value.map(|value| {
        let likely = numbers::money(&map.meta.currency, value.likely);
        let range = numbers::money_range(&map.meta.currency, value.low, value.high);
        say!(deck_money_lede, likely, range)
    });
    let head = Head::told(
        desk,
        say!(deck_money).to_owned(),
        headline.unwrap_or_else(|| map.meta.title.clone()),
        value.unwrap_or_default(),
    );
    let (_, top) = head.lay(desk);
    let scale = rows.iter().map(|(_, range)| range.high).fold(0.0, f64::max);
    let blocks = rows.iter().enumerate().map(|(nth, (row, range))| told(desk, nth, row, range, scale)).collect();
    let column = Column { x: MARGIN, head: names(desk), blocks };
    over(desk, &head, &source(desk), pour(vec![column], top))
}

/// To two figures that count, so that a range of doubts is not told to the unit.
fn rounded(money: f64) -> f64 {
    if money < 100.0 {
        return money;
    }
    let unit = 10_f64.powf(money.log10().floor() - 1.0);
    (money / unit).round() * unit
}

fn names(desk: &Desk) -> Block {
    let words = |text: &str, x: f32, width: f32| {
        placed(desk.words(Role::Paragraph, text, desk.label(), width, 1).items, x, 0.0)
    };
    let rule = desk.artifact(vec![desk.hairline(0.0, ACROSS, 28.0)], Rect::new(0.0, 28.0, ACROSS, 1.0));
    let items = vec![
        words(say!(deck_stage), 0.0, STAGE),
        words(say!(deck_money_lost), BARS, BAR_WIDTH),
        words(say!(deck_money_why), WHY, ACROSS - WHY),
        rule,
    ];
    Block { items, height: 30.0, ..Block::default() }
}

fn told(desk: &Desk, nth: usize, row: &LeakRow, range: &Range, scale: f64) -> Block {
    let (map, theme) = (desk.map, desk.theme);
    let currency = &map.meta.currency;
    let name = format!("{}  {}", nth + 1, row.stage_name);
    let style =
        TextStyle::new(super::measures::BODY, FaceStyle::Bold, stage_color(desk, row.stage)).with_line_height(1.25);
    let name = desk.words(Role::Heading(2), &name, style, STAGE, 2);
    let left = say!(deck_money_left, count = numbers::count(row.group.dropped));
    let left = desk.words(Role::Paragraph, &left, desk.caption().tabular(), STAGE, 1);
    let stage = Block::stack([name, left.below(2.0)]);
    let x = |money: f64| if scale > 0.0 { (money / scale) as f32 * BAR_WIDTH } else { 0.0 };
    let reach =
        row.best.as_ref().and_then(|(_, name, best)| Some((name, best.money?))).filter(|(_, best)| best.likely > 0.0);
    let mut bars = Vec::new();
    let bar = |width: f32, fill| {
        Item::Rect(RectItem {
            rect: Rect::new(0.0, 2.0, width.max(1.0), BAR),
            radius: 2.0,
            fill: Some(Paint::Flat(fill)),
            stroke: None,
        })
    };
    bars.push(bar(x(range.likely), theme.bad.over(theme.surface, 0.32)));
    if let Some((_, best)) = &reach {
        bars.push(bar(x(best.likely.min(range.likely)), theme.bad));
    }
    let middle = 2.0 + BAR / 2.0;
    let tick = |at: f32| pen::line(Point::new(at, middle - 5.0), Point::new(at, middle + 5.0), theme.ink, 1.6);
    bars.push(pen::line(Point::new(x(range.low), middle), Point::new(x(range.high), middle), theme.ink, 1.6));
    bars.extend([tick(x(range.low)), tick(x(range.high))]);
    let likely = numbers::money(currency, rounded(range.likely));
    let between = numbers::money_range(currency, rounded(range.low), rounded(range.high));
    let amount = say!(deck_money_amount, likely, between);
    let within = reach.map(|(name, best)| {
        let kept = numbers::money(currency, rounded(best.likely));
        say!(deck_money_reach, kept, audience = name)
    });
    let amount = desk.words(Role::Paragraph, &amount, desk.caption().with_color(theme.ink).tabular(), BAR_WIDTH, 1);
    let within = desk.words(Role::Paragraph, &within.unwrap_or_default(), desk.caption().tabular(), BAR_WIDTH, 2);
    let words = Block::stack([amount, within.below(1.0)]);
    let drawn = desk.artifact(bars, Rect::new(0.0, 0.0, BAR_WIDTH, BAR + 4.0));
    let (why, why_height) = why(desk, row);
    let bar_height = BAR + 8.0;
    let height = stage.height.max(bar_height + words.height).max(why_height) + ROW_GAP;
    let y = ROW_GAP / 2.0;
    let mut items = vec![
        placed(stage.items, 0.0, y),
        placed(vec![drawn], BARS, y),
        placed(words.items, BARS, y + bar_height),
        placed(why, WHY, y),
    ];
    items.push(desk.artifact(vec![desk.hairline(0.0, ACROSS, height)], Rect::new(0.0, height, ACROSS, 1.0)));
    let said = say!(deck_money_said, stage = row.stage_name, likely, between);
    let bounds = Rect::new(0.0, 0.0, ACROSS, height);
    let part = pen::tagged(Tag::new(Kind::DropOff, row.stage.0), Role::Section, said, bounds, items);
    Block { items: vec![part], height, ..Block::default() }
}

/// The worst pain of the stage and what is done there first.
fn why(desk: &Desk, row: &LeakRow) -> (Vec<Item>, f32) {
    let width = ACROSS - WHY;
    let pains = desk.map.pain_points_of(row.stage).into_iter().map(|(_, pain)| pain);
    let severity = |pain: &crate::model::PainPoint| -> Severity { pain.severity };
    let worst = pains.reduce(|most, next| if severity(next) > severity(most) { next } else { most });
    let cause = worst.map(|pain| pain.text.trim()).filter(|text| !text.is_empty());
    let style = TextStyle::new(CAPTION, FaceStyle::SemiBold, desk.theme.ink);
    let cause = desk.words(Role::Paragraph, cause.unwrap_or(say!(deck_not_known)), style, width, 3);
    let action = desk.map.actions_of(row.stage).into_iter().find(|(_, action)| !action.status.is_over());
    let (words, color) = match action {
        Some((_, action)) => {
            let by = of_action(action);
            let title = action.title.trim();
            (if by.is_empty() { title.to_owned() } else { format!("{title}  ·  {by}") }, desk.theme.accent_ink)
        }
        None => (say!(deck_no_action).to_owned(), desk.theme.muted),
    };
    let action = desk.words(Role::Paragraph, &words, desk.caption().with_color(color), width, 3);
    let both = Block::stack([cause, action.below(2.0)]);
    (both.items, both.height)
}
