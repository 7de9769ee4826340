//! The table: the records of one kind as rows, their fields as columns, in an order that a person chose.
//!
//! Which row stands where is worked out anew when the map, the filter, the kind or the order changes, and at no other time. What does not meet the filter has no row, or stands below all that does. A text is read from the table of [`fields`] as
//! the map says it.

use crate::fields::{self, FieldKind};
use crate::model::*;
use crate::session::column::{Column, cell, stage_of};
use crate::session::filter::{Sieve, SieveKey, figure};
use std::cmp::Ordering;

/// By which column rows stand, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortKey {
    pub column: usize,
    pub descending: bool,
}

/// A table of one kind of record.
#[derive(Clone, Debug)]
pub struct Table {
    kind: RecordKind,
    columns: Vec<Column>,
    /// The first counts most.
    keys: Vec<SortKey>,
    /// Of the map and the filter that the rows are made from; none when they are to be made anew.
    stamp: Option<(u64, SieveKey)>,
    rows: Vec<RecordRef>,
    /// How many of them, from the first on, meet the filter.
    met: usize,
    /// How many there are with those that the filter leaves out.
    all: usize,
}

impl Default for Table {
    fn default() -> Self {
        Self::of(RecordKind::Touchpoint)
    }
}

impl Table {
    /// The table of a kind, in the order of the map.
    pub fn of(kind: RecordKind) -> Self {
        let columns = columns(kind);
        Self { kind, columns, keys: Vec::new(), stamp: None, rows: Vec::new(), met: 0, all: 0 }
    }

    /// The kinds that have a table: those that have fields to write.
    pub fn kinds() -> Vec<RecordKind> {
        RecordKind::RECORDS.iter().copied().filter(|kind| !fields::all(*kind).is_empty()).collect()
    }

    pub fn kind(&self) -> RecordKind {
        self.kind
    }

    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub fn keys(&self) -> &[SortKey] {
        &self.keys
    }

    pub fn rows(&self) -> &[RecordRef] {
        &self.rows
    }

    /// How many rows meet the filter; those below them step back.
    pub fn met(&self) -> usize {
        self.met
    }

    /// How many records of the kind there are.
    pub fn all(&self) -> usize {
        self.all
    }

    /// Whether a column holds figures, which stand at the right.
    pub fn is_figures(&self, column: usize) -> bool {
        let field = self.columns.get(column).and_then(|column| column.field());
        let kind = field.and_then(|field| fields::kind(self.kind, field));
        matches!(kind, Some(FieldKind::Number))
    }

    /// Sorts by a column: first upwards, then downwards, then not any more. `adds` keeps the keys before it.
    pub fn sort_by(&mut self, column: usize, adds: bool) {
        let here = self.keys.iter().position(|key| key.column == column);
        let before = here.and_then(|place| self.keys.get(place)).copied();
        if !adds {
            self.keys.retain(|key| key.column == column);
        }
        match before {
            None => self.keys.push(SortKey { column, descending: false }),
            Some(key) if !key.descending => {
                for one in self.keys.iter_mut().filter(|one| one.column == column) {
                    one.descending = true;
                }
            }
            Some(_) => self.keys.retain(|one| one.column != column),
        }
        self.stamp = None;
    }

    /// Brings the rows up to date with a map and the filter over it; equal stamps, equal map. True when they were made anew.
    pub fn follow(&mut self, map: &Map, stamp: u64, sieve: Sieve<'_>) -> bool {
        let now = Some((stamp, sieve.key()));
        if self.stamp == now {
            return false;
        }
        self.stamp = now;
        let mut rows = in_order(map, self.kind);
        self.all = rows.len();
        let sifted = sieve.over(map);
        rows.retain(|record| !sifted.is_hidden(*record));
        // The last key first: sorting keeps the order of equals.
        for key in self.keys.iter().rev() {
            let Some(column) = self.columns.get(key.column) else { continue };
            let is_figures = self.is_figures(key.column);
            // What may be chosen, asked once for all rows.
            let names = column.field().and_then(|field| fields::choices(self.kind, field)).unwrap_or_default();
            rows.sort_by_cached_key(|record| {
                Worth::of(cell(map, *record, *column), &names, is_figures, key.descending)
            });
        }
        let (mut rows, dimmed): (Vec<_>, Vec<_>) = rows.into_iter().partition(|record| !sifted.is_dimmed(*record));
        self.met = rows.len();
        rows.extend(dimmed);
        self.rows = rows;
        true
    }
}

/// Every field of the kind once: its name first, then where it stands, then the others. The same text is shown once.
fn columns(kind: RecordKind) -> Vec<Column> {
    let title = fields::title(kind);
    let others = fields::all(kind).into_iter().map(|(field, _)| field);
    let others = others.filter(|field| *field != title && !(kind == RecordKind::Sticky && *field == Field::Title));
    let stands = kind.listed().is_some() || [RecordKind::Touchpoint, RecordKind::Flag].contains(&kind);
    // A flag is known by its rule, and only some have a name of their own.
    let (first, last) = if kind == RecordKind::Flag { (None, Some(title)) } else { (Some(title), None) };
    let mut all: Vec<Column> = first.into_iter().map(Column::Field).collect();
    all.extend(stands.then_some(Column::Stage));
    // What is short stands before what is long, so that most of it is seen at once.
    let (short, long): (Vec<Field>, Vec<Field>) = others.partition(|field| is_short(kind, *field));
    all.extend(short.into_iter().chain(long).map(Column::Field));
    all.extend(last.map(Column::Field));
    all
}

/// Whether a field holds something short: a figure, a day, a name out of a few, or of a person.
fn is_short(kind: RecordKind, field: Field) -> bool {
    let holds = fields::kind(kind, field);
    let short = matches!(
        holds,
        Some(FieldKind::Choice(_) | FieldKind::Switch | FieldKind::Number | FieldKind::Day | FieldKind::Audiences)
    );
    short || field == Field::Owner
}

/// The records of a kind in the order of the map.
fn in_order(map: &Map, kind: RecordKind) -> Vec<RecordRef> {
    let stages: Vec<(StageId, Rank)> =
        map.stages_in_order().into_iter().map(|(id, stage)| (id, stage.rank.clone())).collect();
    let mut records: Vec<RecordRef> = map.refs(kind);
    let lanes: std::collections::BTreeMap<LaneId, &Rank> =
        map.lanes.iter().map(|(id, lane)| (*id, &lane.rank)).collect();
    let places: std::collections::BTreeMap<StageId, usize> =
        stages.iter().enumerate().map(|(nth, (id, _))| (*id, nth)).collect();
    records.sort_by_cached_key(|record| {
        let spot = map.spot(*record);
        let lane = spot.and_then(|spot| spot.lane.copied()).or_else(|| map.lane_listing(*record));
        let lane = lane.and_then(|lane| lanes.get(&lane)).map(|rank| (*rank).clone());
        let rank = spot.and_then(|spot| spot.rank).cloned();
        (stage_of(map, *record).and_then(|id| places.get(&id)), lane, rank, *record)
    });
    records
}

/// By what a cell stands in an order: what is empty is last, whichever way.
#[derive(PartialEq, Eq)]
struct Worth {
    is_empty: bool,
    figure: Option<i64>,
    text: String,
    descending: bool,
}

impl Worth {
    fn of(text: String, names: &[&str], is_figures: bool, descending: bool) -> Self {
        // A choice stands by its place in its list, a figure by its size; in thousandths, which no field is finer than.
        let choice = names.iter().position(|name| *name == text).map(|place| place as i64);
        let figure = if is_figures { figure(&text) } else { choice };
        Self { is_empty: text.is_empty(), figure, text: text.to_lowercase(), descending }
    }
}

impl PartialOrd for Worth {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Worth {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = self.figure.cmp(&other.figure).then_with(|| self.text.cmp(&other.text));
        self.is_empty.cmp(&other.is_empty).then(if self.descending { order.reverse() } else { order })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;

    fn column(table: &Table, wanted: Column) -> usize {
        table.columns().iter().position(|column| *column == wanted).unwrap()
    }

    fn texts(map: &Map, table: &Table, column: usize) -> Vec<String> {
        table.rows().iter().map(|record| cell(map, *record, table.columns()[column])).collect()
    }

    #[test]
    fn every_kind_with_fields_has_a_table_of_all_its_records_and_no_column_twice() {
        let map = sample::map();
        for kind in Table::kinds() {
            let mut table = Table::of(kind);
            assert!(table.follow(&map, 1, Sieve::default()) && !table.follow(&map, 1, Sieve::default()));
            assert_eq!((table.rows().len(), table.all()), (map.refs(kind).len(), map.refs(kind).len()), "{kind:?}");
            let names: std::collections::BTreeSet<String> =
                table.columns().iter().map(|column| format!("{column:?}")).collect();
            assert_eq!(names.len(), table.columns().len(), "{kind:?}");
        }
    }

    #[test]
    fn a_click_sorts_up_then_down_then_not_and_what_is_empty_is_last_both_ways() {
        let map = sample::map();
        let mut table = Table::of(RecordKind::Touchpoint);
        let owner = column(&table, Column::Field(Field::Owner));
        table.follow(&map, 1, Sieve::default());
        let as_is = table.rows().to_vec();
        for descending in [false, true] {
            table.sort_by(owner, false);
            table.follow(&map, 1, Sieve::default());
            let texts = texts(&map, &table, owner);
            let filled: Vec<String> =
                texts.iter().take_while(|text| !text.is_empty()).map(|text| text.to_lowercase()).collect();
            assert!(texts[filled.len()..].iter().all(String::is_empty), "{texts:?}");
            let mut sorted = filled.clone();
            sorted.sort();
            if descending {
                sorted.reverse();
            }
            assert_eq!(filled, sorted);
        }
        table.sort_by(owner, false);
        table.follow(&map, 1, Sieve::default());
        assert_eq!(table.rows(), as_is);
    }

    #[test]
    fn figures_stand_by_their_size_and_choices_by_their_place_and_a_second_key_parts_equals() {
        let map = sample::map();
        let mut table = Table::of(RecordKind::Touchpoint);
        let feeling = column(&table, Column::Field(Field::Emotion(None)));
        let channel = column(&table, Column::Field(Field::Channel));
        assert!(table.is_figures(feeling) && !table.is_figures(channel));
        table.sort_by(channel, false);
        table.sort_by(feeling, true);
        assert_eq!(table.keys().len(), 2);
        table.follow(&map, 1, Sieve::default());
        let names = fields::choices(RecordKind::Touchpoint, Field::Channel).unwrap();
        let told: Vec<(usize, bool, i64)> = table
            .rows()
            .iter()
            .map(|record| {
                let channel = cell(&map, *record, Column::Field(Field::Channel));
                let feeling = cell(&map, *record, Column::Field(Field::Emotion(None)));
                let place = names.iter().position(|name| *name == channel).unwrap();
                (place, feeling.is_empty(), figure(&feeling).unwrap_or_default())
            })
            .collect();
        let mut sorted = told.clone();
        sorted.sort();
        assert_eq!(told, sorted);
        assert!(figure("−2.4") < figure("0.9") && figure("10") > figure("9"));
    }
}
