//! Which rows and columns of a sheet are hidden, by a filter or by hand. They are read like all others, and told.
//!
//! # Limits
//! Of an `.xls` it is not known.

use std::io::Read;

use zip::ZipArchive;

use super::book::Kind;
use super::tags::{attribute, each_tag, is_element};
use crate::source::ReadSeek;

/// Spans of hidden columns that are kept.
const MOST_SPANS: usize = 16_384;

/// What does not show in a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Rows with cells.
    pub rows: u64,
    /// Columns from one to another, counted from 0, whether or not there is a cell in them.
    pub columns: Vec<(u32, u32)>,
}

/// What is hidden in a sheet; nothing where nothing can be said.
pub fn hidden(kind: Kind, reader: Box<dyn ReadSeek>, sheet: &str) -> Hidden {
    let found = match kind {
        Kind::Xlsx => in_xlsx(reader, sheet),
        Kind::Ods => in_ods(reader, sheet),
        Kind::Xls => None,
    };
    found.unwrap_or_default()
}

fn in_xlsx(reader: Box<dyn ReadSeek>, sheet: &str) -> Option<Hidden> {
    let mut archive = ZipArchive::new(reader).ok()?;
    let mut id = None;
    each_tag(&mut archive.by_name("xl/workbook.xml").ok()?, &mut |tag| {
        if is_element(tag, b"sheet") && attribute(tag, "name").as_deref() == Some(sheet) {
            id = attribute(tag, "id");
        }
    })
    .ok()?;
    let id = id?;
    let mut target = None;
    each_tag(&mut archive.by_name("xl/_rels/workbook.xml.rels").ok()?, &mut |tag| {
        if is_element(tag, b"Relationship") && attribute(tag, "Id").as_ref() == Some(&id) {
            target = attribute(tag, "Target");
        }
    })
    .ok()?;
    let target = target?;
    let path = match target.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None => format!("xl/{target}"),
    };
    let mut hidden = Hidden::default();
    let is_hidden = |tag: &[u8]| matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true"));
    each_tag(&mut archive.by_name(&path).ok()?, &mut |tag| {
        // A row without cells ends with its own tag.
        hidden.rows += u64::from(is_element(tag, b"row") && !tag.ends_with(b"/") && is_hidden(tag));
        if is_element(tag, b"col") && is_hidden(tag) && hidden.columns.len() < MOST_SPANS {
            let end = |name: &str| attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1);
            hidden.columns.extend(end("min").zip(end("max")));
        }
    })
    .ok()?;
    Some(hidden)
}

fn in_ods(reader: Box<dyn ReadSeek>, sheet: &str) -> Option<Hidden> {
    let mut archive = ZipArchive::new(reader).ok()?;
    let (mut is_here, mut row, mut column, mut hidden) = (false, 0, 0_u32, Hidden::default());
    let is_out = |tag: &[u8]| matches!(attribute(tag, "visibility").as_deref(), Some("filter" | "collapse"));
    let content: &mut dyn Read = &mut archive.by_name("content.xml").ok()?;
    each_tag(content, &mut |tag| {
        if is_element(tag, b"table") {
            is_here = attribute(tag, "name").as_deref() == Some(sheet);
            column = 0;
        }
        if is_element(tag, b"table-column") && is_here {
            let repeated = attribute(tag, "number-columns-repeated").and_then(|count| count.parse().ok());
            let next = column.saturating_add(repeated.unwrap_or(1_u32).max(1));
            if is_out(tag) && hidden.columns.len() < MOST_SPANS {
                hidden.columns.push((column, next - 1));
            }
            column = next;
        }
        if is_element(tag, b"table-row") {
            let repeated = attribute(tag, "number-rows-repeated").and_then(|count| count.parse().ok());
            row = if is_here && is_out(tag) { repeated.unwrap_or(1) } else { 0 };
        }
        // A row counts once it has a cell with something in it.
        if is_element(tag, b"table-cell") && attribute(tag, "value-type").is_some() {
            hidden.rows += std::mem::take(&mut row);
        }
    })
    .ok()?;
    Some(hidden)
}
