//! A map as a canvas: a frame for each stage, a box for each card in it, and the ways between cards and back to stages.

use super::Asked;
use crate::export::{Canvas, Edge, Holds, Node, escaped};
use crate::figures::{headline, numbers};
use crate::model::{Connector, ConnectorKind, Map, Touchpoint};

/// The width of a card, what lies around and between cards, and the gap between stages.
const CARD: i64 = 260;
const MARGIN: i64 = 20;
const GAP: i64 = 60;
/// A line of a card, how many letters it holds, and what lies above and below its lines.
const LINE: i64 = 24;
const LETTERS: usize = 26;
const AROUND: i64 = 32;
/// Where the stages begin, below the title.
const HEAD: i64 = 120;

/// The boxes and ways of a map. An id is that of the record, so that it is the same in each export.
pub fn canvas(map: &Map, asked: &Asked) -> Canvas {
    let (mut frames, mut cards) = (Vec::new(), Vec::new());
    let mut left = 0;
    for (id, stage) in map.stages_in_order() {
        let mut top = HEAD + MARGIN;
        for (id, card) in map.touchpoints_of(id) {
            let text = card_text(card, asked);
            let height = height_of(&text);
            let holds = Holds::Text { text };
            let color = card.emotion_of(asked.segment).and_then(|emotion| color(emotion.score.tenths()));
            cards.push(Node { id: id.to_string(), holds, x: left + MARGIN, y: top, width: CARD, height, color });
            top += height + MARGIN;
        }
        let (width, height) = (CARD + 2 * MARGIN, (top - HEAD).max(CARD));
        let holds = Holds::Group { label: one_line(&stage.name) };
        frames.push(Node { id: id.to_string(), holds, x: left, y: HEAD, width, height, color: None });
        left += width + GAP;
    }
    let title = headline(map, asked.segment);
    if !title.trim().is_empty() {
        let width = (left - GAP).max(CARD);
        let holds = Holds::Text { text: format!("# {}", escaped(&title)) };
        let id = map.meta.id.map_or_else(|| "title".to_owned(), |id| id.to_string());
        frames.insert(0, Node { id, holds, x: 0, y: 0, width, height: HEAD - GAP / 2, color: None });
    }
    let ways = map.connectors.iter().map(|(id, way)| Edge {
        id: id.to_string(),
        from_node: way.from.to_string(),
        to_node: way.to.to_string(),
        label: label(way),
    });
    let loops = map.loops.iter().map(|(id, way)| Edge {
        id: id.to_string(),
        from_node: way.from.to_string(),
        to_node: way.to.to_string(),
        label: one_line(&way.label),
    });
    let edges = ways.chain(loops).collect();
    Canvas { nodes: frames.into_iter().chain(cards).collect(), edges }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The title, its second line, the channel and the feeling.
fn card_text(card: &Touchpoint, asked: &Asked) -> String {
    let mut lines = vec![format!("**{}**", escaped(&card.title))];
    if !card.detail.trim().is_empty() {
        lines.push(escaped(&card.detail));
    }
    let feeling = card.emotion_of(asked.segment).map(|emotion| numbers::score(emotion.score));
    let said = std::iter::once(card.channel.name().to_owned()).chain(feeling);
    lines.push(said.map(|words| escaped(&words)).collect::<Vec<_>>().join(" · "));
    lines.join("\n\n")
}

/// As high as its lines are together.
fn height_of(text: &str) -> i64 {
    let lines: usize = text.lines().map(|line| line.chars().count().div_ceil(LETTERS).max(1)).sum();
    AROUND + LINE * i64::try_from(lines).unwrap_or(1)
}

/// Red below the middle, green above it.
fn color(tenths: i32) -> Option<&'static str> {
    match tenths {
        ..-5 => Some("1"),
        6.. => Some("4"),
        _ => None,
    }
}

/// What is said of a way; its kind where nothing is and it is not the usual one.
fn label(way: &Connector) -> String {
    let label = one_line(&way.label);
    let is_said = !label.is_empty() || way.kind == ConnectorKind::Next;
    if is_said { label } else { way.kind.name().to_owned() }
}
