//! Makes the list of messages from the catalogues: `catalogue/<language>/*.ftl`, Fluent's syntax.
//!
//! English is the one that says which messages there are and what each is told. The build fails where another language
//! lacks one, has one more, or uses something it is not told.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant};

/// The languages, the first of which is the measure.
const LANGUAGES: [&str; 2] = ["en", "de"];

/// What messages are told, by their ids.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo says where the crate is")).join("catalogue");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut faults = Vec::new();
    let mut code = String::new();
    let mut read = Vec::new();
    for language in LANGUAGES {
        let files = files(&root.join(language));
        let mut messages = Messages::new();
        let _ = writeln!(code, "pub(crate) const {}: &[&str] = &[", language.to_uppercase());
        for file in &files {
            println!("cargo::rerun-if-changed={}", file.display());
            let text = fs::read_to_string(file).expect("a listed file is read");
            read_messages(&text, file, &mut messages, &mut faults);
            let _ = writeln!(code, "    include_str!({:?}),", file.display().to_string());
        }
        code.push_str("];\n");
        read.push((language, messages));
    }
    let (_, english) = &read[0];
    for (language, messages) in &read[1..] {
        compare(english, messages, language, &mut faults);
    }
    assert!(faults.is_empty(), "the catalogues do not agree:\n{}", faults.join("\n"));
    list(english, &mut code);
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo says where to write")).join("said.rs");
    fs::write(out, code).expect("the list is written");
}

/// The catalogue's files in order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = listed.map(|entry| entry.expect("a folder's entry is read").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    files
}

fn read_messages(text: &str, file: &Path, messages: &mut Messages, faults: &mut Vec<String>) {
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            faults.extend(errors.iter().map(|error| {
                let line = text[..error.pos.start].lines().count() + 1;
                format!("{}:{line}: {error}", file.display())
            }));
            resource
        }
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let Some(pattern) = &message.value else {
            faults.push(format!("{}: {id} says nothing", file.display()));
            continue;
        };
        if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
            faults.push(format!("{}: {id} is to be written in small letters, digits and _", file.display()));
        }
        let mut told = BTreeSet::new();
        in_pattern(pattern, &mut told);
        if messages.insert(id.to_owned(), told).is_some() {
            faults.push(format!("{}: {id} is there twice", file.display()));
        }
    }
}

fn in_pattern(pattern: &Pattern<&str>, told: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, told);
        }
    }
}

fn in_expression(expression: &Expression<&str>, told: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, told);
            variants.iter().for_each(|Variant { value, .. }| in_pattern(value, told));
        }
        Expression::Inline(inline) => in_inline(inline, told),
    }
}

fn in_inline(inline: &InlineExpression<&str>, told: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            told.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, told),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, told));
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

fn compare(english: &Messages, messages: &Messages, language: &str, faults: &mut Vec<String>) {
    for (id, told) in english {
        match messages.get(id) {
            None => faults.push(format!("{language} lacks {id}")),
            Some(used) => faults.extend(
                used.difference(told).map(|extra| format!("{language}: {id} uses ${extra}, which English is not told")),
            ),
        }
    }
    let more = messages.keys().filter(|id| !english.contains_key(*id));
    faults.extend(more.map(|id| format!("{language} has {id}, which English lacks")));
}

/// A constant for each message that is always the same, a struct of what it is told for each other, and all ids.
fn list(english: &Messages, code: &mut String) {
    let ids: Vec<&String> = english.keys().collect();
    let _ = writeln!(code, "pub(crate) const IDS: &[&str] = &{ids:?};");
    code.push_str(
        "/// The messages by their ids.\n#[allow(non_upper_case_globals, non_camel_case_types, missing_docs)]\n",
    );
    code.push_str("pub mod said {\n    use crate::{Said, Value, told};\n");
    for (number, (id, names)) in english.iter().enumerate() {
        if names.is_empty() {
            let _ = writeln!(code, "    pub const {id}: Said = Said({number});");
            continue;
        }
        let fields: String = names.iter().map(|name| format!("pub {name}: Value<'a>, ")).collect();
        let arguments: String = names.iter().map(|name| format!("({name:?}, self.{name}), ")).collect();
        let _ = writeln!(code, "    pub struct {id}<'a> {{ {fields} }}");
        let _ = writeln!(
            code,
            "    impl {id}<'_> {{ pub fn text(self) -> String {{ told({number}, vec![{arguments}]) }} }}"
        );
    }
    code.push_str("}\n");
}
