//! The shaper: one line, one line that ends in `…`, or a paragraph.
//!
//! Widths and heights are map units. What was shaped is remembered by string, style and width (not by colour), so that
//! asking again is cheap. A shaper may be used from several threads; they wait for one another.

use super::clean::{clean_line, clean_paragraph};
use super::coverage::Coverage;
use super::faces::bundled_face;
use super::glyphs::{Faces, blank_item, font_context, shape, text_item};
use super::hyphen::{HYPHEN, taken_apart};
use super::memo::Memo;
use super::paragraph::place;
use super::{Paragraph, TextStyle, language};
use crate::scene::{FaceStyle, TextItem};
use parley::layout::{Alignment, AlignmentOptions, BreakReason};
use parley::{FontContext, LayoutContext};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

const ELLIPSIS: &str = "…";
/// Strings that a record of a map is drawn with, at most and on the average.
const TEXTS_OF_A_RECORD: usize = 4;
/// A line may be this much wider than asked for: what rounding adds.
const TOLERANCE: f32 = 0.01;

/// Turns strings into glyphs.
pub struct Shaper {
    state: Mutex<State>,
}

struct State {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    faces: Faces,
    coverage: Coverage,
    fallback: Fallback,
    /// Strings of which the bundled faces lack a letter, as often as they were set.
    lacking: u64,
    lines: Memo<LineKey, TextItem>,
    paragraphs: Memo<ParagraphKey, Paragraph>,
}

/// Work for a thread.
pub type Work = Box<dyn FnOnce() + Send>;

/// How fonts are read aside: who starts a thread, which may fail, and whom to wake when they are there.
struct Background {
    start: Box<dyn Fn(Work) -> bool + Send + Sync>,
    wake: Box<dyn Fn() + Send + Sync>,
}

/// Where glyphs that Inter lacks come from.
enum Fallback {
    /// Nowhere: they are drawn as the empty box.
    Never,
    /// From the system, read when the first is met.
    WhenNeeded,
    /// The same, on a thread; the closure is called when they are there.
    InBackground(Arc<Background>),
    OnTheWay(Receiver<(FontContext, Faces)>),
    Here,
}

type StyleKey = (u32, FaceStyle, bool, u32, Option<parley::fontique::Language>);

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
        let (fonts, faces, regular) = font_context(false);
        let bytes = bundled_face(FaceStyle::Regular).bytes.clone();
        let state = State {
            fonts,
            layouts: LayoutContext::new(),
            faces,
            coverage: Coverage::new(regular.as_ref(), bytes),
            fallback,
            lacking: 0,
            lines: Memo::new(),
            paragraphs: Memo::new(),
        };
        Self { state: Mutex::new(state) }
    }

    /// Puts fonts that a thread has read to use. True: what was shaped before may look different now, so arrange again; but
    /// for what [`Shaper::lacking`] did not count.
    pub fn take_arrived(&self) -> bool {
        self.lock().take_arrived()
    }

    /// How often a string was set of which the bundled faces lack a letter. What is drawn while this stands still looks the
    /// same with the system's fonts.
    pub fn lacking(&self) -> u64 {
        self.lock().lacking
    }

    /// Remembers as many strings as a map of `records` says, so that laying it out again shapes none of them a second
    /// time.
    pub fn make_room(&self, records: usize) {
        let mut state = self.lock();
        state.lines.make_room(records.saturating_mul(TEXTS_OF_A_RECORD));
        state.paragraphs.make_room(records.saturating_mul(TEXTS_OF_A_RECORD));
    }

    /// One line, however long. Line breaks count as spaces.
    pub fn line(&self, text: &str, style: TextStyle) -> TextItem {
        let text = clean_line(text);
        self.lock().counting(&text).line(&text, style.sane())
    }

    /// One line, at most `max_width` wide; it ends in `…` when the string does not fit, and is empty when not even that does.
    pub fn line_within(&self, text: &str, style: TextStyle, max_width: f32) -> TextItem {
        let text = clean_line(text);
        self.lock().counting(&text).line_within(&text, style.sane(), max_width, false)
    }

    /// Lines broken at `max_width`, inside a word only where the word alone is too long: with a hyphen where its language is
    /// known ([`super::hyphenates`]). Past `max_lines` the last line ends
    /// in `…`. A paragraph that reads from right to left stands at the right.
    pub fn paragraph(&self, text: &str, style: TextStyle, max_width: f32, max_lines: Option<usize>) -> Paragraph {
        let text = clean_paragraph(text);
        self.lock().counting(&text).paragraph(&text, style.sane(), max_width, max_lines)
    }

    /// How wide one line is.
    pub fn width(&self, text: &str, style: TextStyle) -> f32 {
        self.line(text, style).width
    }

    /// A panic in another thread leaves nothing half done here: every change to the state is one assignment.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Counts a string that is set.
    fn counting(&mut self, text: &str) -> &mut Self {
        self.lacking += u64::from(!self.coverage.is_whole(text));
        self
    }

    fn line(&mut self, text: &str, style: TextStyle) -> TextItem {
        let key = LineKey { style: style_key(&style), within: None };
        if let Some(item) = self.lines.find(key, text) {
            return TextItem { color: style.color, ..item };
        }
        self.ask_for_missing(text);
        let mut layout = shape(&mut self.fonts, &mut self.layouts, text, &style);
        layout.break_all_lines(None);
        let item = layout
            .lines()
            .next()
            .map_or_else(|| blank_item(text, &style), |line| text_item(&line, text, &style, &mut self.faces));
        self.lines.keep(key, text, item.clone());
        item
    }

    /// `cut`: something follows the string that is not shown, so that it ends in `…` in any case.
    fn line_within(&mut self, text: &str, style: TextStyle, max_width: f32, cut: bool) -> TextItem {
        let max_width = if max_width.is_nan() { 0.0 } else { max_width };
        let key = LineKey { style: style_key(&style), within: Some((max_width.to_bits(), cut)) };
        if let Some(item) = self.lines.find(key, text) {
            return TextItem { color: style.color, ..item };
        }
        let whole = self.line(text, style);
        let item = if !cut && whole.width <= max_width + TOLERANCE {
            whole
        } else {
            self.ellipsized(&whole, style, max_width)
        };
        self.lines.keep(key, text, item.clone());
        item
    }

    /// As much of the line's beginning as fits with `…` after it.
    fn ellipsized(&mut self, whole: &TextItem, style: TextStyle, max_width: f32) -> TextItem {
        let ellipsis = self.line(ELLIPSIS, style);
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
        while let Some(end) = ends.pop() {
            let kept = whole.text.get(..end).unwrap_or_default().trim_end();
            let item = self.line(&format!("{kept}{ELLIPSIS}"), style);
            if item.width <= max_width + TOLERANCE {
                return item;
            }
        }
        ellipsis
    }

    fn paragraph(&mut self, text: &str, style: TextStyle, max_width: f32, max_lines: Option<usize>) -> Paragraph {
        let max_width = if max_width.is_finite() { max_width.max(0.0) } else { f32::MAX };
        let key = ParagraphKey { style: style_key(&style), width: max_width.to_bits(), max_lines };
        if let Some(mut paragraph) = self.paragraphs.find(key, text) {
            paragraph.lines.iter_mut().for_each(|line| line.color = style.color);
            paragraph.style.color = style.color;
            return paragraph;
        }
        let paragraph = match self.whole_line(text, style, max_width).filter(|_| max_lines != Some(0)) {
            Some(line) => place(text, vec![line], style, None),
            None => self.break_lines(text, style, max_width, max_lines),
        };
        self.paragraphs.keep(key, text, paragraph.clone());
        paragraph
    }

    /// The only line of a paragraph that has one, at this width and at every larger one: what was shaped for one width
    /// serves for the others.
    fn whole_line(&mut self, text: &str, style: TextStyle, max_width: f32) -> Option<TextItem> {
        let is_one = text.is_ascii() && !text.contains('\n') && !text.is_empty() && text.trim() == text;
        // As many letters of a fifth of their size are too wide for most columns: those are not shaped twice.
        if !is_one || text.len() as f32 * style.size * 0.2 > max_width {
            return None;
        }
        let line = self.line(text, style);
        (line.width + TOLERANCE < max_width).then_some(line)
    }

    fn break_lines(&mut self, text: &str, style: TextStyle, max_width: f32, max_lines: Option<usize>) -> Paragraph {
        if text.trim().is_empty() {
            return place(text, Vec::new(), style, None);
        }
        self.ask_for_missing(text);
        let whole = text;
        let width_of = |piece: &str| self.line(piece, style).width;
        let text = taken_apart(whole, language::here(), style.size, max_width, width_of);
        let text = text.as_ref();
        let mut layout = shape(&mut self.fonts, &mut self.layouts, text, &style);
        layout.break_all_lines(Some(max_width));
        layout.align(Alignment::Left, AlignmentOptions::default());
        let last = max_lines.map(|lines| lines.saturating_sub(1));
        let mut lines = Vec::new();
        for (nth, line) in layout.lines().enumerate() {
            let rest = text.get(line.text_range().end..).unwrap_or_default();
            if max_lines == Some(nth) {
                break;
            }
            let item = if last == Some(nth) && !rest.trim().is_empty() {
                let from = line.text_range().start;
                let shown = match line.break_reason() {
                    BreakReason::Explicit => text.get(line.text_range()),
                    _ => text.get(from..).and_then(|rest| rest.split('\n').next()),
                };
                let shown = shown.unwrap_or_default().trim_end().trim_end_matches(HYPHEN);
                self.line_within(shown, style, max_width, true)
            } else {
                text_item(&line, text, &style, &mut self.faces)
            };
            // Where a single letter is wider than the column.
            let item = if item.width > max_width + TOLERANCE { blank_item("", &style) } else { item };
            lines.push(item);
        }
        place(whole, lines, style, layout.is_rtl().then_some(max_width))
    }

    /// Gets fonts that the string needs on their way, or waits for them.
    fn ask_for_missing(&mut self, text: &str) {
        if !matches!(self.fallback, Fallback::WhenNeeded | Fallback::InBackground(_)) || !self.coverage.lacks_any(text)
        {
            return;
        }
        match std::mem::replace(&mut self.fallback, Fallback::Here) {
            Fallback::InBackground(background) => {
                let (sender, receiver) = channel();
                let sample = text.to_owned();
                let shared = Arc::clone(&background);
                let reads = (background.start)(Box::new(move || {
                    let (mut fonts, faces, _) = font_context(true);
                    // Shaping the string here has its script's fonts found and read before anybody waits for them.
                    let style = TextStyle::new(12.0, FaceStyle::Regular, Default::default());
                    shape(&mut fonts, &mut LayoutContext::new(), &sample, &style);
                    if sender.send((fonts, faces)).is_ok() {
                        (shared.wake)();
                    }
                }));
                self.fallback = if reads { Fallback::OnTheWay(receiver) } else { Fallback::Never };
            }
            _ => {
                let (fonts, faces, _) = font_context(true);
                self.take(fonts, faces);
            }
        }
    }

    fn take_arrived(&mut self) -> bool {
        let Fallback::OnTheWay(receiver) = &self.fallback else { return false };
        match receiver.try_recv() {
            Ok((fonts, faces)) => {
                self.take(fonts, faces);
                true
            }
            Err(TryRecvError::Empty) => false,
            Err(TryRecvError::Disconnected) => {
                self.fallback = Fallback::Never;
                false
            }
        }
    }

    fn take(&mut self, fonts: FontContext, faces: Faces) {
        self.fonts = fonts;
        self.faces = faces;
        self.fallback = Fallback::Here;
        // What our own faces have every letter of is set as before.
        let Self { coverage, lines, paragraphs, .. } = self;
        lines.retain(|text| coverage.is_whole(text));
        paragraphs.retain(|text| coverage.is_whole(text));
    }
}

fn style_key(style: &TextStyle) -> StyleKey {
    (style.size.to_bits(), style.face, style.tabular, style.line_height.to_bits(), language::here())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Color;
    use crate::text::{ASCENT, DESCENT};
    use proptest::prelude::*;

    const STYLE: TextStyle = TextStyle::new(12.0, FaceStyle::Regular, Color::hex(0x1B2430));

    fn words(paragraph: &Paragraph) -> Vec<&str> {
        paragraph.lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn a_line_has_a_glyph_for_each_letter_and_sums_up() {
        let item = Shaper::bundled().line("Trial checkout", STYLE);
        let [run] = &*item.runs else { panic!("{item:?}") };
        assert_eq!(run.face.name, "Inter-Regular");
        assert_eq!((run.glyphs.len(), run.range.clone()), (14, 0..14));
        let sum: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
        assert!((sum - item.width).abs() < 0.01 && item.width > 70.0 && item.width < 90.0, "{}", item.width);
        assert!((item.ascent - ASCENT * 12.0).abs() < 1e-4);
    }

    #[test]
    fn the_constants_of_height_are_those_of_the_font() {
        let shaper = Shaper::bundled();
        let state = &mut *shaper.lock();
        let style = TextStyle { size: 1000.0, ..STYLE };
        let mut layout = shape(&mut state.fonts, &mut state.layouts, "x", &style);
        layout.break_all_lines(None);
        let metrics = *layout.lines().next().unwrap().runs().next().unwrap().font_metrics();
        assert!((metrics.ascent - ASCENT * 1000.0).abs() < 1.0, "{metrics:?}");
        assert!((metrics.descent - DESCENT * 1000.0).abs() < 1.0, "{metrics:?}");
    }

    #[test]
    fn each_style_takes_its_own_file_and_tabular_figures_are_alike() {
        let shaper = Shaper::bundled();
        for (face, name) in [
            (FaceStyle::Medium, "Inter-Medium"),
            (FaceStyle::SemiBold, "Inter-SemiBold"),
            (FaceStyle::Bold, "Inter-Bold"),
            (FaceStyle::Italic, "Inter-Italic"),
        ] {
            assert_eq!(shaper.line("a", TextStyle { face, ..STYLE }).runs[0].face.name, name);
        }
        let width = |text| shaper.width(text, STYLE.tabular());
        assert_eq!(width("1111"), width("8888"));
        assert_ne!(shaper.width("1111", STYLE), shaper.width("8888", STYLE));
    }

    #[test]
    fn a_line_that_does_not_fit_ends_in_an_ellipsis() {
        let shaper = Shaper::bundled();
        let cut = shaper.line_within("Season finale watch party", STYLE, 60.0);
        assert!(cut.width <= 60.0 + TOLERANCE && cut.text.ends_with('…') && cut.text.starts_with("Season"), "{cut:?}");
        assert_eq!(shaper.line_within("Season", STYLE, 60.0).text, "Season");
        assert_eq!(shaper.line_within("Season", STYLE, 3.0).text, "");
    }

    #[test]
    fn a_paragraph_breaks_at_spaces_and_inside_a_word_only_when_it_must() {
        let shaper = Shaper::bundled();
        let quote = shaper.paragraph("“Is this okay for a six-year-old?”", STYLE, 110.0, None);
        assert_eq!(words(&quote), ["“Is this okay for a", "six-year-old?”"]);
        assert_eq!(quote.size.height, 2.0 * 12.0 * 1.35);
        assert!(quote.lines[1].pos.y > quote.lines[0].pos.y);
        let long = shaper.paragraph("Donaudampfschifffahrt", STYLE, 50.0, None);
        assert!(long.lines.len() > 1);
        assert_eq!(words(&long).concat(), "Donaudampfschifffahrt");
    }

    #[test]
    fn a_paragraph_of_one_line_is_as_if_it_were_broken() {
        let state = &mut Shaper::bundled().state.into_inner().unwrap();
        for text in ["Sees the trailer 104", "AVATAR, Type To. (fi) ffl", "a  b", "x"] {
            for (style, width) in [(STYLE, 400.0), (STYLE.tabular(), 250.0), (STYLE.with_line_height(1.4), f32::MAX)] {
                let line = state.whole_line(text, style, width).expect(text);
                let broken = state.break_lines(text, style, width, Some(12));
                assert_eq!(place(text, vec![line], style, None), broken, "{text} in {width}");
            }
            assert_eq!(state.whole_line(text, STYLE, 4.0), None);
        }
        assert_eq!(state.whole_line("two\nlines", STYLE, 400.0), None);
    }

    #[test]
    fn a_paragraph_past_its_lines_ends_in_an_ellipsis() {
        let shaper = Shaper::bundled();
        let cut = shaper.paragraph("one two three four five six", STYLE, 60.0, Some(2));
        assert_eq!(cut.lines.len(), 2);
        assert!(cut.lines[1].text.ends_with('…'), "{cut:?}");
        assert_eq!(words(&shaper.paragraph("a\nb\nc", STYLE, 60.0, Some(2))), ["a", "b…"]);
        assert!(shaper.paragraph(" \n ", STYLE, 60.0, None).lines.is_empty());
    }

    #[test]
    fn hebrew_runs_from_right_to_left_and_stands_at_the_right() {
        let shaper = Shaper::bundled();
        let item = shaper.line("abc שלום def", STYLE);
        assert!(item.runs.iter().any(|run| run.right_to_left));
        assert!(item.runs.windows(2).all(|pair| pair[0].x <= pair[1].x), "{item:?}");
        let hebrew = item.runs.iter().find(|run| run.right_to_left).unwrap();
        assert!(hebrew.glyphs.windows(2).all(|pair| pair[0].range.start >= pair[1].range.start), "{hebrew:?}");
        let paragraph = shaper.paragraph("שלום", STYLE, 200.0, None);
        assert!((paragraph.lines[0].pos.x + paragraph.lines[0].width - 200.0).abs() < 0.01);
    }

    #[test]
    fn the_same_string_in_another_colour_shares_its_glyphs() {
        let shaper = Shaper::bundled();
        let (one, other) = (shaper.line("Email", STYLE), shaper.line("Email", STYLE.with_color(Color::hex(0xC83A3A))));
        assert!(Arc::ptr_eq(&one.runs, &other.runs));
        assert_eq!(other.color, Color::hex(0xC83A3A));
    }

    proptest! {
        #[test]
        fn s3_no_line_is_wider_than_asked_for(text in "\\PC{0,60}", width in 0.0f32..300.0, lines in 1usize..4) {
            let shaper = Shaper::bundled();
            prop_assert!(shaper.line_within(&text, STYLE, width).width <= width + 2.0 * TOLERANCE);
            let paragraph = shaper.paragraph(&text, STYLE, width, Some(lines));
            prop_assert!(paragraph.lines.len() <= lines);
            for line in &paragraph.lines {
                prop_assert!(line.width <= width + 2.0 * TOLERANCE, "{} in {width}", line.width);
                prop_assert!(line.pos.x >= -0.1);
                for run in line.runs.iter() {
                    for glyph in &run.glyphs {
                        prop_assert!(line.text.get(glyph.range.clone()).is_some(), "{glyph:?} in {:?}", line.text);
                    }
                }
            }
        }
    }
}
