//! Which text is meant: a field of records, or the name of a preset.

use crate::fields::{self, FieldKey};
use crate::model::{Map, RecordRef};

/// What a text is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextOf {
    Field(FieldKey),
    /// The name of an import preset, which goes by the name that it has.
    Preset(String),
}

impl TextOf {
    /// The text by which the board shows a record.
    pub fn title(record: RecordRef) -> Self {
        Self::Field(FieldKey::one(record, fields::title(record.kind())))
    }

    /// What it says at present; `None` when there is no such text, or several records differ in it.
    pub(super) fn held(&self, map: &Map) -> Option<String> {
        match self {
            Self::Field(key) => fields::read_shared(map, key),
            Self::Preset(name) => Some(name.clone()),
        }
    }

    pub(super) fn is_about(&self, record: RecordRef) -> bool {
        match self {
            Self::Field(key) => key.records.contains(&record),
            Self::Preset(_) => false,
        }
    }

    pub(super) fn is_there(&self, map: &Map) -> bool {
        match self {
            Self::Field(key) => key.records.iter().any(|record| map.contains(*record)),
            Self::Preset(_) => true,
        }
    }
}
