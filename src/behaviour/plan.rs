//! The question put to a log: how to read it, which columns count, which events make a stage.
//!
//! A [`Plan`] says everything a fold needs and nothing about where it runs, so that one question can be put to a file, to a
//! pipe or, one day, to a database, with one answer. It knows no map: whoever has one writes its stages down here.

use std::collections::BTreeMap;

use serde::Serialize;

use super::dialect::Dialect;
use super::encoding::TextEncoding;
use super::error::BehaviourError;
use super::times::ColumnTime;

/// A question, complete.
#[derive(Clone, Debug)]
pub struct Plan {
    /// How the bytes become records.
    pub reading: Reading,
    /// Which fields of a record count.
    pub columns: Columns,
    /// How the time column is written.
    pub time: ColumnTime,
    /// The stages in order. An event belongs to one stage at most. None at all is allowed: events are still counted.
    pub stages: Vec<StagePlan>,
    /// Groups of events of which the customers are counted who have at least one; a touchpoint is such a group.
    pub reach: Vec<ReachGroup>,
    /// The order of events at the same time.
    pub ties: Ties,
}

/// How the bytes of a log become records and fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    pub encoding: TextEncoding,
    pub dialect: Dialect,
}

/// Columns by position, counted from 0. Two of them may be the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    pub case: usize,
    pub event: usize,
    pub time: usize,
    pub segment: Option<usize>,
}

/// A stage and the events that reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagePlan {
    pub name: String,
    pub events: Vec<String>,
}

/// A group of events, any of which counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReachGroup {
    pub events: Vec<String>,
}

/// What decides between events of one customer at the same time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Ties {
    /// The order of the rows in the file.
    #[default]
    File,
    /// The event's name in byte order, then the segment's; this depends on no order of rows.
    Name,
}

impl Plan {
    /// Holds the plan to its rules.
    ///
    /// # Errors
    /// Those of [`check_stages`].
    pub fn check(&self) -> Result<(), BehaviourError> {
        check_stages(&self.stages)
    }
}

/// Holds stages to the rule that an event belongs to one of them.
///
/// # Errors
/// [`BehaviourError::EventInTwoStages`].
pub fn check_stages(stages: &[StagePlan]) -> Result<(), BehaviourError> {
    let mut owner = BTreeMap::new();
    for (at, stage) in stages.iter().enumerate() {
        for event in stage.events.iter().map(|event| event.trim()) {
            let (first_at, first) = *owner.entry(event).or_insert((at, stage));
            if first_at != at {
                return Err(BehaviourError::EventInTwoStages {
                    event: event.to_owned(),
                    first: first.name.clone(),
                    second: stage.name.clone(),
                });
            }
        }
    }
    Ok(())
}
