//! `touchline sheet`: a map out to Excel or CSV, and an edited sheet back into a new map.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::map_file;
use crate::behaviour::files::{self, Opening};
use crate::model::IdSource;
use crate::session::reads::reads_of_args;
use crate::session::sheet::{SheetFileError, edited_sheet, write_sheet};
use crate::store::Loaded;

/// Write a map as a sheet of lanes and stages, or take an edited sheet back into it
#[derive(Args)]
#[command(after_help = "Example: touchline sheet map.ron -o map.xlsx\n         \
    touchline sheet map.ron map.xlsx -o new.ron\n\n\
    The rows of numbers tie the cells to the map: leave them. Emptying a title takes the record away; a title without a \
    number makes one. What the sheet does not show stays as it is.")]
pub struct Sheet {
    /// The map file; - reads standard input
    #[arg(value_name = "MAP")]
    map: PathBuf,
    /// An edited sheet of this map; without it, one is written
    #[arg(value_name = "SHEET.{xlsx,csv}")]
    sheet: Option<OsString>,
    /// The file to write: a sheet, or the new map
    #[arg(short, long, value_name = "OUT.{xlsx,csv,ron}")]
    output: PathBuf,
}

impl Sheet {
    pub fn run(&self) -> Result<(), Failure> {
        let reads = reads_of_args(std::iter::once(self.map.as_os_str()).chain(self.sheet.as_deref()));
        reads.refuse(&self.output)?;
        let Loaded { mut map, unknown } = map_file::load(&self.map)?;
        let Some(sheet) = &self.sheet else { return Ok(write_sheet(&map, &self.output, &reads)?) };
        if let Some(field) = unknown.first() {
            let (path, line) = (self.map.display(), field.line);
            let message = say!(cli_sheet_unknown, path, line, field = field.path);
            return Err(Failure::new(Exit::CouldNot, message));
        }
        if self.output.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("ron")) {
            return Err(Failure::new(Exit::Usage, say!(cli_sheet_needs_map)));
        }
        let source = files::from_arg(sheet, &Opening::default())?;
        match edited_sheet(&map, &source, &mut IdSource::random())? {
            Some(edit) => {
                tell(&match edit.changes.len() {
                    1 => say!(cli_sheet_one).to_owned(),
                    count => say!(cli_sheet_changed, count),
                });
                map = map.after(&edit).map_err(|error| Failure::new(Exit::BadInput, error.to_string()))?;
            }
            None => tell(say!(cli_sheet_nothing)),
        }
        Ok(reads.save_map(&self.output, &map)?)
    }
}

impl From<SheetFileError> for Failure {
    fn from(error: SheetFileError) -> Failure {
        match error {
            SheetFileError::Store(error) => error.into(),
            SheetFileError::Source(error) => error.into(),
            SheetFileError::Ending { .. } => Failure::new(Exit::Usage, error.to_string()),
            SheetFileError::Cells(_) => Failure::new(Exit::CouldNot, error.to_string()),
            SheetFileError::Sheet { .. } | SheetFileError::Text { .. } => {
                Failure::new(Exit::BadInput, error.to_string())
            }
        }
    }
}
