//! The records of one file written anew in the columns and the cut of another, line for line.
//!
//! What stood on a line stands on that line again: blank lines and left-out rows stay as blank lines, and a line break
//! inside quotes stays one. So the place of a row in its own file can be told from its place in the new text.

use std::hash::BuildHasher;
use std::io::Read;
use std::ops::Range;

use foldhash::quality::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::records::{Flaw, Record, Records};
use crate::source::Cut;

/// Rows that have been seen, each by 128 bits of keyed hashes: two different rows never pass for one in practice, and
/// nothing of a row can be told from them.
///
/// Rows are noted as they are written and looked up a block at a time, since a look waits for the memory: many can wait
/// at once, as long as nothing is done between them.
#[derive(Default)]
pub struct Seen {
    rows: HashTable<(u64, u64)>,
    keys: (RandomState, RandomState),
    /// Where the rows since the last look stand in the text, and their hashes.
    noted: Vec<(Range<usize>, (u64, u64))>,
    row: Vec<u8>,
    pub dropped: u64,
}

impl Seen {
    /// Makes room for so many rows, so that those which are there need not be put elsewhere again and again.
    pub fn expect(&mut self, rows: usize) {
        if rows > self.rows.capacity() {
            self.rows.reserve(rows - self.rows.len(), |row| row.0);
        }
    }

    /// Takes the rows out of `text` that came before, up to the last one that was noted; their line ends stay.
    pub fn settle(&mut self, text: &mut Vec<u8>) {
        let Self { rows, noted, dropped, .. } = self;
        let again =
            |(_, row): &(Range<usize>, (u64, u64))| match rows.entry(row.0, |other| other == row, |other| other.0) {
                Entry::Occupied(_) => true,
                Entry::Vacant(free) => {
                    free.insert(*row);
                    false
                }
            };
        noted.retain(again);
        if noted.is_empty() {
            return;
        }
        *dropped += noted.len() as u64;
        let mut kept = Vec::with_capacity(text.len());
        let mut from = 0;
        for (row, _) in noted.drain(..) {
            kept.extend_from_slice(text.get(from..row.start).unwrap_or_default());
            let inside = text.get(row.clone()).map_or(0, |row| memchr::memchr_iter(b'\n', row).count());
            kept.extend(std::iter::repeat_n(b'\n', inside));
            from = row.end;
        }
        kept.extend_from_slice(text.get(from..).unwrap_or_default());
        *text = kept;
    }

    /// Notes a row by its fields: one that has a quote somewhere, or another order or delimiter than the text in which it
    /// stands at `place`.
    fn note<'a>(&mut self, fields: impl Iterator<Item = &'a [u8]> + Clone, delimiter: u8, place: Range<usize>) {
        let mut row = std::mem::take(&mut self.row);
        row.clear();
        if fields.clone().any(|field| memchr::memchr2(delimiter, b'\n', field).is_some()) {
            // As no line without a quote can be: a line feed, and each field behind its length.
            row.push(b'\n');
            for field in fields {
                row.extend_from_slice(&field.len().to_le_bytes());
                row.extend_from_slice(field);
            }
        } else {
            for (nth, field) in fields.enumerate() {
                if nth > 0 {
                    row.push(delimiter);
                }
                row.extend_from_slice(field);
            }
        }
        self.note_line(&row, place);
        self.row = row;
    }

    /// The same for a line without a quote.
    fn note_line(&mut self, line: &[u8], place: Range<usize>) {
        self.noted.push((place, (self.keys.0.hash_one(line), self.keys.1.hash_one(line))));
    }
}

/// Writes records as new text.
pub struct Rewriter<R> {
    records: Records<R>,
    /// For each column of the new text, the column of the old; the same order where there is none.
    order: Option<Vec<usize>>,
    cut: Cut,
    same_cut: bool,
    /// The line that the next record would stand on in the new text.
    line: u64,
    record: Record,
}

impl<R: Read> Rewriter<R> {
    /// Goes on behind `records`' last one; `line` is the number that the first line of the new text has in the old.
    pub fn new(records: Records<R>, order: Option<Vec<usize>>, cut: Cut, same_cut: bool, line: u64) -> Rewriter<R> {
        Rewriter { records, order, cut, same_cut, line, record: Record::default() }
    }

    /// Appends the next record and notes it; false at the end.
    pub fn next(&mut self, text: &mut Vec<u8>, seen: Option<&mut Seen>) -> std::io::Result<bool> {
        if self.same_cut
            && self.order.is_none()
            && let Some((at, line)) = self.records.read_plain()?
        {
            // Lines of blanks came before it.
            text.extend(std::iter::repeat_n(b'\n', usize::try_from(at - self.line).unwrap_or(0)));
            if let Some(seen) = seen {
                seen.note_line(line, text.len()..text.len() + line.len());
            }
            text.extend_from_slice(line);
            text.push(b'\n');
            self.line = at + 1;
            return Ok(true);
        }
        if !self.records.read(&mut self.record)? {
            return Ok(false);
        }
        let before = text.len();
        // Lines of blanks came before it.
        text.extend(std::iter::repeat_n(b'\n', usize::try_from(self.record.line - self.line).unwrap_or(0)));
        let row = text.len();
        match self.record.flaw {
            Some(Flaw::UnclosedQuote | Flaw::TooLong) if self.same_cut => self.write_raw(text),
            // Under another delimiter the flaw would be another: one lone field says that the row is broken.
            Some(Flaw::UnclosedQuote | Flaw::TooLong) => text.extend_from_slice(b"?"),
            Some(Flaw::StrayQuote) | None => self.write(text),
        }
        if let Some(seen) = seen {
            let fields = self.places().map(|at| self.record.field(at).unwrap_or_default());
            seen.note(fields, self.cut.delimiter, row..text.len());
        }
        text.push(b'\n');
        self.line += memchr::memchr_iter(b'\n', text.get(before..).unwrap_or_default()).count() as u64;
        Ok(true)
    }

    /// The line as it stood, so that its reader finds the same flaw.
    fn write_raw(&self, text: &mut Vec<u8>) {
        for (at, field) in self.record.fields().enumerate() {
            if at > 0 {
                text.push(self.cut.delimiter);
            }
            text.extend_from_slice(field);
        }
    }

    /// The places of the record's fields in the order in which they are written.
    fn places(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        let order = self.order.as_deref().unwrap_or_default();
        order.iter().copied().chain(order.len()..self.record.width())
    }

    fn write(&self, text: &mut Vec<u8>) {
        for (nth, at) in self.places().enumerate() {
            self.write_field(text, at, nth == 0);
        }
    }

    fn write_field(&self, text: &mut Vec<u8>, at: usize, first: bool) {
        if !first {
            text.push(self.cut.delimiter);
        }
        let field = self.record.field(at).unwrap_or_default();
        let special = |byte: &u8| *byte == self.cut.delimiter || *byte == b'\n' || *byte == b'\r';
        let Some(quote) = self.cut.quote else {
            // Without quotes nothing can stand for a delimiter or a line end.
            text.extend(field.iter().map(|byte| if special(byte) { b' ' } else { *byte }));
            return;
        };
        if !field.iter().any(|byte| special(byte) || *byte == quote) {
            text.extend_from_slice(field);
            return;
        }
        text.push(quote);
        for byte in field {
            text.push(*byte);
            if *byte == quote {
                text.push(quote);
            }
        }
        text.push(quote);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(old: &str, delimiter: u8, order: Option<&[usize]>, seen: Option<&mut Seen>) -> String {
        let cut = Cut { delimiter: b',', quote: Some(b'"') };
        let records = Records::new(old.as_bytes(), delimiter, Some(b'"'));
        let mut rewriter = Rewriter::new(records, order.map(<[usize]>::to_vec), cut, delimiter == b',', 1);
        let mut text = Vec::new();
        let mut seen = seen;
        while rewriter.next(&mut text, seen.as_deref_mut()).unwrap() {}
        seen.into_iter().for_each(|seen| seen.settle(&mut text));
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn every_row_stays_on_its_line() {
        let old = "\n1;\"a,b\nc\"\n \n2;\"say \"\"x\"\"\";3\n";
        assert_eq!(rewritten(old, b';', None, None), "\n1,\"a,b\nc\"\n\n2,\"say \"\"x\"\"\",3\n");
        assert_eq!(rewritten("a;b;c;d\n1\n", b';', Some(&[2, 0, 1]), None), "c,a,b,d\n,1,\n");
    }

    #[test]
    fn a_broken_row_stays_broken() {
        assert_eq!(rewritten("1,\"x\n2,y\n", b',', None, None), "1,\"x\n2,y\n");
        assert_eq!(rewritten("1;\"x\n2;y\n", b';', None, None), "?\n2,y\n");
    }

    #[test]
    fn rows_that_come_again_leave_a_blank_line() {
        let mut seen = Seen::default();
        let old = "1,a\n1,\"a\"\n2,\"b\nc\"\n1,a,\n2,\"b\nc\"\n1,a\n";
        assert_eq!(rewritten(old, b',', None, Some(&mut seen)), "1,a\n\n2,\"b\nc\"\n1,a,\n\n\n\n");
        assert_eq!(seen.dropped, 3);
    }

    #[test]
    fn a_row_comes_again_however_it_is_written() {
        let mut seen = Seen::default();
        // The same two fields: bare, quoted, in another order of columns, under another delimiter.
        assert_eq!(rewritten("a,1\n\"a\",1\n", b',', None, Some(&mut seen)), "a,1\n\n");
        assert_eq!(rewritten("1,a\n2,b\n", b',', Some(&[1, 0]), Some(&mut seen)), "\nb,2\n");
        assert_eq!(rewritten("a;1\nb;2\n\"a,1\"\n", b';', None, Some(&mut seen)), "\n\n\"a,1\"\n");
        assert_eq!(seen.dropped, 4, "and one field with a comma is not two");
        assert_eq!(rewritten("\"a,1\"\r\na,1\r\n", b',', None, Some(&mut seen)), "\n\n");
    }
}
