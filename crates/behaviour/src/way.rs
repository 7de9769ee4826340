//! The order in which customers typically go through events, out of how often one directly follows another.
//!
//! SpringRank: every time that event *i* is directly followed by *j* is a spring that wants *j* to stand one place after
//! *i*. The places are those of the least energy `½ Σ A_ij (s_j − s_i − 1)²`, which solve
//! `(D_out + D_in − A − Aᵀ) s = d_in − d_out`.
//! After C. De Bacco, D. B. Larremore, C. Moore: A physical model for efficient ranking in networks. *Science Advances* 4,
//! eaar8260 (2018), <https://doi.org/10.1126/sciadv.aar8260>.
//!
//! Solved by Gauss–Seidel, from the places along the strongest springs on and in a fixed order, so that the same counts
//! give the same places everywhere. Only differences within a group of events that follow one another mean anything; each
//! group is laid around 0. An event that follows itself says nothing about its place.

use super::report::Transition;
use std::collections::BTreeMap;

/// A sweep that moves no place by more than this is the last.
const STILL: f64 = 1e-9;
/// Steps over a spring that are made at most: less than half a second.
const MOST_STEPS: usize = 20_000_000;
/// Places that differ by less are the same: what is left of the solving must not decide.
const SAME: f64 = 1e-6;

/// The springs between two events.
#[derive(Clone, Copy, Debug, Default)]
struct Spring {
    /// How often one follows the other, either way.
    strength: f64,
    /// How much more often the other follows this one.
    net: f64,
}

/// Each event's springs, by the number of the other event.
type Springs = Vec<BTreeMap<usize, Spring>>;

/// Where each event stands in the customers' way, the smallest first. Equal numbers are equally early.
pub fn places(follows: &[Transition]) -> BTreeMap<&str, i64> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for name in follows.iter().flat_map(|pair| [pair.from.as_str(), pair.to.as_str()]) {
        let next = numbers.len();
        numbers.entry(name).or_insert(next);
    }
    let mut springs: Springs = vec![BTreeMap::new(); numbers.len()];
    for pair in follows.iter().filter(|pair| pair.from != pair.to && pair.count > 0) {
        let ends = (numbers.get(pair.from.as_str()), numbers.get(pair.to.as_str()));
        let (Some(&from), Some(&to)) = ends else { continue };
        for (one, other, sign) in [(from, to, 1.0), (to, from, -1.0)] {
            if let Some(springs) = springs.get_mut(one) {
                let spring = springs.entry(other).or_default();
                spring.strength += pair.count as f64;
                spring.net += sign * pair.count as f64;
            }
        }
    }
    let found = solved(&springs);
    let place = |nth: usize| found.get(nth).map_or(0, |place| (place / SAME).round() as i64);
    numbers.into_iter().map(|(name, nth)| (name, place(nth))).collect()
}

fn solved(springs: &Springs) -> Vec<f64> {
    let (mut place, groups) = along_the_strongest(springs);
    let steps: usize = springs.iter().map(BTreeMap::len).sum();
    for _ in 0..MOST_STEPS / steps.max(1) {
        let mut moved: f64 = 0.0;
        for (nth, springs) in springs.iter().enumerate() {
            let (mut strength, mut drawn) = (0.0, 0.0);
            for (other, spring) in springs {
                strength += spring.strength;
                drawn += spring.strength * place.get(*other).copied().unwrap_or(0.0) - spring.net;
            }
            if let Some(place) = place.get_mut(nth).filter(|_| strength > 0.0) {
                let now = drawn / strength;
                moved = moved.max((now - *place).abs());
                *place = now;
            }
        }
        if moved < STILL {
            break;
        }
    }
    for group in groups {
        let middle = group.iter().filter_map(|nth| place.get(*nth)).sum::<f64>() / group.len() as f64;
        group.iter().for_each(|nth| place.get_mut(*nth).into_iter().for_each(|place| *place -= middle));
    }
    place
}

/// Places at which the strongest springs are at rest, as many as can be, and the groups of events that hang together.
/// Where no way leads round in a circle, these are the places already.
fn along_the_strongest(springs: &Springs) -> (Vec<f64>, Vec<Vec<usize>>) {
    let mut place: Vec<Option<f64>> = vec![None; springs.len()];
    let mut groups = Vec::new();
    for first in 0..springs.len() {
        if place.get(first).is_some_and(Option::is_some) {
            continue;
        }
        let mut group: Vec<usize> = Vec::new();
        let mut next = Some((first, 0.0));
        while let Some((nth, at)) = next {
            place.get_mut(nth).into_iter().for_each(|place| *place = Some(at));
            group.push(nth);
            let ways = group.iter().flat_map(|one| springs.get(*one).into_iter().flatten().map(move |way| (*one, way)));
            let open = ways.filter(|(_, (other, _))| place.get(**other).is_some_and(Option::is_none));
            let best = open.max_by(|(_, (_, a)), (_, (_, b))| a.strength.total_cmp(&b.strength));
            next = best.and_then(|(one, (other, spring))| {
                Some((*other, place.get(one).copied().flatten()? + spring.net / spring.strength))
            });
        }
        groups.push(group);
    }
    (place.into_iter().map(Option::unwrap_or_default).collect(), groups)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pair(from: usize, to: usize, count: u64) -> Transition {
        // Names in no order of the way.
        let name = |nth: usize| format!("{}{nth}", ["q", "b", "z", "f", "m"][nth % 5]);
        Transition { from: name(from), to: name(to), count }
    }

    fn order(follows: &[Transition]) -> Vec<usize> {
        let places = places(follows);
        let mut order: Vec<(i64, usize)> =
            places.iter().map(|(name, place)| (*place, name[1..].parse().unwrap())).collect();
        order.sort();
        order.into_iter().map(|(_, nth)| nth).collect()
    }

    #[test]
    fn a_chain_stands_one_place_apart_and_a_side_way_beside_it() {
        let follows = [pair(0, 1, 90), pair(1, 2, 9), pair(2, 3, 1), pair(1, 1, 500)];
        let found: Vec<i64> = [0, 1, 2, 3].map(|nth| places(&follows)[pair(nth, 0, 1).from.as_str()]).to_vec();
        assert_eq!(found, [-1_500_000, -500_000, 500_000, 1_500_000]);
        assert_eq!(places(&[]), BTreeMap::new());
        assert_eq!(places(&[pair(4, 4, 7)]).into_values().collect::<Vec<_>>(), [0]);
        // What comes back as often as it goes on is neither before nor after.
        let back = places(&[pair(0, 1, 5), pair(1, 0, 5)]).into_values().collect::<Vec<_>>();
        assert_eq!(back, [0, 0]);
    }

    proptest! {
        #[test]
        fn a_chain_gives_its_order(counts in proptest::collection::vec(1u64..5_000, 1..20), again in 0u64..90_000) {
            let mut follows: Vec<Transition> =
                counts.iter().enumerate().map(|(nth, count)| pair(nth, nth + 1, *count)).collect();
            follows.extend((0..=counts.len()).map(|nth| pair(nth, nth, again)));
            let wanted: Vec<usize> = (0..=counts.len()).collect();
            prop_assert_eq!(order(&follows), wanted.clone());
            follows.reverse();
            prop_assert_eq!(order(&follows), wanted);
        }

        #[test]
        fn noise_does_not_turn_a_chain_around(noise in proptest::collection::vec(0u64..3, 64), strong in 100u64..9_000) {
            let mut follows: Vec<Transition> = (0..7).map(|nth| pair(nth, nth + 1, strong)).collect();
            follows.extend(noise.iter().enumerate().map(|(nth, count)| pair(nth / 8, nth % 8, *count)));
            prop_assert_eq!(order(&follows), (0..8).collect::<Vec<_>>());
        }
    }
}
