//! Every template against what a template may be.

use super::plan::{Plan, Text};
use super::*;
use crate::model::{FlagStatus, LaneKind};
use touchline_words::{Language, in_language};

fn plan(template: Template) -> Plan {
    Plan::read(template.text()).unwrap_or_else(|error| panic!("{}: {error}", template.name()))
}

#[test]
fn every_file_is_read_whole_and_an_unknown_word_or_half_a_text_is_refused() {
    for template in Template::ALL {
        let map = template.build(&mut IdSource::seeded(1));
        let plan = plan(template);
        let cards: usize = plan.stages.iter().map(|stage| stage.cards.len()).sum();
        assert_eq!((map.stages.len(), map.touchpoints.len()), (plan.stages.len(), cards), "{}", template.name());
        // What names a card, an audience or a lane names one that is there.
        let behind = plan.stages.iter().flat_map(|stage| &stage.backstage);
        let under = behind.filter(|behind| !behind.under.is_empty()).count();
        assert_eq!(map.backstages.values().filter(|row| row.touchpoint.is_some()).count(), under);
        assert_eq!(map.connectors.len(), plan.connectors.len());
        let only: usize = plan.stages.iter().flat_map(|stage| &stage.cards).map(|card| card.only.len()).sum();
        assert_eq!(map.touchpoints.values().map(|card| card.segments.len()).sum::<usize>(), only);
        let shown = plan.agenda.iter().filter(|block| block.lane.is_some()).count();
        assert_eq!(map.agenda.values().filter(|block| block.lane.is_some()).count(), shown);
    }
    let text = Template::StreamingSubscriber.text();
    for (known, slip) in [("goal:", "gaol:"), ("channel:", "chanel:"), ("segments:", "segment:"), ("rule:", "regime:")]
    {
        assert!(text.contains(known) && Plan::read(&text.replacen(known, slip, 1)).is_err(), "{slip}");
    }
    assert!(Plan::read(&text.replacen("\"Aufmerksamkeit\"", "\"\"", 1)).is_err(), "German is missing");
    assert!(Plan::read(&text.replacen(", \"Aufmerksamkeit\"", "", 1)).is_err(), "German is missing");
}

#[test]
fn templates_keep_the_rules_and_claim_nothing() {
    for template in Template::ALL {
        let map = template.build(&mut IdSource::seeded(1));
        let name = template.name();
        assert_eq!(map.check(), [], "{name}");
        assert!(LaneKind::usual().iter().all(|kind| map.lane_of(*kind).is_some()));
        for (stage, record) in map.stages_in_order() {
            assert!(!map.touchpoints_of(stage).is_empty(), "{name}: {} has no card", record.name);
            assert!(!record.goal.is_empty(), "{name}: {} has no goal", record.name);
            assert!(map.questions.values().any(|row| row.stage == stage), "{name}: {} asks nothing", record.name);
            assert!(record.estimate.is_none() && record.period.is_none(), "{name}: {}", record.name);
        }
        assert!(!map.segments.is_empty());
        assert!(map.touchpoints.values().all(|card| card.evidence.is_empty()), "a template claims no evidence");
        assert!(map.measurements.is_empty(), "a template holds no figures");
        assert!(map.metrics.values().all(|metric| metric.readings.is_empty() && metric.target.is_none()), "{name}");
        let measured_elsewhere = map.metrics.values().find(|metric| metric.kind.benchmark().contains('%'));
        assert_eq!(measured_elsewhere, None, "{name}: a figure of somebody else's customers");
        assert!(map.segments.values().all(|segment| segment.size.is_none() && segment.value.is_none()), "{name}");
    }
}

#[test]
fn templates_fill_what_people_fill_but_leave_a_workshop_to_its_room() {
    for template in Template::ALL {
        let map = template.build(&mut IdSource::seeded(1));
        let is_for_a_room = template == Template::Workshop;
        assert_eq!(map.pain_points.is_empty() && map.actions.is_empty(), is_for_a_room, "{}", template.name());
        assert_eq!(map.agenda.is_empty(), !is_for_a_room, "{}", template.name());
    }
    let map = Template::Workshop.build(&mut IdSource::seeded(1));
    assert_eq!(map.agenda.values().map(|block| block.minutes).sum::<u16>(), 120);
    assert!(map.stickies.len() == 4 && map.stickies.values().all(|note| note.parked), "the key lies beside the map");
}

#[test]
fn templates_are_calm() {
    for template in Template::ALL {
        let map = template.build(&mut IdSource::seeded(1));
        assert!(map.flags.len() <= 2, "{}: {} flags", template.name(), map.flags.len());
        assert!(map.flags.values().all(|flag| !flag.note.is_empty()), "{}: a flag asks nothing", template.name());
        // Red is only what stops everybody: consent where children are.
        let red = map.flags.values().filter(|flag| flag.status == FlagStatus::Open).count();
        assert_eq!(red, usize::from(template == Template::ChildrensPlatform), "{}", template.name());
    }
}

#[test]
fn templates_name_no_firm_and_no_share() {
    const FIRMS: [&str; 16] = [
        "netflix",
        "disney",
        "youtube",
        "tiktok",
        "spotify",
        "discord",
        "twitch",
        "amazon",
        "google",
        "apple",
        "meta ",
        "facebook",
        "instagram",
        "substack",
        "hbo",
        "nintendo",
    ];
    for template in Template::ALL {
        let text = template.text().to_lowercase();
        for firm in FIRMS {
            assert!(!text.contains(firm), "{} names {firm}", template.name());
        }
        assert!(!text.contains(['%', '€', '$']), "{} holds a figure", template.name());
    }
}

#[test]
fn what_a_card_says_fits_on_it() {
    let long = |text: &Text, most: usize| text.english.chars().count() > most || text.german.chars().count() > most;
    for template in Template::ALL {
        for stage in plan(template).stages {
            assert!(!long(&stage.name, 24), "{}", stage.name.english);
            for card in stage.cards {
                assert!(!long(&card.title, 32) && !long(&card.detail, 36), "{}", card.title.english);
            }
        }
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
                let map = template.build(&mut ids);
                let title = plan(template).title;
                let own = if language == Language::German { title.german } else { title.english };
                assert_eq!((map.meta.language.as_str(), map.meta.title.as_str()), (tag, own.as_str()));
            }
        });
    }
}
