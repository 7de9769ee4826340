//! Which events of a log are told apart when it has more of them than steps can be: the most frequent and those the plan
//! names; the others are counted together.
//!
//! Such a log mostly has page addresses with ids for events. It is read once more to count them, and then again for its
//! figures: what is told apart follows from the log and the plan, not from the order in which threads met the names.

use hashbrown::HashMap;

use super::names::{MAX_NAMES, TooManyNames};
use crate::masking::Grouping;
use crate::plan::{Plan, named};

/// So many events are told apart, besides those the plan names.
pub const MOST_EVENTS: usize = 1000;

/// So many are counted before the column is taken for a wrong one.
pub const MOST_COUNTED: usize = 2_000_000;

/// And so many bytes of them.
const MOST_BYTES: usize = 256 << 20;

/// What is done with the names of events.
#[derive(Clone, Debug)]
pub enum Vocabulary {
    /// Every name gets a number, up to [`MOST_EVENTS`].
    Open,
    /// Names are counted and nothing else is.
    Counted,
    /// These have a number each, all others one together; before that each name becomes what the grouping calls it.
    Closed { names: Vec<Box<[u8]>>, grouping: Box<Grouping> },
}

/// A column has more different names than are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    pub column: &'static str,
    pub limit: usize,
}

impl TooMany {
    pub const SEGMENTS: TooMany = TooMany { column: "segment", limit: MAX_NAMES };

    pub const fn events(limit: usize) -> TooMany {
        TooMany { column: "event", limit }
    }
}

/// How often each name occurs.
#[derive(Debug, Default)]
pub struct NameCounts {
    pub(super) counts: HashMap<Box<[u8]>, u64>,
    bytes: usize,
}

impl NameCounts {
    /// Counts one row.
    pub fn add(&mut self, name: &[u8], rows: u64) -> Result<(), TooManyNames> {
        if let Some(count) = self.counts.get_mut(name) {
            *count += rows;
            return Ok(());
        }
        self.bytes += name.len();
        if self.counts.len() >= MOST_COUNTED || self.bytes > MOST_BYTES {
            return Err(TooManyNames);
        }
        self.counts.insert(name.into(), rows);
        Ok(())
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// The names, each with its rows.
    pub fn iter(&self) -> impl Iterator<Item = (&[u8], u64)> {
        self.counts.iter().map(|(name, rows)| (&**name, *rows))
    }

    /// The same of what the names are called in groups.
    pub fn grouped(self, grouping: &Grouping) -> NameCounts {
        let mut all = NameCounts::default();
        for (name, rows) in self.counts {
            *all.counts.entry(grouping.name_of(&name).into()).or_default() += rows;
        }
        all
    }

    /// The names of a plan and the most frequent, in byte order; of two that are as frequent, the first in byte order.
    pub fn most_frequent(self, plan: &Plan) -> Vec<Box<[u8]>> {
        let mut kept: Vec<Box<[u8]>> = named(plan).into_iter().collect();
        let mut counted: Vec<(u64, Box<[u8]>)> = self.counts.into_iter().map(|(name, count)| (count, name)).collect();
        counted.sort_unstable_by(|(a, a_name), (b, b_name)| b.cmp(a).then_with(|| a_name.cmp(b_name)));
        kept.extend(counted.into_iter().take(MOST_EVENTS).map(|(_, name)| name));
        kept.sort_unstable();
        kept.dedup();
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::tests::plan;
    use crate::plan::Ties;

    #[test]
    fn the_names_of_the_plan_and_the_most_frequent_are_kept() {
        let mut counts = NameCounts::default();
        (0..1100_u64).for_each(|n| counts.add(format!("page {n:04}").as_bytes(), 1 + n / 100).unwrap());
        counts.add(b"rare", 1).unwrap();
        assert_eq!(counts.len(), 1101);
        let kept = counts.most_frequent(&plan(&["Rare= rare "], Ties::File));
        // Two of the plan's reach groups, one of its stages.
        assert_eq!(kept.len(), 1003);
        assert_eq!([&*kept[0], &*kept[1], &*kept[2], &*kept[1002]], [&b"a"[..], b"c", b"page 0100", b"rare"]);
    }
}
