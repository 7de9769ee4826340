//! The files behind what a person named to be read: of a folder the logs in it, of `-` what standard input is taken from.

use crate::behaviour::files::folder::logs_in;
use crate::store::Reads;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Of paths. Looks at the disk, so not on the frame.
pub fn reads_of(named: &[PathBuf]) -> Reads {
    named.iter().fold(Reads::nothing(), |reads, path| reads.and(files_at(path)))
}

/// Of arguments of the command line. The address of a table is no file, and stands in nobody's way.
pub fn reads_of_args<'a>(args: impl IntoIterator<Item = &'a OsStr>) -> Reads {
    args.into_iter().fold(Reads::nothing(), |reads, arg| match arg == "-" {
        true => reads.and_standard_input(),
        false => reads.and(files_at(Path::new(arg))),
    })
}

/// A folder is read by its logs; one that cannot be looked into is not read at all.
fn files_at(path: &Path) -> Vec<PathBuf> {
    if path.is_dir() { logs_in(path).unwrap_or_default() } else { vec![path.to_owned()] }
}
