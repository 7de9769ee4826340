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
    /// With the bytes of the word that they stand for; where they stand is left open.
    letters: Arc<[Glyph]>,
    /// The blank behind it, where it is not the last.
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

/// No line ends within it, and one may begin with it.
fn is_plain_word(word: &str) -> bool {
    let begins = word.chars().next().is_some_and(|c| is_letter(c) || c.is_ascii_digit());
    let mut inside = word.trim_end_matches(['!', '?', '…']).chars();
    begins && inside.all(|c| is_letter(c) || c.is_ascii_digit() || matches!(c, '\'' | '’' | ',' | '.'))
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
        let found = if word.ends_with(' ') { followed(word, shape) } else { whole(&shape(word), word.len()) };
        self.0.keep(style, word, found.clone());
        found
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
        for piece in text.split_inclusive(' ') {
            let word = self.word(style, piece, &mut shape)?;
            if !row.as_mut().is_some_and(|row| row.goes_on(&word, at, max_width)) {
                lines.extend(row.take().map(Row::line));
                row = Some(Row::begun(text.len(), &word, at, max_width)?);
            }
            at += piece.len();
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
    /// None where the word does not fit.
    fn begun(bytes: usize, word: &Word, at: usize, max_width: f32) -> Option<Self> {
        let (face, glyphs) = (Arc::clone(&word.face), Vec::with_capacity(bytes - at));
        let mut row = Self { face, size: word.size, start: at, end: at, glyphs, blank: None, pen: 0.0 };
        row.goes_on(word, at, max_width).then_some(row)
    }

    /// Whether there was room for a further word; the blank behind it may hang over the end.
    fn goes_on(&mut self, word: &Word, at: usize, max_width: f32) -> bool {
        let (kept, pen) = (self.glyphs.len(), self.pen);
        let blank = self.blank.take();
        let fits = self.put(blank.as_slice(), self.end, f32::INFINITY).is_some()
            && self.put(&word.letters, at, max_width).is_some();
        if fits {
            self.end = at + word.letters.last().map_or(0, |last| last.range.end);
            self.blank = word.blank.clone();
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

/// The only run of a word that was set alone, if its glyphs stand where the ones before them end.
fn whole(item: &TextItem, bytes: usize) -> Option<Word> {
    let [run] = &*item.runs else { return None };
    let mut pen = 0.0;
    for glyph in &run.glyphs {
        if glyph.x != pen {
            return None;
        }
        pen += glyph.advance;
    }
    let is_whole = run.range == (0..bytes) && !run.right_to_left && run.x == 0.0 && run.width == pen;
    let letters = run.glyphs.as_slice().into();
    is_whole.then(|| Word { face: Arc::clone(&run.face), size: run.size, letters, blank: None })
}

/// A word with the blank behind it.
fn followed(word: &str, shape: &mut impl FnMut(&str) -> TextItem) -> Option<Word> {
    let mut before = word.to_owned();
    before.push(BEHIND_BLANK);
    let Word { face, size, letters, .. } = whole(&shape(&before), before.len())?;
    let [letters @ .., blank, _] = &*letters else { return None };
    let is_blank = blank.range == (word.len() - 1..word.len());
    let blank = Some(Glyph { range: 0..1, ..blank.clone() });
    is_blank.then(|| Word { face, size, letters: letters.into(), blank })
}
