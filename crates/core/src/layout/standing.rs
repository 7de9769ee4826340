//! Where cards of a finished picture stand among those beside them: what a line to one of them has to go around.
//!
//! In the editor the cards of a cell are a group of runs, each of which begins a row and is the very same from layout to layout
//! until one of its cards changes: what was found in it is kept with it.

use super::context::Context;
use crate::model::{Holds, LaneId, Map, TouchpointId};
use crate::scene::{Item, Kind, Rect, Transform};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Cards whose upper edges are no further apart stand in one row.
const ROW: f32 = 1.0;

/// Where a card stands among the others of its cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Standing {
    pub rect: Rect,
    /// Whether another card of its row stands left or right of it.
    pub is_walled: [bool; 2],
    /// Where its row ends.
    pub bottom: f32,
}

/// What was found in the layout before.
#[derive(Debug, Default)]
pub(super) struct KeptStandings {
    wanted: BTreeSet<TouchpointId>,
    /// By the address of the run's items.
    runs: HashMap<usize, KeptRun>,
    placed: Vec<Placed>,
    /// Counts the layouts.
    pass: u64,
}

#[derive(Debug)]
struct KeptRun {
    /// Held, so that no other items can come to lie at the same address.
    _items: Arc<[Item]>,
    /// In the space of the run.
    found: Arc<[(TouchpointId, Standing)]>,
    pass: u64,
}

/// Cards of a run, and where that lies.
#[derive(Debug)]
struct Placed {
    found: Arc<[(TouchpointId, Standing)]>,
    transform: Transform,
}

impl Placed {
    fn is_as(&self, before: &Self) -> bool {
        self.transform == before.transform && (Arc::ptr_eq(&self.found, &before.found) || self.found == before.found)
    }
}

impl KeptStandings {
    /// Says which cards are looked for.
    pub fn want(&mut self, wanted: BTreeSet<TouchpointId>) {
        if self.wanted != wanted {
            *self = KeptStandings { wanted, ..KeptStandings::default() };
        }
    }

    /// Where the cards stand in the picture that was looked at last; those that are not on it are left out.
    pub fn all(&self) -> HashMap<TouchpointId, Standing> {
        let moved =
            |run: &Placed| run.found.iter().map(|(id, one)| (*id, moved(*one, run.transform))).collect::<Vec<_>>();
        self.placed.iter().flat_map(moved).collect()
    }
}

/// Looks where the wanted cards stand in a picture, and says whether each stands as in the picture before.
pub(super) fn look(context: &Context, items: &[Item], kept: &mut KeptStandings) -> bool {
    kept.pass += 1;
    let before = std::mem::take(&mut kept.placed);
    let mut search = Search { context, kept };
    let holds_cards =
        |lane: &u64| context.map.lanes.get(&LaneId(*lane)).is_some_and(|lane| lane.kind.holds() == Holds::Cards);
    for item in items {
        if let Item::Tagged(lane) = item
            && lane.tag.kind == Kind::Lane
            && holds_cards(&lane.tag.id)
        {
            search.walk(&lane.items, Transform::IDENTITY);
        }
    }
    let pass = kept.pass;
    kept.runs.retain(|_, run| run.pass == pass);
    kept.placed.len() == before.len() && kept.placed.iter().zip(&before).all(|(now, before)| now.is_as(before))
}

struct Search<'a, 'm> {
    context: &'a Context<'m>,
    kept: &'a mut KeptStandings,
}

impl Search<'_, '_> {
    fn walk(&mut self, items: &[Item], transform: Transform) {
        let own = self.standing_in(items);
        if !own.is_empty() {
            self.kept.placed.push(Placed { found: own.into(), transform });
        }
        for item in items.iter().filter(|item| card(item).is_none()) {
            match item {
                Item::Group(group) => {
                    let transform = transform.then(group.transform);
                    if self.context.is_editor() && group.items.first().and_then(card).is_some() {
                        self.run(&group.items, transform);
                    } else {
                        self.walk(&group.items, transform);
                    }
                }
                Item::Tagged(cell) if cell.tag.kind == Kind::Cell => self.walk(&cell.items, transform),
                Item::Tagged(_)
                | Item::Rect(_)
                | Item::Path(_)
                | Item::Text(_)
                | Item::Paragraph(_)
                | Item::Image(_) => {}
            }
        }
    }

    fn run(&mut self, items: &Arc<[Item]>, transform: Transform) {
        let (address, pass) = (Arc::as_ptr(items).cast::<u8>() as usize, self.kept.pass);
        if !self.kept.runs.contains_key(&address) {
            let found = self.standing_in(items).into();
            self.kept.runs.insert(address, KeptRun { _items: Arc::clone(items), found, pass });
        }
        if let Some(run) = self.kept.runs.get_mut(&address) {
            run.pass = pass;
            if !run.found.is_empty() {
                self.kept.placed.push(Placed { found: Arc::clone(&run.found), transform });
            }
        }
    }

    /// Where the wanted ones stand of cards that follow each other in one list.
    fn standing_in(&self, items: &[Item]) -> Vec<(TouchpointId, Standing)> {
        let Context { map, spans, .. } = self.context;
        let cards: Vec<(TouchpointId, Rect)> = items.iter().filter_map(card).collect();
        // One that goes on over stages stands alone, and so does what belongs to another step.
        let in_row = |a: &(TouchpointId, Rect), b: &(TouchpointId, Rect)| {
            let is_long = |card: &(TouchpointId, Rect)| spans.of_card(card.0).is_some();
            (a.1.y - b.1.y).abs() < ROW && !is_long(a) && !is_long(b) && step(map, a.0) == step(map, b.0)
        };
        let mut found = Vec::new();
        for row in cards.chunk_by(in_row) {
            for (id, rect) in row.iter().filter(|(id, _)| self.kept.wanted.contains(id)) {
                let is_walled =
                    [row.iter().any(|(_, other)| other.x < rect.x), row.iter().any(|(_, other)| other.x > rect.x)];
                let bottom = row.iter().map(|(_, other)| other.bottom()).fold(rect.bottom(), f32::max);
                found.push((*id, Standing { rect: *rect, is_walled, bottom }));
            }
        }
        found
    }
}

fn step(map: &Map, id: TouchpointId) -> Option<crate::model::StepId> {
    map.touchpoints.get(&id).and_then(|card| map.step_of(card))
}

/// A card and where it lies, from an item that is one: its part, or a group of nothing else.
fn card(item: &Item) -> Option<(TouchpointId, Rect)> {
    match item {
        Item::Tagged(part) if part.tag.kind == Kind::Touchpoint => Some((TouchpointId(part.tag.id), part.bounds)),
        Item::Group(group) => {
            let [Item::Tagged(part)] = &*group.items else { return None };
            let place = group.transform.apply_rect(part.bounds);
            (part.tag.kind == Kind::Touchpoint).then_some((TouchpointId(part.tag.id), place))
        }
        Item::Tagged(_) | Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => None,
    }
}

fn moved(standing: Standing, transform: Transform) -> Standing {
    let Standing { rect, is_walled, bottom } = standing;
    let foot = Rect::new(rect.x, bottom, 0.0, 0.0);
    Standing { rect: transform.apply_rect(rect), is_walled, bottom: transform.apply_rect(foot).y }
}
