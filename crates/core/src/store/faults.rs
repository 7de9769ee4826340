//! What is kept when the program fails: a report of where, without a word of any map, so that it can be told at the next start and sent along.

use super::disk::make_private;
use super::safe_write::private_write;
use super::state::StateFolder;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// So many reports are kept.
const REPORTS_MAX: usize = 5;
/// What a report is called that nobody was told of yet, and one that was told.
const NEW: &str = ".txt";
const TOLD: &str = ".told.txt";

impl StateFolder {
    /// Writes a report, and lets those go that are too many; where it lies. It is called while the program fails: nothing here
    /// does so too.
    pub fn keep_report(&self, report: &str) -> Option<PathBuf> {
        self.make().ok()?;
        make_private(self.disk(), &self.file("reports")).ok()?;
        let path = self.file("reports").join(format!("{:012}{NEW}", now_secs()));
        private_write(self.disk(), &path, report.as_bytes()).ok()?;
        let mut reports = self.reports();
        reports.truncate(reports.len().saturating_sub(REPORTS_MAX));
        reports.iter().for_each(|old| drop(self.disk().remove(old)));
        Some(path)
    }

    /// The newest report that nobody was told of, which counts as told from now on; where it lies then.
    pub fn take_report(&self) -> Option<PathBuf> {
        let is_new = |path: &PathBuf| path.to_str().is_some_and(|path| path.ends_with(NEW) && !path.ends_with(TOLD));
        let mut told = None;
        for path in self.reports().into_iter().filter(is_new) {
            let to = path.with_extension("told.txt");
            told = std::fs::rename(&path, &to).ok().map(|()| to);
        }
        told
    }

    /// The oldest first.
    pub(super) fn reports(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.file("reports")) else { return Vec::new() };
        let mut reports: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        reports.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        reports.sort();
        reports
    }
}

#[expect(clippy::disallowed_methods, reason = "a report says when it was written")]
fn now_secs() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_told_once_and_few_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let state = StateFolder::at(folder.path().join("state"));
        assert_eq!(state.take_report(), None);
        let path = state.keep_report("at src/a.rs:3").unwrap();
        let told = state.take_report().unwrap();
        assert_eq!(std::fs::read_to_string(&told).unwrap(), "at src/a.rs:3");
        assert!(!path.exists() && state.take_report().is_none());
        for nth in 0..9 {
            std::fs::write(folder.path().join(format!("state/reports/00000000000{nth}.txt")), "old").unwrap();
        }
        state.keep_report("at src/b.rs:4").unwrap();
        assert_eq!(state.reports().len(), REPORTS_MAX);
        let told = state.take_report().unwrap();
        assert_eq!(std::fs::read_to_string(told).unwrap(), "at src/b.rs:4");
    }
}
