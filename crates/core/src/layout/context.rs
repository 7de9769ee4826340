//! What every part of the board is laid out with: the map, the lens, the columns, and the styles of type.

use super::Lens;
use super::beside::Compared;
use super::differs::Differs;
use super::dress::Dress;
use super::index::{Index, Indexed};
use super::pen::{self, Ink};
use super::place::{Band, Plan, StepSpan};
pub(super) use super::place::{CELL_MARGIN, Column, LABEL_WIDTH, Purpose};
use super::spans::Spans;
use super::thrift::Thrift;
use super::way::Ways;
use crate::figures::Reader;
use crate::model::*;
use crate::scene::{Color, FaceStyle, Group, Item, Kind, PathItem, Rect, Role, Tag, Transform};
use crate::text::{Shaper, TextStyle, is_right_to_left};
use crate::theme::Theme;
use std::sync::{Arc, OnceLock};
use touchline_words::Language;

/// No figure in a lane that runs through all stages is higher.
const LANE_MOST: f32 = 400.0;
/// Opacity of what another audience meets.
pub(super) const FADED: f32 = 0.35;

/// One layout in the making.
pub(super) struct Context<'a> {
    pub map: &'a Map,
    pub segment: Option<SegmentId>,
    /// Audiences whose curves lie side by side.
    pub compared: Compared,
    /// Whether the former period's rates are shown.
    pub former: bool,
    /// Whether the votes on notes are not seen.
    pub hides_votes: bool,
    /// Whether the sticky notes are shown.
    pub notes: bool,
    /// Whether there is a lane that shows what is felt.
    pub shows_feelings: bool,
    /// Whether there is a lane that shows the flags.
    pub shows_flags: bool,
    pub theme: &'a Theme,
    pub shaper: &'a Shaper,
    pub columns: Vec<Column>,
    /// The stages of the other bands, where they would stand if this one went on; without a second band none.
    pub beyond: Vec<Column>,
    /// Of the whole board.
    pub width: f32,
    pub band: Band,
    pub dress: Dress,
    pub thrift: Thrift,
    /// Whether words may be taken apart so that cards stand side by side.
    pub apart: bool,
    /// What lies behind the board.
    pub ground: Color,
    pub purpose: Purpose,
    /// Whether the picture is turned over when it is finished, since the map is read from the right.
    turned: bool,
    index: Index<'a>,
    pub differs: Differs,
    /// From top to bottom, hidden ones included.
    lanes: Vec<LaneId>,
    /// The lines from card to card, once they were asked for.
    pub ways: OnceLock<Ways>,
    /// The cards that go on over several stages.
    pub spans: Arc<Spans>,
    /// Those of the layout before.
    pub spans_before: Arc<Spans>,
}

/// What a lane holds, laid out from a given top.
#[derive(Default)]
pub(super) struct Strip {
    pub height: f32,
    /// Behind the cells: what runs through all stages.
    pub under: Vec<Item>,
    /// One list for each column.
    pub cells: Vec<Vec<Item>>,
    /// In front of the cells.
    pub over: Vec<Item>,
    /// Which places belong to steps.
    pub steps: Vec<StepSpan>,
    pub uses: Uses,
    /// A second line under the lane's title instead of the usual one, and whether it warns.
    pub note: Option<(String, bool)>,
}

/// Signs that a picture uses and a legend has to explain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses {
    pub evidence: bool,
    pub assumption: bool,
    /// By [`crate::model::FlagStatus::ALL`].
    pub flags: [bool; 4],
    pub all_audiences_ghost: bool,
    pub other_segments_ghost: bool,
    pub to_be: bool,
    /// Curves of audiences side by side.
    pub compared: bool,
    pub faded: bool,
    pub measured: bool,
    /// Measured rates without the sign of one.
    pub counted: bool,
    pub estimated: bool,
    pub estimate_tick: bool,
    pub former_tick: bool,
    /// Figures that are not shown since they rest on too few, or since such figures would follow from them.
    pub too_few: bool,
    pub left_out: bool,
}

impl Uses {
    pub fn add(&mut self, other: Uses) {
        self.evidence |= other.evidence;
        self.assumption |= other.assumption;
        for (mine, theirs) in self.flags.iter_mut().zip(other.flags) {
            *mine |= theirs;
        }
        self.all_audiences_ghost |= other.all_audiences_ghost;
        self.other_segments_ghost |= other.other_segments_ghost;
        self.to_be |= other.to_be;
        self.compared |= other.compared;
        self.faded |= other.faded;
        self.measured |= other.measured;
        self.counted |= other.counted;
        self.estimated |= other.estimated;
        self.estimate_tick |= other.estimate_tick;
        self.former_tick |= other.former_tick;
        self.too_few |= other.too_few;
        self.left_out |= other.left_out;
    }
}

impl<'a> Context<'a> {
    /// `before` says in what the map differs from that of the layout before, and what went on over several stages there.
    pub fn new(
        map: &'a Map,
        lens: &Lens,
        theme: &'a Theme,
        shaper: &'a Shaper,
        plan: Plan,
        (differs, spans_before): (Differs, Arc<Spans>),
    ) -> Self {
        let Plan { columns, beyond, width, band, purpose, dress, thrift, apart, air: _ } = plan;
        let segment = lens.segment.filter(|id| map.segments.contains_key(id));
        let shows =
            |what| map.lanes.values().any(|lane| !lane.hidden && !thrift.drops(lane) && lane.kind.holds() == what);
        let dress = dress.stretched(map);
        let spans = if differs.long_ones() || purpose != Purpose::Editor {
            Arc::new(Spans::of(map, differs.long(map), band.stages.start, columns.len()))
        } else {
            Arc::clone(&spans_before)
        };
        let ground = if purpose == Purpose::Editor { theme.ground } else { theme.surface };
        Self {
            map,
            segment,
            compared: lens.compared,
            former: lens.former,
            hides_votes: lens.hides_votes,
            notes: lens.notes || purpose == Purpose::Editor,
            shows_feelings: shows(Holds::Feelings),
            shows_flags: shows(Holds::Flags),
            theme,
            shaper,
            columns,
            beyond,
            width,
            band,
            dress,
            thrift,
            apart,
            ground,
            purpose,
            turned: is_right_to_left(&map.meta.language),
            index: Index::of(map),
            differs,
            lanes: map.lanes_in_order().into_iter().map(|(id, _)| id).collect(),
            ways: OnceLock::new(),
            spans,
            spans_before,
        }
    }

    /// A stage's cards in the order of lanes, then of ranks.
    pub fn card_ids_of(&self, stage: StageId) -> impl Iterator<Item = TouchpointId> + '_ {
        self.lanes.iter().flat_map(move |lane| self.map.card_ids_in(stage, *lane)).copied()
    }

    /// Whether one of a stage's cards may be another than in the layout before, or the stage has others.
    pub fn stage_may_differ(&self, stage: StageId) -> bool {
        self.lanes.iter().any(|lane| self.differs.cell(stage, *lane))
    }

    /// A stage's records of a kind, in order.
    pub fn listed<R: Indexed>(&self, stage: StageId, lane: LaneId) -> &[(R::Id, &'a R)] {
        self.index.listed::<R>(stage, lane)
    }

    /// A card's or stage's flags, by regime.
    pub fn flags_on(&self, target: FlagTarget) -> &[(FlagId, &'a Flag)] {
        self.index.flags_on(target)
    }

    /// Whether a stage is folded to a strip, of which every lane tells how much it holds.
    pub fn is_folded(&self, stage: StageId) -> bool {
        self.map.stages.get(&stage).is_some_and(|stage| stage.folded)
    }

    /// A stage's steps, in order.
    pub fn steps_of(&self, stage: StageId) -> &[(StepId, &'a Step)] {
        self.index.steps_of(stage)
    }

    /// The notes that are tied to something, in order.
    pub fn notes_at(&self, tie: NoteTie) -> &[(StickyId, &'a Sticky)] {
        self.index.notes_at(tie)
    }

    /// The flags of a stage and of its cards, by regime.
    pub fn flags_of(&self, stage: StageId) -> &[(FlagId, &'a Flag)] {
        self.index.flags_of(stage)
    }

    /// A sign that stands for a word: on paper a picture that says it. In the editor its card says it, and is what is pointed at.
    pub fn sign(&self, word: &str, place: Rect, sign: Vec<Item>) -> Vec<Item> {
        if self.is_editor() {
            return sign;
        }
        vec![pen::tagged(Tag::new(Kind::Figure, 0), Role::Figure, word, place, sign)]
    }

    /// Words of the program and not of the map: on paper a part of their own, since their language may be another.
    pub fn said(&self, words: &str, place: Rect, items: Vec<Item>) -> Vec<Item> {
        if self.is_editor() || items.is_empty() {
            return items;
        }
        vec![pen::tagged(Tag::new(Kind::Figure, 0), Role::Paragraph, words, place, items)]
    }

    /// A sign that has no direction, drawn so that it is as it should be once the picture is turned over.
    pub fn upright(&self, sign: PathItem, place: Rect) -> PathItem {
        if self.turned { sign.mirrored(place.x + place.right()) } else { sign }
    }

    /// The same for words that are marked only where they are in another language than the map: there is no catalogue for its own.
    pub fn borrowed(&self, words: &str, place: Rect, items: Vec<Item>) -> Vec<Item> {
        let language = self.map.meta.language.trim();
        let is_own = language.is_empty() || Language::of_locale(language).is_some();
        if is_own { items } else { self.said(words, place, items) }
    }

    /// What a card is called in the words of another part: on paper, where its lane is not shown, by its stage alone.
    pub fn card_name<'c>(&'c self, card: &'c Touchpoint) -> &'c str {
        let is_shown = self.map.lanes.get(&card.lane).is_some_and(|lane| !lane.hidden);
        if is_shown || self.is_editor() { &card.title } else { self.stage_name(card.stage) }
    }

    /// Where every stage of the map stands: those of other bands left and right of what is shown.
    pub fn all_columns(&self) -> Vec<Column> {
        let (before, after) = self.beyond.split_at(self.band.stages.start.min(self.beyond.len()));
        before.iter().chain(&self.columns).chain(after).copied().collect()
    }

    /// Where a stage stands, in this band or another.
    pub fn column_of(&self, stage: StageId) -> Option<&Column> {
        self.columns.iter().chain(&self.beyond).find(|column| column.stage == stage)
    }

    /// What runs through all stages of the map, as far as this band shows them; `top` is that of its lane.
    pub fn to_the_edge(&self, items: Vec<Item>, top: f32) -> Vec<Item> {
        if self.beyond.is_empty() {
            return items;
        }
        let clip = Rect::new(LABEL_WIDTH, top, (self.width - LABEL_WIDTH).max(0.0), LANE_MOST);
        vec![Item::Group(Group { clip: Some(clip), ..Group::placed(Transform::IDENTITY, Some(clip), items.into()) })]
    }

    /// Whether a card's flags are left to the lane of flags, which shows them again.
    pub fn leaves_flags_to_the_lane(&self) -> bool {
        self.thrift.flags_on_cards && self.shows_flags
    }

    pub fn is_editor(&self) -> bool {
        self.purpose == Purpose::Editor
    }

    /// Whom the figures are shown to.
    pub fn reader(&self) -> Reader {
        match self.purpose {
            Purpose::Editor | Purpose::Preview => Reader::Analyst,
            Purpose::Alone | Purpose::Framed => Reader::Client,
        }
    }

    pub fn ink(&self) -> Ink<'_> {
        Ink { shaper: self.shaper }
    }

    pub fn stage_name(&self, stage: StageId) -> &str {
        self.map.stages.get(&stage).map_or("", |stage| stage.name.as_str())
    }

    /// The edge of cards, a shade stronger than a hairline.
    pub fn card_edge(&self) -> Color {
        self.theme.muted.over(self.theme.hairline, 0.12)
    }

    /// The same with its lines as far from each other as the dress has them.
    pub fn led(&self, style: TextStyle) -> TextStyle {
        style.with_line_height(style.line_height * self.dress.leading)
    }

    pub fn card_title(&self) -> TextStyle {
        self.led(TextStyle::new(self.dress.card_title, FaceStyle::SemiBold, self.theme.ink))
    }

    pub fn detail(&self) -> TextStyle {
        self.led(TextStyle::new(self.dress.detail, FaceStyle::Regular, self.theme.muted))
    }

    pub fn detail_strong(&self) -> TextStyle {
        self.led(TextStyle::new(self.dress.detail, FaceStyle::SemiBold, self.theme.muted))
    }

    pub fn lane_title(&self) -> TextStyle {
        self.led(TextStyle::new(self.dress.lane_title, FaceStyle::SemiBold, self.theme.ink))
    }

    pub fn figure(&self) -> TextStyle {
        TextStyle::new(self.dress.figure, FaceStyle::Bold, self.theme.bad_ink).tabular()
    }

    pub fn quote(&self) -> TextStyle {
        self.led(TextStyle::new(self.dress.quote, FaceStyle::Italic, self.theme.ink_soft).with_line_height(1.4))
    }
}
