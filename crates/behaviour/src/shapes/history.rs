//! Stage histories of a CRM: when each record (a deal, an opportunity, a ticket) entered a stage, and when it left.
//!
//! Two layouts hold the same: one row for each stage of each record, or one row for each record with a pair of columns for
//! each stage. Both become visits of records, and the visits become the figures:
//!
//! - the *order* of stages is the one in which records pass them (mean place of a stage among the stages of its records);
//!   stages called lost stand outside it;
//! - a record has *reached* a stage if it entered this one or a later one, since people in a CRM skip stages; *dropped* are
//!   those who reached a stage and not the next;
//! - where the file says which records are closed ([`super::standing`], or stages that are called lost), those that stand
//!   open at the last stage they came to are neither gone on nor dropped there ([`StageHistory::known`]), and a won record
//!   has reached every stage up to the won ones; where it says nothing, open records are dropped where they stand;
//! - the *time to the next stage* runs from the first entry to the first entry of the next stage that the record entered;
//! - the *stay* in a stage runs from entering to leaving, or to entering the next stage where nobody wrote down the leaving.

use std::collections::BTreeMap;

use serde::Serialize;

use super::funnel::{Funnel, FunnelSegment, FunnelStage, TOTAL};
use super::outcome::{Outcome, outcome_of};
use super::spread::Spread;
use super::standing::{Said, StandingBy};
use crate::plan::StagePlan;
use crate::statistics::median_secs;

/// Different stages, and segments, that a file may have.
pub const MOST_STAGES: usize = 1_000;

/// A record's time in a stage, in microseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    pub stage: u32,
    pub entered: i64,
    pub left: Option<i64>,
}

/// Every record with its visits. Ids are not kept.
#[derive(Debug, Default)]
pub struct Histories {
    /// The names of the stages in the order of the file.
    pub stages: Vec<String>,
    pub segments: Vec<String>,
    pub records: Vec<Trace>,
    /// What the columns beside the stages say of how records stand.
    pub told: StandingBy,
}

/// One record.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    pub visits: Vec<Visit>,
    pub segment: Option<u32>,
    /// What the columns beside the stages say of it.
    pub said: Said,
}

/// What a history says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageHistory {
    pub records: u64,
    /// Says nothing of who dropped where records still stand open.
    pub funnel: Funnel,
    /// Stages in their order, those called lost at the end.
    pub stages: Vec<Stay>,
    pub won: u64,
    pub lost: u64,
    /// Neither.
    pub open: u64,
    /// Records that entered a stage before one that comes earlier in the order.
    pub went_back: u64,
    /// By which columns, or stages called lost, the file tells open records from closed ones; empty where it does not.
    pub told_by: Vec<String>,
    /// The same stages over the records of which it is known that they went on or were lost, where the file tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<Funnel>,
    /// The first and the last time that a record entered or left a stage.
    #[serde(skip)]
    pub dates: Option<(i64, i64)>,
}

/// How long records stay in a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stay {
    pub name: String,
    /// Records that entered it.
    pub entered: u64,
    /// Those of which no leaving and no later stage is known.
    pub still_there: u64,
    pub stay: Spread,
}

impl Histories {
    /// The number of a stage, made if it is new; `None` past [`MOST_STAGES`].
    pub fn stage(&mut self, name: &str) -> Option<u32> {
        number(&mut self.stages, name)
    }

    /// The number of a segment, made if it is new; `None` past [`MOST_STAGES`].
    pub fn segment(&mut self, name: &str) -> Option<u32> {
        number(&mut self.segments, name)
    }

    fn earliest(&self) -> Option<i64> {
        self.records.iter().flat_map(|record| &record.visits).map(|visit| visit.entered).min()
    }

    /// The last time that a record entered or left a stage.
    pub fn latest(&self) -> Option<i64> {
        let visits = self.records.iter().flat_map(|record| &record.visits);
        visits.map(|visit| visit.left.unwrap_or(visit.entered).max(visit.entered)).max()
    }

    /// The figures. `asked` names the stages to be counted and what they are called in the file; without it, every stage of
    /// the file is one.
    pub fn figures(&self, asked: Option<&[StagePlan]>) -> StageHistory {
        let order = self.order();
        let mut won = 0;
        let mut lost = 0;
        for record in &self.records {
            match self.outcome(record) {
                Some(Outcome::Won) => won += 1,
                Some(Outcome::Lost) => lost += 1,
                Some(Outcome::Open) | None => {}
            }
        }
        let told_by = self.told_by();
        let (names, place) = match asked {
            Some(asked) => (asked.iter().map(|stage| stage.name.clone()).collect(), self.places_asked(asked)),
            None => {
                let inside: Vec<usize> = order.iter().copied().filter(|at| !self.is_lost(*at)).collect();
                let place = (0..self.stages.len()).map(|at| inside.iter().position(|stage| *stage == at)).collect();
                (inside.iter().filter_map(|at| self.stages.get(*at).cloned()).collect::<Vec<_>>(), place)
            }
        };
        let tells = !told_by.is_empty();
        let mut columns = vec![self.column(TOTAL, true, None, &names, &place, tells)];
        for (at, name) in self.segments.iter().enumerate() {
            columns.push(self.column(name, false, Some(at as u32), &names, &place, tells));
        }
        let (all, known): (Vec<FunnelSegment>, Vec<FunnelSegment>) = columns.into_iter().unzip();
        let funnel = Funnel { segments: all, told: Vec::new() };
        StageHistory {
            records: self.records.len() as u64,
            funnel,
            stages: self.stays(&order),
            won,
            lost,
            open: self.records.len() as u64 - won - lost,
            went_back: self.went_back(&order),
            told_by,
            known: tells.then_some(Funnel { segments: known, told: Vec::new() }),
            dates: self.earliest().zip(self.latest()),
        }
    }

    /// What the file tells open records from closed ones by.
    fn told_by(&self) -> Vec<String> {
        if !self.told.by.is_empty() {
            return self.told.by.clone();
        }
        self.stages.iter().filter(|name| outcome_of(name) == Outcome::Lost).cloned().collect()
    }

    fn outcome(&self, record: &Trace) -> Option<Outcome> {
        let last = record.visits.iter().max_by_key(|visit| visit.entered);
        let name = last.and_then(|visit| self.stages.get(visit.stage as usize));
        record.said.outcome(&self.told, name.map_or(Outcome::Open, |name| outcome_of(name)))
    }

    /// How far a record came among the counted stages, of which these are its own. What was won has come to the won ones,
    /// or to the last where none is called so, though nobody wrote it down.
    fn furthest(&self, record: &Trace, own: Option<usize>, place: &[Option<usize>]) -> Option<usize> {
        let is_won = |name: &String| outcome_of(name) == Outcome::Won;
        if own.is_none() || self.outcome(record) != Some(Outcome::Won) {
            return own;
        }
        let won = self.stages.iter().zip(place).filter(|(name, _)| is_won(name)).filter_map(|(_, at)| *at).min();
        own.max(won.or_else(|| place.iter().copied().flatten().max()))
    }

    fn is_lost(&self, stage: usize) -> bool {
        self.stages.get(stage).is_some_and(|name| outcome_of(name) == Outcome::Lost)
    }

    /// Which of the asked stages each stage of the file counts for.
    fn places_asked(&self, asked: &[StagePlan]) -> Vec<Option<usize>> {
        let names = |stage: &StagePlan, name: &str| stage.events.iter().any(|event| event.trim() == name);
        self.stages.iter().map(|name| asked.iter().position(|stage| names(stage, name))).collect()
    }

    /// Stages by their mean place in the records that have several, won ones behind the open ones, lost ones at the end.
    fn order(&self) -> Vec<usize> {
        let mut sums: BTreeMap<usize, (f64, u32)> = BTreeMap::new();
        for record in self.records.iter().filter(|record| record.visits.len() > 1) {
            let mut firsts = first_entries(record);
            firsts.sort_by_key(|(stage, entered)| (*entered, *stage));
            let steps = firsts.len().saturating_sub(1).max(1) as f64;
            for (at, (stage, _)) in firsts.iter().enumerate() {
                let (sum, count) = sums.entry(*stage).or_default();
                *sum += at as f64 / steps;
                *count += 1;
            }
        }
        let mean = |stage: usize| sums.get(&stage).map_or(0.5, |(sum, count)| sum / f64::from(*count));
        let class = |stage: usize| self.stages.get(stage).map_or(Outcome::Open, |name| outcome_of(name));
        let mut order: Vec<usize> = (0..self.stages.len()).collect();
        order.sort_by(|a, b| class(*a).cmp(&class(*b)).then(mean(*a).total_cmp(&mean(*b))).then(a.cmp(b)));
        order
    }

    /// The stages of a segment: of all its records, and of those of which it is known what became of them.
    fn column(
        &self,
        name: &str,
        total: bool,
        segment: Option<u32>,
        names: &[String],
        place: &[Option<usize>],
        tells: bool,
    ) -> (FunnelSegment, FunnelSegment) {
        let mut reached = vec![0_u64; names.len()];
        let mut open = vec![0_u64; names.len()];
        let mut times: Vec<Vec<i64>> = vec![Vec::new(); names.len()];
        for record in self.records.iter().filter(|record| segment.is_none() || record.segment == segment) {
            let mut entered: BTreeMap<usize, i64> = BTreeMap::new();
            for visit in &record.visits {
                if let Some(at) = place.get(visit.stage as usize).copied().flatten() {
                    let first = entered.entry(at).or_insert(visit.entered);
                    *first = (*first).min(visit.entered);
                }
            }
            let own = entered.last_key_value().map(|(at, _)| *at);
            let Some(furthest) = self.furthest(record, own, place) else { continue };
            reached.iter_mut().take(furthest + 1).for_each(|count| *count += 1);
            let is_open = tells && matches!(self.outcome(record), Some(Outcome::Open) | None);
            open.iter_mut().skip(furthest).take(usize::from(is_open)).for_each(|count| *count += 1);
            for ((stage, from), (_, to)) in entered.iter().zip(entered.iter().skip(1)) {
                if let (Some(times), Some(time)) = (times.get_mut(*stage), to.checked_sub(*from).filter(|t| *t >= 0)) {
                    times.push(time);
                }
            }
        }
        let stages = names.iter().enumerate().map(|(at, name)| {
            let count = reached.get(at).copied().unwrap_or(0);
            let next = reached.get(at + 1).copied();
            // Nobody is asked to go on from the last stage.
            let open = next.and(open.get(at).copied()).unwrap_or(0);
            let sure = count.saturating_sub(open);
            let dropped = next.map(|next| sure.saturating_sub(next));
            let median_secs_to_next = times.get_mut(at).and_then(|times| median_secs(times));
            let all = FunnelStage::new(name.clone(), count, dropped.filter(|_| open == 0));
            let known = FunnelStage::new(name.clone(), sure, dropped);
            let still_open = next.map(|_| open);
            (FunnelStage { median_secs_to_next, ..all }, FunnelStage { median_secs_to_next, still_open, ..known })
        });
        let (all, known): (Vec<FunnelStage>, Vec<FunnelStage>) = stages.unzip();
        let segment = |stages| FunnelSegment { segment: name.to_owned(), total, stages };
        (segment(all), segment(known))
    }

    fn stays(&self, order: &[usize]) -> Vec<Stay> {
        let mut stays: Vec<(u64, u64, Vec<i64>)> = vec![Default::default(); self.stages.len()];
        for record in &self.records {
            let mut seen: Vec<u32> = Vec::new();
            for visit in &record.visits {
                let Some((entered, still_there, times)) = stays.get_mut(visit.stage as usize) else { continue };
                if !seen.contains(&visit.stage) {
                    seen.push(visit.stage);
                    *entered += 1;
                }
                let next = record.visits.iter().filter(|other| other.stage != visit.stage).map(|other| other.entered);
                let next = next.filter(|time| *time >= visit.entered).min();
                match visit.left.or(next) {
                    Some(left) if left >= visit.entered => times.push(left - visit.entered),
                    Some(_) => {}
                    None => *still_there += 1,
                }
            }
        }
        let stay = |at: &usize| {
            let (entered, still_there, times) = stays.get_mut(*at)?;
            let name = self.stages.get(*at)?.clone();
            Some(Stay { name, entered: *entered, still_there: *still_there, stay: Spread::of(times) })
        };
        order.iter().filter_map(stay).collect()
    }

    fn went_back(&self, order: &[usize]) -> u64 {
        let place = |stage: usize| order.iter().position(|at| *at == stage);
        let goes_back = |record: &&Trace| {
            let mut visits: Vec<(i64, Option<usize>)> =
                record.visits.iter().map(|visit| (visit.entered, place(visit.stage as usize))).collect();
            visits.sort_unstable();
            visits.windows(2).any(|pair| matches!(pair, [(_, Some(a)), (_, Some(b))] if b < a))
        };
        self.records.iter().filter(goes_back).count() as u64
    }
}

/// The first time that a record entered each of its stages.
fn first_entries(record: &Trace) -> Vec<(usize, i64)> {
    let mut firsts: BTreeMap<usize, i64> = BTreeMap::new();
    for visit in &record.visits {
        let first = firsts.entry(visit.stage as usize).or_insert(visit.entered);
        *first = (*first).min(visit.entered);
    }
    firsts.into_iter().collect()
}

fn number(names: &mut Vec<String>, name: &str) -> Option<u32> {
    if let Some(at) = names.iter().position(|known| known == name) {
        return u32::try_from(at).ok();
    }
    (names.len() < MOST_STAGES).then(|| {
        names.push(name.to_owned());
        // Held below MOST_STAGES.
        (names.len() - 1) as u32
    })
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
