//! From a source to gathered rows: in pieces on all threads, or record by record on one.

use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::chunks::{Chunks, Taken};
use super::customers::Registry;
use super::outbox::Failure;
use super::parallel::in_parallel;
use super::rows::{Fields, Gathered, HeaderNames, Rows};
use super::scan::{Layout, Scan, scan_piece};
use super::spill::Spill;
use super::tuning::Tuning;
use super::vocabulary::{TooMany, Vocabulary};
use crate::error::BehaviourError;
use crate::nameless;
use crate::names::trimmed;
use crate::oddities::Odd;
use crate::plan::Plan;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::records::{Flaw, Record, Records};
use crate::source::Source;

/// Everything that was read.
pub struct Gathering {
    pub threads: Vec<Gathered>,
    /// The physical line, counted from 1, on which the first piece begins.
    pub first_line: u64,
}

/// Why reading stopped before the end. Then nothing that was gathered counts.
enum Halt {
    /// A quote was met that only careful reading can judge.
    Unclear,
    /// An id was met that has no code.
    OtherId,
    Failed(BehaviourError),
}

impl From<BehaviourError> for Halt {
    fn from(error: BehaviourError) -> Halt {
        Halt::Failed(error)
    }
}

/// The text of a source, counted as it is read.
pub struct Text<'p> {
    text: Box<dyn Read + Send>,
    progress: &'p Progress,
}

impl Read for Text<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let n = self.text.read(into)?;
        self.progress.read(n as u64);
        Ok(n)
    }
}

/// Reads the whole log, in parallel where its quotes allow it, and registers its customers, by codes where ids allow it.
pub fn read(
    plan: &Plan,
    source: &Source,
    progress: &Progress,
    tuning: Tuning,
    vocabulary: &Vocabulary,
) -> Result<(Gathering, Registry), BehaviourError> {
    let Tuning { mut carefully, mut coded, .. } = tuning;
    // Two fields make one time, or one more says whether the row counts: only the careful reader looks at more than it must.
    carefully |= plan.time.clock_column().is_some() || plan.reading.dialect.lifecycle.is_some();
    loop {
        let registry = Registry::new(Spill::new(tuning.memory, nameless::folder()), coded);
        let gathered = match carefully {
            false => in_pieces(plan, source, progress, tuning, &registry, vocabulary),
            true => read_carefully(plan, source, progress, &registry, vocabulary),
        };
        match gathered {
            Ok(gathered) => return Ok((gathered, registry)),
            Err(Halt::Unclear) => carefully = true,
            Err(Halt::OtherId) => coded = false,
            Err(Halt::Failed(error)) => return Err(error),
        }
    }
}

/// Reads in parallel.
fn in_pieces(
    plan: &Plan,
    source: &Source,
    progress: &Progress,
    tuning: Tuning,
    registry: &Registry,
    vocabulary: &Vocabulary,
) -> Result<Gathering, Halt> {
    let (records, header) = open(plan, source, progress)?;
    let (reader, carry, first_line) = records.into_rest();
    let chunks = Mutex::new(Chunks::new(reader, carry, plan.reading.dialect.quote, tuning.piece_bytes));
    let layout = Layout::new(&plan.reading, &plan.columns);
    let stop = AtomicBool::new(false);
    let results = in_parallel(tuning.threads, || {
        let rows = Rows::new(plan, header.clone(), registry, vocabulary);
        let mut rows = rows.map_err(|too_many| too_many_names(source, too_many))?;
        let result = read_pieces(&chunks, &layout, &mut rows, source, progress, &stop, &registry.spill);
        if result.is_err() {
            stop.store(true, Ordering::Relaxed);
        }
        result.map(|()| rows.finish())
    });
    progress.stop_if_cancelled()?;
    let mut threads = Vec::new();
    let mut failure = None;
    for result in results {
        match result {
            Ok(gathered) => threads.push(gathered),
            // What else failed may have failed only because quotes were misread.
            Err(Halt::Unclear) => return Err(Halt::Unclear),
            Err(halt) => failure = Some(halt),
        }
    }
    failure.map_or(Ok(Gathering { threads, first_line }), Err)
}

/// Reads pieces until none is left or another thread had to stop.
fn read_pieces(
    chunks: &Mutex<Chunks<Text<'_>>>,
    layout: &Layout,
    rows: &mut Rows,
    source: &Source,
    progress: &Progress,
    stop: &AtomicBool,
    spill: &Spill,
) -> Result<(), Halt> {
    let mut buffer = Vec::new();
    loop {
        if stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        progress.stop_if_cancelled()?;
        let taken = {
            let mut chunks = chunks.lock().unwrap_or_else(PoisonError::into_inner);
            chunks.take(&mut buffer)
        };
        match taken.map_err(|error| source.unreadable(&error))? {
            Taken::End => return Ok(()),
            Taken::Unclear => return Err(Halt::Unclear),
            Taken::Piece { index, len, has_quotes } => {
                rows.begin_piece(index);
                let text = buffer.get(..len).unwrap_or_default();
                match scan_piece(text, has_quotes, layout, rows) {
                    Ok(Scan::Done) => rows.check().map_err(|failure| Halt::of(failure, spill))?,
                    Ok(Scan::Unclear) => return Err(Halt::Unclear),
                    Err(too_many) => return Err(too_many_names(source, too_many).into()),
                }
            }
        }
    }
}

impl Halt {
    fn of(failure: Failure, spill: &Spill) -> Halt {
        match failure {
            Failure::NoRoom(error) => Halt::Failed(no_room(spill, &error)),
            Failure::OtherId => Halt::OtherId,
        }
    }
}

/// Reads record by record, as one piece, on this thread.
fn read_carefully(
    plan: &Plan,
    source: &Source,
    progress: &Progress,
    registry: &Registry,
    vocabulary: &Vocabulary,
) -> Result<Gathering, Halt> {
    let (mut records, header) = open(plan, source, progress)?;
    let rows = Rows::new(plan, header, registry, vocabulary);
    let mut rows = rows.map_err(|too_many| too_many_names(source, too_many))?;
    let mut record = Record::default();
    let columns = plan.columns;
    let clock = plan.time.clock_column();
    let lifecycle = plan.reading.dialect.lifecycle;
    let counts =
        |record: &Record| lifecycle.is_none_or(|one| record.field(one.column).is_none_or(|cell| one.counts(cell)));
    let mut moment = Vec::new();
    rows.begin_piece(0);
    rows.doubt_text();
    for count in 0_u64.. {
        if count % 4096 == 0 {
            progress.stop_if_cancelled()?;
            rows.check().map_err(|failure| Halt::of(failure, &registry.spill))?;
        }
        if !records.read(&mut record).map_err(|error| source.unreadable(&error))? {
            break;
        }
        match record.flaw {
            Some(Flaw::UnclosedQuote) => rows.reject(Reason::UnclosedQuote, record.line),
            Some(Flaw::TooLong) => rows.reject(Reason::OverLongField, record.line),
            Some(Flaw::StrayQuote) | None if !counts(&record) => rows.reject(Reason::OtherStep, record.line),
            // A stray quote stands for itself: the record is as good as any, and it is told.
            Some(Flaw::StrayQuote) | None => {
                let time = record.field(columns.time).map(|date| match clock {
                    None => date,
                    Some(clock) => {
                        moment.clear();
                        moment.extend_from_slice(trimmed(date));
                        moment.push(b' ');
                        moment.extend_from_slice(trimmed(record.field(clock).unwrap_or_default()));
                        trimmed(&moment)
                    }
                });
                let fields = Fields {
                    case: record.field(columns.case),
                    event: record.field(columns.event),
                    time,
                    segment: columns.segment.and_then(|column| record.field(column)),
                };
                let used = rows.odd_row(&fields, record.line, record.text(), record.width(), |at| record.field(at));
                let is_used = used.map_err(|too_many| too_many_names(source, too_many))?;
                if is_used && record.flaw.is_some() {
                    rows.odd(Odd::StrayQuote, record.line);
                }
            }
        }
    }
    rows.check().map_err(|failure| Halt::of(failure, &registry.spill))?;
    // Lines were counted from the start of the file.
    Ok(Gathering { threads: vec![rows.finish()], first_line: 0 })
}

/// Opens the text of a source and goes to the first record after the header.
pub fn open<'p>(
    plan: &Plan,
    source: &Source,
    progress: &'p Progress,
) -> Result<(Records<Text<'p>>, Option<HeaderNames>), BehaviourError> {
    let unreadable = |error| source.unreadable(&error);
    progress.begin_reading(source.size());
    let text = Text { text: text_of(plan, source)?, progress };
    let mut records = plan.reading.dialect.records(text).map_err(unreadable)?;
    let header = plan.reading.dialect.read_header(&mut records).map_err(unreadable)?;
    let names = header.first().map(|header| HeaderNames::new(&plan.columns, |at| header.field(at)));
    Ok((records, names))
}

/// The source as UTF-8, without a byte order mark. Plain UTF-8 is read as it is.
fn text_of(plan: &Plan, source: &Source) -> Result<Box<dyn Read + Send>, BehaviourError> {
    let encoding = &plan.reading.encoding;
    if !encoding.reads_as_is() {
        return Ok(Box::new(encoding.reader(source)?));
    }
    let mut reader = source.reader()?;
    let mut mark = vec![0; encoding.bom_len()];
    reader.read_exact(&mut mark).map_err(|error| source.unreadable(&error))?;
    Ok(Box::new(reader))
}

/// An error of the file for events that the memory has no room for.
pub fn no_room(spill: &Spill, error: &std::io::Error) -> BehaviourError {
    BehaviourError::NoRoom { folder: spill.folder().to_owned(), reason: error.to_string() }
}

pub fn too_many_names(source: &Source, TooMany { column, limit }: TooMany) -> BehaviourError {
    BehaviourError::TooManyNames { name: source.name().to_owned(), column, limit }
}
