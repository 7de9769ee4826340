//! The keys of the table, while it has the keyboard and no cell is open; and its clipboard.

use super::super::edit::Editor;
use super::TablePanel;
use super::cell::begin;
use crate::fields::{FieldKey, FieldKind, kind};
use crate::model::RecordRef;
use crate::session::views::{TableMsg, copied};
use crate::session::{Intent, Session, TextOf};
use crate::ui::board::focus_id;
use egui::{Event, EventFilter, Key, Modifiers, Ui};

/// Rows of a page.
const PAGE: isize = 10;

/// Takes what the table does with keys out of the input.
pub fn keys_ui(ui: &Ui, panel: &mut TablePanel, session: &Session, intents: &mut Vec<Intent>) {
    if !ui.memory(|memory| memory.has_focus(focus_id())) {
        return;
    }
    let escape = !session.selection().is_empty();
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), filter));
    let events: Vec<Event> = ui.input_mut(|input| {
        let (mine, others) = std::mem::take(&mut input.events).into_iter().partition(is_mine);
        input.events = others;
        mine
    });
    for event in events {
        match event {
            Event::Key { key, modifiers, .. } => key_pressed(panel, session, key, modifiers, intents),
            Event::Text(letters) => type_in(panel, session, letters, intents),
            Event::Copy => copy(ui, panel, session),
            Event::Paste(text) => intents.extend(paste(panel, text)),
            _ => {}
        }
    }
}

fn is_mine(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Copy | Event::Paste(_) => true,
        Event::Key { key: Key::Tab, .. } => false,
        Event::Key { pressed: true, modifiers, .. } => !modifiers.command && !modifiers.alt,
        _ => false,
    }
}

fn key_pressed(panel: &mut TablePanel, session: &Session, key: Key, held: Modifiers, intents: &mut Vec<Intent>) {
    let columns = panel.table.columns().len() as isize;
    match key {
        Key::ArrowUp => step(panel, session, (-1, 0), held.shift, intents),
        Key::ArrowDown => step(panel, session, (1, 0), held.shift, intents),
        Key::PageUp => step(panel, session, (-PAGE, 0), held.shift, intents),
        Key::PageDown => step(panel, session, (PAGE, 0), held.shift, intents),
        Key::ArrowLeft => step(panel, session, (0, -1), false, intents),
        Key::ArrowRight => step(panel, session, (0, 1), false, intents),
        Key::Home => step(panel, session, (0, -columns), false, intents),
        Key::End => step(panel, session, (0, columns), false, intents),
        Key::Enter | Key::F2 => begin(panel, session, intents),
        Key::Space => {
            let Some((record, _)) = panel.at else { return };
            // The row that went with the keyboard stays checked where it is.
            let stays = !panel.is_pinned && session.selection().only() == Some(record);
            panel.is_pinned = true;
            if !stays {
                intents.push(Intent::Toggle(record));
            }
        }
        _ => {}
    }
}

/// Goes so many rows down and so many columns to the right, as far as there are any.
fn step(panel: &mut TablePanel, session: &Session, by: (isize, isize), extends: bool, intents: &mut Vec<Intent>) {
    let rows = panel.table.rows();
    let here = panel.at.and_then(|(record, column)| Some((rows.iter().position(|row| *row == record)?, column)));
    let (row, column) = match here {
        None => (0, 0),
        Some((row, column)) => (
            row.saturating_add_signed(by.0).min(rows.len().saturating_sub(1)),
            column.saturating_add_signed(by.1).min(panel.table.columns().len().saturating_sub(1)),
        ),
    };
    let Some(record) = rows.get(row).copied() else { return };
    let moves = panel.at.map(|(at, _)| at) != Some(record);
    (panel.at, panel.to_reveal) = (Some((record, column)), true);
    if extends {
        panel.is_pinned = true;
        intents.push(Intent::SelectAll { records: vec![record], extend: true });
    } else if moves && !panel.is_pinned && session.selection().records().len() < 2 {
        intents.push(Intent::Select(record));
    }
}

/// A letter opens the cell with itself in it, as in a spreadsheet, where the cell takes words.
fn type_in(panel: &mut TablePanel, session: &Session, letters: String, intents: &mut Vec<Intent>) {
    let Some((record, column)) = panel.at.filter(|_| !letters.trim().is_empty()) else { return };
    let Some(field) = panel.table.columns().get(column).and_then(|column| column.field()) else { return };
    match kind(record.kind(), field) {
        Some(FieldKind::Choice(_) | FieldKind::Switch) | None => begin(panel, session, intents),
        Some(_) => {
            panel.editor = Editor::of(session, record, field).map(Editor::begun);
            if panel.editor.is_some() {
                intents.push(Intent::Write { of: TextOf::Field(FieldKey::one(record, field)), text: letters });
            }
        }
    }
}

/// The checked rows as a spreadsheet takes them, in the order of the table; else the one that the keyboard is in.
fn copy(ui: &Ui, panel: &TablePanel, session: &Session) {
    let is_checked = |record: &&RecordRef| session.selection().contains(**record);
    let mut records: Vec<RecordRef> = panel.table.rows().iter().filter(is_checked).copied().collect();
    if records.is_empty() {
        records.extend(panel.at.map(|(record, _)| record));
    }
    if !records.is_empty() {
        ui.ctx().copy_text(copied(session.map(), &records, panel.table.columns()));
    }
}

/// A spreadsheet's cells, from the cell on that the keyboard is in: downwards and to the right.
fn paste(panel: &TablePanel, text: String) -> Option<Intent> {
    let (record, column) = panel.at?;
    let row = panel.table.rows().iter().position(|row| *row == record)?;
    let records = panel.table.rows().get(row..)?.to_vec();
    let fields = panel.table.columns().get(column..)?.iter().map(|column| column.field()).collect();
    Some(Intent::Table(TableMsg::Paste { records, fields, text }))
}
