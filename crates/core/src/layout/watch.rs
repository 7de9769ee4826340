//! Who watches while pages are laid out: hears how far that is, and may stop it.
//!
//! A page tries ways to show the map, and how many it will take is not known before. So the work has phases, each a share of the
//! whole, and each try brings its phase nearer to its end. What was stopped is not whole, and nobody shows it.

use std::cell::Cell;
use std::fmt;
use std::ops::{ControlFlow, Range};

/// Each try takes so much of what is left of its phase.
const TAKEN: f32 = 0.2;

/// Told after each try how much is done, 0 … 1, never less than before.
pub struct Watch<'a> {
    told: &'a dyn Fn(f32) -> ControlFlow<()>,
    /// The share of the whole that the work at hand is.
    within: Cell<(f32, f32)>,
    /// What of that is done, and what the phase ends with.
    phase: Cell<(f32, f32)>,
    done: Cell<f32>,
    tried: Cell<usize>,
    is_stopped: Cell<bool>,
}

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("done", &self.done).field("is_stopped", &self.is_stopped).finish_non_exhaustive()
    }
}

impl<'a> Watch<'a> {
    /// `told` stops the work by a break.
    pub fn new(told: &'a dyn Fn(f32) -> ControlFlow<()>) -> Self {
        Self {
            told,
            within: Cell::new((0.0, 1.0)),
            phase: Cell::new((0.0, 1.0)),
            done: Cell::new(0.0),
            tried: Cell::new(0),
            is_stopped: Cell::new(false),
        }
    }

    /// Whether somebody stopped the work.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.get()
    }

    /// How many boards were laid out.
    pub fn tried(&self) -> usize {
        self.tried.get()
    }

    /// What comes now is this share of the whole.
    pub(super) fn within(&self, share: Range<f32>) {
        self.within.set((share.start, share.end));
        self.phase(0.0..1.0);
    }

    /// What comes now is this share of the work at hand.
    pub(super) fn phase(&self, share: Range<f32>) {
        self.phase.set((share.start, share.end));
        self.tell();
    }

    /// The nth of so many parts of a share begins.
    pub(super) fn part(&self, share: Range<f32>, nth: usize, of: usize) {
        let of = of.max(1) as f32;
        let at = |nth: f32| share.start + (share.end - share.start) * (nth / of).min(1.0);
        self.phase(at(nth as f32)..at(nth as f32 + 1.0));
    }

    /// A board was laid out.
    pub(super) fn tries(&self) {
        self.tried.set(self.tried.get() + 1);
        let (at, end) = self.phase.get();
        self.phase.set((at + (end - at) * TAKEN, end));
        self.tell();
    }

    fn tell(&self) {
        let (from, to) = self.within.get();
        let done = (from + (to - from) * self.phase.get().0).max(self.done.get());
        self.done.set(done);
        if (self.told)(done).is_break() {
            self.is_stopped.set(true);
        }
    }
}

impl Default for Watch<'_> {
    /// Nobody watches.
    fn default() -> Self {
        Self::new(&|_| ControlFlow::Continue(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Leaf, Lens, arrange_leaf, arrange_leaves};
    use crate::scene::PageSize;
    use crate::text::Shaper;
    use crate::theme::Theme;
    use std::cell::RefCell;

    /// Lays the sample out for a page, or for as many as it takes.
    fn lay(watch: &Watch<'_>, many: bool) {
        let (map, seen, theme, shaper) = (sample::map(), Lens::default().into(), Theme::light(), Shaper::bundled());
        match many {
            true => drop(arrange_leaves(&map, &seen, &theme, &shaper, PageSize::A4, watch)),
            false => drop(arrange_leaf(&map, &seen, &theme, &shaper, &Leaf::single(PageSize::A4), watch)),
        }
    }

    #[test]
    fn what_is_done_only_grows_and_comes_near_to_all() {
        for many in [false, true] {
            let heard = RefCell::new(Vec::new());
            let told = |share: f32| {
                heard.borrow_mut().push(share);
                ControlFlow::Continue(())
            };
            lay(&Watch::new(&told), many);
            let heard = heard.into_inner();
            assert!(heard.len() > 5 && heard.windows(2).all(|two| two[0] <= two[1]), "{heard:?}");
            let (first, last) = (heard[0], heard[heard.len() - 1]);
            assert!(first < 0.2 && (0.6..=1.0).contains(&last), "{first} … {last}");
        }
    }

    #[test]
    fn what_is_stopped_tries_nothing_more() {
        for many in [false, true] {
            for most in [0, 2, 5] {
                let count = Cell::new(0);
                let told = |_| {
                    count.set(count.get() + 1);
                    if count.get() > most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                };
                let watch = Watch::new(&told);
                lay(&watch, many);
                assert!(watch.is_stopped() && watch.tried() <= most, "{} tries after {most}", watch.tried());
            }
        }
    }
}
