//! The row of filters below the heads: words for what says something, ranges for figures and days, ticks for one of a few. What is
//! asked there is part of the filter over the map, so that every view holds to it, and a saved view keeps it.

use super::TablePanel;
use crate::model::RecordKind;
use crate::session::column::Column;
use crate::session::filter::{Offered, offered, ticked, ticks, typed, wants, wants_text, with_wants, without_columns};
use crate::session::flows::{FilterMsg, Msg};
use crate::session::{Intent, Session};
use crate::ui::style;
use crate::ui::views::shell::Pane;
use crate::ui::widgets::{bare_field_ui, link_button_ui, ticked_combo_ui};
use egui::{Id, Rect, Stroke, StrokeKind, Ui, UiBuilder};
use touchline_words::say;

/// What is being typed for a column and is not asked yet, or says nothing that can be asked.
pub struct Typing {
    text: String,
    problem: Option<String>,
}

fn set(filter: crate::model::Filter) -> Intent {
    Intent::Flow(Msg::Filter(FilterMsg::Set(Box::new(filter))))
}

/// What takes every filter off the columns of a kind; none where there is none.
pub fn clear_ui(ui: &mut Ui, session: &Session, kind: RecordKind) -> Option<Intent> {
    let filter = session.flows().filter().filter();
    let without = without_columns(filter, kind);
    let has_any = without.columns.len() < filter.columns.len();
    (has_any && link_button_ui(ui, say!(ui_table_clear)).clicked()).then(|| set(without))
}

impl TablePanel {
    /// Shows what a column is filtered by, to be changed.
    pub(super) fn filter_ui(
        &mut self,
        ui: &mut Ui,
        pane: Pane<'_>,
        column: usize,
        place: Rect,
        intents: &mut Vec<Intent>,
    ) {
        let Some(what) = self.table.columns().get(column).copied() else { return };
        let kind = self.table.kind();
        let is_asked = wants(pane.session.flows().filter().filter(), kind, what).is_some();
        // Its own, whatever comes to stand above it with the first letter.
        let id = Id::unique("table filter").with(column);
        let mut inside = ui.new_child(UiBuilder::new().scope_id(id).max_rect(place).layout(pane.layout()));
        match offered(kind, what) {
            Offered::Ticks => ticks_ui(&mut inside, pane.session, kind, what, intents),
            Offered::Words | Offered::Figures | Offered::Days => {
                self.typed_ui(&mut inside, pane.session, (column, what), place, intents);
            }
        }
        if is_asked {
            let accent = style::color(style::theme(ui.ctx()).accent);
            ui.painter().rect_stroke(place, 6.0, Stroke::new(1.0, accent), StrokeKind::Inside);
        }
    }

    fn typed_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        (column, what): (usize, Column),
        place: Rect,
        intents: &mut Vec<Intent>,
    ) {
        let (kind, filter) = (self.table.kind(), session.flows().filter().filter());
        let asked = wants(filter, kind, what).map(|wants| wants_text(session.map(), kind, what, wants));
        let typing = self.typing.get(&(kind, column));
        let mut text = typing.map_or_else(|| asked.unwrap_or_default(), |typing| typing.text.clone());
        let problem = typing.and_then(|typing| typing.problem.clone());
        let before = text.clone();
        let hint = match offered(kind, what) {
            Offered::Figures | Offered::Days => say!(ui_table_any_range),
            Offered::Words | Offered::Ticks => say!(ui_table_any),
        };
        let response = bare_field_ui(ui, &say!(ui_table_words, name = what.name()), &mut text, hint);
        if text != before {
            let read = typed(kind, what, &text);
            if let Ok(wants) = &read {
                intents.push(set(with_wants(filter, kind, what, wants.clone())));
            }
            self.typing.insert((kind, column), Typing { text, problem: read.err() });
        } else if typing.is_some() && !response.has_focus() && problem.is_none() {
            // What is asked is told in its own words.
            self.typing.remove(&(kind, column));
        }
        if let Some(problem) = problem {
            let bad = style::color(style::theme(ui.ctx()).bad);
            ui.painter().rect_stroke(place, 6.0, Stroke::new(1.5, bad), StrokeKind::Inside);
            response.ctx.accesskit_node_builder(response.id, |node| node.set_description(problem.as_str()));
            response.on_hover_text(problem);
        }
    }
}

fn ticks_ui(ui: &mut Ui, session: &Session, kind: RecordKind, column: Column, intents: &mut Vec<Intent>) {
    let (map, filter) = (session.map(), session.flows().filter().filter());
    let now = wants(filter, kind, column);
    let shown = now.map_or(say!(ui_table_any).to_owned(), |wants| wants_text(map, kind, column, wants));
    ticked_combo_ui(ui, &say!(ui_table_ticks, name = column.name()), &shown, |ui| {
        for (value, name, is_on) in ticks(map, filter, kind, column) {
            let words = if is_on { format!("✓ {name}") } else { name };
            if ui.selectable_label(is_on, words).clicked() {
                intents.push(set(with_wants(filter, kind, column, ticked(now, &value))));
            }
        }
    });
}
