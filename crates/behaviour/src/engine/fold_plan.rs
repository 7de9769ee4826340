//! What is asked of each customer, in numbers.

use super::deal::Tight;
use super::event::Event;
use crate::plan::{Counting, Ties};

/// The plan in numbers: names are places in the sorted list of all names.
#[derive(Debug)]
pub struct FoldPlan {
    pub ties: Ties,
    pub counting: Counting,
    /// The window, if there is one.
    pub window_micros: Option<i64>,
    pub stages: usize,
    /// For each event, its stage, or the number of stages if it has none.
    pub stage_of: Vec<usize>,
    /// For each event, the reach groups it belongs to.
    pub groups_of: Vec<Vec<usize>>,
    pub groups: usize,
    pub segments: usize,
    /// How events can be kept in one number each, if they can.
    pub tight: Option<Tight>,
}

impl FoldPlan {
    /// The stage of an event, or the number of stages if it has none.
    #[inline]
    pub fn stage(&self, event: &Event) -> usize {
        self.stage_of.get(usize::from(event.name)).copied().unwrap_or(self.stages)
    }

    pub fn names(&self) -> usize {
        self.stage_of.len()
    }

    /// Names of which the customers are counted: all where there is no stage, since then the log is asked what is in it.
    pub fn counted_names(&self) -> usize {
        if self.stages == 0 { self.names() } else { 0 }
    }
}
