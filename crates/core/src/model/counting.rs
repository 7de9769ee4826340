//! How a measurement was counted: settings alone, so that the words beside a figure can be made again from the map.

use super::is_default;
use serde::{Deserialize, Serialize};

/// Which of two events of one customer at the same time comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TieOrder {
    #[default]
    File,
    Name,
}

/// Whether customers had to come to the stages in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum StageOrder {
    #[default]
    Ordered,
    Any,
}

/// Whether customers had to have reached the stages before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FunnelScope {
    #[default]
    Closed,
    Open,
}

/// What it took to have reached a stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    #[serde(default, skip_serializing_if = "is_default")]
    pub order: StageOrder,
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: FunnelScope,
    /// Seconds from the first stage reached, both ends included.
    #[serde(default, skip_serializing_if = "is_default")]
    pub window_secs: Option<u64>,
    /// Rows of a later time were not used; ISO 8601, in UTC or by the clock of the zone.
    #[serde(default, skip_serializing_if = "is_default")]
    pub as_of: Option<String>,
    /// The zone in which times without one were read; nothing where every time tells its own, or where nobody knows.
    #[serde(default, skip_serializing_if = "is_default")]
    pub zone: Option<String>,
}
