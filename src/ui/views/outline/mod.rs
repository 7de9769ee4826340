//! The outline: the whole map as a tree of rows, written, moved and walked by keys, and heard as a tree.
//!
//! Only the rows that are seen are drawn and told; the session keeps the others.

mod keys;
mod row;

#[cfg(test)]
mod tests;

use super::edit::Editor;
use super::shell::{Attention, Line, Pane, bar_ui, between, card_ui, keyboard_ui};
use crate::model::{RecordRef, SegmentId};
use crate::scene::FaceStyle;
use crate::session::views::{Outline, OutlineMsg, reached};
use crate::session::{Command, Intent, Session};
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{link_button_ui, muted_ui};
use egui::{Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};
use keys::Sought;
use row::{ROW, row_ui};
use std::collections::BTreeMap;
use touchline_words::say;

/// Wider than this no row is read with ease, in logical pixels.
const WIDEST: f32 = 960.0;
const HEAD: f32 = 40.0;
const FOOT: f32 = 34.0;

/// What the outline keeps between frames.
#[derive(Default)]
pub struct OutlinePanel {
    pub(super) outline: Outline,
    pub(super) editor: Option<Editor>,
    pub(super) sought: Sought,
    /// How many reached what was measured, and of which map and audience.
    pub(super) reached: BTreeMap<RecordRef, String>,
    reached_of: Option<(u64, Option<SegmentId>)>,
    attention: Attention,
}

impl OutlinePanel {
    /// Opens the words of a record, as soon as its row is there.
    pub fn edit(&mut self, record: RecordRef) {
        self.attention.to_write = Some(record);
    }

    /// Whether a text is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.attention.to_write.is_some() || self.editor.as_ref().is_some_and(Editor::is_opening)
    }

    /// Brings a record into sight.
    pub fn reveal(&mut self, record: RecordRef) {
        self.attention.to_reveal = Some(record);
    }

    /// What is being written, or is about to be.
    fn written(&self) -> Option<RecordRef> {
        self.editor.as_ref().map(Editor::record).or(self.attention.to_write)
    }

    /// What selects every row from one to another, the last of them the main one.
    pub(super) fn between(&self, from: RecordRef, to: RecordRef) -> Intent {
        between(self.outline.rows().iter().filter_map(|row| row.item.record()), from, to, false)
    }

    /// Shows the outline in the rest of the panel and gives back what was asked for.
    pub fn show(&mut self, ui: &mut Ui, pane: Pane<'_>) -> Vec<Intent> {
        let mut intents = Vec::new();
        self.follow(pane.session);
        let room = ui.available_rect_before_wrap();
        let room = pane.placed(room.with_max_x(room.right().min(room.left() + WIDEST)), room);
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            card_ui(ui, |ui, whole| self.card_ui(ui, pane, whole, &mut intents));
        });
        intents
    }

    /// Brings the rows up to date, with what is selected unfolded.
    fn follow(&mut self, session: &Session) {
        let (map, stamp) = (session.map(), session.map_stamp());
        self.attention.follow(session);
        for record in self.attention.to_reveal.into_iter().chain(self.attention.to_write) {
            self.outline.unfold_to(map, record);
        }
        self.outline.follow(map, stamp, session.sieve().keeping(self.written()));
        let of = Some((stamp, session.lens()));
        if self.reached_of != of {
            self.reached_of = of;
            self.reached = reached(map, session.lens());
        }
        if let Some(record) = self.attention.take_written(session) {
            self.editor = Editor::new(session, record);
        }
    }

    fn card_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, whole: Rect, intents: &mut Vec<Intent>) {
        let head = Rect::from_min_size(whole.min, vec2(whole.width(), HEAD));
        let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - FOOT), whole.max);
        let middle = Rect::from_min_max(head.left_bottom(), foot.right_top());
        bar_ui(ui, pane, head, Line::Below, |ui| self.head_ui(ui, pane));
        keyboard_ui(ui, self, pane, middle, intents);
        // What the keys have folded is drawn in this frame.
        let session = pane.session;
        self.outline.follow(session.map(), session.map_stamp(), session.sieve().keeping(self.written()));
        ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| self.rows_ui(ui, pane, intents));
        bar_ui(ui, pane, foot, Line::Above, |ui| {
            if link_button_ui(ui, &format!("+ {}", say!(ui_outline_add))).clicked() {
                intents.push(match session.selection().main() {
                    Some(record) => Intent::Outline(OutlineMsg::Another(record)),
                    None => Intent::Command(Command::AddStage),
                });
            }
            if let Some(told) = self.sought.told(ui) {
                ui.add_space(12.0);
                muted_ui(ui, &told);
            }
        });
    }

    fn head_ui(&self, ui: &mut Ui, pane: Pane<'_>) {
        let (theme, session) = (style::theme(ui.ctx()), pane.session);
        let title = RichText::new(say!(view_outline)).font(style::font(FaceStyle::Bold, size::FIGURE));
        ui.label(title.color(style::color(theme.ink)));
        let lens = session.lens().and_then(|id| session.map().segments.get(&id));
        if let Some(segment) = lens {
            muted_ui(ui, &segment.name);
        }
        if session.map().stages.is_empty() {
            muted_ui(ui, say!(ui_outline_empty));
        } else if self.outline.rows().is_empty() {
            muted_ui(ui, say!(ui_table_empty));
        } else if !self.reached.is_empty() {
            ui.with_layout(pane.layout_from_end(), |ui| muted_ui(ui, say!(ui_outline_reached)));
        }
    }

    fn rows_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, intents: &mut Vec<Intent>) {
        ScrollArea::vertical().id_salt("outline rows").auto_shrink(false).show_viewport(ui, |ui, seen| {
            let rows = self.outline.rows().len();
            ui.set_min_height(rows as f32 * ROW + 8.0);
            let top = ui.max_rect().min + vec2(0.0, 4.0);
            let width = ui.max_rect().width();
            let place = |nth: usize| Rect::from_min_size(top + vec2(0.0, nth as f32 * ROW), vec2(width, ROW));
            if let Some(nth) = self.attention.to_reveal.take().and_then(|record| self.outline.row_of(record)) {
                ui.scroll_to_rect(place(nth).expand2(vec2(0.0, 8.0)), None);
            }
            let first = (seen.top() / ROW).floor().max(0.0) as usize;
            let last = ((seen.bottom() / ROW).ceil() as usize + 1).min(rows);
            for nth in first..last {
                row_ui(ui, self, pane, nth, place(nth), intents);
            }
            // The row that the keyboard is in is heard though it is out of sight.
            let main = pane.session.selection().main().and_then(|record| self.outline.row_of(record));
            if let Some(nth) = main.filter(|nth| !(first..last).contains(nth)) {
                row_ui(ui, self, pane, nth, place(nth), intents);
            }
            self.write_ui(ui, pane, &place, intents);
        });
    }

    fn write_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, place: &dyn Fn(usize) -> Rect, intents: &mut Vec<Intent>) {
        let Some(mut editor) = self.editor.take() else { return };
        let Some(nth) = self.outline.row_of(editor.record()) else { return };
        let rect = place(nth);
        if editor.show(ui, pane, pane.placed(rect.with_max_x(rect.right() - 8.0), rect), intents) {
            self.editor = Some(editor);
        }
    }
}
