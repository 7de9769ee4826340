//! Why each choice of the recognition was made, in words that a person can check against the file.

use super::overrides::Overrides;
pub use super::reason::{About, Reason};
use super::recognition::Recognition;
use crate::dialect::Dialect;
use crate::records::Record;
use crate::roles::{self, Role};
use crate::source::Source;

/// What a person fixed needs no other reason.
const CHOSEN: &str = "you chose it";

/// The reasons of a whole recognition, in the order in which a person meets the choices.
pub(super) fn reasons(
    source: &Source,
    head: &[u8],
    rows: &[Record],
    found: &Recognition,
    overrides: &Overrides,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut say = |about, because: String| reasons.push(Reason { about, because });
    match (source.sheets(), source.files().len() > 1) {
        (Some(sheets), _) if sheets.names.len() > 1 => {
            say(About::Sheet, format!("of {} sheets it looks most like a table of events", sheets.names.len()));
        }
        (None, false) => {
            say(About::Encoding, encoding(found, head, overrides));
            say(About::Delimiter, delimiter(found, rows, overrides));
        }
        _ => {}
    }
    say(About::Preamble, preamble(&found.dialect, overrides));
    say(About::Header, header(found, overrides));
    for role in Role::ALL {
        let Some(column) = found.roles.column(role).and_then(|at| found.columns.get(at)) else { continue };
        let because = match overrides.roles.contains_key(&role) {
            true => CHOSEN.to_owned(),
            false => roles::because(role, column),
        };
        say(About::Role(role), because);
    }
    if let Some(because) = times(found, overrides) {
        say(About::Times, because);
    }
    reasons
}

fn encoding(found: &Recognition, head: &[u8], overrides: &Overrides) -> String {
    let encoding = &found.encoding;
    if overrides.encoding.is_some() {
        CHOSEN.to_owned()
    } else if encoding.bom_len() > 0 {
        "the file begins with its mark".to_owned()
    } else if encoding.is_utf16() {
        "every second byte of its plain letters is zero".to_owned()
    } else if encoding.is_utf8() && head.is_ascii() {
        "the rows looked at have plain letters alone, which are the same in most encodings".to_owned()
    } else if encoding.is_utf8() {
        "its letters with accents are written as UTF-8 has them".to_owned()
    } else {
        format!("it is no UTF-8, and its letters make most sense in {}", encoding.name())
    }
}

fn delimiter(found: &Recognition, rows: &[Record], overrides: &Overrides) -> String {
    if overrides.delimiter.is_some() {
        return CHOSEN.to_owned();
    }
    let width = found.columns.len();
    let fitting = rows.iter().filter(|row| row.width() == width).count();
    let fields = if width == 1 { "field" } else { "fields" };
    format!("{width} {fields} in {fitting} of {} rows looked at", rows.len())
}

fn preamble(dialect: &Dialect, overrides: &Overrides) -> String {
    match dialect.preamble_lines {
        _ if overrides.preamble_lines.is_some() => CHOSEN.to_owned(),
        0 => "the first line is as wide as the table".to_owned(),
        1 => "the first line is no row of the table".to_owned(),
        lines => format!("the first {lines} lines are no rows of the table"),
    }
}

fn header(found: &Recognition, overrides: &Overrides) -> String {
    if overrides.header.is_some() {
        return CHOSEN.to_owned();
    }
    let known: Vec<String> = found
        .columns
        .iter()
        .filter(|column| roles::is_column_word(&column.name))
        .take(3)
        .map(|column| format!("“{}”", column.name))
        .collect();
    match (found.dialect.header, known.len()) {
        (false, _) => "its first line has the same kinds of values as the lines below".to_owned(),
        (true, 0 | 1) => "its first line has names where the lines below have values".to_owned(),
        (true, _) => format!("{} are what columns are called", known.join(", ")),
    }
}

fn times(found: &Recognition, overrides: &Overrides) -> Option<String> {
    let at = found.roles.time?;
    let pick = found.columns.get(at)?.time?;
    if overrides.time_formats.contains_key(&at) {
        return Some(CHOSEN.to_owned());
    }
    let read = format!("{} of {} values looked at read so", pick.readable, pick.filled);
    Some(match pick.other {
        Some(other) => format!("{read}, and as many as {}", other.name()),
        None => read,
    })
}
