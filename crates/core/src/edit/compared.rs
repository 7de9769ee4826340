//! What differs between two states of one map, record by record and field by field.

use super::describe::title_of;
use crate::fields;
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// What became of one map until it was the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    pub added: Vec<RecordRef>,
    pub removed: Vec<RecordRef>,
    pub moved: Vec<Moved>,
    pub changed: Vec<Changed>,
}

/// A record that stands elsewhere, and where it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub at: RecordRef,
    pub from: String,
    pub to: String,
}

/// A field that says something else.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    pub at: RecordRef,
    /// `None` where no field says it, as for the figures of a measurement.
    pub field: Option<Field>,
    pub old: String,
    pub new: String,
}

impl Differences {
    pub fn between(old: &Tables, new: &Tables) -> Self {
        let mut differences = Self::default();
        for change in old.difference(new) {
            let at = change.at();
            match (old.contains(at), new.contains(at)) {
                (false, _) => differences.added.push(at),
                (true, false) => differences.removed.push(at),
                (true, true) => differences.look_at(old, new, at),
            }
        }
        differences
    }

    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The records that moved or changed, each once.
    pub fn changed_records(&self) -> BTreeSet<RecordRef> {
        let moved = self.moved.iter().map(|moved| moved.at);
        moved.chain(self.changed.iter().map(|changed| changed.at)).collect()
    }

    fn look_at(&mut self, old: &Tables, new: &Tables, at: RecordRef) {
        let has_moved = spot(old, at) != spot(new, at);
        if has_moved {
            self.moved.push(Moved { at, from: place(old, at), to: place(new, at) });
        }
        let said = written_fields(old, new, at);
        // What a person cannot read in a field is told by the record alone.
        if said.is_empty() && !has_moved {
            self.changed.push(Changed { at, field: None, old: String::new(), new: String::new() });
        }
        self.changed.extend(said.into_iter().map(|(field, old, new)| Changed { at, field: Some(field), old, new }));
    }
}

/// The fields of a record that say something else in two maps, with what they say there. What only names another record says the
/// same as long as it names that.
pub fn written_fields(old: &Tables, new: &Tables, at: RecordRef) -> Vec<(Field, String, String)> {
    let said = |tables: &Tables| -> BTreeMap<String, (Field, String)> {
        let said = fields::said(tables, at, |_, _| true);
        said.into_iter().map(|(field, text)| (format!("{field:?}"), (field, text))).collect()
    };
    let (old, new) = (said(old), said(new));
    let text = |said: &BTreeMap<String, (Field, String)>, key: &str| {
        said.get(key).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let keys = old.iter().chain(new.iter().filter(|(key, _)| !old.contains_key(*key)));
    let both = keys.map(|(key, (field, _))| (*field, text(&old, key), text(&new, key)));
    both.filter(|(_, old, new)| old != new).collect()
}

/// Where a record stands, to be told from where another does.
#[derive(PartialEq)]
struct Place {
    stage: Option<StageId>,
    lane: Option<LaneId>,
    rank: Option<Rank>,
    on: Option<FlagTarget>,
    lies: Option<(f32, f32)>,
}

fn spot(tables: &Tables, at: RecordRef) -> Place {
    let spot = tables.spot(at).unwrap_or_default();
    let note = StickyId::try_from(at).ok().and_then(|id| tables.stickies.get(&id)).map(|note| (note.x, note.y));
    let drawn = DrawingId::try_from(at).ok().and_then(|id| tables.drawings.get(&id)).map(|drawn| (drawn.x, drawn.y));
    Place {
        stage: spot.stage.copied(),
        lane: spot.lane.copied(),
        rank: spot.rank.cloned(),
        on: spot.on.copied(),
        lies: note.or(drawn),
    }
}

/// Where a record stands, in words: `Decision, 2` for the second of its kind in that stage, `120, 40` where it lies free.
fn place(tables: &Tables, at: RecordRef) -> String {
    let place = spot(tables, at);
    let named = [
        place.on.and_then(|on| title_of(tables, on.into())),
        place.stage.and_then(|stage| title_of(tables, stage.into())),
        place.lane.filter(|lane| shares_kind(tables, *lane)).and_then(|lane| title_of(tables, lane.into())),
        place.lies.map(|(x, y)| format!("{x:.0}, {y:.0}")),
        place.rank.as_ref().map(|rank| nth(tables, at, &place, rank).to_string()),
    ];
    named.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn shares_kind(tables: &Tables, lane: LaneId) -> bool {
    let kind = tables.lanes.get(&lane).map(|lane| lane.kind);
    tables.lanes.values().filter(|other| Some(other.kind) == kind).count() > 1
}

/// Counted from 1, among those of its kind that stand in the same stage and lane.
fn nth(tables: &Tables, at: RecordRef, place: &Place, rank: &Rank) -> usize {
    let before = |other: &RecordRef| {
        let there = tables.spot(*other).unwrap_or_default();
        let is_beside = there.stage.copied() == place.stage && there.lane.copied() == place.lane;
        is_beside && there.rank.is_some_and(|there| (there, *other) < (rank, at))
    };
    tables.refs(at.kind()).iter().filter(|other| before(other)).count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::random::{KINDS, command, random_map};
    use crate::edit::{Cell, add_stage, add_touchpoint, empty_map, move_to_stage};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_record_that_differs_is_told_and_no_other(
            before in proptest::collection::vec((0..KINDS, any::<u64>()), 0..40),
            since in proptest::collection::vec((0..KINDS, any::<u64>()), 0..12),
        ) {
            let old = random_map(&before);
            let (mut new, mut ids) = (old.clone(), IdSource::seeded(0xFEED));
            for step in since {
                if let Some(edit) = command(&new, step, &mut ids) {
                    new = new.after(&edit).unwrap_or(new);
                }
            }
            let differences = Differences::between(&old, &new);
            let mut told: Vec<RecordRef> = differences.added.iter().chain(&differences.removed).copied().collect();
            told.extend(differences.moved.iter().map(|moved| moved.at));
            told.extend(differences.changed.iter().map(|changed| changed.at));
            told.sort_unstable();
            told.dedup();
            let mut differ: Vec<RecordRef> = old.difference(&new).iter().map(Change::at).collect();
            differ.sort_unstable();
            prop_assert_eq!(told, differ);
            prop_assert_eq!(differences.is_nothing(), old == new);
        }
    }

    #[test]
    fn a_card_that_moved_says_from_where_to_where_and_a_field_what_it_said() {
        let mut ids = IdSource::seeded(3);
        let mut map = empty_map(&mut ids);
        let mut stages = Vec::new();
        for name in ["Awareness", "Decision"] {
            let (edit, stage) = add_stage(&map, name, None, &mut ids);
            map = map.after(&edit).unwrap();
            stages.push(stage);
        }
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let mut cards = Vec::new();
        for (stage, title) in [(stages[0], "Trailer"), (stages[1], "Checkout")] {
            let (edit, card) =
                add_touchpoint(&map, Cell::new(stage, lane), None, Channel::Checkout, title, &mut ids).unwrap();
            map = map.after(&edit).unwrap();
            cards.push(card);
        }
        let moved = map.after(&move_to_stage(&map, &[cards[0].into()], stages[1]).unwrap()).unwrap();
        let key = fields::FieldKey::one(cards[1].into(), Field::Title);
        let new = moved.after(&fields::write(&moved, &key, "Trial checkout").unwrap().unwrap()).unwrap();
        let differences = Differences::between(&map, &new);
        let (from, to) = ("Awareness, 1".to_owned(), "Decision, 2".to_owned());
        assert_eq!(differences.moved, [Moved { at: cards[0].into(), from, to }]);
        let (old, new) = ("Checkout".to_owned(), "Trial checkout".to_owned());
        assert_eq!(differences.changed, [Changed { at: cards[1].into(), field: Some(Field::Title), old, new }]);
    }
}
