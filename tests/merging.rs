//! Two people go on with one map: what became of it is told, and what both did is brought together, by hand and by git.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use touchline::edit::{Cell, add_stage, add_touchpoint, empty_map, move_to_stage};
use touchline::fields::{FieldKey, write};
use touchline::model::{Channel, Edit, Field, IdSource, LaneKind, Map, RecordRef, StageId, TouchpointId};
use touchline::store::{load_map, save_map};

/// A map with two stages and a card in the first.
struct Begun {
    folder: tempfile::TempDir,
    map: Map,
    stages: [StageId; 2],
    card: TouchpointId,
    ids: IdSource,
}

fn after(map: &Map, edit: &Edit) -> Map {
    map.after(edit).unwrap()
}

impl Begun {
    fn new() -> Self {
        let mut ids = IdSource::seeded(3);
        let map = empty_map(&mut ids).numbered();
        let (edit, first) = add_stage(&map, "Awareness", None, &mut ids);
        let map = after(&map, &edit);
        let (edit, second) = add_stage(&map, "Decision", None, &mut ids);
        let map = after(&map, &edit);
        let cell = Cell::new(first, map.lane_of(LaneKind::Touchpoints).unwrap());
        let (edit, card) = add_touchpoint(&map, cell, None, Channel::Checkout, "Trailer", &mut ids).unwrap();
        let map = after(&map, &edit);
        Self { folder: tempfile::tempdir().unwrap(), map, stages: [first, second], card, ids }
    }

    fn written(&self, at: impl Into<RecordRef>, field: Field, text: &str) -> Map {
        let edit = write(&self.map, &FieldKey::one(at.into(), field), text).unwrap().unwrap();
        after(&self.map, &edit)
    }

    fn save(&self, name: &str, map: &Map) -> PathBuf {
        let path = self.folder.path().join(name);
        save_map(&path, map).unwrap();
        path
    }

    fn merge(&self, base: &Path, ours: &Path, theirs: &Path) -> (Output, PathBuf) {
        let output = self.folder.path().join("out.ron");
        let done = touchline().arg("merge").args([base, ours, theirs]).arg("-o").arg(&output).output().unwrap();
        (done, output)
    }
}

fn touchline() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.env("LC_ALL", "C");
    command
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn what_each_side_changed_is_in_the_outcome_and_nothing_is_told() {
    let mut begun = Begun::new();
    let ours = begun.written(begun.card, Field::Title, "Teaser");
    let (edit, added) = add_stage(&begun.map, "Loyalty", None, &mut begun.ids);
    let theirs = after(&begun.map, &edit);
    let [base, ours, theirs] = [("base.ron", &begun.map), ("ours.ron", &ours), ("theirs.ron", &theirs)]
        .map(|(name, map)| begun.save(name, map));
    let (done, output) = begun.merge(&base, &ours, &theirs);
    let (out, err) = said(&done);
    assert_eq!((done.status.code(), out.as_str()), (Some(0), ""), "{err}");
    assert!(err.contains("1 added"), "{err}");
    let map = load_map(&output).unwrap().map;
    assert_eq!((map.touchpoints[&begun.card].title.as_str(), map.stages[&added].name.as_str()), ("Teaser", "Loyalty"));
    // An empty beginning is one that nobody knows.
    let empty = begun.folder.path().join("empty.ron");
    std::fs::write(&empty, "").unwrap();
    let (done, output) = begun.merge(&empty, &ours, &theirs);
    assert_eq!(done.status.code(), Some(7), "the title is another on each side");
    assert!(load_map(&output).unwrap().map.stages.contains_key(&added));
}

#[test]
fn what_both_wrote_is_told_and_kept_and_the_code_is_7() {
    let begun = Begun::new();
    let sides = [
        ("base.ron", begun.map.clone()),
        ("ours.ron", begun.written(begun.card, Field::Title, "Teaser")),
        ("theirs.ron", begun.written(begun.card, Field::Title, "Trailer on TV")),
    ];
    let [base, ours, theirs] = sides.each_ref().map(|(name, map)| begun.save(name, map));
    let (done, output) = begun.merge(&base, &ours, &theirs);
    let (_, err) = said(&done);
    assert_eq!(done.status.code(), Some(7), "{err}");
    assert!(err.contains("“Teaser”") && err.contains("“Trailer on TV”") && err.contains("1 place"), "{err}");
    let map = load_map(&output).unwrap().map;
    assert_eq!(map.touchpoints[&begun.card].title, "Teaser");
    assert!(map.stickies.values().any(|note| note.text.contains("Trailer on TV")));
    let first = std::fs::read(&output).unwrap();
    begun.merge(&base, &ours, &theirs);
    assert_eq!(std::fs::read(&output).unwrap(), first, "the same three give the same bytes");
    let (done, _) = begun.merge(&base, &ours, &begun.folder.path().join("gone.ron"));
    assert_eq!(done.status.code(), Some(3));
}

#[test]
fn what_became_of_a_map_is_told_line_by_line_and_as_data() {
    let mut begun = Begun::new();
    let moved = after(&begun.map, &move_to_stage(&begun.map, &[begun.card.into()], begun.stages[1]).unwrap());
    let (edit, added) = add_stage(&moved, "Loyalty", None, &mut begun.ids);
    let new = after(&moved, &edit);
    let edit = write(&new, &FieldKey::one(begun.stages[0].into(), Field::Title), "Discovery").unwrap().unwrap();
    let (old, new) = (begun.save("old.ron", &begun.map), begun.save("new.ron", &after(&new, &edit)));
    let diff = |flags: &[&str]| said(&touchline().arg("diff").args([&old, &new]).args(flags).output().unwrap()).0;
    let text = diff(&[]);
    for line in [
        "+ stage “Loyalty”",
        "> touchpoint “Trailer”: from Awareness, 1 to Decision, 1",
        "~ stage “Discovery”: Title from “Awareness” to “Discovery”",
    ] {
        assert!(text.lines().any(|there| there == line), "{line} is not in\n{text}");
    }
    let answer: Value = serde_json::from_str(&diff(&["--json"])).unwrap();
    assert_eq!(answer["added"][0]["id"], added.to_string());
    assert_eq!(
        (&answer["moved"][0]["from"], &answer["changed"][0]["new"]),
        (&"Awareness, 1".into(), &"Discovery".into())
    );
    assert_eq!(answer["drop_off"], Value::Array(Vec::new()));
    let none = touchline().args(["diff", "-", "-"]).output().unwrap();
    assert_eq!(none.status.code(), Some(2), "{}", said(&none).1);
    let same = touchline().arg("diff").args([&old, &old]).output().unwrap();
    assert!(said(&same).0.contains("the same map"));
}

/// The settings are those of the docs.
#[test]
fn git_merges_maps_and_shows_what_differs() {
    if Command::new("git").arg("--version").output().is_err() {
        println!("skipped: git is not here");
        return;
    }
    let mut begun = Begun::new();
    let folder = begun.folder.path().to_owned();
    let program = Path::new(env!("CARGO_BIN_EXE_touchline")).parent().unwrap().to_owned();
    let path =
        std::env::join_paths([program].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())))
            .unwrap();
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(&folder).env("PATH", &path).env("LC_ALL", "C").env("GIT_CONFIG_GLOBAL", "/dev/null");
        for (name, value) in [("AUTHOR", "A"), ("COMMITTER", "A")] {
            command.env(format!("GIT_{name}_NAME"), value).env(format!("GIT_{name}_EMAIL"), "a@example.com");
        }
        command.args(arguments).output().unwrap()
    };
    let docs = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/command-line.md")).unwrap();
    git(&["init", "-q", "-b", "main"]);
    let settings = docs.lines().filter_map(|line| line.strip_prefix("git config "));
    let mut set = 0;
    for setting in settings {
        let (name, value) = setting.split_once(' ').unwrap();
        assert!(git(&["config", name, value.trim_matches('\'')]).status.success());
        set += 1;
    }
    assert_eq!(set, 3);
    std::fs::write(folder.join(".gitattributes"), "*.ron diff=touchline merge=touchline\n").unwrap();
    let commit = |name: &str| {
        git(&["add", "-A"]);
        assert!(git(&["commit", "-q", "-m", name]).status.success());
    };
    begun.save("map.ron", &begun.map);
    commit("as it was sent");
    git(&["checkout", "-q", "-b", "client"]);
    begun.save("map.ron", &begun.written(begun.card, Field::Title, "Trailer on TV"));
    let (shown, _) = said(&git(&["diff"]));
    assert!(shown.contains("from “Trailer” to “Trailer on TV”"), "{shown}");
    commit("the client");
    git(&["checkout", "-q", "main"]);
    let (edit, added) = add_stage(&begun.map, "Loyalty", None, &mut begun.ids);
    begun.save("map.ron", &after(&begun.map, &edit));
    commit("we");
    let merged = git(&["merge", "-q", "--no-edit", "client"]);
    assert!(merged.status.success(), "{:?}", said(&merged));
    let map = load_map(&folder.join("map.ron")).unwrap().map;
    assert_eq!((map.touchpoints[&begun.card].title.as_str(), map.stages.contains_key(&added)), ("Trailer on TV", true));

    // Where both wrote a title, git stops, and the file has both.
    git(&["checkout", "-q", "-b", "second", "client"]);
    begun.save("map.ron", &begun.written(begun.card, Field::Title, "Teaser"));
    commit("another title");
    let stopped = git(&["merge", "-q", "--no-edit", "main"]);
    assert!(stopped.status.success(), "main has the client’s title, from which this grew: {:?}", said(&stopped));
    git(&["checkout", "-q", "main"]);
    begun.save("map.ron", &begun.written(begun.card, Field::Title, "Trailer, dubbed"));
    commit("a third title");
    git(&["checkout", "-q", "second"]);
    let stopped = git(&["merge", "-q", "--no-edit", "main"]);
    assert!(!stopped.status.success());
    let map = load_map(&folder.join("map.ron")).unwrap().map;
    assert_eq!(map.touchpoints[&begun.card].title, "Teaser");
    assert!(map.stickies.values().any(|note| note.text.contains("Trailer, dubbed")));
}
