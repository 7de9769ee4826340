//! From measured behaviour to edits of the map: what a log, a table or a scorecard's file says becomes records.
//!
//! [`bindings`] asks the map's question of a log, [`lay_over`] lays the answer over the map. Only counts and medians pass.
//! [`lay_shape`] does the same for files of other shapes, such as stage counts and surveys.
//! What the map then says, as river, table, inspector and chart show it, `figures` tells.

mod bind;
mod counted;
mod fill;
mod lay;
mod lay_shape;
mod make_stages;
pub mod names;
mod preview;
mod refresh;
mod replaced;

pub use bind::{Bindings, bindings};
pub use counted::definition;
pub use fill::{Choice, Fillable, community_events, fill, fillable, lacking};
pub use lay::{LayError, lay_over};
pub use lay_shape::{Laid, LayShapeError, Unmatched, lay_shape, stages_asked};
pub use make_stages::{Made, lay_making_stages};
pub use names::{nearest_event, nearest_segment};
pub use preview::preview;
pub use refresh::{ChangeRow, EstimateRow, Refresh, refresh};
pub use replaced::replaced;
