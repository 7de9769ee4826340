//! Which encoding a log is written in, and reading it as UTF-8.
//!
//! In this order: a byte order mark; the pattern of NUL bytes that UTF-32 and UTF-16 without a mark leave; strict UTF-8; else
//! what [`super::legacy`] finds. A carriage return alone ends a line too, and what else is not by the book is put right
//! ([`super::mend`]). Nothing is dropped: where a byte could not be read, [`Utf8Reader`] leaves U+FFFD, so that whoever
//! reads the row can say so.
//!
//! # Limits
//! Only the head and a few probes further down are looked at. A stray byte in a long file that is otherwise UTF-8 is found
//! by whoever reads the row.

use std::io::Read;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::code_pages::CodePage;
use super::error::BehaviourError;
use super::legacy::{self, Doubt, Legacy};
use super::line_ends::{ends_lines_with_cr, feed_lines};
use super::mend::{Mend, Mender};
use super::source::Source;
pub use super::sure::Sure;
use super::wide::{Wide, utf32};

/// How the bytes of a source become text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextEncoding {
    encoding: &'static Encoding,
    /// Bytes of the byte order mark at the very start, which are no text.
    bom_len: usize,
    /// Lines, all or some, end with a lone carriage return, as on the first Macintosh.
    lone_cr: bool,
    /// Every character takes four bytes.
    wide: Option<Wide>,
    /// A code page in the place of the encoding.
    page: Option<CodePage>,
    doubt: Doubt,
    /// Another in which its letters make as much sense.
    other: Option<&'static str>,
    /// Nothing but its letters speaks for it.
    is_guessed: bool,
    mend: Mend,
}

/// Share of NUL bytes on one side above which a file is UTF-16, if the other side has next to none.
const NUL_SHARE: f64 = 0.3;

/// Bytes of the probes that are looked at behind the head, and how many of them.
const PROBE_BYTES: usize = 16 * 1024;
const PROBES: u64 = 32;

impl TextEncoding {
    /// UTF-8 without a mark, as this program writes it.
    pub fn utf8() -> TextEncoding {
        TextEncoding::plain(UTF_8, 0)
    }

    fn plain(encoding: &'static Encoding, bom_len: usize) -> TextEncoding {
        TextEncoding {
            encoding,
            bom_len,
            lone_cr: false,
            wide: None,
            page: None,
            doubt: Doubt::None,
            other: None,
            is_guessed: false,
            mend: Mend::default(),
        }
    }

    fn legacy(self, Legacy { encoding, page, doubt, other }: Legacy) -> TextEncoding {
        TextEncoding { encoding, page, doubt, other, is_guessed: true, ..self }
    }

    /// What its letters leave open, for a person who counts on them.
    pub fn doubt_words(&self) -> Option<String> {
        self.doubt.words(self.name(), self.other)
    }

    /// How far it can be relied upon.
    pub fn sure(&self) -> Sure {
        match (self.doubt, self.other) {
            (Doubt::Senseless | Doubt::Twice | Doubt::Lost, _) | (_, Some(_)) => Sure::Unsure,
            (Doubt::ByLetters, None) => Sure::Likely,
            (Doubt::None, None) if self.is_guessed => Sure::Likely,
            (Doubt::None, None) => Sure::Certain,
        }
    }

    /// The name of another encoding in which its letters make as much sense, and say something else.
    pub fn other(&self) -> Option<&'static str> {
        self.other
    }

    /// The same for a text that is not by the book.
    pub fn mended(self, mend: Mend) -> TextEncoding {
        TextEncoding { mend, ..self }
    }

    /// What is put right in the text.
    pub fn mend(&self) -> Mend {
        self.mend
    }

    /// Recognises the encoding from the head of a source and probes further down.
    pub fn of_source(source: &Source, head: &[u8]) -> Result<TextEncoding, BehaviourError> {
        let whole = head.len() as u64 >= source.size();
        let found = TextEncoding::of_bytes(head, whole);
        // This program writes UTF-8: to probe what it writes while files are read would be to read them as often.
        if source.cut().is_some() {
            return Ok(TextEncoding::utf8().with_lines_of(head));
        }
        if whole || !found.is_utf8() || found.bom_len > 0 {
            return Ok(found);
        }
        // The head alone is UTF-8 (often plain ASCII): a name with an accent may come much later.
        let rest = source.size() - head.len() as u64;
        for probe in 0..PROBES {
            let block = source.block(head.len() as u64 + rest / PROBES * probe, PROBE_BYTES)?;
            let block = without_cut_characters(&block);
            if !is_utf8(block, true) {
                let mut sample = head.to_vec();
                sample.extend_from_slice(block);
                return Ok(found.legacy(legacy::guess(&sample, false)));
            }
        }
        Ok(found)
    }

    /// Recognises the encoding of a piece of a file from its first byte on. `whole` says that nothing follows.
    pub fn of_bytes(head: &[u8], whole: bool) -> TextEncoding {
        if let Some((wide, bom_len)) = utf32(head) {
            return TextEncoding { wide: Some(wide), ..TextEncoding::plain(UTF_8, bom_len) }.with_lines_of(head);
        }
        if let Some((encoding, bom_len)) = Encoding::for_bom(head) {
            return TextEncoding::plain(encoding, bom_len).with_lines_of(head);
        }
        if let Some(encoding) = utf16_by_nul_pattern(head) {
            return TextEncoding::plain(encoding, 0).with_lines_of(head);
        }
        let lone_cr = head.contains(&b'\r') && !head.contains(&b'\n');
        let plain = TextEncoding { lone_cr, ..TextEncoding::plain(UTF_8, 0) };
        let found = match is_utf8(head, whole) {
            true => TextEncoding { doubt: legacy::doubt_of_utf8(head), ..plain },
            false => plain.legacy(legacy::guess(head, lone_cr)),
        };
        found.with_lines_of(head)
    }

    /// The same, knowing whether a carriage return alone ends a line in this head.
    fn with_lines_of(self, head: &[u8]) -> TextEncoding {
        let lone_cr = self.lone_cr || (head.contains(&b'\r') && ends_lines_with_cr(self.decode(head).as_bytes()));
        TextEncoding { lone_cr, ..self }
    }

    /// The encoding a person chose, by any label of the WHATWG standard or a code page of DOS; the mark and line ends are still looked for.
    pub fn named(label: &str, head: &[u8]) -> Result<TextEncoding, BehaviourError> {
        let unknown = || BehaviourError::UnknownEncoding { label: label.to_owned() };
        if let Some(page) = CodePage::named(label) {
            return Ok(TextEncoding { page: Some(page), ..TextEncoding::plain(WINDOWS_1252, 0) }.with_lines_of(head));
        }
        let encoding = Encoding::for_label(label.trim().as_bytes()).ok_or_else(unknown)?;
        let bom_len = Encoding::for_bom(head).filter(|(found, _)| *found == encoding).map_or(0, |(_, len)| len);
        Ok(TextEncoding::plain(encoding, bom_len).with_lines_of(head))
    }

    /// The WHATWG name, such as `UTF-8` or `windows-1252`; of a code page that of IANA.
    pub fn name(&self) -> &'static str {
        let own = self.page.map_or(self.encoding.name(), CodePage::name);
        self.wide.map_or(own, Wide::name)
    }

    /// Whether the text is UTF-8, with or without a mark.
    pub fn is_utf8(&self) -> bool {
        self.encoding == UTF_8 && self.wide.is_none()
    }

    /// Whether every character takes two bytes or four: UTF-16 or UTF-32.
    pub fn is_utf16(&self) -> bool {
        self.encoding == UTF_16LE || self.encoding == UTF_16BE || self.wide.is_some()
    }

    /// Bytes at the start of the file that are no text.
    pub fn bom_len(&self) -> usize {
        self.bom_len
    }

    /// Whether the bytes behind the mark can be read as they are: UTF-8 with lines that end in a line feed.
    pub fn reads_as_is(&self) -> bool {
        self.is_utf8() && !self.lone_cr && self.mend.is_none()
    }

    /// The whole text of a piece from the first byte of the file on, with U+FFFD where a byte could not be read. A
    /// character cut in two at the end of the piece is left out.
    pub fn decode(&self, head: &[u8]) -> String {
        let body = head.get(self.bom_len..).unwrap_or_default();
        if let Some(wide) = self.wide {
            let mut text = Vec::with_capacity(body.len() / 2);
            wide.decode(body, &mut text);
            return self.lines_of(String::from_utf8_lossy(&text).into_owned());
        }
        if let Some(page) = self.page {
            let mut text = Vec::new();
            page.decode(body, &mut text);
            return self.lines_of(String::from_utf8_lossy(&text).into_owned());
        }
        let mut decoder = self.encoding.new_decoder_without_bom_handling();
        let room = decoder.max_utf8_buffer_length(body.len()).unwrap_or(body.len() * 3);
        let mut text = String::with_capacity(room);
        let _ = decoder.decode_to_string(body, &mut text, false);
        self.lines_of(text)
    }

    /// A whole text with its lines ended by line feeds and mended.
    fn lines_of(&self, text: String) -> String {
        let text = if self.lone_cr {
            let mut bytes = text.into_bytes();
            feed_lines(&mut bytes, None);
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            text
        };
        if self.mend.is_none() { text } else { self.mend.text(&text) }
    }

    /// Reads a source as UTF-8 from its first character on.
    pub fn reader(&self, source: &Source) -> Result<Utf8Reader, BehaviourError> {
        let mut bytes = source.reader()?;
        let mut mark = vec![0; self.bom_len];
        bytes.read_exact(&mut mark).map_err(|error| source.unreadable(&error))?;
        let is_by_itself = self.is_utf8() || self.wide.is_some() || self.page.is_some();
        let decoder = (!is_by_itself).then(|| self.encoding.new_decoder_without_bom_handling());
        Ok(Utf8Reader {
            bytes,
            decoder,
            wide: self.wide,
            page: self.page,
            rest: Vec::new(),
            lone_cr: self.lone_cr,
            pending_cr: false,
            mender: (!self.mend.is_none()).then(|| Mender::new(self.mend)),
            raw: Vec::new(),
            ready: Vec::new(),
            taken: 0,
            ended: false,
        })
    }
}

/// A stream of UTF-8 out of a source of any encoding. UTF-8 itself passes through unchecked.
pub struct Utf8Reader {
    bytes: Box<dyn super::source::ReadSeek>,
    decoder: Option<Decoder>,
    wide: Option<Wide>,
    page: Option<CodePage>,
    /// Bytes of a character of four that are not all there yet.
    rest: Vec<u8>,
    lone_cr: bool,
    /// The text so far ended with a carriage return, which may belong to the line feed that comes.
    pending_cr: bool,
    mender: Option<Mender>,
    raw: Vec<u8>,
    ready: Vec<u8>,
    taken: usize,
    ended: bool,
}

const RAW_BYTES: usize = 64 * 1024;

impl Utf8Reader {
    fn refill(&mut self) -> std::io::Result<()> {
        self.ready.clear();
        self.taken = 0;
        while self.ready.is_empty() && !self.ended {
            self.raw.resize(RAW_BYTES, 0);
            let n = self.bytes.read(&mut self.raw)?;
            self.ended = n == 0;
            self.raw.truncate(n);
            match (&mut self.decoder, self.wide) {
                (None, None) if self.page.is_some() => {
                    self.page.into_iter().for_each(|page| page.decode(&self.raw, &mut self.ready));
                }
                (Some(decoder), _) => decode_into(decoder, &self.raw, self.ended, &mut self.ready),
                (None, Some(wide)) => {
                    self.rest.append(&mut self.raw);
                    let whole = self.rest.len() / 4 * 4;
                    wide.decode(self.rest.get(..whole).unwrap_or_default(), &mut self.ready);
                    self.rest.drain(..whole);
                }
                (None, None) => std::mem::swap(&mut self.raw, &mut self.ready),
            }
            if self.lone_cr {
                if std::mem::take(&mut self.pending_cr) {
                    self.ready.insert(0, b'\r');
                }
                let pending = if self.ended { None } else { Some(&mut self.pending_cr) };
                feed_lines(&mut self.ready, pending);
            }
            if let Some(mender) = &mut self.mender {
                let text = std::mem::take(&mut self.ready);
                mender.feed(&text, self.ended, &mut self.ready);
            }
        }
        Ok(())
    }
}

/// Appends the decoded text.
fn decode_into(decoder: &mut Decoder, mut raw: &[u8], last: bool, text: &mut Vec<u8>) {
    loop {
        let start = text.len();
        let room = decoder.max_utf8_buffer_length(raw.len()).unwrap_or(raw.len() * 3 + 16);
        text.resize(start + room, 0);
        let (result, read, written, _) = decoder.decode_to_utf8(raw, text.get_mut(start..).unwrap_or_default(), last);
        text.truncate(start + written);
        raw = raw.get(read..).unwrap_or_default();
        if result == CoderResult::InputEmpty {
            return;
        }
    }
}

impl Read for Utf8Reader {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.taken >= self.ready.len() {
            self.refill()?;
        }
        let rest = self.ready.get(self.taken..).unwrap_or_default();
        let n = rest.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        self.taken += n;
        Ok(n)
    }
}

/// UTF-16 without a mark: one byte of each pair is NUL for most characters of any Latin text.
fn utf16_by_nul_pattern(head: &[u8]) -> Option<&'static Encoding> {
    if head.len() < 4 {
        return None;
    }
    let pairs = (head.len() / 2) as f64;
    let nul = |side: usize| head.chunks_exact(2).filter(|pair| pair.get(side) == Some(&0)).count() as f64 / pairs;
    let (first, second) = (nul(0), nul(1));
    if second > NUL_SHARE && first < second / 10.0 {
        Some(UTF_16LE)
    } else if first > NUL_SHARE && second < first / 10.0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Strict UTF-8; a character that the end of the piece cuts in two is no offence unless the file ends there. Where there are
/// many characters that only UTF-8 writes so, a few stray bytes among them are damage and no other encoding.
fn is_utf8(head: &[u8], whole: bool) -> bool {
    match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) if !whole && error.error_len().is_none() => true,
        Err(_) => {
            let (mut wide, mut stray) = (0_usize, 0_usize);
            for chunk in head.utf8_chunks() {
                wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
                stray += usize::from(!chunk.invalid().is_empty());
            }
            wide > 20 * stray
        }
    }
}

/// A probe starts and ends anywhere: the halves of characters at both ends are left out.
fn without_cut_characters(block: &[u8]) -> &[u8] {
    let continues = |byte: &u8| byte & 0b1100_0000 == 0b1000_0000;
    let start = block.iter().take(3).take_while(|byte| continues(byte)).count();
    let block = block.get(start..).unwrap_or_default();
    match std::str::from_utf8(block) {
        Err(error) if error.error_len().is_none() => block.get(..error.valid_up_to()).unwrap_or_default(),
        _ => block,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    fn source(bytes: &[u8]) -> Source {
        Source::from_bytes("x.csv", bytes.to_vec(), SystemTime::UNIX_EPOCH).unwrap()
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    /// The name found, and the text both ways of reading give.
    fn check_encoding(bytes: &[u8], name: &str, text: &str) {
        let source = source(bytes);
        let found = TextEncoding::of_source(&source, bytes).unwrap();
        assert_eq!((found.name(), found.decode(bytes).as_str()), (name, text));
        let mut streamed = String::new();
        found.reader(&source).unwrap().read_to_string(&mut streamed).unwrap();
        assert_eq!(streamed, text);
    }

    #[test]
    fn a_mark_is_never_part_of_the_first_header() {
        check_encoding(b"\xEF\xBB\xBFcustomer_id,event\n", "UTF-8", "customer_id,event\n");
        let text = "customer_id\tevent\n1\tÉté\n";
        check_encoding(&[b"\xFF\xFE".to_vec(), utf16(text, false)].concat(), "UTF-16LE", text);
        check_encoding(&[b"\xFE\xFF".to_vec(), utf16(text, true)].concat(), "UTF-16BE", text);
    }

    #[test]
    fn utf16_without_a_mark_shows_by_its_nul_bytes() {
        let text = "customer\tevent\nk1\thome\n";
        check_encoding(&utf16(text, false), "UTF-16LE", text);
        check_encoding(&utf16(text, true), "UTF-16BE", text);
    }

    #[test]
    fn utf32_is_read_with_a_mark_and_without() {
        let text = "customer,event\nk1,é😀\n";
        let wide = |big: bool| -> Vec<u8> {
            text.chars()
                .flat_map(|c| if big { u32::from(c).to_be_bytes() } else { u32::from(c).to_le_bytes() })
                .collect()
        };
        check_encoding(&[vec![0xFF, 0xFE, 0, 0], wide(false)].concat(), "UTF-32LE", text);
        check_encoding(&[vec![0, 0, 0xFE, 0xFF], wide(true)].concat(), "UTF-32BE", text);
        check_encoding(&wide(false), "UTF-32LE", text);
    }

    #[test]
    fn each_of_the_line_ends_ends_a_line_outside_quotes() {
        check_encoding(b"a,b\r1,2\r\n3,4\n5,6\r", "UTF-8", "a,b\n1,2\r\n3,4\n5,6\n");
        check_encoding(b"a,b\r\n1,\"x\ry\"\r\n", "UTF-8", "a,b\r\n1,\"x\ry\"\r\n");
        check_encoding(b"a,b\r\r\n1,2\r\r\n", "UTF-8", "a,b\r\r\n1,2\r\r\n");
        let text = utf16("a,b\r1,2\r", false);
        check_encoding(&[b"\xFF\xFE".to_vec(), text].concat(), "UTF-16LE", "a,b\n1,2\n");
    }

    #[test]
    fn lines_of_the_first_macintosh_may_come_from_elsewhere() {
        let german = b"name\rG\xE4ste aus M\xFCnchen und K\xF6ln\r";
        check_encoding(german, "windows-1252", "name\nGäste aus München und Köln\n");
        check_encoding(b"name\rG\x8Aste\r", "macintosh", "name\nGäste\n");
    }

    #[test]
    fn latin_text_is_decoded_and_not_replaced() {
        check_encoding(b"id,name\n1,english\n2,\xA9\n", "windows-1252", "id,name\n1,english\n2,©\n");
        check_encoding("id,name\n2,中国人\n".as_bytes(), "UTF-8", "id,name\n2,中国人\n");
        check_encoding(b"id,n\r1,\x8E\r", "macintosh", "id,n\n1,é\n");
        check_encoding(b"id,n\n1,M\x81nchen\n2,K\x94ln\n", "IBM850", "id,n\n1,München\n2,Köln\n");
    }

    #[test]
    fn an_accent_far_below_an_ascii_head_is_still_found() {
        let mut bytes = b"id,name\n".to_vec();
        (0..40_000).for_each(|n| bytes.extend(format!("{n},caf\n").bytes()));
        let head_len = bytes.len();
        (0..40_000).for_each(|n| bytes.extend([format!("{n},caf").as_bytes(), b"\xE9\n"].concat()));
        let found = TextEncoding::of_source(&source(&bytes), &bytes[..head_len / 2]).unwrap();
        assert_eq!(found.name(), "windows-1252");
        bytes.iter_mut().filter(|byte| **byte == 0xE9).for_each(|byte| *byte = 0x82);
        let found = TextEncoding::of_source(&source(&bytes), &bytes[..head_len / 2]).unwrap();
        assert_eq!((found.name(), found.doubt), ("IBM850", Doubt::ByLetters));
    }

    #[test]
    fn a_stray_byte_does_not_turn_a_utf8_file_into_another() {
        let text = [("é,".repeat(30) + "\n").into_bytes(), b"caf\xE9\n".to_vec()].concat();
        assert_eq!(TextEncoding::of_bytes(&text, true).name(), "UTF-8");
        assert!(!TextEncoding::of_bytes(b"\xC3\xA9,caf\xE9\n", true).is_utf8());
    }

    #[test]
    fn malformed_bytes_leave_a_mark() {
        let bytes = [b"\xFF\xFE".to_vec(), utf16("ab", false), vec![0x00, 0xD8, b'c', 0]].concat();
        check_encoding(&bytes, "UTF-16LE", "ab\u{FFFD}c");
    }

    #[test]
    fn an_unknown_label_is_refused() {
        assert!(matches!(TextEncoding::named("klingon", b"a"), Err(BehaviourError::UnknownEncoding { .. })));
        assert_eq!(TextEncoding::named("latin1", b"a").unwrap().name(), "windows-1252");
        assert_eq!(TextEncoding::named("cp437", b"a").unwrap().name(), "IBM437");
    }
}
