//! The catalogue and the code: every message is said somewhere, and tests find what is in the window by its message.

use std::collections::{BTreeMap, BTreeSet};

use crate::{files_in, text_of};

/// The messages of English: id and words.
pub fn messages(catalogues: &[(String, String)]) -> BTreeMap<String, String> {
    let lines = catalogues.iter().flat_map(|(_, text)| text.lines());
    let message = |line: &str| {
        let (id, words) = line.split_once(" =")?;
        let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        is_id.then(|| (id.to_owned(), words.trim().to_owned()))
    };
    lines.filter_map(message).collect()
}

/// Messages that nobody says. The help of the command line is found by the names of its arguments.
pub fn unsaid(messages: &BTreeMap<String, String>, code: &[(String, String)]) -> Vec<String> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words: BTreeSet<&str> = code.iter().flat_map(|(_, text)| text.split(|letter| !is_word(letter))).collect();
    let unsaid = messages.keys().filter(|id| !id.starts_with("help_") && !words.contains(id.as_str()));
    unsaid.map(|id| format!("nobody says {id}")).collect()
}

/// Places where a test looks for words of the catalogue as they stand there, which may change.
pub fn found_by_words(messages: &BTreeMap<String, String>, code: &[(String, String)]) -> Vec<String> {
    let words: BTreeSet<&str> = messages.values().map(String::as_str).collect();
    let mut wrong = Vec::new();
    for (file, text) in code {
        for (number, line) in text.lines().enumerate() {
            for way in ["by_label(\"", "click(\"", "shows(\"", "until(\""] {
                let sought = line.split(way).skip(1).filter_map(|rest| rest.split('"').next());
                let known = sought.filter(|sought| words.contains(sought));
                wrong.extend(
                    known.map(|sought| format!("{file}:{} looks for “{sought}” and not for its message", number + 1)),
                );
            }
        }
    }
    wrong
}

fn english() -> BTreeMap<String, String> {
    let folder = crate::root().join("crates/words/catalogue/en");
    let listed = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files = listed.map(|name| (name.clone(), text_of(&format!("crates/words/catalogue/en/{name}"))));
    messages(&files.collect::<Vec<_>>())
}

fn code() -> Vec<(String, String)> {
    ["src", "crates/core/src", "crates/behaviour/src", "crates/slides/src", "crates/words/src"]
        .into_iter()
        .flat_map(files_in)
        .collect()
}

#[test]
fn every_message_is_said_somewhere() {
    crate::check(unsaid(&english(), &code()));
}

#[test]
fn tests_find_what_is_in_the_window_by_its_message() {
    crate::check(found_by_words(&english(), &code()));
}

/// The command line’s own words stay as terminals type them, and its tables as they were; all other words are set as in print.
const TYPED: [&str; 3] = ["cli.ftl", "help.ftl", "figures.ftl"];

fn typed_apostrophes(file: &str, text: &str) -> Vec<String> {
    let is_typed = |line: &str| {
        let letters: Vec<char> = line.chars().collect();
        letters.windows(3).any(|near| near[1] == '\'' && near[0].is_alphabetic() && near[2].is_alphabetic())
    };
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && is_typed(line));
    lines.map(|(number, _)| format!("{file}:{} has a typewriter’s apostrophe", number + 1)).collect()
}

#[test]
fn the_windows_words_have_a_printers_apostrophe() {
    let folder = crate::root().join("crates/words/catalogue/en");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let of_window = names.filter(|name| !TYPED.contains(&name.as_str()));
    crate::check(
        of_window
            .flat_map(|name| {
                let text = text_of(&format!("crates/words/catalogue/en/{name}"));
                typed_apostrophes(&name, &text)
            })
            .collect(),
    );
    assert_eq!(typed_apostrophes("a.ftl", "# it's\nsaved = The map's own\nsql = FROM 'a' TO").len(), 1);
}

#[test]
fn both_are_seen_where_they_are_not_kept() {
    let english =
        messages(&[("a.ftl".to_owned(), "# Words\ncancel = Cancel\nsaved = Saved\n    and more\n".to_owned())]);
    assert_eq!(english.len(), 2);
    let code = [("src/a.rs".to_owned(), "say!(cancel); seat.click(\"Cancel\");".to_owned())];
    assert_eq!(unsaid(&english, &code), ["nobody says saved"]);
    assert_eq!(found_by_words(&english, &code), ["src/a.rs:1 looks for “Cancel” and not for its message"]);
}
