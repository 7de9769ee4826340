//! The picture as PDF, PNG and SVG.
