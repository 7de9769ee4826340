//! Which audiences have their curves side by side.

use crate::model::SegmentId;

/// More curves than these cannot be told apart.
pub const COMPARED_MOST: usize = 5;

/// The audiences whose curves lie side by side, in the order in which they were chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Compared([Option<SegmentId>; COMPARED_MOST]);

impl Compared {
    /// The first of these, as many as can be told apart.
    pub fn of(segments: &[SegmentId]) -> Self {
        let mut compared = Self::default();
        for (place, id) in compared.0.iter_mut().zip(segments) {
            *place = Some(*id);
        }
        compared
    }

    pub fn iter(&self) -> impl Iterator<Item = SegmentId> + '_ {
        self.0.iter().copied().flatten()
    }

    pub fn contains(&self, id: SegmentId) -> bool {
        self.0.contains(&Some(id))
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}
