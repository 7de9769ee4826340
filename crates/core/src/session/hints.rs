//! What a board that has just been begun hints at, one thing after the other: each hint goes for good once its thing was done.

use super::Session;
use crate::model::{Change, Edit, Map};
use crate::store::Hint;

/// A map with more than this was begun long ago.
const YOUNG_STAGES: usize = 3;
const YOUNG_CARDS: usize = 6;

impl Session {
    /// What was not done yet, in the order in which it is done.
    pub fn unlearnt(&self) -> impl Iterator<Item = Hint> {
        Hint::ALL.into_iter().filter(|hint| !self.settings.learnt.contains(hint))
    }

    /// What the board hints at: of what was not done yet the first that can be done now, on a map that has just been begun.
    pub fn hint(&self) -> Option<Hint> {
        let map = self.shown();
        let is_young = map.stages.len() <= YOUNG_STAGES && map.touchpoints.len() <= YOUNG_CARDS;
        self.unlearnt().find(|hint| is_young && is_next(*hint, map))
    }

    /// Remembers what an edit does for the first time.
    pub(super) fn learn(&mut self, edit: &Edit) {
        if self.settings.learnt.len() == Hint::ALL.len() {
            return;
        }
        let map = &self.map;
        let taught = edit.changes.iter().filter_map(|change| taught_by(map, change));
        for hint in taught.collect::<Vec<_>>() {
            self.learnt(hint);
        }
    }

    /// Shows a hint no more.
    pub(super) fn learnt(&mut self, hint: Hint) {
        if !self.settings.learnt.contains(&hint) {
            self.settings.learnt.push(hint);
        }
    }
}

/// Whether nothing of its kind is on a map yet, but what it needs is.
fn is_next(hint: Hint, map: &Map) -> bool {
    let is_felt = map.touchpoints.values().any(|card| card.emotion.is_some());
    match hint {
        Hint::Stage => map.stages.is_empty(),
        Hint::Touchpoint => !map.stages.is_empty() && map.touchpoints.is_empty(),
        Hint::Face => !map.touchpoints.is_empty() && !is_felt,
        Hint::Data => is_felt && map.measurements.is_empty(),
    }
}

fn taught_by(map: &Map, change: &Change) -> Option<Hint> {
    if let Change::Stage(id, Some(_)) = change {
        return (!map.stages.contains_key(id)).then_some(Hint::Stage);
    }
    if let Change::Touchpoint(id, Some(card)) = change {
        return match map.touchpoints.get(id) {
            None => Some(Hint::Touchpoint),
            Some(before) => (before.emotion != card.emotion).then_some(Hint::Face),
        };
    }
    matches!(change, Change::Measurement(_, Some(_))).then_some(Hint::Data)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RecordRef;
    use crate::session::stories::Story;
    use crate::session::{Command, DiskJob, Effect, Intent};

    fn written(effects: &[Effect]) -> Option<Vec<Hint>> {
        effects.iter().find_map(|effect| match effect {
            Effect::Disk(DiskJob::WriteSettings(settings)) => Some(settings.learnt.clone()),
            _ => None,
        })
    }

    #[test]
    fn each_hint_goes_with_its_thing_and_the_next_comes() {
        let mut story = Story::new();
        assert_eq!(story.session.hint(), Some(Hint::Stage));
        let effects = story.run(Command::AddStage);
        assert_eq!(written(&effects), Some(vec![Hint::Stage]), "it is kept for good");
        assert_eq!(story.session.hint(), Some(Hint::Touchpoint));
        story.run(Command::AddTouchpoint);
        assert_eq!(story.session.hint(), Some(Hint::Face));
        let card = *story.session.map().touchpoints.keys().next().unwrap();
        story.act(Intent::Select(RecordRef::Touchpoint(card)));
        let effects = story.run(Command::Feel5);
        assert_eq!(written(&effects), Some(vec![Hint::Stage, Hint::Touchpoint, Hint::Face]));
        assert_eq!(story.session.hint(), Some(Hint::Data));
        let effects = story.act(Intent::Learnt(Hint::Data));
        assert_eq!(written(&effects).map(|learnt| learnt.len()), Some(4));
        assert_eq!((story.session.hint(), story.session.unlearnt().count()), (None, 0));
    }

    #[test]
    fn what_was_done_once_is_hinted_at_no_more_on_another_map_or_after_undo() {
        let mut story = Story::new();
        story.run(Command::AddStage);
        story.run(Command::Undo);
        assert_eq!(story.session.hint(), None);
        story.run(Command::New);
        assert_eq!(story.session.hint(), None, "the stage is known, and nothing else can be done yet");
        assert_eq!(story.session.unlearnt().next(), Some(Hint::Touchpoint));
    }

    #[test]
    fn a_map_that_was_not_just_begun_hints_at_nothing() {
        let mut story = Story::new();
        story.act(Intent::Template(crate::edit::templates::Template::StreamingSubscriber));
        assert_eq!((story.session.hint(), story.session.settings().learnt.len()), (None, 0));
        story.run(Command::AddTouchpoint);
        assert_eq!(story.session.settings().learnt, [Hint::Touchpoint]);
    }
}
