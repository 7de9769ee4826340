//! What became of the rows of a file that were not used, or in which something is odd: how many, why, and on which lines.

use std::fmt::Display;

use touchline_words::direction::Listed;
use touchline_words::say;

use crate::behaviour::report::{RowCounts, Told};
use crate::figures::numbers;

/// A line for each reason: those of rows that were left out, then what is odd in others.
pub fn rows_told(rows: &RowCounts) -> Vec<String> {
    rows.reasons.iter().map(told_words).chain(rows.odd.iter().map(told_words)).collect()
}

/// How many rows, why, and on which lines the first ones stand.
pub fn told_words<R: Display>(told: &Told<R>) -> String {
    let lines: Vec<String> = told.first_lines.iter().map(|line| numbers::count(*line)).collect();
    let dots = if told.count > told.first_lines.len() as u64 { " …" } else { "" };
    let place = match lines.len() {
        // The rows of a table on a server have no lines.
        0 => String::new(),
        1 => say!(ui_import_in_line, lines = lines.listed(", "), dots),
        _ => say!(ui_import_in_lines, lines = lines.listed(", "), dots),
    };
    format!("{} {}{place}", numbers::count(told.count), told.reason)
}
