//! Scores of a log of events, by the month: who took part among the active, and who engaged among those shown something.
//!
//! A customer counts once a month. *Active* is who has any event; *took part* who has an event that is named for it or whose
//! name says so; *shown*, *clicked* and *engaged* are read in names of events that tell of a recommendation.

use std::collections::BTreeSet;

use hashbrown::{HashMap, HashSet};
use touchline_words::direction::Listed;
use touchline_words::say;

use super::period::{day_in_month, day_text, month_named};
use super::score::{MOST_PERIODS, Measures, Score, Scores};
use crate::churn::scan::{cell, walk};
use crate::error::BehaviourError;
use crate::masking::masked;
use crate::names::one_id;
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::Recognition;
use crate::roles::Role;
use crate::shapes::period::month_of;
use crate::source::Source;
use crate::times::{DayCache, TimeProblem};

const TOOK_PART: &[&str] = &["forum", "comment", "communit", "discord", "fan_club", "fan club"];
const ENGAGED: &[&str] = &["engage", "play", "start", "watch", "complete"];
/// Events that are named in the definition.
const NAMED: usize = 6;

/// What an event tells of whoever has it.
#[derive(Clone, Copy, Default)]
struct Tells {
    took_part: bool,
    shown: bool,
    clicked: bool,
    engaged: bool,
}

fn tells(event: &str, community: &[String]) -> Tells {
    let name = event.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let recommended = has(&["recommend"]);
    let clicked = recommended && has(&["click", "tap"]);
    let engaged = recommended && !clicked && has(ENGAGED);
    Tells {
        took_part: has(TOOK_PART) || community.iter().any(|known| known.trim() == event),
        shown: recommended && !clicked && !engaged,
        clicked,
        engaged,
    }
}

/// Who did what in one month.
#[derive(Default)]
struct Month {
    active: HashSet<u32>,
    took_part: HashSet<u32>,
    shown: HashSet<u32>,
    clicked: HashSet<u32>,
    engaged: HashSet<u32>,
    /// The first and the last day of the month that has an event.
    days: Option<(i64, i64)>,
}

/// `None` where the log's columns are not known.
pub fn scores(
    source: &Source,
    found: &Recognition,
    community: &[String],
    progress: &Progress,
) -> Result<Option<Scores>, BehaviourError> {
    let place = |role| found.roles.column(role);
    let (Some(case), Some(event), Some(time)) = (place(Role::Case), place(Role::Event), place(Role::Time)) else {
        return Ok(None);
    };
    let reader = found.time_reader(source, time);
    let mut cache = DayCache::default();
    let mut ids: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut known: HashMap<Vec<u8>, Tells> = HashMap::new();
    let mut months: HashMap<i32, Month> = HashMap::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    let rows = walk(source, found, progress, &mut |row| {
        let (id, name) = (one_id(cell(row, Some(case))), cell(row, Some(event)));
        if is_no_value(id) {
            return Err(Reason::NoCustomer);
        }
        if is_no_value(name) {
            return Err(Reason::NoEvent);
        }
        let at = reader.read_on_clock(cell(row, Some(time)), &mut cache);
        let micros = at.map_err(|_| Reason::Time(TimeProblem::Unreadable))?;
        let next = u32::try_from(ids.len()).map_err(|_| Reason::TooManyCustomers)?;
        let customer = *ids.entry_ref(id).or_insert(next);
        let told = *known.entry_ref(name).or_insert_with(|| {
            let name = String::from_utf8_lossy(name);
            let told = tells(&name, community);
            if told.took_part && used.len() < 1_000 {
                used.insert(masked(&name).into_owned());
            }
            told
        });
        let month = months.entry(month_of(micros)).or_default();
        month.active.insert(customer);
        let marks = [
            (told.took_part, &mut month.took_part),
            (told.shown, &mut month.shown),
            (told.clicked, &mut month.clicked),
            (told.engaged, &mut month.engaged),
        ];
        marks.into_iter().filter(|(is, _)| *is).for_each(|(_, who)| _ = who.insert(customer));
        month.days = Some(month.days.map_or((micros, micros), |(first, last)| (first.min(micros), last.max(micros))));
        Ok(())
    })?;
    let mut scores = Vec::new();
    let mut order: Vec<(i32, Month)> = months.into_iter().collect();
    order.sort_by_key(|(month, _)| *month);
    let first = order.len().saturating_sub(MOST_PERIODS);
    let edges = order.first().map(|(month, _)| *month).zip(order.last().map(|(month, _)| *month));
    for (key, month) in order.into_iter().skip(first) {
        let mut period = month_named(key);
        // At its ends a log may hold a part of a month only; a share of few days is another than one of a month.
        if let (Some((began, ended)), true) =
            (month.days, edges.is_some_and(|(first, last)| key == first || key == last))
        {
            let days = day_in_month(ended) + 1 - day_in_month(began);
            if period.days.is_some_and(|whole| days + 3 < whole) {
                period.label = format!("{}–{} {}", day_in_month(began), day_in_month(ended), period.label);
                period.days = Some(days);
            }
            period.last_day = Some(day_text(ended));
        }
        let mut push = |measures, count: usize, of: usize, also: usize| {
            let (count, of, also) = (count as u64, of as u64, also as u64);
            scores.push(Score { measures, name: String::new(), period: period.clone(), count, of, also });
        };
        if !used.is_empty() {
            push(Measures::Community, month.took_part.len(), month.active.len(), 0);
        }
        let (engaged, clicked) = (&month.engaged & &month.shown, &month.clicked & &month.shown);
        if !month.shown.is_empty() && (!engaged.is_empty() || !clicked.is_empty()) {
            // Whoever engaged without a click of their own came by it all the same.
            let clicked = if clicked.is_empty() { 0 } else { (&clicked | &engaged).len() };
            push(Measures::Discovery, engaged.len(), month.shown.len(), clicked);
        }
    }
    let mut names: Vec<String> = used.iter().take(NAMED).cloned().collect();
    if used.len() > NAMED {
        names.push("…".to_owned());
    }
    let definitions = vec![
        (Measures::Community, say!(shape_score_community, names = names.listed(", "))),
        (Measures::Discovery, say!(shape_score_discovery).to_owned()),
    ];
    Ok(Some(Scores { file: source.file_name(), rows, scores, definitions }))
}
