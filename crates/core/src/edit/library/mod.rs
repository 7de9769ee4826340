//! What stands ready to be put on a map: touchpoints, actions, insights, metrics, frictions. Each library is a RON file of one
//! form, whether it is the program's own (`assets/libraries`) or lies in a person's folder; `docs/libraries.md` tells the form.
//!
//! What is read is checked; what breaks a rule says where. Knows no disk and no session.
//!
//! # Limits
//! [`ITEMS_MAX`] items a library, [`TAGS_MAX`] tags an item, texts as [`rules`](Library::read) says.

mod item;
mod read;
mod shelf;
#[cfg(test)]
mod tests;
mod words;

pub use item::{Item, Library, Makes, Stands};
pub use read::{ITEMS_MAX, LibraryError, TAGS_MAX};
pub use shelf::{ItemId, Shelf, Shelved};
pub use words::Words;

/// The libraries of the program, by their names.
const OWN: [(&str, &str); 5] = [
    ("channels", include_str!("../../../assets/libraries/channels.ron")),
    ("actions", include_str!("../../../assets/libraries/actions.ron")),
    ("insights", include_str!("../../../assets/libraries/insights.ron")),
    ("frictions", include_str!("../../../assets/libraries/frictions.ron")),
    ("metrics", include_str!("../../../assets/libraries/metrics.ron")),
];

/// What a person's folder begins with: one item of each kind, in the form that `docs/libraries.md` tells.
pub const EXAMPLE: &str = include_str!("../../../assets/libraries/example.ron");

/// Every library of the program with its name.
pub fn built_in() -> Vec<(String, Library)> {
    // A test reads every one of them.
    OWN.into_iter().filter_map(|(name, text)| Some((name.to_owned(), Library::read(text).ok()?))).collect()
}
