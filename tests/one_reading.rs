//! One table gives one answer, however it is written down and whoever reads it: by each command and in the window's session.
#![expect(clippy::disallowed_methods, reason = "waits for real threads, up to a deadline")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

use proptest::prelude::*;
use serde_json::Value;
use touchline::edit::templates::Template;
use touchline::model::{IdSource, Map};
use touchline::session::import::Import;
use touchline::store::save_map;

const EVENTS: [&str; 3] = ["Vorschau angesehen", "größer bestellt", "im Café bezahlt"];
const SEGMENTS: [&str; 2] = ["Familien", "Gäste"];
const NOTES: [&str; 6] = ["", "plain", "a, b", "c; d", "say \"hi\"", "two\nlines"];
const HEADER: [&str; 5] = ["Kunde", "event", "time", "segment", "note"];

/// How a table is written down.
#[derive(Clone, Debug)]
struct Writing {
    delimiter: char,
    quotes_all: bool,
    line_end: &'static str,
    encoding: Encoding,
    pack: Pack,
    /// Seconds since 1970 that the file says it was written at.
    written: u64,
}

#[derive(Clone, Copy, Debug)]
enum Encoding {
    Utf8,
    Utf8Marked,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

#[derive(Clone, Copy, Debug)]
enum Pack {
    Plain,
    Gzip,
    Zip,
}

fn writing() -> impl Strategy<Value = Writing> {
    let delimiter = prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')];
    let line_end = prop_oneof![Just("\n"), Just("\r\n"), Just("\r")];
    let encoding = prop_oneof![
        Just(Encoding::Utf8),
        Just(Encoding::Utf8Marked),
        Just(Encoding::Utf16Le),
        Just(Encoding::Utf16Be),
        Just(Encoding::Windows1252),
    ];
    let pack = prop_oneof![2 => Just(Pack::Plain), 1 => Just(Pack::Gzip), 1 => Just(Pack::Zip)];
    let written = prop_oneof![Just(315_532_800_u64), Just(1_577_836_800), Just(1_788_220_800), Just(4_000_000_000)];
    (delimiter, any::<bool>(), line_end, encoding, pack, written).prop_map(
        |(delimiter, quotes_all, line_end, encoding, pack, written)| Writing {
            delimiter,
            quotes_all,
            line_end,
            encoding,
            pack,
            written,
        },
    )
}

impl Writing {
    fn put(&self, folder: &Path, rows: &[Vec<String>]) -> PathBuf {
        let mut text = String::new();
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| self.cell(cell)).collect();
            text += &cells.join(&self.delimiter.to_string());
            text += self.line_end;
        }
        let units = text.encode_utf16();
        let bytes = match self.encoding {
            Encoding::Utf8 => text.into_bytes(),
            Encoding::Utf8Marked => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            Encoding::Utf16Le => [b"\xFF\xFE".to_vec(), units.flat_map(u16::to_le_bytes).collect()].concat(),
            Encoding::Utf16Be => [b"\xFE\xFF".to_vec(), units.flat_map(u16::to_be_bytes).collect()].concat(),
            // Every letter here is of Latin-1.
            Encoding::Windows1252 => text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect(),
        };
        let (name, bytes) = match self.pack {
            Pack::Plain => ("table.csv", bytes),
            Pack::Gzip => ("table.csv.gz", gzip(&bytes)),
            Pack::Zip => ("table.zip", zip(&bytes)),
        };
        let path = folder.join(name);
        let mut file = std::fs::File::create(&path).unwrap();
        file.write_all(&bytes).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(self.written)).unwrap();
        path
    }

    fn cell(&self, cell: &str) -> String {
        let needs = cell.contains([self.delimiter, '"', '\n']);
        if needs || self.quotes_all { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
    }
}

/// Packs without making smaller: stored blocks between the head of a gzip file and its checksum.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = b"\x1F\x8B\x08\0\0\0\0\0\0\xFF".to_vec();
    let blocks = bytes.chunks(60_000).count();
    for (nth, block) in bytes.chunks(60_000).enumerate() {
        let length = block.len() as u16;
        packed.push(u8::from(nth + 1 == blocks));
        packed.extend(length.to_le_bytes());
        packed.extend((!length).to_le_bytes());
        packed.extend(block);
    }
    let checksum = !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    });
    packed.extend(checksum.to_le_bytes());
    packed.extend((bytes.len() as u32).to_le_bytes());
    packed
}

fn zip(bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("export.csv", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

/// A row of a log: customer, event, minute, segment, note.
type Row = (usize, usize, u64, usize, usize);

fn log() -> impl Strategy<Value = Vec<Row>> {
    let row = (0_usize..25, 0..EVENTS.len(), 0_u64..40_000, 0..SEGMENTS.len(), 0..NOTES.len());
    proptest::collection::vec(row, 4..70).prop_map(|rows| {
        // Whatever else there is, each event and segment is there.
        let all = (0..12).map(|nth| (30 + nth, nth % 3, 60 * nth as u64, nth % 2, nth % 6));
        all.chain(rows).collect()
    })
}

fn cells(rows: &[Row]) -> Vec<Vec<String>> {
    let row = |(customer, event, minute, segment, note): &Row| {
        let (day, hour, minute) = (1 + minute / 1440, minute / 60 % 24, minute % 60);
        let time = format!("2026-01-{day:02} {hour:02}:{minute:02}");
        let fields = [&*format!("k{customer}"), EVENTS[*event], &time, SEGMENTS[*segment], NOTES[*note]];
        fields.map(str::to_owned).to_vec()
    };
    std::iter::once(HEADER.map(str::to_owned).to_vec()).chain(rows.iter().map(row)).collect()
}

/// What is right: who reached each stage, and the customers of each segment.
#[derive(Debug, PartialEq)]
struct Figures {
    rows: u64,
    reached: Vec<u64>,
    customers: BTreeMap<String, u64>,
}

impl Figures {
    fn counted(rows: &[Row]) -> Figures {
        let mut reached = vec![0; EVENTS.len()];
        let mut customers: BTreeMap<String, u64> = BTreeMap::new();
        for customer in rows.iter().map(|row| row.0).collect::<BTreeSet<_>>() {
            let own: Vec<&Row> = rows.iter().filter(|row| row.0 == customer).collect();
            // The first of equal times is the first in the file.
            let first = own.iter().min_by_key(|row| row.2).unwrap();
            *customers.entry(SEGMENTS[first.3].to_owned()).or_default() += 1;
            let mut since = 0;
            for (stage, reached) in reached.iter_mut().enumerate() {
                let times = own.iter().filter(|row| row.1 == stage && row.2 >= since).map(|row| row.2);
                let Some(arrival) = times.min() else { break };
                since = arrival;
                *reached += 1;
            }
        }
        Figures { rows: rows.len() as u64, reached, customers }
    }

    fn of_json(answer: &Value) -> Figures {
        let segments = answer["segments"].as_array().unwrap();
        let count = |value: &Value| value.as_u64().unwrap();
        let own = segments.iter().skip(1);
        Figures {
            rows: count(&answer["rows"]["used"]),
            reached: segments[0]["stages"].as_array().unwrap().iter().map(|stage| count(&stage["reached"])).collect(),
            customers: own.map(|one| (one["segment"].as_str().unwrap().to_owned(), count(&one["customers"]))).collect(),
        }
    }

    fn of_window(import: &Import) -> Figures {
        let report = import.report().expect("figures");
        let own = report.segments.iter().filter(|figures| !figures.total);
        Figures {
            rows: report.rows.used,
            reached: report.total().unwrap().stages.iter().map(|stage| stage.reached).collect(),
            customers: own.map(|figures| (figures.segment.clone(), figures.customers)).collect(),
        }
    }
}

/// A map whose first stages are reached by the events.
fn map() -> Map {
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let stages: Vec<_> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    for (id, event) in stages.into_iter().zip(EVENTS) {
        map.stages.get_mut(&id).unwrap().events = vec![event.to_owned()];
    }
    map
}

fn run(folder: &Path, args: &[&str]) -> Value {
    let done = Command::new(env!("CARGO_BIN_EXE_touchline"))
        .env("LC_ALL", "C")
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).unwrap()
}

fn imported(path: &Path, map: &Map) -> Import {
    let mut import = Import::open(vec![path.to_owned()], Vec::new(), IdSource::seeded(9));
    let start = Instant::now();
    while import.busy().is_some() {
        import.poll(map);
        std::thread::yield_now();
        assert!(start.elapsed() < Duration::from_secs(60), "the import does not end");
    }
    import
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 14, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_log_gives_the_same_figures_however_it_is_written_and_whoever_reads_it(rows in log(), writing in writing()) {
        let folder = tempfile::tempdir().unwrap();
        let path = writing.put(folder.path(), &cells(&rows));
        let file = path.to_str().unwrap();
        let right = Figures::counted(&rows);
        let map = map();
        save_map(&folder.path().join("map.ron"), &map).unwrap();

        let found = run(folder.path(), &["inspect", file, "--json"]);
        prop_assert_eq!(found["rows"].as_u64(), Some(rows.len() as u64), "{}", found);
        let names: Vec<&str> = found["columns"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        prop_assert_eq!(names, HEADER);
        prop_assert_eq!(&found["problem_count"], 0, "{}", found);

        let columns = ["--case", "Kunde", "--event", "event", "--time", "time", "--segment", "segment"];
        let stages = EVENTS.map(|event| format!("{event}={event}"));
        let stages: Vec<&str> = stages.iter().flat_map(|stage| ["--stage", stage.as_str()]).collect();
        let funnel = run(folder.path(), &[&["funnel", file, "--json"], &columns[..], &stages].concat());
        prop_assert_eq!(&Figures::of_json(&funnel), &right);
        let funnel = run(folder.path(), &[&["funnel", file, "--json"], &columns[..], &stages, &["--drop-duplicates"]].concat());
        prop_assert_eq!(&Figures::of_json(&funnel).reached, &right.reached);
        let measured = run(folder.path(), &["measure", "map.ron", file, "--json"]);
        prop_assert_eq!(&Figures::of_json(&measured), &right);
        prop_assert_eq!(&Figures::of_window(&imported(&path, &map)), &right);
    }

    #[test]
    fn counts_of_stages_are_the_same_however_they_are_written_and_whoever_reads_them(
        counts in proptest::collection::vec(40_u64..5_000, 3),
        writing in writing(),
    ) {
        let mut counts = counts;
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let map = map();
        let names: Vec<String> = map.stages_in_order().into_iter().take(3).map(|(_, stage)| stage.name.clone()).collect();
        let mut rows = vec![["stage", "entered", "note"].map(str::to_owned).to_vec()];
        let notes = ["größer, als gedacht", "für Gäste; später", "café"];
        rows.extend(names.iter().zip(&counts).zip(notes).map(|((name, count), note)| {
            vec![name.clone(), count.to_string(), note.to_owned()]
        }));
        let folder = tempfile::tempdir().unwrap();
        let path = writing.put(folder.path(), &rows);
        let file = path.to_str().unwrap();
        save_map(&folder.path().join("map.ron"), &map).unwrap();

        let found = run(folder.path(), &["inspect", file, "--json"]);
        prop_assert_eq!(found["shape"]["name"].as_str(), Some("stage-counts"), "{}", found);
        let reached = |answer: &Value| -> Vec<u64> {
            let stages = answer["funnel"]["segments"][0]["stages"].as_array().unwrap_or_else(|| panic!("{answer}"));
            stages.iter().map(|stage| stage["reached"].as_u64().unwrap()).collect()
        };
        prop_assert_eq!(&reached(&run(folder.path(), &["read", file, "--json"])), &counts);
        prop_assert_eq!(&reached(&run(folder.path(), &["measure", "map.ron", file, "--json"])), &counts);
        let import = imported(&path, &map);
        let funnel = import.shape_report().and_then(|report| report.figures.funnel().cloned());
        let stages = funnel.and_then(|funnel| funnel.total().map(|total| total.stages.clone())).unwrap();
        prop_assert_eq!(stages.iter().map(|stage| stage.came()).collect::<Vec<_>>(), counts);
    }
}
