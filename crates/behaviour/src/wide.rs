//! UTF-32, which no decoder of the WHATWG reads: recognised and read.

/// UTF-32, which the WHATWG has no name for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    Little,
    Big,
}

impl Wide {
    pub fn name(self) -> &'static str {
        match self {
            Wide::Little => "UTF-32LE",
            Wide::Big => "UTF-32BE",
        }
    }

    /// Appends the characters of whole groups of four bytes.
    pub fn decode(self, bytes: &[u8], text: &mut Vec<u8>) {
        for group in bytes.chunks_exact(4).filter_map(|group| <[u8; 4]>::try_from(group).ok()) {
            let number = match self {
                Wide::Little => u32::from_le_bytes(group),
                Wide::Big => u32::from_be_bytes(group),
            };
            let letter = char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER);
            text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

/// UTF-32 by its mark or by three NUL bytes in four.
pub fn utf32(head: &[u8]) -> Option<(Wide, usize)> {
    match head {
        [0xFF, 0xFE, 0, 0, ..] => return Some((Wide::Little, 4)),
        [0, 0, 0xFE, 0xFF, ..] => return Some((Wide::Big, 4)),
        _ => {}
    }
    let groups = head.len() / 4;
    let share = |nul: fn(&[u8]) -> bool| head.chunks_exact(4).filter(|group| nul(group)).count() * 10 >= groups * 9;
    if groups < 4 {
        None
    } else if share(|group| matches!(group, [first, _, 0, 0] if *first != 0)) {
        Some((Wide::Little, 0))
    } else if share(|group| matches!(group, [0, 0, _, last] if *last != 0)) {
        Some((Wide::Big, 0))
    } else {
        None
    }
}
