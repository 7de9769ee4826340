//! The only way a map changes: an edit is a list of changes that holds all of them or none.

use super::*;
use std::fmt;

/// A record's new content, or `None` to take the record away.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Meta(Meta),
    Stage(StageId, Option<Stage>),
    Lane(LaneId, Option<Lane>),
    Touchpoint(TouchpointId, Option<Touchpoint>),
    Question(QuestionId, Option<Question>),
    PainPoint(PainPointId, Option<PainPoint>),
    Action(ActionId, Option<Action>),
    Flag(FlagId, Option<Flag>),
    Segment(SegmentId, Option<Segment>),
    Sticky(StickyId, Option<Sticky>),
    Measurement(MeasurementId, Option<Measurement>),
    Metric(MetricId, Option<Metric>),
}

/// One thought of a person's: one step of undo.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What was done, for the undo menu: `Move “Trial checkout”`.
    pub label: String,
    pub changes: Vec<Change>,
    /// Edits that follow each other under the same key are one step, such as the keys of one nudge.
    pub merge: Option<MergeKey>,
}

/// Names what is being changed bit by bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeKey(pub String);

/// Why an edit was refused; the map is as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct EditError {
    pub label: String,
    /// What would be wrong with the map, at least one.
    pub problems: Vec<Problem>,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” was not done, the map is unchanged: ", self.label)?;
        match self.problems.first() {
            Some(problem) => write!(f, "{problem}"),
            None => write!(f, "it would leave the map in an impossible state"),
        }
    }
}

impl std::error::Error for EditError {}

impl Edit {
    pub fn new(label: impl Into<String>, changes: Vec<Change>) -> Self {
        Self { label: label.into(), changes, merge: None }
    }

    /// The same edit, one step with its neighbours under `key`.
    pub fn merging(mut self, key: impl Into<String>) -> Self {
        self.merge = Some(MergeKey(key.into()));
        self
    }
}

impl Map {
    /// Makes every change, in order, and gives the edit that takes them back.
    ///
    /// # Errors
    /// When the changed map would break a rule of [`Map::check`]; the map is then untouched.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        let Edit { label, changes, merge } = edit;
        let mut undo: Vec<Change> = changes.into_iter().map(|change| self.replace(change)).collect();
        undo.reverse();
        let problems = self.check();
        if problems.is_empty() {
            return Ok(Edit { label, changes: undo, merge });
        }
        for change in undo {
            self.replace(change);
        }
        Err(EditError { label, problems })
    }

    /// Makes one change without looking at the rules; gives the change that takes it back.
    fn replace(&mut self, change: Change) -> Change {
        fn swap<K: Ord + Copy, V>(table: &mut std::collections::BTreeMap<K, V>, id: K, record: Option<V>) -> Option<V> {
            match record {
                Some(record) => table.insert(id, record),
                None => table.remove(&id),
            }
        }
        match change {
            Change::Meta(meta) => Change::Meta(std::mem::replace(&mut self.meta, meta)),
            Change::Stage(id, record) => Change::Stage(id, swap(&mut self.stages, id, record)),
            Change::Lane(id, record) => Change::Lane(id, swap(&mut self.lanes, id, record)),
            Change::Touchpoint(id, record) => Change::Touchpoint(id, swap(&mut self.touchpoints, id, record)),
            Change::Question(id, record) => Change::Question(id, swap(&mut self.questions, id, record)),
            Change::PainPoint(id, record) => Change::PainPoint(id, swap(&mut self.pain_points, id, record)),
            Change::Action(id, record) => Change::Action(id, swap(&mut self.actions, id, record)),
            Change::Flag(id, record) => Change::Flag(id, swap(&mut self.flags, id, record)),
            Change::Segment(id, record) => Change::Segment(id, swap(&mut self.segments, id, record)),
            Change::Sticky(id, record) => Change::Sticky(id, swap(&mut self.stickies, id, record)),
            Change::Measurement(id, record) => Change::Measurement(id, swap(&mut self.measurements, id, record)),
            Change::Metric(id, record) => Change::Metric(id, swap(&mut self.metrics, id, record)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small_map() -> (Map, StageId, LaneId) {
        let (stage, lane) = (StageId(1), LaneId(2));
        let mut map = Map::default();
        let edit = Edit::new(
            "Start",
            vec![
                Change::Stage(stage, Some(Stage::new(Rank::middle(), "Awareness"))),
                Change::Lane(lane, Some(Lane::new(Rank::middle(), LaneKind::Touchpoints))),
            ],
        );
        map.apply(edit).unwrap();
        (map, stage, lane)
    }

    #[test]
    fn e1_apply_then_inverse_restores_the_map() {
        let (mut map, stage, lane) = small_map();
        let before = map.clone();
        let card = Touchpoint::new(stage, lane, Rank::middle(), "Trailer", Channel::PaidSocial);
        let mut renamed = map.stages[&stage].clone();
        renamed.name = "Hearing of it".to_owned();
        let edit = Edit::new(
            "Two things",
            vec![
                Change::Touchpoint(TouchpointId(3), Some(card.clone())),
                Change::Touchpoint(TouchpointId(3), Some(Touchpoint { title: "Teaser".to_owned(), ..card })),
                Change::Stage(stage, Some(renamed)),
            ],
        );
        let inverse = map.apply(edit).unwrap();
        assert_eq!(map.touchpoints[&TouchpointId(3)].title, "Teaser");
        map.apply(inverse).unwrap();
        assert_eq!(map, before);
    }

    #[test]
    fn e2_a_refused_edit_leaves_no_trace() {
        let (mut map, stage, lane) = small_map();
        let before = map.clone();
        let card = Touchpoint::new(stage, lane, Rank::middle(), "Trailer", Channel::PaidSocial);
        let edit = Edit::new(
            "Take the stage from under its card",
            vec![Change::Touchpoint(TouchpointId(3), Some(card)), Change::Stage(stage, None)],
        );
        let error = map.apply(edit).unwrap_err();
        assert_eq!(map, before);
        assert!(error.to_string().contains("Take the stage"), "{error}");
    }
}
