//! A segment: an audience that is treated as one.

use crate::images::Image;

use super::{CustomerValue, Rank, is_default};
use serde::{Deserialize, Serialize};
use touchline_words::say;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    pub rank: Rank,
    pub name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub basis: Basis,
    /// Customers in it, as people know it; a measurement's own count stands in the measurement.
    #[serde(default, skip_serializing_if = "is_default")]
    pub size: Option<u64>,
    /// Holds children under 13.
    #[serde(default, skip_serializing_if = "is_default")]
    pub children: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub regions: String,
    /// What a log calls it, beside its own name.
    #[serde(default, skip_serializing_if = "is_default")]
    pub values: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// What a customer of it is worth; the map's own value when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub value: Option<CustomerValue>,
    /// A picture of somebody of it, by the number of its bytes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub portrait: Option<Image>,
}

/// By what the audience is told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Basis {
    Demographic,
    Firmographic,
    #[default]
    Behavioural,
    NeedsBased,
    Value,
}

impl Basis {
    pub const ALL: [Self; 5] =
        [Self::Demographic, Self::Firmographic, Self::Behavioural, Self::NeedsBased, Self::Value];

    pub fn name(self) -> &'static str {
        match self {
            Self::Demographic => say!(basis_demographic),
            Self::Firmographic => say!(basis_firmographic),
            Self::Behavioural => say!(basis_behavioural),
            Self::NeedsBased => say!(basis_needs_based),
            Self::Value => say!(basis_value),
        }
    }
}

impl Segment {
    pub fn new(rank: Rank, name: impl Into<String>) -> Self {
        Self {
            rank,
            name: name.into(),
            basis: Basis::default(),
            size: None,
            children: false,
            regions: String::new(),
            values: Vec::new(),
            note: String::new(),
            value: None,
            portrait: None,
        }
    }
}
