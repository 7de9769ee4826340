//! Counts by place: a row of numbers while that is small, a table of those that occur where it would fill the memory.

use hashbrown::HashMap;

/// Counts, all 0 at first.
#[derive(Clone, Debug)]
pub enum Cells {
    Dense(Vec<u64>),
    Sparse(HashMap<u64, u64>),
}

impl Cells {
    /// Counts for the places below `places`. With up to `dense` of them every place has its memory.
    pub fn new(places: usize, dense: usize) -> Cells {
        if places <= dense { Cells::Dense(vec![0; places]) } else { Cells::Sparse(HashMap::new()) }
    }

    #[inline]
    pub fn add(&mut self, place: usize, n: u64) {
        match self {
            Cells::Dense(counts) => {
                if let Some(count) = counts.get_mut(place) {
                    *count += n;
                }
            }
            Cells::Sparse(counts) => *counts.entry(place as u64).or_default() += n,
        }
    }

    /// Adds 1 at each of these places.
    #[inline]
    pub fn add_one_each(&mut self, places: impl Iterator<Item = usize>) {
        match self {
            Cells::Dense(counts) => places.for_each(|place| {
                if let Some(count) = counts.get_mut(place) {
                    *count += 1;
                }
            }),
            Cells::Sparse(counts) => places.for_each(|place| *counts.entry(place as u64).or_default() += 1),
        }
    }

    /// Adds all counts of another that was made for as many places.
    pub fn merge(&mut self, other: &Cells) {
        other.counted().into_iter().for_each(|(place, n)| self.add(place, n));
    }

    /// The places that were counted, in order, with their counts.
    pub fn counted(&self) -> Vec<(usize, u64)> {
        match self {
            Cells::Dense(counts) => counts.iter().copied().enumerate().filter(|(_, n)| *n > 0).collect(),
            Cells::Sparse(counts) => {
                let mut counted: Vec<_> = counts.iter().map(|(place, n)| (*place as usize, *n)).collect();
                counted.sort_unstable();
                counted
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_keeping_counts_count_the_same() {
        let (mut dense, mut sparse) = (Cells::new(10, 10), Cells::new(10, 9));
        for cells in [&mut dense, &mut sparse] {
            [(7, 1), (2, 3), (7, 1)].into_iter().for_each(|(place, n)| cells.add(place, n));
            let copy = cells.clone();
            cells.merge(&copy);
            assert_eq!(cells.counted(), [(2, 6), (7, 4)]);
        }
        assert!(matches!((dense, sparse), (Cells::Dense(_), Cells::Sparse(_))));
    }
}
