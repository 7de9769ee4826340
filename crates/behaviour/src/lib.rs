//! Behavioural logs: recognising, reading and folding them into drop-off. Knows no map.
#![forbid(unsafe_code)]

mod alike;
pub mod changes;
pub mod churn;
pub mod clickhouse;
pub mod compare;
pub mod dialect;
pub mod disclosure;
pub mod encoding;
pub mod engine;
pub mod error;
mod error_class;
pub mod input;
pub mod leaks;
pub mod files;
pub mod numbers;
pub mod memory;
mod nameless;
pub mod personal;
pub mod plan;
pub mod progress;
pub mod quantile;
pub mod recognise;
pub mod records;
pub mod report;
pub mod roles;
pub mod scorecard;
pub mod scores;
pub mod small_groups;
pub mod shapes;
pub mod source;
mod spool;
pub mod statistics;
pub mod times;
pub mod totals;
pub mod way;
pub mod wrong_kind;
