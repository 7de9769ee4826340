//! `touchline sheet`: a map out to Excel or CSV, and an edited sheet back into a new map.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::map_file;
use crate::behaviour::files::{self, Opening};
use crate::edit::sheet::{Fate, FieldChange, SheetChange, sheet_changes};
use crate::model::IdSource;
use crate::session::reads::reads_of_args;
use crate::session::sheet::{SheetFileError, edited_sheet, write_sheet};
use crate::store::Loaded;

/// Write a map as a sheet of lanes and stages, or take an edited sheet back into it
#[derive(Args)]
#[command(after_help = "Example: touchline sheet map.ron -o map.xlsx\n         \
    touchline sheet map.ron map.xlsx --dry-run\n         \
    touchline sheet map.ron map.xlsx -o new.ron\n\n\
    The rows of numbers tie the cells to the map: leave them. Emptying a title takes the record away; \"new: Billboard\" \
    makes one, and in the first row a stage. What the sheet does not show stays as it is. Nothing is taken while anything \
    filled is not understood.")]
pub struct Sheet {
    /// The map file; - reads standard input
    #[arg(value_name = "MAP")]
    map: PathBuf,
    /// An edited sheet of this map; without it, one is written
    #[arg(value_name = "SHEET.{xlsx,csv}")]
    sheet: Option<OsString>,
    /// The file to write: a sheet, or the new map
    #[arg(short, long, value_name = "OUT.{xlsx,csv,ron}", required_unless_present = "dry_run")]
    output: Option<PathBuf>,
    /// Say each change that the sheet would make, and write nothing
    #[arg(long, requires = "sheet", conflicts_with = "output")]
    dry_run: bool,
}

impl Sheet {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let reads = reads_of_args(std::iter::once(self.map.as_os_str()).chain(self.sheet.as_deref()));
        if let Some(output) = &self.output {
            reads.refuse(output)?;
        }
        let Loaded { mut map, unknown } = map_file::load(&self.map)?;
        let Some(sheet) = &self.sheet else {
            // Without a sheet to read, the parser asks for the file to write.
            let output = self.output.as_deref().unwrap_or(Path::new(""));
            return Ok(write_sheet(&map, output, &reads)?);
        };
        if let Some(field) = unknown.first() {
            let (path, line) = (self.map.display(), field.line);
            let message = say!(cli_sheet_unknown, path, line, field = field.path);
            return Err(Failure::new(Exit::CouldNot, message));
        }
        let is_map = |output: &Path| output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
        if self.output.as_deref().is_some_and(|output| !is_map(output)) {
            return Err(Failure::new(Exit::Usage, say!(cli_sheet_needs_map)));
        }
        let source = files::from_arg(sheet, &Opening::default())?;
        let Some(output) = &self.output else {
            let changes = edited_sheet(&map, &source, &mut IdSource::random())?;
            return say_changes(out, &changes.map_or(Vec::new(), |edit| sheet_changes(&map, &edit)));
        };
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
        Ok(reads.save_map(output, &map)?)
    }
}

/// Each change in a line of its own, a record's fields below it.
fn say_changes(out: &mut dyn Write, changes: &[SheetChange]) -> Result<(), Failure> {
    if changes.is_empty() {
        tell(say!(cli_sheet_nothing));
    }
    let mut lines = String::new();
    for SheetChange { record, fate } in changes {
        let mut line = |words: String| lines.push_str(&format!("{words}\n"));
        match fate {
            Fate::Made(stage) if stage.is_empty() => line(say!(cli_sheet_new, record)),
            Fate::Made(stage) => line(say!(cli_sheet_new_in, record, stage)),
            Fate::Gone => line(say!(cli_sheet_gone, record)),
            Fate::Changed(fields) => {
                line(record.clone());
                for FieldChange { field, before, after } in fields {
                    line(format!("  {field}: {} → {}", written(before), written(after)));
                }
            }
        }
    }
    Ok(out.write_all(lines.as_bytes())?)
}

/// A field's text on one line.
fn written(text: &Option<String>) -> String {
    match text.as_deref() {
        None | Some("") => say!(cli_sheet_empty).to_owned(),
        Some(text) => text.replace(['\n', '\r'], " ⏎ "),
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
