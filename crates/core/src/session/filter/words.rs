//! How a filter is told: on its chips, and in one line for a page and a name.

use super::criteria::{Criterion, asked};
use crate::model::{Filter, Map, Others};
use touchline_words::direction::Listed;
use touchline_words::say;

/// What stands on one chip of the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// `None` for the words that are looked for.
    pub criterion: Option<Criterion>,
    /// `open, in review`.
    pub values: String,
    /// The filter without it.
    pub without: Filter,
}

impl Chip {
    /// `Status: open, in review`.
    pub fn said(&self) -> String {
        let name = self.criterion.map_or(say!(filter_text), Criterion::name);
        say!(filter_chip, name, values = self.values)
    }
}

/// One chip for each criterion that has a value, in the order in which they are offered; words last.
pub fn chips(map: &Map, filter: &Filter) -> Vec<Chip> {
    let of = |criterion: Criterion| {
        let values: Vec<String> = asked(filter, criterion).iter().map(|value| value.name(map)).collect();
        let values = values.join(say!(filter_or));
        (!values.is_empty()).then(|| Chip { criterion: Some(criterion), values, without: criterion.cleared(filter) })
    };
    let words = filter.text.trim();
    let text = (!words.is_empty()).then(|| Chip {
        criterion: None,
        values: say!(edit_quoted, text = words),
        without: Filter { text: String::new(), ..filter.clone() },
    });
    Criterion::ALL.into_iter().filter_map(of).chain(text).collect()
}

/// `Audience: Families under 12 · Status: open`; empty where nothing is asked.
pub fn told(map: &Map, filter: &Filter) -> String {
    chips(map, filter).iter().map(Chip::said).collect::<Vec<_>>().listed(" · ")
}

/// The same as a page says it, with what became of the others.
pub fn told_on_page(map: &Map, filter: &Filter, others: Others) -> String {
    let filter = told(map, filter);
    match others {
        Others::Dimmed => say!(filter_page_dimmed, filter),
        Others::Hidden => say!(filter_page_hidden, filter),
    }
}
