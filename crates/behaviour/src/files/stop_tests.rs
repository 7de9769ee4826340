//! Work on what is packed ends when it is stopped, wherever it is at.

use super::*;
use crate::progress::Progress;
use std::io::{Cursor, Write};
use touchline_stand_in::workbook;
use zip::write::SimpleFileOptions;

/// A log that packs badly, so that much of it is read.
fn log() -> Vec<u8> {
    let mut seed = 7_u64;
    let mut row = |nth: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{nth},e{:x},2026-11-0{} 10:00:00\n", seed, nth % 9 + 1)
    };
    let mut text = String::from("customer,event,time\n");
    (0..60_000).for_each(|nth| text += &row(nth));
    text.into_bytes()
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, SimpleFileOptions::default()).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

/// A workbook of one sheet, whose numbers pack badly.
fn book() -> Vec<u8> {
    let mut seed = 9_u64;
    let mut row = |nth: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("<row r=\"{nth}\"><c r=\"A{nth}\"><v>{seed}</v></c><c r=\"B{nth}\"><v>{nth}</v></c></row>")
    };
    let rows: String = (1..=40_000).map(&mut row).collect();
    workbook(&[("Log", &rows)])
}

#[test]
fn what_is_being_unpacked_ends_where_it_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let log = log();
    let files: [(&str, Vec<u8>); 4] = [
        ("log.csv.gz", gzipped(&log)),
        ("log.zip", zipped("log.csv", &log)),
        ("log.xlsx", book()),
        ("book.zip", zipped("log.xlsx", &book())),
    ];
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let open = |stop: &Arc<Progress>| open_until(std::slice::from_ref(&path), &Opening::default(), stop);
        let whole = Arc::new(Progress::default());
        let source = open(&whole).unwrap();
        assert!(whole.asked() > 40, "{name} is read in pieces: {}", whole.asked());
        // What was opened is not stopped with the job that opened it.
        whole.cancel();
        assert!(source.head(100).is_ok(), "{name}");
        for patience in [1, 2, 5, 20] {
            let stop = Arc::new(Progress::cancelled_after(patience));
            assert!(matches!(open(&stop), Err(BehaviourError::Cancelled)), "{name} after {patience}");
            assert!(stop.asked() < patience + 16, "{name} went on: {} after {patience}", stop.asked());
        }
    }
}

#[test]
fn of_several_files_none_is_opened_after_the_stop() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = (0..20).map(|nth| folder.path().join(format!("{nth}.csv"))).collect();
    paths.iter().for_each(|path| std::fs::write(path, "customer,event,time\n1,a,2026-11-01\n").unwrap());
    let stop = Arc::new(Progress::default());
    assert!(open_until(&paths, &Opening::default(), &stop).is_ok());
    stop.cancel();
    assert!(matches!(open_until(&paths, &Opening::default(), &stop), Err(BehaviourError::Cancelled)));
}
