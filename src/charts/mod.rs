//! Charts: plotters lays them out and our own backend writes them into a scene, so that a chart looks alike in the window
//! and in every export. Knows no map and no log: numbers come in plain structs.

mod axes;
mod backend;
mod dropoff;
mod survival;

pub use dropoff::{DropoffChart, DropoffSeries, Rate, dropoff};
pub use survival::{SurvivalChart, SurvivalPoint, SurvivalSeries, survival};
