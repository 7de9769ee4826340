//! Behavioural logs: recognising, reading and folding them into drop-off. Knows no map.

pub mod encoding;
pub mod error;
pub mod source;
pub mod statistics;
pub mod times;
