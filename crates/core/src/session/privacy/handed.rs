//! What was handed over, and where in it a word stands that was to be left out.

use super::scrub::Taken;
use super::sought::{Found, Sought};
use crate::model::{Field, RecordRef};
use std::path::PathBuf;

/// What was handed over.
#[derive(Debug)]
pub struct HandedOver {
    pub files: Vec<PathBuf>,
    pub taken: Vec<Taken>,
    pub sought: Sought,
    /// Words that stand in the files all the same; none is what was asked for.
    pub found: Vec<Found>,
    /// Where in the copy they stand.
    pub places: Vec<Place>,
    /// The page that tells what left the room, where one was asked for. It is not for the client.
    pub page: Option<PathBuf>,
}

/// Where a word stands in the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub word: String,
    pub at: RecordRef,
    /// What that is called.
    pub title: String,
    pub field: Field,
}
