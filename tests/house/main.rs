//! Holds the house rules of `ARCHITECTURE.md` by reading the code as the compiler does: who may use whom, what reaches
//! out of the program, how a file opens and how long it gets, that kinds are named, and that every law has its test.

mod catch_all;
mod fields;
mod laws;
mod papers;
mod probes;
mod read;
mod rules;
mod scope;
mod table;
mod today;
mod tokens;
mod words;

use read::Code;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The program's own sources, read once.
static CODE: LazyLock<Code> = LazyLock::new(|| {
    read::read(
        ["src", "crates/core/src", "crates/behaviour/src", "crates/slides/src", "crates/words/src"]
            .into_iter()
            .flat_map(files_in)
            .collect(),
    )
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text_of(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|why| panic!("{file}: {why}"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// Every Rust file under a folder: its path from the repository's root, and its text.
fn files_in(folder: &str) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    rust_files(&root().join(folder), &mut paths);
    paths.sort();
    let named = |path: PathBuf| {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).unwrap())
    };
    paths.into_iter().map(named).collect()
}

fn check(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "against ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn layers_use_only_what_they_may() {
    check(rules::layers(&CODE, &papers::crates()));
}

#[test]
fn the_disk_is_asked_only_where_it_may() {
    check(rules::disk_methods(&CODE));
}

#[test]
fn a_map_is_changed_by_the_session_alone() {
    check(rules::applies(&CODE));
    check(rules::idle_applies(&CODE));
}

#[test]
fn what_goes_on_in_a_dialog_is_the_sessions_own() {
    check(rules::hidden(&CODE, &papers::crates()));
    let is_there = |name: &str| CODE.modules.iter().any(|module| module.in_layer() == name);
    let gone = table::HIDDEN.iter().flat_map(|(_, hidden)| *hidden).filter(|name| !is_there(name));
    check(gone.map(|name| format!("no module is `{name}`: off the list in tests/house/table.rs")).collect());
}

#[test]
fn a_field_is_set_by_the_table_of_fields_alone() {
    check(rules::sets(&CODE));
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    let all: Vec<(String, String)> =
        ["src", "crates", "tests", "benches", "examples"].into_iter().flat_map(files_in).collect();
    check(rules::shape(all.iter().map(|(file, text)| (file.as_str(), text.as_str()))));
}

#[test]
fn no_kind_is_swallowed_but_where_it_was() {
    let found = rules::catch_alls(&CODE, &papers::crates());
    let listed: BTreeSet<(String, String)> =
        today::CATCH_ALLS.iter().map(|(file, function)| ((*file).to_owned(), (*function).to_owned())).collect();
    let mut wrong: Vec<String> =
        found.iter().filter(|(place, _)| !listed.contains(*place)).flat_map(|(_, what)| what.clone()).collect();
    for (file, function) in listed.iter().filter(|place| !found.contains_key(*place)) {
        wrong.push(format!(
            "`{function}` in {file} swallows no kind any more: take it off the list in tests/house/today.rs"
        ));
    }
    check(wrong);
}

#[test]
fn no_files_use_each_other_in_a_circle_but_where_they_did() {
    let circles = rules::circles(&CODE, &papers::crates());
    let is_in = |circle: &[String], listed: &[&str]| circle.iter().all(|file| listed.contains(&file.as_str()));
    let mut wrong = Vec::new();
    for circle in &circles {
        if !today::CIRCLES.iter().any(|(listed, _)| is_in(circle, listed)) {
            wrong.push(format!("a circle: {}", circle.join(", ")));
        }
    }
    for (listed, _) in today::CIRCLES {
        if !circles.iter().any(|circle| is_in(circle, listed)) {
            wrong.push(format!("no circle any more, so off the list in tests/house/today.rs: {}", listed.join(", ")));
        }
    }
    check(wrong);
}

/// Every function that a test runner runs.
fn all_tests() -> Vec<String> {
    let files = ["src", "crates", "tests"].into_iter().flat_map(files_in);
    files.flat_map(|(_, text)| laws::test_functions(&text)).collect()
}

#[test]
fn every_test_that_the_page_on_accessibility_names_is_there() {
    let tests = all_tests();
    let page = text_of("docs/accessibility.md");
    let last = page.lines().filter(|line| line.starts_with('|')).filter_map(|line| line.rsplit('|').nth(1));
    let named: Vec<&str> = last.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert!(named.len() > 10, "the page's tables are not read: {named:?}");
    let missing = named.iter().filter(|name| !tests.iter().any(|test| test == *name));
    check(missing.map(|name| format!("docs/accessibility.md names a test that is not there: {name}")).collect());
}

#[test]
fn every_law_has_a_test_that_names_it() {
    let laws = papers::laws();
    for law in ["E1", "E2", "E4", "E5", "H1", "H2", "H3", "S1", "S2", "S3", "O1", "P1", "F1"] {
        assert!(laws.iter().any(|other| other == law), "ARCHITECTURE.md does not state the law {law}");
    }
    let tests = all_tests();
    check(laws::without_test(&laws, tests.iter()));
}

#[test]
fn the_page_and_the_table_say_the_same() {
    let told: BTreeMap<String, papers::Told> = papers::table_of_layers();
    let mut wrong = Vec::new();
    for row in table::ROWS {
        let Some(page) = told.get(row.layer) else {
            wrong.push(format!("ARCHITECTURE.md has no row for `{}`", row.layer));
            continue;
        };
        let layers: BTreeSet<String> = row.layers.iter().map(|layer| (*layer).to_owned()).collect();
        let crates: BTreeSet<String> = row.crates.iter().map(|name| (*name).to_owned()).collect();
        let told: BTreeSet<String> = page.crates.iter().map(|name| name.replace('-', "_")).collect();
        if page.layers != layers {
            wrong.push(format!("`{}` may use {layers:?}, and ARCHITECTURE.md says {:?}", row.layer, page.layers));
        }
        if told != crates {
            wrong.push(format!("`{}` may name {crates:?}, and ARCHITECTURE.md says {told:?}", row.layer));
        }
    }
    wrong.extend(told.keys().filter(|layer| table::of(layer).is_none()).map(|layer| format!("no layer is `{layer}`")));
    check(wrong);
}

#[test]
fn every_dependency_has_its_reason() {
    let page = text_of("ARCHITECTURE.md");
    for name in papers::crates() {
        let dashed = name.replace('_', "-");
        let told = page.contains(&format!("`{name}`")) || page.contains(&format!("`{dashed}`"));
        assert!(told, "ARCHITECTURE.md gives no reason for {dashed}");
    }
}

#[test]
fn every_licence_is_allowed() {
    let allowed = papers::allowed_licences();
    let licences = papers::licences();
    assert!(licences.len() > 100 && licences.contains_key("egui"), "cargo tells of {} crates", licences.len());
    let refused = licences.iter().filter(|(_, licence)| !papers::is_met(licence, &allowed));
    check(
        refused.map(|(name, licence)| format!("{name} is under “{licence}”, which deny.toml does not allow")).collect(),
    );
}

#[test]
fn a_licence_is_met_as_its_words_say() {
    let allowed = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
    for (licence, met) in [
        ("MIT", true),
        ("GPL-2.0-only", false),
        ("Apache-2.0 OR MIT", true),
        ("Apache-2.0/MIT", true),
        ("MIT AND GPL-2.0-only", false),
        ("(GPL-2.0-only OR MIT) AND Zlib", true),
        ("GPL-2.0-only OR MIT AND Apache-2.0", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0 WITH Classpath-exception-2.0", false),
        ("MIT MIT", false),
        ("", false),
    ] {
        assert_eq!(papers::is_met(licence, &allowed), met, "{licence}");
    }
}

#[test]
fn every_field_of_a_file_is_told() {
    let page = text_of("docs/file-format.md");
    let names = papers::written_names();
    assert!(names.contains_key("Touchpoint") && names.contains_key("Settings"), "the sources are not read: {names:?}");
    let mut wrong = papers::untold(&page, &names);
    let tables = papers::tables();
    assert!(tables.contains(&"pain_points".to_owned()), "the table of kinds is not read: {tables:?}");
    let list = page.split("The tables are ").nth(1).and_then(|rest| rest.split("each from id").next()).unwrap();
    let untold = tables.iter().filter(|table| !list.contains(&format!("`{table}`")));
    let said = |table| format!("docs/file-format.md does not list `{table}` in the sentence “The tables are …”");
    wrong.extend(untold.map(said));
    check(wrong);
}

#[test]
fn a_field_is_told_under_its_own_record() {
    let page = "# Files\n\n### Card\n\n| field | what |\n| --- | --- |\n| `title` | text |\n\n### Kind\n\n`Low`, `High`.\n\n## Notes\n\n`note`";
    let untold = |of: &str, name: &str| papers::untold(page, &[(of.to_owned(), vec![name.to_owned()])].into());
    assert!(untold("Card", "title").is_empty() && untold("Kind", "High").is_empty());
    for (of, name) in [("Card", "Low"), ("Card", "note"), ("Kind", "title"), ("Kind", "note"), ("Lane", "title")] {
        assert_eq!(untold(of, name).len(), 1, "{name} of {of}");
    }
}

#[test]
fn the_limits_of_a_map_file_are_told() {
    let (code, page) = (text_of("crates/core/src/store/text.rs"), text_of("docs/file-format.md"));
    for (name, unit) in [("RECORDS_MAX", "records"), ("VALUES_MAX", "values")] {
        let limit = code.split(&format!("{name}: usize = ")).nth(1).and_then(|rest| rest.split(';').next()).unwrap();
        let told = format!("{} {unit}", limit.replace('_', ","));
        assert!(page.contains(&told), "docs/file-format.md does not say “{told}”, which is {name}");
    }
}
