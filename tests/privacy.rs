//! Law P1: no row and no customer id of a log is written anywhere.
//!
//! A log in which everything personal is a canary goes the whole way: import, map, draft, recent files, settings, exports.
#![expect(clippy::disallowed_methods, reason = "waits for real threads, up to a deadline")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use touchline::behaviour::files::Opening;
use touchline::behaviour::roles::Role;
use touchline::behaviour::small_groups::SmallGroups;
use touchline::edit::templates::Template;
use touchline::export::{self, Format};
use touchline::model::{Date, IdSource, RecordRef};
use touchline::scene::{Deck, PageSize, Scene};
use touchline::session::at_risk::AtRiskFile;
use touchline::session::export::{ExportJob, ExportSettings, picture};
use touchline::session::flows::{ImportMsg, Msg};
use touchline::session::import::{Binding, Import};
use touchline::session::{Command, Effect, FileAsk, Intent, Remembered, Session};
use touchline::store::{SeenFiles, StateFolder, WindowStood};
use touchline::text::Shaper;

const CUSTOMERS: usize = 1000;
/// What every canary begins with: one search finds them all.
const ID: &str = "canaryid";
const MAIL: &str = "canarymail";

/// Ids and addresses are unique; some rows cannot be used, so that what is told of them is tried too.
fn log_text() -> String {
    let mut text = "customer_id,event,time,audience,email\n".to_owned();
    for nth in 0..CUSTOMERS {
        let audience = if nth % 2 == 0 { "families_under_12" } else { "tourists" };
        let mut row = |event: &str, time: &str| {
            writeln!(text, "{ID}{nth:04},{event},{time},{audience},{MAIL}{nth:04}@example.com").unwrap();
        };
        row("awareness", "2026-10-01 10:00:00");
        // Events can hold persons too.
        row(&format!("/reset?mail={MAIL}{nth:04}@example.com"), "2026-10-01 11:00:00");
        if nth % 3 != 0 {
            row("plans_page", "2026-10-02 10:00:00");
        }
        if nth % 7 == 0 {
            row("trial_checkuot", "no time at all");
            row("trial_checkuot", "2026-10-03 10:00:00");
        }
    }
    text
}

/// Customers of whom a fifth cancelled after a silence; the id and the address of each are canaries.
fn customers_text() -> String {
    let mut text = "user_id,email,segment,signup_date,last_login,cancelled_on,consent\n".to_owned();
    for nth in 0..CUSTOMERS {
        let (login, cancelled) = match nth % 5 {
            0 => ("2024-05-01", "2024-05-31"),
            1 => ("2024-05-01", ""),
            2 => ("no day at all", ""),
            _ => ("2024-06-29", ""),
        };
        let row = format!("{ID}{nth:04},{MAIL}{nth:04}@example.com,fans,2024-01-01,{login},{cancelled},yes");
        writeln!(text, "{row}").unwrap();
    }
    text
}

/// The same rows as the log, in a workbook behind a title.
fn workbook_bytes() -> Vec<u8> {
    let text = log_text();
    let table: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let title = touchline_stand_in::rows(1, &[&["Weekly export"]]);
    touchline_stand_in::workbook(&[("Notes", ""), ("Events", &(title + &touchline_stand_in::rows(3, &table)))])
}

/// The log in each kind of file that can be imported; every one of them holds every canary.
fn kinds_of_log(folder: &Path) -> Vec<(&'static str, Vec<PathBuf>)> {
    let text = log_text();
    let written = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // A header that is a row: its cells are a customer's, and the reading is corrected and kept.
    let headless = text.split_once('\n').unwrap().1;
    let half = text.len() / 2 + text[text.len() / 2..].find('\n').unwrap() + 1;
    let (header, _) = text.split_once('\n').unwrap();
    let second = format!("{header}\n{}", &text[half..]);
    vec![
        ("csv", vec![written("events.csv", text.as_bytes())]),
        ("utf-16", vec![written("events.txt", &[b"\xFF\xFE".to_vec(), utf16].concat())]),
        ("workbook", vec![written("events.xlsx", &workbook_bytes())]),
        ("two files", vec![written("1.csv", &text.as_bytes()[..half]), written("2.csv", second.as_bytes())]),
        ("without a header", vec![written("rows.csv", headless.as_bytes())]),
    ]
}

/// Lets a session do something, and does what it asks of the world outside.
type Act<'a> = dyn FnMut(&mut Session, Intent) + 'a;

/// Imports a log as a person does: something is corrected, so that there is a preset to keep, and an event is bound.
fn import(session: &mut Session, logs: &[PathBuf], act: &mut Act<'_>) {
    act(session, Intent::ImportFiles(logs.to_owned()));
    settle(session, act);
    for (column, role) in [(0, Role::Case), (1, Role::Event), (2, Role::Time), (3, Role::Segment)] {
        act(session, Intent::Flow(Msg::Import(ImportMsg::GiveRole(column, Some(role)))));
    }
    let opening = Opening { drop_duplicates: true, ..opened(session).opening().clone() };
    act(session, Intent::Flow(Msg::Import(ImportMsg::Reopen(opening))));
    settle(session, act);
    assert_eq!(opened(session).problem(), None, "{logs:?}");
    let row = opened(session).events().iter().position(|row| row.event == "trial_checkuot");
    let row = row.unwrap_or_else(|| panic!("{logs:?} {:?}", opened(session).events()));
    let stage = session.map().stages_in_order().last().unwrap().0;
    act(session, Intent::Flow(Msg::Import(ImportMsg::Bind(row, Binding::MakeTouchpoint(stage)))));
    settle(session, act);
    let row = opened(session).events().iter().position(|row| row.event == "/reset").unwrap();
    act(session, Intent::Flow(Msg::Import(ImportMsg::Bind(row, Binding::MakeTouchpoint(stage)))));
    settle(session, act);
    assert_eq!(opened(session).problem(), None, "{logs:?}");
    act(session, Intent::Flow(Msg::Import(ImportMsg::Lay(Date::new(2026, 11, 3).unwrap()))));
    assert!(session.flows().import().is_none() && !session.settings().presets.is_empty(), "{logs:?}");
}

fn opened(session: &Session) -> &Import {
    session.flows().import().unwrap().import()
}

fn settle(session: &mut Session, act: &mut Act<'_>) {
    let start = Instant::now();
    while session.flows().is_busy() {
        act(session, Intent::Tick);
        std::thread::yield_now();
        assert!(start.elapsed() < Duration::from_secs(120), "the import does not end");
    }
}

/// Does what the session asks of the disk, and what it asks for then.
fn play(session: &mut Session, effects: Vec<Effect>, folder: &StateFolder, now: Duration) {
    for effect in effects {
        let Effect::Disk(job) = effect else { continue };
        if let Some(report) = job.run(folder, &SeenFiles::default()) {
            let further = session.handle(Intent::Disk(report), now);
            play(session, further, folder, now);
        }
    }
}

fn exported(scene: &Scene, format: Format, path: PathBuf) -> PathBuf {
    let settings = ExportSettings { format, page: PageSize::Fit, scale: 0.5, ..ExportSettings::default() };
    let made = Some(export::Moment { year: 2026, month: 11, day: 3, hour: 0, minute: 0, second: 0 });
    let deck = Deck::from(scene.clone());
    let job = ExportJob::start(move |_| deck, settings, made, path, Vec::new());
    let start = Instant::now();
    loop {
        if let Some(result) = job.poll() {
            return result.unwrap().path;
        }
        assert!(start.elapsed() < Duration::from_secs(120), "the export does not end");
        std::thread::yield_now();
    }
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

fn holds_canary(bytes: &[u8]) -> bool {
    [ID, MAIL]
        .iter()
        .any(|canary| bytes.windows(canary.len()).any(|window| window.eq_ignore_ascii_case(canary.as_bytes())))
}

#[test]
fn p1_no_row_and_no_customer_is_in_any_file_that_is_written() {
    let logs = tempfile::tempdir().unwrap();
    assert!(holds_canary(log_text().as_bytes()));
    for (kind, paths) in kinds_of_log(logs.path()) {
        nothing_personal_is_written(kind, &paths);
    }
}

/// One import from the first file to the last export, in a folder of its own.
fn nothing_personal_is_written(kind: &str, logs: &[PathBuf]) {
    let written = tempfile::tempdir().unwrap();
    let folder = StateFolder::at(written.path().join("state"));
    let mut session = Session::new(Remembered::default(), IdSource::seeded(1));
    let mut now = Duration::ZERO;
    let mut act = |session: &mut Session, action: Intent| {
        now += Duration::from_secs(10);
        let mut effects = session.handle(action, now);
        effects.extend(session.journal().map(Effect::Disk));
        play(session, effects, &folder, now);
    };
    act(&mut session, Intent::Template(Template::StreamingSubscriber));
    import(&mut session, logs, &mut act);
    let (_, measurement) = session.map().measurement().unwrap();
    assert_eq!(measurement.all.customers, CUSTOMERS as u64, "{kind}");
    assert!(measurement.rejected.iter().any(|(_, count)| *count > 0), "rows were rejected, and their lines told");

    // A file of customers is asked who is about to leave, and what it says is put on the map as an action.
    let outside = tempfile::tempdir().unwrap();
    let customers = outside.path().join("customers.csv");
    std::fs::write(&customers, customers_text()).unwrap();
    assert!(holds_canary(&std::fs::read(&customers).unwrap()));
    let mut file = AtRiskFile::open(customers);
    let start = Instant::now();
    while file.busy().is_some() {
        file.poll();
        std::thread::yield_now();
        assert!(start.elapsed() < Duration::from_secs(120), "the file of customers is never read");
    }
    assert_eq!(file.problem(), None);
    file.count(SmallGroups::default());
    assert!(file.figures().unwrap().all.at_risk > 100);
    let stage = RecordRef::Stage(*session.map().stages.keys().next().unwrap());
    let mut ids = session.new_ids();
    let (edit, action) = file.intervene(session.map(), stage, &mut ids).unwrap();
    act(&mut session, Intent::Edit(edit));
    act(&mut session, Intent::Select(action));

    // A draft first, since saving takes it away; then the map, and after another edit a draft beside it.
    act(&mut session, Intent::Tick);
    let map = written.path().join("map.ron");
    act(&mut session, Intent::FilesChosen { ask: FileAsk::SaveMap(String::new()), paths: vec![map.clone()] });
    act(&mut session, Intent::Paste("A card pasted later".to_owned()));
    act(&mut session, Intent::Command(Command::SelectAll));
    act(&mut session, Intent::WindowStood(WindowStood { width: 1280.0, height: 720.0, place: None, maximized: false }));
    act(&mut session, Intent::Tick);
    act(&mut session, Intent::Tick);

    let shaper = Shaper::bundled();
    let settings = ExportSettings::default();
    let scene = picture(session.map(), &settings, &shaper).scene;
    for format in [Format::Pdf, Format::Png, Format::Svg] {
        let name = format!("board.{}", format.extension());
        exported(&scene, format, written.path().join(name));
    }
    // What the scene says is all that any export can say.
    let said = format!("{scene:?}");
    assert!(said.contains("Awareness"), "the scene's words are looked through");
    assert!(!holds_canary(said.as_bytes()));

    let mut files = Vec::new();
    files_below(written.path(), &mut files);
    let names: Vec<String> = files.iter().map(|path| path.display().to_string()).collect();
    for wanted in ["map.ron", "drafts", "journal", "recents", "settings", "board.pdf", "board.png", "board.svg"] {
        assert!(names.iter().any(|name| name.contains(wanted)), "{wanted} was written: {names:?}");
    }
    let settings = files.iter().find(|path| path.ends_with("settings.ron")).unwrap();
    assert!(std::fs::read_to_string(settings).unwrap().contains("presets"), "a preset was kept");
    for path in &files {
        let bytes = std::fs::read(path).unwrap();
        assert!(!holds_canary(&bytes), "{kind}: {} holds what nobody may keep", path.display());
        // What is packed in it says nothing either: streams of a PDF, texts of a PNG.
        let said = export::said(&bytes).concat();
        assert!(!holds_canary(said.as_bytes()), "{kind}: {} says what nobody may keep", path.display());
        let is_pdf = path.extension().is_some_and(|ending| ending == "pdf");
        assert!(!is_pdf || said.contains("Awareness"), "its streams are read");
    }
}
