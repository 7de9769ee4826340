//! Logs for both sides: the shipped example, and random ones full of ties, repeats, blanks, odd names and bad times.

use std::fmt::Write as _;
use std::path::Path;

/// How the times of a log are kept, in the file and in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// Text in both, in many ways with the year first, some of them wrong.
    Text,
    /// `2026-01-02 03:04:05` in the file, `DateTime` of UTC in the table.
    Moments,
    /// Whole seconds since 1970.
    Seconds,
    /// Milliseconds since 1970, or none.
    Millis,
    /// `2026-01-02`, and `Date` in the table.
    Days,
}

impl Times {
    pub const ALL: [(Times, &str); 5] = [
        (Times::Text, "times in text"),
        (Times::Moments, "DateTime"),
        (Times::Seconds, "UInt32 of seconds"),
        (Times::Millis, "Nullable(Int64) of milliseconds"),
        (Times::Days, "Date"),
    ];

    /// The type of the table's column.
    pub fn column(self) -> &'static str {
        match self {
            Times::Text => "String",
            Times::Moments => "DateTime('UTC')",
            Times::Seconds => "UInt32",
            Times::Millis => "Nullable(Int64)",
            Times::Days => "Date",
        }
    }

    pub fn is_nullable(self) -> bool {
        self == Times::Millis
    }
}

/// Rows of customer, event, time and segment.
pub struct Log {
    pub rows: Vec<[String; 4]>,
    pub times: Times,
}

impl Log {
    pub fn csv(&self) -> String {
        let mut text = "who,what,when,where\n".to_owned();
        for row in &self.rows {
            let cells = row.each_ref().map(|cell| {
                let is_plain = !cell.contains([',', '"', '\n']);
                if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
            });
            writeln!(text, "{}", cells.join(",")).unwrap();
        }
        text
    }
}

/// The log that is shipped as an example. Its cells need no quotes.
pub fn example() -> Log {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/viewing-events.csv");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(!text.contains('"'));
    let row = |line: &str| <[String; 4]>::try_from(line.split(',').map(str::to_owned).collect::<Vec<_>>()).unwrap();
    Log { rows: text.lines().skip(1).map(row).collect(), times: Times::Text }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len() as u64) as usize]
    }
}

const NOBODY: [&str; 8] = ["", "null", "NULL", "N/A", "(not set)", "-", "  ", "\u{A0} -\u{202F}"];
const EVENTS: [&str; 12] =
    ["a", "a", "b", "b", "it's", "Größe | x", "c\\\\d", "tab\there", "e", "f,\"g\"", "two\nlines", "unbound"];
const SEGMENTS: [&str; 9] = ["web", "web", "app", "", "  ", "(none)", "All", "Ünder 12 ", "it's"];
const BAD_TIMES: [&str; 22] = [
    "",
    "null",
    "soon",
    "2026-13-01",
    "2026-02-29 10:00:00",
    "2026-01-01 24:00:01",
    "2026-01-01 10:60",
    "2026-01-01 10:00:61",
    "2026-01-01 13:00 PM",
    "2026-01-01 10:00 +19:00",
    "2026-01-01 10:00:00 CET",
    "2026-01/01 10:00:00",
    "2026-1-011",
    "0000-01-01",
    "0001-01-01",
    "0001-01-01T00:00:00Z",
    "1899-12-30 00:00:00",
    "1970-01-01 00:00:00",
    "1970-01-01 01:00:00+01:00",
    "9999-12-31 23:59:59",
    "2400-01-01",
    "2026-01-01T",
];

/// A log that is the same for the same seed.
pub fn random(seed: u64, times: Times) -> Log {
    let mut dice = Dice(seed);
    // Few customers with many rows, then many with few.
    let (rows, customers) = if seed.is_multiple_of(2) { (1_500, 40) } else { (1_200, 500) };
    let row = |_| {
        let customer = match dice.below(25) {
            0 => dice.one_of(&NOBODY).to_owned(),
            1 => format!(" \u{2009}kö'{}\\ ", dice.below(customers)),
            _ => format!("k{}", dice.below(customers)),
        };
        let event = match dice.below(40) {
            0 => " ".to_owned(),
            1 => format!("\u{A0}{} ", dice.one_of(&EVENTS)),
            _ => dice.one_of(&EVENTS).to_owned(),
        };
        // So few moments that many rows share one.
        let moment = dice.below(3_000);
        [customer, event, time(&mut dice, times, moment), dice.one_of(&SEGMENTS).to_owned()]
    };
    Log { rows: (0..rows).map(row).collect(), times }
}

fn time(dice: &mut Dice, times: Times, moment: u64) -> String {
    /// 2026-01-01 00:00:00 in UTC.
    const START: u64 = 1_767_225_600;
    let (day, secs) = (moment / 200, moment % 200 * 400);
    let [hour, minute, second] = [secs / 3600, secs / 60 % 60, secs % 60];
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    let date = format!("2026-01-{:02}", day + 1);
    let since = START + day * 86_400 + secs;
    match times {
        Times::Moments => format!("{date} {clock}"),
        Times::Seconds => since.to_string(),
        Times::Millis if dice.below(30) == 0 => String::new(),
        Times::Millis => (since * 1000 + dice.below(4)).to_string(),
        Times::Days => date,
        Times::Text => match dice.below(40) {
            0 => dice.one_of(&BAD_TIMES).to_owned(),
            1 => format!("{date}T{clock}Z"),
            2 => format!("{date}T{clock}.{:03}+02:00", dice.below(1000)),
            3 => format!("{date} {clock},5 -0330"),
            4 => format!("2026/1/{} {hour}:{minute:02}", day + 1),
            5 => format!(
                "2026.1.{}, {}:{minute:02} {}",
                day + 1,
                (hour + 11) % 12 + 1,
                if hour < 12 { "AM" } else { "p.m." }
            ),
            6 => format!("{date} 24:00"),
            7 => format!(" {date}\u{202F}at {clock}.1234567 UTC+01 "),
            8 => date,
            9 => format!("{date} {hour:02}:{minute:02}:60 GMT"),
            10 => format!("1969-12-31 {clock}.25"),
            11 => format!("{}-02-29 {clock}", if day == 0 { "2000" } else { "2024" }),
            _ => format!("{date} {clock}"),
        },
    }
}
