//! Things that carry the name of a CSV and are none, told by their first bytes, each with what to do about it.

use touchline_words::{Said, said};

use super::dialect::PARTING;

/// What a file is instead of a table of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongKind {
    /// With its article: `an Excel workbook`.
    pub found: &'static str,
    /// What to do, as the end of a sentence.
    pub advice: &'static str,
}

impl WrongKind {
    fn of(found: Said, advice: Said) -> Self {
        Self { found: found.text(), advice: advice.text() }
    }
}

const EXPORT_CSV: Said = said::log_kind_advice_own_program;
const UNPACK: Said = said::log_kind_advice_unpack;
const LOG_IN: Said = said::log_kind_advice_log_in;
const A_MAP: Said = said::log_kind_advice_log;
const JSON: Said = said::log_kind_advice_export_log;
const NO_TABLE: Said = said::log_kind_advice_no_table;

/// First bytes that nothing else starts with.
const MAGIC: &[(&[u8], Said, Said)] = &[
    (b"PAR1", said::log_kind_parquet, said::log_kind_advice_parquet),
    (b"%PDF-", said::log_kind_pdf, NO_TABLE),
    (b"\x1F\x8B", said::log_kind_gzip, said::log_kind_advice_gunzip),
    (b"BZh", said::log_kind_bzip2, UNPACK),
    (b"\xFD7zXZ\0", said::log_kind_xz, UNPACK),
    (b"\x28\xB5\x2F\xFD", said::log_kind_zstd, UNPACK),
    (b"7z\xBC\xAF\x27\x1C", said::log_kind_seven_zip, UNPACK),
    (b"Rar!", said::log_kind_rar, UNPACK),
    (b"\x89PNG\r\n", said::log_kind_png, NO_TABLE),
    (b"\xFF\xD8\xFF", said::log_kind_jpeg, NO_TABLE),
    (b"GIF8", said::log_kind_gif, NO_TABLE),
    (b"SQLite format 3\0", said::log_kind_sqlite, said::log_kind_advice_events_table),
    (b"ORC\x01", said::log_kind_orc, said::log_kind_advice_export),
    (b"Obj\x01", said::log_kind_avro, said::log_kind_advice_export),
    (b"\x7FELF", said::log_kind_program, NO_TABLE),
    (b"{\\rtf", said::log_kind_rtf, EXPORT_CSV),
];

/// Tells by the first bytes of a file whether it is one of the known wrong things.
pub fn of_bytes(head: &[u8]) -> Option<WrongKind> {
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let holds = |name: &[u8]| memchr::memmem::find(head, name).is_some();
        let is_workbook = holds(b"xl/") || holds(b"[Content_Types].xml");
        let (found, advice) = match is_workbook {
            true => (said::log_kind_xlsx, EXPORT_CSV),
            false if holds(b"mimetypeapplication/vnd.oasis.opendocument") => (said::log_kind_opendocument, EXPORT_CSV),
            false => (said::log_kind_zip, UNPACK),
        };
        return Some(WrongKind::of(found, advice));
    }
    if head.starts_with(COMPOUND) {
        return Some(of_compound(head));
    }
    let known = MAGIC.iter().find(|(magic, ..)| head.starts_with(magic));
    known.map(|(_, found, advice)| WrongKind::of(*found, *advice))
}

/// The container of old Office files, and of new ones with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Tells by the names of its streams, in UTF-16, what such a container is.
fn of_compound(head: &[u8]) -> WrongKind {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(head, &name).is_some()
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        let advice = said::log_kind_advice_password;
        return WrongKind::of(said::log_kind_xlsx_password, advice);
    }
    if holds("Workbook") || holds("Book") {
        let advice = said::log_kind_advice_old_workbook;
        return WrongKind::of(said::log_kind_xls, advice);
    }
    WrongKind::of(said::log_kind_old_office, EXPORT_CSV)
}

/// Tells whether so many bytes are no characters that it cannot be text. UTF-16 is full of NUL bytes and must have been
/// told apart before; in any other text they are rare strays.
pub fn of_binary(head: &[u8]) -> Option<WrongKind> {
    let looked_at = head.get(..8192).unwrap_or(head);
    let parting = PARTING.into_iter().find(|byte| parts_lines(looked_at, *byte));
    let is_control = |byte: u8| (byte < 9 || (14..32).contains(&byte) && byte != 27) && Some(byte) != parting;
    let control = looked_at.iter().filter(|byte| is_control(**byte)).count();
    // One in ten of random bytes is none, give or take; of compressed ones too.
    (control * 20 > looked_at.len()).then_some(WrongKind::of(said::log_kind_binary, NO_TABLE))
}

/// Whether a control character parts the fields of a table: most lines have as many of it.
fn parts_lines(head: &[u8], byte: u8) -> bool {
    let mut lines: Vec<&[u8]> = head.split(|byte| matches!(byte, b'\n' | b'\r')).collect();
    // The last may be cut off.
    lines.pop();
    let filled = lines.iter().filter(|line| !line.is_empty());
    let mut counts: Vec<usize> = filled.map(|line| memchr::memchr_iter(byte, line).count()).collect();
    counts.sort_unstable();
    let most = counts.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).unwrap_or_default();
    most.len() >= 2 && most.first().is_some_and(|count| *count > 0) && most.len() * 2 > counts.len()
}

/// Tells whether it is text in EBCDIC, as mainframes write it: letters and digits lie above 128, the blank is `@`, and there is next to
/// nothing of what ASCII has as blank, comma or digit.
pub fn of_mainframe(head: &[u8]) -> Option<WrongKind> {
    let looked_at = head.get(..8192).unwrap_or(head);
    let count = |is: fn(&u8) -> bool| looked_at.iter().filter(|byte| is(byte)).count();
    let letters = count(
        |byte| matches!(byte, 0x81..=0x89 | 0x91..=0x99 | 0xA2..=0xA9 | 0xC1..=0xC9 | 0xD1..=0xD9 | 0xE2..=0xE9 | 0xF0..=0xF9),
    );
    let signs =
        count(|byte| matches!(byte, 0x40 | 0x4B..=0x50 | 0x5A..=0x61 | 0x6A..=0x6F | 0x79..=0x7F | 0x15 | 0x25 | 0x0D));
    let ascii =
        count(|byte| matches!(byte, b' '..=b'$' | b'&'..=b'?' | b'\n' | b'a'..=b'i' | b'p'..=b'x' | b'B'..=b'I'));
    let is_text = looked_at.len() >= 16 && (letters + signs) * 10 > looked_at.len() * 9 && letters > signs;
    (is_text && ascii * 20 < looked_at.len())
        .then_some(WrongKind::of(said::log_kind_ebcdic, said::log_kind_advice_ebcdic))
}

/// Tells by the decoded text whether it is a page, JSON or a map of our own.
pub fn of_text(text: &str) -> Option<WrongKind> {
    let start = text.trim_start();
    let lower: String = start.chars().take(64).collect::<String>().to_ascii_lowercase();
    let html =
        ["<!doctype html", "<html", "<head", "<body", "<script", "<!--"].iter().any(|tag| lower.starts_with(tag));
    if html {
        return Some(WrongKind::of(said::log_kind_html, LOG_IN));
    }
    if lower.starts_with("<?xml") || (lower.starts_with('<') && lower.contains("xmlns")) {
        return Some(WrongKind::of(said::log_kind_xml, said::log_kind_advice_export_log));
    }
    if lower.starts_with("// a customer journey map") || lower.replace(char::is_whitespace, "").starts_with("(format:")
    {
        return Some(WrongKind::of(said::log_kind_map, A_MAP));
    }
    is_json(start).then_some(WrongKind::of(said::log_kind_json, JSON))
}

/// An object or an array at the start, whose first line does not read on as a table would.
fn is_json(start: &str) -> bool {
    let squeezed: String = start.chars().filter(|c| !c.is_whitespace()).take(3).collect();
    let first_line = start.lines().next().unwrap_or_default().trim_end();
    let closed = first_line.ends_with(['}', ']', ',', '{', '[']) || first_line.ends_with("\"");
    match squeezed.as_bytes() {
        [b'{', b'"', ..] | [b'{', b'}', ..] => true,
        [b'[', b'{', ..] | [b'[', b'[', ..] => closed,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_which_one_in_twelve_is_no_character_are_no_text() {
        let with_control =
            |of: usize| b"\x01".iter().copied().chain(std::iter::repeat_n(b'a', of - 1)).collect::<Vec<u8>>();
        assert!(of_binary(&with_control(12).repeat(300)).is_some());
        assert!(of_binary(&with_control(40).repeat(300)).is_none(), "strays");
        assert!(of_binary(&b"u1\x01view\x011\n".repeat(9)).is_none(), "fields as Hive parts them");
        assert!(of_binary(&b"u1\x01view\x011\r".repeat(9)).is_none());
        assert!(of_binary(&b"u1\x01view\n\x02\x03\x04\n\x05\x06".repeat(9)).is_some());
    }

    #[test]
    fn wrong_things_with_a_csv_name_are_called_what_they_are() {
        for (head, found) in [
            (&b"PK\x03\x04....xl/workbook.xml"[..], "an Excel workbook (.xlsx)"),
            (b"PK\x03\x04....table.csv", "a ZIP archive"),
            (b"\x1F\x8B\x08\0", "a gzip archive"),
            (b"PAR1\x15\x04", "a Parquet file"),
            (b"%PDF-1.7", "a PDF"),
            (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        ] {
            assert_eq!(of_bytes(head).map(|kind| kind.found), Some(found));
        }
        for head in
            [&b"a,b\n1,2\n"[..], b"", b"\xEF\xBB\xBFa;b\n", b"PKW,b\n", b"one,stray\0,NUL,in,a,long,enough,line\n"]
        {
            assert_eq!((of_bytes(head), of_binary(head)), (None, None), "{head:?}");
        }
    }

    #[test]
    fn old_workbooks_and_those_with_a_password_are_told_apart() {
        for (stream, found) in [
            ("EncryptedPackage", "an Excel workbook with a password"),
            ("Workbook", "an old Excel workbook (.xls)"),
            ("WordDocument", "an old Excel or Office file"),
        ] {
            let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let head = [COMPOUND, &[0; 504], &name].concat();
            assert_eq!(of_bytes(&head).map(|kind| kind.found), Some(found));
        }
    }

    #[test]
    fn bytes_that_are_no_characters_are_binary() {
        assert_eq!(of_binary(b"\x01\x02\x03\x04a,b\n").map(|kind| kind.found), Some("no text but binary"));
    }

    #[test]
    fn text_of_a_mainframe_is_told_and_no_other_is_taken_for_it() {
        // `user,event,time` and a row, in page 1047, lines by the mark of a mainframe.
        let head = b"\xA4\xA2\x85\x99\x6B\x85\xA5\x85\x95\xA3\x6B\xA3\x89\x94\x85\x15\x92\xF1\x6B\x85\xF1\x6B\xF2\xF0\xF2\xF6\x15";
        assert_eq!(of_mainframe(head).map(|kind| kind.found), Some("text in EBCDIC, as mainframes write it"));
        let russian = encoding_rs::KOI8_R
            .encode("номер;событие;время\n1;покупка;2026-03-01\n2;просмотр;2026-03-02\n")
            .0
            .into_owned();
        let japanese = encoding_rs::SHIFT_JIS.encode("顧客,行動,日時\n一,登録,三月\n二,購入,四月\n").0.into_owned();
        for head in [&b"user,event,time\n1,a,2026-03-01\n"[..], &russian, &japanese, b"", b"\xC4\xD6\xDC"] {
            assert_eq!(of_mainframe(head), None, "{head:?}");
        }
    }

    #[test]
    fn pages_and_json_are_told_from_tables() {
        for (text, found) in [
            ("\n\n<!DOCTYPE html>\n<html>", "a web page (HTML)"),
            ("<HTML><body>Log in", "a web page (HTML)"),
            ("<?xml version=\"1.0\"?>", "XML"),
            ("{\"user\": 1}\n{\"user\": 2}\n", "JSON"),
            ("[\n  {\"user\": 1}\n]", "JSON"),
            ("[{\"user\": 1}]", "JSON"),
            ("// A customer journey map, made with Touchline.\n(\n  format: 1,", "a Touchline map"),
            ("(\n  format: 1,\n", "a Touchline map"),
        ] {
            assert_eq!(of_text(text).map(|kind| kind.found), Some(found), "{text}");
        }
        for text in ["user,event\n1,{\"a\":1}\n", "<5,b\n", "[x],y\n1,2\n", ""] {
            assert_eq!(of_text(text), None, "{text}");
        }
    }
}
