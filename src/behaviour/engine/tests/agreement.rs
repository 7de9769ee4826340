//! The engine against a reference that is slow and right by looking at it, on random logs.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::behaviour::report::{EventCount, RejectedRows, RowCounts, SegmentFigures, SourceNote, Transition};
use crate::behaviour::statistics::wilson;

/// A row as it is meant; the writer turns it into text and knows its line.
#[derive(Clone, Debug)]
struct Row {
    cells: [String; 4],
    /// Milliseconds since the start of 2024, if the time can be read.
    millis: Option<i64>,
    quoted: [bool; 4],
    blank_lines_before: usize,
    is_short: bool,
}

const CUSTOMERS: [&str; 12] = ["k1", "k2", "k3", " k1 ", "K1", "two\nlines", "say \"hi\"", "a,b", "", "NULL", "-", "é"];
const EVENTS: [&str; 7] = ["a", "b", "c", "d", "b ", "x\ny", ""];
const SEGMENTS: [&str; 4] = ["app", "web", "", "tv \"box\""];

fn row() -> impl Strategy<Value = Row> {
    let pick = |from: &'static [&'static str]| (0..from.len()).prop_map(move |at| from[at].to_owned());
    let time = prop_oneof![9 => (0..40_i64).prop_map(|n| Some(n * 250)), 1 => Just(None)];
    let shape = (any::<[bool; 4]>(), 0..12_usize, 0..20_usize);
    (pick(&CUSTOMERS), pick(&EVENTS), time, pick(&SEGMENTS), shape).prop_map(
        |(customer, event, millis, segment, shape)| {
            let (quoted, blank, short) = shape;
            let time = match millis {
                Some(millis) => format!("2024-01-01 00:00:{:02}.{:03}", millis / 1000, millis % 1000),
                None => "soon".to_owned(),
            };
            let blank_lines_before = blank.saturating_sub(9);
            Row { cells: [customer, event, time, segment], millis, quoted, blank_lines_before, is_short: short == 0 }
        },
    )
}

/// The log as text, and for each row the line it begins on.
fn write(rows: &[Row], line_end: &str) -> (String, Vec<u64>) {
    let mut text = format!("customer,event,time,segment{line_end}");
    let mut lines = Vec::new();
    for row in rows {
        (0..row.blank_lines_before).for_each(|_| text.push_str(line_end));
        lines.push(1 + text.matches('\n').count() as u64);
        let cells: Vec<_> = row.cells.iter().zip(row.quoted).map(|(cell, quoted)| quote(cell, quoted)).collect();
        text.push_str(&cells[..if row.is_short { 2 } else { 4 }].join(","));
        text.push_str(line_end);
    }
    (text, lines)
}

fn quote(cell: &str, quoted: bool) -> String {
    let must = cell.contains(['"', ',', '\n']);
    if quoted || must { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// A used row of one customer.
#[derive(Clone, Debug)]
struct Used {
    millis: i64,
    event: String,
    segment: String,
}

/// The whole report, the slow way.
fn reference(rows: &[Row], lines: &[u64], plan: &Plan) -> Report {
    let mut customers: BTreeMap<String, Vec<Used>> = BTreeMap::new();
    let mut reasons: BTreeMap<(usize, &str), Vec<u64>> = BTreeMap::new();
    for (row, line) in rows.iter().zip(lines) {
        let [customer, event, _, segment] = row.cells.each_ref().map(|cell| cell.trim().to_owned());
        let mut reject = |rank, reason| reasons.entry((rank, reason)).or_default().push(*line);
        match row.millis {
            _ if row.is_short => reject(3, "too few fields"),
            _ if ["", "NULL", "-"].contains(&customer.as_str()) => reject(0, "no customer"),
            _ if event.is_empty() => reject(1, "no event"),
            None => reject(2, "the time cannot be read"),
            Some(millis) => customers.entry(customer).or_default().push(Used { millis, event, segment }),
        }
    }
    let used: Vec<&Used> = customers.values().flatten().collect();
    let reasons: Vec<_> = reasons
        .into_iter()
        .map(|((_, reason), lines)| RejectedRows {
            reason: reason.to_owned(),
            count: lines.len() as u64,
            first_lines: lines.into_iter().take(5).collect(),
        })
        .collect();
    let counts = RowCounts {
        read: rows.len() as u64,
        used: used.len() as u64,
        rejected: (rows.len() - used.len()) as u64,
        reasons,
    };
    let text = |millis: i64| jiff::Timestamp::from_millisecond(1_704_067_200_000 + millis).unwrap().to_string();
    let note = SourceNote {
        file: "log.csv".into(),
        first_time: text(used.iter().map(|row| row.millis).min().unwrap()),
        last_time: text(used.iter().map(|row| row.millis).max().unwrap()),
    };
    let mut events: BTreeMap<String, u64> = BTreeMap::new();
    used.iter().for_each(|row| *events.entry(row.event.clone()).or_default() += 1);

    for run in customers.values_mut() {
        match plan.ties {
            Ties::File => run.sort_by_key(|row| row.millis),
            Ties::Name => {
                run.sort_by_key(|row| (row.millis, row.event.clone(), row.segment.is_empty(), row.segment.clone()))
            }
        }
    }
    let mut transitions: BTreeMap<(String, String), u64> = BTreeMap::new();
    for run in customers.values() {
        for pair in run.windows(2) {
            *transitions.entry((pair[0].event.clone(), pair[1].event.clone())).or_default() += 1;
        }
    }
    let runs: Vec<&Vec<Used>> = customers.values().collect();
    let mut segments: BTreeMap<(bool, String), Vec<&Vec<Used>>> = BTreeMap::new();
    for run in &runs {
        segments.entry((run[0].segment.is_empty(), run[0].segment.clone())).or_default().push(run);
    }
    let mut figures = vec![of_segment("All", true, false, &runs, plan)];
    for ((is_blank, name), runs) in &segments {
        figures.push(of_segment(if *is_blank { "(none)" } else { name }, false, *is_blank, runs, plan));
    }
    let several = |run: &&&Vec<Used>| run.iter().map(|row| &row.segment).collect::<BTreeSet<_>>().len() > 1;
    Report {
        rows: counts,
        segments: figures,
        transitions: transitions.into_iter().map(|((from, to), count)| Transition { from, to, count }).collect(),
        ties: plan.ties,
        multi_segment_customers: runs.iter().filter(several).count() as u64,
        source: note,
        events: events.into_iter().map(|(event, count)| EventCount { event, count }).collect(),
    }
}

fn of_segment(name: &str, total: bool, is_blank: bool, runs: &[&Vec<Used>], plan: &Plan) -> SegmentFigures {
    let mut reached = vec![0; plan.stages.len()];
    let mut waits: Vec<Vec<f64>> = vec![Vec::new(); plan.stages.len()];
    for run in runs {
        let mut since = i64::MIN;
        for (at, stage) in plan.stages.iter().enumerate() {
            let counts = |row: &&Used| stage.events.contains(&row.event) && row.millis >= since;
            let Some(first) = run.iter().filter(counts).map(|row| row.millis).min() else { break };
            reached[at] += 1;
            if at > 0 {
                waits[at - 1].push((first - since) as f64 / 1000.0);
            }
            since = first;
        }
    }
    let stages = plan.stages.iter().enumerate().map(|(at, stage)| {
        let next = reached.get(at + 1);
        let dropped = next.map_or(0, |next| reached[at] - next);
        let interval = next.and_then(|_| wilson(dropped, reached[at]));
        waits[at].sort_by(f64::total_cmp);
        let n = waits[at].len();
        StageFigures {
            name: stage.name.clone(),
            reached: reached[at],
            dropped,
            rate: interval.map(|i| i.rate),
            low: interval.map(|i| i.low),
            high: interval.map(|i| i.high),
            median_secs_to_next: (n > 0).then(|| (waits[at][(n - 1) / 2] + waits[at][n / 2]) / 2.0),
        }
    });
    let touches = |run: &&&Vec<Used>, group: &ReachGroup| run.iter().any(|row| group.events.contains(&row.event));
    SegmentFigures {
        segment: name.to_owned(),
        total,
        customers: runs.len() as u64,
        stages: stages.collect(),
        reach: plan.reach.iter().map(|group| runs.iter().filter(|run| touches(run, group)).count() as u64).collect(),
        is_blank,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn engine_and_reference_agree(
        rows in proptest::collection::vec(row(), 1..60), by_name in any::<bool>(), crlf in any::<bool>(),
    ) {
        let plan = plan(&["One=a|d", "Two=b", "Three=c|x\ny"], if by_name { Ties::Name } else { Ties::File });
        let (text, lines) = write(&rows, if crlf { "\r\n" } else { "\n" });
        match run_every_way(&plan, &source(text)) {
            Ok(report) => prop_assert_eq!(report, reference(&rows, &lines, &plan)),
            Err(error) => prop_assert!(matches!(error, BehaviourError::NoUsableRow { .. }), "{}", error),
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(
        prop_oneof![Just(b','), Just(b'\n'), Just(b'"'), Just(b'\\'), Just(b'\r'), Just(b' '), Just(b'a'), any::<u8>()], 1..200)) {
        let mut text = b"customer,event,time,segment\nk,a,2024-01-01,x\n".to_vec();
        text.extend(bytes);
        let report = run_every_way(&plan(&["One=a"], Ties::File), &source(text)).unwrap();
        prop_assert_eq!(report.rows.read, report.rows.used + report.rows.rejected);
    }
}
