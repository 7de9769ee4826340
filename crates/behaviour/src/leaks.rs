//! Leaks in money: what the customers who leave at a stage would have been worth, as a range, and which leak comes first.
//!
//! Definitions, for `dropped` of `reached` customers, their rate's Wilson interval `low` … `high`, and a customer's value
//! as a range:
//! - **lost**, in customers: `reached · low`, `dropped`, `reached · high`;
//! - **at stake**, in money: each end of lost times the same end of the value, so the range holds both doubts at once;
//! - **recovered**, if the rate fell to that of the best group: `reached` times the difference of the rates, from
//!   `low − best's high` over `rate − best's rate` to `high − best's low`, each 0 at least, and times the value.
//!
//! Ends are paired with ends: the range is never narrower than one at 95 %, and needs no independence of the groups.
//! Leaks are ranked by the lower end. Groups that are too small are never ranked and never the best.

use super::small_groups::SmallGroups;
use super::statistics::{Interval, wilson};
use serde::Serialize;

/// A number that is not known exactly; `low <= likely <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Range {
    pub low: f64,
    pub likely: f64,
    pub high: f64,
}

impl Range {
    /// End times end; for ranges that are nowhere below 0.
    fn times(self, other: Range) -> Range {
        Range { low: self.low * other.low, likely: self.likely * other.likely, high: self.high * other.high }
    }

    fn scaled(self, factor: f64) -> Range {
        Range { low: self.low * factor, likely: self.likely * factor, high: self.high * factor }
    }
}

/// A group of customers at a stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    pub reached: u64,
    pub dropped: u64,
    /// What a customer of the group is worth, in money; `None` when nobody said.
    pub value: Option<Range>,
}

/// What leaves with those who drop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leak {
    pub rate: Interval,
    /// Customers.
    pub lost: Range,
    /// Money.
    pub at_stake: Option<Range>,
}

/// What a better rate would keep.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recovery {
    /// Customers.
    pub customers: Range,
    /// Money.
    pub money: Option<Range>,
}

/// A group's leak; `None` where nobody came.
pub fn leak(group: &Group) -> Option<Leak> {
    let rate = wilson(group.dropped, group.reached)?;
    let reached = group.reached as f64;
    let lost = Range { low: reached * rate.low, likely: group.dropped as f64, high: reached * rate.high };
    Some(Leak { rate, lost, at_stake: group.value.map(|value| lost.times(value)) })
}

/// What a group would keep at the best group's rate; nothing where it is the better one.
pub fn recovery(group: &Group, best: &Group) -> Option<Recovery> {
    let (rate, best) = (wilson(group.dropped, group.reached)?, wilson(best.dropped, best.reached)?);
    let kept = |from: f64, to: f64| (from - to).max(0.0);
    let points =
        Range { low: kept(rate.low, best.high), likely: kept(rate.rate, best.rate), high: kept(rate.high, best.low) };
    let customers = points.scaled(group.reached as f64);
    Some(Recovery { customers, money: group.value.map(|value| customers.times(value)) })
}

/// The place of the group with the lowest rate among those that are not too small; the first of equal ones.
pub fn best(groups: &[Group], small: &SmallGroups) -> Option<usize> {
    let rate = |group: &Group| group.dropped as f64 / group.reached as f64;
    let counted = groups.iter().enumerate().filter(|(_, group)| !small.holds(group.dropped, group.reached));
    counted.min_by(|(_, a), (_, b)| rate(a).total_cmp(&rate(b))).map(|(place, _)| place)
}

/// Each group's rank from 1 by the lower end of what is at stake (of the customers lost, if no group has a value); equal
/// ones by the likely, then in their order. `None` for groups that are too small, and for those without a value beside
/// groups with one.
pub fn ranks(groups: &[Group], small: &SmallGroups) -> Vec<Option<usize>> {
    let in_money = groups.iter().any(|group| group.value.is_some());
    let size = |group: &Group| {
        let leak = leak(group).filter(|_| !small.holds(group.dropped, group.reached))?;
        if in_money { leak.at_stake } else { Some(leak.lost) }
    };
    let mut order: Vec<(usize, Range)> =
        groups.iter().enumerate().filter_map(|(place, group)| Some((place, size(group)?))).collect();
    order.sort_by(|(_, a), (_, b)| b.low.total_cmp(&a.low).then(b.likely.total_cmp(&a.likely)));
    let mut ranks = vec![None; groups.len()];
    for (nth, (place, _)) in order.into_iter().enumerate() {
        if let Some(rank) = ranks.get_mut(place) {
            *rank = Some(nth + 1);
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SMALL: SmallGroups = SmallGroups { customers: 30, in_a_cell: 5 };

    fn group(dropped: u64, reached: u64, value: Option<[f64; 3]>) -> Group {
        Group { reached, dropped, value: value.map(|[low, likely, high]| Range { low, likely, high }) }
    }

    /// 81 of 263 is Newcombe's (1998) example: 0.2553 to 0.3662.
    #[test]
    fn a_leak_is_the_interval_times_the_value() {
        let leak = leak(&group(81, 263, Some([10.0, 20.0, 40.0]))).unwrap();
        assert!((leak.lost.low - 263.0 * 0.2553).abs() < 0.02, "{leak:?}");
        assert_eq!(leak.lost.likely, 81.0);
        assert!((leak.lost.high - 263.0 * 0.3662).abs() < 0.02, "{leak:?}");
        let money = leak.at_stake.unwrap();
        assert_eq!(money, Range { low: leak.lost.low * 10.0, likely: 1620.0, high: leak.lost.high * 40.0 });
        assert_eq!(super::leak(&group(0, 0, None)), None);
    }

    #[test]
    fn matching_the_best_keeps_the_difference_and_no_less_than_nothing() {
        let (worse, better) = (group(300, 1000, Some([1.0, 2.0, 3.0])), group(100, 1000, None));
        let kept = recovery(&worse, &better).unwrap();
        let (from, to) = (wilson(300, 1000).unwrap(), wilson(100, 1000).unwrap());
        assert!((kept.customers.likely - 200.0).abs() < 1e-9);
        assert!((kept.customers.low - 1000.0 * (from.low - to.high)).abs() < 1e-9);
        assert!((kept.money.unwrap().high - 3000.0 * (from.high - to.low)).abs() < 1e-9);
        let none = recovery(&better, &worse).unwrap();
        assert_eq!((none.customers.high, none.money), (0.0, None));
        // The intervals of 11 % and 10 % overlap: nothing may be to be had.
        assert_eq!(recovery(&group(110, 1000, None), &better).unwrap().customers.low, 0.0);
    }

    #[test]
    fn ranks_follow_the_lower_end_and_pass_over_small_groups() {
        let wide = group(40, 100, Some([1.0, 50.0, 900.0]));
        let sure = group(300, 1000, Some([9.0, 10.0, 11.0]));
        let few_dropped = group(4, 4000, Some([1e6, 1e6, 1e6]));
        let few_reached = group(15, 29, Some([1e6, 1e6, 1e6]));
        let unvalued = group(900, 1000, None);
        let groups = [wide, sure, few_dropped, few_reached, unvalued];
        assert_eq!(ranks(&groups, &SMALL), [Some(2), Some(1), None, None, None]);
        let unvalued = groups.map(|group| Group { value: None, ..group });
        assert_eq!(ranks(&unvalued, &SMALL), [Some(3), Some(2), None, None, Some(1)]);
        assert_eq!(ranks(&[sure, sure], &SMALL), [Some(1), Some(2)]);
    }

    #[test]
    fn the_best_is_the_lowest_rate_that_is_no_accident() {
        let groups = [group(300, 1000, None), group(1, 20, None), group(200, 1000, None), group(200, 1000, None)];
        assert_eq!(best(&groups, &SMALL), Some(2));
        assert_eq!(best(&groups[1..2], &SMALL), None);
    }

    proptest! {
        #[test]
        fn ranges_are_in_order(dropped in 0u64..5_000, more in 0u64..5_000, other in 0u64..5_000, money in 0.0..1e9f64) {
            let value = Some([money * 0.5, money, money * 2.0]);
            let (one, two) = (group(dropped, dropped + more, value), group(other, other + 1, value));
            let in_order = |range: Range| 0.0 <= range.low && range.low <= range.likely && range.likely <= range.high;
            if let Some(leak) = leak(&one) {
                prop_assert!(in_order(leak.lost) && leak.at_stake.is_some_and(in_order), "{:?}", leak);
                let kept = recovery(&one, &two).unwrap();
                prop_assert!(in_order(kept.customers) && kept.money.is_some_and(in_order), "{:?}", kept);
            }
        }
    }
}
