//! How a report was counted, in the map's terms and in words.

use crate::behaviour::plan::{Counting as Asked, Scope, StageOrder as AskedOrder, Ties, time_text, time_text_in};
use crate::behaviour::report::{Report, RowCounts};
use crate::figures::definition::Definition;
use crate::model::{Counting, FunnelScope, Rejection, RowsAre, StageOrder, TieOrder};

/// What the figures of a report mean.
pub fn definition(report: &Report) -> Definition {
    let is_parted = report.segments.iter().any(|figures| !figures.total);
    Definition {
        rows_are: RowsAre::Events,
        counting: counting(&report.counting),
        ties: ties(report.ties),
        still_open: 0,
        customers: report.total().map_or(0, |total| total.customers),
        of_several_segments: is_parted.then_some(report.multi_segment_customers),
        source: report.source.file.clone(),
        first_time: report.source.first_time.clone(),
        last_time: report.source.last_time.clone(),
        rows_read: report.rows.read,
        rows_used: report.rows.used,
        rejected: rejected(&report.rows),
    }
}

/// Why rows were not used, as a map keeps it.
pub fn rejected(rows: &RowCounts) -> Vec<(Rejection, u64)> {
    rows.reasons.iter().map(|told| (Rejection::of_words(&told.reason), told.count)).collect()
}

pub fn ties(ties: Ties) -> TieOrder {
    match ties {
        Ties::File => TieOrder::File,
        Ties::Name => TieOrder::Name,
    }
}

pub fn counting(asked: &Asked) -> Counting {
    Counting {
        order: match asked.order {
            AskedOrder::Ordered => StageOrder::Ordered,
            AskedOrder::Any => StageOrder::Any,
        },
        scope: match asked.scope {
            Scope::Closed => FunnelScope::Closed,
            Scope::Open => FunnelScope::Open,
        },
        window_secs: asked.window,
        as_of: asked.as_of.map(|as_of| asked.zone.map_or_else(|| time_text(as_of), |zone| time_text_in(zone, as_of))),
        zone: asked.zone.map(|zone| zone.name().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::input::Input;
    use crate::behaviour::plan::{Columns, Plan, Reading, StagePlan};
    use crate::behaviour::progress::Progress;
    use crate::behaviour::recognise::{Overrides, recognise};
    use crate::behaviour::source::Source;
    use crate::model::RowReason;
    use std::time::{Duration, SystemTime};

    /// A row for every reason that a log can be made to have in a few lines, and one that is used.
    const LOG: &str = "user,event,time\nk,a,2026-01-01 00:00:00\n,a,2026-01-01 00:00:00\nk,,2026-01-01 00:00:00\n\
                       k,a,\nk,a,soon\nk,a,0001-01-01 00:00:00\nk,a,1899-12-30 00:00:00\nk,a,1970-01-01 00:00:00\n\
                       k,a,9999-12-31 00:00:00\nk,a,2030-01-01 00:00:00\nk\nuser,event,time\nk,a,2026-02-01 00:00:00\n";

    #[test]
    fn no_reason_of_a_log_comes_to_the_map_as_a_sentence() {
        let written = SystemTime::UNIX_EPOCH + Duration::from_secs(1_780_000_000);
        let source = Source::from_bytes("log.csv", LOG.into(), written).unwrap();
        let found = recognise(&source, &Overrides::default()).unwrap();
        let columns = Columns { case: 0, event: 1, time: 2, segment: None };
        let plan = Plan {
            reading: Reading { encoding: found.encoding, dialect: found.dialect },
            columns,
            time: found.time_reader(&source, 2),
            stages: vec![StagePlan { name: "A".into(), events: vec!["a".into()] }],
            ties: Ties::File,
            counting: Asked { as_of: Some(1_767_300_000_000_000), ..Asked::default() },
            reach: Vec::new(),
        };
        let report = Input::File(source).run(&plan, &Progress::default(), u64::MAX).unwrap();
        let found = rejected(&report.rows);
        let codes: Vec<RowReason> = found
            .iter()
            .map(|(why, _)| match why {
                Rejection::Known { reason, about: None } => *reason,
                other => panic!("no code: {other:?}"),
            })
            .collect();
        use RowReason as R;
        let expected = [
            R::NoCustomer,
            R::NoEvent,
            R::TimeEmpty,
            R::TimeUnreadable,
            R::TimeYear1,
            R::TimeExcelZero,
            R::TimeUnixZero,
            R::TimeEndOfTime,
            R::TimeAfterFile,
            R::AfterAsOf,
            R::TooFewFields,
            R::HeaderAgain,
        ];
        assert_eq!(codes, expected);
    }
}
