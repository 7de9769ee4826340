//! Touchline: an editor for customer journey maps.
//!
//! Everything below the command line and the window stands in `touchline-core`, so that a line of the window is built
//! without it; it is shown here, so that a layer has one name wherever it stands.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests wait for real threads, up to a deadline"))]

pub use touchline_core::{
    behaviour, charts, data, edit, export, fields, figures, images, layout, measure, model, scene, session, store,
    text, theme,
};

pub mod cli;
pub mod ui;
pub mod app;
