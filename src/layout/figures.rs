//! The drop-off figures of one audience, stage by stage: one struct for river, table, inspector and pages.
//!
//! Promise: a rate is computed here from a measurement's counts by `behaviour::statistics::wilson` and written once by
//! [`numbers`]; whoever shows it shows these strings (law O1).

use super::{differences, numbers};
use crate::behaviour::small_groups::SmallGroups;
use crate::behaviour::statistics::{Interval, wilson};
use crate::model::{Map, SegmentId, Stage, StageId};

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
    /// The 90th percentile of the same.
    pub p90_secs: Option<f64>,
    /// Of those who reached the stage, who have two or more of its events, and who came back to it from a later one.
    pub repeated: u64,
    pub returned: u64,
    /// What people estimated to drop off here, 0 … 100.
    pub estimate: Option<f64>,
    pub text: FigureTexts,
    /// The figures are a segment's and rest on too few customers to be read.
    pub too_few: bool,
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
    /// `2 h 5 min`
    pub p90: String,
    /// `30 %`
    pub estimate: String,
}

/// The figures of an audience (all audiences for `None`) for every stage of the map, in order.
pub fn rows(map: &Map, segment: Option<SegmentId>) -> Vec<FigureRow> {
    let measurement = map.measurement().map(|(_, measurement)| measurement);
    let rule = small_groups(map);
    map.stages_in_order()
        .into_iter()
        .map(|(id, stage)| match measurement.and_then(|measurement| measurement.at(segment, id)) {
            Some((figure, is_last)) => {
                let dropped = (!is_last).then_some(figure.dropped);
                let mut row = FigureRow::new(id, stage, Some(figure.reached), dropped, figure.median_secs);
                row.p90_secs = figure.p90_secs;
                row.text.p90 = figure.p90_secs.map_or_else(|| numbers::NONE.to_owned(), numbers::duration);
                (row.repeated, row.returned) = (figure.repeated, figure.returned);
                row.too_few = segment.is_some() && is_small(rule, figure.reached, dropped);
                row
            }
            None => FigureRow::new(id, stage, None, None, None),
        })
        .collect()
}

/// When a segment of the map is too small for a figure.
pub fn small_groups(map: &Map) -> SmallGroups {
    let least = map.meta.least_group;
    SmallGroups { customers: least.customers, in_a_cell: least.in_a_cell }
}

/// Whether a stage's figures rest on too few; at the last stage nobody is asked to go on.
fn is_small(rule: SmallGroups, reached: u64, dropped: Option<u64>) -> bool {
    dropped.map_or(reached < rule.customers, |dropped| rule.holds(dropped, reached))
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
            p90_secs: None,
            repeated: 0,
            returned: 0,
            estimate,
            text: FigureTexts::new(reached, dropped, rate.as_ref(), median, estimate),
            too_few: false,
        }
    }

    /// The row as it may be given away: without what rests on too few customers.
    pub fn withheld(self, rule: SmallGroups) -> Self {
        if !self.too_few {
            return self;
        }
        let reached = self.reached.filter(|reached| *reached >= rule.customers);
        let few = || differences::TOO_FEW.to_owned();
        let text = FigureTexts::new(reached, None, None, None, self.estimate);
        let text = FigureTexts { reached: reached.map_or_else(few, numbers::count), rate: few(), loss: few(), ..text };
        Self {
            reached,
            dropped: None,
            rate: None,
            median_secs: None,
            p90_secs: None,
            repeated: 0,
            returned: 0,
            text,
            ..self
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
            p90: or_none(None),
            estimate: or_none(estimate.map(numbers::percent)),
        }
    }
}
