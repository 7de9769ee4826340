//! Lanes: their order, and which of them are shown.

use super::effective;
use super::place::{Places, places};
use super::record::changed;
use crate::model::*;

/// Moves a lane before another; to the bottom for `None`.
pub fn move_lane(map: &Map, id: LaneId, before: Option<LaneId>) -> Option<Edit> {
    let order = map.lanes_in_order();
    let place = order.iter().position(|(other, _)| *other == id)?;
    if before == Some(id) || before == order.get(place + 1).map(|(other, _)| *other) {
        return None;
    }
    let others: Vec<(LaneId, Rank)> =
        order.into_iter().filter(|(other, _)| *other != id).map(|(other, lane)| (other, lane.rank.clone())).collect();
    let Places { newcomers, renumbered } = places(&others, before, 1);
    let mut changes = Vec::new();
    for (other, rank) in renumbered.into_iter().chain(newcomers.into_iter().map(|rank| (id, rank))) {
        changes.push(Change::Lane(other, Some(Lane { rank, ..map.lanes.get(&other)?.clone() })));
    }
    // A lane that is not there any more stands for the bottom, where this one may be already.
    effective(map, Edit::new(Verb::Move, vec![id.into()], changes))
}

/// Shows or hides a lane; what lies in a hidden one stays in the map.
pub fn show_lane(map: &Map, id: LaneId, shown: bool) -> Option<Edit> {
    let verb = if shown { Verb::Show } else { Verb::Hide };
    changed::<Lane>(map, id, verb, |lane| lane.hidden = !shown)
}
