//! What a PDF says: the letters on its pages by their fonts' tables, and every text in its objects.
//!
//! Reads files as our painter writes them: objects one after the other, none packed with others. ISO 32000-1, 7.3 and 9.10.

use super::{unescaped, unpacked};
use std::collections::BTreeMap;

/// An object: what stands in it before its stream, and that stream.
struct Object<'a> {
    number: u32,
    head: &'a [u8],
    stream: Option<&'a [u8]>,
}

/// Which text a letter's code of a font stands for.
#[derive(Default)]
struct Letters {
    texts: BTreeMap<u32, String>,
    code_bytes: usize,
}

pub fn said(file: &[u8]) -> Vec<String> {
    let objects = objects(file);
    let mut said: Vec<String> =
        objects.iter().flat_map(|object| strings(object.head)).map(|text| plain(&text)).collect();
    let mut tables: BTreeMap<u32, Letters> = BTreeMap::new();
    let mut pages = Vec::new();
    for object in &objects {
        let has = |name: &str| holds(object.head, name.as_bytes());
        if has("/Image") || has("/Length1") || has("/FontFile") || has("/CIDFontType0C") || has("/OpenType") {
            continue;
        }
        let Some(stream) = object.stream else { continue };
        let stream = if has("/FlateDecode") { unpacked(stream).unwrap_or_default() } else { stream.to_vec() };
        if holds(&stream, b"begincmap") {
            tables.insert(object.number, letters(&stream));
        } else if has("/Metadata") {
            said.push(unescaped(&String::from_utf8_lossy(&stream)));
        } else if holds(&stream, b" Tf") {
            pages.push(stream);
        }
    }
    let fonts = fonts(&objects, &tables);
    pages.iter().for_each(|page| on_page(page, &fonts, &mut said));
    said
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    find(bytes, part).is_some()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn objects(file: &[u8]) -> Vec<Object<'_>> {
    let mut objects = Vec::new();
    let mut rest = file;
    while let Some(at) = find(rest, b" 0 obj") {
        let (before, behind) = rest.split_at(at);
        let digits = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let number =
            before.get(before.len() - digits..).and_then(|number| std::str::from_utf8(number).ok()?.parse().ok());
        let body = behind.get(b" 0 obj".len()..).unwrap_or_default();
        let end = find(body, b"endobj").unwrap_or(body.len());
        let stream_at = stream_in(body.get(..end).unwrap_or_default());
        let (head, stream, end) = match stream_at {
            Some(at) => {
                let head = body.get(..at).unwrap_or_default();
                let from = body.get(at + b"stream".len()..).unwrap_or_default();
                let from = from.strip_prefix(b"\r\n").or_else(|| from.strip_prefix(b"\n")).unwrap_or(from);
                // What is packed may have any bytes; its length says where it ends.
                let length = number_behind(head, b"/Length").filter(|length| *length <= from.len());
                let length = length.unwrap_or_else(|| find(from, b"endstream").unwrap_or(from.len()));
                let (stream, behind) = from.split_at(length);
                (head, Some(stream), body.len() - behind.len())
            }
            None => (body.get(..end).unwrap_or_default(), None, end),
        };
        if let Some(number) = number {
            objects.push(Object { number, head, stream });
        }
        rest = body.get(end..).unwrap_or_default();
    }
    objects
}

/// Where an object's stream begins: behind its dictionary, on a line of its own. A text may tell of streams too.
fn stream_in(body: &[u8]) -> Option<usize> {
    let ends = |at: &usize| body.get(..*at).is_some_and(|before| before.trim_ascii_end().ends_with(b">>"));
    let begins = |at: &usize| matches!(body.get(at + b"stream".len()), Some(b'\r' | b'\n'));
    let all = body.windows(b"stream".len()).enumerate().filter(|(_, word)| *word == b"stream");
    all.map(|(at, _)| at).find(|at| ends(at) && begins(at))
}

/// The number behind a name, where it stands there itself.
fn number_behind(head: &[u8], name: &[u8]) -> Option<usize> {
    let behind = head.get(find(head, name)? + name.len()..)?;
    let digits: Vec<u8> =
        behind.iter().copied().skip_while(|byte| *byte == b' ').take_while(u8::is_ascii_digit).collect();
    std::str::from_utf8(&digits).ok()?.parse().ok()
}

/// The tables of the fonts, by the names that pages have for them; several where pages call different fonts the same.
fn fonts<'a>(objects: &[Object<'_>], tables: &'a BTreeMap<u32, Letters>) -> BTreeMap<Vec<u8>, Vec<&'a Letters>> {
    let table_of = |font: u32| {
        let font = objects.iter().find(|object| object.number == font)?;
        tables.get(&u32::try_from(number_behind(font.head, b"/ToUnicode")?).ok()?)
    };
    let mut fonts: BTreeMap<Vec<u8>, Vec<&Letters>> = BTreeMap::new();
    for object in objects {
        let Some(at) = find(object.head, b"/Font<<") else { continue };
        let list = object.head.get(at + b"/Font<<".len()..).unwrap_or_default();
        let list = list.get(..find(list, b">>").unwrap_or(list.len())).unwrap_or_default();
        for entry in list.split(|byte| *byte == b'/').filter(|entry| !entry.is_empty()) {
            let mut words = entry.split(|byte| *byte == b' ');
            let name = words.next().unwrap_or_default().to_vec();
            let number = words.next().and_then(|number| std::str::from_utf8(number).ok()?.parse().ok());
            if let Some(table) = number.and_then(table_of) {
                let known = fonts.entry(name).or_default();
                if !known.iter().any(|other| std::ptr::eq(*other, table)) {
                    known.push(table);
                }
            }
        }
    }
    fonts
}

/// A font's table of letters, 9.10.3.
fn letters(table: &[u8]) -> Letters {
    let text = String::from_utf8_lossy(table);
    let mut letters = Letters { texts: BTreeMap::new(), code_bytes: 1 };
    let mut rest = text.as_ref();
    while let Some(at) = rest.find("beginbf") {
        rest = rest.get(at + "beginbf".len()..).unwrap_or_default();
        let is_range = rest.starts_with("range");
        let list = rest.split("endbf").next().unwrap_or_default();
        let codes: Vec<&str> = list.split('<').skip(1).filter_map(|part| part.split('>').next()).collect();
        let code = |hex: &str| u32::from_str_radix(hex, 16).unwrap_or(0);
        if let Some(first) = codes.first() {
            letters.code_bytes = (first.len() / 2).max(1);
        }
        if is_range {
            for one in codes.chunks(3) {
                let [from, to, text] = one else { continue };
                let (from, to, first) = (code(from), code(to), code(text));
                let texts = (from..=to.min(from + 0xffff)).zip(first..);
                letters.texts.extend(texts.map(|(code, letter)| (code, char::from_u32(letter).into_iter().collect())));
            }
        } else {
            for one in codes.chunks(2) {
                let [from, text] = one else { continue };
                letters.texts.insert(code(from), utf16(&hex_bytes(text.as_bytes())));
            }
        }
    }
    letters
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> =
        bytes.chunks_exact(2).filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?))).collect();
    String::from_utf16_lossy(&units)
}

fn hex_bytes(hex: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> =
        hex.iter().filter_map(|byte| char::from(*byte).to_digit(16)).map(|digit| digit as u8).collect();
    digits
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit) << (4 * (2 - pair.len())))
        .collect()
}

/// A text of an object, 7.9.2.2.
fn plain(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, text @ ..] => utf16(text),
        [0xef, 0xbb, 0xbf, text @ ..] => String::from_utf8_lossy(text).into_owned(),
        _ => bytes.iter().copied().map(char::from).collect(),
    }
}

/// A piece of what stands in an object or on a page.
enum Piece {
    Text(Vec<u8>),
    Name(Vec<u8>),
    Word(Vec<u8>),
}

fn strings(head: &[u8]) -> Vec<Vec<u8>> {
    let text = |piece| if let Piece::Text(text) = piece { Some(text) } else { None };
    pieces(head).into_iter().filter_map(text).collect()
}

/// The letters that a page paints, and every text that stands beside them.
fn on_page(page: &[u8], fonts: &BTreeMap<Vec<u8>, Vec<&Letters>>, said: &mut Vec<String>) {
    let most = fonts.values().map(Vec::len).max().unwrap_or(0);
    let pieces = pieces(page);
    for turn in 0..most {
        let mut text = String::new();
        let mut name: &[u8] = &[];
        let mut font: Option<&Letters> = None;
        for piece in &pieces {
            match piece {
                Piece::Name(other) => name = other,
                Piece::Word(word) if word == b"Tf" => {
                    font = fonts.get(name).and_then(|tables| tables.get(turn % tables.len().max(1))).copied();
                }
                Piece::Word(word) if word == b"BT" => text.push('\n'),
                Piece::Word(_) => {}
                Piece::Text(codes) => text.extend(font.iter().map(|font| font.read(codes))),
            }
        }
        said.push(text);
    }
    let beside = |piece: &Piece| if let Piece::Text(text) = piece { Some(plain(text)) } else { None };
    said.extend(pieces.iter().filter_map(beside));
}

impl Letters {
    fn read(&self, codes: &[u8]) -> String {
        let code = |bytes: &[u8]| bytes.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
        codes.chunks(self.code_bytes).filter_map(|bytes| self.texts.get(&code(bytes)).map(String::as_str)).collect()
    }
}

/// 7.2 and 7.3, as far as texts and names are told apart.
fn pieces(bytes: &[u8]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = bytes;
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"()<>[]{}/%".contains(byte);
    while let Some((first, behind)) = rest.split_first() {
        let (piece, left) = match first {
            b'(' => {
                let (text, left) = literal(behind);
                (Some(Piece::Text(text)), left)
            }
            b'<' if behind.first() == Some(&b'<') => (None, behind.get(1..).unwrap_or_default()),
            b'<' => {
                let end = behind.iter().position(|byte| *byte == b'>').unwrap_or(behind.len());
                let (hex, left) = behind.split_at(end);
                (Some(Piece::Text(hex_bytes(hex))), left)
            }
            b'/' => {
                let end = behind.iter().position(is_end).unwrap_or(behind.len());
                let (name, left) = behind.split_at(end);
                (Some(Piece::Name(name.to_vec())), left)
            }
            first if is_end(first) => (None, behind),
            _ => {
                let end = rest.iter().position(is_end).unwrap_or(rest.len());
                let (word, left) = rest.split_at(end);
                (Some(Piece::Word(word.to_vec())), left)
            }
        };
        pieces.extend(piece);
        rest = left;
    }
    pieces
}

/// A text in brackets, which stand in it in pairs or behind a backslash, 7.3.4.2; and what follows it.
fn literal(bytes: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut text = Vec::new();
    let mut depth = 1;
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match first {
            b'\\' => {
                let octal: Vec<u8> =
                    rest.iter().copied().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).collect();
                if octal.is_empty() {
                    let Some((escaped, behind)) = rest.split_first() else { break };
                    rest = behind;
                    text.push(match escaped {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'b' => 8,
                        b'f' => 12,
                        other => *other,
                    });
                } else {
                    rest = rest.get(octal.len()..).unwrap_or_default();
                    let byte = octal.iter().fold(0_u32, |byte, digit| byte * 8 + u32::from(digit - b'0'));
                    text.push(byte as u8);
                }
                continue;
            }
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        text.push(*first);
    }
    (text, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{self, Moment};
    use crate::scene::{Deck, Scene};

    #[test]
    fn texts_are_read_however_they_are_written() {
        let texts = strings(b"<</Title(A \\(b\\) (c) \\344\\n\\b\\f)/Alt<FEFF00FC2013>>>");
        let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
        assert_eq!(texts, ["A (b) (c) ä\n\u{8}\u{c}", "ü–"]);
    }

    #[test]
    fn a_file_without_a_page_is_read_without_a_panic() {
        let told = said(b"%PDF-1.7\n1 0 obj\n<</T(streaming\nstream)>>\nendobj\n2 0 obj\n<</T(next)>>\nendobj\n");
        assert_eq!(told, ["streaming\nstream", "next"]);
        for file in
            [&b"%PDF-1.7"[..], b"%PDF-1.7\n1 0 obj<</Length 99>>stream\nx", b"%PDF 9 0 obj (", b"%PDF-1 0 obj endobj"]
        {
            said(file);
        }
        let deck = Deck::from(Scene { title: "Größe (1)".to_owned(), ..Scene::default() });
        let made = Some(Moment { year: 2026, month: 11, day: 3, hour: 0, minute: 0, second: 0 });
        let pdf = export::pdf(&deck, made);
        assert!(pdf.is_err() || said(&pdf.unwrap()).iter().any(|text| text.contains("Größe (1)")));
    }
}
