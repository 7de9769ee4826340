//! Completion: how many of those who started a title finished it, for each title, each kind of title and all.
//!
//! `title, type (episodic or film), started, finished[, segment, week]`. Several rows of a title, one for each week or
//! segment, are added up: somebody who starts in two weeks counts twice, as in the file itself.

use std::collections::BTreeMap;

use serde::Serialize;
use touchline_words::say;

use super::cells::{bytes, text};
use super::header::{Header, PERIOD, SEGMENT, is_total, short};
use super::number::Numbers;
use super::pipeline::Share;
use super::rows::{RowTaken, each_row};
use super::shape::{Shape, missing};
use crate::error::BehaviourError;
use crate::masking::masked_but;
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::reason::{Many, Reason};
use crate::recognise::Recognition;
use crate::report::RowCounts;
use crate::source::Source;

/// Titles, kinds and segments that are told apart.
const MOST: usize = 10_000;

const TITLE: &[&str] = &[
    "title",
    "title name",
    "series",
    "show",
    "film",
    "movie",
    "programme",
    "program",
    "content",
    "asset",
    "work",
    "titel",
];
const KIND: &[&str] = &["type", "kind", "content type", "title type", "format", "typ"];
const STARTED: &[&str] = &["started", "starts", "starters", "plays", "views", "viewers", "began", "gestartet"];
const FINISHED: &[&str] =
    &["finished", "finishes", "finishers", "completed", "completions", "completes", "ended", "beendet"];

/// What the file says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Completion {
    /// All titles.
    pub all: Share,
    /// By title, in the order of the file.
    pub titles: Vec<Title>,
    /// By kind, by segment, and by period, each in the order of the file.
    pub kinds: Vec<Part>,
    pub segments: Vec<Part>,
    pub periods: Vec<Part>,
}

/// One title.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Title {
    pub title: String,
    /// As the file has it; empty without such a column.
    pub kind: String,
    /// Finished of started.
    pub share: Share,
}

/// A part of the whole.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    pub name: String,
    pub share: Share,
}

/// The columns of titles, starts and ends.
pub fn columns(header: &Header) -> Option<(usize, usize, usize)> {
    Some((header.find(TITLE)?, header.number(STARTED)?, header.number(FINISHED)?))
}

/// Counts in the order in which their names first come.
#[derive(Default)]
struct Sums<K: Ord> {
    order: Vec<K>,
    sums: BTreeMap<K, (u64, u64)>,
}

impl<K: Ord + Clone> Sums<K> {
    fn add(&mut self, key: K, finished: u64, started: u64) {
        if !self.sums.contains_key(&key) && self.order.len() < MOST {
            self.order.push(key.clone());
            self.sums.insert(key.clone(), (0, 0));
        }
        if let Some((all_finished, all_started)) = self.sums.get_mut(&key) {
            *all_finished = all_finished.saturating_add(finished);
            *all_started = all_started.saturating_add(started);
        }
    }

    fn shares(self) -> impl Iterator<Item = (K, Share)> {
        let Sums { order, sums } = self;
        order.into_iter().filter_map(move |key| {
            let (finished, started) = *sums.get(&key)?;
            Some((key, Share::of(finished, started)))
        })
    }
}

/// Reads the file.
///
/// # Errors
/// A column is missing, or none of the rows can be used.
pub fn read(
    source: &Source,
    recognition: &Recognition,
    progress: &Progress,
) -> Result<(RowCounts, Completion), BehaviourError> {
    let header = Header::of(recognition);
    let (title, started, finished) =
        columns(&header).ok_or_else(|| missing(Shape::Completion, recognition, say!(shape_needs_completion)))?;
    let kind = header.find(KIND).filter(|at| *at != title);
    let segment = header.find(SEGMENT).filter(|at| *at != title);
    let period = header.find(PERIOD);
    let cells = |at: usize| recognition.preview.iter().filter_map(move |row| row.cells.get(at));
    let numbers = Numbers::learn([started, finished].into_iter().flat_map(cells).map(|cell| cell.as_bytes()));
    let mut all = (0_u64, 0_u64);
    let mut titles: Sums<(String, String)> = Sums::default();
    let [mut kinds, mut segments, mut periods]: [Sums<String>; 3] = Default::default();
    let rows = each_row(source, recognition, progress, &mut |row| -> RowTaken {
        let name = text(row, title);
        if is_no_value(name.as_bytes()) {
            return Err(Reason::NoTitle);
        }
        if is_total(&name) {
            return Err(Reason::TotalOfPeople);
        }
        let count =
            |at: usize| numbers.count(bytes(row, at)).map_err(|problem| problem.in_column(short(header.name(at))));
        let (begun, done) = (count(started)?, count(finished)?);
        if done > begun {
            return Err(Reason::MoreFinished);
        }
        let key = (name.into_owned(), kind.map_or(String::new(), |at| text(row, at).into_owned()));
        if titles.order.len() >= MOST && !titles.sums.contains_key(&key) {
            return Err(Reason::Many { what: Many::Titles, most: MOST });
        }
        titles.add(key, done, begun);
        for (sums, column) in [(&mut kinds, kind), (&mut segments, segment), (&mut periods, period)] {
            if let Some(name) = column.map(|at| text(row, at)).filter(|name| !is_no_value(name.as_bytes())) {
                sums.add(masked_but(&name, recognition.dialect.keep_names).into_owned(), done, begun);
            }
        }
        all = (all.0.saturating_add(done), all.1.saturating_add(begun));
        Ok(())
    })?;
    let parts = |sums: Sums<String>| sums.shares().map(|(name, share)| Part { name, share }).collect();
    let completion = Completion {
        all: Share::of(all.0, all.1),
        titles: titles.shares().map(|((title, kind), share)| Title { title, kind, share }).collect(),
        kinds: parts(kinds),
        segments: parts(segments),
        periods: parts(periods),
    };
    Ok((rows, completion))
}
