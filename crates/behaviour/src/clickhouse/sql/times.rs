//! Times of a table as whole microseconds since 1970 in UTC, by the type of their column.
//!
//! Moments and dates are taken as they are; numbers count from 1970 in the plan's unit; text is read year first, by the
//! rules of [`crate::times`]. What a file may not have as a time, a table may not either; since a table was never
//! "last written", times more than two days after the server's present are held against it in the same way.
//!
//! # Limits
//! Text in other formats (`3.11.2026`, `3 Nov 2026`, numbers as text) is not read: [`ClusterError::Column`] for a column of
//! them, a time that cannot be read for a value among others.

use touchline_words::say;

use super::super::column::{TableColumn, TypeKind};
use super::super::error::ClusterError;
use super::blank::{is_nothing, text, trimmed};
use super::written::{identifier, literal};
use crate::plan::Plan;
use crate::times::{DAY, EpochUnit, TimeFormat};

/// The numbers of the reasons in [`super::rows::REASONS`].
const EMPTY: u8 = 3;
const UNREADABLE: u8 = 4;
const YEAR_1: u8 = 5;
const EXCEL_ZERO: u8 = 6;
const UNIX_ZERO: u8 = 7;
const END_OF_TIME: u8 = 8;
const AHEAD: u8 = 9;
const AFTER_AS_OF: u8 = 10;

/// Days since 1970 of the dates that stand for "no date".
const DAY_OF_YEAR_1: i64 = -719_162;
const DAY_OF_EXCEL_ZERO: i64 = -25_569;
const LAST_DAY: i64 = 2_932_896;

/// Names of the innermost SELECT that give `…time`, whole microseconds, and `…problem`, the number of the reason against it
/// or 0.
pub(super) struct TimeNames {
    /// Each as `expression AS name`.
    pub names: Vec<String>,
    /// Whether the column is text; `…t` is then that text.
    pub is_text: bool,
}

/// The names for a column; `tl` is their beginning.
pub(super) fn expressions(column: &TableColumn, plan: &Plan, tl: &str) -> Result<TimeNames, ClusterError> {
    let format = plan.time.format();
    let against = Against { tl, as_of: plan.counting.as_of };
    let name = identifier(&column.name);
    let refused =
        |problem: &str| Err(ClusterError::Column { column: column.name.clone(), problem: problem.to_owned() });
    let typed =
        |micros: String| vec![format!("{micros} AS {tl}time"), against.calendar(&format!("isNull({name})"), "0")];
    let names = match &column.kind {
        TypeKind::DateTime => typed(format!("toInt64(ifNull(toUnixTimestamp({name}), 0)) * 1000000")),
        TypeKind::DateTime64 => typed(format!("toInt64(ifNull(toUnixTimestamp64Micro({name}), 0))")),
        TypeKind::Date => typed(format!("toInt64(ifNull(toUInt16({name}), 0)) * {DAY}")),
        TypeKind::Date32 => typed(format!("toInt64(ifNull(toInt32({name}), 0)) * {DAY}")),
        TypeKind::Integer => match format {
            TimeFormat::Epoch(unit) => since_1970(&against, &name, unit),
            _ => plain_count(&against, &name),
        },
        TypeKind::Text if format == TimeFormat::Iso => {
            return Ok(TimeNames { names: year_first(&against, &column.name), is_text: true });
        }
        TypeKind::Text => {
            return refused(say!(database_times_in_text));
        }
        TypeKind::Decimal => {
            return refused(say!(database_times_fraction));
        }
        TypeKind::Compound(type_name) => {
            return refused(&say!(database_no_times, type_name));
        }
    };
    Ok(TimeNames { names, is_text: false })
}

/// What can be held against a time.
struct Against<'t> {
    tl: &'t str,
    /// Later rows are not used.
    as_of: Option<i64>,
}

impl Against<'_> {
    /// The reason against a time, by the conditions for an empty and an unreadable one and by the rules for all.
    fn calendar(&self, empty: &str, unreadable: &str) -> String {
        let tl = self.tl;
        let day =
            |day: i64, reason: u8| format!("{tl}time >= {} AND {tl}time < {}, {reason}", day * DAY, (day + 1) * DAY);
        let placeholders = format!(
            "{}, {}, {}, {tl}time = 0, {UNIX_ZERO}, {tl}time > (toInt64(toUnixTimestamp(now())) + 172800) * 1000000, \
             {AHEAD}, ",
            day(DAY_OF_YEAR_1, YEAR_1),
            day(DAY_OF_EXCEL_ZERO, EXCEL_ZERO),
            day(LAST_DAY, END_OF_TIME),
        );
        self.number(empty, unreadable, &placeholders)
    }

    /// The same with other rules, or none.
    fn number(&self, empty: &str, unreadable: &str, rules: &str) -> String {
        let tl = self.tl;
        let late = self.as_of.map_or(String::new(), |as_of| format!("{tl}time > {as_of}, {AFTER_AS_OF}, "));
        format!("multiIf({empty}, {EMPTY}, {unreadable}, {UNREADABLE}, {rules}{late}0) AS {tl}problem")
    }
}

/// Whole numbers since 1970. What is no time of the years 1 to 9999 cannot be read.
fn since_1970(against: &Against, name: &str, unit: EpochUnit) -> Vec<String> {
    let tl = against.tl;
    let (multiply, divide) = match unit {
        EpochUnit::Seconds => (1_000_000, 1),
        EpochUnit::Millis => (1_000, 1),
        EpochUnit::Micros => (1, 1),
        EpochUnit::Nanos => (1, 1_000),
    };
    let value = format!("ifNull({name}, 0)");
    // Nanoseconds end, as numbers of 64 bits, long before the calendar does.
    let (least, most) = match divide {
        1 => (DAY_OF_YEAR_1 * DAY / multiply, ((LAST_DAY + 1) * DAY - 1) / multiply),
        _ => (-i64::MAX, i64::MAX),
    };
    let micros = format!("intDiv(toInt64({value}) * {multiply}, {divide})");
    vec![
        format!("{micros} AS {tl}time"),
        against.calendar(&format!("isNull({name})"), &format!("{value} < {least} OR {value} > {most}")),
    ]
}

/// Plain numbers, read as seconds; nothing in them stands for "no date".
fn plain_count(against: &Against, name: &str) -> Vec<String> {
    let tl = against.tl;
    const MOST: i64 = i64::MAX / 1_000_000;
    let value = format!("ifNull({name}, 0)");
    vec![
        format!("toInt64({value}) * 1000000 AS {tl}time"),
        against.number(&format!("isNull({name})"), &format!("{value} < -{MOST} OR {value} > {MOST}"), ""),
    ]
}

/// Text with the year first, a clock with fraction, half of the day and zone or none, as `calendar::iso` and `clock` read it.
fn year_first(against: &Against, column: &str) -> Vec<String> {
    let tl = against.tl;
    const B: &str = "[ \u{A0}\u{202F}\u{2009}]*";
    const SOME_B: &str = "[ \u{A0}\u{202F}\u{2009}]+";
    let shape = format!(
        "^\\d{{4}}(?:-\\d{{1,2}}-|/\\d{{1,2}}/|\\.\\d{{1,2}}\\.)\\d{{1,2}}(?:(?:[Tt]|,?{SOME_B}(?:at{B})?)\\d{{1,2}}:\\d{{2}}\
         (?::\\d{{2}})?(?:[.,]\\d+)?(?:{B}[aApP](?:{B}[mM]|\\.{B}[mM]\\.?))?\
         (?:{B}(?:[Zz]|UTC|GMT|(?:UTC|GMT)?[+-](?:\\d{{4}}|\\d{{1,2}}(?::\\d{{2}})?)))?)?$"
    );
    let x = format!("{tl}x");
    let found = |pattern: &str| format!("extract({x}, {})", literal(pattern));
    let number = |text: &str| format!("toInt64OrZero({text})");
    let named = |expression: String, name: &str| format!("{expression} AS {tl}{name}");
    let four = format!("length({tl}zone) = 5 AND position({tl}zone, ':') = 0");
    vec![
        named(text(column), "t"),
        named(trimmed(&format!("{tl}t")), "x"),
        named(number(&format!("substring({x}, 1, 4)")), "year"),
        named(number(&found("^\\d{4}[-/.](\\d{1,2})")), "month"),
        named(number(&found("^\\d{4}[-/.]\\d{1,2}[-/.](\\d{1,2})")), "day"),
        named(number(&found("(\\d{1,2}):\\d{2}")), "hour"),
        named(number(&found(":(\\d{2})")), "minute"),
        named(number(&found("^[^:]*:\\d{2}:(\\d{2})")), "second"),
        named(
            number(&format!("substring(concat({}, '000000'), 1, 6)", found("^[^:]*:\\d{2}(?::\\d{2})?[.,](\\d+)"))),
            "fraction",
        ),
        named(format!("lower({})", found(&format!(":.*?([aApP])\\.?{B}[mM]"))), "half"),
        named(found(":.*([+-][0-9:]+)$"), "zone"),
        named(format!("if({tl}half = '', {tl}hour, {tl}hour % 12 + if({tl}half = 'p', 12, 0))"), "of24"),
        named(format!("(({tl}of24 * 60 + {tl}minute) * 60 + {tl}second) * 1000000 + {tl}fraction"), "clock"),
        named(number(&format!("if({four}, substring({tl}zone, 2, 2), extract({tl}zone, '[0-9]+'))")), "zhours"),
        named(number(&format!("if({four}, substring({tl}zone, 4, 2), extract({tl}zone, ':([0-9]+)'))")), "zminutes"),
        named(
            format!("if(substring({tl}zone, 1, 1) = '-', -1, 1) * ({tl}zhours * 60 + {tl}zminutes) * 60000000"),
            "ahead",
        ),
        named(
            format!(
                "if({tl}month = 2, if({tl}year % 4 = 0 AND ({tl}year % 100 != 0 OR {tl}year % 400 = 0), 29, 28), \
                 [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][{tl}month])"
            ),
            "days",
        ),
        // Years start in March, so that the leap day is the last of one.
        named(format!("{tl}year - if({tl}month <= 2, 1, 0)"), "march"),
        named(
            format!(
                "({tl}march * 365 + intDiv({tl}march, 4) - intDiv({tl}march, 100) + intDiv({tl}march, 400) + \
                 [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275][{tl}month] + {tl}day - 719469) * {DAY} + \
                 {tl}clock - {tl}ahead"
            ),
            "time",
        ),
        against.calendar(
            &is_nothing(&x, true),
            &format!(
                "NOT match({x}, {}) OR {tl}year = 0 OR {tl}day = 0 OR {tl}day > {tl}days OR {tl}minute > 59 OR \
                 {tl}second > 60 OR ({tl}of24 > 23 AND {tl}clock != {DAY}) OR ({tl}half != '' AND ({tl}hour = 0 OR \
                 {tl}hour > 12)) OR {tl}zhours > 18 OR {tl}zminutes > 59",
                literal(&shape)
            ),
        ),
    ]
}
