//! When the program itself fails: where it did is kept in a report beside the unsaved work, which the next start tells; not a word of a map
//! stands in it, since what a failure says may quote one. The work is in its journal already.

use crate::store::{Event, StateFolder, What};
use std::panic::PanicHookInfo;
use std::path::Path;
use touchline_words::say;

/// Keeps the report of a failure, and says in a sentence where it lies if the window goes with it.
pub fn keep(folder: Option<&StateFolder>, info: &PanicHookInfo<'_>) {
    let at = info.location().map(|at| (at.file(), at.line(), at.column()));
    let thread = std::thread::current();
    let thread = thread.name().unwrap_or("?");
    folder.into_iter().for_each(|folder| folder.log(Event::now(What::Fault)));
    let path = folder.and_then(|folder| folder.keep_report(&report(at, thread)));
    // Work off the frame that fails is told by whoever waits for it.
    if thread == "main" {
        eprintln!("touchline: {}", sentence(path.as_deref()));
    }
}

/// What failed, in what build, on which system.
fn report(at: Option<(&str, u32, u32)>, thread: &str) -> String {
    let (file, line, column) = at.unwrap_or(("?", 0, 0));
    // Where this was built says whose machine it was.
    let file = file.rsplit_once("/registry/src/").map_or(file, |(_, rest)| rest);
    format!("{}\nthread: {thread}\nat: {file}:{line}:{column}\n", build())
}

/// Which build, on which system.
pub fn build() -> String {
    let (version, system, machine) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    format!("Touchline {version} on {system} {machine}")
}

fn sentence(path: Option<&Path>) -> String {
    match path {
        Some(path) => say!(app_fault, path = path.display()),
        None => say!(app_fault_without).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_where_and_nothing_of_what_was_written() {
        let at = ("/home/me/.cargo/registry/src/index-1/egui-0.37.0/src/ui.rs", 12, 3);
        let report = report(Some(at), "main");
        assert!(report.ends_with("thread: main\nat: index-1/egui-0.37.0/src/ui.rs:12:3\n"), "{report}");
        assert_eq!(report.lines().count(), 3);
    }
}
