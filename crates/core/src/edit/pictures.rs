//! Giving pictures to what shows one, and taking them away.

use super::lanes::show_lane_of;
use super::place::{Places, places};
use super::record::{set, set_of_map};
use crate::images::Image;
use crate::model::*;

/// The map in a client's look; its logo stays where the look brings none. `None` where it is dressed so already.
pub fn set_brand(map: &Map, brand: Brand, logo: Option<Image>) -> Option<Edit> {
    set_of_map(map, Field::BrandAccent, |meta| {
        meta.brand = brand;
        meta.logo = logo.or(meta.logo.take());
    })
}

/// Gives a card, a frame of the storyboard, a segment or the map another picture, or none. A card that loses its picture loses
/// what was said of it. `None` where nothing changes, or where the record shows no picture.
pub fn set_image(map: &Map, at: RecordRef, image: Option<Image>) -> Option<Edit> {
    match at {
        RecordRef::Touchpoint(id) => set::<Touchpoint>(map, id, Field::Image, |card| {
            if image.is_none() {
                card.picture_alt = String::new();
            }
            card.picture = image;
        }),
        RecordRef::Picture(id) => set::<Picture>(map, id, Field::Image, |picture| picture.image = image),
        RecordRef::Segment(id) => set::<Segment>(map, id, Field::Image, |segment| segment.portrait = image),
        RecordRef::Map => set_of_map(map, Field::Image, |meta| meta.logo = image),
        RecordRef::Stage(_)
        | RecordRef::Lane(_)
        | RecordRef::Question(_)
        | RecordRef::PainPoint(_)
        | RecordRef::Action(_)
        | RecordRef::Flag(_)
        | RecordRef::Sticky(_)
        | RecordRef::Measurement(_)
        | RecordRef::Metric(_)
        | RecordRef::Remark(_)
        | RecordRef::Backstage(_)
        | RecordRef::Connector(_)
        | RecordRef::Loop(_)
        | RecordRef::Drawing(_)
        | RecordRef::AgendaBlock(_)
        | RecordRef::Step(_)
        | RecordRef::SavedView(_)
        | RecordRef::DeckPage(_) => None,
    }
}

/// Pictures as frames of a stage's storyboard, behind those that it has; the lane comes with the first. The new frames.
pub fn add_pictures(
    map: &Map,
    stage: StageId,
    images: Vec<Image>,
    ids: &mut IdSource,
) -> Option<(Edit, Vec<PictureId>)> {
    map.stages.get(&stage).filter(|_| !images.is_empty())?;
    let list: Vec<_> = map.in_stage::<Picture>(stage).into_iter().map(|(id, frame)| (id, frame.rank.clone())).collect();
    let Places { newcomers, renumbered } = places(&list, None, images.len());
    let mut after = map.to_tables();
    for (id, rank) in renumbered {
        if let Some(frame) = after.pictures.get_mut(&id) {
            frame.rank = rank;
        }
    }
    let mut frames = Vec::new();
    for (image, rank) in images.into_iter().zip(newcomers) {
        let id = PictureId(ids.fresh());
        after.pictures.insert(id, Picture { image: Some(image), ..Picture::begun(stage, rank, String::new()) });
        frames.push(id);
    }
    show_lane_of(&mut after, Picture::LANE, ids);
    let about = frames.iter().map(|id| RecordRef::Picture(*id)).collect();
    Some((Edit::new(Verb::Add, about, map.difference(&after)), frames))
}
