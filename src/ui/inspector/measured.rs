//! What a measurement says, in the words of the panels. The figures themselves are written by `figures`.

use touchline_words::say;

use crate::figures::definition::period_or_reading;
use crate::figures::numbers;
use crate::model::{Map, Measurement, SegmentId, TouchpointId};

/// `All audiences`, or the segment's name.
pub fn audience(map: &Map, lens: Option<SegmentId>) -> String {
    lens.and_then(|id| map.segments.get(&id))
        .map_or_else(|| say!(ui_all_audiences).to_owned(), |segment| segment.name.clone())
}

/// `viewing-events.csv · 1,203,614 rows · 4 Jan – 29 Jun 2024`: the rows that were read, and the days of the data, or else
/// the day on which it was laid over the map.
pub fn source_text(measurement: &Measurement) -> String {
    let rows = numbers::count(measurement.rows_read);
    say!(ui_inspector_source_rows, source = measurement.source, rows, period = period_or_reading(measurement))
}

/// A warning when the figures no longer tell of the map's stages.
pub fn outdated_text(map: &Map, measurement: &Measurement) -> Option<&'static str> {
    (!map.is_current(measurement)).then_some(say!(ui_inspector_outdated))
}

/// `Reached by 3,120 of 21,904 customers · Families under 12`; `None` where the touchpoint was not measured.
pub fn reach_text(map: &Map, lens: Option<SegmentId>, card: TouchpointId) -> Option<String> {
    let (_, measurement) = map.measurement()?;
    let figures = measurement.figures(lens)?;
    let reach = figures.reach.get(&card)?;
    let (reach, all) = (numbers::count(*reach), numbers::count(figures.customers));
    Some(say!(ui_inspector_reached_by, reach, all, audience = audience(map, lens)))
}
