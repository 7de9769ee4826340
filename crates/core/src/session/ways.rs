//! Connecting cards.

use super::{Cause, Session, Tone};
use crate::edit;
use crate::model::*;
use touchline_words::say;

impl Session {
    /// Connects the selected cards in the order in which they were selected, and selects the ways.
    pub(super) fn connect(&mut self) {
        let cards = self.selection.touchpoints();
        if cards.len() < 2 {
            return self.say(Cause::Edit, Tone::Info, say!(session_connect_two));
        }
        let Some(edit) = edit::connect(&self.map, &cards, &mut self.ids) else { return };
        let ways: Vec<RecordRef> =
            edit.changes.iter().map(Change::at).filter(|at| at.kind() == RecordKind::Connector).collect();
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
}
