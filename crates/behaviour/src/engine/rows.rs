//! What becomes of one record: an event put away, or a row that cannot be used, counted with its reason and its line.
//!
//! Nothing is dropped in silence: every record but a blank line is counted as read, and is either used or rejected.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::blocks::Blocks;
use super::customers::Registry;
use super::event::Event;
use super::names::{MAX_NAMES, Names, TooManyNames};
use super::outbox::{Failure, Outbox, PieceStart};
use super::tuning::MAX_FIELD_BYTES;
use super::vocabulary::{MOST_COUNTED, MOST_EVENTS, NameCounts, TooMany, Vocabulary};
use crate::masking::Grouping;
use crate::names::{one_id, one_writing, trimmed};
use crate::nothing::is_no_value;
use crate::oddities::{Odd, is_no_text};
use crate::plan::{Columns, Plan};
use crate::reason::Reason;
use crate::report::FIRST_LINES;
use crate::times::zone::Occurs;
use crate::times::{ColumnTime, DayCache, TimeProblem};
use crate::totals::{is_sum, is_total_word};

/// How often a reason or an oddity occurred and where first, as (piece, line in it).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejections {
    pub count: u64,
    pub first: Vec<(usize, u64)>,
}

/// Characters of a value that are shown.
const LONGEST_SHOWN: usize = 60;

/// The fields of one record that count; `None` where the record has no such field.
pub struct Fields<'a> {
    pub case: Option<&'a [u8]>,
    pub event: Option<&'a [u8]>,
    pub time: Option<&'a [u8]>,
    pub segment: Option<&'a [u8]>,
}

/// The names of the columns, to know the header when it comes again.
#[derive(Clone, Debug)]
pub struct HeaderNames([Vec<u8>; 3]);

impl HeaderNames {
    pub fn new<'a>(columns: &Columns, field: impl Fn(usize) -> Option<&'a [u8]>) -> HeaderNames {
        let name = |at| trimmed(field(at).unwrap_or_default()).to_vec();
        HeaderNames([name(columns.case), name(columns.event), name(columns.time)])
    }
}

/// What one thread makes of the rows it reads.
pub struct Rows<'r> {
    time: ColumnTime,
    /// Microseconds since 1970; later rows are not used.
    as_of: i64,
    day: DayCache,
    header: Option<HeaderNames>,
    is_decoded: bool,
    /// Whether the text of this piece has bytes that are no text, or room for a field that is no value.
    is_suspect: bool,
    /// Whether there is more than ASCII in it, so that two writings may be one name.
    has_wide: bool,
    /// Whether records have to be looked at as a whole for what is odd in their text.
    has_odd_text: bool,
    /// Whether there is a plus sign somewhere, without which no id is a rounded number.
    has_plus: bool,
    /// Fields of a row, where that is known.
    width: Option<usize>,
    /// Whether words such as NULL are nobody, no event and no segment.
    null_words: bool,
    piece: usize,
    outbox: Outbox<'r>,
    events: Names,
    /// Used rows of each event, by its number.
    event_rows: Vec<u64>,
    segments: Names,
    /// What names of events are called, where that is known before they are read.
    grouping: Option<Box<Grouping>>,
    /// Where names are only counted.
    counted: Option<NameCounts>,
    tally: RowTally,
}

/// What was counted.
#[derive(Debug)]
pub struct RowTally {
    pub read: u64,
    pub used: u64,
    pub rejected: BTreeMap<Reason, Rejections>,
    /// Used rows in which something is odd.
    pub odd: BTreeMap<Odd, Rejections>,
    /// The earliest and the latest time used; the first is later than the last while there is none.
    pub first_time: i64,
    pub last_time: i64,
    /// Physical lines in each piece, by its index.
    pub lines: Vec<(usize, u64)>,
    /// Used rows with a time that the clocks of its zone skipped, and that they showed twice.
    pub in_gap: u64,
    pub twice: u64,
    /// The first value that is no time, by its piece and line in it.
    pub unread: Option<(usize, u64, String)>,
}

impl Rejections {
    fn add(&mut self, piece: usize, line: u64) {
        self.count += 1;
        if self.first.len() < FIRST_LINES {
            self.first.push((piece, line));
        }
    }
}

/// Everything one thread has gathered.
pub struct Gathered {
    pub tally: RowTally,
    pub events: Names,
    /// Used rows of each event, by its number.
    pub event_rows: Vec<u64>,
    pub segments: Names,
    pub counted: NameCounts,
    /// By partition.
    pub parts: Vec<Blocks>,
    pub pieces: Vec<PieceStart>,
}

impl<'r> Rows<'r> {
    pub fn new(
        plan: &Plan,
        header: Option<HeaderNames>,
        registry: &'r Registry,
        vocabulary: &Vocabulary,
    ) -> Result<Rows<'r>, TooMany> {
        let events = match vocabulary {
            Vocabulary::Open | Vocabulary::Counted => Names::up_to(MOST_EVENTS),
            Vocabulary::Closed { names, .. } => {
                Names::only(names).map_err(|TooManyNames| TooMany::events(MAX_NAMES))?
            }
        };
        let grouping = match vocabulary {
            Vocabulary::Open | Vocabulary::Counted => None,
            Vocabulary::Closed { grouping, .. } => Some(grouping.clone()),
        };
        Ok(Rows {
            // Who names the last moment asks for all up to it.
            time: if plan.counting.as_of.is_some() { plan.time.of_any_day() } else { plan.time },
            as_of: plan.counting.as_of.unwrap_or(i64::MAX),
            day: DayCache::default(),
            header,
            is_decoded: !plan.reading.encoding.is_utf8(),
            is_suspect: false,
            has_wide: true,
            has_odd_text: false,
            has_plus: false,
            width: plan.reading.width,
            null_words: plan.reading.dialect.null_words,
            piece: 0,
            outbox: Outbox::new(registry),
            events,
            event_rows: Vec::new(),
            segments: Names::up_to(MAX_NAMES),
            grouping,
            counted: matches!(vocabulary, Vocabulary::Counted).then(NameCounts::default),
            tally: RowTally {
                read: 0,
                used: 0,
                rejected: BTreeMap::new(),
                odd: BTreeMap::new(),
                first_time: i64::MAX,
                last_time: i64::MIN,
                lines: Vec::new(),
                in_gap: 0,
                twice: 0,
                unread: None,
            },
        })
    }

    /// Begins a piece of the file. The lines of its rows count from 0 at its start.
    pub fn begin_piece(&mut self, index: usize) {
        self.piece = index;
        self.outbox.begin_piece(index);
    }

    /// Looks at a whole text at once for bytes that are no text, so that most rows need no look of their own.
    pub fn expect_text(&mut self, text: &[u8]) {
        self.has_wide = !text.is_ascii();
        let is_bad = self.has_wide && self.is_bad(text);
        self.is_suspect = text.len() > MAX_FIELD_BYTES || is_bad;
        // One pass over a text that has neither, as most have.
        let first = memchr::memchr2(0, b'+', text);
        let rest = first.and_then(|at| text.get(at..)).unwrap_or_default();
        self.has_plus = rest.first() == Some(&b'+') || memchr::memchr(b'+', rest).is_some();
        self.has_odd_text = is_bad || memchr::memchr(0, rest).is_some();
    }

    /// Has every row looked at.
    pub fn doubt_text(&mut self) {
        self.is_suspect = true;
        self.has_wide = true;
        self.has_odd_text = true;
        self.has_plus = true;
    }

    /// Fails if rows could not be put away.
    pub fn check(&mut self) -> Result<(), Failure> {
        self.outbox.check()
    }

    /// Ends the piece, which had this many physical lines.
    pub fn end_piece(&mut self, lines: u64) {
        self.tally.lines.push((self.piece, lines));
    }

    /// Takes one record.
    #[inline]
    pub fn row(&mut self, fields: &Fields, line: u64) -> Result<(), TooMany> {
        self.tally.read += 1;
        let (Some(case), Some(event), Some(time)) = (fields.case, fields.event, fields.time) else {
            self.count(Reason::TooFewFields, line);
            return Ok(());
        };
        let segment = fields.segment.unwrap_or_default();
        if self.is_suspect
            && let Some(reason) = self.objection([case, event, time, segment])
        {
            self.count(reason, line);
            return Ok(());
        }
        let case = one_id(blankless(case));
        if self.is_nothing(case) {
            self.count(Reason::NoCustomer, line);
            return Ok(());
        }
        if is_total_word(case) && (is_sum(trimmed(event)) || self.time.read(time, &mut self.day).is_err()) {
            self.count(Reason::Totals, line);
            return Ok(());
        }
        let name = self.events.lately(event);
        if name.is_none() && self.is_nothing(event) {
            self.count(Reason::NoEvent, line);
            return Ok(());
        }
        let time = match self.time.read(time, &mut self.day) {
            Ok(micros) => micros,
            Err(problem) => {
                let reason =
                    if self.is_header([case, event, time]) { Reason::HeaderAgain } else { Reason::Time(problem) };
                if reason == Reason::Time(TimeProblem::Unreadable) && self.tally.unread.is_none() {
                    self.keep_unread(time, line);
                }
                self.count(reason, line);
                return Ok(());
            }
        };
        if time > self.as_of {
            self.count(Reason::AfterAsOf, line);
            return Ok(());
        }
        if let Some(counted) = &mut self.counted {
            return counted.add(&one_writing(event), 1).map_err(|TooManyNames| TooMany::events(MOST_COUNTED));
        }
        let name = match name {
            Some(name) => name,
            None => self.number_of(event).map_err(|TooManyNames| TooMany::events(MOST_EVENTS))?,
        };
        let segment = match self.segments.lately(segment) {
            Some(segment) => segment,
            None => {
                let name = if self.is_nothing(segment) { Cow::default() } else { one_writing(segment) };
                self.segments.number(&name, segment).map_err(|TooManyNames| TooMany::SEGMENTS)?
            }
        };
        self.tally.used += 1;
        match self.event_rows.get_mut(usize::from(name)) {
            Some(rows) => *rows += 1,
            None => self.begin_rows(name),
        }
        if self.day.occurs() != Occurs::Once {
            self.count_odd_time();
        }
        self.tally.first_time = self.tally.first_time.min(time);
        self.tally.last_time = self.tally.last_time.max(time);
        let event = Event { time, customer: 0, name, segment };
        if self.has_plus && Odd::in_id(case) {
            self.odd(Odd::RoundedId, line);
        }
        match self.has_wide {
            false => self.outbox.push(case, event),
            true => self.outbox.push(&one_writing(case), event),
        }
        Ok(())
    }

    /// Counts the first row of an event, whose number follows all that are counted.
    #[cold]
    fn begin_rows(&mut self, name: u16) {
        self.event_rows.resize(usize::from(name) + 1, 0);
        if let Some(rows) = self.event_rows.last_mut() {
            *rows = 1;
        }
    }

    /// The number of an event that was not met lately.
    fn number_of(&mut self, event: &[u8]) -> Result<u16, TooManyNames> {
        let name = one_writing(event);
        match &self.grouping {
            None => self.events.number(&name, event),
            Some(grouping) => self.events.number(&grouping.name_of(&name), event),
        }
    }

    /// Counts a record that could not even be split into fields.
    pub fn reject(&mut self, reason: Reason, line: u64) {
        self.tally.read += 1;
        self.count(reason, line);
    }

    pub fn finish(self) -> Gathered {
        let (parts, pieces) = self.outbox.finish();
        Gathered {
            tally: self.tally,
            events: self.events,
            event_rows: self.event_rows,
            segments: self.segments,
            counted: self.counted.unwrap_or_default(),
            parts,
            pieces,
        }
    }

    /// Whether a cell names nobody and nothing.
    #[inline]
    fn is_nothing(&self, cell: &[u8]) -> bool {
        is_no_value(cell) && (self.null_words || trimmed(cell).is_empty())
    }

    /// What speaks against a row before its fields are understood.
    #[cold]
    fn objection(&self, fields: [&[u8]; 4]) -> Option<Reason> {
        if fields.iter().any(|field| field.len() > MAX_FIELD_BYTES) {
            return Some(Reason::OverLongField);
        }
        fields.iter().any(|field| self.is_bad(field)).then_some(Reason::InvalidBytes)
    }

    fn is_bad(&self, text: &[u8]) -> bool {
        is_no_text(text, !self.is_decoded)
    }

    fn is_header(&self, fields: [&[u8]; 3]) -> bool {
        self.header.as_ref().is_some_and(|HeaderNames(names)| names.iter().zip(fields).all(|(n, f)| **n == *trimmed(f)))
    }

    #[cold]
    fn keep_unread(&mut self, time: &[u8], line: u64) {
        let value = String::from_utf8_lossy(trimmed(time)).chars().take(LONGEST_SHOWN).collect();
        self.tally.unread = Some((self.piece, line, value));
    }

    #[cold]
    fn count_odd_time(&mut self) {
        let is_twice = self.day.occurs() == Occurs::Twice;
        *(if is_twice { &mut self.tally.twice } else { &mut self.tally.in_gap }) += 1;
    }

    #[cold]
    fn count(&mut self, reason: Reason, line: u64) {
        self.tally.rejected.entry(reason).or_default().add(self.piece, line);
    }

    /// Counts a used row in which something is odd.
    #[cold]
    pub fn odd(&mut self, odd: Odd, line: u64) {
        self.tally.odd.entry(odd).or_default().add(self.piece, line);
    }

    /// Whether a record has to be looked at as a whole: one of another width than the table, or of a text with odd bytes.
    #[inline]
    pub fn may_be_odd(&self, fields: usize) -> bool {
        self.has_odd_text || self.width.is_some_and(|width| width != fields)
    }

    /// Takes one record of so many fields, and counts what is odd in it if it is used, which is given back.
    #[cold]
    pub fn odd_row<'a>(
        &mut self,
        fields: &Fields,
        line: u64,
        text: &[u8],
        width: usize,
        field: impl Fn(usize) -> Option<&'a [u8]>,
    ) -> Result<bool, TooMany> {
        let used = self.tally.used;
        self.row(fields, line)?;
        let is_used = self.tally.used > used;
        if is_used {
            let of_width = self.width.and_then(|expected| Odd::in_width(expected, width, field));
            let all: Vec<Odd> = of_width.into_iter().chain(Odd::in_text(text, !self.is_decoded)).collect();
            all.into_iter().for_each(|odd| self.odd(odd, line));
        }
        Ok(is_used)
    }
}

/// Without blanks around it. Most fields have none, which their first and last byte show.
#[inline]
fn blankless(field: &[u8]) -> &[u8] {
    let is_ink = |byte: &u8| byte.is_ascii_graphic();
    if field.first().is_some_and(is_ink) && field.last().is_some_and(is_ink) { field } else { trimmed(field) }
}

/// A quoted field's text: doubled quotes are one.
pub fn undoubled(text: &[u8], quote: u8, has_doubled: bool) -> Cow<'_, [u8]> {
    if !has_doubled {
        return Cow::Borrowed(text);
    }
    let mut single = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(quote, rest) {
        single.extend_from_slice(rest.get(..=at).unwrap_or_default());
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    single.extend_from_slice(rest);
    Cow::Owned(single)
}
