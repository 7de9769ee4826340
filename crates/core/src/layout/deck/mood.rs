//! What people feel in a stage: a face for each card on its height, and the same in words below.

use super::block::{Block, placed};
use super::desk::Desk;
use super::measures::{CAPTION, THIRD};
use super::signs::{face, feeling};
use crate::figures::numbers;
use crate::layout::curve::smooth;
use crate::layout::pen;
use crate::model::{Emotion, StageId, Touchpoint, TouchpointId};
use crate::scene::{Dash, FaceStyle, Item, Kind, Paint, Point, Rect, Role, Stroke, Tag};
use crate::text::TextStyle;
use touchline_words::say;

const HEIGHT: f32 = 104.0;
const FACE: f32 = 11.0;
/// Left of the curve, for the scale.
const SCALE: f32 = 34.0;
/// More faces are not drawn side by side; their words stand below all the same.
const MOST: usize = 12;

pub(super) fn lay(desk: &Desk, stage: StageId) -> Vec<Block> {
    let segment = desk.seen.segment;
    let cards = desk.map.touchpoints_of(stage).into_iter().filter(|(_, card)| card.is_for(segment));
    let felt: Vec<(TouchpointId, &Touchpoint, &Emotion)> =
        cards.filter_map(|(id, card)| Some((id, card, card.emotion_of(segment)?))).collect();
    if felt.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    if felt.len() > 1 && felt.len() <= MOST {
        blocks.push(chart(desk, &felt));
    }
    blocks.extend(felt.iter().enumerate().map(|(nth, (id, card, felt))| told(desk, nth + 1, *id, card, felt)));
    blocks
}

fn chart(desk: &Desk, felt: &[(TouchpointId, &Touchpoint, &Emotion)]) -> Block {
    let theme = desk.theme;
    let room = THIRD - SCALE;
    let y = |score: f32| FACE + 2.0 + (1.0 - (score + 3.0) / 6.0) * (HEIGHT - 2.0 * FACE - 4.0);
    let x = |nth: usize| SCALE + room * (nth as f32 + 0.5) / felt.len() as f32;
    let mut items = Vec::new();
    for (score, name) in [(3.0, "+3"), (0.0, "0"), (-3.0, "−3")] {
        items.push(desk.line(name, desk.caption().tabular(), 0.0, y(score) + CAPTION * 0.36, SCALE));
        let line = vec![
            crate::scene::PathSegment::Move(Point::new(SCALE, y(score))),
            crate::scene::PathSegment::Line(Point::new(THIRD, y(score))),
        ];
        let paint = Paint::Flat(theme.column_line);
        let dash = (score != 0.0).then_some(Dash { on: 3.0, off: 4.0 });
        items.push(pen::stroked(line, Stroke { paint, width: 1.0, dash }));
    }
    // With one audience under the lens, all audiences are the dashed line.
    if desk.seen.segment.is_some() {
        let all: Vec<Point> = felt
            .iter()
            .enumerate()
            .filter_map(|(nth, (_, card, _))| Some(Point::new(x(nth), y(card.emotion.as_ref()?.score.value()))))
            .collect();
        let paint = Paint::Flat(theme.neutral);
        items.push(pen::stroked(smooth(&all), Stroke { paint, width: 1.5, dash: Some(Dash { on: 4.0, off: 4.0 }) }));
    }
    let points: Vec<Point> =
        felt.iter().enumerate().map(|(nth, (_, _, felt))| Point::new(x(nth), y(felt.score.value()))).collect();
    items.push(pen::stroked(smooth(&points), Stroke::solid(theme.neutral, 2.5)));
    let said: Vec<String> =
        felt.iter().map(|(_, card, felt)| format!("{} {}", card.title, numbers::score(felt.score))).collect();
    for (point, (_, _, felt)) in points.iter().zip(felt) {
        items.extend(face(theme, *point, FACE, felt.score));
    }
    let bounds = Rect::new(0.0, 0.0, THIRD, HEIGHT);
    let said = say!(deck_mood, felt = said.join(", "));
    Block {
        items: vec![pen::tagged(desk.tag(Kind::Figure), Role::Figure, said, bounds, items)],
        height: HEIGHT,
        ..Block::default()
    }
}

/// `−2.4  Trial checkout, frustrated`, with the reason below.
fn told(desk: &Desk, nth: usize, id: TouchpointId, card: &Touchpoint, felt: &Emotion) -> Block {
    let inset = 58.0;
    let word = felt.word.trim();
    let words = if word.is_empty() { card.title.clone() } else { format!("{}, {word}", card.title) };
    let style = TextStyle::new(CAPTION, FaceStyle::Medium, desk.theme.ink);
    let words = desk.words(Role::Paragraph, &words, style, THIRD - inset, 3);
    let reason = desk.words(Role::Paragraph, &felt.reason, desk.caption(), THIRD - inset, 4);
    let text = Block::stack([words, reason]);
    let score = numbers::score(felt.score);
    let style = TextStyle::new(CAPTION, FaceStyle::Bold, feeling(desk.theme, felt.score).1).tabular();
    let baseline = CAPTION * 1.08;
    let line = desk.line_to(&score, style, inset - 12.0, baseline, inset);
    let place = Rect::new(0.0, 0.0, THIRD, text.height.max(CAPTION * 1.35));
    let score = pen::tagged(
        desk.tag(Kind::Map),
        Role::Paragraph,
        score.as_str(),
        Rect::new(0.0, 0.0, inset, CAPTION * 1.35),
        vec![line],
    );
    let said = say!(deck_felt, nth, card = card.title);
    let items = vec![score, placed(text.items, inset, 0.0)];
    let part: Item = pen::tagged(Tag::new(Kind::Emotion, id.0), Role::Section, said, place, items);
    Block { items: vec![part], height: place.height, ..Block::default() }
}
