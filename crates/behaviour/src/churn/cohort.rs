//! The cohort for a mailing: the ids of those at risk who are still there and gave consent, as one column of CSV.
//!
//! The file is read anew for it, so that no id is held between looking at a rule and sending a mail. What would be a
//! formula in a spreadsheet ([`touchline_words::formula`]) gets an apostrophe before it.

use std::borrow::Cow;

use touchline_words::formula::guarded;

use super::columns::{ChurnColumns, ChurnRole};
use super::rule::Rule;
use super::scan::{Seen, cell, walk};
use super::signals::{Reader, Signals, expect_columns};
use crate::error::BehaviourError;
use crate::progress::Progress;
use crate::recognise::Recognition;
use crate::source::Source;

/// The cohort as CSV in UTF-8, with the header of the customer's column, and how many customers are in it.
///
/// # Errors
/// There is no consent column, without which nobody may be written to; whatever keeps the file from being read.
pub fn cohort(
    source: &Source,
    found: &Recognition,
    columns: &ChurnColumns,
    signals: &Signals,
    rule: Rule,
    progress: &Progress,
) -> Result<(Vec<u8>, u64), BehaviourError> {
    expect_columns(found, columns)?;
    let (Some(user), Some(_)) = (columns.column(ChurnRole::User), columns.column(ChurnRole::Consent)) else {
        return Err(BehaviourError::RoleNotFound { role: ChurnRole::Consent.name(), header: found.names() });
    };
    let mut reader = Reader::new(source, found, *columns);
    // How completion is written is known from the first scan; this one may meet its first percentage late.
    reader.percent = signals.percent;
    let points = reader.points();
    let mut seen = Seen::default();
    let mut csv = Vec::new();
    let header = found.columns.get(user).map(|column| column.name.as_str()).unwrap_or_default();
    push_cell(&mut csv, header.as_bytes());
    let mut count = 0;
    walk(source, found, progress, &mut |row| {
        let facts = reader.facts(row)?;
        let id = cell(row, Some(user));
        seen.take(id)?;
        let is_marked = rule.marks(facts.idle(signals.as_of), facts.fall(points));
        if is_marked && facts.consent && !facts.has_cancelled() {
            push_cell(&mut csv, id);
            count += 1;
        }
        Ok(())
    })?;
    Ok((csv, count))
}

/// One cell on a line of its own, whichever sign parts cells where it is opened.
fn push_cell(csv: &mut Vec<u8>, text: &[u8]) {
    let text = guarded_bytes(text);
    let has_special = text.iter().any(|byte| matches!(byte, b'"' | b',' | b';' | b'|' | b'\t' | b'\n' | b'\r'));
    if has_special {
        csv.push(b'"');
    }
    for byte in &*text {
        if *byte == b'"' {
            csv.push(b'"');
        }
        csv.push(*byte);
    }
    if has_special {
        csv.push(b'"');
    }
    csv.push(b'\n');
}

/// An id with an apostrophe before it where it would be a formula. One that begins with an apostrophe stays, since nothing here comes
/// back.
fn guarded_bytes(text: &[u8]) -> Cow<'_, [u8]> {
    match std::str::from_utf8(text) {
        Ok(id) if !id.starts_with('\'') => match guarded(id) {
            Cow::Owned(cell) => Cow::Owned(cell.into_bytes()),
            Cow::Borrowed(_) => Cow::Borrowed(text),
        },
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_breaks_its_line() {
        let cell = |text: &str| {
            let mut csv = Vec::new();
            push_cell(&mut csv, text.as_bytes());
            String::from_utf8(csv).unwrap()
        };
        assert_eq!(cell("k-17"), "k-17\n");
        assert_eq!(cell("=cmd|' /C calc'!A0"), "\"'=cmd|' /C calc'!A0\"\n");
        assert_eq!([cell("+1-1"), cell("-1"), cell("@x")], ["'+1-1\n", "-1\n", "'@x\n"]);
        assert_eq!([cell("＝1"), cell("u;=1"), cell("u\t=1")], ["'＝1\n", "\"u;=1\"\n", "\"u\t=1\"\n"]);
        assert_eq!(cell("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"\n");
        assert_eq!(cell("=1,2"), "\"'=1,2\"\n");
    }
}
