//! What the map's measurements and metrics say: counts become figures, and figures become the text that is read.
//!
//! Promise: a rate has one formula (`behaviour::statistics`) and one spelling ([`numbers`]), so that board, table, chart,
//! page and command line show the same figure to the digit (law O1). Nothing here draws, and nothing here changes a map.

mod came_back;
mod compared;
pub mod definition;
pub mod differences;
mod drop_off;
pub mod findings;
mod headline;
mod leaks;
mod named;
pub mod numbers;
pub mod rejections;
#[cfg(any(test, feature = "testing"))]
pub mod sample;
pub mod source;
pub mod scorecard;

pub use came_back::{CameBack, Share as CameBackShare, came_back};
pub use compared::groups;
pub use drop_off::{
    FigureRow, FigureTexts, LEFT_OUT, Reader, TOO_FEW_TO_SHOW, all_given_away, customers_given_away, customers_shown,
    few, left_out, rate_in, rows, shown, small_groups,
};
pub use headline::{document_title, headline};
pub use leaks::{LEAK_DEFINITION, LeakRow, leaks};
pub use named::group_name;
