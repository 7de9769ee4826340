//! How stages are counted: four choices and an as-of day side by side, each with what it means when hovered.

use egui::{Align, Rect, RichText, Ui, vec2};
use touchline_words::say;

use super::asks::Asks;
use super::cells;
use crate::behaviour::churn::days;
use crate::behaviour::plan::{Counting, Scope, StageOrder, Ties};
use crate::figures::numbers;
use crate::session::flows::ImportMsg;
use crate::ui::style;
use crate::ui::widgets::{combo_ui, committed_field_ui, entry_ui};

/// The narrowest choice, in logical pixels.
const NARROWEST: f32 = 140.0;
const GAP: f32 = 12.0;

const DAY: u64 = 86_400;
/// Windows that are offered.
const WINDOWS: [Option<u64>; 8] =
    [None, Some(3_600), Some(DAY), Some(7 * DAY), Some(14 * DAY), Some(30 * DAY), Some(90 * DAY), Some(365 * DAY)];

/// The choices, side by side as far as there is room. Another choice measures again.
/// `shows` brings them into sight, once.
pub(super) fn counting_ui(ui: &mut Ui, import: &mut Asks<'_>, shows: &mut bool) {
    let top = ui.cursor().min;
    cells::caption_row_ui(ui, say!(ui_import_how_counted), "");
    ui.add_space(6.0);
    let fitting = ((ui.available_width() + GAP) / (NARROWEST + GAP)).floor().clamp(1.0, 5.0);
    // A pixel less than fits, so that rounding breaks no line.
    let width = ((ui.available_width() - GAP * (fitting - 1.0)) / fitting - 1.0).floor();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, 10.0);
        for choice in [order_ui, scope_ui, window_ui, ties_ui, as_of_ui] {
            ui.allocate_ui(vec2(width, 50.0), |ui| {
                ui.set_width(width);
                choice(ui, import);
            });
        }
    });
    if std::mem::take(shows) {
        ui.scroll_to_rect(Rect::from_min_max(top, ui.min_rect().max), Some(Align::Max));
    }
}

fn order_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let counted = import.counted();
    let choices = [
        (StageOrder::Ordered, say!(ui_import_in_order), say!(ui_import_in_order_hint)),
        (StageOrder::Any, say!(ui_import_any_order), say!(ui_import_any_order_hint)),
    ];
    if let Some(order) = chosen_ui(ui, say!(ui_import_stages_reached), counted.order, &choices) {
        import.ask(ImportMsg::Count(Counting { order, ..counted }));
    }
}

fn scope_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let counted = import.counted();
    let choices = [
        (Scope::Closed, say!(ui_import_from_first), say!(ui_import_from_first_hint)),
        (Scope::Open, say!(ui_import_from_any), say!(ui_import_from_any_hint)),
    ];
    if let Some(scope) = chosen_ui(ui, say!(ui_import_customers_count), counted.scope, &choices) {
        import.ask(ImportMsg::Count(Counting { scope, ..counted }));
    }
}

fn window_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let counted = import.counted();
    let name = |window: Option<u64>| {
        window.map_or(say!(ui_import_at_any_time).to_owned(), |secs| numbers::duration(secs as f64))
    };
    let meaning = say!(ui_import_window_hint);
    let names: Vec<String> = WINDOWS.map(name).into_iter().collect();
    let choices: Vec<_> =
        WINDOWS.into_iter().zip(&names).map(|(window, name)| (window, name.as_str(), meaning)).collect();
    if let Some(window) = chosen_ui(ui, say!(ui_import_within), counted.window, &choices) {
        import.ask(ImportMsg::Count(Counting { window, ..counted }));
    }
}

fn ties_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let choices = [
        (Ties::File, say!(ui_import_file_order), say!(ui_import_file_order_hint)),
        (Ties::Name, say!(ui_import_by_name), say!(ui_import_by_name_hint)),
    ];
    // A table has no order of rows.
    let choices: Vec<_> =
        choices.into_iter().filter(|(ties, ..)| import.table().is_none() || *ties == Ties::Name).collect();
    if let Some(ties) = chosen_ui(ui, say!(ui_import_same_time), import.ties(), &choices) {
        import.ask(ImportMsg::Order(ties));
    }
}

/// The day up to which events count, written as a date; nothing is the last event.
fn as_of_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let counted = import.counted();
    let shown = counted.as_of.map(days::text).unwrap_or_default();
    let unread = ui.scope_id().with("as of unread");
    let field = ui.scope_id().with(("as of", import.generation()));
    let written = committed_field_ui(ui, field, say!(ui_import_as_of), &shown);
    if let Some(text) = written {
        let end = days::end_of(&text).map(|micros| micros + 999_999);
        let is_read = text.trim().is_empty() || end.is_some();
        ui.data_mut(|data| data.insert_temp(unread, !is_read));
        if is_read && end != counted.as_of {
            import.ask(ImportMsg::Count(Counting { as_of: end, ..counted }));
        }
    }
    if ui.data(|data| data.get_temp(unread)).unwrap_or(false) {
        let theme = style::theme(ui.ctx());
        let words = RichText::new(say!(ui_import_write_day)).font(style::small()).color(style::color(theme.bad_ink));
        ui.label(words);
    }
}

/// A choice by name; gives back another one that was picked.
fn chosen_ui<T: Copy + PartialEq>(ui: &mut Ui, label: &str, now: T, choices: &[(T, &str, &str)]) -> Option<T> {
    let shown = choices.iter().find(|(choice, ..)| *choice == now).map_or("", |(_, name, _)| name);
    combo_ui(ui, label, shown, |ui| {
        let mut picked = None;
        for (choice, name, meaning) in choices {
            if entry_ui(ui, *choice == now, *name).on_hover_text(*meaning).clicked() {
                picked = Some(*choice);
            }
        }
        picked
    })
    .flatten()
    .filter(|picked| *picked != now)
}
