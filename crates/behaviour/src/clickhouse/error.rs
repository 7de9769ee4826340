//! What can go wrong between a question and a database's answer, in sentences that say what happened and what to do.
//!
//! None of them holds a password, and what a server says is cut short and kept to one line before it is shown.

use touchline_words::say;

use crate::error_class::ErrorClass;

/// The environment's name for the password.
pub const PASSWORD_VARIABLE: &str = "TOUCHLINE_CLICKHOUSE_PASSWORD";

/// A question that could not be put to a table, or an answer that cannot be used. Nothing was changed.
#[derive(Debug)]
pub enum ClusterError {
    Address {
        problem: &'static str,
    },
    PasswordInAddress,
    Column {
        column: String,
        problem: String,
    },
    FileTies,
    TooManyStages {
        stages: usize,
        limit: usize,
    },
    Down {
        server: String,
        reason: String,
    },
    Broken {
        server: String,
        reason: String,
    },
    Slow {
        server: String,
        seconds: u64,
    },
    Refused {
        server: String,
        said: String,
    },
    Said {
        server: String,
        said: String,
    },
    Stranger {
        server: String,
        said: String,
    },
    /// The server could not show that it is the one that was named.
    Unproven {
        server: String,
        problem: String,
    },
    /// What answers speaks no TLS.
    NotEncrypted {
        server: String,
    },
    /// The keyring has the password and does not give it.
    Keyring {
        reason: String,
    },
    TooLong {
        name: String,
        limit: u64,
    },
    Truncated {
        name: String,
    },
    Foreign {
        name: String,
        line: usize,
        problem: String,
    },
    OtherQuestion {
        name: String,
    },
    Lies {
        name: String,
        problem: String,
    },
    NotStopped {
        reason: String,
    },
    NoRow {
        name: String,
    },
    NoUsableRow {
        name: String,
        read: u64,
        reason: String,
    },
    SeveralWritings {
        name: String,
        rows: u64,
    },
}

impl std::fmt::Display for ClusterError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use ClusterError::*;
        let said = match self {
            Address { problem } => say!(database_address, problem),
            PasswordInAddress => say!(database_password_in_address, variable = PASSWORD_VARIABLE),
            Column { column, problem } => say!(database_column, column, problem),
            FileTies => say!(database_file_ties).to_owned(),
            TooManyStages { stages, limit } => say!(database_too_many_stages, stages, limit),
            Down { server, reason } => say!(database_down, server, reason),
            Broken { server, reason } => say!(database_broken, server, reason),
            Slow { server, seconds } => say!(database_slow, server, seconds),
            Refused { server, said } => say!(database_refused, server, said),
            Said { server, said } => say!(database_said, server, said),
            Stranger { server, said } => say!(database_stranger, server, said),
            Unproven { server, problem } => say!(database_unproven, server, problem),
            NotEncrypted { server } => say!(database_not_encrypted, server),
            Keyring { reason } => say!(database_keyring, reason),
            TooLong { name, limit } => say!(database_too_long, name, limit),
            Truncated { name } => say!(database_truncated, name),
            Foreign { name, line, problem } => say!(database_foreign, name, line, problem),
            OtherQuestion { name } => say!(database_other_question, name),
            Lies { name, problem } => say!(database_lies, name, problem),
            NotStopped { reason } => say!(database_not_stopped, reason),
            NoRow { name } => say!(database_no_row, name),
            NoUsableRow { name, read, reason } => say!(database_no_usable_row, name, read, reason),
            SeveralWritings { name, rows } => say!(database_several_writings_row, name, rows),
        };
        f.write_str(&said)
    }
}

impl std::error::Error for ClusterError {}

impl ClusterError {
    /// Who has to act on it.
    pub fn class(&self) -> ErrorClass {
        use ClusterError::*;
        match self {
            Address { .. } | PasswordInAddress | Column { .. } | FileTies | TooManyStages { .. } => ErrorClass::Usage,
            Down { .. }
            | Broken { .. }
            | Slow { .. }
            | Refused { .. }
            | Unproven { .. }
            | NotEncrypted { .. }
            | Keyring { .. }
            | NotStopped { .. } => ErrorClass::CouldNot,
            Said { .. }
            | Stranger { .. }
            | TooLong { .. }
            | Truncated { .. }
            | Foreign { .. }
            | OtherQuestion { .. }
            | Lies { .. }
            | NoRow { .. }
            | NoUsableRow { .. }
            | SeveralWritings { .. } => ErrorClass::BadInput,
        }
    }
}

/// What a server said, fit to be shown: its first line, without what steers a terminal, at most 300 letters.
pub(super) fn short(said: &str) -> String {
    const LONGEST: usize = 300;
    let line = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(say!(database_said_nothing));
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
