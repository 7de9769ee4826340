//! Two files that belong together by an id, such as leads and deals: each row of the first gets the columns of the row of the second that has
//! its id.
//!
//! Every row of the first stays where it stood; one without a partner has nothing in the further columns, and how many those are is
//! told, as is what of the second found no row.
//!
//! # Limits
//! The text is held in memory and may be [`MOST_BYTES`] long. Of several rows with one id in the second file the first counts.

use std::collections::{HashMap, HashSet};

use touchline_words::say;

use super::sheet_text::{MOST_BYTES, push_field};
use crate::error::BehaviourError;
use crate::names::{one_id, one_writing};
use crate::nothing::is_no_value;
use crate::recognise::{Overrides, Recognition, recognise};
use crate::records::{Flaw, Record};
use crate::source::Source;

/// The first file with the columns of the second.
///
/// # Errors
/// One of them cannot be read or has no such column; together they are too long.
pub fn joined(source: Source, other: &Source, on: &str) -> Result<Source, BehaviourError> {
    let overrides = Overrides { column_names: vec![on.to_owned()], ..Overrides::default() };
    let (found, found_other) = (recognise(&source, &overrides)?, recognise(other, &overrides)?);
    let (at, other_at) = (found.column_named(on)?, found_other.column_named(on)?);
    let partners = Partners::of(other, &found_other, other_at)?;
    let too_long = || BehaviourError::Unreadable {
        name: source.name().to_owned(),
        reason: say!(log_join_too_long, limit = MOST_BYTES >> 20),
    };
    let mut text = Text::default();
    let names = found.names();
    let further = found_other.names().into_iter().enumerate().filter(|(at, _)| *at != other_at).map(|(_, name)| name);
    text.row(found.header_line.max(1), names.into_iter().chain(further));
    let (mut rows, mut row) = (found.rows(&source)?, Record::default());
    let (mut alone, mut all) = (0_u64, 0_u64);
    let mut met: HashSet<Box<[u8]>> = HashSet::new();
    let width = found.columns.len();
    while rows.read(&mut row).map_err(|error| source.unreadable(&error))? {
        if matches!(row.flaw, Some(Flaw::UnclosedQuote | Flaw::TooLong)) {
            // One lone field says that the row is broken.
            text.row(row.line, std::iter::once("?".to_owned()));
            continue;
        }
        all += 1;
        let id = key(row.field(at).unwrap_or_default());
        let partner = partners.rows.get(&*id);
        alone += u64::from(partner.is_none());
        if partner.is_some() && !met.contains(&*id) {
            met.insert(id);
        }
        let own = (0..width).map(|at| String::from_utf8_lossy(row.field(at).unwrap_or_default()).into_owned());
        let blank = vec![String::new(); found_other.columns.len().saturating_sub(1)];
        text.row(row.line, own.chain(partner.cloned().unwrap_or(blank)));
        if text.bytes.len() > MOST_BYTES {
            return Err(too_long());
        }
    }
    source.check_unchanged()?;
    other.check_unchanged()?;
    let told = say!(
        log_join_told,
        file = other.file_name(),
        column = on,
        alone,
        all,
        left = partners.rows.len() - met.len(),
        others = partners.rows.len(),
        again = partners.again
    );
    let notes = source.notes().iter().chain(other.notes()).cloned().chain([told]).collect::<Vec<_>>();
    let joined = source.into_table(text.bytes)?;
    Ok(notes.into_iter().fold(joined, |source, note| source.noting(Some(note))))
}

/// The rows of the second file by their ids, without the column of the id.
struct Partners {
    rows: HashMap<Box<[u8]>, Vec<String>>,
    /// Rows whose id came before.
    again: u64,
}

impl Partners {
    fn of(source: &Source, found: &Recognition, at: usize) -> Result<Partners, BehaviourError> {
        let mut partners = Partners { rows: HashMap::new(), again: 0 };
        let (mut rows, mut row) = (found.rows(source)?, Record::default());
        while rows.read(&mut row).map_err(|error| source.unreadable(&error))? {
            let id = key(row.field(at).unwrap_or_default());
            if is_no_value(&id) || row.flaw.is_some_and(|flaw| flaw != Flaw::StrayQuote) {
                continue;
            }
            if partners.rows.contains_key(&id) {
                partners.again += 1;
                continue;
            }
            let others = (0..found.columns.len()).filter(|place| *place != at);
            let cells = others.map(|at| String::from_utf8_lossy(row.field(at).unwrap_or_default()).into_owned());
            partners.rows.insert(id, cells.collect());
        }
        Ok(partners)
    }
}

/// What ids are compared by.
fn key(id: &[u8]) -> Box<[u8]> {
    one_id(&one_writing(id)).into()
}

/// Text in which every row begins on its line.
#[derive(Default)]
struct Text {
    bytes: Vec<u8>,
    lines: u64,
}

impl Text {
    fn row(&mut self, line: u64, cells: impl Iterator<Item = String>) {
        while self.lines + 1 < line {
            self.bytes.push(b'\n');
            self.lines += 1;
        }
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.bytes.push(b',');
            }
            push_field(&mut self.bytes, &cell);
        }
        self.bytes.push(b'\n');
        self.lines += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    fn source(name: &str, text: &str) -> Source {
        Source::from_bytes(name, text.as_bytes().to_vec(), SystemTime::UNIX_EPOCH).unwrap()
    }

    #[test]
    fn each_row_gets_the_columns_of_its_partner_and_stays_on_its_line() {
        let events =
            "Export\n\nid,event,time\n7,view,2026-03-01\n\n8,\"a\nb\",2026-03-02\n9,buy,2026-03-03\n7,buy,2026-03-04\n";
        let deals = "segment;ID;value\nfans;7.0;10\nnew;8;20\nold;8;30\nlost;5;40\n";
        let joined = joined(source("events.csv", events), &source("deals.csv", deals), "id").unwrap();
        let found = recognise(&joined, &Overrides::default()).unwrap();
        assert_eq!(found.names(), ["id", "event", "time", "segment", "value"]);
        let rows: Vec<String> =
            found.preview.iter().map(|row| format!("{}: {}", row.line, row.cells.join("|"))).collect();
        assert_eq!(
            rows,
            [
                "4: 7|view|2026-03-01|fans|10",
                "6: 8|a b|2026-03-02|new|20",
                "8: 9|buy|2026-03-03||",
                "9: 7|buy|2026-03-04|fans|10"
            ]
        );
        assert_eq!(
            joined.notes(),
            [
                "deals.csv is joined by “id”: rows without a partner there: 1 of 4; its ids without a row here: 1 of 3; its further rows of an id, which are left out: 1"
            ]
        );
        assert!(matches!(
            super::joined(source("a.csv", events), &source("b.csv", deals), "value"),
            Err(BehaviourError::UnknownColumn { .. })
        ));
    }
}
