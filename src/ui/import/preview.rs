//! The first rows of the file as they are read, and what is odd in them.

use egui::{Frame, Label, Margin, RichText, ScrollArea, Ui};
use egui_extras::{Column as TableColumn, TableBuilder};
use touchline_words::say;

use super::cells;
use crate::behaviour::recognise::{PreviewRow, Recognition};
use crate::scene::FaceStyle;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{caption_ui, muted_ui, show_scroll_bar};

/// Columns and rows that are shown.
const COLUMNS: usize = 12;
const ROWS: usize = 12;
/// Characters of a cell that are shown at most.
const CHARACTERS: usize = 80;
/// The widest column, in logical pixels.
const WIDEST: f32 = 200.0;
const PROBLEMS: usize = 8;

/// Rows of a file have lines, by which they are found again; those of a table have none.
pub(super) fn preview_ui(ui: &mut Ui, recognition: &Recognition, has_lines: bool) {
    let theme = style::theme(ui.ctx());
    let shown = recognition.columns.len().min(COLUMNS);
    cells::caption_row_ui(ui, say!(ui_import_first_rows), "");
    let frame = Frame::new().stroke(style::hairline(&theme)).corner_radius(7).inner_margin(Margin::symmetric(14, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        show_scroll_bar(ui);
        ScrollArea::horizontal().id_salt("preview").auto_shrink([false, true]).show(ui, |ui| {
            table_ui(ui, recognition, shown, has_lines);
        });
    });
    if recognition.columns.len() > shown {
        muted_ui(ui, &say!(ui_import_more_columns, n = recognition.columns.len() - shown));
    }
}

fn table_ui(ui: &mut Ui, recognition: &Recognition, shown: usize, has_lines: bool) {
    let theme = style::theme(ui.ctx());
    let (muted, ink) = (style::color(theme.muted), style::color(theme.ink));
    let head = style::font(FaceStyle::Medium, size::UI_SMALL);
    let rows: Vec<_> = recognition.preview.iter().take(ROWS).collect();
    let width_of = |texts: &mut dyn Iterator<Item = String>| {
        let size = |text| ui.painter().layout_no_wrap(text, head.clone(), ink).size().x;
        texts.map(size).fold(24.0, f32::max).ceil()
    };
    let line = width_of(&mut rows.iter().map(|row| place(row)));
    let widths: Vec<f32> = recognition
        .columns
        .iter()
        .take(shown)
        .enumerate()
        .map(|(place, column)| {
            let cells = rows.iter().map(|row| cell(&row.cells, place));
            (width_of(&mut cells.chain([cut(&column.name)])) + 8.0).min(WIDEST)
        })
        .collect();
    let mut table = TableBuilder::new(ui).id_salt("preview").striped(false).vscroll(false);
    if has_lines {
        table = table.column(TableColumn::exact(line + 8.0));
    }
    for width in widths {
        table = table.column(TableColumn::exact(width).clip(true));
    }
    let table = table.header(24.0, |mut header| {
        if has_lines {
            header.col(|ui| {
                ui.label(RichText::new(say!(ui_import_line)).font(head.clone()).color(muted));
            });
        }
        for column in recognition.columns.iter().take(shown) {
            header.col(|ui| {
                ui.add(Label::new(RichText::new(cut(&column.name)).font(head.clone()).color(muted)).truncate());
            });
        }
    });
    table.body(|mut body| {
        for row in rows {
            body.row(22.0, |mut cells| {
                if has_lines {
                    cells.col(|ui| {
                        ui.label(RichText::new(place(row)).font(style::small()).color(muted));
                    });
                }
                for place in 0..shown {
                    cells.col(|ui| {
                        let text = RichText::new(cell(&row.cells, place)).font(style::small());
                        ui.add(Label::new(text).truncate());
                    });
                }
            });
        }
    });
}

/// The line of a row, behind its file where the log is several.
fn place(row: &PreviewRow) -> String {
    row.file.as_ref().map_or_else(|| row.line.to_string(), |file| format!("{} {}", cut(file), row.line))
}

fn cell(cells: &[String], place: usize) -> String {
    cells.get(place).map_or_else(String::new, |text| cut(text))
}

fn cut(text: &str) -> String {
    text.chars().take(CHARACTERS).collect()
}

/// Rows of the head that cannot be read as the others.
pub(super) fn problems_ui(ui: &mut Ui, recognition: &Recognition) {
    if recognition.problems.is_empty() {
        return;
    }
    ui.add_space(10.0);
    caption_ui(ui, say!(ui_import_odd));
    for problem in recognition.problems.iter().take(PROBLEMS) {
        let column = problem.column.as_ref().map_or_else(String::new, |column| format!(", {column}"));
        let file = problem.file.as_ref().map_or_else(String::new, |file| format!("{}, ", cut(file)));
        muted_ui(ui, &say!(ui_import_odd_line, file, line = problem.line, column, reason = problem.reason));
    }
    if recognition.problems.len() > PROBLEMS {
        muted_ui(ui, &say!(ui_and_more, n = recognition.problems.len() - PROBLEMS));
    }
}
