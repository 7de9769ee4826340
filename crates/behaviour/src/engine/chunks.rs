//! Hands out a stream of text in pieces that hold whole records, so that threads can read them side by side.
//!
//! Where a record ends inside quotes matters: a line feed there ends nothing. The parity of the quotes tells, without
//! looking at fields: every piece begins outside quotes, so a line feed with an even number of quotes before it ends a
//! record. That is right as long as quotes are written by the book; whoever reads a piece and meets a quote that is not must
//! give up the pieces and read the stream record by record instead (see [`crate::records`]).

use std::io::{ErrorKind, Read};

use super::tuning::MAX_RECORD_BYTES;

/// A stream cut into pieces of about `piece_bytes`.
pub struct Chunks<R> {
    reader: R,
    quote: Option<u8>,
    piece_bytes: usize,
    /// The beginning of a record whose end has not been read yet.
    carry: Vec<u8>,
    next_index: usize,
    ended: bool,
}

/// What came of asking for a piece.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken {
    /// The first `len` bytes of the buffer are whole records.
    Piece { index: usize, len: usize, has_quotes: bool },
    /// Nothing is left.
    End,
    /// No record ends for so long that the quotes cannot be what they seem.
    Unclear,
}

impl<R: Read> Chunks<R> {
    /// Begins with `carry`, text already taken from the reader, which stands at the start of a record.
    pub fn new(reader: R, carry: Vec<u8>, quote: Option<u8>, piece_bytes: usize) -> Chunks<R> {
        Chunks { reader, quote, piece_bytes: piece_bytes.max(1), carry, next_index: 0, ended: false }
    }

    /// Puts the next piece into `buffer`, which is kept from call to call.
    pub fn take(&mut self, buffer: &mut Vec<u8>) -> std::io::Result<Taken> {
        let mut filled = self.carry.len();
        let mut wanted = filled + self.piece_bytes;
        if buffer.len() < wanted {
            buffer.resize(wanted, 0);
        }
        if let Some(start) = buffer.get_mut(..filled) {
            start.copy_from_slice(&self.carry);
        }
        self.carry.clear();
        loop {
            while filled < wanted && !self.ended {
                let n = read_some(&mut self.reader, buffer.get_mut(filled..wanted).unwrap_or_default())?;
                self.ended = n == 0;
                filled += n;
            }
            let text = buffer.get(..filled).unwrap_or_default();
            let end = if self.ended { Some(filled) } else { last_record_end(text, self.quote) };
            match end {
                Some(0) => return Ok(Taken::End),
                Some(len) => {
                    self.carry.extend_from_slice(text.get(len..).unwrap_or_default());
                    let has_quotes = self.quote.is_some_and(|quote| memchr::memchr(quote, text).is_some());
                    self.next_index += 1;
                    return Ok(Taken::Piece { index: self.next_index - 1, len, has_quotes });
                }
                None if filled >= MAX_RECORD_BYTES => return Ok(Taken::Unclear),
                None => {
                    wanted = filled + self.piece_bytes.max(filled);
                    buffer.resize(wanted.max(buffer.len()), 0);
                }
            }
        }
    }
}

/// One successful read; 0 at the end of the stream.
fn read_some(reader: &mut impl Read, into: &mut [u8]) -> std::io::Result<usize> {
    loop {
        match reader.read(into) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// Where the last whole record ends in a text that begins outside quotes: behind a line feed that is outside them.
fn last_record_end(text: &[u8], quote: Option<u8>) -> Option<usize> {
    let quotes = quote.map_or(0, |quote| memchr::memchr_iter(quote, text).count());
    let Some(quote) = quote.filter(|_| quotes > 0) else {
        return memchr::memrchr(b'\n', text).map(|at| at + 1);
    };
    let mut inside = quotes % 2 == 1;
    for at in memchr::memrchr2_iter(quote, b'\n', text) {
        if text.get(at) == Some(&quote) {
            inside = !inside;
        } else if !inside {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, quote: Option<u8>, piece_bytes: usize) -> Vec<String> {
        let mut chunks = Chunks::new(text.as_bytes(), Vec::new(), quote, piece_bytes);
        let mut buffer = Vec::new();
        let mut pieces = Vec::new();
        while let Taken::Piece { index, len, .. } = chunks.take(&mut buffer).unwrap() {
            assert_eq!(index, pieces.len());
            pieces.push(String::from_utf8(buffer[..len].to_vec()).unwrap());
        }
        pieces
    }

    #[test]
    fn a_piece_ends_where_a_record_ends() {
        assert_eq!(pieces("a,1\nb,2\nc,3", Some(b'"'), 5), ["a,1\n", "b,2\n", "c,3"]);
        assert_eq!(pieces("", Some(b'"'), 5), [""; 0]);
    }

    #[test]
    fn a_line_feed_inside_quotes_ends_no_piece() {
        let text = "a,\"x\ny\nz\"\nb,\"\"\"\n\"\ncc\nd\n";
        let ends = ["a,\"x\ny\nz\"\n", "b,\"\"\"\n\"\n", "cc\n", "d\n"];
        for piece_bytes in 1..text.len() {
            let pieces = pieces(text, Some(b'"'), piece_bytes);
            assert_eq!(pieces.concat(), text);
            assert!(pieces.iter().all(|piece| ends.iter().any(|end| piece.ends_with(end))), "{pieces:?}");
        }
        assert_eq!(pieces("a,\"x\ny\"\n", None, 6), ["a,\"x\n", "y\"\n"]);
    }

    #[test]
    fn a_quote_that_never_closes_does_not_fill_the_memory() {
        let text = format!("a\n\"{}", "x\n".repeat(MAX_RECORD_BYTES));
        let mut chunks = Chunks::new(text.as_bytes(), Vec::new(), Some(b'"'), 1 << 16);
        let mut buffer = Vec::new();
        assert!(matches!(chunks.take(&mut buffer).unwrap(), Taken::Piece { len: 2, .. }));
        assert_eq!(chunks.take(&mut buffer).unwrap(), Taken::Unclear);
        assert!(buffer.len() <= 4 * MAX_RECORD_BYTES);
    }
}
