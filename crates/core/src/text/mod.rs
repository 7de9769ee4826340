//! Strings to glyphs: which face, where each glyph stands, where a line ends. Shaped once here, painted everywhere.
//!
//! A [`Shaper`] turns a string and a [`TextStyle`] into [`TextItem`](crate::scene::TextItem)s that the window, PNG, SVG
//! and PDF take as they are. The bundled Inter comes first; fonts of the system are asked only for what it lacks.
//!
//! # Limits
//! - A system font that is variable is drawn at its default instance, and bold or slant is never faked.
//! - A string past [`LONGEST_LINE`] or [`LONGEST_PARAGRAPH`] bytes is cut there and ends in `…`.
//! - Embedded direction overrides are dropped, and so are isolates but those of a sentence of ours: a name cannot turn the text
//!   around it. What runs the other way than its line, and no sentence has isolated, is isolated by the shaper itself.

mod by_word;
mod clean;
mod coverage;
mod direction;
mod engines;
mod faces;
mod families;
mod glyphs;
mod hyphen;
mod language;
mod memo;
mod paragraph;
mod shaper;
mod style;
mod together;
mod whole;
mod written;

pub use crate::scene::{Paragraph, TextStyle};
pub use clean::{LONGEST_LINE, LONGEST_PARAGRAPH, clean_line};
pub use direction::{has_right_to_left, is_right_to_left};
pub use engines::Work;
pub use faces::{bundled_face, bundled_faces};
pub use hyphen::{HYPHEN, hyphenates, is_wider_in_bytes, may_be_wider, may_break_inside, unbroken};
pub use language::in_language;
pub use shaper::Shaper;
pub use style::{ASCENT, DESCENT};
pub use touchline_words::direction::{read_from_left, read_from_right, runs_right_to_left};
pub use written::{Written, WrittenLine};
