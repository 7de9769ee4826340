//! How it was counted: definitions, what each touchpoint rests on, and what nobody knows.

use super::block::{Block, placed, pour_on};
use super::desk::Desk;
use super::measures::{CAPTION, THIRD, THIRDS};
use super::slide::{Head, Slide, over, source};
use crate::figures::definition::Definition;
use crate::figures::{Reader, left_out, numbers, rejections, shown};
use crate::layout::pen;
use crate::model::{Evidence, EvidenceKind, Map, Touchpoint};
use crate::scene::{FaceStyle, Point, Rect, Role};
use crate::text::TextStyle;
use touchline_words::direction::Listed;
use touchline_words::say;

const INDENT: f32 = 92.0;
const DOT: f32 = 16.0;

pub(super) fn lay(desk: &Desk) -> Vec<Slide> {
    let cards = desk.map.touchpoints.len();
    let known = desk.map.touchpoints.values().filter(|card| !card.evidence.is_empty()).count();
    let headline = match cards {
        0 => say!(deck_method_none).to_owned(),
        count => say!(deck_method_claim, known, count),
    };
    let head = Head::told(desk, say!(deck_method).to_owned(), headline, rows_told(desk.map).unwrap_or_default());
    let (_, top) = head.lay(desk);
    let columns = [
        (say!(deck_definitions), definitions(desk)),
        (say!(deck_rests_on), grounds(desk)),
        (say!(deck_unknown), unknown(desk)),
    ];
    let sections = columns.into_iter().map(|(name, blocks)| {
        std::iter::once(head_of(desk, name).below(28.0).holding().repeating()).chain(blocks).collect::<Vec<_>>()
    });
    over(desk, &head, &source(desk), pour_on(&THIRDS, sections.flatten().collect(), top))
}

fn head_of(desk: &Desk, name: &str) -> Block {
    let rule = pen::line(Point::new(0.0, 1.0), Point::new(THIRD, 1.0), desk.theme.ink, 2.0);
    let rule = desk.artifact(vec![rule], Rect::new(0.0, 0.0, THIRD, 2.0));
    let rule = Block { items: vec![rule], height: 2.0, ..Block::default() };
    let head = Block::stack([rule, desk.title(name, desk.heading(), THIRD).below(10.0)]);
    Block { height: head.height + 4.0, ..head }
}

/// `20,747 rows read, 20,729 used, 18 left out: 14 no customer, 4 no readable time`.
fn rows_told(map: &Map) -> Option<String> {
    let (_, measurement) = map.measurement()?;
    let (read, used) = (measurement.rows_read, measurement.rows_used);
    let left = read.saturating_sub(used);
    let (read, used, left_n) = (numbers::count(read), numbers::count(used), numbers::count(left));
    if left == 0 {
        return Some(say!(deck_rows_all, read));
    }
    let why = measurement
        .rejected
        .iter()
        .map(|(why, count)| format!("{} {}", numbers::count(*count), rejections::words(why)));
    let why: Vec<String> = why.collect();
    Some(match why.is_empty() {
        true => say!(deck_rows_left, read, used, left = left_n),
        false => say!(deck_rows_why, read, used, left = left_n, why = why.listed(", ")),
    })
}

fn definitions(desk: &Desk) -> Vec<Block> {
    let Some((_, measurement)) = desk.map.measurement() else {
        return vec![desk.paragraph(say!(deck_nothing_measured), desk.caption(), THIRD)];
    };
    // Of how many, when, and what was left out stands in the deck already; which file it was is for those who make the map.
    let told = ["n", say!(figures_point_dates), say!(figures_point_left_out)];
    let is_shown = |about: &str| !told.contains(&about) && (desk.seen.notes || about != say!(figures_point_source));
    let points = Definition::of(measurement, desk.seen.segment).points().into_iter();
    let points = points.filter(|point| is_shown(point.about)).map(|point| (point.about.to_owned(), point.words));
    let range = (say!(deck_range).to_owned(), say!(deck_range_words).to_owned());
    let value = desk.map.meta.value.map(|value| {
        let likely = numbers::money(&desk.map.meta.currency, value.likely);
        let range = numbers::money_range(&desk.map.meta.currency, value.low, value.high);
        (say!(deck_worth).to_owned(), say!(deck_money_lede, likely, range))
    });
    points.chain([range]).chain(value).map(|(about, words)| define(desk, &about, &words).below(8.0)).collect()
}

fn define(desk: &Desk, about: &str, words: &str) -> Block {
    let style = TextStyle::new(CAPTION, FaceStyle::SemiBold, desk.theme.ink);
    let about = desk.words(Role::Paragraph, about, style, INDENT - 10.0, 3);
    let words = desk.words(Role::Paragraph, words, desk.caption().with_color(desk.theme.detail), THIRD - INDENT, 12);
    let height = about.height.max(words.height);
    Block { items: vec![placed(about.items, 0.0, 0.0), placed(words.items, INDENT, 0.0)], height, ..Block::default() }
}

/// The best that a card rests on: measured before observed before told.
fn grade(card: &Touchpoint) -> Option<usize> {
    let of = |evidence: &Evidence| match evidence.kind {
        EvidenceKind::BehaviouralData | EvidenceKind::CrmStageDurations => 0,
        EvidenceKind::SessionRecordings | EvidenceKind::SupportThemes => 1,
        EvidenceKind::Survey | EvidenceKind::Interviews => 2,
    };
    card.evidence.iter().map(of).min()
}

fn grounds(desk: &Desk) -> Vec<Block> {
    let stages = desk.map.stages_in_order().into_iter();
    let cards: Vec<&Touchpoint> =
        stages.flat_map(|(stage, _)| desk.map.touchpoints_of(stage)).map(|(_, card)| card).collect();
    let grades = [
        (say!(deck_measured), say!(deck_measured_by), Some(0)),
        (say!(deck_observed), say!(deck_observed_by), Some(1)),
        (say!(deck_told), say!(deck_told_by), Some(2)),
        (say!(deck_assumed_grade), say!(deck_assumed_by), None),
    ];
    let mut blocks: Vec<Block> = grades
        .into_iter()
        .map(|(name, by, of)| {
            let count = cards.iter().filter(|card| grade(card) == of).count();
            graded(desk, name, by, count, of.is_some()).below(12.0)
        })
        .collect();
    let assumed: Vec<&str> =
        cards.iter().filter(|card| card.evidence.is_empty()).map(|card| card.title.as_str()).collect();
    if !assumed.is_empty() {
        let words = say!(deck_assumed_are, cards = assumed.listed(", "));
        blocks.push(desk.words(Role::Paragraph, &words, desk.caption(), THIRD, 14).below(14.0));
    }
    blocks
}

/// So many dots, in rows.
fn graded(desk: &Desk, name: &str, by: &str, count: usize, is_evidence: bool) -> Block {
    let width = 176.0;
    let style = TextStyle::new(CAPTION, FaceStyle::SemiBold, desk.theme.ink);
    let words = Block::stack([
        desk.words(Role::Paragraph, &say!(deck_grade, name, count), style, width, 2),
        desk.words(Role::Paragraph, by, desk.caption(), width, 3),
    ]);
    let across = ((THIRD - width) / DOT) as usize;
    // More dots than these are no picture of how many; the number says it.
    let drawn = count.min(across * 4);
    let dot = |nth: usize| {
        let (column, row) = (nth % across.max(1), nth / across.max(1));
        let center = Point::new(width + 8.0 + DOT * column as f32, 10.0 + DOT * row as f32);
        pen::evidence_dot(center, is_evidence, desk.theme.good, desk.theme.neutral, desk.theme.surface)
    };
    let dots: Vec<_> = (0..drawn).map(dot).collect();
    let rows = drawn.div_ceil(across.max(1)) as f32;
    let height = words.height.max(rows * DOT + 4.0);
    let mut items = words.items;
    if !dots.is_empty() {
        items.push(desk.artifact(dots, Rect::new(width, 0.0, THIRD - width, rows * DOT + 4.0)));
    }
    Block { items, height, ..Block::default() }
}

/// What the map leaves open, as far as it can be told from it.
fn unknown(desk: &Desk) -> Vec<Block> {
    let map = desk.map;
    let rows = shown(map, desk.seen.segment, Reader::Client);
    let mut open: Vec<String> = Vec::new();
    let measured = map.measurement().map(|(_, measurement)| measurement);
    if let Some(measurement) = measured {
        let unmeasured = map.segments_in_order().into_iter().filter(|(id, _)| !measurement.segments.contains_key(id));
        let names: Vec<&str> = unmeasured.map(|(_, segment)| segment.name.as_str()).collect();
        if !names.is_empty() && !measurement.segments.is_empty() {
            open.push(say!(deck_unknown_segments, segments = names.listed(", ")));
        }
        if !map.is_current(measurement) {
            open.push(say!(layout_river_stages_changed).to_owned());
        }
        if let Some(last) = rows.last().filter(|row| row.is_measured()) {
            open.push(say!(deck_unknown_after, stage = last.name));
        }
    }
    for row in &rows {
        let has_pain = !map.pain_points_of(row.stage).is_empty();
        if row.rate.is_some_and(|rate| rate.rate >= 0.1) && !has_pain {
            open.push(say!(deck_unknown_why, rate = row.text.rate, stage = row.name));
        }
        match (row.estimate, row.rate) {
            (Some(_), Some(_)) => {
                let (guess, rate) = (&row.text.estimate, &row.text.rate);
                open.push(say!(deck_guessed, guess, stage = row.name, rate));
            }
            (Some(_), None) => open.push(say!(deck_guess_only, guess = row.text.estimate, stage = row.name)),
            (None, _) => {}
        }
    }
    open.extend(left_out(map, rows.iter().any(|row| row.too_few), rows.iter().any(|row| row.protects)));
    let effects = map.actions.values().filter(|action| !action.effect.trim().is_empty()).count();
    if effects > 0 {
        open.push(say!(deck_unknown_effects, count = effects));
    }
    let silent =
        map.touchpoints.values().filter(|card| card.emotion.is_none() && card.segment_emotions.is_empty()).count();
    if silent > 0 {
        open.push(say!(deck_unknown_feelings, count = silent));
    }
    if open.is_empty() {
        open.push(say!(deck_unknown_nothing).to_owned());
    }
    open.into_iter().map(|words| bullet(desk, &words).below(8.0)).collect()
}

fn bullet(desk: &Desk, words: &str) -> Block {
    let words = desk.words(Role::Paragraph, words, desk.caption().with_color(desk.theme.detail), THIRD - 20.0, 10);
    let center = Point::new(4.0, CAPTION * 0.68);
    let ring = pen::evidence_dot(center, false, desk.theme.good, desk.theme.neutral, desk.theme.surface);
    let ring = desk.artifact(vec![ring], Rect::new(0.0, 0.0, 10.0, CAPTION));
    Block { items: vec![ring, placed(words.items, 20.0, 0.0)], height: words.height, ..Block::default() }
}
