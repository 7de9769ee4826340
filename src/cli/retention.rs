//! `touchline retention`: how long customers stay, as a Kaplan–Meier curve, and whether groups differ. Writes nothing.

use std::io::Write;

use clap::Args;
use serde::Serialize;
use touchline_words::say;

use super::compare::SmallGroupFlags;
use super::doubts::{say_what_is_in_doubt, tell_grouped};
use super::exit::{Exit, Failure};
use super::figures;
use super::json;
use super::log_arg::{FileArg, say_dropped};
use super::words::{grouped, plain, table};
use super::zone_flag::days_are_of;
use crate::behaviour::churn::columns::ChurnColumns;
use crate::behaviour::churn::days;
use crate::behaviour::churn::retention::{self, GroupCurve, Question, Retention as Found, Stay};
use crate::behaviour::recognise::Recognition;
use crate::behaviour::report::RowCounts;
use crate::behaviour::statistics::SurvivalStep;
use crate::behaviour::times::zone::Zone;
use crate::figures::{differences, group_name, numbers};

/// Show how long customers stay: the share still there after each time, with its band.
#[derive(Args)]
#[command(
    after_help = "Example: touchline retention subscribers.csv --duration tenure --event churned --group plan\n\n\
    Dates do as well: --start signup_date --end cancelled_on. So does a log: --case customer_id --time time.\n\
    Without columns those of a file of customers are recognised. Small groups are neither shown nor tested."
)]
pub struct Retention {
    #[command(flatten)]
    file: FileArg,
    /// The column that says how long a customer was seen, a number
    #[arg(long, value_name = "COL", requires = "event")]
    duration: Option<String>,
    /// The column that says whether the customer left then: yes or no, 1 or 0
    #[arg(long, value_name = "COL", requires = "duration")]
    event: Option<String>,
    /// The column with the day a customer came
    #[arg(long, value_name = "COL", requires = "end", conflicts_with = "duration")]
    start: Option<String>,
    /// The column with the day it left; blank where it is still there
    #[arg(long, value_name = "COL", requires = "start")]
    end: Option<String>,
    /// In a log of events, the column that says whose event it is
    #[arg(long, value_name = "COL", requires = "time", conflicts_with_all = ["duration", "start"])]
    case: Option<String>,
    /// In a log of events, the column with the event's time
    #[arg(long, value_name = "COL", requires = "case")]
    time: Option<String>,
    /// In a log of events, gone is who had none in so many days before its end
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    gone_after: u32,
    /// The column by which customers are told apart in groups
    #[arg(long, value_name = "COL")]
    group: Option<String>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    small_groups: SmallGroupFlags,
    /// Write one JSON object instead of text
    #[arg(long)]
    json: bool,
}

/// The flag for the day up to which customers are seen.
#[derive(Args)]
pub struct AsOf {
    /// The day up to which customers are seen, with all its hours in the zone of --zone; the latest in the file unless given
    #[arg(long = "as-of", value_name = "YYYY-MM-DD")]
    day: Option<String>,
}

impl AsOf {
    /// The end of that day on a clock, in microseconds since 1970.
    pub fn micros(&self) -> Result<Option<i64>, Failure> {
        let Some(text) = &self.day else { return Ok(None) };
        let end = days::end_of(text).ok_or_else(|| {
            let message = say!(cli_no_day, text = plain(text));
            Failure::new(Exit::Usage, message)
        })?;
        Ok(Some(end))
    }
}

impl Retention {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let named = [&self.duration, &self.event, &self.start, &self.end, &self.case, &self.time, &self.group];
        let (source, found) = self.file.read(named.into_iter().flatten().cloned().collect())?;
        let question = self.question(&found)?;
        let answer = figures::with_progress(|progress| retention::retention(&source, &found, &question, progress))?;
        say_dropped(&source);
        figures::warn_of_rows(&answer.rows);
        tell_grouped(&answer.grouped);
        if self.json {
            json::write(out, || json(&answer, found.zone))?;
        } else {
            out.write_all(text(&source.file_name(), &found, &answer, &question).as_bytes())?;
        }
        Ok(())
    }

    fn question(&self, found: &Recognition) -> Result<Question, Failure> {
        let column = |name: &String| found.column_named(name);
        let in_doubt = |at: usize| found.columns.get(at).into_iter().for_each(say_what_is_in_doubt);
        let stay = if let (Some(duration), Some(event)) = (&self.duration, &self.event) {
            Some(Stay::Measured { duration: column(duration)?, event: column(event)? })
        } else if let (Some(start), Some(end)) = (&self.start, &self.end) {
            let (start, end) = (column(start)?, column(end)?);
            [start, end].into_iter().for_each(in_doubt);
            let seen = retention::last_seen(found, &ChurnColumns::guess(found), [start, end]);
            Some(Stay::Dated { start, end, seen })
        } else if let (Some(case), Some(time)) = (&self.case, &self.time) {
            let (case, time) = (column(case)?, column(time)?);
            in_doubt(time);
            Some(Stay::Log { case, time, gone_after: self.gone_after })
        } else {
            None
        };
        let group = self.group.as_ref().map(column).transpose()?;
        let recognised = Question::of(found, &ChurnColumns::guess(found));
        let mut question = match (stay, recognised) {
            (Some(stay), _) => {
                Question { stay, user: None, group, as_of: None, small_groups: self.small_groups.rule() }
            }
            (None, Some(recognised)) => Question { group: group.or(recognised.group), ..recognised },
            (None, None) => {
                let message = say!(cli_retention_columns);
                return Err(Failure::new(Exit::Usage, message));
            }
        };
        question.as_of = self.as_of.micros()?;
        question.small_groups = self.small_groups.rule();
        Ok(question)
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    rows: &'a RowCounts,
    unit: &'a str,
    as_of: Option<String>,
    groups: Vec<AnswerGroup<'a>>,
    log_rank: Option<AnswerTest>,
    /// Only where one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<&'static str>,
}

#[derive(Serialize)]
struct AnswerGroup<'a> {
    group: &'a str,
    total: bool,
    customers: u64,
    left: u64,
    too_few: bool,
    median: Option<f64>,
    steps: Vec<AnswerStep>,
}

#[derive(Serialize)]
struct AnswerStep {
    time: f64,
    at_risk: u64,
    left: u64,
    censored: u64,
    share: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct AnswerTest {
    statistic: f64,
    degrees: u32,
    p: f64,
}

fn json(found: &Found, zone: Option<Zone>) -> Answer<'_> {
    let step = |step: &SurvivalStep| AnswerStep {
        time: step.time,
        at_risk: step.at_risk,
        left: step.left,
        censored: step.censored,
        share: step.share,
        low: step.low,
        high: step.high,
    };
    let group = |group: &'_ GroupCurve| -> (u64, Option<f64>, Vec<AnswerStep>) {
        (group.left, group.curve.median(), group.curve.steps.iter().map(step).collect())
    };
    let groups = found.groups.iter().map(|of| {
        let (left, median, steps) = group(of);
        AnswerGroup {
            group: &of.name,
            total: of.total,
            customers: of.customers,
            left: if of.too_few { 0 } else { left },
            too_few: of.too_few,
            median,
            steps,
        }
    });
    Answer {
        rows: &found.rows,
        unit: &found.unit,
        as_of: found.as_of.map(days::text),
        groups: groups.collect(),
        log_rank: found.log_rank.as_ref().map(|test| AnswerTest {
            statistic: test.statistic,
            degrees: test.degrees,
            p: test.p,
        }),
        zone: zone.map(Zone::name),
    }
}

/// The curve at its quarters, since a whole one is long: where it stands after each quarter of the longest time.
const SHOWN: usize = 8;

fn text(file: &str, recognition: &Recognition, found: &Found, question: &Question) -> String {
    let as_of = found.as_of.map(|at| say!(cli_as_of, day = days::text(at))).unwrap_or_default();
    let mut text = say!(
        cli_retention_rows,
        file = plain(file),
        used = grouped(found.rows.used),
        read = grouped(found.rows.read),
        as_of
    );
    let unit = plain(&found.unit);
    for group in &found.groups {
        let name = if group.total { say!(cli_all) } else { group_name(&group.name) };
        let word = if group.customers == 1 { say!(cli_customer) } else { say!(cli_customers) };
        text += &format!("\n{}: {} {word}", plain(name), grouped(group.customers));
        if group.too_few {
            text += say!(cli_comma_too_few);
            continue;
        }
        let median = group.curve.median().map_or_else(|| say!(cli_not_reached).to_owned(), numbers::plain);
        text += &say!(cli_left_median, left = grouped(group.left), median, unit);
        let mut rows = vec![
            [say!(cli_head_after), say!(cli_head_still_seen), say!(cli_head_stay), say!(cli_head_interval)]
                .map(str::to_owned),
        ];
        rows.extend(shown(group).into_iter().map(|step| {
            let interval = crate::behaviour::statistics::Interval { rate: step.share, low: step.low, high: step.high };
            [numbers::plain(step.time), grouped(step.at_risk), numbers::rate(step.share), numbers::interval(&interval)]
        }));
        text += &table(&rows, &[0, 1, 2, 3]);
    }
    if let Some(test) = &found.log_rank {
        let (statistic, degrees, p) = (test.statistic, test.degrees, differences::p_value(test.p));
        text += &say!(cli_log_rank, statistic = numbers::fixed(statistic, 2), degrees, p);
    }
    let what = match question.stay {
        Stay::Measured { .. } => say!(cli_stay_measured).to_owned(),
        Stay::Dated { .. } => say!(cli_stay_dated).to_owned(),
        Stay::Log { gone_after, .. } => say!(cli_stay_seen, gone_after),
    };
    let rule = question.small_groups;
    text += &say!(cli_stay_definition, what, customers = rule.customers, left = rule.in_a_cell);
    text + &days_are_of(recognition).map(|days| days + "\n").unwrap_or_default()
}

/// A few steps of a curve, evenly over its times, the last one among them.
fn shown(group: &GroupCurve) -> Vec<SurvivalStep> {
    let steps = &group.curve.steps;
    let longest = steps.last().map_or(0.0, |step| step.time);
    let at = |nth: usize| group.curve.at(longest * nth as f64 / SHOWN as f64);
    let mut shown: Vec<SurvivalStep> = (1..=SHOWN).filter_map(at).collect();
    shown.dedup_by(|a, b| a.time == b.time);
    shown
}
