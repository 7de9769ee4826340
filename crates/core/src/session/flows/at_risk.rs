//! A file of customers that is asked who is about to leave: the rule that is held against it, where one would step in, and
//! the cohort for a mailing.
//!
//! Promise: nothing of the file is kept when the box is closed; what goes onto the map is an action with counts in it.

use touchline_words::say;

use super::AtRiskMsg;
use crate::figures::{numbers, small_groups};
use crate::model::{Map, RecordRef};
use crate::session::at_risk::{AtRiskFile, Saved};
use crate::session::files::FileAsk;
use crate::session::{Cause, Effect, Session, Tone};
use std::path::PathBuf;

/// The file that is asked.
#[derive(Debug)]
pub struct AtRiskOpen {
    file: AtRiskFile,
    number: u64,
    /// Where the person would step in.
    at: Option<RecordRef>,
    /// What became of the last cohort.
    said: Option<Result<String, String>>,
}

impl AtRiskOpen {
    pub fn file(&self) -> &AtRiskFile {
        &self.file
    }

    /// Another number for every file that is opened.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// The stage or card where one would step in, with its name: what was chosen, else the last stage.
    pub fn place(&self, map: &Map) -> Option<(RecordRef, String)> {
        let named = |record: RecordRef| {
            if let RecordRef::Stage(id) = record {
                map.stages.get(&id).map(|stage| (record, stage.name.clone()))
            } else if let RecordRef::Touchpoint(id) = record {
                map.touchpoints.get(&id).map(|card| (record, card.title.clone()))
            } else {
                None
            }
        };
        let last = || map.stages_in_order().last().map(|(id, _)| RecordRef::Stage(*id));
        self.at.and_then(named).or_else(|| last().and_then(named))
    }

    /// What became of the last cohort: where it was written, or why it was not.
    pub fn said(&self) -> Option<&Result<String, String>> {
        self.said.as_ref()
    }

    /// Takes over what has ended, and counts what became of the rule.
    fn look_after(&mut self, map: &Map) {
        self.file.poll();
        self.file.count(small_groups(map));
        if let Some(saved) = self.file.take_saved() {
            self.said = Some(written(saved));
        }
    }
}

fn written(saved: Saved) -> Result<String, String> {
    let (path, count) = saved?;
    let word = if count == 1 { say!(ui_at_risk_customer) } else { say!(ui_at_risk_customers) };
    Ok(say!(ui_at_risk_written, count = numbers::count(count), word, path = path.display()))
}

impl Session {
    /// Begins to read a file of customers; one would step in at what is selected.
    pub(super) fn open_at_risk(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        self.reads_data(std::slice::from_ref(&path), effects);
        let (number, at) = (self.flows.new_number(), self.selection.main());
        self.flows.at_risk = Some(AtRiskOpen { file: AtRiskFile::open(path), number, at, said: None });
    }

    pub(super) fn at_risk_flow(&mut self, msg: AtRiskMsg, effects: &mut Vec<Effect>) {
        let Some(mut open) = self.flows.at_risk.take() else { return };
        match msg {
            AtRiskMsg::Hold(rule) => open.file.set_rule(rule),
            AtRiskMsg::Give(role, column) => open.file.give(role, column),
            AtRiskMsg::Keep(kept) => open.file.keep(kept),
            AtRiskMsg::StepInAt(record) => open.at = Some(record),
            AtRiskMsg::SaveCohort => effects.push(Effect::AskFile(FileAsk::Cohort(open.file.cohort_name()))),
            AtRiskMsg::OtherFile => effects.push(Effect::AskFile(FileAsk::OpenCustomers)),
            AtRiskMsg::Close => return,
            AtRiskMsg::Intervene => {
                let mut ids = self.new_ids();
                let at = open.place(&self.map).map(|(record, _)| record);
                if let Some((edit, action)) = at.and_then(|at| open.file.intervene(&self.map, at, &mut ids)) {
                    self.edit(edit);
                    self.select([action], false);
                    return self.say(Cause::Edit, Tone::Good, say!(app_action_added));
                }
            }
        }
        open.look_after(&self.map);
        self.flows.at_risk = Some(open);
    }

    /// The person has said where the cohort goes.
    pub(super) fn save_cohort(&mut self, path: PathBuf) {
        let read = self.read();
        if let Some(open) = &mut self.flows.at_risk {
            open.said = None;
            open.file.save_cohort(path, read);
        }
    }

    pub(super) fn tick_at_risk(&mut self) {
        if let Some(open) = &mut self.flows.at_risk {
            open.look_after(&self.map);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::churn::columns::ChurnRole;
    use crate::behaviour::churn::rule::Rule;
    use crate::figures::sample;
    use crate::model::{Change, Edit, Field, Verb};
    use crate::session::flows::Msg;
    use crate::session::flows::stories::{opened, until};
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};
    use std::path::Path;

    fn say(story: &mut Story, msg: AtRiskMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::AtRisk(msg)))
    }

    fn open(story: &Story) -> &AtRiskOpen {
        story.session.flows().at_risk().unwrap()
    }

    fn settled(story: &mut Story) {
        until(story, |session| !session.flows().is_busy());
    }

    /// 40 silent customers of whom half cancelled, 40 active ones; every second one gave consent. The file is read.
    fn asked(folder: &Path) -> Story {
        let path = folder.join("customers.csv");
        std::fs::write(&path, include_str!("../../../../../tests/fixtures/customers.csv")).unwrap();
        let mut story = opened(sample::map());
        assert_eq!(story.run(Command::AtRisk), [Effect::AskFile(FileAsk::OpenCustomers)]);
        let chosen = Intent::FilesChosen { ask: FileAsk::OpenCustomers, paths: vec![path.clone()] };
        assert_eq!(story.act(chosen), [Effect::DataRead(path.clone())]);
        assert!(story.session.read().contains(&path), "nothing is written over it");
        settled(&mut story);
        story
    }

    fn at_risk(story: &Story) -> Option<u64> {
        open(story).file().figures().map(|figures| figures.all.at_risk)
    }

    #[test]
    fn a_rule_is_held_against_a_file_and_an_action_put_on_the_map_in_one_step() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = asked(folder.path());
        let before = story.session.map().clone();
        assert!(at_risk(&story).is_some(), "the first rule is counted unasked");
        say(&mut story, AtRiskMsg::Hold(Rule { days: 999, fall: 0 }));
        assert_eq!((at_risk(&story), open(&story).file().has_cohort()), (Some(0), false));
        say(&mut story, AtRiskMsg::Hold(Rule { days: 21, fall: 0 }));
        assert_eq!((at_risk(&story), open(&story).file().has_cohort()), (Some(40), true));

        let last = before.stages_in_order().last().map(|(id, _)| RecordRef::Stage(*id));
        assert_eq!(open(&story).place(&before).map(|(record, _)| record), last, "nothing was selected");
        let (card, title) = before.touchpoints.iter().next().map(|(id, card)| (*id, card.title.clone())).unwrap();
        say(&mut story, AtRiskMsg::StepInAt(RecordRef::Touchpoint(card)));
        assert_eq!(open(&story).place(&before), Some((RecordRef::Touchpoint(card), title)));
        say(&mut story, AtRiskMsg::Intervene);
        assert!(story.session.flows().at_risk().is_none());
        let Some(RecordRef::Action(id)) = story.session.selection().only() else { panic!("no action is selected") };
        let action = &story.session.map().actions[&id];
        assert_eq!(action.touchpoint, Some(card));
        assert!(action.note.contains("40 of 80 customers"), "{}", action.note);
        let told = story.session.notices().last().map(|notice| (notice.tone, notice.text.as_str()));
        assert_eq!(told, Some((Tone::Good, say!(app_action_added))));
        story.run(Command::Undo);
        assert_eq!(story.session.map(), &before);
        assert_eq!(say(&mut story, AtRiskMsg::Intervene), [], "the box is closed");
        assert_eq!(story.session.map(), &before);
    }

    #[test]
    fn what_is_too_few_by_the_map_of_the_moment_is_told_without_its_counts() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = asked(folder.path());
        say(&mut story, AtRiskMsg::Hold(Rule { days: 21, fall: 0 }));
        let mut meta = story.session.map().meta.clone();
        meta.least_group.customers = 1_000;
        let set = Edit::new(Verb::Set(Field::LeastGroup), vec![RecordRef::Map], vec![Change::Meta(meta)]);
        story.act(Intent::Edit(set));
        story.act(Intent::Tick);
        say(&mut story, AtRiskMsg::Intervene);
        let Some(RecordRef::Action(id)) = story.session.selection().only() else { panic!("no action is selected") };
        let note = &story.session.map().actions[&id].note;
        assert!(!note.is_empty() && !note.contains("40") && !note.contains('%'), "{note}");
    }

    #[test]
    fn the_cohort_goes_where_it_is_asked_and_its_end_is_told_in_the_box() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = asked(folder.path());
        say(&mut story, AtRiskMsg::Hold(Rule { days: 21, fall: 0 }));
        let effects = say(&mut story, AtRiskMsg::SaveCohort);
        let [Effect::AskFile(ask @ FileAsk::Cohort(name))] = &effects[..] else { panic!("{effects:?}") };
        let path = folder.path().join(name);
        story.act(Intent::FilesChosen { ask: ask.clone(), paths: vec![path.clone()] });
        assert!(open(&story).file().is_saving());
        settled(&mut story);
        assert!(matches!(open(&story).said(), Some(Ok(said)) if said.contains("10")), "{:?}", open(&story).said());
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("user_id\ncanary20\n") && text.lines().count() == 11, "{text}");
        let customers = folder.path().join("customers.csv");
        story.act(Intent::FilesChosen { ask: ask.clone(), paths: vec![customers.clone()] });
        assert_eq!(open(&story).said(), None, "what was said of the last one is gone");
        settled(&mut story);
        assert!(matches!(open(&story).said(), Some(Err(_))), "nothing goes over the customers");
        assert_eq!(std::fs::read(customers).unwrap(), include_bytes!("../../../../../tests/fixtures/customers.csv"));
    }

    #[test]
    fn a_column_gets_another_meaning_and_another_file_another_number() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = asked(folder.path());
        let number = open(&story).number();
        say(&mut story, AtRiskMsg::Give(ChurnRole::Consent, None));
        settled(&mut story);
        assert!(at_risk(&story).is_some() && !open(&story).file().has_cohort());
        assert_eq!(open(&story).number(), number);
        assert_eq!(say(&mut story, AtRiskMsg::OtherFile), [Effect::AskFile(FileAsk::OpenCustomers)]);
        let paths = vec![folder.path().join("nowhere.csv")];
        story.act(Intent::FilesChosen { ask: FileAsk::OpenCustomers, paths });
        settled(&mut story);
        assert!(open(&story).number() > number && at_risk(&story).is_none());
        assert!(open(&story).file().problem().is_some_and(|problem| problem.contains("nowhere.csv")));
        say(&mut story, AtRiskMsg::Close);
        assert!(story.session.flows().at_risk().is_none());
    }
}
