//! What the palette finds, and in which order.

use super::*;
use crate::edit::templates::Template;
use crate::export::Format;
use crate::session::{COMMANDS, Effect, Remembered};
use crate::store::DrawerTab;
use std::time::Duration;

fn session() -> Session {
    let mut session = Session::new(Remembered::default(), IdSource::seeded(3));
    session.handle(Intent::Template(Template::StreamingSubscriber), Duration::ZERO);
    session
}

fn names(session: &Session, search: &str) -> Vec<String> {
    let mut finder = Finder::default();
    finder.update(session, search);
    finder.found().iter().map(|found| finder.entry(found).unwrap().name.clone()).collect()
}

fn check_first(search: &str, expected: &str) {
    let found = names(&session(), search);
    assert_eq!(found.first().map(String::as_str), Some(expected), "{search}: {found:?}");
}

#[test]
fn commands_and_places_are_found_by_words_initials_and_what_they_do() {
    check_first("export", "Export…");
    check_first("ast", "Add stage");
    check_first("add st", "Add stage");
    check_first("ftm", "Fit the map");
    check_first("dark", "Dark theme");
    check_first("pdf", "PDF");
    check_first("awareness", "Awareness");
    check_first("go to awareness", "Awareness");
    check_first("plans", "Plans page");
    check_first("clickhouse", "Import from a database…");
    check_first("imp", "Import data…");
    assert!(names(&session(), "nothing like this").is_empty());
}

/// A map in which a card, its stage and a segment say things beside their names.
fn said_map() -> Session {
    let mut session = session();
    let card = *session.map().touchpoints.keys().next().unwrap();
    let stage = session.map().stages_in_order()[2].0;
    session.handle(Intent::Command(Command::AddSegment), Duration::ZERO);
    let segment = *session.map().segments.keys().next().unwrap();
    let mut write = |record: RecordRef, field, text: &str| {
        let key = fields::FieldKey::one(record, field);
        let edit = fields::write(session.map(), &key, text).unwrap().unwrap();
        session.handle(Intent::Edit(edit), Duration::ZERO);
    };
    write(card.into(), Field::Title, "Cardboard");
    write(card.into(), Field::Owner, "Mara Quist");
    write(
        card.into(),
        Field::Note,
        "First line\nAsked the Zebrafish team, long before the launch of the spring campaign",
    );
    write(card.into(), Field::Emotion(Some(segment)), "-1");
    write(card.into(), Field::EmotionWord(Some(segment)), "quizzical");
    write(stage.into(), Field::Goal, "To be xenial");
    write(segment.into(), Field::Values, "one\nqueue_jumpers");
    session
}

fn first(session: &Session, search: &str) -> (String, Option<String>) {
    let mut finder = Finder::default();
    finder.update(session, search);
    let found = finder.found().first().unwrap_or_else(|| panic!("nothing by {search}"));
    (finder.entry(found).unwrap().name.clone(), found.said.clone())
}

#[test]
fn a_record_is_found_by_what_its_fields_say_and_shows_which() {
    let session = said_map();
    for (search, name, said) in [
        ("quist", "Cardboard", Some("Owner: Mara Quist")),
        ("mara cardb", "Cardboard", Some("Owner: Mara Quist")),
        (
            "zebrafish",
            "Cardboard",
            Some("Note: Asked the Zebrafish team, long before the launch of the spring campaign"),
        ),
        ("campaign", "Cardboard", Some("Note: …before the launch of the spring campaign")),
        ("quizz", "Cardboard", Some("Emotion in a word: quizzical")),
        ("cardb", "Cardboard", None),
        ("queue", "Casual viewers", Some("Names in logs: queue_jumpers")),
        ("xenial", "Decision", Some("Goal of the customer: To be xenial")),
    ] {
        assert_eq!(first(&session, search), (name.to_owned(), said.map(str::to_owned)), "{search}");
    }
}

#[test]
fn a_name_stands_before_a_field_that_says_the_same() {
    let mut session = said_map();
    let cards: Vec<TouchpointId> = session.map().touchpoints.keys().copied().collect();
    for (card, field) in [(cards[1], Field::Owner), (cards[2], Field::Title)] {
        let key = fields::FieldKey::one(card.into(), field);
        let edit = fields::write(session.map(), &key, "Yggdrasil").unwrap().unwrap();
        session.handle(Intent::Edit(edit), Duration::ZERO);
    }
    let mut finder = Finder::default();
    finder.update(&session, "yggdrasil");
    let first = finder.found().first().unwrap();
    assert_eq!((finder.entry(first).unwrap().target, &first.said), (Target::Record(cards[2].into()), &None));
    assert!(finder.found().iter().any(|found| found.said.as_deref() == Some("Owner: Yggdrasil")));
}

#[test]
fn every_command_is_listed_while_nothing_is_looked_for_and_the_last_used_stand_first() {
    let mut session = session();
    let all = names(&session, " ");
    assert_eq!(all.len(), COMMANDS.len());
    assert_eq!(all[0], "New map");
    let card = *session.map().touchpoints.keys().next().unwrap();
    for action in [
        Intent::Command(Command::ThemeDark),
        Intent::Command(Command::Fit),
        Intent::GoTo(RecordRef::Touchpoint(card)),
        Intent::Command(Command::WalkNext),
        Intent::Command(Command::ThemeDark),
        Intent::Command(Command::Deselect),
    ] {
        session.handle(action, Duration::ZERO);
    }
    let title = session.map().touchpoints[&card].title.clone();
    let first = names(&session, "");
    assert_eq!(first[..4], ["Dark theme".to_owned(), title, "Fit the map".to_owned(), "New map".to_owned()]);
    assert_eq!(first.len(), COMMANDS.len() + 1);
}

#[test]
fn agenda_blocks_and_connectors_are_found_by_their_words() {
    let mut session = session();
    session.handle(Intent::Command(Command::AddAgendaBlock), Duration::ZERO);
    let block = RecordRef::AgendaBlock(*session.map().agenda.keys().next().unwrap());
    let connectors = session.map().connectors.len();
    let mut cards = session.map().touchpoints.keys().copied();
    let (from, to) = (cards.next().unwrap(), cards.next().unwrap());
    let connector = ConnectorId(u64::MAX);
    let way = Connector { from, to, kind: ConnectorKind::Next, label: "by the xylophone".to_owned() };
    let edit = Edit::of(Verb::Add, vec![Change::Connector(connector, Some(way))]);
    session.handle(Intent::Edit(edit), Duration::ZERO);
    assert_eq!(session.map().connectors.len(), connectors + 1);
    let key = fields::FieldKey::one(block, fields::title(block.kind()));
    let edit = fields::write(session.map(), &key, "Zephyr round").unwrap().unwrap();
    session.handle(Intent::Edit(edit), Duration::ZERO);
    for (search, record) in [("zephyr", block), ("xyloph", connector.into())] {
        let mut finder = Finder::default();
        finder.update(&session, search);
        let first = finder.found().first().and_then(|found| finder.entry(found)).unwrap();
        assert_eq!(first.target, Target::Record(record), "{search}");
        session.handle(Intent::GoTo(record), Duration::ZERO);
        assert_eq!(session.selection().only(), Some(record));
    }
}

#[test]
fn audiences_formats_and_templates_that_were_found_stand_among_the_last_used() {
    let mut session = session();
    session.handle(Intent::Command(Command::AddSegment), Duration::ZERO);
    let segment = *session.map().segments.keys().next().unwrap();
    let mut finder = Finder::default();
    finder.update(&session, "");
    for target in [Target::Lens(segment), Target::Export(Format::Pdf), Target::Template(Template::StreamingSubscriber)]
    {
        for intent in target.intents(&session) {
            session.handle(intent, Duration::ZERO);
        }
        assert_eq!(session.used.first(), Some(&target));
    }
}

#[test]
fn what_cannot_be_used_says_why_and_stands_behind() {
    let session = session();
    let mut finder = Finder::default();
    finder.update(&session, "");
    let why = |finder: &Finder, command| {
        let entry = finder.entries.iter().find(|entry| entry.target == Target::Command(command));
        entry.unwrap().why_not
    };
    assert_eq!(why(&finder, Command::Undo), Some("Nothing to undo"));
    assert_eq!(why(&finder, Command::EmotionUp), Some("Select a card first"));
    assert_eq!(why(&finder, Command::AddStage), None);
    let start = Session::new(Remembered::default(), IdSource::seeded(3));
    finder = Finder::default();
    finder.update(&start, "");
    assert_eq!(why(&finder, Command::AddStage), Some("Open a map first"));
    assert_eq!(why(&finder, Command::Open), None);
}

#[test]
fn nothing_is_worked_out_twice() {
    let mut session = session();
    let mut finder = Finder::default();
    assert!(finder.update(&session, "a"));
    assert!(!finder.update(&session, "a "));
    assert!(finder.update(&session, "ab"));
    session.handle(Intent::Tick, Duration::from_millis(1));
    assert!(!finder.update(&session, "ab"));
    session.handle(Intent::Command(Command::AddStage), Duration::ZERO);
    assert!(finder.update(&session, "ab"));
}

#[test]
fn going_somewhere_selects_it_and_brings_it_into_view() {
    let mut session = session();
    let stage = RecordRef::Stage(*session.map().stages.keys().next().unwrap());
    let effects = session.handle(Intent::GoTo(stage), Duration::ZERO);
    assert_eq!(session.selection().only(), Some(stage));
    assert!(effects.contains(&Effect::Reveal(stage)));
    session.handle(Intent::Command(Command::AddSegment), Duration::ZERO);
    let segment = RecordRef::Segment(*session.map().segments.keys().next().unwrap());
    session.handle(Intent::GoTo(segment), Duration::ZERO);
    assert_eq!(session.selection().only(), Some(segment));
    assert!(session.settings().drawer && session.settings().drawer_tab == DrawerTab::Segments);
    session.handle(Intent::Command(Command::Delete), Duration::ZERO);
    session.handle(Intent::GoTo(segment), Duration::ZERO);
    assert_ne!(session.selection().only(), Some(segment));
}
