//! One walk over the rows of a file of customers: ids told apart, rows that cannot be used counted by reason with lines.

use std::collections::BTreeMap;

use hashbrown::HashSet;

use super::MOST_GROUPS;
use super::cells::is_blank;
use crate::dialect::Dialect;
use crate::error::BehaviourError;
use crate::masking::{Grouped, Grouping, Kept, joined};
use crate::names::{one_id, one_writing, trimmed};
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::Recognition;
use crate::records::Record;
use crate::report::RowCounts;
use crate::row_tally::RowTally;
use crate::source::Source;

const ROWS_BETWEEN_LOOKS: u64 = 4096;

/// Walks over every row; `take` says why a row cannot be used. Gives back what became of the rows.
///
/// # Errors
/// The file cannot be read or changed meanwhile, `progress` was told to stop, or there is no row that can be used.
pub fn walk(
    source: &Source,
    found: &Recognition,
    progress: &Progress,
    take: &mut dyn FnMut(&Record) -> Result<(), Reason>,
) -> Result<RowCounts, BehaviourError> {
    let mut rows = found.rows(source)?;
    let mut row = Record::default();
    let mut tally = RowTally::of(found);
    progress.begin_reading_alone(source.size());
    while rows.read(&mut row).map_err(|error| source.unreadable(&error))? {
        tally.row(&row, take);
        progress.read(row.text().len() as u64 + row.width() as u64);
        if tally.read.is_multiple_of(ROWS_BETWEEN_LOOKS) {
            progress.stop_if_cancelled()?;
        }
    }
    progress.stop_if_cancelled()?;
    source.check_unchanged()?;
    tally.counts(source)
}

/// A cell of a row, without blanks around it; empty where the row is too short or the file has no such column.
pub fn cell(row: &Record, column: Option<usize>) -> &[u8] {
    column.and_then(|at| row.field(at)).map(trimmed).unwrap_or_default()
}

/// Tells customers apart by the bytes of their ids, which are held no longer than this is.
#[derive(Default)]
pub struct Seen(HashSet<Box<[u8]>>);

impl Seen {
    /// Takes a customer once.
    ///
    /// # Errors
    /// There is no id, or it came before.
    pub fn take(&mut self, id: &[u8]) -> Result<(), Reason> {
        let id = one_id(id);
        if is_blank(id) {
            return Err(Reason::NoCustomer);
        }
        if self.0.contains(id) {
            return Err(Reason::CustomerAgain);
        }
        self.0.insert(id.into());
        Ok(())
    }
}

/// The names of groups, numbered as they come. What looks the same is one, as it is in a log.
pub struct GroupNames {
    numbers: BTreeMap<Vec<u8>, usize>,
    null_words: bool,
    kept: Kept,
    /// Names that are called otherwise by themselves, as far as they are remembered.
    marked: HashSet<Box<[u8]>>,
}

/// Names that are remembered to be told of.
const MOST_TOLD: usize = 100_000;

/// The groups by name in byte order, those without a name last, each with its numbers; and which names became one.
pub type Called = (Vec<(String, Vec<usize>)>, Vec<Grouped>);

impl GroupNames {
    /// Of a file that is cut so.
    pub fn of(dialect: &Dialect) -> GroupNames {
        let kept = dialect.keep_names;
        GroupNames { numbers: BTreeMap::new(), null_words: dialect.null_words, kept, marked: HashSet::new() }
    }

    /// The number of a group's name; of one that tells of a person, that of its kind.
    ///
    /// # Errors
    /// There are more than [`MOST_GROUPS`].
    pub fn number(&mut self, name: &[u8]) -> Result<usize, TooManyGroups> {
        let name = if self.null_words && is_no_value(name) { b"".as_slice() } else { name };
        let written = one_writing(name);
        if let Some(number) = self.numbers.get(&*written) {
            return Ok(*number);
        }
        let marks = Grouping::of_marks(self.kept);
        let name = marks.name_of(&written);
        if *name != *written && self.marked.len() < MOST_TOLD {
            self.marked.insert(written.as_ref().into());
        }
        if let Some(number) = self.numbers.get(&*name) {
            return Ok(*number);
        }
        if self.numbers.len() >= MOST_GROUPS {
            return Err(TooManyGroups);
        }
        let number = self.numbers.len();
        self.numbers.insert(name.into_owned(), number);
        Ok(number)
    }

    /// What the groups are called, now that the customers of each are counted.
    pub fn called(&self, customers: impl Fn(usize) -> u64) -> Called {
        let named = || self.numbers.iter().filter(|(name, _)| !name.is_empty());
        let counted = named().map(|(name, number)| (name.as_slice(), customers(*number)));
        let (marks, marked) = (Grouping::of_marks(self.kept), || self.marked.iter().map(|name| &**name));
        let counted = counted.filter(|(_, customers)| *customers > 0);
        let grouping = Grouping::of_segments(counted, self.kept, marks.persons(marked()));
        let told = marks.told("segment", marked());
        let told = joined(told, grouping.told("segment", named().map(|(name, _)| name.as_slice())));
        let mut groups: BTreeMap<(bool, Vec<u8>), Vec<usize>> = BTreeMap::new();
        for (name, number) in &self.numbers {
            groups.entry((name.is_empty(), grouping.name_of(name).into_owned())).or_default().push(*number);
        }
        let text = |(is_blank, name): (bool, Vec<u8>)| match is_blank {
            true => crate::report::BLANK.to_owned(),
            false => String::from_utf8_lossy(&name).into_owned(),
        };
        (groups.into_iter().map(|(name, numbers)| (text(name), numbers)).collect(), told)
    }
}

/// A column has too many different values to be one of groups.
pub struct TooManyGroups;

impl TooManyGroups {
    pub fn of(self, source: &Source) -> BehaviourError {
        BehaviourError::TooManyNames { name: source.name().to_owned(), column: "group", limit: MOST_GROUPS }
    }
}
