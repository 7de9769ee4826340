//! Which records tell one state of the map from another: what each of the last edits and proposals touched.

use crate::model::RecordRef;
use std::collections::{BTreeSet, VecDeque};

/// Steps that are remembered; a picture that is older is made anew.
const STEPS: usize = 64;

/// The last steps from stamp to stamp.
#[derive(Debug, Default)]
pub(super) struct Trail {
    steps: VecDeque<Step>,
}

#[derive(Debug)]
struct Step {
    /// The map of this stamp …
    to: u64,
    /// … is the one of that, but for what was touched.
    from: u64,
    touched: BTreeSet<RecordRef>,
}

impl Trail {
    /// Notes that the map of the stamp `to` came from that of an earlier one.
    pub fn note(&mut self, from: u64, to: u64, touched: BTreeSet<RecordRef>) {
        self.steps.push_back(Step { to, from, touched });
        if self.steps.len() > STEPS {
            self.steps.pop_front();
        }
    }

    /// Every record in which the maps of two stamps can differ; None where that is not known.
    pub fn between(&self, one: u64, other: u64) -> Option<BTreeSet<RecordRef>> {
        let (mut early, mut late) = (one.min(other), one.max(other));
        let mut touched = BTreeSet::new();
        // A step leads from an earlier stamp to a later one, so the later of the two is walked back.
        while early != late {
            let step = self.steps.iter().rev().find(|step| step.to == late)?;
            touched.extend(step.touched.iter().copied());
            (early, late) = (early.min(step.from), early.max(step.from));
        }
        Some(touched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StageId;

    #[test]
    fn two_proposals_differ_by_what_both_touched() {
        let touched = |ids: &[u64]| ids.iter().map(|id| RecordRef::Stage(StageId(*id))).collect::<BTreeSet<_>>();
        let mut trail = Trail::default();
        trail.note(0, 1, touched(&[1]));
        trail.note(1, 2, touched(&[2]));
        trail.note(1, 3, touched(&[3]));
        trail.note(1, 4, touched(&[4]));
        assert_eq!(trail.between(2, 3), Some(touched(&[2, 3])));
        assert_eq!(trail.between(4, 0), Some(touched(&[1, 4])));
        assert_eq!(trail.between(3, 3), Some(touched(&[])));
        // Another map was opened in between.
        trail.note(6, 7, touched(&[5]));
        assert_eq!(trail.between(4, 7), None);
        for stamp in 7..7 + 2 * STEPS as u64 {
            trail.note(stamp, stamp + 1, touched(&[stamp]));
        }
        assert_eq!(trail.between(7, 7 + 2 * STEPS as u64), None, "too long ago");
    }
}
