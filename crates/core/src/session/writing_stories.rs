//! Stories of text that is being written while something else happens: none of it is lost.

use super::stories::{Story, save_to};
use super::walk::every_record;
use super::*;
use crate::edit::{Cell, set};
use crate::fields::{self, FieldKey, FieldKind};
use crate::model::*;
use crate::session::Intent;
use crate::store::{StateFolder, WindowStood};
use std::path::PathBuf;

/// A map with a record of each kind that is written into.
fn full_map() -> Map {
    let mut map = Tables::default();
    let ranks = Rank::spread(3);
    let rank = |place: usize| ranks[place].clone();
    let (stage, card) = (StageId(1), TouchpointId(1));
    map.meta.value = Some(CustomerValue::exact(7.0));
    map.lanes.insert(LaneId(1), Lane::new(rank(0), LaneKind::Touchpoints));
    map.lanes.insert(LaneId(2), Lane::new(rank(1), LaneKind::Thinking));
    // Of each kind of list a first lane and a further one, which goes by one of the texts.
    let names = ["Looks", "Families", "Trailer", "Mail", "Decision", "300", "31"];
    for (nth, (kind, name)) in (10..).step_by(2).zip(ListKind::ALL.iter().zip(names)) {
        if kind.lane() != LaneKind::Thinking {
            map.lanes.insert(LaneId(nth), Lane::new(rank(1), kind.lane()));
        }
        let further = Lane { further: true, name: name.to_owned(), ..Lane::new(rank(1), kind.lane()) };
        map.lanes.insert(LaneId(nth + 1), further);
    }
    let estimate = Some(Estimate { percent: 5.0, reason: String::new(), cause: None });
    let day = Date::new(2026, 1, 1).unwrap();
    let period = Some(Period { from: day, to: Date::new(2027, 1, 1).unwrap() });
    map.stages.insert(stage, Stage { estimate, period, ..Stage::new(rank(0), "Awareness") });
    map.stages.insert(StageId(2), Stage::new(rank(1), "Decision"));
    map.segments.insert(SegmentId(1), Segment::new(rank(0), "Families"));
    let felt = Emotion { score: Score::default(), word: String::new(), reason: String::new() };
    let mut touchpoint = Touchpoint::new(stage, LaneId(1), rank(0), "Trailer", Channel::Email);
    touchpoint.emotion = Some(felt.clone());
    touchpoint.segment_emotions.insert(SegmentId(1), felt);
    touchpoint.evidence =
        vec![Evidence { kind: EvidenceKind::ALL[0], name: "Survey".to_owned(), amount: String::new() }];
    map.touchpoints.insert(card, touchpoint);
    map.touchpoints.insert(TouchpointId(2), Touchpoint::new(stage, LaneId(1), rank(1), "Mail", Channel::Email));
    let mut map = Map::new(map).unwrap();
    let (mut ids, text) = (IdSource::seeded(3), "Why?");
    for made in [
        crate::edit::add_in_stage::<Question>(&map, stage, None, text, &mut ids).map(|made| made.0),
        crate::edit::add_in_stage::<PainPoint>(&map, stage, None, text, &mut ids).map(|made| made.0),
        crate::edit::add_in_stage::<crate::model::Action>(&map, stage, None, text, &mut ids).map(|made| made.0),
        crate::edit::add_flag(&map, FlagTarget::Stage(stage), Regime::Custom, &mut ids).map(|made| made.0),
        crate::edit::add_metric(&map, stage, MetricKind::NetChurn, &mut ids).map(|made| made.0),
        Some(crate::edit::add_sticky(0.0, 0.0, text, &mut ids).0),
    ] {
        map.apply(made.unwrap()).unwrap();
    }
    map.apply(beside_the_cards()).unwrap();
    let metric = *map.metrics.keys().next().unwrap();
    let reading = Reading { period: "Sep".to_owned(), count: 50, of: 9_000, ..Reading::default() };
    let with = set::<Metric>(&map, metric, Field::ReadingCount, |metric| metric.readings = vec![reading.clone()]);
    map.apply(with.unwrap()).unwrap();
    assert_eq!(map.check(), []);
    map
}

/// What stands in lists, lies between the cards, over them or in no place at all: one of each kind and shape.
fn beside_the_cards() -> Edit {
    let (stage, card, name) = (StageId(1), TouchpointId(1), |text: &str| text.to_owned());
    let rank = Rank::spread(1).remove(0);
    let (segments, codes) = (Vec::new(), String::new());
    let note = |text: &str, tied, parked| Some(Sticky { text: name(text), tied, parked, ..Sticky::default() });
    let drawing =
        |shape| Some(Drawing { shape, width: 200.0, height: 100.0, text: name("Sketch"), ..Drawing::default() });
    let picture = Picture {
        lane: None,
        stage,
        rank: rank.clone(),
        caption: name("The page"),
        image: None,
        alt: String::new(),
        segments: Vec::new(),
    };
    let backstage = Backstage {
        lane: None,
        stage,
        rank: rank.clone(),
        title: name("Billing"),
        touchpoint: Some(card),
        owner: String::new(),
        system: String::new(),
        note: String::new(),
    };
    let block = AgendaBlock {
        rank: rank.clone(),
        title: name("Welcome"),
        minutes: 10,
        stage: Some(stage),
        lane: None,
        vote: String::new(),
    };
    let connector = Connector { from: card, to: TouchpointId(2), kind: ConnectorKind::Next, label: name("later") };
    let changes = vec![
        Change::Step(StepId(1), Some(crate::model::Step::new(stage, rank.clone(), "Looks"))),
        Change::Remark(
            RemarkId(1),
            Some(Remark { stage, rank: rank.clone(), lane: None, text: name("Noise"), segments, codes }),
        ),
        Change::Picture(PictureId(1), Some(picture)),
        Change::Backstage(BackstageId(1), Some(backstage)),
        Change::AgendaBlock(AgendaBlockId(1), Some(block)),
        Change::SavedView(SavedViewId(1), Some(SavedView::new(rank.clone(), "Mine"))),
        Change::DeckPage(DeckPageId(1), Some(DeckPage::new(rank, Topic::Whole))),
        Change::Connector(ConnectorId(1), Some(connector)),
        Change::Loop(LoopId(1), Some(Loop { from: StageId(2), to: stage, label: name("again") })),
        Change::Drawing(DrawingId(1), drawing(Shape::Frame)),
        Change::Drawing(DrawingId(2), drawing(Shape::Arrow)),
        Change::Drawing(DrawingId(3), drawing(Shape::Text)),
        Change::Sticky(StickyId(1), note("A cluster", None, false)),
        Change::Sticky(StickyId(2), note("In it", Some(NoteTie::Sticky(StickyId(1))), false)),
        Change::Sticky(StickyId(3), note("At a stage", Some(NoteTie::Stage(stage)), false)),
        Change::Sticky(StickyId(4), note("In a cell", Some(NoteTie::Cell(stage, LaneId(1))), false)),
        Change::Sticky(StickyId(5), note("At a card", Some(NoteTie::Touchpoint(card)), false)),
        Change::Sticky(StickyId(6), note("Parked", None, true)),
    ];
    Edit::of(Verb::Import(name("all kinds")), changes)
}

/// Texts of which each field takes one, and gives it back as it was typed.
const TEXTS: [&str; 23] = [
    "Typed just now",
    "Looks",
    "Families",
    "Trailer",
    "Mail",
    "Decision",
    "Touchpoints",
    "Thinking",
    "typed_just_now\nand_this",
    "2026-11-03",
    "300",
    "31",
    "12",
    "4",
    "30",
    "21904",
    "8,000",
    "-1.5",
    "+1.5",
    "−1.5",
    "de",
    "EUR",
    "Aug; 3; 7,000; 0; 30",
];

/// The text for a field; none where it takes none of them, as the reason of an estimate that is not there.
fn text_for(map: &Map, key: &FieldKey) -> Option<&'static str> {
    TEXTS.into_iter().find(|text| {
        let written = fields::write(map, key, text).ok().flatten();
        let after = written.and_then(|edit| map.after(&edit).ok());
        after.is_some_and(|after| fields::read_shared(&after, key).as_deref() == Some(*text))
    })
}

/// Whether two fields are of one row of the table, for whatever place or audience.
fn same_row(one: Field, other: Field) -> bool {
    std::mem::discriminant(&one) == std::mem::discriminant(&other)
}

/// Every field of the table that is written as text, of every record, with a text for it.
fn every_text(map: &Map) -> Vec<(FieldKey, &'static str)> {
    let mut texts = Vec::new();
    for record in every_record(map) {
        let mut written: Vec<Field> = Vec::new();
        for (field, kind) in fields::all(record.kind()) {
            if !matches!(kind, FieldKind::Choice(_)) && fields::read(map, record, field).is_some() {
                written.push(field);
            }
        }
        if record == RecordRef::Touchpoint(TouchpointId(1)) {
            let families = Some(SegmentId(1));
            written.extend([Field::EmotionWord(families), Field::EmotionReason(families)]);
        }
        for field in written {
            let key = FieldKey::one(record, field);
            match text_for(map, &key) {
                Some(text) => texts.push((key, text)),
                None => {
                    let kind = fields::kind(record.kind(), field);
                    assert!(!matches!(kind, Some(FieldKind::Name | FieldKind::Day)), "no text for {key:?}");
                }
            }
        }
    }
    // Those that are written for several at once.
    let both = [TouchpointId(1), TouchpointId(2)].map(RecordRef::Touchpoint).to_vec();
    for field in [Field::Note, Field::Emotion(None), Field::Detail] {
        let key = FieldKey { records: both.clone(), field };
        texts.push((key.clone(), text_for(map, &key).unwrap()));
    }
    texts
}

fn open(map: &Map) -> Story {
    let mut story = Story::new();
    let opened = Opened {
        map: map.clone(),
        from: Origin::File(PathBuf::from("/m.ron")),
        written_unix_secs: None,
        beside: Vec::new(),
        unknown: Vec::new(),
    };
    story.act(Intent::Disk(DiskReport::Opened(Box::new(opened))));
    assert_eq!(story.session.save_state(), SaveState::Saved);
    story
}

fn write(story: &mut Story, key: &FieldKey, text: &str) {
    story.act(Intent::Write { of: TextOf::Field(key.clone()), text: text.to_owned() });
}

fn says(session: &Session, key: &FieldKey, text: &str) -> bool {
    fields::read_shared(session.map(), key).as_deref() == Some(text)
}

/// Whether the text is in the map, or one step of the history away from it.
fn is_kept(story: &mut Story, key: &FieldKey, text: &str) -> bool {
    let kept = says(&story.session, key, text);
    kept || [Command::Redo, Command::Undo, Command::Undo].into_iter().any(|step| {
        story.run(step);
        says(&story.session, key, text)
    })
}

#[test]
fn w1_no_command_loses_a_text_that_is_being_written() {
    let map = full_map();
    let texts = every_text(&map);
    let is_written = |kind: &FieldKind| !matches!(kind, FieldKind::Choice(_) | FieldKind::Switch);
    let fields =
        RecordKind::RECORDS.iter().flat_map(|kind| fields::all(*kind).into_iter().map(move |row| (*kind, row)));
    let mut left_out: Vec<(RecordKind, Field)> =
        fields.filter(|(_, (_, holds))| is_written(holds)).map(|(kind, (field, _))| (kind, field)).collect();
    let is_tried = |kind: RecordKind, field: Field| {
        texts.iter().any(|(key, _)| key.records[0].kind() == kind && same_row(key.field, field))
    };
    left_out.retain(|(kind, field)| !is_tried(*kind, *field));
    assert_eq!(left_out, [], "into these nothing is written");
    for (key, text) in &texts {
        for row in COMMANDS {
            let mut story = open(&map);
            story.act(Intent::Select(key.records[0]));
            write(&mut story, key, text);
            story.run(row.command);
            assert_eq!(story.session.map().check(), [], "{:?} with {key:?} open", row.command);
            assert!(is_kept(&mut story, key, text), "{:?} lost the text of {key:?}", row.command);
        }
    }
}

#[test]
fn nothing_else_that_a_person_does_loses_it_either() {
    let map = full_map();
    let (stage, card) = (StageId(2), TouchpointId(2));
    let cell = Cell::new(stage, LaneId(1));
    let moved = crate::edit::move_touchpoints(&map, &[card], cell, None).unwrap();
    let others = [
        vec![Intent::Propose(moved.clone()), Intent::Commit],
        vec![Intent::Propose(moved.clone()), Intent::Cancel],
        vec![Intent::Edit(moved)],
        vec![Intent::Add { new: New::Stage { name: "New".to_owned() }, at: Place::AtSelection }],
        vec![Intent::CopyTo { records: vec![RecordRef::Touchpoint(card)], cell, before: None }],
        vec![Intent::Delete(vec![RecordRef::Touchpoint(card)])],
        vec![Intent::Rename(RecordRef::Touchpoint(card), "Other".to_owned())],
        vec![Intent::Paste("Trailer".to_owned())],
        vec![Intent::Select(RecordRef::Touchpoint(card))],
        vec![Intent::GoTo(RecordRef::Stage(stage))],
        vec![Intent::SelectCell(cell)],
        vec![Intent::Deselect],
        vec![Intent::Lens(Some(SegmentId(1)))],
        vec![Intent::Seal],
        vec![Intent::OpenPath(PathBuf::from("/other.ron"))],
        vec![Intent::Template(crate::edit::templates::Template::LiveEvent)],
        vec![save_to(PathBuf::from("/m.ron"))],
        vec![Intent::WindowStood(WindowStood { width: 900.0, height: 700.0, place: None, maximized: false })],
        vec![Intent::TakeText],
    ];
    for (key, text) in every_text(&map).iter().filter(|(key, _)| !key.records.contains(&RecordRef::Touchpoint(card))) {
        for actions in &others {
            let mut story = open(&map);
            write(&mut story, key, text);
            for action in actions {
                story.act(action.clone());
            }
            if !story.session.map().contains(key.records[0]) {
                // What went with a card comes back with it, and its text.
                story.run(Command::Undo);
            }
            assert!(says(&story.session, key, text), "{actions:?} lost the text of {key:?}");
        }
    }
}

#[test]
fn what_is_saved_and_drafted_holds_the_open_text() {
    let map = full_map();
    for (key, text) in &every_text(&map) {
        let mut story = open(&map);
        write(&mut story, key, text);
        assert_eq!(story.session.save_state(), SaveState::Unsaved, "{key:?}");
        let steps = story.session.history().undo_steps();
        let Some(DiskJob::WriteDraft { map: draft, writing: Some(edit), .. }) = story.session.journal() else {
            panic!("{key:?}")
        };
        assert_eq!(fields::read_shared(&draft.after(&edit).unwrap(), key).as_deref(), Some(*text), "{key:?}");
        assert_eq!(story.session.history().undo_steps(), steps, "a draft is no step");
        let saved = story.run(Command::Save);
        let [Effect::Disk(DiskJob::Save { map: saved, .. }), ..] = &saved[..] else { panic!("{saved:?}") };
        assert_eq!(fields::read_shared(saved, key).as_deref(), Some(*text), "{key:?}");
        assert!(story.session.writing().is_open(&TextOf::Field(key.clone())), "one writes on after a save");
    }
}

#[test]
fn saved_is_said_of_a_file_that_was_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let state = StateFolder::at(folder.path().join("state"));
    let path = folder.path().join("map.ron");
    let mut story = open(&full_map());
    let key = FieldKey::one(RecordRef::Touchpoint(TouchpointId(1)), Field::Title);
    write(&mut story, &key, "Rating page");
    let effects = story.act(save_to(path.clone()));
    story.play(effects, &state);
    assert_eq!(story.session.save_state(), SaveState::Saved);
    let read = crate::store::load_map(&path).unwrap().map;
    assert_eq!((&read, read.touchpoints[&TouchpointId(1)].title.as_str()), (story.session.map(), "Rating page"));
    write(&mut story, &key, "Rating page, longer");
    assert_eq!(story.session.save_state(), SaveState::Unsaved, "what came after is not in the file");
}

#[test]
fn closing_asks_while_a_text_is_open() {
    let mut story = open(&full_map());
    write(&mut story, &FieldKey::one(RecordRef::Stage(StageId(1)), Field::Goal), "To find something to watch");
    assert_eq!(story.run(Command::CloseWindow), []);
    assert!(matches!(story.session.ask(), Some(Ask::Unsaved { .. })));
}

#[test]
fn a_text_that_cannot_be_taken_is_told_and_waits_in_its_field() {
    let mut story = open(&full_map());
    let key = FieldKey::one(RecordRef::Stage(StageId(1)), Field::EstimatePercent);
    let of = TextOf::Field(key.clone());
    write(&mut story, &key, "25");
    story.act(Intent::TakeText);
    write(&mut story, &key, "25x");
    let saved = story.run(Command::Save);
    let [Effect::Disk(DiskJob::Save { of: map_id, .. })] = &saved[..] else { panic!("{saved:?}") };
    assert!(says(&story.session, &key, "25"), "the last text that could be taken counts");
    let notice = story.session.notices().last().unwrap();
    assert!(notice.text.starts_with("Not taken into stage “Awareness”: A percentage"), "{}", notice.text);
    story.act(Intent::EndText(of.clone()));
    story.act(Intent::Select(RecordRef::Stage(StageId(2))));
    assert_eq!(story.session.writing().text(&of), Some("25x"));
    assert_ne!(story.session.save_state(), SaveState::Saved, "the file does not hold what stands in the field");
    story.act(Intent::Disk(DiskReport::Saved {
        of: map_id.clone(),
        path: "/m.ron".into(),
        state: story.session.history().state(),
        doubt: None,
    }));
    assert_eq!(story.session.save_state(), SaveState::Unsaved);
    assert_eq!(story.run(Command::CloseWindow), []);
    assert!(matches!(story.session.ask(), Some(Ask::Unsaved { .. })));
    story.act(Intent::Answer(Answer::Cancel));
    story.act(Intent::DropText(of.clone()));
    assert_eq!(story.run(Command::CloseWindow), [Effect::Close], "given up, it holds nobody back");
}

#[test]
fn an_edit_made_for_the_map_before_does_not_take_a_text_back() {
    let map = full_map();
    let mut story = open(&map);
    let key = FieldKey::one(RecordRef::Touchpoint(TouchpointId(1)), Field::Title);
    let stale = set::<Touchpoint>(&map, TouchpointId(1), Field::Ownership, |card| card.ownership = Ownership::ALL[1]);
    write(&mut story, &key, "Rating page");
    story.act(Intent::Edit(stale.unwrap()));
    let card = &story.session.map().touchpoints[&TouchpointId(1)];
    assert_eq!((card.title.as_str(), card.ownership), ("Rating page", Ownership::ALL[1]));
}

#[test]
fn esc_restores_what_the_map_says() {
    let map = full_map().numbered();
    let mut story = open(&map);
    let key = FieldKey::one(RecordRef::Touchpoint(TouchpointId(1)), Field::Title);
    write(&mut story, &key, "slip");
    story.act(Intent::DropText(TextOf::Field(key)));
    assert_eq!((story.session.map(), story.session.save_state()), (&map, SaveState::Saved));
    assert_eq!(story.session.history().undo_steps(), 0);
}

#[test]
fn the_name_of_a_preset_is_kept_as_well() {
    let mut story = Story::new();
    let preset = crate::store::Preset { name: "CRM".to_owned(), ..Default::default() };
    story.session.keep_preset(preset, &mut Vec::new());
    story.act(Intent::Write { of: TextOf::Preset("CRM".to_owned()), text: "Sales".to_owned() });
    let effects = story.run(Command::CloseWindow);
    assert!(matches!(&effects[..], [Effect::Disk(DiskJob::WriteSettings(_)), Effect::Close]), "{effects:?}");
    assert_eq!(story.session.settings().presets[0].name, "Sales");
}

#[test]
fn a_thing_and_its_title_are_one_step_however_long_it_is_written() {
    let mut story = open(&full_map());
    let steps = story.session.history().undo_steps();
    let before = story.session.map().clone();
    story.run(Command::AddTouchpoint);
    let card = story.session.selection().only().unwrap();
    let key = FieldKey::one(card, Field::Title);
    for text in ["R", "Rating", "Rating page"] {
        write(&mut story, &key, text);
        story.act(Intent::TakeText);
    }
    story.act(Intent::EndText(TextOf::Field(key.clone())));
    assert!(says(&story.session, &key, "Rating page"));
    assert_eq!(story.session.history().undo_steps(), steps + 1);
    assert_eq!(story.session.selection().only(), Some(card));
    write(&mut story, &key, "Another");
    story.act(Intent::EndText(TextOf::Field(key.clone())));
    story.run(Command::Undo);
    assert!(says(&story.session, &key, "Rating page"), "what is written later is a step of its own");
    story.run(Command::Undo);
    assert_eq!(*story.session.map(), before);
}

#[test]
fn a_thing_without_a_title_leaves_nothing_behind() {
    let before = full_map().numbered();
    for command in [Command::AddTouchpoint, Command::AddStage, Command::AddSticky, Command::Add(ListKind::PainPoint)] {
        for text in [None, Some("Rat"), Some(""), Some("  ")] {
            for restore in [true, false] {
                let mut story = open(&before);
                story.act(Intent::Select(RecordRef::Touchpoint(TouchpointId(1))));
                story.run(command);
                let new = story.session.selection().only().unwrap();
                let of = TextOf::title(new);
                assert!(story.session.is_new(new) && !story.session.is_begun(new));
                if let Some(text) = text {
                    story.act(Intent::Write { of: of.clone(), text: text.to_owned() });
                    // What is saved or drafted meanwhile takes what stands there.
                    story.act(Intent::TakeText);
                }
                let keeps = !restore && text == Some("Rat");
                story.act(if restore { Intent::DropText(of) } else { Intent::EndText(of) });
                let there = story.session.map().contains(new);
                assert_eq!(there, keeps, "{command:?} {text:?} by Esc: {restore}");
                if !keeps {
                    assert_eq!(*story.session.map(), before);
                    assert_eq!(story.session.selection().only(), Some(RecordRef::Touchpoint(TouchpointId(1))));
                    assert!(!story.session.is_enabled(Command::Redo) && !story.session.is_enabled(Command::Undo));
                    assert_eq!(story.session.save_state(), SaveState::Saved);
                    assert!(story.session.notices().is_empty(), "{:?}", story.session.notices());
                }
            }
        }
    }
}

#[test]
fn a_text_too_long_is_stopped_where_it_is_pasted_and_never_at_the_save() {
    let folder = tempfile::tempdir().unwrap();
    let mut story = Story::new();
    story.stage("Awareness");
    let card = story.card("Trailer");
    let of = TextOf::Field(FieldKey::one(card.into(), Field::Note));
    let pasted = "ü".repeat(fields::LETTERS_MAX + 12);
    story.act(Intent::Write { of: of.clone(), text: pasted.clone() });
    assert_eq!(story.session.writing().text(&of).map(|text| text.chars().count()), Some(fields::LETTERS_MAX));
    let told = story.session.notices().last().unwrap().text.clone();
    assert!(told.contains("12 ") && told.contains(Field::Note.name()) && told.contains("Trailer"), "{told}");
    story.act(Intent::EndText(of));
    assert_eq!(story.session.map().touchpoints[&card].note, pasted[..2 * fields::LETTERS_MAX]);
    let path = folder.path().join("map.ron");
    crate::store::save_map(&path, story.session.map()).unwrap();
    assert_eq!(crate::store::load_map(&path).unwrap().map, *story.session.map());
}
