//! What a written file says, read from its bytes alone: to look whether words stand in it that were to be left out.
//!
//! Packed streams are unpacked, letters of a PDF read by the table of their font, and what XML writes otherwise is put right.
//! A text is what belongs together: the words of a page, an alternative text, a title.
//!
//! # Limits
//! Nothing is read off pixels, and no letters off outlines: what is painted is looked through as the words of the page. Fonts and
//! profiles of colour say nothing of a map, and are passed over. Packed text is read to [`UNPACKED_MAX`] bytes a stream.

mod pdf;
mod slides;

use crate::scene::Deck;
use flate2::read::ZlibDecoder;
use std::io::Read;

/// No stream of ours is larger.
const UNPACKED_MAX: u64 = 256 * 1024 * 1024;
const PNG_HEAD: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The texts of a file's bytes: a PDF, slides, a PNG, or anything that is text, as an SVG.
pub fn said(bytes: &[u8]) -> Vec<String> {
    if bytes.starts_with(b"%PDF-") {
        return pdf::said(bytes);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return slides::said(bytes);
    }
    if let Some(chunks) = bytes.strip_prefix(PNG_HEAD) {
        return in_png(chunks);
    }
    vec![unescaped(&without_pictures(&String::from_utf8_lossy(bytes)))]
}

/// The words that are painted on the pages, and what is said of parts that show no words.
pub fn painted(deck: &Deck) -> Vec<String> {
    let of_page = |page: &crate::scene::Page| {
        let scene = &page.scene;
        [super::words::of(&scene.items), scene.title.clone()]
    };
    deck.pages.iter().flat_map(of_page).collect()
}

/// <https://www.w3.org/TR/png-3/#11textinfo>
fn in_png(mut chunks: &[u8]) -> Vec<String> {
    let mut said = Vec::new();
    while let Some((name, body, rest)) = png_chunk(chunks) {
        match name {
            b"tEXt" | b"iTXt" | b"eXIf" => said.push(String::from_utf8_lossy(body).into_owned()),
            b"zTXt" => {
                let packed = body.iter().position(|byte| *byte == 0).and_then(|end| body.get(end + 2..));
                said.extend(packed.and_then(unpacked).map(|text| String::from_utf8_lossy(&text).into_owned()));
            }
            _ => {}
        }
        chunks = rest;
    }
    said
}

fn png_chunk(bytes: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let length = usize::try_from(u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?)).ok()?;
    let end = length.checked_add(8)?;
    Some((bytes.get(4..8)?, bytes.get(8..end)?, bytes.get(end.checked_add(4)?..)?))
}

/// What zlib has packed; as far as it can be unpacked.
fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    let done = ZlibDecoder::new(packed).take(UNPACKED_MAX).read_to_end(&mut all);
    (done.is_ok() || !all.is_empty()).then_some(all)
}

/// Without the bytes of pictures, which would have any short word in them somewhere.
fn without_pictures(text: &str) -> String {
    const BEGIN: &str = ";base64,";
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(BEGIN) {
        kept.push_str(before);
        let end = behind.find(|c: char| !c.is_ascii_alphanumeric() && !"+/=".contains(c)).unwrap_or(behind.len());
        rest = behind.get(end..).unwrap_or_default();
    }
    kept.push_str(rest);
    kept
}

/// With what XML writes as `&amp;` or `&#252;` as letters.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        plain.push_str(before);
        let name = behind.split_once(';').filter(|(name, _)| name.len() <= 8);
        let letter = name.and_then(|(name, behind)| Some((letter_called(name)?, behind)));
        let (letter, behind) = letter.unwrap_or(('&', behind));
        plain.push(letter);
        rest = behind;
    }
    plain.push_str(rest);
    plain
}

fn letter_called(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_writes_otherwise_is_read_as_letters_and_bytes_of_pictures_are_not_read() {
        let svg = b"<svg><text>R&amp;D &#252;&#x2013;&lt;x&gt; &nope; AT&T</text><image href=\"data:image/png;base64,Anna+Schmidt/==\"/></svg>";
        let said = said(svg);
        let all = said.concat();
        assert!(all.contains("R&D ü–<x> &nope; AT&T"), "{all}");
        assert!(!all.contains("Anna") && all.ends_with("\"/></svg>"), "{all}");
    }

    #[test]
    fn texts_of_a_png_are_read_packed_ones_too() {
        use std::io::Write;
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(b"Anna Schmidt").unwrap();
        let chunk = |name: &[u8], body: &[u8]| [&(body.len() as u32).to_be_bytes(), name, body, &[0; 4]].concat();
        let ztxt = [b"Author\0\0".as_slice(), &packed.finish().unwrap()].concat();
        let png = [PNG_HEAD, &chunk(b"tEXt", b"Title\0Lumen"), &chunk(b"zTXt", &ztxt), &chunk(b"IEND", b"")].concat();
        assert_eq!(said(&png), ["Title\0Lumen", "Anna Schmidt"]);
    }
}
