//! What can go wrong between a log file and its figures, in sentences that say what happened, where, and what to do.
//!
//! Every error knows its [`ErrorClass`], so that the command line maps it to an exit code and the window to a note
//! without looking at the wording.

use std::path::PathBuf;

use super::clickhouse::ClusterError;
pub use super::error_class::ErrorClass;

/// An import or a measurement that could not go on. Rows that merely cannot be read are no error: they are counted.
#[derive(Debug, thiserror::Error)]
pub enum BehaviourError {
    #[error("{}: no such file; check the path", path.display())]
    NotFound { path: PathBuf },
    #[error("{}: this is a folder without a log in it; give a folder of CSV files or workbooks, or one file", path.display())]
    Directory { path: PathBuf },
    #[error("{name}: cannot be read ({reason}); check that you may open it and that the disk is there")]
    Unreadable { name: String, reason: String },
    #[error("{name}: the file is empty; export the log again")]
    Empty { name: String },
    #[error("{name}: there is a header on line {line} and no row below it; export the log again with its rows")]
    HeaderOnly { name: String, line: u64 },
    #[error("{name}: this is {found}, not a table of text; {advice}")]
    WrongKind { name: String, found: String, advice: &'static str },
    #[error(
        "{name}: this is an Excel workbook that cannot be read ({reason}); open it in Excel or LibreOffice and save it \
         again, or as CSV"
    )]
    Workbook { name: String, reason: String },
    #[error("{name}: there is no sheet “{sheet}”; the workbook has: {}", sheets.join(", "))]
    UnknownSheet { sheet: String, name: String, sheets: Vec<String> },
    #[error("{name}: this is no Excel workbook, so there is no sheet “{sheet}” in it")]
    NoWorkbook { name: String, sheet: String },
    #[error("{name}: {files} files, more than the {limit} that are read as one log; give fewer")]
    TooManyFiles { name: String, files: usize, limit: usize },
    #[error("“{other}” has other columns than “{first}”, so they are no one log: {difference}")]
    OtherColumns { first: String, other: String, difference: String },
    #[error("{name}: the {column} column has more than {limit} different values; it is hardly the right column")]
    TooManyNames { name: String, column: &'static str, limit: usize },
    #[error("{name}: {columns} columns, more than the {limit} that can be read; is the delimiter right?")]
    TooManyColumns { name: String, columns: usize, limit: usize },
    #[error(
        "{name}: changed while it was being read (it was {before} bytes, now {now}); try again when it is complete"
    )]
    Changed { name: String, before: u64, now: u64 },
    #[error("{name}: none of {read} rows could be used; most often: {reason} (first on line {line})")]
    NoUsableRow { name: String, read: u64, reason: String, line: u64 },
    #[error("there is no column “{column}”; the header has: {}", header.join(", "))]
    UnknownColumn { column: String, header: Vec<String> },
    #[error("no column was recognised as the {role}; name it; the header has: {}", header.join(", "))]
    RoleNotFound { role: &'static str, header: Vec<String> },
    #[error("this is not {shape}, which needs {needed}; the header has: {}", header.join(", "))]
    ShapeNotFound { shape: &'static str, needed: &'static str, header: Vec<String> },
    #[error("“{word}” is no shape of file that is known; these are: {}", known.join(", "))]
    UnknownShape { word: String, known: Vec<&'static str> },
    #[error("{name}: this is {shape}, which is read in another way; {advice}")]
    ShapeElsewhere { name: String, shape: &'static str, advice: &'static str },
    #[error("{name}: no shape of file was recognised by its columns; name one with --shape; the header has: {}", header.join(", "))]
    NoShape { name: String, header: Vec<String> },
    #[error(
        "{name}: this is {shape}, and nothing in it fills a metric; a scorecard is filled by surveys (0 to 10, or five or seven \
         grades), completion, files of customers with the day on which each cancelled, and logs or counts whose names tell of \
         taking part or of recommendations"
    )]
    NoScore { name: String, shape: &'static str },
    #[error("“{label}” is no encoding that is known; examples: UTF-8, windows-1252, UTF-16LE")]
    UnknownEncoding { label: String },
    #[error("“{text}” is no stage: write 'NAME=event a|event b'")]
    BadStage { text: String },
    #[error("the event “{event}” is in two stages, “{first}” and “{second}”; an event belongs to one")]
    EventInTwoStages { event: String, first: String, second: String },
    #[error("two stages are called “{name}”; give each its own name")]
    StageTwice { name: String },
    #[error("no stage was given; name at least one as 'NAME=event a|event b'")]
    NoStage,
    #[error(
        "the temporary file for events cannot be used in {} ({reason}); free some space there, name another folder in \
         TMPDIR, or allow more memory with --memory-limit",
        folder.display()
    )]
    NoRoom { folder: PathBuf, reason: String },
    #[error(transparent)]
    Cluster(ClusterError),
    #[error("stopped before the end; nothing was changed")]
    Cancelled,
}

impl BehaviourError {
    /// Who has to act on it.
    pub fn class(&self) -> ErrorClass {
        use BehaviourError::*;
        match self {
            UnknownColumn { .. }
            | RoleNotFound { .. }
            | UnknownEncoding { .. }
            | ShapeNotFound { .. }
            | UnknownShape { .. }
            | ShapeElsewhere { .. }
            | NoShape { .. }
            | BadStage { .. }
            | EventInTwoStages { .. }
            | StageTwice { .. }
            | UnknownSheet { .. }
            | NoWorkbook { .. }
            | NoStage => ErrorClass::Usage,
            NotFound { .. }
            | Directory { .. }
            | Unreadable { .. }
            | Empty { .. }
            | HeaderOnly { .. }
            | WrongKind { .. }
            | Workbook { .. }
            | TooManyFiles { .. }
            | OtherColumns { .. }
            | TooManyColumns { .. }
            | TooManyNames { .. }
            | Changed { .. }
            | NoScore { .. }
            | NoUsableRow { .. } => ErrorClass::BadInput,
            Cluster(error) => error.class(),
            Cancelled | NoRoom { .. } => ErrorClass::CouldNot,
        }
    }
}
