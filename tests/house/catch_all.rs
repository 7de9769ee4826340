//! Finds arms that swallow kinds: where one arm names a kind of record, no other may say “anything else”.
//!
//! A new kind must not compile until each place has said what it does with it. `_ =>`, a bare name, `Some(_)` beside
//! `Some(RecordRef::Stage(_))`, and a list of several kinds in `matches!`, `if let` or `let … else` all hide the gap.

use syn::{Member, Pat};

/// Enums whose every variant is to be named: the kinds of records, of changes, of what can be added, of lanes, of items.
/// With the layer that each belongs to, since others have a `Kind` too.
const KINDS: [(&str, &str); 11] = [
    ("RecordRef", "model"),
    ("RecordKind", "model"),
    ("ListKind", "model"),
    ("Family", "model"),
    ("Change", "model"),
    ("LaneKind", "model"),
    ("Holds", "model"),
    ("New", "session"),
    ("Kind", "scene"),
    ("TagFamily", "scene"),
    ("Item", "scene"),
];

/// The layer that the enum of this name belongs to; `None` for all others.
pub fn home_of(name: &str) -> Option<&'static str> {
    KINDS.iter().find(|(kind, _)| *kind == name).map(|(_, home)| *home)
}

/// One place where a kind may be swallowed.
pub struct CatchAll {
    pub module: usize,
    pub tested: bool,
    /// The function that it stands in.
    pub function: String,
    pub found: Found,
}

pub struct Found {
    /// The path of the enum as it was written, such as `RecordRef` or `Self`.
    pub of: Vec<String>,
    pub what: &'static str,
}

/// How one comes to a part of a pattern: through which variant, to which place in it.
type Place = Vec<String>;

/// The arms of a `match`: one that stands for anything where another names a kind.
pub fn in_match(arms: &[&Pat], of: Option<&String>) -> Option<Found> {
    let mut named: Vec<(Place, Vec<String>)> = Vec::new();
    let mut open: Vec<Place> = Vec::new();
    for arm in arms {
        walk(arm, of, &mut Vec::new(), &mut named, &mut open);
    }
    let (_, of) = named.iter().find(|(place, _)| open.iter().any(|open| place.starts_with(open)))?;
    Some(Found { of: of.clone(), what: "has an arm for any other kind" })
}

/// A pattern that stands alone: one that names several kinds of one enum.
pub fn in_list(pattern: &Pat, of: Option<&String>) -> Option<Found> {
    let mut named = Vec::new();
    walk(pattern, of, &mut Vec::new(), &mut named, &mut Vec::new());
    let (_, of) = named.iter().find(|(place, _)| named.iter().filter(|(other, _)| other == place).count() > 1)?;
    Some(Found { of: of.clone(), what: "lists kinds" })
}

fn walk(pat: &Pat, of: Option<&String>, at: &mut Place, named: &mut Vec<(Place, Vec<String>)>, open: &mut Vec<Place>) {
    let mut deeper = |step: String, pat: &Pat, at: &mut Place| {
        at.push(step);
        walk(pat, of, at, named, open);
        at.pop();
    };
    match pat {
        Pat::Wild(_) => open.push(at.clone()),
        Pat::Ident(name) => match &name.subpat {
            Some((_, inner)) => walk(inner, of, at, named, open),
            None if name.ident.to_string().starts_with(char::is_lowercase) => open.push(at.clone()),
            None => {}
        },
        Pat::Or(or) => or.cases.iter().for_each(|case| walk(case, of, at, named, open)),
        Pat::Paren(paren) => walk(&paren.pat, of, at, named, open),
        Pat::Reference(to) => walk(&to.pat, of, at, named, open),
        Pat::Type(typed) => walk(&typed.pat, of, at, named, open),
        Pat::Tuple(tuple) => {
            for (nth, part) in tuple.elems.iter().enumerate() {
                deeper(nth.to_string(), part, at);
            }
        }
        Pat::Slice(slice) => slice.elems.iter().for_each(|part| deeper("[]".to_owned(), part, at)),
        Pat::Path(path) => named.extend(kind_of(&path.path, of).map(|kind| (at.clone(), kind))),
        Pat::TupleStruct(variant) => {
            let name = last(&variant.path);
            for (nth, part) in variant.elems.iter().enumerate() {
                deeper(format!("{name}.{nth}"), part, at);
            }
            named.extend(kind_of(&variant.path, of).map(|kind| (at.clone(), kind)));
        }
        Pat::Struct(variant) => {
            let name = last(&variant.path);
            for field in &variant.fields {
                let member = match &field.member {
                    Member::Named(name) => name.to_string(),
                    Member::Unnamed(nth) => nth.index.to_string(),
                };
                deeper(format!("{name}.{member}"), &field.pat, at);
            }
            named.extend(kind_of(&variant.path, of).map(|kind| (at.clone(), kind)));
        }
        _ => {}
    }
}

fn last(path: &syn::Path) -> String {
    path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default()
}

/// The enum that a variant's path names, where it is one of ours; `Self` is the type whose `impl` is open.
fn kind_of(path: &syn::Path, of: Option<&String>) -> Option<Vec<String>> {
    let words: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let (_, before) = words.split_last()?;
    let name = before.last()?;
    let name = if name == "Self" { of? } else { name };
    home_of(name).is_some().then(|| if before.len() == 1 { vec![name.clone()] } else { before.to_vec() })
}
