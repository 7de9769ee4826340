//! The rules that every map keeps: references resolve, numbers are finite and in range, counts fit together.

use super::*;
use std::fmt;

/// One rule broken at one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub at: RecordRef,
    /// What is wrong, as a sentence without the record.
    pub what: String,
}

/// A record of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordRef {
    Map,
    Stage(StageId),
    Lane(LaneId),
    Touchpoint(TouchpointId),
    Question(QuestionId),
    PainPoint(PainPointId),
    Action(ActionId),
    Flag(FlagId),
    Segment(SegmentId),
    Sticky(StickyId),
    Measurement(MeasurementId),
    Metric(MetricId),
}

impl RecordRef {
    /// The kind's name.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Stage(_) => "stage",
            Self::Lane(_) => "lane",
            Self::Touchpoint(_) => "touchpoint",
            Self::Question(_) => "question",
            Self::PainPoint(_) => "pain point",
            Self::Action(_) => "action",
            Self::Flag(_) => "compliance flag",
            Self::Segment(_) => "segment",
            Self::Sticky(_) => "sticky note",
            Self::Measurement(_) => "measurement",
            Self::Metric(_) => "metric",
        }
    }
}

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind();
        match self {
            Self::Map => f.write_str(kind),
            Self::Stage(id) => write!(f, "{kind} {id}"),
            Self::Lane(id) => write!(f, "{kind} {id}"),
            Self::Touchpoint(id) => write!(f, "{kind} {id}"),
            Self::Question(id) => write!(f, "{kind} {id}"),
            Self::PainPoint(id) => write!(f, "{kind} {id}"),
            Self::Action(id) => write!(f, "{kind} {id}"),
            Self::Flag(id) => write!(f, "{kind} {id}"),
            Self::Segment(id) => write!(f, "{kind} {id}"),
            Self::Sticky(id) => write!(f, "{kind} {id}"),
            Self::Measurement(id) => write!(f, "{kind} {id}"),
            Self::Metric(id) => write!(f, "{kind} {id}"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

/// Collects problems of one map.
struct Checker<'a> {
    map: &'a Map,
    found: Vec<Problem>,
}

impl Map {
    /// Every rule that the map breaks; a map that was only changed by [`Map::apply`] breaks none.
    pub fn check(&self) -> Vec<Problem> {
        let mut checker = Checker { map: self, found: Vec::new() };
        checker.values();
        checker.stages();
        checker.touchpoints();
        checker.annotations();
        checker.measurements();
        checker.metrics();
        checker.found
    }
}

impl Checker<'_> {
    fn expect(&mut self, holds: bool, at: RecordRef, what: impl FnOnce() -> String) {
        if !holds {
            self.found.push(Problem { at, what: what() });
        }
    }

    fn stage(&mut self, at: RecordRef, stage: StageId) {
        self.expect(self.map.stages.contains_key(&stage), at, || format!("names stage {stage}, which the map lacks"));
    }

    fn card(&mut self, at: RecordRef, card: Option<TouchpointId>) {
        let Some(card) = card else { return };
        self.expect(self.map.touchpoints.contains_key(&card), at, || {
            format!("names touchpoint {card}, which the map lacks")
        });
    }

    fn segments<'s>(&mut self, at: RecordRef, segments: impl IntoIterator<Item = &'s SegmentId>) {
        for segment in segments {
            self.expect(self.map.segments.contains_key(segment), at, || {
                format!("names segment {segment}, which the map lacks")
            });
        }
    }

    fn values(&mut self) {
        let of_segments = self.map.segments.iter().map(|(id, segment)| (RecordRef::Segment(*id), segment.value));
        for (at, value) in std::iter::once((RecordRef::Map, self.map.meta.value)).chain(of_segments) {
            self.expect(value.is_none_or(|value| value.is_legal()), at, || {
                "has a value per customer that is no range of money, from low over likely to high".to_owned()
            });
        }
    }

    fn stages(&mut self) {
        for (id, stage) in &self.map.stages {
            let at = RecordRef::Stage(*id);
            if let Some(width) = stage.width {
                self.expect(STAGE_WIDTH.contains(&width), at, || {
                    format!("is {width} wide; {} to {} is possible", STAGE_WIDTH.start(), STAGE_WIDTH.end())
                });
            }
            if let Some(period) = stage.period {
                self.expect(period.from <= period.to, at, || {
                    format!("is planned from {} to the earlier {}", period.from, period.to)
                });
            }
            if let Some(estimate) = &stage.estimate {
                self.expect((0.0..=100.0).contains(&estimate.percent), at, || {
                    format!("has an estimated drop-off of {} %; 0 to 100 is possible", estimate.percent)
                });
                self.card(at, estimate.cause);
            }
        }
    }

    fn touchpoints(&mut self) {
        for (id, card) in &self.map.touchpoints {
            let at = RecordRef::Touchpoint(*id);
            self.stage(at, card.stage);
            match self.map.lanes.get(&card.lane) {
                None => self.expect(false, at, || format!("names lane {}, which the map lacks", card.lane)),
                Some(lane) => self.expect(lane.kind == LaneKind::Touchpoints, at, || {
                    format!("lies in lane “{}”, which holds no touchpoints", lane.title())
                }),
            }
            self.segments(at, &card.segments);
            self.segments(at, card.segment_emotions.keys());
        }
    }

    fn annotations(&mut self) {
        for (id, question) in &self.map.questions {
            self.stage(RecordRef::Question(*id), question.stage);
            self.segments(RecordRef::Question(*id), &question.segments);
        }
        for (id, pain) in &self.map.pain_points {
            self.stage(RecordRef::PainPoint(*id), pain.stage);
            self.card(RecordRef::PainPoint(*id), pain.touchpoint);
            self.segments(RecordRef::PainPoint(*id), &pain.segments);
        }
        for (id, action) in &self.map.actions {
            self.stage(RecordRef::Action(*id), action.stage);
            self.card(RecordRef::Action(*id), action.touchpoint);
        }
        for (id, flag) in &self.map.flags {
            match flag.on {
                FlagTarget::Stage(stage) => self.stage(RecordRef::Flag(*id), stage),
                FlagTarget::Touchpoint(card) => self.card(RecordRef::Flag(*id), Some(card)),
            }
        }
        for (id, sticky) in &self.map.stickies {
            let inside = |place: f32| place.abs() <= STICKY_REACH;
            self.expect(inside(sticky.x) && inside(sticky.y), RecordRef::Sticky(*id), || {
                format!("lies at {} · {}, off the board", sticky.x, sticky.y)
            });
        }
    }

    fn measurements(&mut self) {
        for (id, measurement) in &self.map.measurements {
            let at = RecordRef::Measurement(*id);
            for stage in &measurement.stages {
                self.stage(at, *stage);
            }
            let mut distinct = measurement.stages.clone();
            distinct.sort_unstable();
            distinct.dedup();
            self.expect(distinct.len() == measurement.stages.len(), at, || "names a stage twice".to_owned());
            self.expect(measurement.rows_used <= measurement.rows_read, at, || {
                "used more rows than it read".to_owned()
            });
            self.segments(at, measurement.segments.keys());
            for figures in std::iter::once(&measurement.all).chain(measurement.segments.values()) {
                self.figures(at, figures, measurement.stages.len());
            }
        }
    }

    fn metrics(&mut self) {
        for (id, metric) in &self.map.metrics {
            let at = RecordRef::Metric(*id);
            self.stage(at, metric.stage);
            if let Some(target) = metric.target {
                let range = metric.kind.target_range();
                self.expect(range.contains(&target), at, || {
                    format!("has a target of {target}; {} to {} is possible", range.start(), range.end())
                });
            }
            self.expect(metric.readings.len() <= READINGS_MAX, at, || {
                format!("has {} periods; {READINGS_MAX} are possible", metric.readings.len())
            });
            for reading in &metric.readings {
                let possible = reading.days.is_none_or(|days| (1..=PERIOD_DAYS_MAX).contains(&days));
                self.expect(possible, at, || format!("has a period that is not 1 to {PERIOD_DAYS_MAX} days long"));
                if let Some(why) = metric.kind.contradiction(reading) {
                    self.expect(false, at, || why);
                }
            }
        }
    }

    fn figures(&mut self, at: RecordRef, figures: &Figures, stages: usize) {
        self.expect(figures.stages.len() == stages, at, || {
            format!("has {} figures for {stages} stages", figures.stages.len())
        });
        for figure in &figures.stages {
            self.expect(figure.dropped <= figure.reached && figure.reached <= figures.customers, at, || {
                format!(
                    "says that {} of {} customers reached a stage and {} of them dropped off",
                    figure.reached, figures.customers, figure.dropped
                )
            });
            let possible = |secs: Option<f64>| secs.is_none_or(|secs| secs.is_finite() && secs >= 0.0);
            self.expect(possible(figure.median_secs) && possible(figure.p90_secs), at, || {
                "has a time to the next stage that is negative or no number".to_owned()
            });
            self.expect(figure.repeated.max(figure.returned) <= figure.reached, at, || {
                format!("says that more than {} customers came to a stage again", figure.reached)
            });
        }
        self.expect(figures.then.is_empty() || figures.then.len() == stages, at, || {
            format!("tells of {} stages what came next, not of {stages}", figures.then.len())
        });
        for (then, figure) in figures.then.iter().zip(&figures.stages) {
            let counts = then.events.iter().map(|(_, count)| *count).chain([then.nothing, then.other]);
            let all = counts.fold(0, u64::saturating_add);
            self.expect(all <= figure.dropped, at, || {
                format!("tells of {all} customers what they did after a stage where {} dropped off", figure.dropped)
            });
        }
        for touch in &figures.touches {
            let most = touch.first.max(touch.last).max(touch.first_of_converted).max(touch.last_before_converted);
            self.expect(most <= figures.customers, at, || {
                format!(
                    "says that “{}” was the first or last event of {most} of {} customers",
                    touch.event, figures.customers
                )
            });
        }
        for card in figures.reach.keys() {
            self.card(at, Some(*card));
        }
    }
}
