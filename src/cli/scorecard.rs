//! `touchline scorecard`: a map's metrics against their targets.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::doubts::refuse_open_dates;
use super::exit::{Exit, Failure, tell};
use super::json;
use super::log_arg::{ReadingFlags, say_dropped};
use super::map_file::{self, MapArg};
use super::read::shape_of;
use super::words::{plain, table};
use super::{figures, words};
use crate::behaviour::scorecard::{Growth, Verdict};
use crate::behaviour::scores::{Scores, scores};
use crate::behaviour::shapes::Shape;
use crate::fields;
use crate::figures::scorecard::{Figure, MetricRow, rows};
use crate::measure::{Choice, Fillable, community_events, fill, fillable};
use crate::model::{Aim, Field, Map, Metric, MetricId, Reading};
use crate::session::reads::reads_of_args;

/// Hold a map's metrics against their targets, and fill them from files: met, not met, cannot tell, needs a trend
#[derive(Args)]
#[command(after_help = "Example: touchline scorecard journey.ron\n         \
    touchline scorecard journey.ron answers.csv completion.csv -o filled.ron\n\n\
    Metrics and their counts stand in the map; files of data add periods to them. A verdict is given where the whole 95 % interval lies on one side of the \
    target; what has to grow needs three periods or more.")]
pub struct Scorecard {
    #[command(flatten)]
    on: MapArg,
    /// Files that fill metrics: surveys, completion, customers with their cancellations, logs, stage counts
    #[arg(value_name = "FILE")]
    files: Vec<OsString>,
    /// Of several scores in a file, the one of this touchpoint, question or title
    #[arg(long, value_name = "NAME", requires = "files")]
    score: Option<String>,
    /// What the files are, where their columns do not say it: survey, completion, churn-signals, …
    #[arg(long, value_name = "NAME", requires = "files")]
    shape: Option<String>,
    #[command(flatten)]
    how: ReadingFlags,
    /// Write the map with the counts into this file; an existing one is replaced
    #[arg(short = 'o', value_name = "NEW.ron", requires = "files")]
    output: Option<PathBuf>,
}

#[derive(Serialize)]
struct Answer<'a> {
    metrics: Vec<One<'a>>,
    /// What files filled; absent where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    filled: Option<Vec<FilledNote>>,
}

/// A metric that was filled from a file.
#[derive(Serialize)]
struct FilledNote {
    metric: String,
    stage: String,
    file: String,
    score: String,
    definition: String,
    periods: Vec<FilledPeriod>,
}

#[derive(Serialize)]
struct FilledPeriod {
    period: String,
    days: Option<u16>,
    count: u64,
    of: u64,
    also: u64,
}

#[derive(Serialize)]
struct One<'a> {
    name: String,
    kind: String,
    stage: String,
    definition: &'a str,
    threshold: Option<String>,
    unit: &'static str,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    per_active: Option<f64>,
    aim: &'static str,
    target: Option<f64>,
    verdict: Option<Verdict>,
    trend: Option<Growth>,
    trend_per_active: Option<Growth>,
    periods: Vec<PeriodCounts<'a>>,
    benchmark: &'a str,
    source: Option<String>,
    as_of: Option<String>,
}

#[derive(Serialize)]
struct PeriodCounts<'a> {
    period: &'a str,
    days: Option<u16>,
    count: u64,
    of: u64,
    also: u64,
}

impl Scorecard {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let files = self.files.iter().map(OsString::as_os_str).chain(self.how.joined());
        let reads = reads_of_args(std::iter::once(self.on.map.as_os_str()).chain(files));
        self.output.as_deref().map_or(Ok(()), |output| reads.refuse(output))?;
        let mut map = map_file::load(&self.on.map)?.map;
        let mut filled = Vec::new();
        for file in &self.files {
            filled.extend(self.fill(&mut map, file)?);
        }
        if let Some(output) = &self.output {
            reads.save_map(output, &map)?;
        }
        let rows = rows(&map);
        if self.on.json {
            return json::write(out, || Answer {
                metrics: rows.iter().map(|(id, metric, row)| One::of(&map, *id, metric, row)).collect(),
                filled: (!self.files.is_empty()).then_some(filled),
            });
        }
        if rows.is_empty() {
            tell(say!(cli_scorecard_none));
            return Ok(());
        }
        let heads = [
            say!(cli_head_metric),
            say!(cli_head_stage),
            say!(cli_head_value),
            say!(cli_head_interval),
            say!(cli_head_counted),
            say!(cli_head_target),
            say!(cli_head_verdict),
        ]
        .map(str::to_owned);
        let cells = rows.iter().map(|(_, metric, row)| {
            let text = &row.text;
            [
                metric.title().to_owned(),
                stage_name(&map, metric),
                text.figure.clone(),
                text.interval.clone(),
                text.counted.clone(),
                text.target.clone(),
                text.verdict.clone(),
            ]
        });
        let cells: Vec<[String; 7]> = std::iter::once(heads).chain(cells).collect();
        write!(out, "{}", table(&cells, &[2, 3, 4]))?;
        writeln!(out)?;
        for (_, metric, row) in &rows {
            let trend = if row.trend.is_some() { format!("; {}", row.text.trend) } else { String::new() };
            let line = say!(
                cli_scorecard_line,
                title = metric.title(),
                definition = metric.definition(),
                target = metric.benchmark(),
                trend
            );
            writeln!(out, "  {}", plain(&line))?;
        }
        Ok(())
    }
}

impl Scorecard {
    /// Fills the metrics of the map that a file has counts for, and says which.
    fn fill(&self, map: &mut Map, file: &OsString) -> Result<Vec<FilledNote>, Failure> {
        let named = self.shape.as_deref().map(Shape::of_word).transpose()?;
        let (source, recognition) = self.how.read(file, Vec::new())?;
        if self.output.is_some() {
            refuse_open_dates(&recognition.columns)?;
        }
        let shape = shape_of(&source, &recognition, named)?;
        let community = community_events(map);
        let found = figures::with_progress(|progress| scores(&source, &recognition, shape, &community, progress))?;
        say_dropped(&source);
        figures::warn_of_rows(&found.rows);
        let meant = fillable(map, &found, self.score.as_deref());
        let name = source.name();
        let bad = |message: String| Failure::new(Exit::BadInput, format!("{name}: {message}"));
        if meant.is_empty() {
            return Err(bad(say!(cli_scorecard_fills_none).to_owned()));
        }
        for unsure in meant.iter().filter(|fillable| fillable.chosen.is_none()) {
            tell(&unsure_text(map, unsure, self.score.as_deref()));
        }
        let Some(edit) = fill(map, &found, &meant) else {
            return match meant.iter().any(|fillable| fillable.chosen.is_some()) {
                true => Ok(notes(map, &found, &meant)),
                false => Err(bad(say!(cli_scorecard_nothing).to_owned())),
            };
        };
        *map = map.after(&edit).map_err(|error| bad(say!(cli_scorecard_not_laid, error = error.to_string())))?;
        let notes = notes(map, &found, &meant);
        for (fillable, choice) in chosen(&meant) {
            let title = title_of(map, fillable.metric);
            let kind = map.metrics.get(&fillable.metric).map(|metric| metric.kind);
            let newest = kind.map(|kind| choice.newest(kind)).unwrap_or_default();
            let (of, periods) = (choice.title(), choice.periods());
            tell(&say!(
                cli_scorecard_filled,
                title,
                periods,
                of,
                newest,
                definition = words::plain(&choice.definition)
            ));
        }
        Ok(notes)
    }
}

fn chosen(meant: &[Fillable]) -> impl Iterator<Item = (&Fillable, &Choice)> {
    meant.iter().filter_map(|fillable| Some((fillable, fillable.choices.get(fillable.chosen?)?)))
}

fn unsure_text(map: &Map, unsure: &Fillable, wanted: Option<&str>) -> String {
    let title = title_of(map, unsure.metric);
    let names: Vec<String> = unsure.choices.iter().map(|choice| say!(edit_quoted, text = choice.title())).collect();
    match wanted {
        Some(wanted) => say!(cli_scorecard_no_score, title, wanted, names = names.listed(", ")),
        None => say!(cli_scorecard_several, title, names = names.listed(", ")),
    }
}

fn notes(map: &Map, found: &Scores, meant: &[Fillable]) -> Vec<FilledNote> {
    let metric = |id: MetricId| map.metrics.get(&id);
    let period = |reading: &Reading| FilledPeriod {
        period: reading.period.clone(),
        days: reading.days,
        count: reading.count,
        of: reading.of,
        also: reading.also,
    };
    let note = |(fillable, choice): (&Fillable, &Choice)| {
        let metric = metric(fillable.metric)?;
        Some(FilledNote {
            metric: title_of(map, fillable.metric),
            stage: stage_name(map, metric),
            file: found.file.clone(),
            score: choice.name.clone(),
            definition: choice.definition.clone(),
            periods: choice.readings.iter().map(period).collect(),
        })
    };
    chosen(meant).filter_map(note).collect()
}

fn stage_name(map: &Map, metric: &Metric) -> String {
    fields::read(map, metric.stage.into(), Field::Title).unwrap_or_default()
}

fn title_of(map: &Map, metric: MetricId) -> String {
    fields::read(map, metric.into(), Field::Title).unwrap_or_default()
}

impl<'a> One<'a> {
    fn of(map: &Map, id: MetricId, metric: &'a Metric, row: &MetricRow) -> Self {
        let share_of = |percent: f64| if metric.kind.is_score() { percent } else { percent / 100.0 };
        let (aim, target) = match metric.aim() {
            Aim::Below(target) => ("below", Some(share_of(target))),
            Aim::Above(target) => ("above", Some(share_of(target))),
            Aim::Grow => ("grow", None),
        };
        let estimate = row.figure.and_then(|figure| figure.estimate());
        let (unit, hours) = match row.figure {
            Some(Figure::Hours { total, each }) => ("hours", Some((total, each))),
            _ if metric.kind.is_score() => ("points", None),
            _ if metric.kind.has_length() && estimate.is_none() && aim == "grow" => ("hours", None),
            _ => ("fraction", None),
        };
        let filled = |field| fields::read(map, id.into(), field).filter(|text| !text.is_empty());
        let counts = |reading: &'a Reading| PeriodCounts {
            period: &reading.period,
            days: reading.days,
            count: reading.count,
            of: reading.of,
            also: reading.also,
        };
        Self {
            name: title_of(map, id),
            kind: filled(Field::MetricKind).unwrap_or_default(),
            stage: stage_name(map, metric),
            definition: metric.definition(),
            threshold: filled(Field::Threshold),
            unit,
            value: estimate.map(|estimate| estimate.value).or(hours.map(|(total, _)| total)),
            low: estimate.map(|estimate| estimate.low),
            high: estimate.map(|estimate| estimate.high),
            per_active: hours.and_then(|(_, each)| each),
            aim,
            target,
            verdict: row.verdict,
            trend: row.trend,
            trend_per_active: row.trend_each,
            periods: metric.readings.iter().map(counts).collect(),
            benchmark: metric.benchmark(),
            source: filled(Field::Source),
            as_of: filled(Field::Date),
        }
    }
}
