//! What is wrong with a command line, in the language of the moment.
//!
//! The parser has words in English alone; but it tells of what kind the fault is and what stood there, and of that the
//! sentence is made here.
//!
//! Promise: in English the sentence is the parser's own, to the byte. A kind that no command of ours can have is said in
//! the parser's words.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use touchline_words::say;

use super::help;

/// Before a line that stands under another.
const TAB: &str = "  ";

/// What is wrong, what may have been meant, and where to read on; without a line end.
pub fn told(error: &Error) -> String {
    let Some(mut text) = what(error) else {
        let own = error.render().to_string();
        return own.strip_prefix("error: ").unwrap_or(&own).trim_end().to_owned();
    };
    let tips = tips(error);
    if !tips.is_empty() {
        text += &format!("\n{}", below(&tips));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        text += &format!("\n\n{}", help::usage(&usage.to_string()));
    }
    text + "\n\n" + say!(help_wrong_more)
}

/// Each on a line of its own, set in.
fn below(lines: &[String]) -> String {
    lines.iter().map(|line| format!("\n{TAB}{line}")).collect()
}

fn text_of(error: &Error, kind: ContextKind) -> Option<&str> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text),
        _ => None,
    }
}

fn texts_of(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// What is wrong; `None` for a kind that has no message.
fn what(error: &Error) -> Option<String> {
    let argument = || text_of(error, ContextKind::InvalidArg);
    let value = || text_of(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => Some(say!(help_wrong_argument, argument = argument()?)),
        ErrorKind::InvalidSubcommand => {
            Some(say!(help_wrong_command, command = text_of(error, ContextKind::InvalidSubcommand)?))
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = texts_of(error, ContextKind::InvalidArg);
            (!missing.is_empty()).then(|| say!(help_wrong_missing).to_owned() + &below(&missing))
        }
        ErrorKind::InvalidValue => {
            let what = match value()? {
                "" => say!(help_wrong_no_value, argument = argument()?),
                value => say!(help_wrong_value, value, argument = argument()?),
            };
            let names = texts_of(error, ContextKind::ValidValue);
            let names = (!names.is_empty()).then(|| say!(help_word_possible_short, values = names.join(", ")));
            Some(what + &below(&Vec::from_iter(names)))
        }
        ErrorKind::ValueValidation => Some(match error.source() {
            Some(source) => {
                let reason = reason(&source.to_string());
                say!(help_wrong_value_why, value = value()?, argument = argument()?, reason)
            }
            None => say!(help_wrong_value, value = value()?, argument = argument()?),
        }),
        ErrorKind::TooManyValues => Some(say!(help_wrong_too_many, value = value()?, argument = argument()?)),
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::InvalidUtf8 => Some(say!(help_wrong_utf8).to_owned()),
        _ => None,
    }
}

/// An argument that is there twice, or beside one that it does not go with.
fn conflict(error: &Error) -> Option<String> {
    let prior = error.get(ContextKind::PriorArg)?;
    let command = text_of(error, ContextKind::InvalidSubcommand);
    match (text_of(error, ContextKind::InvalidArg), prior) {
        (Some(argument), ContextValue::String(other)) if argument == other => Some(say!(help_wrong_twice, argument)),
        (Some(argument), ContextValue::String(other)) => Some(say!(help_wrong_with, argument, other)),
        (Some(argument), ContextValue::Strings(others)) => Some(say!(help_wrong_with_these, argument) + &below(others)),
        (None, ContextValue::String(other)) => Some(say!(help_wrong_command_with, command = command?, other)),
        (None, ContextValue::Strings(others)) => {
            Some(say!(help_wrong_command_with_these, command = command?) + &below(others))
        }
        _ => None,
    }
}

/// Why a value is none. Our own readers answer in the language already; what the language of the program's own library says
/// of numbers is put into words here.
fn reason(text: &str) -> String {
    match text {
        "invalid float literal" => say!(help_reason_no_number).to_owned(),
        "invalid digit found in string" => say!(help_reason_no_whole).to_owned(),
        "cannot parse integer from empty string" => say!(help_reason_no_digits).to_owned(),
        "cannot parse float from empty string" => say!(help_reason_nothing).to_owned(),
        "number too large to fit in target type" => say!(help_reason_too_large).to_owned(),
        "number too small to fit in target type" => say!(help_reason_too_small).to_owned(),
        other => match other.split_once(" is not in ") {
            Some((value, range)) => say!(help_reason_range, value, range),
            None => other.to_owned(),
        },
    }
}

/// What may have been meant.
fn tips(error: &Error) -> Vec<String> {
    let commands = texts_of(error, ContextKind::SuggestedSubcommand);
    let command = match commands.as_slice() {
        [] => None,
        [command] => Some(say!(help_wrong_similar_command, command)),
        several => {
            let quoted: Vec<String> = several.iter().map(|text| say!(help_wrong_quoted, text)).collect();
            Some(say!(help_wrong_similar_commands, commands = quoted.join(", ")))
        }
    };
    let argument = text_of(error, ContextKind::SuggestedArg).map(|argument| say!(help_wrong_similar, argument));
    let value = text_of(error, ContextKind::SuggestedValue).map(|value| say!(help_wrong_similar_value, value));
    let further = match error.get(ContextKind::Suggested) {
        Some(ContextValue::StyledStrs(tips)) => tips.iter().map(|tip| tip_of(&tip.to_string())).collect(),
        _ => Vec::new(),
    };
    command.into_iter().chain(argument).chain(value).chain(further).collect()
}

/// A tip that the parser gives as a sentence of its own.
fn tip_of(sentence: &str) -> String {
    let within = |before: &str, after: &str| sentence.strip_prefix(before)?.strip_suffix(after);
    if let Some((argument, how)) =
        within("to pass '", "'").and_then(|between| between.split_once("' as a value, use '"))
    {
        return say!(help_wrong_as_value, argument, how);
    }
    if let Some(command) = within("subcommand '", "' exists; to use it, remove the '--' before it") {
        return say!(help_wrong_dashes, command);
    }
    match within("'", "' exists") {
        Some(argument) => say!(help_wrong_elsewhere, argument),
        // What a later parser may say stays readable.
        None => format!("tip: {sentence}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CommandLine, language};
    use super::*;
    use clap::CommandFactory;
    use std::collections::BTreeSet;
    use std::ffi::OsString;
    use touchline_words::{Language, in_language};

    /// Wrong command lines, with a word that only stands in the answer in English.
    const WRONG: &[(&[&str], &str)] = &[
        (&["--versoin"], "unexpected"),
        (&["a", "b", "c"], "cannot"),
        (&["funnel"], "required"),
        (&["funnel", "x", "--ties", "foo"], "invalid"),
        (&["funnel", "x", "--ties", "fil"], "similar"),
        (&["funnel", "x", "--ties"], "supplied"),
        (&["check", "a", "b"], "unexpected"),
        (&["check", "--json"], "pass"),
        (&["export", "a", "-o", "a.pdf", "--scale", "zz"], "literal"),
        (&["at-risk", "a", "--days", "x"], "digit"),
        (&["at-risk", "a", "--fall", "101"], "not"),
        (&["at-risk", "a", "--days", "99999999999999999999999"], "large"),
        (&["retention", "a", "--case", "c", "--time", "t", "--duration", "d", "--start", "s"], "cannot"),
        (&["funnel", "a", "--case", "a", "--case", "b"], "multiple"),
        (&["leaks", "a", "--json=yes"], "unexpected"),
        (&["map.ron", "check", "map.ron"], "cannot"),
        (&["--cohorts", "at-risk"], "exists"),
    ];

    fn fault(args: impl IntoIterator<Item = OsString>) -> Error {
        let args = std::iter::once(OsString::from("touchline")).chain(args);
        let command = language::told(CommandLine::command(), None);
        command.try_get_matches_from(args).expect_err("the command line is wrong")
    }

    fn english(error: &Error) -> String {
        let own = error.render().to_string();
        own.strip_prefix("error: ").unwrap().trim_end().to_owned()
    }

    #[test]
    fn english_answers_are_the_parsers_own_to_the_byte() {
        let mut kinds = BTreeSet::new();
        for (args, word) in WRONG {
            let error = fault(args.iter().map(OsString::from));
            kinds.insert(error.kind().to_string());
            assert_eq!(told(&error), english(&error), "{args:?}");
            assert!(told(&error).contains(word), "{args:?}: {}", told(&error));
        }
        assert!(kinds.len() >= 6, "{kinds:?}");
    }

    #[test]
    fn a_tip_that_is_a_sentence_is_known_by_its_words() {
        let tip = "subcommand 'check' exists; to use it, remove the '--' before it";
        assert_eq!(tip_of(tip), format!("tip: {tip}"));
        assert_eq!(tip_of("something new"), "tip: something new");
        in_language(Language::German, || assert!(tip_of(tip).contains("„check“"), "{}", tip_of(tip)));
    }

    #[test]
    #[cfg(unix)]
    fn bytes_that_are_no_text_are_told() {
        use std::os::unix::ffi::OsStringExt;
        let error = fault(["funnel".into(), "a".into(), "--case".into(), OsString::from_vec(vec![0xff])]);
        assert_eq!(told(&error), english(&error));
        in_language(Language::German, || assert!(told(&error).starts_with("mindestens"), "{}", told(&error)));
    }

    #[test]
    fn no_answer_is_in_english_in_another_language() {
        for of in [Language::German, Language::Pseudo] {
            in_language(of, || {
                for (args, word) in WRONG {
                    let text = told(&fault(args.iter().map(OsString::from)));
                    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).collect();
                    let own = [*word, "tip", "argument", "value", "Usage", "OPTIONS", "COMMAND", "possible", "try"];
                    let left: Vec<_> = own.iter().filter(|own| words.contains(own)).collect();
                    assert!(left.is_empty(), "{left:?} in {of:?}: {text}");
                }
            });
        }
    }
}
