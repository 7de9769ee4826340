//! The measured drop-off as the chart takes it: a rate for each stage, a series for each audience.

use touchline_words::say;

use super::{DropoffChart, DropoffSeries};
use crate::figures::definition::Definition;
use crate::figures::source::source_told;
use crate::figures::{self, FigureRow, Reader};
use crate::model::{Map, SegmentId};

/// All audiences first, then every measured segment in the map's order; stages that have a measured next one, from left to
/// right; what `reader` may not see is no point. `None` without a measurement that has such a stage.
pub fn dropoff_chart(map: &Map, reader: Reader) -> Option<DropoffChart> {
    let (_, measurement) = map.measurement()?;
    let counted = figures::rows(map, None);
    let places: Vec<usize> =
        counted.iter().enumerate().filter(|(_, row)| row.dropped.is_some()).map(|(at, _)| at).collect();
    if places.is_empty() {
        return None;
    }
    let measured = map.segments_in_order().into_iter().filter(|(id, _)| measurement.segments.contains_key(id));
    let audiences = std::iter::once((None, say!(figures_all_audiences)))
        .chain(measured.map(|(id, segment): (SegmentId, _)| (Some(id), segment.name.as_str())));
    let (mut too_few, mut protects) = (false, false);
    let series = audiences.map(|(segment, name)| {
        let rows = figures::shown(map, segment, reader);
        let shown: Vec<&FigureRow> = places.iter().filter_map(|place| rows.get(*place)).collect();
        too_few |= shown.iter().any(|row| row.too_few);
        protects |= shown.iter().any(|row| row.protects);
        DropoffSeries {
            name: name.to_owned(),
            total: segment.is_none(),
            rates: shown.iter().map(|row| row.rate).collect(),
        }
    });
    let series = series.collect();
    let left_out = figures::left_out(map, too_few, protects).filter(|_| reader == Reader::Client);
    let left_out = left_out.map(|why| say!(charts_no_point, why)).unwrap_or_default();
    // The window is the analyst's own; what is saved may go anywhere.
    let source = match reader {
        Reader::Client => source_told(measurement),
        Reader::Analyst => format!("{}, {}", measurement.source, source_told(measurement)),
    };
    Some(DropoffChart {
        title: match map.meta.title.as_str() {
            "" => say!(charts_title).to_owned(),
            title => say!(charts_title_of, title),
        },
        note: format!("{}; {source}{left_out}", Definition::of(measurement, None).short(),),
        stages: places.iter().filter_map(|place| counted.get(*place)).map(|row| row.name.clone()).collect(),
        series,
        language: map.meta.language.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{numbers, sample};

    #[test]
    fn the_chart_has_a_rate_for_each_stage_and_measured_audience() {
        let chart = dropoff_chart(&sample::map(), Reader::Client).unwrap();
        assert_eq!(chart.stages, ["Awareness", "Consideration", "Decision", "Onboarding"]);
        let names: Vec<&str> = chart.series.iter().map(|series| series.name.as_str()).collect();
        assert_eq!(names, ["All audiences", "Families under 12"]);
        let families = chart.series[1].rates[2].unwrap();
        assert_eq!(numbers::rate(families.rate), "22.6 %");
        assert!(families.low < families.rate && families.rate < families.high);
    }

    #[test]
    fn nothing_measured_is_no_chart() {
        let mut map = sample::map();
        map.measurements.clear();
        assert_eq!(dropoff_chart(&map, Reader::Client), None);
    }
}
