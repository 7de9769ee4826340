//! What can go wrong between a log file and its figures, in sentences that say what happened, where, and what to do.
//!
//! Every error knows its [`ErrorClass`], so that the command line maps it to an exit code and the window to a note
//! without looking at the wording.

use std::path::PathBuf;

use touchline_words::say;

use super::clickhouse::ClusterError;
pub use super::error_class::ErrorClass;
use super::masking::masked;

/// An import or a measurement that could not go on. Rows that merely cannot be read are no error: they are counted.
#[derive(Debug)]
pub enum BehaviourError {
    NotFound {
        path: PathBuf,
    },
    Directory {
        path: PathBuf,
    },
    Unreadable {
        name: String,
        reason: String,
    },
    /// Something packed that ends before it is whole, and something packed that is no longer what was packed.
    CutOff {
        name: String,
        what: &'static str,
    },
    Damaged {
        name: String,
        what: &'static str,
    },
    /// Something packed that becomes more than any table does, and how many MB of it came.
    TooTight {
        name: String,
        what: &'static str,
        size: u64,
    },
    Empty {
        name: String,
    },
    HeaderOnly {
        name: String,
        line: u64,
    },
    WrongKind {
        name: String,
        found: String,
        advice: &'static str,
    },
    Workbook {
        name: String,
        reason: String,
    },
    UnknownSheet {
        sheet: String,
        name: String,
        sheets: Vec<String>,
    },
    NoWorkbook {
        name: String,
        sheet: String,
    },
    TooManyFiles {
        name: String,
        files: usize,
        limit: usize,
    },
    OtherColumns {
        first: String,
        other: String,
        difference: String,
    },
    TooManyNames {
        name: String,
        column: &'static str,
        limit: usize,
    },
    TooManyColumns {
        name: String,
        columns: usize,
        limit: usize,
    },
    Changed {
        name: String,
        before: u64,
        now: u64,
    },
    NoUsableRow {
        name: String,
        read: u64,
        reason: String,
        line: u64,
    },
    UnknownColumn {
        column: String,
        header: Vec<String>,
    },
    RoleNotFound {
        role: &'static str,
        header: Vec<String>,
    },
    ShapeNotFound {
        shape: &'static str,
        needed: &'static str,
        header: Vec<String>,
    },
    UnknownShape {
        word: String,
        known: Vec<&'static str>,
    },
    ShapeElsewhere {
        name: String,
        shape: &'static str,
        advice: &'static str,
    },
    NoShape {
        name: String,
        header: Vec<String>,
    },
    NoScore {
        name: String,
        shape: &'static str,
    },
    UnknownEncoding {
        label: String,
    },
    BadStage {
        text: String,
    },
    EventInTwoStages {
        event: String,
        first: String,
        second: String,
    },
    StageTwice {
        name: String,
    },
    NoStage,
    NoRoom {
        folder: PathBuf,
        reason: String,
    },
    Cluster(ClusterError),
    Cancelled,
}

impl std::fmt::Display for BehaviourError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        use BehaviourError::*;
        let said = match self {
            NotFound { path } => say!(log_not_found, path = path.display()),
            Directory { path } => say!(log_directory, path = path.display()),
            Unreadable { name, reason } => say!(log_unreadable, name, reason),
            CutOff { name, what } => say!(log_cut_off, name, what),
            Damaged { name, what } => say!(log_damaged, name, what),
            TooTight { name, what, size } => say!(log_too_tight, name, what, size),
            Empty { name } => say!(log_empty, name),
            HeaderOnly { name, line } => say!(log_header_only, name, line),
            WrongKind { name, found, advice } => say!(log_wrong_kind, name, found, advice),
            Workbook { name, reason } => say!(log_workbook, name, reason),
            UnknownSheet { sheet, name, sheets } => say!(log_unknown_sheet, name, sheet, sheets = sheets.join(", ")),
            NoWorkbook { name, sheet } => say!(log_no_workbook, name, sheet),
            TooManyFiles { name, files, limit } => say!(log_too_many_files, name, files, limit),
            OtherColumns { first, other, difference } => say!(log_other_columns, other, first, difference),
            TooManyNames { name, column, limit } => say!(log_too_many_names, name, column = column_name(column), limit),
            TooManyColumns { name, columns, limit } => say!(log_too_many_columns, name, columns, limit),
            Changed { name, before, now } => say!(log_changed, name, before, now),
            NoUsableRow { name, read, reason, line } => say!(log_no_usable_row, name, read, reason, line),
            UnknownColumn { column, header } => say!(log_unknown_column, column, header = shown(header)),
            RoleNotFound { role, header } => say!(log_role_not_found, role, header = shown(header)),
            ShapeNotFound { shape, needed, header } => {
                say!(log_shape_not_found, shape, needed, header = shown(header))
            }
            UnknownShape { word, known } => say!(log_unknown_shape, word, known = known.join(", ")),
            ShapeElsewhere { name, shape, advice } => say!(log_shape_elsewhere, name, shape, advice),
            NoShape { name, header } => say!(log_no_shape, name, header = shown(header)),
            NoScore { name, shape } => say!(log_no_score, name, shape),
            UnknownEncoding { label } => say!(log_unknown_encoding, label),
            BadStage { text } => say!(log_bad_stage, text),
            EventInTwoStages { event, first, second } => say!(log_event_in_two_stages, event, first, second),
            StageTwice { name } => say!(log_stage_twice, name),
            NoStage => say!(log_no_stage).to_owned(),
            NoRoom { folder, reason } => say!(log_no_room, folder = folder.display(), reason),
            Cluster(error) => return std::fmt::Display::fmt(error, f),
            Cancelled => say!(log_cancelled).to_owned(),
        };
        f.write_str(&said)
    }
}

impl std::error::Error for BehaviourError {}

/// The names of a header. Where a file has none they are a row's, so that what tells of a person is not shown.
fn shown(header: &[String]) -> String {
    header.iter().map(|name| masked(name)).collect::<Vec<_>>().join(", ")
}

/// The column of a role, in words.
fn column_name(column: &str) -> &str {
    match column {
        "event" => say!(log_column_event),
        "segment" => say!(log_column_segment),
        "group" => say!(log_column_group),
        other => other,
    }
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
            | CutOff { .. }
            | Damaged { .. }
            | TooTight { .. }
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
