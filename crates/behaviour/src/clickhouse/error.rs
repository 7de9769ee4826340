//! What can go wrong between a question and a database's answer, in sentences that say what happened and what to do.
//!
//! None of them holds a password, and what a server says is cut short and kept to one line before it is shown.

use crate::error_class::ErrorClass;

/// The environment's name for the password.
pub const PASSWORD_VARIABLE: &str = "TOUCHLINE_CLICKHOUSE_PASSWORD";

/// A question that could not be put to a table, or an answer that cannot be used. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    #[error("this is no address of a table: {problem}; write clickhouse://user@host:8123/database/table")]
    Address { problem: &'static str },
    #[error(
        "the address holds a password, which would be seen by others; leave it out and set {PASSWORD_VARIABLE} instead"
    )]
    PasswordInAddress,
    #[error("{column}: {problem}")]
    Column { column: String, problem: String },
    #[error(
        "a table has no order of rows, so events at the same time cannot follow the order of the file; let their names \
         decide (--ties name)"
    )]
    FileTies,
    #[error("{stages} stages are more than a database is asked at once; {limit} are possible")]
    TooManyStages { stages: usize, limit: usize },
    #[error(
        "{server}: no server answers there ({reason}); check the address, and that the server runs and lets you in"
    )]
    Down { server: String, reason: String },
    #[error("{server}: the connection broke before the answer was whole ({reason}); nothing was changed, try again")]
    Broken { server: String, reason: String },
    #[error(
        "{server}: no answer within {seconds} seconds; nothing was changed. Try again when the server is less busy"
    )]
    Slow { server: String, seconds: u64 },
    #[error("{server}: the server does not let this user in ({said}); check the user in the address and the password")]
    Refused { server: String, said: String },
    #[error("{server}: the server says: {said}")]
    Said { server: String, said: String },
    #[error("{server}: what answers there is no ClickHouse ({said}); is the port that of the HTTP interface, 8123?")]
    Stranger { server: String, said: String },
    #[error("{name}: the answer is longer than {limit} MB; is the event column the right one?")]
    TooLong { name: String, limit: u64 },
    #[error("{name}: the answer ends before its end; get it again, whole")]
    Truncated { name: String },
    #[error("{name}: this is no answer to a question of Touchline (line {line}: {problem})")]
    Foreign { name: String, line: usize, problem: String },
    #[error(
        "{name}: this is the answer to another question; ask with the same columns, stages and groups as --print-sql"
    )]
    OtherQuestion { name: String },
    #[error("{name}: the answer does not add up ({problem}); nothing was changed")]
    Lies { name: String, problem: String },
    #[error(
        "stopped; nothing was changed. The server may be working on the question still, since it could not be stopped: {reason}"
    )]
    NotStopped { reason: String },
    #[error("{name}: the table has no row")]
    NoRow { name: String },
    #[error("{name}: none of {read} rows could be used; most often: {reason}")]
    NoUsableRow { name: String, read: u64, reason: String },
}

impl ClusterError {
    /// Who has to act on it.
    pub fn class(&self) -> ErrorClass {
        use ClusterError::*;
        match self {
            Address { .. } | PasswordInAddress | Column { .. } | FileTies | TooManyStages { .. } => ErrorClass::Usage,
            Down { .. } | Broken { .. } | Slow { .. } | Refused { .. } | NotStopped { .. } => ErrorClass::CouldNot,
            Said { .. }
            | Stranger { .. }
            | TooLong { .. }
            | Truncated { .. }
            | Foreign { .. }
            | OtherQuestion { .. }
            | Lies { .. }
            | NoRow { .. }
            | NoUsableRow { .. } => ErrorClass::BadInput,
        }
    }
}

/// What a server said, fit to be shown: its first line, without what steers a terminal, at most 300 letters.
pub(super) fn short(said: &str) -> String {
    const LONGEST: usize = 300;
    let line = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("nothing");
    let mut short: String =
        line.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(LONGEST).collect();
    if line.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_is_one_short_line() {
        assert_eq!(short("\n\n Code: 60\u{1b}[31m, x\nmore"), "Code: 60 [31m, x");
        assert_eq!(short(""), "nothing");
        let long = short(&"é".repeat(10_000));
        assert_eq!(long.chars().count(), 301);
        assert!(long.ends_with('…'));
    }
}
