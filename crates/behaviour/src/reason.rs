//! Why a row of a file was not used: a kind, never a sentence. Its words are said in the language of the moment; machine
//! output has them in English.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};
use touchline_words::{Language, in_language, say};

use crate::times::TimeProblem;

/// Why a row was not used. The first ones stand in the order in which a report of a log lists them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    NoCustomer,
    NoEvent,
    Time(TimeProblem),
    AfterAsOf,
    TooFewFields,
    UnclosedQuote,
    InvalidBytes,
    HeaderAgain,
    OverLongField,
    Totals,
    /// The start of an activity of which the completion counts, or the other way round.
    OtherStep,
    /// On a server: a name that a file would have in another writing.
    SeveralWritings,

    /// By the clock of a database.
    TimeAhead,
    OverLongLine,
    /// In one column of several.
    ColumnTime {
        column: String,
        problem: TimeProblem,
    },
    Number {
        of: Numbered,
        problem: CountProblem,
    },
    /// More different ones than are told apart.
    Many {
        what: Many,
        most: usize,
    },

    // Tables of counts and records.
    NoStage,
    NoRecord,
    NoTimeOfEntering,
    LeftBeforeEntered,
    NeverEntered,
    ClosedBeforeBegun,
    TotalOfPeople,
    TotalOfTickets,
    OtherTable,
    MoreCompleted,
    MoreDropped,
    MoreFinished,
    StageAgain,

    // Surveys, completion, calendars, themes.
    NoTouchpoint,
    NoAnswer,
    /// Somebody tried the survey, or a machine filled it in.
    Preview,
    NoScore,
    ScoreNone,
    ScoreOutside,
    ScoreTooLarge,
    NoTitle,
    NoTitleOrMilestone,
    NoDate,
    NoTheme,

    // Files of customers.
    NoLastLogin,
    LastLoginUnreadable,
    DaysUnreadable,
    CompletionUnreadable,
    CancellationUnreadable,
    CustomerAgain,
    TooManyCustomers,
    TooManyGroups,
    NoDuration,
    DurationUnreadable,
    LeavingUnsaid,
    LeavingUnclear,
    NoDayCame,
    CameUnreadable,
    LastDayUnreadable,
    DayUnreadable,
    LeftBeforeCame,

    /// Those beyond as many different ones as are told apart.
    Other,
}

/// What should have been a count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Numbered {
    /// A column by its name.
    Column(String),
    Answers,
    Tickets,
}

/// What a cell has instead of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountProblem {
    Empty,
    None,
    Percentage,
    Negative,
    TooLarge,
    Broken,
}

/// Of what there are too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Many {
    Segments,
    Stages,
    DifferentStages,
    StagesOrSegments,
    Touchpoints,
    Scores,
    Titles,
    Milestones,
    Themes,
}

impl CountProblem {
    /// The reason of a row with this in a column.
    pub fn in_column(self, column: String) -> Reason {
        Reason::Number { of: Numbered::Column(column), problem: self }
    }
}

impl Reason {
    /// As machine output has it, whoever reads along. Reports list reasons of tables in the order of these words.
    pub fn english(&self) -> String {
        in_language(Language::English, || self.to_string())
    }

    fn words(&self) -> Cow<'static, str> {
        let plain = match self {
            Self::ColumnTime { column, problem } => return column_time(column, *problem).into(),
            Self::Number { of: Numbered::Column(column), problem } => return in_column(column, *problem).into(),
            Self::Many { what, most } => return too_many(*what, *most).into(),
            Self::Time(problem) => return problem.to_string().into(),
            Self::Number { of: Numbered::Answers, problem } => answers(*problem),
            Self::Number { of: Numbered::Tickets, problem } => tickets(*problem),
            Self::NoCustomer => say!(reason_no_customer),
            Self::NoEvent => say!(reason_no_event),
            Self::AfterAsOf => say!(reason_after_as_of),
            Self::TooFewFields => say!(reason_too_few_fields),
            Self::UnclosedQuote => say!(reason_unclosed_quote),
            Self::InvalidBytes => say!(reason_invalid_bytes),
            Self::HeaderAgain => say!(reason_header_again),
            Self::OverLongField => say!(reason_over_long_field),
            Self::Totals => say!(reason_totals),
            Self::OtherStep => say!(reason_other_step),
            Self::SeveralWritings => say!(reason_several_writings),
            Self::TimeAhead => say!(reason_time_ahead),
            Self::OverLongLine => say!(reason_over_long_line),
            Self::NoStage => say!(reason_no_stage),
            Self::NoRecord => say!(reason_no_record),
            Self::NoTimeOfEntering => say!(reason_no_time_of_entering),
            Self::LeftBeforeEntered => say!(reason_left_before_entered),
            Self::NeverEntered => say!(reason_never_entered),
            Self::ClosedBeforeBegun => say!(reason_closed_before_begun),
            Self::TotalOfPeople => say!(reason_total_of_people),
            Self::TotalOfTickets => say!(reason_total_of_tickets),
            Self::OtherTable => say!(reason_other_table),
            Self::MoreCompleted => say!(reason_more_completed),
            Self::MoreDropped => say!(reason_more_dropped),
            Self::MoreFinished => say!(reason_more_finished),
            Self::StageAgain => say!(reason_stage_again),
            Self::NoTouchpoint => say!(reason_no_touchpoint),
            Self::NoAnswer => say!(reason_no_answer),
            Self::Preview => say!(reason_preview),
            Self::NoScore => say!(reason_no_score),
            Self::ScoreNone => say!(reason_score_none),
            Self::ScoreOutside => say!(reason_score_outside),
            Self::ScoreTooLarge => say!(reason_score_too_large),
            Self::NoTitle => say!(reason_no_title),
            Self::NoTitleOrMilestone => say!(reason_no_title_or_milestone),
            Self::NoDate => say!(reason_no_date),
            Self::NoTheme => say!(reason_no_theme),
            Self::NoLastLogin => say!(churn_reason_no_last_login),
            Self::LastLoginUnreadable => say!(churn_reason_last_login),
            Self::DaysUnreadable => say!(churn_reason_days),
            Self::CompletionUnreadable => say!(churn_reason_completion),
            Self::CancellationUnreadable => say!(churn_reason_cancellation),
            Self::CustomerAgain => say!(churn_reason_customer_again),
            Self::TooManyCustomers => say!(churn_reason_too_many_customers),
            Self::TooManyGroups => say!(churn_reason_too_many_groups),
            Self::NoDuration => say!(churn_reason_no_duration),
            Self::DurationUnreadable => say!(churn_reason_duration),
            Self::LeavingUnsaid => say!(churn_reason_leaving_unsaid),
            Self::LeavingUnclear => say!(churn_reason_leaving_unclear),
            Self::NoDayCame => say!(churn_reason_no_day_came),
            Self::CameUnreadable => say!(churn_reason_came),
            Self::LastDayUnreadable => say!(churn_reason_last_day),
            Self::DayUnreadable => say!(churn_reason_day),
            Self::LeftBeforeCame => say!(churn_reason_left_before_came),
            Self::Other => say!(reason_other),
        };
        plain.into()
    }
}

fn column_time(about: &str, problem: TimeProblem) -> String {
    match problem {
        TimeProblem::Blank => say!(reason_column_time_empty, about),
        TimeProblem::Unreadable => say!(reason_column_time_unreadable, about),
        TimeProblem::Year1 => say!(reason_column_time_year_1, about),
        TimeProblem::ExcelZero => say!(reason_column_time_excel_zero, about),
        TimeProblem::UnixZero => say!(reason_column_time_unix_zero, about),
        TimeProblem::EndOfTime => say!(reason_column_time_end_of_time, about),
        TimeProblem::Ahead => say!(reason_column_time_ahead, about),
    }
}

fn in_column(about: &str, problem: CountProblem) -> String {
    match problem {
        CountProblem::Empty => say!(reason_number_empty, about),
        CountProblem::None => say!(reason_number_none, about),
        CountProblem::Percentage => say!(reason_number_percentage, about),
        CountProblem::Negative => say!(reason_number_negative, about),
        CountProblem::TooLarge => say!(reason_number_too_large, about),
        CountProblem::Broken => say!(reason_number_broken, about),
    }
}

fn answers(problem: CountProblem) -> &'static str {
    match problem {
        CountProblem::Empty => say!(reason_answers_empty),
        CountProblem::None => say!(reason_answers_none),
        CountProblem::Percentage => say!(reason_answers_percentage),
        CountProblem::Negative => say!(reason_answers_negative),
        CountProblem::TooLarge => say!(reason_answers_too_large),
        CountProblem::Broken => say!(reason_answers_broken),
    }
}

fn tickets(problem: CountProblem) -> &'static str {
    match problem {
        CountProblem::Empty => say!(reason_count_empty),
        CountProblem::None => say!(reason_count_none),
        CountProblem::Percentage => say!(reason_count_percentage),
        CountProblem::Negative => say!(reason_count_negative),
        CountProblem::TooLarge => say!(reason_count_too_large),
        CountProblem::Broken => say!(reason_count_broken),
    }
}

fn too_many(what: Many, most: usize) -> String {
    let about = most.to_string();
    match what {
        Many::Segments => say!(reason_many_segments, about),
        Many::Stages => say!(reason_many_stages, about),
        Many::DifferentStages => say!(reason_many_different_stages, about),
        Many::StagesOrSegments => say!(reason_many_stages_or_segments, about),
        Many::Touchpoints => say!(reason_many_touchpoints, about),
        Many::Scores => say!(reason_many_scores, about),
        Many::Titles => say!(reason_many_titles, about),
        Many::Milestones => say!(reason_many_milestones, about),
        Many::Themes => say!(reason_many_themes, about),
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

/// A report is written for machines, in English.
impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.english())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_said_in_the_language_of_the_moment_and_written_in_english() {
        let reasons = [
            (Reason::NoCustomer, "no customer"),
            (Reason::Time(TimeProblem::UnixZero), "the time is a placeholder (1970-01-01 00:00:00)"),
            (
                Reason::ColumnTime { column: "Closed".to_owned(), problem: TimeProblem::Blank },
                "“Closed”: the time is empty",
            ),
            (CountProblem::Broken.in_column("Reached".to_owned()), "“Reached” is no whole number"),
            (Reason::Number { of: Numbered::Tickets, problem: CountProblem::None }, "the count is no number"),
            (Reason::Many { what: Many::DifferentStages, most: 1000 }, "more than 1000 different stages"),
            (Reason::LeftBeforeCame, "left before it came"),
        ];
        for (reason, english) in reasons {
            let german = in_language(Language::German, || (reason.to_string(), serde_json::to_value(&reason).unwrap()));
            assert_ne!(german.0, english);
            assert_eq!((german.1.as_str(), reason.english().as_str()), (Some(english), english));
        }
    }
}
