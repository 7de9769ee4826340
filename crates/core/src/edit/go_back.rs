//! What a map was at another time, held against what it is, and the edit that makes it so again.

use super::describe;
use crate::model::*;

/// What became of a map since a version of it: what was added, what is gone, and what changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    pub added: Vec<RecordRef>,
    pub gone: Vec<RecordRef>,
    pub changed: Vec<RecordRef>,
}

impl Since {
    pub fn between(then: &Tables, now: &Tables) -> Self {
        let mut since = Self::default();
        for change in then.difference(now) {
            let record = change.at();
            let list = match (then.contains(record), now.contains(record)) {
                (false, _) => &mut since.added,
                (true, false) => &mut since.gone,
                (true, true) => &mut since.changed,
            };
            list.push(record);
        }
        since
    }

    pub fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }

    /// Each of the three in words, where there is any: `stage “Decision”`, `3 touchpoints and 1 sticky note`.
    pub fn words(&self, then: &Tables, now: &Tables) -> [Option<String>; 3] {
        let told = |tables: &Tables, records: &[RecordRef]| (!records.is_empty()).then(|| describe(tables, records));
        [told(now, &self.added), told(then, &self.gone), told(now, &self.changed)]
    }
}

/// Makes a map what it was, as one step; it stays that very map.
pub fn go_back(now: &Map, then: &Map) -> Option<Edit> {
    let mut then = then.to_tables();
    then.meta.id = now.meta.id;
    let changes = now.difference(&then);
    (!changes.is_empty()).then(|| Edit::of(Verb::GoBack, changes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::random::{KINDS, command, random_map};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn a_map_goes_back_to_any_version_in_one_step_and_that_is_undone(
            before in proptest::collection::vec((0..KINDS, any::<u64>()), 0..40),
            since in proptest::collection::vec((0..KINDS, any::<u64>()), 0..12),
        ) {
            let then = random_map(&before).numbered();
            let (mut now, mut ids) = (then.clone(), IdSource::seeded(0xFEED));
            for step in since {
                if let Some(edit) = command(&now, step, &mut ids) {
                    now = now.after(&edit).unwrap_or(now);
                }
            }
            let edited = now.clone();
            prop_assert_eq!(Since::between(&then, &now).is_nothing(), then == now);
            match go_back(&now, &then) {
                None => prop_assert_eq!(&now, &then),
                Some(edit) => {
                    let inverse = now.apply(edit).unwrap().inverse;
                    prop_assert_eq!(&now, &then);
                    now.apply(inverse).unwrap();
                    prop_assert_eq!(&now, &edited);
                }
            }
        }
    }

    #[test]
    fn what_became_of_a_map_is_told_in_words() {
        let mut ids = IdSource::seeded(2);
        let start = super::super::empty_map(&mut ids);
        let stage = |map: &Map, name: &str, ids: &mut IdSource| {
            let (edit, id) = super::super::add_stage(map, name, None, ids);
            (map.after(&edit).unwrap(), id)
        };
        let (then, gone) = stage(&start, "Awareness", &mut ids);
        let (now, added) = stage(&start, "Decision", &mut ids);
        let since = Since::between(&then, &now);
        assert_eq!(since, Since { added: vec![added.into()], gone: vec![gone.into()], changed: Vec::new() });
        let words = since.words(&then, &now);
        assert_eq!(words, [Some("stage “Decision”".to_owned()), Some("stage “Awareness”".to_owned()), None]);
    }
}
