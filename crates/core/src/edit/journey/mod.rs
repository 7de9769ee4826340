//! A user journey as Mermaid writes one: sections with tasks, each with a score from 1 to 5 and who does it.
//! <https://mermaid.js.org/syntax/userJourney.html>
//!
//! Of a map it holds the title, the stages, the titles of cards, their feelings in five steps and their audiences, and nothing
//! else. What it holds comes back as it was.

mod read;
mod write;

pub use read::{JOURNEY_BYTES_MAX, JourneyError, read_journey};
pub use write::written_journey;

use super::empty_map;
use crate::model::*;
use std::collections::BTreeMap;
use touchline_words::say;

/// A journey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    pub title: String,
    pub sections: Vec<Section>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    pub name: String,
    pub tasks: Vec<Task>,
}

/// What somebody does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub name: String,
    /// How it feels; of a card on which nobody said so, none, which a text has as the middle.
    pub score: Option<Score>,
    /// Nobody in particular where it is empty.
    pub actors: Vec<String>,
}

/// From one of the five scores to the next, in tenths of ours.
const STEP: i32 = 15;

impl Journey {
    /// What a map says as a journey, as an audience feels it.
    pub fn of(map: &Map, segment: Option<SegmentId>) -> Self {
        let segments = map.segments_in_order();
        let task = |card: &Touchpoint| Task {
            name: one_line(&card.title),
            score: card.emotion_of(segment).map(|emotion| emotion.score),
            actors: segments
                .iter()
                .filter(|(id, _)| card.segments.contains(id))
                .map(|(_, segment)| one_line(&segment.name))
                .collect(),
        };
        let sections = map.stages_in_order().into_iter().map(|(id, stage)| Section {
            name: one_line(&stage.name),
            tasks: map.touchpoints_of(id).into_iter().map(|(_, card)| task(card)).collect(),
        });
        Self { title: one_line(&map.meta.title), sections: sections.collect() }
    }

    /// A new map of it: a stage for each section, a card for each task, an audience for each who does something.
    pub fn to_map(&self, ids: &mut IdSource) -> Map {
        let empty = empty_map(ids);
        let mut tables = empty.to_tables();
        if !self.title.is_empty() {
            tables.meta.title = self.title.clone();
        }
        let Some(lane) = tables.lane_of(LaneKind::Touchpoints) else { return empty };
        let actors = self.actors();
        let mut segments = BTreeMap::new();
        for (name, rank) in actors.iter().zip(Rank::spread(actors.len())) {
            let id = SegmentId(ids.fresh());
            tables.segments.insert(id, Segment::new(rank, *name));
            segments.insert(*name, id);
        }
        for (section, rank) in self.sections.iter().zip(Rank::spread(self.sections.len())) {
            let stage = StageId(ids.fresh());
            tables.stages.insert(stage, Stage::new(rank, &section.name));
            for (task, rank) in section.tasks.iter().zip(Rank::spread(section.tasks.len())) {
                let mut card = Touchpoint::new(stage, lane, rank, &task.name, Channel::Website);
                card.emotion = task.score.map(|score| Emotion { score, word: String::new(), reason: String::new() });
                card.segments = task.actors.iter().filter_map(|name| segments.get(name.as_str()).copied()).collect();
                card.segments.sort_unstable();
                card.segments.dedup();
                tables.touchpoints.insert(TouchpointId(ids.fresh()), card);
            }
        }
        // Each card names the stage, the lane and the audiences that were put in before it.
        Map::new(tables).unwrap_or(empty)
    }

    /// Everybody who does something, in the order in which they first do.
    fn actors(&self) -> Vec<&str> {
        let mut named: Vec<&str> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        for name in self.sections.iter().flat_map(|section| &section.tasks).flat_map(|task| &task.actors) {
            if known.insert(name.as_str()) {
                named.push(name);
            }
        }
        named
    }
}

/// A text without line ends and double blanks, as one line holds it.
fn one_line(text: &str) -> String {
    let flat: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    flat.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a stage before any section was named.
fn unnamed() -> &'static str {
    say!(kind_stage_new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use proptest::prelude::*;

    fn score(step: i32) -> Option<Score> {
        Some(Score::from_tenths((step - 3) * STEP))
    }

    #[test]
    fn a_journey_comes_in_and_goes_out_as_mermaid_has_it() {
        let text = "journey\n    title My working day\n    section Go to work\n      Make tea: 5: Me\n      Go upstairs: 3: Me\n      \
            Do work: 1: Me, Cat\n    section Go home\n      Sit down: 5: Me\n";
        let journey = read_journey(text).unwrap();
        assert_eq!(journey.title, "My working day");
        let names: Vec<_> =
            journey.sections.iter().map(|section| (section.name.as_str(), section.tasks.len())).collect();
        assert_eq!(names, [("Go to work", 3), ("Go home", 1)]);
        let work = &journey.sections[0].tasks[2];
        assert_eq!((work.score, work.actors.join("+")), (score(1), "Me+Cat".to_owned()));
        assert_eq!(written_journey(&journey), text);
        let map = journey.to_map(&mut IdSource::seeded(3));
        assert_eq!((map.stages.len(), map.touchpoints.len(), map.segments.len()), (2, 4, 2));
        assert_eq!(Journey::of(&map, None), journey);
    }

    #[test]
    fn a_card_without_a_feeling_has_the_middle_and_the_text_says_so() {
        let map = Template::LiveEvent.build(&mut IdSource::seeded(1));
        let journey = Journey::of(&map, None);
        let text = written_journey(&journey);
        let is_unfelt = map.touchpoints.values().any(|card| card.emotion.is_none());
        assert_eq!(text.contains("%%"), is_unfelt);
        let back = read_journey(&text).unwrap();
        assert_eq!(back.sections.len(), journey.sections.len());
        let names = |journey: &Journey| -> Vec<String> {
            journey.sections.iter().flat_map(|section| &section.tasks).map(|task| task.name.clone()).collect()
        };
        assert_eq!(names(&back), names(&journey));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn what_mermaid_can_hold_comes_back_as_it_was(
            title in "[ -~äß✓#;:%]{1,24}",
            sections in prop::collection::vec(
                ("[ -~ä#;:%{}]{1,16}", prop::collection::vec(("(journey|title|section )?[ -~,#;:%é]{1,16}", 1..6, prop::collection::vec("[ -~,:#;]{1,8}", 0..3)), 0..4)),
                0..4,
            ),
        ) {
            let named = |text: &str| match one_line(text) { line if line.is_empty() => "–".to_owned(), line => line };
            let journey = Journey {
                title: one_line(&title),
                sections: sections.iter().map(|(name, tasks)| Section {
                    name: named(name),
                    tasks: tasks.iter().map(|(name, step, actors)| Task {
                        name: named(name),
                        score: score(*step),
                        actors: actors.iter().map(|name| named(name)).collect(),
                    }).collect(),
                }).collect(),
            };
            let text = written_journey(&journey);
            prop_assert_eq!(read_journey(&text).unwrap(), journey, "{}", text);
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>(), lines in prop::collection::vec("(section|title|a:|#|;|:|%%|journey|[ -~]{0,6}){0,6}", 0..8)) {
            let _ = read_journey(&text);
            let _ = read_journey(&format!("journey\n{}", lines.join("\n"))).map(|journey| journey.to_map(&mut IdSource::seeded(1)));
        }
    }

    #[test]
    fn what_is_no_journey_is_told_with_its_line() {
        for (text, line) in [
            ("", 1),
            ("graph TD\nA-->B", 1),
            ("journey\n  section A\n  Make tea: five: Me", 3),
            ("journey\n  section A\n  Make tea: 7: Me", 3),
            ("journey\n  Make tea", 2),
            ("%% a\n\njourney\nsection \n", 4),
            ("journey\nMeet at 10:30: 5: Me", 2),
        ] {
            let error = read_journey(text).unwrap_err();
            assert_eq!(error.line, line, "{text:?}: {error}");
        }
        let long = format!("journey\nsection {}", "x".repeat(20_000));
        assert_eq!(read_journey(&long).unwrap_err().line, 2);
    }

    #[test]
    fn what_stands_around_a_journey_is_passed_over() {
        let text = "---\ntitle: x\n---\n```mermaid\n%%{init: {}}%%\njourney # so\n  accTitle: a\n  accDescr {\n  b: c\n  }\n  \
            Wake up: 2\n  section A; B: 4: Me # note\n```\n";
        let journey = read_journey(text).unwrap();
        let all: Vec<_> = journey.sections.iter().map(|section| (section.name.as_str(), section.tasks.len())).collect();
        assert_eq!(all, [(unnamed(), 1), ("A", 1)]);
        assert_eq!(journey.sections[1].tasks[0].actors, ["Me"]);
    }
}
