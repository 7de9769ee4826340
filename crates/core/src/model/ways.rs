//! Ways: from a touchpoint to another, and from a stage back to an earlier one.

use super::{StageId, TouchpointId, is_default};
use serde::{Deserialize, Serialize};
use touchline_words::say;

/// A way from one touchpoint to another: a line on the board that follows both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Connector {
    pub from: TouchpointId,
    pub to: TouchpointId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: ConnectorKind,
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
}

/// How a customer comes from one touchpoint to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ConnectorKind {
    /// The usual way.
    #[default]
    Next,
    /// A way that some take instead.
    Alternative,
    /// Back to where one was.
    LoopBack,
    /// On with another device.
    DeviceHop,
}

impl ConnectorKind {
    pub const ALL: [Self; 4] = [Self::Next, Self::Alternative, Self::LoopBack, Self::DeviceHop];

    pub fn name(self) -> &'static str {
        match self {
            Self::Next => say!(connector_next),
            Self::Alternative => say!(connector_alternative),
            Self::LoopBack => say!(connector_loop_back),
            Self::DeviceHop => say!(connector_device_hop),
        }
    }
}

/// A way from a stage to one where customers were before, over the headers of the board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loop {
    pub from: StageId,
    pub to: StageId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
}
