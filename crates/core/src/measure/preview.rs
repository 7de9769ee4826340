//! What the map will say: the map as it is with a report laid over it, for whoever draws the river before anything is laid.

use super::lay_over;
use crate::behaviour::report::Report;
use crate::model::{Date, IdSource, Map};
use std::collections::BTreeMap;

/// The map with the report's figures of all audiences, to be drawn and thrown away: its measurement's id and day mean
/// nothing. `None` when the report was not measured for the map.
pub fn preview(report: &Report, map: &Map) -> Option<Map> {
    let day = Date::new(2000, 1, 1)?;
    let edit = lay_over(map, report, &BTreeMap::new(), day, &mut IdSource::seeded(0)).ok()?;
    map.after(&edit).ok()
}
