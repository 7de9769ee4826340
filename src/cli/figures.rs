//! Figures as text for a terminal, and the warnings that go with them. The numbers are those of the JSON, rounded to read.

use std::io::IsTerminal;
use std::sync::mpsc;
use std::time::Duration;

use super::exit::{Failure, Progress as ShownProgress, say};
use super::words::{grouped, plain, table};
use crate::behaviour::engine;
use crate::behaviour::error::BehaviourError;
use crate::behaviour::plan::{Plan, Ties};
use crate::behaviour::progress::Progress;
use crate::behaviour::report::{RejectedRows, Report, RowCounts, SegmentFigures, StageFigures};
use crate::behaviour::source::Source;
use crate::behaviour::statistics::Interval;
use crate::layout::numbers;

/// Share of rejected rows above which the figures deserve doubt.
const REJECTED_TO_WARN: f64 = 0.05;

/// Transitions that are shown.
const TRANSITIONS: usize = 10;

/// Runs the engine. Whoever sits at a terminal sees how far it is.
pub fn run(plan: &Plan, source: &Source) -> Result<Report, Failure> {
    with_progress(|progress| engine::run(plan, source, progress))
}

/// Does long work. Whoever sits at a terminal sees how far it is.
pub fn with_progress<T: Send>(work: impl Fn(&Progress) -> Result<T, BehaviourError> + Send) -> Result<T, Failure> {
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
        let mut shown = ShownProgress::new();
        loop {
            match wait.recv_timeout(Duration::from_millis(100)) {
                Ok(answer) => return answer,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    shown.show(&format!("{:.0} %", progress.fraction() * 100.0));
                }
                // The engine cannot end without an answer but by a panic, which the scope passes on.
                Err(mpsc::RecvTimeoutError::Disconnected) => return Err(BehaviourError::Cancelled),
            }
        }
    })?;
    Ok(answer)
}

/// Says on standard error what a reader of the figures has to know: rows that were not used, events that never occur.
pub fn warn(report: &Report, plan: &Plan) {
    warn_of_rows(&report.rows);
    for event in report.absent(plan) {
        say(&format!("the event “{event}” never occurs in the log"));
    }
}

/// Says on standard error how many rows were not used, and why.
pub fn warn_of_rows(rows: &RowCounts) {
    if let Some(summary) = rejected(rows) {
        say(&summary);
    }
}

fn rejected(rows: &RowCounts) -> Option<String> {
    if rows.rejected == 0 {
        return None;
    }
    let mut summary = format!("{} of {} rows could not be used:", grouped(rows.rejected), grouped(rows.read));
    for reason in &rows.reasons {
        let more = if reason.count > reason.first_lines.len() as u64 { ", …" } else { "" };
        summary += &format!("\n  {}: {} ({}{more})", grouped(reason.count), reason.reason, places(reason));
    }
    let share = rows.rejected as f64 / rows.read as f64;
    if share > REJECTED_TO_WARN {
        summary += &format!(
            "\nwarning: that is {:.1} % of the rows; look at them before you trust the figures",
            share * 100.0
        );
    }
    Some(summary)
}

/// `line 7`, `lines 2, 3`, and of several files `b.csv, line 7; c.csv, line 2`.
fn places(reason: &RejectedRows) -> String {
    if !reason.first_files.is_empty() {
        let named = reason.first_files.iter().zip(&reason.first_lines);
        let named: Vec<String> = named.map(|(file, line)| format!("{}, line {line}", plain(file))).collect();
        return named.join("; ");
    }
    let lines: Vec<String> = reason.first_lines.iter().map(u64::to_string).collect();
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!("{word} {}", lines.join(", "))
}

/// The report for reading.
pub fn text(report: &Report) -> String {
    let source = &report.source;
    let mut text = format!(
        "{}: {} of {} rows used, {} to {}\n",
        plain(&source.file),
        grouped(report.rows.used),
        grouped(report.rows.read),
        source.first_time,
        source.last_time
    );
    for figures in &report.segments {
        text += &segment(figures);
    }
    if report.multi_segment_customers > 0 {
        let count = grouped(report.multi_segment_customers);
        text += &format!("\nCustomers with more than one segment: {count}. The one on the first event counts.\n");
    }
    let mut transitions: Vec<_> = report.transitions.iter().collect();
    transitions.sort_by_key(|transition| std::cmp::Reverse(transition.count));
    if !transitions.is_empty() {
        let all = grouped(transitions.len() as u64);
        text += &format!("\nMost frequent transitions, of {all} different ones\n");
        let row = |t: &&crate::behaviour::report::Transition| [t.from.clone(), t.to.clone(), grouped(t.count)];
        text += &table(&transitions.iter().take(TRANSITIONS).map(row).collect::<Vec<_>>(), &[2]);
    }
    let ties = match report.ties {
        Ties::File => "the order in the file",
        Ties::Name => "the event's name",
    };
    text += &format!(
        "\nA stage is reached at its earliest event not before the stage before was reached. Dropped: reached this stage \
         and not\nthe next. Rate: dropped of reached, with its 95 % Wilson interval. Median: over those who reached the \
         next stage.\nEvents at the same time: {ties} decides. Times are UTC.\n"
    );
    text
}

fn segment(figures: &SegmentFigures) -> String {
    let word = if figures.customers == 1 { "customer" } else { "customers" };
    let name = if figures.total { "All" } else { &figures.segment };
    let mut rows = vec![["Stage", "Reached", "Dropped", "Rate", "95 % interval", "Median to next"].map(str::to_owned)];
    rows.extend(figures.stages.iter().map(stage));
    format!("\n{}: {} {word}\n{}", plain(name), grouped(figures.customers), table(&rows, &[1, 2, 3, 4, 5]))
}

fn stage(stage: &StageFigures) -> [String; 6] {
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
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejected_rows_are_summed_up_with_a_warning_over_five_percent() {
        let reasons = vec![RejectedRows {
            reason: "no customer".into(),
            count: 6,
            first_lines: vec![2, 3, 4, 5, 6],
            first_files: vec![],
        }];
        let rows = |read| RowCounts { read, used: read - 6, rejected: 6, reasons: reasons.clone() };
        assert_eq!(
            rejected(&rows(1_200)).unwrap(),
            "6 of 1,200 rows could not be used:\n  6: no customer (lines 2, 3, 4, 5, 6, …)"
        );
        assert!(rejected(&rows(100)).unwrap().contains("6.0 %"));
        assert_eq!(rejected(&RowCounts::default()), None);
    }
}
