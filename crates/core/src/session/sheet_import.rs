//! Taking an edited sheet back into the open map: what it changes is told before anything changes.
//!
//! The file is read in a [`Job`]; [`SheetImport::poll`] takes the result over and never waits.

use touchline_words::say;

use super::job::{Job, JobState};
use super::sheet::edited_sheet;
use crate::behaviour::files::{self, Opening};
use crate::edit::sheet::{SheetChange, sheet_changes};
use crate::model::{Edit, IdSource, Map};
use std::path::{Path, PathBuf};

/// What a sheet changes: the edit, and its records in words. Nothing where it changes nothing.
type Found = Option<(Edit, Vec<SheetChange>)>;

/// A sheet that is read, or was.
#[derive(Debug)]
pub struct SheetImport {
    path: PathBuf,
    reading: Option<Job<Result<Found, String>>>,
    found: Option<Result<Found, String>>,
}

impl SheetImport {
    /// Begins to read a sheet of the map.
    pub fn open(path: PathBuf, map: &Map, mut ids: IdSource) -> Self {
        let (file, map) = (path.clone(), map.clone());
        let reading = Job::start("read a sheet", move |progress| {
            let source =
                files::open_until(&[file], &Opening::default(), progress).map_err(|error| error.to_string())?;
            let edit = edited_sheet(&map, &source, &mut ids).map_err(|error| error.to_string())?;
            Ok(edit.map(|edit| {
                let changes = sheet_changes(&map, &edit);
                (edit, changes)
            }))
        });
        Self { path, reading: Some(reading), found: None }
    }

    /// The file's name without its folder.
    pub fn file_name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes over what was read; call it once a frame.
    pub fn poll(&mut self) {
        let Some(job) = &self.reading else { return };
        self.found = Some(match job.poll() {
            JobState::Running => return,
            JobState::Done(found) => found,
            JobState::Lost => Err(say!(session_sheet_stopped).to_owned()),
        });
        self.reading = None;
    }

    pub fn is_busy(&self) -> bool {
        self.reading.is_some()
    }

    /// Why it cannot be taken over, with what to do.
    pub fn problem(&self) -> Option<&str> {
        self.found.as_ref()?.as_ref().err().map(String::as_str)
    }

    /// What it changes, record by record; nothing while it is read, or where it cannot be.
    pub fn changes(&self) -> Option<&[SheetChange]> {
        let found = self.found.as_ref()?.as_ref().ok()?;
        Some(found.as_ref().map_or(&[], |(_, changes)| changes))
    }

    /// The edit that takes it over.
    pub fn edit(&self) -> Option<&Edit> {
        self.found.as_ref()?.as_ref().ok()?.as_ref().map(|(edit, _)| edit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use crate::session::sheet::write_sheet;
    use crate::store::Reads;

    fn read(path: &Path, map: &Map) -> SheetImport {
        let mut sheet = SheetImport::open(path.to_owned(), map, IdSource::seeded(3));
        while sheet.is_busy() {
            sheet.poll();
            std::thread::yield_now();
        }
        sheet
    }

    #[test]
    fn a_sheet_is_told_and_taken_over_in_one_edit_and_a_wrong_one_changes_nothing() {
        let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("map.xlsx");
        write_sheet(&map, &book, &Reads::nothing()).unwrap();
        let same = read(&book, &map);
        assert_eq!((same.changes(), same.edit(), same.problem()), (Some(&[][..]), None, None));

        let csv = folder.path().join("map.csv");
        write_sheet(&map, &csv, &Reads::nothing()).unwrap();
        let text = std::fs::read_to_string(&csv).unwrap().replace("Plans page", "Price page");
        std::fs::write(&csv, text).unwrap();
        let edited = read(&csv, &map);
        assert_eq!(edited.changes().map(<[_]>::len), Some(1));
        let before = map.clone();
        let undo = map.apply(edited.edit().unwrap().clone()).unwrap().inverse;
        assert!(map.touchpoints.values().any(|card| card.title == "Price page"));
        map.apply(undo).unwrap();
        assert_eq!(map, before);

        let mut wrong = crate::edit::sheet::sheet(&map);
        wrong[2][3] = "Plans page".to_owned();
        let row = wrong.iter().position(|row| row[1] == "1 feeling").unwrap();
        wrong[row][3] = "great".to_owned();
        let bytes = crate::store::sheet_bytes(&wrong, crate::store::SheetFormat::Xlsx).unwrap();
        std::fs::write(&book, bytes).unwrap();
        let refused = read(&book, &map);
        let place = format!("map.xlsx, sheet “Journey map”: row {}, column D: “great”", row + 1);
        assert!(refused.problem().is_some_and(|problem| problem.contains(&place)), "{:?}", refused.problem());
        write_sheet(&map, &book, &Reads::nothing()).unwrap();

        let other = read(&book, &Template::LiveEvent.build(&mut IdSource::seeded(4)));
        assert!(other.problem().is_some_and(|problem| problem.contains("another map")), "{:?}", other.problem());
        assert_eq!((other.edit(), other.changes()), (None, None));
        std::fs::write(&csv, "stage,users\nA,1\n").unwrap();
        assert!(read(&csv, &map).problem().is_some_and(|problem| problem.contains("no sheet of a map")));
    }
}
