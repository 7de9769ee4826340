//! The drop-off figures of one audience, stage by stage: one struct for river, table, inspector and pages.
//!
//! Promise: a rate is computed here from a measurement's counts by `behaviour::statistics::wilson` and written once by
//! [`numbers`]; whoever shows it shows these strings (law O1).

use super::numbers;
use crate::behaviour::statistics::{Interval, wilson};
use crate::model::{Map, SegmentId, Stage, StageId};

/// What a drop-off rate means, for legends and notes.
pub const DEFINITION: &str =
    "Drop-off: customers in order, first event at or after the stage before; 95 % Wilson interval";

/// A stage's figures for one audience. Stages that were not measured have no numbers and [`numbers::NONE`] as texts.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    pub stage: StageId,
    pub name: String,
    /// Customers who reached the stage.
    pub reached: Option<u64>,
    /// Of those, who did not reach the next measured stage; `None` at the last one.
    pub dropped: Option<u64>,
    /// `dropped / reached` with its 95 % Wilson interval; `None` at the last stage and where nobody came.
    pub rate: Option<Interval>,
    /// Median seconds to the next stage, over those who reached it.
    pub median_secs: Option<f64>,
    /// What people estimated to drop off here, 0 … 100.
    pub estimate: Option<f64>,
    pub text: FigureTexts,
}

/// The same figures as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureTexts {
    /// `6,790`
    pub reached: String,
    /// `1,533`
    pub dropped: String,
    /// `22.6 %`
    pub rate: String,
    /// `−22.6 %`
    pub loss: String,
    /// `21.6 %`
    pub low: String,
    /// `23.6 %`
    pub high: String,
    /// `21.6–23.6 %`
    pub interval: String,
    /// `4 min 10 s`
    pub median: String,
    /// `30 %`
    pub estimate: String,
}

/// The figures of an audience (all audiences for `None`) for every stage of the map, in order.
pub fn rows(map: &Map, segment: Option<SegmentId>) -> Vec<FigureRow> {
    let measurement = map.measurement().map(|(_, measurement)| measurement);
    map.stages_in_order()
        .into_iter()
        .map(|(id, stage)| match measurement.and_then(|measurement| measurement.at(segment, id)) {
            Some((figure, is_last)) => {
                let dropped = (!is_last).then_some(figure.dropped);
                FigureRow::new(id, stage, Some(figure.reached), dropped, figure.median_secs)
            }
            None => FigureRow::new(id, stage, None, None, None),
        })
        .collect()
}

impl FigureRow {
    fn new(id: StageId, stage: &Stage, reached: Option<u64>, dropped: Option<u64>, median: Option<f64>) -> Self {
        let rate = dropped.zip(reached).and_then(|(dropped, reached)| wilson(dropped, reached));
        let estimate = stage.estimate.as_ref().map(|estimate| estimate.percent);
        Self {
            stage: id,
            name: stage.name.clone(),
            reached,
            dropped,
            rate,
            median_secs: median,
            estimate,
            text: FigureTexts::new(reached, dropped, rate.as_ref(), median, estimate),
        }
    }

    pub fn is_measured(&self) -> bool {
        self.reached.is_some()
    }
}

impl FigureTexts {
    /// Writes figures down; what is absent becomes [`numbers::NONE`].
    pub fn new(
        reached: Option<u64>,
        dropped: Option<u64>,
        rate: Option<&Interval>,
        median_secs: Option<f64>,
        estimate: Option<f64>,
    ) -> Self {
        let or_none = |text: Option<String>| text.unwrap_or_else(|| numbers::NONE.to_owned());
        Self {
            reached: or_none(reached.map(numbers::count)),
            dropped: or_none(dropped.map(numbers::count)),
            rate: or_none(rate.map(|rate| numbers::rate(rate.rate))),
            loss: or_none(rate.map(|rate| numbers::loss(rate.rate))),
            low: or_none(rate.map(|rate| numbers::rate(rate.low))),
            high: or_none(rate.map(|rate| numbers::rate(rate.high))),
            interval: or_none(rate.map(numbers::interval)),
            median: or_none(median_secs.map(numbers::duration)),
            estimate: or_none(estimate.map(numbers::percent)),
        }
    }
}
