//! What a person has fixed before a log is recognised.

use std::collections::BTreeMap;

use super::column::Column;
use crate::lifecycle::Choice;
use crate::masking::Kept;
use crate::names::one_name;
use crate::roles::Role;
use crate::times::zone::Zone;
use crate::times::{DayOrder, TimeFormat};

/// A scale that a person has named.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidScale {
    /// The question or the column of scores; without one, all of whose scale nothing speaks.
    pub of: Option<String>,
    pub low: f64,
    pub high: f64,
}

impl Overrides {
    /// The scales that a person has named, those by places by the names of their columns.
    pub(super) fn scales_in(&self, columns: &[Column]) -> Vec<SaidScale> {
        let named = |(at, (low, high)): (&usize, &(f64, f64))| {
            Some(SaidScale { of: Some(columns.get(*at)?.name.clone()), low: *low, high: *high })
        };
        self.scales_at.iter().filter_map(named).chain(self.scales.iter().cloned()).collect()
    }
}

impl SaidScale {
    /// Whether it was named for a question.
    pub fn is_of(&self, question: &str) -> bool {
        let in_small = |name: &str| one_name(name).to_lowercase();
        self.of.as_deref().is_none_or(|of| in_small(of) == in_small(question))
    }
}

/// What a person has fixed; everything else is recognised.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides {
    /// A label of the WHATWG standard: `windows-1252`.
    pub encoding: Option<String>,
    /// An ASCII character.
    pub delimiter: Option<u8>,
    /// `Some(None)`: quotes are plain characters.
    pub quote: Option<Option<u8>>,
    pub preamble_lines: Option<u64>,
    pub header: Option<bool>,
    /// Names that the header is known to have. They find it where its looks do not.
    pub column_names: Vec<String>,
    /// The format of the times of a column, by its place.
    pub time_formats: BTreeMap<usize, TimeFormat>,
    /// The order of the numbers in dates that are read in it and in another.
    pub date_order: Option<DayOrder>,
    /// The zone of times that carry none; UTC without it.
    pub zone: Option<Zone>,
    /// Words such as `NULL` are names as any other; an empty cell alone is nothing.
    pub keep_null_words: bool,
    /// What stays as it is in names of events and segments, though it tells of persons ([`crate::masking`]).
    pub keep_names: Kept,
    /// Which rows count where each event has one for its start and one for its completion.
    pub lifecycle: Option<Choice>,
    /// Questions of a survey of which a person says that they ask whether one would recommend.
    pub recommends: Vec<String>,
    /// Scales of a survey that a person has named; of several for a question the last.
    pub scales: Vec<SaidScale>,
    /// The same by the place of the question's column, or of the one with the scores: from the lowest to the highest. Those that are
    /// named above go before.
    pub scales_at: BTreeMap<usize, (f64, f64)>,
    /// The column of a role, by its place; `None`: no column has it.
    pub roles: BTreeMap<Role, Option<usize>>,
}
