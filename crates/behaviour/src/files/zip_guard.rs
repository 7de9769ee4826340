//! Looks into a ZIP archive before anything is unpacked, so that a small file cannot become a large memory.
//!
//! A part that says more than its limit is refused here; one that says less than it holds is refused by the archive's
//! reader as soon as it gives more, which a test holds that crate to. A large part is also refused where it is packed tighter than
//! any table is, or has a text in it that is longer than a cell's.

use std::io::{Read, Seek};

use touchline_words::say;
use zip::ZipArchive;
use zip::result::ZipError;

/// Parts of an archive that are looked at; a workbook of a hundred sheets has a few hundred.
const MOST_PARTS: usize = 20_000;
/// Bytes that a part may have unpacked: sheets are read as a stream, texts and the rest are held in memory.
const SHEET_BYTES: u64 = 2 << 30;
const STRINGS_BYTES: u64 = 128 << 20;
const CONTENT_BYTES: u64 = 512 << 20;
const OTHER_BYTES: u64 = 32 << 20;
/// A part is large from so many bytes on, and then takes at most so many times the room that it takes packed: columns of equal
/// numbers come to a hundred.
const LARGE_BYTES: u64 = 32 << 20;
const MOST_TIMES: u64 = 200;
/// A text within a part, in pieces of [`PIECE`]: a cell of Excel has 32,767 letters.
const PIECE: usize = 256 << 10;
const MOST_PIECES: usize = 4;
/// A shared text takes at least so many bytes: `<si/>`.
const LEAST_STRING: u64 = 5;

/// Why an archive is not opened, as the end of "it cannot be read (…)".
///
/// # Errors
/// The reason: no archive, too many parts, or a part that would be too large.
pub fn check(reader: &mut (impl Read + Seek)) -> Result<(), String> {
    let mut archive = ZipArchive::new(reader).map_err(|error| match error {
        // The table of what is in it stands at its end.
        ZipError::InvalidArchive(_) => say!(log_zip_cut_off).to_owned(),
        other => other.to_string(),
    })?;
    if archive.len() > MOST_PARTS {
        return Err(say!(log_zip_parts, parts = archive.len()));
    }
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|error| error.to_string())?;
        let name = part.name().map_err(|error| error.to_string())?.to_ascii_lowercase().replace('\\', "/");
        let is_read = name.ends_with(".xml") || name.ends_with(".rels");
        if !is_read {
            continue;
        }
        let strings = name.ends_with("sharedstrings.xml");
        let limit = match strings {
            true => STRINGS_BYTES,
            false if name.contains("sheet") => SHEET_BYTES,
            // The sheets of an OpenDocument.
            false if name == "content.xml" => CONTENT_BYTES,
            false => OTHER_BYTES,
        };
        if part.size() > limit {
            return Err(say!(log_zip_too_large, part = shown(&name), limit = limit >> 20));
        }
        if part.size() > LARGE_BYTES && part.size() / MOST_TIMES > part.compressed_size() {
            let times = part.size() / part.compressed_size().max(1);
            return Err(say!(log_zip_too_tight, part = shown(&name), size = part.size() >> 20, times));
        }
        let is_large = part.size() > LARGE_BYTES;
        if strings {
            let mut start = Vec::new();
            (&mut part).take(4096).read_to_end(&mut start).map_err(|error| error.to_string())?;
            // Room for as many texts as are announced is made at once.
            if announced(&start).is_some_and(|count| count > part.size() / LEAST_STRING) {
                return Err(say!(log_zip_announces, part = shown(&name)));
            }
        }
        if is_large && has_long_text(&mut part)? {
            return Err(say!(log_zip_long_text, part = shown(&name)));
        }
    }
    Ok(())
}

/// Whether there is a text in a part, between two tags, that no cell has.
fn has_long_text(part: &mut impl Read) -> Result<bool, String> {
    let mut piece = Vec::with_capacity(PIECE);
    let mut without_tag = 0;
    loop {
        piece.clear();
        part.take(PIECE as u64).read_to_end(&mut piece).map_err(|error| error.to_string())?;
        without_tag = if memchr::memchr(b'<', &piece).is_some() { 0 } else { without_tag + 1 };
        if piece.len() < PIECE || without_tag >= MOST_PIECES {
            return Ok(without_tag >= MOST_PIECES);
        }
    }
}

fn shown(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).chars().take(60).collect()
}

/// The number behind `uniqueCount=`; the largest there is if it is none.
fn announced(start: &[u8]) -> Option<u64> {
    let text = String::from_utf8_lossy(start);
    let (_, value) = text.split_once("uniqueCount")?;
    let digits: String = value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    Some(digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;

    fn archive(name: &str, bytes: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        bytes.for_each(|block| writer.write_all(&block).unwrap());
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_part_that_would_fill_the_memory_is_refused_whatever_it_says_of_its_size() {
        let block = vec![b' '; 1 << 20];
        let bomb = archive("xl/styles.xml", std::iter::repeat_n(block, 40));
        assert!(bomb.len() < 100_000);
        let refused = check(&mut Cursor::new(&bomb)).unwrap_err();
        assert_eq!(refused, "styles.xml would be larger than 32 MB unpacked");
        // The same with a lie in both places that state the unpacked size.
        let truth = (40_u32 << 20).to_le_bytes();
        let mut lying = bomb;
        while let Some(at) = memchr::memmem::find(&lying, &truth) {
            lying[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
        }
        assert_eq!(check(&mut Cursor::new(&lying)), Ok(()));
        let mut archive = ZipArchive::new(Cursor::new(lying)).unwrap();
        let unpacked = std::io::copy(&mut archive.by_index(0).unwrap(), &mut std::io::sink());
        assert!(unpacked.unwrap_err().to_string().contains("larger than its declared"));
    }

    #[test]
    fn texts_that_are_only_announced_get_no_room() {
        let strings = b"<sst uniqueCount=\"99999999999\"></sst>".to_vec();
        let bytes = archive("xl/sharedStrings.xml", std::iter::once(strings));
        assert!(check(&mut Cursor::new(bytes)).unwrap_err().contains("announces more texts"));
    }

    #[test]
    fn a_large_part_is_refused_where_it_is_packed_too_tight_or_has_one_long_text() {
        let tight = archive("xl/worksheets/sheet1.xml", std::iter::repeat_n(vec![b'a'; 1 << 20], 40));
        let refused = check(&mut Cursor::new(tight)).unwrap_err();
        assert!(refused.starts_with("sheet1.xml would be 40 MB unpacked"), "{refused}");
        // Rows that are worth unpacking, and among them a text that packs as well as they do.
        let mut seed = 7_u64;
        let mut rows = |count: usize, tag: &str| -> Vec<Vec<u8>> {
            let mut row = || {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                format!("{tag}{}{}", seed >> 40, " ".repeat(120))
            };
            (0..count).map(|_| (0..8192).map(|_| row()).collect::<String>().into_bytes()).collect()
        };
        let (many, one) = (rows(34, "<v>"), rows(2, "v"));
        let packed = |blocks: &[&[Vec<u8>]]| archive("xl/worksheets/sheet1.xml", blocks.concat().into_iter());
        assert_eq!(check(&mut Cursor::new(packed(&[&many]))), Ok(()));
        let refused = check(&mut Cursor::new(packed(&[&many, &one, &many[..1]]))).unwrap_err();
        assert!(refused.contains("longer than a cell"), "{refused}");
    }

    #[test]
    fn an_ordinary_archive_passes_and_garbage_does_not() {
        let bytes =
            archive("xl/sharedStrings.xml", std::iter::once(b"<sst uniqueCount=\"2\"><si/><si/></sst>".to_vec()));
        assert_eq!(check(&mut Cursor::new(bytes)), Ok(()));
        assert!(check(&mut Cursor::new(b"PK\x03\x04xl/".to_vec())).is_err());
    }
}
