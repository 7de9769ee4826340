//! How many rows of a sheet are hidden, by a filter or by hand. They are read like all others, and told.
//!
//! # Limits
//! Of an `.xls` it is not known.

use std::io::Read;

use zip::ZipArchive;

use super::book::Kind;
use super::tags::{attribute, each_tag, is_element};
use crate::source::ReadSeek;

/// Rows with cells that are hidden in a sheet; 0 where nothing can be said.
pub fn hidden_rows(kind: Kind, reader: Box<dyn ReadSeek>, sheet: &str) -> u64 {
    match kind {
        Kind::Xlsx => in_xlsx(reader, sheet).unwrap_or(0),
        Kind::Ods => in_ods(reader, sheet).unwrap_or(0),
        Kind::Xls => 0,
    }
}

fn in_xlsx(reader: Box<dyn ReadSeek>, sheet: &str) -> Option<u64> {
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
    let mut hidden = 0;
    let is_hidden = |tag: &[u8]| matches!(attribute(tag, "hidden").as_deref(), Some("1" | "true"));
    each_tag(&mut archive.by_name(&path).ok()?, &mut |tag| {
        // A row without cells ends with its own tag.
        hidden += u64::from(is_element(tag, b"row") && !tag.ends_with(b"/") && is_hidden(tag));
    })
    .ok()?;
    Some(hidden)
}

fn in_ods(reader: Box<dyn ReadSeek>, sheet: &str) -> Option<u64> {
    let mut archive = ZipArchive::new(reader).ok()?;
    let (mut is_here, mut row, mut hidden) = (false, 0, 0);
    let content: &mut dyn Read = &mut archive.by_name("content.xml").ok()?;
    each_tag(content, &mut |tag| {
        if is_element(tag, b"table") {
            is_here = attribute(tag, "name").as_deref() == Some(sheet);
        }
        if is_element(tag, b"table-row") {
            let is_hidden = is_here && matches!(attribute(tag, "visibility").as_deref(), Some("filter" | "collapse"));
            let repeated = attribute(tag, "number-rows-repeated").and_then(|count| count.parse().ok());
            row = if is_hidden { repeated.unwrap_or(1) } else { 0 };
        }
        // A row counts once it has a cell with something in it.
        if is_element(tag, b"table-cell") && attribute(tag, "value-type").is_some() {
            hidden += std::mem::take(&mut row);
        }
    })
    .ok()?;
    Some(hidden)
}
