//! What changed between two periods beyond chance: rates held against the same rates of an earlier measurement.
//!
//! Each pair is tested as two shares (`statistics::two_shares`); Holm's correction runs over all pairs that are tested, and
//! a rate has changed where the corrected p is under 0.05. Groups that are too small in either period are not tested.

use super::small_groups::SmallGroups;
use super::statistics::{Difference, Interval, holm, two_shares, wilson};
use serde::Serialize;

/// Of how many customers (`.1`) so many dropped (`.0`), then and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub then: (u64, u64),
    pub now: (u64, u64),
}

/// What became of a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    Changed,
    /// The two cannot be told apart.
    NotTold,
    TooFew,
    /// The two were counted by different rules: what is between them may be the rules.
    OtherRules,
}

/// A rate of two periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub then: Interval,
    pub now: Interval,
    /// Now less then.
    pub difference: Difference,
    /// After Holm's correction; `None` where too few were counted to test.
    pub p: Option<f64>,
    pub movement: Movement,
}

/// The corrected p under which a rate has changed.
const LEVEL: f64 = 0.05;

/// What became of each pair, in their order; `None` for a pair that was not counted in one of the periods.
pub fn changes(pairs: &[Pair], small: &SmallGroups) -> Vec<Option<Change>> {
    let tests: Vec<_> = pairs.iter().map(|pair| two_shares(pair.now, pair.then)).collect();
    let is_small = |pair: &Pair| [pair.then, pair.now].iter().any(|(count, total)| small.holds(*count, *total));
    let tested: Vec<(usize, f64)> = pairs
        .iter()
        .zip(&tests)
        .enumerate()
        .filter_map(|(place, (pair, test))| test.filter(|_| !is_small(pair)).map(|test| (place, test.p)))
        .collect();
    let raw: Vec<f64> = tested.iter().map(|(_, p)| *p).collect();
    let corrected = holm(&raw);
    let p_of = |place: usize| {
        let nth = tested.iter().position(|(tested, _)| *tested == place)?;
        corrected.get(nth).copied()
    };
    let made = pairs.iter().zip(tests).enumerate().map(|(place, (pair, test))| {
        let (then, now) = (wilson(pair.then.0, pair.then.1)?, wilson(pair.now.0, pair.now.1)?);
        let p = p_of(place);
        let movement = match p {
            None => Movement::TooFew,
            Some(p) if p < LEVEL => Movement::Changed,
            Some(_) => Movement::NotTold,
        };
        Some(Change { then, now, difference: test?.difference, p, movement })
    });
    made.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn movements(pairs: &[Pair]) -> Vec<Option<Movement>> {
        changes(pairs, &SmallGroups::default()).into_iter().map(|change| change.map(|change| change.movement)).collect()
    }

    #[test]
    fn what_changed_is_told_from_what_did_not_and_from_what_is_too_few() {
        let changed = Pair { then: (120, 1_000), now: (210, 1_000) };
        let same = Pair { then: (120, 1_000), now: (125, 1_000) };
        let few = Pair { then: (3, 25), now: (20, 25) };
        let nobody = Pair { then: (0, 0), now: (20, 50) };
        let found = movements(&[changed, same, few, nobody]);
        assert_eq!(found, [Some(Movement::Changed), Some(Movement::NotTold), Some(Movement::TooFew), None]);
        let change = changes(&[changed], &SmallGroups::default())[0].unwrap();
        assert!((change.difference.points - 0.09).abs() < 1e-12 && change.difference.low > 0.0, "{change:?}");
    }

    #[test]
    fn many_looks_at_the_data_make_one_chance_hit_no_change() {
        // p is about 0.03 alone; among ten it is no longer under 0.05.
        let near = Pair { then: (100, 1_000), now: (131, 1_000) };
        let still = Pair { then: (100, 1_000), now: (100, 1_000) };
        assert_eq!(movements(&[near]), [Some(Movement::Changed)]);
        let many: Vec<Pair> = std::iter::once(near).chain(std::iter::repeat_n(still, 9)).collect();
        assert!(movements(&many).iter().all(|movement| *movement == Some(Movement::NotTold)));
    }
}
