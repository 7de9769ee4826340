//! What a fold gives back, in the shape that scripts read: the fields of the JSON in their order.
//!
//! Numbers are whole counts or full-precision fractions and seconds; nothing is rounded here. Beside what is written to
//! JSON a report holds the reach of groups and the rows of each event, for whoever binds events to a map.

use std::collections::{BTreeMap, HashSet};
use std::io::Write;

use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

use super::masking::Grouped;
use super::names::one_name;
use super::oddities::Odd;
use super::plan::{Counting, Plan, StagePlan, Ties};
use super::reason::Reason;
use super::source::{Place, Source};

/// The figures of one log under one plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    pub rows: RowCounts,
    /// The total first, then the segments by name in byte order, the blank one last.
    pub segments: Vec<SegmentFigures>,
    /// By from and to, in byte order.
    pub transitions: Vec<Transition>,
    pub ties: Ties,
    /// Customers whose used rows name more than one segment.
    pub multi_segment_customers: u64,
    pub source: SourceNote,
    /// What it took to have reached a stage.
    pub counting: Counting,
    /// Every event of the log that is told apart, with its used rows, in byte order of the names.
    #[serde(skip)]
    pub events: Vec<EventCount>,
    /// Customers by event, where no stage was asked for; of a table on a server they are not known.
    #[serde(skip)]
    pub customers_by_event: Option<BTreeMap<String, u64>>,
    /// Used rows that have the customer, event, time and segment of another. They count like any other. Where not all events
    /// are told apart it is not known.
    #[serde(skip_serializing_if = "is_none_or_0")]
    pub repeated_rows: Option<u64>,
    /// Where the log has too many different events to tell them all apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_events: Option<OtherEvents>,
    /// Names of events and segments that tell of persons, or of which there is one for nearly each row, and became one.
    #[serde(rename = "grouped_names", skip_serializing_if = "Vec::is_empty")]
    pub grouped: Vec<Grouped>,
    /// Where a zone was named for times that carry none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<ZoneNote>,
    /// Stages that were asked for and of which the log has no event, where it was not counted by them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_measured: Vec<String>,
    /// How long activities take, where the log has their starts and their completions.
    #[serde(skip_serializing_if = "Activities::are_not_told")]
    pub activities: Activities,
}

/// The times from starts to completions, of all segments together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Activities {
    /// No column tells starts and completions apart, or both count.
    NotTold,
    /// More rows or names than can be paired.
    TooMany,
    /// A server counts one of both, and does not pair them.
    NotOnServer,
    /// By name in byte order.
    Known(Vec<ActivityTime>),
}

/// One activity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActivityTime {
    pub event: String,
    /// How many starts have a completion.
    pub times: u64,
    /// Seconds, over those; `None` where there are none.
    pub median_secs: Option<f64>,
    pub p90_secs: Option<f64>,
    /// Starts without a completion, and completions without a start before them.
    pub only_started: u64,
    pub only_completed: u64,
}

impl Activities {
    pub fn are_not_told(&self) -> bool {
        *self == Activities::NotTold
    }

    /// The activities of which times are known.
    pub fn known(&self) -> &[ActivityTime] {
        match self {
            Activities::NotTold | Activities::TooMany | Activities::NotOnServer => &[],
            Activities::Known(all) => all,
        }
    }

    /// So many of them, those with the most pairs first.
    pub fn most_frequent(&self, most: usize) -> Vec<&ActivityTime> {
        most_frequent(self.known(), most)
    }

    /// What a reader has to know where none are.
    pub fn words(&self) -> Option<&'static str> {
        match self {
            Activities::TooMany => Some(say!(log_activities_too_many)),
            Activities::NotOnServer => Some(say!(log_activities_not_on_server)),
            Activities::NotTold | Activities::Known(_) => None,
        }
    }
}

/// So many activities, those with the most pairs first.
pub fn most_frequent(activities: &[ActivityTime], most: usize) -> Vec<&ActivityTime> {
    let mut all: Vec<&ActivityTime> = activities.iter().collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.times));
    all.truncate(most);
    all
}

fn is_none_or_0(count: &Option<u64>) -> bool {
    count.is_none_or(|count| count == 0)
}

/// The zone of times that carry none, and the used rows whose times do not occur just once on its clocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ZoneNote {
    pub name: String,
    /// Rows with a time over which the clocks were put forward.
    pub in_gap: u64,
    /// Rows with a time that the clocks showed twice.
    pub twice: u64,
}

impl ZoneNote {
    /// What a reader of the figures has to know, a sentence each, with numbers as `number` writes them.
    pub fn words(&self, number: impl Fn(u64) -> String) -> Vec<String> {
        let rows = |count: u64| match count {
            1 => say!(log_time_of_1_row).to_owned(),
            _ => say!(log_times_of_rows, count = number(count)),
        };
        let name = &self.name;
        let in_gap = (self.in_gap > 0).then(|| {
            let rows = rows(self.in_gap);
            say!(log_times_skipped, rows, name)
        });
        let twice = (self.twice > 0).then(|| {
            let rows = rows(self.twice);
            say!(log_times_twice, rows, name)
        });
        in_gap.into_iter().chain(twice).collect()
    }
}

/// Events that are counted together, as [`OTHER_EVENTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OtherEvents {
    /// Different events of the log, those told apart included.
    pub different: u64,
    /// Those told apart.
    pub told_apart: u64,
    /// Used rows of the others.
    pub rows: u64,
}

impl OtherEvents {
    /// What a reader of the figures has to know, with numbers as `number` writes them.
    pub fn words(&self, number: impl Fn(u64) -> String) -> String {
        say!(
            log_many_events,
            different = number(self.different),
            told = number(self.told_apart),
            rows = number(self.rows),
            name = OTHER_EVENTS.text(),
        )
    }
}

/// How the events are called that are counted together.
pub const OTHER_EVENTS: Said = said::log_other_events;

/// What became of the records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowCounts {
    /// Records after the header, without blank lines.
    pub read: u64,
    /// Those with a customer, an event and a readable time.
    pub used: u64,
    /// The others.
    pub rejected: u64,
    pub reasons: Vec<RejectedRows>,
    /// Those used in which something is odd: what is wrong with them was guessed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub odd: Vec<OddRows>,
}

/// The rows rejected for one reason.
pub type RejectedRows = Told<Reason>;

/// The rows used in which one thing is odd.
pub type OddRows = Told<Odd>;

/// So many lines are named for each reason.
pub const FIRST_LINES: usize = 5;

/// Rows of which one thing is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told<R> {
    pub reason: R,
    pub count: u64,
    /// The first five, as physical lines of the file counted from 1.
    pub first_lines: Vec<u64>,
    /// The file of each of those lines, where the log is several; empty otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub first_files: Vec<String>,
}

/// How customers without a segment or group are called in a report, the same in every language.
pub const BLANK: &str = "(none)";

/// One segment through the stages.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SegmentFigures {
    /// `All` for the total, `(none)` for customers without a segment.
    pub segment: String,
    /// Whether this is the total; a segment may itself be called All.
    pub total: bool,
    pub customers: u64,
    pub stages: Vec<StageFigures>,
    /// Every event that is a first or last touch of somebody, in byte order.
    pub touches: Vec<Touch>,
    /// Customers with at least one event of each reach group, in the plan's order.
    #[serde(skip)]
    pub reach: Vec<u64>,
    /// How long its customers' activities take, by name in byte order. Those of all are [`Report::activities`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<ActivityTime>,
    /// Whether these are the customers without a segment; a segment may itself be called (none).
    #[serde(skip)]
    pub is_blank: bool,
}

/// One stage of one segment. At the last stage, and where nobody reached it, nobody can drop: the rest is `None`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct StageFigures {
    pub name: String,
    pub reached: u64,
    /// Those who reached this stage and not the next.
    pub dropped: u64,
    /// `dropped / reached`, a fraction.
    pub rate: Option<f64>,
    /// The ends of the Wilson interval at 95 %.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Seconds, over those who reached the next stage.
    pub median_secs_to_next: Option<f64>,
    /// Seconds within which nine of ten of those came to the next stage.
    pub p90_secs_to_next: Option<f64>,
    /// Of those who reached the stage, who have two events of it or more.
    pub repeated: u64,
    /// Of those who reached the stage, who came back to it: an event of it directly follows one of a later stage, events
    /// of no stage aside.
    pub returned: u64,
    /// Of those who reached the stage, who were seen again afterwards in each stage before it: they had been there, and have a
    /// later event of it. In the order of the stages; not said where nobody was.
    #[serde(skip_serializing_if = "nobody")]
    pub seen_again: Vec<u64>,
    /// What those who dropped did next; all 0 at the last stage.
    pub dropped_then: DroppedThen,
}

fn nobody(counts: &[u64]) -> bool {
    counts.iter().all(|count| *count == 0)
}

/// The first event of those who dropped, after the last of the events that made them reach the stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DroppedThen {
    /// Customers without a further event.
    pub nothing: u64,
    /// The most frequent, [`DroppedThen::SHOWN`] at most; equal counts in byte order of the names.
    pub events: Vec<EventCount>,
    /// Customers whose next event is none of these.
    pub other: u64,
}

impl DroppedThen {
    /// So many events are named for each stage.
    pub const SHOWN: usize = 5;

    /// Out of all next events with their counts, in byte order of their names, and the customers without one.
    pub fn of<T>(nothing: u64, mut next: Vec<(T, u64)>, name: impl Fn(&T) -> String) -> DroppedThen {
        // The sort keeps the order of names among equal counts.
        next.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let other = next.iter().skip(DroppedThen::SHOWN).map(|(_, count)| count).sum();
        let shown = next.iter().take(DroppedThen::SHOWN);
        let events = shown.map(|(event, count)| EventCount { event: name(event), count: *count }).collect();
        DroppedThen { nothing, events, other }
    }
}

/// How many customers an event was the first or the last touch of. Converted are those who reached the last stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Touch {
    pub event: String,
    /// Customers whose first event it is.
    pub first: u64,
    /// Customers whose last event it is.
    pub last: u64,
    /// Converted customers whose first event it is.
    pub first_of_converted: u64,
    /// Converted customers for whom it is the event directly before the one at which they reached the last stage, or that
    /// one itself where it is their first.
    pub last_before_converted: u64,
}

/// How often one event directly follows another inside one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Transition {
    pub from: String,
    pub to: String,
    pub count: u64,
}

/// Where the figures come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceNote {
    /// The file's name without its folders.
    pub file: String,
    /// The earliest and the latest time used, RFC 3339 in UTC.
    pub first_time: String,
    pub last_time: String,
}

/// An event and its used rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventCount {
    pub event: String,
    pub count: u64,
}

/// More rejected rows than this share put the figures in doubt.
const SHARE_IN_DOUBT: f64 = 0.05;

impl<R> Told<R> {
    fn place(&mut self, source: &Source) {
        let places: Vec<Place> = self.first_lines.iter().map(|line| source.place(*line)).collect();
        self.first_lines = places.iter().map(|place| place.line).collect();
        self.first_files = places.into_iter().filter_map(|place| place.file).collect();
    }
}

impl RowCounts {
    /// The share of rows that could not be used, a fraction, where it is over 5 % and so puts the figures in doubt. Rows
    /// behind an as-of date, and those that double an event, are left out on purpose and are none of them.
    pub fn share_in_doubt(&self) -> Option<f64> {
        let is_on_purpose = |told: &&RejectedRows| told.reason == Reason::AfterAsOf || told.reason == Reason::OtherStep;
        let on_purpose = self.reasons.iter().filter(is_on_purpose).map(|told| told.count);
        let on_purpose: u64 = on_purpose.sum();
        let (rejected, read) = (self.rejected.saturating_sub(on_purpose), self.read.saturating_sub(on_purpose));
        let share = rejected as f64 / read as f64;
        (share > SHARE_IN_DOUBT).then_some(share)
    }

    /// Of a log of several files, says in which of them each line stands, and where there. Once, on lines of the text.
    pub fn place(&mut self, source: &Source) {
        self.reasons.iter_mut().for_each(|told| told.place(source));
        self.odd.iter_mut().for_each(|told| told.place(source));
    }
}

impl Report {
    /// How long activities take by segment: of so many of those that all segments together have most of, in order.
    pub fn activities_by_segment(&self, most: usize) -> Vec<(&SegmentFigures, &ActivityTime)> {
        let mut found = Vec::new();
        for one in self.activities.most_frequent(most) {
            for own in self.segments.iter().filter(|own| !own.total) {
                let its = own.activities.iter().find(|other| other.event == one.event && other.times > 0);
                found.extend(its.map(|activity| (own, activity)));
            }
        }
        found
    }

    /// Takes the event without a name, which none of a log can have, for all those not told apart. The log has so many
    /// different ones.
    pub(super) fn group_others(&mut self, different: u64) {
        let rows = self.events.pop_if(|event| event.event.is_empty()).map_or(0, |others| others.count);
        // Names of the plan that the log does not have.
        self.events.retain(|event| event.count > 0);
        if rows == 0 {
            return;
        }
        self.repeated_rows = None;
        self.other_events = Some(OtherEvents { different, told_apart: self.events.len() as u64, rows });
        let pairs = self.transitions.iter_mut().flat_map(|pair| [&mut pair.from, &mut pair.to]);
        let stages = self.segments.iter_mut().flat_map(|segment| &mut segment.stages);
        let next = stages.flat_map(|stage| stage.dropped_then.events.iter_mut().map(|next| &mut next.event));
        pairs.chain(next).filter(|name| name.is_empty()).for_each(|name| *name = OTHER_EVENTS.text().to_owned());
        self.transitions.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
        for segment in &mut self.segments {
            let others = segment.touches.iter_mut().filter(|touch| touch.event.is_empty());
            others.for_each(|touch| touch.event = OTHER_EVENTS.text().to_owned());
            segment.touches.sort_by(|a, b| a.event.cmp(&b.event));
        }
    }

    /// What a reader has to know of rows that come again, with numbers as `number` writes them; nothing where none does.
    pub fn repeated_words(&self, number: impl Fn(u64) -> String) -> Option<String> {
        match self.repeated_rows? {
            0 => None,
            1 => Some(say!(log_repeated_1_row).to_owned()),
            rows => Some(say!(log_repeated_rows, count = number(rows))),
        }
    }

    /// The total over all segments.
    pub fn total(&self) -> Option<&SegmentFigures> {
        self.segments.iter().find(|figures| figures.total)
    }

    /// Events of the log that no stage and no reach group of the plan names, in byte order.
    pub fn unbound(&self, plan: &Plan) -> Vec<EventCount> {
        let stages = plan.stages.iter().flat_map(|stage| &stage.events);
        let groups = plan.reach.iter().flat_map(|group| &group.events);
        let bound: std::collections::BTreeSet<_> = stages.chain(groups).map(|event| one_name(event)).collect();
        self.events.iter().filter(|found| !bound.contains(&one_name(&found.event))).cloned().collect()
    }

    /// Events that the plan names and the log lacks, each once, in the plan's order.
    pub fn absent(&self, plan: &Plan) -> Vec<String> {
        let found: HashSet<_> = self.events.iter().map(|found| one_name(&found.event)).collect();
        let mut absent: Vec<String> = Vec::new();
        let stages = plan.stages.iter().flat_map(|stage| &stage.events);
        for event in stages.chain(plan.reach.iter().flat_map(|group| &group.events)) {
            let event = event.trim();
            if !found.contains(&one_name(event)) && !absent.iter().any(|known| known == event) {
                absent.push(event.to_owned());
            }
        }
        absent
    }

    /// Which stages the log has no event of, by their places. None where it has an event of none of them: then nothing tells
    /// which are of another log.
    pub fn silent(&self, stages: &[StagePlan]) -> Vec<usize> {
        let known: HashSet<_> =
            self.events.iter().filter(|found| found.count > 0).map(|found| one_name(&found.event)).collect();
        let is_silent = |stage: &StagePlan| stage.events.iter().all(|event| !known.contains(&one_name(event)));
        let silent: Vec<usize> =
            stages.iter().enumerate().filter(|(_, stage)| is_silent(stage)).map(|(place, _)| place).collect();
        if silent.len() == stages.len() { Vec::new() } else { silent }
    }

    /// What a reader has to know of stages that were not measured.
    pub fn not_measured_words(&self) -> Option<String> {
        let names: Vec<String> = self.not_measured.iter().map(|name| say!(edit_quoted, text = name)).collect();
        match names.len() {
            0 => None,
            1 => Some(say!(log_stage_not_measured, names = names.concat())),
            _ => Some(say!(log_stages_not_measured, names = names.listed(", "))),
        }
    }

    /// Writes the report as one JSON object and a newline.
    pub fn write_json(&self, to: &mut dyn Write) -> std::io::Result<()> {
        serde_json::to_writer(&mut *to, self)?;
        to.write_all(b"\n")
    }
}
