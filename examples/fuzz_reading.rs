//! Holds recognition and parsing against damaged and made-up files for a given time.
//!
//! ```sh
//! cargo run --release --example fuzz_reading -- 60          # seconds
//! cargo run --release --example fuzz_reading -- only 12345  # one input again, by its number
//! ```
//! Every input follows from its number alone: a few changes made to a file of a kind that people import. Each is opened,
//! recognised, looked through and counted as the program would. It ends with code 1 and the input's number on a panic, on
//! an input that takes more than a second, and where two readers disagree about the number of rows. Memory is bounded from
//! outside: `ulimit -v 524288` makes a larger one end the program, and the file `fuzz_reading.last` in the temporary folder
//! then names the input. The second is meant for optimised code; `CARGO_PROFILE_DEV_OPT_LEVEL=1 cargo build` keeps the
//! checks of sums in it.
#![expect(clippy::disallowed_methods, reason = "runs for as long as it was told")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};

use touchline::behaviour::engine;
use touchline::behaviour::error::BehaviourError;
use touchline::behaviour::files::{self, Opening};
use touchline::behaviour::plan::{Columns, Counting, Plan, ReachGroup, StagePlan, Ties};
use touchline::behaviour::progress::Progress;
use touchline::behaviour::recognise::survey::{LISTED, survey};
use touchline::behaviour::recognise::{Overrides, recognise};

/// An input may take so long.
const MOST: Duration = Duration::from_secs(1);
/// Bytes of the largest input.
const LARGEST: usize = 64 * 1024;

/// Xorshift: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn of(number: u64) -> Random {
        Random((number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most.max(1)
    }

    fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

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

/// Changes a few bytes: what files suffer, and what somebody might do to them.
fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    const PIECES: [&[u8]; 14] = [
        b"\"",
        b"\"\"",
        b"\n",
        b"\r\n",
        b",",
        b"\0",
        b"\xFF",
        b"\xC3",
        b"'",
        b"\\\"",
        b"=cmd|' /C calc'!A0",
        b"99999999999999999999",
        b"<c r=\"XFD1048576\"><v>1</v></c>",
        b"&#x0;",
    ];
    for _ in 0..random.below(6) {
        let at = random.below(bytes.len() + 1);
        let len = random.below(40).min(bytes.len() - at);
        match random.below(7) {
            0 if !bytes.is_empty() => {
                let at = at.min(bytes.len() - 1);
                bytes[at] ^= 1 << random.below(8);
            }
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..at + len)),
            3 => {
                let again = bytes[at..at + len].repeat(1 + random.below(200));
                bytes.splice(at..at, again);
            }
            4 => drop(bytes.splice(at..at, std::iter::repeat_n(random.below(256) as u8, random.below(3000)))),
            _ => drop(bytes.splice(at..at, random.one_of(&PIECES).iter().copied())),
        }
    }
    bytes.truncate(LARGEST);
}

fn input(number: u64) -> Vec<Vec<u8>> {
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

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u64>().ok());
    if let (Some("only"), Some(number)) = (arguments.first().map(String::as_str), number(1)) {
        let parts = input(number);
        parts.iter().for_each(|part| println!("{}", part.escape_ascii()));
        println!("{:?}", read(parts, number).map_err(|error| error.to_string()));
        return;
    }
    let limit = Duration::from_secs(number(0).unwrap_or(60));
    let first = number(1).unwrap_or(0);
    let last = std::env::temp_dir().join("fuzz_reading.last");
    let (current, since) = (Arc::new(AtomicU64::new(first)), Arc::new(AtomicU64::new(0)));
    let start = Instant::now();
    watch(start, Arc::clone(&current), Arc::clone(&since));
    std::panic::set_hook(Box::new({
        let current = Arc::clone(&current);
        move |panic| {
            // The reader of workbooks is allowed to be surprised: what it panics about is caught and told.
            let foreign = panic.location().is_some_and(|place| place.file().contains("calamine"));
            if !foreign {
                println!("input {} panics: {panic}", current.load(Ordering::Relaxed));
                std::process::exit(1);
            }
        }
    }));
    let (mut done, mut read_through) = (0_u64, 0_u64);
    while start.elapsed() < limit {
        let number = first + done;
        current.store(number, Ordering::Relaxed);
        since.store(start.elapsed().as_millis() as u64, Ordering::Relaxed);
        let _ = std::fs::write(&last, number.to_string());
        read_through += u64::from(read(input(number), number).is_ok());
        done += 1;
    }
    let _ = std::fs::remove_file(&last);
    println!(
        "{done} inputs in {:.0} s, {read_through} of them read to figures; no crash, none over {MOST:?}",
        limit.as_secs_f32()
    );
    assert!(read_through * 4 > done, "too few inputs come through for the test to mean anything");
}

/// Ends the program where one input takes too long.
fn watch(start: Instant, current: Arc<AtomicU64>, since: Arc<AtomicU64>) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(50));
            let begun = Duration::from_millis(since.load(Ordering::Relaxed));
            if start.elapsed().saturating_sub(begun) > MOST {
                println!("input {} takes more than {MOST:?}", current.load(Ordering::Relaxed));
                std::process::exit(1);
            }
        }
    });
}
