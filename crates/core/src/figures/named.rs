//! What the groups of a report are called where people read of them.

use touchline_words::say;

use crate::behaviour::report::BLANK;

/// A segment or group by its name; those without one in the language of the moment.
pub fn group_name(name: &str) -> &str {
    if name == BLANK { say!(figures_no_group) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use touchline_words::{Language, in_language};

    #[test]
    fn those_without_a_group_are_told_in_the_language_and_in_english_as_in_the_report() {
        assert_eq!(group_name(BLANK), BLANK);
        assert_eq!(group_name("Families"), "Families");
        in_language(Language::German, || assert_eq!((group_name(BLANK), group_name("Fans")), ("(ohne)", "Fans")));
    }
}
