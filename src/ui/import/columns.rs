//! The first step: what each column means, and the first rows as they are read.

use egui::{RichText, Ui, vec2};
use egui_extras::{Column as TableColumn, TableBuilder};

use super::reading::format_name;
use crate::behaviour::recognise::{Column, ColumnKind, Recognition};
use crate::behaviour::roles::Role;
use crate::behaviour::times::pick::TimePick;
use crate::layout::numbers;
use crate::model::Date;
use crate::session::import::Import;
use crate::ui::style;
use crate::ui::widgets::{Tone, bare_combo_ui, caption_ui, link_button_ui, pill_ui};

/// Columns that the preview shows side by side.
const PREVIEW_COLUMNS: usize = 12;
const PREVIEW_ROWS: usize = 12;

pub(super) fn columns_ui(ui: &mut Ui, import: &mut Import) {
    let Some(recognition) = import.recognition().cloned() else { return };
    let theme = style::theme(ui.ctx());
    let missing = import.missing_roles();
    if !missing.is_empty() {
        let names: Vec<&str> = missing.iter().map(|role| role_name(Some(*role))).collect();
        let said = format!("Say which column is the {}.", names.join(" and which is the ").to_lowercase());
        ui.label(RichText::new(said).font(style::body()).color(style::color(theme.warn_ink)));
        ui.add_space(8.0);
    }
    in_doubt_ui(ui, import, &recognition);
    ui.columns(2, |sides| {
        let [left, right] = sides else { return };
        caption_ui(left, "What each column means");
        for (place, column) in recognition.columns.iter().enumerate() {
            column_ui(left, import, &recognition, place, column);
        }
        caption_ui(right, "The first rows");
        preview_ui(right, &recognition);
        problems_ui(right, &recognition);
    });
}

/// Dates that read both ways: both readings, and the choice.
fn in_doubt_ui(ui: &mut Ui, import: &mut Import, recognition: &Recognition) {
    let theme = style::theme(ui.ctx());
    let Some(place) = recognition.roles.time else { return };
    let Some(column) = recognition.columns.get(place) else { return };
    let Some(TimePick { time, other: Some(other), .. }) = column.time else { return };
    let said = "These dates can be read in two ways. Which one is right?";
    ui.label(RichText::new(said).font(style::body()).color(style::color(theme.warn_ink)));
    ui.horizontal_wrapped(|ui| {
        for reader in [time, other] {
            let examples: Vec<String> = column
                .samples
                .iter()
                .take(3)
                .filter_map(|sample| {
                    let micros = reader.format().parse(sample.as_bytes())?;
                    let day = Date::from_unix_secs(micros.div_euclid(1_000_000))?;
                    Some(format!("{sample} = {}", day.long()))
                })
                .collect();
            let label = format!("{}: {}", format_name(reader.format()), examples.join(", "));
            if link_button_ui(ui, &label).clicked() {
                import.correct(|overrides| {
                    overrides.time_formats.insert(place, reader.format());
                });
            }
        }
    });
    ui.add_space(8.0);
}

fn column_ui(ui: &mut Ui, import: &mut Import, recognition: &Recognition, place: usize, column: &Column) {
    let theme = style::theme(ui.ctx());
    let role = recognition.roles.of_column(place);
    let ink = if role.is_some() { theme.ink } else { theme.muted };
    ui.horizontal(|ui| {
        ui.set_height(40.0);
        ui.allocate_ui_with_layout(
            vec2((ui.available_width() - 150.0).max(80.0), 40.0),
            egui::Layout::top_down(egui::Align::Min),
            |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let name = RichText::new(&column.name).font(style::body()).strong().color(style::color(ink));
                ui.add(egui::Label::new(name).truncate());
                ui.horizontal(|ui| {
                    let line = describe(recognition, column);
                    ui.label(RichText::new(line).font(style::small()).color(style::color(theme.muted)));
                    if let Some(personal) = column.personal {
                        pill_ui(ui, &format!("looks personal: {}", personal.words()), Tone::Bad, egui::Sense::hover());
                    }
                });
            },
        );
        ui.allocate_ui(vec2(140.0, 40.0), |ui| {
            let label = format!("Meaning of {}", column.name);
            bare_combo_ui(ui, &label, role_name(role), |ui| {
                let choices = Role::ALL.into_iter().map(Some).chain([None]);
                for choice in choices {
                    if ui.selectable_label(choice == role, role_name(choice)).clicked() {
                        import.give_role(place, choice);
                    }
                }
            });
        });
    });
}

fn role_name(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Case) => "Customer",
        Some(Role::Event) => "Event",
        Some(Role::Time) => "Time",
        Some(Role::Segment) => "Segment",
        None => "Left out",
    }
}

/// `text · 48,210 distinct`, `3 Aug 2026 – 3 Nov 2026`, `62 % empty`.
fn describe(recognition: &Recognition, column: &Column) -> String {
    let day = |micros: i64| Date::from_unix_secs(micros.div_euclid(1_000_000)).map(Date::long);
    if let (ColumnKind::Time, Some((first, last))) = (column.kind, column.first_last)
        && let (Some(first), Some(last)) = (day(first), day(last))
    {
        let note = if recognition.whole { "" } else { ", in the first rows" };
        return format!("{first} – {last}{note}");
    }
    let seen = recognition.rows_seen.max(1);
    let mut parts = vec![column.kind.word().to_owned()];
    if column.kind != ColumnKind::Empty {
        let at_least = if column.distinct.capped || !recognition.whole { "at least " } else { "" };
        parts.push(format!("{at_least}{} distinct", numbers::count(column.distinct.count as u64)));
    }
    if column.blank > 0 {
        parts.push(format!("{:.0} % empty", column.blank as f64 * 100.0 / seen as f64));
    }
    parts.join(" · ")
}

fn preview_ui(ui: &mut Ui, recognition: &Recognition) {
    let theme = style::theme(ui.ctx());
    let shown = recognition.columns.len().min(PREVIEW_COLUMNS);
    egui::ScrollArea::horizontal().id_salt("preview").show(ui, |ui| {
        TableBuilder::new(ui)
            .id_salt("preview")
            .striped(false)
            .vscroll(false)
            .column(TableColumn::auto().at_least(36.0))
            .columns(TableColumn::auto().at_least(60.0).at_most(180.0).clip(true), shown)
            .header(22.0, |mut header| {
                header.col(|ui| {
                    ui.label(RichText::new("line").font(style::small()).color(style::color(theme.muted)));
                });
                for column in recognition.columns.iter().take(shown) {
                    header.col(|ui| {
                        ui.label(RichText::new(&column.name).font(style::small()).color(style::color(theme.muted)));
                    });
                }
            })
            .body(|mut body| {
                for row in recognition.preview.iter().take(PREVIEW_ROWS) {
                    body.row(20.0, |mut cells| {
                        cells.col(|ui| {
                            let line = RichText::new(row.line.to_string()).font(style::small());
                            ui.label(line.color(style::color(theme.muted)));
                        });
                        for place in 0..shown {
                            cells.col(|ui| {
                                let text = row.cells.get(place).map_or("", String::as_str);
                                let text: String = text.chars().take(80).collect();
                                ui.add(egui::Label::new(RichText::new(text).font(style::small())).truncate());
                            });
                        }
                    });
                }
            });
    });
    if recognition.columns.len() > shown {
        let more = format!("and {} more columns", recognition.columns.len() - shown);
        ui.label(RichText::new(more).font(style::small()).color(style::color(theme.muted)));
    }
}

fn problems_ui(ui: &mut Ui, recognition: &Recognition) {
    if recognition.problems.is_empty() {
        return;
    }
    let theme = style::theme(ui.ctx());
    ui.add_space(12.0);
    caption_ui(ui, "Odd in these rows");
    for problem in recognition.problems.iter().take(8) {
        let column = problem.column.as_ref().map_or_else(String::new, |column| format!(", {column}"));
        let said = format!("line {}{column}: {}", problem.line, problem.reason);
        ui.label(RichText::new(said).font(style::small()).color(style::color(theme.muted)));
    }
    if recognition.problems.len() > 8 {
        let more = format!("and {} more", recognition.problems.len() - 8);
        ui.label(RichText::new(more).font(style::small()).color(style::color(theme.muted)));
    }
}
