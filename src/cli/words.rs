//! Numbers and tables as a terminal shows them.

use crate::store::steers;

pub use crate::figures::numbers::count as grouped;

/// Text out of a file, without what would steer the terminal, turn the writing round or break the line.
pub fn plain(text: &str) -> String {
    text.replace(steers, " ")
}

/// Columns under each other, each as wide as its widest cell; those named in `to_the_right` are set to the right. What
/// would steer the terminal or break the line is shown as a blank.
pub fn table<const N: usize>(rows: &[[String; N]], to_the_right: &[usize]) -> String {
    let plain = |cell: &String| plain(cell);
    let rows: Vec<[String; N]> = rows.iter().map(|row| row.each_ref().map(plain)).collect();
    let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..N).map(|at| width(at).unwrap_or(0)).collect();
    let mut text = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| {
            if to_the_right.contains(&at) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        text += &format!("  {}\n", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    text
}

/// One line of at most so many letters.
pub fn shortened(text: &str, most: usize) -> String {
    let one_line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match one_line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", one_line.get(..end).unwrap_or_default()),
        None => one_line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_steers_the_terminal_or_turns_the_writing_round() {
        assert_eq!(plain("a\u{1b}[31m\u{202e}b\n"), "a [31m b ");
    }

    #[test]
    fn a_table_keeps_its_columns() {
        let rows = [["Stage", "Reached"], ["é\n", "7"]].map(|row| row.map(str::to_owned));
        assert_eq!(table(&rows, &[1]), "  Stage  Reached\n  é            7\n");
    }
}
