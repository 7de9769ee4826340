//! Every kind of record, said once.
//!
//! The table below is the only list of kinds. From a row come the kind's number type, its table in [`Tables`], its
//! [`Change`], its [`RecordRef`], its name, its place, and its part in the file, the clipboard, comparing and deleting: all of
//! them are expansions of [`records!`]. What a kind has for itself (its fields, its rules, what it names) stands in the file
//! of its type or idea, and the build fails without it: see [`Linked`], [`Ruled`] and [`Titled`].
//!
//! The order of the rows is the order of the file's tables, and the order in which kinds are counted up in words.

mod listed;

pub use listed::{Family, InStage, ListKind, Listed};
pub use listed::{kind_arms, listed, of_kind, only_listed};

use super::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hash;
use touchline_words::say;

/// Hands the table of kinds to another macro: `records!(with)` expands `with!` over one row a kind, which are
/// `Type, IdType, table, [the messages that are its name and a number of it], the text that a person edits in place, [where it stands];`.
///
/// Where it stands names fields of the record that are fields of [`Spot`] too; a stage and a rank at its beginning say that
/// records of the kind are a list in their stage. What stands behind the macro's name is handed on before the rows.
#[macro_export]
macro_rules! records {
    ($with:ident $($arg:tt)*) => {
        $with! {
            $($arg)*
            Stage, StageId, stages, [kind_stage, kind_stage_counted], name, [rank];
            Lane, LaneId, lanes, [kind_lane, kind_lane_counted], name, [rank];
            Segment, SegmentId, segments, [kind_segment, kind_segment_counted], name, [rank];
            Touchpoint, TouchpointId, touchpoints, [kind_touchpoint, kind_touchpoint_counted], title, [stage, lane, rank, segments];
            Question, QuestionId, questions, [kind_question, kind_question_counted], text, [stage, rank, segments];
            PainPoint, PainPointId, pain_points, [kind_pain_point, kind_pain_point_counted], text, [stage, rank, touchpoint, segments];
            Action, ActionId, actions, [kind_action, kind_action_counted], title, [stage, rank, touchpoint];
            Flag, FlagId, flags, [kind_flag, kind_flag_counted], custom, [on];
            Sticky, StickyId, stickies, [kind_sticky, kind_sticky_counted], text, [];
            Measurement, MeasurementId, measurements, [kind_measurement, kind_measurement_counted], source, [taken];
            Metric, MetricId, metrics, [kind_metric, kind_metric_counted], name, [stage, rank];
            Remark, RemarkId, remarks, [kind_remark, kind_remark_counted], text, [stage, rank, segments];
            Backstage, BackstageId, backstages, [kind_backstage, kind_backstage_counted], title, [stage, rank, touchpoint];
            Picture, PictureId, pictures, [kind_picture, kind_picture_counted], caption, [stage, rank, segments];
            Connector, ConnectorId, connectors, [kind_connector, kind_connector_counted], label, [];
            AgendaBlock, AgendaBlockId, agenda, [kind_agenda_block, kind_agenda_block_counted], title, [rank];
            Step, StepId, steps, [kind_step, kind_step_counted], name, [rank, stage];
            Loop, LoopId, loops, [kind_loop, kind_loop_counted], label, [];
            SavedView, SavedViewId, views, [kind_saved_view, kind_saved_view_counted], name, [rank];
            Drawing, DrawingId, drawings, [kind_drawing, kind_drawing_counted], text, [];
            DeckPage, DeckPageId, deck_pages, [kind_deck_page, kind_deck_page_counted], headline, [rank];
        }
    };
}
pub use records;

/// Where a record stands, as far as its kind stands anywhere, and whom it concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot<'a> {
    pub stage: Option<&'a StageId>,
    pub lane: Option<&'a LaneId>,
    /// Its place between two others.
    pub rank: Option<&'a Rank>,
    /// What a flag hangs on.
    pub on: Option<&'a FlagTarget>,
    /// The day of a measurement.
    pub taken: Option<&'a Date>,
    /// The card that it is about.
    pub touchpoint: Option<&'a Option<TouchpointId>>,
    /// The audiences that it is for; empty means all.
    pub segments: Option<&'a Vec<SegmentId>>,
}

/// The same, to be changed.
#[derive(Debug, Default)]
pub struct SpotMut<'a> {
    pub stage: Option<&'a mut StageId>,
    pub lane: Option<&'a mut LaneId>,
    pub rank: Option<&'a mut Rank>,
    pub on: Option<&'a mut FlagTarget>,
    pub taken: Option<&'a mut Date>,
    pub touchpoint: Option<&'a mut Option<TouchpointId>>,
    pub segments: Option<&'a mut Vec<SegmentId>>,
}

/// What every kind of record has in common.
pub trait Record: Clone + fmt::Debug + PartialEq + Linked + Ruled + Titled {
    type Id: Copy + Ord + Hash + fmt::Display + fmt::Debug + Into<RecordRef> + TryFrom<RecordRef> + From<u64>;
    const KIND: RecordKind;

    /// The table of this kind.
    fn table(tables: &Tables) -> &BTreeMap<Self::Id, Self>;
    /// The same, to be changed while a command works out what it does.
    fn table_mut(tables: &mut Tables) -> &mut BTreeMap<Self::Id, Self>;
    /// The change that puts `record` under `id`, or takes away what is there.
    fn change(id: Self::Id, record: Option<Self>) -> Change;
    /// The record's name among all kinds.
    fn at(id: Self::Id) -> RecordRef {
        id.into()
    }
    /// The text that a person edits in place.
    fn text(&self) -> &str;
    fn set_text(&mut self, text: String);
    fn spot(&self) -> Spot<'_>;
    fn spot_mut(&mut self) -> SpotMut<'_>;
}

macro_rules! kinds {
    ($($kind:ident, $id:ident, $table:ident, [$name:ident, $counted:ident], $text:ident, [$($spot:ident),*];)*) => {
        /// The records of a map, without the promise that they fit together: what a command works on, and what a
        /// part of a map is made of. [`Map`] keeps the promise.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Tables {
            pub meta: Meta,
            $(pub $table: BTreeMap<$id, $kind>,)*
        }

        /// A record's new content, or `None` to take the record away.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Change {
            Meta(Meta),
            $($kind($id, Option<$kind>),)*
        }

        /// A record of any kind, or the map itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RecordRef {
            Map,
            $($kind($id),)*
        }

        /// The kinds of records, and the map itself.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordKind {
            Map,
            $($kind,)*
        }

        impl RecordKind {
            /// Every kind of record, the map left out.
            pub const RECORDS: &[Self] = &[$(Self::$kind),*];

            /// What one is called.
            pub fn name(self) -> &'static str {
                match self {
                    Self::Map => say!(kind_map),
                    $(Self::$kind => say!($name),)*
                }
            }

            /// `2 touchpoints`, `1 stage`.
            pub fn counted(self, count: usize) -> String {
                match self {
                    Self::Map => say!(kind_map_counted, count),
                    $(Self::$kind => say!($counted, count),)*
                }
            }

            /// What the kind's table is called in the file; none for the map itself.
            pub fn table(self) -> Option<&'static str> {
                match self {
                    Self::Map => None,
                    $(Self::$kind => Some(stringify!($table)),)*
                }
            }

            /// Whether a person names a new one at once; see [`Titled::IS_NAMED`].
            pub fn is_named(self) -> bool {
                match self {
                    Self::Map => false,
                    $(Self::$kind => <$kind as Titled>::IS_NAMED,)*
                }
            }

            /// Whether records of the kind are tied to the card that they are about.
            pub fn is_tied(self) -> bool {
                match self {
                    Self::Map => false,
                    $(Self::$kind => {
                        let spot: &[&str] = &[$(stringify!($spot)),*];
                        spot.contains(&"touchpoint")
                    })*
                }
            }
        }

        impl RecordRef {
            pub fn kind(self) -> RecordKind {
                match self {
                    Self::Map => RecordKind::Map,
                    $(Self::$kind(_) => RecordKind::$kind,)*
                }
            }

            /// The record of a kind with this number; `None` for the map itself, which has none.
            pub fn of(kind: RecordKind, number: u64) -> Option<Self> {
                match kind {
                    RecordKind::Map => None,
                    $(RecordKind::$kind => Some(Self::$kind($id(number))),)*
                }
            }

            /// The record's number; `None` for the map itself.
            pub fn number(self) -> Option<u64> {
                match self {
                    Self::Map => None,
                    $(Self::$kind(id) => Some(id.0),)*
                }
            }
        }

        impl Change {
            /// The change that takes a record away; `None` for the map itself.
            pub fn without(at: RecordRef) -> Option<Self> {
                match at {
                    RecordRef::Map => None,
                    $(RecordRef::$kind(id) => Some(Self::$kind(id, None)),)*
                }
            }

            /// The record that the change writes.
            pub fn at(&self) -> RecordRef {
                match self {
                    Self::Meta(_) => RecordRef::Map,
                    $(Self::$kind(id, _) => RecordRef::$kind(*id),)*
                }
            }

            /// Whether the change takes the record away.
            pub fn takes_away(&self) -> bool {
                match self {
                    Self::Meta(_) => false,
                    $(Self::$kind(_, record) => record.is_none(),)*
                }
            }

            /// The text that the change's record has in it; `None` where it takes the record away.
            pub fn text(&self) -> Option<&str> {
                match self {
                    Self::Meta(meta) => Some(&meta.title),
                    $(Self::$kind(_, record) => record.as_ref().map(|record| record.text()),)*
                }
            }

            /// Whether the change says what is so already.
            pub fn says_nothing(&self, tables: &Tables) -> bool {
                match self {
                    Self::Meta(meta) => tables.meta == *meta,
                    $(Self::$kind(id, record) => tables.$table.get(id) == record.as_ref(),)*
                }
            }
        }

        impl Tables {
            /// The records of a kind, by their numbers.
            pub fn refs(&self, kind: RecordKind) -> Vec<RecordRef> {
                match kind {
                    RecordKind::Map => vec![RecordRef::Map],
                    $(RecordKind::$kind => self.$table.keys().map(|id| (*id).into()).collect(),)*
                }
            }

            /// How many records there are, the map's own description not counted.
            pub fn len(&self) -> usize {
                0 $(+ self.$table.len())*
            }

            /// Whether a record is there; the map itself always is.
            pub fn contains(&self, record: RecordRef) -> bool {
                match record {
                    RecordRef::Map => true,
                    $(RecordRef::$kind(id) => self.$table.contains_key(&id),)*
                }
            }

            /// The change that makes a record of other tables what it is in these, gone where it is not in them.
            pub fn change_to(&self, at: RecordRef) -> Change {
                match at {
                    RecordRef::Map => Change::Meta(self.meta.clone()),
                    $(RecordRef::$kind(id) => Change::$kind(id, self.$table.get(&id).cloned()),)*
                }
            }

            /// Where a record stands; `None` when it is not there, or for the map, which stands nowhere.
            pub fn spot(&self, at: RecordRef) -> Option<Spot<'_>> {
                match at {
                    RecordRef::Map => None,
                    $(RecordRef::$kind(id) => self.$table.get(&id).map(Record::spot),)*
                }
            }

            /// The same, to be changed.
            pub fn spot_mut(&mut self, at: RecordRef) -> Option<SpotMut<'_>> {
                match at {
                    RecordRef::Map => None,
                    $(RecordRef::$kind(id) => self.$table.get_mut(&id).map(Record::spot_mut),)*
                }
            }

            /// Makes one change without looking at the rules; gives the change that takes it back.
            pub(super) fn replace(&mut self, change: Change) -> Change {
                fn swap<K: Ord + Copy, V>(table: &mut BTreeMap<K, V>, id: K, record: Option<V>) -> Option<V> {
                    match record {
                        Some(record) => table.insert(id, record),
                        None => table.remove(&id),
                    }
                }
                match change {
                    Change::Meta(meta) => Change::Meta(std::mem::replace(&mut self.meta, meta)),
                    $(Change::$kind(id, record) => Change::$kind(id, swap(&mut self.$table, id, record)),)*
                }
            }

            /// Makes changes without looking at the rules: what a command does to its own copy.
            pub fn make(&mut self, changes: Vec<Change>) {
                for change in changes {
                    self.replace(change);
                }
            }

            /// The changes that make `after` of these tables: kind by kind, what is gone first.
            pub fn difference(&self, after: &Self) -> Vec<Change> {
                fn table<R: Record>(before: &Tables, after: &Tables, changes: &mut Vec<Change>) {
                    let (before, after) = (R::table(before), R::table(after));
                    for id in before.keys().filter(|id| !after.contains_key(id)) {
                        changes.push(R::change(*id, None));
                    }
                    for (id, record) in after {
                        if before.get(id) != Some(record) {
                            changes.push(R::change(*id, Some(record.clone())));
                        }
                    }
                }
                let mut changes = Vec::new();
                if self.meta != after.meta {
                    changes.push(Change::Meta(after.meta.clone()));
                }
                $(table::<$kind>(self, after, &mut changes);)*
                changes
            }

            /// Every record with what it names, to look for those that name another.
            pub(super) fn each_linked(&self, visit: &mut dyn FnMut(RecordRef, &dyn Links)) {
                $(for (id, record) in &self.$table {
                    visit(RecordRef::$kind(*id), record);
                })*
            }

            /// One record with what it names; `None` when it is not there, or for the map, which names nothing.
            pub(super) fn linked(&self, at: RecordRef) -> Option<&dyn Links> {
                match at {
                    RecordRef::Map => None,
                    $(RecordRef::$kind(id) => self.$table.get(&id).map(|record| record as &dyn Links),)*
                }
            }
        }

        $(
            impl Record for $kind {
                type Id = $id;
                const KIND: RecordKind = RecordKind::$kind;

                fn table(tables: &Tables) -> &BTreeMap<$id, Self> {
                    &tables.$table
                }

                fn table_mut(tables: &mut Tables) -> &mut BTreeMap<$id, Self> {
                    &mut tables.$table
                }

                fn change(id: $id, record: Option<Self>) -> Change {
                    Change::$kind(id, record)
                }

                fn text(&self) -> &str {
                    &self.$text
                }

                fn set_text(&mut self, text: String) {
                    self.$text = text;
                }

                fn spot(&self) -> Spot<'_> {
                    Spot { $($spot: Some(&self.$spot),)* ..Spot::default() }
                }

                fn spot_mut(&mut self) -> SpotMut<'_> {
                    SpotMut { $($spot: Some(&mut self.$spot),)* ..SpotMut::default() }
                }
            }

            impl From<$id> for RecordRef {
                fn from(id: $id) -> Self {
                    Self::$kind(id)
                }
            }

            impl From<u64> for $id {
                fn from(number: u64) -> Self {
                    Self(number)
                }
            }

            impl TryFrom<RecordRef> for $id {
                /// The record is of another kind.
                type Error = RecordRef;

                fn try_from(record: RecordRef) -> Result<Self, RecordRef> {
                    if let RecordRef::$kind(id) = record { Ok(id) } else { Err(record) }
                }
            }
        )*
    };
}

records!(kinds);

impl Tables {
    /// Whether it holds no record at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind().name();
        match self.number() {
            Some(number) => write!(f, "{kind} {}", to_base32(number)),
            None => f.write_str(kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_is_found_by_its_kind_and_number() {
        for (number, kind) in (1..).zip(RecordKind::RECORDS) {
            let record = RecordRef::of(*kind, number).unwrap();
            assert_eq!((record.kind(), record.number()), (*kind, Some(number)));
            assert!(record.to_string().starts_with(kind.name()), "{record}");
            assert!(!Tables::default().contains(record));
        }
        assert_eq!(RecordRef::of(RecordKind::Map, 1), None);
        assert!(Tables::default().contains(RecordRef::Map));
    }
}
