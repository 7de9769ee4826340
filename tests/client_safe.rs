//! What is in a map, a copy of it for a client, and what is kept beside it, asked of the program itself.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use touchline::edit::empty_map;
use touchline::model::{IdSource, Sticky, StickyId};
use touchline::store::{StateFolder, draft_id, load_map, save_map};

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchline"))
        .current_dir(folder)
        .env("TOUCHLINE_STATE", folder.join("state"))
        .env("LC_ALL", "C")
        .args(arguments)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// A folder with the sample, to which a note was added.
fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lumen-kids.ron");
    let mut tables = load_map(&sample).unwrap().map.to_tables();
    let text = "Nobody outside may know".to_owned();
    tables.stickies.insert(StickyId(7), Sticky { text, ..Sticky::default() });
    save_map(&desk.path().join("map.ron"), &touchline::model::Map::new(tables).unwrap()).unwrap();
    desk
}

#[test]
fn a_copy_for_a_client_is_written_with_its_exports_and_proved_clean() {
    let desk = desk();
    std::fs::write(desk.path().join("names.csv"), "code name,title\nProject Owl,Lumen Kids+\n").unwrap();
    let alias = ["--alias", "names.csv"];
    let arguments = [&["scrub", "map.ron", "-o", "client.ron", "--also", "pdf,png,svg"][..], &alias].concat();
    let done = run(desk.path(), &arguments);
    let told = stdout(&done);
    let clean = done.status.code() == Some(0);
    assert!(clean || told.contains("stands in client."), "{told}{}", String::from_utf8_lossy(&done.stderr));
    assert!(told.contains("words found in 4 files"), "{told}");
    let copy = load_map(&desk.path().join("client.ron")).unwrap().map;
    assert!(copy.stickies.is_empty() && copy.meta.title.contains("Project Owl"), "{}", copy.meta.title);
    assert_eq!(load_map(&desk.path().join("map.ron")).unwrap().map.stickies.len(), 1, "the map is as it was");

    // What is kept is told in the copy of a copy, and a word that stands elsewhere too is found.
    let mut tables = copy.to_tables();
    let card = tables.touchpoints.values_mut().next().unwrap();
    (card.owner, card.title) = ("Marketing Nord".to_owned(), "Ask marketing nord".to_owned());
    save_map(&desk.path().join("told.ron"), &touchline::model::Map::new(tables).unwrap()).unwrap();
    let found = run(desk.path(), &["scrub", "told.ron", "-o", "again.ron", "--json"]);
    assert_eq!(found.status.code(), Some(5), "{}", stdout(&found));
    let answer: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(
        (&answer["found"][0]["word"], &answer["found"][0]["file"]),
        (&"Marketing Nord".into(), &"again.ron".into())
    );
    assert_eq!(answer["places"][0]["title"], "Ask marketing nord");
    let kept = run(desk.path(), &["scrub", "told.ron", "-o", "kept.ron", "--keep", "owners"]);
    assert_eq!(kept.status.code(), Some(0), "{}", stdout(&kept));

    let refused = run(desk.path(), &["scrub", "map.ron", "-o", "lumen-kids.ron", "--alias", "names.csv"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!desk.path().join("lumen-kids.ron").exists());
    for wrong in [
        &["-o", "-"][..],
        &["-o", "x.ron", "--keep", "all"],
        &["-o", "x.ron", "--also", "doc"],
        &["-o", "x.pdf", "--also", "pdf"],
    ] {
        assert_eq!(run(desk.path(), &[&["scrub", "map.ron"][..], wrong].concat()).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn what_is_in_a_map_is_told_by_kind_and_place() {
    let desk = desk();
    let told = run(desk.path(), &["contents", "map.ron"]);
    assert_eq!(told.status.code(), Some(0));
    assert!(stdout(&told).contains("Nobody outside may know"), "{}", stdout(&told));
    let answer: Value = serde_json::from_slice(&run(desk.path(), &["contents", "map.ron", "--json"]).stdout).unwrap();
    let notes = answer["items"].as_array().unwrap().iter().filter(|item| item["text"] == "Nobody outside may know");
    assert_eq!(notes.count(), 1);
    assert!(answer["texts"].as_array().unwrap().len() > 5 && answer["counts"]["owners"].as_u64() > Some(0));
}

#[test]
fn what_is_kept_beside_the_files_is_told_first_and_deleted_with_yes() {
    let desk = desk();
    let map = empty_map(&mut IdSource::seeded(3)).numbered();
    save_map(&desk.path().join("mine.ron"), &map).unwrap();
    let folder = StateFolder::at(desk.path().join("state"));
    folder.write_draft(&draft_id(&mut IdSource::seeded(9)), &map, None).unwrap();
    folder.keep_version(&map, Some(&desk.path().join("mine.ron")), "").unwrap();
    folder.keep_report("it failed").unwrap();
    // This process has the draft open.
    let open = run(desk.path(), &["recover", "--delete"]);
    assert!(String::from_utf8_lossy(&open.stderr).contains("open in a window"), "{open:?}");
    assert!(stdout(&open).contains("1 version of 1 map") && !stdout(&open).contains("unsaved"), "{}", stdout(&open));
    drop(folder);
    let told = run(desk.path(), &["recover", "--delete"]);
    assert!(stdout(&told).contains("would be deleted with --yes: 1 piece of unsaved work"), "{}", stdout(&told));
    let of = run(desk.path(), &["recover", "--delete", "--of", "mine.ron", "--yes"]);
    assert!(of.status.success() && stdout(&of).starts_with("deleted: 1 piece of unsaved work, 1 version"), "{of:?}");
    assert!(stdout(&run(desk.path(), &["recover", "--delete"])).contains("1 report"));
    assert!(run(desk.path(), &["recover", "--delete", "--yes"]).status.success());
    assert_eq!(stdout(&run(desk.path(), &["recover", "--delete"])), "Nothing is kept.\n");
    assert!(desk.path().join("mine.ron").exists(), "a file that somebody named stays");
}
