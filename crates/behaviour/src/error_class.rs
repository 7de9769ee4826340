//! Who has to act on an error.

/// Who has to act: the writer of the command, the keeper of the file, or the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorClass {
    /// The question was wrong: a column that is not there, an event in two stages. Exit code 2.
    Usage,
    /// The file was wrong: missing, unreadable, not a log. Exit code 3.
    BadInput,
    /// The work could not be done for a reason outside the question and the file. Exit code 1.
    CouldNot,
}
