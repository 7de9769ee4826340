//! `touchline at-risk`: a rule on silence and completion against real cancellations, and the cohort for a mailing.
//!
//! The cohort is the one place where the program writes ids, and it writes them where the command says and nowhere else.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::compare::SmallGroupFlags;
use super::doubts::{say_what_is_in_doubt, tell_grouped};
use super::exit::{Exit, Failure, tell};
use super::figures;
use super::json;
use super::log_arg::{FileArg, say_dropped};
use super::retention::AsOf;
use super::words::{grouped, plain, table};
use super::zone_flag::days_are_of;
use crate::behaviour::churn::cohort::cohort;
use crate::behaviour::churn::columns::{ChurnColumns, ChurnRole};
use crate::behaviour::churn::days;
use crate::behaviour::churn::rule::{AtRisk as Found, RiskFigures, Rule};
use crate::behaviour::churn::signals::{Signals, signals};
use crate::behaviour::recognise::Recognition;
use crate::behaviour::report::RowCounts;
use crate::behaviour::times::zone::Zone;
use crate::figures::{differences, group_name, numbers};
use crate::session::reads::reads_of_args;

/// Hold an at-risk rule against real cancellations: how many it marks, how often it is right, how early.
#[derive(Args)]
#[command(after_help = "Example: touchline at-risk subscribers.csv --days 14 --fall 20 --cohort mailing.csv\n\n\
    One customer a row. Columns are recognised by their names: last login (or the days since), completion before and now, \
    day of cancellation, consent, segment. Only customers with consent who have not cancelled are in a cohort.")]
pub struct AtRisk {
    #[command(flatten)]
    file: FileArg,
    /// The column that says who the customer is
    #[arg(long, value_name = "COL")]
    user: Option<String>,
    /// The column with the last login
    #[arg(long, value_name = "COL")]
    last_login: Option<String>,
    /// The column with the days since the last login
    #[arg(long, value_name = "COL")]
    days_since: Option<String>,
    /// The column with the completion before
    #[arg(long, value_name = "COL")]
    before: Option<String>,
    /// The column with the completion now
    #[arg(long, value_name = "COL")]
    now: Option<String>,
    /// The column with the day of cancellation, or a yes; blank where the customer is still there
    #[arg(long, value_name = "COL")]
    cancelled: Option<String>,
    /// The column that says whether the customer may be written to
    #[arg(long, value_name = "COL")]
    consent: Option<String>,
    /// The column with the customer's segment
    #[arg(long, value_name = "COL")]
    segment: Option<String>,
    /// At risk is who did not log in for so many days; 0 does not ask
    #[arg(long, value_name = "N", default_value_t = 14)]
    days: u32,
    /// and whose completion fell by so many points; 0 does not ask
    #[arg(long, value_name = "POINTS", default_value_t = 0, value_parser = clap::value_parser!(i16).range(0..=100))]
    fall: i16,
    /// Write the ids of the cohort to a CSV file; - writes them to standard output in place of the figures
    #[arg(long, value_name = "OUT.csv")]
    cohort: Option<PathBuf>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    small_groups: SmallGroupFlags,
    /// Write one JSON object instead of text
    #[arg(long)]
    json: bool,
}

impl AtRisk {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let reads = reads_of_args(self.file.paths());
        let cohort_file = self.cohort.as_deref().filter(|path| *path != Path::new("-"));
        cohort_file.map_or(Ok(()), |path| reads.refuse(path))?;
        if self.json && self.cohort.is_some() && cohort_file.is_none() {
            return Err(Failure::new(Exit::Usage, say!(cli_cohort_or_json).to_owned()));
        }
        let named = self.named().into_iter().filter_map(|(_, name)| name.cloned()).collect();
        let (source, found) = self.file.read(named)?;
        let columns = self.columns(&found)?;
        let rule = Rule { days: self.days, fall: self.fall };
        let as_of = self.as_of.micros()?;
        if self.cohort.is_some() && columns.column(ChurnRole::Consent).is_none() {
            let message = say!(cli_no_consent);
            return Err(Failure::new(Exit::Usage, message));
        }
        for role in [ChurnRole::LastLogin, ChurnRole::Cancelled] {
            let column = columns.column(role).and_then(|at| found.columns.get(at));
            column.into_iter().for_each(say_what_is_in_doubt);
        }
        let signals = figures::with_progress(|progress| signals(&source, &found, &columns, as_of, progress))?;
        say_dropped(&source);
        figures::warn_of_rows(&signals.rows);
        tell_grouped(&signals.grouped);
        if let Some(question) = asks_what_is_not_there(&signals, rule) {
            return Err(Failure::new(Exit::Usage, question));
        }
        let answer = signals.at_risk(rule, self.small_groups.rule());
        if self.cohort.is_some() {
            let made = figures::with_progress(|progress| cohort(&source, &found, &columns, &signals, rule, progress))?;
            match cohort_file {
                None => out.write_all(&made.0)?,
                Some(path) => reads.write_private(path, &made.0)?,
            }
            let all = &answer.all;
            let without = all.still_there.saturating_sub(all.cohort);
            tell(&say!(cli_cohort, cohort = grouped(made.1), without = grouped(without)));
            if cohort_file.is_none() {
                return Ok(());
            }
        }
        if self.json {
            json::write(out, || json(&signals, &answer, found.zone))?;
        } else {
            out.write_all(self.text(&source.file_name(), &found, &columns, &signals, &answer).as_bytes())?;
        }
        Ok(())
    }

    fn named(&self) -> [(ChurnRole, Option<&String>); 8] {
        [
            (ChurnRole::User, self.user.as_ref()),
            (ChurnRole::LastLogin, self.last_login.as_ref()),
            (ChurnRole::DaysSince, self.days_since.as_ref()),
            (ChurnRole::Before, self.before.as_ref()),
            (ChurnRole::Now, self.now.as_ref()),
            (ChurnRole::Cancelled, self.cancelled.as_ref()),
            (ChurnRole::Consent, self.consent.as_ref()),
            (ChurnRole::Segment, self.segment.as_ref()),
        ]
    }

    fn columns(&self, found: &Recognition) -> Result<ChurnColumns, Failure> {
        let mut columns = ChurnColumns::guess(found);
        for (role, name) in self.named() {
            if let Some(name) = name {
                columns.give(role, Some(found.column_named(name)?));
            }
        }
        Ok(columns)
    }

    fn text(
        &self,
        file: &str,
        found: &Recognition,
        columns: &ChurnColumns,
        signals: &Signals,
        answer: &Found,
    ) -> String {
        let as_of = signals.as_of.map(|at| say!(cli_as_of, day = days::text(at))).unwrap_or_default();
        let mut text = say!(
            cli_at_risk_rows,
            file = plain(file),
            used = grouped(signals.rows.used),
            read = grouped(signals.rows.read),
            as_of
        );
        let held = ChurnRole::ALL.into_iter().filter_map(|role| {
            let column = found.columns.get(columns.column(role)?)?;
            Some(format!("{} = {}", role.name(), plain(&column.name)))
        });
        text += &held.collect::<Vec<_>>().listed(", ");
        text += &say!(cli_at_risk_rule, rule = rule_text(answer.rule));
        let mut rows = vec![
            [
                say!(cli_head_segment),
                say!(cli_head_customers),
                say!(cli_head_cancelled),
                say!(cli_head_at_risk),
                say!(cli_head_precision),
                say!(cli_head_recall),
                say!(cli_head_lead_time),
                say!(cli_head_cohort),
            ]
            .map(str::to_owned),
        ];
        rows.push(risk_row(say!(cli_all), &answer.all));
        rows.extend(answer.segments.iter().map(|figures| risk_row(group_name(&figures.name), figures)));
        text += &table(&rows, &[1, 2, 3, 4, 5, 6, 7]);
        let rule = self.small_groups.rule();
        text += &say!(cli_at_risk_definition, customers = rule.customers, cell = rule.in_a_cell);
        text + &days_are_of(found).map(|days| days + "\n").unwrap_or_default()
    }
}

/// A limit on something that the file does not tell.
fn asks_what_is_not_there(signals: &Signals, rule: Rule) -> Option<&'static str> {
    if rule.days > 0 && !signals.has_login {
        return Some(say!(cli_no_last_login));
    }
    if rule.fall > 0 && !signals.has_completion {
        return Some(say!(cli_no_completion));
    }
    None
}

fn rule_text(rule: Rule) -> String {
    match (rule.days, rule.fall) {
        (0, 0) => say!(cli_rule_everybody).to_owned(),
        (days, 0) => say!(cli_rule_days, days),
        (0, fall) => say!(cli_rule_fall, fall),
        (days, fall) => say!(cli_rule_both, days, fall),
    }
}

fn risk_row(name: &str, figures: &RiskFigures) -> [String; 8] {
    let share =
        |share| if figures.too_few { differences::TOO_FEW.text().to_owned() } else { differences::share(share) };
    [
        name.to_owned(),
        grouped(figures.customers),
        grouped(figures.cancelled),
        grouped(figures.at_risk),
        share(figures.precision.as_ref()),
        share(figures.recall.as_ref()),
        figures.lead_days.map_or_else(|| numbers::NONE.to_owned(), |days| say!(cli_days, days = numbers::plain(days))),
        grouped(figures.cohort),
    ]
}

#[derive(Serialize)]
struct Answer<'a> {
    rows: &'a RowCounts,
    as_of: Option<String>,
    days: u32,
    fall: i16,
    segments: Vec<AnswerSegment<'a>>,
    /// Only where one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<&'static str>,
}

#[derive(Serialize)]
struct AnswerSegment<'a> {
    segment: &'a str,
    total: bool,
    customers: u64,
    cancelled: u64,
    at_risk: u64,
    too_few: bool,
    precision: Option<f64>,
    precision_low: Option<f64>,
    precision_high: Option<f64>,
    recall: Option<f64>,
    recall_low: Option<f64>,
    recall_high: Option<f64>,
    lead_days: Option<f64>,
    cohort: u64,
}

fn json<'a>(signals: &'a Signals, found: &'a Found, zone: Option<Zone>) -> Answer<'a> {
    let segment = |figures: &'a RiskFigures, total: bool| AnswerSegment {
        segment: &figures.name,
        total,
        customers: figures.customers,
        cancelled: figures.cancelled,
        at_risk: figures.at_risk,
        too_few: figures.too_few,
        precision: figures.precision.map(|share| share.rate),
        precision_low: figures.precision.map(|share| share.low),
        precision_high: figures.precision.map(|share| share.high),
        recall: figures.recall.map(|share| share.rate),
        recall_low: figures.recall.map(|share| share.low),
        recall_high: figures.recall.map(|share| share.high),
        lead_days: figures.lead_days,
        cohort: figures.cohort,
    };
    let mut segments = vec![segment(&found.all, true)];
    segments.extend(found.segments.iter().map(|figures| segment(figures, false)));
    Answer {
        rows: &signals.rows,
        as_of: signals.as_of.map(days::text),
        days: found.rule.days,
        fall: found.rule.fall,
        segments,
        zone: zone.map(Zone::name),
    }
}
