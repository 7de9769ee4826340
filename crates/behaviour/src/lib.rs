//! Behavioural logs: recognising, reading and folding them into drop-off, and the statistics of what was counted.
//!
//! Knows no map, no window and no picture: figures come out, never a row and never an id. What others use is this page.
//!
//! A path becomes a [`source::Source`] ([`files`]), of which [`recognise::recognise`] says how it is read; a [`plan::Plan`]
//! says what is asked of it, and [`input::Input::run`] answers with a [`report::Report`], from a file or from a table on a
//! server alike. Long work tells how far it is and is stopped by a [`progress::Progress`]; what goes wrong is a
//! [`error::BehaviourError`].
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests wait for real threads, up to a deadline"))]

// What a file is, and how it is read.
pub mod dialect;
pub mod encoding;
pub mod exports;
pub mod files;
pub mod lifecycle;
pub mod recognise;
pub mod roles;
pub mod source;
mod sure;
pub mod times;

// What is asked of a log, and what it answers.
pub mod clickhouse;
pub mod engine;
pub mod error;
pub mod input;
pub mod memory;
pub mod plan;
pub mod progress;
pub mod reason;
pub mod report;
pub mod way;

// Files of another kind: tables of counts, records of a CRM, surveys, signals of churn.
pub mod churn;
pub mod scores;
pub mod shapes;

// What figures say of each other, and what may be shown of them.
pub mod changes;
pub mod compare;
pub mod disclosure;
pub mod leaks;
pub mod scorecard;
pub mod small_groups;
pub mod statistics;

// Inside.
pub mod alike;
mod code_pages;
mod damaged;
mod digits;
mod error_class;
mod legacy;
mod line_ends;
mod magnitudes;
pub mod masking;
mod mend;
mod nameless;
pub mod names;
pub mod nothing;
mod numbers;
pub mod oddities;
pub mod personal;
mod quantile;
#[cfg(test)]
mod readings;
mod records;
mod row_tally;
mod sense;
mod spool;
mod stoppable;
mod totals;
mod wide;
mod wrong_kind;
