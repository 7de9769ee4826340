//! `touchline changes`: a map's newest figures held against the period before, and against what people estimated.

use std::io::Write;

use clap::Args;
use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::json;
use super::map_file::{self, MapArg};
use super::words::plain;
use crate::behaviour::changes::Movement;
use crate::behaviour::small_groups::SmallGroups;
use crate::figures::small_groups;
use crate::measure::{ChangeRow, EstimateRow, Refresh, refresh};
use crate::model::{Map, Measurement};

/// Say what changed beyond chance since the period before, and which estimates disagree with the data
#[derive(Args)]
#[command(
    after_help = "Example: touchline measure map.ron this-month.csv -o newer.ron && touchline changes newer.ron\n\n\
    A map that is measured again keeps the figures of the period before. Rates are tested as two shares, with Holm's \
    correction over all of them."
)]
pub struct Changes {
    #[command(flatten)]
    on: MapArg,
}

#[derive(Serialize)]
pub struct Answer<'a> {
    source: PeriodNote<'a>,
    former: Option<PeriodNote<'a>>,
    periods_overlap: bool,
    small_groups: SmallGroups,
    rates: Vec<Rate<'a>>,
    estimates: Vec<Estimated<'a>>,
    other_rules: &'a [String],
}

#[derive(Serialize)]
struct PeriodNote<'a> {
    file: &'a str,
    first_time: &'a str,
    last_time: &'a str,
}

#[derive(Serialize)]
struct Rate<'a> {
    stage: &'a str,
    segment: &'a str,
    total: bool,
    former_rate: f64,
    former_low: f64,
    former_high: f64,
    rate: f64,
    low: f64,
    high: f64,
    difference: f64,
    difference_low: f64,
    difference_high: f64,
    p_holm: Option<f64>,
    verdict: Movement,
}

#[derive(Serialize)]
struct Estimated<'a> {
    stage: &'a str,
    estimate: f64,
    rate: f64,
    low: f64,
    high: f64,
    disagrees: bool,
}

impl Changes {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let map = map_file::load(&self.on.map)?.map;
        let name = self.on.map.display();
        let Some((_, now)) = map.measurement() else {
            let advice = say!(cli_measure_first);
            return Err(Failure::new(Exit::BadInput, say!(cli_no_figures, name, advice)));
        };
        let then = map.former_measurement().map(|(_, then)| then);
        if then.is_none() {
            tell(say!(cli_changes_once));
        }
        let told = ChangesFound::of(&map, then, now);
        told.warn();
        if !self.on.json {
            return Ok(write!(out, "{}", told.text())?);
        }
        json::write(out, || told.answer())
    }
}

/// What changed from one measurement to another, to be told.
pub struct ChangesFound<'a> {
    found: Refresh,
    small: SmallGroups,
    then: Option<&'a Measurement>,
    now: &'a Measurement,
}

impl<'a> ChangesFound<'a> {
    pub fn of(map: &Map, then: Option<&'a Measurement>, now: &'a Measurement) -> Self {
        let small = small_groups(map);
        Self { found: refresh(map, then, now, &small), small, then, now }
    }

    /// Says what makes the two hard to compare.
    pub fn warn(&self) {
        if self.found.periods_overlap {
            tell(say!(cli_changes_overlap));
        }
        if let Some(rules) = self.found.rules_warning() {
            tell(&say!(cli_warning, rules));
        }
    }

    pub fn text(&self) -> String {
        plain_lines(&text(&self.found, self.then, self.now))
    }

    pub fn answer(&self) -> Answer<'_> {
        Answer {
            source: PeriodNote::of(self.now),
            former: self.then.map(PeriodNote::of),
            periods_overlap: self.found.periods_overlap,
            small_groups: self.small,
            rates: self.found.rates.iter().map(Rate::of).collect(),
            estimates: self.found.estimates.iter().map(Estimated::of).collect(),
            other_rules: &self.found.other_rules,
        }
    }
}

fn plain_lines(text: &str) -> String {
    text.lines().map(|line| plain(line) + "\n").collect()
}

fn text(found: &Refresh, then: Option<&Measurement>, now: &Measurement) -> String {
    let mut lines = Vec::new();
    if let Some(then) = then {
        lines.push(say!(cli_changes_against, now = now.source, then = then.source));
        let of = |verdict| found.rates.iter().filter(move |row| row.change.movement == verdict);
        lines.extend(of(Movement::Changed).map(|row| format!("  {}", row.words())));
        let few = of(Movement::TooFew).count();
        if found.other_rules.is_empty() {
            let same = of(Movement::NotTold).count();
            lines.push(say!(cli_changes_same, same, few));
        } else {
            lines.push(say!(cli_changes_rules, rules = found.other_rules.listed("; ")));
            let both = of(Movement::OtherRules).count();
            lines.push(say!(cli_changes_not_held, both, few));
        }
    }
    let wrong: Vec<&EstimateRow> = found.estimates.iter().filter(|row| row.disagrees).collect();
    if !found.estimates.is_empty() {
        lines.push(say!(cli_changes_estimates, wrong = wrong.len(), all = found.estimates.len()));
    }
    lines.extend(wrong.into_iter().map(|row| format!("  {}", row.words())));
    lines.join("\n")
}

impl<'a> PeriodNote<'a> {
    fn of(measurement: &'a Measurement) -> Self {
        Self { file: &measurement.source, first_time: &measurement.first_time, last_time: &measurement.last_time }
    }
}

impl<'a> Rate<'a> {
    fn of(row: &'a ChangeRow) -> Self {
        let change = &row.change;
        Self {
            stage: &row.stage_name,
            segment: if row.segment.is_none() { "All" } else { &row.audience },
            total: row.segment.is_none(),
            former_rate: change.then.rate,
            former_low: change.then.low,
            former_high: change.then.high,
            rate: change.now.rate,
            low: change.now.low,
            high: change.now.high,
            difference: change.difference.points,
            difference_low: change.difference.low,
            difference_high: change.difference.high,
            p_holm: change.p,
            verdict: change.movement,
        }
    }
}

impl<'a> Estimated<'a> {
    fn of(row: &'a EstimateRow) -> Self {
        Self {
            stage: &row.stage_name,
            estimate: row.estimate / 100.0,
            rate: row.now.rate,
            low: row.now.low,
            high: row.now.high,
            disagrees: row.disagrees,
        }
    }
}
