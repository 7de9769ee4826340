//! Maps to start from. Each is built afresh with new record numbers, holds no figures, and marks every card openly as
//! an assumption: a template knows nothing about anybody's customers.

mod build;
mod live_event;
mod streaming;

use touchline_words::say;

use crate::model::{IdSource, Map};

/// A map to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    StreamingSubscriber,
    LiveEvent,
}

impl Template {
    /// Every template, in the order of the start screen.
    pub const ALL: [Self; 2] = [Self::StreamingSubscriber, Self::LiveEvent];

    pub fn name(self) -> &'static str {
        match self {
            Self::StreamingSubscriber => say!(template_streaming),
            Self::LiveEvent => say!(template_live),
        }
    }

    /// What it holds, in a line.
    pub fn line(self) -> &'static str {
        match self {
            Self::StreamingSubscriber => say!(template_streaming_line),
            Self::LiveEvent => say!(template_live_line),
        }
    }

    /// A new map with its content.
    pub fn build(self, ids: &mut IdSource) -> Map {
        match self {
            Self::StreamingSubscriber => streaming::build(ids),
            Self::LiveEvent => live_event::build(ids),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::empty_map;
    use crate::model::LaneKind;
    use touchline_words::{Language, in_language};

    #[test]
    fn templates_keep_the_rules_and_fill_every_lane_that_people_fill() {
        for template in Template::ALL {
            let map = template.build(&mut IdSource::seeded(1));
            assert_eq!(map.check(), [], "{}", template.name());
            assert!(LaneKind::usual().iter().all(|kind| map.lane_of(*kind).is_some()));
            for (stage, record) in map.stages_in_order() {
                assert!(!map.touchpoints_of(stage).is_empty(), "{} has no card", record.name);
                assert!(!record.goal.is_empty(), "{} has no goal", record.name);
            }
            assert!(!map.questions.is_empty() && !map.pain_points.is_empty() && !map.actions.is_empty());
            assert!(!map.flags.is_empty() && !map.segments.is_empty());
            assert!(map.touchpoints.values().all(|card| card.evidence.is_empty()), "a template claims no evidence");
            assert!(map.measurements.is_empty(), "a template holds no figures");
        }
    }

    #[test]
    fn e5_the_same_numbers_build_the_same_map() {
        for template in Template::ALL {
            assert_eq!(template.build(&mut IdSource::seeded(3)), template.build(&mut IdSource::seeded(3)));
        }
    }

    #[test]
    fn a_map_that_is_begun_is_in_the_language_of_who_begins_it() {
        for (language, tag) in [(Language::English, "en"), (Language::German, "de")] {
            in_language(language, || {
                let mut ids = IdSource::seeded(1);
                assert_eq!(empty_map(&mut ids).meta.language, tag);
                for template in Template::ALL {
                    assert_eq!(template.build(&mut ids).meta.language, tag);
                }
            });
        }
    }
}
