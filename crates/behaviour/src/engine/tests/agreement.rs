//! The engine against a reference that is slow and right by looking at it, on random logs.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::plan::{Scope, StageOrder};
use crate::reason::Reason;
use crate::report::{
    Activities, DroppedThen, EventCount, RejectedRows, RowCounts, SegmentFigures, SourceNote, Touch, Transition,
};
use crate::statistics::wilson;
use crate::times::TimeProblem;

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
/// Ids that have codes; the blank ones are no customers.
const NUMBERED: [&str; 12] =
    ["k1", "k2", "k12", " k1 ", "k01", "k001", "k12345678", "k123456789", "k02345678", "", "NULL", "-"];
const EVENTS: [&str; 7] = ["a", "b", "c", "d", "b ", "x\ny", ""];
const SEGMENTS: [&str; 4] = ["app", "web", "", "tv \"box\""];

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let of = |customers| proptest::collection::vec(row(customers), 1..60);
    prop_oneof![of(&CUSTOMERS), of(&NUMBERED)]
}

fn row(customers: &'static [&'static str]) -> impl Strategy<Value = Row> {
    let pick = |from: &'static [&'static str]| (0..from.len()).prop_map(move |at| from[at].to_owned());
    let time = prop_oneof![9 => (0..40_i64).prop_map(|n| Some(n * 250)), 1 => Just(None)];
    let shape = (any::<[bool; 4]>(), 0..12_usize, 0..20_usize);
    (pick(customers), pick(&EVENTS), time, pick(&SEGMENTS), shape).prop_map(
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

/// The start of 2024 in milliseconds.
const START: i64 = 1_704_067_200_000;

/// The whole report, the slow way.
fn reference(rows: &[Row], lines: &[u64], plan: &Plan) -> Report {
    let mut customers: BTreeMap<String, Vec<Used>> = BTreeMap::new();
    let mut reasons: BTreeMap<Reason, Vec<u64>> = BTreeMap::new();
    for (row, line) in rows.iter().zip(lines) {
        let [customer, event, _, segment] = row.cells.each_ref().map(|cell| cell.trim().to_owned());
        let mut reject = |reason| reasons.entry(reason).or_default().push(*line);
        match row.millis {
            _ if row.is_short => reject(Reason::TooFewFields),
            _ if ["", "NULL", "-"].contains(&customer.as_str()) => reject(Reason::NoCustomer),
            _ if event.is_empty() => reject(Reason::NoEvent),
            None => reject(Reason::Time(TimeProblem::Unreadable)),
            Some(millis) if plan.counting.as_of.is_some_and(|as_of| (START + millis) * 1000 > as_of) => {
                reject(Reason::AfterAsOf)
            }
            Some(millis) => customers.entry(customer).or_default().push(Used { millis, event, segment }),
        }
    }
    let used: Vec<&Used> = customers.values().flatten().collect();
    let reasons: Vec<_> = reasons
        .into_iter()
        .map(|(reason, lines)| RejectedRows {
            reason,
            count: lines.len() as u64,
            first_lines: lines.into_iter().take(5).collect(),
            first_files: Vec::new(),
        })
        .collect();
    let counts = RowCounts {
        read: rows.len() as u64,
        used: used.len() as u64,
        rejected: (rows.len() - used.len()) as u64,
        reasons,
        odd: Vec::new(),
    };
    let text = |millis: i64| jiff::Timestamp::from_millisecond(START + millis).unwrap().to_string();
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
    let different =
        |run: &Vec<Used>| run.iter().map(|row| (row.millis, &row.event, &row.segment)).collect::<BTreeSet<_>>().len();
    let repeated = customers.values().map(|run| (run.len() - different(run)) as u64).sum();
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
        counting: plan.counting,
        other_events: None,
        grouped: Vec::new(),
        zone: None,
        not_measured: Vec::new(),
        activities: Activities::NotTold,
        repeated_rows: Some(repeated),
        customers_by_event: None,
        events: events.into_iter().map(|(event, count)| EventCount { event, count }).collect(),
    }
}

/// When each stage was reached, and the place of the last event that this and the stages before it took.
fn arrivals(run: &[Used], plan: &Plan) -> Vec<Option<(i64, usize)>> {
    let counting = plan.counting;
    let mut reached: Vec<Option<(i64, usize)>> = Vec::new();
    for stage in &plan.stages {
        let last = reached.iter().flatten().next_back().copied();
        let entered = reached.iter().flatten().next().map(|(millis, _)| *millis);
        let of_stage: Vec<usize> = (0..run.len()).filter(|at| stage.events.contains(&run[*at].event)).collect();
        let own = match (counting.order, last) {
            (StageOrder::Ordered, Some((since, _))) => of_stage.into_iter().find(|at| run[*at].millis >= since),
            _ => of_stage.first().copied(),
        };
        let arrival = own.map(|at| match last {
            None => (run[at].millis, at),
            Some((since, place)) => (run[at].millis.max(since), at.max(place)),
        });
        let in_time = |millis: i64| match (counting.window, entered) {
            (Some(secs), Some(entered)) => millis - entered <= secs as i64 * 1000,
            _ => true,
        };
        let is_first = reached.is_empty();
        let may = counting.scope == Scope::Open || is_first || reached.last().is_some_and(Option::is_some);
        reached.push(arrival.filter(|(millis, _)| may && in_time(*millis)));
    }
    reached
}

fn of_segment(name: &str, total: bool, is_blank: bool, runs: &[&Vec<Used>], plan: &Plan) -> SegmentFigures {
    let walks: Vec<(&Vec<Used>, Vec<_>)> = runs.iter().map(|run| (*run, arrivals(run, plan))).collect();
    let stage_of = |event: &str| plan.stages.iter().position(|stage| stage.events.iter().any(|own| own == event));
    let last = plan.stages.len() - 1;
    let stages = plan.stages.iter().enumerate().map(|(at, stage)| {
        let here: Vec<_> = walks.iter().filter(|(_, walk)| walk[at].is_some()).collect();
        let (on, dropped): (Vec<_>, Vec<_>) =
            here.iter().copied().filter(|_| at < last).partition(|(_, walk)| walk[at + 1].is_some());
        let mut waits: Vec<i64> = on.iter().map(|(_, walk)| walk[at + 1].unwrap().0 - walk[at].unwrap().0).collect();
        waits.sort_unstable();
        let quantile = |tenths: usize| {
            let place = (waits.len().checked_sub(1)? * tenths) as f64 / 10.0;
            let (low, high) = (waits[place.floor() as usize] as f64, waits[place.ceil() as usize] as f64);
            Some((low + place.fract() * (high - low)) / 1000.0)
        };
        let interval = if at == last { None } else { wilson(dropped.len() as u64, here.len() as u64) };
        let mut then: BTreeMap<&str, u64> = BTreeMap::new();
        let nothing = dropped.iter().filter(|(run, walk)| walk[at].unwrap().1 + 1 == run.len()).count() as u64;
        for (run, walk) in &dropped {
            if let Some(next) = run.get(walk[at].unwrap().1 + 1) {
                *then.entry(&next.event).or_default() += 1;
            }
        }
        let mut then: Vec<_> = then.into_iter().map(|(e, count)| EventCount { event: e.to_owned(), count }).collect();
        then.sort_by_key(|next| std::cmp::Reverse(next.count));
        let other = then.split_off(then.len().min(DroppedThen::SHOWN)).iter().map(|next| next.count).sum();
        let repeats = |run: &[Used]| run.iter().filter(|row| stage.events.contains(&row.event)).count() > 1;
        let returns = |run: &[Used]| {
            let staged: Vec<usize> = run.iter().filter_map(|row| stage_of(&row.event)).collect();
            staged.windows(2).any(|pair| pair[1] == at && pair[0] > at)
        };
        StageFigures {
            name: stage.name.clone(),
            reached: here.len() as u64,
            dropped: dropped.len() as u64,
            rate: interval.map(|i| i.rate),
            low: interval.map(|i| i.low),
            high: interval.map(|i| i.high),
            median_secs_to_next: quantile(5),
            p90_secs_to_next: quantile(9).map(|secs| (secs * 1e4).round() / 1e4),
            repeated: here.iter().filter(|(run, _)| repeats(run)).count() as u64,
            returned: here.iter().filter(|(run, _)| returns(run)).count() as u64,
            seen_again: (0..at)
                .map(|to| {
                    let is_of = |row: &Used| plan.stages[to].events.contains(&row.event);
                    let is_again = |run: &[Used], place: usize| {
                        run[..=place].iter().any(is_of) && run[place + 1..].iter().any(is_of)
                    };
                    here.iter().filter(|(run, walk)| is_again(run, walk[at].unwrap().1)).count() as u64
                })
                .collect(),
            dropped_then: DroppedThen { nothing, events: then, other },
        }
    });
    let mut touches: BTreeMap<String, Touch> = BTreeMap::new();
    for (run, walk) in &walks {
        let mut touch = |at: usize, count: fn(&mut Touch) -> &mut u64| {
            let event = run[at].event.clone();
            *count(touches.entry(event.clone()).or_insert_with(|| Touch { event, ..Touch::default() })) += 1;
        };
        touch(0, |touch| &mut touch.first);
        touch(run.len() - 1, |touch| &mut touch.last);
        if let Some((_, place)) = walk[last] {
            touch(0, |touch| &mut touch.first_of_converted);
            touch(place.max(1) - 1, |touch| &mut touch.last_before_converted);
        }
    }
    let in_group = |run: &&&Vec<Used>, group: &ReachGroup| run.iter().any(|row| group.events.contains(&row.event));
    SegmentFigures {
        activities: Vec::new(),
        segment: name.to_owned(),
        total,
        customers: runs.len() as u64,
        stages: stages.collect(),
        touches: touches.into_values().collect(),
        reach: plan.reach.iter().map(|group| runs.iter().filter(|run| in_group(run, group)).count() as u64).collect(),
        is_blank,
    }
}

/// Every way of counting, with windows and dates among the times of the log.
fn counting() -> impl Strategy<Value = Counting> {
    let order = prop_oneof![Just(StageOrder::Ordered), Just(StageOrder::Any)];
    let scope = prop_oneof![Just(Scope::Closed), Just(Scope::Open)];
    let as_of = proptest::option::weighted(0.3, (0..40_i64).prop_map(|n| (START + n * 250) * 1000));
    (order, scope, proptest::option::of(0..8_u64), as_of).prop_map(|(order, scope, window, as_of)| Counting {
        order,
        scope,
        window,
        as_of,
        zone: None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn engine_and_reference_agree(
        rows in rows(), by_name in any::<bool>(), crlf in any::<bool>(),
        counting in counting(),
    ) {
        let mut plan = plan(&["One=a|d", "Two=b", "Three=c|x\ny"], if by_name { Ties::Name } else { Ties::File });
        plan.counting = counting;
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
