//! No command writes over a file that it reads, whatever that file is called: every command that writes, against every one
//! of its inputs, by its name, through a link, through a hard link, and as one of a folder.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use touchline::edit::templates::Template;
use touchline::model::IdSource;
use touchline::store::{Reads, to_text};

const LOG: &str = "customer_id,event,time\n\
    c1,awareness,2026-10-01 10:00:00\nc1,plans_page,2026-10-02 10:00:00\nc2,awareness,2026-10-01 11:00:00\n";
const STAGES: [&str; 4] = ["--stage", "See=awareness", "--stage", "Compare=plans_page"];
const COUNTS: &str = "stage,users\nAwareness,100\nDecision,40\n";
const CUSTOMERS: &str = include_str!("fixtures/customers.csv");
const TABLE: &str = "clickhouse://user@host:8123/shop/events";

/// A folder with a map, and whatever else a command reads.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(4));
        desk.file("map.ron", &to_text(&map));
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, text: &str) {
        fs::create_dir_all(self.at(name).parent().unwrap()).unwrap();
        fs::write(self.at(name), text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        command.env("LC_ALL", "C");
        command.current_dir(self.folder.path()).env("TOUCHLINE_STATE", self.at("state")).args(arguments);
        command.stdin(Stdio::null());
        command
    }

    /// Every file of the desk with what is in it.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    // A link to a folder leads to what is seen there.
                    true if path.is_symlink() => {}
                    true => folders.push(path),
                    false => files.push((path.clone(), fs::read(&path).unwrap())),
                }
            }
        }
        files.sort();
        files
    }

    /// Other names of a file; each ends as `ending`, since the ending chooses the format for some commands.
    fn names_of(&self, file: &str, ending: &str) -> Vec<String> {
        let mut names = vec![file.to_owned(), format!("./{file}"), self.at(file).display().to_string()];
        names.retain(|name| name.ends_with(ending));
        let (link, hard) = (format!("link.{ending}"), format!("hard.{ending}"));
        fs::hard_link(self.at(file), self.at(&hard)).unwrap();
        names.push(hard);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(self.at(file), self.at(&link)).unwrap();
            std::os::unix::fs::symlink(&link, self.at(&format!("again.{ending}"))).unwrap();
            names.extend([link, format!("again.{ending}")]);
        }
        names
    }
}

fn check_refused(desk: &Desk, done: &Output, before: &[(PathBuf, Vec<u8>)], told: &str) {
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(2), "{told}: {said}");
    assert!(said.contains("nothing is written") && said.contains("another name"), "{told}: {said}");
    assert!(desk.files() == before, "{told} changed a file");
    assert!(done.stdout.is_empty(), "{told} answered all the same");
}

/// What a command reads: the file's name and text, and which ending the output has to have.
struct Input {
    file: &'static str,
    text: Option<&'static str>,
    ending: &'static str,
}

const fn input(file: &'static str, text: &'static str, ending: &'static str) -> Input {
    Input { file, text: Some(text), ending }
}

/// The map itself, under a name with this ending.
const fn map(file: &'static str, ending: &'static str) -> Input {
    Input { file, text: None, ending }
}

/// A command as it reads one of its inputs; `{in}` is that one's name and `{out}` the file to write.
type Case = (&'static [&'static str], Input);

/// Every command that writes, with each of its inputs.
fn cases() -> Vec<Case> {
    vec![
        (&["export", "{in}", "-o", "{out}"], map("m.pdf", "pdf")),
        (&["export", "{in}", "-o", "{out}"], map("m.png", "png")),
        (&["export", "{in}", "-o", "{out}"], map("m.svg", "svg")),
        (&["export", "{in}", "-o", "{out}"], map("m.xlsx", "xlsx")),
        (&["export", "{in}", "-o", "{out}", "--table", "actions"], map("m.csv", "csv")),
        (&["export", "{in}", "-o", "{out}"], map("m.json", "json")),
        (&["export", "{in}", "-o", "{out}"], map("m.md", "md")),
        (&["export", "{in}", "-o", "{out}"], map("m.mmd", "mmd")),
        (&["export", "{in}", "-o", "{out}"], map("m.canvas", "canvas")),
        (&["sheet", "{in}", "-o", "{out}"], map("m.xlsx", "xlsx")),
        (&["sheet", "{in}", "-o", "{out}"], map("m.csv", "csv")),
        (&["sheet", "{in}", "sheet.csv", "-o", "{out}"], map("m.ron", "ron")),
        (&["sheet", "map.ron", "{in}", "-o", "{out}"], input("s.csv", "precious", "ron")),
        (&["measure", "{in}", "log.csv", "-o", "{out}"], map("m.ron", "ron")),
        (&["measure", "map.ron", "{in}", "-o", "{out}", STAGES[0], STAGES[1]], input("l.csv", LOG, "csv")),
        (&["measure", "map.ron", "{in}", "-o", "{out}"], input("l.csv", LOG, "ron")),
        (&["measure", "map.ron", "{in}", "-o", "{out}"], input("c.csv", COUNTS, "csv")),
        (&["measure", "map.ron", "logs", "-o", "{out}"], input("logs/a.csv", LOG, "csv")),
        (&["measure", "map.ron", "logs", "-o", "{out}"], input("logs/b.csv", LOG, "ron")),
        (
            &[
                "measure",
                "map.ron",
                TABLE,
                "--case",
                "c",
                "--event",
                "e",
                "--time",
                "t",
                "--from-result",
                "{in}",
                "-o",
                "{out}",
            ],
            input("answer.txt", "precious", "ron"),
        ),
        (&["scorecard", "{in}", "counts.csv", "-o", "{out}"], map("m.ron", "ron")),
        (&["scorecard", "map.ron", "counts.csv", "{in}", "-o", "{out}"], input("c.csv", COUNTS, "csv")),
        (&["scorecard", "map.ron", "more", "-o", "{out}"], input("more/a.csv", COUNTS, "ron")),
        // It reads what the window kept, and writes over nothing that is there.
        (&["recover", "-o", "{out}"], map("m.ron", "ron")),
        (&["merge", "{in}", "map.ron", "map.ron", "-o", "{out}"], map("m.ron", "ron")),
        (&["merge", "map.ron", "{in}", "map.ron", "-o", "{out}"], map("m.ron", "ron")),
        (&["merge", "map.ron", "map.ron", "{in}", "-o", "{out}"], map("m.ron", "ron")),
        (&["scrub", "{in}", "-o", "{out}"], map("m.ron", "ron")),
        (&["scrub", "map.ron", "--alias", "{in}", "-o", "{out}"], input("names.csv", "Owl,Lumen", "ron")),
        (&["at-risk", "{in}", "--cohort", "{out}"], input("c.csv", CUSTOMERS, "csv")),
        (&["at-risk", "people", "--cohort", "{out}"], input("people/a.csv", CUSTOMERS, "csv")),
    ]
}

#[test]
fn no_command_writes_over_a_file_that_it_reads() {
    for (arguments, input) in cases() {
        let desk = Desk::new();
        for (name, text) in [("log.csv", LOG), ("counts.csv", COUNTS), ("sheet.csv", "precious")] {
            desk.file(name, text);
        }
        let map = fs::read_to_string(desk.at("map.ron")).unwrap();
        desk.file(input.file, input.text.unwrap_or(&map));
        let names = desk.names_of(input.file, input.ending);
        assert!(!names.is_empty());
        let before = desk.files();
        for output in &names {
            let arguments: Vec<&str> = arguments
                .iter()
                .map(|argument| match *argument {
                    "{in}" => input.file,
                    "{out}" => output,
                    other => other,
                })
                .collect();
            let done = desk.command(&arguments).output().unwrap();
            check_refused(&desk, &done, &before, &arguments.join(" "));
        }
    }
}

/// Read under another name than the one it is written by: the link is read, the file would be written.
#[cfg(unix)]
#[test]
fn a_file_is_not_written_over_when_it_is_read_through_a_link() {
    let desk = Desk::new();
    desk.file("customers.csv", CUSTOMERS);
    desk.file("elsewhere/b.csv", CUSTOMERS);
    desk.file("logs/a.csv", LOG);
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(desk.at(to), desk.at(name)).unwrap();
    link("customers.csv", "link.csv");
    link("elsewhere", "folder");
    link("customers.csv", "logs/c.csv");
    let before = desk.files();
    for arguments in [
        ["at-risk", "link.csv", "--cohort", "customers.csv"],
        ["at-risk", "folder", "--cohort", "elsewhere/b.csv"],
        ["at-risk", "elsewhere", "--cohort", "folder/b.csv"],
        ["at-risk", "logs", "--cohort", "customers.csv"],
    ] {
        check_refused(&desk, &desk.command(&arguments).output().unwrap(), &before, &arguments.join(" "));
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_standard_input_is_taken_from_is_not_written_over() {
    let desk = Desk::new();
    desk.file("customers.csv", CUSTOMERS);
    desk.file("log.csv", LOG);
    fs::copy(desk.at("map.ron"), desk.at("m.svg")).unwrap();
    let before = desk.files();
    for (from, arguments) in [
        ("m.svg", &["export", "-", "-o", "m.svg"][..]),
        ("customers.csv", &["at-risk", "-", "--cohort", "customers.csv"]),
        ("log.csv", &["measure", "map.ron", "-", "-o", "log.csv"]),
        ("map.ron", &["measure", "-", "log.csv", "-o", "map.ron"]),
    ] {
        let done = desk.command(arguments).stdin(fs::File::open(desk.at(from)).unwrap()).output().unwrap();
        check_refused(&desk, &done, &before, &arguments.join(" "));
    }
}

#[test]
fn the_settings_that_presets_are_read_from_are_not_written_over() {
    let desk = Desk::new();
    desk.file("log.csv", LOG);
    desk.file("state/settings.ron", "()");
    let before = desk.files();
    let arguments = ["measure", "map.ron", "log.csv", "-o", "state/settings.ron"];
    check_refused(&desk, &desk.command(&arguments).output().unwrap(), &before, "settings");
}

#[test]
fn another_file_of_the_folder_and_a_new_one_can_be_written() {
    let desk = Desk::new();
    for name in ["people/a.csv", "people/notes.old", "people.csv"] {
        desk.file(name, CUSTOMERS);
    }
    for output in ["people/notes.old", "people/new.csv", "people.csv"] {
        let done = desk.command(&["at-risk", "people/a.csv", "--cohort", output]).output().unwrap();
        assert_eq!(done.status.code(), Some(0), "{output}: {}", String::from_utf8_lossy(&done.stderr));
    }
}

/// The list above is whole: it has every command whose help offers a file to write.
#[test]
fn every_command_that_writes_is_driven() {
    let desk = Desk::new();
    let help = |arguments: &[&str]| String::from_utf8(desk.command(arguments).output().unwrap().stdout).unwrap();
    let all = help(&["--help"]);
    let commands = all.split("Commands:").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<&str> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"export") && names.len() > 10, "{names:?}");
    let writes = |name: &&str| {
        let help = help(&[name, "--help"]);
        ["<OUT", "<NEW.", "-o,", "--output"].iter().any(|mark| help.contains(mark))
    };
    let writing: BTreeSet<&str> = names.into_iter().filter(writes).collect();
    let driven: BTreeSet<&str> = cases().into_iter().filter_map(|(arguments, _)| arguments.first().copied()).collect();
    assert_eq!(driven, writing);
}

/// Who writes a file that a person named has to say what was read: nothing in the upper layers writes in another way.
#[test]
fn nothing_that_a_person_named_is_written_but_beside_what_is_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    let window = ["cli", "app", "ui"].map(|layer| root.join("src").join(layer));
    let core = ["session", "measure", "export"].map(|layer| root.join("crates/core/src").join(layer));
    let mut folders: Vec<PathBuf> = window.into_iter().chain(core).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let is_test = path
                .file_stem()
                .and_then(OsStr::to_str)
                .is_some_and(|name| name.contains("stories") || name.contains("tests"));
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            for way in [
                "fs::write(",
                "File::create",
                "OpenOptions",
                "fs::copy",
                "fs::rename",
                "store::save_map(",
                " save_map(",
            ] {
                if !is_test && code.contains(way) {
                    wrong.push(format!("{} writes by {way}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // The one way is there for everybody.
    let desk = Desk::new();
    assert!(Reads::nothing().and([desk.at("map.ron")]).write(&desk.at("map.ron"), b"").is_err());
}
