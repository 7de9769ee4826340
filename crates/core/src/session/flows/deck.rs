//! The pages of the deck as a person orders them: what is pressed in the list beside the export's preview.

use super::DeckMsg;
use crate::edit::{forget_deck, keep_deck};
use crate::layout::Planned;
use crate::model::DeckPage;
use crate::session::Session;

impl Session {
    pub(super) fn deck_flow(&mut self, msg: DeckMsg) {
        match msg {
            DeckMsg::Keep(nth) => self.keep_page(nth, None, |_| {}),
            DeckMsg::Move { nth, before } => self.keep_page(nth, Some(before), |_| {}),
            DeckMsg::Show { nth, is_shown } => self.keep_page(nth, None, |page| page.left_out = !is_shown),
            DeckMsg::Forget => {
                if let Some(edit) = forget_deck(&self.map) {
                    self.edit(edit);
                }
            }
        }
    }

    /// Keeps all pages as they stand, with a change to one; each is a step of undo.
    fn keep_page(&mut self, nth: usize, before: Option<usize>, change: impl FnOnce(&mut DeckPage)) {
        let order: Vec<_> = Planned::all(&self.map).into_iter().map(|page| (page.of, page.kept)).collect();
        let mut ids = self.ids.clone();
        if let Some((edit, _)) = keep_deck(&self.map, &order, nth, before, change, &mut ids) {
            self.ids = ids;
            if self.edit(edit) {
                self.map.seal();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::Topic;
    use crate::session::flows::Msg;
    use crate::session::flows::stories::opened;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    fn say(story: &mut Story, msg: DeckMsg) {
        story.act(Intent::Flow(Msg::Deck(msg)));
    }

    #[test]
    fn pages_are_left_out_moved_and_forgotten_and_each_is_one_step_of_undo() {
        let mut story = opened(sample::map());
        let topics = |story: &Story| -> Vec<Topic> {
            Planned::shown(story.session.map()).into_iter().map(|page| page.of).collect()
        };
        let usual = topics(&story);
        say(&mut story, DeckMsg::Show { nth: 1, is_shown: false });
        assert_eq!(topics(&story)[..2], [Topic::Cover, Topic::Whole], "the answer is left out");
        assert_eq!(Planned::all(story.session.map()).len(), usual.len(), "and stays in the list");
        let last = usual.len() - 1;
        say(&mut story, DeckMsg::Move { nth: last, before: 0 });
        assert_eq!(topics(&story)[0], Topic::Method);
        assert!(Planned::all(story.session.map()).iter().all(|page| page.kept.is_some()));
        story.run(Command::Undo);
        assert_eq!(topics(&story)[0], Topic::Cover);
        story.run(Command::Undo);
        assert!(story.session.map().deck_pages.is_empty());
        say(&mut story, DeckMsg::Keep(2));
        say(&mut story, DeckMsg::Keep(2));
        story.run(Command::Undo);
        assert!(story.session.map().deck_pages.is_empty(), "what is kept already is no step");
        say(&mut story, DeckMsg::Show { nth: 0, is_shown: false });
        say(&mut story, DeckMsg::Forget);
        assert_eq!(topics(&story), usual);
        say(&mut story, DeckMsg::Move { nth: 99, before: 0 });
        assert_eq!(topics(&story), usual);
    }
}
