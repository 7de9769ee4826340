//! Between the board's tags and the map's records.

use crate::edit::Cell;
use crate::layout::part_of;
use crate::model::*;
use crate::scene::{Kind, Tag, TagFamily};
use crate::session::pictured::PictureFor;

/// The record that a tagged part of the picture belongs to. A face on the curve belongs to its card; a stage's edge and
/// loss to the stage. Cells, figures and edited lines belong to none.
pub fn record_of(tag: Tag) -> Option<RecordRef> {
    Some(match tag.kind.family() {
        TagFamily::Map => RecordRef::Map,
        TagFamily::Stage | TagFamily::StageEdge | TagFamily::DropOff => RecordRef::Stage(StageId(tag.id)),
        TagFamily::Lane | TagFamily::LaneEdge => RecordRef::Lane(LaneId(tag.id)),
        TagFamily::Touchpoint | TagFamily::Emotion | TagFamily::ToBe => RecordRef::Touchpoint(TouchpointId(tag.id)),
        TagFamily::Listed => {
            let kind = ListKind::ALL.iter().find(|kind| part_of(**kind) == tag.kind)?;
            kind.record(tag.id)
        }
        TagFamily::Flag => RecordRef::Flag(FlagId(tag.id)),
        TagFamily::Sticky => RecordRef::Sticky(StickyId(tag.id)),
        TagFamily::Step => RecordRef::Step(StepId(tag.id)),
        TagFamily::Drawing => RecordRef::Drawing(DrawingId(tag.id)),
        TagFamily::Connector => RecordRef::Connector(ConnectorId(tag.id)),
        TagFamily::Loop => RecordRef::Loop(LoopId(tag.id)),
        TagFamily::Cell | TagFamily::Figure | TagFamily::Title | TagFamily::Channel => return None,
    })
}

/// The tag that a record's own part of the picture carries; `None` for records that the board does not draw.
pub fn tag_of(record: RecordRef) -> Option<Tag> {
    let part = match record.kind().family() {
        Family::Map => Kind::Map,
        Family::Stage => Kind::Stage,
        Family::Lane => Kind::Lane,
        Family::Touchpoint => Kind::Touchpoint,
        Family::Listed(kind) => part_of(kind),
        Family::Flag => Kind::Flag,
        Family::Sticky => Kind::Sticky,
        Family::Step => Kind::Step,
        Family::Connector => Kind::Connector,
        Family::Loop => Kind::Loop,
        Family::Drawing => Kind::Drawing,
        Family::Segment | Family::Measurement | Family::AgendaBlock | Family::SavedView | Family::DeckPage => {
            return None;
        }
    };
    Some(Tag::new(part, record.number().unwrap_or(0)))
}

/// The cards that a tag of kind [`Kind::Channel`] stands for, in the order of lanes and ranks.
pub fn cards_on_channel(map: &Map, tag: Tag) -> Vec<TouchpointId> {
    let channel = usize::try_from(tag.other).ok().and_then(|nth| Channel::ALL.get(nth));
    let Some(channel) = channel.filter(|_| tag.kind == Kind::Channel) else { return Vec::new() };
    let cards = map.touchpoints_of(StageId(tag.id)).into_iter();
    cards.filter(|(_, card)| card.channel == *channel).map(|(id, _)| id).collect()
}

/// What a picture is for that comes to lie on a part: the card or frame, else the storyboard of its stage.
pub fn picture_place(map: &Map, tag: Tag) -> Option<PictureFor> {
    if let Some(cell) = cell_of(tag) {
        return Some(PictureFor::Stage(cell.stage));
    }
    let record = record_of(tag)?;
    if record.shows_picture().is_some() {
        return Some(PictureFor::Record(record));
    }
    if let RecordRef::Stage(stage) = record {
        return Some(PictureFor::Stage(stage));
    }
    map.spot(record)?.stage.map(|stage| PictureFor::Stage(*stage))
}

/// The cell that a tag of kind [`Kind::Cell`] stands for.
pub fn cell_of(tag: Tag) -> Option<Cell> {
    (tag.kind == Kind::Cell).then_some(Cell::new(StageId(tag.id), LaneId(tag.other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_found_again_by_its_tag() {
        for (kind, number) in RecordKind::RECORDS.iter().zip(1..) {
            let record = RecordRef::of(*kind, number).unwrap();
            let off_board = [
                RecordKind::Segment,
                RecordKind::Measurement,
                RecordKind::AgendaBlock,
                RecordKind::SavedView,
                RecordKind::DeckPage,
            ];
            let is_drawn = !off_board.contains(kind);
            assert_eq!(tag_of(record).map(|tag| tag.id), is_drawn.then_some(number));
            assert_eq!(tag_of(record).and_then(record_of), is_drawn.then_some(record));
        }
    }
}
