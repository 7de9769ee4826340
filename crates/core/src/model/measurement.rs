//! A measurement: what a behavioural log said of the map's stages. Counts only; a rate is always computed from them.

use super::{Counting, Date, FunnelScope, Rejection, SegmentId, StageId, TieOrder, TouchpointId, is_default};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use touchline_words::say;

/// The figures of one import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// The file's name, without its folder.
    pub source: String,
    /// The day it was laid over the map.
    pub taken: Date,
    /// First and last time of a used row, ISO 8601 UTC; empty where rows have no time.
    pub first_time: String,
    pub last_time: String,
    pub rows_read: u64,
    pub rows_used: u64,
    /// What a row of the file is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rows_are: RowsAre,
    /// Rows that could not be used: reason and count.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rejected: Vec<(Rejection, u64)>,
    /// Which of two events of one customer at the same time comes first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ties: TieOrder,
    /// What it took to have reached a stage.
    #[serde(default, skip_serializing_if = "is_default")]
    pub counting: Counting,
    /// Customers whose rows name more than one segment.
    #[serde(default, skip_serializing_if = "is_default")]
    pub multi_segment_customers: u64,
    /// The stages in the order in which they were measured.
    pub stages: Vec<StageId>,
    /// A measured stage was deleted since; the later stages' figures still count only who passed it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub outdated: bool,
    /// All audiences.
    pub all: Figures,
    #[serde(default, skip_serializing_if = "is_default")]
    pub segments: BTreeMap<SegmentId, Figures>,
}

/// What a row of a measured file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowsAre {
    /// An event of a customer.
    #[default]
    Events,
    /// How many people were at a stage.
    Counts,
    /// A record of a CRM, or one of its stages.
    Records,
}

impl RowsAre {
    /// What is counted at a stage, in the plural.
    pub fn counted(self) -> &'static str {
        match self {
            Self::Events | Self::Counts => say!(counted_customers),
            Self::Records => say!(counted_records),
        }
    }

    /// In the plural: `events`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Events => say!(rows_are_events),
            Self::Counts => say!(rows_are_counts),
            Self::Records => say!(rows_are_records),
        }
    }
}

/// One audience's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Distinct customers in the log.
    pub customers: u64,
    /// One for each of [`Measurement::stages`], in that order.
    pub stages: Vec<StageFigure>,
    /// What those who dropped did next, one for each of [`Measurement::stages`]; empty where nothing is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub then: Vec<DroppedThen>,
    /// One for each of [`Measurement::stages`]: of those who reached the stage, how many were seen again afterwards in each of the
    /// stages before it, in that order. Empty where nobody was, and where nothing is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub seen_again: Vec<Vec<u64>>,
    /// Distinct customers with an event of the touchpoint.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reach: BTreeMap<TouchpointId, u64>,
    /// The events that were most often somebody's first or last; empty where nothing is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub touches: Vec<TouchFigure>,
    /// How long the activities take that were paired most often; empty where the log does not tell starts and completions apart.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activities: Vec<ActivityFigure>,
}

/// The time from the start to the completion of an activity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActivityFigure {
    pub event: String,
    /// Pairs of a start and a completion.
    pub times: u64,
    /// Median seconds between, over all pairs.
    #[serde(default, skip_serializing_if = "is_default")]
    pub median_secs: Option<f64>,
    /// Seconds within which nine of ten were completed (90th percentile).
    #[serde(default, skip_serializing_if = "is_default")]
    pub p90_secs: Option<f64>,
}

/// How many customers an event was the first or the last of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TouchFigure {
    pub event: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub first: u64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub last: u64,
    /// Among those who reached the last stage.
    #[serde(default, skip_serializing_if = "is_default")]
    pub first_of_converted: u64,
    /// Directly before the event at which they reached it, or that one itself where it is their first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub last_before_converted: u64,
}

/// The first event of those who dropped at a stage, after those that made them reach it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DroppedThen {
    /// Customers without a further event.
    pub nothing: u64,
    /// The most frequent events with their customers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub events: Vec<(String, u64)>,
    /// Customers with another event.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other: u64,
}

impl DroppedThen {
    /// Together with those who dropped elsewhere.
    fn add(&mut self, others: Self) {
        self.nothing += others.nothing;
        self.other += others.other;
        for (event, count) in others.events {
            match self.events.iter_mut().find(|(known, _)| *known == event) {
                Some((_, all)) => *all += count,
                None => self.events.push((event, count)),
            }
        }
        self.events.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
}

/// A stage's counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StageFigure {
    pub reached: u64,
    /// Of those, how many did not reach the next stage; 0 at the last. With an open funnel the next stage may have been
    /// reached by others.
    pub dropped: u64,
    /// Median seconds to the next stage, over those who reached it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub median_secs: Option<f64>,
    /// Seconds within which nine of ten of those came to the next stage (90th percentile).
    #[serde(default, skip_serializing_if = "is_default")]
    pub p90_secs: Option<f64>,
    /// Of those who reached the stage, who have two or more of its events.
    #[serde(default, skip_serializing_if = "is_default")]
    pub repeated: u64,
    /// Of those who reached the stage, who came back to it from a later one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub returned: u64,
    /// Records that stand here, or on the way to the next stage, and are in neither count: nobody knows yet whether they go
    /// on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub still_open: u64,
}

impl Measurement {
    /// An audience's figures; all audiences' for `None`.
    pub fn figures(&self, segment: Option<SegmentId>) -> Option<&Figures> {
        match segment {
            None => Some(&self.all),
            Some(id) => self.segments.get(&id),
        }
    }

    /// An audience's counts at a stage, and whether it is the last measured one (which has no rate).
    pub fn at(&self, segment: Option<SegmentId>, stage: StageId) -> Option<(StageFigure, bool)> {
        let place = self.stages.iter().position(|id| *id == stage)?;
        let figure = self.figures(segment)?.stages.get(place)?;
        Some((*figure, place + 1 == self.stages.len()))
    }

    /// Of those of an audience who reached a stage, how many were seen again in an earlier one afterwards, and how many reached it.
    pub fn seen_again(&self, segment: Option<SegmentId>, from: StageId, to: StageId) -> Option<(u64, u64)> {
        let place = |stage: StageId| self.stages.iter().position(|id| *id == stage);
        let (figures, from) = (self.figures(segment)?, place(from)?);
        let again = figures.seen_again.get(from)?.get(place(to)?)?;
        Some((*again, figures.stages.get(from)?.reached))
    }

    /// All figures: those of all audiences, then each audience's.
    pub fn each_figures(&self) -> impl Iterator<Item = &Figures> {
        std::iter::once(&self.all).chain(self.segments.values())
    }

    pub(super) fn each_figures_mut(&mut self) -> impl Iterator<Item = &mut Figures> {
        std::iter::once(&mut self.all).chain(self.segments.values_mut())
    }

    /// Makes the columns of two stages one: whoever left at either left at the one that they are now, where nobody comes to
    /// a stage but through the one before.
    pub fn join_columns(&mut self, into: StageId, gone: StageId) {
        let place = |stage: StageId| self.stages.iter().position(|id| *id == stage);
        let Some(column) = place(gone) else { return };
        let Some(kept) = place(into) else {
            self.stages.iter_mut().filter(|stage| **stage == gone).for_each(|stage| *stage = into);
            self.outdated = true;
            return;
        };
        if column == kept + 1 && self.counting.scope == FunnelScope::Closed {
            for figures in self.each_figures_mut() {
                let Some(after) = figures.stages.get(column).copied() else { continue };
                let is_last = column + 1 == figures.stages.len();
                if let Some(one) = figures.stages.get_mut(kept) {
                    one.dropped = if is_last { 0 } else { one.dropped + after.dropped };
                    one.still_open = if is_last { 0 } else { one.still_open + after.still_open };
                }
                let next = figures.then.get(column).cloned().unwrap_or_default();
                if let Some(one) = figures.then.get_mut(kept) {
                    if is_last { *one = DroppedThen::default() } else { one.add(next) }
                }
            }
        }
        // Who was seen again in one of the two may be who was in the other.
        self.each_figures_mut().for_each(|figures| figures.seen_again.clear());
        self.remove_column(column);
    }

    /// Takes away the figures of a stage that is gone, by its place in [`Measurement::stages`].
    pub(super) fn remove_column(&mut self, column: usize) {
        if column >= self.stages.len() {
            return;
        }
        self.stages.remove(column);
        self.outdated = true;
        for figures in self.each_figures_mut() {
            if column < figures.stages.len() {
                figures.stages.remove(column);
            }
            if column < figures.then.len() {
                figures.then.remove(column);
            }
            if column < figures.seen_again.len() {
                figures.seen_again.remove(column);
                figures.seen_again.iter_mut().skip(column).for_each(|later| _ = later.remove(column));
            }
            // How long it took to the stage that is gone says nothing of the one that comes next now.
            if let Some(before) = column.checked_sub(1).and_then(|before| figures.stages.get_mut(before)) {
                (before.median_secs, before.p90_secs) = (None, None);
            }
        }
    }
}
