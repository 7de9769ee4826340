//! Charts: plotters lays them out and our own backend writes them into a scene, so that a chart looks alike in the window
//! and in every export. The painters know no map and no log: numbers come in plain
//! structs, which [`dropoff_chart`] takes from a map's figures.

mod axes;
mod backend;
mod dropoff;
mod measured;
mod survival;

pub use dropoff::{DropoffChart, DropoffSeries, dropoff};
pub use measured::dropoff_chart;
pub use survival::{SurvivalChart, SurvivalPoint, SurvivalSeries, survival};
