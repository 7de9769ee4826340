//! A map named on the command line: a path, or `-` for standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use touchline_words::say;

use crate::store::{self, Loaded, StoreError};

/// A map, and how the answer is written.
#[derive(Args)]
pub struct MapArg {
    /// The map file; - reads standard input
    #[arg(value_name = "MAP")]
    pub map: PathBuf,
    /// Write one JSON object instead of text
    #[arg(long)]
    pub json: bool,
}

/// Reads it.
///
/// # Errors
/// Whatever [`store::load_map`] has to say.
pub fn load(path: &Path) -> Result<Loaded, StoreError> {
    if path != Path::new("-") {
        return store::load_map(path);
    }
    let name = say!(cli_standard_input);
    let mut bytes = Vec::new();
    let limit = store::MAP_BYTES_MAX as u64 + 1;
    std::io::stdin()
        .lock()
        .take(limit)
        .read_to_end(&mut bytes)
        .map_err(|error| StoreError::Unreadable { name: name.to_owned(), reason: error.to_string() })?;
    store::from_bytes(name, &bytes)
}
