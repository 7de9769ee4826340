//! Steps, the second level of a stage: their names, and which cards stand below each.
//!
//! Where a stage is wide enough its steps stand side by side: their names in a row below the stages' headers, and the cards of
//! each below its name. Where it is not, each step's name stands above its cards, one step below the other. Cards of no step
//! come last: on the right of all, or below.

use super::context::{Column, Context};
use super::pen;
use super::place::BETWEEN_STEPS;
use super::wide::breaks;
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, Rect, Role, Tag};
use crate::text::{Paragraph, TextStyle};
use touchline_words::say;

/// Of a name's box, and the air between its words and its sides.
const LEAST: f32 = 22.0;
const AROUND: f32 = 4.0;
const INSIDE: f32 = 10.0;
/// Above and below the row of names.
const ABOVE: f32 = 6.0;
/// Between a name and the cards below it, where it stands over them.
const BELOW: f32 = 5.0;
const MOST_LINES: usize = 3;

/// A step, or the cards of none, where it stands in a stage.
pub(super) struct Part<'a> {
    pub step: Option<(StepId, &'a Step)>,
    /// As wide as its cards, with the margins of a cell.
    pub column: Column,
    /// Whether it stands beside the other steps, not below.
    pub is_beside: bool,
}

/// The parts of a stage from left to right or from top to bottom; none where it has no steps.
pub(super) fn parts<'a>(context: &Context<'a>, column: &Column) -> Vec<Part<'a>> {
    let steps = context.steps_of(column.stage);
    if steps.is_empty() || context.is_folded(column.stage) {
        return Vec::new();
    }
    let with_loose = has_loose(context.map, column.stage);
    let all = steps.iter().map(|(id, step)| Some((*id, *step))).chain(with_loose.then_some(None));
    let beside = beside(context, column, steps.len() + usize::from(with_loose));
    let part = |(nth, step): (usize, Option<(StepId, &'a Step)>)| {
        let own = beside.as_ref().and_then(|beside| beside.get(nth));
        Part { step, column: own.copied().unwrap_or(*column), is_beside: own.is_some() }
    };
    all.enumerate().map(part).collect()
}

/// Whether a stage with steps has cards that belong to none.
pub(super) fn has_loose(map: &Map, stage: StageId) -> bool {
    // They are the last of their cell.
    let last = |lane: &LaneId| map.card_ids_in(stage, *lane).last();
    let is_loose = |id: &TouchpointId| map.touchpoints.get(id).is_some_and(|card| map.step_of(card).is_none());
    map.lanes.keys().filter_map(last).any(is_loose)
}

/// The columns of so many parts of a stage where they stand side by side.
fn beside(context: &Context, column: &Column, count: usize) -> Option<Vec<Column>> {
    let (x, width) = column.inner();
    let margin = x - column.x;
    let each = (width - BETWEEN_STEPS * (count as f32 - 1.0)) / count as f32;
    let style = style(context, column);
    let fits = |step: &Step| !breaks(context.shaper, &step.name, style, each - 2.0 * INSIDE);
    if each < context.purpose.narrowest_card() || !context.steps_of(column.stage).iter().all(|(_, step)| fits(step)) {
        return None;
    }
    let own = |nth: usize| {
        let left = x + nth as f32 * (each + BETWEEN_STEPS);
        Column { x: left - margin, width: each + 2.0 * margin, ..*column }
    };
    Some((0..count).map(own).collect())
}

/// The names of steps that stand side by side, below headers of a height, and how much lower they make the headers.
pub(super) fn row(context: &Context, top: f32) -> (Vec<Vec<Item>>, f32) {
    let names: Vec<Vec<Named>> = context
        .columns
        .iter()
        .map(|column| {
            let parts = parts(context, column).into_iter().filter(|part| part.is_beside);
            parts.filter_map(|part| Named::of(context, &part)).collect()
        })
        .collect();
    let tallest = names.iter().flatten().map(Named::height).fold(0.0, f32::max);
    if tallest == 0.0 {
        return (Vec::new(), 0.0);
    }
    let set = |names: Vec<Named>| names.into_iter().map(|name| name.boxed(context, top + ABOVE, tallest)).collect();
    (names.into_iter().map(set).collect(), tallest + ABOVE)
}

/// A step's name over its cards, and how much lower they stand for it.
pub(super) fn over(context: &Context, part: &Part, top: f32) -> (Vec<Item>, f32) {
    match Named::of(context, part).filter(|_| !part.is_beside) {
        Some(name) => {
            let height = name.height();
            (vec![name.boxed(context, top, height)], height + BELOW)
        }
        None => (Vec::new(), 0.0),
    }
}

fn style(context: &Context, column: &Column) -> TextStyle {
    let ink = context.theme.stage_ink(column.hue);
    context.led(TextStyle::new(context.dress.detail, FaceStyle::SemiBold, ink))
}

/// A name, broken into lines.
struct Named<'a> {
    id: StepId,
    step: &'a Step,
    column: Column,
    words: Paragraph,
}

impl<'a> Named<'a> {
    fn of(context: &Context, part: &Part<'a>) -> Option<Self> {
        let (id, step) = part.step?;
        let (_, width) = part.column.inner();
        let room = (width - 2.0 * INSIDE).max(10.0);
        let words = context.ink().paragraph(&step.name, style(context, &part.column), room, MOST_LINES);
        Some(Self { id, step, column: part.column, words })
    }

    fn height(&self) -> f32 {
        (self.words.size.height + 2.0 * AROUND).max(LEAST)
    }

    /// In a box of a height.
    fn boxed(self, context: &Context, top: f32, height: f32) -> Item {
        let (x, width) = self.column.inner();
        let bounds = Rect::new(x, top, width, height);
        let radius = height.min(LEAST) / 2.0;
        let ground = context.theme.surface;
        let mut items = vec![pen::rounded(bounds, radius, ground, Some((context.card_edge(), 1.0)))];
        let text_x = x + (width - self.words.size.width) / 2.0;
        let text_y = top + (height - self.words.size.height) / 2.0;
        let place = Rect::new(x + INSIDE, text_y, width - 2.0 * INSIDE, self.words.size.height.max(LEAST / 2.0));
        let set = pen::set(&self.words, text_x, text_y);
        items.push(pen::title(Kind::Step, self.id.0, &self.step.name, place, set));
        let label = say!(kind_step_said, step = self.step.name);
        pen::tagged(Tag::new(Kind::Step, self.id.0), Role::Heading(3), label, bounds, items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Board, Lens, arrange_board};
    use crate::scene::Point;
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// The sample with two steps in its first stage, one card below the first and the others below the second.
    fn stepped(width: Option<u16>) -> (Map, StageId, [StepId; 2]) {
        let mut map = sample::map().to_tables();
        let stage = map.stages_in_order()[0].0;
        let steps = [StepId(801), StepId(802)];
        for ((id, name), rank) in steps.into_iter().zip(["See", "Believe"]).zip(Rank::spread(2)) {
            map.steps.insert(id, Step::new(stage, rank, name));
        }
        let cards: Vec<TouchpointId> = map.touchpoints_of(stage).into_iter().map(|(id, _)| id).collect();
        for (nth, card) in cards.into_iter().enumerate() {
            map.touchpoints.get_mut(&card).unwrap().step = Some(steps[nth.min(1)]);
        }
        map.stages.get_mut(&stage).unwrap().width = width;
        (Map::new(map).unwrap(), stage, steps)
    }

    fn board(map: &Map) -> Board {
        arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 0.0)
    }

    fn cards(map: &Map, step: StepId) -> Vec<TouchpointId> {
        map.touchpoints.iter().filter(|(_, card)| map.step_of(card) == Some(step)).map(|(id, _)| *id).collect()
    }

    #[test]
    fn cards_stand_below_their_step_beside_each_other_where_there_is_room_and_below_each_other_where_not() {
        for (width, beside) in [(None, true), (Some(200), false)] {
            let (map, _, steps) = stepped(width);
            let board = board(&map);
            let names = steps.map(|step| board.rect_of(Tag::new(Kind::Step, step.0)).unwrap());
            assert_eq!(names[0].y == names[1].y, beside);
            for (step, name) in steps.iter().zip(names) {
                for card in cards(&map, *step) {
                    let rect = board.rect_of(Tag::new(Kind::Touchpoint, card.0)).unwrap();
                    assert!(rect.y >= name.bottom() && (rect.x - name.x).abs() < 0.5, "{rect:?} below {name:?}");
                    assert!((rect.width - name.width).abs() < 0.5);
                }
            }
            if beside {
                assert!(names[0].bottom() < board.rows[0].y, "the names stand in the header");
            } else {
                let last_of_first = board.rect_of(Tag::new(Kind::Touchpoint, cards(&map, steps[0])[0].0)).unwrap();
                assert!(names[1].y > last_of_first.bottom());
            }
        }
    }

    #[test]
    fn what_is_let_go_of_lands_in_the_step_that_it_is_held_over() {
        for width in [None, Some(200)] {
            let (map, stage, steps) = stepped(width);
            let board = board(&map);
            for step in steps {
                let card = cards(&map, step)[0];
                let rect = board.rect_of(Tag::new(Kind::Touchpoint, card.0)).unwrap();
                let slot = board.slot_at(Point::new(rect.center().x, rect.y + 2.0)).unwrap();
                assert_eq!((slot.stage, slot.step, slot.before.map(|tag| tag.id)), (stage, Some(step), Some(card.0)));
            }
        }
        // A stage without steps has none to land in.
        let (map, _, _) = stepped(None);
        let board = board(&map);
        let other = board.columns[1];
        assert_eq!(board.slot_at(Point::new(other.x + 20.0, board.rows[0].y + 20.0)).unwrap().step, None);
    }

    #[test]
    fn cards_of_no_step_come_last_whatever_their_rank() {
        let (map, stage, steps) = stepped(None);
        let mut tables = map.to_tables();
        let first = cards(&map, steps[0])[0];
        tables.touchpoints.get_mut(&first).unwrap().step = None;
        let map = Map::new(tables).unwrap();
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        assert_eq!(map.card_ids_in(stage, lane).last(), Some(&first));
        let last = board(&map).rect_of(Tag::new(Kind::Touchpoint, first.0)).unwrap();
        for card in cards(&map, steps[1]) {
            assert!(board(&map).rect_of(Tag::new(Kind::Touchpoint, card.0)).unwrap().right() < last.x);
        }
    }
}
