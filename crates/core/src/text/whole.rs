//! Where a text that has no room is cut: between two words, unless little would be left of it.

/// What of a text's beginning ends with a whole word; none where it does so already, or would lose more than half.
pub(super) fn whole_words<'t>(text: &str, beginning: &'t str) -> Option<&'t str> {
    let rest = text.get(beginning.len()..)?;
    let is_inside = beginning.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    let (words, _) = beginning.rsplit_once(char::is_whitespace).filter(|_| is_inside)?;
    let words = words.trim_end();
    (2 * words.chars().count() >= beginning.chars().count()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_room_ends_with_a_whole_word() {
        for (text, beginning, whole) in [
            ("Age rating is hard to find", "Age rating is ha", Some("Age rating is")),
            ("Age rating is hard to find", "Age rating is", None),
            ("Age rating, hard", "Age rating,", None),
            ("Age rating, hard", "Age rating, h", Some("Age rating,")),
            ("A Datenschutzgrundverordnung", "A Datenschutz", None),
            ("Retention", "Reten", None),
            ("Über üble Wörter", "Über üble Wör", Some("Über üble")),
        ] {
            assert_eq!(whole_words(text, beginning), whole, "{beginning}");
        }
    }
}
