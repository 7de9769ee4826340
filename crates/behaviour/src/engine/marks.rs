//! Where delimiters, line ends and quotes stand in a piece of text, 64 bytes at a time.
//!
//! Most bytes of a log mean nothing to the reader. Comparing a block of 64 at once and then walking the set bits of one
//! number touches each byte that matters once and the others hardly at all. Written so that the compiler turns the
//! comparison into vector instructions on every machine; nothing here depends on which.

/// The bytes that end a field or open and close quotes.
#[derive(Clone, Copy, Debug)]
pub struct Structural {
    pub delimiter: u8,
    /// A quote, or the delimiter once more where no byte quotes.
    pub quote: u8,
}

/// Walks the positions of structural bytes and line feeds in a piece of text, in order: one by one, or by line.
pub struct Marks<'a> {
    text: &'a [u8],
    structural: Structural,
    /// Where the text begins that has not been looked at.
    ahead: usize,
    /// Marks found and not given out are those from `at` up to `found`. Before each line stands the mark that ended the one
    /// before it; before the first, the place before the text.
    marks: Vec<u32>,
    at: usize,
    found: usize,
}

const BLOCK: usize = 64;

/// So many marks are found before the first of them is given out, if the text has them.
const ENOUGH: usize = 256;

/// A block may come on top that has nothing but marks, and its last are written in eights.
const ROOM: usize = ENOUGH + BLOCK + 8;

/// The place before the text: one more is its first.
const BEFORE: u32 = u32::MAX;

/// The fields of one line, from mark to mark.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    text: &'a [u8],
    /// The mark before the line and all of the line; the last is a line feed or the end of the text.
    marks: &'a [u32],
}

impl<'a> Marks<'a> {
    /// The text is shorter than four gigabytes.
    pub fn new(text: &'a [u8], structural: Structural) -> Marks<'a> {
        let mut marks = vec![0; ROOM];
        marks.iter_mut().take(1).for_each(|mark| *mark = BEFORE);
        Marks { text, structural, ahead: 0, marks, at: 1, found: 1 }
    }

    /// Looks at blocks until there are enough marks, and keeps those from one place on.
    #[inline(never)]
    fn find(&mut self, keep: usize) {
        let kept = self.found.saturating_sub(keep);
        self.marks.copy_within(keep..self.found, 0);
        (self.at, self.found) = (self.at.saturating_sub(keep), kept);
        if self.marks.len() < kept + ROOM {
            self.marks.resize(kept + ROOM.max(kept), 0);
        }
        while self.found < kept + ENOUGH && self.ahead < self.text.len() {
            let mut bits = self.bits_of_block();
            let end = self.found + bits.count_ones() as usize;
            // Eight at a time whether there are eight or not: how many marks a block has cannot be foreseen.
            while self.found < end {
                let Some(eight) = self.marks.get_mut(self.found..).and_then(|rest| rest.first_chunk_mut::<8>()) else {
                    break;
                };
                for mark in eight {
                    *mark = self.ahead as u32 + bits.trailing_zeros();
                    bits &= bits.wrapping_sub(1);
                }
                self.found += 8;
            }
            self.found = end;
            self.ahead += BLOCK;
        }
    }

    /// The next line, its line feed the last mark. Not to be mixed with taking marks one by one.
    #[inline]
    pub fn line(&mut self) -> Option<Line<'_>> {
        let mut at = self.at;
        loop {
            while at < self.found {
                let mark = self.marks.get(at).copied()? as usize;
                at += 1;
                if self.text.get(mark) == Some(&b'\n') {
                    let marks = self.marks.get(self.at - 1..at)?;
                    self.at = at;
                    return Some(Line { text: self.text, marks });
                }
            }
            let begin = self.at - 1;
            if self.ahead >= self.text.len() {
                return self.last_line();
            }
            self.find(begin);
            at -= begin;
        }
    }

    /// What stands behind the last line feed.
    #[cold]
    fn last_line(&mut self) -> Option<Line<'_>> {
        let begin = self.at - 1;
        let before = self.marks.get(begin).copied()?;
        if before.wrapping_add(1) as usize >= self.text.len() {
            return None;
        }
        self.marks.truncate(self.found);
        // The end of the text ends the line, and nothing is behind it.
        self.marks.push(self.text.len() as u32);
        (self.at, self.found) = (self.found + 1, self.found + 1);
        Some(Line { text: self.text, marks: self.marks.get(begin..)? })
    }

    fn bits_of_block(&self) -> u64 {
        let rest = self.text.get(self.ahead..).unwrap_or_default();
        if let Some(block) = rest.first_chunk::<BLOCK>() {
            return bits_of(block, self.structural);
        }
        let mut block = [0; BLOCK];
        block.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        // A NUL may itself be structural: what lies past the end is masked off.
        let inside = (1_u64 << rest.len()) - 1;
        bits_of(&block, self.structural) & inside
    }
}

impl<'a> Line<'a> {
    /// A field, if the line has so many.
    #[inline]
    pub fn field(self, column: usize) -> Option<&'a [u8]> {
        let (before, end) = (self.marks.get(column)?, self.marks.get(column + 1)?);
        self.text.get(before.wrapping_add(1) as usize..*end as usize)
    }

    /// How many fields it has.
    #[inline]
    pub fn width(self) -> usize {
        self.marks.len().saturating_sub(1)
    }

    /// All of it, without its line feed.
    #[inline]
    pub fn text(self) -> &'a [u8] {
        let (before, end) = (self.marks.first().copied().unwrap_or(BEFORE), self.marks.last().copied().unwrap_or(0));
        self.text.get(before.wrapping_add(1) as usize..end as usize).unwrap_or_default()
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.at >= self.found {
            self.find(self.found);
        }
        let mark = self.marks.get(self.at).filter(|_| self.at < self.found)?;
        self.at += 1;
        Some(*mark as usize)
    }
}

/// One bit for each byte of the block, the lowest for the first.
#[inline]
fn bits_of(block: &[u8; BLOCK], structural: Structural) -> u64 {
    let mut hits = [0_u8; BLOCK];
    // Plain counting over arrays of one known length, which cannot miss, is what becomes vector instructions.
    for at in 0..BLOCK {
        let byte = block[at];
        let is_mark = (byte == structural.delimiter) | (byte == b'\n') | (byte == structural.quote);
        hits[at] = u8::from(is_mark).wrapping_neg() & (1 << (at % 8));
    }
    // Each of eight bytes holds another bit, so their sum is their union; the product puts it into the top byte.
    let (eights, _) = hits.as_chunks::<8>();
    eights.iter().enumerate().fold(0, |bits, (at, eight)| {
        let union = u64::from_le_bytes(*eight).wrapping_mul(0x0101_0101_0101_0101) >> 56;
        bits | union << (8 * at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_structural_byte_is_found_in_order(text in proptest::collection::vec(
            prop_oneof![Just(b','), Just(b'\n'), Just(b'"'), Just(0), any::<u8>()], 0..300)) {
            let structural = Structural { delimiter: b',', quote: b'"' };
            let found: Vec<usize> = Marks::new(&text, structural).collect();
            let expected: Vec<usize> = (0..text.len()).filter(|at| matches!(text[*at], b',' | b'\n' | b'"')).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn lines_have_the_fields_that_parting_the_text_gives(text in proptest::collection::vec(
            prop_oneof![Just(b','), Just(b'\n'), Just(b'a'), any::<u8>()], 0..3000), wide in 0..2000_usize) {
            let text = [text.as_slice(), &vec![b','; wide], b"\nlast"].concat();
            let mut marks = Marks::new(&text, Structural { delimiter: b',', quote: b',' });
            for expected in text.split(|byte| *byte == b'\n') {
                let line = marks.line().unwrap();
                prop_assert_eq!(line.text(), expected);
                let fields: Vec<_> = expected.split(|byte| *byte == b',').collect();
                prop_assert_eq!((0..).map_while(|column| line.field(column)).collect::<Vec<_>>(), fields);
            }
            prop_assert!(marks.line().is_none() && marks.line().is_none());
        }
    }

    #[test]
    fn a_text_that_ends_with_a_line_feed_has_no_line_behind_it() {
        for (text, lines) in [(&b""[..], 0), (b"\n", 1), (b"a,b\n", 1), (b"a\n\n", 2), (b"a\nb", 2), (b",", 1)] {
            let mut marks = Marks::new(text, Structural { delimiter: b',', quote: b',' });
            assert_eq!(std::iter::from_fn(|| marks.line().map(|_| ())).count(), lines, "{text:?}");
        }
    }

    #[test]
    fn a_nul_that_delimits_is_not_found_past_the_end() {
        let structural = Structural { delimiter: 0, quote: 0 };
        assert_eq!(Marks::new(b"a\0b\0", structural).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(Marks::new(b"", structural).count(), 0);
    }
}
