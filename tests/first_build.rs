//! What the first build of the program wrote, read by this one; and what it printed, printed alike.
//!
//! `tests/fixtures/first_build` was made by that build: two templates, a state folder with a draft, settings with a preset and
//! a list of recent files, and what the commands say of the sample map and its log. Pictures and sheets stand there as they
//! were when they were last meant to change: since then they hold what their page shows and no more, in the words of the map's
//! language, an SVG names its letters as Inkscape reads them, and lines between stages stop for words.

use std::path::{Path, PathBuf};
use std::process::Command;
use touchline::store::{self, StateFolder};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/first_build").join(name)
}

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).display().to_string()
}

/// What a command prints, run in a folder of its own.
fn printed(args: &[&str]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_touchline")).env("LC_ALL", "C").args(args).output().unwrap();
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn expected(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap()
}

#[test]
fn its_maps_are_read_whole_and_written_to_the_same_bytes() {
    for name in ["streaming.ron", "live-event.ron", "state/drafts/0000000000007.ron"] {
        let text = expected(name);
        let loaded = store::from_bytes(name, text.as_bytes()).unwrap();
        assert_eq!(loaded.unknown, [], "{name}");
        assert_eq!(store::to_text(&loaded.map), text, "{name}");
    }
}

#[test]
fn its_drafts_settings_presets_and_recent_files_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = folder.path().join("drafts");
    std::fs::create_dir(&drafts).unwrap();
    for name in ["settings.ron", "recents.ron", "drafts/0000000000007.ron", "drafts/0000000000007.note"] {
        std::fs::copy(fixture("state").join(name), folder.path().join(name)).unwrap();
    }
    let state = StateFolder::at(folder.path().to_owned());
    let found = state.drafts();
    assert_eq!(found.iter().map(|draft| draft.title.as_str()).collect::<Vec<_>>(), ["Live event journey"]);
    let original = found[0].original.as_ref().map(|grown| grown.path.as_path());
    assert_eq!(original, Some(Path::new("/maps/live.ron")));
    let settings = state.settings();
    let [preset] = settings.presets.as_slice() else { panic!("{:?}", settings.presets) };
    assert_eq!((preset.name.as_str(), preset.header, preset.delimiter), ("Viewing export", 123_456_789, Some(';')));
    assert_eq!((preset.zone.as_deref(), preset.times.len(), preset.roles.len()), (Some("Europe/Berlin"), 1, 2));
    assert!(settings.drawer && (settings.window_width, settings.window_height) == (1280.0, 720.0));
    assert_eq!(state.recents().paths(), [Path::new("/maps/two.ron"), Path::new("/maps/one.ron")]);
}

#[test]
fn commands_print_the_same_bytes() {
    let (map, log) = (example("lumen-kids.ron"), example("viewing-events.csv"));
    let funnel = ["--case", "customer_id", "--event", "event", "--time", "time"];
    let stages = ["--stage", "Seen=trailer_view|talent_post_view", "--stage", "Trial=trial_start"];
    let commands: [(&str, Vec<&str>); 6] = [
        ("inspect.json", vec!["inspect", &log, "--json"]),
        ("measure.json", vec!["measure", &map, &log, "--json"]),
        ("measure.txt", vec!["measure", &map, &log]),
        ("leaks.json", vec!["leaks", &map, "--json"]),
        ("scorecard.txt", vec!["scorecard", &map]),
        ("funnel.txt", [&["funnel", log.as_str()][..], &funnel, &stages].concat()),
    ];
    for (name, command) in commands {
        assert_eq!(printed(&command), expected(name), "{name}");
    }
}

#[test]
fn pictures_and_sheets_have_the_bytes_that_they_were_last_meant_to_have() {
    let folder = tempfile::tempdir().unwrap();
    let out = |name: &str| folder.path().join(name).display().to_string();
    let live = fixture("live-event.ron").display().to_string();
    printed(&["export", &example("lumen-kids.ron"), "-o", &out("sample.svg")]);
    printed(&["export", &live, "-o", &out("live-event.svg")]);
    printed(&["sheet", &example("lumen-kids.ron"), "-o", &out("sample.csv")]);
    for name in ["sample.svg", "live-event.svg", "sample.csv"] {
        let made = std::fs::read(out(name)).unwrap();
        assert!(made == std::fs::read(fixture(name)).unwrap(), "{name} differs");
    }
}
