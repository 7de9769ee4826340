//! Stories of what is dragged onto the board and placed at the selection, without a window.

use super::stories::Story;
use super::*;
use crate::edit::title_of;
use crate::layout::{Board, Lens, arrange_board};
use crate::model::{Channel, FlagTarget, ListKind, Map, RecordKind, RecordRef, Regime};
use crate::scene::Point;
use crate::text::Shaper;
use crate::theme::Theme;
use std::sync::Arc;

fn blocks() -> Vec<Block> {
    let others = [
        Block::Stage("Renewal"),
        Block::Touchpoint(Channel::Email),
        Block::Emotion,
        Block::DropOff,
        Block::Flag,
        Block::Sticky,
    ];
    others.into_iter().chain(ListKind::ALL.iter().copied().map(Block::Listed)).collect()
}

fn board(map: &Map) -> Arc<Board> {
    Arc::new(arrange_board(map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1200.0))
}

/// Two stages and a card in the first.
fn begun() -> Story {
    let mut story = Story::new();
    let first = story.stage("Awareness");
    story.stage("Decision");
    story.act(Intent::Select(RecordRef::Stage(first)));
    story.card("Trailer");
    story
}

/// Drags to the middle of the first stage's title, or anywhere on an empty board.
fn drag(story: &mut Story, load: Load) -> Vec<Effect> {
    let board = board(story.session.map());
    let middle =
        board.columns.first().map_or(Point::new(60.0, 60.0), |column| Point::new(column.x + column.width / 2.0, 20.0));
    let hand = Hand { pos_in_scene: middle, alt: false, loose: false, snap: 0.0, segment: None };
    story.act(Intent::Grab { load, from: Point::default(), board });
    for away in [hand.pos_in_scene, Point::new(middle.x + 3.0, middle.y)] {
        story.act(Intent::Carry(Some(Hand { pos_in_scene: away, ..hand })));
    }
    story.act(Intent::LetGo)
}

/// The records of a map that another has not, in words.
fn new_titles(before: &Map, after: &Map) -> Vec<String> {
    // A lane that comes along is no thing that was asked for.
    let kinds = RecordKind::RECORDS.iter().filter(|kind| **kind != RecordKind::Lane);
    let records: Vec<RecordRef> = kinds.flat_map(|kind| after.refs(*kind)).collect();
    let new = records.into_iter().filter(|record| title_of(before, *record).is_none());
    new.filter_map(|record| title_of(after, record)).collect()
}

#[test]
fn what_is_shown_while_a_block_is_dragged_is_what_letting_go_makes() {
    for block in blocks() {
        let mut story = begun();
        let (before, steps) = (story.session.map().clone(), story.session.history().undo_steps());
        let board = board(&before);
        let column = board.columns[0];
        let pos_in_scene = Point::new(column.x + column.width / 2.0, 20.0);
        story.act(Intent::Grab { load: Load::Block(block), from: Point::default(), board });
        story.act(Intent::Carry(Some(Hand { pos_in_scene, alt: false, loose: false, snap: 0.0, segment: None })));
        let shown = story.session.shown().clone();
        assert_eq!(*story.session.map(), before, "{block:?}: nothing is made before");
        story.act(Intent::LetGo);
        assert_eq!(*story.session.map(), shown, "{block:?}");
        let made = !matches!(block, Block::Flag | Block::Emotion);
        assert_eq!(story.session.history().undo_steps(), steps + usize::from(made), "{block:?} is one step");
        assert!(story.session.placing().is_none() && story.session.proposal().is_none());
        if made {
            story.run(Command::Undo);
        }
        assert_eq!(*story.session.map(), before, "{block:?}");
    }
}

#[test]
fn a_block_called_off_or_let_go_beside_the_board_leaves_everything_as_it_was() {
    for (away, end) in [(true, Intent::LetGo), (false, Intent::CallOff), (false, Intent::Command(Command::Deselect))] {
        let mut story = begun();
        let (before, selected) = (story.session.map().clone(), story.session.selection().clone());
        let board = board(&before);
        story.act(Intent::Grab { load: Load::Block(Block::Listed(ListKind::Question)), from: Point::default(), board });
        let hand = Hand { pos_in_scene: Point::new(300.0, 300.0), alt: false, loose: false, snap: 0.0, segment: None };
        story.act(Intent::Carry(Some(hand)));
        if away {
            story.act(Intent::Carry(None));
        }
        story.act(end);
        assert_eq!((story.session.shown(), story.session.selection()), (&before, &selected));
    }
}

#[test]
fn a_thing_begins_the_same_by_key_by_the_palette_and_by_a_drag() {
    let listed = ListKind::ALL.iter().map(|kind| (Command::Add(*kind), Block::Listed(*kind)));
    let pairs: Vec<(Command, Block)> = listed.chain([(Command::AddSticky, Block::Sticky)]).collect();
    for has_stages in [true, false] {
        for (command, block) in pairs.iter().copied() {
            let ways: [&dyn Fn(&mut Story); 3] =
                [&|story| drop(story.run(command)), &|story| drop(story.act(Intent::Put(block))), &|story| {
                    drop(drag(story, Load::Block(block)))
                }];
            let made = ways.map(|way| {
                let mut story = if has_stages { begun() } else { Story::new() };
                let before = story.session.map().clone();
                way(&mut story);
                new_titles(&before, story.session.map())
            });
            assert!(!made[0].is_empty(), "{block:?}");
            assert_eq!((&made[0], &made[0]), (&made[1], &made[2]), "{block:?}");
        }
    }
}

#[test]
fn a_flag_is_there_once_its_rule_is_chosen_and_never_before() {
    let ways: [&dyn Fn(&mut Story); 3] =
        [&|story| drop(story.run(Command::AddFlag)), &|story| drop(story.act(Intent::Put(Block::Flag))), &|story| {
            drop(drag(story, Load::Block(Block::Flag)))
        }];
    for way in ways {
        for row in COMMANDS.iter().filter(|row| row.command != Command::AddFlag) {
            let mut story = begun();
            way(&mut story);
            assert!(story.session.choosing().is_some());
            story.run(row.command);
            // Another choice may be asked for instead.
            let asked = story.session.choosing();
            assert!(!matches!(asked, Some(Choice::Rule(_))), "{:?}: {asked:?}", row.command);
            story.act(Intent::ChooseRule(Regime::Coppa));
            assert!(story.session.map().flags.is_empty(), "{:?}: too late to choose", row.command);
        }
        let mut story = begun();
        let steps = story.session.history().undo_steps();
        way(&mut story);
        story.act(Intent::Tick);
        story.act(Intent::ChooseRule(Regime::Wcag));
        let flags: Vec<Regime> = story.session.map().flags.values().map(|flag| flag.regime).collect();
        assert_eq!((flags, story.session.history().undo_steps()), (vec![Regime::Wcag], steps + 1));
    }
    let mut story = begun();
    let card = story.session.selection().touchpoints()[0];
    story.run(Command::AddFlag);
    assert_eq!(story.session.choosing(), Some(Choice::Rule(FlagTarget::Touchpoint(card))));
}

#[test]
fn the_first_thing_on_an_empty_map_brings_one_stage_along_in_one_step() {
    for block in blocks().into_iter().filter(|block| !matches!(block, Block::Stage(_) | Block::Sticky)) {
        let mut story = Story::new();
        let steps = story.session.history().undo_steps();
        drag(&mut story, Load::Block(block));
        let needs_nothing = matches!(block, Block::Flag | Block::Emotion | Block::DropOff);
        assert_eq!(story.session.map().stages.len(), usize::from(!needs_nothing), "{block:?}");
        assert_eq!(story.session.history().undo_steps(), steps + usize::from(!needs_nothing), "{block:?}");
        assert_eq!(story.session.map().check(), []);
    }
}

#[test]
fn arrows_walk_cards_that_stand_side_by_side_by_their_places() {
    let mut story = Story::new();
    story.stage("Awareness");
    let cards: Vec<RecordRef> = (1..10).map(|nth| RecordRef::Touchpoint(story.card(&format!("Card {nth}")))).collect();
    let question = story.add(New::Listed { kind: ListKind::Question, text: "Why?".to_owned() });
    story.stage("Decision");
    let beside: Vec<RecordRef> =
        (1..3).map(|nth| RecordRef::Touchpoint(story.card(&format!("Beside {nth}")))).collect();
    let walk = [
        (Command::WalkRight, cards[1]),
        (Command::WalkDown, cards[3]),
        (Command::WalkDown, cards[5]),
        (Command::WalkLeft, cards[4]),
        (Command::WalkUp, cards[2]),
        (Command::WalkRight, cards[3]),
        (Command::WalkRight, beside[1]),
        (Command::WalkUp, beside[0]),
        (Command::WalkLeft, cards[1]),
        (Command::WalkDown, cards[3]),
        (Command::WalkDown, cards[5]),
        (Command::WalkDown, cards[7]),
        (Command::WalkDown, cards[8]),
        (Command::WalkDown, question),
        (Command::WalkUp, cards[8]),
    ];
    story.act(Intent::Select(cards[0]));
    for (nth, (command, expected)) in walk.into_iter().enumerate() {
        // The window tells how the board lies before each of them.
        let board = board(story.session.map());
        story.act(Intent::Lies(board));
        story.run(command);
        assert_eq!(story.session.selection().only(), Some(expected), "step {nth}");
    }
}
