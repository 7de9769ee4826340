//! Workbooks and folders as a person has them, made on the spot.

use std::path::Path;

use super::*;
use crate::recognise::survey::survey;
use crate::recognise::{ColumnKind, Overrides, PreviewRow, Recognition, recognise};
use crate::source::Place;
use touchline_stand_in::{rows, text_cell, workbook};

fn event_sheet() -> String {
    let title = format!("<row r=\"1\">{}</row>", text_cell("A1", "Weekly export, merged over four columns"));
    let table = rows(
        3,
        &[
            &["customer_id", "event", "time", "segment"],
            &["1001", "home", "@46329.5870601852", "kids"],
            &["1002", "a, \"b\"", "@46330", ""],
            &["", "Total", "2", ""],
        ],
    );
    title + &table
}

fn written(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn opened(path: &Path) -> (Source, Recognition) {
    let source = Source::open(path).unwrap();
    let found = recognise(&source, &Overrides::default()).unwrap();
    (source, found)
}

fn preview(found: &Recognition) -> Vec<String> {
    let row = |row: &PreviewRow| {
        let file = row.file.as_ref().map_or(String::new(), |file| format!("{file} "));
        format!("{file}{}: {}", row.line, row.cells.join("|"))
    };
    found.preview.iter().map(row).collect()
}

#[test]
fn the_sheet_with_the_table_is_read_with_its_dates_and_its_row_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let about = rows(1, &[&["About this export"], &["made by", "somebody"], &["on", "Monday"]]);
    let path = written(folder.path(), "book.xlsx", workbook(&[("About", &about), ("Events", &event_sheet())]));
    let (source, found) = opened(&path);
    let sheets = source.sheets().unwrap();
    assert_eq!((sheets.chosen.as_str(), sheets.names.join(" ")), ("Events", "About Events".to_owned()));
    assert_eq!((found.header_line, found.dialect.preamble_lines), (3, 2));
    assert_eq!(found.names(), ["customer_id", "event", "time", "segment"]);
    assert_eq!(
        preview(&found),
        ["4: 1001|home|2026-11-03 14:05:22|kids", "5: 1002|a, \"b\"|2026-11-04|", "6: |Total|2|"]
    );
    assert_eq!(found.columns[0].kind, ColumnKind::Integer);
    let roles = found.roles;
    assert_eq!((roles.case, roles.event, roles.time, roles.segment), (Some(0), Some(1), Some(2), Some(3)));
    let survey = survey(&source, &found, &mut |_| true).unwrap();
    assert_eq!(survey.rows, 3);
}

#[test]
fn a_sheet_is_chosen_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(
        folder.path(),
        "book.xlsx",
        workbook(&[("Events", &event_sheet()), ("Other", &rows(1, &[&["a", "b"], &["x", "y"]]))]),
    );
    let open_sheet =
        |name: &str| open(std::slice::from_ref(&path), &Opening { sheet: Some(name.to_owned()), ..Opening::default() });
    let source = open_sheet("other").unwrap();
    assert_eq!(source.head(100).unwrap(), b"a,b\nx,y\n");
    let refused = open_sheet("Nope").unwrap_err();
    assert!(matches!(&refused, BehaviourError::UnknownSheet { sheets, .. } if sheets.len() == 2), "{refused}");
    let csv = written(folder.path(), "log.csv", "a,b\n1,2\n");
    let refused = open(&[csv], &Opening { sheet: Some("x".to_owned()), ..Opening::default() }).unwrap_err();
    assert!(matches!(refused, BehaviourError::NoWorkbook { .. }));
}

#[test]
fn damaged_and_empty_workbooks_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let whole = workbook(&[("Events", &event_sheet())]);
    let far = "<row r=\"4000000000\"><c r=\"A4000000000\"><v>1</v></c></row>";
    for (bytes, said) in [
        (whole[..whole.len() / 2].to_vec(), "Excel workbook that cannot be read"),
        (workbook(&[("Empty", "")]), "empty"),
        (workbook(&[]), "empty"),
        (workbook(&[("Far", far)]), "outside any sheet"),
        (workbook(&[("Cut", "<row r=\"1\"><c r=\"A1\"><v>1")]), "cannot be read"),
    ] {
        let path = written(folder.path(), "book.xlsx", bytes);
        let refused = Source::open(&path).unwrap_err().to_string();
        assert!(refused.contains(said), "{refused}");
    }
}

#[test]
fn a_damaged_byte_anywhere_is_an_answer_and_no_crash() {
    let whole = workbook(&[("Events", &event_sheet())]);
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let source = Source::from_bytes("book.xlsx", bytes, SystemTime::now()).unwrap();
        let _ = source.with_table(&Opening::default()).map(|source| recognise(&source, &Overrides::default()));
    }
}

const A: &str = "customer_id,event,time\n1,home,2026-01-02\n2,cart,\n";

#[test]
fn a_folder_is_one_log_and_a_line_is_told_with_its_file() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "a.csv", A.trim_end());
    written(
        folder.path(),
        "b.csv",
        "Weekly\ncustomer_id,event,time\n\n3,home,2026-01-03\n4,,2026-01-04\n,buy,2026-01-04\n",
    );
    written(folder.path(), "c.csv", "customer_id,event,time\n");
    let (source, found) = opened(folder.path());
    assert_eq!(
        (source.files(), source.notes()),
        (vec!["a.csv".into(), "b.csv".into()], &["“c.csv” has no row and is left out".to_owned()][..])
    );
    assert_eq!(
        preview(&found),
        [
            "a.csv 2: 1|home|2026-01-02",
            "a.csv 3: 2|cart|",
            "b.csv 4: 3|home|2026-01-03",
            "b.csv 5: 4||2026-01-04",
            "b.csv 6: |buy|2026-01-04"
        ]
    );
    let survey = survey(&source, &found, &mut |_| true).unwrap();
    assert_eq!((survey.rows, survey.blank_lines), (5, 1));
    let problems: Vec<_> = survey.problems.iter().map(|p| (p.file.clone().unwrap(), p.line)).collect();
    assert_eq!(problems, [("a.csv".to_owned(), 3), ("b.csv".to_owned(), 5), ("b.csv".to_owned(), 6)]);
}

#[test]
fn files_of_one_log_may_differ_in_their_cut_and_in_the_order_of_their_columns() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "1.csv", A);
    let utf16: Vec<u8> = "time;CUSTOMER_ID;event\n2026-01-05;5;\"a,b\nc\"\n2026-01-06;6;\"open\n2026-01-07;7;x\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    written(folder.path(), "2.csv", [b"\xFF\xFE".to_vec(), utf16].concat());
    let sheet = rows(2, &[&["event", "customer_id", "time"], &["home", "8", "@46329"]]);
    written(folder.path(), "3.xlsx", workbook(&[("S", &sheet)]));
    let (source, found) = opened(folder.path());
    assert_eq!(
        preview(&found)[2..],
        ["2.csv 2: 5|a,b\nc|2026-01-05", "2.csv 4: ?", "2.csv 5: 7|x|2026-01-07", "3.xlsx 3: 8|home|2026-11-03"]
    );
    assert_eq!(source.place(100), Place { file: Some("3.xlsx".to_owned()), line: 95 });
    assert_eq!(source.block(9, 9).unwrap(), b"id,event,".to_vec());
}

#[test]
fn other_columns_are_told_apart_by_name() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "a.csv", "user,event,segment\n1,x,y\n");
    written(folder.path(), "b.csv", "user,event,seg\n1,x,y\n");
    let refused = Source::open(folder.path()).unwrap_err().to_string();
    assert_eq!(
        refused,
        "“b.csv” has other columns than “a.csv”, so they are no one log: it lacks “segment” and has “seg” besides"
    );
}

/// Found by made-up inputs: every name was once compared with every other.
#[test]
fn two_files_of_thousands_of_columns_are_put_together_without_a_wait() {
    let wide = |value: &str| {
        let names: Vec<String> = (0..12_000).map(|at| format!("c{at}")).collect();
        format!("{}\n{}\n", names.join(","), vec![value; 12_000].join(",")).into_bytes()
    };
    let parts = vec![("a.csv", wide("1")), ("b.csv", wide("2"))];
    let source = of_bytes(parts, SystemTime::now(), &Opening::default()).unwrap();
    assert_eq!(source.files().len(), 2);
}

#[test]
fn exact_duplicates_are_left_out_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let a = written(folder.path(), "a.csv", A);
    let b = written(folder.path(), "b.csv", "customer_id,event,time\n1,home,2026-01-02\n9,buy,never\n");
    let opening = Opening { drop_duplicates: true, ..Opening::default() };
    let source = open(&[a.clone(), b], &opening).unwrap();
    let found = recognise(&source, &Overrides::default()).unwrap();
    assert_eq!(preview(&found), ["a.csv 2: 1|home|2026-01-02", "a.csv 3: 2|cart|", "b.csv 3: 9|buy|never"]);
    assert_eq!(source.duplicates_dropped(), Some(1));
    let alone = open(&[a], &opening).unwrap();
    assert_eq!((alone.duplicates_dropped(), alone.place(3)), (Some(0), Place { file: None, line: 3 }));
}

#[test]
fn one_of_the_files_that_changes_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "a.csv", A);
    let b = written(folder.path(), "b.csv", A);
    let (source, _) = opened(folder.path());
    assert!(source.check_unchanged().is_ok());
    std::fs::write(b, "customer_id,event,time\n").unwrap();
    assert!(matches!(source.check_unchanged(), Err(BehaviourError::Changed { .. })));
}

#[test]
fn a_packed_log_is_read_as_what_is_in_it() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let text = b"user,event,time\n1,a,2026-03-01\n2,b,2026-03-02\n";
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(text).unwrap();
    let (_, found) = opened(&written(folder.path(), "a.csv.gz", gzip.finish().unwrap()));
    assert_eq!(preview(&found), ["2: 1|a|2026-03-01", "3: 2|b|2026-03-02"]);
    let archive = |names: &[&str]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for name in names {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let (_, found) = opened(&written(folder.path(), "a.zip", archive(&["export/a.csv", "__MACOSX/a.csv"])));
    assert_eq!(found.rows_seen, 2);
}

#[test]
fn of_several_tables_in_a_file_the_others_are_named_and_one_can_be_chosen() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let log = "user,event,time\nu1,a,2026-03-01\nu2,b,2026-03-02\n";
    let costs = "colour,weight\nred,1\nblue,2\n";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("a/costs.csv", costs), ("log.csv", log), ("notes.pdf", "x")] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let archive = written(folder.path(), "export.zip", zip.finish().unwrap().into_inner());
    let (source, found) = opened(&archive);
    assert_eq!(found.names(), ["user", "event", "time"]);
    assert_eq!(source.notes(), ["the file holds 2 tables: “log.csv” is read; the others are “a/costs.csv”"]);
    let text = written(folder.path(), "both.csv", format!("Costs\n\n{costs}\n\n{log}"));
    let (source, found) = opened(&text);
    assert_eq!((found.names(), found.header_line), (["user", "event", "time"].map(str::to_owned).to_vec(), 8));
    assert_eq!(source.notes(), ["the file holds 2 tables: “user, event, time” is read; the others are “Costs”"]);
    assert_eq!(preview(&found), ["9: u1|a|2026-03-01", "10: u2|b|2026-03-02"]);
    let asked = |path: &Path, sheet: &str| {
        let source = open(&[path.to_owned()], &Opening { sheet: Some(sheet.to_owned()), ..Opening::default() })?;
        recognise(&source, &Overrides::default()).map(|found| found.names())
    };
    assert_eq!(asked(&archive, "a/costs.csv").unwrap(), ["colour", "weight"]);
    assert_eq!(asked(&text, "1").unwrap(), ["colour", "weight"]);
    assert!(matches!(asked(&text, "Prices"), Err(BehaviourError::UnknownSheet { .. })));
    let one = written(folder.path(), "one.csv", log);
    assert!(matches!(asked(&one, "1"), Err(BehaviourError::NoWorkbook { .. })));
    assert_eq!(Source::open(&one).unwrap().notes(), [""; 0]);
}

#[test]
fn old_workbooks_and_opendocument_sheets_are_read_like_others() {
    let folder = tempfile::tempdir().unwrap();
    let table: &[&[&str]] =
        &[&["customer", "event", "time", "n"], &["ü1", "a, b", "@46329.5", "7"], &["k2", "c", "@46330", ""]];
    let (source, found) = opened(&written(folder.path(), "old.xls", touchline_stand_in::old_workbook("Events", table)));
    assert_eq!(preview(&found), ["2: ü1|a, b|2026-11-03 12:00:00|7", "3: k2|c|2026-11-04|"]);
    assert_eq!(source.sheets().unwrap().chosen, "Events");
    let table: &[&[&str]] = &[
        &["customer", "event", "time", "n"],
        &["ü1", "a, b", "@2026-11-03T12:00:00", "7"],
        &["k2", "c", "@2026-11-04", ""],
    ];
    let rows = touchline_stand_in::open_rows(table);
    let hidden = rows.replacen("<table:table-row>", "<table:table-row table:visibility=\"filter\">", 3);
    let hidden = hidden.replacen("<table:table-row table:visibility=\"filter\">", "<table:table-row>", 1);
    let book = touchline_stand_in::open_document(&[("Notes", ""), ("Events", &hidden)]);
    let (source, found) = opened(&written(folder.path(), "new.ods", book));
    assert_eq!(preview(&found), ["2: ü1|a, b|2026-11-03T12:00:00|7", "3: k2|c|2026-11-04|"]);
    assert_eq!(source.notes(), ["2 rows of the sheet are hidden, as by a filter; they are read like all others"]);
    // Few letters that stand for many cells.
    let many = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\" \
        table:number-columns-repeated=\"16384\"/></table:table-row>"
        .repeat(2000);
    let refused = Source::open(&written(folder.path(), "bomb.ods", touchline_stand_in::open_document(&[("A", &many)])));
    assert!(refused.unwrap_err().to_string().contains("more than 20000000 cells"));
}

#[test]
fn a_hidden_column_is_told_and_has_a_name_that_one_in_sight_has_only_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let table: &[&[&str]] = &[
        &["user", "event", "time", "time"],
        &["u1", "view", "@46025.375", "@46056.375"],
        &["u2", "view", "@46025.375", "@46056.375"],
    ];
    let check = |file: &str, book: Vec<u8>, date: &str| {
        let (_, found) = opened(&written(folder.path(), file, book));
        assert_eq!(found.names(), ["user", "event", "time (2)", "time"], "{file}");
        assert_eq!(found.told, ["the column “time (2)” is hidden in the sheet and read like all others"], "{file}");
        assert_eq!((found.roles.time, found.preview[0].cells[3].starts_with(date)), (Some(3), true), "{file}");
    };
    let cols = "</sheetData><cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>";
    check("a.xlsx", workbook(&[("Events", &(rows(1, table) + cols))]), "2026-02-03");
    let table: Vec<Vec<String>> = table
        .iter()
        .map(|row| {
            row.iter().map(|cell| cell.replace("46025.375", "2026-01-03").replace("46056.375", "2026-02-03")).collect()
        })
        .collect();
    let table: Vec<Vec<&str>> = table.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let cols = "<table:table-column table:number-columns-repeated=\"2\"/>\
                <table:table-column table:visibility=\"collapse\"/><table:table-column/>";
    let sheet = format!("{cols}{}", touchline_stand_in::open_rows(&table));
    check("a.ods", touchline_stand_in::open_document(&[("Events", &sheet)]), "2026-02-03");
}

#[test]
fn days_that_a_spreadsheet_took_for_months_are_told_and_swapped_back_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    // The first three of March as January, February and March, and then texts.
    let times = ["@46025.375", "@46056.375", "@46084.375", "13/03/2026 09:00", "14/03/2026 09:00"];
    let mut table = vec![vec!["user", "event", "time"]];
    table.extend(times.iter().map(|time| vec!["u1", "view", time]));
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let hidden = rows(1, &table).replace("<row r=\"3\"", "<row r=\"3\" hidden=\"1\"");
    let path = written(folder.path(), "book.xlsx", workbook(&[("Events", &hidden)]));
    let (source, found) = opened(&path);
    assert_eq!(source.notes()[0], "1 rows of the sheet are hidden, as by a filter; they are read like all others");
    assert!(source.notes()[1].starts_with("column C: none of its 3 dates is past the 12th"), "{:?}", source.notes());
    assert!(source.has_swapped_days() && found.preview[1].cells[2].starts_with("2026-02-03"));
    let back = open(&[path], &Opening { swap_days: true, ..Opening::default() }).unwrap();
    let found = recognise(&back, &Overrides::default()).unwrap();
    let days: Vec<&str> = found.preview.iter().map(|row| &row.cells[2][..10]).collect();
    assert_eq!(days, ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-13", "2026-03-14"]);
    let (first, last) = found.columns[2].first_last.unwrap();
    assert_eq!((last - first) / 86_400_000_000, 13);
    assert!(back.notes()[1].contains("swapped back") && back.has_swapped_days());
}

#[test]
fn what_is_left_out_of_a_folder_is_named() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "a.csv", "user,event,time\n1,a,2026-03-01\n");
    assert_eq!(Source::open(folder.path()).unwrap().notes(), [""; 0]);
    written(folder.path(), "b.txt", "x");
    written(folder.path(), "c.pdf", "x");
    written(folder.path(), "d.csv.gz", b"\x1F\x8B123");
    let source = Source::open(folder.path()).unwrap();
    assert_eq!(source.notes(), ["not read as logs: b.txt, c.pdf, d.csv.gz"]);
}

#[test]
fn a_merged_cell_counts_for_all_its_cells() {
    let folder = tempfile::tempdir().unwrap();
    let cells = rows(
        1,
        &[
            &["user", "event", "time"],
            &["1001", "home", "@46329.5"],
            &["", "cart", "@46329.6"],
            &["", "pay", "@46329.7"],
            &["1002", "home", "@46330"],
        ],
    );
    let merged =
        format!("{cells}</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:A4\"/></mergeCells><sheetData>");
    let (source, found) = opened(&written(folder.path(), "book.xlsx", workbook(&[("Events", &merged)])));
    let users: Vec<&str> = found.preview.iter().map(|row| row.cells[0].as_str()).collect();
    assert_eq!(users, ["1001", "1001", "1001", "1002"]);
    assert_eq!(source.notes(), ["2 merged cells have the value of the one above with which they are merged"]);
}

#[test]
fn a_table_of_a_web_page_that_is_called_a_workbook_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let row = |cells: [&str; 3]| format!("<tr>{}</tr>", cells.map(|cell| format!("<td>{cell}</td>")).concat());
    let page = [["user", "event", "time"], ["1", "a, b", "2026-03-01"], ["2", "c", "2026-03-02"]].map(row).concat();
    let (_, found) = opened(&written(folder.path(), "export.xls", format!("<html><table>{page}</table></html>")));
    assert_eq!(preview(&found), ["2: 1|a, b|2026-03-01", "3: 2|c|2026-03-02"]);
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzipped(text: &str) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut gz, text.as_bytes()).unwrap();
    gz.finish().unwrap()
}

#[test]
fn what_is_packed_and_broken_is_told_as_what_it_is() {
    let text: String = (0..4000).map(|nth| format!("u{nth},view,2026-03-{:02} 10:00\n", 1 + nth % 28)).collect();
    let text = format!("user,event,time\n{text}");
    let told = |bytes: Vec<u8>| {
        of_bytes(vec![("log", bytes)], SystemTime::UNIX_EPOCH, &Opening::default()).unwrap_err().to_string()
    };
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() * 2 / 3].to_vec();
    let dented = |mut bytes: Vec<u8>| {
        let middle = bytes.len() / 2;
        bytes[middle..middle + 40].iter_mut().for_each(|byte| *byte ^= 0x5A);
        bytes
    };
    for (bytes, says) in [
        (cut(gzipped(&text)), "a gzip archive that ends before it is whole"),
        (dented(gzipped(&text)), "a gzip archive that is damaged"),
        (cut(zipped(&[("a.csv", &text)])), "a ZIP archive that ends before it is whole"),
        (dented(zipped(&[("a.csv", &text)])), "a ZIP archive that is damaged"),
    ] {
        let told = told(bytes);
        assert!(told.contains(says), "{told}");
    }
}

#[test]
fn tables_of_an_archive_that_have_the_same_columns_are_one_log_and_each_can_be_chosen() {
    let week = |from: u64| -> String {
        let rows = (from..from + 5).map(|nth| format!("u{nth},view,2026-03-01 10:00\n"));
        format!("user,event,time\n{}", rows.collect::<String>())
    };
    let costs = "channel,cost\nads,120\nmail,7\n";
    let bytes = zipped(&[("week 10.csv", &week(20)), ("week 9.csv", &week(10)), ("costs.csv", costs)]);
    let open = |opening: &Opening| of_bytes(vec![("log.zip", bytes.clone())], SystemTime::UNIX_EPOCH, opening).unwrap();
    let all = open(&Opening::default());
    assert_eq!(all.files(), ["week 9.csv", "week 10.csv"]);
    assert_eq!(
        all.notes(),
        ["the archive holds 3 tables; 2 of them have the same columns and are read as one, one behind the other: \
          “week 9.csv”, “week 10.csv”; not read: “costs.csv”"]
    );
    assert_eq!(all.tables().map(|tables| tables.names.len()), Some(3));
    let rows = |source: &Source| recognise(source, &Overrides::default()).unwrap().rows_seen;
    assert_eq!(rows(&all), 10);
    let one = open(&Opening { sheet: Some("week 10.csv".to_owned()), ..Opening::default() });
    assert_eq!((rows(&one), one.files().len()), (5, 0));
    let dropped = open(&Opening { drop_duplicates: true, ..Opening::default() });
    assert_eq!(rows(&dropped), 10);
}

#[test]
fn a_last_row_that_is_cut_off_is_told() {
    let whole = "user,event,time,note\nu1,view,2026-03-01,a\nu2,view,2026-03-02,b\nu3,view,2026-03-03,c";
    let told = |text: &[u8]| {
        let source = Source::from_bytes("log.csv", text.to_vec(), SystemTime::UNIX_EPOCH).unwrap();
        recognise(&source, &Overrides::default()).unwrap().told
    };
    assert_eq!(told(whole.as_bytes()), [""; 0]);
    let cut = whole.strip_suffix(",c").unwrap();
    let says = "the last row has 3 of 4 fields and no end of its line";
    assert!(told(cut.as_bytes()).iter().any(|one| one.starts_with(says)));
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(cut.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(told(&wide).iter().any(|one| one.starts_with(says)));
    assert_eq!(told(format!("{cut}\n").as_bytes()), [""; 0], "a short row that ends is one like any");
    let long: String = (0..30_000).map(|nth| format!("u{nth},view,2026-03-01,\"a\nb\"\n")).collect();
    assert!(told(format!("{long}u7,vi").as_bytes()).iter().any(|one| one.contains("2 of 4")));
    assert_eq!(told(format!("{long}u7,view,2026-03-01,\"a\nb\"").as_bytes()), [""; 0]);
}

#[test]
fn files_that_are_read_as_one_are_cut_as_a_person_said() {
    // Commas part it as well as semicolons do.
    let text = "user;event,kind;time\nu1;view,a;2026-03-01\nu1;view,a;2026-03-01\nu2;view,b;2026-03-02\n";
    let fixed = Overrides { delimiter: Some(b','), ..Overrides::default() };
    let opening = Opening { drop_duplicates: true, cut_by: CutBy::of(&fixed), ..Opening::default() };
    let source = of_bytes(vec![("log.csv", text.into())], SystemTime::UNIX_EPOCH, &opening).unwrap();
    let found = recognise(&source, &fixed).unwrap();
    assert_eq!(found.names(), ["user;event", "kind;time"]);
    assert_eq!(found.rows_seen, 2);
}

#[test]
fn what_is_called_like_a_log_in_a_folder_and_is_none_is_named_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "a.csv", "user,event,time\nu1,view,2026-03-01\n");
    written(folder.path(), "b.csv", b"%PDF-1.7 \x01\x02");
    written(folder.path(), "c.xls", [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 600]].concat());
    let source = Source::open(folder.path()).unwrap();
    assert_eq!(recognise(&source, &Overrides::default()).unwrap().rows_seen, 1);
    assert!(source.notes().iter().any(|note| note.contains("b.csv, c.xls")), "{:?}", source.notes());
}
