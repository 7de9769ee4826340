//! Recognition held against real files that nobody here wrote. They are not part of the repository: the variable
//! `TOUCHLINE_REAL_DATA` names the folder that holds them, and without it there is nothing to hold against.

use std::path::PathBuf;

use touchline::behaviour::recognise::survey::survey;
use touchline::behaviour::recognise::{ColumnKind, Overrides, Recognition, recognise};
use touchline::behaviour::source::Source;

/// The file in that folder, if there is one.
fn real_file(name: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("TOUCHLINE_REAL_DATA") else {
        println!("skipped: TOUCHLINE_REAL_DATA names no folder");
        return None;
    };
    let path = PathBuf::from(folder).join(name);
    assert!(path.is_file(), "{} is missing", path.display());
    Some(path)
}

fn recognised(name: &str) -> Option<(Source, Recognition)> {
    let source = Source::open(&real_file(name)?).unwrap();
    let recognition = recognise(&source, &Overrides::default()).unwrap();
    Some((source, recognition))
}

/// Encoding, delimiter, lines before the header, columns and rows.
fn check_reading(name: &str, expected: (&str, char, u64, usize, u64)) {
    let Some((source, found)) = recognised(name) else { return };
    let survey = survey(&source, &found, &mut |_| true).unwrap();
    let dialect = found.dialect;
    let delimiter = char::from(dialect.delimiter);
    let reading = (found.encoding.name(), delimiter, dialect.preamble_lines, found.columns.len(), survey.rows);
    assert_eq!(reading, expected, "{name}");
    assert!(dialect.header, "{name}");
}

#[test]
fn quoting_and_encoding_acid_tests() {
    for (name, columns, rows) in [
        ("comma_in_quotes", 5, 1),
        ("empty", 3, 2),
        ("empty_crlf", 3, 2),
        ("escaped_quotes", 2, 2),
        ("json", 2, 1),
        ("location_coordinates", 4, 1),
        ("newlines", 3, 3),
        ("newlines_crlf", 3, 3),
        ("quotes_and_newlines", 2, 2),
        ("simple", 3, 1),
        ("simple_crlf", 3, 1),
        ("utf8", 3, 2),
    ] {
        check_reading(&format!("csv_spectrum/csvs/{name}.csv"), ("UTF-8", ',', 0, columns, rows));
    }
    check_reading("special_encodings/latin1.csv", ("windows-1252", ',', 0, 2, 2));
    check_reading("special_encodings/bom.csv", ("UTF-8", ',', 0, 2, 2));
    check_reading("special_encodings/accent.csv", ("UTF-8", ';', 0, 17, 2));
    check_reading("special_encodings/doublequote.csv", ("UTF-8", ',', 0, 17, 5));
    check_reading("special_encodings/skip-rows-before-headers.csv", ("UTF-8", ',', 1, 2, 2));
    check_reading("derived_encodings/nps_utf16le_tab.txt", ("UTF-16LE", '\t', 0, 11, 39));
    check_reading("derived_encodings/nps_utf16be_nobom_tab.txt", ("UTF-16BE", '\t', 0, 11, 39));
    check_reading("nps_sudzilla/input_01.csv", ("UTF-8", ',', 0, 11, 39));
    check_reading("telco_churn/Telco-Customer-Churn.csv", ("UTF-8", ',', 0, 21, 7043));
    check_reading("crm_pipeline/sales_pipeline.csv", ("UTF-8", ',', 0, 8, 8800));
}

/// The same cells as the JSON beside each file.
#[test]
fn cells_are_those_of_csv_spectrum() {
    for name in ["comma_in_quotes", "escaped_quotes", "json", "newlines", "quotes_and_newlines", "simple_crlf", "utf8"]
    {
        let Some((_, found)) = recognised(&format!("csv_spectrum/csvs/{name}.csv")) else { return };
        let Some(json) = real_file(&format!("csv_spectrum/json/{name}.json")) else { return };
        let expected: serde_json::Value = serde_json::from_slice(&std::fs::read(json).unwrap()).unwrap();
        let expected = expected.as_array().unwrap();
        assert_eq!(found.preview.len(), expected.len(), "{name}");
        for (row, object) in found.preview.iter().zip(expected) {
            for (column, cell) in found.names().iter().zip(&row.cells) {
                assert_eq!(object[column], cell.as_str(), "{name} line {}", row.line);
            }
        }
    }
}

#[test]
fn a_page_with_a_table_and_packed_tables_are_read() {
    for name in ["table.csv.html", "table.csv.zip", "doublequote.csv.zip"] {
        let Some(path) = real_file(&format!("special_encodings/{name}")) else { return };
        let found = recognise(&Source::open(&path).unwrap(), &Overrides::default()).unwrap();
        assert!(found.columns.len() > 1, "{name}");
    }
}

/// The clickstream in five dresses: the same roles, rows and span of time.
#[test]
fn one_log_in_five_dresses_is_recognised_alike() {
    for (name, format) in [
        ("ecom_clickstream/ecom.csv", "2026-11-03 14:05:22"),
        ("derived_encodings/ecom_epoch_ms.csv", "milliseconds since 1970"),
        ("derived_encodings/ecom_us_ampm.csv", "11/03/2026 2:05:22 PM"),
        ("derived_encodings/ecom_eu_dots_semicolon.csv", "03.11.2026 14:05:22"),
        ("derived_encodings/ecom_excel_serial.csv", "Excel day number"),
    ] {
        let Some((source, found)) = recognised(name) else { return };
        let roles = found.roles;
        assert_eq!(
            (roles.case, roles.event, roles.time, roles.segment),
            (Some(0), Some(2), Some(3), Some(4)),
            "{name}"
        );
        let time = found.columns[3].time.unwrap();
        assert_eq!((time.time.name().as_str(), time.other, found.columns[3].kind), (format, None, ColumnKind::Time));
        let survey = survey(&source, &found, &mut |_| true).unwrap();
        assert_eq!((survey.rows, survey.problem_count), (31_106, 0), "{name}");
        let distinct: Vec<usize> = survey.columns.iter().map(|column| column.distinct.count).collect();
        assert_eq!(distinct, [600, 3605, 19, 30_845, 3, 5, 4, 3], "{name}");
        let (first, last) = survey.columns[3].first_last.unwrap();
        assert_eq!((first.rem_euclid(1_000_000), last.rem_euclid(1_000_000)), (0, 0), "{name}");
    }
}
