//! Which way words run: the languages and letters that are read from the right, and what of a mixed line has to stand as it is.
//!
//! Letters, figures and signs of a line are put into order by the Unicode bidirectional algorithm (UAX 9). By itself it lets the
//! figures, dashes and signs beside a foreign word change sides: `−2.4` becomes `2.4−` and `12:30` goes before the word it
//! follows. So whatever runs the other way than its line is isolated when the line is shaped; the text itself is not touched.

use super::together::{Joint, joints};
use parley::BaseDirection;
use std::borrow::Cow;
use std::ops::Range;
use touchline_words::direction::{has_isolated, is_right_to_left_letter, runs_right_to_left};

/// Languages that are written from right to left where their tag names no script, after CLDR's likely subtags.
const LANGUAGES: [&str; 22] = [
    "ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pnb", "prs",
    "ps", "sd", "ug", "ur", "yi",
];
/// Scripts of ISO 15924 that are.
const SCRIPTS: [&str; 9] = ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"];

/// A line of both kinds is read from the right in a map that is, if at least so many of its words are: as Closure's
/// `estimateDirection` has it.
const SHARE_PERCENT: usize = 40;

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const POP_ISOLATE: char = '\u{2069}';
/// No line ends beside it.
const WORD_JOINER: char = '\u{2060}';
/// Each of them in UTF-8.
const MARK_BYTES: usize = 3;

/// Whether what is written in a language runs from right to left, by its BCP 47 tag.
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.trim().split(['-', '_']);
    let is_among = |list: &[&str], part: &str| list.iter().any(|known| known.eq_ignore_ascii_case(part));
    let language = parts.next().unwrap_or_default();
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    script.map_or_else(|| is_among(&LANGUAGES, language), |script| is_among(&SCRIPTS, script))
}

/// Whether a text has a letter that is read from the right.
pub fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_right_to_left_letter)
}

/// A text as it is shaped: with marks around what is isolated and where no line may end, which are no part of it.
pub(super) struct Marked<'a> {
    pub text: Cow<'a, str>,
    pub base: BaseDirection,
    /// Where the marks begin, in bytes of the marked text.
    marks: Vec<usize>,
}

impl<'a> Marked<'a> {
    /// `in_map`: the map around it is read from the right.
    pub fn new(text: &'a str, in_map: bool) -> Self {
        Self::joined(text, in_map, joints(text))
    }

    /// The same for a text of which not all is held together that could be ([`super::together::fitting`]).
    pub fn joined(text: &'a str, in_map: bool, joints: Vec<Joint>) -> Self {
        let joints = joints.into_iter().map(|joint| (joint.at, WORD_JOINER));
        if !has_right_to_left(text) {
            let base = if in_map { BaseDirection::Ltr } else { BaseDirection::Auto };
            return Self::with(text, base, joints.collect());
        }
        // A sentence of ours, which runs from the left whatever it names.
        if has_isolated(text) {
            let base = if runs_right_to_left(text) { BaseDirection::Rtl } else { BaseDirection::Ltr };
            return Self::with(text, base, joints.collect());
        }
        let words = words(text);
        let from_right = if in_map { mostly_from_right(&words) } else { runs_right_to_left(text) };
        let base = if from_right { BaseDirection::Rtl } else { BaseDirection::Ltr };
        let islands = if from_right { left_to_right(text, &words) } else { right_to_left(text, &words) };
        let open = if from_right { LEFT_TO_RIGHT_ISOLATE } else { RIGHT_TO_LEFT_ISOLATE };
        let ends = islands.into_iter().flat_map(|island| [(island.start, open), (island.end, POP_ISOLATE)]);
        let mut all: Vec<(usize, char)> = ends.chain(joints).collect();
        all.sort_by_key(|(at, _)| *at);
        Self::with(text, base, all)
    }

    /// A text with marks before its bytes of those places, which are in order.
    fn with(text: &'a str, base: BaseDirection, all: Vec<(usize, char)>) -> Self {
        if all.is_empty() {
            return Self { text: Cow::Borrowed(text), base, marks: Vec::new() };
        }
        let (mut marked, mut marks) = (String::with_capacity(text.len() + MARK_BYTES * all.len()), Vec::new());
        let mut done = 0;
        for (at, mark) in all {
            marked.push_str(text.get(done..at).unwrap_or_default());
            marks.push(marked.len());
            marked.push(mark);
            done = at;
        }
        marked.push_str(text.get(done..).unwrap_or_default());
        Self { text: Cow::Owned(marked), base, marks }
    }

    /// The place in the text itself of a place in the marked one, both in bytes.
    pub fn place(&self, marked: usize) -> usize {
        let before = self.marks.partition_point(|mark| *mark < marked);
        let last = before.checked_sub(1).and_then(|last| self.marks.get(last));
        last.map_or(marked, |last| marked.max(last + MARK_BYTES) - before * MARK_BYTES)
    }

    /// The same for a range; that of a mark is empty.
    pub fn range(&self, marked: Range<usize>) -> Range<usize> {
        self.place(marked.start)..self.place(marked.end)
    }
}

/// What runs between blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Runs {
    FromLeft,
    FromRight,
    /// Figures of Europe with their signs.
    Figures,
    /// A dash or another sign that ties what stands beside it.
    Ties,
    Neither,
}

fn words(text: &str) -> Vec<(Range<usize>, Runs)> {
    let pieces = text.split(char::is_whitespace).filter(|word| !word.is_empty());
    let place = |word: &str| {
        let from = word.as_ptr() as usize - text.as_ptr() as usize;
        from..from + word.len()
    };
    pieces.map(|word| (place(word), runs(word))).collect()
}

fn runs(word: &str) -> Runs {
    match () {
        () if word.chars().any(is_right_to_left_letter) => Runs::FromRight,
        () if word.chars().any(char::is_alphabetic) => Runs::FromLeft,
        () if word.bytes().any(|byte| byte.is_ascii_digit()) => Runs::Figures,
        () if word.chars().all(|c| "–—-−/×+=·&→".contains(c)) => Runs::Ties,
        () => Runs::Neither,
    }
}

fn mostly_from_right(words: &[(Range<usize>, Runs)]) -> bool {
    let count = |wanted: Runs| words.iter().filter(|(_, runs)| *runs == wanted).count();
    let (right, left) = (count(Runs::FromRight), count(Runs::FromLeft));
    right * 100 >= (right + left) * SHARE_PERCENT
}

/// What runs from the left in a line that is read from the right: words in a row with the figures behind them, figures that
/// a dash ties, and figures with a sign.
fn left_to_right(text: &str, words: &[(Range<usize>, Runs)]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some((first, runs)) = words.get(at) {
        at += 1;
        if !matches!(runs, Runs::FromLeft | Runs::Figures) {
            continue;
        }
        let (mut end, mut last) = (first.end, *runs);
        while let Some((next, runs)) = words.get(at) {
            let (taken, next, runs) = match (last, runs, words.get(at + 1)) {
                (_, Runs::FromLeft, _) | (Runs::FromLeft, Runs::Figures, _) => (1, next, *runs),
                (_, Runs::Ties, Some((next, runs @ (Runs::FromLeft | Runs::Figures)))) => (2, next, *runs),
                _ => break,
            };
            // A sentence that ends between them ties nothing.
            if text.get(..end).is_some_and(|before| before.ends_with(['.', '!', '?', ':', ';', ','])) {
                break;
            }
            (at, end, last) = (at + taken, next.end, runs);
        }
        let island = trimmed(text, first.start..end);
        let is_number = text.get(island.clone()).is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        if !island.is_empty() && !is_number {
            found.push(island);
        }
    }
    found
}

/// What runs from the right in a line that is read from the left: from its first word to its last, with what lies between.
fn right_to_left(text: &str, words: &[(Range<usize>, Runs)]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for (word, runs) in words {
        match runs {
            Runs::FromRight => {
                let start = open.take().map_or(word.start, |open| open.start);
                open = Some(start..word.end);
            }
            Runs::FromLeft => found.extend(open.take()),
            Runs::Figures | Runs::Ties | Runs::Neither => {}
        }
    }
    found.extend(open);
    found.into_iter().map(|island| trimmed(text, island)).filter(|island| !island.is_empty()).collect()
}

/// Without the signs around it that belong to the sentence: quotation marks, brackets that it does not both open and close,
/// and what ends a sentence.
fn trimmed(text: &str, island: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = island;
    while let Some(inner) = text.get(start..end) {
        let (Some(first), Some(last)) = (inner.chars().next(), inner.chars().next_back()) else { break };
        let count = |sign: char| inner.chars().filter(|c| *c == sign).count();
        let is_alone = |open: char, close: char| count(open) != count(close);
        let ends = match last {
            ')' => is_alone('(', ')'),
            ']' => is_alone('[', ']'),
            '}' => is_alone('{', '}'),
            _ => ".,;:!?…،؛؟\"'”“»’".contains(last),
        };
        let begins = match first {
            '(' => is_alone('(', ')'),
            '[' => is_alone('[', ']'),
            '{' => is_alone('{', '}'),
            _ => "\"'“„«‘¿¡\u{200e}".contains(first),
        };
        match (ends, begins) {
            (true, _) => end -= last.len_utf8(),
            (false, true) => start += first.len_utf8(),
            (false, false) => break,
        }
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use touchline_words::direction::read_from_left;

    #[test]
    fn languages_are_read_from_the_right_by_their_script_where_they_name_it() {
        for tag in ["ar", "ar-EG", "he-IL", "fa", "UR_pk", "ckb", "ku-Arab", "uz-Arab-AF", "iw"] {
            assert!(is_right_to_left(tag), "{tag}");
        }
        for tag in ["", "en", "de-AT", "ku", "ar-Latn", "th", "ja", "no tag!", "aragonese"] {
            assert!(!is_right_to_left(tag), "{tag}");
        }
    }

    /// With `[` and `]` where marks stand.
    fn shown(text: &str, in_map: bool) -> String {
        let marked = Marked::new(text, in_map);
        for at in 0..=marked.text.len() {
            assert!(marked.place(at) <= text.len(), "{text}: {at}");
        }
        assert_eq!((marked.place(0), marked.place(marked.text.len())), (0, text.len()));
        marked
            .text
            .replace([LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE], "[")
            .replace(POP_ISOLATE, "]")
            .replace(WORD_JOINER, "")
    }

    #[test]
    fn what_runs_the_other_way_than_its_line_is_isolated_without_the_sentences_own_signs() {
        for (text, marked) in [
            ("Sees the trailer שלום 12:30", "Sees the trailer [שלום] 12:30"),
            ("At “שלום עולם, 40 ימים” many leave", "At “[שלום עולם, 40 ימים]” many leave"),
            ("שלום Lumen Kids+ 4K, ואז", "שלום [Lumen Kids+ 4K], ואז"),
            ("ירד ל −2.4 היום", "ירד ל [−2.4] היום"),
            ("בין 3 Aug – 1 Nov 2026.", "בין [3 Aug – 1 Nov 2026]."),
            ("בין 12:30 – 14:00 (v2)", "בין [12:30 – 14:00 (v2)]"),
            ("שלום 12 ועוד 34", "שלום 12 ועוד 34"),
            ("40 % לא", "40 % לא"),
            ("הורדה של 12% בקובץ a (v2).csv", "הורדה של [12%] בקובץ [a (v2).csv]"),
        ] {
            assert_eq!(shown(text, false), marked, "{text}");
        }
    }

    #[test]
    fn a_sentence_that_begins_with_a_name_from_the_right_is_read_from_the_left() {
        let sentence = read_from_left("שלום עולם  ·  all audiences, 4,400 customers".to_owned());
        assert_eq!(Marked::new(&sentence, false).base, BaseDirection::Ltr);
        assert_eq!(shown(&sentence, false), "\u{200e}[שלום עולם]  ·  all audiences, 4,400 customers");
        assert_eq!(read_from_left("All of it, שלום".to_owned()), "All of it, שלום");
    }

    #[test]
    fn a_line_of_a_map_runs_as_most_of_its_words_do() {
        let base = |text| Marked::new(text, true).base;
        assert_eq!(base("Netflix שלום עולם"), BaseDirection::Rtl);
        assert_eq!(base("Drop-off at שלום, 40 % of customers"), BaseDirection::Ltr);
        assert_eq!(base("12 / 14"), BaseDirection::Ltr);
        assert_eq!(Marked::new("Netflix שלום", false).base, BaseDirection::Ltr);
    }

    #[test]
    fn text_without_such_letters_is_shaped_as_it_is() {
        let marked = Marked::new("Größe, Ωμέγα, 漢字 −2.4 + 3", false);
        assert!(matches!(marked.text, Cow::Borrowed(_)) && marked.marks.is_empty());
    }
}
