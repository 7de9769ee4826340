//! What can go wrong with files of maps, in sentences that say what happened, where, and what to do.

use touchline_words::say;

use crate::model::Problem;
use std::fmt;

/// Who has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreErrorClass {
    /// What was asked for is never done. Exit code 2.
    Usage,
    /// The file is not what it should be. Exit code 3.
    BadInput,
    /// A newer Touchline made it. Exit code 4.
    Newer,
    /// The disk or the system did not let us. Exit code 1.
    CouldNot,
}

/// A map that could not be read or written. `name` is the file's path as it was given.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StoreError {
    #[error("{}", say!(store_error_not_found, name))]
    NotFound { name: String },
    #[error("{}", say!(store_error_directory, name))]
    Directory { name: String },
    #[error("{}", say!(store_error_not_a_file, name))]
    NotAFile { name: String },
    #[error("{}", say!(store_error_unreadable, name, reason))]
    Unreadable { name: String, reason: String },
    #[error("{}", say!(store_error_empty, name))]
    Empty { name: String },
    #[error("{}", say!(store_error_too_large, name, megabytes, limit))]
    TooLarge { name: String, megabytes: u64, limit: u64 },
    #[error("{}", say!(store_error_too_many, name, limit, what))]
    TooMany { name: String, what: &'static str, limit: usize },
    #[error("{}", say!(store_error_not_text, name, offset))]
    NotText { name: String, offset: usize },
    #[error("{}", say!(store_error_syntax, name, line, column, what, advice))]
    Syntax { name: String, line: usize, column: usize, what: String, advice: &'static str },
    #[error("{}", say!(store_error_newer, name, found, known))]
    Newer { name: String, found: u64, known: u64 },
    #[error("{name}: {}", Problems(problems))]
    Broken { name: String, problems: Vec<PlacedProblem> },
    #[error("{}", say!(store_error_not_written, name, reason, advice))]
    NotWritten { name: String, reason: String, advice: &'static str },
    /// The new file stands in the place of the old one; whether it outlasts a power cut is not known.
    #[error("{}", say!(store_error_perhaps_not_kept, name, reason))]
    PerhapsNotKept { name: String, reason: String },
    #[error("{}", say!(store_error_is_read, name, read))]
    IsRead { name: String, read: String },
    #[error("{}", say!(store_error_in_use, name))]
    InUse { name: String },
    #[error("{}", say!(store_error_not_the_same, name))]
    NotTheSame { name: String },
}

/// A rule that the map breaks, with the line of the record in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedProblem {
    pub line: Option<usize>,
    pub problem: Problem,
}

impl fmt::Display for PlacedProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => {
                write!(f, "{}", say!(store_problem_line, line, problem = harmless(&self.problem.to_string())))
            }
            None => f.write_str(&harmless(&self.problem.to_string())),
        }
    }
}

/// Text out of a file for a message: cut to a length, and without what could steer a terminal or turn the writing round.
pub(super) fn harmless(text: &str) -> String {
    const CHARS_MAX: usize = 300;
    text.chars().take(CHARS_MAX).map(|letter| if steers(letter) { '\u{fffd}' } else { letter }).collect()
}

/// Whether a character could steer a terminal, turn the writing round or hide something in it.
pub fn steers(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The first problem in words, the others counted.
struct Problems<'a>(&'a [PlacedProblem]);

impl fmt::Display for Problems<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => f.write_str(say!(store_breaks_rule))?,
            [only] => write!(f, "{only}")?,
            [first, others @ ..] => {
                f.write_str(&say!(store_problems_more, first = first.to_string(), more = others.len()))?;
            }
        }
        f.write_str(say!(store_broken_advice))
    }
}

impl StoreError {
    pub fn class(&self) -> StoreErrorClass {
        match self {
            Self::Newer { .. } => StoreErrorClass::Newer,
            Self::IsRead { .. } => StoreErrorClass::Usage,
            Self::NotWritten { .. } | Self::PerhapsNotKept { .. } | Self::NotTheSame { .. } | Self::InUse { .. } => {
                StoreErrorClass::CouldNot
            }
            Self::NotFound { .. }
            | Self::Directory { .. }
            | Self::NotAFile { .. }
            | Self::Unreadable { .. }
            | Self::Empty { .. }
            | Self::TooLarge { .. }
            | Self::TooMany { .. }
            | Self::NotText { .. }
            | Self::Syntax { .. }
            | Self::Broken { .. } => StoreErrorClass::BadInput,
        }
    }
}
