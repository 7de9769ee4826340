//! Puts a template together: plain content in, records with numbers and ranks out.

use touchline_words::Said;

use crate::edit::empty::begun;
use crate::model::*;

/// A stage with all that it holds.
pub(super) struct StageContent {
    pub name: Said,
    pub goal: Said,
    pub cards: &'static [CardContent],
    pub questions: &'static [Said],
    pub pain_points: &'static [Said],
    pub actions: &'static [ActionContent],
}

pub(super) struct CardContent {
    pub title: Said,
    pub detail: Said,
    pub channel: Channel,
    /// In tenths, with a word; none when nobody can guess it.
    pub emotion: Option<(i32, Said)>,
    pub flags: &'static [Regime],
}

pub(super) struct ActionContent {
    pub title: Said,
    pub owner: Said,
    pub horizon: Horizon,
}

/// Builds a map from its stages and the names of its audiences (with whether they hold children under 13).
pub(super) fn map(title: &str, stages: &[StageContent], audiences: &[(&str, Basis, bool)], ids: &mut IdSource) -> Map {
    let mut map = Tables { meta: begun(title), ..Tables::default() };
    for (rank, kind) in Rank::spread(LaneKind::usual().len()).into_iter().zip(LaneKind::usual()) {
        map.lanes.insert(LaneId(ids.fresh()), Lane::new(rank, kind));
    }
    for (rank, (name, basis, children)) in Rank::spread(audiences.len()).into_iter().zip(audiences) {
        let segment = Segment { basis: *basis, children: *children, ..Segment::new(rank, *name) };
        map.segments.insert(SegmentId(ids.fresh()), segment);
    }
    for (rank, content) in Rank::spread(stages.len()).into_iter().zip(stages) {
        let id = StageId(ids.fresh());
        let stage = Stage { goal: content.goal.text().to_owned(), ..Stage::new(rank, content.name.text()) };
        map.stages.insert(id, stage);
        fill_stage(&mut map, id, content, ids);
    }
    // What is built here names only what is built here; a test holds every template against the rules.
    Map::new(map).unwrap_or_default()
}

fn fill_stage(map: &mut Tables, stage: StageId, content: &StageContent, ids: &mut IdSource) {
    let Some(lane) = map.lane_of(LaneKind::Touchpoints) else { return };
    for (rank, card) in Rank::spread(content.cards.len()).into_iter().zip(content.cards) {
        let id = TouchpointId(ids.fresh());
        let mut record = Touchpoint::new(stage, lane, rank, card.title.text(), card.channel);
        record.detail = card.detail.text().to_owned();
        record.emotion = card.emotion.map(|(tenths, word)| Emotion {
            score: Score::from_tenths(tenths),
            word: word.text().to_owned(),
            reason: String::new(),
        });
        map.touchpoints.insert(id, record);
        for regime in card.flags {
            map.flags.insert(FlagId(ids.fresh()), Flag::new(FlagTarget::Touchpoint(id), *regime));
        }
    }
    for (rank, text) in Rank::spread(content.questions.len()).into_iter().zip(content.questions) {
        let question = Question { stage, rank, text: text.text().to_owned(), segments: Vec::new() };
        map.questions.insert(QuestionId(ids.fresh()), question);
    }
    for (rank, text) in Rank::spread(content.pain_points.len()).into_iter().zip(content.pain_points) {
        let pain = PainPoint {
            stage,
            rank,
            text: text.text().to_owned(),
            severity: Severity::Medium,
            touchpoint: None,
            segments: Vec::new(),
        };
        map.pain_points.insert(PainPointId(ids.fresh()), pain);
    }
    for (rank, action) in Rank::spread(content.actions.len()).into_iter().zip(content.actions) {
        let record = Action {
            stage,
            rank,
            title: action.title.text().to_owned(),
            owner: action.owner.text().to_owned(),
            horizon: action.horizon,
            due: None,
            touchpoint: None,
            effort: String::new(),
            effect: String::new(),
            note: String::new(),
        };
        map.actions.insert(ActionId(ids.fresh()), record);
    }
}
