//! Each row as the rules for files have it, and the used ones gathered by customer in their order.
//!
//! Blanks around a value are taken off, words for "nothing" are nobody, and a row that cannot be used is counted by the same
//! reasons, the first that applies. Names of this level begin with a prefix that no column of the table has.

use touchline_words::say;

use super::super::column::{TableColumn, TypeKind};
use super::super::error::ClusterError;
use super::super::table::Table;
use super::blank::{has_several_writings, is_nothing, one_id, text, trimmed};
use super::times;
use super::written::{identifier, literal, literals};
use crate::names::one_name;
use crate::plan::Plan;
use crate::reason::Reason;
use crate::times::TimeProblem;

/// Why a row is not used, in the order of the report; the place, counted from 1, is the number in the answer.
pub(in crate::clickhouse) const REASONS: [Reason; 14] = [
    Reason::NoCustomer,
    Reason::NoEvent,
    Reason::Time(TimeProblem::Blank),
    Reason::Time(TimeProblem::Unreadable),
    Reason::Time(TimeProblem::Year1),
    Reason::Time(TimeProblem::ExcelZero),
    Reason::Time(TimeProblem::UnixZero),
    Reason::Time(TimeProblem::EndOfTime),
    Reason::TimeAhead,
    Reason::AfterAsOf,
    Reason::InvalidBytes,
    Reason::OverLongField,
    Reason::OtherStep,
    Reason::SeveralWritings,
];

/// Their numbers in the SQL.
const NO_CUSTOMER: u8 = 1;
const NO_EVENT: u8 = 2;
const NO_TEXT: u8 = 11;
const OVER_LONG: u8 = 12;
const OTHER_STEP: u8 = 13;
const SEVERAL_WRITINGS: u8 = 14;

/// A field longer than this is no value, as in the engine.
const MAX_FIELD_BYTES: usize = 1 << 20;

/// A SELECT with one row for each customer, `run` holding the used events in order as (time, event, no segment, segment,
/// stage), and one for each reason of rejection; `n` counts rows.
pub(super) fn gathered(plan: &Plan, table: &Table) -> Result<String, ClusterError> {
    let tl = prefix(table);
    let columns = plan.columns;
    let case = text_of(column(table, columns.case, say!(database_role_customer))?, say!(database_be_customer))?;
    let event = text_of(column(table, columns.event, say!(database_role_event))?, say!(database_be_event))?;
    let segment = match columns.segment {
        Some(at) => text_of(column(table, at, say!(database_role_segment))?, say!(database_be_segment))?,
        None => literal(""),
    };
    let time = times::expressions(column(table, columns.time, say!(database_role_time))?, plan, &tl)?;
    let fields = ["c", "e", "s"].map(|field| format!("{tl}{field}"));
    let mut texts = fields.to_vec();
    texts.extend(time.is_text.then(|| format!("{tl}t")));
    let any = |test: &dyn Fn(&String) -> String| texts.iter().map(test).collect::<Vec<_>>().join(" OR ");
    let over_long = any(&|text| format!("length({text}) > {MAX_FIELD_BYTES}"));
    let no_text = any(&|text| format!("NOT match({text}, '^(?s:.*)$')"));
    let other_step = match plan.reading.dialect.lifecycle {
        Some(lifecycle) => {
            let step =
                trimmed(&text_of(column(table, lifecycle.column, say!(database_role_step))?, say!(database_be_step))?);
            let words: Vec<&str> = lifecycle.left_out().collect();
            format!("lowerUTF8({step}) IN ({}), {OTHER_STEP}, ", literals(&words))
        }
        None => String::new(),
    };
    let [c, e, s] = &fields;
    let mut names = vec![format!("{case} AS {c}"), format!("{event} AS {e}"), format!("{segment} AS {s}")];
    names.push(format!("{} AS {tl}case", one_id(&trimmed(c))));
    names.push(format!("{} AS {tl}event", trimmed(e)));
    let words = plan.reading.dialect.null_words;
    let segment = trimmed(s);
    names.push(format!("if({}, '', {segment}) AS {tl}segment", is_nothing(&segment, words)));
    names.extend(time.names);
    names.push(format!(
        "multiIf({other_step}{over_long}, {OVER_LONG}, {no_text}, {NO_TEXT}, {}, {NO_CUSTOMER}, {}, \
         {NO_EVENT}, {tl}problem > 0, {tl}problem, {}, {SEVERAL_WRITINGS}, 0) AS {tl}reason",
        is_nothing(&format!("{tl}case"), words),
        is_nothing(&format!("{tl}event"), words),
        has_several_writings(&["case", "event", "segment"].map(|field| format!("{tl}{field}")))
    ));
    let stage = stage_of(plan, &format!("{tl}event"));
    let from = format!("{}.{}", identifier(&table.address.database), identifier(&table.address.table));
    Ok(format!(
        "WITH\n  {}\nSELECT\n  toUInt8({tl}reason) AS reason,\n  if({tl}reason = 0, {tl}case, '') AS {tl}who,\n  count() AS n,\n  \
         arraySort(groupArrayIf(({tl}time, {tl}event, {tl}segment = '', {tl}segment, {stage}), {tl}reason = 0)) AS run\n\
         FROM {from}\nGROUP BY {tl}reason, {tl}who\n",
        names.join(",\n  ")
    ))
}

/// The number of the stage that an event belongs to, 0 for none.
fn stage_of(plan: &Plan, event: &str) -> String {
    let mut events = Vec::new();
    let mut numbers = Vec::new();
    for (at, stage) in plan.stages.iter().enumerate() {
        for name in stage.events.iter().map(|name| one_name(name).into_owned()) {
            if !events.contains(&name) {
                events.push(name);
                numbers.push((at + 1).to_string());
            }
        }
    }
    if events.is_empty() {
        return "toUInt8(0)".to_owned();
    }
    format!(
        "toUInt8(transform({event}, [{}], [{}], 0))",
        literals(&events.iter().map(String::as_str).collect::<Vec<_>>()),
        numbers.join(", ")
    )
}

/// The beginning of every name of this level: a column that is called the same would be taken for it.
fn prefix(table: &Table) -> String {
    let mut prefix = "tl_".to_owned();
    while table.columns.iter().any(|column| column.name.starts_with(&prefix)) {
        prefix.push('_');
    }
    prefix
}

fn column<'t>(table: &'t Table, at: usize, role: &str) -> Result<&'t TableColumn, ClusterError> {
    table.columns.get(at).ok_or_else(|| ClusterError::Column {
        column: say!(database_column_number, number = at + 1),
        problem: say!(database_few_columns, columns = table.columns.len(), role),
    })
}

/// A column as text; nothing where it has no value.
fn text_of(column: &TableColumn, role: &str) -> Result<String, ClusterError> {
    if let TypeKind::Compound(type_name) = &column.kind {
        return Err(ClusterError::Column {
            column: column.name.clone(),
            problem: say!(database_cannot_be, type_name, role),
        });
    }
    Ok(text(&column.name))
}
