//! The map that a new document starts as.

use touchline_words::{language, say};

use crate::model::*;

/// The seven lanes, no stages.
pub fn empty_map(ids: &mut IdSource) -> Map {
    let mut tables = Tables { meta: begun(say!(edit_untitled_map)), ..Tables::default() };
    for (kind, rank) in LaneKind::usual().into_iter().zip(Rank::spread(LaneKind::usual().len())) {
        tables.lanes.insert(LaneId(ids.fresh()), Lane::new(rank, kind));
    }
    // Lanes alone break no rule.
    Map::new(tables).unwrap_or_default()
}

/// What stands over a map that is begun: it is written in the language of the moment until somebody says another.
pub(super) fn begun(title: &str) -> Meta {
    Meta { title: title.to_owned(), language: language().tag().to_owned(), ..Meta::default() }
}
