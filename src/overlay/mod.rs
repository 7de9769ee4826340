//! From measured behaviour to figures on the map, tables and charts.
//!
//! [`bindings`] asks the map's question of a log, [`lay_over`] lays the answer over the map. Only counts and medians pass.

mod bind;
mod lay;
mod preview;

pub use bind::{Bindings, bindings};
pub use lay::{LayError, lay_over};
pub use preview::preview;
