//! A table as text with commas, for whatever reads tables.
//!
//! UTF-8 with its mark, by which Excel knows it, and lines as RFC 4180 has them. Numbers have a point and all their digits, a
//! share is a fraction, a day is written as 2026-11-03. No text is taken for a formula.

use super::table::{Cell, Table, clock};
use touchline_words::formula::{guarded, quoted};

/// The bytes of a file that holds the table.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    line(&mut text, table.heads.iter().map(|head| (*head).to_owned()));
    for row in &table.rows {
        line(&mut text, row.iter().map(written));
    }
    text.into_bytes()
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push_str(&quoted(&cell));
    }
    text.push_str("\r\n");
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text).into_owned(),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) | Cell::Share(number) => number.to_string(),
        Cell::Duration(secs) => clock(*secs),
        Cell::Day(day) => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    #[test]
    fn cells_are_written_so_that_no_program_misreads_them() {
        let row = vec![
            Cell::Text("=1+1".to_owned()),
            Cell::Text("a \"b\";\nc".to_owned()),
            Cell::Count(6790),
            Cell::Share(0.225_773_195_876_288_66),
            Cell::Duration(198_720.4),
            Cell::Day(Date::new(2026, 11, 3).unwrap()),
            Cell::Empty,
        ];
        let table = Table { name: "x", heads: vec!["A, b"; row.len()], rows: vec![row] };
        let text = String::from_utf8(csv(&table)).unwrap();
        let (head, body) = text.split_once("\r\n").unwrap();
        assert!(head.starts_with("\u{feff}\"A, b\",\"A, b\""));
        assert_eq!(body, "'=1+1,\"a \"\"b\"\";\nc\",6790,0.22577319587628866,55:12:00,2026-11-03,\r\n");
    }
}
