//! Lanes that a map gets: which it can have, and where they go.

use super::add::add_lane;
use super::lanes::{move_lane, show_lane};
use crate::model::*;

/// The kinds of lanes that can be added: any number for touchpoints, of the others one that is shown.
pub fn lanes_to_add(map: &Map) -> Vec<LaneKind> {
    let is_shown = |kind| map.lanes.values().any(|lane| lane.kind == kind && !lane.hidden);
    LaneKind::ALL.into_iter().filter(|kind| kind.holds() == Holds::Cards || !is_shown(*kind)).collect()
}

/// Brings a lane of a kind before another; to the bottom for `None`. One that is hidden is shown, since it holds what the map
/// has of the kind; of touchpoints a new one is made. None where such a lane is shown and there is only one.
pub fn bring_lane(map: &Map, kind: LaneKind, before: Option<LaneId>, ids: &mut IdSource) -> Option<(Edit, LaneId)> {
    if !lanes_to_add(map).contains(&kind) {
        return None;
    }
    let hidden = map.lane_of(kind).filter(|_| kind.holds() != Holds::Cards);
    let Some(id) = hidden else { return Some(add_lane(map, kind, before, ids)) };
    let shown = show_lane(map, id, true)?;
    let moved = map.after(&shown).ok().and_then(|map| move_lane(&map, id, before));
    let changes = shown.changes.iter().cloned().chain(moved.into_iter().flat_map(|moved| moved.changes)).collect();
    Some((Edit { changes, ..shown }, id))
}
