//! The metrics against their targets: one struct for the board's cards, the table, the inspector and the command line.
//!
//! Promise: a figure is computed here from a metric's counts by `behaviour::scorecard` and written once; whoever shows it
//! shows these strings (law O1).

use touchline_words::say;

use super::differences::TOO_FEW;
use super::drop_off::{TOO_FEW_TO_SHOW, small_groups};
use super::numbers;
use crate::behaviour::scorecard::{
    Estimate, Growth, MONTH_DAYS, Verdict, Wanted, against_growth, against_level, growth, monthly, net_promoter, share,
};
use crate::behaviour::small_groups::SmallGroups;
use crate::model::{Aim, Map, Metric, MetricId, MetricKind, Reading};

/// One metric, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricRow {
    pub metric: MetricId,
    /// The newest period whose counts are whole, by its place among the readings.
    pub present: Option<usize>,
    /// A fraction 0 … 1, or points −100 … 100; of time spent, hours with no interval.
    pub figure: Option<Figure>,
    /// `None` as long as nothing is counted.
    pub verdict: Option<Verdict>,
    /// Over all periods, in the figure's unit a period; `None` for fewer than three.
    pub trend: Option<Growth>,
    /// Of time spent, the trend of hours per active viewer: a total grows with the audience alone, too.
    pub trend_each: Option<Growth>,
    /// The present figure rests on too few people: grey, and not given away ([`MetricRow::withheld`]).
    pub too_few: bool,
    pub text: MetricTexts,
}

/// What a metric says now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    Share(Estimate),
    Score(Estimate),
    /// Hours a month, and per active viewer where those are known.
    Hours {
        total: f64,
        each: Option<f64>,
    },
}

/// The same as it is written; what is absent is [`numbers::NONE`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetricTexts {
    /// `4.9 %`, `+32.1`, `1,204,000 h`
    pub figure: String,
    /// `4.7–5.1 %`, `+20.4 to +43.0`, `12.5 h each`
    pub interval: String,
    /// `4,812 of 96,300`
    pub counted: String,
    /// `below 5 % a month`, `above 30`, `to grow`
    pub target: String,
    pub verdict: String,
    /// `+0.4 points a period (+0.1 to +0.7)`
    pub trend: String,
}

/// Every metric of the map: stage by stage, in the order of the cards.
pub fn rows(map: &Map) -> Vec<(MetricId, &Metric, MetricRow)> {
    let stages = map.stages_in_order();
    let metrics = stages.iter().flat_map(|(stage, _)| map.metrics_of(*stage));
    let rule = small_groups(map);
    metrics.map(|(id, metric)| (id, metric, row(id, metric, rule))).collect()
}

/// One metric, judged, and held to the map's rule for small groups.
pub fn row(id: MetricId, metric: &Metric, rule: SmallGroups) -> MetricRow {
    let whole = metric.readings.iter().rposition(|reading| figure(metric.kind, reading).is_some());
    // Periods after the newest whole one are still being filled in.
    let periods = whole.and_then(|last| metric.readings.get(..=last)).unwrap_or_default();
    let figures: Option<Vec<Figure>> = periods.iter().map(|reading| figure(metric.kind, reading)).collect();
    let present = periods.last().and_then(|reading| figure(metric.kind, reading));
    let values: Vec<f64> = figures.iter().flatten().map(Figure::value).collect();
    let each: Option<Vec<f64>> = figures.iter().flatten().map(Figure::each).collect();
    let judged = present.map(|present| match (metric.aim(), present.estimate()) {
        (Aim::Below(target), Some(estimate)) => against_level(&estimate, target * unit(&present), Wanted::Below),
        (Aim::Above(target), Some(estimate)) => against_level(&estimate, target * unit(&present), Wanted::Above),
        _ => against_growth(&values).0,
    });
    let found = growth(&values);
    let text = MetricTexts {
        figure: present.map_or_else(|| numbers::NONE.to_owned(), |present| present.text()),
        interval: present.and_then(|present| present.interval_text()).unwrap_or_else(|| numbers::NONE.to_owned()),
        counted: periods.last().map_or_else(|| numbers::NONE.to_owned(), |reading| counted(metric.kind, reading)),
        target: target_text(metric),
        verdict: judged.map_or(say!(figures_no_value), Verdict::words).to_owned(),
        trend: match (found, present) {
            (Some(found), Some(present)) => trend_text(&found, &present),
            _ => numbers::NONE.to_owned(),
        },
    };
    MetricRow {
        metric: id,
        present: whole,
        figure: present,
        verdict: judged,
        trend: found,
        trend_each: each.and_then(|each| growth(&each)),
        too_few: present.is_some() && periods.iter().any(|reading| is_small(metric.kind, reading, rule)),
        text,
    }
}

/// Whether a period's counts are of too few people. Of a score the sides may be small, not those who answered.
fn is_small(kind: MetricKind, reading: &Reading, rule: SmallGroups) -> bool {
    let Reading { count, of, also, .. } = *reading;
    match kind {
        MetricKind::TimeSpent => of > 0 && of < rule.customers,
        MetricKind::NetPromoter => of < rule.customers,
        MetricKind::NetChurn => rule.holds(count, of) || rule.holds(count.saturating_sub(also), of),
        _ => rule.holds(count, of),
    }
}

impl MetricRow {
    /// The row as it may be given away: without a figure that rests on too few, and without the trend that it is part of.
    pub fn withheld(self) -> MetricRow {
        if !self.too_few {
            return self;
        }
        let none = || numbers::NONE.to_owned();
        let text = MetricTexts {
            figure: TOO_FEW.text().to_owned(),
            interval: none(),
            counted: none(),
            verdict: TOO_FEW_TO_SHOW.text().to_owned(),
            trend: none(),
            ..self.text
        };
        MetricRow { figure: None, verdict: None, trend: None, trend_each: None, text, ..self }
    }
}

/// A period's figure; `None` as long as its counts are not whole.
pub fn figure(kind: MetricKind, reading: &Reading) -> Option<Figure> {
    let Reading { count, of, also, .. } = *reading;
    let days = reading.days.map(f64::from);
    match kind {
        MetricKind::TimeSpent => {
            let month = days.filter(|days| *days > 0.0).map_or(1.0, |days| MONTH_DAYS / days);
            let each = (of > 0).then(|| count as f64 / of as f64 * month);
            (count > 0).then_some(Figure::Hours { total: count as f64 * month, each })
        }
        MetricKind::NetPromoter => net_promoter(count, also, of).map(Figure::Score),
        MetricKind::GrossChurn | MetricKind::NetChurn => {
            let gone = if kind == MetricKind::NetChurn { count.checked_sub(also)? } else { count };
            let lost = share(gone, of)?;
            Some(Figure::Share(days.map_or(Some(lost), |days| monthly(lost, days))?))
        }
        _ => share(count, of).map(Figure::Share),
    }
}

/// How much of a figure's own unit a per cent or point of a target is.
fn unit(figure: &Figure) -> f64 {
    if matches!(figure, Figure::Share(_)) { 0.01 } else { 1.0 }
}

impl Figure {
    fn value(&self) -> f64 {
        match self {
            Self::Share(estimate) | Self::Score(estimate) => estimate.value,
            Self::Hours { total, .. } => *total,
        }
    }

    fn each(&self) -> Option<f64> {
        match self {
            Self::Hours { each, .. } => *each,
            _ => None,
        }
    }

    /// The figure with its interval, where it has one.
    pub fn estimate(&self) -> Option<Estimate> {
        match self {
            Self::Share(estimate) | Self::Score(estimate) => Some(*estimate),
            Self::Hours { .. } => None,
        }
    }

    /// As it stands on the card: `4.2 %`, `−35.9`.
    pub fn text(&self) -> String {
        match self {
            Self::Share(estimate) => numbers::rate(estimate.value),
            Self::Score(estimate) => numbers::signed(estimate.value),
            Self::Hours { total, .. } => format!("{} h", numbers::count(total.round().clamp(0.0, 1e18) as u64)),
        }
    }

    fn interval_text(&self) -> Option<String> {
        match self {
            Self::Share(Estimate { value: rate, low, high }) => {
                Some(numbers::interval(&crate::behaviour::statistics::Interval { rate: *rate, low: *low, high: *high }))
            }
            Self::Score(estimate) => Some(say!(
                figures_low_to_high,
                low = numbers::signed(estimate.low),
                high = numbers::signed(estimate.high)
            )),
            Self::Hours { each, .. } => each.map(|each| say!(figures_hours_each, each = numbers::fixed(each, 1))),
        }
    }
}

/// `4,812 of 96,300`; of a score, both sides of it.
fn counted(kind: MetricKind, reading: &Reading) -> String {
    let [count, of, also] = [reading.count, reading.of, reading.also].map(numbers::count);
    match kind {
        MetricKind::NetPromoter => say!(figures_for_against, count, also, of),
        MetricKind::NetChurn => say!(figures_less, count, also, of),
        MetricKind::TimeSpent if reading.of > 0 => say!(figures_hours_by, count, of),
        MetricKind::TimeSpent => format!("{count} h"),
        _ => say!(figures_count_of, count, of),
    }
}

fn target_text(metric: &Metric) -> String {
    let level = |target: f64| {
        if metric.kind.is_score() { numbers::plain(target).replace('-', "−") } else { numbers::percent(target) }
    };
    match metric.aim() {
        Aim::Below(target) => say!(figures_aim_below, level = level(target)),
        Aim::Above(target) => say!(figures_aim_above, level = level(target)),
        Aim::Grow => say!(figures_aim_grow).to_owned(),
    }
}

fn trend_text(found: &Growth, present: &Figure) -> String {
    let (scale, unit) = match present {
        Figure::Share(_) => (100.0, say!(figures_points)),
        Figure::Score(_) => (1.0, say!(figures_points)),
        Figure::Hours { .. } => (1.0, "h"),
    };
    let text = |number: f64| numbers::signed(number * scale);
    say!(figures_trend, slope = text(found.slope), unit, low = text(found.low), high = text(found.high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Rank, StageId};

    fn metric(kind: MetricKind, readings: &[(u64, u64, u64)]) -> Metric {
        let reading =
            |(count, of, also): &(u64, u64, u64)| Reading { count: *count, of: *of, also: *also, ..Reading::default() };
        Metric { readings: readings.iter().map(reading).collect(), ..Metric::new(StageId(1), Rank::middle(), kind) }
    }

    fn judged(metric: &Metric) -> MetricRow {
        row(MetricId(1), metric, SmallGroups::default())
    }

    #[test]
    fn every_kind_is_judged_by_its_counts() {
        use MetricKind::*;
        for (kind, readings, figure, verdict) in [
            (GrossChurn, vec![(400, 10_000, 0)], "4.0 %", "met"),
            (GrossChurn, vec![(600, 10_000, 0)], "6.0 %", "not met"),
            (NetChurn, vec![(600, 10_000, 110)], "4.9 %", "cannot tell"),
            (EpisodicCompletion, vec![(800, 1_000, 0)], "80.0 %", "met"),
            (FilmCompletion, vec![(800, 1_000, 0)], "80.0 %", "not met"),
            (NetPromoter, vec![(8, 39, 22)], "−35.9", "not met"),
            (NetPromoter, vec![(600, 1_000, 200)], "+40.0", "met"),
            (Satisfaction, vec![(41, 50, 0)], "82.0 %", "cannot tell"),
            (Discovery, vec![(150, 1_000, 400)], "15.0 %", "cannot tell"),
            (Community, vec![(150, 1_000, 0)], "15.0 %", "needs a trend"),
            (Community, vec![(100, 1_000, 0), (150, 1_000, 0), (201, 1_000, 0)], "20.1 %", "met"),
            (TimeSpent, vec![(9_000, 100, 0), (8_000, 100, 0), (7_100, 100, 0)], "7,100 h", "not met"),
            (TimeSpent, vec![], "–", "no value yet"),
            (Satisfaction, vec![(41, 0, 0)], "–", "no value yet"),
        ] {
            let row = judged(&metric(kind, &readings));
            assert_eq!(
                (row.text.figure.as_str(), row.text.verdict.as_str()),
                (figure, verdict),
                "{kind:?} {readings:?}"
            );
        }
    }

    #[test]
    fn a_target_of_the_maps_own_counts() {
        let own = Metric { target: Some(3.0), ..metric(MetricKind::GrossChurn, &[(400, 10_000, 0)]) };
        let row = judged(&own);
        assert_eq!((row.text.target.as_str(), row.verdict), ("below 3 % a month", Some(Verdict::NotMet)));
        let score = Metric { target: Some(-40.5), ..metric(MetricKind::NetPromoter, &[(800, 3_900, 2_200)]) };
        assert_eq!((judged(&score).text.target.as_str(), judged(&score).verdict), ("above −40.5", Some(Verdict::Met)));
    }

    #[test]
    fn a_quarters_churn_is_shown_by_the_month() {
        let mut quarter = metric(MetricKind::GrossChurn, &[(1_200, 10_000, 0)]);
        quarter.readings[0].days = Some(91);
        let row = judged(&quarter);
        assert_eq!((row.text.figure.as_str(), row.text.counted.as_str()), ("4.2 %", "1,200 of 10,000"));
    }

    #[test]
    fn hours_that_grow_with_the_audience_alone_show_it() {
        let row = judged(&metric(MetricKind::TimeSpent, &[(9_000, 100, 0), (18_200, 205, 0), (27_000, 310, 0)]));
        assert_eq!(row.verdict, Some(Verdict::Met));
        assert!(row.trend_each.is_some_and(|each| each.slope < 0.0), "{row:?}");
        assert_eq!(row.text.interval, "87.1 h each");
    }

    #[test]
    fn a_period_that_is_being_filled_in_changes_nothing_yet() {
        let whole = metric(MetricKind::Community, &[(100, 1_000, 0), (150, 1_000, 0), (201, 1_000, 0)]);
        let mut filling = whole.clone();
        filling.readings.push(Reading { period: "Dec".to_owned(), count: 7, ..Reading::default() });
        assert_eq!(judged(&filling), judged(&whole));
        let mut gap = whole.clone();
        gap.readings[1].of = 0;
        assert_eq!(judged(&gap).verdict, Some(Verdict::NeedsTrend));
    }

    #[test]
    fn a_figure_of_too_few_people_is_not_given_away() {
        use MetricKind::*;
        for (kind, readings, too_few) in [
            (Satisfaction, vec![(20, 29, 0)], true),
            (Satisfaction, vec![(20, 30, 0)], false),
            (Satisfaction, vec![(27, 30, 0)], true),
            (Discovery, vec![(4, 1_000, 0)], true),
            (NetPromoter, vec![(2, 39, 1)], false),
            (NetPromoter, vec![(20, 29, 1)], true),
            (NetChurn, vec![(600, 10_000, 597)], true),
            (TimeSpent, vec![(9_000, 12, 0)], true),
            (TimeSpent, vec![(9_000, 0, 0)], false),
            (Community, vec![(9, 20, 0), (150, 1_000, 0), (201, 1_000, 0)], true),
            (Community, vec![], false),
        ] {
            let row = judged(&metric(kind, &readings));
            assert_eq!(row.too_few, too_few, "{kind:?} {readings:?}");
            let given = row.clone().withheld();
            assert_eq!(given.figure.is_none(), too_few || row.figure.is_none(), "{kind:?} {readings:?}");
            if too_few {
                assert_eq!(
                    (given.text.counted.as_str(), given.text.verdict.as_str()),
                    (numbers::NONE, TOO_FEW_TO_SHOW.text())
                );
                assert_eq!((given.verdict, given.trend), (None, None));
            }
        }
    }
}
