//! Reads the papers: what `Cargo.toml` depends on, what `ARCHITECTURE.md` states, which licences `deny.toml` allows, and
//! what is written into files.

use crate::{files_in, root, text_of};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The crates that the manifest names, as code calls them, those for tests among them.
pub fn crates() -> BTreeSet<String> {
    let ours = ["core", "behaviour", "slides", "words"].map(|name| format!("crates/{name}/Cargo.toml"));
    let manifest: String = ["Cargo.toml".to_owned()].iter().chain(&ours).map(|path| text_of(path)).collect();
    let mut found = BTreeSet::new();
    let mut in_section = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_section = line.trim_end_matches(']').ends_with("dependencies");
        } else if let Some((name, _)) = line.split_once('=').filter(|_| in_section && !line.starts_with('#')) {
            found.insert(name.trim().split('.').next().unwrap_or_default().replace('-', "_"));
        }
    }
    assert!(found.contains("egui") && found.contains("syn"), "Cargo.toml is not read: {found:?}");
    found
}

/// The ids of the laws that `ARCHITECTURE.md` states, such as `E1`.
pub fn laws() -> Vec<String> {
    let page = text_of("ARCHITECTURE.md");
    let is_id = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(|first| first.is_ascii_uppercase())
            && word.len() > 1
            && letters.all(|rest| rest.is_ascii_digit())
    };
    page.split("**").filter(is_id).map(str::to_owned).collect()
}

/// What one row of the page's table of layers says.
pub struct Told {
    pub layers: BTreeSet<String>,
    /// As the registry has them.
    pub crates: BTreeSet<String>,
}

/// The table of layers in `ARCHITECTURE.md`. “all above” stands for the layers of the rows before, “all above but `x`” for
/// those without `x`.
pub fn table_of_layers() -> BTreeMap<String, Told> {
    let page = text_of("ARCHITECTURE.md");
    let rows = page.lines().skip_while(|line| !line.starts_with("| layer |")).skip(2);
    let mut above = Vec::new();
    let mut told = BTreeMap::new();
    for line in rows.take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [layer, layers, crates] = cells[..] else { panic!("a row of three cells: {line}") };
        let layers = match layers.strip_prefix("all above") {
            Some(but) => {
                let but = quoted(but);
                above.iter().filter(|layer| !but.contains(*layer)).cloned().collect()
            }
            None => quoted(layers),
        };
        let layer = layer.trim_matches('`').to_owned();
        above.push(layer.clone());
        told.insert(layer, Told { layers, crates: quoted(crates) });
    }
    told
}

/// The words that stand in code quotes.
fn quoted(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The licences that `deny.toml` allows.
pub fn allowed_licences() -> BTreeSet<String> {
    let text = text_of("deny.toml");
    let list = text.split("[licenses]").nth(1).and_then(|rest| rest.split("allow = [").nth(1)).unwrap();
    list.split(']').next().unwrap().split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The licence of every crate that is built for this system, by name, as the registry has it.
pub fn licences() -> BTreeMap<String, String> {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host()])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{}", String::from_utf8_lossy(&cargo.stderr));
    let told: serde_json::Value = serde_json::from_slice(&cargo.stdout).unwrap();
    let packages = told["packages"].as_array().unwrap();
    let named = |package: &serde_json::Value| {
        (package["name"].as_str().unwrap().to_owned(), package["license"].as_str().unwrap_or_default().to_owned())
    };
    packages.iter().map(named).collect()
}

/// The system that Rust builds for here, such as `x86_64-unknown-linux-gnu`.
fn host() -> String {
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(rustc.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// Whether an SPDX expression can be met by allowed licences: `OR` chooses, `AND` asks for both. An older `/` chooses too.
pub fn is_met(licence: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = licence.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    any_of(&mut words, allowed) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any_of(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = all_of(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all_of(words, allowed);
    }
    met
}

fn all_of(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let met = any_of(words, allowed);
        return words.next_if_eq(&")").is_some() && met;
    }
    let Some(name) = words.next() else { return false };
    match words.next_if_eq(&"WITH").and_then(|_| words.next()) {
        Some(exception) => allowed.contains(&format!("{name} WITH {exception}")),
        None => allowed.contains(name),
    }
}

/// What the page on files does not tell of: each name has to stand in the section of its own type.
pub fn untold(page: &str, names: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let section = |of: &str| {
        let inside = page.split("\n### ").find(|part| part.lines().next() == Some(of))?;
        inside.split("\n## ").next()
    };
    let mut wrong = Vec::new();
    for (of, inside) in names {
        let told = section(of);
        if told.is_none() {
            wrong.push(format!("docs/file-format.md has no section “### {of}”"));
            continue;
        }
        let untold = inside.iter().filter(|name| !told.is_some_and(|told| told.contains(&format!("`{name}`"))));
        wrong.extend(untold.map(|name| format!("docs/file-format.md does not tell of `{name}` under “### {of}”")));
    }
    wrong
}

/// The tables of a map file, as the table of kinds has them.
pub fn tables() -> Vec<String> {
    let table = |line: &str| {
        let mut words = line.split(',').map(str::trim);
        let (kind, id, table) = (words.next()?, words.next()?, words.next()?);
        (id == format!("{kind}Id")).then(|| table.to_owned())
    };
    text_of("crates/core/src/model/kinds/mod.rs").lines().filter_map(table).collect()
}

/// Every name that stands in a file of ours: the fields and variants of what is written with serde, by type.
pub fn written_names() -> BTreeMap<String, Vec<String>> {
    let kept = |file: &str| {
        // Edits and their verbs can be written, and stand in no file.
        let is_model =
            file.starts_with("crates/core/src/model/") && !["edit.rs", "verb.rs"].iter().any(|it| file.ends_with(it));
        is_model || ["settings", "presets", "recents", "drafts"].iter().any(|it| file.contains(it))
    };
    let sources = files_in("crates/core/src/model").into_iter().chain(files_in("crates/core/src/store"));
    let mut names = BTreeMap::new();
    for (_, text) in sources.filter(|(file, _)| kept(file)) {
        for item in syn::parse_file(&text).unwrap().items {
            let (attrs, name, inside): (_, _, Vec<String>) = match &item {
                syn::Item::Struct(it) => {
                    let fields = it.fields.iter().filter_map(|field| field.ident.as_ref());
                    (&it.attrs, it.ident.to_string(), fields.map(ToString::to_string).collect())
                }
                // The kinds of lanes are the first words of a macro's rows.
                syn::Item::Macro(it) if it.mac.path.is_ident("lanes") => {
                    names.insert("LaneKind".to_owned(), crate::tokens::first_words(&it.mac.tokens));
                    continue;
                }
                syn::Item::Enum(it) => {
                    (&it.attrs, it.ident.to_string(), it.variants.iter().map(|it| it.ident.to_string()).collect())
                }
                _ => continue,
            };
            let is_written = |attr: &syn::Attribute| {
                let mut words = BTreeSet::new();
                if let syn::Meta::List(list) = &attr.meta {
                    crate::tokens::all_words(&list.tokens, &mut words);
                }
                attr.path().is_ident("derive") && words.contains("Serialize")
            };
            if attrs.iter().any(is_written) {
                names.insert(name, inside);
            }
        }
    }
    names
}
