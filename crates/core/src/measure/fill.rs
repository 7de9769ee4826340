//! A file for the scorecard: which counts fill which metric of the map, and the one edit that lays them there.
//!
//! A metric is filled by a score of its kind. Where a file has several, the one that is called like the metric, like its
//! stage, or like a card of its stage is taken, else the one of the whole file; where neither is there, a person says which.

use touchline_words::direction::Listed;
use touchline_words::say;

use super::names::plain;
use crate::behaviour::scores::{Measures, Score, Scores, month_written};
use crate::edit::{Filled, fill_metrics};
use crate::figures::numbers;
use crate::figures::scorecard::figure;
use crate::model::{Date, Edit, Map, Metric, MetricId, MetricKind, Rank, Reading, StageId};

/// A metric that a file can fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Fillable {
    pub metric: MetricId,
    /// What the file has for it, by name.
    pub choices: Vec<Choice>,
    /// Which of them is meant; `None` where several could be.
    pub chosen: Option<usize>,
}

/// Counts of a file that can fill a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The touchpoint, question or title; empty for all of the file.
    pub name: String,
    /// The oldest first; those that cannot be, such as more finished than started, are left out.
    pub readings: Vec<Reading>,
    /// The last day that is counted.
    pub as_of: Option<Date>,
    /// What was counted.
    pub definition: String,
}

impl Choice {
    /// The name as it is told.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { say!(measure_whole_file) } else { &self.name }
    }

    /// `3 periods, Aug 2026 to Oct 2026`, `1 period, Aug 2026`.
    pub fn periods(&self) -> String {
        let label = |reading: &Reading| match reading.period.as_str() {
            "" => say!(measure_no_date).to_owned(),
            label => label.to_owned(),
        };
        match (self.readings.first(), self.readings.last(), self.readings.len()) {
            (Some(only), _, 1) => say!(measure_one_period, label = label(only)),
            (Some(first), Some(last), count) => say!(measure_periods, count, first = label(first), last = label(last)),
            _ => say!(measure_no_period).to_owned(),
        }
    }

    /// `NPS +30.0 · Promoters 120, Answers 300, Detractors 30`, of the newest period.
    pub fn newest(&self, kind: MetricKind) -> String {
        let Some(newest) = self.readings.last() else { return numbers::NONE.to_owned() };
        let names = kind.counts();
        let mut words = vec![
            format!("{} {}", names.count, numbers::count(newest.count)),
            format!("{} {}", names.of, numbers::count(newest.of)),
        ];
        words.extend(names.also.map(|also| format!("{also} {}", numbers::count(newest.also))));
        let figure = figure(kind, newest).map_or_else(String::new, |figure| format!("{} · ", figure.text()));
        let name = if kind == MetricKind::NetPromoter && !figure.is_empty() { "NPS " } else { "" };
        format!("{name}{figure}{}", words.listed(", "))
    }
}

/// The kinds of metric that a file can fill and a map has none of.
pub fn lacking(map: &Map, scores: &Scores) -> Vec<MetricKind> {
    let has = |kind: MetricKind| map.metrics.values().any(|metric| metric.kind == kind);
    let fits = |kind: MetricKind| !choices(&Metric::new(StageId(0), Rank::middle(), kind), scores).is_empty();
    MetricKind::ALL.into_iter().filter(|kind| !has(*kind) && fits(*kind)).collect()
}

/// Which scores fill a kind of metric.
fn fills(kind: MetricKind, measures: Measures) -> bool {
    use Measures as M;
    match kind {
        MetricKind::NetPromoter => measures == M::NetPromoter,
        MetricKind::Satisfaction => measures == M::Satisfaction,
        MetricKind::EpisodicCompletion => matches!(measures, M::EpisodicCompletion | M::Completion),
        MetricKind::FilmCompletion => matches!(measures, M::FilmCompletion | M::Completion),
        MetricKind::GrossChurn | MetricKind::NetChurn => measures == M::Churn,
        MetricKind::Discovery => measures == M::Discovery,
        MetricKind::Community => measures == M::Community,
        MetricKind::TimeSpent => false,
    }
}

/// The metrics of a map that a file can fill, in the order of the board. `wanted` names the score that is meant.
pub fn fillable(map: &Map, scores: &Scores, wanted: Option<&str>) -> Vec<Fillable> {
    let stages = map.stages_in_order();
    let metrics = stages.iter().flat_map(|(stage, _)| map.metrics_of(*stage));
    let one = |(id, metric): (MetricId, &Metric)| {
        let choices = choices(metric, scores);
        let chosen = chosen(map, metric, &choices, wanted);
        (!choices.is_empty()).then_some(Fillable { metric: id, choices, chosen })
    };
    metrics.filter_map(one).collect()
}

fn choices(metric: &Metric, scores: &Scores) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    // What tells its kind goes before what does not.
    let exact = |score: &&Score| fills(metric.kind, score.measures) && score.measures != Measures::Completion;
    let any = |score: &&Score| fills(metric.kind, score.measures);
    let has_exact = scores.scores.iter().any(|score| exact(&score));
    for score in scores.scores.iter().filter(|score| if has_exact { exact(score) } else { any(score) }) {
        let Some(reading) = reading(metric.kind, score) else { continue };
        let day = score.period.last_day.as_deref().and_then(Date::parse);
        let known = choices.iter_mut().find(|choice| choice.name == score.name);
        match known {
            Some(choice) => {
                choice.readings.push(reading);
                choice.as_of = choice.as_of.max(day);
            }
            None => choices.push(Choice {
                name: score.name.clone(),
                readings: vec![reading],
                as_of: day,
                definition: scores.definition(score.measures).to_owned(),
            }),
        }
    }
    choices
}

/// The counts as the metric has them. Only a net churn knows who came back, and only where a length changes the figure is
/// it kept.
fn reading(kind: MetricKind, score: &Score) -> Option<Reading> {
    let reading = Reading {
        period: score.period.label.clone(),
        days: score.period.days.filter(|_| kind.has_length()),
        count: score.count,
        of: score.of,
        also: if kind.counts().also.is_some() { score.also } else { 0 },
    };
    (reading.of > 0 && kind.contradiction(&reading).is_none()).then_some(reading)
}

fn chosen(map: &Map, metric: &Metric, choices: &[Choice], wanted: Option<&str>) -> Option<usize> {
    let called = |name: &str| choices.iter().position(|choice| plain(&choice.name) == plain(name));
    if let Some(wanted) = wanted {
        return called(wanted);
    }
    let own = Some(metric.name.as_str()).filter(|name| !name.is_empty());
    let stage = map.stages.get(&metric.stage).map(|stage| stage.name.as_str());
    let cards = map.touchpoints_of(metric.stage).into_iter().map(|(_, card)| card.title.as_str());
    let names = own.into_iter().chain(stage).chain(cards).filter(|name| !plain(name).is_empty());
    let by_name = names.into_iter().find_map(called);
    let whole = choices.iter().position(|choice| choice.name.is_empty());
    by_name.or(whole).or_else(|| (choices.len() == 1).then_some(0))
}

/// The edit that fills metrics from a file, each by the choice that is meant. `None` where that changes nothing.
pub fn fill(map: &Map, scores: &Scores, meant: &[Fillable]) -> Option<Edit> {
    let filled = meant.iter().filter_map(|fillable| {
        let choice = fillable.choices.get(fillable.chosen?)?;
        let readings = choice.readings.clone();
        Some(Filled { metric: fillable.metric, readings, source: scores.file.clone(), as_of: choice.as_of })
    });
    let filled: Vec<Filled> = filled.collect();
    fill_metrics(map, &filled, &scores.file, month_written)
}

/// Events of the map that tell of taking part: those bound to cards of a community.
pub fn community_events(map: &Map) -> Vec<String> {
    let cards = map.touchpoints.values().filter(|card| card.channel == crate::model::Channel::Community);
    cards.flat_map(|card| card.events.iter().cloned()).collect()
}
