//! Files that another box reads: which one that is, so that the import can lead there.

use std::path::Path;

use super::{Import, Origin};
use crate::behaviour::recognise::{Column, ColumnKind};
use crate::behaviour::shapes::Shape;

impl Import {
    /// The file, where it is one alone.
    pub fn only_file(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Files(paths) if paths.len() == 1 => paths.first().map(|path| path.as_path()),
            Origin::Files(_) | Origin::Table(..) => None,
        }
    }

    /// Whether its figures are those of a scorecard.
    pub fn is_for_scorecard(&self) -> bool {
        let fits = matches!(self.other_shape(), Some(Shape::Survey | Shape::Completion));
        fits && self.shape_report().is_some() && self.only_file().is_some()
    }

    /// Whether it looks like durations with an end flag, and not like a log: a column of numbers, and one of two whole
    /// numbers next to each other such as 0 and 1.
    pub fn looks_like_durations(&self) -> bool {
        let Some(found) = self.recognition().filter(|_| self.other_shape().is_none() && self.only_file().is_some())
        else {
            return false;
        };
        let columns = &found.columns;
        !self.missing_roles().is_empty() && columns.iter().any(is_flag) && columns.iter().any(is_duration)
    }
}

fn is_flag(column: &Column) -> bool {
    let is_two = column.kind == ColumnKind::Integer && column.distinct.count == 2 && !column.distinct.capped;
    let values: Vec<&str> = column.samples.iter().map(String::as_str).collect();
    is_two
        && (values.iter().all(|value| ["0", "1"].contains(value))
            || values.iter().all(|value| ["1", "2"].contains(value)))
}

fn is_duration(column: &Column) -> bool {
    let is_number = matches!(column.kind, ColumnKind::Integer | ColumnKind::Decimal);
    is_number && column.distinct.count > 2 && column.samples.iter().all(|value| !value.starts_with('-'))
}
