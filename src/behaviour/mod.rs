//! Behavioural logs: recognising, reading and folding them into drop-off. Knows no map.

pub mod statistics;
