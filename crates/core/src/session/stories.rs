//! Stories of one open map: what a person does at the board, step by step, without a window.

use super::*;
use crate::edit::{self, Cell, set};
use crate::model::{
    Change, Channel, Edit, Field, FlagTarget, IdSource, LaneKind, ListKind, RecordRef, Regime, Stage, StageId,
    TouchpointId, Verb,
};

/// The map is to be saved in this file, as a person chose it.
pub(super) fn save_to(path: PathBuf) -> Intent {
    Intent::FilesChosen { ask: FileAsk::SaveMap(String::new()), paths: vec![path] }
}

/// A session with an empty map, and a clock that each step moves by three seconds.
pub(super) struct Story {
    pub session: Session,
    pub now: Duration,
    pub seen: crate::store::SeenFiles,
}

impl Story {
    pub fn new() -> Self {
        let session = Session::new(Remembered::default(), IdSource::seeded(1));
        let mut story = Self { session, now: Duration::ZERO, seen: Default::default() };
        story.run(Command::New);
        story
    }

    pub fn act(&mut self, action: Intent) -> Vec<Effect> {
        self.now += Duration::from_secs(3);
        self.session.handle(action, self.now)
    }

    pub fn run(&mut self, command: Command) -> Vec<Effect> {
        self.act(Intent::Command(command))
    }

    pub fn add(&mut self, new: New) -> RecordRef {
        self.act(Intent::Add { new, at: Place::AtSelection });
        self.session.selection().only().unwrap()
    }

    pub fn stage(&mut self, name: &str) -> StageId {
        match self.add(New::Stage { name: name.to_owned() }) {
            RecordRef::Stage(id) => id,
            other => panic!("{other}"),
        }
    }

    pub fn card(&mut self, title: &str) -> TouchpointId {
        match self.add(New::Touchpoint { channel: Channel::Email, title: title.to_owned() }) {
            RecordRef::Touchpoint(id) => id,
            other => panic!("{other}"),
        }
    }

    fn cell(&self, stage: StageId) -> Cell {
        Cell::new(stage, self.session.map().lane_of(LaneKind::Touchpoints).unwrap())
    }

    /// The titles in a stage from top to bottom.
    fn titles(&self, stage: StageId) -> Vec<&str> {
        self.session.shown().touchpoints_of(stage).into_iter().map(|(_, card)| card.title.as_str()).collect()
    }

    fn stages(&self) -> Vec<&str> {
        self.session.map().stages_in_order().into_iter().map(|(_, stage)| stage.name.as_str()).collect()
    }
}

#[test]
fn a_map_is_built_moved_about_and_undone_to_the_start() {
    let mut story = Story::new();
    let start = story.session.map().clone();
    let awareness = story.stage("Awareness");
    let decision = story.stage("Decision");
    assert_eq!(story.stages(), ["Awareness", "Decision"]);
    let mail = story.card("Mail");
    story.card("Checkout");
    story.act(Intent::Select(RecordRef::Touchpoint(mail)));
    story.card("Plan page");
    assert_eq!(story.titles(decision), ["Mail", "Plan page", "Checkout"]);

    story.act(Intent::Select(RecordRef::Touchpoint(mail)));
    story.run(Command::MoveLeft);
    assert_eq!(story.titles(awareness), ["Mail"]);
    story.run(Command::EmotionUp);
    story.run(Command::EmotionTenthDown);
    assert_eq!(story.session.map().touchpoints[&mail].emotion.as_ref().unwrap().score.tenths(), 9);
    story.run(Command::ToggleEvidence);
    assert_eq!(story.session.map().touchpoints[&mail].evidence.len(), 1);

    let end = story.session.map().clone();
    while story.session.is_enabled(Command::Undo) {
        story.run(Command::Undo);
    }
    assert_eq!(*story.session.map(), start);
    assert_eq!(story.session.save_state(), SaveState::Saved);
    while story.session.is_enabled(Command::Redo) {
        story.run(Command::Redo);
    }
    assert_eq!(*story.session.map(), end);
}

#[test]
fn h2_a_new_edit_clears_redo_and_selecting_does_not() {
    let mut story = Story::new();
    let stage = story.stage("Awareness");
    story.stage("Decision");
    story.run(Command::Undo);
    story.act(Intent::Select(RecordRef::Stage(stage)));
    story.run(Command::SelectAll);
    story.run(Command::Deselect);
    story.run(Command::WalkRight);
    story.act(Intent::Lens(None));
    assert!(story.session.is_enabled(Command::Redo));
    story.act(Intent::Rename(RecordRef::Stage(stage), "Hearing of it".to_owned()));
    assert!(!story.session.is_enabled(Command::Redo));
}

#[test]
fn h3_what_changes_nothing_leaves_no_step() {
    let mut story = Story::new();
    let stage = story.stage("Awareness");
    let steps = story.session.history().undo_steps();
    story.act(Intent::Rename(RecordRef::Stage(stage), " Awareness ".to_owned()));
    let same = story.session.map().stages[&stage].clone();
    story.act(Intent::Edit(Edit::of(Verb::Begin, vec![Change::Stage(stage, Some(same))])));
    story.run(Command::MoveLeft);
    story.act(Intent::Delete(Vec::new()));
    assert_eq!(story.session.history().undo_steps(), steps);
}

#[test]
fn a_drag_is_drawn_live_and_is_one_step_or_none() {
    let mut story = Story::new();
    let (from, to) = (story.stage("Awareness"), story.stage("Decision"));
    story.act(Intent::Select(RecordRef::Stage(from)));
    let card = story.card("Trailer");
    let steps = story.session.history().undo_steps();
    let moved = edit::move_touchpoints(story.session.map(), &[card], story.cell(to), None).unwrap();

    story.act(Intent::Propose(moved.clone()));
    assert_eq!((story.titles(to), story.titles(from)), (vec!["Trailer"], vec![]));
    assert_eq!(story.session.map().touchpoints[&card].stage, from);
    story.run(Command::Deselect);
    assert!(story.session.proposal().is_none());
    assert_eq!(story.titles(from), ["Trailer"]);
    assert_eq!(story.session.history().undo_steps(), steps);
    assert!(!story.session.selection().is_empty(), "Esc during a drag drops the drag alone");

    story.act(Intent::Propose(moved));
    story.act(Intent::Commit);
    assert_eq!(story.titles(to), ["Trailer"]);
    assert_eq!(story.session.history().undo_steps(), steps + 1);
}

#[test]
fn deleting_a_stage_says_what_went_and_offers_undo() {
    let mut story = Story::new();
    let awareness = story.stage("Awareness");
    let decision = story.stage("Decision");
    for title in ["A", "B", "C", "D"] {
        story.card(title);
    }
    let before = story.session.map().clone();
    story.act(Intent::Select(RecordRef::Stage(decision)));
    story.run(Command::Delete);
    let notice = story.session.notices().last().unwrap();
    assert_eq!(notice.text, "Deleted stage “Decision” and 4 touchpoints");
    assert_eq!(notice.button, Some(Command::Undo));
    assert_eq!(story.session.selection().main(), None);
    assert!(story.session.map().stages.contains_key(&awareness));
    story.run(Command::Undo);
    assert_eq!(*story.session.map(), before);
    assert_eq!(story.session.selection().only(), Some(RecordRef::Stage(decision)));
    assert!(story.session.notices().iter().all(|notice| notice.button != Some(Command::Undo)));
}

#[test]
fn select_all_spares_what_is_hidden() {
    let mut story = Story::new();
    story.stage("Awareness");
    let card = RecordRef::Touchpoint(story.card("Trailer"));
    story.add(New::Listed { kind: ListKind::Question, text: "Why?".to_owned() });
    let lane = story.session.map().lane_of(LaneKind::Thinking).unwrap();
    story.act(Intent::Edit(edit::show_lane(story.session.map(), lane, false).unwrap()));
    story.run(Command::SelectAll);
    assert_eq!(story.session.selection().only(), Some(card));
}

#[test]
fn after_a_deletion_the_neighbour_is_selected() {
    let mut story = Story::new();
    let stage = story.stage("Awareness");
    let cards = ["A", "B", "C"].map(|title| RecordRef::Touchpoint(story.card(title)));
    story.act(Intent::Select(cards[1]));
    for expected in [cards[2], cards[0], RecordRef::Stage(stage)] {
        story.run(Command::Delete);
        assert_eq!(story.session.selection().only(), Some(expected));
    }
}

#[test]
fn arrows_walk_the_board_and_tab_reads_it() {
    let mut story = Story::new();
    let left = story.stage("Awareness");
    let cards = ["A", "B"].map(|title| RecordRef::Touchpoint(story.card(title)));
    let question = story.add(New::Listed { kind: ListKind::Question, text: "Why?".to_owned() });
    let right = story.stage("Decision");
    let other = RecordRef::Touchpoint(story.card("C"));
    let empty = story.stage("Retention");
    story.run(Command::Deselect);

    let walk = [
        (Command::WalkDown, Some(RecordRef::Stage(left))),
        (Command::WalkDown, Some(cards[0])),
        (Command::WalkDown, Some(cards[1])),
        (Command::WalkRight, Some(other)),
        (Command::WalkRight, None),
        (Command::WalkLeft, Some(other)),
        (Command::WalkUp, Some(RecordRef::Stage(right))),
        (Command::WalkLeft, Some(RecordRef::Stage(left))),
        (Command::WalkLeft, Some(RecordRef::Stage(left))),
        (Command::WalkNext, Some(cards[0])),
        (Command::WalkNext, Some(cards[1])),
        (Command::WalkNext, Some(question)),
        (Command::WalkNext, Some(RecordRef::Stage(right))),
        (Command::WalkBack, Some(question)),
    ];
    for (nth, (command, expected)) in walk.into_iter().enumerate() {
        story.run(command);
        assert_eq!(story.session.selection().only(), expected, "step {nth}");
        if expected.is_none() {
            assert_eq!(story.session.selection().cell(), Some(story.cell(empty)));
        }
    }
}

#[test]
fn arrows_go_on_from_an_empty_place_that_was_clicked() {
    let mut story = Story::new();
    let left = story.stage("Awareness");
    let card = RecordRef::Touchpoint(story.card("A"));
    let right = story.stage("Decision");
    let question = story.add(New::Listed { kind: ListKind::Question, text: "Why?".to_owned() });
    let cell = |story: &Story, stage, kind| Cell::new(stage, story.session.map().lane_of(kind).unwrap());
    let feeling = [left, right].map(|stage| cell(&story, stage, LaneKind::Feeling));
    story.act(Intent::SelectCell(feeling[0]));
    story.run(Command::WalkRight);
    assert_eq!(story.session.selection().cell(), Some(feeling[1]), "nothing is felt there either");
    story.run(Command::WalkUp);
    assert_eq!(story.session.selection().only(), Some(question));
    // Beside the card in its cell, and where the other stage has a question.
    story.act(Intent::SelectCell(cell(&story, left, LaneKind::Touchpoints)));
    story.run(Command::WalkDown);
    assert_eq!(story.session.selection().only(), Some(card));
    story.act(Intent::SelectCell(cell(&story, left, LaneKind::Thinking)));
    story.run(Command::WalkLeft);
    assert_eq!(story.session.selection().cell(), Some(cell(&story, left, LaneKind::Thinking)), "there is no further");
    story.run(Command::WalkRight);
    assert_eq!(story.session.selection().only(), Some(question));
}

#[test]
fn copies_go_to_another_window_and_a_cut_is_one_step() {
    let mut story = Story::new();
    story.stage("Awareness");
    let card = story.card("Trailer");
    story.add(New::Flag { regime: Regime::Ftc });
    story.act(Intent::Select(RecordRef::Touchpoint(card)));
    let steps = story.session.history().undo_steps();
    let effects = story.run(Command::Cut);
    let [Effect::SetClipboard(text), Effect::Disk(DiskJob::KeepCopied { part, .. })] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(text, "Trailer\t\tEmail");
    assert!(story.session.map().touchpoints.is_empty() && story.session.map().flags.is_empty());
    assert_eq!(story.session.history().undo_steps(), steps + 1);

    let mut other = Story::new();
    let stage = other.stage("Elsewhere");
    other.act(Intent::PasteRecords(part.clone()));
    assert_eq!(other.titles(stage), ["Trailer"]);
    let pasted = other.session.selection().touchpoints()[0];
    assert_eq!(other.session.map().flags_on(FlagTarget::Touchpoint(pasted)).len(), 1);
    // The words alone are a card as well; where they were copied, its records come back.
    other.act(Intent::Paste(text.clone()));
    assert_eq!(other.titles(stage), ["Trailer", "Trailer"]);
    let stage = story.stage("Back again");
    story.act(Intent::Paste(format!("{text}\r\n")));
    assert_eq!((story.titles(stage), story.session.map().flags.len()), (vec!["Trailer"], 1));
    assert_eq!(other.session.map().check(), []);
}

#[test]
fn what_was_missing_is_no_longer_told_once_it_is_there() {
    let mut story = Story::new();
    story.act(Intent::Paste("Trailer".to_owned()));
    assert_eq!(story.session.notices().len(), 1);
    story.now += Duration::from_secs(1);
    story.stage("Awareness");
    assert!(story.session.notices().is_empty());
}

#[test]
fn rows_of_a_spreadsheet_become_cards_in_one_step() {
    let mut story = Story::new();
    story.act(Intent::Paste("Trailer".to_owned()));
    assert!(story.session.notices().last().unwrap().text.contains("Add a stage first"));
    let stage = story.stage("Awareness");
    let steps = story.session.history().undo_steps();
    story.act(Intent::Paste("Title\tChannel\nTrailer\tTrailer\nMail\tEmail\n".to_owned()));
    assert_eq!(story.titles(stage), ["Trailer", "Mail"]);
    assert_eq!(story.session.selection().records().len(), 2);
    assert_eq!(story.session.history().undo_steps(), steps + 1);
}

#[test]
fn the_lens_turns_through_the_audiences_and_emotions_are_theirs() {
    let mut story = Story::new();
    story.stage("Awareness");
    let card = story.card("Trailer");
    let segment = match story.add(New::Segment { name: "Parents".to_owned() }) {
        RecordRef::Segment(id) => id,
        other => panic!("{other}"),
    };
    story.run(Command::NextLens);
    assert_eq!(story.session.lens(), Some(segment));
    story.act(Intent::Select(RecordRef::Touchpoint(card)));
    story.run(Command::EmotionDown);
    let touchpoint = &story.session.map().touchpoints[&card];
    assert_eq!(touchpoint.emotion, None);
    assert_eq!(touchpoint.segment_emotions[&segment].score.tenths(), -10);
    story.act(Intent::Delete(vec![RecordRef::Segment(segment)]));
    assert_eq!(story.session.lens(), None);
}

#[test]
fn the_first_card_of_a_map_brings_a_stage_along() {
    let mut story = Story::new();
    let steps = story.session.history().undo_steps();
    story.card("Trailer");
    assert_eq!(story.stages(), ["New stage"]);
    assert_eq!(story.session.history().undo_steps(), steps + 1);
}

#[test]
fn an_edit_that_breaks_a_rule_is_told_and_not_made() {
    let mut story = Story::new();
    let stage = story.stage("Awareness");
    let before = story.session.map().clone();
    let broken = set::<Stage>(&before, stage, Field::Width, |stage| stage.width = Some(1)).unwrap();
    story.act(Intent::Propose(broken.clone()));
    assert_eq!(*story.session.shown(), before);
    story.act(Intent::Edit(broken));
    assert_eq!(*story.session.map(), before);
    assert_eq!(story.session.notices().last().unwrap().tone, Tone::Bad);
}

#[test]
fn every_command_can_be_run_at_any_time() {
    for stages in 0..2 {
        for row in COMMANDS {
            let mut story = Story::new();
            if stages > 0 {
                story.stage("Awareness");
                story.card("Trailer");
            }
            assert!(!story.session.command_name(row.command).is_empty());
            let before = story.session.revision();
            let effects = story.run(row.command);
            assert_eq!(story.session.map().check(), [], "{:?}", row.command);
            let walks_nowhere = stages == 0;
            let did_something = story.session.revision() > before || !effects.is_empty();
            assert!(did_something || walks_nowhere, "{:?} does nothing", row.command);
        }
    }
}
