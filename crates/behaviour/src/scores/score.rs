//! What a file says for a scorecard.

use touchline_words::say;

use crate::report::RowCounts;
use crate::times::zone::Zone;

/// Most periods of a file that are kept, the newest.
pub const MOST_PERIODS: usize = 240;

/// What a score is of. What each count of a [`Score`] is, says the metric of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measures {
    NetPromoter,
    Satisfaction,
    EpisodicCompletion,
    FilmCompletion,
    /// The file does not say of what kind its titles are.
    Completion,
    /// Cancelled, of those there at the start; also: who came back within the period.
    Churn,
    /// Engaged, of those who were shown something; also: who clicked.
    Discovery,
    /// Took part, of active users.
    Community,
}

/// A stretch of time that counts are of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// `Aug 2026`, `3 Aug – 3 Nov 2026`; empty where the file says nothing.
    pub label: String,
    /// Its length, where it is known.
    pub days: Option<u16>,
    /// Its last day, `2026-08-31`, where it is known.
    pub last_day: Option<String>,
}

/// One count of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    pub measures: Measures,
    /// The touchpoint, question or title that it is of; empty for all of the file.
    pub name: String,
    pub period: Period,
    pub count: u64,
    pub of: u64,
    pub also: u64,
}

/// What a file says for a scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The file's name without its folders.
    pub file: String,
    pub rows: RowCounts,
    /// Period by period, the oldest first.
    pub scores: Vec<Score>,
    /// What was counted, for each kind of score that there is.
    pub definitions: Vec<(Measures, String)>,
}

impl Scores {
    /// What was counted for a kind of score.
    pub fn definition(&self, measures: Measures) -> &str {
        self.definitions.iter().find(|(of, _)| *of == measures).map_or("", |(_, words)| words)
    }

    /// The same, which says whose months they are.
    pub(super) fn in_zone(mut self, zone: Zone) -> Scores {
        let whose = say!(shape_score_months_in, zone = zone.name());
        self.definitions.iter_mut().for_each(|(_, words)| words.push_str(&whose));
        self
    }
}
