//! The first step: what each column means, beside the first rows as they are read.

use egui::{Align, RichText, StrokeKind, Ui, vec2};
use touchline_words::direction::Listed;
use touchline_words::say;

use super::asks::Asks;
use super::doubt::{doubt_ui, ragged_ui};
use super::preview::{preview_ui, problems_ui};
use super::shape::choice_ui;
use super::zone::zone_ui;
use super::{COLUMNS_WIDTH, GAP, SIDE_BY_SIDE, cells};
use crate::behaviour::recognise::reasons::About;
use crate::behaviour::recognise::{Column, ColumnKind, Recognition};
use crate::behaviour::roles::Role;
use crate::figures::numbers;
use crate::model::Date;
use crate::scene::FaceStyle;
use crate::session::flows::ImportMsg;
use crate::session::import::Import;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{bare_combo_ui, entry_ui, muted_ui};

/// Height of a column's row.
const ROW: f32 = 42.0;
/// Width of the choice of a shape.
const SHAPE: f32 = 300.0;
/// Width of the choice of a role.
const ROLE: f32 = 146.0;

pub(super) fn columns_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(recognition) = import.recognition().cloned() else { return };
    doubt_ui(ui, import, &recognition);
    zone_ui(ui, import);
    ragged_ui(ui, import);
    missing_ui(ui, import);
    if ui.available_width() < SIDE_BY_SIDE {
        list_ui(ui, import);
        ui.add_space(16.0);
        first_rows_ui(ui, import, &recognition);
        return;
    }
    let beside = ui.available_width() - COLUMNS_WIDTH - GAP;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cells::column_ui(ui, COLUMNS_WIDTH, |ui| list_ui(ui, import));
        ui.add_space(GAP);
        cells::column_ui(ui, beside, |ui| first_rows_ui(ui, import, &recognition));
    });
}

/// The first rows and what is odd in them; the rows of a table have no lines to tell.
fn first_rows_ui(ui: &mut Ui, import: &Import, recognition: &Recognition) {
    preview_ui(ui, recognition, import.table().is_none());
    if import.table().is_none() {
        problems_ui(ui, recognition);
    }
}

/// Roles that nobody has yet; a file that has none for them may be no log at all.
fn missing_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let missing = import.missing_roles();
    if missing.is_empty() {
        return;
    }
    let theme = style::theme(ui.ctx());
    let names: Vec<String> = missing.iter().map(|role| role_in_words(*role).to_owned()).collect();
    let (said, ink) = match import.looks_like_durations() {
        true => (say!(ui_import_durations).to_owned(), theme.ink),
        false => (say!(ui_import_say_which_column, names = names.join(say!(ui_import_and_which))), theme.warn_ink),
    };
    let font = style::font(FaceStyle::Medium, size::UI);
    ui.add(egui::Label::new(RichText::new(said).font(font).color(style::color(ink))).wrap());
    if import.table().is_none() {
        ui.add_space(4.0);
        muted_ui(ui, say!(ui_import_something_else));
        ui.add_space(4.0);
        ui.allocate_ui(vec2(SHAPE, 50.0), |ui| {
            ui.set_width(SHAPE);
            choice_ui(ui, import);
        });
    }
    ui.add_space(8.0);
}

/// A role within a sentence.
fn role_in_words(role: Role) -> &'static str {
    match role {
        Role::Case => say!(ui_import_the_customer),
        Role::Event => say!(ui_import_the_event),
        Role::Time => say!(ui_import_the_time),
        Role::Segment => say!(ui_import_the_segment),
    }
}

/// Every column of the file and the choice of what it means.
pub(super) fn list_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(recognition) = import.recognition().cloned() else { return };
    cells::caption_row_ui(ui, say!(ui_import_what_columns_mean), "");
    for (place, column) in recognition.columns.iter().enumerate() {
        column_ui(ui, import, &recognition, place, column);
    }
}

fn column_ui(ui: &mut Ui, import: &mut Asks<'_>, recognition: &Recognition, place: usize, column: &Column) {
    let theme = style::theme(ui.ctx());
    let role = recognition.roles.of_column(place);
    let row = cells::row_ui(ui, ROW);
    let (ground, ink) = if role.is_some() { (theme.surface, theme.ink) } else { (theme.ground, theme.muted) };
    ui.painter().rect(row, 7.0, style::color(ground), style::hairline(&theme), StrokeKind::Inside);
    let words = cells::part(row, 14.0, row.width() - ROLE - 24.0);
    let (above, below) = words.shrink2(egui::vec2(0.0, 4.0)).split_top_bottom_at_fraction(0.5);
    let bold = style::font(FaceStyle::SemiBold, size::UI);
    cells::text_ui(ui, above, Align::Min, &column.name, bold, style::color(ink));
    let reason = role.and_then(|role| recognition.because(About::Role(role)));
    let about = match reason {
        Some(because) => format!("{because} · {}", describe(recognition, column)),
        None => describe(recognition, column),
    };
    match column.personal {
        Some(personal) => {
            let said = say!(ui_import_looks_personal, kinds = personal.words());
            let red = style::color(theme.bad_ink);
            cells::text_ui(ui, below, Align::Min, &said, style::small(), red).on_hover_text(about);
        }
        None => {
            let muted = style::color(theme.muted);
            cells::text_ui(ui, below, Align::Min, &about, style::small(), muted).on_hover_text(&about);
        }
    }
    let combo = cells::part(row, row.width() - ROLE - 12.0, row.width() - 12.0).shrink2(egui::vec2(0.0, 7.0));
    cells::control_ui(ui, combo, |ui| {
        let label = say!(ui_import_meaning_of, column = column.name);
        bare_combo_ui(ui, &label, role_name(role), |ui| {
            for choice in Role::ALL.into_iter().map(Some).chain([None]) {
                if entry_ui(ui, choice == role, role_name(choice)).clicked() {
                    import.ask(ImportMsg::GiveRole(place, choice));
                }
            }
        });
    });
}

fn role_name(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Case) => say!(ui_import_role_customer),
        Some(Role::Event) => say!(ui_import_role_event),
        Some(Role::Time) => say!(ui_import_role_time),
        Some(Role::Segment) => say!(ui_import_role_segment),
        None => say!(ui_import_role_none),
    }
}

/// `text · 48,210 distinct`, `3 Aug 2026 – 3 Nov 2026`, `62 % empty`.
fn describe(recognition: &Recognition, column: &Column) -> String {
    let day = |micros: i64| Date::from_unix_secs(micros.div_euclid(1_000_000)).map(Date::long);
    if let (ColumnKind::Time, Some((first, last))) = (column.kind, column.first_last)
        && let (Some(first), Some(last)) = (day(first), day(last))
    {
        let note = if recognition.whole { "" } else { say!(ui_import_comma_in_first_rows) };
        return format!("{first} – {last}{note}");
    }
    let mut parts = vec![column.kind.shown().to_owned()];
    if column.kind != ColumnKind::Empty {
        let at_least = if column.distinct.capped || !recognition.whole { say!(ui_import_at_least) } else { "" };
        parts.push(say!(ui_import_distinct, at_least, count = numbers::count(column.distinct.count as u64)));
    }
    parts.extend(empty_text(column.blank, recognition.rows_seen));
    parts.listed(" · ")
}

/// `62 % empty`, never rounded to none or all; nothing where every row has a value.
fn empty_text(blank: u64, rows: u64) -> Option<String> {
    let share = blank as f64 * 100.0 / rows.max(1) as f64;
    match share {
        _ if blank == 0 => None,
        _ if share < 0.5 => Some(say!(ui_import_under_empty).to_owned()),
        _ if share > 99.5 && blank < rows => Some(say!(ui_import_over_empty).to_owned()),
        _ => Some(say!(ui_import_share_empty, share = format!("{:.0}", share))),
    }
}

#[cfg(test)]
mod tests {
    use super::empty_text;

    #[test]
    fn a_share_of_empty_cells_is_never_said_to_be_none() {
        assert_eq!(empty_text(0, 1000), None);
        assert_eq!(empty_text(1, 1000).as_deref(), Some("under 1\u{a0}% empty"));
        assert_eq!(empty_text(620, 1000).as_deref(), Some("62\u{a0}% empty"));
        assert_eq!(empty_text(999, 1000).as_deref(), Some("over 99\u{a0}% empty"));
        assert_eq!(empty_text(1000, 1000).as_deref(), Some("100\u{a0}% empty"));
    }
}
