//! Behavioural logs: recognising, reading and folding them into drop-off. Knows no map.

pub mod dialect;
pub mod encoding;
pub mod error;
pub mod personal;
pub mod recognise;
pub mod records;
pub mod roles;
pub mod source;
pub mod statistics;
pub mod times;
pub mod wrong_kind;
