//! A map's records by the stage, cell or card that they belong to, in the order in which they are read: what would
//! otherwise be looked for in the whole map for each of them.

use crate::model::*;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Records by what they belong to.
pub(super) struct Lists<H, K, V> {
    lists: HashMap<H, Vec<(K, V)>>,
}

pub(super) struct Index<'a> {
    pub questions: Lists<StageId, QuestionId, &'a Question>,
    pub pain_points: Lists<StageId, PainPointId, &'a PainPoint>,
    pub actions: Lists<StageId, ActionId, &'a Action>,
    pub metrics: Lists<StageId, MetricId, &'a Metric>,
    flags: Lists<FlagTarget, FlagId, &'a Flag>,
    stage_flags: Lists<StageId, FlagId, &'a Flag>,
}

impl<'a> Index<'a> {
    pub fn of(map: &'a Map) -> Self {
        Self {
            questions: Lists::by(&map.questions, |q| Some(q.stage), |q| &q.rank),
            pain_points: Lists::by(&map.pain_points, |p| Some(p.stage), |p| &p.rank),
            actions: Lists::by(&map.actions, |a| Some(a.stage), |a| &a.rank),
            metrics: Lists::by(&map.metrics, |m| Some(m.stage), |m| &m.rank),
            flags: Lists::by(&map.flags, |flag| Some(flag.on), |flag| flag.regime),
            stage_flags: Lists::by(&map.flags, |flag| map.stage_of_flag(flag), |flag| flag.regime),
        }
    }

    /// A card's or stage's own flags, by regime.
    pub fn flags_on(&self, target: FlagTarget) -> &[(FlagId, &'a Flag)] {
        self.flags.of(target)
    }

    /// The flags of a stage and of its cards, by regime.
    pub fn flags_of(&self, stage: StageId) -> &[(FlagId, &'a Flag)] {
        self.stage_flags.of(stage)
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
            assert_eq!(index.questions.of(*stage), map.questions_of(*stage));
            assert_eq!(index.pain_points.of(*stage), map.pain_points_of(*stage));
            assert_eq!(index.actions.of(*stage), map.actions_of(*stage));
            assert_eq!(index.metrics.of(*stage), map.metrics_of(*stage));
            let on = FlagTarget::Stage(*stage);
            assert_eq!(index.flags_on(on), map.flags_on(on));
            let mut flags: Vec<_> = map.flags.iter().filter(|(_, f)| map.stage_of_flag(f) == Some(*stage)).collect();
            flags.sort_by_key(|(id, flag)| (flag.regime, **id));
            let ids = index.flags_of(*stage).iter().map(|(id, _)| id);
            assert!(ids.eq(flags.into_iter().map(|(id, _)| id)));
        }
    }
}
