//! The map that a new document starts as.

use touchline_words::say;

use crate::model::*;

/// The seven lanes, no stages.
pub fn empty_map(ids: &mut IdSource) -> Map {
    let mut tables =
        Tables { meta: Meta { title: say!(edit_untitled_map).to_owned(), ..Meta::default() }, ..Tables::default() };
    for (kind, rank) in LaneKind::usual().into_iter().zip(Rank::spread(LaneKind::usual().len())) {
        tables.lanes.insert(LaneId(ids.fresh()), Lane::new(rank, kind));
    }
    // Lanes alone break no rule.
    Map::new(tables).unwrap_or_default()
}
