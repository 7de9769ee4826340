//! The drop-off figures of one audience, stage by stage: one struct for river, table, inspector and pages.
//!
//! Promise: a rate is computed here from a measurement's counts by `behaviour::statistics::wilson` and written once by
//! [`numbers`]; whoever shows it shows these strings (law O1).

use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

use super::{differences, numbers};
use crate::behaviour::disclosure::{AtStage, Cell, Counts, Disclosed, are_nobody, disclosed};
use crate::behaviour::small_groups::SmallGroups;
use crate::behaviour::statistics::{Interval, wilson};
use crate::model::{Figures, Map, Measurement, SegmentId, Stage, StageId};

/// A stage's figures for one audience. Stages that were not measured have no numbers and [`numbers::NONE`] as texts.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureRow {
    pub stage: StageId,
    pub name: String,
    /// Customers who reached the stage; of records those of whom it is known what became of them there.
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
    /// Records that came here too and are not in `reached`: they stand here, and nobody knows yet whether they go on.
    pub still_open: u64,
    /// What is counted: `customers`, `records`.
    pub counted: &'static str,
    /// What people estimated to drop off here, 0 … 100.
    pub estimate: Option<f64>,
    pub text: FigureTexts,
    /// The figures rest on too few customers to be read.
    pub too_few: bool,
    /// Which half of the rule it is, for whoever works with the map: `fewer than 5 left`.
    pub few: Option<String>,
    /// A figure was left out since one of too few would follow from it.
    pub protects: bool,
}

/// Who looks at the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Whoever works with the map: nothing of too few.
    Analyst,
    /// Whoever is given an export: nothing from which a figure of too few follows, either.
    Client,
}

/// The same figures as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureTexts {
    /// `6,790`: all who came, with those who still stand open.
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
    /// `1,589 still open`; empty where nobody is.
    pub open: String,
}

/// The figures of an audience (all audiences for `None`) for every stage of the map, in order.
pub fn rows(map: &Map, segment: Option<SegmentId>) -> Vec<FigureRow> {
    let measurement = map.measurement().map(|(_, measurement)| measurement);
    let rule = small_groups(map);
    let counted = measurement.map_or(say!(figures_customers), |measurement| measurement.rows_are.counted());
    let nobody = measurement.map(|measurement| nobody_at(measurement, segment, rule)).unwrap_or_default();
    map.stages_in_order()
        .into_iter()
        .map(|(id, stage)| match measurement.and_then(|measurement| measurement.at(segment, id)) {
            Some((figure, is_last)) => {
                let dropped = (!is_last).then_some(figure.dropped);
                let mut row = FigureRow::new(id, stage, Some(figure.reached), dropped, figure.median_secs);
                row.p90_secs = figure.p90_secs;
                row.text.p90 = figure.p90_secs.map_or_else(|| numbers::NONE.to_owned(), numbers::duration);
                (row.repeated, row.returned) = (figure.repeated, figure.returned);
                row.counted = counted;
                row.stand_open(figure.still_open);
                row.few = match few(rule, counted, figure.reached, dropped) {
                    // Many came, and all but a few of them stand open.
                    Some(_) if row.came() >= Some(rule.customers) && figure.reached < rule.customers => {
                        Some(say!(figures_fewer_known, customers = numbers::count(rule.customers)))
                    }
                    few => few.filter(|_| !nobody.contains(&id)),
                };
                row.too_few = row.few.is_some();
                row
            }
            None => FigureRow::new(id, stage, None, None, None),
        })
        .collect()
}

/// The stages to which nobody of enough came; saying so tells of no person.
fn nobody_at(measurement: &Measurement, segment: Option<SegmentId>, rule: SmallGroups) -> Vec<StageId> {
    let Some(figures) = measurement.figures(segment) else { return Vec::new() };
    let came = figures.stages.iter().map(|stage| stage.reached.saturating_add(stage.still_open));
    let nobody = are_nobody(figures.customers, came, &rule);
    measurement.stages.iter().zip(nobody).filter(|(_, nobody)| *nobody).map(|(id, _)| *id).collect()
}

/// The same as they may be shown to somebody: without what rests on too few, or tells of it.
pub fn shown(map: &Map, segment: Option<SegmentId>, reader: Reader) -> Vec<FigureRow> {
    let rows = rows(map, segment);
    let rule = small_groups(map);
    let given = map.measurement().map(|(_, measurement)| measurement).filter(|_| reader == Reader::Client);
    let Some(measurement) = given else { return rows.into_iter().map(|row| row.withheld(rule)).collect() };
    let disclosed = of_audience(map, measurement, segment);
    let cells = |row: &FigureRow| {
        let place = measurement.stages.iter().position(|stage| *stage == row.stage)?;
        disclosed.stages.get(place).copied()
    };
    let give = |row: FigureRow| match cells(&row).filter(|_| row.is_measured()) {
        Some((reached, dropped)) => row.given_away(reached, dropped),
        None => row,
    };
    let came: Vec<(StageId, u64)> = rows.iter().filter_map(|row| Some((row.stage, row.came()?))).collect();
    let mut given: Vec<FigureRow> = rows.into_iter().map(give).collect();
    // What is missing at the next stage follows from two counts that are shown; how many of those were lost does not.
    let shown: Vec<StageId> = given.iter().filter(|row| row.is_measured()).map(|row| row.stage).collect();
    for ((stage, here), (next_stage, next)) in came.iter().zip(came.iter().skip(1)) {
        let both = shown.contains(stage) && shown.contains(next_stage);
        let open = measurement.at(segment, *stage).is_some_and(|(figure, _)| figure.still_open > 0);
        let row = given.iter_mut().find(|row| row.stage == *stage && row.dropped.is_none());
        if let (true, true, Some(row), Some(missing)) = (both, open, row, here.checked_sub(*next)) {
            row.text.open = say!(figures_open_or_lost, missing = numbers::count(missing));
        }
    }
    given
}

/// The drop-off rate at a stage in another measurement of the map, where somebody may be shown it. 0 … 1.
pub fn rate_in(
    map: &Map,
    measurement: &Measurement,
    segment: Option<SegmentId>,
    stage: StageId,
    reader: Reader,
) -> Option<f64> {
    let place = measurement.stages.iter().position(|measured| *measured == stage)?;
    let (figure, is_last) = measurement.at(segment, stage)?;
    let may = match reader {
        Reader::Analyst => !small_groups(map).holds(figure.dropped, figure.reached),
        Reader::Client => {
            of_audience(map, measurement, segment).stages.get(place).is_some_and(|(_, gone)| *gone == Cell::Shown)
        }
    };
    wilson(figure.dropped, figure.reached).filter(|_| may && !is_last).map(|interval| interval.rate)
}

/// Whether all figures of a measured audience may be given away, so that the counts behind them may be too.
pub fn all_given_away(map: &Map, measurement: &Measurement, segment: Option<SegmentId>) -> bool {
    let Disclosed { customers, stages } = of_audience(map, measurement, segment);
    customers == Cell::Shown && stages.iter().all(|(came, gone)| [came, gone].iter().all(|cell| **cell == Cell::Shown))
}

/// How many customers a measured audience has, as it may be told in an export; `None` where it was not measured.
pub fn customers_given_away(map: &Map, segment: Option<SegmentId>) -> Option<String> {
    Some(match customers_shown(map, segment)? {
        Ok(customers) => say!(figures_customers_n, n = numbers::count(customers)),
        Err(instead) => instead,
    })
}

/// The same as a number, or the words that stand in its place.
pub fn customers_shown(map: &Map, segment: Option<SegmentId>) -> Option<Result<u64, String>> {
    let (_, measurement) = map.measurement()?;
    let figures = measurement.figures(segment)?;
    Some(match of_audience(map, measurement, segment).customers {
        Cell::Shown => Ok(figures.customers),
        Cell::TooFew => Err(say!(figures_few_to_show, few = differences::TOO_FEW.text())),
        Cell::Protects => Err(say!(figures_number_left_out).to_owned()),
    })
}

/// Why something is not shown in an export, for its notes; `None` where nothing is left out.
pub fn left_out(map: &Map, too_few: bool, protects: bool) -> Option<String> {
    let rule = small_groups(map);
    let least = numbers::count(rule.customers);
    let few = too_few.then(|| {
        let few = TOO_FEW_TO_SHOW.text();
        match rule.in_a_cell {
            0 | 1 => say!(figures_why_few_customers, few, least),
            2 => say!(figures_why_few, few, least, cell = "1"),
            least_cell => say!(figures_why_few, few, least, cell = format!("1–{}", numbers::count(least_cell - 1))),
        }
    });
    let protects = protects.then(|| say!(figures_why_left_out, left_out = LEFT_OUT.text()));
    let said: Vec<String> = few.into_iter().chain(protects).collect();
    (!said.is_empty()).then(|| said.listed("; "))
}

fn of_audience(map: &Map, measurement: &Measurement, segment: Option<SegmentId>) -> Disclosed {
    let counts = |figures: &Figures| Counts {
        customers: figures.customers,
        stages: figures
            .stages
            .iter()
            .map(|stage| AtStage {
                came: stage.reached.saturating_add(stage.still_open),
                known: stage.reached,
                dropped: stage.dropped,
            })
            .collect(),
    };
    let segments: Vec<Counts> = measurement.segments.values().map(counts).collect();
    let found = disclosed(&counts(&measurement.all), &segments, &small_groups(map));
    let place = match segment {
        None => Some(0),
        Some(id) => measurement.segments.keys().position(|measured| *measured == id).map(|place| place + 1),
    };
    place.and_then(|place| found.into_iter().nth(place)).unwrap_or_default()
}

/// What stands in an export where a figure rests on too few.
pub const TOO_FEW_TO_SHOW: Said = said::figures_too_few_to_show;
/// What stands in an export where a figure of too few would follow from one.
pub const LEFT_OUT: Said = said::figures_left_out;

/// When a group of the map is too small for a figure.
pub fn small_groups(map: &Map) -> SmallGroups {
    let least = map.meta.least_group;
    SmallGroups { customers: least.customers, in_a_cell: least.in_a_cell }
}

/// Which half of the rule a stage's figures fall under: `fewer than 30 customers`, `fewer than 5 left`, `fewer than 5 stayed`.
/// `None` where they rest on enough; at the last stage nobody is asked to go on.
pub fn few(rule: SmallGroups, counted: &str, reached: u64, dropped: Option<u64>) -> Option<String> {
    let is_small = dropped.map_or(reached < rule.customers, |dropped| rule.holds(dropped, reached));
    let (customers, cell) = (numbers::count(rule.customers), numbers::count(rule.in_a_cell));
    is_small.then(|| match dropped {
        Some(dropped) if reached >= rule.customers && rule.is_few(dropped) => say!(figures_fewer_left, cell),
        Some(_) if reached >= rule.customers => say!(figures_fewer_stayed, cell),
        _ => say!(figures_fewer, customers, counted),
    })
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
            still_open: 0,
            counted: say!(figures_customers),
            estimate,
            text: FigureTexts::new(reached, dropped, rate.as_ref(), median, estimate),
            too_few: false,
            few: None,
            protects: false,
        }
    }

    /// Notes how many still stand at the stage: they reached it, too.
    fn stand_open(&mut self, open: u64) {
        self.still_open = open;
        if open > 0 {
            self.text.open = say!(figures_still_open, open = numbers::count(open));
            self.text.reached = self.came().map_or_else(|| numbers::NONE.to_owned(), numbers::count);
        }
    }

    /// All who came to the stage, with those who still stand open at it.
    pub fn came(&self) -> Option<u64> {
        self.reached.map(|reached| reached.saturating_add(self.still_open))
    }

    /// What is said beside the loss of those who are not lost: `1,589 still open`.
    pub fn open_text(&self) -> Option<&str> {
        Some(self.text.open.as_str()).filter(|text| !text.is_empty())
    }

    /// The row without what rests on too few customers.
    fn withheld(self, rule: SmallGroups) -> Self {
        if !self.too_few {
            return self;
        }
        let open = self.still_open;
        let reached = self.reached.filter(|_| self.came() >= Some(rule.customers));
        let few = self.few.clone().unwrap_or_else(|| differences::TOO_FEW.text().to_owned());
        let least = say!(figures_fewer_than, least = numbers::count(rule.customers));
        let mut row = self.without_rate(reached, &least, &few);
        if row.is_measured() {
            row.stand_open(open);
        }
        row
    }

    /// The row as it may be given away.
    fn given_away(self, reached: Cell, dropped: Cell) -> Self {
        let words = |cell: Cell| if cell == Cell::Protects { LEFT_OUT.text() } else { TOO_FEW_TO_SHOW.text() };
        let row = Self {
            too_few: reached == Cell::TooFew || dropped == Cell::TooFew,
            protects: reached == Cell::Protects || dropped == Cell::Protects,
            few: None,
            ..self
        };
        let shown = row.reached.filter(|_| reached == Cell::Shown);
        let came = row.came().filter(|_| reached == Cell::Shown);
        match dropped {
            Cell::Shown => row,
            // At the last stage nobody is asked to go on: what is left out is who came.
            hidden => {
                let mut row = row.without_rate(shown, words(reached), words(hidden));
                if let Some(came) = came {
                    (row.reached, row.text.reached) = (Some(came), numbers::count(came));
                }
                row
            }
        }
    }

    /// Without everything that is told of those who dropped, and with only so many who reached it; words stand instead.
    fn without_rate(self, reached: Option<u64>, instead: &str, rate: &str) -> Self {
        let text = FigureTexts::new(reached, None, None, None, self.estimate);
        let text = FigureTexts {
            reached: reached.map_or_else(|| instead.to_owned(), numbers::count),
            rate: rate.to_owned(),
            loss: rate.to_owned(),
            ..text
        };
        Self {
            reached,
            dropped: None,
            rate: None,
            median_secs: None,
            p90_secs: None,
            repeated: 0,
            returned: 0,
            still_open: 0,
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
            open: String::new(),
        }
    }
}
