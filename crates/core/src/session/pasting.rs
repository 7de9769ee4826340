//! Pasting: a part of a map as it was copied, rows of touchpoints, or a table of stages and lanes.

use touchline_words::say;

use super::{Answer, Cause, Session, Tone};
use crate::edit::grid::{CutCell, Rows};
use crate::edit::matrix::{Landing, LeftOut, Matrix};
use crate::edit::{self, Fragment, Pasted};
use crate::fields::LETTERS_MAX;
use crate::figures::numbers;
use crate::model::*;
use crate::store;

/// A text that is pasted is no longer, in bytes: twenty thousand copied cards are less.
const PASTE_BYTES_MAX: usize = 64 << 20;

/// What is pasted and would be left out in part, until the person has said whether the rest is pasted.
#[derive(Debug)]
pub(super) struct Waiting {
    what: Incoming,
    records: usize,
    left_out: Vec<LeftOut>,
}

/// What finds its stages and lanes by their names.
#[derive(Debug)]
enum Incoming {
    Table(Matrix),
    /// Copied lanes, and the lane below which they go.
    Lanes(Box<Fragment>, Option<LaneId>),
}

impl Incoming {
    fn land(&self, map: &Map, ids: &mut IdSource) -> Landing {
        match self {
            Self::Table(table) => table.land(map, ids),
            Self::Lanes(part, below) => edit::land_lanes(map, part, *below, ids),
        }
    }
}

impl Session {
    pub(super) fn paste(&mut self, text: &str) {
        if self.on_start {
            return;
        }
        // Before anything of it is looked at or copied.
        if text.len() > PASTE_BYTES_MAX {
            let (megabytes, limit) = (text.len() >> 20, PASTE_BYTES_MAX >> 20);
            let text = say!(session_paste_too_long, megabytes, limit);
            self.notices.push(Cause::Edit, Tone::Bad, text, None, self.now);
            return;
        }
        if let Some(copied) = self.copied.take_if(|(words, _)| is_same(words, text)) {
            self.paste_part(&copied.1);
            self.copied = Some(copied);
            return;
        }
        if let Some(table) = Matrix::read(&self.map, text) {
            return self.paste_named(Incoming::Table(table));
        }
        let (cell, before) = self.paste_place();
        let pasted = match store::part_from_text(text) {
            Some(Ok(part)) if part.is_of_lanes() => return self.paste_lanes(part),
            Some(Ok(part)) => edit::paste(&self.map, &part, cell, before, &mut self.ids),
            Some(Err(error)) => {
                let text = say!(session_clipboard_unreadable, error = error.to_string());
                self.notices.push(Cause::Edit, Tone::Bad, text, None, self.now);
                return;
            }
            None => {
                let read = Rows::read(text);
                if read.left_out > 0 {
                    let text = say!(session_rows_left_out, count = read.left_out);
                    self.notices.push(Cause::Edit, Tone::Warning, text, None, self.now);
                }
                if let Some(first) = read.first_cut {
                    let CutCell { row, column, letters } = first;
                    let (most, letters) = (numbers::count(LETTERS_MAX as u64), numbers::count(letters as u64));
                    let text = say!(session_cells_cut, count = read.cut, most, row, column, letters);
                    self.notices.push(Cause::Edit, Tone::Warning, text, None, self.now);
                }
                let place = cell.filter(|_| !read.rows.is_empty());
                place.and_then(|cell| edit::paste_rows(&self.map, &read.rows, cell, before, &mut self.ids))
            }
        };
        self.take_in_or_tell(pasted);
    }

    /// Whether the session itself has put these words on the clipboard, with records behind them.
    pub fn has_copied(&self, text: &str) -> bool {
        self.copied.as_ref().is_some_and(|(words, _)| is_same(words, text))
    }

    /// Pastes the records that were copied, here or in another window.
    pub(super) fn paste_part(&mut self, part: &Fragment) {
        if self.on_start {
            return;
        }
        if part.is_of_lanes() {
            return self.paste_lanes(part.clone());
        }
        let (cell, before) = self.paste_place();
        let pasted = edit::paste(&self.map, part, cell, before, &mut self.ids);
        self.take_in_or_tell(pasted);
    }

    fn take_in_or_tell(&mut self, mut pasted: Option<Pasted>) {
        // Of several lanes of a kind it is the one that is selected, or in which something is.
        let lane = self.lane_here();
        if let (Some(Pasted { edit, new }), Some(lane)) = (&mut pasted, lane) {
            new.iter().for_each(|record| edit::added_to_lane(&self.map, edit, *record, lane));
        }
        if pasted.is_none() {
            let what = if self.map.stages.is_empty() {
                say!(session_stage_before_paste)
            } else {
                say!(session_nothing_to_paste)
            };
            self.notices.push(Cause::Edit, Tone::Info, what, None, self.now);
        }
        self.take_in(pasted);
    }

    /// Below the lane that is selected, or in which something is.
    fn paste_lanes(&mut self, part: Fragment) {
        let below = self.selected_lane().or_else(|| self.selection.cell().map(|cell| cell.lane));
        self.paste_named(Incoming::Lanes(Box::new(part), below));
    }

    /// What is pasted lands at once where all of it has a place; else what would be left out is told first.
    fn paste_named(&mut self, what: Incoming) {
        let mut ids = self.ids.clone();
        let Landing { pasted, left_out } = what.land(&self.map, &mut ids);
        if left_out.is_empty() {
            self.ids = ids;
            return self.take_in(pasted);
        }
        let records = pasted.map_or(0, |pasted| match what {
            Incoming::Table(_) => pasted.new.len(),
            Incoming::Lanes(..) => self.map.after(&pasted.edit).map_or(0, |after| after.len() - self.map.len()),
        });
        self.pasting = Some(Waiting { what, records, left_out });
    }

    /// Of what waits: how many records would come, and what would be left out.
    pub(super) fn waiting_table(&self) -> Option<(usize, &[LeftOut])> {
        self.pasting.as_ref().map(|waiting| (waiting.records, waiting.left_out.as_slice()))
    }

    /// Pastes what has a place, or nothing.
    pub(super) fn answer_pasting(&mut self, waiting: Waiting, answer: Answer) {
        if answer == Answer::PasteRest {
            let landing = waiting.what.land(&self.map, &mut self.ids);
            self.take_in(landing.pasted);
        }
    }

    /// Makes the edit of a paste or duplicate and selects what came.
    pub(super) fn take_in(&mut self, pasted: Option<Pasted>) {
        let Some(pasted) = pasted else { return };
        self.edit(pasted.edit);
        self.selection.set(pasted.new);
        self.selection.prune(&self.map);
    }
}

/// Whether a clipboard gives back words that were put on it: it may have changed the ends of lines, and have lost the last.
fn is_same(words: &str, text: &str) -> bool {
    let lines = |text: &str| text.trim_end().replace("\r\n", "\n");
    lines(words) == lines(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{Answer, Ask, Command, Effect, Intent};

    const TABLE: &str = "\tAwareness\tDecision\nTouchpoints\tTrailer\tPrices\nWeather\train\t\n";

    #[test]
    fn a_table_lands_in_one_step_and_is_taken_back_in_one() {
        let mut story = Story::new();
        story.stage("Decision");
        let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
        story.act(Intent::Paste(TABLE.replace("Weather\train\t\n", "")));
        let names: Vec<_> = story.session.map().stages_in_order().into_iter().map(|(_, s)| s.name.clone()).collect();
        assert_eq!(names, ["Decision", "Awareness"]);
        assert_eq!(story.session.map().touchpoints.len(), 2);
        assert_eq!((story.session.ask(), story.session.history().undo_steps()), (None, steps + 1));
        story.act(Intent::Command(crate::session::Command::Undo));
        assert_eq!(*story.session.map(), before);
    }

    #[test]
    fn a_lane_is_copied_by_its_name_and_asks_before_it_lands_where_stages_lack() {
        let mut story = Story::new();
        story.act(Intent::Paste(TABLE.replace("Weather\train\t\n", "")));
        let lane = story.session.map().lane_of(LaneKind::Touchpoints).unwrap();
        story.act(Intent::Select(lane.into()));
        let copied = story.run(Command::Copy);
        let Some(Effect::SetClipboard(text)) = copied.first().cloned() else { panic!("{copied:?}") };
        assert!(text.contains("Trailer") && text.contains("Decision"), "{text}");
        story.act(Intent::Paste(text.clone()));
        let map = story.session.map();
        assert_eq!((map.touchpoints.len(), map.stages.len()), (4, 2));
        let new = LaneId::try_from(story.session.selection().only().unwrap()).unwrap();
        assert_eq!(map.lanes_in_order()[1].0, new);
        story.run(Command::Undo);
        let decision = story.session.map().stages_in_order()[1].0;
        story.act(Intent::Delete(vec![decision.into()]));
        story.act(Intent::Paste(text.clone()));
        let Some(Ask::Paste { records, left_out }) = story.session.ask() else { panic!("nothing is asked") };
        assert_eq!((records, left_out.len()), (2, 1), "the lane and a card");
        assert_eq!((left_out[0].text.as_str(), left_out[0].stage.as_str()), ("Prices", "Decision"));
        story.act(Intent::Answer(Answer::PasteRest));
        assert_eq!(story.session.map().touchpoints.len(), 2);
        let feeling = story.session.map().lane_of(LaneKind::Feeling).unwrap();
        story.act(Intent::Select(feeling.into()));
        story.run(Command::Copy);
        assert_eq!(story.session.notices().last().unwrap().text, say!(session_not_copied));
    }

    #[test]
    fn what_would_be_left_out_is_told_before_anything_lands() {
        let mut story = Story::new();
        let before = story.session.map().clone();
        story.act(Intent::Paste(TABLE.to_owned()));
        let Some(Ask::Paste { records, left_out }) = story.session.ask() else { panic!("nothing is asked") };
        assert_eq!((records, left_out.len(), left_out[0].text.as_str()), (4, 1, "rain"));
        assert_eq!(*story.session.map(), before);
        story.act(Intent::Answer(Answer::Cancel));
        assert_eq!((story.session.ask(), story.session.map()), (None, &before));
        story.act(Intent::Paste(TABLE.to_owned()));
        story.act(Intent::Answer(Answer::PasteRest));
        assert_eq!((story.session.ask(), story.session.map().touchpoints.len()), (None, 2));
    }

    #[test]
    fn a_clipboard_of_hundreds_of_megabytes_is_told_and_not_read() {
        let mut story = Story::new();
        story.stage("Awareness");
        let before = story.session.map().clone();
        story.act(Intent::Paste("Weather\train\n".repeat(PASTE_BYTES_MAX / 13 + 1)));
        assert_eq!(*story.session.map(), before);
        assert!(story.session.notices().last().is_some_and(|notice| notice.text.contains("at most 64 MB")));
    }
}
