//! What is shown, and what it is drawn with: the stage, its cards, who feels what, and what was measured.

use super::holds::{self, Held, Long};
use super::room::{MARGIN, Room, TOP};
use super::stand::Stand;
use crate::figures::{FigureRow, Reader, shown};
use crate::images::Image;
use crate::model::*;
use crate::scene::{FaceStyle, Item, Kind, Rect, Role, Tag};
use crate::text::{Shaper, TextStyle};
use crate::theme::Theme;

use super::super::pen::{self, Ink};

/// Cards that stand side by side.
pub(super) const ACROSS: usize = 3;
/// Of a step's name, and as much lower the cards begin where there are steps.
const STEP: f32 = 38.0;
const STEPS: f32 = 40.0;
/// Of the arrows that lead away, under the cards.
const LEAVING: f32 = 44.0;
/// The row of loops and connectors.
const WAYS: f32 = 42.0;

/// Which of the theme's stage colours a stage at this place has.
pub(super) fn hue(stage: &Stage, place: usize) -> usize {
    stage.color.map_or(place, usize::from)
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
    /// What the spotlight walks through: what stands on the tiles, then the pictures beside them.
    pub records: Vec<RecordRef>,
    /// How many of the records have a tile.
    pub tiles: usize,
    pub steps: Vec<(StepId, &'a Step)>,
    /// The cards of the map that go on over several stages.
    pub long: Vec<Long>,
    /// Whether connectors of its cards lead to another stage, or come from one, and have room under the cards.
    pub leaves: bool,
}

impl<'a> Show<'a> {
    pub fn new(map: &'a Map, stand: &'a Stand, room: Room, theme: &'a Theme, shaper: &'a Shaper) -> Option<Self> {
        let stage = map.stages.get(&stand.stage)?;
        let stages = holds::stages(map);
        let place = stages.iter().position(|id| *id == stand.stage)?;
        let long = holds::long(map, &stages);
        let Held { tiles, pictures } = holds::held(map, stand, &stages, &long);
        let rows = shown(map, stand.segment, Reader::Client);
        let has_river = rows.iter().any(|row| row.is_measured() || row.estimate.is_some());
        let row = rows.into_iter().find(|row| row.stage == stand.stage);
        let has_feelings =
            map.touchpoints.values().any(|card| card.emotion.is_some() || !card.segment_emotions.is_empty());
        let records = tiles.iter().copied().chain(pictures.into_iter().map(Picture::at)).collect();
        let is_here = |card: TouchpointId| tiles.contains(&card.into());
        let leads_away = |way: &Connector| is_here(way.from) != is_here(way.to);
        let stands_out = stand.spotlight.is_some_and(|lit| tiles.contains(&lit));
        let leaves = (1..=ACROSS).contains(&tiles.len()) && !stands_out && map.connectors.values().any(leads_away);
        let (tiles, steps, hue) = (tiles.len(), map.steps_of(stand.stage), hue(stage, place));
        // Every screen of a map that has ways leaves them a row, so that the river does not jump from stage to stage.
        let has_ways = !map.loops.is_empty() || !map.connectors.is_empty();
        let room = if has_ways { room.less_high(WAYS) } else { room };
        Some(Self {
            map,
            stand,
            stage,
            room,
            theme,
            shaper,
            hue,
            place,
            stages,
            row,
            has_river,
            has_feelings,
            records,
            tiles,
            steps,
            long,
            leaves,
        })
    }

    /// Where the row of ways stands, below all that a stage shows.
    pub fn ways(&self) -> Rect {
        Rect::new(MARGIN, self.room.height - 110.0, self.room.across(), WAYS)
    }

    /// The picture in the spotlight, which takes the place of cards and curve.
    pub fn lit_picture(&self) -> Option<(PictureId, &'a Picture, &'a Image)> {
        let lit = self.stand.spotlight.filter(|lit| self.records.contains(lit))?;
        let id = PictureId::try_from(lit).ok()?;
        let picture = self.map.pictures.get(&id)?;
        Some((id, picture, picture.image.as_ref()?))
    }

    /// A card that goes on over several stages.
    pub fn long(&self, record: RecordRef) -> Option<Long> {
        let id = TouchpointId::try_from(record).ok()?;
        self.long.iter().find(|card| card.id == id).copied()
    }

    pub fn stage_name(&self, place: usize) -> &'a str {
        let stage = self.stages.get(place).and_then(|id| self.map.stages.get(id));
        stage.map_or("", |stage| stage.name.as_str())
    }

    /// Where the faces of a stage's cards stand from left to right, of all that anybody feels something at: under their cards,
    /// where all stand side by side. Who is looked at makes no difference.
    pub fn faces(&self, stage: StageId) -> Vec<(TouchpointId, f32)> {
        let place = self.stages.iter().position(|id| *id == stage).unwrap_or(0);
        let cards = holds::cards(self.map, stage, place, &self.long).into_iter();
        let cards = cards.filter_map(|id| Some((id, self.map.touchpoints.get(&id)?)));
        let cards = cards.filter(|(_, card)| card.is_for(self.stand.segment));
        // What is felt at a card is felt in the stage where it begins.
        let is_felt =
            |card: &Touchpoint| card.stage == stage && (card.emotion.is_some() || !card.segment_emotions.is_empty());
        let cards: Vec<(TouchpointId, bool)> = cards.map(|(id, card)| (id, is_felt(card))).collect();
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

    /// How much is seen of what steps back: where more contrast is asked for it is still to be read.
    pub fn stepped_back(&self, usual: f32) -> f32 {
        if *self.theme == Theme::contrast() { 0.66 } else { usual }
    }

    pub fn ink(&self) -> Ink<'_> {
        Ink { shaper: self.shaper }
    }

    /// Under the cards: where the curve is drawn, or nothing where nobody feels anything.
    pub fn moods(&self) -> Option<Rect> {
        let (top, bottom) = (self.room.cards_end() + 6.0, self.ground() - 5.0);
        let is_shown = self.has_feelings && self.lit_picture().is_none();
        is_shown.then(|| Rect::new(MARGIN, top, self.room.across(), bottom - top))
    }

    /// The cards.
    pub fn cards(&self) -> Rect {
        let end = if self.moods().is_some() { self.room.cards_end() } else { self.ground() - 40.0 };
        let top = if self.steps.is_empty() { TOP } else { TOP + STEPS };
        let end = if self.leaves { end - LEAVING } else { end };
        Rect::new(MARGIN, top, self.room.across(), end - top)
    }

    /// The names of the steps, above the cards.
    pub fn step_row(&self) -> Rect {
        Rect::new(MARGIN, TOP - 6.0, self.room.across(), STEP)
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
