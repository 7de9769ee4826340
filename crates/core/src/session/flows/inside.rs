//! Hits that are not seen, since they lie in a lane or a stage that is folded: how many in each of its cells.

use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// Of all hits those inside, by the stage and the lane that they lie in.
pub(super) fn inside(map: &Map, hits: impl Iterator<Item = RecordRef>) -> BTreeMap<(StageId, LaneId), usize> {
    let folded_lanes: BTreeSet<LaneId> =
        map.lanes.iter().filter(|(_, lane)| lane.folded && !lane.hidden).map(|(id, _)| *id).collect();
    let folded_stages: BTreeSet<StageId> =
        map.stages.iter().filter(|(_, stage)| stage.folded).map(|(id, _)| *id).collect();
    let mut inside = BTreeMap::new();
    if folded_lanes.is_empty() && folded_stages.is_empty() {
        return inside;
    }
    let lanes: BTreeMap<LaneKind, LaneId> =
        map.lanes_in_order().into_iter().rev().map(|(id, lane)| (lane.kind, id)).collect();
    let cell = |record: RecordRef| {
        let spot = map.spot(record)?;
        let of_card = |card: TouchpointId| map.touchpoints.get(&card).map(|card| (card.stage, card.lane));
        match record.kind().family() {
            Family::Touchpoint => Some((*spot.stage?, *spot.lane?)),
            Family::Listed(_) => Some((*spot.stage?, map.lane_listing(record)?)),
            Family::Flag => {
                let flag = map.flags.get(&FlagId::try_from(record).ok()?)?;
                Some((map.stage_of_flag(flag)?, *lanes.get(&LaneKind::Compliance)?))
            }
            Family::Sticky => match map.note_place(map.stickies.get(&StickyId::try_from(record).ok()?)?) {
                NotePlace::Tied(NoteTie::Cell(stage, lane)) => Some((stage, lane)),
                NotePlace::Tied(NoteTie::Touchpoint(card)) => of_card(card),
                NotePlace::Tied(NoteTie::Stage(_) | NoteTie::Lane(_) | NoteTie::Sticky(_))
                | NotePlace::Free
                | NotePlace::Parked => None,
            },
            Family::Map
            | Family::Stage
            | Family::Step
            | Family::Lane
            | Family::Segment
            | Family::Connector
            | Family::Loop
            | Family::Drawing
            | Family::Measurement
            | Family::AgendaBlock
            | Family::SavedView
            | Family::DeckPage => None,
        }
    };
    let is_shut = |(stage, lane): &(StageId, LaneId)| {
        (folded_lanes.contains(lane) || folded_stages.contains(stage))
            && map.lanes.get(lane).is_some_and(|lane| !lane.hidden)
    };
    for cell in hits.filter_map(cell).filter(is_shut) {
        *inside.entry(cell).or_default() += 1;
    }
    inside
}
