//! Holds what reads other people's files against damaged and made-up ones for a given time.
//!
//! ```sh
//! cargo run --release --example fuzz -- 60                  # seconds for each kind
//! cargo run --release --example fuzz -- 60 journal          # one kind alone
//! cargo run --release --example fuzz -- only journal 12345  # one input again, by its number
//! ```
//! Every input follows from its number alone: a few changes made to a file of a kind that people have. Each is opened, read and
//! used as the program would. It ends with code 1 and the input's number on a panic, on an input that takes more than a second, and
//! where a promise about it does not hold. Memory is bounded from outside: `ulimit -v 524288` makes a larger one end the program, and
//! the file `fuzz.last` in the temporary folder then names the input. The second is meant for optimised code;
//! `CARGO_PROFILE_DEV_OPT_LEVEL=1 cargo build` keeps the checks of sums in it. `fuzz/` has the same for cargo-fuzz.
#![expect(clippy::disallowed_methods, reason = "runs for as long as it was told")]

mod maps;
mod random;
mod reading;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// An input may take so long.
const MOST: Duration = Duration::from_secs(1);

/// Something that is read.
struct Kind {
    name: &'static str,
    input: fn(u64) -> Vec<Vec<u8>>,
    /// Reads an input: an error is what a person would be told. A promise that does not hold is a panic.
    tried: fn(Vec<Vec<u8>>, u64) -> Result<(), String>,
}

const KINDS: [Kind; 5] = [
    Kind { name: "reading", input: reading::input, tried: reading::tried },
    Kind { name: "map", input: maps::file, tried: maps::read_file },
    Kind { name: "journal", input: maps::journal, tried: maps::read_journal },
    Kind { name: "paste", input: maps::words, tried: maps::paste },
    Kind { name: "sheet", input: maps::sheets, tried: maps::read_sheet },
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let kind = |at: usize| KINDS.iter().find(|kind| arguments.get(at).is_some_and(|name| name == kind.name));
    if let (Some("only"), Some(kind), Some(Ok(number))) =
        (arguments.first().map(String::as_str), kind(1), arguments.get(2).map(|text| text.parse()))
    {
        let parts = (kind.input)(number);
        parts.iter().for_each(|part| println!("{}", part.escape_ascii()));
        println!("{:?}", (kind.tried)(parts, number));
        return;
    }
    let seconds = arguments.first().and_then(|text| text.parse().ok()).unwrap_or(60);
    let watched = Watched::start();
    match kind(1) {
        Some(kind) => run(kind, Duration::from_secs(seconds), &watched),
        None => KINDS.iter().for_each(|kind| run(kind, Duration::from_secs(seconds), &watched)),
    }
    let _ = std::fs::remove_file(last());
}

/// Names the input that is tried.
fn last() -> std::path::PathBuf {
    std::env::temp_dir().join("fuzz.last")
}

fn run(kind: &'static Kind, limit: Duration, watched: &Watched) {
    let (start, mut done, mut whole) = (Instant::now(), 0_u64, 0_u64);
    while start.elapsed() < limit {
        let parts = (kind.input)(done);
        watched.begin(kind.name, done);
        whole += u64::from((kind.tried)(parts, done).is_ok());
        watched.end();
        done += 1;
    }
    let seconds = limit.as_secs();
    println!(
        "{}: {done} inputs in {seconds} s, {whole} of them read whole; none broke a promise or took over {MOST:?}",
        kind.name
    );
    assert!(whole * 10 > done, "too few inputs come through for the test to mean anything");
}

/// The input that is tried, and since when.
#[derive(Clone)]
struct Watched {
    start: Instant,
    kind: Arc<Mutex<&'static str>>,
    number: Arc<AtomicU64>,
    /// In thousandths of a second after the start; none while an input is made.
    since: Arc<AtomicU64>,
}

impl Watched {
    /// Ends the program where one input takes too long, or panics.
    fn start() -> Watched {
        let since = Arc::new(AtomicU64::new(u64::MAX));
        let watched = Watched { start: Instant::now(), kind: Arc::default(), number: Arc::default(), since };
        let (in_time, in_panic) = (watched.clone(), watched.clone());
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(Duration::from_millis(50));
                let begun = Duration::from_millis(in_time.since.load(Ordering::Relaxed));
                if in_time.start.elapsed().saturating_sub(begun) > MOST {
                    println!("{} takes more than {MOST:?}", in_time.told());
                    std::process::exit(1);
                }
            }
        });
        std::panic::set_hook(Box::new(move |panic| {
            // The reader of workbooks is allowed to be surprised: what it panics about is caught and told.
            let foreign = panic.location().is_some_and(|place| place.file().contains("calamine"));
            if !foreign {
                println!("{} panics: {panic}", in_panic.told());
                std::process::exit(1);
            }
        }));
        watched
    }

    fn begin(&self, kind: &'static str, number: u64) {
        if let Ok(mut now) = self.kind.lock() {
            *now = kind;
        }
        self.number.store(number, Ordering::Relaxed);
        let _ = std::fs::write(last(), self.told());
        self.since.store(self.start.elapsed().as_millis() as u64, Ordering::Relaxed);
    }

    fn end(&self) {
        self.since.store(u64::MAX, Ordering::Relaxed);
    }

    /// Such as `only journal 12345`.
    fn told(&self) -> String {
        let kind = self.kind.lock().map_or("", |kind| *kind);
        format!("only {kind} {}", self.number.load(Ordering::Relaxed))
    }
}
