//! The stage's name, and what customers want there.

use super::room::MARGIN;
use super::show::Show;
use crate::layout::pen;
use crate::scene::{FaceStyle, Item, Kind, Point, Rect, Role, Tag};
use crate::text::TextStyle;
use touchline_words::say;

const NAME: f32 = 76.0;
const GOAL: f32 = 30.0;
/// What the timer takes of the width, the air before it included.
const TIMER: f32 = 430.0;

pub(super) fn lay(show: &Show) -> Item {
    let width = show.room.across() - if show.stand.timed { TIMER } else { 0.0 };
    let ink = show.theme.stage_ink(show.hue);
    let style = TextStyle::new(NAME, FaceStyle::Bold, ink).with_line_height(1.03);
    let name = show.stage.name.as_str();
    let place = Rect::new(MARGIN, 16.0, width, 166.0);
    let mut said = vec![say!(kind_stage_said, stage = name)];
    said.push(say!(layout_say_place, place = show.place + 1, count = show.stages.len()));
    if !show.stage.goal.is_empty() {
        said.push(show.stage.goal.clone());
    }
    let set = show.ink().paragraph(name, style, width, 2);
    let items = if set.lines.len() > 1 {
        // Its name is worth more than the goal under it.
        pen::set(&set, MARGIN, 20.0)
    } else {
        let name = set.lines.into_iter().next().map(|line| Item::Text(line.at(Point::new(MARGIN - 3.0, 106.0))));
        let goal = TextStyle::new(GOAL, FaceStyle::Regular, show.theme.muted);
        let goal = show.ink().line(&show.stage.goal, goal, MARGIN, 152.0, width);
        name.into_iter().chain([Item::Text(goal)]).collect()
    };
    pen::tagged(Tag::new(Kind::Stage, show.stand.stage.0), Role::Heading(1), said.join(", "), place, items)
}
