//! The format of a record, copied to others: colour, feeling, evidence, owner, and whatever else of that kind both have.

use super::{Cause, Session, Tone};
use crate::edit;
use crate::fields::{self, FieldKey};
use crate::model::*;
use touchline_words::say;

/// What counts as format: what is chosen or set, and not what is written about one thing.
const FIELDS: [Field; 17] = [
    Field::NoteColor,
    Field::Color,
    Field::Zone,
    Field::Pending,
    Field::ConnectorKind,
    Field::Channel,
    Field::Ownership,
    Field::ToBe,
    Field::Owner,
    Field::System,
    Field::Severity,
    Field::Horizon,
    Field::ActionStatus,
    Field::FlagStatus,
    Field::Audiences,
    Field::Lifecycle,
    Field::Width,
];

/// What was taken of a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Format {
    texts: Vec<(Field, String)>,
    feeling: Option<Emotion>,
    evidence: Option<Vec<Evidence>>,
}

impl Format {
    fn of(map: &Map, record: RecordRef) -> Self {
        let read = |field: &Field| Some((*field, fields::read(map, record, *field)?));
        let texts = FIELDS.iter().filter_map(read).collect();
        let card = TouchpointId::try_from(record).ok().and_then(|id| map.touchpoints.get(&id));
        // The reason is about the one card.
        let feeling = card.and_then(|card| card.emotion.clone());
        let feeling = feeling.map(|emotion| Emotion { reason: String::new(), ..emotion });
        Self { texts, feeling, evidence: card.map(|card| card.evidence.clone()) }
    }

    /// Gives it to records, as far as their kinds have what it holds.
    fn given(&self, map: &Map, records: &[RecordRef]) -> Option<Edit> {
        let mut after = map.clone();
        for (field, text) in &self.texts {
            let has = |record: &&RecordRef| fields::kind(record.kind(), *field).is_some();
            let records: Vec<RecordRef> = records.iter().filter(has).copied().collect();
            let edit = fields::write(&after, &FieldKey { records, field: *field }, text).ok().flatten();
            if let Some(next) = edit.and_then(|edit| after.after(&edit).ok()) {
                after = next;
            }
        }
        let mut tables = after.to_tables();
        for id in records.iter().filter_map(|record| TouchpointId::try_from(*record).ok()) {
            let Some(card) = tables.touchpoints.get_mut(&id) else { continue };
            if let Some(evidence) = &self.evidence {
                card.evidence.clone_from(evidence);
            }
            if let Some(feeling) = &self.feeling {
                let reason = card.emotion.as_ref().map(|own| own.reason.clone()).unwrap_or_default();
                card.emotion = Some(Emotion { reason, ..feeling.clone() });
            }
        }
        edit::effective(map, Edit::new(Verb::Format, records.to_vec(), map.difference(&tables)))
    }
}

impl Session {
    /// Takes the format of the record that was selected last.
    pub(super) fn copy_format(&mut self) {
        let Some(record) = self.selection.main() else { return };
        self.format = Some(Format::of(&self.map, record));
        let what = edit::describe(&self.map, &[record]);
        self.say(Cause::Edit, Tone::Info, say!(session_format_copied, what));
    }

    /// Gives the format that was taken to what is selected, in one step.
    pub(super) fn paste_format(&mut self) {
        let Some(format) = self.format.clone() else {
            return self.say(Cause::Edit, Tone::Info, say!(session_no_format));
        };
        if let Some(edit) = format.given(&self.map, self.selection.records()) {
            self.edit(edit);
            self.map.seal();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::*;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    fn with_sample() -> Story {
        let mut story = Story::new();
        let edit = Edit::of(Verb::Begin, story.session.map().difference(&crate::figures::sample::map().to_tables()));
        story.act(Intent::Edit(edit));
        story
    }

    #[test]
    fn what_both_have_of_a_format_is_given_in_one_step_and_words_stay() {
        let mut story = with_sample();
        let map = story.session.map().clone();
        let mut cards = map.touchpoints.iter().filter(|(_, card)| !card.evidence.is_empty() && card.emotion.is_some());
        let (from, model) = cards.next().unwrap();
        let (to, before) =
            map.touchpoints.iter().find(|(id, card)| *id != from && card.channel != model.channel).unwrap();
        let action = *map.actions.keys().next().unwrap();
        story.act(Intent::Select((*from).into()));
        story.run(Command::CopyFormat);
        story.act(Intent::SelectAll { records: vec![(*to).into(), action.into()], extend: false });
        let steps = story.session.history().undo_steps();
        story.run(Command::PasteFormat);
        assert_eq!(story.session.history().undo_steps(), steps + 1);
        let after = &story.session.map().touchpoints[to];
        assert_eq!((after.channel, after.ownership, &after.owner), (model.channel, model.ownership, &model.owner));
        assert_eq!(after.evidence, model.evidence);
        assert_eq!(after.emotion.as_ref().unwrap().score, model.emotion.as_ref().unwrap().score);
        assert_eq!((&after.title, &after.detail, after.stage), (&before.title, &before.detail, before.stage));
        assert_eq!(story.session.map().actions[&action].owner, model.owner);
        story.run(Command::Undo);
        assert_eq!(*story.session.map(), map);
    }

    #[test]
    fn a_format_that_was_not_copied_says_so() {
        let mut story = with_sample();
        let card = *story.session.map().touchpoints.keys().next().unwrap();
        story.act(Intent::Select(card.into()));
        story.run(Command::PasteFormat);
        assert_eq!(story.session.notices().last().unwrap().text, touchline_words::say!(session_no_format));
    }
}
