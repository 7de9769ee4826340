//! From counts to the report: names for numbers, rates with their intervals, medians, lines in the file.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use touchline_words::say;

use super::called::gather_segments;
use super::fold::{SegmentTally, TOUCHES, Tally, Touched, pair};
use super::parallel::in_parallel;
use super::partitions::Log;
use super::reading::Gathering;
use super::rows::Rejections;
use crate::error::BehaviourError;
use crate::masking::shape::shape_of;
use crate::masking::{called, joined};
use crate::plan::{Plan, time_text};
use crate::progress::Progress;
use crate::quantile::p90_secs;
use crate::reason::Reason;
use crate::report::{
    Activities, BLANK, DroppedThen, EventCount, FIRST_LINES, Report, RowCounts, SegmentFigures, SourceNote,
    StageFigures, Told, Touch, Transition, ZoneNote,
};
use crate::source::Source;
use crate::statistics::{median_secs, wilson};
use crate::times::TimeProblem;

/// How the total is called.
const TOTAL: &str = "All";

/// What became of the rows, with the lines of the file on which those stand that something is told of.
pub fn row_counts(gathered: &Gathering) -> RowCounts {
    let tallies = || gathered.threads.iter().map(|thread| &thread.tally);
    let lines_before = lines_before_pieces(gathered);
    let line =
        |piece: &usize, line: &u64| lines_before.get(piece).copied().unwrap_or_default() + gathered.first_line + line;
    let (read, used) = (tallies().map(|tally| tally.read).sum(), tallies().map(|tally| tally.used).sum());
    RowCounts {
        read,
        used,
        rejected: read - used,
        reasons: told(tallies().map(|tally| &tally.rejected), line),
        odd: told(tallies().map(|tally| &tally.odd), line),
    }
}

/// What all threads have to tell of rows, in order, with the first lines.
fn told<'t, R: Ord + Clone + 't>(
    threads: impl Iterator<Item = &'t BTreeMap<R, Rejections>>,
    line_of: impl Fn(&usize, &u64) -> u64,
) -> Vec<Told<R>> {
    let mut all: BTreeMap<R, (u64, Vec<u64>)> = BTreeMap::new();
    for (reason, found) in threads.flatten() {
        let (count, lines) = all.entry(reason.clone()).or_default();
        *count += found.count;
        lines.extend(found.first.iter().map(|(piece, line)| line_of(piece, line)));
    }
    let told = |(reason, (count, mut first_lines)): (R, (u64, Vec<u64>))| {
        first_lines.sort_unstable();
        first_lines.truncate(FIRST_LINES);
        Told { reason, count, first_lines, first_files: Vec::new() }
    };
    all.into_iter().map(told).collect()
}

/// The zone that was named for times that carry none, and what its clocks did to some of them.
pub fn zone_note(plan: &Plan, gathered: &Gathering) -> Option<ZoneNote> {
    let tallies = || gathered.threads.iter().map(|thread| &thread.tally);
    plan.time.zone().map(|zone| ZoneNote {
        name: zone.name().to_owned(),
        in_gap: tallies().map(|tally| tally.in_gap).sum(),
        twice: tallies().map(|tally| tally.twice).sum(),
    })
}

/// For each piece, how many physical lines the pieces before it have together.
fn lines_before_pieces(gathered: &Gathering) -> BTreeMap<usize, u64> {
    let lines: BTreeMap<usize, u64> =
        gathered.threads.iter().flat_map(|thread| thread.tally.lines.iter().copied()).collect();
    let before = lines.values().scan(0, |sum, lines| Some(std::mem::replace(sum, *sum + lines)));
    lines.keys().copied().zip(before).collect()
}

/// Figures need at least one used row.
pub fn expect_used_rows(
    plan: &Plan,
    rows: &RowCounts,
    source: &Source,
    gathered: &Gathering,
) -> Result<(), BehaviourError> {
    let name = source.name().to_owned();
    if rows.read == 0 {
        return Err(BehaviourError::HeaderOnly { name, line: gathered.first_line.saturating_sub(1).max(1) });
    }
    let most_often = rows.reasons.iter().max_by_key(|reason| reason.count);
    let told = |reason: &Reason| match first_unread(gathered) {
        Some(value) if *reason == Reason::Time(TimeProblem::Unreadable) => {
            say!(log_time_unread, reason = reason.to_string(), value = shown(plan, value))
        }
        _ => reason.to_string(),
    };
    match most_often {
        Some(reason) if rows.used == 0 => Err(BehaviourError::NoUsableRow {
            name,
            read: rows.read,
            reason: match reason.first_files.first() {
                Some(file) => say!(log_reason_in_file, reason = told(&reason.reason), file),
                None => told(&reason.reason),
            },
            line: reason.first_lines.first().copied().unwrap_or(1),
        }),
        _ => Ok(()),
    }
}

/// A value as a message may show it: an id by its shape alone, and nothing that tells of a person.
fn shown(plan: &Plan, value: &str) -> String {
    let kept = plan.reading.dialect.keep_names;
    if kept.is_all() {
        value.to_owned()
    } else if plan.columns.time == plan.columns.case {
        shape_of(value)
    } else {
        called(value, kept).into_owned()
    }
}

/// The first value of the file that is no time.
fn first_unread(gathered: &Gathering) -> Option<&str> {
    let unread = gathered.threads.iter().filter_map(|thread| thread.tally.unread.as_ref());
    unread.min().map(|(.., value)| value.as_str())
}

/// The times from a stage to the next in one segment.
#[derive(Clone, Copy, Debug, Default)]
struct Spread {
    /// How many have such a time: who reached both stages.
    count: u64,
    median_secs: Option<f64>,
    p90_secs: Option<f64>,
}

impl Spread {
    fn of(micros: &mut [i64]) -> Spread {
        Spread { count: micros.len() as u64, median_secs: median_secs(micros), p90_secs: p90_secs(micros) }
    }
}

/// The report of a folded log.
///
/// # Errors
/// [`BehaviourError::Cancelled`].
pub fn report(
    plan: &Plan,
    source: &Source,
    rows: RowCounts,
    log: &Log,
    mut tally: Tally,
    threads: usize,
    progress: &Progress,
) -> Result<Report, BehaviourError> {
    let kept = plan.reading.dialect.keep_names;
    let (renamed, told) = gather_segments(&log.plan, &mut tally.segments, &log.segments, &log.grouped, kept);
    let spreads = spreads(&mut tally.segments, plan.stages.len(), threads, progress)?;
    let spread_of =
        |stage: usize, row: usize| spreads.get(stage).and_then(|rows| rows.get(row).copied()).unwrap_or_default();
    let mut total = SegmentTally::new(&log.plan);
    tally.segments.iter().for_each(|segment| total.add_counts(segment));
    let figures = |counted: &SegmentTally, row: usize| SegmentFigures {
        customers: counted.customers,
        stages: stage_figures(plan, log, counted, |stage| spread_of(stage, row)),
        touches: touches(log, counted),
        reach: counted.groups.clone(),
        ..SegmentFigures::default()
    };
    let mut segments = vec![SegmentFigures { segment: TOTAL.to_owned(), total: true, ..figures(&total, 0) }];
    if plan.columns.segment.is_some() {
        // A segment that is on no customer's first event has no customers: there is nothing to say about it.
        for (at, counted) in tally.segments.iter().enumerate().filter(|(_, counted)| counted.customers > 0) {
            let name = renamed.get(&at).cloned().unwrap_or_else(|| log.segments.text(at));
            let is_blank = name.is_empty();
            let segment = if is_blank { BLANK.to_owned() } else { name };
            segments.push(SegmentFigures { segment, is_blank, ..figures(counted, at + 1) });
        }
        segments.sort_by(|a, b| (!a.total, a.is_blank, &a.segment).cmp(&(!b.total, b.is_blank, &b.segment)));
    }
    let names = log.events.names.len();
    let transition = |(pair, count): (usize, u64)| Transition {
        from: log.events.text(pair / names),
        to: log.events.text(pair % names),
        count,
    };
    let customers = tally.by_event.iter().enumerate().map(|(at, count)| (log.events.text(at), *count));
    let event = |(at, count)| EventCount { event: log.events.text(at), count };
    Ok(Report {
        rows,
        segments,
        transitions: tally.follows.counted().into_iter().map(transition).collect(),
        ties: plan.ties,
        multi_segment_customers: tally.of_several_segments,
        source: SourceNote {
            file: source.file_name(),
            first_time: time_text(log.first_time),
            last_time: time_text(log.last_time),
        },
        counting: plan.counting,
        other_events: None,
        grouped: joined(log.grouped.clone(), told),
        zone: None,
        not_measured: Vec::new(),
        activities: Activities::NotTold,
        repeated_rows: Some(tally.repeated_rows),
        customers_by_event: (log.plan.counted_names() > 0).then(|| customers.collect()),
        events: tally.event_rows(&log.plan).into_iter().enumerate().map(event).collect(),
    })
}

fn stage_figures(
    plan: &Plan,
    log: &Log,
    counted: &SegmentTally,
    spread: impl Fn(usize) -> Spread,
) -> Vec<StageFigures> {
    let mut then = dropped_then(log, counted, plan.stages.len()).into_iter();
    let at_stage = |counts: &[u64], at: usize| counts.get(at).copied().unwrap_or_default();
    let mut of_stage = |at: usize, name: &String| {
        let here = at_stage(&counted.reached, at);
        let spread = spread(at);
        let is_last = at + 1 == plan.stages.len();
        let dropped = if is_last { 0 } else { here.saturating_sub(spread.count) };
        let interval = if is_last { None } else { wilson(dropped, here) };
        StageFigures {
            name: name.clone(),
            reached: here,
            dropped,
            rate: interval.map(|interval| interval.rate),
            low: interval.map(|interval| interval.low),
            high: interval.map(|interval| interval.high),
            median_secs_to_next: spread.median_secs,
            p90_secs_to_next: spread.p90_secs,
            repeated: at_stage(&counted.repeated, at),
            returned: at_stage(&counted.returned, at),
            seen_again: counted.back.iter().skip(pair(at, 0)).take(at).copied().collect(),
            dropped_then: then.next().unwrap_or_default(),
        }
    };
    plan.stages.iter().enumerate().map(|(at, stage)| of_stage(at, &stage.name)).collect()
}

/// What those who dropped did next, by stage.
fn dropped_then(log: &Log, counted: &SegmentTally, stages: usize) -> Vec<DroppedThen> {
    let names = log.events.names.len();
    let mut by_stage: Vec<Vec<(usize, u64)>> = vec![Vec::new(); stages];
    for (place, count) in counted.then.counted() {
        if let Some(next) = by_stage.get_mut(place / (names + 1)) {
            next.push((place % (names + 1), count));
        }
    }
    let of_stage = |mut next: Vec<(usize, u64)>| {
        let nothing = next.pop_if(|(name, _)| *name == names).map_or(0, |(_, count)| count);
        DroppedThen::of(nothing, next, |name| log.events.text(*name))
    };
    by_stage.into_iter().map(of_stage).collect()
}

fn touches(log: &Log, counted: &SegmentTally) -> Vec<Touch> {
    let names = log.events.names.len();
    let mut touches: BTreeMap<usize, Touch> = BTreeMap::new();
    for (place, count) in counted.touches.counted() {
        let (how, name) = (TOUCHES.get(place / names), place % names);
        let touch = touches.entry(name).or_insert_with(|| Touch { event: log.events.text(name), ..Touch::default() });
        match how {
            Some(Touched::First) => touch.first = count,
            Some(Touched::Last) => touch.last = count,
            Some(Touched::FirstOfConverted) => touch.first_of_converted = count,
            Some(Touched::LastBeforeConverted) => touch.last_before_converted = count,
            None => {}
        }
    }
    touches.into_values().collect()
}

/// By stage: the spread of the total, then of each segment. The durations are used up.
fn spreads(
    segments: &mut [SegmentTally],
    stages: usize,
    threads: usize,
    progress: &Progress,
) -> Result<Vec<Vec<Spread>>, BehaviourError> {
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
            let Some(of_segments) = durations.get(stage) else { return Ok(done) };
            let mut all = Vec::new();
            let mut spreads = vec![Spread::default()];
            for one in of_segments {
                progress.stop_if_cancelled()?;
                let mut micros = one.lock().unwrap_or_else(PoisonError::into_inner);
                all.extend_from_slice(&micros);
                spreads.push(Spread::of(&mut micros));
            }
            if let Some(total) = spreads.first_mut() {
                *total = Spread::of(&mut all);
            }
            done.push((stage, spreads));
        }
    });
    let done = done.into_iter().collect::<Result<Vec<_>, BehaviourError>>()?;
    let by_stage: BTreeMap<usize, Vec<Spread>> = done.into_iter().flatten().collect();
    Ok(by_stage.into_values().collect())
}
