//! Figures as text for a terminal, and the warnings that go with them. The numbers are those of the JSON, rounded to read.

use std::fmt::Display;
use std::io::IsTerminal;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use touchline_words::direction::Listed;
use touchline_words::say;

use super::doubts::tell_grouped;
use super::exit::{Failure, Progress as ShownProgress, tell};
use super::interrupt::stopped_by_ctrl_c;
use super::memory_flag::{MemoryFlag, size};
use super::words::{grouped, plain, table};
use crate::behaviour::error::BehaviourError;
use crate::behaviour::input::Input;
use crate::behaviour::plan::Plan;
use crate::behaviour::progress::Progress;
use crate::behaviour::report::{
    Activities, ActivityTime, DroppedThen, Report, RowCounts, SegmentFigures, StageFigures, Told,
};
use crate::behaviour::statistics::Interval;
use crate::figures::definition::Point;
use crate::figures::{group_name, numbers};
use crate::measure;

/// Transitions that are shown.
const TRANSITIONS: usize = 10;

/// Activities that are shown.
const ACTIVITIES: usize = 20;

/// First and last touches that are shown.
const TOUCHES: usize = 8;

/// Puts the plan to the log, a file's events with so much memory; says before if some will not stay in it. Whoever sits at a
/// terminal sees how far it is.
pub fn run(plan: &Plan, input: &Input, memory: &MemoryFlag) -> Result<Report, Failure> {
    run_with(input, memory, |progress| input.run(plan, progress, memory.limit()))
}

/// The same by the stages of which the log has an event; the others are taken out of the plan.
pub fn run_by_seen_stages(plan: &mut Plan, input: &Input, memory: &MemoryFlag) -> Result<Report, Failure> {
    run_with(input, memory, |progress| input.run_by_seen_stages(plan, progress, memory.limit()))
}

fn run_with(
    input: &Input,
    memory: &MemoryFlag,
    work: impl FnOnce(&Progress) -> Result<Report, BehaviourError> + Send,
) -> Result<Report, Failure> {
    if let Input::File(source) = input {
        memory.warn(source)?;
    }
    with_progress(|progress| match input {
        Input::File(_) => work(progress),
        Input::Table(_) => work(stopped_by_ctrl_c()),
    })
}

/// Does long work. Whoever sits at a terminal sees how far it is.
#[expect(clippy::disallowed_methods, reason = "the command says how far it is while it counts")]
pub fn with_progress<T: Send>(work: impl FnOnce(&Progress) -> Result<T, BehaviourError> + Send) -> Result<T, Failure> {
    let progress = Progress::default();
    if !std::io::stderr().is_terminal() {
        return Ok(work(&progress)?);
    }
    let (done, wait) = mpsc::channel();
    let watched = &progress;
    let answer = std::thread::scope(|scope| {
        // The sender moves in, so that waiting ends with the engine, however that ends.
        scope.spawn(move || {
            let _ = done.send(work(watched));
        });
        let started = Instant::now();
        let mut shown = ShownProgress::new();
        loop {
            match wait.recv_timeout(Duration::from_millis(100)) {
                Ok(answer) => return answer,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    shown.show(&how_far(&progress, started.elapsed()));
                }
                // The engine cannot end without an answer but by a panic, which the scope passes on.
                Err(mpsc::RecvTimeoutError::Disconnected) => return Err(BehaviourError::Cancelled),
            }
        }
    })?;
    Ok(answer)
}

/// `42 %, 2.5 GB of 5.9 GB read, 12 s left`.
fn how_far(progress: &Progress, elapsed: Duration) -> String {
    let (read, total) = progress.bytes();
    if total == 0 {
        // A server that is waited for does not tell how far it is.
        return say!(cli_waiting, secs = elapsed.as_secs());
    }
    let mut text = numbers::whole_rate(progress.fraction().into());
    text += &say!(cli_read_of, read = size(read), total = size(total));
    if let Some(left) = progress.time_left(elapsed) {
        text += &say!(cli_time_left, time = numbers::duration(left.as_secs_f64().ceil()));
    }
    text
}

/// Says on standard error what a reader of the figures has to know: rows that were not used, events that never occur.
pub fn warn(report: &Report, plan: &Plan) {
    warn_of_rows(&report.rows);
    if let Some(others) = &report.other_events {
        tell(&others.words(grouped));
    }
    tell_grouped(&report.grouped);
    for words in report.zone.iter().flat_map(|zone| zone.words(grouped)) {
        tell(&words);
    }
    if let Some(words) = report.repeated_words(grouped) {
        tell(&words);
    }
    if let Some(words) = report.not_measured_words() {
        tell(&words);
    }
    report.activities.words().into_iter().for_each(tell);
    for event in report.absent(plan) {
        tell(&say!(cli_event_never, event));
    }
}

/// Says on standard error how many rows were not used, and why, and in how many of the others something is odd.
pub fn warn_of_rows(rows: &RowCounts) {
    rejected(rows).into_iter().chain(odd(rows)).for_each(|summary| tell(&summary));
}

fn rejected(rows: &RowCounts) -> Option<String> {
    if rows.rejected == 0 {
        return None;
    }
    let mut summary = say!(cli_rows_rejected, rejected = grouped(rows.rejected), read = grouped(rows.read));
    summary += &rows.reasons.iter().map(listed).collect::<String>();
    if let Some(share) = rows.share_in_doubt() {
        let share = numbers::rate(share);
        summary += &say!(cli_rows_warning, share);
    }
    Some(summary)
}

/// What is odd in rows that count.
fn odd(rows: &RowCounts) -> Option<String> {
    let lines: String = rows.odd.iter().map(listed).collect();
    (!lines.is_empty()).then(|| format!("{}{lines}", say!(cli_rows_odd)))
}

/// A line below a sum of rows: how many, why, and where the first ones stand.
fn listed<R: Display>(told: &Told<R>) -> String {
    let line = format!("\n  {}: {}", grouped(told.count), told.reason);
    // The rows of a table on a server have no lines.
    if told.first_lines.is_empty() {
        return line;
    }
    let more = if told.count > told.first_lines.len() as u64 { ", …" } else { "" };
    format!("{line} ({}{more})", places(told))
}

/// `line 7`, `lines 2, 3`, and of several files `b.csv, line 7; c.csv, line 2`.
fn places<R>(reason: &Told<R>) -> String {
    if !reason.first_files.is_empty() {
        let named = reason.first_files.iter().zip(&reason.first_lines);
        let named: Vec<String> = named.map(|(file, line)| say!(cli_file_line, file = plain(file), line)).collect();
        return named.listed("; ");
    }
    let lines: Vec<String> = reason.first_lines.iter().map(u64::to_string).collect();
    let word = if lines.len() == 1 { say!(cli_line) } else { say!(cli_lines) };
    format!("{word} {}", lines.listed(", "))
}

/// Whose figures these are, and of when.
pub fn first_line(report: &Report) -> String {
    let source = &report.source;
    say!(
        cli_rows_used,
        file = plain(&source.file),
        used = grouped(report.rows.used),
        read = grouped(report.rows.read),
        first = source.first_time,
        last = source.last_time
    )
}

/// The report for reading.
pub fn text(report: &Report) -> String {
    let mut text = first_line(report);
    for figures in &report.segments {
        text += &segment(figures);
    }
    if let Some(total) = report.total() {
        text += &then(total);
        text += &touches(total);
    }
    text += &activities(&report.activities);
    text += &activities_by_segment(report);
    let mut transitions: Vec<_> = report.transitions.iter().collect();
    transitions.sort_by_key(|transition| std::cmp::Reverse(transition.count));
    if !transitions.is_empty() {
        let all = grouped(transitions.len() as u64);
        text += &say!(cli_transitions, all);
        let row = |t: &&crate::behaviour::report::Transition| [t.from.clone(), t.to.clone(), grouped(t.count)];
        text += &table(&transitions.iter().take(TRANSITIONS).map(row).collect::<Vec<_>>(), &[2]);
    }
    text + &card(report)
}

/// What every figure means, a point a line.
fn card(report: &Report) -> String {
    let mut text = say!(cli_how_counted).to_owned();
    for Point { about, words } in measure::definition(report).points() {
        text += &format!("  {about:<8}  {}\n", plain(&words));
    }
    text
}

/// What those who dropped did next, in all segments together.
fn then(total: &SegmentFigures) -> String {
    let dropped: Vec<&StageFigures> = total.stages.iter().filter(|stage| stage.dropped > 0).collect();
    if dropped.is_empty() {
        return String::new();
    }
    let mut rows =
        vec![[say!(cli_head_dropped_at), say!(cli_head_did_next), say!(cli_head_customers)].map(str::to_owned)];
    for stage in dropped {
        let DroppedThen { nothing, events, other } = &stage.dropped_then;
        let named = events.iter().map(|next| (next.event.as_str(), next.count));
        let rest = [(say!(cli_nothing), *nothing), (say!(cli_another_event), *other)]
            .into_iter()
            .filter(|(_, count)| *count > 0);
        for (nth, (event, count)) in named.chain(rest).enumerate() {
            let name = if nth == 0 { stage.name.clone() } else { String::new() };
            rows.push([name, event.to_owned(), grouped(count)]);
        }
    }
    say!(cli_did_next, table = table(&rows, &[2]))
}

/// The events that were most often first and last, in all segments together.
fn touches(total: &SegmentFigures) -> String {
    let mut touches: Vec<_> = total.touches.iter().collect();
    touches.sort_by_key(|touch| std::cmp::Reverse(touch.first.max(touch.last)));
    let heads = [
        say!(cli_head_event),
        say!(cli_head_first),
        say!(cli_head_last),
        say!(cli_head_first_converted),
        say!(cli_head_last_converted),
    ];
    let mut rows = vec![heads.map(str::to_owned)];
    for touch in touches.into_iter().take(TOUCHES) {
        let counts = [touch.first, touch.last, touch.first_of_converted, touch.last_before_converted];
        let [first, last, first_of_converted, last_before_converted] = counts.map(grouped);
        rows.push([touch.event.clone(), first, last, first_of_converted, last_before_converted]);
    }
    if rows.len() == 1 {
        return String::new();
    }
    say!(cli_touches, table = table(&rows, &[1, 2, 3, 4]))
}

/// How long the activities take that were paired most often.
pub fn activities(activities: &Activities) -> String {
    let heads = [
        say!(cli_head_event),
        say!(cli_head_pairs),
        say!(cli_head_median),
        say!(cli_head_within),
        say!(cli_head_only_started),
        say!(cli_head_only_completed),
    ];
    let row = |one: &ActivityTime| {
        let time = |secs: Option<f64>| secs.map_or_else(String::new, numbers::duration);
        let [times, started, completed] = [one.times, one.only_started, one.only_completed].map(grouped);
        [one.event.clone(), times, time(one.median_secs), time(one.p90_secs), started, completed]
    };
    let all = activities.known();
    if all.is_empty() {
        return String::new();
    }
    let mut rows = vec![heads.map(str::to_owned)];
    rows.extend(activities.most_frequent(ACTIVITIES).into_iter().map(row));
    let count = grouped(all.len() as u64);
    say!(cli_activities, count, table = table(&rows, &[1, 2, 3, 4, 5]))
}

/// The same by segment, of the activities that all segments together have most of.
fn activities_by_segment(report: &Report) -> String {
    let heads = [
        say!(cli_head_event),
        say!(cli_head_segment),
        say!(cli_head_pairs),
        say!(cli_head_median),
        say!(cli_head_within),
    ];
    let time = |secs: Option<f64>| secs.map_or_else(String::new, numbers::duration);
    let mut rows = vec![heads.map(str::to_owned)];
    rows.extend(report.activities_by_segment(ACTIVITIES).into_iter().map(|(own, found)| {
        let [median, within] = [time(found.median_secs), time(found.p90_secs)];
        [found.event.clone(), group_name(&own.segment).to_owned(), grouped(found.times), median, within]
    }));
    if rows.len() == 1 {
        return String::new();
    }
    say!(cli_activities_by_segment, table = table(&rows, &[2, 3, 4]))
}

fn segment(figures: &SegmentFigures) -> String {
    let word = if figures.customers == 1 { say!(cli_customer) } else { say!(cli_customers) };
    let name = if figures.total { say!(cli_all) } else { group_name(&figures.segment) };
    let heads = [
        say!(cli_head_stage),
        say!(cli_head_reached),
        say!(cli_head_dropped),
        say!(cli_head_rate),
        say!(cli_head_interval),
        say!(cli_head_median_to_next),
        say!(cli_head_within),
        say!(cli_head_again),
        say!(cli_head_back),
    ];
    let mut rows = vec![heads.map(str::to_owned)];
    rows.extend(figures.stages.iter().map(stage));
    format!("\n{}: {} {word}\n{}", plain(name), grouped(figures.customers), table(&rows, &[1, 2, 3, 4, 5, 6, 7, 8]))
}

fn stage(stage: &StageFigures) -> [String; 9] {
    let interval = match (stage.rate, stage.low, stage.high) {
        (Some(rate), Some(low), Some(high)) => Some(Interval { rate, low, high }),
        _ => None,
    };
    [
        stage.name.clone(),
        grouped(stage.reached),
        interval.map_or(String::new(), |_| grouped(stage.dropped)),
        interval.map_or(String::new(), |interval| numbers::rate(interval.rate)),
        interval.map_or(String::new(), |interval| numbers::interval(&interval)),
        stage.median_secs_to_next.map_or(String::new(), numbers::duration),
        stage.p90_secs_to_next.map_or(String::new(), numbers::duration),
        grouped(stage.repeated),
        grouped(stage.returned),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejected_rows_are_summed_up_with_a_warning_over_five_percent() {
        let reasons = vec![Told {
            reason: crate::behaviour::reason::Reason::NoCustomer,
            count: 6,
            first_lines: vec![2, 3, 4, 5, 6],
            first_files: vec![],
        }];
        let rows = |read| RowCounts { read, used: read - 6, rejected: 6, reasons: reasons.clone(), odd: vec![] };
        assert_eq!(
            rejected(&rows(1_200)).unwrap(),
            "6 of 1,200 rows could not be used:\n  6: no customer (lines 2, 3, 4, 5, 6, …)"
        );
        assert!(rejected(&rows(100)).unwrap().contains("6.0 %"));
        assert_eq!(rejected(&RowCounts::default()), None);
    }
}
