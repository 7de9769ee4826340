//! `touchline scorecard`: a map's metrics against their targets.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::exit::{Failure, say};
use super::map_file;
use super::words::{plain, table};
use crate::behaviour::scorecard::{Growth, Verdict};
use crate::layout::scorecard::{Figure, MetricRow, rows};
use crate::model::{Aim, Map, Metric, Reading};

/// Hold a map's metrics against their targets: met, not met, cannot tell, needs a trend
#[derive(Args)]
#[command(after_help = "Example: touchline scorecard journey.ron\n\n\
    Metrics and their counts stand in the map. A verdict is given where the whole 95 % interval lies on one side of the \
    target; what has to grow needs three periods or more.")]
pub struct Scorecard {
    /// The map file; - reads standard input
    #[arg(value_name = "MAP")]
    map: PathBuf,
    /// Write one JSON object instead of text
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    metrics: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    name: &'a str,
    kind: &'a str,
    stage: &'a str,
    definition: &'a str,
    threshold: Option<&'a str>,
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
    source: Option<&'a str>,
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
        let map = map_file::load(&self.map)?.map;
        let rows = rows(&map);
        if self.json {
            let metrics = rows.iter().map(|(_, metric, row)| One::of(&map, metric, row)).collect();
            let json = serde_json::to_string(&Answer { metrics }).map_err(std::io::Error::from)?;
            return Ok(writeln!(out, "{json}")?);
        }
        if rows.is_empty() {
            say("the map has no metric; drag one from the palette onto a stage");
            return Ok(());
        }
        let heads = ["Metric", "Stage", "Value", "95 % interval", "Counted", "Target", "Verdict"].map(str::to_owned);
        let cells = rows.iter().map(|(_, metric, row)| {
            let text = &row.text;
            [
                metric.title().to_owned(),
                stage_name(&map, metric).to_owned(),
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
            let line = format!("{}: {}. Target: {}{trend}", metric.title(), metric.definition(), metric.benchmark());
            writeln!(out, "  {}", plain(&line))?;
        }
        Ok(())
    }
}

fn stage_name<'a>(map: &'a Map, metric: &Metric) -> &'a str {
    map.stages.get(&metric.stage).map_or("", |stage| stage.name.as_str())
}

impl<'a> One<'a> {
    fn of(map: &'a Map, metric: &'a Metric, row: &MetricRow) -> Self {
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
        let some = |text: &'a str| Some(text).filter(|text| !text.is_empty());
        let counts = |reading: &'a Reading| PeriodCounts {
            period: &reading.period,
            days: reading.days,
            count: reading.count,
            of: reading.of,
            also: reading.also,
        };
        Self {
            name: metric.title(),
            kind: metric.kind.name(),
            stage: stage_name(map, metric),
            definition: metric.definition(),
            threshold: some(&metric.threshold),
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
            source: some(&metric.source),
            as_of: metric.as_of.map(|day| day.to_string()),
        }
    }
}
