//! A dictionary of code names: a table of two columns, the code name and the title that it stands for, as CSV or as RON.
//!
//! ```csv
//! code name,title
//! Owl,Lumen Kids+
//! ```
//! ```ron
//! { "Owl": "Lumen Kids+" }
//! ```
//!
//! # Limits
//! 1 MB and 2,000 code names.

use super::disk::read_limited;
use super::error::StoreError;
use super::misread::misread;
use super::text::checked_text;
use std::collections::BTreeMap;
use std::path::Path;
use touchline_words::say;

const BYTES_MAX: usize = 1024 * 1024;
const NAMES_MAX: usize = 2_000;
/// What the first line may call the first column, in small letters.
const HEADS: [&str; 7] = ["code", "code name", "codename", "code_name", "alias", "deckname", "name"];

/// Code names with their titles, in the order of the file.
///
/// # Errors
/// The file cannot be read, is neither, or a code name has no title.
pub fn load_code_names(path: &Path) -> Result<Vec<(String, String)>, StoreError> {
    let name = path.display().to_string();
    let bytes = read_limited(path, BYTES_MAX)?;
    let text = checked_text(&name, &bytes)?;
    let is_ron = text.trim_start().starts_with('{');
    let pairs = if is_ron { of_ron(&name, text)? } else { of_csv(&name, text)? };
    match pairs.len() {
        0 => Err(StoreError::Empty { name }),
        1..=NAMES_MAX => Ok(pairs),
        _ => Err(StoreError::TooMany { name, what: say!(store_code_names), limit: NAMES_MAX }),
    }
}

fn of_ron(name: &str, text: &str) -> Result<Vec<(String, String)>, StoreError> {
    let read: Result<BTreeMap<String, String>, _> = ron::from_str(text);
    read.map(|pairs| pairs.into_iter().collect()).map_err(|error| {
        let (start, what) = (error.span.start, misread(&error.code));
        wrong(name, start.line, start.col, what)
    })
}

fn of_csv(name: &str, text: &str) -> Result<Vec<(String, String)>, StoreError> {
    let mut pairs = Vec::new();
    for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let cells = cells(line);
        let [code, title, ..] = cells.as_slice() else {
            return Err(wrong(name, place + 1, 1, say!(store_code_name_alone).to_owned()));
        };
        let is_head = pairs.is_empty() && HEADS.contains(&code.to_lowercase().as_str());
        if title.is_empty() {
            return Err(wrong(name, place + 1, 1, say!(store_code_name_alone).to_owned()));
        }
        if !(place == 0 && is_head) {
            pairs.push((code.clone(), title.clone()));
        }
    }
    Ok(pairs)
}

/// The fields of a line, parted by a semicolon or a tab where it has one, else by a comma; quoted ones may hold it.
fn cells(line: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut quoted = false;
    line.chars().for_each(|c| {
        if c == '"' {
            quoted = !quoted
        } else if !quoted {
            bare.push(c)
        }
    });
    let parts = ['\t', ';'].into_iter().find(|mark| bare.contains(*mark)).unwrap_or(',');
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = cells.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            letter if letter == parts && !quoted => cells.push(String::new()),
            letter => cell.push(letter),
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn wrong(name: &str, line: usize, column: usize, what: String) -> StoreError {
    StoreError::Syntax { name: name.to_owned(), line, column, what, advice: say!(store_code_names_advice) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(String, String)>, StoreError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("names");
        std::fs::write(&path, text).unwrap();
        load_code_names(&path)
    }

    #[test]
    fn code_names_are_read_from_a_table_and_from_ron() {
        let of = |code: &str, title: &str| (code.to_owned(), title.to_owned());
        let both = vec![of("Owl", "Lumen Kids+"), of("Fox", "Sky, high \"x\"")];
        for text in [
            "code name,title\nOwl,Lumen Kids+\nFox,\"Sky, high \"\"x\"\"\"\n",
            "\u{feff}Code;Titel\r\nOwl;Lumen Kids+\r\n\r\nFox;\"Sky, high \"\"x\"\"\";for the deck\r\n",
            "Owl\tLumen Kids+\nFox\tSky, high \"\"\"\"x\"\"\"\"",
        ] {
            let read = read(text).unwrap();
            assert_eq!(read[0], both[0], "{text}");
            assert!(read[1].1.starts_with("Sky, high"), "{text}");
        }
        let mut sorted = both.clone();
        sorted.sort();
        assert_eq!(read("{ \"Owl\": \"Lumen Kids+\", \"Fox\": \"Sky, high \\\"x\\\"\" }").unwrap(), sorted);
    }

    #[test]
    fn a_line_that_is_no_pair_is_told_with_its_number() {
        let error = read("Owl,Lumen\nFox\n").unwrap_err().to_string();
        assert!(error.contains('2'), "{error}");
        assert!(read("{ \"Owl\": 3 }").is_err() && read("").is_err() && read("code,title\n").is_err());
        let many: String = (0..=NAMES_MAX).map(|nth| format!("a{nth},b\n")).collect();
        assert!(matches!(read(&many), Err(StoreError::TooMany { .. })));
    }
}
