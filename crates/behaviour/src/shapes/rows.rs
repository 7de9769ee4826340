//! Every row of a table, used or counted with its reason and its line, as the drop-off engine does.

use std::collections::BTreeMap;

use super::period::PeriodOf;
use crate::error::BehaviourError;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::{PeriodIs, Recognition};
use crate::records::{Flaw, Record};
use crate::report::{RejectedRows, RowCounts};
use crate::source::Source;

/// Lines that are kept of each reason.
const FIRST_LINES: usize = 5;
/// Different reasons that are kept; further ones are counted together.
const REASONS: usize = 50;
/// Rows between two looks at the wish to stop.
const ROWS_BETWEEN_LOOKS: u64 = 1024;

/// Whether a row was used, or why not.
pub type RowTaken = Result<(), Reason>;

/// Gives every row behind the header to `take`, which uses it or says why not.
///
/// # Errors
/// The file cannot be read to its end or changed meanwhile, no row of it could be used, or `progress` was told to stop.
pub fn each_row(
    source: &Source,
    recognition: &Recognition,
    progress: &Progress,
    take: &mut dyn FnMut(&Record) -> RowTaken,
) -> Result<RowCounts, BehaviourError> {
    progress.begin_reading_alone(source.size());
    let mut rows = recognition.rows(source)?;
    let mut tally = Tally::default();
    let mut row = Record::default();
    let mut of_period =
        recognition.only.as_ref().map(|only| (&only.period, PeriodOf::new(source, recognition, only.column)));
    while rows.read(&mut row).map_err(|error| source.unreadable(&error))? {
        let is_other = |(period, of): &mut (&PeriodIs, PeriodOf)| of.read(&row).as_ref() != Some(*period);
        if of_period.as_mut().is_some_and(is_other) {
            continue;
        }
        tally.read += 1;
        let verdict = match row.flaw {
            _ if recognition.is_header_again(&row) => Err(Reason::HeaderAgain),
            Some(Flaw::UnclosedQuote) => Err(Reason::UnclosedQuote),
            Some(Flaw::TooLong) => Err(Reason::OverLongLine),
            _ => take(&row),
        };
        match verdict {
            Ok(()) => tally.used += 1,
            Err(reason) => tally.reject(reason, row.line),
        }
        progress.read((row.text().len() + row.width()) as u64);
        if tally.read.is_multiple_of(ROWS_BETWEEN_LOOKS) {
            progress.stop_if_cancelled()?;
        }
    }
    progress.stop_if_cancelled()?;
    source.check_unchanged()?;
    let mut counts = tally.counts();
    counts.place(source);
    match counts.reasons.iter().max_by_key(|reason| reason.count) {
        Some(most) if counts.used == 0 => Err(BehaviourError::NoUsableRow {
            name: source.name().to_owned(),
            read: counts.read,
            reason: most.reason.to_string(),
            line: most.first_lines.first().copied().unwrap_or(1),
        }),
        _ => Ok(counts),
    }
}

#[derive(Default)]
struct Tally {
    read: u64,
    used: u64,
    reasons: BTreeMap<Reason, (u64, Vec<u64>)>,
}

impl Tally {
    fn reject(&mut self, reason: Reason, line: u64) {
        let full = self.reasons.len() >= REASONS && !self.reasons.contains_key(&reason);
        let reason = if full { Reason::Other } else { reason };
        let (count, lines) = self.reasons.entry(reason).or_default();
        *count += 1;
        if lines.len() < FIRST_LINES {
            lines.push(line);
        }
    }

    fn counts(self) -> RowCounts {
        let reasons = self.reasons.into_iter().map(|(reason, (count, first_lines))| RejectedRows {
            reason,
            count,
            first_lines,
            first_files: Vec::new(),
        });
        let mut reasons: Vec<RejectedRows> = reasons.collect();
        reasons.sort_by_cached_key(|told| told.reason.english());
        RowCounts { read: self.read, used: self.used, rejected: self.read - self.used, reasons }
    }
}
