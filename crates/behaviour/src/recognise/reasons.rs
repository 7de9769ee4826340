//! Why each choice of the recognition was made, in words that a person can check against the file.

use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

use super::column::ColumnKind;
use super::overrides::Overrides;
pub use super::reason::{About, Reason};
use super::recognition::Recognition;
use crate::dialect::Dialect;
use crate::encoding::Sure;
use crate::records::Record;
use crate::roles::{self, Role};
use crate::source::Source;

/// What a person fixed needs no other reason.
const CHOSEN: Said = said::log_why_chosen;

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
            say(About::Sheet, say!(log_why_sheet, count = sheets.names.len()));
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
        let is_of_event = role == Role::Time && is_other_time_before(source, found);
        let because = match overrides.roles.contains_key(&role) {
            true => CHOSEN.text().to_owned(),
            false if is_of_event => say!(role_time_of_event).to_owned(),
            false => roles::because(role, column),
        };
        say(About::Role(role), because);
    }
    if let Some(because) = times(found, overrides) {
        say(About::Times, because);
    }
    reasons
}

/// Whether the time of joined files is not their first.
fn is_other_time_before(source: &Source, found: &Recognition) -> bool {
    let before = found.columns.iter().take(found.roles.time.unwrap_or(0));
    source.partner().is_some() && before.into_iter().any(|column| column.kind == ColumnKind::Time)
}

fn encoding(found: &Recognition, head: &[u8], overrides: &Overrides) -> String {
    let encoding = &found.encoding;
    if overrides.encoding.is_some() {
        CHOSEN.text().to_owned()
    } else if encoding.bom_len() > 0 {
        say!(log_why_mark).to_owned()
    } else if encoding.is_utf16() {
        say!(log_why_utf16).to_owned()
    } else if encoding.is_utf8() && head.is_ascii() {
        say!(log_why_ascii).to_owned()
    } else if encoding.is_utf8() {
        say!(log_why_utf8).to_owned()
    } else {
        match (encoding.other(), encoding.sure()) {
            (Some(other), _) => say!(log_why_encoding_other, encoding = encoding.name(), other),
            (None, Sure::Unsure) => say!(log_why_encoding_senseless, encoding = encoding.name()),
            (None, Sure::Likely | Sure::Certain) => say!(log_why_encoding, encoding = encoding.name()),
        }
    }
}

fn delimiter(found: &Recognition, rows: &[Record], overrides: &Overrides) -> String {
    if overrides.delimiter.is_some() {
        return CHOSEN.text().to_owned();
    }
    let width = found.columns.len();
    let fitting = rows.iter().filter(|row| row.width() == width).count();
    say!(log_why_delimiter, count = width, fitting, rows = rows.len())
}

fn preamble(dialect: &Dialect, overrides: &Overrides) -> String {
    match dialect.preamble_lines {
        _ if overrides.preamble_lines.is_some() => CHOSEN.text().to_owned(),
        0 => say!(log_why_preamble_none).to_owned(),
        1 => say!(log_why_preamble_1).to_owned(),
        lines => say!(log_why_preamble, lines),
    }
}

fn header(found: &Recognition, overrides: &Overrides) -> String {
    if overrides.header.is_some() {
        return CHOSEN.text().to_owned();
    }
    let known: Vec<String> = found
        .columns
        .iter()
        .filter(|column| roles::is_column_word(&column.name))
        .take(3)
        .map(|column| say!(log_quoted, name = column.name))
        .collect();
    match (found.dialect.header, known.len()) {
        (false, _) => say!(log_why_no_header).to_owned(),
        (true, 0 | 1) => say!(log_why_header_names).to_owned(),
        (true, _) => say!(log_why_header_known, names = known.listed(", ")),
    }
}

fn times(found: &Recognition, overrides: &Overrides) -> Option<String> {
    let at = found.roles.time?;
    let pick = found.columns.get(at)?.time?;
    if overrides.time_formats.contains_key(&at) {
        return Some(CHOSEN.text().to_owned());
    }
    let read = say!(log_why_times, readable = pick.readable, filled = pick.filled);
    Some(match pick.other {
        Some(other) => say!(log_why_times_other, read, other = other.name()),
        None => read,
    })
}
