//! The steps of a stage in a row above its cards: over its own cards where all stand side by side, else one after the other.
//! The step of the card that all look at stands out.

use super::show::Show;
use super::tiles;
use crate::layout::pen;
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, Point, Rect, Role, Tag};
use touchline_words::say;

const NAME: f32 = 26.0;
const INSIDE: f32 = 22.0;
const GAP: f32 = 16.0;
const TINT: f32 = 0.14;

pub(super) fn lay(show: &Show) -> Vec<Item> {
    if show.steps.is_empty() {
        return Vec::new();
    }
    over_their_cards(show).unwrap_or_else(|| one_after_the_other(show))
}

/// The step of what is in the spotlight.
fn lit(show: &Show) -> Option<StepId> {
    let card = show.map.touchpoints.get(&TouchpointId::try_from(show.stand.spotlight?).ok()?)?;
    show.map.step_of(card).filter(|_| card.stage == show.stand.stage)
}

/// Each over the cards that belong to it, where every step has such cards and all of them are seen side by side.
fn over_their_cards(show: &Show) -> Option<Vec<Item>> {
    let row = show.step_row();
    let places = tiles::side_by_side(show)?;
    let mut items = Vec::new();
    for (id, step) in &show.steps {
        let is_own = |record: &RecordRef| {
            let card = TouchpointId::try_from(*record).ok().and_then(|id| show.map.touchpoints.get(&id));
            card.is_some_and(|card| show.map.step_of(card) == Some(*id))
        };
        let own: Vec<Rect> = places.iter().filter(|(record, _)| is_own(record)).map(|(_, place)| *place).collect();
        let (first, last) = (own.first()?, own.last()?);
        let place = Rect { x: first.x, width: last.right() - first.x, ..row };
        items.push(chip(show, *id, step, place));
    }
    Some(items)
}

fn one_after_the_other(show: &Show) -> Vec<Item> {
    let row = show.step_row();
    let lit = lit(show);
    let width = |name: &str| show.shaper.line(name, show.style(NAME, FaceStyle::Medium)).width + 2.0 * INSIDE;
    let widths: Vec<f32> = show.steps.iter().map(|(_, step)| width(&step.name).min(row.width)).collect();
    let style = show.style(NAME, FaceStyle::Medium).with_color(show.theme.detail);
    let counted = |left: usize| show.shaper.line(&say!(present_more_steps, count = left), style);
    let fits = |from: usize, to: usize| {
        let Some(widths) = widths.get(from..to) else { return false };
        let left = show.steps.len() - widths.len();
        let more = if left > 0 { counted(left).width + GAP } else { 0.0 };
        widths.iter().map(|width| width + GAP).sum::<f32>() - GAP + more <= row.width
    };
    // From the first on, or where the lit one is not among those, from as far before it as has room.
    let lit = lit.and_then(|lit| show.steps.iter().position(|(id, _)| *id == lit)).unwrap_or(0);
    let from = (0..=lit).find(|from| fits(*from, lit + 1)).unwrap_or(lit);
    let to = (lit + 1..=show.steps.len()).rev().find(|to| fits(from, *to)).unwrap_or(lit + 1);
    let mut x = row.x;
    let mut items = Vec::new();
    let more = (to - from < show.steps.len()).then(|| counted(show.steps.len() - (to - from)));
    let end = row.right() - more.as_ref().map_or(0.0, |line| line.width + GAP);
    for ((id, step), width) in show.steps.iter().zip(&widths).take(to).skip(from) {
        let place = Rect { x, width: width.min(end - x), ..row };
        items.push(chip(show, *id, step, place));
        x = place.right() + GAP;
    }
    items.extend(more.map(|line| {
        let line = line.at(Point::new(x, row.center().y + NAME * 0.36));
        let (words, place) = (line.text.clone(), line.bounds());
        show.said(&words, place, vec![Item::Text(line)])
    }));
    items
}

fn chip(show: &Show, id: StepId, step: &Step, place: Rect) -> Item {
    let theme = show.theme;
    let is_lit = lit(show) == Some(id);
    let hue = theme.stage(show.hue);
    let (ground, edge) = match is_lit {
        true => (hue.over(theme.surface, TINT), (theme.stage_ink(show.hue), 3.0)),
        false => (theme.surface, (theme.neutral, 1.5)),
    };
    let ink = if is_lit { theme.stage_ink(show.hue) } else { theme.ink_soft };
    let style = show.style(NAME, FaceStyle::Medium).with_color(ink);
    let line = show.shaper.line_within(&step.name, style, (place.width - 2.0 * INSIDE).max(0.0));
    let line = line.centered_at(Point::new(place.center().x, place.center().y + NAME * 0.355));
    let items = vec![pen::rounded(place, place.height / 2.0, ground, Some(edge)), Item::Text(line)];
    let said = say!(kind_step_said, step = step.name);
    pen::tagged(Tag::new(Kind::Step, id.0), Role::Heading(2), said, place, items)
}
