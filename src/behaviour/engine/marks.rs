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

/// Walks the positions of structural bytes and line feeds in a piece of text, in order.
pub struct Marks<'a> {
    text: &'a [u8],
    structural: Structural,
    /// Where the text begins that has not been looked at.
    ahead: usize,
    /// Marks found and not given out: those from `at` up to `found`.
    marks: [u32; ROOM],
    at: usize,
    found: usize,
}

const BLOCK: usize = 64;

/// So many marks are found before the first of them is given out, if the text has them.
const ENOUGH: usize = 256;

/// A block may come on top that has nothing but marks, and its last are written in eights.
const ROOM: usize = ENOUGH + BLOCK + 8;

impl<'a> Marks<'a> {
    /// The text is shorter than four gigabytes.
    pub fn new(text: &'a [u8], structural: Structural) -> Marks<'a> {
        Marks { text, structural, ahead: 0, marks: [0; ROOM], at: 0, found: 0 }
    }

    /// Looks at blocks until there are enough marks. Says whether there are any.
    #[inline(never)]
    fn find(&mut self) -> bool {
        (self.at, self.found) = (0, 0);
        while self.found < ENOUGH && self.ahead < self.text.len() {
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
        self.found > 0
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

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.at >= self.found && !self.find() {
            return None;
        }
        let mark = self.marks.get(self.at)?;
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
    }

    #[test]
    fn a_nul_that_delimits_is_not_found_past_the_end() {
        let structural = Structural { delimiter: 0, quote: 0 };
        assert_eq!(Marks::new(b"a\0b\0", structural).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(Marks::new(b"", structural).count(), 0);
    }
}
