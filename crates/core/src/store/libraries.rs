//! A person's own libraries: RON files in a folder beside the settings. A file that is none is told of, and the others are
//! read all the same.
//!
//! # Limits
//! [`FILES_MAX`] files of [`FILE_BYTES_MAX`] bytes, [`OWN_ITEMS_MAX`] items together.

use super::disk::{RealDisk, read_limited};
use super::error::{StoreError, harmless};
use super::misread::misread;
use super::outline::line_and_column;
use super::safe_write::private_write;
use super::state::StateFolder;
use super::text::checked_text;
use crate::edit::library::{EXAMPLE, Library, LibraryError, Shelf, built_in};
use ron::Error as RonError;
use std::path::{Path, PathBuf};
use touchline_words::say;

const FOLDER: &str = "libraries";
const FILES_MAX: usize = 64;
const FILE_BYTES_MAX: usize = 256 * 1024;
const OWN_ITEMS_MAX: usize = 5_000;
/// As many names of the folder are looked at.
const NAMES_MAX: usize = 1_000;

/// All libraries, and why some are not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Libraries {
    pub shelf: Shelf,
    /// Where a person's own lie.
    pub folder: PathBuf,
    /// Of each file that is no library, where and why, and what to do.
    pub faults: Vec<String>,
}

impl StateFolder {
    /// The libraries of the program and those of the folder.
    pub fn libraries(&self) -> Libraries {
        let folder = self.file(FOLDER);
        let mut faults = Vec::new();
        let mut all = built_in();
        let mut items = 0;
        for path in files(&folder, &mut faults) {
            match read(&path) {
                Ok(library) if items + library.items.len() > OWN_ITEMS_MAX => {
                    faults.push(say!(store_library_items, name = file_name(&path), limit = OWN_ITEMS_MAX));
                }
                Ok(library) => {
                    items += library.items.len();
                    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                    // No file of a person takes the place of what the program brings.
                    all.push((format!("own/{stem}"), library));
                }
                Err(fault) => faults.push(fault),
            }
        }
        Libraries { shelf: Shelf::new(all), folder, faults }
    }

    /// Makes the folder for a person's own libraries, with an example in it; one that is there stays as it is.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn make_libraries(&self) -> Result<(), StoreError> {
        let folder = self.file(FOLDER);
        if folder.is_dir() {
            return Ok(());
        }
        self.make()?;
        std::fs::create_dir(&folder).map_err(|error| StoreError::NotWritten {
            name: folder.display().to_string(),
            reason: error.to_string(),
            advice: say!(store_state_advice),
        })?;
        private_write(&RealDisk, &folder.join("example.ron"), EXAMPLE.as_bytes())
    }
}

/// The files of the folder that may be libraries, by name; none where there is no folder.
fn files(folder: &Path, faults: &mut Vec<String>) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_ron = |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    let mut files: Vec<PathBuf> = entries.take(NAMES_MAX).flatten().map(|entry| entry.path()).filter(is_ron).collect();
    files.sort();
    if files.len() > FILES_MAX {
        files.truncate(FILES_MAX);
        faults.push(say!(store_library_files, name = folder.display(), limit = FILES_MAX));
    }
    files
}

/// Reads one file; else says where and why it is no library, and what to do.
fn read(path: &Path) -> Result<Library, String> {
    // The folder is known: its name alone is enough.
    let name = file_name(path);
    let told = |error: StoreError| match error {
        StoreError::TooLarge { .. } => say!(store_library_large, name = &name, limit = FILE_BYTES_MAX / 1024),
        StoreError::Empty { .. } => say!(store_library_empty, name = &name),
        StoreError::NotText { .. } => say!(store_library_not_text, name = &name),
        StoreError::Directory { .. } | StoreError::NotAFile { .. } => say!(store_library_no_file, name = &name),
        other => other.to_string(),
    };
    let bytes = read_limited(path, FILE_BYTES_MAX).map_err(told)?;
    let text = checked_text(&name, &bytes).map_err(told)?;
    Library::read(text).map_err(|error| {
        let (line, column, what) = match error {
            LibraryError::Syntax(error) => {
                let (start, code) = (error.span.start, error.code);
                let ends = matches!(code, RonError::Eof | RonError::ExpectedStringEnd);
                let what = if ends { say!(store_library_ends).to_owned() } else { misread(&code) };
                (start.line, start.col, what)
            }
            LibraryError::Rule { offset, what } => {
                let (line, column) = line_and_column(text, offset);
                (line, column, harmless(&what))
            }
        };
        let advice = say!(store_library_advice);
        StoreError::Syntax { name: name.clone(), line, column, what, advice }.to_string()
    })
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(files: &[(&str, &[u8])]) -> (tempfile::TempDir, StateFolder) {
        let home = tempfile::tempdir().unwrap();
        let state = StateFolder::at(home.path().to_owned());
        state.make_libraries().unwrap();
        for (name, bytes) in files {
            std::fs::write(home.path().join("libraries").join(name), bytes).unwrap();
        }
        (home, state)
    }

    #[test]
    fn a_folder_is_made_with_an_example_once_and_its_items_are_found() {
        let (home, state) = folder_with(&[]);
        let found = state.libraries();
        assert_eq!(found.faults, Vec::<String>::new());
        assert_eq!(found.folder, home.path().join("libraries"));
        assert_eq!(found.shelf.find("box office").len(), 1);
        std::fs::remove_file(found.folder.join("example.ron")).unwrap();
        state.make_libraries().unwrap();
        assert!(state.libraries().shelf.find("box office").is_empty(), "what was taken out stays out");
    }

    #[test]
    fn without_a_folder_there_are_the_programs_own() {
        let home = tempfile::tempdir().unwrap();
        let found = StateFolder::at(home.path().to_owned()).libraries();
        assert!(found.faults.is_empty() && found.shelf.items().len() > 60);
        assert!(!found.folder.exists(), "looking makes nothing");
    }

    #[test]
    fn a_broken_file_is_named_with_its_place_and_the_others_are_read() {
        let broken =
            b"(\n    title: \"Ours\",\n    items: [\n        (id: \"a\", makes: Nothing, title: \"A\"),\n    ],\n)";
        let twice = b"(title: \"Ours\", items: [\n(id: \"a\", makes: Question, title: \"A\"),\n(id: \"a\", makes: Question, title: \"B\")])";
        let large = vec![b' '; FILE_BYTES_MAX + 1];
        let (_home, state) = folder_with(&[
            ("a-broken.ron", broken),
            ("b-twice.ron", twice),
            ("c-large.ron", &large),
            ("d-bytes.ron", &[0xff, 0xfe, 0x00]),
            ("e-empty.ron", b""),
            ("notes.txt", b"no library"),
            ("z-good.ron", b"(title: \"Z\", items: [(id: \"z\", makes: Question, title: \"Zebra?\")])"),
        ]);
        std::fs::create_dir(state.libraries().folder.join("folder.ron")).unwrap();
        let found = state.libraries();
        assert_eq!(found.faults.len(), 6, "{:?}", found.faults);
        for (fault, says) in found.faults.iter().zip(["line 4", "line 3", "256", "UTF-8", "empty", "folder.ron"]) {
            assert!(fault.contains(says), "{says}: {fault}");
        }
        assert!(found.faults.iter().take(2).all(|fault| fault.contains(say!(store_library_advice))), "what to do");
        assert_eq!(found.shelf.find("zebra").len(), 1);
        assert_eq!(found.shelf.find("box office").len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn what_has_no_end_is_not_read() {
        let (home, state) = folder_with(&[]);
        std::os::unix::fs::symlink("/dev/zero", home.path().join("libraries/zero.ron")).unwrap();
        assert!(state.libraries().faults[0].contains("zero.ron"));
    }

    #[test]
    fn a_folder_of_far_too_much_is_cut_and_told_of() {
        let items: String =
            (0..900).map(|nth| format!("(id: \"{nth}\", makes: Question, title: \"Q {nth}\"),")).collect();
        let file = format!("(title: \"Many\", items: [{items}])");
        let names: Vec<String> = (0..80).map(|nth| format!("many-{nth:03}.ron")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), file.as_bytes())).collect();
        let (_home, state) = folder_with(&files);
        let found = state.libraries();
        assert!(found.shelf.items().len() <= OWN_ITEMS_MAX + 200);
        assert!(found.faults.len() > 2 && found.faults[0].contains("64"), "{}", found.faults[0]);
    }
}
