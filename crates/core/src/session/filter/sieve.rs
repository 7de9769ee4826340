//! The filter as the views of rows look through it: what they leave out, and what of the rest steps back.

use super::Matches;
use crate::model::*;
use std::collections::HashSet;

/// A filter over rows. Without one everything stands in them as ever.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sieve<'a> {
    matches: Option<&'a Matches>,
    others: Others,
    stamp: u64,
    written: Option<RecordRef>,
}

/// What tells one sieve from another: equal keys, equal rows of the same map.
pub type SieveKey = (u64, Others, Option<RecordRef>);

impl<'a> Sieve<'a> {
    /// What meets a filter, under a stamp of its own, and what becomes of the others.
    pub fn new(matches: &'a Matches, others: Others, stamp: u64) -> Self {
        Self { matches: Some(matches), others, stamp, written: None }
    }

    /// The same, with a record that is being written: its row stays as it is, whatever its words say from letter to letter.
    pub fn keeping(self, written: Option<RecordRef>) -> Self {
        Self { written: written.filter(|_| self.matches.is_some()), ..self }
    }

    pub fn key(&self) -> SieveKey {
        (self.stamp, self.others, self.written)
    }

    /// What it does to the records of a map.
    pub(in crate::session) fn over(&self, map: &Map) -> Sifted<'a> {
        let steps = self.matches.map(|matches| {
            let cards = map.touchpoints.iter().filter(|(id, _)| matches.meets((**id).into()));
            cards.filter_map(|(_, card)| map.step_of(card)).collect()
        });
        Sifted { sieve: *self, steps: steps.unwrap_or_default() }
    }
}

/// A sieve over one map.
///
/// A step meets a filter where a card of it does, as a stage does: it is the heading of its cards. On the board, where it is
/// part of the ground, it always stays.
pub(in crate::session) struct Sifted<'a> {
    sieve: Sieve<'a>,
    /// Those with a card that meets the filter.
    steps: HashSet<StepId>,
}

impl Sifted<'_> {
    fn meets(&self, record: RecordRef) -> bool {
        let Some(matches) = self.sieve.matches.filter(|_| self.sieve.written != Some(record)) else { return true };
        match StepId::try_from(record) {
            Ok(step) => self.steps.contains(&step) && matches.has_row(record),
            Err(_) => matches.has_row(record),
        }
    }

    /// Whether a record has no row of its own accord.
    pub fn is_hidden(&self, record: RecordRef) -> bool {
        self.is_away(record) || self.sieve.others == Others::Hidden && !self.meets(record)
    }

    /// Whether a record's row steps back.
    pub fn is_dimmed(&self, record: RecordRef) -> bool {
        self.sieve.others == Others::Dimmed && !self.meets(record)
    }

    fn is_away(&self, record: RecordRef) -> bool {
        let matches = self.sieve.matches.filter(|_| self.sieve.written != Some(record));
        matches.is_some_and(|matches| matches.is_away(record))
    }
}
