//! Ways of writing delimited text that are not by the book, put right line by line before it is cut into fields.
//!
//! Whole lines in quotes, typographic quotes, quotes behind a blank, quotes behind Excel's `=`, delimiters escaped by a
//! backslash: each is looked for in the head of a text ([`Mend::of_text`]), and only a text that has it is written anew as it
//! is read. What stood on a line stands on that line again.
//!
//! # Limits
//! A line is mended up to [`MOST_LINE`] bytes; what is longer passes as it stands.

use super::records::{Record, Records};

/// What has to be put right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mend {
    /// Lines are in quotes as a whole.
    pub whole_lines: bool,
    /// `“` and `”` stand for quotes.
    pub typographic: bool,
    /// Behind a delimiter stand blanks or an `=` before a quote.
    pub before_quotes: Option<BeforeQuotes>,
    /// This delimiter is part of a field behind a backslash.
    pub escaped: Option<u8>,
    /// Two of this sign together part the fields.
    pub doubled: Option<u8>,
}

/// The delimiter and the quote between which something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeforeQuotes {
    delimiter: u8,
    quote: u8,
}

/// Delimiters of texts that are written so.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Signs of which two together part fields in some programs, and what stands for the two then: no text has it, and databases part by it.
const DOUBLED: [u8; 2] = [b':', b'|'];
const ONE_FOR_TWO: u8 = 0x1F;
/// Lines that are looked at.
const LINES: usize = 400;
/// Bytes of the longest line that is mended.
const MOST_LINE: usize = 1 << 20;

impl Mend {
    /// What the head of a text shows.
    pub fn of_text(text: &str) -> Mend {
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
        let typographic = has_typographic_quotes(&lines);
        let whole_lines = !typographic && has_whole_lines(&lines);
        let before_quotes = (!whole_lines).then(|| before_quotes(&lines)).flatten();
        let escaped = (!whole_lines).then(|| escaped(text)).flatten();
        let doubled = doubled(&lines);
        Mend { whole_lines, typographic, before_quotes, escaped, doubled }
    }

    /// Whether the text is by the book.
    pub fn is_none(&self) -> bool {
        *self == Mend::default()
    }

    /// A whole text, mended.
    pub fn text(self, text: &str) -> String {
        if self.is_none() {
            return text.to_owned();
        }
        let mut mender = Mender::new(self);
        let mut mended = Vec::with_capacity(text.len());
        mender.feed(text.as_bytes(), true, &mut mended);
        String::from_utf8_lossy(&mended).into_owned()
    }
}

/// The sign of which two together stand in each line as often, three times in four, where no other delimiter does.
fn doubled(lines: &[&str]) -> Option<u8> {
    let is_cut_otherwise = |line: &&&str| line.bytes().any(|byte| matches!(byte, b',' | b';' | b'\t'));
    if lines.len() < 2 || lines.iter().filter(is_cut_otherwise).count() * 4 > lines.len() {
        return None;
    }
    DOUBLED.into_iter().find(|sign| {
        let two = [*sign; 2];
        let counts: Vec<usize> =
            lines.iter().map(|line| memchr::memmem::find_iter(line.as_bytes(), &two).count()).collect();
        // A bar alone parts fields as well, and two have an empty one between them.
        let is_alone = |line: &&str| line.bytes().filter(|byte| byte == sign).count();
        let alone = *sign == b'|' && lines.iter().zip(&counts).any(|(line, two)| is_alone(line) != two * 2);
        let most = counts.iter().copied().max().unwrap_or(0);
        most > 0 && !alone && counts.iter().filter(|count| **count == most).count() * 10 >= counts.len() * 9
    })
}

/// Most lines begin with a typographic quote, or have one behind a delimiter.
fn has_typographic_quotes(lines: &[&str]) -> bool {
    let opens = |line: &&&str| {
        let opening = ['“', '„', '”', '«'];
        line.split([',', ';', '\t', '|']).filter(|field| field.trim_start().starts_with(opening)).count() >= 2
            || (line.starts_with(opening) && line.trim_end().ends_with(['“', '”', '»']))
    };
    let opened = lines.iter().filter(opens).count();
    opened >= 2 && opened * 2 > lines.len()
}

/// Most lines are one quoted field each, in which the same delimiter stands as often.
fn has_whole_lines(lines: &[&str]) -> bool {
    let inner: Vec<&str> = lines.iter().filter_map(|line| whole_line(line)).collect();
    if inner.len() < 2 || inner.len() * 10 < lines.len() * 8 {
        return false;
    }
    DELIMITERS.into_iter().any(|delimiter| {
        // What stands in quotes inside parts nothing.
        let width = |line: &&str| {
            let line = line.replace("\"\"", "\"");
            let mut record = Record::default();
            let is_read = Records::new(line.as_bytes(), delimiter, Some(b'"')).read(&mut record).unwrap_or(false);
            if is_read { record.width() } else { 0 }
        };
        let widths: Vec<usize> = inner.iter().map(width).collect();
        let first = widths.first().copied().unwrap_or(0);
        first > 1 && widths.iter().filter(|width| **width == first).count() * 10 >= widths.len() * 8
    })
}

/// The inside of a line that is one field in quotes.
fn whole_line(line: &str) -> Option<&str> {
    let inner = line.trim_end().strip_prefix('"')?.strip_suffix('"')?;
    // Every quote inside is doubled: else there are several fields.
    quote_runs(inner).iter().all(|len| len % 2 == 0).then_some(inner)
}

/// Lengths of the runs of quotes in a text.
fn quote_runs(text: &str) -> Vec<usize> {
    let mut runs = Vec::new();
    let mut run = 0;
    for byte in text.bytes().chain(std::iter::once(b' ')) {
        match (byte == b'"', run) {
            (true, _) => run += 1,
            (false, 0) => {}
            (false, len) => {
                runs.push(len);
                run = 0;
            }
        }
    }
    runs
}

/// The delimiter behind which blanks or an `=` stand before a quote: in two lines at least, or in one that is as wide as all others
/// by that alone; and in most where the quote is an apostrophe, which may as well be a letter's.
fn before_quotes(lines: &[&str]) -> Option<BeforeQuotes> {
    let lines_with = |how: BeforeQuotes| {
        let has = |line: &&&str| {
            let mut fields = line.as_bytes().split(|byte| *byte == how.delimiter);
            fields.any(|field| is_before_quote(field, how) > 0)
        };
        // Of one field alone nothing can be said.
        let split = |line: &&&str| line.as_bytes().contains(&how.delimiter);
        lines.iter().filter(split).filter(has).count()
    };
    let most = |quote: u8| {
        let ways = DELIMITERS.into_iter().map(|delimiter| BeforeQuotes { delimiter, quote });
        ways.map(|how| (lines_with(how), how)).max_by_key(|(count, how)| (*count, how.delimiter == b','))
    };
    let (double, single) = (most(b'"')?, most(b'\'')?);
    let is_single = double.0 == 0 && single.0 * 2 > lines.len() && lines.iter().any(|line| line.starts_with('\''));
    let (count, how) = if is_single { single } else { double };
    (count >= 2 || (count == 1 && is_evened(lines, how))).then_some(how)
}

/// Whether the lines that are cut at all are as wide as the first once this is put right, and were not before.
fn is_evened(lines: &[&str], how: BeforeQuotes) -> bool {
    let cut: Vec<&str> = lines.iter().copied().filter(|line| line.as_bytes().contains(&how.delimiter)).collect();
    let head = cut.join("\n");
    let mended = Mend { before_quotes: Some(how), ..Mend::default() }.text(&head);
    as_wide_as_first(&mended, how.delimiter) == cut.len() && as_wide_as_first(&head, how.delimiter) < cut.len()
}

/// Records that have as many fields as the first.
fn as_wide_as_first(text: &str, delimiter: u8) -> usize {
    let mut widths = Vec::new();
    let mut records = Records::of_head(text.as_bytes(), delimiter, Some(b'"'));
    let mut record = Record::default();
    while widths.len() < LINES && records.read(&mut record).unwrap_or(false) {
        widths.push(record.width());
    }
    let first = widths.first().copied().unwrap_or(0);
    widths.iter().filter(|width| **width == first).count()
}

/// Bytes before the quote with which a field begins behind blanks or an `=`; 0 where it does not.
fn is_before_quote(field: &[u8], how: BeforeQuotes) -> usize {
    let blanks = field.iter().take_while(|byte| matches!(byte, b' ' | b'\t') && **byte != how.delimiter).count();
    let rest = field.get(blanks..).unwrap_or_default();
    match rest {
        [b'=', quote, ..] if *quote == how.quote => blanks + 1,
        [quote, ..] if *quote == how.quote => blanks,
        _ => 0,
    }
}

/// The delimiter that a backslash makes a part of its field: with it escaped the records are more of one width.
fn escaped(text: &str) -> Option<u8> {
    DELIMITERS.into_iter().find(|delimiter| {
        let pattern = [b'\\', *delimiter];
        if memchr::memmem::find(text.as_bytes(), &pattern).is_none() {
            return false;
        }
        let mend = Mend { escaped: Some(*delimiter), ..Mend::default() };
        let head: String = text.lines().take(LINES).flat_map(|line| [line, "\n"]).collect();
        as_wide_as_first(&mend.text(&head), *delimiter) > as_wide_as_first(&head, *delimiter)
    })
}

/// Mends a text as it comes.
#[derive(Debug)]
pub struct Mender {
    mend: Mend,
    /// The line that has not ended yet.
    line: Vec<u8>,
    /// A field in quotes goes on from the line before.
    in_quotes: bool,
}

impl Mender {
    pub fn new(mend: Mend) -> Mender {
        Mender { mend, line: Vec::new(), in_quotes: false }
    }

    /// Appends what the text becomes, as far as its lines have ended; all of it if it is the last.
    pub fn feed(&mut self, mut text: &[u8], last: bool, mended: &mut Vec<u8>) {
        while let Some(at) = memchr::memchr(b'\n', text) {
            let (line, rest) = text.split_at_checked(at + 1).unwrap_or((text, &[]));
            self.line.extend_from_slice(line);
            self.end_line(mended);
            text = rest;
        }
        self.line.extend_from_slice(text);
        if last || self.line.len() > MOST_LINE {
            self.end_line(mended);
        }
    }

    fn end_line(&mut self, mended: &mut Vec<u8>) {
        let line = std::mem::take(&mut self.line);
        let body = line.strip_suffix(b"\n").unwrap_or(&line);
        let body = body.strip_suffix(b"\r").unwrap_or(body);
        let end = line.get(body.len()..).unwrap_or_default();
        let mut body = body.to_vec();
        if self.mend.whole_lines {
            body = unwrapped(body);
        }
        if let Some(sign) = self.mend.doubled {
            body = parted_by_one(&body, sign);
        }
        if self.mend.typographic {
            body = straight(&body);
        }
        if let Some(delimiter) = self.mend.escaped {
            body = unescaped(&body, delimiter);
        }
        if let Some(how) = self.mend.before_quotes {
            body = self.close_up(&body, how);
        }
        mended.extend_from_slice(&body);
        mended.extend_from_slice(end);
        self.line = line;
        self.line.clear();
    }

    /// Without the blanks and the `=` before quotes, and the blanks behind them.
    fn close_up(&mut self, line: &[u8], how: BeforeQuotes) -> Vec<u8> {
        let BeforeQuotes { delimiter, quote } = how;
        let mut text = Vec::with_capacity(line.len());
        let mut rest = line;
        loop {
            if !self.in_quotes {
                rest = rest.get(is_before_quote(rest, how)..).unwrap_or_default();
                if rest.first() != Some(&quote) {
                    let Some(at) = memchr::memchr(delimiter, rest) else {
                        text.extend_from_slice(rest);
                        return text;
                    };
                    text.extend_from_slice(rest.get(..=at).unwrap_or_default());
                    rest = rest.get(at + 1..).unwrap_or_default();
                    continue;
                }
                text.push(quote);
                rest = rest.get(1..).unwrap_or_default();
                self.in_quotes = true;
            }
            let Some(at) = memchr::memchr(quote, rest) else {
                text.extend_from_slice(rest);
                return text;
            };
            text.extend_from_slice(rest.get(..=at).unwrap_or_default());
            rest = rest.get(at + 1..).unwrap_or_default();
            if rest.first() == Some(&quote) {
                text.push(quote);
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            self.in_quotes = false;
            let Some(next) = memchr::memchr(delimiter, rest) else {
                text.extend_from_slice(rest);
                return text;
            };
            text.extend_from_slice(rest.get(..=next).unwrap_or_default());
            rest = rest.get(next + 1..).unwrap_or_default();
        }
    }
}

/// A line without the quotes around it, doubled ones inside made single.
fn unwrapped(line: Vec<u8>) -> Vec<u8> {
    let inner = line.trim_ascii_end().strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\""));
    let Some(inner) = inner
        .filter(|inner| std::str::from_utf8(inner).is_ok_and(|text| quote_runs(text).iter().all(|len| len % 2 == 0)))
    else {
        return line;
    };
    let mut text = Vec::with_capacity(inner.len());
    let mut bytes = inner.iter().peekable();
    while let Some(byte) = bytes.next() {
        text.push(*byte);
        if *byte == b'"' && bytes.peek() == Some(&&b'"') {
            bytes.next();
        }
    }
    text
}

/// A line whose fields are parted by one sign instead of two.
fn parted_by_one(line: &[u8], sign: u8) -> Vec<u8> {
    let mut text = Vec::with_capacity(line.len());
    let mut from = 0;
    for at in memchr::memmem::find_iter(line, &[sign; 2]) {
        text.extend_from_slice(line.get(from..at).unwrap_or_default());
        text.push(ONE_FOR_TWO);
        from = at + 2;
    }
    text.extend_from_slice(line.get(from..).unwrap_or_default());
    text
}

/// Typographic quotes as straight ones.
fn straight(line: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(line);
    text.replace(['“', '”', '„', '«', '»', '‟'], "\"").into_bytes()
}

/// Fields in which a backslash escapes the delimiter, in quotes instead.
fn unescaped(line: &[u8], delimiter: u8) -> Vec<u8> {
    let pattern = [b'\\', delimiter];
    if memchr::memmem::find(line, &pattern).is_none() {
        return line.to_vec();
    }
    let mut fields = vec![(Vec::new(), false)];
    let mut bytes = line.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        let escapes = byte == b'\\' && bytes.peek() == Some(&delimiter);
        if byte == delimiter {
            fields.push((Vec::new(), false));
        } else if let Some((field, was_escaped)) = fields.last_mut() {
            field.push(if escapes { delimiter } else { byte });
            *was_escaped |= escapes;
        }
        if escapes {
            bytes.next();
        }
    }
    let quoted = |field: &[u8]| {
        let doubled = field.iter().flat_map(|byte| std::iter::repeat_n(*byte, if *byte == b'"' { 2 } else { 1 }));
        std::iter::once(b'"').chain(doubled).chain(std::iter::once(b'"')).collect::<Vec<u8>>()
    };
    let fields: Vec<Vec<u8>> =
        fields.into_iter().map(|(field, was_escaped)| if was_escaped { quoted(&field) } else { field }).collect();
    fields.join(&delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text after mending what was found in it.
    fn check_mended(text: &str, mended: &str) {
        let mend = Mend::of_text(text);
        assert_eq!(mend.text(text), mended, "{mend:?}");
        // The same, a few bytes at a time.
        let mut mender = Mender::new(mend);
        let mut out = Vec::new();
        for piece in text.as_bytes().chunks(3) {
            mender.feed(piece, false, &mut out);
        }
        mender.feed(b"", true, &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), mended);
    }

    #[test]
    fn quotes_behind_blanks_and_signs_of_formulas_are_quotes() {
        check_mended("a, b\n1, \"x, y\"\n2,  \"z\"\n", "a, b\n1,\"x, y\"\n2,\"z\"\n");
        check_mended("'a', 'b'\n'1', 'x, ''y'''\n'2',  'z\nw'\n", "'a','b'\n'1','x, ''y'''\n'2','z\nw'\n");
        for text in ["a, b\nc, 'tis\nd, 'twas\n", "it's, 'a'\nthat's, 'b'\n", "a, b\n1, \"so\"\n2, z\n"] {
            check_mended(text, text);
        }
        check_mended("a;b\n=\"007\";x\n=\"008\";y\n", "a;b\n\"007\";x\n\"008\";y\n");
        // One alone makes its line as wide as the others.
        check_mended("All\n\na, b\n1, \"x, y\"\n2, z\n", "All\n\na, b\n1,\"x, y\"\n2, z\n");
        check_mended("a, b\n1, \"x\ny, \"\"q\"\"\"\n2, \"z\", 3\n", "a, b\n1,\"x\ny, \"\"q\"\"\"\n2,\"z\", 3\n");
    }

    #[test]
    fn lines_in_quotes_typographic_quotes_and_backslashes_are_put_right() {
        check_mended("\"a,b\"\r\n\"1,\"\"x\"\"\"\r\n\"2,y\"\r\n", "a,b\r\n1,\"x\"\r\n2,y\r\n");
        let texts = "\"a;b\"\n\"1;\"\"c; d\"\"\"\n\"2;\"\"e; f\"\"\"\n\"3;g\"\n";
        check_mended(texts, "a;b\n1;\"c; d\"\n2;\"e; f\"\n3;g\n");
        check_mended("“a”,“b”\n“1”,“x, y”\n", "\"a\",\"b\"\n\"1\",\"x, y\"\n");
        check_mended("a,b\n1,x\\, y\n2,z\n", "a,b\n1,\"x, y\"\n2,z\n");
    }

    #[test]
    fn two_signs_that_part_fields_become_one() {
        check_mended(
            "a::b::c\n1::x::10:05\n2::y::10:06\n",
            "a\u{1F}b\u{1F}c\n1\u{1F}x\u{1F}10:05\n2\u{1F}y\u{1F}10:06\n",
        );
        check_mended("a||b||c\n1||||3\n", "a\u{1F}b\u{1F}c\n1\u{1F}\u{1F}3\n");
        for text in ["a|b|c\n1||3\n2||4\n", "a,b\nx::y,1\nz::w,2\n", "address\n2001:db8::1\n2001:db8::2\nnone\n"] {
            check_mended(text, text);
        }
    }

    #[test]
    fn a_text_by_the_book_is_left_alone() {
        for text in [
            "a,b\n1,\"x, y\"\n",
            "\"a\",\"b\"\n\"1\",\"2\"\n",
            "\"a\"\n\"1\"\n",
            "a,b\n1,5\" pipe\n2,C:\\\n",
            "note\n“so”\nand\nmore\n",
            "path,x\nC:\\,1\nD:\\,2\n",
        ] {
            assert!(Mend::of_text(text).is_none(), "{text}");
        }
    }
}
