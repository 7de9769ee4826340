//! What shows a picture, and all pictures of a map together.

use super::{RecordRef, Tables};
use crate::images::{Image, ImageId};
use std::collections::BTreeMap;

/// What says what a record's picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// A text of its own.
    Described,
    /// What the record is called.
    Named,
}

impl RecordRef {
    /// Whether such a record can show a picture.
    pub fn shows_picture(self) -> Option<Shows> {
        match self {
            Self::Touchpoint(_) | Self::Picture(_) => Some(Shows::Described),
            Self::Map | Self::Segment(_) => Some(Shows::Named),
            Self::Stage(_)
            | Self::Lane(_)
            | Self::Question(_)
            | Self::PainPoint(_)
            | Self::Action(_)
            | Self::Flag(_)
            | Self::Sticky(_)
            | Self::Measurement(_)
            | Self::Metric(_)
            | Self::Remark(_)
            | Self::Backstage(_)
            | Self::Connector(_)
            | Self::Loop(_)
            | Self::Drawing(_)
            | Self::AgendaBlock(_)
            | Self::Step(_)
            | Self::SavedView(_)
            | Self::DeckPage(_) => None,
        }
    }
}

impl Tables {
    /// The picture of a record that has one, or can have one; of the map itself its logo.
    pub fn image_of(&self, at: RecordRef) -> Option<&Image> {
        match at {
            RecordRef::Map => self.meta.logo.as_ref(),
            RecordRef::Touchpoint(id) => self.touchpoints.get(&id)?.picture.as_ref(),
            RecordRef::Segment(id) => self.segments.get(&id)?.portrait.as_ref(),
            RecordRef::Picture(id) => self.pictures.get(&id)?.image.as_ref(),
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

    /// Every picture that something shows, as often as it is shown.
    pub fn images(&self) -> impl Iterator<Item = &Image> {
        let cards = self.touchpoints.values().filter_map(|card| card.picture.as_ref());
        let portraits = self.segments.values().filter_map(|segment| segment.portrait.as_ref());
        let frames = self.pictures.values().filter_map(|picture| picture.image.as_ref());
        self.meta.logo.iter().chain(portraits).chain(cards).chain(frames)
    }

    fn images_mut(&mut self) -> impl Iterator<Item = &mut Image> {
        let cards = self.touchpoints.values_mut().filter_map(|card| card.picture.as_mut());
        let portraits = self.segments.values_mut().filter_map(|segment| segment.portrait.as_mut());
        let frames = self.pictures.values_mut().filter_map(|picture| picture.image.as_mut());
        self.meta.logo.iter_mut().chain(portraits).chain(cards).chain(frames)
    }

    /// What shows a picture, in the order of [`Self::images`].
    pub fn with_images(&self) -> Vec<RecordRef> {
        let logo = self.meta.logo.iter().map(|_| RecordRef::Map);
        let portraits = self.segments.iter().filter(|(_, it)| it.portrait.is_some()).map(|(id, _)| (*id).into());
        let cards = self.touchpoints.iter().filter(|(_, it)| it.picture.is_some()).map(|(id, _)| (*id).into());
        let frames = self.pictures.iter().filter(|(_, it)| it.image.is_some()).map(|(id, _)| (*id).into());
        logo.chain(portraits).chain(cards).chain(frames).collect()
    }

    /// Puts another in the place of each picture.
    pub fn change_images(&mut self, other: &mut dyn FnMut(&Image) -> Image) {
        self.images_mut().for_each(|image| *image = other(image));
    }

    /// Each picture that is shown, once.
    pub fn each_image_once(&self) -> BTreeMap<ImageId, Image> {
        self.images().map(|image| (image.id(), image.clone())).collect()
    }

    /// The same records with the names of their pictures alone.
    pub fn with_images_named(&self) -> Self {
        let mut named = self.clone();
        named.images_mut().for_each(|image| *image = image.name());
        named
    }

    /// Pictures that are named alone are those of `whole` from here on, where they are in it.
    pub fn fill_images(&mut self, whole: &BTreeMap<ImageId, Image>) {
        for image in self.images_mut().filter(|image| !image.is_whole()) {
            if let Some(found) = whole.get(&image.id()).filter(|found| found.id() == image.id()) {
                *image = found.clone();
            }
        }
    }

    /// Bytes of all pictures that are shown, each once.
    pub fn image_bytes(&self) -> usize {
        self.each_image_once().values().map(|image| image.bytes().len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images::Pixels;
    use crate::model::*;
    use touchline_words::say;

    fn image(color: u8) -> Image {
        Pixels::new(2, 2, [color, 90, 120, 255].repeat(4)).unwrap().image().unwrap()
    }

    #[test]
    fn a_picture_goes_by_its_caption_else_by_what_it_shows() {
        let mut picture = Picture::begun(StageId(1), Rank::middle(), String::new());
        assert_eq!(picture.title(), say!(kind_picture_title));
        picture.alt = "A phone".to_owned();
        assert_eq!(picture.title(), "A phone");
        picture.caption = "On the sofa".to_owned();
        assert_eq!(picture.title(), "On the sofa");
    }

    #[test]
    fn a_picture_whose_bytes_are_nowhere_breaks_a_rule_and_one_shown_twice_counts_once() {
        let stage = StageId(1);
        let mut map = Map::default();
        let frame =
            |shown: Image| Picture { image: Some(shown), ..Picture::begun(stage, Rank::middle(), String::new()) };
        let add = |frames: Vec<(u64, Image)>| {
            let frames = frames.into_iter().map(|(id, image)| Change::Picture(PictureId(id), Some(frame(image))));
            let stage = Change::Stage(stage, Some(Stage::new(Rank::middle(), "Awareness")));
            Edit::of(Verb::Add, std::iter::once(stage).chain(frames).collect())
        };
        let refused = map.apply(add(vec![(1, image(7).name())])).unwrap_err();
        assert!(refused.to_string().contains(&image(7).id().to_string()), "{refused}");
        let applied = map.apply(add(vec![(1, image(7)), (2, image(7)), (3, image(9))])).unwrap();
        assert_eq!(map.image_bytes(), image(7).bytes().len() + image(9).bytes().len());
        assert_eq!(map.with_images_named().images().filter(|image| image.is_whole()).count(), 0);
        map.apply(applied.inverse).unwrap();
        assert_eq!(map, Map::default());
    }
}
