//! The map, its picture and its session: everything that needs no window and no command line.
//!
//! The layers, in reading order. Each may use those above it as `ARCHITECTURE.md` says, and a test holds it to that.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests wait for real threads, up to a deadline"))]

pub use touchline_behaviour as behaviour;
pub use touchline_slides as slides;

pub mod images;
pub mod model;
pub mod figures;
pub mod fields;
pub mod edit;
pub mod scene;
pub mod theme;
pub mod text;
pub mod layout;
pub mod charts;
pub mod measure;
pub mod store;
pub mod export;
pub mod data;
pub mod session;
