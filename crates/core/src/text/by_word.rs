//! Plain texts, set from words that were shaped before: most titles are made of the same few words, and none of them looks
//! another way because of the words beside it.
//!
//! That holds for letters of the Latin script, figures and the signs of a sentence with single blanks between them. Of our faces
//! none moves or changes one of these across a blank; a test sets them both ways. Whatever else a text has, it is shaped whole.

use super::memo::Memo;
use crate::scene::{Face, Glyph, GlyphRun, TextItem};
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

/// A word, as it stands in every line of its style. `K` is all of a style but its colour.
#[derive(Clone)]
pub(super) struct Word {
    face: Arc<Face>,
    size: f32,
    /// What a line may end behind: the word, or its pieces up to each hyphen but that of a letter alone, `E-Mail`.
    pieces: Arc<[Piece]>,
    /// How wide it is where such a letter holds it together: a column that has no room for all of it has it broken behind it.
    held: Option<f32>,
}

/// What no line ends in.
struct Piece {
    /// With the bytes of the piece that they stand for; where they stand is left open.
    letters: Vec<Glyph>,
    /// The blank behind it, where the text goes on behind one.
    blank: Option<Glyph>,
}

/// The words that were shaped, and those that have to be shaped in their texts.
pub(super) struct Words<K>(Memo<K, Option<Word>>);

/// A line of a text.
#[derive(Debug, PartialEq)]
pub(super) struct Line {
    /// The bytes that stand in it.
    pub range: Range<usize>,
    pub run: GlyphRun,
}

const HYPHEN: char = '-';
/// What a word that has a blank behind it is shaped with: some signs stand nearer to a blank than to the end of a line.
const BEHIND_BLANK: char = 'n';

/// Whether a text is made of words that look as they do alone.
pub(super) fn is_plain(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(is_letter);
    // An x between figures is drawn as a times sign, blanks or not.
    let may_multiply = text.contains(['x', 'X']) && text.bytes().any(|byte| byte.is_ascii_digit());
    begins && !may_multiply && text.split(' ').all(is_plain_word)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{17f}' if c != '×' && c != '÷')
}

/// Whether a line may end at the sign in the midst of three bytes of a word, as it does not within `3.5` and behind a sentence.
fn may_break(bytes: &[u8]) -> bool {
    let [before, sign, behind] = bytes else { return false };
    let is_number = before.is_ascii_digit() && behind.is_ascii_digit();
    matches!(sign, b'.' | b',') && !is_number && !matches!(behind, b' ' | b'!' | b'?')
}

/// No line ends within it, but behind a hyphen, and one may begin with it.
fn is_plain_word(word: &str) -> bool {
    let begins = |piece: &str| piece.chars().next().is_some_and(|c| is_letter(c) || c.is_ascii_digit());
    let ends = |piece: &str| piece.chars().next_back().is_some_and(is_letter);
    let is_inside = |c: char| is_letter(c) || c.is_ascii_digit() || matches!(c, '\'' | '’' | ',' | '.');
    let mut last = word;
    // A letter on either side tells a hyphen from a minus and from a dash.
    while let Some((piece, rest)) = last.split_once(HYPHEN) {
        // A letter behind a sign, as in `l'E-`, stands alone too.
        let is_alone = piece.chars().rev().nth(1).is_some_and(|c| !is_letter(c) && !c.is_ascii_digit());
        let is_piece = begins(piece) && ends(piece) && !is_alone && piece.chars().all(is_inside);
        if !is_piece || !rest.chars().next().is_some_and(is_letter) {
            return false;
        }
        last = rest;
    }
    let last = last.trim_end_matches(['!', '?', '…']);
    begins(last) && last.chars().all(is_inside) && !word.as_bytes().windows(3).any(may_break)
}

/// Of more than two figures.
fn is_long_number(word: &str) -> bool {
    let figures = word.trim_end();
    figures.len() > 2 && figures.bytes().all(|byte| byte.is_ascii_digit())
}

impl<K: Hash + Eq + Copy> Words<K> {
    pub fn new() -> Self {
        Self(Memo::new())
    }

    /// A word as it stands in each line, with the blank behind it if it has one; `shape` sets it alone. None where that does not
    /// tell how it stands beside others.
    fn word(&mut self, style: K, word: &str, shape: &mut impl FnMut(&str) -> TextItem) -> Option<Word> {
        if let Some(known) = self.0.find(style, word) {
            return known;
        }
        if is_long_number(word) {
            return self.number(style, word, shape);
        }
        let alone = match word.ends_with(' ') {
            true => shape(&format!("{word}{BEHIND_BLANK}")),
            false => shape(word),
        };
        let found = taken(word, &alone);
        self.0.keep(style, word, found.clone());
        found
    }

    /// A number, which may be another in each text, from its figures: where one stands depends on the next alone.
    fn number(&mut self, style: K, word: &str, shape: &mut impl FnMut(&str) -> TextItem) -> Option<Word> {
        let last = word.trim_end().len() - 1;
        let Word { face, size, pieces, .. } = self.word(style, word.get(last..)?, shape)?;
        let [end] = &*pieces else { return None };
        let mut letters = Vec::with_capacity(word.len());
        for at in 0..last {
            let pair = self.word(style, word.get(at..at + 2)?, shape)?;
            let first = pair.pieces.first()?.letters.first().filter(|first| first.range == (0..1))?;
            letters.push(Glyph { range: at..at + 1, ..first.clone() });
        }
        letters.extend(end.letters.iter().map(|end| Glyph { range: last..last + 1, ..end.clone() }));
        let pieces = Arc::from([Piece { letters, blank: end.blank.clone() }]);
        Some(Word { face, size, pieces, held: None })
    }

    /// The lines of a plain text, at most `max_lines`, broken where a letter would pass `max_width`. None where a word is wider than
    /// that, or has to be shaped in its text.
    pub fn lines(
        &mut self,
        style: K,
        text: &str,
        (max_width, max_lines): (f32, usize),
        mut shape: impl FnMut(&str) -> TextItem,
    ) -> Option<Vec<Line>> {
        let mut lines = Vec::new();
        let mut row: Option<Row> = None;
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            let Word { face, size, pieces, held } = self.word(style, word, &mut shape)?;
            if held.is_some_and(|width| width > max_width) {
                return None;
            }
            for piece in &*pieces {
                if !row.as_mut().is_some_and(|row| row.goes_on(piece, at, max_width)) {
                    lines.extend(row.take().map(Row::line));
                    let room = text.len() - at;
                    row = Some(Row::begun(&face, size, room, at).with(piece, at, max_width)?);
                }
                at += piece.bytes();
            }
        }
        lines.extend(row.map(Row::line));
        // A word that is too wide is taken apart on whatever line it stands, so that all are looked at.
        lines.truncate(max_lines);
        Some(lines)
    }
}

/// A line that words are put into.
struct Row {
    face: Arc<Face>,
    size: f32,
    start: usize,
    end: usize,
    glyphs: Vec<Glyph>,
    /// Behind the last word.
    blank: Option<Glyph>,
    pen: f32,
}

impl Row {
    fn begun(face: &Arc<Face>, size: f32, room: usize, start: usize) -> Self {
        let glyphs = Vec::with_capacity(room);
        Self { face: Arc::clone(face), size, start, end: start, glyphs, blank: None, pen: 0.0 }
    }

    /// None where the piece does not fit.
    fn with(mut self, piece: &Piece, at: usize, max_width: f32) -> Option<Self> {
        self.goes_on(piece, at, max_width).then_some(self)
    }

    /// Whether there was room for a further piece; the blank behind it may hang over the end.
    fn goes_on(&mut self, piece: &Piece, at: usize, max_width: f32) -> bool {
        let (kept, pen) = (self.glyphs.len(), self.pen);
        let blank = self.blank.take();
        let fits = self.put(blank.as_slice(), self.end, f32::INFINITY).is_some()
            && self.put(&piece.letters, at, max_width).is_some();
        if fits {
            self.end = at + piece.letters_end();
            self.blank.clone_from(&piece.blank);
        } else {
            self.glyphs.truncate(kept);
            self.pen = pen;
        }
        fits
    }

    /// Some if all of it fits.
    fn put(&mut self, glyphs: &[Glyph], at: usize, max_width: f32) -> Option<()> {
        let from = at - self.start;
        for glyph in glyphs {
            let next = self.pen + glyph.advance;
            if next > max_width {
                return None;
            }
            let range = glyph.range.start + from..glyph.range.end + from;
            self.glyphs.push(Glyph { x: self.pen, range, ..*glyph });
            self.pen = next;
        }
        Some(())
    }

    fn line(self) -> Line {
        let run = GlyphRun {
            face: self.face,
            size: self.size,
            range: 0..self.end - self.start,
            x: 0.0,
            width: self.pen,
            right_to_left: false,
            glyphs: self.glyphs,
        };
        Line { range: self.start..self.end, run }
    }
}

impl Piece {
    /// Where its letters end.
    fn letters_end(&self) -> usize {
        self.letters.last().map_or(0, |last| last.range.end)
    }

    fn bytes(&self) -> usize {
        self.letters_end() + self.blank.as_ref().map_or(0, |blank| blank.range.len())
    }
}

/// A word, with the blank behind it if it has one, from the same set alone: if that is one run of glyphs that stand where the ones
/// before them end.
fn taken(word: &str, item: &TextItem) -> Option<Word> {
    let [run] = &*item.runs else { return None };
    let mut pen = 0.0;
    for glyph in &run.glyphs {
        if glyph.x != pen {
            return None;
        }
        pen += glyph.advance;
    }
    if run.range != (0..item.text.len()) || run.right_to_left || run.x != 0.0 || run.width != pen {
        return None;
    }
    let mut glyphs = run.glyphs.as_slice();
    let mut blank = None;
    if let Some(letters) = word.strip_suffix(' ') {
        let [before @ .., behind, _] = glyphs else { return None };
        if behind.range != (letters.len()..word.len()) {
            return None;
        }
        glyphs = before;
        blank = Some(Glyph { range: 0..1, ..behind.clone() });
    }
    let whole: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
    let mut pieces = Vec::new();
    let (mut start, mut end) = (0, 0);
    let mut held = None;
    for piece in word.trim_end().split_inclusive(HYPHEN) {
        end += piece.len();
        if piece.ends_with(HYPHEN) && piece.chars().count() == 2 {
            held = Some(whole);
            continue;
        }
        let (letters, rest) = glyphs.split_at(glyphs.partition_point(|glyph| glyph.range.start < end));
        let moved =
            |glyph: &Glyph| Glyph { range: glyph.range.start - start..glyph.range.end - start, ..glyph.clone() };
        let letters: Vec<Glyph> = letters.iter().map(moved).collect();
        pieces.push(Piece { letters, blank: None });
        if pieces.last()?.letters_end() != end - start {
            return None;
        }
        (glyphs, start) = (rest, end);
    }
    pieces.last_mut()?.blank = blank;
    Some(Word { face: Arc::clone(&run.face), size: run.size, pieces: pieces.into(), held })
}
