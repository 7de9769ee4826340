//! The shaper: one line, one line that ends in `…`, or a paragraph.
//!
//! Widths and heights are map units. What was shaped is remembered by string, style and width (not by colour), so that
//! asking again is cheap. A shaper may be used from several threads; they wait for one another.

use super::by_word::{Line, is_plain};
use super::clean::{clean_line, clean_paragraph, clean_written};
use super::direction::Marked;
use super::engines::{Background, Engine, Engines, Fallback, Work};
use super::glyphs::{blank_item, kept_item, text_item};
use super::hyphen::{HYPHEN, may_be_wider, taken_apart};
use super::memo::Memo;
use super::paragraph::place;
use super::style::StyleKey;
use super::together::{Joint, fitting, joints};
use super::whole::whole_words;
use super::{Paragraph, TextStyle, Written, WrittenLine, language};
use crate::scene::{Point, TextItem};
use parley::Layout;
use parley::layout::{Alignment, AlignmentOptions, BreakReason};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

const ELLIPSIS: &str = "…";
/// Strings that a record of a map is drawn with, at most and on the average.
const TEXTS_OF_A_RECORD: usize = 4;
/// So many letters that no font has are remembered: what they are of is known by then.
const MISSING_MOST: usize = 1_000;
/// A line may be this much wider than asked for: what rounding adds.
const TOLERANCE: f32 = 0.01;
/// What is shaped in one line is this much wider than a column before it is left out of account that its ends may reach out.
const ROUNDING: f32 = 1.0;

/// Turns strings into glyphs.
pub struct Shaper {
    engines: Engines,
    memos: Mutex<Memos>,
    /// Strings of which the bundled faces lack a letter, as often as they were set.
    lacking: AtomicU64,
    /// Letters that no font has, since somebody asked last.
    missing: Mutex<BTreeSet<char>>,
}

struct Memos {
    lines: Memo<LineKey, TextItem>,
    paragraphs: Memo<ParagraphKey, Paragraph>,
    /// How often the fonts had changed when this was kept.
    round: u64,
}

/// A shaper at work on one thread.
struct Setting<'s> {
    shaper: &'s Shaper,
    engine: &'s mut Engine,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct LineKey {
    style: StyleKey,
    /// Bits of the width that a line has to keep, and whether it ends in `…` even when it would fit.
    within: Option<(u32, bool)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ParagraphKey {
    style: StyleKey,
    width: u32,
    max_lines: Option<usize>,
}

impl Shaper {
    /// The bundled faces and nothing else: the same glyphs on every machine.
    pub fn bundled() -> Self {
        Self::new(Fallback::Never)
    }

    /// Bundled faces first; the system's fonts are read, once, when a character is met that they lack.
    pub fn with_system_fonts() -> Self {
        Self::new(Fallback::WhenNeeded)
    }

    /// For the window: never waits for the system's fonts. At the first missing character `start` gets a thread that reads
    /// them and then calls `wake`; the next [`Shaper::take_arrived`] puts them to use.
    pub fn with_system_fonts_later(
        start: impl Fn(Work) -> bool + Send + Sync + 'static,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self::new(Fallback::InBackground(Arc::new(Background { start: Box::new(start), wake: Box::new(wake) })))
    }

    fn new(fallback: Fallback) -> Self {
        let memos = Memos { lines: Memo::new(), paragraphs: Memo::new(), round: 0 };
        Self {
            engines: Engines::new(fallback),
            memos: Mutex::new(memos),
            lacking: AtomicU64::new(0),
            missing: Mutex::default(),
        }
    }

    /// Puts fonts that a thread has read to use. True: what was shaped before may look different now, so arrange again; but
    /// for what [`Shaper::lacking`] did not count.
    pub fn take_arrived(&self) -> bool {
        let arrived = self.engines.take_arrived();
        self.follow_fonts();
        arrived
    }

    /// How often a string was set of which the bundled faces lack a letter. What is drawn while this stands still looks the
    /// same with the system's fonts.
    pub fn lacking(&self) -> u64 {
        self.lacking.load(Ordering::Relaxed)
    }

    /// The letters that were met since this was asked last and that no font has: they are drawn as empty boxes.
    pub fn take_missing(&self) -> Vec<char> {
        std::mem::take(&mut *locked(&self.missing)).into_iter().collect()
    }

    /// Remembers as many strings as a map of `records` says, so that laying it out again shapes none of them a second
    /// time.
    pub fn make_room(&self, records: usize) {
        let mut memos = locked(&self.memos);
        memos.lines.make_room(records.saturating_mul(TEXTS_OF_A_RECORD));
        memos.paragraphs.make_room(records.saturating_mul(TEXTS_OF_A_RECORD));
    }

    /// One line, however long. Line breaks count as spaces.
    pub fn line(&self, text: &str, style: TextStyle) -> TextItem {
        let text = clean_line(text);
        self.setting(&text, |setting| setting.line(&text, style.sane()))
    }

    /// One line, at most `max_width` wide; it ends in `…` when the string does not fit, and is empty when not even that does.
    pub fn line_within(&self, text: &str, style: TextStyle, max_width: f32) -> TextItem {
        let text = clean_line(text);
        self.setting(&text, |setting| setting.line_within(&text, style.sane(), max_width, false))
    }

    /// One line, at most `max_width` wide: as much of the string's beginning as fits with `end` after it; empty when not even
    /// that does.
    pub fn line_ending_in(&self, text: &str, end: &str, style: TextStyle, max_width: f32) -> TextItem {
        let (text, style) = (clean_line(text), style.sane());
        self.ask_for_missing(end);
        self.setting(&text, |setting| {
            let whole = setting.line(&text, style);
            setting.ending_in(&whole, end, style, max_width)
        })
    }

    /// Lines broken at `max_width`, inside a word only where the word alone is too long: with a hyphen where its language is
    /// known ([`super::hyphenates`]). Past `max_lines` the last line ends
    /// in `…`. A paragraph that reads from right to left stands at the right.
    pub fn paragraph(&self, text: &str, style: TextStyle, max_width: f32, max_lines: Option<usize>) -> Paragraph {
        let text = clean_paragraph(text);
        if text.trim().is_empty() {
            return place(&text, Vec::new(), style.sane(), None);
        }
        self.setting(&text, |setting| setting.paragraph(&text, style.sane(), max_width, max_lines))
    }

    /// A text as it stands in a field while it is written, in lines that are broken at `max_width`; without one as wide as they
    /// are. Not remembered: whoever shows it keeps it.
    pub fn written(&self, text: &str, style: TextStyle, max_width: Option<f32>) -> Written {
        let text = clean_written(text);
        self.setting(&text, |setting| setting.written(&text, style.sane(), max_width))
    }

    /// How wide one line is.
    pub fn width(&self, text: &str, style: TextStyle) -> f32 {
        self.line(text, style).width
    }

    /// How wide the widest piece is that lines are not broken in, in scripts without spaces too.
    pub fn width_of_longest(&self, text: &str, style: TextStyle) -> f32 {
        let text = clean_line(text);
        self.setting(&text, |setting| {
            setting.shape(&Marked::new(&text, false), &style.sane()).calculate_content_widths().min
        })
    }

    /// Sets a string, once the fonts that it needs are at hand or on their way.
    fn setting<T>(&self, text: &str, work: impl FnOnce(&mut Setting<'_>) -> T) -> T {
        if !self.engines.is_whole(text) {
            self.lacking.fetch_add(1, Ordering::Relaxed);
            self.ask_for_missing(text);
        }
        self.engines.lend(|engine| work(&mut Setting { shaper: self, engine }))
    }

    fn ask_for_missing(&self, text: &str) {
        self.engines.ask_for_missing(text);
        self.follow_fonts();
    }

    /// Forgets what may look different with the fonts at hand: what our own faces have every letter of is set as before.
    fn follow_fonts(&self) {
        let round = self.engines.round();
        let mut memos = locked(&self.memos);
        if memos.round != round {
            memos.round = round;
            memos.lines.retain(|text| self.engines.is_whole(text));
            memos.paragraphs.retain(|text| self.engines.is_whole(text));
        }
    }
}

/// A panic in another thread leaves nothing half done behind these: every change is one assignment.
fn locked<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Setting<'_> {
    fn shape(&mut self, marked: &Marked<'_>, style: &TextStyle) -> Layout<()> {
        self.engine.shape(marked, style)
    }

    /// What is kept of a string.
    fn find<T>(&self, find: impl FnOnce(&mut Memos) -> Option<T>) -> Option<T> {
        find(&mut locked(&self.shaper.memos))
    }

    /// Keeps something of a string, unless other fonts have come meanwhile that would set it otherwise.
    fn keep(&self, text: &str, keep: impl FnOnce(&mut Memos)) {
        let mut memos = locked(&self.shaper.memos);
        if memos.round == self.engine.round || self.shaper.engines.is_whole(text) {
            keep(&mut memos);
        }
    }

    fn line(&mut self, text: &str, style: TextStyle) -> TextItem {
        let key = LineKey { style: style.key(), within: None };
        if let Some(item) = self.find(|memos| memos.lines.find(key, text)) {
            return TextItem { color: style.color, ..item };
        }
        if let Some(line) = self.by_word(text, &style, (f32::INFINITY, 1)).and_then(|lines| lines.into_iter().next()) {
            let item = plain_item(text, line, &style);
            self.keep(text, |memos| memos.lines.keep(key, text, item.clone()));
            return item;
        }
        let marked = Marked::new(text, language::is_turned_over());
        let mut layout = self.shape(&marked, &style);
        layout.break_all_lines(None);
        self.only_line(text, style, &marked, &layout)
    }

    /// The lines of a plain text, of a width and in a number that are not passed; None where it has to be shaped whole.
    fn by_word(&mut self, text: &str, style: &TextStyle, room: (f32, usize)) -> Option<Vec<Line>> {
        // A letter alone before a hyphen is held to its word by that word itself.
        let is_own = |joint: &Joint| text.get(..joint.at).is_some_and(|before| before.ends_with('-'));
        let is_known = is_plain(text) && joints(text).iter().all(is_own) && self.shaper.engines.is_whole(text);
        is_known.then(|| self.engine.lines_by_word(text, style, language::is_turned_over(), room)).flatten()
    }

    /// A string that is shaped and laid in one line already.
    fn only_line(&mut self, text: &str, style: TextStyle, marked: &Marked<'_>, layout: &Layout<()>) -> TextItem {
        let item = layout.lines().next().map_or_else(
            || blank_item(text, &style),
            |line| text_item(&line, text, marked, &style, &self.engine.faces),
        );
        self.note_missing(&item);
        let key = LineKey { style: style.key(), within: None };
        self.keep(text, |memos| memos.lines.keep(key, text, item.clone()));
        item
    }

    /// `cut`: something follows the string that is not shown, so that it ends in `…` in any case.
    fn line_within(&mut self, text: &str, style: TextStyle, max_width: f32, cut: bool) -> TextItem {
        let max_width = if max_width.is_nan() { 0.0 } else { max_width };
        let key = LineKey { style: style.key(), within: Some((max_width.to_bits(), cut)) };
        if let Some(item) = self.find(|memos| memos.lines.find(key, text)) {
            return TextItem { color: style.color, ..item };
        }
        let whole = self.line(text, style);
        let item = if !cut && whole.width <= max_width + TOLERANCE {
            whole
        } else {
            self.ending_in(&whole, ELLIPSIS, style, max_width)
        };
        self.keep(text, |memos| memos.lines.keep(key, text, item.clone()));
        item
    }

    /// As much of the line's beginning as fits with `end` after it.
    fn ending_in(&mut self, whole: &TextItem, end: &str, style: TextStyle, max_width: f32) -> TextItem {
        let ellipsis = self.line(end, style);
        if ellipsis.width > max_width + TOLERANCE {
            return blank_item("", &style);
        }
        let mut clusters: Vec<(usize, f32)> = Vec::new();
        for glyph in whole.runs.iter().flat_map(|run| &run.glyphs) {
            clusters.push((glyph.range.end, glyph.advance));
        }
        clusters.sort_by_key(|(end, _)| *end);
        let mut width = ellipsis.width;
        let mut ends: Vec<usize> = Vec::new();
        for (end, advance) in clusters {
            width += advance;
            if width > max_width + TOLERANCE {
                break;
            }
            ends.push(end);
        }
        // The sum leaves out kerning and joining at the cut, so the first guess may be a little too wide.
        while let Some(kept) = ends.pop() {
            let kept = whole.text.get(..kept).unwrap_or_default().trim_end();
            let item = self.line(&format!("{kept}{end}"), style);
            if item.width <= max_width + TOLERANCE {
                return match whole_words(&whole.text, kept) {
                    Some(words) => self.line(&format!("{words}{end}"), style),
                    None => item,
                };
            }
        }
        ellipsis
    }

    fn paragraph(&mut self, text: &str, style: TextStyle, max_width: f32, max_lines: Option<usize>) -> Paragraph {
        let max_width = if max_width.is_finite() { max_width.max(0.0) } else { f32::MAX };
        let key = ParagraphKey { style: style.key(), width: max_width.to_bits(), max_lines };
        if let Some(mut paragraph) = self.find(|memos| memos.paragraphs.find(key, text)) {
            paragraph.lines.iter_mut().for_each(|line| line.color = style.color);
            paragraph.style.color = style.color;
            return paragraph;
        }
        let paragraph = self.new_paragraph(text, style, max_width, max_lines);
        self.keep(text, |memos| memos.paragraphs.keep(key, text, paragraph.clone()));
        paragraph
    }

    fn new_paragraph(&mut self, text: &str, style: TextStyle, max_width: f32, max_lines: Option<usize>) -> Paragraph {
        if let Some(lines) = self.plain_lines(text, style, max_width, max_lines) {
            return place(text, lines, style, None);
        }
        let mut shaped = None;
        // What is shaped for one width serves for the others, where it is one line.
        let is_one = text.is_ascii() && !text.contains('\n') && text.trim() == text;
        // As many letters of a fifth of their size are too wide for most columns.
        if is_one && max_lines != Some(0) && text.len() as f32 * style.size * 0.2 <= max_width {
            let key = LineKey { style: style.key(), within: None };
            let line = self.find(|memos| memos.lines.find(key, text)).or_else(|| {
                let marked = Marked::new(text, language::is_turned_over());
                let layout = shaped.insert(self.shape(&marked, &style));
                layout.break_all_lines(None);
                // Of what is far too wide nothing is needed but its words.
                (layout.full_width() <= max_width + ROUNDING).then(|| self.only_line(text, style, &marked, layout))
            });
            if let Some(line) = line.filter(|line| line.width + TOLERANCE < max_width) {
                return place(text, vec![TextItem { color: style.color, ..line }], style, None);
            }
        }
        self.break_lines(text, shaped, style, max_width, max_lines)
    }

    /// The lines of a plain text; the last of so many ends in `…` where words are left.
    fn plain_lines(
        &mut self,
        text: &str,
        style: TextStyle,
        max_width: f32,
        max_lines: Option<usize>,
    ) -> Option<Vec<TextItem>> {
        let most = max_lines.filter(|most| *most > 0).or(max_lines.is_none().then_some(usize::MAX))?;
        let lines = self.by_word(text, &style, (max_width, most))?;
        let set = |(nth, line): (usize, Line)| {
            let rest = text.get(line.range.start..).filter(|rest| nth + 1 == most && rest.len() > line.range.len());
            match rest {
                Some(rest) => self.line_within(rest, style, max_width, true),
                None => plain_item(text.get(line.range.clone()).unwrap_or_default(), line, &style),
            }
        };
        Some(lines.into_iter().enumerate().map(set).collect())
    }

    /// `shaped`: the whole text, where it is shaped already.
    fn break_lines(
        &mut self,
        whole: &str,
        shaped: Option<Layout<()>>,
        style: TextStyle,
        max_width: f32,
        max_lines: Option<usize>,
    ) -> Paragraph {
        let width_of = |piece: &str| self.line(piece, style).width;
        let text = taken_apart(whole, language::here(), style.size, max_width, width_of);
        let shaped = shaped.filter(|_| matches!(text, Cow::Borrowed(_)));
        let text = text.as_ref();
        let marked = self.marked(text, style, max_width);
        let mut layout = shaped.unwrap_or_else(|| self.shape(&marked, &style));
        layout.break_all_lines(Some(max_width));
        layout.align(Alignment::Left, AlignmentOptions::default());
        let last = max_lines.map(|lines| lines.saturating_sub(1));
        let mut lines = Vec::new();
        for (nth, line) in layout.lines().enumerate() {
            let range = marked.range(line.text_range());
            let rest = text.get(range.end..).unwrap_or_default();
            if max_lines == Some(nth) {
                break;
            }
            let item = if last == Some(nth) && !rest.trim().is_empty() {
                let from = range.start;
                let shown = match line.break_reason() {
                    BreakReason::Explicit => text.get(range),
                    _ => text.get(from..).and_then(|rest| rest.split('\n').next()),
                };
                let shown = shown.unwrap_or_default().trim_end().trim_end_matches(HYPHEN);
                self.line_within(shown, style, max_width, true)
            } else {
                text_item(&line, text, &marked, &style, &self.engine.faces)
            };
            self.note_missing(&item);
            // Where a single letter is wider than the column.
            let item = if item.width > max_width + TOLERANCE { blank_item("", &style) } else { item };
            lines.push(item);
        }
        // Where the picture is turned over, every line begins at its side by that.
        let at_right = layout.is_rtl() && !language::is_turned_over();
        place(whole, lines, style, at_right.then_some(max_width))
    }

    /// A text for a column, in which what stands on one line does so where there is room for it.
    fn marked<'t>(&mut self, text: &'t str, style: TextStyle, max_width: f32) -> Marked<'t> {
        let together = fitting(joints(text), |piece| {
            let piece = text.get(piece).unwrap_or_default();
            !may_be_wider(piece, style.size, max_width) || self.line(piece, style).width <= max_width
        });
        Marked::joined(text, language::is_turned_over(), together)
    }

    /// Remembers the letters of a line that stand as the empty box, once nothing better is on its way.
    fn note_missing(&self, line: &TextItem) {
        if line.text.is_ascii() || !self.engine.is_final {
            return;
        }
        let mut missing = locked(&self.shaper.missing);
        if missing.len() > MISSING_MOST {
            return;
        }
        let boxes = line.runs.iter().flat_map(|run| &run.glyphs).filter(|glyph| glyph.id == 0);
        let letters = boxes.flat_map(|glyph| line.text.get(glyph.range.clone()).unwrap_or_default().chars());
        missing.extend(letters.filter(|letter| !letter.is_whitespace()));
    }

    fn written(&mut self, text: &str, style: TextStyle, max_width: Option<f32>) -> Written {
        let height = style.line_height * style.size;
        let baseline = (height - style.ascent() - style.descent()) / 2.0 + style.ascent();
        let mut lines: Vec<(TextItem, usize, bool, bool)> = Vec::new();
        let mut paragraphs = text.split('\n').peekable();
        while let Some(paragraph) = paragraphs.next() {
            let has_next = paragraphs.peek().is_some();
            let marked = self.marked(paragraph, style, max_width.unwrap_or(f32::MAX));
            let mut layout = self.shape(&marked, &style);
            layout.break_all_lines(max_width);
            let from_right = layout.is_rtl();
            let count = layout.lines().count().max(1);
            if paragraph.is_empty() {
                lines.push((blank_item("", &style), 0, from_right, has_next));
                continue;
            }
            for (nth, line) in layout.lines().enumerate() {
                let Range { start, end } = marked.range(line.text_range());
                let whole = paragraph.get(start..end).unwrap_or_default();
                // A blank at which a line is broken takes no room; one that was typed last does.
                let kept = if nth + 1 == count { whole } else { whole.trim_end() };
                let blanks = whole.chars().count() - kept.chars().count();
                let range = start..start + kept.len();
                let item = kept_item(&line, paragraph, range, &marked, &style, &self.engine.faces);
                self.note_missing(&item);
                lines.push((item, blanks, from_right, has_next && nth + 1 == count));
            }
        }
        let widest = lines.iter().map(|(line, ..)| line.width).fold(0.0, f32::max);
        let width = max_width.unwrap_or(widest);
        let place = |(nth, (line, blanks, from_right, ends)): (usize, (TextItem, usize, bool, bool))| {
            let top = nth as f32 * height;
            let left = if from_right { width - line.width } else { 0.0 };
            WrittenLine::new(line.at(Point::new(left, top + baseline)), blanks, (top, height), from_right, ends)
        };
        let lines: Vec<WrittenLine> = lines.into_iter().enumerate().map(place).collect();
        Written { height: height * lines.len() as f32, lines, width }
    }
}

/// A line of a plain text at the origin; `text` is what stands in it.
fn plain_item(text: &str, line: Line, style: &TextStyle) -> TextItem {
    let width = line.run.width;
    TextItem { width, runs: Arc::from([line.run]), ..blank_item(text, style) }
}

#[cfg(test)]
mod tests;
