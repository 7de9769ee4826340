//! Why the parser could not read on, in the language of the moment: its own words are English, and stand in quotes where none of
//! ours says the same.

use super::error::harmless;
use ron::error::Error as RonError;
use touchline_words::direction::Listed;
use touchline_words::say;

/// So many words that may stand in a place are named.
const NAMED: usize = 12;

/// What is wrong at the place where the parser stopped.
pub fn misread(error: &RonError) -> String {
    let sign = |sign: &str| say!(store_misread_sign, sign);
    let value = |what: &str| say!(store_misread_value, what);
    match error {
        RonError::ExpectedArray => sign("["),
        RonError::ExpectedArrayEnd => sign("]"),
        RonError::ExpectedAttribute => sign("#![enable(…)]"),
        RonError::ExpectedAttributeEnd => sign(")]"),
        RonError::ExpectedComma => sign(","),
        RonError::ExpectedMap => sign("{"),
        RonError::ExpectedMapColon => sign(":"),
        RonError::ExpectedMapEnd => sign("}"),
        RonError::ExpectedOptionEnd | RonError::ExpectedStructLikeEnd => sign(")"),
        RonError::ExpectedStructLike | RonError::ExpectedNamedStructLike(_) => sign("("),
        RonError::ExpectedUnit => sign("()"),
        RonError::ExpectedBoolean => value(say!(store_misread_switch)),
        RonError::ExpectedChar => value(say!(store_misread_letter)),
        RonError::ExpectedFloat => value(say!(store_misread_number)),
        RonError::ExpectedInteger => value(say!(store_misread_whole)),
        RonError::ExpectedOption => value(say!(store_misread_option)),
        RonError::ExpectedString | RonError::ExpectedStringEnd => value(say!(store_misread_text)),
        RonError::ExpectedIdentifier | RonError::InvalidIdentifier(_) => value(say!(store_misread_name)),
        RonError::InvalidEscape(_) => say!(store_misread_backslash).to_owned(),
        RonError::IntegerOutOfBounds => say!(store_misread_bounds).to_owned(),
        RonError::InvalidIntegerDigit { .. } | RonError::FloatUnderscore | RonError::UnderscoreAtBeginning => {
            say!(store_misread_digits).to_owned()
        }
        RonError::UnexpectedChar(found) => say!(store_misread_character, found = harmless(&found.to_string())),
        RonError::NoSuchEnumVariant { expected, found, outer: _ } => {
            say!(store_misread_word, found = harmless(found), known = known(expected))
        }
        RonError::NoSuchStructField { expected, found, outer: _ } => {
            say!(store_misread_field, found = harmless(found), known = known(expected))
        }
        RonError::MissingStructField { field, outer: _ } => say!(store_misread_missing, field = *field),
        RonError::DuplicateStructField { field, outer: _ } => say!(store_misread_twice, field = *field),
        RonError::ExpectedDifferentStructName { expected, found } => {
            say!(store_misread_struct, expected = *expected, found = harmless(found))
        }
        RonError::ExceededRecursionLimit => say!(store_misread_deep).to_owned(),
        // Said by a record's own reading, which knows the language.
        RonError::Message(words) => harmless(words),
        RonError::InvalidValueForType { .. } | RonError::ExpectedDifferentLength { .. } => {
            say!(store_misread_kind, words = harmless(&error.to_string()))
        }
        other => say!(store_misread_says, words = harmless(&other.to_string())),
    }
}

fn known(words: &[&str]) -> String {
    let named: Vec<String> = words.iter().take(NAMED).map(|word| (*word).to_owned()).collect();
    let names = named.listed(", ");
    match words.len().saturating_sub(NAMED) {
        0 => names,
        more => say!(log_names_and_more, names, more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::from_bytes;
    use touchline_words::{Language, in_language};

    const HEAD: &str = "(\n  format: 1,\n  meta: (title: \"Map\"),\n";

    /// The same damage told in both languages.
    fn told(text: &str) -> [String; 2] {
        [Language::English, Language::German]
            .map(|language| in_language(language, || from_bytes("m.ron", text.as_bytes()).unwrap_err().to_string()))
    }

    #[test]
    fn damage_is_told_in_the_language_of_the_person_and_the_parsers_words_stand_in_quotes() {
        let stage = |fields: &str| format!("{HEAD}  stages: {{\n    \"0000000000001\": ({fields}),\n  }},\n)");
        let cases = [
            (stage("rank: \"n\", name: \"A\", width: Some(\"wide\")"), "a whole number", "eine ganze Zahl"),
            (stage("rank: \"n\", name: 5"), "a text in quotes", "ein Text in Anführungszeichen"),
            (stage("name: \"A\""), "the field “rank” is missing", "das Feld „rank“ fehlt"),
            (stage("rank: \"n\", rank: \"n\", name: \"A\""), "“rank” stands twice", "„rank“ steht zweimal"),
            (stage("rank: \"n\" name: \"A\""), "“,” should stand here", "„,“ sollte hier stehen"),
            (stage("rank: \"n\", name: \"A\", zone: Sideways"), "“Sideways” is no word", "„Sideways“ ist kein Wort"),
            (
                stage("rank: \"n\", name: \"A\", width: Some(99999999)"),
                "more than its field takes",
                "mehr, als ihr Feld",
            ),
        ];
        for (text, english, german) in cases {
            let [in_english, in_german] = told(&text);
            assert!(in_english.contains(english), "{in_english}");
            assert!(in_german.contains(german), "{in_german}");
            for word in ["Expected", "Unexpected", "missing", "found", "should"] {
                assert!(!in_german.contains(word), "{in_german}");
            }
        }
    }

    #[test]
    fn what_has_no_words_of_ours_is_quoted_and_a_long_list_is_counted() {
        let other = RonError::NoSuchExtension("later".to_owned());
        for language in [Language::English, Language::German] {
            let words = in_language(language, || misread(&other));
            assert!(words.contains(&other.to_string()) && words.len() > other.to_string().len() + 8, "{words}");
        }
        let expected: &[&str] = &["a"; 40];
        let (found, outer) = ("b\u{1b}[2J".to_owned(), None);
        let words = misread(&RonError::NoSuchEnumVariant { expected, found, outer });
        assert!(words.contains("28") && !words.contains('\u{1b}'), "{words}");
    }
}
