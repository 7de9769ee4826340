//! What the map will say: its stages and the river alone, before anything is laid over it.

use super::lay_over;
use crate::behaviour::report::Report;
use crate::layout::{Lens, arrange_river};
use crate::model::{Date, IdSource, Map};
use crate::scene::Scene;
use crate::text::Shaper;
use crate::theme::Theme;
use std::collections::BTreeMap;

/// The river of all audiences as the board will draw it, at least `min_width` map units wide. Empty when the report was
/// not measured for the map.
pub fn preview(report: &Report, map: &Map, theme: &Theme, shaper: &Shaper, min_width: f32) -> Scene {
    let mut map = map.clone();
    // Numbers and day of this record are never seen: only its counts are drawn.
    let laid = Date::new(2000, 1, 1)
        .and_then(|day| lay_over(&map, report, &BTreeMap::new(), day, &mut IdSource::seeded(0)).ok())
        .and_then(|edit| map.apply(edit).ok());
    if laid.is_none() {
        return Scene::default();
    }
    arrange_river(&map, &Lens::default(), theme, shaper, min_width)
}
