//! Where a log comes from: a file on disk, bytes that came through a pipe, a sheet of a workbook, or several files as one.
//!
//! Opening proves that the thing exists, can be read and is not empty; how its text is cut is not known yet. A file is only
//! ever opened for reading. The size and time of modification of the moment of opening are kept, so that a file which
//! changes under the reader is noticed at the end ([`Source::check_unchanged`]).
//!
//! # Limits
//! What comes through a pipe is held in memory up to 64 MB and lies enciphered in a file without a name beyond that
//! ([`super::spool`]). The text of a sheet is held whole in memory.

use std::fs::File;
use std::io::{Cursor, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use touchline_words::say;

use super::error::BehaviourError;
use super::nameless;
use super::progress::Progress;
use super::spool::Spool;
use super::stoppable::Stoppable;

/// One log, opened: not empty, readable, of known size.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    body: Body,
    size: u64,
    /// Bytes of the file where the text is made of it, as out of a workbook.
    size_of_file: Option<u64>,
    /// Whether the text is made of a table of a web page.
    is_page: bool,
    /// When a file was last written: only to notice that it changes. It decides nothing, since a copy has another.
    written: Option<SystemTime>,
    /// The clock when it was opened.
    now: SystemTime,
    /// How the text is cut, where this program has written it: UTF-8 then, whatever the file was.
    cut: Option<Cut>,
    sheets: Option<Arc<Sheets>>,
    /// The tables of an archive or a text that holds several.
    tables: Option<Arc<Sheets>>,
    partner: Option<Arc<Partner>>,
    /// Stops its readers, while it is being opened.
    pub(super) stop: Option<Arc<Progress>>,
    /// Rows that were left out as duplicates when this text was made of others.
    dropped: Option<u64>,
    /// Whether there are columns in which a spreadsheet has swapped days and months.
    swapped_days: bool,
    /// Columns that do not show in the sheet, from one to another, counted from 0.
    hidden_columns: Vec<(u32, u32)>,
    /// What was left out or put right when it was opened.
    notes: Vec<String>,
}

#[derive(Clone, Debug)]
enum Body {
    File(PathBuf),
    Memory(Arc<[u8]>),
    Spooled(Arc<Spool>),
    Several(Arc<dyn Several>),
}

/// The delimiter and the quote of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    pub delimiter: u8,
    pub quote: Option<u8>,
}

/// The sheets of a workbook, or the tables of a file that holds several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// The one that is read.
    pub chosen: String,
    /// All that can be.
    pub names: Vec<String>,
}

/// A second file whose columns were added to the rows by an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its name without its folders.
    pub file: String,
    /// The columns with the id, as a person reads them.
    pub on: String,
    /// The columns that may have it, those and others, the likeliest first: those of the log, and those of the second file.
    pub pairs: Vec<(String, String)>,
    /// So many columns are those of the log; those behind them are of the second file.
    pub own_columns: usize,
}

/// A line of a log in the file where a person finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name, where the log is several.
    pub file: Option<String>,
    pub line: u64,
}

/// A reader that can also go to a byte position: a file or memory.
pub trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

/// Several files that are read as one log. What a source must know of them is said here and done in `files`, which reads
/// each of them as a source in turn.
pub trait Several: std::fmt::Debug + Send + Sync {
    /// How the text is cut.
    fn cut(&self) -> Cut;
    /// Bytes of all files together, as they lie on the disk.
    fn size(&self) -> u64;
    /// The clock when they were opened.
    fn now(&self) -> SystemTime;
    /// The files' names in their order.
    fn names(&self) -> Vec<String>;
    /// Files that were left out, with the reason.
    fn notes(&self) -> &[String];
    /// Rows left out as duplicates in the last reading that came to the end; nothing where none are looked for.
    fn dropped(&self) -> Option<u64>;
    /// The file and the line in it of a line of the text, as far as the text has been read once.
    fn place(&self, line: u64) -> Place;
    /// The whole text, from the first file's first line on.
    fn reader(&self) -> Box<dyn ReadSeek>;
    /// # Errors
    /// One of the files is no longer the one that was opened.
    fn check_unchanged(&self) -> Result<(), BehaviourError>;
}

impl Source {
    /// Opens one file, whatever is in it. A pipe under a path is read to its end and held in memory.
    #[expect(clippy::disallowed_methods, reason = "a log is read on some day; what is read into memory is told which")]
    pub(super) fn of_file(path: &Path) -> Result<Source, BehaviourError> {
        let name = path.display().to_string();
        let meta = std::fs::metadata(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => BehaviourError::NotFound { path: path.to_owned() },
            _ => BehaviourError::Unreadable { name: name.clone(), reason: error.to_string() },
        })?;
        if meta.is_dir() {
            return Err(BehaviourError::Directory { path: path.to_owned() });
        }
        if is_device(&meta) {
            let advice = say!(log_advice_device);
            return Err(BehaviourError::WrongKind { name, found: say!(log_a_device).to_owned(), advice });
        }
        let now = SystemTime::now();
        let mut file = File::open(path).map_err(|error| unreadable(&name, &error))?;
        if meta.is_file() {
            if meta.len() == 0 {
                return Err(BehaviourError::Empty { name });
            }
            let body = Body::File(path.to_owned());
            let written = meta.modified().ok();
            return Ok(Source { written, ..Source::of_body(&name, meta.len(), body, now) });
        }
        Source::from_reader(&name, &mut file, now)
    }

    /// Several files as one log.
    pub(super) fn of_several(name: &str, files: Arc<dyn Several>) -> Source {
        let (size, now, cut) = (files.size(), files.now(), Some(files.cut()));
        Source { cut, ..Source::of_body(name, size, Body::Several(files), now) }
    }

    /// A sheet of this workbook: its text, under the workbook's own name.
    pub(super) fn into_sheet(self, text: Vec<u8>, sheets: Sheets) -> Result<Source, BehaviourError> {
        let table = Source::from_table(text, self.now)?;
        Ok(Source { name: self.name, sheets: Some(Arc::new(sheets)), ..table })
    }

    /// The same as one of several tables.
    pub(super) fn with_tables(self, tables: Sheets) -> Source {
        Source { tables: Some(Arc::new(tables)), ..self }
    }

    /// The same, to which a second file was joined.
    pub(super) fn with_partner(self, partner: Partner) -> Source {
        Source { partner: Some(Arc::new(partner)), ..self }
    }

    /// The same, made of a text of which so many rows were left out as duplicates.
    pub(super) fn with_dropped(self, dropped: Option<u64>) -> Source {
        Source { dropped, ..self }
    }

    /// The same, with swapped days in it or without.
    pub(super) fn with_swapped_days(self, swapped_days: bool) -> Source {
        Source { swapped_days, ..self }
    }

    /// The same, with columns that do not show.
    pub(super) fn with_hidden_columns(self, hidden_columns: Vec<(u32, u32)>) -> Source {
        Source { hidden_columns, ..self }
    }

    /// Whether a column of its sheet, counted from 0, does not show there.
    pub fn is_hidden_column(&self, at: usize) -> bool {
        self.hidden_columns.iter().any(|(from, to)| (*from as usize..=*to as usize).contains(&at))
    }

    /// A table of this file that is no workbook: its text, under the file's own name.
    pub(super) fn into_table(self, text: Vec<u8>) -> Result<Source, BehaviourError> {
        let table = Source::from_table(text, self.now)?;
        Ok(Source { name: self.name, is_page: self.is_page, ..table })
    }

    /// The same, made of a table of a web page.
    pub(super) fn made_of_page(self) -> Source {
        Source { is_page: true, ..self }
    }

    /// The same with something that a person has to know of how it was opened.
    pub(super) fn noting(self, note: Option<String>) -> Source {
        let notes = self.notes().iter().cloned().chain(note).collect();
        Source { notes, ..self }
    }

    /// Text that this program has written, with commas and double quotes.
    pub(super) fn from_table(text: Vec<u8>, now: SystemTime) -> Result<Source, BehaviourError> {
        let cut = Cut { delimiter: b',', quote: Some(b'"') };
        Ok(Source { cut: Some(cut), ..Source::from_bytes("a sheet", text, now)? })
    }

    /// Reads everything there is and keeps it. `now` is what the clock shows.
    ///
    /// # Errors
    /// The reader's; that there is nothing; [`BehaviourError::NoRoom`].
    pub fn from_reader(name: &str, reader: &mut dyn Read, now: SystemTime) -> Result<Source, BehaviourError> {
        Source::from_reader_within(name, reader, now, MOST_IN_MEMORY)
    }

    fn from_reader_within(
        name: &str,
        reader: &mut dyn Read,
        now: SystemTime,
        most: u64,
    ) -> Result<Source, BehaviourError> {
        let mut bytes = Vec::new();
        let begun = reader.take(most + 1).read_to_end(&mut bytes);
        begun.map_err(|error| unreadable(name, &error))?;
        if bytes.len() as u64 <= most {
            return Source::from_bytes(name, bytes, now);
        }
        let folder = nameless::folder();
        let spool = Spool::fill(&folder, &bytes, reader).map_err(|error| unreadable(name, &error))?;
        let spool = spool.map_err(|error| BehaviourError::NoRoom { folder, reason: error.to_string() })?;
        Ok(Source::of_body(name, spool.len(), Body::Spooled(Arc::new(spool)), now))
    }

    /// A log that is already in memory.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, now: SystemTime) -> Result<Source, BehaviourError> {
        if bytes.is_empty() {
            return Err(BehaviourError::Empty { name: name.to_owned() });
        }
        let size = bytes.len() as u64;
        Ok(Source::of_body(name, size, Body::Memory(bytes.into()), now))
    }

    /// Of a body of which nothing else is known yet.
    fn of_body(name: &str, size: u64, body: Body, now: SystemTime) -> Source {
        Source {
            name: name.to_owned(),
            body,
            size,
            size_of_file: None,
            is_page: false,
            written: None,
            now,
            cut: None,
            sheets: None,
            tables: None,
            partner: None,
            stop: None,
            dropped: None,
            swapped_days: false,
            hidden_columns: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The path as given, or `standard input`: for messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name without its folders: what may be kept with the figures.
    pub fn file_name(&self) -> String {
        match &self.body {
            Body::File(path) => {
                path.file_name().map_or_else(|| self.name.clone(), |n| n.to_string_lossy().into_owned())
            }
            Body::Memory(_) | Body::Spooled(_) | Body::Several(_) => {
                self.name.rsplit('/').next().unwrap_or(&self.name).to_owned()
            }
        }
    }

    /// How the text is cut, where that is known for certain.
    pub fn cut(&self) -> Option<Cut> {
        self.cut
    }

    /// The sheets to choose from, where the file is a workbook.
    pub fn sheets(&self) -> Option<&Sheets> {
        self.sheets.as_deref()
    }

    /// The tables to choose from, where an archive or a text holds several.
    pub fn tables(&self) -> Option<&Sheets> {
        self.tables.as_deref()
    }

    /// The second file that was joined to it.
    pub fn partner(&self) -> Option<&Partner> {
        self.partner.as_deref()
    }

    /// Whether there are columns in which a spreadsheet has swapped days and months, so that they can be swapped back.
    pub fn has_swapped_days(&self) -> bool {
        self.swapped_days
    }

    /// The names of the files, where the log is several.
    pub fn files(&self) -> Vec<String> {
        if let Body::Several(files) = &self.body { files.names() } else { Vec::new() }
    }

    /// What was left out or put right when it was opened, and why.
    pub fn notes(&self) -> &[String] {
        match &self.body {
            Body::Several(files) if self.notes.is_empty() => files.notes(),
            Body::Several(_) | Body::File(_) | Body::Memory(_) | Body::Spooled(_) => &self.notes,
        }
    }

    /// Rows that were left out as exact duplicates when the log was last read to its end; nothing where none are looked for.
    pub fn duplicates_dropped(&self) -> Option<u64> {
        if let Body::Several(files) = &self.body { files.dropped() } else { self.dropped }
    }

    /// Where a line of the text stands. Of several files, those that were read so far are known.
    pub fn place(&self, line: u64) -> Place {
        match &self.body {
            Body::Several(files) => files.place(line),
            Body::File(_) | Body::Memory(_) | Body::Spooled(_) => Place { file: None, line },
        }
    }

    /// Bytes of the file as it lies on the disk; of its text, where it lies nowhere.
    pub fn size_of_file(&self) -> u64 {
        self.size_of_file.unwrap_or(self.size)
    }

    /// The same, of a file of so many bytes.
    pub(super) fn of_file_of_size(self, bytes: u64) -> Source {
        Source { size_of_file: Some(bytes), ..self }
    }

    /// Whether the text is made of a table of a web page.
    pub fn is_page(&self) -> bool {
        self.is_page
    }

    /// Bytes of the text, when it was opened.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// What the clock showed when it was opened.
    pub fn now(&self) -> SystemTime {
        self.now
    }

    /// A reader of its own from the first byte. Each call opens anew, so that threads can read side by side.
    pub fn reader(&self) -> Result<Box<dyn ReadSeek>, BehaviourError> {
        let reader: Box<dyn ReadSeek> = match &self.body {
            Body::File(path) => Box::new(File::open(path).map_err(|error| self.unreadable(&error))?),
            Body::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
            Body::Spooled(spool) => Box::new(Spool::reader(spool)),
            Body::Several(files) => files.reader(),
        };
        Ok(match &self.stop {
            Some(stop) => Box::new(Stoppable::new(reader, Arc::clone(stop))),
            None => reader,
        })
    }

    /// The first `max` bytes, or all there are if they are fewer.
    pub fn head(&self, max: usize) -> Result<Vec<u8>, BehaviourError> {
        self.block(0, max)
    }

    /// Up to `max` bytes from the position `at`.
    pub fn block(&self, at: u64, max: usize) -> Result<Vec<u8>, BehaviourError> {
        let mut reader = self.reader()?;
        let mut block = Vec::new();
        reader
            .seek(SeekFrom::Start(at))
            .and_then(|_| reader.take(max as u64).read_to_end(&mut block))
            .map_err(|error| self.unreadable(&error))?;
        Ok(block)
    }

    /// An error of reading this source.
    pub fn unreadable(&self, error: &std::io::Error) -> BehaviourError {
        unreadable(&self.name, error)
    }

    /// Fails if the file on disk is no longer the one that was opened: of another size, or written since.
    pub fn check_unchanged(&self) -> Result<(), BehaviourError> {
        let path = match &self.body {
            Body::File(path) => path,
            Body::Several(files) => return files.check_unchanged(),
            Body::Memory(_) | Body::Spooled(_) => return Ok(()),
        };
        let meta = std::fs::metadata(path).map_err(|error| self.unreadable(&error))?;
        let written_since = meta.modified().ok() != self.written;
        if meta.len() != self.size || written_since {
            return Err(BehaviourError::Changed { name: self.name.clone(), before: self.size, now: meta.len() });
        }
        Ok(())
    }
}

/// A pipe that brings more is not held in memory.
const MOST_IN_MEMORY: u64 = 64 << 20;

/// Something that may never end, such as a terminal or `/dev/zero`.
fn is_device(meta: &std::fs::Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = meta.file_type();
        kind.is_char_device() || kind.is_block_device()
    }
    #[cfg(not(unix))]
    {
        let _ = meta;
        false
    }
}

fn unreadable(name: &str, error: &std::io::Error) -> BehaviourError {
    BehaviourError::Unreadable { name: name.to_owned(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_a_missing_file_and_an_empty_one_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Source::open(folder.path()), Err(BehaviourError::Directory { .. })));
        assert!(matches!(Source::open(&folder.path().join("no.csv")), Err(BehaviourError::NotFound { .. })));
        let empty = folder.path().join("empty.csv");
        std::fs::write(&empty, "").unwrap();
        assert!(matches!(Source::open(&empty), Err(BehaviourError::Empty { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_that_never_ends_is_refused_at_once() {
        assert!(matches!(Source::open(Path::new("/dev/zero")), Err(BehaviourError::WrongKind { .. })));
    }

    #[test]
    fn a_file_truncated_while_read_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("log.csv");
        std::fs::write(&path, "a,b\n1,2\n").unwrap();
        let source = Source::open(&path).unwrap();
        assert_eq!(source.head(3).unwrap(), b"a,b");
        assert_eq!(source.block(4, 100).unwrap(), b"1,2\n");
        assert!(source.check_unchanged().is_ok());
        std::fs::write(&path, "a,b\n").unwrap();
        assert!(matches!(source.check_unchanged(), Err(BehaviourError::Changed { before: 8, now: 4, .. })));
    }

    #[test]
    fn bytes_in_memory_read_like_a_file() {
        let source = Source::from_bytes("pipe/x.csv", b"a\n1\n".to_vec(), SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(source.file_name(), "x.csv");
        assert_eq!(source.block(2, 9).unwrap(), b"1\n");
    }
    #[test]
    fn what_a_pipe_brings_reads_the_same_whether_it_fits_or_not() {
        for most in [0, 3, 4, 7, 8, 100] {
            let source =
                Source::from_reader_within("standard input", &mut &b"a,b\n1,2\n"[..], SystemTime::UNIX_EPOCH, most)
                    .unwrap();
            assert_eq!(matches!(source.body, Body::Spooled(_)), most < 8);
            assert_eq!((source.size(), source.file_name()), (8, "standard input".to_owned()));
            assert_eq!((source.head(3).unwrap(), source.block(4, 100).unwrap()), (b"a,b".to_vec(), b"1,2\n".to_vec()));
            assert!(source.check_unchanged().is_ok());
        }
        let empty = Source::from_reader_within("x", &mut &b""[..], SystemTime::UNIX_EPOCH, 0);
        assert!(matches!(empty, Err(BehaviourError::Empty { .. })));
    }
}
