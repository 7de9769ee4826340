//! What was copied last, so that another window of the program finds the records behind the plain words that other
//! programs get: one file in the state folder, which holds what the clipboard holds.
//!
//! # Limits
//! A part of more than [`PART_BYTES_MAX`] bytes is known to the window that copied it alone.

use super::disk::{RealDisk, read_limited};
use super::error::StoreError;
use super::fingerprint::Fingerprint;
use super::safe_write::private_write;
use super::state::StateFolder;
use super::text::{part_from_text, part_to_text};
use crate::edit::Fragment;

const PART_BYTES_MAX: usize = 16 * 1024 * 1024;

impl StateFolder {
    /// Keeps the records behind words that were copied, in the place of those before.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_copied(&self, words: &str, part: &Fragment) -> Result<(), StoreError> {
        self.make()?;
        let part = part_to_text(part);
        let part = if part.len() > PART_BYTES_MAX { "" } else { part.as_str() };
        private_write(&RealDisk, &self.copied_file(), format!("{}\n{part}", of_words(words)).as_bytes())
    }

    /// The records behind words, if they were the last that any window copied.
    pub fn copied(&self, words: &str) -> Option<Fragment> {
        let bytes = read_limited(&self.copied_file(), PART_BYTES_MAX + 64).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let part = text.strip_prefix(&of_words(words))?.strip_prefix('\n')?;
        part_from_text(part)?.ok()
    }

    pub(super) fn copied_file(&self) -> std::path::PathBuf {
        self.file("copied.ron")
    }
}

/// The first line of the file. Clipboards change the ends of lines, and may take the last one.
fn of_words(words: &str) -> String {
    let words = words.replace("\r\n", "\n");
    format!("// words {:?}", Fingerprint::of(words.trim_end().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Rank, Stage, StageId};

    #[test]
    fn another_window_finds_the_records_behind_the_words_that_were_copied_last() {
        let folder = tempfile::tempdir().unwrap();
        let state = || StateFolder::at(folder.path().join("state"));
        assert_eq!(state().copied("Awareness\n"), None);
        let part = |name: &str| {
            let mut part = Fragment::default();
            part.records.stages.insert(StageId(1), Stage::new(Rank::middle(), name));
            part
        };
        state().keep_copied("Awareness\nx\n", &part("Awareness")).unwrap();
        assert_eq!(state().copied("Awareness\r\nx"), Some(part("Awareness")));
        assert_eq!(state().copied("Awareness\ny\n"), None);
        state().keep_copied("Decision", &part("Decision")).unwrap();
        assert_eq!((state().copied("Awareness\nx\n"), state().copied("Decision")), (None, Some(part("Decision"))));
        std::fs::write(folder.path().join("state/copied.ron"), "// words").unwrap();
        assert_eq!(state().copied("Decision"), None);
    }
}
