//! The sample map and its log: what the program ships as an example of itself holds.

#[allow(dead_code)]
#[path = "../examples/make_events.rs"]
mod make_events;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use touchline::behaviour::engine;
use touchline::behaviour::plan::{Columns, Counting, Plan, Ties};
use touchline::behaviour::progress::Progress;
use touchline::behaviour::recognise::{Overrides, recognise};
use touchline::behaviour::report::Report;
use touchline::behaviour::roles::Role;
use touchline::behaviour::source::Source;
use touchline::layout::{Leaf, Lens, Target, arrange};
use touchline::model::{IdSource, Map, Measurement, Regime, SegmentId};
use touchline::scene::{Item, PageSize};
use touchline::text::Shaper;
use touchline::theme::Theme;
use touchline::{measure, store};

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
    let column = |role| found.roles.column(role).unwrap();
    let asked = measure::bindings(map);
    let plan = Plan {
        reading: found.reading(),
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
        counting: Counting::default(),
    };
    engine::run(&plan, &source, &Progress::default()).unwrap()
}

#[test]
fn the_samples_are_the_only_maps_and_save_to_their_own_bytes() {
    let (map, bytes) = sample();
    assert_eq!(store::to_text(&map), String::from_utf8(bytes).unwrap());
    let german = std::fs::read(example(GERMAN)).unwrap();
    let map = store::from_bytes(GERMAN, &german).unwrap().map;
    assert_eq!(store::to_text(&map), String::from_utf8(german).unwrap());
    let maps = std::fs::read_dir(example("")).unwrap();
    let mut maps: Vec<PathBuf> =
        maps.map(|entry| entry.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "ron")).collect();
    maps.sort();
    assert_eq!(maps, [example(GERMAN), example("lumen-kids.ron")]);
}

const GERMAN: &str = "lumen-kids.de.ron";

/// What stands in quotes on a line, and the line without it.
fn quoted(line: &str) -> (String, String) {
    let mut parts = line.splitn(2, '"');
    let before = parts.next().unwrap_or_default();
    let Some((text, after)) = parts.next().and_then(|rest| rest.rsplit_once('"')) else {
        return (String::new(), line.to_owned());
    };
    (text.to_owned(), format!("{before}\"\"{after}"))
}

#[test]
fn the_german_sample_is_the_same_map_in_german() {
    let text = |name: &str| std::fs::read_to_string(example(name)).unwrap();
    let (english, german) = (text("lumen-kids.ron"), text(GERMAN));
    let german: Vec<&str> = german.lines().filter(|line| line.trim() != "language: \"de\",").collect();
    assert_eq!(english.lines().count(), german.len());
    let mut same = BTreeSet::new();
    for (one, other) in english.lines().zip(german) {
        let ((text, around), (translated, around_it)) = (quoted(one), quoted(other));
        assert_eq!(around, around_it, "{one}");
        if text != translated {
            let is_a_name = !text.contains(' ') && text.chars().any(|letter| letter == '_' || letter.is_ascii_digit());
            assert!(!is_a_name, "an id, an event or a date: {text}");
        } else if text.contains(char::is_uppercase) && !text.contains(char::is_numeric) {
            same.insert(text);
        }
    }
    let names: BTreeSet<String> = ["CRM", "Lumen", "Superfans", "Support", "USD"].map(str::to_owned).into();
    assert_eq!(same, names, "names are the same in both");
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
    let edit = measure::lay_over(&map, &measured(&map), &matches, shipped.taken, &mut IdSource::seeded(1)).unwrap();
    again.apply(edit).unwrap();
    let remeasured: Vec<&Measurement> = again.measurements.values().collect();
    assert_eq!(remeasured, [shipped]);
    assert_eq!(shipped.segments.len(), 4, "every segment of the map is measured");
}

/// The lines of text of a scene.
fn lines(items: &[Item], found: &mut Vec<String>) {
    for item in items {
        match item {
            Item::Text(text) => found.push(text.text.clone()),
            Item::Paragraph(words) => found.extend(words.lines.iter().map(|line| line.text.clone())),
            Item::Group(group) => lines(&group.items, found),
            Item::Tagged(tagged) => lines(&tagged.items, found),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}

/// The same number, but for the last bit, which reading JSON may lose.
fn is_same(json: &serde_json::Value, number: Option<f64>) -> bool {
    match (json.as_f64(), number) {
        (Some(a), Some(b)) => (a - b).abs() <= f64::EPSILON * b.abs(),
        (a, b) => a == b,
    }
}

#[test]
fn o1_a_rate_is_the_same_on_map_page_table_json_and_command_line() {
    let (map, _) = sample();
    let report = measured(&map);
    let mut json = Vec::new();
    report.write_json(&mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let told = std::process::Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .args([Path::new("funnel"), &example("viewing-events.csv")])
        .args(["--case", "customer_id", "--event", "event", "--time", "time", "--segment", "audience"])
        .args(measure::bindings(&map).stages.iter().map(|s| format!("--stage={}={}", s.name, s.events.join("|"))))
        .output()
        .unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let shaper = Shaper::bundled();

    let audiences = std::iter::once((None, "All"))
        .chain(map.segments.iter().map(|(id, segment)| (Some(*id), segment.values.first().map_or("", String::as_str))));
    let mut compared = 0;
    for (segment, value) in audiences {
        let figures = json["segments"]
            .as_array()
            .unwrap()
            .iter()
            .find(|figures| figures["segment"] == value && figures["total"] == segment.is_none())
            .unwrap();
        let table = touchline::figures::rows(&map, segment);
        for target in [Target::Board { min_width: 0.0 }, Target::Page(Leaf::single(PageSize::Slide))] {
            let scene = arrange(&map, &Lens { segment, ..Lens::default() }, &Theme::light(), &shaper, &target);
            let mut drawn = Vec::new();
            lines(&scene.items, &mut drawn);
            for (row, figure) in table.iter().zip(figures["stages"].as_array().unwrap()) {
                assert_eq!(figure["name"], row.name.as_str());
                assert_eq!(figure["reached"].as_u64(), row.reached);
                assert!(is_same(&figure["rate"], row.rate.map(|rate| rate.rate)), "{figure} {row:?}");
                assert!(is_same(&figure["low"], row.rate.map(|rate| rate.low)), "{figure} {row:?}");
                assert!(is_same(&figure["high"], row.rate.map(|rate| rate.high)), "{figure} {row:?}");
                assert!(is_same(&figure["median_secs_to_next"], row.median_secs), "{figure} {row:?}");
                let Some(rate) = figure["rate"].as_f64() else { continue };
                let (rate, interval) = (format!("{:.1} %", rate * 100.0), &row.text.interval);
                assert_eq!(row.text.rate, rate);
                assert!(drawn.contains(&format!("−{rate}")) && drawn.contains(interval), "{rate} {interval} {drawn:?}");
                let said = told.lines().any(|line| {
                    line.contains(&row.name)
                        && line.contains(&rate)
                        && line.contains(interval)
                        && line.contains(&row.text.median)
                });
                assert!(said, "{rate} {interval} {}\n{told}", row.text.median);
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 2 * 5 * 4, "two pictures, five audiences, four rates");
}
