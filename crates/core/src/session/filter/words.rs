//! How a filter is told: on its chips, and in one line for a page and a name.

use super::columns::{column_of, text as wants_text, with_wants};
use super::criteria::{Criterion, asked};
use crate::model::{ColumnFilter, Field, Filter, Map, Others, RecordKind};
use touchline_words::direction::Listed;
use touchline_words::say;

/// What stands on one chip of the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What is asked about.
    pub name: String,
    /// `open, in review`.
    pub values: String,
    /// The filter without it.
    pub without: Filter,
}

impl Chip {
    /// `Status: open, in review`.
    pub fn said(&self) -> String {
        say!(filter_chip, name = self.name, values = self.values)
    }
}

/// One chip for each criterion that has a value, in the order in which they are offered; words last.
pub fn chips(map: &Map, filter: &Filter) -> Vec<Chip> {
    let of = |criterion: Criterion| {
        let values: Vec<String> = asked(filter, criterion).iter().map(|value| value.name(map)).collect();
        let values = values.join(say!(filter_or));
        let name = criterion.name().to_owned();
        (!values.is_empty()).then(|| Chip { name, values, without: criterion.cleared(filter) })
    };
    let words = filter.text.trim();
    let text = (!words.is_empty()).then(|| Chip {
        name: say!(filter_text).to_owned(),
        values: say!(edit_quoted, text = words),
        without: Filter { text: String::new(), ..filter.clone() },
    });
    let columns =
        filter.columns.iter().filter(|one| !one.wants.is_empty()).filter_map(|one| of_column(map, filter, one));
    let state = filter.state.map(|state| Chip {
        name: Field::State.name().to_owned(),
        values: state.name().to_owned(),
        without: Filter { state: None, ..filter.clone() },
    });
    state.into_iter().chain(Criterion::ALL.into_iter().filter_map(of)).chain(columns).chain(text).collect()
}

/// `Actions, Due: ≥ 2026-11-03`.
fn of_column(map: &Map, filter: &Filter, one: &ColumnFilter) -> Option<Chip> {
    let kind = RecordKind::RECORDS.iter().copied().find(|kind| kind.table() == Some(one.of.as_str()))?;
    let column = column_of(kind, one)?;
    let name = say!(filter_column, kind = kind.name(), column = column.name());
    let values = wants_text(map, kind, column, &one.wants);
    Some(Chip { name, values, without: with_wants(filter, kind, column, None) })
}

/// `Audience: Families under 12 · Status: open`; empty where nothing is asked.
pub fn told(map: &Map, filter: &Filter) -> String {
    chips(map, filter).iter().map(Chip::said).collect::<Vec<_>>().listed(" · ")
}

/// The same as a page says it, with what became of the others; its state the page says by itself.
pub fn told_on_page(map: &Map, filter: &Filter, others: Others) -> String {
    let filter = told(map, &Filter { state: None, ..filter.clone() });
    if filter.is_empty() {
        return filter;
    }
    match others {
        Others::Dimmed => say!(filter_page_dimmed, filter),
        Others::Hidden => say!(filter_page_hidden, filter),
    }
}
