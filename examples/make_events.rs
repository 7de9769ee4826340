//! Makes `examples/viewing-events.csv`, the log behind the sample map: a made-up family streaming service over three
//! months, the same bytes at every run.
//!
//! ```text
//! cargo run --example make_events > examples/viewing-events.csv
//! ```
//!
//! Every customer takes a walk through the five stages with the chances of its audience; families are asked for a
//! child's birth date at the checkout, and leave there. A few rows are broken on purpose, as in a real export.

use std::io::Write;

/// One audience: its name in the log, its customers, and its chances to go on after each of the first four stages.
struct Audience {
    name: &'static str,
    customers: u32,
    goes_on: [f64; 4],
}

const AUDIENCES: [Audience; 4] = [
    Audience { name: "families", customers: 1_640, goes_on: [0.58, 0.72, 0.61, 0.66] },
    Audience { name: "superfans", customers: 710, goes_on: [0.74, 0.81, 0.88, 0.83] },
    Audience { name: "lapsed", customers: 1_180, goes_on: [0.41, 0.55, 0.79, 0.52] },
    Audience { name: "casual", customers: 870, goes_on: [0.47, 0.60, 0.82, 0.58] },
];

/// The events of each stage with their weights, and the mean hours until the next stage.
const STAGES: [(&[(&str, f64)], f64); 5] = [
    (&[("trailer_view", 0.41), ("talent_post_view", 0.34), ("forum_visit", 0.25)], 52.0),
    (&[("review_visit", 0.6), ("newsletter_open", 0.4)], 30.0),
    (&[("trial_start", 0.82), ("faq_view", 0.18)], 0.4),
    (&[("picks_made", 0.7), ("reminder_optin", 0.3)], 260.0),
    (&[("episode_complete", 0.72), ("winback_open", 0.16), ("discord_join", 0.12)], 0.0),
];

/// 2026-08-03 00:00:00 UTC.
const FIRST_SECOND: i64 = 1_785_715_200;
/// 2026-11-03 00:00:00 UTC: the export was made then, so nothing is later.
const LAST_SECOND: i64 = 1_793_664_000;
/// How many days new customers keep arriving.
const ARRIVAL_DAYS: f64 = 56.0;

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Even over 0 … 1, without 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Exponential with a mean.
    fn wait(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.share()).ln()
    }

    fn pick(&mut self, weighted: &[(&'static str, f64)]) -> &'static str {
        let mut left = self.share();
        for (name, weight) in weighted {
            left -= weight;
            if left < 0.0 {
                return name;
            }
        }
        weighted[weighted.len() - 1].0
    }
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    write_log(&mut out)?;
    out.flush()
}

/// Writes the whole log.
pub fn write_log(out: &mut dyn Write) -> std::io::Result<()> {
    let mut chance = Chance(0x70_C4_11_4E);
    let mut rows: Vec<(i64, String)> = Vec::new();
    let mut number = 0;
    for audience in &AUDIENCES {
        for _ in 0..audience.customers {
            number += 1;
            let customer = format!("v{:05}", (number * 7_919) % 99_991);
            let mut at = FIRST_SECOND + (chance.share() * ARRIVAL_DAYS * 86_400.0) as i64;
            for (stage, (events, mean_hours)) in STAGES.iter().enumerate() {
                let repeats = 1 + (chance.share() * 3.0) as u32;
                for _ in 0..repeats {
                    let event = chance.pick(events);
                    rows.push((at, format!("{customer},{event},{},{}", time(at), audience.name)));
                    at += 60 + chance.wait(1_800.0) as i64;
                }
                match audience.goes_on.get(stage) {
                    Some(share) if chance.share() < *share => at += chance.wait(mean_hours * 3_600.0) as i64 + 1,
                    _ => break,
                }
            }
            if chance.share() < 0.04 {
                rows.push((at, format!("{customer},pause_sub,{},{}", time(at), audience.name)));
            }
        }
    }
    rows.retain(|row| row.0 < LAST_SECOND);
    rows.sort_by_key(|row| row.0);
    // What every export has: events of nobody, and a few times that a clock spoilt.
    for (at, row) in rows.iter_mut().filter(|row| row.0 % 997 == 0) {
        *row = format!(",trailer_view,{},casual", time(*at));
    }
    for (_, row) in rows.iter_mut().filter(|row| row.0 % 4_001 == 0) {
        *row = row.replacen("2026-", "0000-", 1);
    }
    writeln!(out, "customer_id,event,time,audience")?;
    for (_, row) in rows {
        writeln!(out, "{row}")?;
    }
    Ok(())
}

/// `2026-08-03 14:05:22`.
fn time(unix_secs: i64) -> String {
    let days = unix_secs.div_euclid(86_400);
    let second = unix_secs.rem_euclid(86_400);
    // The log runs from 3 August to 3 November.
    let lengths = [31, 30, 31, 30];
    let names = ["2026-08", "2026-09", "2026-10", "2026-11"];
    let mut day = days - FIRST_SECOND.div_euclid(86_400) + 2;
    let mut month = 0;
    while month + 1 < lengths.len() && day >= lengths[month] {
        day -= lengths[month];
        month += 1;
    }
    format!("{}-{:02} {:02}:{:02}:{:02}", names[month], day + 1, second / 3600, second / 60 % 60, second % 60)
}
