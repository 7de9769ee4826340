//! The records of one file written anew in the columns and the cut of another, line for line.
//!
//! What stood on a line stands on that line again: blank lines and left-out rows stay as blank lines, and a line break
//! inside quotes stays one. So the place of a row in its own file can be told from its place in the new text.

use std::hash::BuildHasher;
use std::io::Read;

use foldhash::quality::RandomState;
use hashbrown::HashSet;

use crate::records::{Flaw, Record, Records};
use crate::source::Cut;

/// Rows that have been seen, each by 128 bits of keyed hashes: two different rows never pass for one in practice, and
/// nothing of a row can be told from them.
pub struct Seen {
    rows: HashSet<(u64, u64)>,
    keys: (RandomState, RandomState),
    pub dropped: u64,
}

impl Default for Seen {
    fn default() -> Seen {
        Seen { rows: HashSet::new(), keys: (RandomState::default(), RandomState::default()), dropped: 0 }
    }
}

impl Seen {
    /// Whether the same fields in the same order came before.
    fn is_again(&mut self, row: &Record) -> bool {
        let fields: Vec<&[u8]> = row.fields().collect();
        let again = !self.rows.insert((self.keys.0.hash_one(&fields), self.keys.1.hash_one(&fields)));
        self.dropped += u64::from(again);
        again
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

    /// Appends the next record; false at the end.
    pub fn next(&mut self, text: &mut Vec<u8>, seen: Option<&mut Seen>) -> std::io::Result<bool> {
        if !self.records.read(&mut self.record)? {
            return Ok(false);
        }
        let before = text.len();
        // Lines of blanks came before it.
        text.extend(std::iter::repeat_n(b'\n', usize::try_from(self.record.line - self.line).unwrap_or(0)));
        let dropped = seen.is_some_and(|seen| seen.is_again(&self.record));
        match self.record.flaw {
            _ if dropped => {
                let inside = memchr::memchr_iter(b'\n', self.record.text()).count();
                text.extend(std::iter::repeat_n(b'\n', inside));
            }
            Some(Flaw::UnclosedQuote | Flaw::TooLong) if self.same_cut => self.write_raw(text),
            // Under another delimiter the flaw would be another: one lone field says that the row is broken.
            Some(Flaw::UnclosedQuote | Flaw::TooLong) => text.extend_from_slice(b"?"),
            Some(Flaw::StrayQuote) | None => self.write(text),
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

    fn write(&self, text: &mut Vec<u8>) {
        let width = self.record.width();
        let Some(order) = &self.order else {
            for at in 0..width {
                self.write_field(text, at, at == 0);
            }
            return;
        };
        let beyond = order.len()..width;
        for (nth, at) in order.iter().copied().chain(beyond).enumerate() {
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
}
