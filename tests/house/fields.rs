//! Fields to write in, and what becomes of the words: each is listed in the table, so that a new one is looked at, and tried.

use crate::table::{FIELDS, Words};

/// What makes a field, as it stands in the code.
const MAKERS: &[&str] = &[
    "WritingField::line(",
    "WritingField::lines(",
    "TextEdit::singleline(",
    "TextEdit::multiline(",
    "DragValue::new(",
    "Slider::new(",
    "text_field_ui(",
    "password_field_ui(",
    "text_area_ui(",
    "bare_field_ui(",
    "committed_field_ui(",
];
/// Where fields that are not the map's are tried.
const STORIES: &str = "src/app/field_stories.rs";

/// What is wrong with the fields of these files, by path and text.
pub fn fields(files: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let stories = files.iter().find(|(file, _)| file == STORIES).map_or("", |(_, text)| text.as_str());
    for (file, text) in files {
        let count = made_in(text);
        match FIELDS.iter().find(|(listed, ..)| listed == file) {
            None if count == 0 => {}
            None => wrong.push(format!(
                "{file} has a field to write in: say in FIELDS of tests/house/table.rs what becomes of it"
            )),
            Some((_, listed, _)) if *listed != count => {
                wrong.push(format!("{file} makes {count} fields, and {listed} are listed in tests/house/table.rs"));
            }
            Some((_, _, Words::OfMap)) if !text.contains("Intent::Write ") => {
                wrong.push(format!("{file} does not give the session what is typed"));
            }
            Some((_, _, Words::Tried)) if !stories.contains(&format!("{file:?}")) => {
                wrong.push(format!("{file} is not tried in {STORIES}"));
            }
            Some((_, _, Words::OfMap | Words::Tried)) => {}
            Some((_, _, Words::Else(why))) => assert!(!why.is_empty(), "{file}"),
        }
    }
    let is_there = |listed: &str| files.iter().any(|(file, _)| file == listed);
    let gone = FIELDS.iter().filter(|(file, ..)| !is_there(file));
    wrong.extend(gone.map(|(file, ..)| format!("{file} is gone: off its list in tests/house/table.rs")));
    wrong
}

/// How often a file makes a field, its tests aside.
fn made_in(text: &str) -> usize {
    let code = text.split("#[cfg(test)]").next().unwrap_or(text);
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    code.lines().filter(is_code).map(|line| MAKERS.iter().map(|maker| line.matches(maker).count()).sum::<usize>()).sum()
}

#[test]
fn every_field_to_write_in_is_listed_with_what_becomes_of_its_words() {
    crate::check(fields(&["src/ui", "src/app"].into_iter().flat_map(crate::files_in).collect::<Vec<_>>()));
}

#[test]
fn a_field_that_nobody_listed_is_seen() {
    let mut files: Vec<(String, String)> = ["src/ui", "src/app"].into_iter().flat_map(crate::files_in).collect();
    files.push(("src/ui/new_box.rs".to_owned(), "fn a() { bare_field_ui(ui, label, &mut text, hint); }".to_owned()));
    assert!(fields(&files).iter().any(|wrong| wrong.starts_with("src/ui/new_box.rs")));
    let more = files.iter_mut().find(|(file, _)| file == "src/ui/search_box.rs").unwrap();
    more.1.insert_str(0, "fn b() { TextEdit::singleline(&mut text); }\n");
    assert!(fields(&files).iter().any(|wrong| wrong.starts_with("src/ui/search_box.rs")));
}
