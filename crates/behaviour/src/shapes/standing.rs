//! Which records of a CRM are closed, and which still stand open, by the columns that say so beside the stages.
//!
//! A stage history tells when a record entered a stage, and nothing of those that did not go on: they may be lost, or still
//! be there. Exports often say so elsewhere: in flags (*Is closed won*, *Closed*), in the name of a status, an outcome or the
//! stage where the record is now, or in a date of closing. Each column counts only where its cells speak: a status that is
//! never won, lost or open tells nothing.
//!
//! A *close date* is an expected one in many CRMs. It counts where nothing else does: blank, or later than anything that
//! happened in the file, the record is open.

use super::cells::{bytes, text};
use super::clock::Clock;
use super::header::Header;
use super::outcome::{Outcome, outcome_of};
use crate::churn::cells::flag;
use crate::nothing::is_no_value;
use crate::recognise::{Column, ColumnKind, Recognition};
use crate::records::Record;
use crate::source::Source;

const WON: &[&str] = &["is closed won", "hs is closed won", "is won", "iswon", "won", "deal won"];
const LOST: &[&str] = &["is closed lost", "hs is closed lost", "is lost", "islost", "lost", "deal lost"];
const CLOSED: &[&str] =
    &["is deal closed", "is closed", "is closed numeric", "hs is closed", "isclosed", "closed", "deal closed"];
const OPEN: &[&str] = &["is open", "is open numeric", "isopen", "deal open"];
const WON_ON: &[&str] = &["won on", "won date", "won time", "won at", "date won", "deal won time"];
const LOST_ON: &[&str] = &["lost on", "lost date", "lost time", "lost at", "date lost", "deal lost time"];
const CLOSED_ON: &[&str] = &[
    "closed on",
    "closed at",
    "closed date",
    "closed time",
    "closed",
    "date closed",
    "actual close date",
    "actual close",
    "deal closed on",
];
const CLOSES_ON: &[&str] = &["close date", "closedate"];
const NAMED: &[&str] = &[
    "outcome",
    "result",
    "final stage",
    "won lost",
    "closed status",
    "resolution",
    "deal status",
    "opportunity status",
    "deal stage",
    "dealstage",
    "current stage",
    "opportunity stage",
    "pipeline stage",
    "stage name",
    "stage",
    "milestone",
    "status",
    "state",
];

/// What a cell of a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Means {
    Won,
    Lost,
    Closed,
    Open,
    WonOn,
    LostOn,
    ClosedOn,
    Named,
}

/// The columns that say how a record stands.
pub struct Standing {
    columns: Vec<(usize, Means, bool)>,
    closes: Option<(Clock, String)>,
}

/// What the rows of one record say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    won: Option<bool>,
    lost: Option<bool>,
    closed: Option<bool>,
    /// A date of closing, where there is such a column: perhaps an expected one.
    closes: Option<i64>,
}

/// What a file says of how its records stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StandingBy {
    /// The columns by which it says so; empty where none does.
    pub by: Vec<String>,
    /// It says so by a date of closing alone: what happened no later is closed.
    by_date_until: Option<i64>,
}

impl Standing {
    /// Finds them among the columns that `is_other` does not hold for: those of the stages themselves.
    pub fn of(source: &Source, recognition: &Recognition, is_other: impl Fn(usize) -> bool) -> Standing {
        let header = Header::of(recognition);
        let is_word = |column: &Column| !matches!(column.kind, ColumnKind::Time | ColumnKind::Empty);
        let words = |known: &[&str]| header.find_where(known, is_word);
        let dates = |known: &[&str]| header.time(known);
        let found = [
            (words(WON), Means::Won),
            (words(LOST), Means::Lost),
            (words(CLOSED), Means::Closed),
            (words(OPEN), Means::Open),
            (dates(WON_ON), Means::WonOn),
            (dates(LOST_ON), Means::LostOn),
            (dates(CLOSED_ON), Means::ClosedOn),
        ];
        let mut columns: Vec<(usize, Means, bool)> =
            found.into_iter().filter_map(|(at, means)| Some((at.filter(|at| is_other(*at))?, means, false))).collect();
        // An export may have both a status and the stage where a record is now.
        let is_text = |at: &usize| header.column(*at).is_some_and(|column| column.kind == ColumnKind::Text);
        let is_named = |at: &usize| NAMED.contains(&header.words(*at)) && is_text(at) && is_other(*at);
        columns.extend((0..header.width()).filter(is_named).map(|at| (at, Means::Named, false)));
        let closes = dates(CLOSES_ON).filter(|at| is_other(*at));
        let closes = closes.map(|at| (Clock::of(source, recognition, at), header.name(at).to_owned()));
        Standing { columns, closes }
    }

    /// The same without dates of closing, for a file that has the stage where a record is now.
    pub fn beside_stage(source: &Source, recognition: &Recognition, stage: usize) -> Standing {
        let mut standing = Standing::of(source, recognition, |at| at != stage);
        standing.columns.retain(|(_, means, _)| *means != Means::ClosedOn);
        Standing { closes: None, ..standing }
    }

    /// Whether it is one of these columns.
    pub fn has(&self, column: usize) -> bool {
        self.columns.iter().any(|(at, ..)| *at == column)
    }

    /// What a row says, added to what the rows before said of the same record. Later rows know better.
    pub fn read(&mut self, row: &Record, said: &mut Said) {
        for (at, means, speaks) in &mut self.columns {
            let cell = bytes(row, *at);
            let is_filled = !is_no_value(cell);
            let yes = || flag(cell);
            let spoken = match means {
                Means::Won => set(&mut said.won, yes()),
                Means::Lost => set(&mut said.lost, yes()),
                Means::Closed => set(&mut said.closed, yes()),
                Means::Open => set(&mut said.closed, yes().map(|open| !open)),
                Means::WonOn => set(&mut said.won, is_filled.then_some(true)),
                Means::LostOn => set(&mut said.lost, is_filled.then_some(true)),
                Means::ClosedOn => {
                    said.closed = if is_filled { Some(true) } else { said.closed.or(Some(false)) };
                    is_filled
                }
                Means::Named => named(&text(row, *at), said),
            };
            *speaks |= spoken;
        }
        if let Some((clock, _)) = &mut self.closes {
            // A date that cannot be read is none: the record is used for its stages.
            said.closes = clock.read(row).ok().flatten().or(said.closes);
        }
    }

    /// What the file said in all its rows. `latest` is the last time that anything happened in it.
    pub fn told(&self, recognition: &Recognition, latest: Option<i64>) -> StandingBy {
        let header = Header::of(recognition);
        let speaking = self.columns.iter().filter(|(_, _, speaks)| *speaks);
        let by: Vec<String> = speaking.map(|(at, ..)| header.name(*at).to_owned()).collect();
        match &self.closes {
            Some((_, name)) if by.is_empty() => StandingBy { by: vec![name.clone()], by_date_until: latest },
            _ => StandingBy { by, by_date_until: None },
        }
    }
}

/// Takes what a cell says, and tells whether it said anything.
fn set(place: &mut Option<bool>, said: Option<bool>) -> bool {
    *place = said.or(*place);
    said.is_some()
}

/// Takes the name of a status or of a stage.
fn named(name: &str, said: &mut Said) -> bool {
    match outcome_of(name) {
        Outcome::Won => (said.won, said.closed) = (Some(true), Some(true)),
        Outcome::Lost => (said.lost, said.closed) = (Some(true), Some(true)),
        Outcome::Open => return name.trim().eq_ignore_ascii_case("open"),
    }
    true
}

impl Said {
    /// How a closed record ended; `None` where it is not said to be closed.
    pub fn closed_as(&self) -> Option<Outcome> {
        match (self.won, self.lost, self.closed) {
            (Some(true), ..) => Some(Outcome::Won),
            (_, Some(true), _) | (_, _, Some(true)) => Some(Outcome::Lost),
            _ => None,
        }
    }

    /// How the record stands, by this and by the stage that it entered last; `None` where neither tells.
    pub fn outcome(&self, told: &StandingBy, by_stage: Outcome) -> Option<Outcome> {
        if told.by.is_empty() {
            return Some(by_stage).filter(|outcome| *outcome != Outcome::Open);
        }
        let is_closed = match told.by_date_until {
            Some(latest) => Some(self.closes.is_some_and(|at| at <= latest)),
            None => self.closed,
        };
        Some(match (self.won, self.lost, by_stage, is_closed) {
            (Some(true), ..) => Outcome::Won,
            (_, Some(true), ..) => Outcome::Lost,
            (_, _, Outcome::Open, Some(true)) => Outcome::Lost,
            (_, _, Outcome::Open, _) => Outcome::Open,
            (_, _, by_stage, _) => by_stage,
        })
    }
}

#[cfg(test)]
#[path = "standing_tests.rs"]
mod tests;
