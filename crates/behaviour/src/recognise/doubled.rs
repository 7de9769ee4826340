//! Whether a log has a row for the start and one for the completion of each activity.

use std::collections::HashMap;

use touchline_words::say;

use super::column::Column;
use crate::lifecycle::{Choice, Lifecycle, Transition, step_of};
use crate::names::trimmed;
use crate::records::Record;
use crate::roles::Roles;

/// The column that tells starts and completions apart, and which of them counts, with a sentence for a person; nothing where there is
/// none: every filled cell must be a step, and of most starts of a customer's event there is a completion too.
pub(super) fn find(
    columns: &[Column],
    rows: &[Record],
    roles: Roles,
    choice: Option<Choice>,
) -> Option<(Option<Lifecycle>, String)> {
    let (case, event) = (roles.case?, roles.event?);
    let is_free = |at: &usize| roles.of_column(*at).is_none();
    let column = (0..columns.len()).filter(is_free).find(|at| doubles(rows, case, event, *at))?;
    let name = columns.get(column).map_or("", |column| &column.name);
    let steps = |wanted: Transition| {
        rows.iter().filter(|row| row.field(column).and_then(step_of) == Some(Some(wanted))).count()
    };
    let (starts, completes) = (steps(Transition::Start), steps(Transition::Complete));
    // An activity that was never completed has not happened, as process mining counts.
    let counted = match choice {
        Some(Choice::All) => return Some((None, say!(log_told_doubled_all, column = name, starts, completes))),
        Some(Choice::Only(counted)) => counted,
        None => Transition::Complete,
    };
    let told = match counted {
        Transition::Complete => say!(log_told_doubled_complete, column = name, starts, completes),
        Transition::Start => say!(log_told_doubled_start, column = name, starts, completes),
    };
    Some((Some(Lifecycle { column, counted }), told))
}

fn doubles(rows: &[Record], case: usize, event: usize, column: usize) -> bool {
    let mut pairs: HashMap<_, (bool, bool)> = HashMap::new();
    for row in rows {
        let cell = trimmed(row.field(column).unwrap_or_default());
        if cell.is_empty() {
            continue;
        }
        let Some(step) = step_of(cell) else { return false };
        let ends =
            pairs.entry((row.field(case).unwrap_or_default(), row.field(event).unwrap_or_default())).or_default();
        match step {
            Some(Transition::Start) => ends.0 = true,
            Some(Transition::Complete) => ends.1 = true,
            None => {}
        }
    }
    let started = pairs.values().filter(|(start, _)| *start).count();
    let both = pairs.values().filter(|(start, complete)| *start && *complete).count();
    started > 0 && both * 2 > started
}
