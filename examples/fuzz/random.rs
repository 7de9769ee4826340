//! Inputs that follow from a number alone, and what becomes of files on their way.

/// Bytes of the largest input.
pub const LARGEST: usize = 64 * 1024;

/// Xorshift: small, and the same everywhere.
pub struct Random(u64);

impl Random {
    pub fn of(number: u64) -> Random {
        Random((number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most.max(1)
    }

    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Changes a few bytes: what files suffer, and what somebody might do to them.
pub fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    const PIECES: [&[u8]; 14] = [
        b"\"",
        b"\"\"",
        b"\n",
        b"\r\n",
        b",",
        b"\0",
        b"\xFF",
        b"\xC3",
        b"'",
        b"\\\"",
        b"=cmd|' /C calc'!A0",
        b"99999999999999999999",
        b"<c r=\"XFD1048576\"><v>1</v></c>",
        b"&#x0;",
    ];
    for _ in 0..random.below(6) {
        let at = random.below(bytes.len() + 1);
        let len = random.below(40).min(bytes.len() - at);
        match random.below(7) {
            0 if !bytes.is_empty() => {
                let at = at.min(bytes.len() - 1);
                bytes[at] ^= 1 << random.below(8);
            }
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..at + len)),
            3 => {
                let again = bytes[at..at + len].repeat(1 + random.below(200));
                bytes.splice(at..at, again);
            }
            4 => drop(bytes.splice(at..at, std::iter::repeat_n(random.below(256) as u8, random.below(3000)))),
            _ => drop(bytes.splice(at..at, random.one_of(&PIECES).iter().copied())),
        }
    }
    bytes.truncate(LARGEST);
}
