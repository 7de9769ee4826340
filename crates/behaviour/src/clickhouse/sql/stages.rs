//! The stages one by one: each is a SELECT around the last that adds whether the stage was reached, when, and at which event.
//!
//! The rules are those of [`Counting`], as the engine walks them: the earliest event that may count, the window from the
//! first arrival on, and, with a closed scope, the stage before. Events at the same time count as in order.

use super::written::indented;
use crate::plan::{Counting, Plan, Scope, StageOrder};

/// Earlier than any time.
const LONG_AGO: i64 = -i64::MAX;

/// A SELECT with the columns `reason`, `n`, the arrays `ts`, `es`, `ss`, `ks` of a customer's events (time, name, segment,
/// stage) and, for each stage `k` from 1: `hit{k}` (0 or 1), `at{k}`, the time of the last arrival so far, and `pl{k}`, the
/// place of the last of the events that led there, counted from 1.
pub(super) fn walked(plan: &Plan, gathered: &str) -> String {
    let part = |place: u8, name: &str| format!("  arrayMap(e -> tupleElement(e, {place}), run) AS {name}");
    let parts = [(1, "ts"), (2, "es"), (4, "ss"), (5, "ks")].map(|(place, name)| part(place, name));
    let mut select = format!(
        "SELECT\n  reason,\n  n,\n{},\n  toUInt8(1) AS hit0,\n  toInt64({LONG_AGO}) AS at0,\n  toInt64(0) AS pl0,\n  \
         toInt64({}) AS until0\nFROM (\n{})\n",
        parts.join(",\n"),
        i64::MAX,
        indented(gathered)
    );
    for stage in 1..=plan.stages.len() {
        let kept: String = (1..stage).map(|stage| format!("hit{stage}, at{stage}, pl{stage}, ")).collect();
        select = format!(
            "SELECT\n  reason, n, ts, es, ss, ks, {kept}\n{}FROM (\n{})\n",
            arrival(&plan.counting, stage),
            indented(&select)
        );
    }
    select
}

/// The columns that a stage adds.
fn arrival(counting: &Counting, stage: usize) -> String {
    let before = stage - 1;
    let found = match counting.order {
        // Before the first stage is no time to wait for; and 18.16 loses a column that a lambda alone names.
        StageOrder::Ordered if stage == 1 => format!("indexOf(ks, {stage})"),
        StageOrder::Ordered => format!("arrayFirstIndex((k, t) -> k = {stage} AND t >= at{before}, ks, ts)"),
        StageOrder::Any => format!("indexOf(ks, {stage})"),
    };
    let found = match counting.scope {
        Scope::Closed => format!("if(hit{before} = 1, {found}, 0)"),
        Scope::Open => found,
    };
    let (in_time, until) = match counting.window {
        None => (String::new(), format!("until{before}")),
        Some(secs) => {
            let window = i64::try_from(secs).ok().and_then(|secs| secs.checked_mul(1_000_000)).unwrap_or(i64::MAX);
            let end = format!("if(w{stage} > {}, toInt64({}), w{stage} + {window})", i64::MAX - window, i64::MAX);
            let first = format!("hit{stage} = 1 AND at{before} = {LONG_AGO}");
            (format!(" AND w{stage} <= until{before}"), format!("if({first}, {end}, until{before})"))
        }
    };
    format!(
        "  {found} AS i{stage},\n  greatest(ts[i{stage}], at{before}) AS w{stage},\n  \
         toUInt8(i{stage} > 0{in_time}) AS hit{stage},\n  if(hit{stage} = 1, w{stage}, at{before}) AS at{stage},\n  \
         if(hit{stage} = 1, greatest(toInt64(i{stage}), pl{before}), pl{before}) AS pl{stage},\n  {until} AS until{stage}\n"
    )
}
