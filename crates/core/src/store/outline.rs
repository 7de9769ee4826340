//! A first look at a map file's text: its format number, how many records it holds, and where each stands.
//!
//! Runs over the bytes once, without building anything, so that a file made to fill the memory is refused before it is
//! parsed, and so that a broken rule can be told with its line. A text that it misreads is still parsed properly later.

use std::collections::HashMap;

/// The table of pictures, whose texts are longer than those that people write.
const IMAGES: &str = "images";

/// A record's key in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key<'a> {
    pub table: &'a str,
    pub id: &'a str,
    pub offset: usize,
}

/// What the first look found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outline<'a> {
    pub format: Option<u64>,
    pub keys: Vec<Key<'a>>,
    /// Commas outside of texts: about as many as there are values.
    pub values: usize,
    /// Bytes of the longest text, as it is written.
    pub longest_text: usize,
    /// The same of the pictures at the end.
    pub longest_image: usize,
    /// There are more records than the limit; the look ended there.
    pub too_many_records: bool,
}

enum Token<'a> {
    Text(&'a str, usize),
    Word(&'a str),
    Open(u8),
    Close,
    Colon,
    Comma,
}

/// Where records and lines begin, for many questions about one text.
#[derive(Default)]
pub(super) struct Places<'a> {
    /// The first key of each table and id, the id in small letters.
    keys: HashMap<(&'a str, String), usize>,
    /// Offsets of line breaks.
    breaks: Vec<usize>,
}

impl<'a> Places<'a> {
    pub fn of(text: &str, look: &Outline<'a>) -> Self {
        let mut keys = HashMap::with_capacity(look.keys.len());
        for key in &look.keys {
            keys.entry((key.table, key.id.to_ascii_lowercase())).or_insert(key.offset);
        }
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(offset, _)| offset);
        Self { keys, breaks: breaks.collect() }
    }

    /// Where the key of a record stands, in bytes.
    pub fn offset_of(&self, table: &str, id: &str) -> Option<usize> {
        self.keys.get(&(table, id.to_ascii_lowercase())).copied()
    }

    /// The line at an offset, counted from 1.
    pub fn line_at(&self, offset: usize) -> usize {
        self.breaks.partition_point(|at| *at < offset) + 1
    }
}

/// Looks over a text; ends early at more than `records_max` records.
pub(super) fn outline(text: &str, records_max: usize) -> Outline<'_> {
    let mut found = Outline::default();
    let mut open: Vec<u8> = Vec::new();
    let (mut word, mut table, mut key) = ("", "", None);
    let mut format_follows = false;
    let mut at = 0;
    while let Some(token) = next_token(text, &mut at) {
        let follows = std::mem::take(&mut format_follows);
        match token {
            Token::Word(found_word) => {
                if follows && found.format.is_none() {
                    found.format = found_word.replace('_', "").parse().ok();
                }
                word = found_word;
            }
            Token::Text(content, offset) => {
                let is_image = table == IMAGES && open.len() == 2;
                let longest = if is_image { &mut found.longest_image } else { &mut found.longest_text };
                *longest = content.len().max(*longest);
                key = Some((content, offset));
            }
            Token::Open(bracket) => {
                if open.len() == 1 && bracket == b'{' {
                    table = word;
                }
                // Deeper than the parser goes is only counted.
                open.push(bracket);
            }
            Token::Close => drop(open.pop()),
            Token::Comma => found.values += 1,
            Token::Colon => {
                format_follows = open.len() == 1 && word == "format";
                if let (2, Some(b'{'), Some((id, offset))) = (open.len(), open.last(), key.take()) {
                    if found.keys.len() == records_max {
                        found.too_many_records = true;
                        return found;
                    }
                    found.keys.push(Key { table, id, offset });
                }
            }
        }
    }
    found
}

fn next_token<'a>(text: &'a str, at: &mut usize) -> Option<Token<'a>> {
    let bytes = text.as_bytes();
    loop {
        let start = *at;
        let byte = *bytes.get(start)?;
        let next = bytes.get(start + 1).copied();
        *at += 1;
        match byte {
            b'/' if next == Some(b'/') => *at = find(bytes, start, b"\n").unwrap_or(bytes.len()),
            b'/' if next == Some(b'*') => skip_block_comment(bytes, at),
            b'"' => {
                skip_text(bytes, at);
                return Some(Token::Text(text.get(start + 1..at.saturating_sub(1)).unwrap_or(""), start));
            }
            b'\'' => skip_letter(bytes, at),
            b'(' | b'[' | b'{' => return Some(Token::Open(byte)),
            b')' | b']' | b'}' => return Some(Token::Close),
            b':' => return Some(Token::Colon),
            b',' => return Some(Token::Comma),
            b'r' if next == Some(b'"') || next == Some(b'#') => {
                if let Some(content) = skip_raw_text(text, at) {
                    return Some(Token::Text(content, start));
                }
            }
            _ if is_word(byte) => {
                while bytes.get(*at).copied().is_some_and(is_word) {
                    *at += 1;
                }
                return Some(Token::Word(text.get(start..*at).unwrap_or("")));
            }
            _ => {}
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-')
}

fn find(bytes: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(wanted.len()).position(|window| window == wanted).map(|place| from + place)
}

/// `at` stands behind the opening quote; afterwards behind the closing one.
fn skip_text(bytes: &[u8], at: &mut usize) {
    while let Some(byte) = bytes.get(*at) {
        *at += 1;
        match byte {
            b'\\' => *at += 1,
            b'"' => return,
            _ => {}
        }
    }
}

/// A letter in single quotes, such as `'a'` or `'\''`.
fn skip_letter(bytes: &[u8], at: &mut usize) {
    let from = if bytes.get(*at) == Some(&b'\\') { *at + 2 } else { *at + 1 };
    let near = bytes.len().min(from + 12);
    if let Some(end) = bytes.get(from..near).and_then(|rest| rest.iter().position(|byte| *byte == b'\'')) {
        *at = from + end + 1;
    }
}

/// `at` stands behind the `r`. Nothing is skipped when no raw text starts here.
fn skip_raw_text<'a>(text: &'a str, at: &mut usize) -> Option<&'a str> {
    let bytes = text.as_bytes();
    let hashes = bytes.get(*at..)?.iter().take_while(|byte| **byte == b'#').count();
    let start = *at + hashes + 1;
    if bytes.get(start - 1) != Some(&b'"') {
        return None;
    }
    let mut closing = vec![b'"'];
    closing.extend(std::iter::repeat_n(b'#', hashes));
    let end = find(bytes, start, &closing).unwrap_or(bytes.len());
    *at = (end + closing.len()).min(bytes.len());
    text.get(start..end)
}

/// Block comments hold each other; `at` stands behind the first `/`.
fn skip_block_comment(bytes: &[u8], at: &mut usize) {
    let mut depth = 0_usize;
    *at = at.saturating_sub(1);
    while let Some(pair) = bytes.get(*at..*at + 2) {
        match pair {
            b"/*" => {
                depth += 1;
                *at += 2;
            }
            b"*/" => {
                depth -= 1;
                *at += 2;
                if depth == 0 {
                    return;
                }
            }
            _ => *at += 1,
        }
    }
    *at = bytes.len();
}

/// Line and column of a byte, both from 1; the column counts characters.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text.get(..end).unwrap_or("");
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_where_they_stand() {
        let text = "// (a: {\n#![enable(implicit_some)]\n(format: 1, /* /* { */ \" */ meta: (title: \"x: {\\\"\"),\n\
                    stages: {\n  \"ID1\": (name: r#\"a\"}\"#, key: '\"'),\n  \"ID2\": (x: {\"no\": 1}),\n})";
        let found = outline(text, 10);
        let keys: Vec<_> =
            found.keys.iter().map(|key| (key.table, key.id, line_and_column(text, key.offset).0)).collect();
        assert_eq!(keys, [("stages", "ID1", 5), ("stages", "ID2", 6)]);
        assert_eq!(found.format, Some(1));
        assert!(outline(text, 1).too_many_records);
    }
}
