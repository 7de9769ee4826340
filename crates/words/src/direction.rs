//! Which way a text runs by its letters: a sentence of ours runs from the left, also where a name stands first in it that does not.

/// Makes what follows it run from the left; nothing of it is seen.
pub const LEFT_TO_RIGHT_MARK: char = '\u{200e}';
/// Makes what follows it run from the right.
pub const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// Whether a letter is read from the right.
pub fn is_right_to_left_letter(letter: char) -> bool {
    matches!(u32::from(letter), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff)
        && letter.is_alphabetic()
}

/// Whether a text by itself runs from right to left: by its first letter or mark that runs either way.
pub fn runs_right_to_left(text: &str) -> bool {
    let runs = |c: &char| c.is_alphabetic() || [LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK].contains(c);
    !text.is_ascii() && text.chars().find(runs).is_some_and(|c| c == RIGHT_TO_LEFT_MARK || is_right_to_left_letter(c))
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
    said.strip_prefix(LEFT_TO_RIGHT_MARK).map(str::to_owned).unwrap_or(said)
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
                assert!(said.starts_with("\u{200e}סקר.csv ") && !runs_right_to_left(&said), "{said}");
                assert_eq!(as_name(said.clone()), said.trim_start_matches('\u{200e}'));
                assert_eq!(say!(app_fills_scorecard, file = "a.csv").find(LEFT_TO_RIGHT_MARK), None);
                // What a person says runs as it begins, quotation marks or not.
                assert!(runs_right_to_left(&say!(layout_quoted, text = "למה?")));
            });
        }
    }

    #[test]
    fn a_text_runs_as_its_first_letter_or_mark_does() {
        assert!(runs_right_to_left("12 שלום, Netflix") && runs_right_to_left("\u{200f}Netflix"));
        assert!(!runs_right_to_left("Netflix שלום") && !runs_right_to_left("12") && !runs_right_to_left("漢字"));
        assert_eq!(read_from_right("Netflix".to_owned()), "\u{200f}Netflix");
        assert_eq!(read_from_right("שלום".to_owned()), "שלום");
    }
}
