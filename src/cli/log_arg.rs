//! The log of a command: one file, a sheet of a workbook, a folder read as one, or standard input.

use std::ffi::{OsStr, OsString};

use clap::Args;

use super::exit::say;
use super::words::grouped;
use crate::behaviour::error::BehaviourError;
use crate::behaviour::files::{self, Opening};
use crate::behaviour::source::Source;

/// The log and how it is opened.
#[derive(Args)]
pub struct LogArg {
    /// The log: a CSV file, an Excel workbook, or a folder of them read as one; - reads standard input
    #[arg(value_name = "LOG.csv")]
    log: OsString,
    /// The sheet of a workbook; without, the one that looks most like a table
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Of rows that are the same in every field, read the first alone
    #[arg(long)]
    drop_duplicates: bool,
}

impl LogArg {
    /// What was named.
    pub fn path(&self) -> &OsStr {
        &self.log
    }

    /// Opens it, and says what was left out. `column_names` are names that its header is known to have.
    pub fn open(&self, column_names: Vec<String>) -> Result<Source, BehaviourError> {
        let opening = Opening { sheet: self.sheet.clone(), drop_duplicates: self.drop_duplicates, column_names };
        let source = files::from_arg(&self.log, &opening)?;
        source.notes().iter().for_each(|note| say(note));
        if let Some(sheets) = source.sheets().filter(|sheets| self.sheet.is_none() && sheets.names.len() > 1) {
            say(&format!("the sheet “{}” was taken; the workbook has: {}", sheets.chosen, sheets.names.join(", ")));
        }
        Ok(source)
    }
}

/// Says how many rows were left out as duplicates, now that the log has been read.
pub fn say_dropped(source: &Source) {
    match source.duplicates_dropped() {
        None => {}
        Some(1) => say("1 row was an exact duplicate of another and is left out"),
        Some(count) => say(&format!("{} rows were exact duplicates of others and are left out", grouped(count))),
    }
}
