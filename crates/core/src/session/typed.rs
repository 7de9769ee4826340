//! Words that a person types while no text is open. A letter alone is a command; letters that follow each other as in a word
//! are the title of what the view that is looked at has more of, a touchpoint on the board, and what the first of them did as
//! a command is taken back.

use super::moment::Moment;
use super::{Cause, Command, Effect, Session, TextOf, Tone};
use touchline_words::say;

impl Session {
    /// How things stand.
    pub fn moment(&self) -> Moment {
        let history = self.map.history();
        let (steps, state) = (history.undo_steps(), history.state());
        Moment { steps, state, selection: self.selection.clone(), lens: self.lens, former: self.former }
    }

    /// Goes back to a moment, adds something, and opens its title with the letters that were typed.
    pub(super) fn typed(&mut self, letters: String, adds: Command, since: Moment, effects: &mut Vec<Effect>) {
        if !self.is_enabled(adds) {
            return;
        }
        // One that joined the step before it stays: taking it back would take that along.
        while self.map.history().undo_steps() > since.steps && self.map.history().state() != since.state {
            let Ok(Some(touched)) = self.map.unmake() else { break };
            self.changed(touched);
        }
        (self.selection, self.lens, self.former) = (since.selection, since.lens, since.former);
        self.selection.prune(&self.map);
        self.run(adds, effects);
        match self.selection.main().filter(|new| self.is_new(*new)) {
            Some(new) => self.write(TextOf::title(new), letters, effects),
            // A map may have no lane for it.
            None => self.say(Cause::Edit, Tone::Warning, say!(session_not_written, letters, adds = adds.full_name())),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::session::stories::Story;
    use crate::session::{COMMANDS, Command, Intent};

    /// Letters that come as quickly as a word.
    fn type_word(story: &mut Story, first: Option<Command>, letters: &str) {
        let since = story.session.moment();
        if let Some(command) = first {
            story.run(command);
        }
        story.act(Intent::Typed { letters: letters.to_owned(), adds: Command::AddTouchpoint, since });
    }

    #[test]
    fn a_word_typed_on_the_board_names_a_new_touchpoint_and_nothing_else_happens() {
        let letters = COMMANDS.iter().filter(|row| row.shortcuts.iter().any(|key| key.is_letter_alone()));
        let mut tried = 0;
        for row in letters {
            let mut story = Story::new();
            story.stage("Awareness");
            let card = story.card("Mail");
            story.act(Intent::Select(card.into()));
            let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
            type_word(&mut story, Some(row.command), "tr");
            let new = story.session.selection().main().unwrap();
            let title = crate::session::TextOf::title(new);
            assert_eq!(story.session.writing().text(&title), Some("tr"), "{:?}", row.command);
            story.act(Intent::Write { of: title.clone(), text: "trailer".to_owned() });
            story.act(Intent::EndText(title));
            let mut titles: Vec<_> = story.session.map().touchpoints.values().map(|card| card.title.clone()).collect();
            titles.sort();
            assert_eq!(titles, ["Mail", "trailer"], "{:?}", row.command);
            assert_eq!(story.session.history().undo_steps(), steps + 1, "{:?}", row.command);
            story.run(Command::Undo);
            assert_eq!(*story.session.map(), before, "{:?}", row.command);
            tried += 1;
        }
        assert!(tried > 8, "{tried}");
    }

    #[test]
    fn esc_leaves_nothing_of_it_behind() {
        let mut story = Story::new();
        story.stage("Awareness");
        let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
        type_word(&mut story, Some(Command::AddStage), "se");
        let title = crate::session::TextOf::title(story.session.selection().main().unwrap());
        story.act(Intent::DropText(title));
        assert_eq!((story.session.map(), story.session.history().undo_steps()), (&before, steps));
    }
}
