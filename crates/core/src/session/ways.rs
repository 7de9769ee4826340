//! Connecting cards, and stages by a loop.

use super::{Cause, Session, Tone};
use crate::edit;
use crate::model::*;
use touchline_words::say;

impl Session {
    /// Connects the selected cards in the order in which they were selected, and selects the ways; of selected stages the
    /// last leads back to the first.
    pub(super) fn connect(&mut self) {
        let cards = self.selection.touchpoints();
        let stages: Vec<StageId> =
            self.selection.records().iter().filter_map(|record| StageId::try_from(*record).ok()).collect();
        let edit = if cards.len() > 1 {
            edit::connect(&self.map, &cards, &mut self.ids)
        } else if stages.len() > 1 {
            edit::loop_back(&self.map, &stages, &mut self.ids)
        } else {
            return self.say(Cause::Edit, Tone::Info, say!(session_connect_two));
        };
        let Some(edit) = edit else { return };
        let ways: Vec<RecordRef> = edit.changes.iter().map(Change::at).collect();
        if self.edit(edit) {
            self.selection.set(ways);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    #[test]
    fn two_cards_are_connected_by_a_key_and_one_alone_is_told_what_it_needs() {
        let mut story = Story::new();
        story.stage("Awareness");
        let cards = ["Trailer", "Mail"].map(|title| story.card(title));
        story.act(Intent::Select(cards[0].into()));
        story.run(Command::Connect);
        assert_eq!(story.session.notices().last().unwrap().text, say!(session_connect_two));
        story.act(Intent::Toggle(cards[1].into()));
        story.run(Command::Connect);
        let map = story.session.map();
        let way = map.connectors.values().next().unwrap();
        assert_eq!((way.from, way.to), (cards[0], cards[1]));
        assert_eq!(story.session.selection().only().map(RecordRef::kind), Some(RecordKind::Connector));
        story.run(Command::Delete);
        assert!(story.session.map().connectors.is_empty());
    }

    #[test]
    fn two_stages_are_connected_by_a_loop_back() {
        let mut story = Story::new();
        let stages = ["Awareness", "Retention"].map(|name| story.stage(name));
        story.act(Intent::Select(stages[0].into()));
        story.act(Intent::Toggle(stages[1].into()));
        story.run(Command::Connect);
        let way = story.session.map().loops.values().next().unwrap();
        assert_eq!((way.from, way.to), (stages[1], stages[0]));
        assert_eq!(story.session.selection().only().map(RecordRef::kind), Some(RecordKind::Loop));
        story.run(Command::Delete);
        assert!(story.session.map().loops.is_empty());
    }
}
