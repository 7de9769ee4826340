//! `touchline inspect` of a table on a server: its columns and what they are taken for. Asks, and writes nothing.

use std::io::Write;

use serde::Serialize;
use touchline_words::say;

use super::doubts::say_of_times;
use super::exit::Failure;
use super::inspect::{AnswerColumn, AnswerShape, column_heads, samples};
use super::interrupt::stopped_by_ctrl_c;
use super::json;
use super::table::say_if_open;
use super::words::{grouped, plain, shortened, table};
use crate::behaviour::clickhouse::{Access, Address, TableSource, WAIT};
use crate::behaviour::masking::Kept;
use crate::behaviour::recognise::{Column, ColumnKind, Overrides, Recognition};

/// Asks for a table and writes what it holds.
pub fn run(address: Address, json: bool, kept: Kept, out: &mut dyn Write) -> Result<(), Failure> {
    let progress = stopped_by_ctrl_c();
    say_if_open(&address);
    let source = TableSource::open(address, Access::of_environment(WAIT).ending_with_question(), progress)?;
    let found = source.recognise(&Overrides::default())?;
    say_of_times(&found);
    let rows = source.count_rows(progress)?;
    if json {
        json::write(out, || Answer::new(source.address(), rows, &found))?;
    } else {
        write!(out, "{}", text(source.address(), rows, &found, kept))?;
    }
    Ok(())
}

/// The JSON of a file, as far as a table has what it tells.
#[derive(Serialize)]
struct Answer<'a> {
    /// How a text is written; a table has no such thing.
    encoding: Option<&'a str>,
    delimiter: Option<char>,
    quote: Option<char>,
    preamble_lines: u64,
    header: bool,
    rows: u64,
    /// The first rows, by which columns are told.
    rows_seen: u64,
    columns: Vec<AnswerColumn<'a>>,
    problems: [(); 0],
    problem_count: u64,
    shape: AnswerShape<'static>,
    table: String,
}

impl<'a> Answer<'a> {
    fn new(address: &Address, rows: u64, found: &'a Recognition) -> Answer<'a> {
        let columns = found.columns.iter().enumerate().map(|(at, column)| AnswerColumn {
            name: &column.name,
            r#type: column.kind.word(),
            format: format_of(column),
            role: found.roles.of_column(at).map(|role| role.word()),
            blank: column.blank,
            distinct: column.distinct.count,
        });
        Answer {
            encoding: None,
            delimiter: None,
            quote: None,
            preamble_lines: 0,
            header: true,
            rows,
            rows_seen: found.rows_seen,
            columns: columns.collect(),
            problems: [],
            problem_count: 0,
            shape: AnswerShape { name: "event-log", reason: say!(cli_table_as_one), runner_up: None },
            table: address.table_name(),
        }
    }
}

fn format_of(column: &Column) -> Option<String> {
    column.time.filter(|_| column.kind == ColumnKind::Time).map(|pick| pick.time.name())
}

fn text(address: &Address, rows: u64, found: &Recognition, kept: Kept) -> String {
    let row_word = if rows == 1 { say!(cli_row) } else { say!(cli_rows) };
    let mut text = say!(
        cli_table_rows,
        table = plain(&address.table_name()),
        rows = grouped(rows),
        row_word,
        server = address.server(),
        seen = grouped(found.rows_seen)
    );
    let mut lines = vec![column_heads()];
    for (at, column) in found.columns.iter().enumerate() {
        let at_least = if found.rows_seen < rows || column.distinct.capped { "≥ " } else { "" };
        lines.push([
            shortened(&column.name, 40),
            column.kind.shown().to_owned(),
            found.roles.of_column(at).map_or("", |role| role.word()).to_owned(),
            grouped(column.blank),
            format!("{at_least}{}", grouped(column.distinct.count as u64)),
            format_of(column).unwrap_or_else(|| samples(column, found.roles.of_column(at), kept)),
        ]);
    }
    text += &table(&lines, &[3, 4]);
    for column in &found.columns {
        if let Some(personal) = column.personal {
            text += &say!(cli_personal_line, column = shortened(&column.name, 40), what = personal.words());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use touchline_stand_in::shop;

    #[test]
    fn a_table_is_told_in_the_shape_of_a_file() {
        let server = shop();
        let address = || Address::parse(&server.url()).unwrap();
        let mut out = Vec::new();
        run(address(), true, Kept::NONE, &mut out).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!((&json["table"], &json["rows"], &json["rows_seen"]), (&"shop.log".into(), &4.into(), &3.into()));
        assert_eq!((&json["encoding"], &json["problem_count"]), (&serde_json::Value::Null, &0.into()));
        assert_eq!((&json["columns"][2]["name"], &json["columns"][2]["role"]), (&"when".into(), &"time".into()));
        assert_eq!((&json["columns"][3]["blank"], &json["columns"][3]["distinct"]), (&1.into(), &1.into()));
        assert_eq!(json["shape"]["name"], "event-log");
        let mut out = Vec::new();
        run(address(), false, Kept::NONE, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with("shop.log\n  4 rows on 127.0.0.1:") && text.contains("when"), "{text}");
        assert!(!text.contains("ana"), "{text}");
    }
}
