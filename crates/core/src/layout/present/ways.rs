//! A row at the foot: the loops that begin or end at the stage, with the measured share, and the connectors of its cards that
//! no arrow says all about.

use super::arrows;
use super::leaving;
use super::show::Show;
use super::tiles;
use crate::figures::{Reader, came_back};
use crate::layout::pen;
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, Point, Rect, Role, Tag, TextItem};
use crate::theme::Icon;
use touchline_words::say;

const WORDS: f32 = 26.0;
const SIGN: f32 = 28.0;
const BESIDE: f32 = 12.0;
const GAP: f32 = 44.0;
/// Words of a way are not cut to less than this share of the row: the ways that have no room are counted.
const LEAST: f32 = 0.27;

/// A way in words, with what it is.
struct Way {
    tag: Tag,
    icon: Icon,
    words: String,
    said: String,
}

pub(super) fn lay(show: &Show) -> Vec<Item> {
    let row = show.ways();
    let all: Vec<Way> = loops(show).into_iter().chain(connectors(show)).collect();
    let style = show.style(WORDS, FaceStyle::Medium).with_color(show.theme.ink_soft).tabular();
    let counted = |left: usize| show.shaper.line(&say!(present_more, count = left), style);
    let wholes: Vec<f32> = all.iter().map(|way| show.shaper.line(&way.words, style).width).collect();
    // As wide as the longest of the first so many may be, so that they have room.
    let widest = |count: usize| {
        let more = if count < all.len() { counted(all.len() - count).width + GAP } else { 0.0 };
        let signs = (SIGN + BESIDE + GAP) * count as f32 - GAP;
        let widest = shared(wholes.get(..count)?, row.width - more - signs)?;
        (widest >= LEAST * row.width).then_some(widest)
    };
    let (fit, widest) = (0..=all.len()).rev().find_map(|count| Some((count, widest(count)?))).unwrap_or_default();
    let line = |way: &Way| show.shaper.line_within(&way.words, style, widest);
    let lines: Vec<TextItem> = all.iter().take(fit).map(line).collect();
    let (mut x, mut items, count) = (row.x, Vec::new(), all.len());
    let baseline = row.center().y + WORDS * 0.36;
    for (way, line) in all.into_iter().zip(lines).take(fit) {
        let sign = Rect::new(x, row.center().y - SIGN / 2.0, SIGN, SIGN);
        let icon = way.icon.path(sign, show.theme.detail);
        let line = line.at(Point::new(x + SIGN + BESIDE, baseline));
        let place = Rect { x, width: line.bounds().right() - x, ..row };
        x = place.right() + GAP;
        items.push(pen::tagged(way.tag, Role::Paragraph, way.said, place, vec![Item::Path(icon), Item::Text(line)]));
    }
    if fit < count {
        let line = counted(count - fit).at(Point::new(x, baseline));
        let (words, place) = (line.text.clone(), line.bounds());
        items.push(show.said(&words, place, vec![Item::Text(line)]));
    }
    items
}

/// The greatest width to which the widest are cut, so that all have room side by side; none where not even that helps.
fn shared(widths: &[f32], room: f32) -> Option<f32> {
    let mut sorted = widths.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut left = room;
    for (nth, width) in sorted.iter().enumerate() {
        let each = left / (sorted.len() - nth) as f32;
        if *width > each {
            return (each > 0.0).then_some(each);
        }
        left -= width;
    }
    (left >= 0.0).then_some(room.max(0.0))
}

/// What is set behind each other with a dot between.
fn joined<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn loops(show: &Show) -> Vec<Way> {
    let stage = show.stand.stage;
    let own = show.map.loops.iter().filter(|(_, way)| way.from == stage || way.to == stage);
    let name = |id| show.map.stages.get(&id).map_or("", |stage: &Stage| stage.name.as_str());
    own.map(|(id, way)| {
        let (from, to) = (name(way.from), name(way.to));
        let leads =
            if way.from == stage { say!(present_back_to, stage = to) } else { say!(present_back_from, stage = from) };
        let share = came_back(show.map, show.stand.segment, Reader::Client, way).percent();
        let share = share.map(|share| say!(layout_loop_share, share)).unwrap_or_default();
        let told = joined([share.as_str(), &way.label]);
        let said = match told.is_empty() {
            true => say!(kind_loop_said, from, to),
            false => say!(kind_loop_said_label, from, to, label = told),
        };
        Way { tag: Tag::new(Kind::Loop, id.0), icon: Icon::Loop, words: joined([leads.as_str(), &told]), said }
    })
    .collect()
}

/// Of the card that all look at every connector; else those of the stage’s cards that have words, or no arrow.
fn connectors(show: &Show) -> Vec<Way> {
    let drawn: Vec<ConnectorId> = arrows::drawn(show).into_iter().map(|(id, ..)| id).collect();
    let leaving: Vec<ConnectorId> = leaving::drawn(show).into_iter().map(|way| way.id).collect();
    let is_here = |card: TouchpointId| show.records.contains(&RecordRef::Touchpoint(card));
    let begins_or_ends = |way: &Connector| is_here(way.from) || is_here(way.to);
    let has_no_arrow = |id: &ConnectorId, way: &Connector| {
        tiles::lit(show).is_none() && begins_or_ends(way) && !drawn.contains(id) && !leaving.contains(id)
    };
    let is_told = |id: &ConnectorId, way: &Connector| {
        let is_seen = tiles::lit(show).is_some() || begins_or_ends(way);
        is_seen && arrows::is_told(show, way) || has_no_arrow(id, way)
    };
    let title = |id| show.map.touchpoints.get(&id).map_or("", |card: &Touchpoint| card.title.as_str());
    let all = show.map.connectors.iter().filter(|(id, way)| is_told(id, way));
    all.map(|(id, way)| {
        let leads = say!(ui_inspector_connector, from = title(way.from), to = title(way.to));
        // Words of its own say more than its kind.
        let has_words = !way.label.trim().is_empty() || way.kind == ConnectorKind::Next;
        let words = joined([leads.as_str(), if has_words { way.label.as_str() } else { way.kind.name() }]);
        let tag = Tag::new(Kind::Connector, id.0);
        Way { tag, icon: Icon::Link, words, said: arrows::said(show, way) }
    })
    .collect()
}
