//! Text parted into rows of cells, where a quoted cell may hold delimiters, line breaks and doubled quotes (RFC 4180).

use std::iter::Peekable;
use std::str::Chars;

/// What stands for a quote that opens a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// The first letter of a cell, as programs write it.
    First,
    /// The first letter but for blanks, if it is closed within so many letters: what people paste has quotes of its own.
    Closed { within: usize },
}

/// The rows of a text, blank lines among them, so that their numbers are those of the text's own rows.
pub fn rows(text: &str, delimiter: char, quotes: Quotes) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if opens(&cell, &letters, quotes) => {
                cell.clear();
                quoted = true;
            }
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ if !quoted && letter == delimiter => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// Whether a quote opens a cell of which so much was read.
fn opens(cell: &str, rest: &Peekable<Chars<'_>>, quotes: Quotes) -> bool {
    match quotes {
        Quotes::First => cell.is_empty(),
        Quotes::Closed { within } => cell.trim().is_empty() && rest.clone().take(within).any(|letter| letter == '"'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOSE: Quotes = Quotes::Closed { within: 100 };

    #[test]
    fn quoted_cells_hold_delimiters_breaks_and_quotes_either_way() {
        for quotes in [Quotes::First, LOOSE] {
            let found = rows("a,\"b, \"\"c\"\"\nd\",e\r\n\"\",x", ',', quotes);
            assert_eq!(found, [vec!["a", "b, \"c\"\nd", "e"], vec!["", "x"]], "{quotes:?}");
        }
    }

    #[test]
    fn blank_lines_keep_the_numbers_of_the_rows_behind_them() {
        for quotes in [Quotes::First, LOOSE] {
            let found = rows("a\n\n\r\nb\n", ',', quotes);
            assert_eq!(found, [["a"], [""], [""], ["b"]], "{quotes:?}");
        }
    }

    #[test]
    fn a_loose_quote_is_a_letter_where_people_paste() {
        let text = "\"Wow\tnext\n \"whole\"\tx";
        assert_eq!(rows(text, '\t', Quotes::Closed { within: 6 }), [vec!["\"Wow", "next"], vec!["whole", "x"]]);
        assert_eq!(rows(text, '\t', Quotes::First), [["Wow\tnext\n whole\"", "x"]]);
    }
}
