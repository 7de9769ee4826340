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
    /// What its people need, in their words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub needs: String,
    /// What they want to get done, a job a line.
    #[serde(default, skip_serializing_if = "is_default")]
    pub jobs: String,
    /// Something that one of them could have said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub quote: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub lifecycle: Lifecycle,
    /// How it is treated otherwise than the others.
    #[serde(default, skip_serializing_if = "is_default")]
    pub treatment: String,
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

/// How far its people have come with the brand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lifecycle {
    /// Nobody has said.
    #[default]
    Unsaid,
    /// Not a customer yet.
    Prospect,
    Occasional,
    Regular,
    /// Brings others along.
    Advocate,
    /// Was one.
    Lapsed,
}

impl Lifecycle {
    pub const ALL: [Self; 6] =
        [Self::Unsaid, Self::Prospect, Self::Occasional, Self::Regular, Self::Advocate, Self::Lapsed];

    pub fn name(self) -> &'static str {
        match self {
            Self::Unsaid => say!(lifecycle_unsaid),
            Self::Prospect => say!(lifecycle_prospect),
            Self::Occasional => say!(lifecycle_occasional),
            Self::Regular => say!(lifecycle_regular),
            Self::Advocate => say!(lifecycle_advocate),
            Self::Lapsed => say!(lifecycle_lapsed),
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
            needs: String::new(),
            jobs: String::new(),
            quote: String::new(),
            lifecycle: Lifecycle::default(),
            treatment: String::new(),
            note: String::new(),
            value: None,
            portrait: None,
        }
    }
}
