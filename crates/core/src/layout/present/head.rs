//! The stage's name, what is said of it in general, what customers want there, and its pictures.

use super::picture;
use super::room::MARGIN;
use super::show::Show;
use crate::layout::{pen, words};
use crate::scene::{Dash, FaceStyle, Item, Kind, Paint, Point, Rect, RectItem, Role, Stroke, Tag};
use crate::text::TextStyle;
use touchline_words::say;

const NAME: f32 = 76.0;
const GOAL: f32 = 30.0;
const FACTS: f32 = 26.0;
const PILL: f32 = 40.0;
const INSIDE: f32 = 18.0;
/// What the timer takes of the width, the air before it included.
const TIMER: f32 = 430.0;
/// From the name to the pictures.
const AIR: f32 = 32.0;

pub(super) fn lay(show: &Show) -> Vec<Item> {
    let end = show.room.right() - if show.stand.timed { TIMER } else { 0.0 };
    let (mut items, begins) = picture::in_head(show, end);
    let width = if items.is_empty() { end - MARGIN } else { begins - AIR - MARGIN };
    items.push(words_of(show, width));
    items
}

fn words_of(show: &Show, width: f32) -> Item {
    let ink = show.theme.stage_ink(show.hue);
    let style = TextStyle::new(NAME, FaceStyle::Bold, ink).with_line_height(1.03);
    let name = show.stage.name.as_str();
    let place = Rect::new(MARGIN, 16.0, width, 166.0);
    let mut said = vec![say!(kind_stage_said, stage = name)];
    said.push(say!(layout_say_place, place = show.place + 1, count = show.stages.len()));
    let facts = words::facts(show.stage);
    said.extend([&facts, &show.stage.goal].into_iter().filter(|words| !words.is_empty()).cloned());
    let set = show.ink().paragraph(name, style, width, 2);
    let items = if set.lines.len() > 1 {
        // Its name is worth more than the goal under it; what is said of it stands beside the name.
        let pill = pill(show, &facts, width * 0.4);
        let taken = pill.as_ref().map_or(0.0, |(_, width)| width + AIR);
        let set = show.ink().paragraph(name, style, width - taken, 2);
        let pill = pill.map(|(items, wide)| moved(items, MARGIN + width - wide, 46.0));
        pen::set(&set, MARGIN, 20.0).into_iter().chain(pill).collect()
    } else {
        let name = set.lines.into_iter().next().map(|line| Item::Text(line.at(Point::new(MARGIN - 3.0, 106.0))));
        let pill = pill(show, &facts, width * 0.6);
        let x = MARGIN + pill.as_ref().map_or(0.0, |(_, width)| width + 18.0);
        let goal = TextStyle::new(GOAL, FaceStyle::Regular, show.theme.muted);
        let goal = show.ink().line(&show.stage.goal, goal, x, 152.0, MARGIN + width - x);
        let pill = pill.map(|(items, _)| moved(items, MARGIN, 152.0 - 30.0));
        name.into_iter().chain(pill).chain([Item::Text(goal)]).collect()
    };
    pen::tagged(Tag::new(Kind::Stage, show.stand.stage.0), Role::Heading(1), said.join(", "), place, items)
}

/// What is said of a stage in general, in a frame; dashed where the stage is not there yet. With how wide that is.
fn pill(show: &Show, facts: &str, widest: f32) -> Option<(Vec<Item>, f32)> {
    if facts.is_empty() {
        return None;
    }
    let theme = show.theme;
    let style = show.style(FACTS, FaceStyle::Medium).with_color(theme.detail);
    let line =
        show.shaper.line_within(facts, style, widest - 2.0 * INSIDE).at(Point::new(INSIDE, PILL / 2.0 + FACTS * 0.36));
    let width = line.width + 2.0 * INSIDE;
    let dash = show.stage.pending.then_some(Dash { on: 8.0, off: 6.0 });
    let stroke = Some(Stroke { paint: Paint::Flat(theme.neutral), width: 2.0, dash });
    let rect = Rect::new(0.0, 0.0, width, PILL);
    let frame = RectItem { rect, radius: PILL / 2.0, fill: Some(Paint::Flat(theme.surface)), stroke };
    Some((vec![Item::Rect(frame), Item::Text(line)], width))
}

fn moved(items: Vec<Item>, x: f32, y: f32) -> Item {
    let to = crate::scene::Transform::translate(x, y);
    Item::Group(crate::scene::Group::placed(to, None, items.into()))
}
