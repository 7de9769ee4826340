//! Cancellations by the month, from a file with a row for each subscription.
//!
//! At the start of a month are those who came before it and had not left. *Cancelled* are those of them who left in it,
//! *came back* those who left in it and stand on another row that begins within the same month. The month in which the file
//! ends counts from its 25th day on, with the days that are told of; before, it would be told from too little.

use std::collections::BTreeMap;

use hashbrown::HashMap;
use touchline_words::say;

use super::period::{day_in_month, month_named, start_of};
use super::score::{MOST_PERIODS, Measures, Period, Score, Scores};
use crate::churn::columns::{ChurnColumns, ChurnRole};
use crate::churn::scan::{cell, walk};
use crate::error::BehaviourError;
use crate::nothing::is_no_value;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::Recognition;
use crate::shapes::header::is_time;
use crate::shapes::period::month_of;
use crate::source::Source;
use crate::times::DayCache;

/// From this day on the month of a file's end counts.
const NEARLY_WHOLE: u16 = 25;

/// One subscription: whose, and from when to when.
struct Stay {
    customer: u32,
    came: Option<i64>,
    left: Option<i64>,
}

/// `None` where the file does not say on which day somebody cancelled.
pub fn scores(
    source: &Source,
    found: &Recognition,
    columns: &ChurnColumns,
    progress: &Progress,
) -> Result<Option<Scores>, BehaviourError> {
    let (start, user) = (columns.column(ChurnRole::Start), columns.column(ChurnRole::User));
    let Some(end) = columns.column(ChurnRole::Cancelled) else { return Ok(None) };
    if !found.columns.get(end).is_some_and(is_time) {
        return Ok(None);
    }
    let start = start.filter(|at| found.columns.get(*at).is_some_and(is_time));
    let seen = columns.column(ChurnRole::LastLogin).filter(|at| found.columns.get(*at).is_some_and(is_time));
    let readers = [start, Some(end), seen].map(|at| at.map(|at| found.time_reader(source, at)));
    let mut caches = [DayCache::default(), DayCache::default(), DayCache::default()];
    let mut ids: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut stays: Vec<Stay> = Vec::new();
    let mut latest: Option<i64> = None;
    let rows = walk(source, found, progress, &mut |row| {
        let mut times = [None; 3];
        for (place, at) in [start, Some(end), seen].into_iter().enumerate() {
            let (Some(reader), Some(cache)) = (readers.get(place).and_then(Option::as_ref), caches.get_mut(place))
            else {
                continue;
            };
            let text = cell(row, at);
            if let (false, Some(time)) = (is_no_value(text), times.get_mut(place)) {
                let why = [Reason::CameUnreadable, Reason::CancellationUnreadable, Reason::LastDayUnreadable];
                *time = Some(
                    reader
                        .read_on_clock(text, cache)
                        .map_err(|_| why.get(place).cloned().unwrap_or(Reason::DayUnreadable))?,
                );
            }
        }
        let [came, left, seen] = times;
        if start.is_some() && came.is_none() {
            return Err(Reason::NoDayCame);
        }
        if came.zip(left).is_some_and(|(came, left)| left < came) {
            return Err(Reason::LeftBeforeCame);
        }
        let id = cell(row, user);
        let next = u32::try_from(ids.len()).map_err(|_| Reason::TooManyCustomers)?;
        let customer = match user {
            Some(_) if is_no_value(id) => return Err(Reason::NoCustomer),
            Some(_) => *ids.entry_ref(id).or_insert(next),
            None => u32::try_from(stays.len()).map_err(|_| Reason::TooManyCustomers)?,
        };
        latest = latest.max(came).max(left).max(seen);
        stays.push(Stay { customer, came, left });
        Ok(())
    })?;
    let Some(latest) = latest else { return Ok(None) };
    let file = source.file_name();
    let words = match start {
        Some(_) => say!(churn_definition_dated),
        None => say!(churn_definition_all),
    };
    let words = words.to_owned();
    let scores = by_month(&stays, latest);
    Ok(Some(Scores { file, rows, scores, definitions: vec![(Measures::Churn, words)] }))
}

fn by_month(stays: &[Stay], latest: i64) -> Vec<Score> {
    let moments = stays.iter().filter_map(|stay| stay.came.or(stay.left));
    let Some(first) = moments.min().map(month_of) else { return Vec::new() };
    let last = month_of(latest);
    let mut begun: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
    for stay in stays {
        begun.entry(stay.customer).or_default().extend(stay.came);
    }
    let months = first.max(last.saturating_sub(MOST_PERIODS as i32 - 1))..=last;
    let score = |month: i32| {
        let (start, end) = (start_of(month)?, start_of(month + 1)?);
        let whole = month_named(month);
        let days = if month == last { day_in_month(latest) } else { whole.days? };
        let is_told = month < last || days >= NEARLY_WHOLE.min(whole.days?);
        let mut counts = (0_u64, 0_u64, 0_u64);
        for stay in stays {
            let there = stay.came.is_none_or(|came| came < start) && stay.left.is_none_or(|left| left >= start);
            counts.1 += u64::from(there);
            let Some(left) = stay.left.filter(|left| there && *left < end) else { continue };
            counts.0 += 1;
            let again = begun.get(&stay.customer).into_iter().flatten().any(|came| *came >= left && *came < end);
            counts.2 += u64::from(again && stay.came.is_some());
        }
        let (count, of, also) = counts;
        let period = Period { days: Some(days), ..whole };
        (is_told && of > 0).then(|| Score { measures: Measures::Churn, name: String::new(), period, count, of, also })
    };
    months.filter_map(score).collect()
}
