//! Two files that belong together by an id, such as leads and deals: each row of the first gets the columns of the row of the second that has
//! its id.
//!
//! Every row of the first stays where it stood; one without a partner has nothing in the further columns, and how many those are is
//! told, as is what of the second found no row.
//!
//! # Limits
//! The text is held in memory and may be [`MOST_BYTES`] long. Of several rows with one id in the second file the first counts.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use touchline_words::say;

use super::open_until;
use super::opening::{Join, On, Opening};
use super::sheet_text::{MOST_BYTES, push_field};
use crate::error::BehaviourError;
use crate::names::{one_id, one_writing};
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::recognise::{Overrides, Recognition, recognise};
use crate::records::{Flaw, Record};
use crate::source::{Partner, Source};

/// Columns of each file that are looked through.
const LOOKED_THROUGH: usize = 60;
/// Rows of the second file in which the values of a column are looked for.
const LOOKED_FOR: usize = 20_000;

/// The log with the columns of the file that was named beside it. Where no column was named and none is shared, the log alone, and
/// why.
///
/// # Errors
/// One of them cannot be read or has no such column; together they are too long.
pub fn with_partner(source: Source, opening: &Opening, stop: &Arc<Progress>) -> Result<Source, BehaviourError> {
    let Some(Join { file, on }) = &opening.join else { return Ok(source) };
    let cut_by = |on: Option<&On>| opening.cut_by.overrides(on.map(|on| on.left.clone()).into_iter().collect());
    let other = match open_until(std::slice::from_ref(file), &Opening::default(), stop) {
        Ok(other) => other,
        // A person who chose it in the window goes on with the log.
        Err(error) if on.is_none() => return Ok(source.noting(Some(say!(log_join_not, reason = error.to_string())))),
        Err(error) => return Err(error),
    };
    let found = recognise(&source, &cut_by(on.as_ref()))?;
    let pairs = pairs(&found, &other)?;
    let Some(on) = on.as_ref().or(pairs.first()).cloned() else {
        let reason = say!(log_join_no_column, file = other.file_name());
        return Ok(source.noting(Some(say!(log_join_not, reason))));
    };
    let (joined, own_columns) = joined(source, &other, &on, &cut_by(Some(&on)))?;
    let pairs = pairs.into_iter().map(|on| (on.left, on.right)).collect();
    Ok(joined.with_partner(Partner { file: other.file_name(), on: on.words(), pairs, own_columns }))
}

/// The columns by which the files may belong together, of one name or of two, first those whose values in the first rows of the
/// one are most often ids in the other: values that are there, and each once. Of two that meet as well, those of one name.
fn pairs(found: &Recognition, other: &Source) -> Result<Vec<On>, BehaviourError> {
    let there = recognise(other, &Overrides::default())?;
    let columns = there.columns.len().min(LOOKED_THROUGH);
    let mut values: Vec<HashSet<Box<[u8]>>> = vec![HashSet::new(); columns];
    let (mut rows, mut row, mut seen) = (there.rows(other)?, Record::default(), 0_usize);
    while seen < LOOKED_FOR && rows.read(&mut row).map_err(|error| other.unreadable(&error))? {
        seen += 1;
        for (at, values) in values.iter_mut().enumerate() {
            let id = key(row.field(at).unwrap_or_default());
            if !is_no_value(&id) {
                values.insert(id);
            }
        }
    }
    let mut ranked: Vec<(f64, On)> = Vec::new();
    for (at, column) in found.columns.iter().enumerate().take(LOOKED_THROUGH) {
        let cells = found.preview.iter().filter_map(|row| row.cells.get(at)).map(|cell| key(cell.as_bytes()));
        let cells: Vec<Box<[u8]>> = cells.filter(|cell| !is_no_value(cell)).collect();
        let named = there.column_named(&column.name).ok();
        for (other_at, values) in values.iter().enumerate() {
            let Some(other_column) = there.columns.get(other_at) else { continue };
            let met = cells.iter().filter(|cell| values.contains(*cell)).count();
            // An id is there once, or nearly so, and most rows have one that is.
            let may_be_id = met * 2 > cells.len() && values.len() * 2 > seen && values.len() > 2;
            if named != Some(other_at) && !may_be_id {
                continue;
            }
            let score = (met * values.len()) as f64 / seen.max(1) as f64;
            let score = if named == Some(other_at) { score * 2.0 } else { score };
            ranked.push((score, On { left: column.name.clone(), right: other_column.name.clone() }));
        }
    }
    ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    Ok(ranked.into_iter().map(|(_, on)| on).collect())
}

/// The first file, read so, with the columns of the second behind so many of its own.
fn joined(source: Source, other: &Source, on: &On, overrides: &Overrides) -> Result<(Source, usize), BehaviourError> {
    let of_other = Overrides { column_names: vec![on.right.clone()], ..Overrides::default() };
    let (found, found_other) = (recognise(&source, overrides)?, recognise(other, &of_other)?);
    let (at, other_at) = (found.column_named(&on.left)?, found_other.column_named(&on.right)?);
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
        column = on.words(),
        alone,
        all,
        left = partners.rows.len() - met.len(),
        others = partners.rows.len(),
        again = partners.again
    );
    let notes = source.notes().iter().chain(other.notes()).cloned().chain([told]).collect::<Vec<_>>();
    let dropped = source.duplicates_dropped();
    let joined = source.into_table(text.bytes)?.with_dropped(dropped);
    Ok((notes.into_iter().fold(joined, |source, note| source.noting(Some(note))), width))
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
        let on = |on: &str| Overrides { column_names: vec![on.to_owned()], ..Overrides::default() };
        let (joined, _) =
            joined(source("events.csv", events), &source("deals.csv", deals), &On::of_text("id"), &on("id")).unwrap();
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
            super::joined(source("a.csv", events), &source("b.csv", deals), &On::of_text("value"), &on("value")),
            Err(BehaviourError::UnknownColumn { .. })
        ));
    }

    #[test]
    fn the_shared_column_is_guessed_by_its_name_and_by_values_that_meet() {
        let folder = tempfile::tempdir().unwrap();
        let written = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let rows: String = (0..40).map(|nth| format!("{nth}.0;view;2026-03-01;{}\n", ["DE", "AT"][nth % 2])).collect();
        let events = source("events.csv", &format!("deal id;event;time;country\n{rows}"));
        let deals: String = (0..30).map(|nth| format!("{},{nth},fans\n", ["DE", "AT"][nth % 2])).collect();
        let deals = written("deals.csv", &format!("Country,Deal ID,segment\n{deals}"));
        let join = |file| Opening { join: Some(Join { file, on: None }), ..Opening::default() };
        let both = with_partner(events.clone(), &join(deals), &Arc::default()).unwrap();
        let partner = both.partner().unwrap();
        assert_eq!(
            (partner.on.as_str(), partner.pairs.as_slice()),
            (
                "deal id",
                &[("deal id", "Deal ID"), ("country", "Country")]
                    .map(|(one, other)| (one.to_owned(), other.to_owned()))[..]
            )
        );
        assert!(both.notes()[0].contains("rows without a partner there: 10 of 40"), "{:?}", both.notes());
        // Columns of two names are found by their values, and named by a person.
        let renamed: String = (0..30).map(|nth| format!("{nth},fans {nth}\n")).collect();
        let renamed = written("renamed.csv", &format!("Record ID,owner\n{renamed}"));
        let both = with_partner(events.clone(), &join(renamed.clone()), &Arc::default()).unwrap();
        assert_eq!(both.partner().unwrap().on, "deal id = Record ID");
        let named = Some(On::of_text("deal id=Record ID"));
        let asked = Opening { join: Some(Join { file: renamed, on: named }), ..Opening::default() };
        assert_eq!(with_partner(events.clone(), &asked, &Arc::default()).unwrap().partner(), both.partner());
        let stranger = written("costs.csv", "channel,cost\nads,120\n");
        for file in [stranger, folder.path().join("none.csv")] {
            let alone = with_partner(events.clone(), &join(file), &Arc::default()).unwrap();
            assert!(alone.partner().is_none() && alone.notes()[0].starts_with("the second file is not joined: "));
        }
    }
}
