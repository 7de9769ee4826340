//! A loop: customers go from a stage back to an earlier one.

use super::{StageId, is_default};
use serde::{Deserialize, Serialize};

/// A way from a stage to one where customers were before, over the headers of the board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loop {
    pub from: StageId,
    pub to: StageId,
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
}
