//! What people do to a map, as pure functions that return an edit; history and clipboard.

pub mod templates;
