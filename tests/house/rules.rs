//! The rules on what a file may name, call and look like. Each gives back what is against it, as sentences.

use crate::catch_all;
use crate::read::{Code, Used};
use crate::scope::{End, Scope};
use crate::table::{self, Row};
use std::collections::{BTreeMap, BTreeSet};

/// As long as a file may get, with its tests: it is one idea.
pub const LINES_MAX: usize = 500;

/// Crates that come with Rust.
const STANDARD: [&str; 3] = ["std", "core", "alloc"];

/// Which layers and crates a file names beyond what the table gives its layer.
pub fn layers(code: &Code, crates: &BTreeSet<String>) -> Vec<String> {
    let known: BTreeSet<String> = crates.iter().cloned().chain(STANDARD.map(str::to_owned)).collect();
    let scope = Scope { code, crates: &known };
    let mut wrong: BTreeSet<String> = code.odd.iter().cloned().collect();
    for used in &code.used {
        let module = &code.modules[used.module];
        let place = format!("{} by `{}`", code.file_of(used.module), used.path.join("::"));
        let layer = module.layer();
        let Some(row) = table::of(layer) else {
            wrong.insert(format!("{} belongs to no layer of the table", code.file_of(used.module)));
            continue;
        };
        for way in scope.ways(used.module, &used.path, used.outside) {
            if matches!(way.end, End::Module(root) if used.glob && code.modules[root].layer() == "lib") {
                wrong.insert(format!("{place}: imports everything at the root of the crate"));
            }
            for other in way.modules() {
                let other = code.modules[other].layer();
                if other != layer && other != "lib" && !row.layers.contains(&other) {
                    wrong.insert(format!("{place}: `{layer}` uses the layer `{other}`"));
                }
            }
            if let End::Outside(path) = &way.end {
                wrong.extend(crate_trouble(code, used, row, path).map(|what| format!("{place}: {what}")));
            }
        }
    }
    wrong.into_iter().collect()
}

fn crate_trouble(code: &Code, used: &Used, row: &Row, path: &[String]) -> Option<String> {
    let file = code.file_of(used.module);
    let name = path.first()?.as_str();
    if STANDARD.contains(&name) {
        return std_trouble(code, used, path);
    }
    if let Some((_, homes)) = table::AT_HOME.iter().find(|(only, _)| *only == name)
        && !homes.iter().any(|home| file.starts_with(home))
    {
        return Some(format!("names `{name}`, which belongs in {} alone", homes.join(", ")));
    }
    let may = row.crates.contains(&name) || used.tested && table::TEST_CRATES.contains(&name);
    (!may).then(|| format!("`{}` names the crate `{name}`", row.layer))
}

/// Parts of the standard library that reach out of the program.
fn std_trouble(code: &Code, used: &Used, path: &[String]) -> Option<String> {
    let ban = table::STD.iter().find(|ban| ban.modules.iter().any(|module| is_in(path, module, used.glob)))?;
    let file = code.file_of(used.module);
    let layer = code.modules[used.module].layer();
    (!ban.allows(layer, file, used.tested)).then(|| format!("reaches for {}", ban.what))
}

/// Whether a path leads into `std::fs` or the like, the module itself included. A glob above it brings it in as well.
fn is_in(path: &[String], module: &str, glob: bool) -> bool {
    let parts: Vec<&str> = module.split("::").collect();
    (glob || path.len() >= parts.len()) && path.iter().zip(&parts).skip(1).all(|(a, b)| a == b)
}

/// Methods on a path or a file that ask the disk, where the table does not let them.
pub fn disk_methods(code: &Code) -> Vec<String> {
    let mut wrong = Vec::new();
    for called in &code.called {
        let ban = table::STD.iter().find(|ban| ban.methods.contains(&called.method.as_str()));
        let Some(ban) = ban else { continue };
        let file = code.file_of(called.module);
        if !ban.allows(code.modules[called.module].layer(), file, called.tested) {
            wrong.push(format!("{file} by `.{}()`: reaches for {}", called.method, ban.what));
        }
    }
    wrong
}

/// Where a map is changed past the session: `.apply()` on some value, or `Map::apply` by its name, outside the files of the
/// table. A method is known by its name alone, so a transform's `apply` has a list of its own.
pub fn applies(code: &Code) -> Vec<String> {
    let may = |file: &str| table::APPLIES.contains(&file);
    let calls = code.called.iter().filter(|called| !called.tested && called.method == "apply");
    let calls = calls.map(|called| code.file_of(called.module)).filter(|file| !table::MOVES_POINTS.contains(file));
    let named = code.used.iter().filter(|used| !used.tested && used.path.ends_with(&["Map".into(), "apply".into()]));
    let files: BTreeSet<&str> = calls.chain(named.map(|used| code.file_of(used.module))).filter(|f| !may(f)).collect();
    files.into_iter().map(|file| format!("{file} changes a map by `apply`, past the session")).collect()
}

/// Where a layer names what the table hides from it, by whatever way. Tests may look at it.
pub fn hidden(code: &Code, crates: &BTreeSet<String>) -> Vec<String> {
    let scope = Scope { code, crates };
    let mut wrong = BTreeSet::new();
    for used in code.used.iter().filter(|used| !used.tested) {
        let layer = code.modules[used.module].layer();
        let Some((_, hidden)) = table::HIDDEN.iter().find(|(of, _)| *of == layer) else { continue };
        if table::SEES_HIDDEN.iter().any(|(file, _)| *file == code.file_of(used.module)) {
            continue;
        }
        for way in scope.ways(used.module, &used.path, used.outside) {
            for module in way.modules() {
                let name = code.modules[module].in_layer();
                if hidden.iter().any(|own| name == *own || name.starts_with(&format!("{own}::"))) {
                    let place = format!("{} by `{}`", code.file_of(used.module), used.path.join("::"));
                    wrong.insert(format!("{place}: `{layer}` uses `{name}`, which is the session's own"));
                }
            }
        }
    }
    wrong.into_iter().collect()
}

/// Where an edit that sets a field is made past the table of fields: `Verb::Set`, however it is imported, outside the files
/// of the table and the model.
pub fn sets(code: &Code) -> Vec<String> {
    let names = |used: &&crate::read::Used| {
        let ends = |with: &[&str]| {
            let last = used.path.iter().rev().take(with.len()).map(String::as_str);
            last.eq(with.iter().rev().copied())
        };
        !used.tested && (ends(&["Verb", "Set"]) || used.glob && ends(&["Verb"]))
    };
    let files: BTreeSet<&str> = code.used.iter().filter(names).map(|used| code.file_of(used.module)).collect();
    let others = files.iter().filter(|file| !table::SETS.contains(file) && !file.starts_with("crates/core/src/model/"));
    let mut wrong: Vec<String> = others.map(|file| format!("{file} sets a field past the table of `fields`")).collect();
    let idle = table::SETS.iter().filter(|file| !files.contains(*file));
    wrong.extend(idle.map(|file| format!("{file} says no `Verb::Set`: off its list in tests/house/table.rs")));
    wrong
}

/// Files of the table that no longer apply an edit, or move a point.
pub fn idle_applies(code: &Code) -> Vec<String> {
    let does = |file: &&&str| {
        code.called.iter().any(|call| !call.tested && call.method == "apply" && code.file_of(call.module) == **file)
    };
    let listed = table::APPLIES.iter().chain(table::MOVES_POINTS);
    listed
        .filter(|file| !does(file))
        .map(|file| format!("{file} calls no `apply`: off its list in tests/house/table.rs"))
        .collect()
}

/// Where a kind may be swallowed: file, function, what is wrong, and how often.
pub fn catch_alls(code: &Code, crates: &BTreeSet<String>) -> BTreeMap<(String, String), Vec<String>> {
    let scope = Scope { code, crates };
    let mut found: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for place in code.catch_alls.iter().filter(|place| !place.tested) {
        let Some(name) = place.found.of.last() else { continue };
        let homes: Vec<&str> = scope
            .ways(place.module, &place.found.of, false)
            .iter()
            .filter_map(|way| way.modules().last())
            .map(|module| code.modules[module].layer())
            .collect();
        let home = catch_all::home_of(name).unwrap_or_default();
        // What a macro made cannot be found, and then the name counts.
        if homes.is_empty() || homes.contains(&home) {
            let file = code.file_of(place.module).to_owned();
            let what = format!("`{}` in {file} {} of `{name}`", place.function, place.found.what);
            found.entry((file, place.function.clone())).or_default().push(what);
        }
    }
    found
}

/// Files of one layer that use each other in a circle, each circle sorted.
pub fn circles(code: &Code, crates: &BTreeSet<String>) -> Vec<Vec<String>> {
    let scope = Scope { code, crates };
    let mut uses: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for used in code.used.iter().filter(|used| !used.tested && !used.shown) {
        let from = &code.modules[used.module];
        for way in scope.ways(used.module, &used.path, used.outside) {
            let End::Item(to) = way.end else { continue };
            let to = &code.modules[to];
            if to.file != from.file
                && to.layer() == from.layer()
                && !is_above(&code.files[to.file].name, &code.files[from.file].name)
            {
                uses.entry(from.file).or_default().insert(to.file);
            }
        }
    }
    let reach: BTreeMap<usize, BTreeSet<usize>> = uses.keys().map(|file| (*file, reached(&uses, *file))).collect();
    let mut circles = BTreeSet::new();
    for (file, reached) in &reach {
        let circle: Vec<usize> =
            reached.iter().copied().filter(|other| reach.get(other).is_some_and(|back| back.contains(file))).collect();
        if circle.len() > 1 {
            circles.insert(circle.iter().map(|file| code.files[*file].name.clone()).collect::<Vec<String>>());
        }
    }
    circles.into_iter().collect()
}

/// Whether one file is the `mod.rs` of a folder that the other stands in.
fn is_above(upper: &str, lower: &str) -> bool {
    upper.strip_suffix("mod.rs").is_some_and(|folder| lower.starts_with(folder))
}

fn reached(uses: &BTreeMap<usize, BTreeSet<usize>>, from: usize) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for next in uses.get(&file).into_iter().flatten() {
            if seen.insert(*next) {
                open.push(*next);
            }
        }
    }
    seen
}

/// How each file opens and how long it is.
pub fn shape<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (file, text) in files {
        if !text.starts_with("//!") {
            wrong.push(format!("{file} does not open with its purpose"));
        }
        let lines = text.lines().count();
        if lines > LINES_MAX {
            wrong.push(format!("{file} has {lines} lines; a file is one idea in at most {LINES_MAX}"));
        }
    }
    wrong
}
