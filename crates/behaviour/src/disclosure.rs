//! Which figures may be given away, so that no count of too few can be read, or worked out from its neighbours.
//!
//! Two steps, as statistical offices take them (Hundepool et al., *Handbook on Statistical Disclosure Control*, ESSnet SDC
//! for Eurostat, version 1.2, 2010, chapter 4, on cell suppression):
//! - **primary suppression**: what [`SmallGroups::holds`] is not shown;
//! - **secondary suppression**: where a hidden count would follow from shown ones by subtraction, the next smallest count
//!   of the same stage is left out as well, or the next stage's where it would follow along the funnel.
//!
//! What can be subtracted: all customers are the segments and the rest, at every stage; where a stage's customers less those
//! who dropped are the next stage's, also from stage to stage. So a rate is shown only where both its stages are. The rest,
//! customers of no shown segment, is never shown and is protected like a segment.
//!
//! Promise: no hidden count follows exactly from the shown ones (`no_hidden_count_follows_from_the_shown_ones` solves the
//! equations). Limits: a range may still follow, as from any table with totals.

use super::small_groups::SmallGroups;

/// One audience's counts: customers, and at each stage who reached it and who of those dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub customers: u64,
    /// At the last stage nobody drops.
    pub stages: Vec<(u64, u64)>,
}

/// Whether a figure may be given away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    #[default]
    Shown,
    /// It rests on too few.
    TooFew,
    /// A figure of too few would follow from it.
    Protects,
}

/// What may be given away of one audience.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disclosed {
    pub customers: Cell,
    /// At each stage: who reached it; and who dropped, with the rate and everything else that is told of those who did.
    pub stages: Vec<(Cell, Cell)>,
}

/// Counts of one kind, one for each audience: the total first, then the segments, then the rest.
struct Block {
    counts: Vec<u64>,
    /// Not to be read, and not to be worked out.
    secret: Vec<bool>,
    visible: Vec<bool>,
    /// Whether the total is the sum of the others.
    adds_up: bool,
}

/// What may be given away of a total and its segments, in their order, the total first.
pub fn disclosed(total: &Counts, segments: &[Counts], rule: &SmallGroups) -> Vec<Disclosed> {
    let audiences: Vec<&Counts> = std::iter::once(total).chain(segments).collect();
    let mut table = Table::of(&audiences, rule);
    table.hide();
    audiences.iter().enumerate().map(|(place, counts)| table.answer(place, counts, rule)).collect()
}

struct Table {
    stages: usize,
    /// Customers, then one for each stage, then one of those who dropped for each stage that is no chain.
    blocks: Vec<Block>,
    /// Of each stage but the last: the block of those who dropped; `None` where the next stage's customers tell it.
    dropped: Vec<Option<usize>>,
    /// Two blocks and a place in them: the difference of the two counts is not to be worked out.
    secret_differences: Vec<(usize, usize, usize)>,
}

/// The fewest that may be told of: who stayed at one stage is who reached the next.
fn least(rule: &SmallGroups) -> u64 {
    rule.customers.max(rule.in_a_cell)
}

/// The block of a stage's customers.
const fn reached_block(stage: usize) -> usize {
    stage + 1
}

impl Table {
    fn of(audiences: &[&Counts], rule: &SmallGroups) -> Self {
        let stages = audiences.iter().map(|counts| counts.stages.len()).min().unwrap_or(0);
        let at = |counts: &Counts, stage: usize| counts.stages.get(stage).copied().unwrap_or_default();
        let is_few = |count: u64| count < least(rule);
        let column = |of: &dyn Fn(&Counts) -> u64| audiences.iter().map(|counts| of(counts)).collect::<Vec<u64>>();
        let mut blocks = vec![Block::of(column(&|counts| counts.customers), is_few)];
        blocks.extend((0..stages).map(|stage| Block::of(column(&|counts| at(counts, stage).0), is_few)));
        let mut table = Self { stages, blocks, dropped: Vec::new(), secret_differences: Vec::new() };
        for stage in 0..stages.saturating_sub(1) {
            let follows = |counts: &&Counts| {
                let (reached, dropped) = at(counts, stage);
                reached.checked_sub(dropped) == Some(at(counts, stage + 1).0)
            };
            let (here, next) = (reached_block(stage), reached_block(stage + 1));
            if audiences.iter().all(follows) {
                let pairs = table.counts(here).iter().zip(table.counts(next));
                let few: Vec<bool> = pairs.map(|(here, next)| here.saturating_sub(*next) < rule.in_a_cell).collect();
                table.forbid(here, next, &few);
                table.dropped.push(None);
                continue;
            }
            let dropped = Block::of(column(&|counts| at(counts, stage).1), |count| count < rule.in_a_cell);
            let pairs = table.counts(here).iter().zip(&dropped.counts);
            let few: Vec<bool> = pairs.map(|(here, gone)| here.saturating_sub(*gone) < rule.in_a_cell).collect();
            table.blocks.push(dropped);
            let place = table.blocks.len() - 1;
            table.forbid(here, place, &few);
            table.dropped.push(Some(place));
        }
        table
    }

    fn counts(&self, block: usize) -> &[u64] {
        self.blocks.get(block).map_or(&[], |block| &block.counts)
    }

    fn forbid(&mut self, first: usize, second: usize, few: &[bool]) {
        let few = few.iter().enumerate().filter(|(_, few)| **few);
        self.secret_differences.extend(few.map(|(place, _)| (first, second, place)));
    }

    /// Takes more and more away until nothing secret follows. Each turn takes at least one figure, so it ends.
    fn hide(&mut self) {
        loop {
            let mut hid = false;
            for block in &mut self.blocks {
                if let Some(place) = block.only_unknown().filter(|place| block.secret.get(*place) == Some(&true)) {
                    hid |= block.hide_another(place);
                }
            }
            for (first, second, place) in self.secret_differences.clone() {
                let knows = |block: usize| self.blocks.get(block).is_some_and(|block| block.tells(place));
                if knows(first) && knows(second) {
                    hid |= self.blocks.get_mut(second).is_some_and(|block| block.hide(place));
                }
            }
            // Who dropped is told only together with who reached the stage.
            for (stage, dropped) in self.dropped.iter().enumerate() {
                let Some(dropped) = *dropped else { continue };
                let reached = self.blocks.get(reached_block(stage)).map(|block| block.visible.clone());
                let Some((block, reached)) = self.blocks.get_mut(dropped).zip(reached) else { continue };
                for (mine, reached) in block.visible.iter_mut().zip(reached) {
                    hid |= *mine && !reached;
                    *mine &= reached;
                }
            }
            if !hid {
                return;
            }
        }
    }

    fn answer(&self, place: usize, counts: &Counts, rule: &SmallGroups) -> Disclosed {
        let shows =
            |block: usize| self.blocks.get(block).and_then(|block| block.visible.get(place)).copied().unwrap_or(false);
        let cell = |is_shown: bool, is_few: bool| match (is_shown, is_few) {
            (true, _) => Cell::Shown,
            (false, true) => Cell::TooFew,
            (false, false) => Cell::Protects,
        };
        let stage = |stage: usize| {
            let (reached, dropped) = counts.stages.get(stage).copied().unwrap_or_default();
            let here = shows(reached_block(stage));
            let gone = match self.dropped.get(stage) {
                None => here,
                Some(None) => here && shows(reached_block(stage + 1)),
                Some(Some(block)) => here && shows(*block),
            };
            let is_last = stage + 1 == self.stages;
            let gone_is_few = if is_last { reached < least(rule) } else { rule.holds(dropped, reached) };
            // A rule that is looser than a bound of its own never shows what it holds.
            (cell(here, reached < least(rule)), cell(gone && !gone_is_few, gone_is_few))
        };
        Disclosed {
            customers: cell(shows(0), counts.customers < least(rule)),
            stages: (0..self.stages).map(stage).collect(),
        }
    }
}

impl Block {
    fn of(mut counts: Vec<u64>, is_few: impl Fn(u64) -> bool) -> Self {
        let (total, segments) = counts.split_first().map_or((0, &[][..]), |(total, segments)| (*total, segments));
        let sum = segments.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
        let adds_up = !segments.is_empty() && sum <= total;
        let mut secret: Vec<bool> = counts.iter().map(|count| is_few(*count)).collect();
        let mut visible: Vec<bool> = secret.iter().map(|secret| !secret).collect();
        let rest = total.saturating_sub(sum);
        counts.push(rest);
        secret.push(rest > 0 && is_few(rest));
        // Nobody is no unknown.
        visible.push(rest == 0);
        Self { counts, secret, visible, adds_up }
    }

    /// The one count that is not shown, and follows from the others.
    fn only_unknown(&self) -> Option<usize> {
        let mut unknown = self.visible.iter().enumerate().filter(|(_, visible)| !**visible).map(|(place, _)| place);
        let first = unknown.next().filter(|_| self.adds_up)?;
        unknown.next().is_none().then_some(first)
    }

    /// Whether a count is shown or follows from the others. The rest of nobody tells of nobody.
    fn tells(&self, place: usize) -> bool {
        let is_rest = place + 1 == self.visible.len();
        let shows = self.visible.get(place) == Some(&true) && !(is_rest && self.counts.last() == Some(&0));
        shows || self.only_unknown() == Some(place)
    }

    /// Sees to it that a count is neither shown nor follows at once.
    fn hide(&mut self, place: usize) -> bool {
        match self.visible.get_mut(place) {
            Some(visible) if *visible => {
                *visible = false;
                true
            }
            _ => self.hide_another(place),
        }
    }

    /// Hides the smallest other count that is shown: of the segments, or else the total.
    fn hide_another(&mut self, place: usize) -> bool {
        let segments = 1..self.visible.len().saturating_sub(1);
        let shown = |at: &usize| *at != place && self.visible.get(*at) == Some(&true);
        let smallest = segments.filter(shown).min_by_key(|at| self.counts.get(*at).copied());
        let other = smallest.or_else(|| Some(0).filter(shown));
        if let Some(visible) = other.and_then(|other| self.visible.get_mut(other)) {
            *visible = false;
        }
        other.is_some()
    }
}

#[cfg(test)]
mod tests;
