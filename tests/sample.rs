//! The sample map and its log: what the program ships as an example of itself holds.

#[allow(dead_code)]
#[path = "../examples/make_events.rs"]
mod make_events;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use touchline::behaviour::engine;
use touchline::behaviour::plan::{Columns, Plan, Reading, Ties};
use touchline::behaviour::progress::Progress;
use touchline::behaviour::recognise::{Overrides, recognise};
use touchline::behaviour::report::Report;
use touchline::behaviour::roles::Role;
use touchline::behaviour::source::Source;
use touchline::model::{IdSource, Map, Measurement, Regime, SegmentId};
use touchline::{overlay, store};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

fn sample() -> (Map, Vec<u8>) {
    let bytes = std::fs::read(example("lumen-kids.ron")).unwrap();
    let loaded = store::from_bytes("lumen-kids.ron", &bytes).unwrap();
    assert!(loaded.unknown.is_empty());
    (loaded.map, bytes)
}

fn measured(map: &Map) -> Report {
    let source = Source::open(&example("viewing-events.csv")).unwrap();
    let found = recognise(&source, &Overrides::default()).unwrap();
    let column = |role| found.column_of(role).unwrap();
    let asked = overlay::bindings(map);
    let plan = Plan {
        reading: Reading { encoding: found.encoding, dialect: found.dialect },
        columns: Columns {
            case: column(Role::Case),
            event: column(Role::Event),
            time: column(Role::Time),
            segment: found.roles.segment,
        },
        time: found.time_reader(&source, column(Role::Time)),
        stages: asked.stages,
        reach: asked.reach,
        ties: Ties::File,
    };
    engine::run(&plan, &source, &Progress::default()).unwrap()
}

#[test]
fn the_sample_is_the_only_map_and_saves_to_its_own_bytes() {
    let (map, bytes) = sample();
    assert_eq!(store::to_text(&map).into_bytes(), bytes);
    let maps = std::fs::read_dir(example("")).unwrap();
    let maps: Vec<PathBuf> =
        maps.map(|entry| entry.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "ron")).collect();
    assert_eq!(maps, [example("lumen-kids.ron")]);
}

#[test]
fn the_sample_shows_five_stages_twelve_cards_four_segments_and_every_regime() {
    let (map, _) = sample();
    let stages: Vec<&str> = map.stages_in_order().into_iter().map(|(_, stage)| stage.name.as_str()).collect();
    assert_eq!(stages, ["Awareness", "Consideration", "Decision", "Onboarding", "Retention"]);
    assert_eq!((map.touchpoints.len(), map.segments.len()), (12, 4));
    let regimes: BTreeSet<Regime> = map.flags.values().map(|flag| flag.regime).collect();
    let named: BTreeSet<Regime> = Regime::ALL.into_iter().filter(|regime| *regime != Regime::Custom).collect();
    assert_eq!(regimes, named);
}

#[test]
fn the_log_is_what_its_program_writes() {
    let mut written = Vec::new();
    make_events::write_log(&mut written).unwrap();
    let log = std::fs::read(example("viewing-events.csv")).unwrap();
    assert!(written == log, "examples/viewing-events.csv differs from what examples/make_events.rs writes");
    assert!(log.len() <= 1_500_000);
}

#[test]
fn o1_the_samples_figures_are_those_of_its_log() {
    let (map, _) = sample();
    let (_, shipped) = map.measurement().unwrap();
    let matches: BTreeMap<String, SegmentId> =
        map.segments.iter().flat_map(|(id, segment)| segment.values.iter().map(|value| (value.clone(), *id))).collect();
    let mut again = map.clone();
    let edit = overlay::lay_over(&map, &measured(&map), &matches, shipped.taken, &mut IdSource::seeded(1)).unwrap();
    again.apply(edit).unwrap();
    let remeasured: Vec<&Measurement> = again.measurements.values().collect();
    assert_eq!(remeasured, [shipped]);
    assert_eq!(shipped.segments.len(), 4, "every segment of the map is measured");
}
