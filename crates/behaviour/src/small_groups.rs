//! When a group is too small to say anything about it: the one rule for tables, ranks and tests.
//!
//! Promise: a group that [`SmallGroups::holds`] is shown grey and is neither ranked nor compared. The rule hides persons in
//! small groups: that nobody of enough did something, or that all of them did, tells of no person and is a figure like any.

use serde::Serialize;

/// The least that a group must have. By default 30 customers, and 5 of them on each side of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SmallGroups {
    /// Fewer customers than this are too few.
    pub customers: u64,
    /// Fewer than this who dropped, or who did not, are too few, unless it is nobody: the usual bound for a cell of a table
    /// of counts.
    pub in_a_cell: u64,
}

impl Default for SmallGroups {
    fn default() -> Self {
        Self { customers: 30, in_a_cell: 5 }
    }
}

impl SmallGroups {
    /// Whether a group of which `count` of `total` did something is too small.
    pub fn holds(&self, count: u64, total: u64) -> bool {
        total < self.customers || self.is_few(count) || self.is_few(total.saturating_sub(count))
    }

    /// Whether so many in a cell are some and too few.
    pub fn is_few(&self, count: u64) -> bool {
        count > 0 && count < self.in_a_cell
    }

    /// The fewest who may be told of as those who came to a stage: who stayed at the stage before is who came to this one.
    pub fn least(&self) -> u64 {
        self.customers.max(self.in_a_cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_customers_and_five_or_nobody_on_each_side_are_enough() {
        let rule = SmallGroups::default();
        for (count, total, is_small) in [
            (5, 30, false),
            (5, 29, true),
            (4, 30, true),
            (25, 30, false),
            (26, 30, true),
            (0, 0, true),
            (9, 3, true),
            (0, 30, false),
            (30, 30, false),
            (1, 30, true),
            (0, 29, true),
            (29, 29, true),
        ] {
            assert_eq!(rule.holds(count, total), is_small, "{count} of {total}");
        }
        assert!(!SmallGroups { customers: 10, in_a_cell: 2 }.holds(2, 10));
    }
}
