//! A text that ends in the middle of its last row, as after a download or a copy that broke off.
//!
//! # Limits
//! What is cut off at the end of a field cannot be told from what is whole.

use touchline_words::say;

use super::Sample;
use crate::dialect::Dialect;
use crate::encoding::TextEncoding;
use crate::error::BehaviourError;
use crate::names::trimmed;
use crate::records::{Record, Records};
use crate::source::Source;
use crate::totals::is_total_word;

/// Bytes at the end in which the last row is looked for.
const TAIL_BYTES: u64 = 64 * 1024;

/// Says of a last row that has fewer fields than all others, and no end of a line, that the file may be cut off.
///
/// # Errors
/// The source cannot be read.
pub fn told(
    source: &Source,
    encoding: &TextEncoding,
    dialect: &Dialect,
    sample: &Sample,
) -> Result<Option<String>, BehaviourError> {
    let width = sample.width;
    // A table whose rows are of several widths says nothing by one more.
    let rows = sample.rows.len().saturating_sub(1);
    let is_even = rows > 0 && sample.rows.iter().take(rows).all(|row| row.width() >= width);
    if source.cut().is_some() || width < 2 || !is_even {
        return Ok(None);
    }
    // A place of an even number is the beginning of a letter in UTF-16 too.
    let begin = source.size().saturating_sub(TAIL_BYTES) & !3;
    let tail = encoding.mend().text(&encoding.decode(&source.block(begin, TAIL_BYTES as usize + 4)?));
    let last = tail.rsplit(['\n', '\r']).next().unwrap_or_default();
    // A quote that is open here may have begun in an earlier line.
    let is_open = dialect.quote.is_some_and(|quote| memchr::memchr_iter(quote, last.as_bytes()).count() % 2 == 1);
    if last.trim().is_empty() || is_open || last.len() == tail.len() {
        return Ok(None);
    }
    let mut records = Records::new(last.as_bytes(), dialect.delimiter, dialect.quote);
    let mut row = Record::default();
    if !records.read(&mut row).map_err(|error| source.unreadable(&error))? {
        return Ok(None);
    }
    let is_total = row.fields().any(|field| is_total_word(trimmed(field)));
    let is_cut = row.width() < width && !is_total;
    Ok(is_cut.then(|| say!(log_told_cut_off, fields = row.width(), width)))
}
