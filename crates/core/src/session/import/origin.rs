//! Where an import comes from: files, or a table on a server. Both are recognised, corrected and measured alike.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use touchline_words::say;

use super::Import;
use crate::behaviour::clickhouse::{Access, Address, TableSource};
use crate::behaviour::error::BehaviourError;
use crate::behaviour::files::{self, Opening};
use crate::behaviour::input::Input;
use crate::behaviour::plan::Ties;
use crate::behaviour::progress::Progress;
use crate::behaviour::source::Source;
use crate::model::IdSource;

/// What was named to be imported.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    Files(Vec<PathBuf>),
    /// Asked anew only where somebody wants to try again.
    Table(Address, Access),
}

impl Origin {
    /// The file's name without its folder; of several, the first one's and how many more there are. Of a table its own
    /// name, and neither user nor server.
    pub fn name(&self) -> String {
        let paths = match self {
            Origin::Files(paths) => paths,
            Origin::Table(address, _) => return address.table_name(),
        };
        let Some(first) = paths.first() else { return String::new() };
        let name =
            first.file_name().map_or_else(|| first.display().to_string(), |name| name.to_string_lossy().into_owned());
        match paths.len() {
            1 => name,
            several => say!(session_files_and_more, name, more = several - 1),
        }
    }

    /// Opens the files, or asks the server for its table. Blocks until it is done or `progress` is told to stop.
    pub fn open(&self, opening: &Opening, progress: &Arc<Progress>) -> Result<Input, BehaviourError> {
        match self {
            Origin::Files(paths) => files::open_until(paths, opening, progress).map(Input::File),
            Origin::Table(address, access) => {
                TableSource::open(address.clone(), access.clone(), progress).map(Input::Table)
            }
        }
    }
}

impl Import {
    /// Begins to recognise a table on a server.
    pub fn open_table(address: Address, access: Access, ids: IdSource) -> Self {
        // A table has no order of rows.
        let mut import = Self { ties: Ties::Name, ..Self::new(Origin::Table(address, access), Vec::new(), ids) };
        import.start_recognising(true);
        import
    }

    /// What is called in titles: see [`Origin::name`].
    pub fn file_name(&self) -> String {
        self.origin.name()
    }

    /// The file or files; none of a table, or before they are opened.
    pub fn source(&self) -> Option<&Source> {
        match self.input.as_ref()? {
            Input::File(source) => Some(source),
            Input::Table(_) => None,
        }
    }

    /// The table's address, where the import is one of a table.
    pub fn table(&self) -> Option<&Address> {
        match &self.origin {
            Origin::Files(_) => None,
            Origin::Table(address, _) => Some(address),
        }
    }

    /// The file, where it is a map that was written as a sheet, and no data.
    pub fn map_sheet(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Files(paths) if self.is_map_sheet => paths.first().map(PathBuf::as_path),
            Origin::Files(_) | Origin::Table(..) => None,
        }
    }

    /// Asks the server again from the start, after something went wrong. What was corrected holds.
    pub fn try_again(&mut self) {
        self.input = None;
        self.start_recognising(false);
    }
}
