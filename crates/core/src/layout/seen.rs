//! How a page is seen: through whose eyes, and by which filter.

use super::Lens;
use std::ops::Deref;

/// A lens, and what a page says of the filter that lies over its map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seen<'a> {
    pub lens: Lens,
    /// A sentence without an end; empty where there is no filter.
    pub filter: &'a str,
}

impl From<Lens> for Seen<'static> {
    fn from(lens: Lens) -> Self {
        Self { lens, filter: "" }
    }
}

impl Deref for Seen<'_> {
    type Target = Lens;

    fn deref(&self) -> &Lens {
        &self.lens
    }
}
