//! A map's records by the stage, cell or card that they belong to, in the order in which they are read: what would
//! otherwise be looked for in the whole map for each of them.

use crate::model::*;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Records by what they belong to.
pub(super) struct Lists<H, K, V> {
    lists: HashMap<H, Vec<(K, V)>>,
}

pub(super) struct Index<'a> {
    listed: StageLists<'a>,
    flags: Lists<FlagTarget, FlagId, &'a Flag>,
    stage_flags: Lists<StageId, FlagId, &'a Flag>,
    steps: Lists<StageId, StepId, &'a Step>,
    notes: Lists<NoteTie, StickyId, &'a Sticky>,
}

/// A kind whose records are found by their stage and the lane in which they stand.
pub(super) trait Indexed: InStage + 'static {
    fn lists<'i, 'a>(lists: &'i StageLists<'a>) -> &'i Lists<(StageId, Option<LaneId>), Self::Id, &'a Self>;
}

macro_rules! stage_lists {
    ($($kind:ident, $id:ident, $table:ident, $name:tt, $text:ident, $spot:tt;)*) => {
        /// The kinds that are a list in a stage, each by stage and lane.
        pub(super) struct StageLists<'a> {
            $($table: Lists<(StageId, Option<LaneId>), $id, &'a $kind>,)*
        }

        impl<'a> StageLists<'a> {
            fn of(map: &'a Map) -> Self {
                Self {
                    $($table: {
                        // Of few maps a record names a lane: the others are asked once.
                        let first = map.lane_of($kind::LANE);
                        let lane = |named: Option<LaneId>| match named {
                            Some(_) => map.lane_holding(ListKind::$kind, named),
                            None => first,
                        };
                        Lists::by(&map.$table, |one| Some((one.stage, lane(one.lane))), |one| &one.rank)
                    },)*
                }
            }
        }

        $(impl Indexed for $kind {
            fn lists<'i, 'a>(lists: &'i StageLists<'a>) -> &'i Lists<(StageId, Option<LaneId>), $id, &'a Self> {
                &lists.$table
            }
        })*
    };
}

listed!(stage_lists);

impl<'a> Index<'a> {
    pub fn of(map: &'a Map) -> Self {
        Self {
            listed: StageLists::of(map),
            flags: Lists::by(&map.flags, |flag| Some(flag.on), |flag| flag.regime),
            stage_flags: Lists::by(&map.flags, |flag| map.stage_of_flag(flag), |flag| flag.regime),
            steps: Lists::by(&map.steps, |step| Some(step.stage), |step| &step.rank),
            notes: Lists::by(&map.stickies, |note| tie_of(map, note), |note| Order(note.y)),
        }
    }

    /// A stage's records of a kind in a lane, in order.
    pub fn listed<R: Indexed>(&self, stage: StageId, lane: LaneId) -> &[(R::Id, &'a R)] {
        R::lists(&self.listed).of((stage, Some(lane)))
    }

    /// A card's or stage's own flags, by regime.
    pub fn flags_on(&self, target: FlagTarget) -> &[(FlagId, &'a Flag)] {
        self.flags.of(target)
    }

    /// A stage's steps, in order.
    pub fn steps_of(&self, stage: StageId) -> &[(StepId, &'a Step)] {
        self.steps.of(stage)
    }

    /// The notes that are tied to something, in order.
    pub fn notes_at(&self, tie: NoteTie) -> &[(StickyId, &'a Sticky)] {
        self.notes.of(tie)
    }

    /// The flags of a stage and of its cards, by regime.
    pub fn flags_of(&self, stage: StageId) -> &[(FlagId, &'a Flag)] {
        self.stage_flags.of(stage)
    }
}

fn tie_of(map: &Map, note: &Sticky) -> Option<NoteTie> {
    match map.note_place(note) {
        NotePlace::Tied(tie) => Some(tie),
        NotePlace::Parked | NotePlace::Free => None,
    }
}

/// A place along a line.
#[derive(PartialEq)]
struct Order(f32);

impl Eq for Order {}

impl PartialOrd for Order {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Order {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl<'a, H: Hash + Eq, K: Ord + Copy, V> Lists<H, K, &'a V> {
    fn by<O: Ord>(table: &'a BTreeMap<K, V>, holder: impl Fn(&'a V) -> Option<H>, order: impl Fn(&'a V) -> O) -> Self {
        let mut lists: HashMap<H, Vec<(K, &'a V)>> = HashMap::new();
        for (id, record) in table {
            if let Some(holder) = holder(record) {
                lists.entry(holder).or_default().push((*id, record));
            }
        }
        for list in lists.values_mut() {
            list.sort_by(|a, b| order(a.1).cmp(&order(b.1)).then(a.0.cmp(&b.0)));
        }
        Self { lists }
    }

    /// What belongs to a holder, in order.
    pub fn of(&self, holder: H) -> &[(K, &'a V)] {
        self.lists.get(&holder).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    #[test]
    fn the_lists_are_those_of_the_map() {
        let map = sample::map();
        let index = Index::of(&map);
        assert!(!map.flags.is_empty() && !map.actions.is_empty());
        for stage in map.stages.keys() {
            for kind in ListKind::ALL {
                let Some(lane) = map.lane_of(kind.lane()) else {
                    of_kind!(*kind, R => assert!(map.in_stage::<R>(*stage).is_empty()));
                    continue;
                };
                of_kind!(*kind, R => assert_eq!(index.listed::<R>(*stage, lane), map.in_stage::<R>(*stage)));
            }
            let on = FlagTarget::Stage(*stage);
            assert_eq!(index.flags_on(on), map.flags_on(on));
            let mut flags: Vec<_> = map.flags.iter().filter(|(_, f)| map.stage_of_flag(f) == Some(*stage)).collect();
            flags.sort_by_key(|(id, flag)| (flag.regime, **id));
            let ids = index.flags_of(*stage).iter().map(|(id, _)| id);
            assert!(ids.eq(flags.into_iter().map(|(id, _)| id)));
        }
    }
}
