//! Writes the log that the benchmark measures: journeys of half a million customers in random row order.
//!
//! `cargo bench --bench make_log -- OUT.csv [ROWS]` (10,000,000 rows unless told otherwise, about 590 MB). The same rows come
//! out on every machine: all chance is from one seed. Needs 16 bytes of memory a row, and no other crate: `rustc -O` is enough.

use std::fs::File;
use std::io::{BufWriter, Write};

const STEPS: [&str; 12] = [
    "trailer_view",
    "landing_page",
    "plan_compare",
    "account_made",
    "payment_added",
    "trial_started",
    "first_stream",
    "second_stream",
    "profile_made",
    "support_chat",
    "subscription_paid",
    "subscription_renewed",
];

const SEGMENTS: [&str; 4] = ["families", "students", "returning", "sports_fans"];

/// Seconds from the start of 1970 to the start of 2024.
const START: u64 = 1_704_067_200;
const SPAN_SECS: u64 = 300 * 86_400;
const ROWS_A_CUSTOMER: u64 = 39;

struct Event {
    secs: u64,
    customer: u32,
    step: u8,
    segment: u8,
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }
}

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let Some(path) = args.first() else {
        eprintln!("usage: cargo bench --bench make_log -- OUT.csv [ROWS]");
        return Ok(());
    };
    let rows = args.get(1).and_then(|rows| rows.parse().ok()).unwrap_or(10_000_000);
    let mut chance = Chance(2026);
    let mut events = journeys(rows, &mut chance);
    for at in (1..events.len()).rev() {
        events.swap(at, chance.below(at as u64 + 1) as usize);
    }
    write(path, &events)
}

fn journeys(rows: usize, chance: &mut Chance) -> Vec<Event> {
    let mut events = Vec::with_capacity(rows);
    for customer in 0.. {
        let segment = chance.below(SEGMENTS.len() as u64) as u8;
        let mut secs = START + chance.below(SPAN_SECS);
        let mut step = 0;
        for _ in 0..1 + chance.below(ROWS_A_CUSTOMER) {
            if events.len() == rows {
                return events;
            }
            events.push(Event { secs, customer, step, segment });
            // Mostly one on, now and then anywhere; some of it in the same second.
            step = match chance.below(10) {
                0..4 => (step + 1).min(STEPS.len() as u8 - 1),
                4..7 => step,
                _ => chance.below(STEPS.len() as u64) as u8,
            };
            secs += if chance.below(20) == 0 { 0 } else { chance.below(3 * 86_400) };
        }
    }
    events
}

fn write(path: &str, events: &[Event]) -> std::io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    writeln!(out, "customer_id,step,ts,segment")?;
    for event in events {
        let (days, secs) = (event.secs / 86_400, event.secs % 86_400);
        let (year, month, day) = date(days);
        let (hour, minute, second) = (secs / 3600, secs / 60 % 60, secs % 60);
        writeln!(
            out,
            "cust_{:08},{},{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02},{}",
            u64::from(event.customer) * 197 + 11,
            STEPS[usize::from(event.step)],
            SEGMENTS[usize::from(event.segment)],
        )?;
    }
    out.flush()
}

/// The day of the calendar, from days since the start of 1970 (Hinnant's `civil_from_days`).
fn date(days: u64) -> (u64, u64, u64) {
    let z = days + 719_468;
    let (era, of_era) = (z / 146_097, z % 146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let m = (5 * of_year + 2) / 153;
    let month = if m < 10 { m + 3 } else { m - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, of_year - (153 * m + 2) / 5 + 1)
}
