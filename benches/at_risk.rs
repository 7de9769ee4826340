//! What a step of the at-risk sliders costs: everything that the box shows for another rule, over a million customers.
//!
//! ```text
//! cargo bench --bench at_risk
//! ```
//!
//! A file of a million customers in forty segments is read as the window reads it. Then both sliders are moved step by step.
//! Printed: the median, the 95th percentile and the slowest step, in milliseconds. Size, precision, recall and lead time are
//! counted anew at each; how long customers stay (Kaplan–Meier) does not depend on the rule and is drawn from the scan.
#![expect(clippy::disallowed_methods, reason = "measures")]

use std::error::Error;
use std::fmt::Write as _;
use std::time::{Duration, Instant};
use touchline::behaviour::churn::rule::Rule;
use touchline::behaviour::small_groups::SmallGroups;
use touchline::session::at_risk::AtRiskFile;

const CUSTOMERS: u64 = 1_000_000;
const SEGMENTS: u64 = 40;
/// Days over which last logins lie.
const DAYS: u64 = 700;
/// Steps of each slider.
const STEPS: u32 = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("touchline-at-risk-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn measure(folder: &std::path::Path) -> Result<(), Box<dyn Error>> {
    let path = folder.join("customers.csv");
    std::fs::write(&path, customers())?;
    let start = Instant::now();
    let mut file = AtRiskFile::open(path);
    while file.busy().is_some() {
        file.poll();
        std::thread::sleep(Duration::from_millis(5));
    }
    let scanned = start.elapsed();
    let read = file.signals().map_or(0, |signals| signals.rows.used);
    if let Some(problem) = file.problem() {
        return Err(problem.into());
    }
    println!("{read} customers, read in {:.1} s; milliseconds a step", scanned.as_secs_f64());
    println!("{:<28}{:>8}{:>8}{:>8}", "", "median", "p95", "slowest");
    let days: Vec<Rule> = (0..STEPS).map(|step| Rule { days: step * 7, fall: 0 }).collect();
    let fall: Vec<Rule> = (0..STEPS as i16).map(|step| Rule { days: 14, fall: step }).collect();
    for (name, rules) in [("days since the last login", days), ("fall in completion", fall)] {
        let mut times: Vec<f64> = rules.iter().map(|rule| step(&mut file, *rule)).collect();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
        println!("{name:<28}{:>8.2}{:>8.2}{:>8.2}", at(0.5), at(0.95), at(1.0));
    }
    Ok(())
}

/// One step of a slider, in milliseconds: the rule, its figures, how far the sliders reach, and the curve's numbers.
fn step(file: &mut AtRiskFile, rule: Rule) -> f64 {
    let start = Instant::now();
    file.set_rule(rule);
    file.count(SmallGroups::default());
    let shown = file.figures().map_or(0, |found| found.all.at_risk + found.segments.len() as u64);
    let reach = file.signals().map(|signals| signals.reach());
    let curve = file.retention().map(|found| found.groups.iter().map(|group| group.curve.steps.len()).sum::<usize>());
    let has_cohort = file.has_cohort();
    std::hint::black_box((shown, reach, curve, has_cohort));
    start.elapsed().as_secs_f64() * 1e3
}

/// Each customer with a day of last login, two completions, a cancellation of some, and a segment.
fn customers() -> String {
    let mut text =
        String::from("user_id,signup_date,last_login,completion_prev,completion_now,cancelled_on,consent,segment\n");
    let mut seed = 42_u64;
    let mut next = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    let day = |nth: u64| format!("20{:02}-{:02}-{:02}", 23 + nth / 360, nth % 360 / 30 + 1, nth % 28 + 1);
    for nth in 0..CUSTOMERS {
        let last = next(DAYS);
        let (before, now) = (next(100), next(100));
        let cancelled = if next(4) == 0 { day(last + next(20)) } else { String::new() };
        let consent = if next(2) == 0 { "yes" } else { "no" };
        let segment = next(SEGMENTS);
        // Nobody came after the first login that is written.
        let _ = writeln!(text, "c{nth},2022-01-01,{},{before},{now},{cancelled},{consent},s{segment}", day(last));
    }
    text
}
