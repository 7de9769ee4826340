//! A map without what does not meet a filter: what is laid out where the others are hidden.

use super::Matches;
use crate::model::*;

/// The map that is laid out under a filter: without what is not in its state, and where the others are hidden without these; none
/// where it is the whole map. Stages and lanes stay, so that what is left stands where it stood. What mentions a record that is gone
/// forgets it.
pub fn left_of(map: &Map, filter: &Filter, matches: &Matches, others: Others) -> Option<Map> {
    let left = match others {
        Others::Hidden => without(map, |record| !matches.meets(record)),
        Others::Dimmed if matches.has_away() => without(map, |record| matches.is_away(record)),
        Others::Dimmed if filter.state.is_some() => map.clone(),
        Others::Dimmed => return None,
    };
    Some(filter.state.map_or_else(|| left.clone(), |state| in_state(&left, state)))
}

/// A map as its pages say it is in a state: nothing is marked as of that state alone, and as it is nothing shall be otherwise.
fn in_state(map: &Map, state: MapState) -> Map {
    let mut tables = map.to_tables();
    tables.meta.state = state;
    for card in tables.touchpoints.values_mut() {
        card.belongs = Belongs::Both;
        if state == MapState::AsIs {
            card.to_be = None;
        }
    }
    Map::new(tables).unwrap_or_else(|_| map.clone())
}

fn without(map: &Map, is_gone: impl Fn(RecordRef) -> bool) -> Map {
    map.without(|record| record.kind() != RecordKind::Stage && is_gone(record))
}
