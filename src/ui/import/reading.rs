//! How the file is read: what was recognised, in a line, and the choices that correct it.

use egui::{Align, Layout, Ui, vec2};
use touchline_words::{Said, said, say};

use super::asks::Asks;
use super::doubt::format_name;
use super::shape::choice_ui;
use crate::behaviour::dialect::Dialect;
use crate::behaviour::files::On;
use crate::behaviour::lifecycle::{self, Transition};
use crate::behaviour::recognise::reasons::About;
use crate::behaviour::recognise::{Overrides, Recognition};
use crate::behaviour::roles::Role;
use crate::behaviour::times::TimeFormat;
use crate::figures::numbers;
use crate::model::Date;
use crate::session::flows::ImportMsg;
use crate::session::import::Import;
use crate::ui::kept_names::kept_names_ui;
use crate::ui::widgets::{combo_ui, entry_ui, link_button_ui, muted_ui, tick};

/// Encodings that are offered; any other is recognised by itself.
const ENCODINGS: [&str; 13] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1252",
    "windows-1250",
    "ISO-8859-2",
    "windows-1251",
    "KOI8-R",
    "Shift_JIS",
    "GBK",
    "macintosh",
    "IBM850",
    "IBM437",
];

const DELIMITERS: [(u8, Said); 5] = [
    (b',', said::ui_import_comma),
    (b';', said::ui_import_semicolon),
    (b'\t', said::ui_import_tab),
    (b'|', said::ui_import_pipe),
    (b' ', said::ui_import_space),
];

/// `viewing.csv · 42.7 MB · read as UTF-8, comma, header in line 1, dates year-month-day, 6 Jan – 29 Jun 2024`.
pub(super) fn summary(import: &Import) -> String {
    let mut line = import.file_name();
    if let Some(address) = import.table() {
        line.push_str(&say!(ui_import_table_on, server = address.server()));
        return match import.recognition() {
            Some(found) => line + &dates(found),
            None => line,
        };
    }
    if let Some(source) = import.source() {
        line.push_str(&format!(" · {}", size_text(source.size_of_file())));
    }
    let Some(recognition) = import.recognition() else { return line };
    if let Some(preset) = import.preset() {
        let day = Date::parse(&preset.kept).map_or_else(String::new, |day| format!(", {}", day.long()));
        line.push_str(&say!(ui_import_read_as_preset, preset = preset.name, day));
    }
    let source = import.source();
    let files = source.map_or(0, |source| source.files().len());
    line.push_str(&match source.and_then(|source| source.sheets()) {
        Some(sheets) => say!(ui_import_sheet_name, sheet = sheets.chosen),
        None if source.is_some_and(|source| source.is_page()) => say!(ui_import_web_page).to_owned(),
        None if files > 1 => say!(ui_import_files_as_one, files),
        None => {
            say!(
                ui_import_read_as,
                encoding = recognition.encoding.name(),
                delimiter = delimiter_name(recognition.dialect.delimiter)
            )
        }
    });
    line.push_str(&match recognition.header_line {
        0 => say!(ui_import_no_header).to_owned(),
        nth => say!(ui_import_header_in, nth),
    });
    line + &dates(recognition)
}

fn dates(recognition: &Recognition) -> String {
    let Some(column) = recognition.roles.time.and_then(|column| recognition.columns.get(column)) else {
        return String::new();
    };
    let Some(pick) = column.time else { return String::new() };
    if pick.other.is_some() {
        return say!(ui_import_dates_asked).to_owned();
    }
    let day = |micros: i64| Date::from_unix_secs(micros.div_euclid(1_000_000));
    let days = column.first_last.and_then(|(first, last)| Some(days_text(day(first)?, day(last)?)));
    // Numbers that only count on are no days.
    let days = days.filter(|_| pick.time.format() != TimeFormat::Count);
    let note = if recognition.whole { "" } else { say!(ui_import_in_first_rows) };
    let days = days.map_or_else(String::new, |days| format!(", {days}{note}"));
    let zone = pick.time.zone().filter(|_| pick.time.is_zoneless());
    let zone = zone.map_or_else(String::new, |zone| say!(ui_import_in_zone, zone = zone.name()));
    say!(ui_import_dates, format = format_name(pick.time.format()), zone, days)
}

/// `6 Jan – 29 Jun 2024`, `6 Jan 2023 – 29 Jun 2024`, `6 Jan 2024`.
fn days_text(first: Date, last: Date) -> String {
    match (first == last, first.year() == last.year()) {
        (true, _) => first.long(),
        (false, true) => format!("{} – {}", first.short(), last.long()),
        (false, false) => format!("{} – {}", first.long(), last.long()),
    }
}

fn size_text(bytes: u64) -> String {
    match bytes {
        0..1_000 => say!(ui_import_bytes, bytes),
        1_000..1_000_000 => format!("{} kB", numbers::fixed(bytes as f64 / 1e3, 1)),
        1_000_000..1_000_000_000 => format!("{} MB", numbers::fixed(bytes as f64 / 1e6, 1)),
        _ => format!("{} GB", numbers::fixed(bytes as f64 / 1e9, 2)),
    }
}

fn delimiter_name(delimiter: u8) -> String {
    match DELIMITERS.iter().find(|(byte, _)| *byte == delimiter) {
        Some((_, name)) => name.text().to_owned(),
        None => Dialect::unseen_delimiter(delimiter)
            .unwrap_or_else(|| say!(edit_quoted, text = char::from(delimiter).to_string())),
    }
}

/// What a choice says that leaves it to the recognition.
const BY_ITSELF: Said = said::ui_import_recognise;
/// The narrowest choice, in logical pixels.
const NARROWEST: f32 = 150.0;
/// Lines before the table that are offered.
const MOST_PREAMBLE: u64 = 40;

/// Width of the choice of what the file is.
const SHAPE: f32 = 300.0;
/// Height of a choice, and of one with its reason in two lines below.
const CHOICE: f32 = 50.0;
const EXPLAINED: f32 = 86.0;

/// The choices, side by side as far as there is room; below them the preset, which can be forgotten.
pub(super) fn reading_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    if import.recognition().is_none() {
        muted_ui(ui, say!(ui_import_unreadable));
        ui.add_space(4.0);
    }
    let gap = 12.0;
    let fitting = ((ui.available_width() + gap) / (NARROWEST + gap)).floor().clamp(1.0, 5.0);
    // A pixel less than fits, so that rounding breaks no line.
    let width = ((ui.available_width() - gap * (fitting - 1.0)) / fitting - 1.0).floor();
    let height = if import.recognition().is_some() { EXPLAINED } else { CHOICE };
    let row = vec2(ui.available_width(), height);
    // Tops in line, whatever stands below.
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = vec2(gap, 10.0);
        for (about, choice) in choices(import) {
            ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 4.0;
                choice(ui, import);
                if let Some(because) = import.recognition().and_then(|found| found.because(about)) {
                    muted_ui(ui, because);
                }
            });
        }
    });
    // Elsewhere it stands already, for a file that is no log or lacks what a log has.
    let is_log = import.recognition().is_some() && import.other_shape().is_none() && import.missing_roles().is_empty();
    if is_log && import.table().is_none() {
        ui.add_space(8.0);
        ui.allocate_ui(vec2(SHAPE, CHOICE), |ui| {
            ui.set_width(SHAPE);
            choice_ui(ui, import);
        });
    }
    duplicates_ui(ui, import);
    keep_names_ui(ui, import);
    swap_days_ui(ui, import);
    lifecycle_ui(ui, import);
    join_ui(ui, import);
    for note in import.source().map(|source| source.notes().to_vec()).unwrap_or_default() {
        muted_ui(ui, &note);
    }
    for told in import.recognition().map(|found| found.told.clone()).unwrap_or_default() {
        muted_ui(ui, &told);
    }
    if let Some(preset) = import.preset() {
        let name = preset.name.clone();
        ui.horizontal(|ui| {
            muted_ui(ui, &say!(ui_import_known_preset, name));
            if link_button_ui(ui, say!(ui_import_forget)).clicked() {
                import.ask(ImportMsg::ForgetPreset);
            }
        });
    }
    ui.add_space(14.0);
}

type Choice = fn(&mut Ui, &mut Asks<'_>);

/// What can be chosen: of a workbook the sheet; the cut of files that this program puts together is known.
fn choices(import: &Import) -> Vec<(About, Choice)> {
    let source = import.source();
    if import.table().is_some() {
        return vec![(About::Times, times_ui)];
    }
    let mut choices: Vec<(About, Choice)> = match source {
        Some(source) if source.sheets().is_some() => vec![(About::Sheet, sheet_ui)],
        Some(source) if source.tables().is_some() => {
            vec![(About::Sheet, sheet_ui), (About::Encoding, encoding_ui), (About::Delimiter, delimiter_ui)]
        }
        Some(source) if source.cut().is_some() => Vec::new(),
        _ => vec![(About::Encoding, encoding_ui), (About::Delimiter, delimiter_ui)],
    };
    choices.extend([(About::Preamble, preamble_ui as Choice), (About::Header, header_ui), (About::Times, times_ui)]);
    choices
}

fn sheet_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let tables = import.source().and_then(|source| source.tables()).cloned();
    let title = if tables.is_some() { say!(ui_import_table) } else { say!(ui_import_sheet) };
    let sheets = import.source().and_then(|source| source.sheets()).cloned();
    let Some(sheets) = tables.or(sheets) else { return };
    combo_ui(ui, title, &sheets.chosen, |ui| {
        for name in &sheets.names {
            if entry_ui(ui, *name == sheets.chosen, name).clicked() {
                import.reopen(|opening| opening.sheet = Some(name.clone()));
            }
        }
    });
}

/// Leaving out exact duplicates is offered where there are some, and never done unasked.
fn duplicates_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(found) = import.recognition().filter(|_| import.table().is_none()) else { return };
    let (duplicates, rows) = (found.duplicates, found.rows_seen);
    let mut drop = import.opening().drop_duplicates;
    let repeated = import.report().and_then(|report| report.repeated_rows).unwrap_or_default();
    if duplicates == 0 && repeated == 0 && !drop {
        return;
    }
    let said = match drop {
        true => say!(ui_import_same_rows_read).to_owned(),
        false if duplicates == 0 => say!(ui_import_same_rows).to_owned(),
        false => say!(ui_import_same_rows_count, count = numbers::count(duplicates), rows = numbers::count(rows)),
    };
    if ui.add(tick(&mut drop, &said)).changed() {
        import.reopen(|opening| opening.drop_duplicates = drop);
    }
    let dropped = import.source().and_then(|source| source.duplicates_dropped());
    if let (Some(count), true) = (dropped.filter(|_| import.report().is_some()), drop) {
        muted_ui(ui, &say!(ui_import_duplicates_out, count = numbers::count(count)));
    }
}

/// Swapping days and months back is offered where a spreadsheet has swapped them, and never done unasked.
fn swap_days_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let mut swap = import.opening().swap_days;
    if !swap && !import.source().is_some_and(|source| source.has_swapped_days()) {
        return;
    }
    if ui.add(tick(&mut swap, say!(ui_import_swap_days))).changed() {
        import.reopen(|opening| opening.swap_days = swap);
    }
}

/// Which rows count where each activity has one for its start and one for its completion.
fn lifecycle_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(found) = import.recognition() else { return };
    let (counted, said) = (found.dialect.lifecycle.map(|one| one.counted), import.overrides().lifecycle);
    if counted.is_none() && said.is_none() {
        return;
    }
    let choices = [
        (lifecycle::Choice::Only(Transition::Complete), say!(ui_import_count_completions)),
        (lifecycle::Choice::Only(Transition::Start), say!(ui_import_count_starts)),
        (lifecycle::Choice::All, say!(ui_import_count_both)),
    ];
    let chosen = said.or(counted.map(lifecycle::Choice::Only));
    ui.horizontal_wrapped(|ui| {
        for (choice, words) in choices {
            if ui.radio(chosen == Some(choice), words).clicked() {
                import.correct(|overrides| overrides.lifecycle = Some(choice));
            }
        }
    });
}

/// A second file that belongs to this one by an id: offered, and once it is joined by which column, or not at all.
fn join_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    if import.table().is_some() || import.source().is_none() {
        return;
    }
    if import.opening().join.is_none() {
        if link_button_ui(ui, say!(ui_import_join_file)).clicked() {
            import.ask(ImportMsg::AskJoin);
        }
        return;
    }
    let partner = import.source().and_then(|source| source.partner()).cloned();
    if let Some(partner) = &partner {
        ui.vertical(|ui| {
            ui.set_width(SHAPE);
            combo_ui(ui, say!(ui_import_join_column), &partner.on, |ui| {
                for (left, right) in &partner.pairs {
                    let on = On { left: left.clone(), right: right.clone() };
                    let words = on.words();
                    if entry_ui(ui, words == partner.on, &words).clicked() {
                        let on = Some(on);
                        import.reopen(|opening| opening.join.iter_mut().for_each(|join| join.on.clone_from(&on)));
                    }
                }
            });
        });
    }
    ui.horizontal_wrapped(|ui| {
        if let Some(partner) = partner {
            muted_ui(ui, &say!(ui_import_joined, file = partner.file));
        }
        if link_button_ui(ui, say!(ui_import_join_not)).clicked() {
            import.reopen(|opening| opening.join = None);
        }
    });
}

/// Names that tell of persons, and the choice to show them.
fn keep_names_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(found) = import.recognition() else { return };
    let counted = import.report().map(|report| report.grouped.as_slice()).unwrap_or_default();
    let grouped = if counted.is_empty() { found.grouped.as_slice() } else { counted };
    if let Some(kept) = kept_names_ui(ui, grouped, import.overrides().keep_names, say!(ui_import_shown)) {
        import.correct(|overrides| overrides.keep_names = kept);
    }
}

fn encoding_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let named = import.overrides().encoding.clone();
    let found = import.recognition().map(|recognition| recognition.encoding.name().to_owned());
    let chosen = named.clone().or(found).unwrap_or(BY_ITSELF.text().to_owned());
    combo_ui(ui, say!(ui_import_encoding), &chosen, |ui| {
        if named.is_some() && entry_ui(ui, false, BY_ITSELF.text()).clicked() {
            import.correct(|overrides| overrides.encoding = None);
        }
        for name in ENCODINGS {
            if entry_ui(ui, name == chosen, name).clicked() {
                import.correct(|overrides| overrides.encoding = Some(name.to_owned()));
            }
        }
    });
}

fn delimiter_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let named = import.overrides().delimiter;
    let chosen = named.or(import.recognition().map(|recognition| recognition.dialect.delimiter));
    let shown = chosen.map_or(BY_ITSELF.text().to_owned(), delimiter_name);
    combo_ui(ui, say!(ui_import_delimiter), &shown, |ui| {
        if named.is_some() && entry_ui(ui, false, BY_ITSELF.text()).clicked() {
            columns_change(import, |overrides| overrides.delimiter = None);
        }
        for (byte, name) in DELIMITERS {
            if entry_ui(ui, Some(byte) == chosen, name.text()).clicked() {
                columns_change(import, |overrides| overrides.delimiter = Some(byte));
            }
        }
    });
}

fn preamble_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let named = import.overrides().preamble_lines;
    let chosen = named.or(import.recognition().map(|recognition| recognition.dialect.preamble_lines));
    let shown = chosen.map_or(BY_ITSELF.text().to_owned(), |lines| lines.to_string());
    combo_ui(ui, say!(ui_import_lines_before), &shown, |ui| {
        if named.is_some() && entry_ui(ui, false, BY_ITSELF.text()).clicked() {
            columns_change(import, |overrides| overrides.preamble_lines = None);
        }
        for nth in 0..=MOST_PREAMBLE {
            if entry_ui(ui, Some(nth) == chosen, nth.to_string()).clicked() {
                columns_change(import, |overrides| overrides.preamble_lines = Some(nth));
            }
        }
    });
}

fn header_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let name = |with: bool| if with { say!(ui_import_names_columns) } else { say!(ui_import_is_data) };
    let chosen = import.overrides().header.or(import.recognition().map(|recognition| recognition.dialect.header));
    combo_ui(ui, say!(ui_import_first_line), chosen.map_or(BY_ITSELF.text(), name), |ui| {
        for with in [true, false] {
            if entry_ui(ui, Some(with) == chosen, name(with)).clicked() {
                import.correct(|overrides| overrides.header = Some(with));
            }
        }
    });
}

/// Another split into columns: what was said about the columns by their places holds no more.
fn columns_change(import: &mut Asks<'_>, change: impl FnOnce(&mut Overrides)) {
    import.correct(|overrides| {
        change(overrides);
        overrides.roles.clear();
        overrides.time_formats.clear();
    });
}

fn times_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some(recognition) = import.recognition() else { return };
    let Some(column) = recognition.roles.column(Role::Time) else { return };
    let Some(pick) = recognition.columns.get(column).and_then(|column| column.time) else { return };
    combo_ui(ui, say!(ui_import_times), format_name(pick.time.format()), |ui| {
        for format in TimeFormat::ALL {
            if entry_ui(ui, format == pick.time.format(), format_name(format)).clicked() {
                import.correct(|overrides| {
                    overrides.time_formats.insert(column, format);
                });
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::recognise::recognise;
    use crate::behaviour::source::Source;

    #[test]
    fn dates_are_told_by_their_pattern_and_the_days_of_the_file() {
        let told = |text: &str| {
            let source = Source::from_bytes("a.csv", text.as_bytes().to_vec(), std::time::SystemTime::now()).unwrap();
            dates(&recognise(&source, &Overrides::default()).unwrap())
        };
        let log = "customer_id,event,time\na,x,2024-01-06 14:05:22\nb,y,2024-06-29 01:00:00\nb,x,2024-03-02 01:00:00\n";
        assert_eq!(told(log), ", dates year-month-day, 6 Jan – 29 Jun 2024");
        assert_eq!(told(&log.replace("2024-01-06", "2023-12-31")), ", dates year-month-day, 31 Dec 2023 – 29 Jun 2024");
        assert_eq!(told("customer_id,event\na,x\n"), "");
    }
}
