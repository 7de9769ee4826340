//! What the engine is held to: a slow reader and folder that is right by looking at it, and logs as they really come.

mod agreement;
mod bad_rows;
mod real_log;
mod rules;
mod zones;

use std::time::SystemTime;

use super::{Tuning, run_tuned};
use crate::dialect::Dialect;
use crate::encoding::TextEncoding;
use crate::error::BehaviourError;
use crate::plan::{Columns, Counting, Plan, ReachGroup, Reading, StagePlan, Ties};
use crate::progress::Progress;
use crate::report::{Report, StageFigures};
use crate::source::Source;
use crate::times::{ColumnTime, TimeFormat, TimeRules};

/// A plan for `customer,event,time,segment` with a header, of stages written `NAME=a|b`.
pub fn plan(stages: &[&str], ties: Ties) -> Plan {
    let stage = |text: &&str| {
        let (name, events) = text.split_once('=').unwrap();
        StagePlan { name: name.to_owned(), events: events.split('|').map(str::to_owned).collect() }
    };
    Plan {
        reading: Reading { encoding: TextEncoding::of_bytes(b"customer", true), dialect: Dialect::PLAIN, width: None },
        columns: Columns { case: 0, event: 1, time: 2, segment: Some(3) },
        time: ColumnTime::new(TimeFormat::Iso, b"", TimeRules::default()),
        stages: stages.iter().map(stage).collect(),
        reach: vec![ReachGroup { events: vec!["a".into(), "c".into()] }],
        ties,
        counting: Counting::default(),
    }
}

fn source(text: impl AsRef<[u8]>) -> Source {
    Source::from_bytes("folder/log.csv", text.as_ref().to_vec(), SystemTime::now()).unwrap()
}

/// Every way of cutting the work must give the same answer.
fn run_every_way(plan: &Plan, source: &Source) -> Result<Report, BehaviourError> {
    let run = |threads, piece_bytes, carefully, coded| {
        let memory = if threads == 2 { 0 } else { u64::MAX };
        run_tuned(plan, source, &Progress::default(), Tuning { threads, piece_bytes, carefully, coded, memory })
    };
    let one = run(1, 1 << 20, false, true);
    let ways =
        [(3, 7, false, true), (2, 64, false, false), (1, 1, false, false), (1, 1, true, false), (2, 1, true, true)];
    for (threads, piece_bytes, carefully, coded) in ways {
        let way = format!("{threads} threads, {piece_bytes} bytes, carefully {carefully}, coded {coded}");
        match (&one, run(threads, piece_bytes, carefully, coded)) {
            (Ok(one), Ok(other)) => assert_eq!(*one, other, "{way}"),
            (Err(one), Err(other)) => assert_eq!(one.to_string(), other.to_string(), "{way}"),
            (one, other) => panic!("{one:?} but {other:?} with {way}"),
        }
    }
    one
}

/// Stage figures as `reached/dropped`.
fn counts(stages: &[StageFigures]) -> String {
    stages.iter().map(|stage| format!("{}/{}", stage.reached, stage.dropped)).collect::<Vec<_>>().join(" ")
}
