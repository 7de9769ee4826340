//! What becomes of the rows of a table that is read record by record: each is used, or not with its reason and its line, and
//! what is odd in those used is counted beside, as the drop-off engine does.

use std::collections::BTreeMap;

use super::error::BehaviourError;
use super::oddities::Odd;
use super::reason::Reason;
use super::recognise::Recognition;
use super::records::{Flaw, Record};
use super::report::{FIRST_LINES, RowCounts, Told};
use super::source::Source;

/// Different reasons that are kept; further ones are counted together.
const REASONS: usize = 50;

/// Counts the rows of one table.
pub struct RowTally<'a> {
    found: &'a Recognition,
    pub read: u64,
    used: u64,
    reasons: BTreeMap<Reason, (u64, Vec<u64>)>,
    odd: BTreeMap<Odd, (u64, Vec<u64>)>,
}

impl<'a> RowTally<'a> {
    pub fn of(found: &'a Recognition) -> RowTally<'a> {
        RowTally { found, read: 0, used: 0, reasons: BTreeMap::new(), odd: BTreeMap::new() }
    }

    /// Gives a row to `take`, which uses it or says why not, unless it is none.
    pub fn row(&mut self, row: &Record, take: &mut dyn FnMut(&Record) -> Result<(), Reason>) {
        self.read += 1;
        let verdict = match row.flaw {
            _ if self.found.is_header_again(row) => Err(Reason::HeaderAgain),
            Some(Flaw::UnclosedQuote) => Err(Reason::UnclosedQuote),
            Some(Flaw::TooLong) => Err(Reason::OverLongLine),
            Some(Flaw::StrayQuote) | None => take(row),
        };
        match verdict {
            Ok(()) => {
                self.used += 1;
                for odd in self.found.odd_in(row) {
                    add(&mut self.odd, odd, row.line);
                }
            }
            Err(reason) => {
                let full = self.reasons.len() >= REASONS && !self.reasons.contains_key(&reason);
                add(&mut self.reasons, if full { Reason::Other } else { reason }, row.line);
            }
        }
    }

    /// What became of the rows.
    ///
    /// # Errors
    /// There are none, or none of them could be used.
    pub fn counts(self, source: &Source) -> Result<RowCounts, BehaviourError> {
        let mut reasons: Vec<Told<Reason>> = told(self.reasons);
        reasons.sort_by_cached_key(|told| told.reason.english());
        let (read, used) = (self.read, self.used);
        let mut counts = RowCounts { read, used, rejected: read - used, reasons, odd: told(self.odd) };
        counts.place(source);
        let name = || source.name().to_owned();
        match counts.reasons.iter().max_by_key(|reason| reason.count) {
            _ if counts.used > 0 => Ok(counts),
            Some(most) => Err(BehaviourError::NoUsableRow {
                name: name(),
                read: counts.read,
                reason: most.reason.to_string(),
                line: most.first_lines.first().copied().unwrap_or(1),
            }),
            None => Err(BehaviourError::HeaderOnly { name: name(), line: self.found.header_line.max(1) }),
        }
    }
}

fn add<R: Ord>(all: &mut BTreeMap<R, (u64, Vec<u64>)>, reason: R, line: u64) {
    let (count, lines) = all.entry(reason).or_default();
    *count += 1;
    if lines.len() < FIRST_LINES {
        lines.push(line);
    }
}

fn told<R>(all: BTreeMap<R, (u64, Vec<u64>)>) -> Vec<Told<R>> {
    let one = |(reason, (count, first_lines))| Told { reason, count, first_lines, first_files: Vec::new() };
    all.into_iter().map(one).collect()
}
