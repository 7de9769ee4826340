//! How a page is seen: through whose eyes, and by which filter.

use super::Lens;
use crate::model::{Holds, Map, SegmentId, Touchpoint};
use std::ops::Deref;
use touchline_words::say;

/// A lens, and what a page says of the filter that lies over its map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seen<'a> {
    pub lens: Lens,
    /// A sentence without an end; empty where there is no filter.
    pub filter: &'a str,
}

impl From<Lens> for Seen<'static> {
    fn from(lens: Lens) -> Self {
        Self { lens, filter: "" }
    }
}

impl Deref for Seen<'_> {
    type Target = Lens;

    fn deref(&self) -> &Lens {
        &self.lens
    }
}

/// Whose page it is; None for one of all audiences.
pub(super) fn audience_of(map: &Map, lens: &Seen<'_>) -> Option<SegmentId> {
    lens.segment.filter(|id| map.segments.contains_key(id))
}

/// That some faces on the page of an audience are those of all audiences.
pub(super) fn borrowed_note(map: &Map, lens: &Seen<'_>) -> Option<&'static str> {
    let id = audience_of(map, lens)?;
    let has_feelings = map.lanes.values().any(|lane| !lane.hidden && lane.kind.holds() == Holds::Feelings);
    let borrows =
        |card: &Touchpoint| card.is_for(Some(id)) && card.emotion.is_some() && !card.segment_emotions.contains_key(&id);
    (has_feelings && map.touchpoints.values().any(borrows)).then(|| say!(layout_page_borrowed))
}
