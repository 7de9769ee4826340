//! A date in one column and the time of day in another: one time.

use touchline_words::say;

use super::column::{Column, ColumnKind};
use crate::names::trimmed;
use crate::nothing::is_no_value;
use crate::records::Record;
use crate::roles::Roles;
use crate::times::TimeFormat;

/// Rows by which it is judged.
const LOOKED_AT: usize = 500;

/// Joins the column of dates with the one column of times of day, and gives the role of the time to the dates. What was done,
/// for a person to read.
pub(super) fn join(columns: &mut [Column], rows: &[Record], roles: &mut Roles) -> Option<String> {
    let clocks: Vec<usize> = (0..columns.len()).filter(|at| holds_clocks(columns, rows, *at)).collect();
    let dates: Vec<usize> = (0..columns.len()).filter(|at| columns.get(*at).is_some_and(holds_dates)).collect();
    let clock = match (clocks.as_slice(), roles.time.filter(|time| clocks.contains(time))) {
        (_, Some(named)) => named,
        ([only], None) => *only,
        _ => return None,
    };
    let date = match (dates.as_slice(), roles.time.filter(|time| dates.contains(time))) {
        (_, Some(named)) => named,
        ([only], None) if roles.time.is_none_or(|time| time == clock) => *only,
        _ => return None,
    };
    let names = (columns.get(date)?.name.clone(), columns.get(clock)?.name.clone());
    let pick = columns.get_mut(date)?.time.as_mut()?;
    pick.time = pick.time.with_clock_in(clock);
    roles.give(crate::roles::Role::Time, Some(date));
    Some(say!(log_told_apart, date = names.0, clock = names.1))
}

fn holds_dates(column: &Column) -> bool {
    column.kind == ColumnKind::Time && column.time.is_some_and(|pick| pick.time.is_dates_alone())
}

/// Whether nearly all cells are times of day: what makes a moment of a date.
fn holds_clocks(columns: &[Column], rows: &[Record], at: usize) -> bool {
    if columns.get(at).is_none_or(|column| column.kind != ColumnKind::Text) {
        return false;
    }
    let cells = rows.iter().take(LOOKED_AT).map(|row| trimmed(row.field(at).unwrap_or_default()));
    let filled: Vec<&[u8]> = cells.filter(|cell| !is_no_value(cell)).collect();
    let is_clock = |cell: &&&[u8]| {
        let has_digit = cell.first().is_some_and(u8::is_ascii_digit) && cell.len() >= 4;
        has_digit && TimeFormat::Iso.parse(&[b"2000-01-01 ", **cell].concat()).is_some()
    };
    !filled.is_empty() && filled.iter().filter(is_clock).count() * 10 >= filled.len() * 9
}
