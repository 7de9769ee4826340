//! One customer through the stages: which were reached, when, and at which event.
//!
//! The rules are those of [`Counting`]; this is where they run.

use super::event::Event;
use super::fold_plan::FoldPlan;
use crate::plan::{Counting, Scope, StageOrder};

/// Where a customer stood when a stage was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Microseconds since 1970.
    pub time: i64,
    /// The place in the customer's run of the last of the events that made this stage and those before it reached.
    pub at: u32,
}

/// What one customer did at one stage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visit {
    pub arrival: Option<Arrival>,
    /// Events of the stage.
    pub events: u32,
    /// Whether one of them directly follows an event of a later stage, events of no stage aside.
    pub has_returned: bool,
    /// The earliest and the latest of them in the run.
    first: u32,
    last: u32,
}

impl Visit {
    /// Whether one who came here is seen here again after having come to another stage.
    pub fn is_seen_again_after(&self, other: &Arrival) -> bool {
        self.events > 1 && self.first <= other.at && self.last > other.at
    }
}

/// Fills in the visit of every stage for a run in its order. `visits` has one for each stage of the plan, and one more for
/// the events of none.
pub fn walk(run: &[Event], plan: &FoldPlan, visits: &mut [Visit]) {
    look(run, plan, visits);
    arrive(run, plan, visits);
}

/// Counts the events of each stage and notes the first. Nobody can foresee which stage an event has or whether it has one, so
/// nothing here depends on it but numbers.
fn look(run: &[Event], plan: &FoldPlan, visits: &mut [Visit]) {
    visits.fill(Visit::default());
    let mut previous = 0;
    for (at, event) in (0..).zip(run) {
        let stage = plan.stage(event);
        let Some(visit) = visits.get_mut(stage) else { return };
        visit.first = if visit.events == 0 { at } else { visit.first };
        visit.last = at;
        visit.events = visit.events.saturating_add(1);
        visit.has_returned |= previous > stage;
        previous = if stage < plan.stages { stage } else { previous };
    }
}

fn arrive(run: &[Event], plan: &FoldPlan, visits: &mut [Visit]) {
    let Counting { order, scope, .. } = plan.counting;
    let mut last: Option<Arrival> = None;
    let mut latest = i64::MAX;
    // The first event that is not before the last arrival.
    let mut from = 0;
    for stage in 0..plan.stages {
        let Some(visit) = visits.get_mut(stage) else { return };
        let at = match order {
            _ if visit.events == 0 => None,
            StageOrder::Any => Some(visit.first),
            StageOrder::Ordered if visit.first >= from => Some(visit.first),
            StageOrder::Ordered => {
                let rest = run.get(from as usize..).unwrap_or_default();
                rest.iter().position(|event| plan.stage(event) == stage).map(|after| from + after as u32)
            }
        };
        let arrival = at.and_then(|at| {
            let time = run.get(at as usize)?.time;
            let before = last.unwrap_or(Arrival { time, at });
            Some(Arrival { time: time.max(before.time), at: at.max(before.at) })
        });
        visit.arrival = arrival.filter(|arrival| arrival.time <= latest);
        let Some(arrival) = visit.arrival else {
            if scope == Scope::Closed {
                return;
            }
            continue;
        };
        if last.is_none() {
            latest = plan.window_micros.map_or(i64::MAX, |window| arrival.time.saturating_add(window));
        }
        last = Some(arrival);
        // Events at the same time stay ahead, so that one that the tie rule put before still counts.
        let ahead = run.get(..arrival.at as usize).unwrap_or_default();
        let same_time = ahead.iter().rev().take_while(|event| event.time == arrival.time).count();
        from = arrival.at - same_time as u32;
    }
}
