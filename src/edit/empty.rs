//! The map that a new document starts as.

use crate::model::*;

/// The seven lanes, no stages.
pub fn empty_map(ids: &mut IdSource) -> Map {
    let mut map = Map { meta: Meta { title: "Untitled map".to_owned(), ..Meta::default() }, ..Map::default() };
    for (kind, rank) in LaneKind::USUAL.into_iter().zip(Rank::spread(LaneKind::USUAL.len())) {
        map.lanes.insert(LaneId(ids.fresh()), Lane::new(rank, kind));
    }
    map
}
