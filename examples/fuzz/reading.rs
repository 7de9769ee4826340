//! Logs as people import them: text in many dresses, workbooks, and what only looks like one.

use std::time::{Duration, SystemTime};

use touchline::behaviour::engine;
use touchline::behaviour::error::BehaviourError;
use touchline::behaviour::files::{self, Opening};
use touchline::behaviour::plan::{Columns, Counting, Plan, ReachGroup, StagePlan, Ties};
use touchline::behaviour::progress::Progress;
use touchline::behaviour::recognise::survey::{LISTED, survey};
use touchline::behaviour::recognise::{Overrides, recognise};

use crate::random::{Random, damage};

/// A log as text, in the dress that the choices give it.
fn log_text(random: &mut Random) -> String {
    let delimiter = *random.one_of(&[",", ";", "\t", "|"]);
    let end = *random.one_of(&["\n", "\r\n", "\r"]);
    let times = [
        "2026-01-02 03:04:05",
        "2026-01-02T03:04:05Z",
        "02/01/2026 3:04 PM",
        "2.1.2026",
        "1767322800",
        "46024.125",
        "2 Jan 2026, 24:00",
        "9999-12-31",
        "",
    ];
    let time = *random.one_of(&times);
    let quoted = random.below(3) == 0;
    let mut text = random.one_of(&["", "sep=;\n", "Report\n\n", "# a\n# b\n", "\u{feff}"]).to_string();
    let mut row = |fields: [&str; 5]| {
        let fields = fields.map(|field| if quoted { format!("\"{field}\"") } else { field.to_owned() });
        text += &fields.join(delimiter);
        text += end;
    };
    row(["customer_id", "event", "time", "segment", "amount"]);
    for nth in 0..random.below(60) {
        let amount = *random.one_of(&["1.696", "0,88", "(12)", "--", "8,97%", "1.23E+17", "€ 5"]);
        let other = *random.one_of(&times);
        let time = if random.below(9) == 0 { other } else { time };
        let id = random.below(20).to_string();
        let event = *random.one_of(&["home", "cart", "a \"b\" c", "x,y;z", "line\nend", "café", "Total", ""]);
        row([&id, event, time, if nth % 2 == 0 { "kids" } else { "" }, amount]);
    }
    text
}

/// A file of one of the kinds that people import.
fn seed(random: &mut Random) -> Vec<u8> {
    let text = log_text(random);
    match random.below(8) {
        0 => [&b"\xFF\xFE"[..], &utf16(&text, u16::to_le_bytes)].concat(),
        1 => utf16(&text, u16::to_be_bytes),
        2 => text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect(),
        3 | 4 => {
            let header = ["user", "event", "time"];
            let times = ["@46024.5", "2026-01-02", "7", "@-1", "@99999999"];
            let rows: Vec<[&str; 3]> = (0..random.below(40))
                .map(|_| ["17", *random.one_of(&["home", "cart"]), *random.one_of(&times)])
                .collect();
            let all: Vec<&[&str]> = std::iter::once(&header[..]).chain(rows.iter().map(|row| &row[..])).collect();
            let mut xml = touchline_stand_in::rows(1 + random.below(4), &all).into_bytes();
            // Damage inside the archive, where its check sums would hide any other.
            if random.below(2) == 0 {
                damage(&mut xml, random);
            }
            touchline_stand_in::workbook(&[("Notes", ""), ("Events", &String::from_utf8_lossy(&xml))])
        }
        5 => random
            .one_of(&[
                &b"{\"a\":1}\n{\"a\":2}\n"[..],
                b"<!DOCTYPE html><p>",
                b"PAR1\x15\x04",
                b"\x1F\x8B\x08\0",
                b"PK\x05\x06",
            ])
            .to_vec(),
        _ => text.into_bytes(),
    }
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

pub fn input(number: u64) -> Vec<Vec<u8>> {
    let mut random = Random::of(number);
    let count = if random.below(5) == 0 { 2 } else { 1 };
    let mut one = || {
        let mut bytes = seed(&mut random);
        damage(&mut bytes, &mut random);
        bytes
    };
    (0..count).map(|_| one()).collect()
}

/// Everything that happens to a file between its choice and its figures.
fn read(parts: Vec<Vec<u8>>, number: u64) -> Result<(), BehaviourError> {
    let written = SystemTime::UNIX_EPOCH + Duration::from_secs(1_793_714_722);
    let opening = Opening { drop_duplicates: number.is_multiple_of(7), ..Opening::default() };
    let names = ["a.csv", "b.csv"];
    let source = files::of_bytes(names.into_iter().zip(parts).collect(), written, &opening)?;
    let found = recognise(&source, &Overrides::default())?;
    let looked_through = survey(&source, &found, &mut |_| true)?;
    let roles = found.roles;
    let time = roles.time.unwrap_or(0);
    let stage = |name: &str| StagePlan { name: name.to_owned(), events: vec![name.to_owned()] };
    let plan = Plan {
        reading: found.reading(),
        columns: Columns {
            case: roles.case.unwrap_or(0),
            event: roles.event.unwrap_or(0),
            time,
            segment: roles.segment,
        },
        time: found.time_reader(&source, time),
        stages: vec![stage("home"), stage("cart")],
        reach: vec![ReachGroup { events: vec!["café".to_owned()] }],
        ties: Ties::File,
        counting: Counting::default(),
    };
    let rows = match engine::run(&plan, &source, &Progress::default()) {
        Ok(report) => report.rows.read,
        Err(BehaviourError::NoUsableRow { read, .. }) => read,
        Err(other) => return Err(other),
    };
    // Rows of totals are no rows, but the engine reads them to say so; only the first of very many are listed.
    let totals = looked_through.totals.len();
    let read = looked_through.rows + totals as u64;
    assert!(rows == read || totals == LISTED && rows > read, "{rows} rows counted and {read} looked through");
    Ok(())
}

/// Whether figures come of it.
pub fn tried(parts: Vec<Vec<u8>>, number: u64) -> Result<(), String> {
    read(parts, number).map_err(|error| error.to_string())
}
