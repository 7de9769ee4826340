//! What can go wrong with files of maps, in sentences that say what happened, where, and what to do.

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
    #[error("{name}: no such file; check the path")]
    NotFound { name: String },
    #[error("{name}: this is a folder; give one map file inside it")]
    Directory { name: String },
    #[error("{name}: this is a pipe or a device, not a file; give a map file")]
    NotAFile { name: String },
    #[error("{name}: cannot be read ({reason}); check that you may open it and that the disk is there")]
    Unreadable { name: String, reason: String },
    #[error("{name}: the file is empty; open an older copy or a draft")]
    Empty { name: String },
    #[error("{name}: {megabytes} MB, more than the {limit} MB that a map may have; is this a map?")]
    TooLarge { name: String, megabytes: u64, limit: u64 },
    #[error("{name}: more than {limit} {what}, which no map needs; is this a map?")]
    TooMany { name: String, what: &'static str, limit: usize },
    #[error("{name}: not a text in UTF-8 (byte {offset}); this is no map, or the disk damaged it: open an older copy")]
    NotText { name: String, offset: usize },
    #[error("{name}, line {line}, column {column}: {what}; {advice}")]
    Syntax { name: String, line: usize, column: usize, what: String, advice: &'static str },
    #[error(
        "{name}: made by a newer Touchline (file format {found}, this one reads up to {known}); \
         update Touchline to open it"
    )]
    Newer { name: String, found: u64, known: u64 },
    #[error("{name}: {}", Problems(problems))]
    Broken { name: String, problems: Vec<PlacedProblem> },
    #[error("{name}: not written ({reason}); {advice}")]
    NotWritten { name: String, reason: String, advice: &'static str },
    #[error("{name}: nothing is written, since {read} is that very file and is read; give the new file another name")]
    IsRead { name: String, read: String },
    #[error("{name}: this draft is open in another window; close it there first")]
    InUse { name: String },
    #[error("{name}: not written, since reading it back would not give the same map; export it and report this")]
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
            Some(line) => write!(f, "line {line}: {}", harmless(&self.problem.to_string())),
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
            [] => f.write_str("the map breaks a rule")?,
            [only] => write!(f, "{only}")?,
            [first, others @ ..] => write!(f, "{first} (and {} more; touchline check lists them)", others.len())?,
        }
        f.write_str("; correct it in a text editor, or open an older copy")
    }
}

impl StoreError {
    pub fn class(&self) -> StoreErrorClass {
        match self {
            Self::Newer { .. } => StoreErrorClass::Newer,
            Self::IsRead { .. } => StoreErrorClass::Usage,
            Self::NotWritten { .. } | Self::NotTheSame { .. } | Self::InUse { .. } => StoreErrorClass::CouldNot,
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
