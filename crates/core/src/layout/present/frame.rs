//! What stands still over the stages that glide by: the strip of all stages, the timer with its ring, the hint on keys. And the
//! question that a room votes on.

use super::room::{MARGIN, PEEK, Room};
use super::show::hue;
use crate::layout::pen;
use crate::model::{Map, Stage, StageId};
use crate::scene::{Color, FaceStyle, Item, Kind, Paint, PathSegment, Point, Rect, RectItem, Role, Scene, Stroke, Tag};
use crate::text::{Shaper, TextStyle, in_language};
use crate::theme::Theme;
use std::f32::consts::{FRAC_PI_2, TAU};
use touchline_words::say;

const BAR: f32 = 8.0;
const BAR_GAP: f32 = 12.0;
const NAME: f32 = 26.0;
const HINT: f32 = 26.0;
const TIME: f32 = 52.0;
const BLOCK: f32 = 26.0;
const QUESTION: f32 = 76.0;
/// How much of a stage's colour a bar has that is not the present one's.
const TINT: f32 = 0.26;
/// As far as the veil over a neighbour reaches from the screen's edge.
const EDGE: f32 = (MARGIN + PEEK) / 2.0;
/// Widest that the timer's words are.
const TIMER_WIDTH: f32 = 400.0;

/// What stands still.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frame {
    pub stage: Option<StageId>,
    pub clock: Option<Clock>,
    /// Keys in a sentence, while they are shown.
    pub hint: Option<String>,
}

/// The timer as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clock {
    /// `12:40`; over its time `+1:20`.
    pub time: String,
    /// Of the time that is left, 1 … 0.
    pub left: f32,
    pub is_over: bool,
    pub is_paused: bool,
    /// What the time is for.
    pub block: String,
}

/// What stands still over the stages of a map.
pub fn arrange_frame(map: &Map, frame: &Frame, room: Room, theme: &Theme, shaper: &Shaper) -> Scene {
    let laid = || {
        let mut items = edges(room, theme);
        items.extend(strip(map, frame, room, theme, shaper));
        items.extend(frame.clock.as_ref().map(|clock| timer(clock, room, theme, shaper)));
        items.extend(frame.hint.as_ref().map(|words| hint(words, room, theme, shaper)));
        items
    };
    scene(map, room, laid)
}

/// The question that a room votes on, over all else.
pub fn arrange_question(
    map: &Map,
    question: &str,
    clock: Option<&Clock>,
    room: Room,
    theme: &Theme,
    shaper: &Shaper,
) -> Scene {
    let laid = || {
        let width = room.width - 2.0 * MARGIN;
        let style = TextStyle::new(QUESTION, FaceStyle::Bold, theme.ink).with_line_height(1.12);
        let lines = ((room.height - 460.0) / style.line()).max(1.0) as usize;
        let set = pen::Ink { shaper }.paragraph(question, style, width, lines);
        let y = (room.height - set.size.height) / 2.0 - 40.0;
        let place = Rect::new(MARGIN, y, width, set.size.height);
        let mut items = vec![pen::rounded(Rect::from_size(room.size()), 0.0, theme.surface, None)];
        let asked = say!(present_vote, question);
        items.push(pen::tagged(Tag::new(Kind::Map, 0), Role::Heading(1), asked, place, pen::set(&set, MARGIN, y)));
        items.extend(clock.map(|clock| timer(clock, room, theme, shaper)));
        items
    };
    scene(map, room, laid)
}

fn scene(map: &Map, room: Room, laid: impl FnOnce() -> Vec<Item>) -> Scene {
    let items = in_language(&map.meta.language, laid);
    let (title, language) = (map.meta.title.clone(), map.meta.language.clone());
    crate::layout::turned_over(Scene { size: room.size(), items, title, language })
}

/// The neighbours look in at the edges as through a veil.
fn edges(room: Room, theme: &Theme) -> Vec<Item> {
    let white = theme.surface;
    let veil = |from: f32, to: f32| {
        let rect = Rect::new(from.min(to), 0.0, (to - from).abs(), room.height);
        let clear = PEEK / EDGE;
        let stops = vec![(0.0, white.alpha(0.7)), (clear, white.alpha(0.7)), (1.0, white.alpha(0.0))];
        let fill = Paint::Gradient { from: Point::new(from, 0.0), to: Point::new(to, 0.0), stops };
        Item::Rect(RectItem { rect, radius: 0.0, fill: Some(fill), stroke: None })
    };
    vec![veil(0.0, EDGE), veil(room.width, room.width - EDGE)]
}

/// A bar for each stage, its name under it where all names have room, else that of the present one.
fn strip(map: &Map, frame: &Frame, room: Room, theme: &Theme, shaper: &Shaper) -> Vec<Item> {
    let stages = map.stages_in_order();
    let (across, count) = (room.across(), stages.len());
    if count == 0 {
        return Vec::new();
    }
    let gap = BAR_GAP.min(across / count as f32 * 0.25);
    let width = (across - gap * (count - 1) as f32) / count as f32;
    let (y, baseline) = (room.height - 102.0, room.height - 62.0);
    let style = |is_here: bool, hue: usize| match is_here {
        true => TextStyle::new(NAME, FaceStyle::Bold, theme.stage_ink(hue)),
        false => TextStyle::new(NAME, FaceStyle::Regular, theme.muted),
    };
    let name = |nth: usize, stage: &Stage, is_here: bool| shaper.line(&stage.name, style(is_here, hue(stage, nth)));
    let fits =
        count <= 24 && stages.iter().enumerate().all(|(nth, (_, stage))| name(nth, stage, true).width <= width - 4.0);
    let bar = |(nth, (id, stage)): (usize, &(StageId, &Stage))| {
        let (is_here, own) = (frame.stage == Some(*id), hue(stage, nth));
        let x = MARGIN + (width + gap) * nth as f32;
        let color: Color = if is_here { theme.stage_ink(own) } else { theme.stage(own).over(theme.surface, TINT) };
        let mut items = vec![bar_of(stage, Rect::new(x, y, width, BAR), color)];
        if fits {
            items.push(Item::Text(name(nth, stage, is_here).at(Point::new(x, baseline))));
        } else if is_here {
            let line = pen::Ink { shaper }.line(&stage.name, style(true, own), x, baseline, across);
            let x = x.min(room.right() - line.width).max(MARGIN);
            items.push(Item::Text(line.at(Point::new(x, baseline))));
        }
        let said =
            [say!(kind_stage_said, stage = stage.name), say!(layout_say_place, place = nth + 1, count)].join(", ");
        // It is pressed above the bar and on the name as well.
        let place = Rect::new(x, y - 10.0, width + gap, 60.0);
        pen::tagged(Tag::new(Kind::Stage, id.0), Role::Section, said, place, items)
    };
    stages.iter().enumerate().map(bar).collect()
}

/// Dashed as its header is on the board where the stage is not there yet.
fn bar_of(stage: &Stage, place: Rect, color: Color) -> Item {
    let radius = BAR.min(place.width) / 2.0;
    if !stage.pending {
        return pen::rounded(place, radius, color, None);
    }
    let y = place.center().y;
    let line = vec![PathSegment::Move(Point::new(place.x, y)), PathSegment::Line(Point::new(place.right(), y))];
    pen::dashed(line, color, place.height, 14.0, 9.0)
}

fn timer(clock: &Clock, room: Room, theme: &Theme, shaper: &Shaper) -> Item {
    let ink = pen::Ink { shaper };
    let color = if clock.is_over { theme.bad_ink } else { theme.ink };
    let style = TextStyle::new(TIME, FaceStyle::SemiBold, color).tabular();
    let time = shaper.line(&clock.time, style).ending_at(Point::new(room.right(), 96.0));
    let muted = TextStyle::new(BLOCK, FaceStyle::Regular, theme.muted);
    let block = ink.line(&clock.block, muted, 0.0, 0.0, TIMER_WIDTH);
    let block = block.ending_at(Point::new(room.right(), 138.0));
    let center = Point::new(time.pos.x - 34.0, 78.0);
    let left = if clock.is_over { 1.0 } else { clock.left.clamp(0.0, 1.0) };
    let ring = if clock.is_over { theme.bad } else { theme.accent };
    let track = pen::stroked(crate::theme::icons::circle(center, 20.0), Stroke::solid(theme.hairline, 5.0));
    // What glides by under it does not show through.
    let plate = Rect::new(center.x - 40.0, 40.0, room.right() - center.x + 44.0, 60.0);
    let mut items = vec![pen::rounded(plate, 12.0, theme.surface, None), track];
    items.push(pen::stroked(arc(center, 20.0, left), Stroke::solid(ring, 5.0)));
    if clock.is_paused {
        for x in [-5.5, 2.0] {
            items.push(pen::rounded(Rect::new(center.x + x, center.y - 7.0, 3.6, 14.0), 1.0, theme.ink, None));
        }
    }
    let mut said = vec![if clock.is_over {
        say!(present_time_over, time = clock.time)
    } else {
        say!(present_time_left, time = clock.time)
    }];
    said.extend(clock.is_paused.then(|| say!(present_paused).to_owned()));
    said.extend((!clock.block.is_empty()).then(|| clock.block.clone()));
    let bounds = time.bounds().union(&block.bounds()).union(&plate);
    items.extend([Item::Text(time), Item::Text(block)]);
    pen::tagged(Tag::new(Kind::Figure, 2), Role::Figure, said.join(", "), bounds, items)
}

/// A share of a circle, from its top clockwise.
fn arc(center: Point, radius: f32, share: f32) -> Vec<PathSegment> {
    let at = |angle: f32| Point::new(center.x + radius * angle.sin(), center.y - radius * angle.cos());
    let whole = (share * TAU).clamp(0.001, TAU);
    let parts = (whole / FRAC_PI_2).ceil().max(1.0);
    let step = whole / parts;
    let handle = radius * 4.0 / 3.0 * (step / 4.0).tan();
    let mut path = vec![PathSegment::Move(at(0.0))];
    for part in 0..parts as u8 {
        let (from, to) = (step * f32::from(part), step * f32::from(part + 1));
        let (a, b) = (at(from), at(to));
        let leaving = Point::new(a.x + handle * from.cos(), a.y + handle * from.sin());
        let arriving = Point::new(b.x - handle * to.cos(), b.y - handle * to.sin());
        path.push(PathSegment::Cubic(leaving, arriving, b));
    }
    path
}

fn hint(words: &str, room: Room, theme: &Theme, shaper: &Shaper) -> Item {
    let style = TextStyle::new(HINT, FaceStyle::Regular, theme.muted);
    let line = pen::Ink { shaper }.line(words, style, 0.0, 0.0, room.across());
    let line = line.centered_at(Point::new(room.width / 2.0, room.height - 21.0));
    let place = line.bounds();
    pen::tagged(Tag::new(Kind::Figure, 3), Role::Paragraph, words, place, vec![Item::Text(line)])
}
