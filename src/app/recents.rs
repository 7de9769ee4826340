//! The recent files as the start screen shows them, looked up on a thread: a folder on a network may be slow.

use crate::session::threads::{self, Ending};
use crate::store::Recents;
use crate::ui::start::RecentRow;
use crate::ui::when::when;
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::UNIX_EPOCH;
use touchline_words::say;

/// The rows of a list of paths.
#[derive(Default)]
pub struct RecentRows {
    paths: Vec<PathBuf>,
    rows: Vec<RecentRow>,
    coming: Option<Receiver<Vec<RecentRow>>>,
}

impl RecentRows {
    /// The rows known so far; asks anew when the paths are others than before.
    pub fn rows(&mut self, ctx: &Context, recents: &Recents) -> &[RecentRow] {
        let paths = recents.in_order();
        if self.paths != paths {
            self.paths = paths;
            let (sender, receiver) = channel();
            let (paths, ctx) = (self.paths.clone(), ctx.clone());
            threads::start("look up recent files", Ending::Left, move || {
                let _ = sender.send(paths.iter().map(|path| row(path)).collect());
                ctx.request_repaint();
            });
            self.coming = Some(receiver);
        }
        if let Some(Ok(rows)) = self.coming.as_ref().map(Receiver::try_recv) {
            self.rows = rows;
            self.coming = None;
        }
        self.rows.iter_mut().for_each(|row| row.pinned = recents.is_pinned(&row.path));
        &self.rows
    }
}

fn row(path: &Path) -> RecentRow {
    let found = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file);
    let changed = found.as_ref().and_then(|file| file.modified().ok()?.duration_since(UNIX_EPOCH).ok());
    let line = match (&found, changed.and_then(|since| i64::try_from(since.as_secs()).ok())) {
        (None, _) => say!(app_moved_or_deleted).to_owned(),
        (Some(_), None) => folder(path),
        (Some(_), Some(secs)) => format!("{} · {}", folder(path), when(secs)),
    };
    let title = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    RecentRow { path: path.to_owned(), title, line, missing: found.is_none(), pinned: false }
}

/// The file's folder, the home folder as `~`.
fn folder(path: &Path) -> String {
    let Some(folder) = path.parent() else { return String::new() };
    let home = etcetera::home_dir().ok();
    match home.as_ref().and_then(|home| folder.strip_prefix(home).ok()) {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => format!("~/{}", rest.display()),
        None => folder.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_gone_is_still_listed_and_says_so() {
        let gone = tempfile::tempdir().unwrap().path().join("old-pilot.ron");
        let row = row(&gone);
        assert!(row.missing);
        assert_eq!((row.title.as_str(), row.line.as_str()), ("old-pilot", "moved or deleted"));
    }

    #[test]
    fn a_file_that_is_there_says_when_it_was_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lumen-kids.ron");
        std::fs::write(&path, "").unwrap();
        let row = row(&path);
        assert!(!row.missing && row.title == "lumen-kids");
        assert!(row.line.contains("today") || row.line.contains("yesterday"), "{}", row.line);
    }
}
