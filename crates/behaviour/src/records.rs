//! Text split into records, tolerantly: one odd quote spoils one record and never the rest of the file.
//!
//! A field is quoted if its first byte is the quote. Inside, two quotes are one, and so is a backslash and a quote. A
//! quote that nothing ends a field behind is an unescaped one and kept as it is. A quoted field that runs over a line end
//! and has such a quote in it, or that never ends, was opened by mistake: its first line alone is read again with the
//! quote as a plain character, the record carries a [`Flaw`], and reading goes on behind that line. Lines of blanks only
//! are no records.
//!
//! # Limits
//! A record longer than [`LONGEST_RECORD`] is cut there; a quote that stays open longer than that counts as never closed.

use std::io::Read;

use memchr::{memchr, memchr_iter, memchr2};
use touchline_words::say;

/// Bytes of the longest record that is read whole.
pub const LONGEST_RECORD: usize = 32 * 1024 * 1024;

const CHUNK: usize = 256 * 1024;

/// What is wrong with the shape of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flaw {
    UnclosedQuote,
    StrayQuote,
    TooLong,
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::UnclosedQuote => say!(reason_unclosed_quote),
            Self::StrayQuote => say!(log_stray_quote),
            Self::TooLong => say!(reason_over_long_line),
        })
    }
}

/// One record: its fields without their quotes, and where it stood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    text: Vec<u8>,
    ends: Vec<usize>,
    /// The line it starts on, counted from 1 in the file.
    pub line: u64,
    pub flaw: Option<Flaw>,
}

impl Record {
    /// How many fields it has; at least one.
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// A field, or nothing if the record is too short.
    pub fn field(&self, at: usize) -> Option<&[u8]> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.text.get(start..*self.ends.get(at)?)
    }

    /// All fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.width()).filter_map(|at| self.field(at))
    }

    /// The text of all fields, without anything between them.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    fn clear(&mut self, line: u64) {
        self.text.clear();
        self.ends.clear();
        self.line = line;
        self.flaw = None;
    }

    fn end_field(&mut self) {
        self.ends.push(self.text.len());
    }
}

/// Reads records from a stream of text in UTF-8 (or anything that keeps ASCII bytes to themselves).
pub struct Records<R> {
    input: R,
    delimiter: u8,
    quote: Option<u8>,
    buffer: Vec<u8>,
    start: usize,
    line: u64,
    ended: bool,
    cut: bool,
    blank_lines: u64,
}

/// How a try to read one record, or one quoted field, out of the buffer went.
enum Try {
    /// Its length, and the line ends in it.
    Done { len: usize, lines: u64 },
    /// More text decides.
    Unfinished,
    /// Its quote was opened by mistake.
    Mistake,
}

impl<R: Read> Records<R> {
    /// A reader that stands before line 1.
    pub fn new(input: R, delimiter: u8, quote: Option<u8>) -> Records<R> {
        Records {
            input,
            delimiter,
            quote,
            buffer: Vec::new(),
            start: 0,
            line: 1,
            ended: false,
            cut: false,
            blank_lines: 0,
        }
    }

    /// The same for the head of a longer text: a record that its end cuts in two is not read.
    pub fn of_head(input: R, delimiter: u8, quote: Option<u8>) -> Records<R> {
        Records { cut: true, ..Records::new(input, delimiter, quote) }
    }

    /// Lines of blanks only, so far.
    pub fn blank_lines(&self) -> u64 {
        self.blank_lines
    }

    /// The stream behind, the text taken from it that no record was made of yet, and the line on which that begins.
    pub fn into_rest(mut self) -> (R, Vec<u8>, u64) {
        self.buffer.drain(..self.start);
        (self.input, self.buffer, self.line)
    }

    /// Leaves out whole lines, whatever is in them.
    pub fn skip_lines(&mut self, lines: u64) -> std::io::Result<()> {
        for _ in 0..lines {
            if self.line_end()?.is_none() {
                return Ok(());
            }
            self.skip_line()?;
        }
        Ok(())
    }

    /// The next record where it is a whole line without a quote, as it is written but for its line end, and the line that it
    /// is; nothing where it is otherwise, or none is left, which [`Records::read`] then tells.
    pub fn read_plain(&mut self) -> std::io::Result<Option<(u64, &[u8])>> {
        let Some(end) = self.line_end()? else { return Ok(None) };
        let line = self.buffer.get(self.start..end).unwrap_or_default();
        let is_whole = self.ended || line.last() == Some(&b'\n');
        let has_quote = self.quote.is_some_and(|quote| memchr(quote, line).is_some());
        if !is_whole || has_quote || line.trim_ascii().is_empty() {
            return Ok(None);
        }
        let (start, at) = (self.start, self.line);
        (self.start, self.line) = (end, at + 1);
        Ok(Some((at, without_line_end(self.buffer.get(start..end).unwrap_or_default()))))
    }

    /// Reads the next record into `record`; false at the end.
    pub fn read(&mut self, record: &mut Record) -> std::io::Result<bool> {
        loop {
            let Some(end) = self.line_end()? else { return Ok(false) };
            let line = self.buffer.get(self.start..end).unwrap_or_default();
            if line.trim_ascii().is_empty() {
                self.blank_lines += 1;
                self.skip_line()?;
                continue;
            }
            record.clear(self.line);
            let has_quote = self.quote.is_some_and(|quote| memchr(quote, line).is_some());
            if !has_quote {
                split_plain(without_line_end(line), self.delimiter, record);
                self.end_record(end, record)?;
                return Ok(true);
            }
            return self.read_quoted(end, record);
        }
    }

    /// A record with a quote somewhere on its first line, which ends at `line_end`.
    fn read_quoted(&mut self, line_end: usize, record: &mut Record) -> std::io::Result<bool> {
        let quote = self.quote.unwrap_or(b'"');
        loop {
            let text = self.buffer.get(self.start..).unwrap_or_default();
            match split_quoted(text, self.delimiter, quote, self.ended, record) {
                Try::Done { len, lines } => {
                    self.line += lines;
                    self.start += len;
                    return Ok(true);
                }
                Try::Unfinished if self.ended && self.cut => return Ok(false),
                Try::Unfinished if !self.ended && text.len() < LONGEST_RECORD => {
                    record.clear(self.line);
                    self.fill()?;
                }
                Try::Unfinished | Try::Mistake => break,
            }
        }
        // The quote was opened by mistake: this line alone, and the quote as it stands.
        record.clear(self.line);
        // The buffer may have moved: the end of the first line is looked up again.
        let end = self.line_end()?.unwrap_or(line_end);
        let line = self.buffer.get(self.start..end).unwrap_or_default();
        split_one_line(without_line_end(line), self.delimiter, quote, record);
        // Quotes that come in pairs on the line belong to its text: `"big" deal`.
        let in_pairs = self.quote.is_some_and(|quote| memchr_iter(quote, line).count().is_multiple_of(2));
        record.flaw = Some(if in_pairs { Flaw::StrayQuote } else { Flaw::UnclosedQuote });
        self.end_record(end, record)?;
        Ok(true)
    }

    /// Goes behind a record that ends with the line at `end`; what a cut line has left is skipped.
    fn end_record(&mut self, end: usize, record: &mut Record) -> std::io::Result<()> {
        let cut = !self.ended && self.buffer.get(end.saturating_sub(1)) != Some(&b'\n');
        if cut {
            record.flaw = Some(Flaw::TooLong);
        }
        self.skip_line()
    }

    /// The end of the line that starts here, its line feed included; nothing at the end of the text. A line longer than
    /// the limit ends at the limit.
    fn line_end(&mut self) -> std::io::Result<Option<usize>> {
        let mut looked = 0;
        loop {
            let text = self.buffer.get(self.start..).unwrap_or_default();
            if let Some(at) = memchr(b'\n', text.get(looked..).unwrap_or_default()) {
                return Ok(Some(self.start + looked + at + 1));
            }
            looked = text.len();
            if self.ended || looked >= LONGEST_RECORD {
                return Ok((looked > 0).then_some(self.start + looked));
            }
            self.fill()?;
        }
    }

    /// Goes to the next line, however long this one is.
    fn skip_line(&mut self) -> std::io::Result<()> {
        loop {
            let text = self.buffer.get(self.start..).unwrap_or_default();
            if let Some(at) = memchr(b'\n', text) {
                self.start += at + 1;
                break;
            }
            self.start = self.buffer.len();
            if self.ended {
                break;
            }
            self.fill()?;
        }
        self.line += 1;
        Ok(())
    }

    fn fill(&mut self) -> std::io::Result<()> {
        self.buffer.drain(..self.start);
        self.start = 0;
        let held = self.buffer.len();
        // Doubling keeps the work of a long record in proportion to its length.
        let more = CHUNK.max(held);
        let read = self.input.by_ref().take(more as u64).read_to_end(&mut self.buffer)?;
        self.ended = read < more;
        Ok(())
    }
}

fn without_line_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn split_plain(line: &[u8], delimiter: u8, record: &mut Record) {
    for field in line.split(|byte| *byte == delimiter) {
        record.text.extend_from_slice(field);
        record.end_field();
    }
}

/// Splits the record at the start of `text`. `last` says that nothing follows the text.
fn split_quoted(text: &[u8], delimiter: u8, quote: u8, last: bool, record: &mut Record) -> Try {
    let mut at = 0;
    let mut lines = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        if rest.first() == Some(&quote) {
            match quoted_field(rest, delimiter, quote, last, record) {
                Try::Done { len, lines: inside } => {
                    at += len;
                    lines += inside;
                }
                other => return other,
            }
        } else {
            let len = memchr2(delimiter, b'\n', rest).unwrap_or(rest.len());
            let field = rest.get(..len).unwrap_or_default();
            let ends_record = rest.get(len) != Some(&delimiter);
            record.text.extend_from_slice(if ends_record { without_line_end(field) } else { field });
            at += len;
        }
        record.end_field();
        match text.get(at) {
            Some(byte) if *byte == delimiter => at += 1,
            Some(_) => return Try::Done { len: at + 1, lines: lines + 1 },
            None if last => return Try::Done { len: at, lines: lines + 1 },
            None => return Try::Unfinished,
        }
    }
}

/// Reads a quoted field into the record. Its length includes both quotes and the blanks behind.
fn quoted_field(text: &[u8], delimiter: u8, quote: u8, last: bool, record: &mut Record) -> Try {
    let mut at = 1;
    let mut lines = 0;
    let mut stray = false;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let Some(step) = memchr2(quote, b'\\', rest) else { return Try::Unfinished };
        let (before, rest) = rest.split_at_checked(step).unwrap_or_default();
        lines += memchr_iter(b'\n', before).count() as u64;
        record.text.extend_from_slice(before);
        at += step;
        let special = rest.first().copied().unwrap_or(quote);
        let next = rest.get(1);
        if special != quote {
            // A backslash: it escapes a quote, but not the one that ends the field, as in "C:\".
            let end = rest.get(2..).map_or(Some(true), |behind| ends_field(behind, delimiter, last));
            let Some(ends) = end else { return Try::Unfinished };
            let escapes = next == Some(&quote) && !ends;
            record.text.push(if escapes { quote } else { special });
            at += if escapes { 2 } else { 1 };
            continue;
        }
        if next == Some(&quote) {
            record.text.push(quote);
            at += 2;
            continue;
        }
        let behind = rest.get(1..).unwrap_or_default();
        let Some(ends) = ends_field(behind, delimiter, last) else { return Try::Unfinished };
        if ends && stray && lines > 0 {
            return Try::Mistake;
        }
        if ends {
            if stray {
                record.flaw = Some(Flaw::StrayQuote);
            }
            let blanks = behind.iter().take_while(|byte| is_blank(**byte, delimiter)).count();
            return Try::Done { len: at + 1 + blanks, lines };
        }
        // Behind a line end it belongs to another record: looking further, for each of many such lines, would never end.
        if lines > 0 {
            return Try::Mistake;
        }
        stray = true;
        record.text.push(quote);
        at += 1;
    }
}

/// Whether a field can end here: a delimiter, a line end or the end of the text follows, blanks aside. Nothing if the text
/// is too short to tell.
fn ends_field(text: &[u8], delimiter: u8, last: bool) -> Option<bool> {
    let next = text.iter().find(|byte| !is_blank(**byte, delimiter));
    match next {
        Some(byte) => Some(*byte == delimiter || *byte == b'\n'),
        None if last => Some(true),
        None => None,
    }
}

fn is_blank(byte: u8, delimiter: u8) -> bool {
    matches!(byte, b' ' | b'\r') && byte != delimiter
}

/// Splits one line whose quotes do not fit together: a field is quoted only if its quote closes on the line.
fn split_one_line(line: &[u8], delimiter: u8, quote: u8, record: &mut Record) {
    let mut at = 0;
    loop {
        let rest = line.get(at..).unwrap_or_default();
        let start = record.text.len();
        let quoted = rest.first() == Some(&quote);
        match if quoted { quoted_field(rest, delimiter, quote, true, record) } else { Try::Mistake } {
            Try::Done { len, .. } => at += len,
            Try::Unfinished | Try::Mistake => {
                record.text.truncate(start);
                let len = memchr(delimiter, rest).unwrap_or(rest.len());
                record.text.extend_from_slice(rest.get(..len).unwrap_or_default());
                at += len;
            }
        }
        record.end_field();
        if line.get(at).is_none() {
            return;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Records as `line: field|field`, with `!` behind those that have a flaw.
    fn check_records(text: &str, expected: &[&str]) {
        assert_eq!(read_all(text.as_bytes()), expected, "{text:?}");
        // The same, a few bytes at a time.
        struct Drip<'a>(&'a [u8]);
        impl Read for Drip<'_> {
            fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
                let n = self.0.len().min(3).min(out.len());
                out[..n].copy_from_slice(&self.0[..n]);
                self.0 = &self.0[n..];
                Ok(n)
            }
        }
        assert_eq!(read_all(Drip(text.as_bytes())), expected, "{text:?}");
    }

    fn read_all(input: impl Read) -> Vec<String> {
        let mut records = Records::new(input, b',', Some(b'"'));
        let mut record = Record::default();
        let mut all = Vec::new();
        while records.read(&mut record).unwrap() {
            let fields: Vec<_> = record.fields().map(String::from_utf8_lossy).collect();
            let flaw = if record.flaw.is_some() { "!" } else { "" };
            all.push(format!("{}: {}{flaw}", record.line, fields.join("|")));
        }
        all
    }

    #[test]
    fn fields_quotes_and_line_ends() {
        check_records("a,b\r\n1,\"x, y\"\r\n", &["1: a|b", "2: 1|x, y"]);
        check_records("a,\"ha \"\"ha\"\" ha\"\n,\n", &["1: a|ha \"ha\" ha", "2: |"]);
        check_records("\"Once\nupon\",5\n7,8", &["1: Once\nupon|5", "3: 7|8"]);
        check_records("\"a\" ,b\n", &["1: a|b"]);
        check_records("5\" pipe,b\n", &["1: 5\" pipe|b"]);
    }

    #[test]
    fn blank_lines_are_no_records_and_keep_their_number() {
        check_records("\n  \na\n\t\n\nb\n\n", &["3: a", "6: b"]);
    }

    #[test]
    fn an_unescaped_quote_spoils_its_own_record_only() {
        check_records("1,\"abc \"def\" ghi\",x\n2,y,z\n", &["1: 1|abc \"def\" ghi|x!", "2: 2|y|z"]);
        check_records("1,\"abc\"d,x\n2,\"y\",z\n", &["1: 1|\"abc\"d|x!", "2: 2|y|z"]);
        check_records("1,\"Test \\\" line\",x\n", &["1: 1|Test \" line|x"]);
        check_records("1,\"C:\\\",x\n", &["1: 1|C:\\|x"]);
        check_records("\"abc,1\n\"def,2\n3,4\n", &["1: \"abc|1!", "2: \"def|2!", "3: 3|4"]);
    }

    #[test]
    fn a_quote_never_closed_is_reported_where_it_opens_and_the_tail_is_no_value() {
        check_records("a,b\n1,\"x\n2,y\n3,z\n", &["1: a|b", "2: 1|\"x!", "3: 2|y", "4: 3|z"]);
        check_records("a,\"", &["1: a|\"!"]);
    }

    #[test]
    fn many_quotes_never_closed_are_read_in_one_go() {
        let text = "\"abc,1\n".repeat(200_000);
        let mut records = Records::new(text.as_bytes(), b',', Some(b'"'));
        let mut record = Record::default();
        for line in 1..=200_000 {
            assert!(records.read(&mut record).unwrap());
            assert_eq!((record.line, record.flaw), (line, Some(Flaw::UnclosedQuote)));
        }
        assert!(!records.read(&mut record).unwrap());
    }

    #[test]
    fn a_field_of_ten_megabytes_is_one_field() {
        let text = format!("a,\"{}\"\nb,c\n", "x\n".repeat(5_000_000));
        let mut records = Records::new(text.as_bytes(), b',', Some(b'"'));
        let mut record = Record::default();
        assert!(records.read(&mut record).unwrap());
        assert_eq!((record.width(), record.field(1).map(<[u8]>::len), record.flaw), (2, Some(10_000_000), None));
        assert!(records.read(&mut record).unwrap());
        assert_eq!((record.line, record.field(1)), (5_000_002, Some(&b"c"[..])));
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let text = [vec![b'x'; LONGEST_RECORD + CHUNK * 9], b"\nb,c\n".to_vec()].concat();
        let mut records = Records::new(text.as_slice(), b',', None);
        let mut record = Record::default();
        assert!(records.read(&mut record).unwrap());
        assert_eq!(record.flaw, Some(Flaw::TooLong));
        assert!(records.read(&mut record).unwrap());
        assert_eq!((record.line, record.field(1)), (2, Some(&b"c"[..])));
    }
}
