//! What makes a file's figures doubtful, said on standard error before they are counted.

use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::words::{grouped, plain, shortened};
use crate::behaviour::masking::{self, Grouped};
use crate::behaviour::recognise::{Column, ColumnKind, Recognition};
use crate::behaviour::times::{DayOrder, TimeFormat};
use crate::model::Date;

/// Says which of two readings of a column's dates was taken.
pub fn say_what_is_in_doubt(column: &Column) {
    let Some(pick) = column.time else { return };
    let Some(other) = pick.other else { return };
    let (taken_format, other_format) = (pick.time.format(), other.format());
    let (taken, other) = (pick.time.name(), other.name());
    tell(&say!(
        cli_dates_in_doubt,
        column = shortened(&column.name, 40),
        taken,
        other,
        order = order_word(other_format),
        values = both_readings(column, taken_format, other_format)
    ));
}

/// The same of every column of times.
pub fn say_of_times(found: &Recognition) {
    found.columns.iter().filter(|column| column.kind == ColumnKind::Time).for_each(say_what_is_in_doubt);
}

/// The first of two readings that a column of times has, which a map takes no figures by before a person has chosen.
///
/// # Errors
/// Nobody has said in which order its numbers stand.
pub fn refuse_open_dates<'c>(columns: impl IntoIterator<Item = &'c Column>) -> Result<(), Failure> {
    let open = |column: &'c Column| {
        let pick = column.time.filter(|_| column.kind == ColumnKind::Time)?;
        Some((column, pick.time, pick.other?))
    };
    let Some((column, taken, other)) = columns.into_iter().find_map(open) else { return Ok(()) };
    let message = say!(
        cli_dates_open,
        column = shortened(&column.name, 40),
        taken = taken.name(),
        other = other.name(),
        taken_order = order_word(taken.format()),
        other_order = order_word(other.format()),
        values = both_readings(column, taken.format(), other.format())
    );
    Err(Failure::new(Exit::BadInput, message))
}

/// What `--dates` calls an order.
fn order_word(format: TimeFormat) -> &'static str {
    match format {
        TimeFormat::Numbers(DayOrder::YearFirst) => "year-first",
        format => format.word(),
    }
}

/// Three values in both readings: `05/03/2024 is 3 May 2024 or 5 Mar 2024`.
fn both_readings(column: &Column, taken: TimeFormat, other: TimeFormat) -> String {
    let day = |format: TimeFormat, value: &str| {
        let micros = format.parse(value.as_bytes())?;
        Date::from_unix_secs(micros.div_euclid(1_000_000)).map(Date::long)
    };
    let read = |value: &String| {
        let (one, two) = (day(taken, value)?, day(other, value)?);
        (one != two).then(|| say!(cli_dates_example, value = plain(value), one, two))
    };
    column.samples.iter().filter_map(read).take(3).collect()
}

/// Share of ragged rows above which somebody should look at how the file is cut.
const RAGGED_TO_WARN: f64 = 0.05;

/// Says what was guessed about a file as a whole, and whether its rows are of other widths than the table: all that is told
/// before anything is counted.
pub fn say_of_reading(found: &Recognition) {
    found.told.iter().for_each(|told| tell(told));
    if found.ragged as f64 > found.rows_seen as f64 * RAGGED_TO_WARN {
        tell(&say!(cli_ragged, ragged = grouped(found.ragged), seen = grouped(found.rows_seen)));
    }
}

/// Says which names became that of their kind, and by which flag they are shown as they are.
pub fn tell_grouped(all: &[Grouped]) {
    let kinds: Vec<&str> = masking::by_kind(all).keys().map(|kind| kind.word()).collect();
    for told in masking::words(all, grouped) {
        tell(&say!(cli_keep_names, told, kinds = kinds.join(",")));
    }
}
