//! Dates that read both ways: both readings with examples, and the choice between them.

use egui::{RichText, Ui};
use touchline_words::direction::Listed;
use touchline_words::say;

use super::asks::Asks;
use super::is_on_its_way;
use crate::behaviour::recognise::{Column, ColumnKind, Recognition};
use crate::behaviour::roles::Role;
use crate::behaviour::times::pick::TimePick;
use crate::behaviour::times::{ColumnTime, DayOrder, EpochUnit, TimeFormat};
use crate::figures::numbers;
use crate::model::Date;
use crate::session::flows::ImportMsg;
use crate::session::import::Import;
use crate::ui::style;
use crate::ui::widgets::{link_button_ui, question_ui};

/// The column of times and its two readings, the likelier first, while nobody has chosen.
pub(super) fn in_doubt(recognition: &Recognition) -> Option<(usize, &Column, [ColumnTime; 2])> {
    let place = recognition.roles.time?;
    let column = recognition.columns.get(place)?;
    match column.time? {
        TimePick { time, other: Some(other), .. } => Some((place, column, [time, other])),
        TimePick { .. } => None,
    }
}

/// The columns of dates whose day and month could be either, in a file that is no log.
pub(super) fn open_dates(recognition: &Recognition) -> Vec<(usize, &Column, [ColumnTime; 2])> {
    let columns = recognition.columns.iter().enumerate().filter(|(_, column)| column.kind == ColumnKind::Time);
    let open = columns.filter_map(|(place, column)| {
        let TimePick { time, other, .. } = column.time?;
        Some((place, column, [time, other?]))
    });
    open.collect()
}

/// What was asked about the dates of a file that is no log. It stays in its place when it is answered, with the answer
/// marked, so that nothing jumps and the answer can be changed.
#[derive(Clone, Debug)]
pub(super) struct AskedDates {
    name: String,
    readings: [ColumnTime; 2],
    /// All that are written alike; the first is asked about.
    columns: Vec<usize>,
}

impl AskedDates {
    /// Whether it asks about a column that the file still has.
    fn is_of(&self, recognition: &Recognition) -> bool {
        let column = self.columns.first().and_then(|place| recognition.columns.get(*place));
        column.is_some_and(|column| column.name == self.name && column.kind == ColumnKind::Time)
    }
}

/// Asks which reading is right in a file that is no log, once for all columns that are written alike. While the file is
/// read, only what was asked before.
pub(super) fn shape_doubt_ui(ui: &mut Ui, import: &mut Asks<'_>, asked: &mut Vec<AskedDates>) {
    let Some(recognition) = import.recognition().cloned() else { return };
    asked.retain(|one| one.is_of(&recognition));
    let mut open = open_dates(&recognition);
    open.retain(|(place, ..)| asked.iter().all(|one| !one.columns.contains(place)));
    let are_answered = asked.iter().all(|one| answer(import, one.columns.first()).is_some());
    if let Some((_, column, readings)) = open.first().filter(|_| are_answered && !is_on_its_way(import)) {
        let written = readings.map(|reading| reading.format());
        let is_alike = |readings: &[ColumnTime; 2]| readings.iter().all(|reading| written.contains(&reading.format()));
        let alike = open.iter().filter(|(_, _, readings)| is_alike(readings)).map(|(place, ..)| *place).collect();
        asked.push(AskedDates { name: column.name.clone(), readings: *readings, columns: alike });
    }
    for one in asked.iter() {
        let place = one.columns.first().copied();
        if let Some((place, column)) = place.and_then(|place| Some((place, recognition.columns.get(place)?))) {
            asked_ui(ui, import, &recognition, (place, column, one.readings), one.columns.clone());
        }
    }
}

/// How a person said that a column is read.
fn answer(import: &Import, column: Option<&usize>) -> Option<TimeFormat> {
    import.overrides().time_formats.get(column?).copied()
}

pub(super) fn doubt_ui(ui: &mut Ui, import: &mut Asks<'_>, recognition: &Recognition) {
    open_time_ui(ui, import, recognition);
    if let Some(open) = in_doubt(recognition) {
        asked_ui(ui, import, recognition, open, vec![open.0]);
    }
}

/// Asks which column of two joined files is the event's time.
fn open_time_ui(ui: &mut Ui, import: &mut Asks<'_>, recognition: &Recognition) {
    let Some(open) = recognition.open_time else { return };
    let column = |at: usize| recognition.columns.get(at);
    let named = |at: usize| column(at).map_or("", |column| column.name.as_str());
    let event = recognition.roles.event.map_or("", named);
    let said = say!(ui_import_two_times, event, time = named(open[0]), other = named(open[1]));
    question_ui(ui, &said, false, |ui| {
        for at in open {
            let sample = column(at).and_then(|column| column.samples.first()).map_or("", String::as_str);
            if ui.radio(false, format!("{}: {sample}", named(at))).clicked() {
                import.correct(|overrides| _ = overrides.roles.insert(Role::Time, Some(at)));
            }
        }
    });
    ui.add_space(12.0);
}

fn asked_ui(
    ui: &mut Ui,
    import: &mut Asks<'_>,
    recognition: &Recognition,
    (place, column, readings): (usize, &Column, [ColumnTime; 2]),
    columns: Vec<usize>,
) {
    let said = say!(ui_import_two_ways, column = column.name);
    let answered = answer(import, Some(&place));
    question_ui(ui, &said, answered.is_some(), |ui| {
        let shown = recognition.preview.iter().filter_map(|row| row.cells.get(place));
        let values: Vec<&str> = column.samples.iter().chain(shown).map(String::as_str).collect();
        for reading in readings {
            let label = format!("{}: {}", format_name(reading.format()), examples(&values, reading, readings));
            if ui.radio(answered == Some(reading.format()), label).clicked() {
                import.correct(|overrides| {
                    overrides.time_formats.extend(columns.iter().map(|column| (*column, reading.format())));
                });
            }
        }
    });
    ui.add_space(12.0);
}

/// Rows that are shown in each reading.
const EXAMPLES: usize = 3;

/// So many rows have another number of fields than the table that it may be cut wrongly: the person says whether it is.
pub(super) fn ragged_ui(ui: &mut Ui, import: &mut Asks<'_>) {
    let Some((ragged, rows)) = import.ragged_in_doubt() else { return };
    let said = say!(ui_import_ragged, count = numbers::count(ragged), rows = numbers::count(rows));
    question_ui(ui, &said, false, |ui| {
        let advice = say!(ui_import_ragged_advice);
        ui.add(egui::Label::new(RichText::new(advice).font(style::small())).wrap());
        if link_button_ui(ui, say!(ui_import_ragged_right)).clicked() {
            import.ask(ImportMsg::AcceptRagged);
        }
    });
    ui.add_space(12.0);
}

/// `03/11/2026 is 3 Nov 2026`, of a few different values that are another day in each reading.
fn examples(values: &[&str], reading: ColumnTime, readings: [ColumnTime; 2]) -> String {
    let day = |reading: ColumnTime, sample: &str| {
        let micros = reading.format().parse(sample.as_bytes())?;
        Date::from_unix_secs(micros.div_euclid(1_000_000))
    };
    let mut said: Vec<String> = Vec::new();
    for sample in values {
        let [one, other] = readings.map(|reading| day(reading, sample));
        if let Some(day) = day(reading, sample).filter(|_| one != other) {
            let text = say!(ui_import_sample_is, sample, day = day.long());
            if said.len() < EXAMPLES && !said.contains(&text) {
                said.push(text);
            }
        }
    }
    if let (true, Some((sample, day))) =
        (said.is_empty(), values.iter().find_map(|value| Some((value, day(reading, value)?))))
    {
        said.push(say!(ui_import_sample_is, sample, day = day.long()));
    }
    said.listed(", ")
}

/// What a format is called in the list.
pub(super) fn format_name(format: TimeFormat) -> &'static str {
    match format {
        TimeFormat::Iso => say!(ui_import_iso),
        TimeFormat::Compact => say!(ui_import_compact),
        TimeFormat::Numbers(DayOrder::DayFirst) => say!(ui_import_day_first),
        TimeFormat::Numbers(DayOrder::MonthFirst) => say!(ui_import_month_first),
        TimeFormat::Numbers(DayOrder::YearFirst) => say!(ui_import_year_first),
        TimeFormat::MonthName => say!(ui_import_month_by_name),
        TimeFormat::Epoch(EpochUnit::Seconds) => say!(ui_import_epoch_seconds),
        TimeFormat::Epoch(EpochUnit::Millis) => say!(ui_import_epoch_millis),
        TimeFormat::Epoch(EpochUnit::Micros) => say!(ui_import_epoch_micros),
        TimeFormat::Epoch(EpochUnit::Nanos) => say!(ui_import_epoch_nanos),
        TimeFormat::ExcelSerial => say!(ui_import_excel_day),
        TimeFormat::Count => say!(ui_import_whole_numbers),
    }
}
