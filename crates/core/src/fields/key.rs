//! The fields that are written as text: which record's, and which of its.
//!
//! A field is named, not pointed at, so that a text that was being typed can still be put into the map after the
//! selection has moved on.

use crate::model::{Field, RecordRef};

/// A field of one record, or of several at once.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldKey {
    pub records: Vec<RecordRef>,
    pub field: Field,
}

impl FieldKey {
    pub fn one(record: RecordRef, field: Field) -> Self {
        Self { records: vec![record], field }
    }
}
