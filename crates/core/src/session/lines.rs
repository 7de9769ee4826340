//! Several lines that are pasted into a title: a list is taken as one, a record for each line, in one step of undo.

use super::{Cause, Effect, Session, TextOf, Tone};
use crate::edit::{self, Pasted};
use crate::fields::{self, FieldKey, LETTERS_MAX};
use crate::figures::numbers;
use crate::model::*;
use touchline_words::say;

/// More lines than these are not taken at once.
const LINES_MAX: usize = edit::grid::ROWS_MAX;

impl Session {
    /// Whether lines that are pasted into the title of a record become one more of its kind each.
    pub fn takes_lines(&self, record: RecordRef) -> bool {
        edit::takes_lines(&self.map, record)
    }

    /// The first line is the title that was being written; what is being written afterwards is the last one.
    pub(super) fn write_lines(&mut self, record: RecordRef, mut lines: Vec<String>, effects: &mut Vec<Effect>) {
        let of = TextOf::title(record);
        let TextOf::Field(key) = &of else { return };
        let left_out = lines.len().saturating_sub(LINES_MAX);
        lines.truncate(LINES_MAX);
        let cut = lines.iter_mut().map(|line| self.cut_line(key, line)).sum::<usize>();
        self.writing.drop_text(&of);
        let Some((edit, new)) = self.edit_of_lines(key, record, &lines) else { return };
        let made = if self.is_unnamed(key) { self.make_named(edit) } else { self.make(edit).map(|_| ()) };
        if let Err(refused) = made {
            return self.say(Cause::Edit, Tone::Bad, refused.to_string());
        }
        self.map.seal();
        if left_out > 0 {
            self.say(Cause::Edit, Tone::Warning, say!(session_rows_left_out, count = left_out));
        }
        if cut > 0 {
            let most = numbers::count(LETTERS_MAX as u64);
            self.say(Cause::Edit, Tone::Warning, say!(session_lines_cut, count = cut, most));
        }
        let last = new.last().copied().unwrap_or(record);
        self.selection.set([last]);
        effects.push(Effect::Reveal(last));
        self.name_last(last, effects);
        // The caret stands behind what was pasted.
        let of = TextOf::title(last);
        if let Some(text) = of.held(&self.map) {
            self.write(of, text, effects);
        }
    }

    /// 1 where a line was longer than a title holds, which it is no more.
    fn cut_line(&self, key: &FieldKey, line: &mut String) -> usize {
        let (held, left_out) = fields::held(key, "", std::mem::take(line));
        *line = held;
        usize::from(left_out > 0)
    }

    fn edit_of_lines(&mut self, key: &FieldKey, record: RecordRef, lines: &[String]) -> Option<(Edit, Vec<RecordRef>)> {
        let (first, more) = lines.split_first()?;
        let title = fields::write(&self.map, key, first).ok().flatten();
        let named = title.as_ref().and_then(|title| self.map.after(title).ok());
        let map = named.as_ref().unwrap_or(&self.map);
        let across = crate::layout::notes_across(map);
        let Pasted { mut edit, new } = edit::add_lines(map, record, more, &across, &mut self.ids)?;
        if let Some(title) = title {
            edit.changes.splice(0..0, title.changes);
        }
        Some((edit, new))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};

    fn titles(story: &Story) -> Vec<String> {
        let map = story.session.map();
        let stages = map.stages_in_order().into_iter();
        let cards = stages.flat_map(|(stage, _)| map.touchpoints_of(stage));
        cards.map(|(_, card)| card.title.clone()).collect()
    }

    fn paste(story: &mut Story, record: RecordRef, lines: &[&str]) {
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        story.act(Intent::WriteLines { record, lines });
    }

    #[test]
    fn lines_pasted_into_a_new_title_are_a_card_each_and_one_step_with_it() {
        let mut story = Story::new();
        story.stage("Awareness");
        let first = story.card("Mail");
        story.card("Post");
        story.act(Intent::Select(first.into()));
        let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
        story.run(Command::AddTouchpoint);
        let new = story.session.selection().main().unwrap();
        story.act(Intent::Write { of: TextOf::title(new), text: "Sees ".to_owned() });
        paste(&mut story, new, &["Sees a trailer", "Reads on", "Buys"]);
        assert_eq!(titles(&story), ["Mail", "Sees a trailer", "Reads on", "Buys", "Post"]);
        assert_eq!(story.session.history().undo_steps(), steps + 1);
        // Writing goes on at the end of the last, and Enter begins the next.
        let last = story.session.selection().main().unwrap();
        let of = TextOf::title(last);
        assert_eq!(story.session.writing().text(&of), Some("Buys"));
        assert!(story.session.is_new(last) && story.session.is_begun(last));
        story.act(Intent::Write { of: of.clone(), text: "Buys two".to_owned() });
        story.act(Intent::EndText(of));
        assert_eq!(titles(&story), ["Mail", "Sees a trailer", "Reads on", "Buys two", "Post"]);
        assert_eq!(story.session.history().undo_steps(), steps + 1);
        story.run(Command::Undo);
        assert_eq!(*story.session.map(), before);
    }

    #[test]
    fn esc_after_lines_gives_up_what_was_written_since_and_no_line() {
        let mut story = Story::new();
        story.stage("Awareness");
        story.run(Command::AddTouchpoint);
        let new = story.session.selection().main().unwrap();
        paste(&mut story, new, &["Sees", "Buys"]);
        let last = TextOf::title(story.session.selection().main().unwrap());
        story.act(Intent::Write { of: last.clone(), text: String::new() });
        story.act(Intent::DropText(last.clone()));
        assert_eq!(titles(&story), ["Sees", "Buys"]);
        assert_eq!(story.session.writing().text(&last), None);
    }

    #[test]
    fn lines_pasted_into_a_row_that_stands_there_come_behind_it_and_are_taken_back_in_one_step() {
        let mut story = Story::new();
        let stage = story.stage("Awareness");
        story.card("Mail");
        let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
        paste(&mut story, stage.into(), &["Awareness", "Decision", "Use"]);
        let names: Vec<_> =
            story.session.map().stages_in_order().into_iter().map(|(_, one)| one.name.clone()).collect();
        assert_eq!(names, ["Awareness", "Decision", "Use"]);
        assert_eq!(story.session.history().undo_steps(), steps + 1);
        story.run(Command::Undo);
        assert_eq!(*story.session.map(), before);
    }

    #[test]
    fn what_is_too_long_or_too_much_is_told() {
        let mut story = Story::new();
        story.stage("Awareness");
        let card = story.card("Mail");
        let mut lines = vec!["Mail".to_owned(), "ü".repeat(LETTERS_MAX + 3)];
        lines.extend((0..LINES_MAX).map(|nth| format!("line {nth}")));
        story.act(Intent::WriteLines { record: card.into(), lines });
        assert_eq!(story.session.map().touchpoints.len(), LINES_MAX);
        let told: Vec<_> = story.session.notices().iter().map(|notice| notice.text.clone()).collect();
        let most = numbers::count(LETTERS_MAX as u64);
        assert!(told.contains(&say!(session_lines_cut, count = 1, most)), "{told:?}");
        assert!(told.contains(&say!(session_rows_left_out, count = 2)), "{told:?}");
    }
}
