//! From paths to one log: a file, the sheet of a workbook, or several files read one behind the other.

mod book;
pub mod campaign_report;
mod by_id;
pub mod folder;
mod hidden;
mod html_table;
mod joined;
mod opening;
mod packed;
mod rewrite;
mod sheet_text;
mod swapped_dates;
mod tables;
mod tags;
mod unpack;
mod workbook;
mod zip_guard;

use touchline_words::say;

#[cfg(test)]
mod stop_tests;
#[cfg(test)]
mod tests;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::error::BehaviourError;
use super::progress::Progress;
use super::source::{Sheets, Source};
use super::wrong_kind;
use book::Kind;
use by_id::with_partner;
pub use opening::{CutBy, Join, On, Opening};

/// Bytes of a web page of which a table is read.
const MOST_OF_PAGE: usize = 64 << 20;

/// Files that are read as one log at most.
pub const MOST_FILES: usize = 1000;

/// Opens a file, a folder of logs, or several files as one log.
///
/// # Errors
/// One of them cannot be read, is no log, or has other columns than the first.
pub fn open(paths: &[PathBuf], opening: &Opening) -> Result<Source, BehaviourError> {
    open_until(paths, opening, &Arc::default())
}

/// The same, until `stop` is cancelled: what is being unpacked ends there.
///
/// # Errors
/// Those of [`open`], and [`BehaviourError::Cancelled`].
pub fn open_until(paths: &[PathBuf], opening: &Opening, stop: &Arc<Progress>) -> Result<Source, BehaviourError> {
    let opened = open_stoppable(paths, opening, stop);
    // Whatever a reader that was stopped is taken for, it was stopped.
    if stop.is_cancelled() { Err(BehaviourError::Cancelled) } else { opened }
}

fn open_stoppable(paths: &[PathBuf], opening: &Opening, stop: &Arc<Progress>) -> Result<Source, BehaviourError> {
    let (name, (files, others)) = match paths {
        [only] if only.is_dir() => (only.display().to_string(), folder::logs_and_others(only)?),
        [only] => (only.display().to_string(), (vec![only.clone()], Vec::new())),
        several => (joint_name(several), (several.to_vec(), Vec::new())),
    };
    if files.len() > MOST_FILES {
        return Err(BehaviourError::TooManyFiles { name, files: files.len(), limit: MOST_FILES });
    }
    let open_one = |path: &PathBuf| {
        stop.stop_if_cancelled()?;
        let mut file = Source::of_file(path)?;
        let bytes = file.size();
        file.stop = Some(Arc::clone(stop));
        let mut table = file.with_table(opening)?.of_file_of_size(bytes);
        table.stop = None;
        Ok(table)
    };
    let is_folder = matches!(paths, [only] if only.is_dir());
    // Beside logs that can be read, one that cannot be unpacked or is something else by its first bytes is named and left out.
    let is_none = |path: &PathBuf| match folder::is_packed(path) {
        true => open_one(path).is_err(),
        false => Source::of_file(path).and_then(|source| is_something_else(&source)).unwrap_or(false),
    };
    let (broken, readable): (Vec<PathBuf>, Vec<PathBuf>) =
        files.iter().cloned().partition(|path| is_folder && is_none(path));
    let files = if readable.is_empty() { files } else { readable };
    let broken = broken.iter().filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let others: Vec<String> = others.into_iter().chain(broken).collect();
    let source = match files.as_slice() {
        [only] if !opening.drop_duplicates => open_one(only),
        several => joined_or_one(name, several.iter().map(|path| (path.as_path(), open_one(path))), opening),
    }?;
    let bytes = source.size_of_file();
    Ok(with_partner(source.noting(left_out(&others)), opening, stop)?.of_file_of_size(bytes))
}

/// Whether a file that is called like a log is none by its first bytes: neither text nor a workbook.
fn is_something_else(source: &Source) -> Result<bool, BehaviourError> {
    let is_packed = source.head(2)? == b"\x1F\x8B";
    Ok(!is_packed && Kind::of_source(source)?.is_none() && wrong_kind::of_bytes(&source.head(4096)?).is_some())
}

/// What is said of files in a folder that are not read.
fn left_out(others: &[String]) -> Option<String> {
    /// So many are named.
    const NAMED: usize = 8;
    let names = others.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match others.len() {
        0 => None,
        count if count <= NAMED => Some(say!(log_folder_others, names)),
        count => Some(say!(log_folder_more_others, names, more = count - NAMED)),
    }
}

/// Opens what a command-line argument names: a path, or `-` for standard input.
///
/// # Errors
/// Those of [`open`].
#[expect(clippy::disallowed_methods, reason = "a log is read on some day")]
pub fn from_arg(arg: &OsStr, opening: &Opening) -> Result<Source, BehaviourError> {
    if arg != "-" {
        return open(&[PathBuf::from(arg)], opening);
    }
    let name = say!(log_standard_input);
    let piped = Source::from_reader(name, &mut std::io::stdin().lock(), SystemTime::now())?;
    let piped = piped.with_table(opening)?;
    let piped = match opening.drop_duplicates {
        true => joined_or_one(name.to_owned(), std::iter::once((Path::new(name), Ok(piped))), opening)?,
        false => piped,
    };
    with_partner(piped, opening, &Arc::default())
}

/// The same for files that are in memory, each with its name.
///
/// # Errors
/// Those of [`open`].
pub fn of_bytes(parts: Vec<(&str, Vec<u8>)>, written: SystemTime, opening: &Opening) -> Result<Source, BehaviourError> {
    let several = parts.len() > 1;
    let mut sources = Vec::new();
    for (name, bytes) in parts {
        let source = Source::from_bytes(name, bytes, written).and_then(|one| one.with_table(opening));
        sources.push((Path::new(name), source));
    }
    match sources.pop() {
        Some((_, only)) if !several && !opening.drop_duplicates => only,
        last => joined_or_one("files".to_owned(), sources.into_iter().chain(last), opening),
    }
}

impl Source {
    /// Opens a file, the sheet of a workbook that holds its table, or all logs in a folder as one.
    ///
    /// # Errors
    /// What is there cannot be read, is empty, or is no log.
    pub fn open(path: &Path) -> Result<Source, BehaviourError> {
        open(&[path.to_owned()], &Opening::default())
    }

    /// What a command-line argument names: a path, or `-` for standard input.
    pub fn from_arg(arg: &OsStr) -> Result<Source, BehaviourError> {
        from_arg(arg, &Opening::default())
    }

    /// The same log as the table that is meant in it: what is packed, a sheet of a workbook, one of several tables.
    fn with_table(self, opening: &Opening) -> Result<Source, BehaviourError> {
        let asked = opening.sheet.as_deref();
        let stop = self.stop.clone();
        let mut this = packed::unpacked(self, opening)?;
        this.stop = stop;
        if html_table::may_be_page(this.name(), &this.head(64 * 1024)?)
            && let Some(text) = html_table::text(&this.head(MOST_OF_PAGE)?)
        {
            return this.made_of_page().into_table(text);
        }
        if let Some(kind) = Kind::of_source(&this)? {
            return this.with_sheet_of_book(kind, opening);
        }
        if let Some(text) = campaign_report::text(&this) {
            return this.into_table(text);
        }
        let is_chosen = this.tables().is_some();
        let this = if is_chosen { this } else { tables::in_text(this, asked)? };
        match (asked, this.tables()) {
            (Some(sheet), None) => {
                Err(BehaviourError::NoWorkbook { name: this.name().to_owned(), sheet: sheet.to_owned() })
            }
            (_, Some(several)) => {
                let told = tables::told(several);
                Ok(this.noting(told))
            }
            (None, None) => Ok(this),
        }
    }

    fn with_sheet_of_book(self, kind: Kind, opening: &Opening) -> Result<Source, BehaviourError> {
        // Of an archive the name was that of the workbook in it.
        let sheet = if self.tables().is_some() { None } else { opening.sheet.as_deref() };
        let asked = workbook::Asked { sheet, swap_days: opening.swap_days };
        let read = workbook::read(self.name(), &self, kind, asked)?;
        self.check_unchanged()?;
        let of_archive = self.tables().cloned();
        let notes = [
            of_archive.as_ref().and_then(tables::told),
            (read.merged > 0).then(|| say!(log_merged_cells, count = read.merged)),
            (read.hidden.rows > 0).then(|| say!(log_hidden_rows, count = read.hidden.rows)),
        ];
        let swapped = read.swapped.iter().map(|(column, dates)| {
            let column = swapped_dates::letters(*column);
            match opening.swap_days {
                true => say!(log_days_swapped_back, column, dates),
                false => say!(log_days_swapped, column, dates),
            }
        });
        let notes: Vec<String> = notes.into_iter().flatten().chain(swapped).collect();
        let sheets = Sheets { chosen: read.name, names: read.names };
        let source = self.into_sheet(read.text, sheets)?.with_swapped_days(!read.swapped.is_empty());
        let source = source.with_hidden_columns(read.hidden.columns);
        let source = match of_archive {
            Some(tables) => source.with_tables(tables),
            None => source,
        };
        Ok(notes.into_iter().fold(source, |source, note| source.noting(Some(note))))
    }
}

fn joined_or_one<'a>(
    name: String,
    sources: impl Iterator<Item = (&'a Path, Result<Source, BehaviourError>)>,
    opening: &Opening,
) -> Result<Source, BehaviourError> {
    Ok(Source::of_several(&name, Arc::new(joined::Joined::of(sources, opening)?)))
}

/// `a.csv and 3 more`.
fn joint_name(paths: &[PathBuf]) -> String {
    let first = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
    say!(log_files_more, first, more = paths.len().saturating_sub(1))
}
