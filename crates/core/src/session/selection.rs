//! What is selected: records, the last of them the main one, or an empty cell.

use crate::edit::Cell;
use crate::model::*;

/// The selection. Never names a record twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    records: Vec<RecordRef>,
    cell: Option<Cell>,
}

impl Selection {
    /// The selected records in the order in which they were selected.
    pub fn records(&self) -> &[RecordRef] {
        &self.records
    }

    /// The record that was selected last.
    pub fn main(&self) -> Option<RecordRef> {
        self.records.last().copied()
    }

    /// The record, when exactly one is selected.
    pub fn only(&self) -> Option<RecordRef> {
        match self.records.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The selected empty cell.
    pub fn cell(&self) -> Option<Cell> {
        self.cell
    }

    pub fn contains(&self, record: RecordRef) -> bool {
        self.records.contains(&record)
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The selected cards, in the order of selecting.
    pub fn touchpoints(&self) -> Vec<TouchpointId> {
        let card = |record: &RecordRef| if let RecordRef::Touchpoint(id) = record { Some(*id) } else { None };
        self.records.iter().filter_map(card).collect()
    }

    pub(super) fn set(&mut self, records: impl IntoIterator<Item = RecordRef>) {
        self.clear();
        self.extend(records);
    }

    pub(super) fn extend(&mut self, records: impl IntoIterator<Item = RecordRef>) {
        self.cell = None;
        for record in records {
            if !self.contains(record) {
                self.records.push(record);
            }
        }
    }

    pub(super) fn toggle(&mut self, record: RecordRef) {
        self.cell = None;
        match self.records.iter().position(|other| *other == record) {
            Some(place) => drop(self.records.remove(place)),
            None => self.records.push(record),
        }
    }

    pub(super) fn set_cell(&mut self, cell: Cell) {
        self.records.clear();
        self.cell = Some(cell);
    }

    pub(super) fn clear(&mut self) {
        self.records.clear();
        self.cell = None;
    }

    /// Forgets what the map no longer has.
    pub(super) fn prune(&mut self, map: &Map) {
        self.records.retain(|record| map.contains(*record));
        self.cell = self.cell.filter(|cell| map.stages.contains_key(&cell.stage) && map.lanes.contains_key(&cell.lane));
    }
}
