//! A part of a map: what copy takes and paste gives.

use crate::model::*;
use std::collections::BTreeSet;

/// Some records of a map with all that belongs to them. Their references may lead out of the part: paste families that out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    /// The records, with the ids that they had. Measurements are never part of it; with lanes it is these with what is in them, and
    /// the stages are there for their names alone.
    pub records: Tables,
}

impl Fragment {
    /// Copies records: a stage with all it holds, a card with its flags. `None` when nothing of it can be copied.
    pub fn of(map: &Map, records: &[RecordRef]) -> Option<Self> {
        let mut taken: BTreeSet<RecordRef> =
            records.iter().copied().filter(|record| is_copied(record.kind())).collect();
        // What hangs on a card that comes with its stage is found in the second round.
        for _ in 0..2 {
            take_held(map, &mut taken);
        }
        // Notes come with what they are tied to.
        for _ in 0..2 {
            for (id, note) in &map.stickies {
                let mut is_held = false;
                note.each_named(&mut |named| is_held |= taken.contains(&named));
                if is_held && !note.parked {
                    taken.insert((*id).into());
                }
            }
        }
        // A way between two cards comes with both.
        for (id, way) in &map.loops {
            if taken.contains(&way.from.into()) && taken.contains(&way.to.into()) {
                taken.insert((*id).into());
            }
        }
        for (id, way) in &map.connectors {
            if taken.contains(&way.from.into()) && taken.contains(&way.to.into()) {
                taken.insert((*id).into());
            }
        }
        let mut part = Tables::default();
        macro_rules! copy {
            ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
                $(part.$table = map
                    .$table
                    .iter()
                    .filter(|(id, _)| taken.contains(&(**id).into()))
                    .map(|(id, record)| (*id, record.clone()))
                    .collect();)*
            };
        }
        records!(copy);
        rank_as_on_board(map, &mut part);
        (!part.is_empty()).then_some(Self { records: part })
    }
}

fn is_copied(kind: RecordKind) -> bool {
    match kind.family() {
        Family::Map
        | Family::Lane
        | Family::Measurement
        | Family::AgendaBlock
        | Family::SavedView
        | Family::DeckPage => false,
        Family::Stage
        | Family::Segment
        | Family::Touchpoint
        | Family::Listed(_)
        | Family::Flag
        | Family::Sticky
        | Family::Connector
        | Family::Loop
        | Family::Drawing
        | Family::Step => true,
    }
}

/// Takes what lies in a taken stage, and what hangs on a taken record.
fn take_held(map: &Map, taken: &mut BTreeSet<RecordRef>) {
    fn table<R: Record>(map: &Map, taken: &mut BTreeSet<RecordRef>) {
        if !is_copied(R::KIND) {
            return;
        }
        for (id, record) in R::table(map) {
            let spot = record.spot();
            let holds = [spot.stage.map(|stage| (*stage).into()), spot.on.map(|on| (*on).into())];
            if holds.into_iter().flatten().any(|holder: RecordRef| taken.contains(&holder)) {
                taken.insert(R::at(*id));
            }
        }
    }
    macro_rules! tables {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
            $(table::<$kind>(map, taken);)*
        };
    }
    records!(tables);
}

/// Gives the copied records of stages ranks in the order of the board, which the part alone no longer knows.
fn rank_as_on_board(map: &Map, part: &mut Tables) {
    fn table<R: Record>(map: &Map, part: &mut Tables) {
        let place = |record: &R| {
            let spot = record.spot();
            let stage = spot.stage.map(|id| (map.stages.get(id).map(|stage| stage.rank.clone()), *id));
            let lane = spot.lane.map(|id| (map.lanes.get(id).map(|lane| lane.rank.clone()), *id));
            (stage, lane, spot.rank.cloned())
        };
        let mut order: Vec<R::Id> = R::table(part).keys().copied().collect();
        order.sort_by_cached_key(|id| (R::table(part).get(id).map(place), *id));
        let ranks = Rank::spread(order.len());
        for (id, new) in order.into_iter().zip(ranks) {
            let spot = R::table_mut(part).get_mut(&id).map(R::spot_mut);
            // Stages and segments keep theirs: they have no other order.
            if let Some(SpotMut { stage: Some(_), rank: Some(rank), .. }) = spot {
                *rank = new;
            }
        }
    }
    macro_rules! tables {
        ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, [$($spot:ident),*];)*) => {
            $(table::<$kind>(map, part);)*
        };
    }
    records!(tables);
}
