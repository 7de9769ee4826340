//! Counts for a scorecard, from files: survey scores, completion, cancellations, logs and stage counts, period by period.
//!
//! What a file says of a metric is found by its shape and the words of its header; each count comes with the words for what
//! was counted. Periods are the months of the file's column of dates, or what its column of periods says; a file without
//! either is one period. Counts alone come out: no row, no id.

mod churn;
mod log;
mod period;
mod score;
mod shaped;

pub use period::month_written;
pub use score::{MOST_PERIODS, Measures, Period, Score, Scores};

use super::churn::columns::{ChurnColumns, ChurnRole};
use super::error::BehaviourError;
use super::progress::Progress;
use super::recognise::{ColumnKind, Recognition};
use super::shapes::Shape;
use super::source::Source;

/// Reads a file for a scorecard. `community` are events that count as taking part, beside those whose name says so.
///
/// # Errors
/// What keeps the file from being read, or [`BehaviourError::NoScore`] where nothing in it fills a metric.
pub fn scores(
    source: &Source,
    recognition: &Recognition,
    shape: Shape,
    community: &[String],
    progress: &Progress,
) -> Result<Scores, BehaviourError> {
    let nothing = || BehaviourError::NoScore { name: source.name().to_owned(), shape: shape.name() };
    let columns = ChurnColumns::guess(recognition);
    let has_cancellations = columns.column(ChurnRole::Cancelled).is_some();
    let found = match shape {
        Shape::ChurnSignals => churn::scores(source, recognition, &columns, progress)?,
        Shape::EventLog => log::scores(source, recognition, community, progress)?,
        Shape::Themes | Shape::Calendar => None,
        _ => shaped::scores(source, recognition, shape, progress)?,
    };
    let found = match found {
        None if has_cancellations && shape != Shape::ChurnSignals => {
            churn::scores(source, recognition, &columns, progress)?
        }
        found => found,
    };
    let found = found.filter(|found| !found.scores.is_empty()).ok_or_else(nothing)?;
    let has_times = recognition.columns.iter().any(|column| column.kind == ColumnKind::Time);
    let by_month = has_times && found.scores.iter().any(|score| score.period.last_day.is_some());
    Ok(match recognition.zone.filter(|_| by_month) {
        Some(zone) => found.in_zone(zone),
        None => found,
    })
}

#[cfg(test)]
mod tests;
