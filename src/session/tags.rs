//! Between the board's tags and the map's records.

use crate::edit::Cell;
use crate::model::*;
use crate::scene::{Kind, Tag};

/// The record that a tagged part of the picture belongs to. A face on the curve belongs to its card; a stage's edge and
/// loss to the stage. Cells, figures and edited lines belong to none.
pub fn record_of(tag: Tag) -> Option<RecordRef> {
    Some(match tag.kind {
        Kind::Map => RecordRef::Map,
        Kind::Stage | Kind::StageEdge | Kind::DropOff => RecordRef::Stage(StageId(tag.id)),
        Kind::Lane => RecordRef::Lane(LaneId(tag.id)),
        Kind::Touchpoint | Kind::Emotion => RecordRef::Touchpoint(TouchpointId(tag.id)),
        Kind::Question => RecordRef::Question(QuestionId(tag.id)),
        Kind::PainPoint => RecordRef::PainPoint(PainPointId(tag.id)),
        Kind::Action => RecordRef::Action(ActionId(tag.id)),
        Kind::Flag => RecordRef::Flag(FlagId(tag.id)),
        Kind::Sticky => RecordRef::Sticky(StickyId(tag.id)),
        Kind::Metric => RecordRef::Metric(MetricId(tag.id)),
        Kind::Cell | Kind::Figure | Kind::Title => return None,
    })
}

/// The tag that a record's own part of the picture carries; `None` for records that the board does not draw.
pub fn tag_of(record: RecordRef) -> Option<Tag> {
    Some(match record {
        RecordRef::Map => Tag::new(Kind::Map, 0),
        RecordRef::Stage(id) => Tag::new(Kind::Stage, id.0),
        RecordRef::Lane(id) => Tag::new(Kind::Lane, id.0),
        RecordRef::Touchpoint(id) => Tag::new(Kind::Touchpoint, id.0),
        RecordRef::Question(id) => Tag::new(Kind::Question, id.0),
        RecordRef::PainPoint(id) => Tag::new(Kind::PainPoint, id.0),
        RecordRef::Action(id) => Tag::new(Kind::Action, id.0),
        RecordRef::Flag(id) => Tag::new(Kind::Flag, id.0),
        RecordRef::Sticky(id) => Tag::new(Kind::Sticky, id.0),
        RecordRef::Metric(id) => Tag::new(Kind::Metric, id.0),
        RecordRef::Segment(_) | RecordRef::Measurement(_) => return None,
    })
}

/// The cell that a tag of kind [`Kind::Cell`] stands for.
pub fn cell_of(tag: Tag) -> Option<Cell> {
    (tag.kind == Kind::Cell).then_some(Cell { stage: StageId(tag.id), lane: LaneId(tag.other) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_again_by_its_tag() {
        for record in [
            RecordRef::Stage(StageId(1)),
            RecordRef::Lane(LaneId(2)),
            RecordRef::Touchpoint(TouchpointId(3)),
            RecordRef::Question(QuestionId(4)),
            RecordRef::PainPoint(PainPointId(5)),
            RecordRef::Action(ActionId(6)),
            RecordRef::Flag(FlagId(7)),
            RecordRef::Sticky(StickyId(8)),
            RecordRef::Metric(MetricId(9)),
        ] {
            assert_eq!(tag_of(record).and_then(record_of), Some(record));
        }
    }
}
