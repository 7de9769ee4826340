//! Every row of a table, used or counted with its reason and its line.

use super::period::PeriodOf;
use crate::error::BehaviourError;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::{PeriodIs, Recognition};
use crate::records::Record;
use crate::report::RowCounts;
use crate::row_tally::RowTally;
use crate::source::Source;

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
    let mut tally = RowTally::of(recognition);
    let mut row = Record::default();
    let mut of_period =
        recognition.only.as_ref().map(|only| (&only.period, PeriodOf::new(source, recognition, only.column)));
    while rows.read(&mut row).map_err(|error| source.unreadable(&error))? {
        let is_other = |(period, of): &mut (&PeriodIs, PeriodOf)| of.read(&row).as_ref() != Some(*period);
        if of_period.as_mut().is_some_and(is_other) {
            continue;
        }
        tally.row(&row, take);
        progress.read((row.text().len() + row.width()) as u64);
        if tally.read.is_multiple_of(ROWS_BETWEEN_LOOKS) {
            progress.stop_if_cancelled()?;
        }
    }
    progress.stop_if_cancelled()?;
    source.check_unchanged()?;
    // Of a period that is asked for there may be no row.
    if tally.read == 0 { Ok(RowCounts::default()) } else { tally.counts(source) }
}
