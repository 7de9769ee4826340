//! A copy of the map on which edits are tried that are only shown or asked about: a large map is copied once, and then
//! follows the map by what was touched.

use super::{Proposal, Session};
use crate::model::{Change, Edit, Map, Verb};

/// A map as it was edited at a stamp.
#[derive(Debug)]
pub(super) struct Spare {
    map: Map,
    stamp: u64,
}

impl Session {
    /// A copy of the map as edited; it is given back by [`Session::keep_spare`].
    pub(super) fn spare(&mut self) -> Map {
        self.spare.take().and_then(|spare| self.followed(spare)).unwrap_or_else(|| self.map.map().clone())
    }

    /// Brings a copy to where the map is now; None where it is not known how they differ.
    fn followed(&self, spare: Spare) -> Option<Map> {
        let Spare { mut map, stamp } = spare;
        let touched = self.trail.between(stamp, self.map_stamp)?;
        let changes: Vec<Change> = touched.into_iter().map(|record| self.map.change_to(record)).collect();
        if !changes.is_empty() {
            map.apply(Edit::of(Verb::Move, changes)).ok()?;
        }
        Some(map)
    }

    /// Keeps a copy of the map as it was edited at a stamp.
    pub(super) fn keep_spare(&mut self, map: Map, stamp: u64) {
        self.spare = Some(Spare { map, stamp });
    }

    /// Ends a proposal that is shown no more.
    pub(super) fn retire(&mut self, proposal: Option<Proposal>) {
        let Some(Proposal { mut map, back, of, .. }) = proposal else { return };
        if map.apply(back).is_ok() {
            self.keep_spare(map, of);
        }
    }

    /// What is to be seen in the map as an edit would leave it; None where the map refuses that.
    pub(super) fn tried<T>(&mut self, edit: &Edit, look: impl FnOnce(&Map) -> T) -> Option<T> {
        let mut map = self.spare();
        let seen = map.apply(edit.clone()).ok().map(|applied| (look(&map), applied.inverse));
        let (seen, is_back) = match seen {
            Some((seen, inverse)) => (Some(seen), map.apply(inverse).is_ok()),
            None => (None, true),
        };
        if is_back {
            self.keep_spare(map, self.map_stamp);
        }
        seen
    }
}
