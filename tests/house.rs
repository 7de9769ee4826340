//! Holds the house rules of `ARCHITECTURE.md`: which layer may use which, how a file opens, how long it gets, and that
//! every law has a test that names it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Layer, the layers it may use, the crates it may use beside `std`. The same table stands in `ARCHITECTURE.md`.
const TABLE: &[(&str, &[&str], &[&str])] = &[
    ("model", &[], &["serde"]),
    ("fields", &["model", "figures"], &[]),
    ("edit", &["model", "fields"], &["serde", "ron"]),
    ("scene", &[], &[]),
    ("theme", &["scene"], &[]),
    ("text", &["scene"], &["parley"]),
    (
        "behaviour",
        &[],
        &[
            "serde",
            "serde_json",
            "thiserror",
            "calamine",
            "zip",
            "csv_nose",
            "encoding_rs",
            "chardetng",
            "jiff",
            "memchr",
            "hashbrown",
            "foldhash",
            "strsim",
            "statrs",
            "ureq",
            "chacha20",
            "getrandom",
        ],
    ),
    ("figures", &["model", "behaviour"], &[]),
    ("layout", &["model", "scene", "text", "theme", "behaviour", "figures"], &[]),
    ("charts", &["model", "scene", "text", "theme", "behaviour", "figures"], &["plotters", "plotters_backend"]),
    ("measure", &["model", "edit", "behaviour", "figures"], &["thiserror", "strsim"]),
    ("store", &["model", "edit"], &["ron", "serde", "serde_ignored", "thiserror", "etcetera", "rust_xlsxwriter"]),
    ("export", &["model", "scene", "text"], &["krilla", "vello_cpu", "png", "skrifa", "thiserror"]),
    (
        "session",
        &[
            "model",
            "edit",
            "scene",
            "text",
            "theme",
            "behaviour",
            "figures",
            "layout",
            "charts",
            "measure",
            "store",
            "export",
        ],
        &["thiserror"],
    ),
    (
        "cli",
        &[
            "session",
            "export",
            "behaviour",
            "store",
            "figures",
            "layout",
            "measure",
            "model",
            "edit",
            "text",
            "theme",
            "scene",
            "app",
        ],
        &["clap", "async_signal", "futures_lite", "serde", "serde_json", "thiserror"],
    ),
];

/// Only these may know the window.
const WINDOW: [&str; 3] = ["ui", "app", "main"];

/// Crates that one file alone may import.
const ONE_FILE: [(&str, &str); 6] = [
    ("krilla", "src/export/pdf"),
    ("ureq", "crates/behaviour/src/clickhouse/http"),
    ("chacha20", "crates/behaviour/src/spool"),
    ("getrandom", "crates/behaviour/src/spool"),
    ("async_signal", "src/cli/interrupt"),
    ("futures_lite", "src/cli/interrupt"),
];

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// Every source file of the program: its path from the repository's root and its text.
fn all_sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    sources(&root.join("src"), &mut paths);
    sources(&root.join("crates/behaviour/src"), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The text without comments and without what stands between quotes, so that only code is read.
fn code_of(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The part of the file before its tests: tests may use more, such as a property-testing crate.
fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]").next().unwrap_or(code)
}

/// The room that a file stands in: a folder of `src`, or a crate of its own.
fn layer_of(file: &str) -> &str {
    file.trim_start_matches("crates/").trim_start_matches("src/").split(['/', '.']).next().unwrap_or("")
}

/// First path parts after which a `::` follows, anywhere in the code.
fn roots(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let bytes = code.as_bytes();
    for (at, _) in code.match_indices("::") {
        let start = bytes[..at].iter().rposition(|b| !(b.is_ascii_alphanumeric() || *b == b'_')).map_or(0, |p| p + 1);
        let before = &code[..start];
        if start < at && !before.ends_with("::") && !before.ends_with('.') {
            found.insert(code[start..at].to_owned());
        }
    }
    found
}

/// The layers named by `crate::…` paths, groups included.
fn layers_used(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => top_level_parts(group),
            None => vec![rest],
        };
        for name in names {
            let word: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.insert(word);
        }
    }
    found
}

/// The parts of a `use` group that are parted by commas outside inner braces.
fn top_level_parts(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[start..at]);
                return parts;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts
}

fn crates_of_the_manifest() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifests =
        ["Cargo.toml", "crates/behaviour/Cargo.toml"].map(|file| fs::read_to_string(root.join(file)).unwrap());
    let sections =
        manifests.iter().map(|text| text.split("[dependencies]").nth(1).unwrap().split("\n[").next().unwrap());
    sections
        .flat_map(str::lines)
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect()
}

#[test]
fn layers_use_only_what_they_may() {
    let crates = crates_of_the_manifest();
    let layers: BTreeSet<&str> = TABLE.iter().map(|row| row.0).chain(WINDOW).collect();
    let rules: BTreeMap<&str, (&[&str], &[&str])> = TABLE.iter().map(|row| (row.0, (row.1, row.2))).collect();
    let mut wrong = Vec::new();
    for (file, text) in all_sources() {
        let layer = layer_of(&file);
        let Some((may_use, may_import)) = rules.get(layer) else { continue };
        let code = code_of(&text);
        let code = without_tests(&code);
        for used in layers_used(code) {
            if layers.contains(used.as_str()) && used != layer && !may_use.contains(&used.as_str()) {
                wrong.push(format!("{file} uses the layer {used}"));
            }
        }
        for root in roots(code) {
            if crates.contains(&root) && !may_import.contains(&root.as_str()) {
                wrong.push(format!("{file} imports the crate {root}"));
            }
        }
        for (name, home) in ONE_FILE {
            if roots(code).contains(name) && !file.starts_with(home) {
                wrong.push(format!("{file} imports {name}, which belongs in {home} alone"));
            }
        }
    }
    assert!(wrong.is_empty(), "against ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

#[test]
fn every_layer_is_in_the_table_and_in_the_architecture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    for (file, _) in all_sources() {
        let layer = layer_of(&file);
        let known = layer == "lib" || WINDOW.contains(&layer) || TABLE.iter().any(|row| row.0 == layer);
        assert!(known, "{file} belongs to no layer of the table");
        assert!(layer == "lib" || page.contains(&format!("`{layer}`")), "ARCHITECTURE.md does not tell of `{layer}`");
    }
    assert!(page.lines().count() <= 120, "ARCHITECTURE.md has more than 120 lines");
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    let mut wrong = Vec::new();
    for (file, text) in all_sources() {
        if !text.starts_with("//!") {
            wrong.push(format!("{file} does not open with its purpose"));
        }
        let lines = text.lines().count();
        if lines > 500 {
            wrong.push(format!("{file} has {lines} lines; a file is one idea in at most 500"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_dependency_has_its_reason() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    for name in crates_of_the_manifest() {
        let dashed = name.replace('_', "-");
        let told = page.contains(&format!("`{name}`")) || page.contains(&format!("`{dashed}`"));
        assert!(told, "ARCHITECTURE.md gives no reason for {dashed}");
    }
}

#[test]
fn every_law_has_a_test_that_names_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let mut code: String = all_sources().into_iter().map(|(_, text)| text).collect();
    let mut tests = Vec::new();
    sources(&root.join("tests"), &mut tests);
    for path in tests {
        code.push_str(&fs::read_to_string(path).unwrap());
    }
    let laws = ["E1", "E2", "E4", "E5", "H1", "H2", "H3", "S1", "S2", "S3", "S4", "O1", "P1", "F1"];
    for law in laws {
        assert!(page.contains(&format!("**{law}**")), "ARCHITECTURE.md does not state the law {law}");
        let name = format!("fn {}_", law.to_lowercase());
        assert!(code.contains(&name), "no test names the law {law} ({name}…)");
    }
}
