//! Puts a template together: a plan in, records with numbers and ranks out.

use std::collections::BTreeMap;

use super::plan::{Card, Plan, PlannedStage};
use crate::edit::empty::begun;
use crate::model::*;

/// Between notes that lie side by side once they leave the parking lot, in map units.
const NOTE_GAP: f32 = 14.0;

/// A map of a plan, in the language of the moment. What names nothing of the plan is left out; a test holds every template
/// to name only what is there.
pub(super) fn map(plan: &Plan, ids: &mut IdSource) -> Map {
    let mut build = Build {
        map: Tables { meta: begun(&plan.title.here()), ..Tables::default() },
        keys: BTreeMap::new(),
        audiences: BTreeMap::new(),
        ids,
    };
    build.lanes(plan);
    for (rank, audience) in ranked(&plan.segments) {
        let id = SegmentId(build.ids.fresh());
        let segment =
            Segment { basis: audience.basis, children: audience.children, ..Segment::new(rank, audience.name.here()) };
        build.map.segments.insert(id, segment);
        build.audiences.insert(&audience.name.english, id);
    }
    for (rank, planned) in ranked(&plan.stages) {
        build.stage(rank, planned);
    }
    build.rest(plan);
    // What is built here names only what is built here; a test holds every template against the rules.
    Map::new(build.map).unwrap_or_default()
}

/// Each with its rank.
fn ranked<T>(list: &[T]) -> impl Iterator<Item = (Rank, &T)> {
    Rank::spread(list.len()).into_iter().zip(list)
}

struct Build<'a> {
    map: Tables,
    /// Cards that are named elsewhere in the plan.
    keys: BTreeMap<&'a str, TouchpointId>,
    audiences: BTreeMap<&'a str, SegmentId>,
    ids: &'a mut IdSource,
}

impl<'a> Build<'a> {
    /// The lanes of every map, and those of what the plan holds beside.
    fn lanes(&mut self, plan: &Plan) {
        let holds = |kind: &LaneKind| match kind {
            LaneKind::Metrics => plan.stages.iter().any(|stage| !stage.metrics.is_empty()),
            LaneKind::Backstage => plan.stages.iter().any(|stage| !stage.backstage.is_empty()),
            LaneKind::Touchpoints
            | LaneKind::Thinking
            | LaneKind::Feeling
            | LaneKind::PainPoints
            | LaneKind::DropOff
            | LaneKind::Compliance
            | LaneKind::Actions => true,
            LaneKind::Channels | LaneKind::FreeText | LaneKind::Storyboard => false,
        };
        let kinds: Vec<LaneKind> = LaneKind::ALL.into_iter().filter(holds).collect();
        for (rank, kind) in ranked(&kinds) {
            self.map.lanes.insert(LaneId(self.ids.fresh()), Lane::new(rank, *kind));
        }
    }

    fn stage(&mut self, rank: Rank, planned: &'a PlannedStage) {
        let id = StageId(self.ids.fresh());
        let (goal, zone, pending) = (planned.goal.here(), planned.zone, planned.pending);
        self.map.stages.insert(id, Stage { goal, zone, pending, ..Stage::new(rank, planned.name.here()) });
        if let Some(lane) = self.map.lane_of(LaneKind::Touchpoints) {
            for (rank, card) in ranked(&planned.cards) {
                self.card(Touchpoint::new(id, lane, rank, card.title.here(), card.channel), card);
            }
        }
        for (rank, text) in ranked(&planned.questions) {
            self.map.questions.insert(QuestionId(self.ids.fresh()), Question::begun(id, rank, text.here()));
        }
        for (rank, text) in ranked(&planned.pains) {
            self.map.pain_points.insert(PainPointId(self.ids.fresh()), PainPoint::begun(id, rank, text.here()));
        }
        for (rank, task) in ranked(&planned.actions) {
            let (owner, horizon) = (task.owner.here(), task.horizon);
            let record = Action { owner, horizon, ..Action::begun(id, rank, task.title.here()) };
            self.map.actions.insert(ActionId(self.ids.fresh()), record);
        }
        for (rank, kind) in ranked(&planned.metrics) {
            self.map.metrics.insert(MetricId(self.ids.fresh()), Metric::new(id, rank, *kind));
        }
        for (rank, behind) in ranked(&planned.backstage) {
            let (owner, system) = (behind.owner.here(), behind.system.here());
            let touchpoint = self.keys.get(behind.under.as_str()).copied();
            let record = Backstage { owner, system, touchpoint, ..Backstage::begun(id, rank, behind.title.here()) };
            self.map.backstages.insert(BackstageId(self.ids.fresh()), record);
        }
    }

    fn card(&mut self, begun: Touchpoint, card: &'a Card) {
        let id = TouchpointId(self.ids.fresh());
        let emotion =
            card.feels.as_ref().map(|felt| Emotion { score: felt.0, word: felt.1.here(), reason: String::new() });
        let segments = card.only.iter().filter_map(|name| self.audiences.get(name.as_str()).copied()).collect();
        self.map.touchpoints.insert(id, Touchpoint { detail: card.detail.here(), emotion, segments, ..begun });
        for flag in &card.flags {
            let (status, note) = (flag.status, flag.ask.here());
            let record = Flag { status, note, ..Flag::new(FlagTarget::Touchpoint(id), flag.rule) };
            self.map.flags.insert(FlagId(self.ids.fresh()), record);
        }
        if !card.key.is_empty() {
            self.keys.insert(&card.key, id);
        }
    }

    /// What belongs to no stage.
    fn rest(&mut self, plan: &Plan) {
        for way in &plan.connectors {
            let ends = (self.keys.get(way.from.as_str()), self.keys.get(way.to.as_str()));
            if let (Some(from), Some(to)) = ends {
                let record = Connector { from: *from, to: *to, kind: way.kind, label: way.label.here() };
                self.map.connectors.insert(ConnectorId(self.ids.fresh()), record);
            }
        }
        for (place, note) in plan.parked.iter().enumerate() {
            // Few notes: the place is exact as a float.
            let x = place as f32 * (NOTE_WIDTH + NOTE_GAP);
            let record = Sticky { x, text: note.text.here(), color: note.color, parked: true, ..Sticky::default() };
            self.map.stickies.insert(StickyId(self.ids.fresh()), record);
        }
        for (rank, block) in ranked(&plan.agenda) {
            let (lane, vote) = (block.lane.and_then(|kind| self.map.lane_of(kind)), block.vote.here());
            let record = AgendaBlock { lane, vote, ..AgendaBlock::new(rank, block.title.here(), block.minutes) };
            self.map.agenda.insert(AgendaBlockId(self.ids.fresh()), record);
        }
    }
}
