//! The fields that are written as text: which there are, what each says, and what a text makes of it.
//!
//! Promise: a field is set by one rule, whoever writes it: the board, the inspector, a table or the bar at the top.

mod field;
mod metric_text;
mod parse;
mod worth;
mod write;

pub use field::{Field, FieldKey};
pub use metric_text::earlier_hint;
pub use write::{read, read_shared, write};
