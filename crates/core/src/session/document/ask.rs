//! The questions that the window puts to the person before something could be lost.

use super::leave::Course;
use super::version::Version;
use crate::edit::matrix::LeftOut;
use crate::session::{Beside, Origin, Session};
use crate::store::{Holder, UnknownField};
use std::path::PathBuf;

/// A question, answered by [`super::super::Intent::Answer`].
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The map has unsaved edits: Save, Keep as draft, Discard or Cancel.
    Unsaved { title: String },
    /// The file holds what this version does not know and would drop when saving: Open anyway or Cancel.
    Unknown { path: PathBuf, fields: Vec<UnknownField> },
    /// There are two versions of one map: unsaved work, and what stands in its file.
    Versions { path: PathBuf, occasion: Occasion, work: Version, file: Version },
    /// The file is shown by another window: Copy, Work (open it all the same) or Cancel.
    InUse { path: PathBuf, holder: Holder },
    /// So many records of a pasted table have a place, and these cells have none: PasteRest or Cancel.
    Paste { records: usize, left_out: Vec<LeftOut> },
}

/// How the two versions came to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The map was to be saved, and another program has written its file since it was opened: Together, Copy, Work (replace
    /// the file) or Cancel.
    Saving,
    /// A draft was opened, and its file has changed since: Copy, Together, Work, File or Cancel.
    Draft,
    /// The file was opened, and a draft of an earlier run holds unsaved work on it: Work, Copy, File or Cancel.
    File {
        /// The file has changed since that work began.
        changed: bool,
    },
}

impl Session {
    /// The question that waits for an answer.
    pub fn ask(&self) -> Option<Ask> {
        match &self.document.course {
            Course::Here | Course::WhenSaved(_) | Course::WhenDrafted(_) | Course::Opening(_) => {
                let (records, left_out) = self.waiting_table()?;
                Some(Ask::Paste { records, left_out: left_out.to_vec() })
            }
            Course::AskedToKeep(_) => Some(Ask::Unsaved { title: self.map.meta.title.clone() }),
            Course::AskedUnknown(_, opened) => {
                let path = match &opened.from {
                    Origin::File(path) | Origin::CopyOf(path) | Origin::Journey(path) => path.clone(),
                    Origin::Draft(..) | Origin::Sample | Origin::Version(_) => PathBuf::new(),
                };
                Some(Ask::Unknown { path, fields: opened.unknown.clone() })
            }
            Course::AskedWhich(_, opened, beside) => {
                let version = Version::of_map(&opened.map, opened.written_unix_secs);
                Some(match beside {
                    Beside::Draft { path, version: work, file_changed, .. } => Ask::Versions {
                        path: path.clone(),
                        occasion: Occasion::File { changed: *file_changed },
                        work: work.clone(),
                        file: version,
                    },
                    Beside::Window { path, holder } => Ask::InUse { path: path.clone(), holder: holder.clone() },
                    Beside::File { path, version: file } => Ask::Versions {
                        path: path.clone(),
                        occasion: Occasion::Draft,
                        work: version,
                        file: file.clone(),
                    },
                })
            }
            Course::AskedToReplace { path, file, .. } => Some(Ask::Versions {
                path: path.clone(),
                occasion: Occasion::Saving,
                work: Version::of_map(&self.map, None),
                file: file.clone(),
            }),
        }
    }
}
