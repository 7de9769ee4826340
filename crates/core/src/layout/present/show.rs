//! What is shown, and what it is drawn with: the stage, its cards, who feels what, and what was measured.

use super::room::{MARGIN, Room};
use crate::figures::{FigureRow, Reader, shown};
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, Rect, Role, Tag};
use crate::text::{Shaper, TextStyle};
use crate::theme::Theme;

use super::super::pen::{self, Ink};

/// Cards that stand side by side.
pub(super) const ACROSS: usize = 3;

/// Which stage is shown, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stand {
    pub stage: StageId,
    /// As whose; all audiences for `None`.
    pub segment: Option<SegmentId>,
    /// Shows what this lane holds in the place of the cards, where it holds records.
    pub lane: Option<LaneId>,
    /// The one that all look at; the others step back.
    pub spotlight: Option<RecordRef>,
    /// It stands beside one in whose spotlight something is.
    pub aside: bool,
    /// Whether the upper corner is left to the timer.
    pub timed: bool,
}

impl Stand {
    pub fn at(stage: StageId) -> Self {
        Self { stage, segment: None, lane: None, spotlight: None, aside: false, timed: false }
    }
}

/// Which of the theme's stage colours a stage at this place has.
pub(super) fn hue(stage: &Stage, place: usize) -> usize {
    stage.color.map_or(place, usize::from)
}

/// What the spotlight walks through at a stage, in order.
pub fn spotlights(map: &Map, stand: &Stand) -> Vec<RecordRef> {
    let lane = stand.lane.and_then(|lane| Some((lane, map.lanes.get(&lane)?)));
    let is_met = |record: &RecordRef| {
        let segments = map.spot(*record).and_then(|spot| spot.segments).filter(|segments| !segments.is_empty());
        segments.zip(stand.segment).is_none_or(|(segments, segment)| segments.contains(&segment))
    };
    let records: Vec<RecordRef> = match lane.map(|(id, lane)| (id, lane.kind.holds())) {
        Some((_, Holds::List(kind))) => map.listed_in(kind, stand.stage),
        Some((lane, Holds::Cards)) => cards(map.card_ids_in(stand.stage, lane).iter().copied()),
        Some((_, Holds::Feelings | Holds::Losses | Holds::Flags | Holds::Channels)) | None => {
            cards(map.touchpoints_of(stand.stage).into_iter().map(|(id, _)| id))
        }
    };
    records.into_iter().filter(is_met).collect()
}

fn cards(ids: impl Iterator<Item = TouchpointId>) -> Vec<RecordRef> {
    ids.map(RecordRef::Touchpoint).collect()
}

/// One screen in the making.
pub(super) struct Show<'a> {
    pub map: &'a Map,
    pub stand: &'a Stand,
    pub stage: &'a Stage,
    pub room: Room,
    pub theme: &'a Theme,
    pub shaper: &'a Shaper,
    /// Which of the theme's stage colours.
    pub hue: usize,
    /// Its place among the stages.
    pub place: usize,
    pub stages: Vec<StageId>,
    pub row: Option<FigureRow>,
    /// Whether any stage has a loss, and whether anything is felt anywhere.
    pub has_river: bool,
    pub has_feelings: bool,
    /// What stands on the tiles.
    pub records: Vec<RecordRef>,
}

impl<'a> Show<'a> {
    pub fn new(map: &'a Map, stand: &'a Stand, room: Room, theme: &'a Theme, shaper: &'a Shaper) -> Option<Self> {
        let stage = map.stages.get(&stand.stage)?;
        let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let place = stages.iter().position(|id| *id == stand.stage)?;
        let rows = shown(map, stand.segment, Reader::Client);
        let has_river = rows.iter().any(|row| row.is_measured() || row.estimate.is_some());
        let row = rows.into_iter().find(|row| row.stage == stand.stage);
        let has_feelings =
            map.touchpoints.values().any(|card| card.emotion.is_some() || !card.segment_emotions.is_empty());
        let records = spotlights(map, stand);
        let hue = hue(stage, place);
        Some(Self { map, stand, stage, room, theme, shaper, hue, place, stages, row, has_river, has_feelings, records })
    }

    /// Where the faces of a stage's cards stand from left to right, of all that anybody feels something at: under their cards,
    /// where all stand side by side. Who is looked at makes no difference.
    pub fn faces(&self, stage: StageId) -> Vec<(TouchpointId, f32)> {
        let cards = self.map.touchpoints_of(stage).into_iter().filter(|(_, card)| card.is_for(self.stand.segment));
        let cards: Vec<(TouchpointId, bool)> =
            cards.map(|(id, card)| (id, card.emotion.is_some() || !card.segment_emotions.is_empty())).collect();
        let felt = cards.iter().filter(|(_, is_felt)| *is_felt).count();
        let spreads = if cards.len() > ACROSS { felt } else { cards.len() };
        let counted = |(_, is_felt): &&(TouchpointId, bool)| *is_felt || cards.len() <= ACROSS;
        let places = cards.iter().filter(counted).enumerate();
        let places = places.map(|(nth, (id, is_felt))| (*id, self.middle(nth, spreads), *is_felt));
        places.filter(|(.., is_felt)| *is_felt).map(|(id, x, _)| (id, x)).collect()
    }

    /// The middle of one of so many that stand side by side.
    pub fn middle(&self, nth: usize, of: usize) -> f32 {
        MARGIN + self.room.across() * (nth as f32 + 0.5) / of.max(1) as f32
    }

    pub fn ink(&self) -> Ink<'_> {
        Ink { shaper: self.shaper }
    }

    /// Under the cards: where the curve is drawn, or nothing where nobody feels anything.
    pub fn moods(&self) -> Option<Rect> {
        let (top, bottom) = (self.room.cards_end() + 6.0, self.ground() - 5.0);
        self.has_feelings.then(|| Rect::new(MARGIN, top, self.room.across(), bottom - top))
    }

    /// The cards.
    pub fn cards(&self) -> Rect {
        let end = if self.has_feelings { self.room.cards_end() } else { self.ground() - 40.0 };
        Rect::new(MARGIN, super::room::TOP, self.room.across(), end - super::room::TOP)
    }

    /// Where cards and curve end: at the river, or at the words below it.
    fn ground(&self) -> f32 {
        if self.has_river { self.room.river() } else { self.room.height - 292.0 }
    }

    pub fn style(&self, size: f32, face: FaceStyle) -> TextStyle {
        TextStyle::new(size, face, self.theme.ink)
    }

    /// Words of the picture that say something by themselves.
    pub fn said(&self, words: &str, place: Rect, items: Vec<Item>) -> Item {
        pen::tagged(Tag::new(Kind::Figure, 0), Role::Paragraph, words, place, items)
    }
}
