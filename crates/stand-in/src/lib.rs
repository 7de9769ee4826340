//! For tests: stand-ins for what Touchline meets outside, a database server and workbooks that a spreadsheet wrote.
//!
//! They know nothing of Touchline, so that the crate `behaviour` and the layers above it test against the same ones.
#![forbid(unsafe_code)]

mod encrypted;
mod old_workbook;
mod server;
mod workbook;

pub use encrypted::{Authority, Papers, Wire};
pub use old_workbook::{old_workbook, open_document, open_rows};
pub use server::{DESCRIPTION, Heard, LINES, Reply, SAMPLE, Server, ok, shop, shop_reply};
pub use workbook::{rows, text_cell, workbook};
