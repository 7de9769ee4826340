//! The measures of a slide: 1280 × 720 units, 96 to an inch of 13.33. Nothing on it is smaller than [`CAPTION`], which is 11.25 pt.

pub(super) const MARGIN: f32 = 64.0;
/// Between the margins.
pub(super) const ACROSS: f32 = 1152.0;
/// The left edges of three columns, and their width.
pub(super) const THIRDS: [f32; 3] = [64.0, 456.0, 848.0];
pub(super) const THIRD: f32 = 368.0;
/// Where what a slide shows ends at the latest.
pub(super) const BOTTOM: f32 = 645.0;

pub(super) const COVER: f32 = 60.0;
pub(super) const FIGURE: f32 = 56.0;
pub(super) const HEADLINE: f32 = 32.0;
pub(super) const LARGE: f32 = 24.0;
pub(super) const HEADING: f32 = 20.0;
pub(super) const BODY: f32 = 18.0;
pub(super) const CAPTION: f32 = 15.0;

/// A text of a person is shown up to so many lines, and then tells how much of it there is.
pub(super) const LINES_MOST: usize = 8;
