//! The answer: from what to what, and three things to change, each with its figure, its interval, a quote and what to do.

use super::block::{Block, Column, placed, pour};
use super::desk::Desk;
use super::measures::{ACROSS, BODY, CAPTION, LARGE, LINES_MOST, MARGIN, THIRD, THIRDS};
use super::signs::of_action;
use super::slide::{Head, Slide, over, source};
use crate::figures::findings::{Insight, insights, share_lost};
use crate::layout::notes::quoted;
use crate::layout::pen;
use crate::model::{Action, ActionId, Map, StageId};
use crate::scene::{Color, FaceStyle, Item, Kind, Point, Rect, Role, Stroke, Tag};
use crate::text::TextStyle;
use crate::theme::icons;
use touchline_words::direction::Listed;
use touchline_words::say;

/// So many things are told.
pub(super) const MOST: usize = 3;
const BAND_AIR: f32 = 16.0;
const BAND_GAP: f32 = 26.0;
/// Of each side of the band, and the room for the arrow between them.
const SIDE: f32 = 500.0;
const ARROW: f32 = 120.0;

pub(super) fn lay(desk: &Desk) -> Vec<Slide> {
    let found = insights(desk.map, MOST);
    let head = Head::told(
        desk,
        say!(deck_answer).to_owned(),
        headline(desk, &found),
        say!(deck_answer_lede, count = found.len()),
    );
    let (_, top) = head.lay(desk);
    let band = band(desk, &found);
    let below = if band.is_empty() { top } else { top + band.height + BAND_GAP };
    let colors = [desk.theme.bad_ink, desk.theme.warn_ink, desk.theme.accent_ink];
    let columns = |quoting: bool| {
        let each = found.iter().zip(colors).zip(THIRDS).enumerate();
        let column = each.map(|(nth, ((insight, color), x))| Column {
            x,
            head: Block::default(),
            blocks: told(desk, nth + 1, insight, color, quoting),
        });
        pour(column.collect(), below)
    };
    // What people ask is left out before what is to be done goes on on a further slide.
    let whole = columns(true);
    let pages = if whole.len() > 1 { columns(false) } else { whole };
    let mut slides = over(desk, &head, &source(desk), pages);
    if let Some(first) = slides.first_mut() {
        first.items.push(placed(band.items, MARGIN, top));
    }
    slides
}

/// What the map says of itself, or what its figures do.
fn headline(desk: &Desk, found: &[Insight]) -> String {
    let stages: Vec<_> = found.iter().map(|insight| insight.stage).collect();
    let names: Vec<&str> = found.iter().map(|insight| insight.stage_name.as_str()).collect();
    let share = share_lost(desk.map, &stages).map(|share| say!(deck_answer_most, share, stages = listed_and(&names)));
    let first = || found.first().map(|insight| format!("{}: {}", insight.stage_name, insight.claim));
    share.or_else(first).unwrap_or_else(|| desk.map.meta.title.clone())
}

/// `Decision, Awareness and Consideration`.
fn listed_and(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => say!(export_list_and, first = rest.listed(", "), last),
        _ => names.concat(),
    }
}

/// The first thing that is to be done in a stage, of what is not done yet.
fn action(map: &Map, stage: StageId) -> Option<(ActionId, &Action)> {
    map.actions_of(stage).into_iter().find(|(_, action)| !action.status.is_over() && !action.title.trim().is_empty())
}

/// From what hurts to what is to be done about it, of the first thing for which the map has both.
fn band(desk: &Desk, found: &[Insight]) -> Block {
    let both = found.iter().find_map(|insight| {
        let pains = desk.map.pain_points_of(insight.stage).into_iter().map(|(_, pain)| pain);
        let worst = pains.reduce(|most, next| if next.severity > most.severity { next } else { most })?;
        let (_, action) = action(desk.map, insight.stage)?;
        let (from, to) = (worst.text.trim(), action.title.trim());
        (!from.is_empty()).then_some((from, to))
    });
    let Some((from, to)) = both else { return Block::default() };
    let side = |name: &str, words: &str, color: Color| {
        let style = TextStyle::new(LARGE, FaceStyle::SemiBold, color).with_line_height(1.25);
        let name = desk.words(Role::Paragraph, name, desk.label(), SIDE, 1);
        Block::stack([name, desk.words(Role::Paragraph, words, style, SIDE, 2).below(2.0)])
    };
    let from = side(say!(deck_from), from, desk.theme.ink);
    let to = side(say!(deck_to), to, desk.theme.accent_ink);
    let height = from.height.max(to.height) + 2.0 * BAND_AIR;
    let bounds = Rect::new(0.0, 0.0, ACROSS, height);
    let mut items = vec![pen::rounded(bounds, 8.0, desk.theme.accent_ground, None)];
    items.push(placed(from.items, BAND_AIR + 4.0, BAND_AIR));
    items.push(placed(to.items, BAND_AIR + SIDE + ARROW - 8.0, BAND_AIR));
    let (x, y) = (BAND_AIR + SIDE + 16.0, height / 2.0 + CAPTION * 0.6);
    items.push(desk.artifact(arrow(desk, x, x + 58.0, y), Rect::new(x, y - 8.0, 60.0, 16.0)));
    Block { items, height, ..Block::default() }
}

fn arrow(desk: &Desk, from: f32, to: f32, y: f32) -> Vec<Item> {
    let line = pen::line(Point::new(from, y), Point::new(to, y), desk.theme.accent, 2.0);
    let tip = icons::outline(&[Point::new(to, y), Point::new(to - 9.0, y - 6.0), Point::new(to - 9.0, y + 6.0)]);
    vec![line, pen::filled(tip, crate::scene::Paint::Flat(desk.theme.accent))]
}

fn told(desk: &Desk, nth: usize, insight: &Insight, color: Color, quoting: bool) -> Vec<Block> {
    let rule = pen::stroked(
        vec![
            crate::scene::PathSegment::Move(Point::new(0.0, 1.5)),
            crate::scene::PathSegment::Line(Point::new(THIRD, 1.5)),
        ],
        Stroke::solid(color, 3.0),
    );
    let rule = desk.artifact(vec![rule], Rect::new(0.0, 0.0, THIRD, 3.0));
    let rule = Block { items: vec![rule], height: 3.0, ..Block::default() };
    let name = TextStyle::new(BODY, FaceStyle::Bold, color);
    let name = desk.title(&format!("{nth}  {}", insight.stage_name), name, THIRD);
    let figure = desk.words(Role::Paragraph, &insight.figure, desk.figure(color), THIRD, 1);
    let beside = desk.words(Role::Paragraph, &insight.beside, desk.caption().tabular(), THIRD, 2);
    let top = Block::stack([rule, name.below(14.0), figure.below(0.0), beside.below(2.0)]).holding();
    let mut blocks = vec![top, desk.paragraph(&insight.claim, desk.strong(), THIRD).below(14.0)];
    blocks.extend(
        quote(desk, insight)
            .filter(|_| quoting)
            .map(|words| desk.words(Role::Paragraph, &words, desk.quote(), THIRD, 3).below(10.0)),
    );
    blocks.extend(action(desk.map, insight.stage).map(|(id, action)| to_do(desk, id, action, color).below(16.0)));
    blocks
}

/// What people ask there: the audience itself first.
fn quote(desk: &Desk, insight: &Insight) -> Option<String> {
    let asked = desk.map.questions_of(insight.stage);
    let is_own = |segments: &[crate::model::SegmentId]| insight.audience.is_some_and(|id| segments.contains(&id));
    let own = asked.iter().find(|(_, question)| is_own(&question.segments));
    let any = asked.iter().find(|(_, question)| question.segments.is_empty());
    let (_, question) = own.or(any).or(asked.first())?;
    let text = question.text.trim();
    (!text.is_empty()).then(|| quoted(text))
}

fn to_do(desk: &Desk, id: ActionId, action: &Action, color: Color) -> Block {
    let inset = 40.0;
    let rule = desk.artifact(vec![desk.hairline(0.0, THIRD, 0.5)], Rect::new(0.0, 0.0, THIRD, 1.0));
    let title = desk.words(Role::Paragraph, &action.title, desk.strong(), THIRD - inset, LINES_MOST);
    let by = desk.words(Role::Paragraph, &of_action(action), desk.caption(), THIRD - inset, 3);
    let words = Block::stack([title, by.below(2.0)]);
    let style = TextStyle::new(CAPTION, FaceStyle::Bold, color);
    let height = words.height + 14.0;
    let items = vec![
        rule,
        desk.line(say!(deck_do), style, 0.0, 14.0 + BODY * 1.0, inset - 6.0),
        placed(words.items, inset, 14.0),
    ];
    let bounds = Rect::new(0.0, 0.0, THIRD, height);
    let said = say!(deck_do_said, title = action.title);
    let part = pen::tagged(Tag::new(Kind::Action, id.0), Role::Section, said, bounds, items);
    Block { items: vec![part], height, ..Block::default() }
}
