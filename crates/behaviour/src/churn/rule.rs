//! The at-risk rule held against real cancellations: how many it marks, how often it is right, how many it finds, how early.
//!
//! # Definitions
//! - *At risk*: at least so many days since the last login, and completion fell by at least so many points. A limit of 0
//!   asks nothing. Where a limit asks and the customer's value is not known, it is not at risk.
//! - *Precision*: of those at risk, the share who cancelled, with its 95 % Wilson interval. Who has not cancelled by the
//!   as-of day counts as staying.
//! - *Recall*: of those who cancelled, the share who were at risk, with its interval.
//! - *Lead time*: whole days from the day on which the silence reached the limit to the cancellation, as the median over
//!   those at risk who cancelled on a known day. The fall in completion has no date and does not count into it.
//! - *Cohort*: at risk, not cancelled, and with consent.

use serde::Serialize;

use super::signals::{Cell, Signals};
use crate::small_groups::SmallGroups;
use crate::statistics::{Interval, wilson};

/// When a customer is at risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Days since the last login, at least.
    pub days: u32,
    /// Points that completion fell by, at least.
    pub fall: i16,
}

impl Rule {
    /// Whether a customer is at risk.
    pub fn marks(self, idle: Option<u32>, fall: Option<i16>) -> bool {
        let silent = self.days == 0 || idle.is_some_and(|idle| idle >= self.days);
        let fell = self.fall <= 0 || fall.is_some_and(|fall| fall >= self.fall);
        silent && fell
    }
}

/// How a rule did, for all and by segment.
#[derive(Clone, Debug, PartialEq)]
pub struct AtRisk {
    pub rule: Rule,
    pub all: RiskFigures,
    pub segments: Vec<RiskFigures>,
}

/// How a rule did among some customers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RiskFigures {
    pub name: String,
    pub customers: u64,
    pub cancelled: u64,
    pub at_risk: u64,
    /// At risk and cancelled.
    pub hits: u64,
    /// `None` where nobody is at risk, and for a segment too small to say.
    pub precision: Option<Interval>,
    /// `None` where nobody cancelled, and for a segment too small to say.
    pub recall: Option<Interval>,
    pub lead_days: Option<f64>,
    /// At risk, still there.
    pub still_there: u64,
    /// Of those, who gave consent: the size of a mailing.
    pub cohort: u64,
    /// A segment of which too few customers, or too few on either side of its shares, were counted.
    pub too_few: bool,
}

impl Signals {
    /// Holds a rule against the customers. Only those who were silent long enough are looked at, so that a step of a slider
    /// over a million customers fits into a frame (`benches/at_risk.rs`).
    pub fn at_risk(&self, rule: Rule, small_groups: SmallGroups) -> AtRisk {
        let of_total = |(customers, cancelled): &(u64, u64)| Tally {
            figures: RiskFigures { customers: *customers, cancelled: *cancelled, ..RiskFigures::default() },
            idle_of_hits: Vec::new(),
        };
        let mut by_segment: Vec<Tally> = self.totals.iter().map(of_total).collect();
        let mut all = Tally::default();
        let first = match rule.days {
            0 => 0,
            days => self.cells.partition_point(|cell| cell.idle < Some(days)),
        };
        for cell in self.cells.get(first..).unwrap_or_default() {
            if !rule.marks(cell.idle, cell.fall) {
                continue;
            }
            if let Some(tally) = by_segment.get_mut(usize::from(cell.segment)) {
                tally.add(cell);
            }
            all.hit(cell);
        }
        by_segment.iter().for_each(|tally| all.join(&tally.figures));
        let dated = self.has_cancel_dates && self.has_login;
        let segments = self.segments.iter().zip(by_segment).map(|(name, tally)| {
            let mut figures = tally.figures(name.clone(), rule, dated);
            figures.too_few = small_groups.holds(figures.hits, figures.at_risk);
            if figures.too_few {
                figures.precision = None;
                figures.recall = None;
                figures.lead_days = None;
            }
            figures
        });
        AtRisk { rule, segments: segments.collect(), all: all.figures("All".to_owned(), rule, dated) }
    }

    /// The longest silence and the deepest fall in the file: how far a slider has to reach.
    pub fn reach(&self) -> (u32, i16) {
        self.reach
    }
}

#[derive(Default)]
struct Tally {
    figures: RiskFigures,
    /// Days of silence of those at risk who cancelled, upwards, and how many had so many.
    idle_of_hits: Vec<(u32, u64)>,
}

impl Tally {
    /// Somebody at risk.
    fn add(&mut self, cell: &Cell) {
        let figures = &mut self.figures;
        figures.at_risk += u64::from(cell.customers);
        figures.hits += u64::from(cell.cancelled);
        figures.still_there += u64::from(cell.customers - cell.cancelled);
        figures.cohort += u64::from(cell.may_be_written_to);
        self.hit(cell);
    }

    /// The silence of those who cancelled. Cells come by silence, so that the list stays in order.
    fn hit(&mut self, cell: &Cell) {
        let (Some(idle), true) = (cell.idle, cell.cancelled > 0) else { return };
        match self.idle_of_hits.last_mut().filter(|(last, _)| *last == idle) {
            Some((_, count)) => *count += u64::from(cell.cancelled),
            None => self.idle_of_hits.push((idle, u64::from(cell.cancelled))),
        }
    }

    /// Adds the counts of a part.
    fn join(&mut self, part: &RiskFigures) {
        let figures = &mut self.figures;
        figures.customers += part.customers;
        figures.cancelled += part.cancelled;
        figures.at_risk += part.at_risk;
        figures.hits += part.hits;
        figures.still_there += part.still_there;
        figures.cohort += part.cohort;
    }

    fn figures(self, name: String, rule: Rule, dated: bool) -> RiskFigures {
        let Tally { figures, idle_of_hits } = self;
        let lead = if dated { median(&idle_of_hits) } else { None };
        RiskFigures {
            name,
            precision: wilson(figures.hits, figures.at_risk),
            recall: wilson(figures.hits, figures.cancelled),
            // The silence reached the limit so many days before it ended with the cancellation.
            lead_days: lead.map(|idle| (idle - f64::from(rule.days)).max(0.0)),
            ..figures
        }
    }
}

/// The median of values that occur so many times.
fn median(counts: &[(u32, u64)]) -> Option<f64> {
    let all: u64 = counts.iter().map(|(_, count)| count).sum();
    let nth = |place: u64| {
        let mut before = 0;
        counts.iter().find_map(|(value, count)| {
            before += count;
            (place < before).then_some(f64::from(*value))
        })
    };
    let upper = nth(all / 2)?;
    let lower = if all.is_multiple_of(2) { nth((all / 2).checked_sub(1)?)? } else { upper };
    Some(lower.midpoint(upper))
}
