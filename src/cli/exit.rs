//! How a command ends: its exit code, its message, and the lines it writes to standard error on the way.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use touchline_words::say;

use crate::behaviour::error::{BehaviourError, ErrorClass};
use crate::store::{StoreError, StoreErrorClass, steers};

/// What an exit code says. Scripts rest on the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// Not written, no display, disk.
    CouldNot = 1,
    /// An unknown flag or column, an event in two stages, a file that is read named as the one to write.
    Usage = 2,
    /// Missing, unreadable, not what it should be, no row of use.
    BadInput = 3,
    /// Made by a newer Touchline.
    Newer = 4,
    /// What was looked for and should not be there was found.
    Found = 5,
    /// Text would be smaller than was allowed.
    TooSmall = 6,
    /// Both sides of a merge did something else to the same; the file is written.
    Conflicts = 7,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// Why a command did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    exit: Exit,
    message: String,
    closed_pipe: bool,
}

impl Failure {
    /// A failure with its sentence: what happened, where, and what to do.
    pub fn new(exit: Exit, message: impl Into<String>) -> Failure {
        Failure { exit, message: message.into(), closed_pipe: false }
    }

    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// Whether the reader of standard output has gone away, which is its right.
    pub fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        let exit = match error.class() {
            StoreErrorClass::Usage => Exit::Usage,
            StoreErrorClass::BadInput => Exit::BadInput,
            StoreErrorClass::Newer => Exit::Newer,
            StoreErrorClass::CouldNot => Exit::CouldNot,
        };
        Failure::new(exit, error.to_string())
    }
}

impl From<BehaviourError> for Failure {
    fn from(error: BehaviourError) -> Failure {
        let exit = match error.class() {
            ErrorClass::Usage => Exit::Usage,
            ErrorClass::BadInput => Exit::BadInput,
            ErrorClass::CouldNot => Exit::CouldNot,
        };
        Failure::new(exit, error.to_string())
    }
}

/// Writing the result has failed.
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        let closed_pipe = error.kind() == std::io::ErrorKind::BrokenPipe;
        Failure { closed_pipe, ..Failure::new(Exit::CouldNot, say!(cli_not_written, error = error.to_string())) }
    }
}

/// A message to the person, on standard error. Nobody listening is no reason to stop.
pub fn tell(message: &str) {
    // A name out of a file stands in many a message.
    let message = message.replace(|letter| letter != '\n' && steers(letter), "\u{fffd}");
    let _ = writeln!(std::io::stderr().lock(), "touchline: {message}");
}

/// A line that is overwritten by the next, to be seen while one waits; written only to a terminal.
pub struct Progress {
    shown: bool,
    wanted: bool,
}

impl Progress {
    pub fn new() -> Progress {
        Progress { shown: false, wanted: std::io::stderr().is_terminal() }
    }

    pub fn show(&mut self, text: &str) {
        if self.wanted {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K{text}");
            self.shown = true;
        }
    }
}

impl Default for Progress {
    fn default() -> Progress {
        Progress::new()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K");
        }
    }
}
