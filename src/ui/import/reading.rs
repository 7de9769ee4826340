//! How the file is read: what was recognised, in a line, and the choices that correct it.

use egui::{RichText, Ui};

use crate::behaviour::roles::Role;
use crate::behaviour::times::{DayOrder, EpochUnit, TimeFormat};
use crate::session::import::Import;
use crate::ui::style;
use crate::ui::widgets::combo_ui;

/// Encodings that are offered; any other is recognised by itself.
const ENCODINGS: [&str; 9] =
    ["UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-2", "windows-1251", "Shift_JIS", "GBK", "macintosh"];

const DELIMITERS: [(u8, &str); 5] =
    [(b',', "comma"), (b';', "semicolon"), (b'\t', "tab"), (b'|', "pipe"), (b' ', "space")];

/// `viewing.csv · 42.7 MB · read as UTF-8, comma, header in line 1, dates 2026-11-03 14:05:22 (UTC)`.
pub(super) fn summary(import: &Import) -> String {
    let mut line = import.file_name();
    if let Some(source) = import.source() {
        line.push_str(&format!(" · {}", size_text(source.size())));
    }
    let Some(recognition) = import.recognition() else { return line };
    line.push_str(&format!(
        " · read as {}, {}",
        recognition.encoding.name(),
        delimiter_name(recognition.dialect.delimiter)
    ));
    line.push_str(&match recognition.header_line {
        0 => ", no header".to_owned(),
        nth => format!(", header in line {nth}"),
    });
    if let Some(time) = recognition.roles.time.and_then(|column| recognition.columns.get(column)?.time) {
        line.push_str(&format!(", dates {}", time.time.name()));
    }
    line
}

fn size_text(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.2} GB", bytes as f64 / 1e9),
    }
}

fn delimiter_name(delimiter: u8) -> String {
    match DELIMITERS.iter().find(|(byte, _)| *byte == delimiter) {
        Some((_, name)) => (*name).to_owned(),
        None => format!("“{}”", char::from(delimiter)),
    }
}

/// The choices, in one row.
pub(super) fn reading_ui(ui: &mut Ui, import: &mut Import) {
    let theme = style::theme(ui.ctx());
    let Some(recognition) = import.recognition().cloned() else {
        let said = "Nothing could be read as it is. Choose the encoding, if you know it.";
        ui.label(RichText::new(said).font(style::small()).color(style::color(theme.muted)));
        encoding_ui(ui, import, "recognise");
        return;
    };
    ui.columns(5, |columns| {
        let [encoding, delimiter, preamble, header, times] = columns else { return };
        encoding_ui(encoding, import, recognition.encoding.name());
        combo_ui(delimiter, "Delimiter", &delimiter_name(recognition.dialect.delimiter), |ui| {
            for (byte, name) in DELIMITERS {
                if ui.selectable_label(byte == recognition.dialect.delimiter, name).clicked() {
                    import.correct(|overrides| overrides.delimiter = Some(byte));
                }
            }
        });
        let lines = recognition.dialect.preamble_lines;
        combo_ui(preamble, "Lines before the table", &lines.to_string(), |ui| {
            for nth in 0..=20 {
                if ui.selectable_label(nth == lines, nth.to_string()).clicked() {
                    import.correct(|overrides| overrides.preamble_lines = Some(nth));
                }
            }
        });
        let named = |with: bool| if with { "names the columns" } else { "is data" };
        combo_ui(header, "First line of the table", named(recognition.dialect.header), |ui| {
            for with in [true, false] {
                if ui.selectable_label(with == recognition.dialect.header, named(with)).clicked() {
                    import.correct(|overrides| overrides.header = Some(with));
                }
            }
        });
        times_ui(times, import);
    });
    ui.add_space(12.0);
}

fn encoding_ui(ui: &mut Ui, import: &mut Import, chosen: &str) {
    combo_ui(ui, "Encoding", chosen, |ui| {
        for name in ENCODINGS {
            if ui.selectable_label(name == chosen, name).clicked() {
                import.correct(|overrides| overrides.encoding = Some(name.to_owned()));
            }
        }
    });
}

fn times_ui(ui: &mut Ui, import: &mut Import) {
    let Some(recognition) = import.recognition() else { return };
    let Some(column) = recognition.roles.column(Role::Time) else { return };
    let Some(pick) = recognition.columns.get(column).and_then(|column| column.time) else { return };
    combo_ui(ui, "Times", format_name(pick.time.format()), |ui| {
        for format in TimeFormat::ALL {
            if ui.selectable_label(format == pick.time.format(), format_name(format)).clicked() {
                import.correct(|overrides| {
                    overrides.time_formats.insert(column, format);
                });
            }
        }
    });
}

/// What a format is called in the list.
pub(super) fn format_name(format: TimeFormat) -> &'static str {
    match format {
        TimeFormat::Iso => "year-month-day",
        TimeFormat::Compact => "yearmonthday",
        TimeFormat::Numbers(DayOrder::DayFirst) => "day first",
        TimeFormat::Numbers(DayOrder::MonthFirst) => "month first",
        TimeFormat::MonthName => "month by name",
        TimeFormat::Epoch(EpochUnit::Seconds) => "seconds since 1970",
        TimeFormat::Epoch(EpochUnit::Millis) => "milliseconds since 1970",
        TimeFormat::Epoch(EpochUnit::Micros) => "microseconds since 1970",
        TimeFormat::Epoch(EpochUnit::Nanos) => "nanoseconds since 1970",
        TimeFormat::ExcelSerial => "Excel day number",
        TimeFormat::Count => "whole numbers",
    }
}
