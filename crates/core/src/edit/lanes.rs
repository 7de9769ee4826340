//! Lanes: their order, and which of them are shown.

use super::effective;
use super::place::{Places, places};
use super::record::changed;
use crate::fields::{self, FieldKey};
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

/// Gives a lane a least height in map units, held within [`LANE_HEIGHT`]; `None` gives it back to what it holds.
pub fn resize_lane(map: &Map, id: LaneId, height: Option<u16>) -> Option<Edit> {
    let height = height.map(|height| height.clamp(*LANE_HEIGHT.start(), *LANE_HEIGHT.end()));
    let text = height.map(|height| height.to_string()).unwrap_or_default();
    fields::write(map, &FieldKey::one(id.into(), Field::Height), &text).ok().flatten().map(Edit::merging)
}

/// Folds a lane to a strip of one line, or opens it again.
pub fn fold_lane(map: &Map, id: LaneId, folded: bool) -> Option<Edit> {
    let verb = if folded { Verb::Fold } else { Verb::Unfold };
    changed::<Lane>(map, id, verb, |lane| lane.folded = folded)
}

/// Sees to it that the map shows what lanes of a kind hold: a hidden one is shown; a map without one gets it below the
/// drop-off, at the bottom where it has none.
pub(super) fn show_lane_of(map: &mut Tables, kind: LaneKind, ids: &mut IdSource) {
    if let Some(lane) = map.lane_of(kind) {
        if let Some(lane) = map.lanes.get_mut(&lane) {
            lane.hidden = false;
        }
        return;
    }
    let order = map.lanes_in_order();
    let river = order.iter().position(|(_, lane)| lane.kind == LaneKind::DropOff);
    let before = river.and_then(|place| order.get(place + 1)).map(|(id, _)| *id);
    let list: Vec<_> = order.into_iter().map(|(id, lane)| (id, lane.rank.clone())).collect();
    let Places { newcomers, renumbered } = places(&list, before, 1);
    for (other, rank) in renumbered {
        if let Some(other) = map.lanes.get_mut(&other) {
            other.rank = rank;
        }
    }
    let rank = newcomers.into_iter().next().unwrap_or_else(Rank::middle);
    map.lanes.insert(LaneId(ids.fresh()), Lane::new(rank, kind));
}
