//! The parts of a package that somebody else may have written: what is in it is not trusted.

use crate::error::SlidesError;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// No part is read further than this, and all parts together no further than eight times as far.
pub const PART_MAX: u64 = 64 * 1024 * 1024;
const ALL_MAX: u64 = 8 * PART_MAX;
/// More parts than this no presentation has.
const PARTS_MAX: usize = 20_000;

/// The names and bytes of a package's parts.
///
/// # Errors
/// The bytes are no package, or one that is larger than any presentation.
pub fn parts(package: &[u8]) -> Result<Vec<(String, Vec<u8>)>, SlidesError> {
    let mut archive = ZipArchive::new(Cursor::new(package))?;
    if archive.len() > PARTS_MAX {
        return Err(SlidesError::TooLarge);
    }
    let (mut parts, mut left) = (Vec::new(), ALL_MAX);
    for nth in 0..archive.len() {
        let part = archive.by_index(nth)?;
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        let most = PART_MAX.min(left);
        let read = part.take(most + 1).read_to_end(&mut bytes)? as u64;
        if read > most {
            return Err(SlidesError::TooLarge);
        }
        left -= read;
        parts.push((name, bytes));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presentation::{Presentation, Slide};

    #[test]
    fn a_package_is_read_part_by_part_and_what_is_none_is_told() {
        let presentation = Presentation { slides: vec![Slide::default()], ..Presentation::default() };
        let bytes = presentation.to_bytes().unwrap();
        let parts = parts(&bytes).unwrap();
        assert!(parts.iter().any(|(name, part)| name == "ppt/slides/slide1.xml" && part.starts_with(b"<?xml")));
        assert_eq!(parts.first().map(|(name, _)| name.as_str()), Some("[Content_Types].xml"));
        for cut in [0, 4, bytes.len() / 2, bytes.len() - 1] {
            assert!(super::parts(&bytes[..cut]).is_err(), "{cut}");
        }
    }
}
