//! What went wrong with a file, told to somebody at the window: where the command line would name a flag, what to do here. And
//! what no font here can show.

use touchline_words::direction::Listed;
use touchline_words::say;

use super::{Cause, Session, Tone};
use crate::behaviour::error::BehaviourError;
use crate::export::{Missing, missing_scripts};

/// The message, with what to do in the window.
pub(super) fn told(error: &BehaviourError) -> String {
    match error {
        BehaviourError::NoShape { name, header } => say!(session_told_no_shape, name, header = header.listed(", ")),
        BehaviourError::NoRoom { folder, reason } => say!(session_told_no_room, folder = folder.display(), reason),
        error => error.to_string(),
    }
}

impl Session {
    /// Says once for a map and a script that its letters show as boxes, and what brings them.
    pub(super) fn tell_missing(&mut self, letters: Vec<char>) {
        for Missing { script, letters, package } in missing_scripts(letters) {
            if self.scripts_told.insert(script) {
                self.say(Cause::Letters, Tone::Warning, say!(session_letters_missing, letters, script, package));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Intent;
    use crate::session::stories::Story;

    #[test]
    fn letters_that_no_font_has_are_told_once_for_a_map_and_script() {
        let mut story = Story::new();
        let mut told = |letters: &str| {
            story.act(Intent::LettersMissing(letters.chars().collect()));
            story.session.notices().iter().map(|notice| notice.text.clone()).collect::<Vec<_>>()
        };
        let hebrew = told("שלום");
        assert!(
            hebrew.len() == 1 && hebrew[0].contains("Hebrew") && hebrew[0].contains("fonts-noto-core"),
            "{hebrew:?}"
        );
        assert_eq!(told("אב"), hebrew);
        assert_eq!(told("漢").len(), 2);
    }

    #[test]
    fn nobody_at_the_window_is_told_of_a_flag() {
        let shapeless = BehaviourError::NoShape { name: "a.csv".to_owned(), header: vec!["colour".to_owned()] };
        let full = BehaviourError::NoRoom { folder: "/tmp".into(), reason: "full".to_owned() };
        for error in [shapeless, full] {
            assert!(error.to_string().contains("--") && !told(&error).contains("--"), "{error}");
        }
        assert_eq!(told(&BehaviourError::NoStage), BehaviourError::NoStage.to_string());
    }
}
