//! Stories of imports: from a file that a person chose to figures on the map, or into the dialog that reads it instead.

use super::stories::{opened, until};
use super::{DatabasesMsg, ImportMsg, Msg};
use crate::behaviour::clickhouse::{Access, WAIT};
use crate::behaviour::files::Opening;
use crate::behaviour::plan::{Counting, StageOrder, Ties};
use crate::behaviour::recognise::Overrides;
use crate::behaviour::roles::Role;
use crate::behaviour::shapes::Shape;
use crate::behaviour::times::zone::Zone;
use crate::edit::templates::Template;
use crate::model::{Date, IdSource, LaneKind, StageId};
use crate::session::import::{Binding, Import, SegmentTarget};
use crate::session::stories::Story;
use crate::session::{Command, DiskJob, Effect, FileAsk, Intent, Tone};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use touchline_stand_in::shop;
use touchline_words::say;

fn today() -> Date {
    Date::new(2026, 11, 3).unwrap()
}

/// Ten customers hear of it, six see the plans, three check out under a misspelt name.
fn log_text() -> String {
    let mut text = String::from("customer_id,event,time,audience\n");
    for nth in 0..10 {
        let mut row = |event: &str, day: u8| {
            writeln!(text, "c{nth},{event},2026-10-{day:02} 10:00:{nth:02},tourists").unwrap();
        };
        row("awareness", 1);
        if nth < 6 {
            row("plans_page", 2);
        }
        if nth < 3 {
            row("trial_checkuot", 13);
        }
    }
    text
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn say(story: &mut Story, msg: ImportMsg) -> Vec<Effect> {
    story.act(Intent::Flow(Msg::Import(msg)))
}

fn import(story: &Story) -> &Import {
    story.session.flows().import().unwrap().import()
}

fn settled(story: &mut Story) -> Vec<Effect> {
    until(story, |session| !session.flows().is_busy())
}

/// A file is chosen to be imported into the open map, and read.
fn choose(story: &mut Story, path: &Path) {
    let chosen = Intent::FilesChosen { ask: FileAsk::OpenLog, paths: vec![path.to_owned()] };
    assert_eq!(story.act(chosen), [Effect::DataRead(path.to_owned())]);
    assert!(story.session.read().contains(&path.to_owned()), "nothing is written over it");
    settled(story);
}

fn subscriber() -> Story {
    opened(Template::StreamingSubscriber.build(&mut IdSource::seeded(4)))
}

fn row(story: &Story, event: &str) -> usize {
    import(story).events().iter().position(|row| row.event == event).unwrap()
}

fn told(story: &Story) -> Option<(Tone, &str)> {
    story.session.notices().last().map(|notice| (notice.tone, notice.text.as_str()))
}

#[test]
fn a_log_is_corrected_bound_and_laid_over_the_map_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let log = written(folder.path(), "log.csv", &log_text());
    let mut story = subscriber();
    let before = story.session.map().clone();
    assert_eq!(story.run(Command::Import), [Effect::AskFile(FileAsk::OpenLog)]);
    choose(&mut story, &log);
    let number = story.session.flows().import().unwrap().number();
    let zone = Zone::named("Europe/Berlin").unwrap();
    say(&mut story, ImportMsg::SetZone(zone));
    assert!(story.session.flows().is_busy() && story.session.next_tick().is_some(), "it is read anew");
    settled(&mut story);
    let last: StageId = before.stages_in_order().last().unwrap().0;
    let checkout = row(&story, "trial_checkuot");
    say(&mut story, ImportMsg::Bind(checkout, Binding::Stage(last)));
    settled(&mut story);
    assert_eq!(import(&story).events()[checkout].binding, Binding::Stage(last));
    say(&mut story, ImportMsg::MatchSegment(0, SegmentTarget::Ignore));
    assert_eq!(import(&story).new_audiences(false), ["tourists"]);
    say(&mut story, ImportMsg::LetAudiencesJoin(true));
    assert_eq!(import(&story).new_audiences(true), ["tourists"]);
    let generation = import(&story).generation();
    say(&mut story, ImportMsg::Count(Counting { order: StageOrder::Any, ..Counting::default() }));
    settled(&mut story);
    say(&mut story, ImportMsg::Order(Ties::Name));
    settled(&mut story);
    assert!(import(&story).generation() >= generation + 2, "each was measured");
    assert_eq!((import(&story).counted().order, import(&story).ties()), (StageOrder::Any, Ties::Name));
    assert_eq!(story.session.flows().import().unwrap().number(), number);
    assert_eq!(story.session.map(), &before, "nothing is laid unasked");

    let effects = say(&mut story, ImportMsg::Lay(today()));
    let map = story.session.map().clone();
    let (_, measurement) = map.measurement().unwrap();
    let lane = map.lane_of(LaneKind::DropOff).unwrap();
    let stages = measurement.stages.clone();
    // What was learnt on the way is kept too.
    let [Effect::Disk(DiskJob::WriteSettings(settings)), reveals, ..] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((settings.presets.len(), reveals), (1, &Effect::RevealLane { lane, stages }));
    assert_eq!((measurement.source.as_str(), measurement.taken, measurement.all.customers), ("log.csv", today(), 10));
    assert!(map.segments.values().any(|segment| segment.name == "tourists"));
    assert_eq!(told(&story), Some((Tone::Good, say!(app_lies_over, file = "log.csv", replaced = "").as_str())));
    assert!(story.session.flows().import().is_none());
    story.run(Command::Undo);
    assert_eq!(story.session.map(), &before);

    // The next one like it is read in the same way, until that is forgotten; the zone is remembered for any file.
    choose(&mut story, &log);
    assert_eq!(import(&story).preset(), settings.presets.first());
    assert_eq!(import(&story).zone(), Some(zone));
    assert!(story.session.flows().import().unwrap().number() > number);
    let effects = say(&mut story, ImportMsg::ForgetPreset);
    assert!(matches!(&effects[..], [Effect::Disk(DiskJob::WriteSettings(kept))] if kept.presets.is_empty()));
    settled(&mut story);
    assert_eq!((import(&story).preset(), import(&story).zone()), (None, Some(zone)));
    say(&mut story, ImportMsg::Close);
    assert!(story.session.flows().import().is_none());
    assert_eq!(say(&mut story, ImportMsg::Lay(today())), [], "nothing is open");
    assert_eq!(story.session.map(), &before);
}

#[test]
fn what_is_said_of_the_columns_reads_the_file_again_and_what_cannot_be_laid_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let log = written(folder.path(), "log.csv", &(log_text() + "c9,awareness,2026-10-01 10:00:09,tourists\n"));
    let mut story = subscriber();
    choose(&mut story, &log);
    say(&mut story, ImportMsg::GiveRole(1, None));
    settled(&mut story);
    assert_eq!(import(&story).missing_roles(), [Role::Event]);
    let before = story.session.map().clone();
    assert_eq!(say(&mut story, ImportMsg::Lay(today())), []);
    assert!(matches!(told(&story), Some((Tone::Bad, _))), "{:?}", told(&story));
    assert_eq!(story.session.map(), &before);
    say(&mut story, ImportMsg::GiveRole(1, Some(Role::Event)));
    settled(&mut story);
    assert_eq!(import(&story).missing_roles(), []);

    let before = import(&story).overrides().clone();
    let semicolon = Overrides { delimiter: Some(b';'), ..before.clone() };
    for (overrides, columns) in [(semicolon, 1), (before, 4)] {
        say(&mut story, ImportMsg::Correct(Box::new(overrides.clone())));
        settled(&mut story);
        assert_eq!(import(&story).overrides(), &overrides);
        assert_eq!(import(&story).recognition().map(|found| found.columns.len()), Some(columns), "it is cut anew");
    }

    let rows = |story: &Story| import(story).report().unwrap().rows.used;
    let all = rows(&story);
    say(&mut story, ImportMsg::Reopen(Opening { drop_duplicates: true, ..Opening::default() }));
    settled(&mut story);
    assert_eq!(rows(&story), all - 1);
    assert_eq!(say(&mut story, ImportMsg::OtherFile), [Effect::AskFile(FileAsk::OpenLog)]);
    assert!(story.session.flows().import().is_some(), "it stays until another file is there");
}

#[test]
fn a_second_file_is_joined_by_the_column_that_both_share_and_taken_away_again() {
    let folder = tempfile::tempdir().unwrap();
    let log = written(folder.path(), "events.csv", &log_text());
    let mut story = subscriber();
    choose(&mut story, &log);
    assert_eq!(say(&mut story, ImportMsg::AskJoin), [Effect::AskFile(FileAsk::JoinLog)]);
    let rows: String = (0..8).map(|nth| format!("c{nth},plan {}\n", nth % 2)).collect();
    let people = written(folder.path(), "people.csv", &format!("customer_id,plan\n{rows}"));
    let effects = story.act(Intent::FilesChosen { ask: FileAsk::JoinLog, paths: vec![people.clone()] });
    assert_eq!(effects, [Effect::DataRead(people)]);
    settled(&mut story);
    let names = |story: &Story| import(story).recognition().unwrap().names();
    let source = import(&story).source().unwrap();
    assert_eq!(source.partner().map(|partner| partner.on.as_str()), Some("customer_id"));
    assert!(source.notes().iter().any(|note| note.contains("rows without a partner there")), "{:?}", source.notes());
    assert_eq!(names(&story).last().map(String::as_str), Some("plan"));
    let (with, opening) = (names(&story).len(), import(&story).opening().clone());
    say(&mut story, ImportMsg::Reopen(Opening { join: None, ..opening }));
    settled(&mut story);
    assert_eq!(names(&story).len(), with - 1);
    // A path is of one day and one machine: it is kept in no preset.
    assert_eq!(import(&story).preset_to_keep(today()), None);
}

#[test]
fn rows_of_other_lengths_are_taken_as_they_are_once_a_person_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = log_text();
    for nth in 0..10 {
        writeln!(text, "c{nth},awareness,2026-10-01 10:00:00,tourists,more").unwrap();
    }
    let mut story = subscriber();
    choose(&mut story, &written(folder.path(), "log.csv", &text));
    assert!(import(&story).ragged_in_doubt().is_some());
    say(&mut story, ImportMsg::AcceptRagged);
    assert_eq!(import(&story).ragged_in_doubt(), None);
}

#[test]
fn on_an_empty_map_stages_are_made_of_the_events_or_of_the_stages_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut story = Story::new();
    choose(&mut story, &written(folder.path(), "log.csv", &log_text()));
    say(&mut story, ImportMsg::MakeStagesOf(8));
    settled(&mut story);
    let made: Vec<String> = import(&story).made_stages().iter().map(|row| row.event.clone()).collect();
    assert_eq!(made, ["awareness", "plans_page", "trial_checkuot"]);
    say(&mut story, ImportMsg::Lay(today()));
    let stages = |story: &Story| {
        let map = story.session.map();
        map.stages_in_order().into_iter().map(|(_, stage)| stage.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(stages(&story), made);

    let mut story = Story::new();
    choose(&mut story, &written(folder.path(), "counts.csv", "stage,users\nVisit,100\nTrial,40\nPaid,10\n"));
    assert!(import(&story).shape_made().is_some_and(Result::is_ok), "{:?}", import(&story).shape());
    let effects = say(&mut story, ImportMsg::MakeStages(today()));
    assert_eq!(stages(&story), ["Visit", "Trial", "Paid"]);
    assert!(matches!(&effects[..], [Effect::RevealLane { stages, .. }, ..] if stages.len() == 3), "{effects:?}");
    story.run(Command::Undo);
    assert_eq!(stages(&story), [""; 0]);
}

#[test]
fn a_file_for_another_dialog_leads_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut story = subscriber();
    let survey = "touchpoint,promoters,passives,detractors\nSign-up,10,5,5\nPlayer,20,5,5\n";
    choose(&mut story, &written(folder.path(), "answers.csv", survey));
    assert!(import(&story).is_for_scorecard());
    say(&mut story, ImportMsg::Scorecard);
    assert!(story.session.flows().import().is_none());
    settled(&mut story);
    assert_eq!(story.session.flows().fill().unwrap().file_name(), "answers.csv");

    let customers = include_str!("../../../../../tests/fixtures/customers.csv");
    choose(&mut story, &written(folder.path(), "customers.csv", customers));
    assert_eq!(import(&story).other_shape(), Some(Shape::ChurnSignals));
    say(&mut story, ImportMsg::ReadAs(Shape::EventLog));
    assert_eq!(import(&story).shape(), Shape::EventLog);
    say(&mut story, ImportMsg::ReadAs(Shape::ChurnSignals));
    say(&mut story, ImportMsg::AtRisk);
    assert!(story.session.flows().import().is_none());
    settled(&mut story);
    assert_eq!(story.session.flows().at_risk().unwrap().file().file_name(), "customers.csv");

    let sheet = folder.path().join("board.csv");
    crate::session::sheet::write_sheet(story.session.map(), &sheet, &crate::store::Reads::nothing()).unwrap();
    choose(&mut story, &sheet);
    assert!(story.session.flows().import().is_none(), "a sheet of the map is no data");
    assert_eq!(story.session.flows().sheet().unwrap().file_name(), "board.csv");
}

#[test]
fn a_table_on_a_server_takes_the_place_of_the_file_that_was_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut story = Story::new();
    choose(&mut story, &written(folder.path(), "log.csv", &log_text()));
    let number = story.session.flows().import().unwrap().number();
    assert_eq!(say(&mut story, ImportMsg::Database), []);
    assert!(story.session.flows().database().is_some() && story.session.flows().import().is_some());
    let server = shop();
    story.act(Intent::Flow(Msg::Databases(DatabasesMsg::Write(server.url()))));
    let effects = story.act(Intent::Flow(Msg::Databases(DatabasesMsg::Connect)));
    let [Effect::AskServer(address, _)] = &effects[..] else { panic!("{effects:?}") };
    say(&mut story, ImportMsg::Table(address.clone(), Access::new(String::new(), WAIT)));
    assert!(story.session.flows().import().unwrap().number() > number);
    settled(&mut story);
    assert_eq!((import(&story).file_name().as_str(), import(&story).problem()), ("shop.log", None));
    assert!(import(&story).recognition().is_some());
    say(&mut story, ImportMsg::TryAgain);
    assert!(story.session.flows().is_busy(), "it is asked anew");
    settled(&mut story);
    assert!(import(&story).recognition().is_some());
}
