//! The segment of each customer, that on the first used event, where it is asked for outside of the fold.
//!
//! The rule for ties decides between events of one time as in [`super::deal`]; names of segments become those of their kind as in
//! [`super::called`].
//!
//! # Limits
//! Of segments after the first [`MAX_NAMES`] nothing is known; a log with more has no figures anyway.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use super::names::MAX_NAMES;
use crate::masking::{Grouping, Kept};
use crate::plan::Ties;

/// What a segment is called; empty for none.
pub type Segment = Box<[u8]>;

/// The first used events so far.
#[derive(Debug)]
pub struct FirstSegments {
    ties: Ties,
    numbers: HashMap<Segment, u32>,
    names: Vec<Segment>,
    of_customer: HashMap<u64, First>,
}

/// The earliest time of a customer, and the first event of it in the order of the file, with its segment.
#[derive(Debug)]
struct First {
    micros: i64,
    event: (u32, u32),
    /// Others of that time, where their order in the file decides nothing.
    others: BTreeSet<(u32, u32)>,
}

impl FirstSegments {
    pub fn new(ties: Ties) -> FirstSegments {
        FirstSegments { ties, numbers: HashMap::new(), names: Vec::new(), of_customer: HashMap::new() }
    }

    /// Takes a used event, its segment in its one writing.
    pub fn take(&mut self, customer: u64, micros: i64, event: u32, segment: &[u8]) {
        let segment = match self.numbers.get(segment) {
            Some(known) => *known,
            None if self.names.len() == MAX_NAMES => return,
            None => {
                let number = self.names.len() as u32;
                self.names.push(segment.into());
                self.numbers.insert(segment.into(), number);
                number
            }
        };
        let new = || First { micros, event: (event, segment), others: BTreeSet::new() };
        match self.of_customer.entry(customer) {
            Entry::Vacant(place) => _ = place.insert(new()),
            Entry::Occupied(mut place) => {
                let first = place.get_mut();
                if micros < first.micros {
                    *first = new();
                } else if micros == first.micros && self.ties == Ties::Name && (event, segment) != first.event {
                    first.others.insert((event, segment));
                }
            }
        }
    }

    /// The place of each customer's segment, and all segments as they are called. `event_name` says what an event is called.
    pub fn finish<'n>(self, kept: Kept, event_name: impl Fn(u32) -> &'n [u8]) -> (HashMap<u64, u32>, Vec<Segment>) {
        let marks = Grouping::of_marks(kept);
        let marked: Vec<Segment> = self.names.iter().map(|name| marks.name_of(name).as_ref().into()).collect();
        let name = |segment: u32| marked.get(segment as usize).map(|name| &**name).unwrap_or_default();
        // As merged names stand: in byte order, the empty one last.
        let order = |(event, segment): &(u32, u32)| {
            let segment = name(*segment);
            (event_name(*event).to_vec(), segment.is_empty(), segment.to_vec())
        };
        let segment = |first: &First| match self.ties {
            Ties::File => first.event.1,
            Ties::Name => {
                let all = std::iter::once(&first.event).chain(&first.others);
                all.min_by_key(|one| order(one)).unwrap_or(&first.event).1
            }
        };
        let of_customer: HashMap<u64, u32> =
            self.of_customer.iter().map(|(customer, first)| (*customer, segment(first))).collect();
        let mut customers: HashMap<&[u8], u64> = HashMap::new();
        for segment in of_customer.values() {
            *customers.entry(name(*segment)).or_default() += 1;
        }
        let filled = customers.iter().filter(|(name, _)| !name.is_empty()).map(|(name, count)| (*name, *count));
        let kinds = Grouping::of_segments(filled, kept, marks.persons(self.names.iter().map(|name| &**name)));
        let called = marked.iter().map(|name| kinds.name_of(name).as_ref().into()).collect();
        (of_customer, called)
    }
}
