//! Text in the cells of a sheet: no formula, nothing empty that is meant, and every letter back again.

use touchline_words::formula::is_formula;

/// What stands for a text that is there and empty.
const EMPTY: &str = "(empty)";

/// What stands for a line break: a cell of one line survives every spreadsheet and every way through text.
const BREAK: char = '⏎';

/// A text as a cell has it: an apostrophe goes before what a spreadsheet would calculate.
pub fn write(text: &str) -> String {
    if text.is_empty() {
        return EMPTY.to_owned();
    }
    let mut cell = String::with_capacity(text.len());
    if text == EMPTY || is_formula(text) || text.starts_with('\'') {
        cell.push('\'');
    }
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    for (at, letter) in text.char_indices() {
        let starts_escape = text.get(at..).is_some_and(|rest| rest.starts_with("\\u{"));
        let at_end = letter.is_whitespace() && (at == 0 || at == last);
        match letter {
            '\n' => cell.push(BREAK),
            _ if starts_escape || at_end || letter == BREAK || letter.is_control() => {
                cell.push_str(&format!("\\u{{{:x}}}", u32::from(letter)));
            }
            _ => cell.push(letter),
        }
    }
    cell
}

/// The text of a cell; `None` where nothing is written.
pub fn read(cell: &str) -> Option<String> {
    if cell.trim().is_empty() {
        return None;
    }
    if cell == EMPTY {
        return Some(String::new());
    }
    // A line break that a person typed into the cell is one too.
    let cell = cell.trim_matches(' ').replace(BREAK, "\n");
    let mut text = String::with_capacity(cell.len());
    let mut rest = cell.strip_prefix('\'').unwrap_or(&cell);
    while let Some(at) = rest.find("\\u{") {
        let (before, escape) = rest.split_at_checked(at).unwrap_or((rest, ""));
        text.push_str(before);
        let inside = escape.get(3..).and_then(|inside| inside.split_once('}'));
        let letter = inside.and_then(|(hex, _)| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        match (letter, inside) {
            (Some(letter), Some((_, behind))) => {
                text.push(letter);
                rest = behind;
            }
            _ => {
                text.push('\\');
                rest = escape.get(1..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_and_none_is_a_formula() {
        for text in [
            "",
            "Trailer",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1-1",
            "＝1",
            " =1",
            "@x",
            "'quoted'",
            "(empty)",
            "a\u{7}b",
            "\\u{41}",
            "\\",
            "\n x",
            " a b ",
            "⏎",
            "a\r\nb\t",
        ] {
            let cell = write(text);
            assert!(!is_formula(&cell), "{cell}");
            assert_eq!(read(&cell).as_deref(), Some(text), "{cell:?}");
        }
        assert_eq!((write("-5").as_str(), read("-5").as_deref()), ("-5", Some("-5")));
        assert_eq!(read("  "), None);
        assert_eq!(read("a\\u{zz}").as_deref(), Some("a\\u{zz}"));
    }
}
