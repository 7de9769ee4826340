//! A metric: a figure that is held against a target, as a card in a stage. Counts only; a rate is always computed from them.

use super::{Date, LaneId, LaneKind, Listed, Rank, StageId, is_default};
use serde::{Deserialize, Serialize};
use touchline_words::{Said, said, say};

/// One row of the scorecard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    pub stage: StageId,
    pub rank: Rank,
    /// The further lane that it stands in; none for the first of its kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lane: Option<LaneId>,
    pub kind: MetricKind,
    /// The kind's own name when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// What is counted; the kind's own words when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub definition: String,
    /// Per cent, or points of a score; the kind's own when absent. A metric that has to grow has none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub target: Option<f64>,
    /// Who says that the target is the right one, and when; the kind's own words when empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub benchmark: String,
    /// What counts, where that is to be agreed, such as `90 % of the running time`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub threshold: String,
    /// Period by period, oldest first; the last is the present one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub readings: Vec<Reading>,
    /// Where the counts come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// The day on which the present counts were taken.
    #[serde(default, skip_serializing_if = "is_default")]
    pub as_of: Option<Date>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// The counts of one period. What each of them counts says the kind: [`MetricKind::counts`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// As people call it, such as `Aug 2026`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub period: String,
    /// Its length; a month when absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub days: Option<u16>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub count: u64,
    /// Of how many; 0 as long as nobody said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub of: u64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub also: u64,
}

/// What a metric tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MetricKind {
    GrossChurn,
    NetChurn,
    EpisodicCompletion,
    FilmCompletion,
    TimeSpent,
    NetPromoter,
    Satisfaction,
    Discovery,
    Community,
}

/// What a metric is to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aim {
    /// Stay below so many per cent.
    Below(f64),
    /// Lie above so many per cent, or points.
    Above(f64),
    /// Grow from period to period.
    Grow,
}

/// What the counts of a reading are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountNames {
    pub count: &'static str,
    pub of: &'static str,
    /// `None` where there is no third count.
    pub also: Option<&'static str>,
}

/// Who names the targets that a new metric begins with. They differ widely: each is the map's own to change.
const PRACTICE: Said = said::metric_practice;

/// Most periods that a metric holds.
pub const READINGS_MAX: usize = 240;
/// Longest period, in days.
pub const PERIOD_DAYS_MAX: u16 = 3_660;

impl MetricKind {
    pub const ALL: [Self; 9] = [
        Self::GrossChurn,
        Self::NetChurn,
        Self::EpisodicCompletion,
        Self::FilmCompletion,
        Self::TimeSpent,
        Self::NetPromoter,
        Self::Satisfaction,
        Self::Discovery,
        Self::Community,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::GrossChurn => say!(metric_gross_churn),
            Self::NetChurn => say!(metric_net_churn),
            Self::EpisodicCompletion => say!(metric_episodic_completion),
            Self::FilmCompletion => say!(metric_film_completion),
            Self::TimeSpent => say!(metric_time_spent),
            Self::NetPromoter => say!(metric_net_promoter),
            Self::Satisfaction => say!(metric_satisfaction),
            Self::Discovery => say!(metric_discovery),
            Self::Community => say!(metric_community),
        }
    }

    /// What is counted, when the metric itself says nothing else.
    pub fn definition(self) -> &'static str {
        match self {
            Self::GrossChurn => say!(metric_gross_churn_definition),
            Self::NetChurn => {
                say!(metric_net_churn_definition)
            }
            Self::EpisodicCompletion => say!(metric_episodic_completion_definition),
            Self::FilmCompletion => say!(metric_film_completion_definition),
            Self::TimeSpent => say!(metric_time_spent_definition),
            Self::NetPromoter => {
                say!(metric_net_promoter_definition)
            }
            Self::Satisfaction => say!(metric_satisfaction_definition),
            Self::Discovery => {
                say!(metric_discovery_definition)
            }
            Self::Community => say!(metric_community_definition),
        }
    }

    /// What the metric is to do, when it names no target.
    pub fn usual_aim(self) -> Aim {
        match self {
            Self::GrossChurn | Self::NetChurn => Aim::Below(5.0),
            Self::EpisodicCompletion => Aim::Above(70.0),
            Self::FilmCompletion => Aim::Above(85.0),
            Self::NetPromoter => Aim::Above(30.0),
            Self::Satisfaction => Aim::Above(80.0),
            Self::Discovery => Aim::Above(15.0),
            Self::TimeSpent | Self::Community => Aim::Grow,
        }
    }

    /// Who names that target, and when.
    pub fn benchmark(self) -> &'static str {
        match self {
            Self::GrossChurn => say!(metric_gross_churn_benchmark),
            Self::NetChurn => say!(metric_net_churn_benchmark),
            _ => PRACTICE.text(),
        }
    }

    pub fn counts(self) -> CountNames {
        let (count, of, also) = match self {
            Self::GrossChurn => (say!(metric_count_cancelled), say!(metric_count_at_start), None),
            Self::NetChurn => {
                (say!(metric_count_cancelled), say!(metric_count_at_start), Some(say!(metric_count_came_back)))
            }
            Self::EpisodicCompletion | Self::FilmCompletion => {
                (say!(metric_count_finished), say!(metric_count_started), None)
            }
            Self::TimeSpent => (say!(metric_count_hours), say!(metric_count_viewers), None),
            Self::NetPromoter => {
                (say!(metric_count_promoters), say!(metric_count_answers), Some(say!(metric_count_detractors)))
            }
            Self::Satisfaction => (say!(metric_count_satisfied), say!(metric_count_answers), None),
            Self::Discovery => (say!(metric_count_engaged), say!(metric_count_shown), Some(say!(metric_count_clicked))),
            Self::Community => (say!(metric_count_took_part), say!(metric_count_active_users), None),
        };
        CountNames { count, of, also }
    }

    /// What has to be agreed before anybody can count; `None` where the definition says it all.
    pub fn threshold(self) -> Option<&'static str> {
        match self {
            Self::EpisodicCompletion | Self::FilmCompletion => Some(say!(metric_finished_means)),
            Self::Discovery => Some(say!(metric_engaged_means)),
            _ => None,
        }
    }

    /// Whether the length of the period changes the figure.
    pub fn has_length(self) -> bool {
        matches!(self, Self::GrossChurn | Self::NetChurn | Self::TimeSpent)
    }

    /// Whether the figure is a score in points and not a share.
    pub fn is_score(self) -> bool {
        self == Self::NetPromoter
    }

    /// Which targets are possible, in per cent or in points.
    pub fn target_range(self) -> std::ops::RangeInclusive<f64> {
        if self.is_score() { -100.0..=100.0 } else { 0.0..=100.0 }
    }

    /// Why the counts cannot be, as the end of a sentence; `None` when they can. Counts of which nobody said of how many
    /// they are can always be.
    pub fn contradiction(self, reading: &Reading) -> Option<String> {
        let Reading { count, of, also, .. } = *reading;
        let names = self.counts();
        let more = |part: u64, name: &str, whole: u64, of: &str| {
            let (name, of) = (in_sentence(name), in_sentence(of));
            (part > whole).then(|| say!(metric_contradiction, part, name, whole, of))
        };
        if of == 0 {
            return None;
        }
        match (self, names.also) {
            (Self::TimeSpent, _) => None,
            (Self::NetPromoter, _) => {
                more(count.saturating_add(also), say!(metric_promoters_and_detractors), of, names.of)
            }
            (Self::NetChurn, Some(name)) => {
                more(count, names.count, of, names.of).or_else(|| more(also, name, count, names.count))
            }
            (Self::Discovery, Some(name)) if also > 0 => {
                more(also, name, of, names.of).or_else(|| more(count, names.count, also, name))
            }
            _ => more(count, names.count, of, names.of),
        }
    }
}

impl Listed for Metric {
    const LANE: LaneKind = LaneKind::Metrics;
    /// It goes by its kind.
    fn new_text() -> &'static str {
        ""
    }

    /// A metric of the first kind, under a name of its own where there is one.
    fn begun(stage: StageId, rank: Rank, name: String) -> Self {
        Self { name, ..Self::new(stage, rank, MetricKind::GrossChurn) }
    }
}

/// The name of a count within a sentence: nouns keep their capitals in German.
fn in_sentence(name: &str) -> String {
    if touchline_words::language() == touchline_words::Language::German { name.to_owned() } else { name.to_lowercase() }
}

impl Metric {
    pub fn new(stage: StageId, rank: Rank, kind: MetricKind) -> Self {
        Self {
            stage,
            rank,
            lane: None,
            kind,
            name: String::new(),
            definition: String::new(),
            target: None,
            benchmark: String::new(),
            threshold: String::new(),
            readings: Vec::new(),
            source: String::new(),
            as_of: None,
            note: String::new(),
        }
    }

    /// The name on the card.
    pub fn title(&self) -> &str {
        or_own(&self.name, self.kind.name())
    }

    pub fn definition(&self) -> &str {
        or_own(&self.definition, self.kind.definition())
    }

    /// Source and vintage of the target. A target of the map's own has the source that somebody wrote, or none.
    pub fn benchmark(&self) -> &str {
        if self.target.is_some() {
            or_own(&self.benchmark, say!(metric_set_here))
        } else {
            or_own(&self.benchmark, self.kind.benchmark())
        }
    }

    pub fn aim(&self) -> Aim {
        match (self.kind.usual_aim(), self.target) {
            (Aim::Below(_), Some(target)) => Aim::Below(target),
            (Aim::Above(_), Some(target)) => Aim::Above(target),
            (usual, _) => usual,
        }
    }

    /// The present period's counts.
    pub fn present(&self) -> Option<&Reading> {
        self.readings.last()
    }
}

fn or_own<'a>(text: &'a str, own: &'a str) -> &'a str {
    if text.is_empty() { own } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(count: u64, of: u64, also: u64) -> Reading {
        Reading { count, of, also, ..Reading::default() }
    }

    #[test]
    fn counts_that_cannot_be_are_named() {
        use MetricKind::*;
        for (kind, good, bad) in [
            (GrossChurn, reading(5, 9, 0), reading(10, 9, 0)),
            (NetChurn, reading(5, 9, 5), reading(5, 9, 6)),
            (NetPromoter, reading(8, 39, 22), reading(8, 29, 22)),
            (Discovery, reading(3, 9, 4), reading(5, 9, 4)),
            (Discovery, reading(3, 9, 0), reading(3, 2, 0)),
            (Community, reading(3, 3, 0), reading(4, 3, 0)),
        ] {
            assert_eq!(kind.contradiction(&good), None, "{kind:?}");
            assert!(kind.contradiction(&bad).is_some_and(|why| why.starts_with("counts ")), "{kind:?}");
        }
        assert_eq!(TimeSpent.contradiction(&reading(90_000, 3, 0)), None);
        assert_eq!(Satisfaction.contradiction(&reading(5, 0, 0)), None, "of how many is still to be said");
    }

    #[test]
    fn an_own_target_is_not_laid_at_the_benchmarks_door() {
        let mut metric = Metric::new(StageId(1), Rank::middle(), MetricKind::GrossChurn);
        assert_eq!(metric.aim(), Aim::Below(5.0));
        assert!(metric.benchmark().contains("Antenna, Aug 2024"));
        metric.target = Some(4.0);
        assert_eq!((metric.aim(), metric.benchmark()), (Aim::Below(4.0), "set in this map"));
        metric.kind = MetricKind::Community;
        assert_eq!(metric.aim(), Aim::Grow);
    }
}
