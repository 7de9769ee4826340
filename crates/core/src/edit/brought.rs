//! Lanes that a map gets: which it can have, and where they go.

use super::add::add_lane;
use super::lanes::{move_lane, show_lane};
use crate::model::*;

/// The kinds of lanes that can be added: any number of those that hold records of their own, one that is shown of those that
/// gather what stands elsewhere.
pub fn lanes_to_add(map: &Map) -> Vec<LaneKind> {
    let is_shown = |kind| map.lanes.values().any(|lane| lane.kind == kind && !lane.hidden);
    LaneKind::ALL.into_iter().filter(|kind| holds_its_own(*kind) || !is_shown(*kind)).collect()
}

/// Whether each lane of a kind has records of its own.
fn holds_its_own(kind: LaneKind) -> bool {
    match kind.holds() {
        Holds::Cards | Holds::List(_) => true,
        Holds::Feelings | Holds::Losses | Holds::Flags | Holds::Channels => false,
    }
}

/// Brings a lane of a kind before another; to the bottom for `None`. A list that is hidden is shown, since it holds what the map
/// has of the kind; of touchpoints, and of a list that is shown, a new one is made. None where such a lane is shown and there
/// is only one.
pub fn bring_lane(map: &Map, kind: LaneKind, before: Option<LaneId>, ids: &mut IdSource) -> Option<(Edit, LaneId)> {
    if !lanes_to_add(map).contains(&kind) {
        return None;
    }
    let is_hidden = |id: &LaneId| map.lanes.get(id).is_some_and(|lane| lane.hidden);
    let hidden = map.lane_of(kind).filter(|id| kind.holds() != Holds::Cards && is_hidden(id));
    let Some(id) = hidden else { return Some(add_lane(map, kind, before, ids)) };
    let shown = show_lane(map, id, true)?;
    let moved = map.after(&shown).ok().and_then(|map| move_lane(&map, id, before));
    let changes = shown.changes.iter().cloned().chain(moved.into_iter().flat_map(|moved| moved.changes)).collect();
    Some((Edit { changes, ..shown }, id))
}
