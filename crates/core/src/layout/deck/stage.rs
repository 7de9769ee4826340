//! A stage: its place among the others, what people meet there, feel and ask, who leaves, what they do then, and what is done about
//! it.

use super::block::{Block, Column, placed, pour, spread};
use super::desk::Desk;
use super::measures::{ACROSS, BODY, CAPTION, LINES_MOST, MARGIN, THIRD, THIRDS};
use super::mood;
use super::signs::{PENNANT_HEIGHT, boxed, by_whom, due, of_action, pennant, pennants};
use super::slide::{Head, Slide, over, source};
use crate::behaviour::small_groups::SmallGroups;
use crate::figures::findings::{contrasts, widest};
use crate::figures::{FigureRow, Reader, all_given_away, numbers, scorecard, shown, small_groups};
use crate::layout::look::channel_icon;
use crate::layout::notes::quoted;
use crate::layout::{pen, words};
use crate::model::*;
use crate::scene::{Color, FaceStyle, Item, Kind, Paint, PathItem, Point, Rect, Role, Tag};
use crate::text::TextStyle;
use crate::theme::icons;
use touchline_words::say;

const STRIP: f32 = 32.0;
const STRIP_GAP: f32 = 18.0;
const TIP: f32 = 9.0;
/// A strip of more stages than this has no names but that of its own.
const NAMED_MOST: usize = 8;
const SECTION_GAP: f32 = 20.0;
const AIR: f32 = 12.0;
const EDGE: f32 = 4.0;
const ICON: f32 = 20.0;
/// So many of what those who left did then are shown.
const THEN_MOST: usize = 4;
const BAR: f32 = 12.0;

pub(super) fn lay(desk: &Desk, id: StageId) -> Vec<Slide> {
    let order = desk.map.stages_in_order();
    let Some(place) = order.iter().position(|(other, _)| *other == id) else { return Vec::new() };
    let Some((_, stage)) = order.get(place) else { return Vec::new() };
    let row = shown(desk.map, desk.seen.segment, Reader::Client).into_iter().find(|row| row.stage == id);
    let head = head(desk, id, stage, place, order.len(), row.as_ref());
    let (_, top) = head.lay(desk);
    let below = top + STRIP + STRIP_GAP;
    let first = [
        section(desk, say!(deck_touchpoints), cards(desk, id)),
        section(desk, say!(lane_feeling), mood::lay(desk, id)),
        section(desk, say!(deck_drop_off_after), loss(desk, row.as_ref())),
    ];
    let columns = spread(first, sections(desk, id, row.as_ref())).into_iter().zip(THIRDS).map(|(blocks, x)| Column {
        x,
        head: Block::default(),
        blocks,
    });
    let mut slides = over(desk, &head, &source(desk), pour(columns.collect(), below));
    for slide in &mut slides {
        slide.items.push(placed(strip(desk, &order, place), MARGIN, top));
    }
    slides
}

fn head(desk: &Desk, id: StageId, stage: &Stage, place: usize, of: usize, row: Option<&FigureRow>) -> Head {
    let facts = words::facts(stage);
    let place = say!(deck_stage_place, nth = place + 1, of);
    let kicker = by_whom([Some(place), Some(stage.name.clone()), Some(stage.goal.trim().to_owned()), Some(facts)]);
    let (headline, lede) = claim(desk, id, stage, row);
    Head::told(desk, kicker, headline, lede)
}

fn claim(desk: &Desk, id: StageId, stage: &Stage, row: Option<&FigureRow>) -> (String, String) {
    let loss = row.and_then(|row| Some((row, row.rate?, row.dropped?, row.reached?)));
    let counts = loss.map(|(row, _, dropped, reached)| {
        let (dropped, came) = (numbers::count(dropped), numbers::count(reached));
        say!(deck_stage_counts, came, dropped, counted = row.counted)
    });
    let is_of_all = desk.seen.segment.is_none();
    let here: Vec<_> = contrasts(desk.map).into_iter().filter(|found| is_of_all && found.stage == id).collect();
    match (widest(&here), loss) {
        (Some(contrast), _) => {
            let others = numbers::rate(contrast.other_rate.rate);
            let lede = say!(deck_stage_others, others, others_came = numbers::count(contrast.others.1));
            (contrast.sentence(), by_whom([Some(lede), counts]))
        }
        (None, Some((row, ..))) => {
            let (rate, interval) = (&row.text.rate, &row.text.interval);
            (say!(deck_stage_loss, stage = stage.name, rate, interval), counts.unwrap_or_default())
        }
        (None, None) => {
            let goal = stage.goal.trim();
            let said = if goal.is_empty() { stage.name.clone() } else { format!("{}: {goal}", stage.name) };
            (said, counts.unwrap_or_default())
        }
    }
}

/// The stages as arrows, the present one in its colour.
fn strip(desk: &Desk, order: &[(StageId, &Stage)], place: usize) -> Vec<Item> {
    let gap = 4.0;
    let width = (ACROSS - TIP - gap * order.len().saturating_sub(1) as f32) / order.len().max(1) as f32;
    let mut items = Vec::new();
    for (nth, (_, stage)) in order.iter().enumerate() {
        let hue = stage.color.map_or(nth, usize::from);
        let is_here = nth == place;
        let rect = Rect::new(nth as f32 * (width + gap), 0.0, width, STRIP);
        let ground = if is_here { desk.theme.stage_ink(hue) } else { desk.theme.stage_ground(hue) };
        let tip = TIP.min(width / 3.0);
        let segments = icons::stage_arrow(rect, tip, nth == 0);
        items.push(Item::Path(PathItem { segments, fill: Some(Paint::Flat(ground)), stroke: None }));
        let face = if is_here { FaceStyle::Bold } else { FaceStyle::Medium };
        let ink = if is_here { desk.theme.surface } else { desk.theme.stage_ink(hue) };
        let style = TextStyle::new(CAPTION, face, ink);
        let room = width - 2.0 * tip - 12.0;
        if order.len() <= NAMED_MOST && room > 40.0 {
            items.push(desk.line(&stage.name, style, rect.x + tip + 8.0, STRIP / 2.0 + CAPTION * 0.36, room));
        }
    }
    let names: Vec<&str> = order.iter().map(|(_, stage)| stage.name.as_str()).collect();
    let said = say!(deck_strip, stages = names.join(", "));
    vec![pen::tagged(desk.tag(Kind::Figure), Role::Figure, said, Rect::new(0.0, 0.0, ACROSS, STRIP), items)]
}

fn section(desk: &Desk, name: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut blocks = blocks.into_iter().filter(|block| !block.is_empty()).peekable();
    if blocks.peek().is_none() {
        return Vec::new();
    }
    let mut all = vec![desk.title(name, desk.label(), THIRD).repeating().below(SECTION_GAP)];
    all.extend(blocks.enumerate().map(|(nth, block)| {
        let gap = if nth == 0 { 8.0 } else { block.gap.max(8.0) };
        block.below(gap)
    }));
    all
}

fn cards(desk: &Desk, id: StageId) -> Vec<Block> {
    let cards = desk.map.touchpoints_of(id).into_iter().filter(|(_, card)| card.is_for(desk.seen.segment));
    cards.map(|(id, card)| touchpoint(desk, id, card)).collect()
}

/// What else the stage holds, the most telling first.
fn sections(desk: &Desk, id: StageId, row: Option<&FigureRow>) -> Vec<Vec<Block>> {
    let (map, segment) = (desk.map, desk.seen.segment);
    let actions = map.actions_of(id).into_iter().map(|(id, action)| to_do(desk, id, action));
    let pains = map.pain_points_of(id).into_iter().filter(|(_, pain)| is_for(&pain.segments, segment));
    let pains = pains.map(|(id, pain)| {
        let tag = Tag::new(Kind::PainPoint, id.0);
        noted(desk, tag, pain.text.clone(), (&pain.text, desk.strong()), pain.severity.name())
    });
    let asked = map.questions_of(id).into_iter().filter(|(_, asked)| is_for(&asked.segments, segment));
    let asked = asked.map(|(id, asked)| {
        let words = quoted(asked.text.trim());
        let said = say!(kind_question_said, text = words);
        noted(desk, Tag::new(Kind::Question, id.0), said, (&words, desk.quote()), "")
    });
    let on_cards = map.touchpoints_of(id).into_iter();
    let on_cards = on_cards.flat_map(|(card, _)| map.flags_on(FlagTarget::Touchpoint(card)));
    let flags = map.flags_on(FlagTarget::Stage(id)).into_iter().chain(on_cards);
    let flags = flags.map(|(id, flag)| sign_off(desk, id, flag).below(12.0));
    let rule = small_groups(map);
    let metrics = map.metrics_of(id).into_iter().map(|(id, metric)| measured(desk, id, metric, rule));
    let behind = map.in_stage::<Backstage>(id).into_iter().map(|(id, behind)| {
        let by = by_whom([Some(behind.owner.trim().to_owned()), Some(behind.system.trim().to_owned())]);
        let tag = Tag::new(Kind::Backstage, id.0);
        noted(desk, tag, behind.title.clone(), (&behind.title, desk.strong()), &by)
    });
    let remarks = map.in_stage::<Remark>(id).into_iter().filter(|(_, remark)| is_for(&remark.segments, segment));
    let remarks = remarks.map(|(id, remark)| {
        let tag = Tag::new(Kind::Remark, id.0);
        noted(desk, tag, remark.text.clone(), (&remark.text, desk.body()), "")
    });
    let named = [
        (say!(deck_then), then(desk, id, row)),
        (say!(lane_actions), actions.collect()),
        (say!(lane_pain_points), pains.collect()),
        (say!(lane_thinking), asked.collect()),
        (say!(deck_sign_offs), flags.collect()),
        (say!(lane_metrics), metrics.collect()),
        (say!(lane_backstage), behind.collect()),
        (say!(lane_free_text), remarks.collect()),
    ];
    named.into_iter().map(|(name, blocks): (&str, Vec<Block>)| section(desk, name, blocks)).collect()
}

/// A text of a record, with a line below it.
fn noted(desk: &Desk, tag: Tag, said: String, (text, style): (&str, TextStyle), below: &str) -> Block {
    let text = desk.words(Role::Paragraph, text, style, THIRD, LINES_MOST);
    let below = desk.words(Role::Paragraph, below, desk.caption(), THIRD, 2);
    record(tag, said, Block::stack([text, below]), THIRD)
}

/// A metric with its figure, its target and the verdict, as a client may be told them.
fn measured(desk: &Desk, id: MetricId, metric: &Metric, rule: SmallGroups) -> Block {
    let row = scorecard::row(id, metric, rule);
    let row = if row.too_few { row.withheld() } else { row };
    let figure = format!("{}: {}", metric.title(), row.text.figure);
    let by = by_whom([Some(row.text.interval), Some(row.text.target), Some(row.text.verdict)]);
    noted(desk, Tag::new(Kind::Metric, id.0), figure.clone(), (&figure, desk.strong()), &by)
}

fn is_for(segments: &[SegmentId], segment: Option<SegmentId>) -> bool {
    segments.is_empty() || segment.is_none_or(|id| segments.contains(&id))
}

/// What was drawn from a record, as a part by itself.
fn record(tag: Tag, said: String, block: Block, width: f32) -> Block {
    if block.is_empty() {
        return block;
    }
    let bounds = Rect::new(0.0, 0.0, width, block.height);
    Block { items: vec![pen::tagged(tag, Role::Section, said, bounds, block.items)], ..block }
}

fn touchpoint(desk: &Desk, id: TouchpointId, card: &Touchpoint) -> Block {
    let theme = desk.theme;
    let width = THIRD - 2.0 * AIR - EDGE;
    let inset = ICON + 10.0;
    let sources = card.evidence.len();
    let rests = if sources == 0 { say!(deck_assumed).to_owned() } else { say!(deck_sources, count = sources) };
    let rests_style = desk.caption();
    let rests_width = desk.shaper.width(&rests, rests_style) + 16.0;
    let title_style = TextStyle::new(BODY, FaceStyle::SemiBold, theme.ink).with_line_height(1.25);
    // What it rests on stands beside the first line, even where nobody has named it.
    let title = if card.title.trim().is_empty() { "–" } else { &card.title };
    let title = desk.words(Role::Paragraph, title, title_style, width - inset - rests_width - 10.0, 4);
    let detail = desk.words(Role::Paragraph, card.detail.trim(), desk.caption(), width - inset, 3).below(3.0);
    let flags = map_flags(desk, id);
    let flags = pennants(desk, &flags, width - inset).below(8.0);
    let text = Block::stack([title, detail, flags]);
    let height = text.height.max(ICON) + 2.0 * AIR;
    let rect = Rect::new(0.0, 0.0, THIRD, height);
    let edge = stage_color(desk, card.stage);
    let mut items = vec![
        pen::rounded(rect.shrink(0.5), 8.0, theme.surface, Some((theme.hairline, 1.0))),
        pen::rounded(Rect::new(0.0, 8.0, EDGE, height - 16.0), 2.0, edge, None),
        Item::Path(channel_icon(card.channel).path(Rect::new(AIR + EDGE, AIR + 1.0, ICON, ICON), edge)),
        placed(text.items, AIR + EDGE + inset, AIR),
    ];
    let right = THIRD - AIR;
    let words = desk.line_to(&rests, rests_style, right - 14.0, AIR + BODY * 0.98, width);
    let said = pen::tagged(
        desk.tag(Kind::Map),
        Role::Paragraph,
        rests.as_str(),
        Rect::new(right - rests_width, AIR, rests_width, BODY),
        vec![words],
    );
    items.push(said);
    let dot = Point::new(right - 4.0, AIR + BODY * 0.66);
    items.push(pen::evidence_dot(dot, sources > 0, theme.good, theme.neutral, theme.surface));
    let said = by_whom([Some(say!(kind_touchpoint_said, title = card.title)), Some(card.channel.name().to_owned())]);
    Block {
        items: vec![pen::tagged(Tag::new(Kind::Touchpoint, id.0), Role::Section, said, rect, items)],
        height,
        ..Block::default()
    }
}

fn map_flags<'a>(desk: &Desk<'a>, id: TouchpointId) -> Vec<(FlagId, &'a Flag)> {
    desk.map.flags_on(FlagTarget::Touchpoint(id))
}

pub(super) fn stage_color(desk: &Desk, id: StageId) -> Color {
    let place = desk.map.stages_in_order().iter().position(|(other, _)| *other == id).unwrap_or_default();
    let own = desk.map.stages.get(&id).and_then(|stage| stage.color);
    desk.theme.stage_ink(own.map_or(place, usize::from))
}

/// The pennant with who and when beside it, and below it what the rule asks.
fn sign_off(desk: &Desk, id: FlagId, flag: &Flag) -> Block {
    let (sign, taken) = pennant(desk, id, flag, flag.code(), THIRD * 0.6);
    let asks = flag.note.trim();
    let asks = if asks.is_empty() { flag.regime.name() } else { asks };
    let by = by_whom([
        Some(flag.status.name().to_owned()),
        Some(flag.owner.trim().to_owned()),
        flag.due.map(due),
        Some(flag.evidence.trim().to_owned()),
    ]);
    let style = TextStyle::new(CAPTION, FaceStyle::Medium, desk.theme.ink);
    let beside = desk.words(Role::Paragraph, &by, desk.caption(), THIRD - taken - 10.0, 5);
    let asks = desk.words(Role::Paragraph, asks, style, THIRD, LINES_MOST);
    let first = PENNANT_HEIGHT.max(beside.height);
    // The first line of the words stands in the middle of the pennant.
    let y = ((PENNANT_HEIGHT - CAPTION * 1.35) / 2.0).max(0.0);
    let items = vec![sign, placed(beside.items, taken + 10.0, y), placed(asks.items, 0.0, first + 4.0)];
    Block { items, height: first + 4.0 + asks.height, ..Block::default() }
}

/// Who leaves.
fn loss(desk: &Desk, row: Option<&FigureRow>) -> Vec<Block> {
    let Some(row) = row else { return Vec::new() };
    let words = |text: &str, style| desk.words(Role::Paragraph, text, style, THIRD, 3);
    let estimate = row.estimate.map(|_| words(&say!(deck_estimated, percent = row.text.estimate), desk.caption()));
    let Some((dropped, reached)) = row.rate.and(row.dropped.zip(row.reached)) else {
        let told = row.is_measured() || row.too_few || row.protects;
        let why = told.then(|| match (&row.few, row.too_few || row.protects) {
            (Some(few), true) => few.clone(),
            (_, true) => row.text.rate.clone(),
            _ => say!(deck_last_stage, came = row.text.reached, counted = row.counted),
        });
        return why.map(|why| words(&why, desk.body())).into_iter().chain(estimate).collect();
    };
    let counts =
        say!(deck_of, dropped = numbers::count(dropped), reached = numbers::count(reached), counted = row.counted);
    let figure = Block::stack([
        words(&row.text.rate, desk.figure(desk.theme.bad_ink)),
        words(&row.text.interval, desk.strong().tabular()).below(2.0),
        words(&counts, desk.caption().tabular()).below(2.0),
    ]);
    std::iter::once(figure).chain(row.open_text().map(|open| words(open, desk.caption()))).chain(estimate).collect()
}

/// What those who left did next, where all of the figures may be told.
fn then(desk: &Desk, id: StageId, row: Option<&FigureRow>) -> Vec<Block> {
    let told = row.and_then(|row| row.dropped.filter(|_| row.rate.is_some()));
    let (Some(lost), Some((_, measurement))) = (told.filter(|lost| *lost > 0), desk.map.measurement()) else {
        return Vec::new();
    };
    let segment = desk.seen.segment;
    let place = measurement.stages.iter().position(|stage| *stage == id);
    let then = place.and_then(|place| measurement.figures(segment)?.then.get(place));
    let Some(then) = then.filter(|_| all_given_away(desk.map, measurement, segment)) else { return Vec::new() };
    let least = desk.map.meta.least_group.in_a_cell;
    let nothing = (say!(deck_then_nothing).to_owned(), then.nothing);
    let events = then.events.iter().map(|(event, count)| (of_event(desk.map, event), *count));
    let mut rows: Vec<(String, u64)> = std::iter::once(nothing).chain(events).collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let rows = rows.into_iter().filter(|(_, count)| *count >= least.max(1)).take(THEN_MOST);
    rows.map(|(name, count)| bar(desk, &name, count as f64 / lost as f64)).collect()
}

/// The touchpoint that an event counts as, where it is of one alone.
fn of_event(map: &Map, event: &str) -> String {
    let mut cards = map.touchpoints.values().filter(|card| card.events.iter().any(|own| own == event));
    match (cards.next(), cards.next()) {
        (Some(card), None) => card.title.clone(),
        (Some(_), Some(_)) | (None, _) => event.to_owned(),
    }
}

fn bar(desk: &Desk, name: &str, share: f64) -> Block {
    let longest = 150.0;
    let length = (share.clamp(0.0, 1.0) as f32 * longest).max(2.0);
    let x = length + 10.0;
    let percent = numbers::whole_rate(share);
    let text = format!("{percent}  {name}");
    let words =
        desk.words(Role::Paragraph, &text, desk.caption().with_color(desk.theme.detail).tabular(), THIRD - x, 2);
    let y = (CAPTION * 1.35 - BAR) / 2.0;
    let rect = pen::rounded(Rect::new(0.0, y, length, BAR), 2.0, desk.theme.bad.over(desk.theme.surface, 0.6), None);
    let bar = desk.artifact(vec![rect], Rect::new(0.0, y, longest, BAR));
    let mut items = vec![bar];
    items.push(placed(words.items, x, 0.0));
    Block { items, height: words.height, ..Block::default() }
}

fn to_do(desk: &Desk, id: ActionId, action: &Action) -> Block {
    let width = THIRD - 32.0;
    let style = TextStyle::new(BODY, FaceStyle::SemiBold, desk.theme.ink).with_line_height(1.25);
    let title = desk.words(Role::Paragraph, &action.title, style, width, LINES_MOST);
    let status = (action.status != ActionStatus::default()).then(|| action.status.name().to_owned());
    let by = by_whom([Some(of_action(action)), status]);
    let by = desk.words(Role::Paragraph, &by, desk.caption(), width, 3);
    let effect = action.effect.trim();
    let effect = if effect.is_empty() { String::new() } else { say!(deck_expected, effect) };
    let effect_style = desk.caption().with_color(desk.theme.ink);
    let effect = desk.words(Role::Paragraph, &effect, effect_style, width, LINES_MOST);
    let inside = Block::stack([title, by.below(3.0), effect.below(6.0)]);
    let boxed = boxed(inside, THIRD, 16.0, desk.theme.action_ground, desk.theme.action_edge);
    record(Tag::new(Kind::Action, id.0), say!(deck_do_said, title = action.title), boxed, THIRD)
}
