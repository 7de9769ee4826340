//! Why rows of a measured file could not be used, as a map keeps it: a code, never a sentence.
//!
//! Maps of the first format kept the sentence of the program that read the log. Such a sentence is read as its code; one that
//! no code has is kept as it is.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

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
    ColumnTimeAfterFile = "column-time-after-file", "“{}”: the time is more than two days after the file was written";
    AfterAsOf = "after-as-of", "after the as-of date";
    TooFewFields = "too-few-fields", "too few fields";
    UnclosedQuote = "unclosed-quote", "a quote is never closed";
    OverLongLine = "over-long-line", "the line is longer than 32 MB";
    InvalidBytes = "invalid-bytes", "bytes that are no text in this encoding";
    HeaderAgain = "header-again", "the header again";
    OverLongField = "over-long-field", "a field of more than a million bytes";
    Totals = "totals", "a row of totals";
    Other = "other", "other reasons";
    NoStage = "no-stage", "no stage";
    NoRecord = "no-record", "no record";
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
