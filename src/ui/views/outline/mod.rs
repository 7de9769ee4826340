//! The outline: the whole map as a tree of rows, written, moved and walked by keys, and heard as a tree.
//!
//! Only the rows that are seen are drawn and told; the session keeps the others.

mod keys;
mod row;

#[cfg(test)]
mod tests;

use super::edit::Editor;
use crate::model::{RecordRef, SegmentId};
use crate::scene::FaceStyle;
use crate::session::views::{Outline, OutlineMsg, reached};
use crate::session::{Command, Intent, Session};
use crate::theme::size;
use crate::ui::board::focus_id;
use crate::ui::style;
use crate::ui::widgets::{link_button_ui, muted_ui};
use egui::{Align, Frame, Layout, Margin, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};
use keys::{Sought, keys_ui};
use row::{ROW, row_id, row_ui};
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
    to_write: Option<RecordRef>,
    to_reveal: Option<RecordRef>,
    /// The main selected record of the last frame.
    main: Option<RecordRef>,
}

impl OutlinePanel {
    /// Opens the words of a record, as soon as its row is there.
    pub fn edit(&mut self, record: RecordRef) {
        self.to_write = Some(record);
    }

    /// Whether a text is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.to_write.is_some() || self.editor.as_ref().is_some_and(Editor::is_opening)
    }

    /// Brings a record into sight.
    pub fn reveal(&mut self, record: RecordRef) {
        self.to_reveal = Some(record);
    }

    /// What is being written, or is about to be.
    fn written(&self) -> Option<RecordRef> {
        self.editor.as_ref().map(Editor::record).or(self.to_write)
    }

    /// What selects every row from one to another, the last of them the main one.
    pub(super) fn between(&self, from: RecordRef, to: RecordRef) -> Intent {
        let (Some(start), Some(end)) = (self.outline.row_of(from), self.outline.row_of(to)) else {
            return Intent::Select(to);
        };
        let rows = self.outline.rows().get(start.min(end)..=start.max(end)).unwrap_or_default();
        let mut records: Vec<RecordRef> = rows.iter().filter_map(|row| row.item.record()).collect();
        if end < start {
            records.reverse();
        }
        Intent::SelectAll { records, extend: false }
    }

    /// Shows the outline in the rest of the panel and gives back what was asked for.
    pub fn show(&mut self, ui: &mut Ui, session: &Session) -> Vec<Intent> {
        let mut intents = Vec::new();
        self.follow(session);
        let theme = style::theme(ui.ctx());
        let card = Frame::new()
            .fill(style::color(theme.surface))
            .stroke(style::hairline(&theme))
            .corner_radius(style::CARD_RADIUS)
            .outer_margin(Margin { left: 20, right: 20, top: 0, bottom: 10 });
        let room = ui.available_rect_before_wrap();
        let room = room.with_max_x(room.right().min(room.left() + WIDEST));
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            card.show(ui, |ui| self.card_ui(ui, session, &mut intents));
        });
        intents
    }

    /// Brings the rows up to date, with what is selected unfolded.
    fn follow(&mut self, session: &Session) {
        let (map, stamp) = (session.map(), session.map_stamp());
        let main = session.selection().main();
        if main != self.main {
            self.main = main;
            self.to_reveal = self.to_reveal.or(main);
        }
        for record in self.to_reveal.into_iter().chain(self.to_write) {
            self.outline.unfold_to(map, record);
        }
        self.outline.follow(map, stamp, session.sieve().keeping(self.written()));
        let of = Some((stamp, session.lens()));
        if self.reached_of != of {
            self.reached_of = of;
            self.reached = reached(map, session.lens());
        }
        if let Some(record) = self.to_write.take_if(|record| map.contains(*record)) {
            self.editor = Editor::new(session, record);
            self.to_reveal = Some(record);
        }
    }

    fn card_ui(&mut self, ui: &mut Ui, session: &Session, intents: &mut Vec<Intent>) {
        let whole = ui.available_rect_before_wrap();
        ui.set_min_size(whole.size());
        let head = Rect::from_min_size(whole.min, vec2(whole.width(), HEAD));
        let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - FOOT), whole.max);
        let middle = Rect::from_min_max(head.left_bottom(), foot.right_top());
        self.head_ui(ui, session, head);
        let tree = ui.interact(middle, focus_id(), Sense::FOCUSABLE);
        self.name_tree(ui, session);
        if ui.memory(|memory| memory.focused().is_none()) && self.reached_of.is_none() {
            tree.request_focus();
        }
        let busy = self.editor.is_some();
        if !busy {
            keys_ui(ui, self, session, intents);
            // What the keys have folded is drawn in this frame.
            self.outline.follow(session.map(), session.map_stamp(), session.sieve().keeping(self.written()));
        }
        ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| self.rows_ui(ui, session, intents));
        self.foot_ui(ui, session, foot, intents);
    }

    fn head_ui(&self, ui: &mut Ui, session: &Session, rect: Rect) {
        let theme = style::theme(ui.ctx());
        ui.painter().hline(rect.x_range(), rect.bottom(), style::hairline(&theme));
        let inside = rect.shrink2(vec2(16.0, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)), |ui| {
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
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| muted_ui(ui, say!(ui_outline_reached)));
            }
        });
    }

    /// Says to screen readers what this is, and in which row the keyboard is.
    fn name_tree(&self, ui: &Ui, session: &Session) {
        let title = session.map().meta.title.as_str();
        let name =
            if title.is_empty() { say!(ui_outline_name).to_owned() } else { say!(ui_outline_name_titled, title) };
        let at = session.selection().main().filter(|record| self.outline.row_of(*record).is_some());
        ui.ctx().accesskit_node_builder(focus_id(), |node| {
            node.set_role(Role::Tree);
            node.set_label(name);
            if let Some(record) = at {
                node.set_active_descendant(row_id(record).accesskit_id());
            }
        });
    }

    fn rows_ui(&mut self, ui: &mut Ui, session: &Session, intents: &mut Vec<Intent>) {
        ScrollArea::vertical().id_salt("outline rows").auto_shrink(false).show_viewport(ui, |ui, seen| {
            let rows = self.outline.rows().len();
            ui.set_min_height(rows as f32 * ROW + 8.0);
            let top = ui.max_rect().min + vec2(0.0, 4.0);
            let width = ui.max_rect().width();
            let place = |nth: usize| Rect::from_min_size(top + vec2(0.0, nth as f32 * ROW), vec2(width, ROW));
            if let Some(nth) = self.to_reveal.take().and_then(|record| self.outline.row_of(record)) {
                ui.scroll_to_rect(place(nth).expand2(vec2(0.0, 8.0)), None);
            }
            let first = (seen.top() / ROW).floor().max(0.0) as usize;
            let last = ((seen.bottom() / ROW).ceil() as usize + 1).min(rows);
            for nth in first..last {
                row_ui(ui, self, session, nth, place(nth), intents);
            }
            // The row that the keyboard is in is heard though it is out of sight.
            let main = session.selection().main().and_then(|record| self.outline.row_of(record));
            if let Some(nth) = main.filter(|nth| !(first..last).contains(nth)) {
                row_ui(ui, self, session, nth, place(nth), intents);
            }
            self.write_ui(ui, session, &place, intents);
        });
    }

    fn write_ui(&mut self, ui: &mut Ui, session: &Session, place: &dyn Fn(usize) -> Rect, intents: &mut Vec<Intent>) {
        let Some(mut editor) = self.editor.take() else { return };
        let Some(nth) = self.outline.row_of(editor.record()) else { return };
        let rect = place(nth);
        if editor.show(ui, session, rect.with_max_x(rect.right() - 8.0), intents) {
            self.editor = Some(editor);
        }
    }

    fn foot_ui(&self, ui: &mut Ui, session: &Session, rect: Rect, intents: &mut Vec<Intent>) {
        let theme = style::theme(ui.ctx());
        ui.painter().hline(rect.x_range(), rect.top(), style::hairline(&theme));
        let inside = rect.shrink2(vec2(16.0, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)), |ui| {
            if link_button_ui(ui, &format!("+ {}", say!(ui_outline_add))).clicked() {
                intents.push(match session.selection().main() {
                    Some(record) => Intent::Outline(OutlineMsg::Another(record)),
                    None => Intent::Command(Command::AddStage),
                });
            }
        });
    }
}
