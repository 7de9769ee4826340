//! A choice of the recognition and its reason.

use crate::roles::Role;

/// A choice and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub about: About,
    /// What speaks for it, as the end of "… because" or after a colon.
    pub because: String,
}

/// What a choice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Encoding,
    Delimiter,
    Preamble,
    Header,
    Sheet,
    Times,
    Role(Role),
}
