//! The table: the records of one kind, a row each, with what may be sorted, searched, checked and written in every column.
//!
//! Heads and the row of filters stay where they are while rows scroll; only the cells that are seen are drawn and told.

mod bulk;
mod cell;
mod filters;
mod keys;

#[cfg(test)]
mod tests;

use super::edit::Editor;
use super::shell::{Line, Pane, bar_ui, card_ui, keyboard_ui};
use crate::model::{RecordKind, RecordRef};
use crate::scene::FaceStyle;
use crate::session::views::{Column, OutlineMsg, Table};
use crate::session::{Intent, Session};
use crate::theme::size;
use crate::ui::screen::words::Words;
use crate::ui::style;
use crate::ui::widgets::{bare_combo_ui, entry_ui, link_button_ui, muted_ui, paint_focus};
use cell::{Choosing, Place, row_ui};
use egui::{Align, CursorIcon, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};
use filters::Typing;
use std::collections::BTreeMap;
use touchline_words::say;

pub const ROW: f32 = 42.0;
const TOP: f32 = 44.0;
const HEAD: f32 = 32.0;
/// Of the column that checks rows.
pub const CHECK: f32 = 40.0;
pub const GAP: f32 = 10.0;

/// What the table keeps between frames.
#[derive(Default)]
pub struct TablePanel {
    pub(super) table: Table,
    /// Row and column that the keyboard is in.
    pub(super) at: Option<(RecordRef, usize)>,
    /// The only checked row is the one that the keyboard is in, and goes with it.
    pub(super) is_pinned: bool,
    pub(super) editor: Option<Editor>,
    pub(super) choosing: Option<Choosing>,
    pub(super) to_reveal: bool,
    /// What is being typed into filters, by kind and column.
    typing: BTreeMap<(RecordKind, usize), Typing>,
    main: Option<RecordRef>,
    /// How far the rows were scrolled sideways in the last frame, in points.
    scrolled: f32,
    /// A map that is read from the right was scrolled to where reading begins.
    is_begun: bool,
}

impl TablePanel {
    /// Opens the name of a record, in the table of its kind.
    pub fn edit(&mut self, session: &Session, record: RecordRef) {
        self.go_to(record);
        let field = crate::fields::title(record.kind());
        let column = self.table.columns().iter().position(|column| *column == Column::Field(field));
        self.at = Some((record, column.unwrap_or(0)));
        self.editor = Editor::of(session, record, field);
    }

    /// Whether a cell is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.editor.as_ref().is_some_and(Editor::is_opening)
    }

    /// What its rows are.
    pub fn kind(&self) -> RecordKind {
        self.table.kind()
    }

    /// Brings the rows up to date; what is being written stays among them.
    fn follow(&mut self, session: &Session) {
        let written = self.editor.as_ref().map(Editor::record);
        self.table.follow(session.map(), session.map_stamp(), session.sieve().keeping(written));
    }

    /// Brings a record into sight, where it has a table.
    pub fn go_to(&mut self, record: RecordRef) {
        if record.kind() != self.table.kind() && Table::kinds().contains(&record.kind()) {
            self.show_kind(record.kind());
        }
        self.at = Some((record, self.at.map_or(0, |(_, column)| column)));
        self.to_reveal = true;
    }

    fn show_kind(&mut self, kind: RecordKind) {
        self.table = Table::of(kind);
        (self.at, self.editor, self.choosing) = (None, None, None);
        self.is_begun = false;
    }

    /// Shows the table in the rest of the panel and gives back what was asked for.
    pub fn show(&mut self, ui: &mut Ui, pane: Pane<'_>) -> Vec<Intent> {
        let mut intents = Vec::new();
        let session = pane.session;
        let main = session.selection().main();
        if main != self.main {
            self.main = main;
            // What is selected elsewhere is shown here too.
            if let Some(record) = main.filter(|record| self.at.map(|(at, _)| at) != Some(*record)) {
                self.go_to(record);
            }
            self.is_pinned &= session.selection().records().len() > 1;
        }
        self.follow(session);
        card_ui(ui, |ui, whole| self.card_ui(ui, pane, whole, &mut intents));
        intents
    }

    fn card_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, whole: Rect, intents: &mut Vec<Intent>) {
        let top = Rect::from_min_size(whole.min, vec2(whole.width(), TOP));
        let heads = Rect::from_min_size(top.left_bottom(), vec2(whole.width(), 2.0 * HEAD));
        let mut body = Rect::from_min_max(heads.left_bottom(), whole.max);
        let several = bulk::checked(pane.session, self.table.kind());
        if several.len() > 1 {
            let bar = Rect::from_min_max(pos2(whole.left(), whole.bottom() - bulk::HEIGHT), whole.max);
            body.max.y = bar.top();
            bar_ui(ui, pane, bar, Line::Above, |ui| bulk::bulk_ui(ui, pane, &several, intents));
        }
        bar_ui(ui, pane, top, Line::No, |ui| self.top_ui(ui, pane, intents));
        keyboard_ui(ui, self, pane, body, intents);
        self.follow(pane.session);
        self.heads_ui(ui, pane, heads, intents);
        ui.scope_builder(UiBuilder::new().max_rect(body), |ui| self.rows_ui(ui, pane, intents));
    }

    /// The kind that is shown, and how many of it.
    fn top_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, intents: &mut Vec<Intent>) {
        let (session, shown) = (pane.session, self.table.kind());
        let mut chosen = None;
        let counted = |kind: RecordKind| kind.counted(session.map().refs(kind).len());
        ui.allocate_ui(vec2(200.0, style::CONTROL_HEIGHT), |ui| {
            bare_combo_ui(ui, say!(ui_table_kind), &counted(shown), |ui| {
                for kind in Table::kinds() {
                    if entry_ui(ui, kind == shown, counted(kind)).clicked() {
                        chosen = Some(kind);
                    }
                }
            });
        });
        let (seen, all) = (self.table.met(), self.table.all());
        if seen < all {
            muted_ui(ui, &say!(ui_table_match, seen, all));
        }
        intents.extend(filters::clear_ui(ui, session, shown));
        let at = self.at.map(|(record, _)| record).or(self.table.rows().last().copied());
        ui.with_layout(pane.layout_from_end(), |ui| {
            let adds = format!("+ {}", say!(ui_outline_add));
            if at.is_some() && link_button_ui(ui, &adds).clicked() {
                intents.extend(at.map(|record| Intent::Outline(OutlineMsg::Another(record))));
            }
        });
        if let Some(kind) = chosen.filter(|kind| *kind != shown) {
            self.show_kind(kind);
        }
    }

    /// Where a column begins from where rows do, and how wide it is.
    pub(super) fn span(&self, column: usize) -> (f32, f32) {
        let widths = self.table.columns().iter().map(|column| width(self.table.kind(), *column));
        let before: f32 = widths.clone().take(column).sum();
        (CHECK + before, widths.skip(column).take(1).sum())
    }

    fn whole_width(&self) -> f32 {
        let (left, width) = self.span(self.table.columns().len().saturating_sub(1));
        left + width + GAP
    }

    /// Where a column stands in a row that is read from the left.
    pub(super) fn place_in(&self, row: Rect, column: usize) -> Rect {
        let (left, width) = self.span(column);
        Rect::from_min_size(row.min + vec2(left, 0.0), vec2(width, row.height()))
    }

    /// Where words of this size stand in a cell: figures where reading ends.
    pub(super) fn corner_of(&self, words: Vec2, pane: Pane<'_>, column: usize, cell: Rect) -> egui::Pos2 {
        let from_right = self.table.is_figures(column) != pane.is_turned;
        let x = if from_right { cell.right() - GAP - words.x } else { cell.left() + GAP / 2.0 };
        pos2(x, cell.center().y - words.y / 2.0)
    }

    /// The columns that are seen, at least in part, of rows that are so wide.
    pub(super) fn seen(&self, pane: Pane<'_>, across: egui::Rangef, width: f32) -> Vec<usize> {
        let across = if pane.is_turned { egui::Rangef::new(width - across.max, width - across.min) } else { across };
        let is_seen = |column: &usize| {
            let (left, width) = self.span(*column);
            left + width > across.min && left < across.max
        };
        (0..self.table.columns().len()).filter(is_seen).collect()
    }

    fn heads_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, rect: Rect, intents: &mut Vec<Intent>) {
        let theme = style::theme(ui.ctx());
        let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
        inside.shrink_clip_rect(rect);
        let ui = &mut inside;
        ui.painter().rect_filled(rect, 0.0, style::color(theme.ground));
        for y in [rect.top(), rect.top() + HEAD, rect.bottom() - 1.0] {
            ui.painter().hline(rect.x_range(), y, style::hairline(&theme));
        }
        let width = self.whole_width().max(rect.width());
        let row = Rect::from_min_size(rect.min - vec2(self.scrolled, 0.0), vec2(width, HEAD));
        for column in self.seen(pane, egui::Rangef::new(self.scrolled, self.scrolled + rect.width()), width) {
            let place = pane.placed(self.place_in(row, column), row);
            self.head_ui(ui, pane, column, place);
            let field = place.translate(vec2(0.0, HEAD)).shrink2(vec2(4.0, 2.0));
            self.filter_ui(ui, pane, column, field, intents);
        }
    }

    fn head_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, column: usize, place: Rect) {
        let theme = style::theme(ui.ctx());
        let Some(name) = self.table.columns().get(column).map(|column| column.name()) else { return };
        let key = self.table.keys().iter().position(|key| key.column == column);
        let arrow = match key.and_then(|key| self.table.keys().get(key)) {
            None => String::new(),
            Some(key) => if key.descending { " ↓" } else { " ↑" }.to_owned(),
        };
        // With several keys, which counts as which.
        let nth = key.filter(|_| self.table.keys().len() > 1).map(|nth| (nth + 1).to_string()).unwrap_or_default();
        let response = ui.interact(place, egui::Id::unique("table head").with(column), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, say!(ui_drawer_sort_by, name)));
        let ink = if key.is_some() { theme.accent_ink } else { theme.detail };
        let font = style::font(if key.is_some() { FaceStyle::SemiBold } else { FaceStyle::Medium }, size::UI);
        let text = format!("{name}{arrow}{nth}");
        let words = Words::new(ui.painter(), &text, font, style::color(ink), place.width() - GAP);
        let corner = self.corner_of(words.size(), pane, column, place);
        words.paint(ui.painter(), corner);
        paint_focus(ui.painter(), &response, place.shrink(4.0), 4.0);
        if response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(say!(ui_table_sort_how)).clicked() {
            self.table.sort_by(column, ui.input(|input| input.modifiers.shift));
        }
    }

    fn rows_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, intents: &mut Vec<Intent>) {
        if self.table.rows().is_empty() {
            ui.add_space(16.0);
            ui.with_layout(pane.layout().with_cross_align(Align::Min), |ui| {
                ui.add_space(16.0);
                muted_ui(ui, say!(ui_table_empty));
            });
            return;
        }
        let mut area = ScrollArea::both().id_salt("table rows").auto_shrink(false);
        if pane.is_turned && !std::mem::replace(&mut self.is_begun, true) {
            // Reading begins at the right.
            area = area.horizontal_scroll_offset((self.whole_width() - ui.available_width()).max(0.0));
        }
        let shown = area.show_viewport(ui, |ui, seen| {
            let rows = self.table.rows().len();
            let width = self.whole_width().max(seen.width());
            ui.set_min_size(vec2(width, rows as f32 * ROW));
            let corner = ui.max_rect().min;
            let row = |nth: usize| Rect::from_min_size(corner + vec2(0.0, nth as f32 * ROW), vec2(width, ROW));
            let first = (seen.top() / ROW).floor().max(0.0) as usize;
            let last = ((seen.bottom() / ROW).ceil() as usize).min(rows);
            let columns = self.seen(pane, seen.x_range(), width);
            for nth in first..last {
                row_ui(ui, self, pane, &Place { nth, rect: row(nth), columns: &columns }, intents);
            }
            let at = self.at.and_then(|(record, column)| {
                let nth = self.table.rows().iter().position(|row| *row == record)?;
                Some(pane.placed(self.place_in(row(nth), column), row(nth)))
            });
            if let Some(rect) = at {
                if std::mem::take(&mut self.to_reveal) {
                    ui.scroll_to_rect(rect.expand2(Vec2::splat(4.0)), None);
                }
                self.write_ui(ui, pane, rect, intents);
            }
        });
        self.scrolled = shown.state.clamped_offset().x;
    }

    fn write_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, rect: Rect, intents: &mut Vec<Intent>) {
        if let Some(mut editor) = self.editor.take()
            && editor.show(ui, pane, rect.shrink2(vec2(0.0, 6.0)), intents)
        {
            self.editor = Some(editor);
        }
        if let Some(mut choosing) = self.choosing.take()
            && choosing.show(ui, pane, rect, intents)
        {
            self.choosing = Some(choosing);
        }
    }
}

/// How wide a column is, in points: what it holds says how much room that takes.
fn width(kind: RecordKind, column: Column) -> f32 {
    use crate::fields::FieldKind;
    let Some(field) = column.field() else { return 130.0 };
    if field == crate::fields::title(kind) {
        return 220.0;
    }
    match crate::fields::kind(kind, field) {
        Some(FieldKind::Number | FieldKind::Switch) => 110.0,
        Some(FieldKind::Day) => 112.0,
        Some(FieldKind::Name | FieldKind::Text | FieldKind::List) => 190.0,
        Some(FieldKind::Line | FieldKind::Choice(_) | FieldKind::Audiences | FieldKind::Card) | None => 150.0,
    }
}
