//! The only way a map changes: an edit is a list of changes that holds all of them or none.

use super::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use touchline_words::say;

/// One thought of a person's: one step of undo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// What is done …
    pub verb: Verb,
    /// … to which records; others may change along.
    pub about: Vec<RecordRef>,
    pub changes: Vec<Change>,
    /// Edits of one verb about the same records that follow each other are one step, such as the keys of one nudge.
    pub merges: bool,
}

/// An edit that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The edit that takes it back.
    pub inverse: Edit,
    /// Every record that was written or taken away.
    pub touched: BTreeSet<RecordRef>,
}

/// Why an edit was refused; the map is as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub verb: Verb,
    pub about: Vec<RecordRef>,
    /// What would be wrong with the map, at least one.
    pub problems: Vec<Problem>,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", say!(edit_not_done))?;
        match self.problems.first() {
            Some(problem) => write!(f, "{problem}"),
            None => write!(f, "{}", say!(edit_impossible)),
        }
    }
}

impl std::error::Error for Refused {}

impl Edit {
    pub fn new(verb: Verb, about: Vec<RecordRef>, changes: Vec<Change>) -> Self {
        Self { verb, about, changes, merges: false }
    }

    /// An edit about every record that it changes.
    pub fn of(verb: Verb, changes: Vec<Change>) -> Self {
        let about: BTreeSet<RecordRef> = changes.iter().map(Change::at).collect();
        Self::new(verb, about.into_iter().collect(), changes)
    }

    /// The same edit, one step with its neighbours of the same verb about the same records.
    pub fn merging(mut self) -> Self {
        self.merges = true;
        self
    }

    /// Whether two edits that follow each other are one step.
    pub fn merges_with(&self, other: &Self) -> bool {
        self.merges && other.merges && self.verb == other.verb && self.about == other.about
    }
}

impl Map {
    /// The map as an edit would leave it.
    ///
    /// # Errors
    /// See [`Map::apply`].
    pub fn after(&self, edit: &Edit) -> Result<Self, Refused> {
        let mut after = self.clone();
        after.apply(edit.clone())?;
        Ok(after)
    }

    /// Makes every change, in order, and gives the edit that takes them back.
    ///
    /// # Errors
    /// When the changed map would break a rule of [`Tables::check`]; the map is then untouched.
    pub fn apply(&mut self, edit: Edit) -> Result<Applied, Refused> {
        let Edit { verb, about, changes, merges } = edit;
        let touched: BTreeSet<RecordRef> = changes.iter().map(Change::at).collect();
        let tables = self.tables_mut();
        let mut undo: Vec<Change> = changes.into_iter().map(|change| tables.replace(change)).collect();
        undo.reverse();
        let problems = tables.check_touched(&touched);
        if problems.is_empty() {
            self.changed(&undo);
            return Ok(Applied { inverse: Edit { verb, about, changes: undo, merges }, touched });
        }
        for change in undo {
            tables.replace(change);
        }
        Err(Refused { verb, about, problems })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small_map() -> (Map, StageId, LaneId) {
        let (stage, lane) = (StageId(1), LaneId(2));
        let mut map = Map::default();
        let edit = Edit::of(
            Verb::Begin,
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
        let edit = Edit::of(
            Verb::Add,
            vec![
                Change::Touchpoint(TouchpointId(3), Some(card.clone())),
                Change::Touchpoint(TouchpointId(3), Some(Touchpoint { title: "Teaser".to_owned(), ..card })),
                Change::Stage(stage, Some(renamed)),
            ],
        );
        let inverse = map.apply(edit).unwrap().inverse;
        assert_eq!(map.touchpoints[&TouchpointId(3)].title, "Teaser");
        map.apply(inverse).unwrap();
        assert_eq!(map, before);
    }

    #[test]
    fn e2_a_refused_edit_leaves_no_trace() {
        let (mut map, stage, lane) = small_map();
        let before = map.clone();
        let card = Touchpoint::new(stage, lane, Rank::middle(), "Trailer", Channel::PaidSocial);
        let edit =
            Edit::of(Verb::Delete, vec![Change::Touchpoint(TouchpointId(3), Some(card)), Change::Stage(stage, None)]);
        let error = map.apply(edit).unwrap_err();
        assert_eq!(map, before);
        assert_eq!(error.verb, Verb::Delete);
        assert!(error.to_string().contains("names stage"), "{error}");
    }

    #[test]
    fn e2_what_names_a_record_that_is_gone_is_looked_at_though_it_was_not_touched() {
        let (mut map, stage, lane) = small_map();
        let card = Touchpoint::new(stage, lane, Rank::middle(), "Trailer", Channel::PaidSocial);
        map.apply(Edit::of(Verb::Add, vec![Change::Touchpoint(TouchpointId(3), Some(card))])).unwrap();
        let before = map.clone();
        for change in [
            Change::Stage(stage, None),
            Change::Lane(lane, None),
            Change::Lane(lane, Some(Lane::new(Rank::middle(), LaneKind::Thinking))),
        ] {
            let error = map.apply(Edit::of(Verb::Delete, vec![change])).unwrap_err();
            assert_eq!(error.problems[0].at, RecordRef::Touchpoint(TouchpointId(3)));
            assert_eq!(map, before);
        }
    }
}
