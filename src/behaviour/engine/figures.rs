//! From counts to the report: names for numbers, rates with their intervals, medians, lines in the file.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::fold::{SegmentTally, Tally};
use super::in_parallel;
use super::partitions::Log;
use super::reading::Gathering;
use super::rows::{FIRST_LINES, Reason};
use crate::behaviour::error::BehaviourError;
use crate::behaviour::plan::Plan;
use crate::behaviour::report::{
    EventCount, RejectedRows, Report, RowCounts, SegmentFigures, SourceNote, StageFigures, Transition,
};
use crate::behaviour::source::Source;
use crate::behaviour::statistics::{median_secs, wilson};

/// How the total is called.
const TOTAL: &str = "All";

/// How customers without a segment are called.
const BLANK: &str = "(none)";

/// What became of the rows, with the lines of the file on which the rejected ones stand.
pub fn row_counts(gathered: &Gathering) -> RowCounts {
    let lines_before = lines_before_pieces(gathered);
    let mut by_reason: BTreeMap<Reason, RejectedRows> = BTreeMap::new();
    let mut counts = RowCounts::default();
    for tally in gathered.threads.iter().map(|thread| &thread.tally) {
        counts.read += tally.read;
        counts.used += tally.used;
        for (reason, rejections) in &tally.rejected {
            let all = by_reason.entry(*reason).or_insert_with(|| RejectedRows {
                reason: reason.to_string(),
                count: 0,
                first_lines: Vec::new(),
            });
            all.count += rejections.count;
            let lines = rejections
                .first
                .iter()
                .map(|(piece, line)| lines_before.get(piece).copied().unwrap_or_default() + gathered.first_line + line);
            all.first_lines.extend(lines);
        }
    }
    counts.rejected = counts.read - counts.used;
    counts.reasons = by_reason.into_values().collect();
    for reason in &mut counts.reasons {
        reason.first_lines.sort_unstable();
        reason.first_lines.truncate(FIRST_LINES);
    }
    counts
}

/// For each piece, how many physical lines the pieces before it have together.
fn lines_before_pieces(gathered: &Gathering) -> BTreeMap<usize, u64> {
    let lines: BTreeMap<usize, u64> =
        gathered.threads.iter().flat_map(|thread| thread.tally.lines.iter().copied()).collect();
    let before = lines.values().scan(0, |sum, lines| Some(std::mem::replace(sum, *sum + lines)));
    lines.keys().copied().zip(before).collect()
}

/// Figures need at least one used row.
pub fn expect_used_rows(rows: &RowCounts, source: &Source, header_end: u64) -> Result<(), BehaviourError> {
    let name = source.name().to_owned();
    if rows.read == 0 {
        return Err(BehaviourError::HeaderOnly { name, line: header_end.saturating_sub(1).max(1) });
    }
    let most_often = rows.reasons.iter().max_by_key(|reason| reason.count);
    match most_often {
        Some(reason) if rows.used == 0 => Err(BehaviourError::NoUsableRow {
            name,
            read: rows.read,
            reason: reason.reason.clone(),
            line: reason.first_lines.first().copied().unwrap_or(1),
        }),
        _ => Ok(()),
    }
}

/// The report of a folded log.
pub fn report(plan: &Plan, source: &Source, rows: RowCounts, log: &Log, mut tally: Tally, threads: usize) -> Report {
    let medians = medians(&mut tally.segments, plan.stages.len(), threads);
    let median_of = |stage: usize, row: usize| medians.get(stage).and_then(|rows| rows.get(row).copied().flatten());
    let total = sum(&tally.segments, plan);
    let mut segments = vec![SegmentFigures {
        segment: TOTAL.to_owned(),
        total: true,
        customers: total.customers,
        stages: stage_figures(plan, &total.reached, |stage| median_of(stage, 0)),
        reach: total.groups,
        is_blank: false,
    }];
    if plan.columns.segment.is_some() {
        // A segment that is on no customer's first event has no customers: there is nothing to say about it.
        for (at, counted) in tally.segments.iter().enumerate().filter(|(_, counted)| counted.customers > 0) {
            let name = log.segments.text(at);
            segments.push(SegmentFigures {
                is_blank: name.is_empty(),
                segment: if name.is_empty() { BLANK.to_owned() } else { name },
                total: false,
                customers: counted.customers,
                stages: stage_figures(plan, &counted.reached, |stage| median_of(stage, at + 1)),
                reach: counted.groups.clone(),
            });
        }
    }
    let transition = |(from, to, count): (u16, u16, u64)| Transition {
        from: log.events.text(usize::from(from)),
        to: log.events.text(usize::from(to)),
        count,
    };
    let event = |(at, count): (usize, &u64)| EventCount { event: log.events.text(at), count: *count };
    Report {
        rows,
        segments,
        transitions: tally.follows.pairs().into_iter().map(transition).collect(),
        ties: plan.ties,
        multi_segment_customers: tally.of_several_segments,
        source: SourceNote {
            file: source.file_name(),
            first_time: time_text(log.first_time),
            last_time: time_text(log.last_time),
        },
        events: tally.event_rows.iter().enumerate().map(event).collect(),
    }
}

fn sum(segments: &[SegmentTally], plan: &Plan) -> SegmentTally {
    let each = |counts: &dyn Fn(&SegmentTally) -> &[u64], len: usize| {
        let at = |at: usize| segments.iter().filter_map(|segment| counts(segment).get(at)).sum();
        (0..len).map(at).collect()
    };
    SegmentTally {
        customers: segments.iter().map(|segment| segment.customers).sum(),
        reached: each(&|segment| &segment.reached, plan.stages.len()),
        groups: each(&|segment| &segment.groups, plan.reach.len()),
        to_next: Vec::new(),
    }
}

fn stage_figures(plan: &Plan, reached: &[u64], median: impl Fn(usize) -> Option<f64>) -> Vec<StageFigures> {
    let of_stage = |at: usize, name: &String| {
        let here = reached.get(at).copied().unwrap_or_default();
        let next = reached.get(at + 1).copied();
        let dropped = next.map_or(0, |next| here.saturating_sub(next));
        let interval = next.and_then(|_| wilson(dropped, here));
        StageFigures {
            name: name.clone(),
            reached: here,
            dropped,
            rate: interval.map(|interval| interval.rate),
            low: interval.map(|interval| interval.low),
            high: interval.map(|interval| interval.high),
            median_secs_to_next: median(at),
        }
    };
    plan.stages.iter().enumerate().map(|(at, stage)| of_stage(at, &stage.name)).collect()
}

/// By stage: the median of the total, then of each segment. The durations are used up.
fn medians(segments: &mut [SegmentTally], stages: usize, threads: usize) -> Vec<Vec<Option<f64>>> {
    let take = |segment: &mut SegmentTally, stage: usize| {
        Mutex::new(segment.to_next.get_mut(stage).map(std::mem::take).unwrap_or_default())
    };
    let durations: Vec<Vec<Mutex<Vec<i64>>>> =
        (0..stages).map(|stage| segments.iter_mut().map(|segment| take(segment, stage)).collect()).collect();
    let next = AtomicUsize::new(0);
    let done = in_parallel(threads, || {
        let mut done = Vec::new();
        loop {
            let stage = next.fetch_add(1, Ordering::Relaxed);
            let Some(of_segments) = durations.get(stage) else { return done };
            let mut all = Vec::new();
            let mut medians = vec![None];
            for one in of_segments {
                let mut micros = one.lock().unwrap_or_else(PoisonError::into_inner);
                all.extend_from_slice(&micros);
                medians.push(median_secs(&mut micros));
            }
            if let Some(total) = medians.first_mut() {
                *total = median_secs(&mut all);
            }
            done.push((stage, medians));
        }
    });
    let by_stage: BTreeMap<usize, Vec<Option<f64>>> = done.into_iter().flatten().collect();
    by_stage.into_values().collect()
}

/// RFC 3339 in UTC; a count of seconds where the calendar of that standard has no such moment.
fn time_text(micros: i64) -> String {
    match jiff::Timestamp::from_microsecond(micros) {
        Ok(time) => time.to_string(),
        Err(_) => format!("{}", micros as f64 / 1e6),
    }
}
