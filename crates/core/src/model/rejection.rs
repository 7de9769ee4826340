//! Why rows of a measured file could not be used, as a map keeps it: a code, never a sentence.
//!
//! Maps of the first format kept the sentence of the program that read the log. Such a sentence is read as its code; one that
//! no code has is kept as it is.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use touchline_words::say;

/// A reason, and what it is about where that differs from file to file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// About a column, by its name, or a number of things, where the reason says so.
    Known { reason: RowReason, about: Option<String> },
    /// The words of a reason that has no code.
    Custom(String),
}

macro_rules! reasons {
    ($($name:ident = $code:literal, $words:literal;)*) => {
        /// The reasons that have a code. What a reason is about stands where its words have `{}`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum RowReason { $($name,)* }

        impl RowReason {
            pub const ALL: &[RowReason] = &[$(RowReason::$name,)*];

            /// What the file holds.
            pub fn code(self) -> &'static str {
                match self { $(RowReason::$name => $code,)* }
            }

            /// The words of the first format, in English, in the plural of rows: `14 no customer`.
            pub fn words(self) -> &'static str {
                match self { $(RowReason::$name => $words,)* }
            }
        }
    };
}

reasons! {
    NoCustomer = "no-customer", "no customer";
    NoEvent = "no-event", "no event";
    TimeEmpty = "time-empty", "the time is empty";
    TimeUnreadable = "time-unreadable", "the time cannot be read";
    TimeYear1 = "time-year-1", "the time is a placeholder (0001-01-01)";
    TimeExcelZero = "time-excel-zero", "the time is a placeholder (1899-12-30)";
    TimeUnixZero = "time-unix-zero", "the time is a placeholder (1970-01-01 00:00:00)";
    TimeEndOfTime = "time-end-of-time", "the time is a placeholder (9999-12-31)";
    TimeAfterFile = "time-after-file", "the time is more than two days after the file was written";
    TimeAhead = "time-ahead", "the time is more than two days ahead";
    ColumnTimeEmpty = "column-time-empty", "“{}”: the time is empty";
    ColumnTimeUnreadable = "column-time-unreadable", "“{}”: the time cannot be read";
    ColumnTimeYear1 = "column-time-year-1", "“{}”: the time is a placeholder (0001-01-01)";
    ColumnTimeExcelZero = "column-time-excel-zero", "“{}”: the time is a placeholder (1899-12-30)";
    ColumnTimeUnixZero = "column-time-unix-zero", "“{}”: the time is a placeholder (1970-01-01 00:00:00)";
    ColumnTimeEndOfTime = "column-time-end-of-time", "“{}”: the time is a placeholder (9999-12-31)";
    ColumnTimeAhead = "column-time-ahead", "“{}”: the time is more than two days ahead";
    ColumnTimeAfterFile = "column-time-after-file", "“{}”: the time is more than two days after the file was written";
    AfterAsOf = "after-as-of", "after the as-of date";
    TooFewFields = "too-few-fields", "too few fields";
    UnclosedQuote = "unclosed-quote", "a quote is never closed";
    OverLongLine = "over-long-line", "the line is longer than 32 MB";
    InvalidBytes = "invalid-bytes", "bytes that are no text in this encoding";
    HeaderAgain = "header-again", "the header again";
    OverLongField = "over-long-field", "a field of more than a million bytes";
    Totals = "totals", "a row of totals";
    OtherStep = "other-step", "the other end of an activity that is counted once";
    Other = "other", "other reasons";
    NoStage = "no-stage", "no stage";
    NoRecord = "no-record", "no record";
    NoTimeOfEntering = "no-time-of-entering", "no time of entering";
    LeftBeforeEntered = "left-before-entered", "it was left before it was entered";
    NeverEntered = "never-entered", "it never entered a stage";
    ClosedBeforeBegun = "closed-before-begun", "it was closed before it began";
    TotalOfPeople = "total-of-people", "a total, which would count people twice";
    OtherTable = "other-table", "it belongs to another table further down in the file";
    MoreCompleted = "more-completed", "more people completed it than entered";
    MoreDropped = "more-dropped", "more people dropped than were there";
    MoreFinished = "more-finished", "more people finished it than started";
    StageAgain = "stage-again", "the stage comes a second time, and no column says of which period or segment";
    ManySegments = "many-segments", "more than {} segments";
    ManyStages = "many-stages", "more than {} stages";
    ManyDifferentStages = "many-different-stages", "more than {} different stages";
    ManyStagesOrSegments = "many-stages-or-segments", "more than {} different stages or segments";
    NumberEmpty = "number-empty", "“{}” is empty";
    NumberNone = "number-none", "“{}” is no number";
    NumberPercentage = "number-percentage", "“{}” is a percentage where a count is needed";
    NumberNegative = "number-negative", "“{}” is negative";
    NumberTooLarge = "number-too-large", "“{}” is too large";
    NumberBroken = "number-broken", "“{}” is no whole number";
    AnswersEmpty = "answers-empty", "the number of answers is empty";
    AnswersNone = "answers-none", "the number of answers is no number";
    AnswersPercentage = "answers-percentage", "the number of answers is a percentage where a count is needed";
    AnswersNegative = "answers-negative", "the number of answers is negative";
    AnswersTooLarge = "answers-too-large", "the number of answers is too large";
    AnswersBroken = "answers-broken", "the number of answers is no whole number";
    CountEmpty = "count-empty", "the count is empty";
    CountNone = "count-none", "the count is no number";
    CountPercentage = "count-percentage", "the count is a percentage where a count is needed";
    CountNegative = "count-negative", "the count is negative";
    CountTooLarge = "count-too-large", "the count is too large";
    CountBroken = "count-broken", "the count is no whole number";
    NoTouchpoint = "no-touchpoint", "no touchpoint";
    NoAnswer = "no-answer", "no question is answered";
    Preview = "preview", "a preview or spam";
    ManyTouchpoints = "many-touchpoints", "more than {} touchpoints";
    NoScore = "no-score", "no score";
    ScoreNone = "score-none", "the score is no number";
    ScoreOutside = "score-outside", "the score lies outside its scale";
    ScoreTooLarge = "score-too-large", "the score is too large";
    ManyScores = "many-scores", "more than {} different scores";
    NoTitle = "no-title", "no title";
    ManyTitles = "many-titles", "more than {} titles";
    NoTitleOrMilestone = "no-title-or-milestone", "no title or no milestone";
    NoDate = "no-date", "no date";
    ManyMilestones = "many-milestones", "more than {} milestones";
    NoTheme = "no-theme", "no theme";
    TotalOfTickets = "total-of-tickets", "a total, which would count tickets twice";
    ManyThemes = "many-themes", "more than {} themes";
}

impl RowReason {
    /// The reason as a person reads it, in the plural of rows.
    pub fn shown(self, about: &str) -> String {
        match self {
            Self::NoCustomer => say!(reason_no_customer).to_owned(),
            Self::NoEvent => say!(reason_no_event).to_owned(),
            Self::TimeEmpty => say!(reason_time_empty).to_owned(),
            Self::TimeUnreadable => say!(reason_time_unreadable).to_owned(),
            Self::TimeYear1 => say!(reason_time_year_1).to_owned(),
            Self::TimeExcelZero => say!(reason_time_excel_zero).to_owned(),
            Self::TimeUnixZero => say!(reason_time_unix_zero).to_owned(),
            Self::TimeEndOfTime => say!(reason_time_end_of_time).to_owned(),
            Self::TimeAfterFile => say!(reason_time_after_file).to_owned(),
            Self::TimeAhead => say!(reason_time_ahead).to_owned(),
            Self::ColumnTimeEmpty => say!(reason_column_time_empty, about),
            Self::ColumnTimeUnreadable => say!(reason_column_time_unreadable, about),
            Self::ColumnTimeYear1 => say!(reason_column_time_year_1, about),
            Self::ColumnTimeExcelZero => say!(reason_column_time_excel_zero, about),
            Self::ColumnTimeUnixZero => say!(reason_column_time_unix_zero, about),
            Self::ColumnTimeEndOfTime => say!(reason_column_time_end_of_time, about),
            Self::ColumnTimeAhead => say!(reason_column_time_ahead, about),
            Self::ColumnTimeAfterFile => say!(reason_column_time_after_file, about),
            Self::AfterAsOf => say!(reason_after_as_of).to_owned(),
            Self::TooFewFields => say!(reason_too_few_fields).to_owned(),
            Self::UnclosedQuote => say!(reason_unclosed_quote).to_owned(),
            Self::OverLongLine => say!(reason_over_long_line).to_owned(),
            Self::InvalidBytes => say!(reason_invalid_bytes).to_owned(),
            Self::HeaderAgain => say!(reason_header_again).to_owned(),
            Self::OverLongField => say!(reason_over_long_field).to_owned(),
            Self::Totals => say!(reason_totals).to_owned(),
            Self::OtherStep => say!(reason_other_step).to_owned(),
            Self::Other => say!(reason_other).to_owned(),
            Self::NoStage => say!(reason_no_stage).to_owned(),
            Self::NoRecord => say!(reason_no_record).to_owned(),
            Self::NoTimeOfEntering => say!(reason_no_time_of_entering).to_owned(),
            Self::LeftBeforeEntered => say!(reason_left_before_entered).to_owned(),
            Self::NeverEntered => say!(reason_never_entered).to_owned(),
            Self::ClosedBeforeBegun => say!(reason_closed_before_begun).to_owned(),
            Self::TotalOfPeople => say!(reason_total_of_people).to_owned(),
            Self::OtherTable => say!(reason_other_table).to_owned(),
            Self::MoreCompleted => say!(reason_more_completed).to_owned(),
            Self::MoreDropped => say!(reason_more_dropped).to_owned(),
            Self::MoreFinished => say!(reason_more_finished).to_owned(),
            Self::StageAgain => say!(reason_stage_again).to_owned(),
            Self::ManySegments => say!(reason_many_segments, about),
            Self::ManyStages => say!(reason_many_stages, about),
            Self::ManyDifferentStages => say!(reason_many_different_stages, about),
            Self::ManyStagesOrSegments => say!(reason_many_stages_or_segments, about),
            Self::NumberEmpty => say!(reason_number_empty, about),
            Self::NumberNone => say!(reason_number_none, about),
            Self::NumberPercentage => say!(reason_number_percentage, about),
            Self::NumberNegative => say!(reason_number_negative, about),
            Self::NumberTooLarge => say!(reason_number_too_large, about),
            Self::NumberBroken => say!(reason_number_broken, about),
            Self::AnswersEmpty => say!(reason_answers_empty).to_owned(),
            Self::AnswersNone => say!(reason_answers_none).to_owned(),
            Self::AnswersPercentage => say!(reason_answers_percentage).to_owned(),
            Self::AnswersNegative => say!(reason_answers_negative).to_owned(),
            Self::AnswersTooLarge => say!(reason_answers_too_large).to_owned(),
            Self::AnswersBroken => say!(reason_answers_broken).to_owned(),
            Self::CountEmpty => say!(reason_count_empty).to_owned(),
            Self::CountNone => say!(reason_count_none).to_owned(),
            Self::CountPercentage => say!(reason_count_percentage).to_owned(),
            Self::CountNegative => say!(reason_count_negative).to_owned(),
            Self::CountTooLarge => say!(reason_count_too_large).to_owned(),
            Self::CountBroken => say!(reason_count_broken).to_owned(),
            Self::NoTouchpoint => say!(reason_no_touchpoint).to_owned(),
            Self::NoAnswer => say!(reason_no_answer).to_owned(),
            Self::Preview => say!(reason_preview).to_owned(),
            Self::ManyTouchpoints => say!(reason_many_touchpoints, about),
            Self::NoScore => say!(reason_no_score).to_owned(),
            Self::ScoreNone => say!(reason_score_none).to_owned(),
            Self::ScoreOutside => say!(reason_score_outside).to_owned(),
            Self::ScoreTooLarge => say!(reason_score_too_large).to_owned(),
            Self::ManyScores => say!(reason_many_scores, about),
            Self::NoTitle => say!(reason_no_title).to_owned(),
            Self::ManyTitles => say!(reason_many_titles, about),
            Self::NoTitleOrMilestone => say!(reason_no_title_or_milestone).to_owned(),
            Self::NoDate => say!(reason_no_date).to_owned(),
            Self::ManyMilestones => say!(reason_many_milestones, about),
            Self::NoTheme => say!(reason_no_theme).to_owned(),
            Self::TotalOfTickets => say!(reason_total_of_tickets).to_owned(),
            Self::ManyThemes => say!(reason_many_themes, about),
        }
    }

    fn is_about_something(self) -> bool {
        self.words().contains("{}")
    }

    /// What the words are about, if they are this reason's.
    fn about(self, words: &str) -> Option<Option<String>> {
        match self.words().split_once("{}") {
            None => (words == self.words()).then_some(None),
            Some((before, after)) => {
                let about = words.strip_prefix(before)?.strip_suffix(after)?;
                Some(Some(about.to_owned()))
            }
        }
    }
}

impl Rejection {
    /// The reason that the words of the program or of an old file tell.
    pub fn of_words(words: &str) -> Rejection {
        // Words about nothing fit one reason alone, so that a column cannot pass for a part of another's.
        let fits = |reason: &RowReason| Some((*reason, reason.about(words)?));
        let found = RowReason::ALL.iter().filter_map(fits).min_by_key(|(_, about)| about.as_ref().map(String::len));
        match found {
            Some((reason, about)) => Rejection::Known { reason, about },
            None => Rejection::Custom(words.to_owned()),
        }
    }

    /// What the file holds: `no-customer`, `number-empty: Reached`, and the words where there is no code.
    fn of_file(text: &str) -> Rejection {
        let (code, about) = text.split_once(": ").map_or((text, None), |(code, about)| (code, Some(about)));
        let known = RowReason::ALL.iter().find(|reason| reason.code() == code);
        match known.filter(|reason| reason.is_about_something() == about.is_some()) {
            Some(reason) => Rejection::Known { reason: *reason, about: about.map(str::to_owned) },
            None => Rejection::of_words(text),
        }
    }
}

impl Serialize for Rejection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Rejection::Known { reason, about: None } => serializer.serialize_str(reason.code()),
            Rejection::Known { reason, about: Some(about) } => {
                serializer.serialize_str(&format!("{}: {about}", reason.code()))
            }
            Rejection::Custom(words) => serializer.serialize_str(words),
        }
    }
}

impl<'de> Deserialize<'de> for Rejection {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Rejection::of_file(&String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn read(text: &str) -> Rejection {
        ron::from_str(&ron::to_string(text).unwrap()).unwrap()
    }

    #[test]
    fn each_sentence_of_an_old_file_is_read_as_its_code_and_stays_it() {
        for reason in RowReason::ALL {
            let about = reason.is_about_something().then(|| "Users: all “new”".to_owned());
            let old = reason.words().replace("{}", about.as_deref().unwrap_or_default());
            let expected = Rejection::Known { reason: *reason, about: about.clone() };
            assert_eq!(read(&old), expected, "{old}");
            let kept = ron::to_string(&expected).unwrap();
            let code = about.map_or_else(|| reason.code().to_owned(), |about| format!("{}: {about}", reason.code()));
            assert_eq!(kept, ron::to_string(&code).unwrap());
            assert_eq!(ron::from_str::<Rejection>(&kept).unwrap(), expected, "{kept}");
        }
    }

    #[test]
    fn codes_and_words_tell_reasons_apart() {
        let codes: BTreeSet<&str> = RowReason::ALL.iter().map(|reason| reason.code()).collect();
        let words: BTreeSet<&str> = RowReason::ALL.iter().map(|reason| reason.words()).collect();
        assert_eq!((codes.len(), words.len()), (RowReason::ALL.len(), RowReason::ALL.len()));
    }

    #[test]
    fn a_sentence_that_nobody_knows_is_kept_as_it_is() {
        for words in ["no readable time", "", "no-customer: Users", "number-empty"] {
            assert_eq!(read(words), Rejection::Custom(words.to_owned()));
            assert_eq!(ron::to_string(&read(words)).unwrap(), ron::to_string(words).unwrap());
        }
    }
}
