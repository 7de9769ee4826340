//! `touchline leaks`: what a measured map's customers who leave would have been worth, the largest sure loss first.

use std::io::Write;

use clap::Args;
use serde::Serialize;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::json;
use super::map_file::{self, MapArg};
use super::words::table;
use crate::behaviour::leaks::Range;
use crate::behaviour::small_groups::SmallGroups;
use crate::figures::{self, numbers};
use crate::figures::{LEAK_DEFINITION, LeakRow, leaks};
use crate::model::Map;

/// Say what leaves a measured map at each stage, in customers and in money, the largest sure loss first
#[derive(Args)]
#[command(after_help = "Example: touchline leaks measured.ron\n\n\
    The map needs figures (touchline measure MAP LOG.csv -o NEW.ron). What a customer is worth stands in the map or in its \
    segments; without it the customers lost are ranked.")]
pub struct Leaks {
    #[command(flatten)]
    on: MapArg,
}

#[derive(Serialize)]
struct Answer<'a> {
    currency: Option<&'a str>,
    small_groups: SmallGroups,
    leaks: Vec<One<'a>>,
    outdated: bool,
    source: SourceNote<'a>,
}

#[derive(Serialize)]
struct SourceNote<'a> {
    file: &'a str,
    first_time: &'a str,
    last_time: &'a str,
}

#[derive(Serialize)]
struct One<'a> {
    rank: Option<usize>,
    stage: &'a str,
    segment: &'a str,
    total: bool,
    reached: u64,
    dropped: u64,
    rate: f64,
    low: f64,
    high: f64,
    too_few: bool,
    value: Option<Range>,
    lost: Range,
    at_stake: Option<Range>,
    best_segment: Option<&'a str>,
    recovered_customers: Option<Range>,
    recovered: Option<Range>,
}

impl Leaks {
    pub fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let map = map_file::load(&self.on.map)?.map;
        let name = self.on.map.display();
        let Some((_, measurement)) = map.measurement() else {
            let advice = say!(cli_measure_first);
            return Err(Failure::new(Exit::BadInput, say!(cli_no_figures, name, advice)));
        };
        let small = figures::small_groups(&map);
        let rows = leaks(&map, &small);
        let outdated = !map.is_current(measurement);
        if outdated {
            tell(say!(cli_leaks_changed));
        }
        if rows.iter().all(|row| row.group.value.is_none()) {
            tell(say!(cli_leaks_no_worth));
        }
        if !self.on.json {
            return Ok(write!(out, "{}", text(&map, &rows))?);
        }
        let answer = Answer {
            currency: Some(map.meta.currency.as_str()).filter(|currency| !currency.is_empty()),
            small_groups: small,
            leaks: rows.iter().map(One::of).collect(),
            outdated,
            source: SourceNote {
                file: &measurement.source,
                first_time: &measurement.first_time,
                last_time: &measurement.last_time,
            },
        };
        json::write(out, || answer)
    }
}

impl<'a> One<'a> {
    fn of(row: &'a LeakRow) -> Self {
        // A group that is too small has counts and nothing that is reckoned from them.
        let best = row.best.as_ref().filter(|_| !row.too_few);
        Self {
            rank: row.rank,
            stage: &row.stage_name,
            segment: if row.segment.is_none() { "All" } else { &row.audience },
            total: row.segment.is_none(),
            reached: row.group.reached,
            dropped: row.group.dropped,
            rate: row.leak.rate.rate,
            low: row.leak.rate.low,
            high: row.leak.rate.high,
            too_few: row.too_few,
            value: row.group.value,
            lost: row.leak.lost,
            at_stake: row.leak.at_stake.filter(|_| !row.too_few),
            best_segment: best.map(|(_, name, _)| name.as_str()),
            recovered_customers: best.map(|(_, _, kept)| kept.customers),
            recovered: best.and_then(|(_, _, kept)| kept.money),
        }
    }
}

fn text(map: &Map, rows: &[LeakRow]) -> String {
    let currency = map.meta.currency.as_str();
    let money = |range: Option<Range>| {
        range.map_or_else(|| numbers::NONE.to_owned(), |range| numbers::money_range(currency, range.low, range.high))
    };
    let heads = [
        "#",
        say!(cli_head_stage),
        say!(cli_head_audience),
        say!(cli_head_lost),
        say!(cli_head_rate),
        say!(cli_head_at_stake),
        say!(cli_head_recovered),
        say!(cli_head_at_rate_of),
    ];
    let mut text = String::new();
    for of_segments in [false, true] {
        let part: Vec<[String; 8]> = rows
            .iter()
            .filter(|row| row.segment.is_some() == of_segments)
            .map(|row| {
                let best = row.best.as_ref().filter(|_| !row.too_few);
                [
                    row.rank.map_or_else(|| numbers::NONE.to_owned(), |rank| rank.to_string()),
                    row.stage_name.clone(),
                    row.audience.clone(),
                    numbers::count_range(row.leak.lost.low, row.leak.lost.high),
                    numbers::interval(&row.leak.rate),
                    if row.too_few { say!(cli_too_few).to_owned() } else { money(row.leak.at_stake) },
                    best.map_or_else(
                        || numbers::NONE.to_owned(),
                        |(_, _, kept)| match kept.money {
                            Some(_) => money(kept.money),
                            None => {
                                say!(
                                    cli_leaks_customers,
                                    customers = numbers::count_range(kept.customers.low, kept.customers.high)
                                )
                            }
                        },
                    ),
                    best.map(|(_, name, _)| name.clone()).unwrap_or_default(),
                ]
            })
            .collect();
        if !part.is_empty() {
            let rows: Vec<[String; 8]> = std::iter::once(heads.map(str::to_owned)).chain(part).collect();
            text += &table(&rows, &[0, 3, 4, 5, 6]);
            text.push('\n');
        }
    }
    text + LEAK_DEFINITION.text() + "\n"
}
