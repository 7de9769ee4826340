//! Which figures may be given away, so that no count of too few can be read, or worked out from its neighbours.
//!
//! Two steps, as statistical offices take them (Hundepool et al., *Handbook on Statistical Disclosure Control*, ESSnet SDC
//! for Eurostat, version 1.2, 2010, chapter 4, on cell suppression):
//! - **primary suppression**: what [`SmallGroups::holds`] is not shown;
//! - **secondary suppression**: where a hidden count would follow from shown ones by subtraction, the next smallest count
//!   of the same stage is left out as well, or the next stage's where it would follow along the funnel.
//!
//! What can be subtracted: all customers are the segments and the rest, at every stage; where a stage's customers less those
//! who stand open at it and those who dropped are the next stage's, also from stage to stage. A rate tells of how many it is,
//! so it tells who stayed. It is shown only where both its stages are. The rest, customers of no shown segment, is never
//! shown and is protected like a segment.
//!
//! Nobody is no person: 0 of enough, and all of enough, are shown ([`are_nobody`]).
//!
//! Promise: no hidden count follows exactly from the shown ones (`no_hidden_count_follows_from_the_shown_ones` solves the
//! equations). Limits: a range may still follow, as from any table with totals; where all of all customers stayed, it
//! follows that all of each small group did.

use super::small_groups::SmallGroups;

/// One audience's counts: customers, and those at each stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub customers: u64,
    pub stages: Vec<AtStage>,
}

/// The counts of one stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtStage {
    /// All who came.
    pub came: u64,
    /// Those of whom it is known what became of them there; the others still stand open.
    pub known: u64,
    /// Of those, who dropped. At the last stage nobody does.
    pub dropped: u64,
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
    /// At each stage: who came to it; and who dropped, with the rate and everything else that is told of those who did.
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
    /// Of each stage but the last: where those who dropped are told.
    dropped: Vec<Dropped>,
    /// Two blocks and a place in them: the difference of the two counts is not to be worked out.
    secret_differences: Vec<(usize, usize, usize)>,
    /// Two blocks of a chain between which nobody of all dropped: whoever knows one of their counts knows the other.
    same: Vec<(usize, usize)>,
}

/// Where those who dropped at a stage are told.
#[derive(Clone, Copy)]
enum Dropped {
    /// By the next stage's customers.
    ByNext,
    /// In a block of their own.
    Block(usize),
    /// In a block of their own, which tells who came to the next stage too.
    TellsNext(usize),
}

/// At which stages nobody of enough is left, so that saying so tells of no person: after a stage, or of an audience, of
/// which may be told.
pub fn are_nobody(customers: u64, came: impl IntoIterator<Item = u64>, rule: &SmallGroups) -> Vec<bool> {
    let mut were_enough = customers >= rule.least();
    let each = came.into_iter().map(|came| {
        let is_nobody = came == 0 && were_enough;
        were_enough = is_nobody || came >= rule.least();
        is_nobody
    });
    each.collect()
}

/// The block of a stage's customers.
const fn came_block(stage: usize) -> usize {
    stage + 1
}

impl Table {
    fn of(audiences: &[&Counts], rule: &SmallGroups) -> Self {
        let stages = audiences.iter().map(|counts| counts.stages.len()).min().unwrap_or(0);
        let at = |counts: &Counts, stage: usize| counts.stages.get(stage).copied().unwrap_or_default();
        let nobody: Vec<Vec<bool>> = audiences.iter().map(|counts| nobody_of(counts, rule)).collect();
        let is_nobody = |place: usize, stage: usize| {
            // That nobody of all came tells it of each.
            [0, place].iter().any(|place| nobody.get(*place).and_then(|found| found.get(stage)) == Some(&true))
        };
        let is_few = |count: u64| count < rule.least();
        let column = |of: &dyn Fn(&Counts) -> u64| audiences.iter().map(|counts| of(counts)).collect::<Vec<u64>>();
        let mut blocks = vec![Block::of(column(&|counts| counts.customers), |_, count| is_few(count))];
        blocks.extend((0..stages).map(|stage| {
            Block::of(column(&|counts| at(counts, stage).came), |place, count| {
                is_few(count) && !is_nobody(place, stage)
            })
        }));
        let mut table = Self { stages, blocks, dropped: Vec::new(), secret_differences: Vec::new(), same: Vec::new() };
        for stage in 0..stages.saturating_sub(1) {
            let goes_on = |counts: &&Counts| {
                let here = at(counts, stage);
                here.known.checked_sub(here.dropped) == Some(at(counts, stage + 1).came)
            };
            let has_open = audiences.iter().any(|counts| at(counts, stage).known != at(counts, stage).came);
            let (here, next) = (came_block(stage), came_block(stage + 1));
            let is_chain = audiences.iter().all(goes_on);
            if is_chain && !has_open {
                let pairs = table.counts(here).iter().zip(table.counts(next));
                let gone: Vec<u64> = pairs.map(|(here, next)| here.saturating_sub(*next)).collect();
                table.forbid(here, next, gone.iter().map(|gone| rule.is_few(*gone)));
                if gone.first() == Some(&0) {
                    table.same.push((here, next));
                }
                table.dropped.push(Dropped::ByNext);
                continue;
            }
            // A rate tells how many dropped and of how many.
            let known = Block::of(column(&|counts| at(counts, stage).known), |_, _| false).counts;
            let dropped = Block::of(column(&|counts| at(counts, stage).dropped), |_, _| false).counts;
            let is_secret = |place: usize, _| {
                let [known, dropped] = [&known, &dropped].map(|counts| counts.get(place).copied().unwrap_or(0));
                let few_known = has_open && known > 0 && is_few(known);
                few_known || rule.is_few(dropped) || rule.is_few(known.saturating_sub(dropped))
            };
            let told = if has_open {
                column(&|counts| at(counts, stage).known)
            } else {
                column(&|counts| at(counts, stage).dropped)
            };
            table.blocks.push(Block::of(told, is_secret));
            let place = table.blocks.len() - 1;
            table.dropped.push(if is_chain { Dropped::TellsNext(place) } else { Dropped::Block(place) });
        }
        table
    }

    fn counts(&self, block: usize) -> &[u64] {
        self.blocks.get(block).map_or(&[], |block| &block.counts)
    }

    fn forbid(&mut self, first: usize, second: usize, few: impl Iterator<Item = bool>) {
        let few = few.enumerate().filter(|(_, few)| *few);
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
            for (here, next) in self.same.clone() {
                for place in 0..self.blocks.get(here).map_or(0, |block| block.visible.len() - 1) {
                    hid |= self.hide_as(here, next, place) | self.hide_as(next, here, place);
                }
            }
            // Who dropped is told only together with who came to the stage, and never tells who came to the next one.
            for stage in 0..self.dropped.len() {
                let (block, tells_next) = match self.dropped.get(stage) {
                    Some(Dropped::Block(block)) => (*block, false),
                    Some(Dropped::TellsNext(block)) => (*block, true),
                    Some(Dropped::ByNext) | None => continue,
                };
                for place in 0..self.blocks.get(block).map_or(0, |block| block.visible.len()) {
                    let has_here = self.shows(came_block(stage), place);
                    let mine = self.blocks.get_mut(block).and_then(|block| block.visible.get_mut(place));
                    if let Some(mine) = mine.filter(|mine| **mine && !has_here) {
                        (*mine, hid) = (false, true);
                    }
                    let knows = |block: usize| self.blocks.get(block).is_some_and(|block| block.tells(place));
                    let next = came_block(stage + 1);
                    if tells_next && knows(block) && !knows(next) && !self.shows(next, place) {
                        hid |= self.blocks.get_mut(block).is_some_and(|block| block.hide(place));
                    }
                }
            }
            if !hid {
                return;
            }
        }
    }

    fn shows(&self, block: usize, place: usize) -> bool {
        self.blocks.get(block).and_then(|block| block.visible.get(place)) == Some(&true)
    }

    /// Hides a count of the second block where that of the first is hidden.
    fn hide_as(&mut self, first: usize, second: usize, place: usize) -> bool {
        let hides = !self.shows(first, place) && self.shows(second, place);
        hides && self.blocks.get_mut(second).is_some_and(|block| block.hide(place))
    }

    fn answer(&self, place: usize, counts: &Counts, rule: &SmallGroups) -> Disclosed {
        let shows = |block: usize| self.shows(block, place);
        let cell = |is_shown: bool, is_few: bool| match (is_shown, is_few) {
            (true, _) => Cell::Shown,
            (false, true) => Cell::TooFew,
            (false, false) => Cell::Protects,
        };
        let nobody = nobody_of(counts, rule);
        let stage = |stage: usize| {
            let AtStage { came, known, dropped } = counts.stages.get(stage).copied().unwrap_or_default();
            let came_few = came < rule.least() && nobody.get(stage) != Some(&true);
            let here = shows(came_block(stage));
            let gone = match self.dropped.get(stage) {
                None => here,
                Some(Dropped::ByNext) => here && shows(came_block(stage + 1)),
                Some(Dropped::Block(block) | Dropped::TellsNext(block)) => here && shows(*block),
            };
            // Where nobody is, or nobody is known of, no rate can be told.
            let is_last = stage + 1 == self.stages;
            let gone_is_few = if is_last || known == 0 { came_few } else { rule.holds(dropped, known) };
            // A rule that is looser than a bound of its own never shows what it holds.
            (cell(here, came_few), cell(gone && !gone_is_few, gone_is_few))
        };
        Disclosed {
            customers: cell(shows(0), counts.customers < rule.least()),
            stages: (0..self.stages).map(stage).collect(),
        }
    }
}

fn nobody_of(counts: &Counts, rule: &SmallGroups) -> Vec<bool> {
    are_nobody(counts.customers, counts.stages.iter().map(|stage| stage.came), rule)
}

impl Block {
    /// `is_secret` says of a place and its count whether it is to be hidden.
    fn of(mut counts: Vec<u64>, is_secret: impl Fn(usize, u64) -> bool) -> Self {
        let (total, segments) = counts.split_first().map_or((0, &[][..]), |(total, segments)| (*total, segments));
        let sum = segments.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
        let adds_up = !segments.is_empty() && sum <= total;
        let rest = total.saturating_sub(sum);
        let rest_place = counts.len();
        let mut secret: Vec<bool> = counts.iter().enumerate().map(|(place, count)| is_secret(place, *count)).collect();
        let mut visible: Vec<bool> = secret.iter().map(|secret| !secret).collect();
        counts.push(rest);
        secret.push(rest > 0 && is_secret(rest_place, rest));
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
