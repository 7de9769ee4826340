//! A CRM's pipeline as it stands: one row for each record, with the stage it is in now and the days of its life.
//!
//! Nobody wrote down when a record passed a stage, so the figures rest on where records are now:
//!
//! - the open stages stand in the order in which their records have more dates filled in;
//! - a record has *reached* every open stage up to its own, and a closed one all of them; *Closed* is won or lost;
//! - a column beside the stage may say that a record is closed, as where deals keep the stage in which they were lost: such a
//!   one was lost *there*, and a won one reached every stage;
//! - a record that still stands open is at its own stage neither gone on nor lost: what is laid over a map ([`Pipeline::known`])
//!   counts it at the stages before, and says beside its own how many are *still open*;
//! - the *win rate* is won of closed, with its 95 % Wilson interval, for all and by each column of few values;
//! - *days to close* run from the first to the last of the date columns, by outcome.
//!
//! Columns that name people (owner, agent, contact) are not counted by.

use std::collections::BTreeMap;

use serde::Serialize;
use touchline_words::say;

use super::cells::text;
use super::clock::Clock;
use super::crm::RECORD;
use super::funnel::{Funnel, FunnelSegment, FunnelStage, TOTAL};
use super::header::{Header, is_time};
use super::history::MOST_STAGES;
use super::outcome::{Outcome, outcome_of};
use super::rows::{RowTaken, each_row};
use super::shape::{Shape, missing};
use super::spread::Spread;
use super::standing::{Said, Standing};
use crate::error::BehaviourError;
use crate::nothing::is_no_value;
use crate::plan::StagePlan;
use crate::progress::Progress;
use crate::reason::{Many, Reason};
use crate::recognise::{Column, ColumnKind, Recognition};
use crate::records::Record;
use crate::report::RowCounts;
use crate::source::Source;
use crate::statistics::wilson;

/// Different values that a column may have to be counted by.
const FEW: usize = 30;
/// Columns that are counted by.
const MOST_GROUPINGS: usize = 6;

const STAGE: &[&str] = &[
    "deal stage",
    "stage",
    "milestone",
    "opportunity stage",
    "pipeline stage",
    "status",
    "stage name",
    "lead status",
    "lifecycle stage",
    "dealstage",
];
/// Dates on which a record began and ended, the best words first.
const BEGAN: &[&str] = &[
    "engage date",
    "engaged on",
    "create date",
    "created",
    "created on",
    "created at",
    "createdate",
    "created date",
    "start date",
    "opened",
    "open date",
    "first contact",
];
const ENDED: &[&str] = &[
    "close date",
    "closed",
    "closed on",
    "closed at",
    "closedate",
    "closed date",
    "actual close date",
    "actual close",
    "end date",
    "won date",
];
const PEOPLE: &[&str] = &[
    "agent",
    "owner",
    "rep",
    "contact",
    "person",
    "assignee",
    "user",
    "manager",
    "name",
    "email",
    "phone",
    "account",
    "company",
    "organisation",
    "organization",
];

/// What a pipeline says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pipeline {
    pub records: u64,
    /// Where records are now: open stages in their order, then won, then lost.
    pub stages: Vec<StageNow>,
    /// Reached this stage or a later one: the open stages, `Closed`, and `Won`. Says nothing of who dropped where records
    /// still stand open.
    pub funnel: Funnel,
    pub win_rate: Share,
    /// From the first to the last date, for each closed stage.
    pub days: Vec<DaysToClose>,
    pub win_rates: Vec<WinRate>,
    /// The same stages over the records of which it is known that they went on or were lost.
    pub known: Funnel,
    /// The first day on which a record began, and the last on which one began or was closed.
    #[serde(skip)]
    pub dates: Option<(i64, i64)>,
}

/// Records in a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageNow {
    pub name: String,
    pub records: u64,
    /// By the stage's name.
    pub outcome: Outcome,
    /// Of the records in an open stage, those that a column beside it says are won, and lost.
    #[serde(skip_serializing_if = "is_none")]
    pub won_here: u64,
    #[serde(skip_serializing_if = "is_none")]
    pub lost_here: u64,
}

fn is_none(count: &u64) -> bool {
    *count == 0
}

/// A part of a whole, with its 95 % Wilson interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Share {
    pub count: u64,
    pub n: u64,
    pub rate: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// How long records take to close.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DaysToClose {
    pub stage: String,
    /// The two columns.
    pub from: String,
    pub to: String,
    pub time: Spread,
}

/// The win rate of one value of a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WinRate {
    pub column: String,
    pub value: String,
    pub share: Share,
}

impl Share {
    pub fn of(count: u64, n: u64) -> Share {
        let interval = wilson(count, n);
        Share { count, n, rate: interval.map(|i| i.rate), low: interval.map(|i| i.low), high: interval.map(|i| i.high) }
    }
}

/// The columns that are read.
#[derive(Clone, Debug)]
pub struct Columns {
    pub stage: usize,
    pub began: usize,
    pub ended: usize,
    dates: Vec<usize>,
    groupings: Vec<usize>,
}

impl Columns {
    /// Finds them: the stage, and a date of beginning and one of closing.
    pub fn of(header: &Header) -> Option<Columns> {
        let is_stage = |column: &Column| column.kind == ColumnKind::Text && column.distinct.count <= MOST_STAGES;
        let stage = header.find_where(STAGE, is_stage)?;
        let began = header.time(BEGAN)?;
        let ended = header.time(ENDED).filter(|at| *at != began)?;
        let dates = (0..header.width()).filter(|at| header.column(*at).is_some_and(is_time)).collect();
        let record = header.find(RECORD);
        let names_people = |words: &str| words.split(' ').any(|word| PEOPLE.contains(&word.trim_end_matches('s')));
        let is_grouping = |at: &usize| {
            let few = |column: &Column| {
                column.kind == ColumnKind::Text
                    && (2..=FEW).contains(&column.distinct.count)
                    && column.personal.is_none()
            };
            *at != stage
                && Some(*at) != record
                && header.column(*at).is_some_and(few)
                && !names_people(header.words(*at))
        };
        let groupings = (0..header.width()).filter(is_grouping).take(MOST_GROUPINGS).collect();
        Some(Columns { stage, began, ended, dates, groupings })
    }
}

#[derive(Debug, Default)]
struct InStage {
    records: u64,
    won_here: u64,
    lost_here: u64,
    /// Dates that are filled in, over all records.
    dates: u64,
    times: Vec<i64>,
}

/// Reads the file. `asked` names the stages to be counted and what they are called in the file; `Closed` and `Won` stand
/// for themselves.
///
/// # Errors
/// A column is missing, or none of the rows can be used.
pub fn read(
    source: &Source,
    recognition: &Recognition,
    shape: Shape,
    asked: Option<&[StagePlan]>,
    progress: &Progress,
) -> Result<(RowCounts, Pipeline), BehaviourError> {
    let header = Header::of(recognition);
    let columns = Columns::of(&header).ok_or_else(|| missing(shape, recognition, say!(shape_needs_pipeline)))?;
    let mut clocks: Vec<Clock> = columns.dates.iter().map(|at| Clock::of(source, recognition, *at)).collect();
    let place = |column: usize| columns.dates.iter().position(|at| *at == column);
    let (began, ended) = (place(columns.began), place(columns.ended));
    let mut standing = Standing::beside_stage(source, recognition, columns.stage);
    let mut stages: Vec<(String, InStage)> = Vec::new();
    let mut seen: Option<(i64, i64)> = None;
    let mut wins: BTreeMap<(usize, String), (u64, u64)> = BTreeMap::new();
    let mut take = |row: &Record| -> RowTaken {
        let name = text(row, columns.stage);
        if is_no_value(name.as_bytes()) {
            return Err(Reason::NoStage);
        }
        let by_name = outcome_of(&name);
        let mut said = Said::default();
        if by_name == Outcome::Open {
            standing.read(row, &mut said);
        }
        let ended_here = said.closed_as();
        let outcome = ended_here.unwrap_or(by_name);
        let read = |clock: &mut Clock| if outcome == Outcome::Open { clock.read_so_far(row) } else { clock.read(row) };
        let dates = clocks.iter_mut().map(read).collect::<Result<Vec<_>, _>>()?;
        let date = |at: Option<usize>| at.and_then(|at| dates.get(at).copied().flatten());
        let time = match (date(began), date(ended)) {
            (Some(from), Some(to)) if to < from => return Err(Reason::ClosedBeforeBegun),
            (Some(from), Some(to)) => Some(to - from),
            _ => None,
        };
        let at = match stages.iter().position(|(known, _)| *known == name) {
            Some(at) => at,
            None if stages.len() < MOST_STAGES => {
                stages.push((name.to_string(), InStage::default()));
                stages.len() - 1
            }
            None => return Err(Reason::Many { what: Many::DifferentStages, most: MOST_STAGES }),
        };
        let Some((_, stage)) = stages.get_mut(at) else { return Err(Reason::NoStage) };
        stage.records += 1;
        stage.dates += dates.iter().flatten().count() as u64;
        stage.times.extend(time);
        stage.won_here += u64::from(ended_here == Some(Outcome::Won));
        stage.lost_here += u64::from(ended_here == Some(Outcome::Lost));
        // The close date of a record that stands open is one that people expect.
        for at in [date(began), date(ended).filter(|_| outcome != Outcome::Open)].into_iter().flatten() {
            seen = Some(seen.map_or((at, at), |(first, last)| (first.min(at), last.max(at))));
        }
        if outcome != Outcome::Open {
            for column in columns.groupings.iter().filter(|column| !standing.has(**column)) {
                let value = text(row, *column);
                let key = (*column, value.into_owned());
                if wins.len() < MOST_GROUPINGS * MOST_STAGES || wins.contains_key(&key) {
                    let (won, closed) = wins.entry(key).or_default();
                    *won += u64::from(outcome == Outcome::Won);
                    *closed += 1;
                }
            }
        }
        Ok(())
    };
    let rows = each_row(source, recognition, progress, &mut take)?;
    let win_rates = wins
        .into_iter()
        .filter(|((_, value), _)| !is_no_value(value.as_bytes()))
        .map(|((column, value), (won, closed))| WinRate {
            column: header.name(column).to_owned(),
            value,
            share: Share::of(won, closed),
        })
        .collect();
    let names = (header.name(columns.began), header.name(columns.ended));
    Ok((rows, Pipeline { dates: seen, ..figures(stages, win_rates, names, asked) }))
}

fn figures(
    mut stages: Vec<(String, InStage)>,
    win_rates: Vec<WinRate>,
    (from, to): (&str, &str),
    asked: Option<&[StagePlan]>,
) -> Pipeline {
    let filled = |stage: &InStage| stage.dates as f64 / stage.records.max(1) as f64;
    stages.sort_by(|(a, x), (b, y)| {
        outcome_of(a).cmp(&outcome_of(b)).then(filled(x).total_cmp(&filled(y))).then(y.records.cmp(&x.records))
    });
    let count = |outcome: Outcome| -> u64 {
        stages.iter().filter(|(name, _)| outcome_of(name) == outcome).map(|(_, stage)| stage.records).sum()
    };
    let here = |of: fn(&InStage) -> u64| stages.iter().map(|(_, stage)| of(stage)).sum::<u64>();
    let won = count(Outcome::Won) + here(|stage| stage.won_here);
    let (lost, lost_here) = (count(Outcome::Lost), here(|stage| stage.lost_here));
    let now = stages.iter().map(|(name, stage)| StageNow {
        name: name.clone(),
        records: stage.records,
        outcome: outcome_of(name),
        won_here: stage.won_here,
        lost_here: stage.lost_here,
    });
    let now: Vec<StageNow> = now.collect();
    let days = stages.iter_mut().filter(|(_, stage)| !stage.times.is_empty()).map(|(name, stage)| DaysToClose {
        stage: name.clone(),
        from: from.to_owned(),
        to: to.to_owned(),
        time: Spread::of(&mut stage.times),
    });
    let days = days.collect();
    let (funnel, known) = funnels(&now, won, lost, asked);
    Pipeline {
        records: now.iter().map(|stage| stage.records).sum(),
        funnel,
        stages: now,
        win_rate: Share::of(won, won + lost + lost_here),
        days,
        win_rates,
        known,
        dates: None,
    }
}

/// The two steps at the end of every pipeline, under the names by which a file's figures and a map's events know them.
const WON: &str = "Won";
const CLOSED: &str = "Closed";

/// What a step of a pipeline is called for a person: the two that no file names, in the language of the moment.
pub fn step_called(name: &str) -> &str {
    match name {
        WON => say!(shape_step_won),
        CLOSED => say!(shape_step_closed),
        name => name,
    }
}

/// Records at a stage or behind it, and of those the ones that stand open at it.
struct Step {
    name: String,
    reached: u64,
    open: u64,
}

/// How many are at a stage or behind it: all, and those of whom it is known what became of them.
fn funnels(now: &[StageNow], won: u64, lost: u64, asked: Option<&[StagePlan]>) -> (Funnel, Funnel) {
    let mut steps: Vec<Step> = Vec::new();
    let mut behind = won + lost;
    if won + lost > 0 {
        steps.push(Step { name: WON.to_owned(), reached: won, open: 0 });
        steps.push(Step { name: CLOSED.to_owned(), reached: behind, open: 0 });
    }
    for stage in now.iter().rev().filter(|stage| stage.outcome == Outcome::Open) {
        // The won ones are among those behind.
        let still_in_it = stage.records.saturating_sub(stage.won_here);
        behind += still_in_it;
        let open = still_in_it.saturating_sub(stage.lost_here);
        steps.push(Step { name: stage.name.clone(), reached: behind, open });
    }
    steps.reverse();
    // What a stage is called, and which step it is.
    let shown: Vec<(String, usize)> = match asked {
        None => steps.iter().enumerate().map(|(at, step)| (step.name.clone(), at)).collect(),
        Some(asked) => {
            let found = |stage: &StagePlan| {
                let names = |name: &String| stage.events.iter().any(|event| event.trim() == name);
                // Every won stage is in “Won”, under whatever name.
                let won_by_name = stage.events.iter().any(|event| outcome_of(event) == Outcome::Won);
                let at = steps.iter().position(|step| names(&step.name) || (step.name == WON && won_by_name))?;
                Some((stage.name.clone(), at))
            };
            asked.iter().filter_map(found).collect()
        }
    };
    let (mut all, mut known) = (Vec::new(), Vec::new());
    for (nth, (name, at)) in shown.iter().enumerate() {
        let Some(step) = steps.get(*at) else { continue };
        let Some((next_at, next)) = shown.get(nth + 1).and_then(|(_, next)| Some((*next, steps.get(*next)?))) else {
            // Nobody is asked to go on from the last one.
            all.push(FunnelStage::new(name.clone(), step.reached, None));
            known.push(FunnelStage::new(name.clone(), step.reached, None));
            continue;
        };
        let open: u64 = steps.get(*at..next_at).unwrap_or_default().iter().map(|step| step.open).sum();
        let sure = step.reached.saturating_sub(open);
        let dropped = sure.checked_sub(next.reached);
        all.push(FunnelStage::new(name.clone(), step.reached, dropped.filter(|_| open == 0)));
        known.push(FunnelStage { still_open: Some(open), ..FunnelStage::new(name.clone(), sure, dropped) });
    }
    let funnel = |stages| Funnel {
        segments: vec![FunnelSegment { segment: TOTAL.to_owned(), total: true, stages }],
        told: Vec::new(),
    };
    (funnel(all), funnel(known))
}

#[cfg(test)]
#[path = "pipeline_tests.rs"]
mod tests;
