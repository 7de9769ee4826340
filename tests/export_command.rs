//! `touchline export` as a script meets it: files, exit codes and messages.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const MAP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/lumen-kids.ron");

fn export(map: &str, output: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.env("LC_ALL", "C");
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().for_each(|name| _ = command.env_remove(name));
    command.args(["export", map, "-o"]).arg(output).args(more).stdin(Stdio::null()).output().unwrap()
}

/// The bytes that were written, with nothing said but how small the text is.
fn check_written(name: &str, more: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, "an older export").unwrap();
    let output = export(MAP, &file, more);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{said}");
    assert!(said.starts_with("touchline: smallest text ") && said.lines().count() == 1, "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside the file");
    std::fs::read(&file).unwrap()
}

fn check_refused(output: &Output, code: i32, part: &str) {
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{message}");
    assert!(message.starts_with("touchline: ") && message.contains(part), "“{part}” is not in: {message}");
    assert!(output.stdout.is_empty());
}

fn png_size(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn each_ending_is_its_format() {
    assert!(check_written("board.pdf", &["--page", "a3"]).starts_with(b"%PDF-"));
    assert!(String::from_utf8_lossy(&check_written("board.SVG", &[])).contains("<svg"));
    let (width, height) = png_size(&check_written("board.png", &["--scale", "0.25"]));
    assert!(width > 100 && height > 100, "{width} × {height}");
}

#[test]
fn a_slide_and_a_sheet_have_their_pixels() {
    assert_eq!(png_size(&check_written("slide.png", &["--page", "16:9"])), (3840, 2160));
    assert_eq!(png_size(&check_written("sheet.png", &["--page", "a4"])), (3508, 2480));
}

#[test]
fn an_export_says_how_small_its_text_is_and_refuses_what_is_smaller_than_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("board.pdf");
    let whole = export(MAP, &pdf, &[]);
    let said = String::from_utf8_lossy(&whole.stderr).into_owned();
    assert_eq!(said, "touchline: smallest text 7.8 pt; no text is under 6.5 pt\n");
    std::fs::remove_file(&pdf).unwrap();
    let small = export(MAP, &pdf, &["--page", "a4", "--min-pt", "9"]);
    check_refused(&small, 6, "of the text is under 9 pt");
    assert!(!pdf.exists());
    check_written("enough.pdf", &["--min-pt", "7.5"]);
    for wrong in ["0", "-1", "nan", "big"] {
        check_refused(&export(MAP, &pdf, &[&format!("--min-pt={wrong}")]), 2, "min-pt");
    }
}

#[test]
fn each_way_to_fail_has_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let pdf = file("board.pdf");
    check_refused(&export(MAP, &file("board.jpg"), &[]), 2, ".pdf, .png and .svg");
    check_refused(&export(MAP, &pdf, &["--page", "letter"]), 2, "letter");
    check_refused(&export(MAP, &pdf, &["--scale", "2"]), 2, "--scale");
    check_refused(&export(MAP, &file("board.png"), &["--scale", "9"]), 2, "0.25 to 8");
    check_refused(&export(MAP, &file("board.png"), &["--page", "a4", "--scale", "2"]), 2, "--scale");
    check_refused(&export(MAP, &pdf, &["--lens", "Nobody"]), 2, "Superfans");
    check_refused(&export("none.ron", &pdf, &[]), 3, "none.ron");
    let newer = write(&file("newer.ron"), "(format: 4000)");
    check_refused(&export(newer.to_str().unwrap(), &pdf, &[]), 4, "newer Touchline");
    let broken = write(&file("broken.ron"), "(format: 1, meta:");
    check_refused(&export(broken.to_str().unwrap(), &pdf, &[]), 3, "broken.ron, line 1");
    check_refused(&export(MAP, &file("no/such/folder/board.pdf"), &[]), 1, "board.pdf");
    assert!(!pdf.exists());
}

fn write(path: &Path, text: &str) -> PathBuf {
    std::fs::write(path, text).unwrap();
    path.to_owned()
}
