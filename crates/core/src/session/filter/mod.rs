//! Which records of a map meet a filter, what the map is without the others, and how a filter is told.
//!
//! Pure functions of a map and a filter: the window, the views beside the board, exports and the command line ask the same.

mod columns;
mod criteria;
mod matching;
mod sieve;
mod without;
mod words;

pub use columns::{
    Offered, figure, offered, text as wants_text, ticked, ticks, typed, wants, with_wants, without_columns,
};
pub use criteria::{Criterion, Value, toggled, values};
pub use matching::{Matches, is_filtered};
pub(in crate::session) use sieve::Sifted;
pub use sieve::{Sieve, SieveKey};
pub use without::left_of;
pub use words::{Chip, chips, told, told_on_page};

#[cfg(test)]
mod tests;
