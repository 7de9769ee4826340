//! `touchline merge`: what two people did to one map, brought together into a third file.

use std::path::{Path, PathBuf};

use clap::Args;
use touchline_words::say;

use super::exit::{Exit, Failure, tell};
use super::map_file;
use super::words::plain;
use crate::edit::merge_maps;
use crate::model::{Map, Tables};
use crate::session::reads::reads_of_args;
use crate::store::{Loaded, StoreError};

/// Bring together what two people did to one map
#[derive(Args)]
#[command(after_help = "Example: touchline merge sent.ron mine.ron client.ron -o both.ron\n\n\
    What only one side changed is taken from it, record by record and field by field. Where both wrote something else, OURS stands and \
    what THEIRS says is kept in a note at the record; each such place is told, and the exit code is then 7. An empty BASE is a beginning \
    that nobody knows.")]
pub struct Merge {
    /// The map from which both began
    #[arg(value_name = "BASE")]
    base: PathBuf,
    /// The map as we have it
    #[arg(value_name = "OURS")]
    ours: PathBuf,
    /// The map as the others have it
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
    /// The map file to write
    #[arg(short, long, value_name = "OUT.ron")]
    output: PathBuf,
}

impl Merge {
    pub fn run(&self) -> Result<(), Failure> {
        let inputs = [&self.base, &self.ours, &self.theirs];
        let reads = reads_of_args(inputs.map(|path| path.as_os_str()));
        reads.refuse(&self.output)?;
        if inputs.into_iter().filter(|path| *path == Path::new("-")).count() > 1 {
            return Err(Failure::new(Exit::Usage, say!(cli_merge_one_input)));
        }
        let base = self.beginning()?;
        let read = |path: &Path| whole(path, map_file::load(path)?);
        let (ours, theirs) = (read(&self.ours)?, read(&self.theirs)?);
        if ours.meta.id.is_some() && theirs.meta.id.is_some() && ours.meta.id != theirs.meta.id {
            tell(say!(cli_merge_strangers));
        }
        let merged = merge_maps(&base, &ours, &theirs).map_err(|problems| {
            let why = problems.first().map(ToString::to_string).unwrap_or_default();
            Failure::new(Exit::CouldNot, say!(cli_merge_cannot, why))
        })?;
        reads.save_map(&self.output, &merged.map)?;
        for conflict in &merged.conflicts {
            tell(&plain(&merged.told(conflict)));
        }
        let taken = merged.taken(&ours);
        let [added, removed] = [&taken.added, &taken.removed].map(Vec::len);
        let changed = taken.changed_records().len();
        tell(&say!(cli_merge_taken, theirs = plain(&self.theirs.display().to_string()), added, removed, changed));
        match merged.conflicts.len() {
            0 => Ok(()),
            count => Err(Failure::new(Exit::Conflicts, say!(cli_merge_conflicts, count))),
        }
    }

    /// An empty file is what git gives where both sides added the file.
    fn beginning(&self) -> Result<Tables, Failure> {
        match map_file::load(&self.base) {
            Err(StoreError::Empty { .. }) => Ok(Tables::default()),
            loaded => whole(&self.base, loaded?).map(|map| map.to_tables()),
        }
    }
}

/// A map of which nothing would be dropped when it is written again.
fn whole(path: &Path, loaded: Loaded) -> Result<Map, Failure> {
    match loaded.unknown.first() {
        None => Ok(loaded.map),
        Some(field) => {
            let (file, line, field) = (plain(&path.display().to_string()), field.line, plain(&field.path));
            Err(Failure::new(Exit::Newer, say!(cli_merge_unknown, file, line, field)))
        }
    }
}
