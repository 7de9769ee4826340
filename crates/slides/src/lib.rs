//! Slides of native shapes, as a file that PowerPoint, Keynote and LibreOffice open and edit (PresentationML, ISO/IEC 29500-1).
//!
//! A [`Presentation`] is slides of [`Shape`]s with their words in them, a colour scheme that the shapes follow, two faces and notes.
//! [`Presentation::to_bytes`] writes it; the same presentation gives the same bytes.
//!
//! All lengths are English Metric Units ([`Emu`]): 914,400 make an inch, 12,700 a point. Y runs down. Shapes are painted in order,
//! the first at the back, and read in that order.
//!
//! # What keeps a file free of PowerPoint's repair
//! Each is held by a test that names it: every part has a content type and is led to; every relation leads to a part; no shape has
//! the number of another; every shape has its place and size; no text holds a character that XML has none for; a slide's size and a
//! letter's are within what the format allows; a title is a title once.

mod color;
mod error;
mod mirror;
mod presentation;
mod read;
mod shape;
mod write;

pub use color::{Ink, Rgb, Scheme, Slot};
pub use error::SlidesError;
pub use presentation::{Presentation, SIDE, Section, Slide};
pub use read::{PART_MAX, parts};
pub use shape::{
    Align, Anchor, Connector, Dash, Emu, Fill, Frame, Geometry, Group, Line, Named, Paragraph, Picture, PictureKind,
    Run, Shape, Site, Solid, Step, Text, Tie, Turn,
};
