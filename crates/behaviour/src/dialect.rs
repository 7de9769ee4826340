//! How a text is cut into columns: delimiter, quote, the lines before the table, and whether a header names the columns.
//!
//! The delimiter is proposed by `csv-nose` and held against our own count of equally wide records; consistency beats
//! frequency. Lines before the first record of the table's own width are its preamble (a title, an Excel `sep=;`, comments).
//! Works on decoded text only.

use std::cmp::Ordering;

use csv_nose::{SampleSize, Sniffer};
use touchline_words::say;

pub use super::alike::normalised;
use super::error::BehaviourError;
use super::lifecycle::Lifecycle;
use super::masking::Kept;
use super::names::{one_name, trimmed};
use super::nothing::is_no_value;
use super::numbers::has_word;
use super::recognise::Overrides;
use super::records::{Record, Records};
use super::roles::is_column_word;
use super::times::TimeFormat;

/// The cut of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// An ASCII character.
    pub delimiter: u8,
    /// An ASCII character, or nothing if quotes are plain characters.
    pub quote: Option<u8>,
    /// Whole lines before the table.
    pub preamble_lines: u64,
    /// Whether the first record behind the preamble names the columns.
    pub header: bool,
    /// Records below the header that belong to it.
    pub below_header: u8,
    /// Whether words such as `NULL` stand for nothing where a name is asked for ([`crate::nothing::WORDS`]).
    pub null_words: bool,
    /// What stays as it is in names of events and segments, though it tells of persons ([`crate::masking`]).
    pub keep_names: Kept,
    /// Which rows count where each event has one for its start and one for its completion.
    pub lifecycle: Option<Lifecycle>,
}

/// Control characters by which databases part fields, as Hive and Athena do: no text has them otherwise.
pub const PARTING: [u8; 2] = [0x01, 0x1F];

/// Delimiters in the order in which they are preferred, those of real tables first.
const DELIMITERS: [u8; 10] = [b',', b';', b'\t', b'|', PARTING[0], PARTING[1], b' ', b':', b'^', b'~'];
/// How many of those are taken where others fit equally well.
const COMMON: usize = 6;
/// Those of the others that stand in no text, or hardly ever.
const SIGNS: [u8; 2] = [b'^', b'~'];

/// Records of the sample that are looked at.
const RECORDS: usize = 300;
/// Among how many records the table must begin.
const PREAMBLE_RECORDS: usize = 60;

impl Dialect {
    /// How the delimiter is shown where it cannot be seen: `0x01`.
    pub fn unseen_delimiter(delimiter: u8) -> Option<String> {
        delimiter.is_ascii_control().then(|| say!(log_control_character, code = format!("0x{delimiter:02X}")))
    }

    /// Of text that has a header and is cut by commas, as a table's own rows are thought of.
    pub const PLAIN: Dialect = Dialect {
        delimiter: b',',
        quote: Some(b'"'),
        preamble_lines: 0,
        header: true,
        below_header: 0,
        null_words: true,
        keep_names: Kept::NONE,
        lifecycle: None,
    };

    /// Recognises the cut of a text by its head. What `overrides` fixes is taken as it is, and names that the header must
    /// have find it.
    pub fn of_text(text: &str, overrides: &Overrides) -> Dialect {
        let found = Dialect::by_looks(text, overrides);
        if overrides.column_names.is_empty() || overrides.preamble_lines.is_some() || overrides.header.is_some() {
            return found;
        }
        let other = DELIMITERS.into_iter().filter(|_| overrides.delimiter.is_none());
        let mut delimiters = std::iter::once(found.delimiter).chain(other);
        let by_names = delimiters.find_map(|delimiter| {
            let records = sample(text, delimiter, found.quote, 0);
            let header =
                records.iter().take(PREAMBLE_RECORDS).find(|record| has_names(record, &overrides.column_names))?;
            Some(Dialect { delimiter, preamble_lines: header.line - 1, header: true, ..found })
        });
        by_names.unwrap_or(found)
    }

    fn by_looks(text: &str, overrides: &Overrides) -> Dialect {
        let declared = declared_delimiter(text);
        let delimiter = overrides.delimiter.or(declared).unwrap_or_else(|| delimiter_of(text));
        let quote = overrides.quote.unwrap_or_else(|| quote_of(text, delimiter));
        let from_line = u64::from(declared.is_some());
        let records = sample(text, delimiter, quote, overrides.preamble_lines.unwrap_or(from_line));
        let preamble_lines = overrides.preamble_lines.unwrap_or_else(|| preamble_of(&records, from_line));
        let table: Vec<Record> = records.into_iter().filter(|record| record.line > preamble_lines).collect();
        let below = below_header(&table);
        let header = overrides.header.unwrap_or_else(|| below > 0 || has_header(&table));
        let below_header = if header { below } else { 0 };
        Dialect {
            delimiter,
            quote,
            preamble_lines,
            header,
            below_header,
            null_words: !overrides.keep_null_words,
            keep_names: overrides.keep_names,
            lifecycle: None,
        }
    }

    /// A reader that stands before the table's first record, the header if there is one.
    pub fn records<R: std::io::Read>(&self, text: R) -> std::io::Result<Records<R>> {
        let mut records = Records::new(text, self.delimiter, self.quote);
        records.skip_lines(self.preamble_lines)?;
        Ok(records)
    }

    /// Reads the header, where there is one, and what belongs to it below.
    pub fn read_header<R: std::io::Read>(&self, records: &mut Records<R>) -> std::io::Result<Vec<Record>> {
        let mut header = Vec::new();
        let mut record = Record::default();
        let rows = if self.header { 1 + usize::from(self.below_header) } else { 0 };
        while header.len() < rows && records.read(&mut record)? {
            header.push(record.clone());
        }
        Ok(header)
    }
}

/// The delimiter that a first line such as `sep=;` declares.
fn declared_delimiter(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim_matches(['"', ' ']);
    let value = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    match value.as_bytes() {
        [delimiter] if delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() => Some(*delimiter),
        b"\\t" => Some(b'\t'),
        // The tab itself was trimmed away with the line's end by some writers.
        b"" => Some(b'\t'),
        _ => None,
    }
}

fn sample(text: &str, delimiter: u8, quote: Option<u8>, skip: u64) -> Vec<Record> {
    let mut records = Records::of_head(text.as_bytes(), delimiter, quote);
    let mut sample = Vec::new();
    let mut record = Record::default();
    // Reading out of memory cannot fail.
    if records.skip_lines(skip).is_ok() {
        while sample.len() < RECORDS && records.read(&mut record).unwrap_or(false) {
            sample.push(record.clone());
        }
    }
    sample
}

/// The width that most records of the table have, and their share. Among equally frequent ones the first.
fn common_width(table: &[Record]) -> (usize, f64) {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for record in table {
        match counts.iter_mut().find(|(width, _)| *width == record.width()) {
            Some((_, count)) => *count += 1,
            None => counts.push((record.width(), 1)),
        }
    }
    let (width, count) = counts.into_iter().rev().max_by_key(|(_, count)| *count).unwrap_or((1, 0));
    (width, count as f64 / table.len().max(1) as f64)
}

/// Without the titles and comments above a table, which are one field wide under any delimiter.
fn without_titles(records: &[Record]) -> &[Record] {
    let titles = records.iter().take(PREAMBLE_RECORDS).take_while(|record| record.width() == 1).count();
    let table = records.get(titles..).unwrap_or_default();
    if table.len() >= 2 { table } else { records }
}

struct Fit {
    delimiter: u8,
    width: usize,
    share: f64,
    records: usize,
    common: bool,
    /// The record from which on all have the width, as the next two do; a rare one makes three fields at least.
    begins: Option<usize>,
}

fn delimiter_of(text: &str) -> u8 {
    let mut fits = Vec::new();
    let titles = titles_of(text);
    for (rank, delimiter) in DELIMITERS.into_iter().enumerate() {
        let common = rank < COMMON;
        let best = [b'"', b'\'']
            .into_iter()
            .filter(|quote| *quote == b'"' || opens_fields(text, delimiter, *quote))
            .filter_map(|quote| fit_of(&sample(text, delimiter, Some(quote), 0), titles, delimiter, common))
            .max_by(|a, b| a.share.total_cmp(&b.share));
        fits.extend(best);
    }
    if fits.iter().any(|fit| fit.common) {
        // A rare one that begins to cut before any other is no text's: it cuts the header, and commas are those of dates.
        let first = |common: bool| fits.iter().filter(|fit| fit.common == common).filter_map(|fit| fit.begins).min();
        let is_rare = first(false).is_some_and(|rare| first(true).is_none_or(|common| rare < common));
        fits.retain(|fit| fit.common != is_rare);
    }
    let proposed = proposed_delimiter(text);
    let best_share = fits.iter().map(|fit| fit.share).fold(0.0, f64::max);
    let close: Vec<&Fit> = fits.iter().filter(|fit| fit.share >= best_share - 0.1).collect();
    let rank = |fit: &Fit| (fit.share, fit.records, fit.width);
    let pick = close
        .iter()
        .find(|fit| Some(fit.delimiter) == proposed && fit.share >= best_share - 0.05)
        .or_else(|| close.iter().max_by(|a, b| rank(a).partial_cmp(&rank(b)).unwrap_or(Ordering::Equal)));
    pick.map_or(b',', |fit| fit.delimiter)
}

/// How well a delimiter cuts the whole sample: a few odd rows do not outweigh the others.
fn fit_of(records: &[Record], titles: usize, delimiter: u8, common: bool) -> Option<Fit> {
    let table = records.get(titles..).filter(|table| table.len() >= 2).unwrap_or(records);
    let table = behind_titles(table, delimiter).unwrap_or(table);
    let mut widths: Vec<usize> = table.iter().map(Record::width).filter(|width| *width >= 2).collect();
    widths.sort_unstable();
    let most = widths.chunk_by(|a, b| a == b).max_by_key(|run| (run.len(), std::cmp::Reverse(run.first().copied())))?;
    let (width, fitting) = (most.first().copied()?, most.len());
    let share = fitting as f64 / table.len() as f64;
    // Blanks, colons and the like stand in texts of all kinds: the header must be cut by them too.
    let header = table.first().map_or(1, Record::width);
    let cuts_header = common || (header >= 2 && (header == width || header + 1 == width));
    let is_cut = |three: &[Record]| width > 1 + usize::from(!common) && three.iter().all(|one| one.width() == width);
    let begins = records.windows(3).position(is_cut);
    (cuts_header && share >= if common { 0.5 } else { 0.9 }).then_some(Fit {
        begins,
        delimiter,
        width,
        share,
        records: fitting,
        common,
    })
}

/// What stands below titles where a sign that no text has parts the fields: the first record that it cuts names three columns at
/// least.
fn behind_titles(records: &[Record], delimiter: u8) -> Option<&[Record]> {
    let titles = records.iter().take(PREAMBLE_RECORDS).position(|record| record.width() > 1)?;
    let table = records.get(titles..).filter(|table| table.len() >= 2 && SIGNS.contains(&delimiter))?;
    table.first().filter(|header| header.width() >= 3 && header.fields().all(is_name)).map(|_| table)
}

/// Titles above a table: lines at its head in which no delimiter of a table stands, unless there is none in any line.
fn titles_of(text: &str) -> usize {
    let common = &DELIMITERS[..COMMON];
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let titles =
        lines.by_ref().take(PREAMBLE_RECORDS).take_while(|line| !line.bytes().any(|byte| common.contains(&byte)));
    let titles = titles.count();
    if lines.next().is_none() { 0 } else { titles }
}

/// Whether fields begin with this quote in two lines at least.
fn opens_fields(text: &str, delimiter: u8, quote: u8) -> bool {
    let opens = |line: &&str| {
        line.as_bytes()
            .split(|byte| *byte == delimiter)
            .any(|field| field.len() > 1 && field.first() == Some(&quote) && field.last() == Some(&quote))
    };
    text.lines().take(RECORDS).filter(opens).count() >= 2
}

fn proposed_delimiter(text: &str) -> Option<u8> {
    let metadata = Sniffer::new().sample_size(SampleSize::Records(100)).sniff_bytes(text.as_bytes()).ok()?;
    Some(metadata.dialect.delimiter)
}

/// The double quote, unless the fields are wrapped in single ones, or double ones wrap nothing.
fn quote_of(text: &str, delimiter: u8) -> Option<u8> {
    let raw = sample(text, delimiter, None, 0);
    let wrapped = |quote: u8| {
        let ends = |field: &&[u8]| field.len() >= 2 && field.first() == Some(&quote) && field.last() == Some(&quote);
        raw.iter().map(|record| record.fields().filter(ends).count()).sum::<usize>()
    };
    let opened = |quote: u8| {
        raw.iter().map(|record| record.fields().filter(|field| field.first() == Some(&quote)).count()).sum::<usize>()
    };
    let double = wrapped(b'"');
    let in_double = sample(text, delimiter, Some(b'"'), 0);
    let flawed = in_double.iter().filter(|record| record.flaw.is_some()).count();
    if double == 0 && opened(b'\'') >= 2 {
        let in_single = sample(text, delimiter, Some(b'\''), 0);
        let fits = in_single.iter().all(|record| record.flaw.is_none());
        if fits && common_width(&in_single).1 >= common_width(&in_double).1 {
            return Some(b'\'');
        }
    }
    if double == 0 && flawed >= 2 && flawed >= opened(b'"') / 2 {
        return None;
    }
    Some(b'"')
}

/// Lines before the first record that has the table's width and most of its cells filled.
fn preamble_of(records: &[Record], declared: u64) -> u64 {
    let (width, _) = common_width(without_titles(records));
    // A delimiter at each line's end makes a last column that the header may not have.
    let table = records.iter().filter(|record| record.width() == width);
    let mut last_cells = table.map(|record| record.field(width - 1).unwrap_or_default());
    let last_is_empty = width >= 3 && last_cells.all(|cell| trimmed(cell).is_empty());
    let begins_table = |at: usize, record: &Record| {
        let filled = record.fields().filter(|field| !trimmed(field).is_empty()).count();
        let wide_enough = record.width() >= width && filled * 2 >= width;
        let header_one_short = at == 0 && last_is_empty && record.width() + 1 == width && record.fields().all(is_name);
        wide_enough || header_one_short || is_short_header(records, at, width)
    };
    let mut begins = records.iter().take(PREAMBLE_RECORDS).enumerate().filter(|(at, record)| begins_table(*at, record));
    match begins.next().map(|first| begins.find(|later| is_title_before(records, first.0, later.0)).unwrap_or(first)) {
        Some((_, record)) if width > 1 => record.line - 1,
        _ => declared,
    }
}

/// Whether a record names the columns of rows that have a field or two more than it: all of its cells are names, and those of
/// the rows below are not.
fn is_short_header(records: &[Record], at: usize, width: usize) -> bool {
    let (Some(record), Some(below)) = (records.get(at), records.get(at + 1)) else { return false };
    let is_short = record.width() >= 2 && record.width() < width && record.width() + 2 >= width;
    is_short && record.fields().all(is_name) && below.width() == width && below.fields().any(is_value)
}

/// Whether the records up to another are a title of as many fields as the table that begins there: a blank line parts them, and
/// only there do all cells name columns whose rows follow.
fn is_title_before(records: &[Record], first: usize, header: usize) -> bool {
    let (Some(record), Some(above)) = (records.get(header), records.get(header.wrapping_sub(1))) else { return false };
    // A cell may hold line ends of its own.
    let within: usize = above.fields().map(|cell| memchr::memchr_iter(b'\n', cell).count()).sum();
    let is_parted = record.line > above.line + within as u64 + 1;
    let known = |record: &Record| record.fields().filter(|cell| is_column_word(&String::from_utf8_lossy(cell))).count();
    let title = records.get(first..header).unwrap_or_default();
    let table = records.get(header + 1..).unwrap_or_default();
    let names_rows = record.fields().all(is_name) && table.first().is_some_and(|row| row.fields().any(is_value));
    let is_longer = table.len() > title.len() * 2;
    let is_known = known(record) >= 2 && title.iter().all(|record| known(record) < 2);
    is_parted && names_rows && is_longer && (is_known || title.len() <= 3)
}

/// Whether a cell could be a column's name: some text that is no number and no time.
fn is_name(cell: &[u8]) -> bool {
    let cell = trimmed(cell);
    !cell.is_empty() && !is_value(cell)
}

/// Whether a cell is plainly a value: a number or a time.
fn is_value(cell: &[u8]) -> bool {
    let cell = trimmed(cell);
    let number = cell.iter().any(u8::is_ascii_digit)
        && cell
            .iter()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+' | b'%' | b'e' | b'E'));
    let formats = || TimeFormat::ALL.iter().take_while(|format| !matches!(format, TimeFormat::Epoch(_)));
    // Most dates are in plain dress: another is looked for last.
    number
        || formats().any(|format| format.parse_plainly(cell).is_some())
        || formats().any(|format| format.parse(cell).is_some())
}

/// Whether a record has all of these names among its cells.
fn has_names(record: &Record, names: &[String]) -> bool {
    let cells: Vec<String> = record.fields().map(|cell| normalised(&String::from_utf8_lossy(cell))).collect();
    names.iter().all(|name| cells.contains(&normalised(name)))
}

/// Whether the first record names the columns: there is no number or time in it, and two of its cells are the words that
/// logs use for columns, or it stands over a column of numbers or times, or at least no cell of it comes again in its own
/// column, unless the whole record comes again (two exports glued together).
fn has_header(table: &[Record]) -> bool {
    let Some((first, rest)) = table.split_first() else { return false };
    let some_names = first.fields().filter(|cell| is_name(cell)).count() >= 1;
    if !some_names || first.fields().any(is_value) {
        return false;
    }
    let rest: Vec<&Record> = rest.iter().filter(|record| !record.fields().eq(first.fields())).collect();
    let known = first.fields().filter(|cell| is_column_word(&String::from_utf8_lossy(cell))).count();
    let over_values = |at: usize| {
        let mut below = rest.iter().filter_map(|record| record.field(at)).filter(|cell| !is_no_value(cell)).peekable();
        below.peek().is_some() && below.all(|cell| is_value(cell) || has_word(cell))
    };
    if known >= 2 || (0..first.width()).any(|at| first.field(at).is_some_and(is_name) && over_values(at)) {
        return true;
    }
    let comes_again = |record: &&Record| {
        let pairs = first.fields().zip(record.fields());
        pairs.into_iter().any(|(name, cell)| !is_no_value(name) && trimmed(name) == trimmed(cell))
    };
    !rest.iter().any(comes_again)
}

/// Records below the first that belong to the header: Qualtrics writes the questions and its own names of them there,
/// SurveyMonkey the choices of each question.
fn below_header(table: &[Record]) -> u8 {
    let is_import = |record: &Record| {
        record.fields().find(|cell| !trimmed(cell).is_empty()).is_some_and(|cell| cell.starts_with(b"{\"ImportId\""))
    };
    if let Some(at) = table.iter().take(3).position(is_import) {
        return u8::try_from(at).unwrap_or(0);
    }
    let [first, second, ..] = table else { return 0 };
    let says_response = second.fields().any(|cell| matches!(trimmed(cell), b"Response" | b"Open-Ended Response"));
    let begins_empty = second.field(0).is_some_and(|cell| trimmed(cell).is_empty());
    u8::from(says_response && begins_empty && first.field(0).is_some_and(is_name))
}

/// The columns' names as the header has them: blanks around left out, empty ones named by their place, repeated ones
/// numbered, those that come last after all others; capitals make another name. Without a header all are named by their place. `width`
/// is at least the header's own.
pub fn column_names(header: &[String], width: usize, comes_last: impl Fn(usize) -> bool) -> Vec<String> {
    let mut names: Vec<String> = vec![String::new(); width];
    let mut seen = std::collections::HashMap::<String, usize>::new();
    let mut taken = std::collections::HashSet::<String>::with_capacity(width);
    let (last, first): (Vec<usize>, Vec<usize>) = (0..width).partition(|at| comes_last(*at));
    for at in first.into_iter().chain(last) {
        let cell = header.get(at).map(String::as_str).unwrap_or_default();
        let cell: String = cell.chars().filter(|c| *c != '\u{FEFF}' && *c != '\u{AD}').collect();
        let base = if cell.trim().is_empty() { format!("Column {}", at + 1) } else { cell };
        let mut name = base.clone();
        let count = seen.entry(one_name(&base).into_owned()).or_insert(0);
        *count += 1;
        let mut suffix = *count;
        while suffix > 1 {
            name = format!("{base} ({suffix})");
            if !taken.contains(&name) {
                break;
            }
            suffix += 1;
        }
        *count = suffix;
        taken.insert(name.clone());
        if let Some(place) = names.get_mut(at) {
            *place = name;
        }
    }
    names
}

/// The cells of a record as text, without blanks around them.
pub fn cells_of(record: &Record) -> Vec<String> {
    record.fields().map(|cell| String::from_utf8_lossy(trimmed(cell)).into_owned()).collect()
}

/// The place of a column by its name: the very name, or the only one that looks the same but for capitals.
pub fn column_named(names: &[String], wanted: &str) -> Result<usize, BehaviourError> {
    if let Some(at) = names.iter().position(|name| name == wanted) {
        return Ok(at);
    }
    let same = one_name(wanted);
    if let Some(at) = names.iter().position(|name| one_name(name) == same) {
        return Ok(at);
    }
    let wanted_normalised = normalised(wanted);
    let mut alike = names.iter().enumerate().filter(|(_, name)| normalised(name) == wanted_normalised);
    match (alike.next(), alike.next()) {
        (Some((at, _)), None) => Ok(at),
        _ => Err(BehaviourError::UnknownColumn { column: wanted.to_owned(), header: names.to_vec() }),
    }
}
