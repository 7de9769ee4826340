//! What a stage holds on its screen, in order: cards, those among them that come over from an earlier stage, and pictures.

use super::stand::Stand;
use crate::model::*;
use std::collections::HashMap;

/// A card that goes on over several stages, from the place of one to that of another.
#[derive(Clone, Copy)]
pub(super) struct Long {
    pub id: TouchpointId,
    pub from: usize,
    pub to: usize,
}

/// What stands on a stage's tiles, and the pictures beside them.
#[derive(Default)]
pub(super) struct Held {
    pub tiles: Vec<RecordRef>,
    pub pictures: Vec<PictureId>,
}

/// The stages of a map from the first to the last.
pub(super) fn stages(map: &Map) -> Vec<StageId> {
    map.stages_in_order().into_iter().map(|(id, _)| id).collect()
}

/// The cards that go on over several stages, those that begin first before the others.
pub(super) fn long(map: &Map, stages: &[StageId]) -> Vec<Long> {
    let saying: Vec<_> = map.touchpoints.iter().filter(|(_, card)| card.until.is_some()).collect();
    if saying.is_empty() {
        return Vec::new();
    }
    let places: HashMap<StageId, usize> = stages.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut long: Vec<Long> = saying
        .into_iter()
        .filter_map(|(id, card)| {
            let end = map.end_of(card)?;
            Some(Long { id: *id, from: *places.get(&card.stage)?, to: *places.get(&end)? })
        })
        .collect();
    long.sort_by_key(|card| (card.from, card.id));
    long
}

/// A stage's cards: first those that come over from earlier ones, then its own.
pub(super) fn cards(map: &Map, stage: StageId, place: usize, long: &[Long]) -> Vec<TouchpointId> {
    let coming = long.iter().filter(|card| (card.from + 1..=card.to).contains(&place)).map(|card| card.id);
    coming.chain(map.touchpoints_of(stage).into_iter().map(|(id, _)| id)).collect()
}

/// What is shown of a stage, to the audience that is looked at.
pub(super) fn held(map: &Map, stand: &Stand, stages: &[StageId], long: &[Long]) -> Held {
    let Some(place) = stages.iter().position(|id| *id == stand.stage) else { return Held::default() };
    let is_met = |record: &RecordRef| {
        let segments = map.spot(*record).and_then(|spot| spot.segments).filter(|segments| !segments.is_empty());
        segments.zip(stand.segment).is_none_or(|(segments, segment)| segments.contains(&segment))
    };
    let met = |ids: Vec<TouchpointId>| ids.into_iter().map(RecordRef::Touchpoint).filter(is_met).collect();
    let cards = || cards(map, stand.stage, place, long);
    let lane = stand.lane.and_then(|lane| Some((lane, map.lanes.get(&lane)?.kind.holds())));
    let tiles = match lane {
        Some((lane, Holds::List(kind))) => {
            let tiles = map.listed_in_lane(kind, stand.stage, lane).into_iter().filter(is_met).collect();
            return Held { tiles, pictures: Vec::new() };
        }
        Some((lane, Holds::Cards)) => {
            let is_in = |id: &TouchpointId| map.touchpoints.get(id).is_some_and(|card| card.lane == lane);
            met(cards().into_iter().filter(is_in).collect())
        }
        Some((_, Holds::Feelings | Holds::Losses | Holds::Flags | Holds::Channels)) | None => met(cards()),
    };
    let pictures = map.in_stage::<Picture>(stand.stage).into_iter();
    let pictures = pictures.filter(|(id, picture)| picture.image.is_some() && is_met(&Picture::at(*id)));
    Held { tiles, pictures: pictures.map(|(id, _)| id).collect() }
}

/// What the spotlight walks through at a stage, in order.
pub fn spotlights(map: &Map, stand: &Stand) -> Vec<RecordRef> {
    let stages = stages(map);
    let held = held(map, stand, &stages, &long(map, &stages));
    held.tiles.into_iter().chain(held.pictures.into_iter().map(Picture::at)).collect()
}
