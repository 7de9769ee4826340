//! Which way a text runs by its letters: a sentence of ours runs from the left, also where a name stands first in it that does
//! not, and each name in it runs as it does by itself.

use std::borrow::Cow;

/// Makes what follows it run from the left; nothing of it is seen.
pub const LEFT_TO_RIGHT_MARK: char = '\u{200e}';
/// Makes what follows it run from the right.
pub const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// What stands between these two runs as it does by itself, and turns nothing around it; neither is seen.
pub const ISOLATED: char = '\u{2068}';
pub const ISOLATED_END: char = '\u{2069}';

/// Whether a letter is read from the right.
pub fn is_right_to_left_letter(letter: char) -> bool {
    matches!(u32::from(letter), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff)
        && letter.is_alphabetic()
}

/// Whether a text by itself runs from right to left: by its first letter or mark that runs either way.
pub fn runs_right_to_left(text: &str) -> bool {
    let runs = |c: &char| c.is_alphabetic() || [LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK].contains(c);
    !text.is_ascii() && outside(text).find(runs).is_some_and(|c| c == RIGHT_TO_LEFT_MARK || is_right_to_left_letter(c))
}

/// What of a text is not isolated in it.
fn outside(text: &str) -> impl Iterator<Item = char> {
    let mut depth = 0_u32;
    text.chars().filter(move |c| {
        let is_outside = depth == 0;
        match *c {
            ISOLATED => depth += 1,
            ISOLATED_END => depth = depth.saturating_sub(1),
            _ => return is_outside,
        }
        false
    })
}

/// Whether a text has parts that are isolated, each ended where it has to be.
pub fn has_isolated(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let mut depth = 0_i32;
    let mut has = false;
    for c in text.chars() {
        match c {
            ISOLATED => (depth, has) = (depth + 1, true),
            ISOLATED_END => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    has && depth == 0
}

/// A part of a sentence that runs as it does by itself: what is read from the right is isolated, without marks of its own that
/// would turn what is around it. Anything else stays as it is.
pub fn isolated(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(is_right_to_left_letter) {
        return Cow::Borrowed(text);
    }
    // What parts it from the words before and behind it stands between them, and does not run with it.
    let part = text.trim_start_matches(|c: char| c.is_whitespace() || [',', ';', ':', '·'].contains(&c));
    let (before, _) = text.split_at(text.len() - part.len());
    let (part, behind) = part.split_at(part.trim_end().len());
    if is_one_isolated(part) {
        return Cow::Borrowed(text);
    }
    let keeps = has_isolated(part);
    let is_kept = |c: &char| match *c {
        ISOLATED | ISOLATED_END => keeps,
        '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' => false,
        _ => true,
    };
    let inner: String = part.chars().filter(is_kept).collect();
    Cow::Owned(format!("{before}{ISOLATED}{inner}{ISOLATED_END}{behind}"))
}

/// Whether all of a text is one isolated part.
fn is_one_isolated(text: &str) -> bool {
    let inner = text.strip_prefix(ISOLATED).and_then(|rest| rest.strip_suffix(ISOLATED_END));
    inner.is_some_and(|inner| !inner.contains([ISOLATED, ISOLATED_END]))
}

/// Several parts strung together, each of which runs as it does by itself.
pub trait Listed {
    /// `between` stands between each two of them.
    fn listed(&self, between: &str) -> String;
}

impl<T: AsRef<str>> Listed for [T] {
    fn listed(&self, between: &str) -> String {
        let mut list = String::new();
        for (nth, part) in self.iter().enumerate() {
            list.push_str(if nth == 0 { "" } else { between });
            list.push_str(&isolated(part.as_ref()));
        }
        list
    }
}

/// A sentence that is read from the left although it may begin with a name that is not.
pub fn read_from_left(mut text: String) -> String {
    if runs_right_to_left(&text) {
        text.insert(0, LEFT_TO_RIGHT_MARK);
    }
    text
}

/// A part of a text that is read from the right although it may begin with a name that is not.
pub fn read_from_right(mut text: String) -> String {
    if !runs_right_to_left(&text) {
        text.insert(0, RIGHT_TO_LEFT_MARK);
    }
    text
}

/// What was said as it is written where it becomes a name, of a record or a file.
pub fn as_name(said: String) -> String {
    let bare = said.strip_prefix(LEFT_TO_RIGHT_MARK).unwrap_or(&said);
    bare.chars().filter(|c| ![ISOLATED, ISOLATED_END].contains(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, in_language, say};

    #[test]
    fn a_sentence_that_begins_with_a_name_from_the_right_runs_from_the_left() {
        for language in [Language::English, Language::German] {
            in_language(language, || {
                let said = say!(app_fills_scorecard, file = "סקר.csv");
                assert!(said.starts_with("\u{2068}סקר.csv\u{2069} ") && !runs_right_to_left(&said), "{said}");
                assert!(as_name(said).starts_with("סקר.csv "));
                assert!(!has_isolated(&say!(app_fills_scorecard, file = "a.csv")));
                // What a person says runs as it begins, quotation marks or not.
                assert!(runs_right_to_left(&say!(layout_quoted, text = "למה?")));
            });
        }
    }

    #[test]
    fn each_part_of_a_list_runs_as_it_does_by_itself_and_turns_nothing_around_it() {
        assert_eq!(["Netflix", "שלום", "עולם 2"].listed(", "), "Netflix, \u{2068}שלום\u{2069}, \u{2068}עולם 2\u{2069}");
        assert_eq!(isolated("שלום\u{202e} a\u{2067}"), "\u{2068}שלום a\u{2069}", "what would turn its end is left out");
        assert_eq!(isolated("a\u{2069} שלום"), "\u{2068}a שלום\u{2069}");
        assert_eq!(isolated(&isolated("שלום")), isolated("שלום"));
        assert_eq!(isolated(" שלום\n"), " \u{2068}שלום\u{2069}\n", "a gap stands where the sentence has it");
        assert_eq!(isolated(", שלום"), ", \u{2068}שלום\u{2069}");
        assert_eq!(isolated(&isolated(" שלום")), isolated(" שלום"));
        assert_eq!(isolated("Größe 12"), "Größe 12");
        let list = ["שלום", "עולם"].listed(", ");
        assert_eq!(isolated(&list), format!("\u{2068}{list}\u{2069}"));
        assert!(!runs_right_to_left(&list) && has_isolated(&list));
        assert!(!has_isolated("\u{2068}a") && !has_isolated("a\u{2069}\u{2068}"));
    }

    #[test]
    fn a_text_runs_as_its_first_letter_or_mark_does() {
        assert!(runs_right_to_left("12 שלום, Netflix") && runs_right_to_left("\u{200f}Netflix"));
        assert!(!runs_right_to_left("Netflix שלום") && !runs_right_to_left("12") && !runs_right_to_left("漢字"));
        assert_eq!(read_from_right("Netflix".to_owned()), "\u{200f}Netflix");
        assert_eq!(read_from_right("שלום".to_owned()), "שלום");
    }
}
