//! What a customer is worth, as people know it: a range, in the map's currency.

use serde::{Deserialize, Serialize};

/// Money per customer; `low <= likely <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerValue {
    pub low: f64,
    pub likely: f64,
    pub high: f64,
}

/// More than this is no customer's value.
pub const VALUE_MAX: f64 = 1e12;

impl CustomerValue {
    /// A value without doubt, as the first figure that a person gives.
    pub fn exact(amount: f64) -> Self {
        Self { low: amount, likely: amount, high: amount }
    }

    /// Whether the three are amounts of money, in order.
    pub fn is_legal(&self) -> bool {
        let all = [self.low, self.likely, self.high];
        all.iter().all(|amount| (0.0..=VALUE_MAX).contains(amount))
            && self.low <= self.likely
            && self.likely <= self.high
    }
}
