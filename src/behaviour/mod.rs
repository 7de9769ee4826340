//! Behavioural logs: recognising, reading and folding them into drop-off. Knows no map.

pub mod churn;
pub mod compare;
pub mod dialect;
pub mod encoding;
pub mod engine;
pub mod error;
pub mod leaks;
pub mod files;
pub mod numbers;
pub mod memory;
pub mod personal;
pub mod plan;
pub mod progress;
pub mod quantile;
pub mod recognise;
pub mod records;
pub mod report;
pub mod roles;
pub mod scorecard;
pub mod small_groups;
pub mod shapes;
pub mod source;
pub mod statistics;
pub mod times;
pub mod totals;
pub mod wrong_kind;
