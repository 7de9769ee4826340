//! The question put to a log: how to read it, which columns count, which events make a stage.
//!
//! A [`Plan`] says everything a fold needs and nothing about where it runs, so that one question can be put to a file, to a
//! pipe or, one day, to a database, with one answer. It knows no map: whoever has one writes its stages down here.

use std::collections::{BTreeMap, HashSet};

use serde::{Serialize, Serializer};

use super::dialect::Dialect;
use super::encoding::TextEncoding;
use super::error::BehaviourError;
use super::names::one_name;
use super::times::ColumnTime;
use super::times::zone::Zone;

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
    /// What it takes to have reached a stage.
    pub counting: Counting,
}

/// How the bytes of a log become records and fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    pub encoding: TextEncoding,
    pub dialect: Dialect,
    /// Fields of a row, where that is known: rows of another width are told.
    pub width: Option<usize>,
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

/// What it takes to have reached a stage.
///
/// The stages are gone through in their order. For each, a customer *arrives* at a time or does not:
///
/// - [`StageOrder::Ordered`]: at the earliest event of the stage that is not before the arrival at the last stage reached
///   so far (at the earliest event of the stage, if none was reached so far). Events at the same time count as in order.
/// - [`StageOrder::Any`]: at the earliest event of the stage, or at the arrival at the last stage reached so far, whichever
///   is later.
///
/// The stage is *reached* if there is such a time, if it is not later than the first arrival plus the window, and, with
/// [`Scope::Closed`], if the stage before was reached (the first stage needs none). With [`Scope::Open`] a stage that was
/// not reached is passed over, so that a customer may enter at any.
///
/// In every combination: who reached a stage and not the very next one has dropped there, and the time to the next stage
/// is the time between the two arrivals, never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counting {
    pub order: StageOrder,
    pub scope: Scope,
    /// Seconds from the first arrival within which a stage must be reached, both ends included; `None` for no limit.
    #[serde(rename = "window_secs")]
    pub window: Option<u64>,
    /// Microseconds since 1970 in UTC: rows of a later time are not used; `None` for all that the log has.
    #[serde(serialize_with = "as_rfc3339")]
    pub as_of: Option<i64>,
    /// The zone in which times without one are read; `None` where every time of the log tells its own. Told beside the
    /// figures; the times themselves are read by [`Plan::time`].
    #[serde(skip)]
    pub zone: Option<Zone>,
}

impl Counting {
    /// The same in a log with these times, where the as-of time is one on the clock of the zone that was named for them.
    pub fn by_the_clock_of(self, time: &ColumnTime) -> Counting {
        let on_clock = |as_of: i64| time.zone().map_or(as_of, |zone| zone.moment_of(as_of));
        Counting { as_of: self.as_of.map(on_clock), zone: time.assumed_zone(), ..self }
    }
}

/// Whether a customer has to come to the stages in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StageOrder {
    #[default]
    Ordered,
    Any,
}

/// Whether a customer has to have reached the stages before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    #[default]
    Closed,
    Open,
}

fn as_rfc3339<S: Serializer>(micros: &Option<i64>, to: S) -> Result<S::Ok, S::Error> {
    micros.map(time_text).serialize(to)
}

/// The same by the clock of a zone, with its distance from UTC: `2026-11-03T23:59:59.999999+01:00`.
pub fn time_text_in(zone: Zone, micros: i64) -> String {
    zone.shown(micros).unwrap_or_else(|| time_text(micros))
}

/// Microseconds since 1970 as RFC 3339 in UTC; a count of seconds where the calendar of that standard has no such moment.
pub fn time_text(micros: i64) -> String {
    match jiff::Timestamp::from_microsecond(micros) {
        Ok(time) => time.to_string(),
        Err(_) => format!("{}", micros as f64 / 1e6),
    }
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

/// The events that a plan names, in their one writing: a person has said that they are told apart.
pub(super) fn named(plan: &Plan) -> HashSet<Box<[u8]>> {
    let stages = plan.stages.iter().flat_map(|stage| &stage.events);
    let groups = plan.reach.iter().flat_map(|group| &group.events);
    stages.chain(groups).map(|event| one_name(event).as_bytes().into()).collect()
}

/// Holds stages to the rule that an event belongs to one of them.
///
/// # Errors
/// [`BehaviourError::EventInTwoStages`].
pub fn check_stages(stages: &[StagePlan]) -> Result<(), BehaviourError> {
    let mut owner = BTreeMap::new();
    for (at, stage) in stages.iter().enumerate() {
        for event in stage.events.iter().map(|event| one_name(event)) {
            let (first_at, first) = *owner.entry(event.clone()).or_insert((at, stage));
            if first_at != at {
                return Err(BehaviourError::EventInTwoStages {
                    event: event.into_owned(),
                    first: first.name.clone(),
                    second: stage.name.clone(),
                });
            }
        }
    }
    Ok(())
}
