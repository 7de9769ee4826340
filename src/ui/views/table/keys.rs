//! What the table says of itself and does with its keys; and its clipboard.

use super::super::edit::Editor;
use super::super::shell::{Pane, Rows, Told, select};
use super::TablePanel;
use super::cell::{begin, cell_id};
use crate::fields::{FieldKey, FieldKind, kind};
use crate::model::RecordRef;
use crate::session::views::{TableMsg, View, ViewAct, Way, copied};
use crate::session::{Intent, TextOf};
use egui::Role;
use touchline_words::say;

/// Rows of a page.
const PAGE: isize = 10;

impl Rows for TablePanel {
    const VIEW: View = View::Table;

    fn is_busy(&self) -> bool {
        self.editor.is_some() || self.choosing.is_some()
    }

    fn takes_tab(&self, _pane: Pane<'_>) -> bool {
        false
    }

    fn told(&self, _pane: Pane<'_>) -> Told {
        let (rows, columns) = (self.table.rows().len(), self.table.columns().len());
        let name = say!(ui_table_name, kind = self.table.kind().counted(rows));
        let at = self.at.filter(|(record, _)| self.table.rows().contains(record));
        let at = at.map(|(record, column)| cell_id(record, column));
        Told { role: Role::Grid, name, at, size: Some((rows, columns)) }
    }

    fn act(&mut self, pane: Pane<'_>, act: ViewAct, intents: &mut Vec<Intent>) {
        match act {
            ViewAct::Go(way) => self.step(pane, way, false, intents),
            ViewAct::Reach(way) => self.step(pane, way, true, intents),
            ViewAct::Write => begin(self, pane.session, intents),
            ViewAct::Check => {
                let Some((record, _)) = self.at else { return };
                // The row that went with the keyboard stays checked where it is.
                let stays = !self.is_pinned && pane.session.selection().only() == Some(record);
                self.is_pinned = true;
                if !stays {
                    intents.push(Intent::Toggle(record));
                }
            }
            ViewAct::Move(_) | ViewAct::Tie | ViewAct::Untie => {}
        }
    }

    /// A letter opens the cell with itself in it, as in a spreadsheet, where the cell takes words.
    fn typed(&mut self, pane: Pane<'_>, letters: String, _at_secs: f64, intents: &mut Vec<Intent>) {
        let Some((record, column)) = self.at.filter(|_| !letters.trim().is_empty()) else { return };
        let Some(field) = self.table.columns().get(column).and_then(|column| column.field()) else { return };
        match kind(record.kind(), field) {
            Some(FieldKind::Choice(_) | FieldKind::Switch) | None => begin(self, pane.session, intents),
            Some(_) => {
                self.editor = Editor::of(pane.session, record, field).map(Editor::begun);
                if self.editor.is_some() {
                    intents.push(Intent::Write { of: TextOf::Field(FieldKey::one(record, field)), text: letters });
                }
            }
        }
    }

    /// The checked rows as a spreadsheet takes them, in the order of the table; else the one that the keyboard is in.
    fn copied(&self, pane: Pane<'_>) -> Option<String> {
        let is_checked = |record: &&RecordRef| pane.session.selection().contains(**record);
        let mut records: Vec<RecordRef> = self.table.rows().iter().filter(is_checked).copied().collect();
        if records.is_empty() {
            records.extend(self.at.map(|(record, _)| record));
        }
        (!records.is_empty()).then(|| copied(pane.session.map(), &records, self.table.columns()))
    }

    /// A spreadsheet's cells, from the cell on that the keyboard is in: downwards and on in the order of the columns.
    fn pasted(&self, text: String) -> Option<Intent> {
        let (record, column) = self.at?;
        let row = self.table.rows().iter().position(|row| *row == record)?;
        let records = self.table.rows().get(row..)?.to_vec();
        let fields = self.table.columns().get(column..)?.iter().map(|column| column.field()).collect();
        Some(Intent::Table(TableMsg::Paste { records, fields, text }))
    }
}

impl TablePanel {
    /// Goes as far as there are rows and columns.
    fn step(&mut self, pane: Pane<'_>, way: Way, extends: bool, intents: &mut Vec<Intent>) {
        let columns = self.table.columns().len() as isize;
        let by = match way {
            Way::Up => (-1, 0),
            Way::Down => (1, 0),
            Way::PageUp => (-PAGE, 0),
            Way::PageDown => (PAGE, 0),
            Way::Before => (0, -1),
            Way::Behind => (0, 1),
            Way::First => (0, -columns),
            Way::Last => (0, columns),
        };
        let rows = self.table.rows();
        let here = self.at.and_then(|(record, column)| Some((rows.iter().position(|row| *row == record)?, column)));
        let (row, column) = match here {
            None => (0, 0),
            Some((row, column)) => (
                row.saturating_add_signed(by.0).min(rows.len().saturating_sub(1)),
                column.saturating_add_signed(by.1).min(self.table.columns().len().saturating_sub(1)),
            ),
        };
        let Some(record) = rows.get(row).copied() else { return };
        let moves = self.at.map(|(at, _)| at) != Some(record);
        (self.at, self.to_reveal) = (Some((record, column)), true);
        if extends {
            self.is_pinned = true;
            intents.push(select(record, true));
        } else if moves && !self.is_pinned && pane.session.selection().records().len() < 2 {
            intents.push(select(record, false));
        }
    }
}
