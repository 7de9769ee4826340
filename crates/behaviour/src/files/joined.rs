//! Several files read one behind the other, as one log with one header.
//!
//! The first file says what the columns are; each other must have the same ones by name, in any order, and may have
//! another encoding, another delimiter or other lines above its header. A file that is cut like the first is passed on as
//! it stands, any other is written anew ([`super::rewrite`]) as it is read. Nothing is put down anywhere, and memory stays
//! bounded but for the search for duplicates, which takes about 20 bytes a row.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use touchline_words::direction::Listed;
use touchline_words::say;

use super::opening::Opening;
use super::rewrite::{Rewriter, Seen};
use crate::alike::normalised;
use crate::dialect::Dialect;
use crate::encoding::{TextEncoding, Utf8Reader};
use crate::error::BehaviourError;
use crate::masking::masked;
use crate::names::one_name;
use crate::recognise::{Recognition, recognise};
use crate::records::Records;
use crate::source::{Cut, Place, ReadSeek, Several, Source};

/// Names of columns in a message.
const NAMED: usize = 8;
/// For no more rows is room made before they are there.
const MOST_EXPECTED: usize = 16 << 20;
/// Text is handed out in blocks of about this size.
const BLOCK: usize = 64 * 1024;

/// The files of one log.
#[derive(Debug)]
pub struct Joined {
    parts: Arc<[Part]>,
    cut: Cut,
    drop_duplicates: bool,
    notes: Vec<String>,
    state: Arc<Mutex<State>>,
}

/// What is known once the files have been read.
#[derive(Debug, Default)]
struct State {
    /// Lines of the text up to the end of each file.
    ends: Vec<u64>,
    dropped: u64,
}

#[derive(Debug)]
struct Part {
    source: Source,
    encoding: TextEncoding,
    dialect: Dialect,
    /// Where it stands otherwise than in the first file, the place of each of that file's columns.
    order: Option<Vec<usize>>,
    /// Whether the text can be passed on as it is.
    as_is: bool,
    /// The number that the first line which is passed on has in the file.
    first_line: u64,
}

impl Joined {
    /// Looks at the head of every file and puts them in line. Files without a row are left out with a note.
    ///
    /// # Errors
    /// One cannot be read or has other columns than the first, or none has a row.
    pub fn of<'a>(
        sources: impl Iterator<Item = (&'a Path, Result<Source, BehaviourError>)>,
        opening: &Opening,
    ) -> Result<Joined, BehaviourError> {
        let overrides = opening.cut_by.overrides(opening.column_names.clone());
        let mut first: Option<(String, Vec<String>, Dialect)> = None;
        let (mut parts, mut notes) = (Vec::new(), Vec::new());
        let mut last_error = None;
        for (path, source) in sources {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            let found = source.and_then(|source| recognise(&source, &overrides).map(|found| (source, found)));
            let (source, found) = match found {
                Ok(both) => both,
                Err(error @ (BehaviourError::Empty { .. } | BehaviourError::HeaderOnly { .. })) => {
                    notes.push(say!(log_file_without_row, name));
                    last_error = Some(error);
                    continue;
                }
                Err(error) => return Err(error),
            };
            let letters = found.encoding.doubt_words();
            notes.extend(source.notes().iter().chain(&letters).map(|note| say!(log_note_of_file, name, note)));
            let (first_name, names, dialect) =
                first.get_or_insert_with(|| (name.clone(), found.names(), found.dialect));
            let order = order_of(names, &found, first_name, &name)?;
            let same_cut = (dialect.delimiter, dialect.quote) == (found.dialect.delimiter, found.dialect.quote);
            let is_first = parts.is_empty();
            let as_is = same_cut && order.is_none() && !opening.drop_duplicates;
            let first_line = match is_first {
                true => 1,
                false => body_of(&source, &found.encoding, &found.dialect)?.into_rest().2,
            };
            let (encoding, dialect) = (found.encoding, found.dialect);
            parts.push(Part { source, encoding, dialect, order, as_is, first_line });
        }
        let Some((_, _, dialect)) = first else {
            return Err(last_error.unwrap_or(BehaviourError::Empty { name: say!(log_the_files).to_owned() }));
        };
        Ok(Joined {
            parts: parts.into(),
            cut: Cut { delimiter: dialect.delimiter, quote: dialect.quote },
            drop_duplicates: opening.drop_duplicates,
            notes,
            state: Arc::default(),
        })
    }
}

impl Several for Joined {
    fn cut(&self) -> Cut {
        self.cut
    }

    fn size(&self) -> u64 {
        self.parts.iter().map(|part| part.source.size()).sum()
    }

    fn now(&self) -> SystemTime {
        self.parts.iter().map(|part| part.source.now()).max().unwrap_or(SystemTime::UNIX_EPOCH)
    }

    fn names(&self) -> Vec<String> {
        self.parts.iter().map(|part| part.source.file_name()).collect()
    }

    fn notes(&self) -> &[String] {
        &self.notes
    }

    fn dropped(&self) -> Option<u64> {
        self.drop_duplicates.then(|| lock(&self.state).dropped)
    }

    fn place(&self, line: u64) -> Place {
        let state = lock(&self.state);
        let at = state.ends.iter().take_while(|end| **end < line).count().min(self.parts.len().saturating_sub(1));
        let before = at.checked_sub(1).and_then(|before| state.ends.get(before)).copied().unwrap_or(0);
        let Some(part) = self.parts.get(at) else { return Place { file: None, line } };
        let file = (self.parts.len() > 1).then(|| part.source.file_name());
        Place { file, line: part.first_line + (line - before).saturating_sub(1) }
    }

    fn reader(&self) -> Box<dyn ReadSeek> {
        let (parts, state) = (Arc::clone(&self.parts), Arc::clone(&self.state));
        Box::new(JoinedReader::new(parts, self.cut, self.drop_duplicates, state))
    }

    fn check_unchanged(&self) -> Result<(), BehaviourError> {
        self.parts.iter().try_for_each(|part| part.source.check_unchanged())
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the first file's columns stand in another; nothing if in the same places.
fn order_of(
    first: &[String],
    found: &Recognition,
    first_name: &str,
    name: &str,
) -> Result<Option<Vec<usize>>, BehaviourError> {
    let here = found.names();
    // A file may have thousands of columns: each name is looked up, not compared with all others.
    let mut exact: HashMap<Cow<str>, usize> = HashMap::with_capacity(here.len());
    let mut alike: HashMap<String, usize> = HashMap::with_capacity(here.len());
    for (at, name) in here.iter().enumerate().rev() {
        exact.insert(one_name(name), at);
        alike.insert(normalised(name), at);
    }
    let place = |column: &String| exact.get(&one_name(column)).or_else(|| alike.get(&normalised(column))).copied();
    let order: Vec<Option<usize>> = first.iter().map(place).collect();
    let lacks: Vec<&str> =
        first.iter().zip(&order).filter(|(_, at)| at.is_none()).map(|(name, _)| name.as_str()).collect();
    let known: BTreeSet<usize> = order.iter().flatten().copied().collect();
    let besides: Vec<&str> =
        here.iter().enumerate().filter(|(at, _)| !known.contains(at)).map(|(_, name)| name.as_str()).collect();
    if lacks.is_empty() && besides.is_empty() {
        let order: Vec<usize> = order.into_iter().flatten().collect();
        let same = order.iter().enumerate().all(|(at, place)| at == *place);
        return Ok((!same).then_some(order));
    }
    let list = |names: &[&str]| {
        let shown: Vec<String> = names.iter().take(NAMED).map(|name| say!(log_quoted, name = masked(name))).collect();
        let more = names.len().saturating_sub(NAMED);
        if more == 0 { shown.listed(", ") } else { say!(log_names_and_more, names = shown.listed(", "), more) }
    };
    let difference = match (lacks.is_empty(), besides.is_empty()) {
        (false, false) => say!(log_lacks_and_besides, lacks = list(&lacks), besides = list(&besides)),
        (false, true) => say!(log_lacks, lacks = list(&lacks)),
        _ => say!(log_besides, besides = list(&besides)),
    };
    Err(BehaviourError::OtherColumns { first: first_name.to_owned(), other: name.to_owned(), difference })
}

/// The records of a file behind its header.
fn body_of(source: &Source, encoding: &TextEncoding, dialect: &Dialect) -> Result<Records<Utf8Reader>, BehaviourError> {
    let failed = |error: std::io::Error| source.unreadable(&error);
    let mut records = dialect.records(encoding.reader(source)?).map_err(failed)?;
    dialect.read_header(&mut records).map_err(failed)?;
    Ok(records)
}

/// A part that is being read.
enum Open {
    AsIs(Box<dyn Read + Send>),
    Anew(Box<Rewriter<Utf8Reader>>),
}

/// Reads the files one behind the other.
pub struct JoinedReader {
    parts: Arc<[Part]>,
    cut: Cut,
    drop_duplicates: bool,
    state: Arc<Mutex<State>>,
    /// The part that comes after the open one.
    next: usize,
    open: Option<Open>,
    seen: Seen,
    /// Of all parts.
    bytes: u64,
    block: Vec<u8>,
    taken: usize,
    /// Line ends handed out so far.
    lines: u64,
}

impl JoinedReader {
    fn new(parts: Arc<[Part]>, cut: Cut, drop_duplicates: bool, state: Arc<Mutex<State>>) -> JoinedReader {
        JoinedReader {
            bytes: parts.iter().map(|part| part.source.size()).sum(),
            parts,
            cut,
            drop_duplicates,
            state,
            next: 0,
            open: None,
            seen: Seen::default(),
            block: Vec::new(),
            taken: 0,
            lines: 0,
        }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        self.taken = 0;
        // What was handed out last decides whether the file ended with a line.
        let last = self.block.last().copied();
        self.block.clear();
        while self.block.is_empty() {
            let Some(open) = &mut self.open else {
                let Some(part) = self.parts.get(self.next) else {
                    lock(&self.state).dropped = self.seen.dropped;
                    return Ok(());
                };
                self.open = Some(open_part(part, self.next == 0, self.cut).map_err(std::io::Error::other)?);
                self.next += 1;
                continue;
            };
            let more = match open {
                Open::AsIs(text) => text.by_ref().take(BLOCK as u64).read_to_end(&mut self.block)? > 0,
                Open::Anew(rewriter) => {
                    let mut more = true;
                    while more && self.block.len() < BLOCK {
                        let seen = self.drop_duplicates.then_some(&mut self.seen);
                        more = rewriter.next(&mut self.block, seen)?;
                    }
                    if self.drop_duplicates {
                        self.seen.expect(rows_in(self.bytes, &self.block));
                        self.seen.settle(&mut self.block);
                    }
                    more || !self.block.is_empty()
                }
            };
            if !more {
                self.open = None;
                if last.is_some_and(|byte| byte != b'\n') {
                    self.block.push(b'\n');
                }
                let end = self.lines + self.block.len() as u64;
                let mut state = lock(&self.state);
                if state.ends.len() < self.next {
                    state.ends.push(end);
                }
            }
        }
        self.lines += memchr::memchr_iter(b'\n', &self.block).count() as u64;
        Ok(())
    }
}

/// How many rows a text of so many bytes has, when all are like those of its first block; a block's worth for a first
/// block that says little.
fn rows_in(bytes: u64, block: &[u8]) -> usize {
    let lines = memchr::memchr_iter(b'\n', block).count() as u64;
    let rows = bytes.saturating_mul(lines) / (block.len() as u64).max(1);
    usize::try_from(rows).unwrap_or(usize::MAX).min(MOST_EXPECTED)
}

fn open_part(part: &Part, is_first: bool, cut: Cut) -> Result<Open, BehaviourError> {
    let same_cut = (part.dialect.delimiter, part.dialect.quote) == (cut.delimiter, cut.quote);
    let anew = |records, line| {
        let order = part.order.clone();
        Open::Anew(Box::new(Rewriter::new(records, order, cut, same_cut, line)))
    };
    if is_first && part.as_is {
        return Ok(Open::AsIs(Box::new(part.encoding.reader(&part.source)?)));
    }
    if is_first {
        // The lines above the table become blank ones, so that the header stands where it stood.
        let text = part.encoding.reader(&part.source)?;
        let records = part.dialect.records(text).map_err(|error| part.source.unreadable(&error))?;
        return Ok(anew(records, 1));
    }
    let records = body_of(&part.source, &part.encoding, &part.dialect)?;
    if !part.as_is {
        return Ok(anew(records, part.first_line));
    }
    let (text, carry, _) = records.into_rest();
    Ok(Open::AsIs(Box::new(std::io::Cursor::new(carry).chain(text))))
}

impl Read for JoinedReader {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.taken >= self.block.len() {
            self.refill()?;
        }
        let rest = self.block.get(self.taken..).unwrap_or_default();
        let n = rest.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        self.taken += n;
        Ok(n)
    }
}

impl Seek for JoinedReader {
    /// Goes to a place by reading up to it: the text is not on any disk.
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let SeekFrom::Start(at) = to else {
            return Err(std::io::Error::other("several files are read from their start"));
        };
        *self = JoinedReader::new(Arc::clone(&self.parts), self.cut, self.drop_duplicates, Arc::clone(&self.state));
        std::io::copy(&mut self.by_ref().take(at), &mut std::io::sink())
    }
}
