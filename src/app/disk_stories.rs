//! What is on the disk as a person meets it: drafts and their files, the way back from the start screen, and that nothing is
//! written over what was read.

use super::Options;
use super::tests::{Seat, sit_down, window_with};
use crate::edit::templates::Template;
use crate::model::IdSource;
use crate::session::{Command, FileAsk, Intent};
use crate::store::{load_map, to_text};
use egui::{Key, Modifiers};
use std::path::PathBuf;
use touchline_words::say;

impl Seat {
    /// The window again, as after the next start.
    fn again(self) -> Self {
        let Self { harness, folder } = self;
        drop(harness);
        Self { harness: window_with(folder.path(), Options::default()), folder }
    }

    /// Opens a map's file, adds a stage, and leaves that in a draft.
    fn with_draft() -> (Self, PathBuf) {
        let mut seat = sit_down();
        let map = Template::LiveEvent.build(&mut IdSource::seeded(4));
        let path = seat.file("map.ron", &to_text(&map));
        seat.harness = window_with(seat.folder.path(), Options { map: Some(path.clone()), ..Options::default() });
        seat.settle();
        seat.add_stage("Awareness");
        seat.press(Modifiers::COMMAND, Key::Q);
        seat.click(say!(ui_close_keep));
        seat.settle();
        (seat.again(), path)
    }
}

#[test]
fn a_draft_whose_file_has_changed_opens_as_a_copy_by_enter_alone() {
    let (mut seat, path) = Seat::with_draft();
    let theirs = to_text(&Template::StreamingSubscriber.build(&mut IdSource::seeded(5)));
    std::fs::write(&path, &theirs).unwrap();
    seat.click(say!(ui_recovered_go_on));
    seat.settle();
    assert!(
        seat.shows(say!(ui_versions_changed))
            && seat.shows(say!(ui_versions_the_draft))
            && seat.shows(&say!(ui_versions_file, name = "map.ron"))
    );
    assert!(seat.session().on_start());
    seat.press(Modifiers::NONE, Key::Enter);
    seat.settle();
    assert_eq!((seat.session().path(), seat.session().on_start()), (None, false));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn a_file_opened_by_name_tells_of_its_draft() {
    let (mut seat, path) = Seat::with_draft();
    let stages = load_map(&path).unwrap().map.stages.len();
    seat.harness = window_with(seat.folder.path(), Options { map: Some(path.clone()), ..Options::default() });
    seat.settle();
    assert!(seat.shows(say!(ui_versions_unsaved)));
    seat.click(say!(ui_versions_go_on));
    seat.settle();
    assert_eq!((seat.map().stages.len(), seat.session().path()), (stages + 1, Some(path.as_path())));
}

#[test]
fn a_discarded_draft_is_had_back_by_a_click_and_gone_after_the_end() {
    let (mut seat, _) = Seat::with_draft();
    seat.click(say!(discard));
    assert!(seat.shows(say!(ui_recovered_goes)) && !seat.shows(say!(ui_recovered_go_on)));
    seat.click(say!(ui_recovered_undo));
    assert!(seat.shows(say!(ui_recovered_go_on)));
    seat.click(say!(discard));
    seat.press(Modifiers::COMMAND, Key::Q);
    seat.settle();
    let seat = seat.again();
    assert!(!seat.shows(say!(ui_start_drafts)));
}

#[test]
fn templates_and_drafts_leads_back_to_the_open_map() {
    let mut seat = sit_down();
    assert!(!seat.shows(say!(ui_start_back)));
    seat.click(say!(template_live));
    let map = seat.map();
    seat.click(say!(menu_file));
    seat.click(say!(cmd_start_screen));
    seat.settle();
    assert!(seat.session().on_start());
    seat.click(&format!("Back to “{}”", map.meta.title));
    assert_eq!((seat.session().on_start(), seat.map()), (false, map));
}

/// A file was chosen for what was asked.
fn chosen(seat: &mut Seat, ask: FileAsk, path: PathBuf) {
    let ctx = seat.harness.ctx.clone();
    seat.window().act(&ctx, Intent::FilesChosen { ask, paths: vec![path] });
}

/// Every way to write from the window, against everything that it has read, each through a link that ends as that way wants.
#[cfg(unix)]
#[test]
fn nothing_that_was_read_is_written_over_from_the_window() {
    use crate::export::Format;
    use crate::session::flows::{FillMsg, ImportMsg, Msg};
    let customers = include_str!("../../tests/fixtures/customers.csv");
    let mut seat = sit_down();
    let map = seat.file("map.ron", &to_text(&Template::StreamingSubscriber.build(&mut IdSource::seeded(4))));
    let log = seat.file("log.csv", "customer_id,event,time\nc1,awareness,2026-10-01 10:00:00\n");
    let logs = seat.folder.path().join("logs");
    std::fs::create_dir(&logs).unwrap();
    let member = seat.file("logs/a.csv", "customer_id,event,time\nc1,awareness,2026-10-01 10:00:00\n");
    let counts = seat.file("counts.csv", "stage,users\nAwareness,10\n");
    let people = seat.file("customers.csv", customers);
    seat.harness = window_with(seat.folder.path(), Options { map: Some(map.clone()), ..Options::default() });
    seat.settle();
    let ctx = seat.harness.ctx.clone();
    let window = seat.window();
    for data in [&log, &logs] {
        window.act(&ctx, Intent::OpenPath(data.clone()));
    }
    window.act(&ctx, Intent::Flow(Msg::Import(ImportMsg::Close)));
    let fill = FillMsg::Open { path: counts.clone(), metric: None, read_as: None };
    window.act(&ctx, Intent::Flow(Msg::Fill(fill)));
    let customers = Intent::FilesChosen { ask: FileAsk::OpenCustomers, paths: vec![people.clone()] };
    window.act(&ctx, customers);
    seat.until_said("of 80 customers");
    let data = [log, member, counts, people];
    let all = || data.iter().chain([&map]);
    let bytes: Vec<Vec<u8>> = all().map(|path| std::fs::read(path).unwrap()).collect();
    type Way = (&'static str, fn(&mut Seat, PathBuf));
    let ways: [Way; 6] = [
        ("pdf", |seat, path| {
            let ctx = seat.harness.ctx.clone();
            seat.window().act(&ctx, Intent::Command(Command::Export));
            chosen(seat, FileAsk::Export(String::new(), Format::Pdf), path);
        }),
        ("svg", |seat, path| chosen(seat, FileAsk::Chart(String::new(), Format::Svg), path)),
        ("xlsx", |seat, path| chosen(seat, FileAsk::SaveSheet(String::new()), path)),
        ("csv", |seat, path| chosen(seat, FileAsk::SaveSheet(String::new()), path)),
        ("csv", |seat, path| chosen(seat, FileAsk::Cohort(String::new()), path)),
        ("ron", |seat, path| {
            chosen(seat, FileAsk::SaveMap(String::new()), path);
            seat.settle();
        }),
    ];
    for (nth, (ending, write)) in ways.into_iter().enumerate() {
        for (which, read) in all().enumerate() {
            if ending == "ron" && read == &map {
                // Saving the map into its own file is what saving is.
                continue;
            }
            let link = seat.folder.path().join(format!("link {nth} {which}.{ending}"));
            std::os::unix::fs::symlink(read, &link).unwrap();
            let told = format!("link {nth} {which}.{ending}: nothing is written");
            write(&mut seat, link);
            seat.until_said(&told);
        }
    }
    let after: Vec<Vec<u8>> = all().map(|path| std::fs::read(path).unwrap()).collect();
    assert!(after == bytes);
}
