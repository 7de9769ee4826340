//! How a report was counted, in the map's terms and in words.

use crate::behaviour::plan::{Counting as Asked, Scope, StageOrder as AskedOrder, Ties, time_text, time_text_in};
use crate::behaviour::reason::{CountProblem, Many, Numbered, Reason};
use crate::behaviour::report::{Report, RowCounts};
use crate::behaviour::times::TimeProblem;
use crate::figures::definition::Definition;
use crate::model::{Counting, FunnelScope, Rejection, RowReason, RowsAre, StageOrder, TieOrder};

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
    rows.reasons.iter().map(|told| (rejection(&told.reason), told.count)).collect()
}

/// A reason by its code. Those that have none are of files of customers, which come to no map.
fn rejection(reason: &Reason) -> Rejection {
    use RowReason as To;
    let (reason, about) = match reason {
        Reason::NoCustomer => (To::NoCustomer, None),
        Reason::NoEvent => (To::NoEvent, None),
        Reason::Time(problem) => (time(*problem), None),
        Reason::AfterAsOf => (To::AfterAsOf, None),
        Reason::TooFewFields => (To::TooFewFields, None),
        Reason::UnclosedQuote => (To::UnclosedQuote, None),
        Reason::InvalidBytes => (To::InvalidBytes, None),
        Reason::HeaderAgain => (To::HeaderAgain, None),
        Reason::OverLongField => (To::OverLongField, None),
        Reason::Totals => (To::Totals, None),
        Reason::OtherStep => (To::OtherStep, None),
        Reason::TimeAhead => (To::TimeAhead, None),
        Reason::OverLongLine => (To::OverLongLine, None),
        Reason::ColumnTime { column, problem } => (column_time(*problem), Some(column.clone())),
        Reason::Number { of: Numbered::Column(column), problem } => (in_column(*problem), Some(column.clone())),
        Reason::Number { of: Numbered::Answers, problem } => (answers(*problem), None),
        Reason::Number { of: Numbered::Tickets, problem } => (tickets(*problem), None),
        Reason::Many { what, most } => (many(*what), Some(most.to_string())),
        Reason::NoStage => (To::NoStage, None),
        Reason::NoRecord => (To::NoRecord, None),
        Reason::NoTimeOfEntering => (To::NoTimeOfEntering, None),
        Reason::LeftBeforeEntered => (To::LeftBeforeEntered, None),
        Reason::NeverEntered => (To::NeverEntered, None),
        Reason::ClosedBeforeBegun => (To::ClosedBeforeBegun, None),
        Reason::TotalOfPeople => (To::TotalOfPeople, None),
        Reason::TotalOfTickets => (To::TotalOfTickets, None),
        Reason::OtherTable => (To::OtherTable, None),
        Reason::MoreCompleted => (To::MoreCompleted, None),
        Reason::MoreDropped => (To::MoreDropped, None),
        Reason::MoreFinished => (To::MoreFinished, None),
        Reason::StageAgain => (To::StageAgain, None),
        Reason::NoTouchpoint => (To::NoTouchpoint, None),
        Reason::NoAnswer => (To::NoAnswer, None),
        Reason::Preview => (To::Preview, None),
        Reason::NoScore => (To::NoScore, None),
        Reason::ScoreNone => (To::ScoreNone, None),
        Reason::ScoreOutside => (To::ScoreOutside, None),
        Reason::ScoreTooLarge => (To::ScoreTooLarge, None),
        Reason::NoTitle => (To::NoTitle, None),
        Reason::NoTitleOrMilestone => (To::NoTitleOrMilestone, None),
        Reason::NoDate => (To::NoDate, None),
        Reason::NoTheme => (To::NoTheme, None),
        Reason::Other => (To::Other, None),
        // A table with such names is refused whole.
        Reason::SeveralWritings
        | Reason::NoLastLogin
        | Reason::LastLoginUnreadable
        | Reason::DaysUnreadable
        | Reason::CompletionUnreadable
        | Reason::CancellationUnreadable
        | Reason::CustomerAgain
        | Reason::TooManyCustomers
        | Reason::TooManyGroups
        | Reason::NoDuration
        | Reason::DurationUnreadable
        | Reason::LeavingUnsaid
        | Reason::LeavingUnclear
        | Reason::NoDayCame
        | Reason::CameUnreadable
        | Reason::LastDayUnreadable
        | Reason::DayUnreadable
        | Reason::LeftBeforeCame => return Rejection::Custom(reason.english()),
    };
    Rejection::Known { reason, about }
}

fn time(problem: TimeProblem) -> RowReason {
    match problem {
        TimeProblem::Blank => RowReason::TimeEmpty,
        TimeProblem::Unreadable => RowReason::TimeUnreadable,
        TimeProblem::Year1 => RowReason::TimeYear1,
        TimeProblem::ExcelZero => RowReason::TimeExcelZero,
        TimeProblem::UnixZero => RowReason::TimeUnixZero,
        TimeProblem::EndOfTime => RowReason::TimeEndOfTime,
        TimeProblem::Ahead => RowReason::TimeAhead,
    }
}

fn column_time(problem: TimeProblem) -> RowReason {
    match problem {
        TimeProblem::Blank => RowReason::ColumnTimeEmpty,
        TimeProblem::Unreadable => RowReason::ColumnTimeUnreadable,
        TimeProblem::Year1 => RowReason::ColumnTimeYear1,
        TimeProblem::ExcelZero => RowReason::ColumnTimeExcelZero,
        TimeProblem::UnixZero => RowReason::ColumnTimeUnixZero,
        TimeProblem::EndOfTime => RowReason::ColumnTimeEndOfTime,
        TimeProblem::Ahead => RowReason::ColumnTimeAhead,
    }
}

fn in_column(problem: CountProblem) -> RowReason {
    match problem {
        CountProblem::Empty => RowReason::NumberEmpty,
        CountProblem::None => RowReason::NumberNone,
        CountProblem::Percentage => RowReason::NumberPercentage,
        CountProblem::Negative => RowReason::NumberNegative,
        CountProblem::TooLarge => RowReason::NumberTooLarge,
        CountProblem::Broken => RowReason::NumberBroken,
    }
}

fn answers(problem: CountProblem) -> RowReason {
    match problem {
        CountProblem::Empty => RowReason::AnswersEmpty,
        CountProblem::None => RowReason::AnswersNone,
        CountProblem::Percentage => RowReason::AnswersPercentage,
        CountProblem::Negative => RowReason::AnswersNegative,
        CountProblem::TooLarge => RowReason::AnswersTooLarge,
        CountProblem::Broken => RowReason::AnswersBroken,
    }
}

fn tickets(problem: CountProblem) -> RowReason {
    match problem {
        CountProblem::Empty => RowReason::CountEmpty,
        CountProblem::None => RowReason::CountNone,
        CountProblem::Percentage => RowReason::CountPercentage,
        CountProblem::Negative => RowReason::CountNegative,
        CountProblem::TooLarge => RowReason::CountTooLarge,
        CountProblem::Broken => RowReason::CountBroken,
    }
}

fn many(what: Many) -> RowReason {
    match what {
        Many::Segments => RowReason::ManySegments,
        Many::Stages => RowReason::ManyStages,
        Many::DifferentStages => RowReason::ManyDifferentStages,
        Many::StagesOrSegments => RowReason::ManyStagesOrSegments,
        Many::Touchpoints => RowReason::ManyTouchpoints,
        Many::Scores => RowReason::ManyScores,
        Many::Titles => RowReason::ManyTitles,
        Many::Milestones => RowReason::ManyMilestones,
        Many::Themes => RowReason::ManyThemes,
    }
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
    use crate::behaviour::plan::{Columns, Plan, StagePlan};
    use crate::behaviour::progress::Progress;
    use crate::behaviour::recognise::{Overrides, recognise};
    use crate::behaviour::source::Source;
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
            reading: found.reading(),
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
            R::AfterAsOf,
            R::TooFewFields,
            R::HeaderAgain,
        ];
        assert_eq!(codes, expected);
    }
}
