//! A table as text for a spreadsheet: tabs between cells, a line a row.
//!
//! Promise: no cell is taken for a formula by the spreadsheet that it is pasted into, and none breaks its row.

use touchline_words::formula::guarded;

/// The rows as text, the heading first.
pub fn table(heading: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = heading.join("\t");
    text.push('\n');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// One cell: no tabs and line ends, and an apostrophe before what a spreadsheet would calculate.
fn cell(text: &str) -> String {
    let flat: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    guarded(flat.trim()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_none_breaks_its_row() {
        for (text, expected) in [
            ("parental consent", "parental consent"),
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            (" +49 30", "'+49 30"),
            ("-1-1", "'-1-1"),
            ("-5", "-5"),
            ("@sum", "'@sum"),
            ("\t=1", "'=1"),
            ("a\tb\r\nc", "a b  c"),
            ("＝1", "'＝1"),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
        let rows = [vec!["a".to_owned(), "=b".to_owned()]];
        assert_eq!(table(&["Rule", "Where"], &rows), "Rule\tWhere\na\t'=b\n");
    }
}
