//! A document of slides as a whole.

use crate::color::{Ink, Scheme};
use crate::shape::{Emu, Shape};

/// A document of slides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Presentation {
    pub title: String,
    /// BCP 47.
    pub language: String,
    /// Of every slide: width and height, each within [`SIDE`].
    pub size: (Emu, Emu),
    pub scheme: Scheme,
    /// The family of all letters.
    pub face: String,
    pub slides: Vec<Slide>,
    /// Runs of slides in their order, that hold all of them, or none.
    pub sections: Vec<Section>,
    /// The moment of its making as `2026-11-03T00:00:00Z`; none where nothing is said of it.
    pub made: Option<String>,
}

/// How long a side of a slide may be (ISO/IEC 29500-1, 19.7.10).
pub const SIDE: std::ops::RangeInclusive<Emu> = 914_400..=51_206_400;

/// One slide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slide {
    /// Of its ground; the scheme's where none is said.
    pub ground: Option<Ink>,
    pub shapes: Vec<Shape>,
    /// What is said while it is shown, a paragraph a line.
    pub notes: String,
}

/// Some slides under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub name: String,
    /// How many slides, from the end of the section before.
    pub slides: usize,
}
