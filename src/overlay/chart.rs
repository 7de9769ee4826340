//! The measured drop-off as the chart takes it: a rate for each stage, a series for each audience.

use crate::charts::{DropoffChart, DropoffSeries, Rate};
use crate::layout::definition::Definition;
use crate::layout::figures::{self, FigureRow};
use crate::layout::numbers;
use crate::model::{Map, SegmentId};

/// All audiences first, then every measured segment in the map's order; stages that have a measured next one, from left to
/// right. `None` without a measurement that has such a stage.
pub fn dropoff_chart(map: &Map) -> Option<DropoffChart> {
    let (_, measurement) = map.measurement()?;
    let all = figures::rows(map, None);
    let places: Vec<usize> =
        all.iter().enumerate().filter(|(_, row)| row.dropped.is_some()).map(|(at, _)| at).collect();
    if places.is_empty() {
        return None;
    }
    let rates = |rows: &[FigureRow]| {
        // What rests on too few is no point of the chart.
        let row = |place: &usize| rows.get(*place).filter(|row| !row.too_few).and_then(|row| row.rate);
        places.iter().map(|place| row(place).map(|r| Rate { rate: r.rate, low: r.low, high: r.high })).collect()
    };
    let mut series = vec![DropoffSeries { name: "All audiences".to_owned(), total: true, rates: rates(&all) }];
    let measured = map.segments_in_order().into_iter().filter(|(id, _)| measurement.segments.contains_key(id));
    series.extend(measured.map(|(id, segment): (SegmentId, _)| DropoffSeries {
        name: segment.name.clone(),
        total: false,
        rates: rates(&figures::rows(map, Some(id))),
    }));
    let rows = format!("{} {}", numbers::count(measurement.rows_used), measurement.rows_are.words());
    Some(DropoffChart {
        title: format!("Drop-off per stage: {}", map.meta.title),
        note: format!(
            "{}; {}, {rows}, {}",
            Definition::of(measurement, None).short(),
            measurement.source,
            measurement.taken.long()
        ),
        stages: places.iter().filter_map(|place| all.get(*place)).map(|row| row.name.clone()).collect(),
        series,
        language: map.meta.language.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::sample;

    #[test]
    fn the_chart_has_a_rate_for_each_stage_and_measured_audience() {
        let chart = dropoff_chart(&sample::map()).unwrap();
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
        assert_eq!(dropoff_chart(&map), None);
    }
}
