//! Proves that the rules bite: each probe is a small crate with one slip in it, and each slip must be refused.
//!
//! A probe stands in the layers of the real table. Beside the slip it holds nothing wrong, which is why the clean crate
//! is probed first.

use crate::{laws, read, rules};
use std::collections::BTreeSet;

/// Layers that every probe has, so that a path to one of them leads somewhere.
const HOUSE: [(&str, &str); 10] = [
    (
        "crates/core/src/lib.rs",
        "//! A crate.\npub mod model;\npub mod scene;\npub mod session;\npub mod layout;\npub mod store;\n",
    ),
    (
        "src/lib.rs",
        "//! A crate.\npub use touchline_core::{layout, model, scene, session, store};\npub mod ui;\npub mod app;\npub mod cli;\n",
    ),
    ("src/main.rs", "//! A program.\nuse touchline::app;\nfn main() { app::run() }\n"),
    (
        "crates/core/src/model/mod.rs",
        "//! Records.\npub enum RecordRef { Stage, Lane }\npub enum LaneKind { Feeling, Metrics }\n",
    ),
    ("crates/core/src/scene/mod.rs", "//! What is painted.\npub enum Kind { Stage, Card }\n"),
    ("crates/core/src/session/mod.rs", "//! A session.\npub enum New { Stage, Card }\n"),
    ("crates/core/src/layout/mod.rs", "//! A layout.\n"),
    ("crates/core/src/store/mod.rs", "//! The disk.\npub fn write() { std::fs::write(\"a\", \"b\").ok(); }\n"),
    ("src/ui/mod.rs", "//! The window.\npub fn paint() {}\n"),
    ("src/app/mod.rs", "//! The program.\npub fn run() { crate::ui::paint() }\n"),
];

/// The house with further files, or with others in place of its own.
fn house(files: &[(&str, &str)]) -> read::Code {
    let mut all: Vec<(String, String)> = vec![("src/cli/mod.rs".to_owned(), "//! The command line.\n".to_owned())];
    all.extend(HOUSE.map(|(file, text)| (file.to_owned(), text.to_owned())));
    for (file, text) in files {
        all.retain(|(name, _)| name != file);
        all.push(((*file).to_owned(), (*text).to_owned()));
    }
    read::read(all)
}

fn crates() -> BTreeSet<String> {
    ["egui", "ureq", "krilla", "serde", "proptest", "tempfile", "thiserror"].map(str::to_owned).into()
}

fn against(files: &[(&str, &str)]) -> Vec<String> {
    let code = house(files);
    let crates = crates();
    let mut wrong = rules::layers(&code, &crates);
    wrong.extend(rules::disk_methods(&code));
    wrong.extend(rules::applies(&code));
    wrong.extend(rules::hidden(&code, &crates));
    // The lists of the table name files that the small crate does not have.
    wrong.extend(rules::sets(&code).into_iter().filter(|sentence| !sentence.contains("off its list")));
    wrong.extend(rules::catch_alls(&code, &crates).into_values().flatten());
    wrong.extend(rules::circles(&code, &crates).into_iter().map(|circle| format!("circle {}", circle.join(", "))));
    wrong.extend(rules::shape(code.files.iter().map(|file| (file.name.as_str(), file.text.as_str()))));
    wrong
}

#[track_caller]
fn is_refused(what: &str, files: &[(&str, &str)], because: &str) {
    let wrong = against(files);
    let told = wrong.iter().any(|sentence| sentence.contains(because));
    assert!(told, "{what} passes, or for another reason: {wrong:#?}");
}

#[track_caller]
fn passes(what: &str, files: &[(&str, &str)]) {
    let wrong = against(files);
    assert!(wrong.is_empty(), "{what} is refused: {wrong:#?}");
}

#[test]
fn a_field_that_is_set_past_its_table_is_refused() {
    for slip in [
        "fn f() { let _ = crate::model::Verb::Set(1); }",
        "use crate::model::Verb::Set;\nfn f() { let _ = Set(1); }",
        "use crate::model::Verb::*;\nfn f() { let _ = Set(1); }",
    ] {
        let model = "//! Records.\npub enum RecordRef { Stage, Lane }\npub enum LaneKind { Feeling, Metrics }\npub enum Verb { Set(u8) }\n";
        let text = format!("//! A session.\npub enum New {{ Stage, Card }}\n{slip}\n");
        is_refused(
            slip,
            &[("crates/core/src/model/mod.rs", model), ("crates/core/src/session/mod.rs", &text)],
            "sets a field past",
        );
    }
}

/// A model file with this code in it.
#[track_caller]
fn model_is_refused(what: &str, code: &str, because: &str) {
    let text = format!("//! Records.\npub enum RecordRef {{ Stage, Lane }}\npub enum LaneKind {{ Feeling }}\n{code}\n");
    is_refused(what, &[("crates/core/src/model/mod.rs", &text)], because);
}

#[test]
fn a_clean_crate_passes() {
    passes("the house of the probes", &[]);
    passes(
        "a layer that uses what it may, in every way of writing it",
        &[(
            "crates/core/src/layout/mod.rs",
            "//! A layout.\nuse crate::model::{self, RecordRef};\nuse super::scene::*;\nfn f(_: model::LaneKind, _: crate::scene::Kind) { std::mem::drop(1) }\n#[cfg(test)]\nmod tests { use proptest::prelude::*; }\n",
        )],
    );
}

#[test]
fn imports_are_followed_however_they_are_written() {
    let uses = "`model` uses the layer `store`";
    model_is_refused("a plain import", "use crate::store::write;", uses);
    model_is_refused("an import over two lines", "use crate\n    ::\n    store::write;", uses);
    model_is_refused("an import of the layer", "use crate::store;", uses);
    model_is_refused("a renamed import", "use crate::store as quiet;\nfn f() { quiet::write() }", uses);
    model_is_refused("a nested group", "use crate::{scene::{Kind}, store::{self, write}};", uses);
    model_is_refused("a glob", "use crate::store::*;", uses);
    model_is_refused("a climb by super", "use super::store::write;", uses);
    model_is_refused("a climb from below", "mod deep { fn f() { super::super::store::write() } }", uses);
    model_is_refused("a climb that is imported", "mod deep { use super::super::store::write as p; }", uses);
    model_is_refused("the crate by its name", "use touchline_core::store::write;", uses);
    model_is_refused("the crate by its name from the root", "use ::touchline_core::store::write;", uses);
    model_is_refused("a path in an expression", "fn f() { crate::store::write() }", uses);
    model_is_refused("a path in a type", "type A = Vec<Option<crate::store::Panel>>;", uses);
    model_is_refused("a path in a pattern", "fn f(x: u8) { if let crate::store::WIDTH = x {} }", uses);
    model_is_refused("a path in a macro", "fn f() { println!(\"{}\", crate::store::write()) }", uses);
    model_is_refused("a path in a macro of our own", "macro_rules! m { () => { $crate::store::write() } }", uses);
    model_is_refused("a path in serde's attribute", "struct A { #[serde(with = \"crate::store::text\")] a: u8 }", uses);
    model_is_refused("a path in a trait's bound", "fn f<T: crate::store::Paint>(_: T) {}", uses);
    model_is_refused("an import inside a function", "fn f() { use crate::store::write; write() }", uses);
    model_is_refused("what is shown on", "pub use crate::store::write;", uses);
    model_is_refused("a name through the root", "use crate as all;\nfn f() { all::store::write() }", uses);
    model_is_refused("everything at the root", "use crate::*;", "everything at the root");
    model_is_refused("everything at the root, by super", "use super::*;", "everything at the root");
    is_refused(
        "a layer that is shown on by another",
        &[
            ("crates/core/src/layout/mod.rs", "//! A layout.\npub use crate::store::write;\n"),
            ("crates/core/src/session/mod.rs", "//! A session.\npub enum New { Stage }\nuse crate::layout::write;\n"),
        ],
        "`layout` uses the layer `store`",
    );
}

#[test]
fn what_looks_like_a_comment_or_stands_in_tests_is_read() {
    let uses = "`model` uses the layer `store`";
    model_is_refused("code behind a string with two strokes", "const A: &str = \"//\"; use crate::store::write;", uses);
    model_is_refused("code behind the first tests", "#[cfg(test)]\nmod tests {}\nuse crate::store::write;", uses);
    model_is_refused("the tests themselves", "#[cfg(test)]\nmod tests { use crate::store::write; }", uses);
    let passed = "//! Records.\npub enum RecordRef { Stage }\n// use crate::store::write;\n/* crate::store */ const A: &str = \"crate::store::write\";\n";
    passes("a comment and a string that name a layer", &[("crates/core/src/model/mod.rs", passed)]);
    let crates = "`model` names the crate `proptest`";
    model_is_refused("a crate for tests in code", "use proptest::prelude::*;", crates);
    model_is_refused("code that is not for tests alone", "#[cfg(any(test, unix))]\nuse proptest::prelude::*;", crates);
    model_is_refused("code that is not for tests", "#[cfg(not(test))]\nuse proptest::prelude::*;", crates);
}

#[test]
fn code_comes_from_its_own_file() {
    let moved = [
        ("crates/core/src/model/mod.rs", "//! Records.\n#[path = \"../../other.rs\"]\nmod other;\n"),
        ("other.rs", "//! Other.\n"),
    ];
    is_refused("a module by its path", &moved, "`#[path]`");
    model_is_refused("code that is taken in", "include!(\"other.rs\");", "`include!`");
    model_is_refused("a crate by extern", "extern crate egui as quiet;", "`extern crate`");
    is_refused(
        "a file that nobody declares",
        &[("crates/core/src/model/lost.rs", "//! Lost.\n")],
        "declared by no module",
    );
    is_refused(
        "a folder that is in no table",
        &[
            ("src/lib.rs", "//! A crate.\npub mod model;\npub mod attic;\n"),
            ("src/attic.rs", "//! Attic.\nuse std::mem;\n"),
        ],
        "belongs to no layer",
    );
}

#[test]
fn crates_stay_where_the_table_has_them() {
    let ui = |code: &str| format!("//! The window.\npub fn paint() {{}}\n{code}\n");
    is_refused("a network in the window", &[("src/ui/mod.rs", &ui("use ureq::Agent;"))], "names `ureq`");
    is_refused(
        "a PDF in the window",
        &[("src/ui/mod.rs", &ui("fn f() { krilla::Document::new(); }"))],
        "names `krilla`",
    );
    is_refused(
        "a network in the program",
        &[("src/app/mod.rs", "//! App.\npub fn run() { ::ureq::get(\"a\") }\n")],
        "names `ureq`",
    );
    is_refused("a network in main", &[("src/main.rs", "//! Main.\nfn main() { ureq::get(\"a\") }\n")], "names `ureq`");
    is_refused(
        "the window in the command line",
        &[("src/cli/mod.rs", "//! Cli.\nuse egui::Ui;\n")],
        "the crate `egui`",
    );
    is_refused(
        "the window's layer in the command line",
        &[("src/cli/mod.rs", "//! Cli.\nuse crate::ui::paint;\n")],
        "uses the layer `ui`",
    );
    is_refused(
        "the window around the program",
        &[("src/main.rs", "//! Main.\nuse touchline::ui;\nfn main() {}\n")],
        "`main` uses the layer `ui`",
    );
    model_is_refused(
        "a crate behind a name",
        "use egui as quiet;\nfn f() { quiet::vec2(0.0, 0.0); }",
        "the crate `egui`",
    );
    model_is_refused("a crate in a type", "struct A { pos: egui::Pos2 }", "the crate `egui`");
}

#[test]
fn what_reaches_out_of_the_program_is_seen() {
    model_is_refused("a file", "fn f() { std::fs::read(\"a\").ok(); }", "the disk");
    model_is_refused("a file behind an import", "use std::fs::{self, File};", "the disk");
    model_is_refused("a file behind a name", "use std::{fs as f, io};\nfn g() { f::read(\"a\").ok(); }", "the disk");
    model_is_refused(
        "a file behind a type's name",
        "type Paper = std::fs::File;\nfn f() { Paper::open(\"a\").ok(); }",
        "the disk",
    );
    model_is_refused("a file in a bracketed type", "fn f() { <std::fs::File>::open(\"a\").ok(); }", "the disk");
    model_is_refused("everything of the library", "use std::*;\nfn g() { fs::read(\"a\").ok(); }", "the disk");
    model_is_refused("a question to a path", "fn f(p: &std::path::Path) -> bool { p.exists() }", "the disk");
    model_is_refused("a question to a path in a macro", "fn f(p: &P) { assert!(p.is_file(), \"{}\", 1) }", "the disk");
    model_is_refused(
        "a question to a path in tests",
        "#[cfg(test)]\nmod tests { fn f(p: &P) { p.exists(); } }",
        "the disk",
    );
    model_is_refused("a socket", "use std::net::TcpStream;", "the network");
    is_refused(
        "a socket in the window",
        &[("src/ui/mod.rs", "//! Ui.\npub fn paint() { std::net::TcpStream::connect(\"a\").ok(); }\n")],
        "the network",
    );
    model_is_refused("the environment", "fn f() { std::env::var(\"A\").ok(); }", "the environment");
    model_is_refused("another program", "fn f() { std::process::Command::new(\"ls\"); }", "other programs");
    model_is_refused("an end of the program", "use std::process;\nfn f() { process::exit(1) }", "other programs");
    passes(
        "an exit code",
        &[("src/main.rs", "//! Main.\nuse std::process::ExitCode;\nfn main() -> ExitCode { ExitCode::SUCCESS }\n")],
    );
}

/// A layout file with a function that asks about kinds.
fn asks(body: &str) -> String {
    format!(
        "//! A layout.\nuse crate::model::{{LaneKind, RecordRef}};\nuse crate::scene::Kind;\nfn f(k: RecordRef, l: LaneKind, s: Kind) {{ {body} }}\n"
    )
}

#[test]
fn a_kind_that_is_swallowed_is_seen() {
    let refused = |what: &str, body: &str| is_refused(what, &[("crates/core/src/layout/mod.rs", &asks(body))], "of `");
    refused("an arm for the rest", "match k { RecordRef::Stage => 1, _ => 2 }");
    refused("an arm for the rest with a name", "match k { RecordRef::Stage => 1, other => 2 }");
    refused(
        "an arm for the rest in the middle",
        "match (k, 1) { (RecordRef::Stage, 1) => 1, (_, 2) => 2, (RecordRef::Lane, _) => 3 }",
    );
    refused(
        "an arm for the rest in an option",
        "match Some(k) { Some(RecordRef::Stage) => 1, Some(_) => 2, None => 3 }",
    );
    refused("an arm for the rest by reference", "match &k { &RecordRef::Stage => 1, _ => 2 }");
    refused("an arm for the rest among alternatives", "match k { RecordRef::Stage | _ => 1 }");
    refused("a guarded arm for the rest", "match k { RecordRef::Stage => 1, _ if true => 2, RecordRef::Lane => 3 }");
    refused("a whole path", "match k { crate::model::RecordRef::Stage => 1, _ => 2 }");
    refused("lanes", "match l { LaneKind::Feeling => 1, _ => 2 }");
    refused("parts of a scene", "match s { Kind::Stage => 1, _ => 2 }");
    refused("a match in a macro", "println!(\"{}\", match k { RecordRef::Stage => 1, _ => 2 })");
    refused("a list of kinds", "matches!(k, RecordRef::Stage | RecordRef::Lane)");
    refused("a list of kinds in an option", "matches!(Some(k), Some(RecordRef::Stage | RecordRef::Lane) if true)");
    refused("a list behind if let", "if let RecordRef::Stage | RecordRef::Lane = k {}");
    refused("a list behind let else", "let (RecordRef::Stage | RecordRef::Lane) = k else { return };");
    model_is_refused(
        "Self for the kind",
        "impl RecordRef { fn f(self) { match self { Self::Stage => 1, _ => 2 } } }",
        "of `RecordRef`",
    );
    model_is_refused("the variants by their bare names", "use RecordRef::*;", "bare names");
    model_is_refused("a variant by its bare name", "use crate::model::RecordRef::Stage;", "bare names");
    is_refused(
        "a kind by another name",
        &[("crates/core/src/layout/mod.rs", "//! A layout.\nuse crate::model::RecordRef as R;\n")],
        "another name",
    );
    let passed = |what: &str, body: &str| passes(what, &[("crates/core/src/layout/mod.rs", &asks(body))]);
    passed("each kind named", "match k { RecordRef::Stage => 1, RecordRef::Lane => 2 }");
    passed("one kind asked for", "matches!(k, RecordRef::Stage)");
    passed("the rest of another type", "match (k, 1) { (RecordRef::Stage | RecordRef::Lane, _) => 2 }");
    passed("the rest of a type of its own", "match 3 { 1 => 1, _ => 2 }");
}

#[test]
fn circles_are_seen() {
    let two = |a: &str, b: &str| {
        let top = "//! A layout.\nmod a;\nmod b;\npub use a::A;\npub use b::B;\npub struct Top;\n".to_owned();
        [
            ("crates/core/src/layout/mod.rs", top),
            ("crates/core/src/layout/a.rs", format!("//! A.\n{a}\n")),
            ("crates/core/src/layout/b.rs", format!("//! B.\n{b}\n")),
        ]
    };
    let probe = |a: &str, b: &str| {
        let files = two(a, b);
        against(&files.each_ref().map(|(file, text)| (*file, text.as_str())))
    };
    let circle = vec!["circle crates/core/src/layout/a.rs, crates/core/src/layout/b.rs".to_owned()];
    assert_eq!(probe("use super::b::B;\npub struct A(B);", "use super::a::A;\npub struct B(A);"), circle);
    // Each asks the folder's own file, which only shows what the other has.
    assert_eq!(probe("use super::B;\npub struct A(B);", "use super::*;\npub struct B(A);"), circle);
    assert_eq!(probe("pub struct A;\nfn f() { crate::layout::b::B; }", "pub struct B(super::A);"), circle);
    let clean: Vec<String> = Vec::new();
    assert_eq!(probe("use super::b::B;\npub struct A(B);", "pub struct B;"), clean);
    // A folder's own file and what stands below it are one.
    assert_eq!(probe("use super::Top;\npub struct A(Top);", "pub struct B;"), clean);
    let tests = "pub struct B;\n#[cfg(test)]\nmod tests { use crate::layout::A; }";
    assert_eq!(probe("use super::b::B;\npub struct A(B);", tests), clean);
}

#[test]
fn a_map_that_is_changed_past_the_session_is_seen() {
    let past = "changes a map by `apply`, past the session";
    let app = |code: &str| format!("//! The program.\npub fn run() {{ crate::ui::paint() }}\n{code}\n");
    for (what, code) in [
        ("an edit", "fn f(m: &mut M, e: E) { m.apply(e).ok(); }"),
        ("an edit in a macro", "fn f(m: &mut M, e: E) { assert!(m.apply(e).is_ok(), \"{}\", 1) }"),
        ("an edit by the method's path", "fn f(m: &mut M, e: E) { crate::model::Map::apply(m, e); }"),
        ("an edit by an imported name", "use crate::model::Map;\nfn f(m: &mut Map, e: E) { Map::apply(m, e); }"),
        ("an edit by a function's value", "fn f(e: E) { g(crate::model::Map::apply) }"),
    ] {
        is_refused(what, &[("src/app/mod.rs", &app(code))], past);
    }
    let other = "//! A session.\npub mod edited;\npub enum New { Stage, Card }\nfn f(m: &mut M) { m.apply(1) }\n";
    let door = "//! The door.\npub fn f(m: &mut M) { m.apply(1) }\n";
    is_refused(
        "an edit beside the door",
        &[("crates/core/src/session/mod.rs", other), ("crates/core/src/session/edited.rs", door)],
        past,
    );
    let only = other.replace("m.apply(1)", "edited::f(m)");
    passes(
        "an edit through the door",
        &[("crates/core/src/session/mod.rs", &only), ("crates/core/src/session/edited.rs", door)],
    );
    let tests = app("#[cfg(test)]\nmod tests { fn f(m: &mut M) { m.apply(1) } }");
    passes("an edit in a test", &[("src/app/mod.rs", &tests)]);
}

fn lent<'a>(files: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    files.iter().map(|(file, text)| (*file, text.as_str())).collect()
}

#[test]
fn what_is_the_sessions_own_is_seen() {
    let own = "which is the session's own";
    let session = "//! A session.\npub mod flows;\npub mod job;\npub enum New { Stage, Card }\n";
    let flows = "//! Dialogs.\npub use super::job::Job as Work;\npub struct Msg;\n";
    let job = "//! Work off the frame.\npub struct Job;\npub mod deep { pub struct Progress; }\n";
    let app = |code: &str| format!("//! The program.\npub fn run() {{ crate::ui::paint() }}\n{code}\n");
    let ui = |code: &str| format!("//! The window.\npub fn paint() {{}}\n{code}\n");
    let with = |file: &'static str, text: String| {
        let inside = [
            ("crates/core/src/session/mod.rs", session),
            ("crates/core/src/session/flows.rs", flows),
            ("crates/core/src/session/job.rs", job),
        ];
        inside.map(|(file, text)| (file, text.to_owned())).into_iter().chain([(file, text)]).collect::<Vec<_>>()
    };
    for (what, code) in [
        ("a job", "use crate::session::job::Job;"),
        ("a job by its module", "use crate::session::job as work;\nstruct A(work::Job);"),
        ("a job that is held", "struct A { job: Option<crate::session::job::Job> }"),
        ("a job by another name", "use crate::session::flows::Work;"),
        ("what stands in a job's module", "fn f(_: &crate::session::job::deep::Progress) {}"),
    ] {
        is_refused(what, &lent(&with("src/app/mod.rs", app(code))), own);
        is_refused(what, &lent(&with("src/ui/mod.rs", ui(code))), own);
    }
    let sends = "use crate::session::flows::Msg;\nfn f() -> Msg { Msg }";
    passes("a message", &lent(&with("src/app/mod.rs", app(sends))));
    let tests = app("#[cfg(test)]\nmod tests { use crate::session::job::Job; }");
    passes("a job in a test", &lent(&with("src/app/mod.rs", tests)));
}

#[test]
fn a_files_shape_is_seen() {
    model_is_refused("a file of too many lines", &"\n".repeat(rules::LINES_MAX), "lines; a file is one idea");
    is_refused(
        "a file that does not say what it is",
        &[("crates/core/src/scene/mod.rs", "// Scene.\npub enum Kind { Stage }\n")],
        "does not open with its purpose",
    );
}

#[test]
fn a_law_needs_a_test_that_is_run() {
    let law = ["E1".to_owned()];
    let missing = |text: &str| !laws::without_test(&law, laws::test_functions(text).iter()).is_empty();
    assert!(missing("// fn e1_told_in_a_comment() {}"));
    assert!(missing("const A: &str = \"#[test] fn e1_told_in_a_string() {}\";"));
    assert!(missing("fn e1_is_no_test() {}"));
    assert!(missing("#[test]\nfn e10_is_another_law() {}"));
    assert!(missing("proptest! { fn e1_is_no_test(x in 0..9) {} }"));
    assert!(!missing("#[test]\nfn e1_holds() {}"));
    assert!(!missing(
        "mod tests { proptest! {\n#![proptest_config(A)]\n/// Why.\n#[test]\nfn e1_holds(x in 0..9) { f(x) } } }"
    ));
}
