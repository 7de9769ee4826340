//! The map: its tables and the orders in which they are read.

use crate::images::Image;

use super::in_order::InOrder;
use super::*;
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::OnceLock;

/// A customer journey map: records that keep all rules together.
///
/// Its tables are read as its fields are, and changed by [`Map::apply`] alone.
#[derive(Clone, Debug, Default)]
pub struct Map {
    tables: Tables,
    /// Made when it is first asked for, and then kept up to date.
    cells: OnceLock<InOrder<(StageId, LaneId), TouchpointId>>,
}

impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        self.tables == other.tables
    }
}

impl Map {
    /// A map of these records.
    ///
    /// # Errors
    /// Every rule that they break.
    pub fn new(tables: Tables) -> Result<Self, Vec<Problem>> {
        let problems = tables.check();
        if problems.is_empty() { Ok(Self { tables, cells: OnceLock::new() }) } else { Err(problems) }
    }

    /// The map with a number of its own, where it had none: maps that are begun, and those of older builds.
    pub fn numbered(mut self) -> Self {
        let tables = &mut self.tables;
        let records = tables.lanes.keys().map(|lane| lane.0).chain(tables.stages.keys().map(|stage| stage.0));
        tables.meta.id = tables.meta.id.or_else(|| Some(MapId::of(records)));
        self
    }

    /// The map as another one, with this number.
    pub fn as_another(mut self, id: MapId) -> Self {
        self.tables.meta.id = Some(id);
        self
    }

    /// A copy of the records, for a command to work on.
    pub fn to_tables(&self) -> Tables {
        self.tables.clone()
    }

    /// The edit's only way to them; see [`Map::apply`]. Once the changes stand, [`Map::changed`] is to be told.
    pub(super) fn tables_mut(&mut self) -> &mut Tables {
        &mut self.tables
    }

    /// Takes note of changes that were made, which `inverse` takes back.
    pub(super) fn changed(&mut self, inverse: &[Change]) {
        let Some(cells) = self.cells.get_mut() else { return };
        let cards = inverse.iter().filter_map(|change| {
            let Change::Touchpoint(id, before) = change else { return None };
            Some((*id, before.as_ref().map(|card| (card.stage, card.lane))))
        });
        let before: Vec<(TouchpointId, Option<(StageId, LaneId)>)> = cards.collect();
        let tables = &self.tables;
        let now = |id| tables.touchpoints.get(&id).map(|card| ((card.stage, card.lane), tables.card_order(card)));
        // A step that goes, comes or moves takes all its cards along.
        let is_step = |change: &Change| matches!(change, Change::Step(..));
        if inverse.iter().any(is_step) || !cells.follow(&before, now) {
            self.cells = OnceLock::new();
        }
    }

    /// The same as [`Tables::touchpoints_in`], without a walk through the map.
    pub fn touchpoints_in(&self, stage: StageId, lane: LaneId) -> Vec<(TouchpointId, &Touchpoint)> {
        let cards = self.card_ids_in(stage, lane).iter();
        cards.filter_map(|id| Some((*id, self.tables.touchpoints.get(id)?))).collect()
    }

    /// The cards of a cell from top to bottom.
    pub fn card_ids_in(&self, stage: StageId, lane: LaneId) -> &[TouchpointId] {
        let tables = &self.tables;
        let cards =
            || tables.touchpoints.iter().map(|(id, card)| (*id, (card.stage, card.lane), tables.card_order(card)));
        self.cells.get_or_init(|| InOrder::of(cards())).at((stage, lane))
    }

    /// The same as [`Tables::touchpoints_of`], without a walk through the map.
    pub fn touchpoints_of(&self, stage: StageId) -> Vec<(TouchpointId, &Touchpoint)> {
        let lanes = self.tables.lanes_in_order();
        lanes.into_iter().flat_map(|(lane, _)| self.touchpoints_in(stage, lane)).collect()
    }
}

impl Deref for Map {
    type Target = Tables;

    fn deref(&self) -> &Tables {
        &self.tables
    }
}

/// Tests lay their maps out by hand.
#[cfg(any(test, feature = "testing"))]
impl std::ops::DerefMut for Map {
    fn deref_mut(&mut self) -> &mut Tables {
        self.cells = OnceLock::new();
        &mut self.tables
    }
}

/// What is true of the map as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// By which the map is known wherever its file goes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub id: Option<MapId>,
    pub title: String,
    /// What the map found, as a headline for slides.
    #[serde(default, skip_serializing_if = "is_default")]
    pub finding: String,
    /// For whom it is made.
    #[serde(default, skip_serializing_if = "is_default")]
    pub client: String,
    /// The question that it answers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub decides: String,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: String,
    /// The day on which it was last held against what is so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reviewed: Option<Date>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: MapState,
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// BCP 47 tag of the map's language.
    #[serde(default = "english", skip_serializing_if = "is_english")]
    pub language: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// What a customer is worth, where the segment says nothing else.
    #[serde(default, skip_serializing_if = "is_default")]
    pub value: Option<CustomerValue>,
    /// In which money the map counts, such as `EUR`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub currency: String,
    /// When a segment is too small for figures of its own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub least_group: LeastGroup,
    /// The sign of whose map it is, by the number of its bytes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub logo: Option<Image>,
    /// In whose colours it is shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub brand: Brand,
}

/// For so many days a review holds.
pub const REVIEW_HOLDS_DAYS: i64 = 90;

impl Meta {
    /// The day by which the map is to be reviewed again: so long after the last review, or after its own day where there was
    /// none. None where it is of no day.
    pub fn review_due(&self) -> Option<Date> {
        let last = self.reviewed.or(self.date)?;
        Date::from_unix_secs((last.days_since_1970() + REVIEW_HOLDS_DAYS) * 86_400)
    }
}

/// Fewer than these are too few for a figure: it is left out of the board and of what is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeastGroup {
    /// Customers at a stage.
    pub customers: u64,
    /// Customers who left there, or who went on.
    pub in_a_cell: u64,
}

impl Default for LeastGroup {
    fn default() -> Self {
        Self { customers: 30, in_a_cell: 5 }
    }
}

fn english() -> String {
    "en".to_owned()
}

fn is_english(language: &String) -> bool {
    language == "en"
}

impl Default for Meta {
    fn default() -> Self {
        Self {
            id: None,
            title: String::new(),
            finding: String::new(),
            client: String::new(),
            decides: String::new(),
            owner: String::new(),
            reviewed: None,
            state: MapState::AsIs,
            date: None,
            language: english(),
            note: String::new(),
            value: None,
            currency: String::new(),
            least_group: LeastGroup::default(),
            logo: None,
            brand: Brand::default(),
        }
    }
}

fn in_order<'a, K, V, O: Ord>(
    table: impl Iterator<Item = (&'a K, &'a V)>,
    order: impl Fn(&'a V) -> O,
) -> Vec<(K, &'a V)>
where
    K: Ord + Copy + 'a,
    V: 'a,
{
    let mut rows: Vec<(K, &V)> = table.map(|(id, record)| (*id, record)).collect();
    rows.sort_by(|a, b| order(a.1).cmp(&order(b.1)).then(a.0.cmp(&b.0)));
    rows
}

/// What orders a cell's cards; see [`Tables::card_order`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardOrder<'a> {
    is_loose: bool,
    step: Option<(&'a Rank, StepId)>,
    rank: &'a Rank,
}

impl Tables {
    /// Stages from left to right.
    pub fn stages_in_order(&self) -> Vec<(StageId, &Stage)> {
        in_order(self.stages.iter(), |stage| &stage.rank)
    }

    /// Lanes from top to bottom, hidden ones included.
    pub fn lanes_in_order(&self) -> Vec<(LaneId, &Lane)> {
        in_order(self.lanes.iter(), |lane| &lane.rank)
    }

    /// The first lane of a kind: the uppermost that is no further one, see [`Lane::further`].
    pub fn lane_of(&self, kind: LaneKind) -> Option<LaneId> {
        let of_kind = self.lanes.iter().filter(|(_, lane)| lane.kind == kind);
        of_kind.min_by_key(|(id, lane)| (lane.further, &lane.rank, **id)).map(|(id, _)| *id)
    }

    pub fn segments_in_order(&self) -> Vec<(SegmentId, &Segment)> {
        in_order(self.segments.iter(), |segment| &segment.rank)
    }

    /// The saved views in the order of their list.
    pub fn views_in_order(&self) -> Vec<(SavedViewId, &SavedView)> {
        in_order(self.views.iter(), |view| &view.rank)
    }

    /// The blocks of the agenda, one after the other.
    pub fn agenda_in_order(&self) -> Vec<(AgendaBlockId, &AgendaBlock)> {
        in_order(self.agenda.iter(), |block| &block.rank)
    }

    /// The pages of the deck that are kept, one after the other.
    pub fn deck_pages_in_order(&self) -> Vec<(DeckPageId, &DeckPage)> {
        in_order(self.deck_pages.iter(), |page| &page.rank)
    }

    /// What a page of the deck is about, a stage by its name.
    pub fn topic_name(&self, of: Topic) -> &str {
        if let Topic::Stage(id) = of { self.stages.get(&id).map_or(of.name(), |stage| &stage.name) } else { of.name() }
    }

    /// A stage's steps, in order.
    pub fn steps_of(&self, stage: StageId) -> Vec<(StepId, &Step)> {
        in_order(self.steps.iter().filter(|(_, step)| step.stage == stage), |step| &step.rank)
    }

    /// The step that a card belongs to: one of its stage.
    pub fn step_of(&self, card: &Touchpoint) -> Option<StepId> {
        card.step.filter(|id| self.steps.get(id).is_some_and(|step| step.stage == card.stage))
    }

    /// The last stage over which a card goes on, where it goes on: one that comes after its own.
    pub fn end_of(&self, card: &Touchpoint) -> Option<StageId> {
        let place = |id: StageId| self.stages.get(&id).map(|stage| (&stage.rank, id));
        let until = card.until.filter(|_| self.stages.contains_key(&card.stage))?;
        (place(until)? > place(card.stage)?).then_some(until)
    }

    /// What orders the cards of a cell: their step, those of none last, then their rank.
    pub fn card_order<'a>(&'a self, card: &'a Touchpoint) -> CardOrder<'a> {
        let step = self.step_of(card).and_then(|id| Some((&self.steps.get(&id)?.rank, id)));
        CardOrder { is_loose: step.is_none(), step, rank: &card.rank }
    }

    /// The cards of a cell from top to bottom.
    pub fn touchpoints_in(&self, stage: StageId, lane: LaneId) -> Vec<(TouchpointId, &Touchpoint)> {
        let cards = self.touchpoints.iter().filter(|(_, t)| t.stage == stage && t.lane == lane);
        in_order(cards, |card| self.card_order(card))
    }

    /// A stage's cards in the order of lanes, then of steps and ranks.
    pub fn touchpoints_of(&self, stage: StageId) -> Vec<(TouchpointId, &Touchpoint)> {
        in_order(self.touchpoints.iter().filter(|(_, t)| t.stage == stage), |t| {
            (self.lanes.get(&t.lane).map(|lane| &lane.rank), t.lane, self.card_order(t))
        })
    }

    /// A stage's records of a kind, in order.
    pub fn in_stage<R: InStage>(&self, stage: StageId) -> Vec<(R::Id, &R)> {
        in_order(R::table(self).iter().filter(|(_, record)| record.stage() == stage), |record| record.rank())
    }

    /// A stage's records of a kind that is not known before, in order.
    pub fn listed_in(&self, kind: ListKind, stage: StageId) -> Vec<RecordRef> {
        of_kind!(kind, R => self.in_stage::<R>(stage).into_iter().map(|(id, _)| R::at(id)).collect())
    }

    pub fn questions_of(&self, stage: StageId) -> Vec<(QuestionId, &Question)> {
        self.in_stage(stage)
    }

    pub fn pain_points_of(&self, stage: StageId) -> Vec<(PainPointId, &PainPoint)> {
        self.in_stage(stage)
    }

    pub fn actions_of(&self, stage: StageId) -> Vec<(ActionId, &Action)> {
        self.in_stage(stage)
    }

    pub fn metrics_of(&self, stage: StageId) -> Vec<(MetricId, &Metric)> {
        self.in_stage(stage)
    }

    /// The flags of a card, by regime.
    pub fn flags_on(&self, target: FlagTarget) -> Vec<(FlagId, &Flag)> {
        in_order(self.flags.iter().filter(|(_, f)| f.on == target), |f| f.regime)
    }

    /// The stage that a flag belongs to, directly or through its card.
    pub fn stage_of_flag(&self, flag: &Flag) -> Option<StageId> {
        match flag.on {
            FlagTarget::Stage(stage) => Some(stage),
            FlagTarget::Touchpoint(card) => self.touchpoints.get(&card).map(|t| t.stage),
        }
    }

    /// The newest measurement, the one that is drawn.
    pub fn measurement(&self) -> Option<(MeasurementId, &Measurement)> {
        self.measurements.iter().max_by_key(|(id, m)| (m.taken, **id)).map(|(id, m)| (*id, m))
    }

    /// The measurement before the newest: the former period.
    pub fn former_measurement(&self) -> Option<(MeasurementId, &Measurement)> {
        let (newest, _) = self.measurement()?;
        let others = self.measurements.iter().filter(|(id, _)| **id != newest);
        others.max_by_key(|(id, m)| (m.taken, **id)).map(|(id, m)| (*id, m))
    }

    /// Whether a measurement still tells of this map's stages: all of them, in this order.
    pub fn is_current(&self, measurement: &Measurement) -> bool {
        let measured: Vec<StageId> =
            self.stages_in_order().into_iter().map(|(id, _)| id).filter(|id| measurement.stages.contains(id)).collect();
        !measurement.outdated && measured == measurement.stages
    }
}
