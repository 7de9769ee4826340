//! A map out to a sheet and back on the command line.

use std::path::Path;
use std::process::{Command, Output, Stdio};

fn touchline(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .arg("sheet")
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn sample() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/lumen-kids.ron")
}

fn load(path: &Path) -> touchline::model::Map {
    touchline::store::load_map(path).unwrap().map
}

#[test]
fn csv_out_and_in_is_the_same_map_and_an_edit_changes_one_field() {
    let folder = tempfile::tempdir().unwrap();
    let (csv, new) = (folder.path().join("map.csv"), folder.path().join("new.ron"));
    let out = touchline(&[&sample(), Path::new("-o"), &csv]);
    assert!(out.status.success(), "{}", stderr(&out));
    let back = touchline(&[&sample(), &csv, Path::new("-o"), &new]);
    assert!(stderr(&back).contains("changes nothing"), "{}", stderr(&back));
    assert_eq!(load(&new), load(&sample()));
    let map = load(&sample());
    let (id, card) = map.touchpoints.iter().next().unwrap();
    let text = std::fs::read_to_string(&csv).unwrap();
    std::fs::write(&csv, text.replacen(&card.title, "Renamed", 1).replace("\r\n", "\n")).unwrap();
    let back = touchline(&[&sample(), &csv, Path::new("-o"), &new]);
    assert!(stderr(&back).contains("1 record of the map was changed"), "{}", stderr(&back));
    let mut expected = map.to_tables();
    expected.touchpoints.get_mut(id).unwrap().title = "Renamed".to_owned();
    assert_eq!(load(&new).to_tables(), expected);
}

#[test]
fn a_workbook_out_and_in_is_the_same_map() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("map.xlsx");
    let out = touchline(&[&sample(), Path::new("-o"), &book]);
    assert!(out.status.success(), "{}", stderr(&out));
    assert!(std::fs::read(&book).unwrap().starts_with(b"PK\x03\x04"));
    let new = folder.path().join("new.ron");
    let back = touchline(&[&sample(), &book, Path::new("-o"), &new]);
    assert!(stderr(&back).contains("changes nothing"), "{}", stderr(&back));
    assert_eq!(load(&new), load(&sample()));
}

#[test]
fn wrong_endings_and_wrong_files_are_told_with_their_exit_codes() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.csv");
    std::fs::write(&other, "stage,users\nA,1\n").unwrap();
    let new = folder.path().join("new.ron");
    for (arguments, code, message) in [
        (vec![sample(), "-o".into(), folder.path().join("map.pdf")], 2, ".xlsx or .csv"),
        (vec![sample(), other.clone(), "-o".into(), folder.path().join("x.csv")], 2, "-o NEW.ron"),
        (vec![sample(), other.clone(), "-o".into(), new.clone()], 3, "this is no sheet of a map"),
        (vec![sample(), folder.path().join("no.csv"), "-o".into(), new.clone()], 3, "no such file"),
    ] {
        let arguments: Vec<&Path> = arguments.iter().map(std::path::PathBuf::as_path).collect();
        let out = touchline(&arguments);
        assert_eq!(out.status.code(), Some(code), "{arguments:?} {}", stderr(&out));
        assert!(stderr(&out).contains(message), "{}", stderr(&out));
        assert!(!new.exists());
    }
}

/// Whoever takes the sheet of a map for data is told what it is, by every command that reads data.
#[test]
fn a_map_sheet_in_the_place_of_data_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["map.xlsx", "map.csv"] {
        let sheet = folder.path().join(name);
        assert!(touchline(&[&sample(), Path::new("-o"), &sheet]).status.success());
        for command in ["inspect", "read"] {
            let mut program = Command::new(env!("CARGO_BIN_EXE_touchline"));
            program.env("LC_ALL", "C");
            let output = program.arg(command).arg(&sheet).stdin(Stdio::null()).output().unwrap();
            let said = stderr(&output);
            assert_eq!((output.status.code(), output.stdout.len()), (Some(3), 0), "{said}");
            assert!(said.contains("a map written as a sheet") && said.contains("touchline sheet MAP"), "{said}");
        }
    }
}

/// What may be chosen is offered in the cell, so that nobody has to know the words.
#[test]
fn a_workbook_offers_what_may_be_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("map.xlsx");
    assert!(touchline(&[&sample(), Path::new("-o"), &book]).status.success());
    let mut book = zip::ZipArchive::new(std::fs::File::open(&book).unwrap()).unwrap();
    let mut text = String::new();
    let mut sheet = book.by_name("xl/worksheets/sheet1.xml").unwrap();
    std::io::Read::read_to_string(&mut sheet, &mut text).unwrap();
    for list in ["yes,no", "low,medium,high", "quick win,medium,long-term", "owned,paid,earned,outside our control"] {
        assert!(text.contains(list), "{list}");
    }
}

/// A dry run says every change on standard output, all faults at once on standard error, and writes nothing.
#[test]
fn a_dry_run_says_each_change_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let csv = folder.path().join("map.csv");
    assert!(touchline(&[&sample(), Path::new("-o"), &csv]).status.success());
    let dry = || touchline(&[&sample(), &csv, Path::new("--dry-run")]);
    let same = dry();
    assert!(same.status.success() && same.stdout.is_empty(), "{}", stderr(&same));
    let text = std::fs::read_to_string(&csv).unwrap();
    std::fs::write(&csv, text.replace("Trial checkout", "Checkout")).unwrap();
    let changed = dry();
    let said = String::from_utf8(changed.stdout.clone()).unwrap();
    assert!(said.contains("title: Trial checkout → Checkout"), "{said}");
    std::fs::write(&csv, text.replace("Trial checkout", "") + "Remarks,,,a,b\r\nMore,,,c\r\n").unwrap();
    let wrong = dry();
    assert_eq!((wrong.status.code(), wrong.stdout.len()), (Some(3), 0));
    assert!(stderr(&wrong).contains("“Remarks”") && stderr(&wrong).contains("“More”"), "{}", stderr(&wrong));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let both = touchline(&[&sample(), &csv, Path::new("--dry-run"), Path::new("-o"), Path::new("new.ron")]);
    assert_eq!(both.status.code(), Some(2));
}
