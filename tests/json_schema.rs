//! `docs/map.schema.json`, the schema of what `export -o map.json` writes: made from the tables of `docs/file-format.md`, which a
//! test holds against the code, so that it has every field there is; and the exports that it holds.

mod schema;

use std::path::Path;
use std::process::Command;

use schema::{made, problems};
use serde_json::Value;

fn root(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn published() -> Value {
    serde_json::from_str(&std::fs::read_to_string(root("docs/map.schema.json")).unwrap()).unwrap()
}

/// What the command line writes of a map.
fn exported(map: &str) -> Value {
    let done = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .args(["export", map, "-o", "-", "--format", "json"])
        .current_dir(root(""))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).unwrap()
}

#[test]
fn the_published_schema_is_made_of_the_description_of_the_file() {
    let docs = std::fs::read_to_string(root("docs/file-format.md")).unwrap();
    let made = serde_json::to_string_pretty(&made(&docs)).unwrap() + "\n";
    let published = std::fs::read_to_string(root("docs/map.schema.json")).unwrap_or_default();
    if made != published {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("map.schema.json");
        std::fs::write(&place, made).unwrap();
        panic!(
            "docs/map.schema.json is another than docs/file-format.md says; the one to publish is {}",
            place.display()
        );
    }
}

#[test]
fn every_export_of_a_map_is_as_the_schema_says() {
    let schema = published();
    for map in ["examples/lumen-kids.ron", "examples/lumen-kids.de.ron"] {
        let found = problems(&schema, &exported(map));
        assert!(found.is_empty(), "{map}: {found:#?}");
    }
}

#[test]
fn what_is_wrong_is_found_by_the_schema() {
    let (schema, map) = (published(), exported("examples/lumen-kids.ron"));
    let wrong = |change: &dyn Fn(&mut Value)| {
        let mut map = map.clone();
        change(&mut map);
        problems(&schema, &map)
    };
    let card = map["touchpoints"].as_object().unwrap().keys().next().unwrap().clone();
    assert!(!wrong(&|map| map["touchpoints"][&card]["titel"] = "x".into()).is_empty());
    assert!(!wrong(&|map| map["touchpoints"][&card]["title"] = 5.into()).is_empty());
    assert!(!wrong(&|map| map["touchpoints"][&card]["channel"] = "Pigeon".into()).is_empty());
    assert!(!wrong(&|map| map["touchpoints"][&card]["stage"] = "no id".into()).is_empty());
    assert!(!wrong(&|map| map["format"] = 2.into()).is_empty());
    let gone = |map: &mut Value| _ = map["touchpoints"][&card].as_object_mut().unwrap().remove("rank");
    assert!(!wrong(&gone).is_empty());
}
