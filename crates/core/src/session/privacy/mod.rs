//! What somebody gets who is given a map, a copy of it that can be given to a client, and the proof that what was left out is not in what
//! was written.
//!
//! [`Contents`] tells what is in a map, by kind and place. [`scrub`] makes the copy by [`Choices`]. [`Sought`] reads the files that were
//! written back and looks for every word that was to be left out. Nothing here changes the open map.

pub mod aliases;
mod cells;
mod contents;
mod hand_over;
mod handed;
mod kept;
mod page;
mod scrub;
mod sought;

pub use aliases::Aliases;
pub use contents::{Contents, Item, What};
pub use hand_over::{Handing, NotHandedOver, Order, Replaces, hand_over};
pub use handed::{HandedOver, Place};
pub use kept::recovery_words;
pub use page::{found_in, left_out, proof};
pub use scrub::{Choices, Part, Scrubbed, Taken, Treat, scrub};
pub use sought::{Found, Sought};

#[cfg(test)]
mod tests;
