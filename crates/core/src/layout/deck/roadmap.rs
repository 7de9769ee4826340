//! What is done: actions by how soon, each with who, until when, how much work and what it is to change; and what hurts without one.

use super::block::{Block, Column, pour};
use super::desk::Desk;
use super::measures::{LINES_MOST, THIRD, THIRDS};
use super::signs::{by_whom, of_action};
use super::slide::{Head, Slide, over};
use crate::layout::pen;
use crate::model::{Action, ActionId, ActionStatus, Horizon, Map, PainPoint, PainPointId};
use crate::scene::{Color, Kind, Point, Rect, Role, Tag};
use touchline_words::say;

/// The pain points of stages in which nothing is done, or whose card nothing is done about where the action names one.
fn without_action(map: &Map) -> Vec<(PainPointId, &PainPoint)> {
    let stages = map.stages_in_order().into_iter();
    let pains = stages.flat_map(|(stage, _)| map.pain_points_of(stage));
    let is_seen_to = |pain: &PainPoint| {
        map.actions.values().any(|action| {
            let is_about =
                pain.touchpoint.is_none() || action.touchpoint.is_none() || pain.touchpoint == action.touchpoint;
            action.stage == pain.stage && is_about && action.status != ActionStatus::Dropped
        })
    };
    pains.filter(|(_, pain)| !is_seen_to(pain)).collect()
}

pub(super) fn is_told(map: &Map) -> bool {
    !map.actions.is_empty() || !without_action(map).is_empty()
}

pub(super) fn lay(desk: &Desk) -> Vec<Slide> {
    let map = desk.map;
    let stages = map.stages_in_order();
    let all: Vec<(ActionId, &Action)> = stages.iter().flat_map(|(stage, _)| map.actions_of(*stage)).collect();
    let left = without_action(map);
    let is_owned = |action: &Action| !action.owner.trim().is_empty() && action.due.is_some();
    let owned = all.iter().filter(|(_, action)| is_owned(action)).count();
    let lede = if left.is_empty() { String::new() } else { say!(deck_roadmap_lede, count = left.len()) };
    let headline = say!(deck_roadmap_claim, owned, count = all.len());
    let head = Head::told(desk, say!(deck_roadmap).to_owned(), headline, lede);
    let (_, top) = head.lay(desk);
    let when = [say!(deck_now), say!(deck_next), say!(deck_later)];
    let colors = [desk.theme.good, desk.theme.warn, desk.theme.neutral];
    let columns = Horizon::ALL.into_iter().zip(THIRDS).zip(colors).enumerate();
    let columns = columns.map(|(nth, ((horizon, x), color))| {
        let mut own: Vec<&(ActionId, &Action)> = all.iter().filter(|(_, action)| action.horizon == horizon).collect();
        own.sort_by_key(|(_, action)| (action.due.is_none(), action.due));
        let mut blocks: Vec<Block> = own.into_iter().map(|(id, action)| told(desk, *id, action)).collect();
        if nth == 2 && !left.is_empty() {
            blocks.push(desk.title(say!(deck_without_action), desk.label(), THIRD).repeating().below(24.0));
            blocks.extend(left.iter().map(|(id, pain)| hurts(desk, *id, pain)));
        }
        if blocks.is_empty() {
            blocks.push(desk.paragraph(say!(deck_nothing_planned), desk.caption(), THIRD));
        }
        Column { x, head: head_of(desk, when.get(nth).copied().unwrap_or_default(), horizon, color), blocks }
    });
    over(desk, &head, say!(deck_roadmap_foot), pour(columns.collect(), top))
}

fn head_of(desk: &Desk, when: &str, horizon: Horizon, color: Color) -> Block {
    let rule = pen::line(Point::new(0.0, 1.5), Point::new(THIRD, 1.5), color, 3.0);
    let rule = desk.artifact(vec![rule], Rect::new(0.0, 0.0, THIRD, 3.0));
    let rule = Block { items: vec![rule], height: 3.0, ..Block::default() };
    let name = desk.title(when, desk.heading(), THIRD);
    let how_soon = desk.words(Role::Paragraph, horizon.name(), desk.caption(), THIRD, 1);
    let head = Block::stack([rule, name.below(10.0), how_soon]);
    Block { height: head.height + 8.0, ..head }
}

fn told(desk: &Desk, id: ActionId, action: &Action) -> Block {
    let title = desk.words(Role::Heading(3), &action.title, desk.strong(), THIRD, LINES_MOST);
    let status = (action.status != ActionStatus::default()).then(|| action.status.name().to_owned());
    let stage = desk.map.stages.get(&action.stage).map(|stage| stage.name.clone());
    let by = by_whom([Some(of_action(action)), status, stage]);
    let by = desk.words(Role::Paragraph, &by, desk.caption(), THIRD, 3);
    let style = desk.caption().with_color(desk.theme.accent_ink);
    let effect = action.effect.trim();
    let effect = match effect.is_empty() {
        true => desk.words(Role::Paragraph, say!(deck_not_estimated), desk.caption(), THIRD, 1),
        false => desk.words(Role::Paragraph, &say!(deck_expected, effect), style, THIRD, LINES_MOST),
    };
    let owner = match action.owner.trim().is_empty() {
        true => {
            let style = desk.caption().with_color(desk.theme.bad_ink);
            desk.words(Role::Paragraph, say!(deck_needs_owner), style, THIRD, 1)
        }
        false => Block::default(),
    };
    let block = Block::stack([title, by.below(2.0), owner.below(2.0), effect.below(2.0)]);
    let bounds = Rect::new(0.0, 0.0, THIRD, block.height);
    let said = say!(deck_do_said, title = action.title);
    let part = pen::tagged(Tag::new(Kind::Action, id.0), Role::Section, said, bounds, block.items);
    Block { items: vec![part], height: block.height, gap: 16.0, ..Block::default() }
}

fn hurts(desk: &Desk, id: PainPointId, pain: &PainPoint) -> Block {
    let text = desk.words(Role::Paragraph, &pain.text, desk.strong(), THIRD, LINES_MOST);
    let stage = desk.map.stages.get(&pain.stage).map(|stage| stage.name.clone());
    let by = by_whom([stage, Some(pain.severity.name().to_owned())]);
    let block = Block::stack([text, desk.words(Role::Paragraph, &by, desk.caption(), THIRD, 2).below(2.0)]);
    let bounds = Rect::new(0.0, 0.0, THIRD, block.height);
    let part = pen::tagged(Tag::new(Kind::PainPoint, id.0), Role::Section, pain.text.clone(), bounds, block.items);
    Block { items: vec![part], height: block.height, gap: 12.0, ..Block::default() }
}
