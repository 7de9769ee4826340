//! Reads a piece of whole records at full speed, as long as its quotes are written by the book.
//!
//! One pass over the marks of the text: a mark ends a field, a record, or opens and closes quotes. Only the columns that
//! count are kept, as places in the text. A quote that is not by the book ends the scan with [`Scan::Unclear`], and the
//! whole stream is then read by [`crate::records`], which knows what to make of it; both give the same rows wherever both
//! can read.

use super::marks::{Marks, Structural};
use super::rows::{Fields, Rows, undoubled};
use super::tuning::MAX_FIELD_BYTES;
use super::vocabulary::TooMany;
use crate::plan::{Columns, Reading};
use crate::records::{Record, Records};

/// How the scan of a piece ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scan {
    Done,
    Unclear,
}

/// Where the fields that count stand, and what divides them.
#[derive(Clone, Debug)]
pub struct Layout {
    columns: Columns,
    delimiter: u8,
    quote: Option<u8>,
    /// For each column up to the last that counts, the slot its field is kept in.
    slot_of: Vec<usize>,
    /// The slots of customer, event, time and segment.
    slots: [usize; 4],
}

/// Slot for fields that do not count.
const UNUSED: usize = 4;

/// A field's place in the text.
#[derive(Clone, Copy, Default)]
struct Span {
    start: usize,
    end: usize,
    has_doubled: bool,
}

impl Layout {
    pub fn new(reading: &Reading, columns: &Columns) -> Layout {
        let roles = [Some(columns.case), Some(columns.event), Some(columns.time), columns.segment];
        let last = roles.iter().flatten().copied().max().unwrap_or_default();
        let mut slot_of = vec![UNUSED; last + 1];
        let mut slots = [UNUSED; 4];
        for (role, column) in roles.iter().enumerate() {
            let Some(slot) = column.and_then(|column| slot_of.get_mut(column)) else { continue };
            // One column may play two roles: both then look at the slot of the first.
            if *slot == UNUSED {
                *slot = role;
            }
            // There are as many slots as roles.
            slots[role] = *slot;
        }
        Layout { columns: *columns, delimiter: reading.dialect.delimiter, quote: reading.dialect.quote, slot_of, slots }
    }
}

/// Scans one piece and gives every record to `rows`.
pub fn scan_piece(text: &[u8], has_quotes: bool, layout: &Layout, rows: &mut Rows) -> Result<Scan, TooMany> {
    rows.expect_text(text);
    match layout.quote.filter(|_| has_quotes) {
        Some(quote) => scan_quoted(text, quote, layout, rows),
        None => scan_plain(text, layout, rows).map(|()| Scan::Done),
    }
}

/// Where nothing is quoted a line feed ends every record.
fn scan_plain(text: &[u8], layout: &Layout, rows: &mut Rows) -> Result<(), TooMany> {
    let Columns { case, event, time, segment } = layout.columns;
    let mut marks = Marks::new(text, Structural { delimiter: layout.delimiter, quote: layout.delimiter });
    let mut lines = 0;
    while let Some(line) = marks.line() {
        if !is_blank(line.text()) {
            let fields = Fields {
                case: line.field(case),
                event: line.field(event),
                time: line.field(time),
                segment: segment.and_then(|segment| line.field(segment)),
            };
            match rows.may_be_odd(line.width()) {
                false => rows.row(&fields, lines)?,
                true => drop(rows.odd_row(&fields, lines, line.text(), line.width(), |at| line.field(at))?),
            }
        }
        lines += 1;
    }
    rows.end_piece(lines - u64::from(text.last().is_some_and(|last| *last != b'\n')));
    Ok(())
}

fn scan_quoted(text: &[u8], quote: u8, layout: &Layout, rows: &mut Rows) -> Result<Scan, TooMany> {
    let byte_at = |at: usize| text.get(at).copied();
    let mut marks = Marks::new(text, Structural { delimiter: layout.delimiter, quote });
    let mut spans = [Span::default(); UNUSED + 1];
    let (mut field, mut start, mut record) = (0, 0, 0);
    let (mut line, mut lines) = (0_u64, 0_u64);
    let mut quoted = None;
    loop {
        let mark = marks.next();
        // The last record of a file may have no line end: the end of the text is one.
        let at = mark.unwrap_or(text.len());
        let byte = byte_at(at).unwrap_or(b'\n');
        if mark.is_some() && byte == quote {
            let closed =
                (at == start && quoted.is_none()).then(|| closing_quote(text, at, quote, &mut marks, &mut lines));
            match closed.flatten() {
                Some(span) if is_field_end(text, span.end + 1, layout.delimiter) => quoted = Some(span),
                _ => return Ok(Scan::Unclear),
            }
            continue;
        }
        let span = quoted.take().unwrap_or(Span { start, end: at, has_doubled: false });
        let slot = layout.slot_of.get(field).copied().unwrap_or(UNUSED);
        // Slots are below the length of the array by construction.
        spans[slot] = span;
        field += 1;
        start = at + 1;
        if byte != b'\n' {
            continue;
        }
        if !is_blank(text.get(record..at).unwrap_or_default()) {
            let whole = text.get(record..at).unwrap_or_default();
            give(text, &spans, field, whole, layout, rows, line)?;
        }
        (field, record) = (0, start);
        if mark.is_none() {
            rows.end_piece(lines);
            return Ok(Scan::Done);
        }
        lines += 1;
        line = lines;
    }
}

/// Whether a line has nothing but blanks in it; most lines show by their first byte that they do.
#[inline]
fn is_blank(line: &[u8]) -> bool {
    let has_ink = line.first().is_some_and(|first| !first.is_ascii_whitespace());
    !has_ink && line.trim_ascii().is_empty()
}

/// Runs over the marks to the quote that closes a field, counting the line ends inside.
fn closing_quote(text: &[u8], opened: usize, quote: u8, marks: &mut Marks, lines: &mut u64) -> Option<Span> {
    let mut has_doubled = false;
    while let Some(at) = marks.next() {
        match text.get(at) {
            Some(b'\n') => *lines += 1,
            Some(byte) if *byte == quote => {
                if text.get(at + 1) != Some(&quote) {
                    let span = Span { start: opened + 1, end: at, has_doubled };
                    return (at - opened <= MAX_FIELD_BYTES).then_some(span);
                }
                // Behind a backslash two quotes may be one escaped and one that closes.
                if text.get(at - 1) == Some(&b'\\') {
                    return None;
                }
                marks.next();
                has_doubled = true;
            }
            _ => {}
        }
    }
    None
}

fn is_field_end(text: &[u8], at: usize, delimiter: u8) -> bool {
    match (text.get(at), text.get(at + 1)) {
        (None, _) | (Some(b'\n'), _) => true,
        (Some(b'\r'), None | Some(b'\n')) => true,
        (Some(byte), _) => *byte == delimiter,
    }
}

/// Gives the record to the rows. `fields` is how many it has, `whole` its text.
#[inline]
fn give(
    text: &[u8],
    spans: &[Span; UNUSED + 1],
    fields: usize,
    whole: &[u8],
    layout: &Layout,
    rows: &mut Rows,
    line: u64,
) -> Result<(), TooMany> {
    let Columns { case, event, time, segment } = layout.columns;
    let [case_slot, event_slot, time_slot, segment_slot] = layout.slots;
    let quote = layout.quote.unwrap_or_default();
    let has_doubled = spans.iter().any(|span| span.has_doubled);
    let place = |column: usize, slot: usize| spans.get(slot).filter(|_| column < fields);
    let mut give = |of: &Fields| match rows.may_be_odd(fields) {
        false => rows.row(of, line),
        true => give_odd(of, whole, layout, rows, line),
    };
    if !has_doubled {
        let raw = |column, slot| place(column, slot).and_then(|span| text.get(span.start..span.end));
        return give(&Fields {
            case: raw(case, case_slot),
            event: raw(event, event_slot),
            time: raw(time, time_slot),
            segment: segment.and_then(|column| raw(column, segment_slot)),
        });
    }
    let single = |column, slot| {
        let span = place(column, slot)?;
        Some(undoubled(text.get(span.start..span.end)?, quote, span.has_doubled))
    };
    let segment = segment.and_then(|column| single(column, segment_slot));
    let (case, event, time) = (single(case, case_slot), single(event, event_slot), single(time, time_slot));
    give(&Fields { case: case.as_deref(), event: event.as_deref(), time: time.as_deref(), segment: segment.as_deref() })
}

/// Gives a record that may be odd to the rows, with all of its fields.
#[cold]
fn give_odd(fields: &Fields, whole: &[u8], layout: &Layout, rows: &mut Rows, line: u64) -> Result<(), TooMany> {
    let mut record = Record::default();
    // Reading out of memory cannot fail, and a record without a field is as odd as one that was not read.
    let _ = Records::new(whole, layout.delimiter, layout.quote).read(&mut record);
    rows.odd_row(fields, line, record.text(), record.width(), |at| record.field(at)).map(drop)
}
