//! What a board is moved for, and where that lies.

use super::arranged::Arranged;
use crate::model::{LaneId, RecordRef, StageId};
use crate::scene::Rect as SceneRect;

/// What is to be brought into view.
pub(super) enum Reveal {
    Record(RecordRef),
    Lane(LaneId, Vec<StageId>),
}

impl Reveal {
    /// Whether all of it is to be seen, though that takes another zoom.
    pub fn is_whole(&self) -> bool {
        matches!(self, Reveal::Lane(_, stages) if !stages.is_empty())
    }

    /// Its place on the board.
    pub fn rect(&self, ground: &Arranged) -> Option<SceneRect> {
        let rect_of = |record| ground.rects_of(record).next();
        match self {
            Reveal::Record(record) => rect_of(*record),
            Reveal::Lane(lane, stages) => {
                let row = rect_of(RecordRef::Lane(*lane))?;
                let mut stages = stages.iter().filter_map(|stage| rect_of(RecordRef::Stage(*stage)));
                let Some(first) = stages.next() else { return Some(row) };
                let all = stages.fold(first, |all, stage| all.union(&stage));
                Some(SceneRect::new(all.x, row.y, all.width, row.height))
            }
        }
    }
}
