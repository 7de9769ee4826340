//! Makes any string fit to be shaped: no control characters, no direction overrides, no endless length. What a sentence of ours
//! has isolated stays so, where each isolated part ends.

use std::borrow::Cow;
use touchline_words::direction::{ISOLATED, ISOLATED_END, has_isolated};

/// Bytes of a single line that are shaped at most; the rest is cut.
pub const LONGEST_LINE: usize = 4 * 1024;
/// Bytes of a paragraph that are shaped at most; the rest is cut.
pub const LONGEST_PARAGRAPH: usize = 16 * 1024;

/// One line, as it may be shown anywhere: every kind of line break and tab becomes a space.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    clean(text, LONGEST_LINE, false)
}

/// Line breaks stay, as `\n`.
pub(super) fn clean_paragraph(text: &str) -> Cow<'_, str> {
    clean(text, LONGEST_PARAGRAPH, true)
}

fn clean(text: &str, longest: usize, keep_breaks: bool) -> Cow<'_, str> {
    if text.len() <= longest && text.chars().all(|c| is_plain(c) || (keep_breaks && c == '\n')) {
        return Cow::Borrowed(text);
    }
    let keeps_isolated = has_isolated(text) && text.len() <= longest;
    let mut cleaned = String::with_capacity(text.len().min(longest + 4));
    let mut before = ' ';
    for c in text.chars() {
        if cleaned.len() >= longest {
            cleaned.push('…');
            break;
        }
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push(if keep_breaks { '\n' } else { ' ' }),
            '\t' | '\u{b}' | '\u{c}' => cleaned.push(' '),
            ISOLATED | ISOLATED_END if keeps_isolated => cleaned.push(c),
            _ if is_plain(c) => cleaned.push(c),
            _ => {}
        }
        before = c;
    }
    Cow::Owned(cleaned)
}

/// What a person is writing, with a character for each of theirs: those that are not shown take no room.
pub(super) fn clean_written(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| is_plain(c) || c == '\n') {
        return Cow::Borrowed(text);
    }
    let keeps_isolated = has_isolated(text);
    let is_kept = |c: char| is_plain(c) || c == '\n' || (keeps_isolated && [ISOLATED, ISOLATED_END].contains(&c));
    Cow::Owned(text.chars().map(|c| if is_kept(c) { c } else { '\u{200b}' }).collect())
}

/// Neither a control character nor one that turns or hides the text around it.
fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        && !matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_become_spaces_in_a_line_and_stay_in_a_paragraph() {
        assert_eq!(clean_line("a\r\nb\tc\u{2028}d"), "a b c d");
        assert_eq!(clean_paragraph("a\r\nb\tc\u{2028}d"), "a\nb c\nd");
    }

    #[test]
    fn controls_and_direction_overrides_are_dropped() {
        assert_eq!(clean_line("a\u{0}b\u{202e}c\u{2066}d\u{1b}[31m\u{feff}"), "abcd[31m");
    }

    #[test]
    fn a_plain_string_is_not_copied() {
        assert!(matches!(clean_line("Größe \u{1F468}\u{200D}\u{1F469} שלום"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_huge_string_is_cut_between_characters() {
        let cut = clean_line(&"é".repeat(100_000)).into_owned();
        assert!(cut.len() <= LONGEST_LINE + 4 && cut.ends_with('…'));
    }
}
