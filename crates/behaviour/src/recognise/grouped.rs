//! Which names of events and segments become those of their kind, as far as the first rows tell, and how their samples are shown.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::column::Column;
use crate::masking::shape::shape_of;
use crate::masking::{Grouped, Grouping, Kept, TEXT};
use crate::names::one_writing;
use crate::nothing::is_no_value;
use crate::records::Record;
use crate::roles::Roles;

/// Judges the names by how many rows or customers they have; the samples of both columns are then shown as the figures will call
/// them.
pub(super) fn judge(columns: &mut [Column], rows: &[Record], roles: Roles, kept: Kept) -> Vec<Grouped> {
    let mut grouped = Vec::new();
    if let Some(at) = roles.event {
        let counts = counted(rows, at, None);
        let names = counts.iter().map(|(name, rows)| (&**name, *rows));
        let grouping = Grouping::of_events(names, HashSet::new(), kept);
        grouped.extend(grouping.told("event", counts.keys().map(|name| &**name)));
        show(columns.get_mut(at), &grouping);
    }
    if let Some(at) = roles.segment {
        let counts = counted(rows, at, roles.case);
        let grouping = Grouping::of_segments(counts.iter().map(|(name, customers)| (&**name, *customers)), kept, 0);
        grouped.extend(grouping.told("segment", counts.keys().map(|name| &**name)));
        show(columns.get_mut(at), &grouping);
    }
    grouped
}

/// The names of a column with the rows that each has, or with its customers where a column says who they are.
fn counted<'r>(rows: &'r [Record], at: usize, case: Option<usize>) -> HashMap<Cow<'r, [u8]>, u64> {
    let mut counts: HashMap<Cow<[u8]>, u64> = HashMap::new();
    let mut seen: HashSet<(Cow<[u8]>, &[u8])> = HashSet::new();
    for row in rows {
        let Some(name) = row.field(at).filter(|name| !is_no_value(name)).map(one_writing) else { continue };
        let customer = case.and_then(|case| row.field(case));
        if customer.is_none_or(|customer| seen.insert((name.clone(), customer))) {
            *counts.entry(name).or_default() += 1;
        }
    }
    counts
}

/// What is one text for nearly each row is shown by its shape.
fn show(column: Option<&mut Column>, grouping: &Grouping) {
    let Some(column) = column else { return };
    let mut shown: Vec<String> = Vec::new();
    for sample in &column.samples {
        let name = one_writing(sample.as_bytes());
        let called = String::from_utf8_lossy(&grouping.name_of(&name)).into_owned();
        let called = if called == TEXT { shape_of(sample) } else { called };
        if !shown.contains(&called) {
            shown.push(called);
        }
    }
    column.called = Some(shown);
}
