//! Shapes of files: what a table that is no log of events says, recognised by its columns and read into aggregates.
//!
//! [`guess::guess`] says which shape a table has, with the reason and the runner-up; [`read`] reads it in one pass. Every row
//! is used or counted with its reason and its lines, as the engine does. What comes out are counts, shares with their
//! intervals, means and medians: no row, no id and no comment.
//!
//! # Limits
//! Names that a figure is given for (stages, titles, themes, touchpoints) are kept in memory, up to a bound for each shape.
//! A stage history in the long layout keeps a record's id for the scan, and 24 bytes a visit.

pub mod calendar;
pub mod completion;
mod cells;
mod clock;
pub mod crm;
pub mod funnel;
pub mod guess;
pub mod header;
pub mod history;
pub mod number;
pub mod outcome;
pub mod pipeline;
pub mod period;
mod rows;
pub mod scale;
mod shape;
pub mod spread;
pub mod standing;
pub mod stage_counts;
pub mod survey;
pub mod themes;

use serde::Serialize;

pub use shape::Shape;

use super::error::BehaviourError;
use super::plan::StagePlan;
use super::progress::Progress;
use super::recognise::Recognition;
use super::report::RowCounts;
use super::source::Source;

/// What a file of a shape says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShapeReport {
    /// [`Shape::word`].
    pub shape: &'static str,
    pub rows: RowCounts,
    /// The file's name without its folders.
    pub file: String,
    /// The first and the last time that the figures rest on, in microseconds since 1970 as the file's clock showed them.
    #[serde(skip)]
    pub dates: Option<(i64, i64)>,
    /// How the figures are to be understood.
    pub definition: &'static str,
    #[serde(flatten)]
    pub figures: Figures,
}

/// The aggregates of each family of shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figures {
    Funnel(funnel::Funnel),
    History(history::StageHistory),
    Pipeline(pipeline::Pipeline),
    Survey(survey::Survey),
    Completion(completion::Completion),
    Themes(themes::Themes),
    Calendar(calendar::Calendar),
}

impl Figures {
    /// The stages that people reached, where there are any.
    pub fn funnel(&self) -> Option<&funnel::Funnel> {
        match self {
            Figures::Funnel(funnel) => Some(funnel),
            Figures::History(history) => Some(history.known.as_ref().unwrap_or(&history.funnel)),
            Figures::Pipeline(pipeline) => Some(&pipeline.known),
            Figures::Survey(_) | Figures::Completion(_) | Figures::Themes(_) | Figures::Calendar(_) => None,
        }
    }

    /// The first and the last time of the records that are counted; `None` where the file has none.
    fn dates(&self) -> Option<(i64, i64)> {
        match self {
            Figures::History(history) => history.dates,
            Figures::Pipeline(pipeline) => pipeline.dates,
            _ => None,
        }
    }
}

/// Reads a file of a shape. `asked` names the stages to be counted and what the file calls them, where the file has dates
/// or stages of single records; without it every stage of the file is one.
///
/// # Errors
/// The shape is read elsewhere (an event log by the engine, churn signals by their own analysis), a column is missing,
/// no row can be used, the file cannot be read or changed meanwhile, or `progress` was told to stop.
pub fn read(
    source: &Source,
    recognition: &Recognition,
    shape: Shape,
    asked: Option<&[StagePlan]>,
    progress: &Progress,
) -> Result<ShapeReport, BehaviourError> {
    let (rows, figures) = match shape {
        Shape::EventLog | Shape::ChurnSignals => {
            return Err(BehaviourError::ShapeElsewhere {
                name: source.name().to_owned(),
                shape: shape.name(),
                advice: if shape == Shape::EventLog { "measure it with funnel or measure" } else { "ask at-risk" },
            });
        }
        Shape::StageCounts
        | Shape::Ga4Funnel
        | Shape::MixpanelFunnel
        | Shape::AmplitudeFunnel
        | Shape::PosthogFunnel => {
            let (rows, funnel) = stage_counts::read(source, recognition, shape, progress)?;
            (rows, Figures::Funnel(funnel))
        }
        Shape::StageHistory => {
            let (rows, history) = crm::read_long(source, recognition, asked, progress)?;
            (rows, Figures::History(history))
        }
        Shape::HubspotDeals | Shape::StageDates => {
            let (rows, history) = crm::read_wide(source, recognition, shape, asked, progress)?;
            (rows, Figures::History(history))
        }
        Shape::CapsuleOpportunities | Shape::Pipeline => {
            let (rows, pipeline) = pipeline::read(source, recognition, shape, asked, progress)?;
            (rows, Figures::Pipeline(pipeline))
        }
        Shape::Survey => {
            let (rows, survey) = survey::read(source, recognition, progress)?;
            (rows, Figures::Survey(survey))
        }
        Shape::Completion => {
            let (rows, completion) = completion::read(source, recognition, progress)?;
            (rows, Figures::Completion(completion))
        }
        Shape::Themes => {
            let (rows, themes) = themes::read(source, recognition, progress)?;
            (rows, Figures::Themes(themes))
        }
        Shape::Calendar => {
            let (rows, calendar) = calendar::read(source, recognition, progress)?;
            (rows, Figures::Calendar(calendar))
        }
    };
    let definition = definition(&figures);
    let dates = figures.dates();
    Ok(ShapeReport { shape: shape.word(), rows, file: source.file_name(), dates, definition, figures })
}

fn definition(figures: &Figures) -> &'static str {
    match figures {
        Figures::Funnel(_) => {
            "Reached: as the file counts it. Dropped: as the file says, or reached less who reached the next stage. \
             Rate: dropped of reached, with its 95 % Wilson interval."
        }
        Figures::History(history) if history.known.is_some() => {
            "Reached: entered this stage or a later one, or was won. Still open: got no further than this stage and is not \
             closed, by what the file says; it counts at the stages before. Dropped: reached this stage, did not come to the \
             next, and is closed. Rate: dropped of reached, with its 95 % Wilson interval. Times run from the first entry."
        }
        Figures::History(_) => {
            "Reached: entered this stage or a later one. Dropped: reached this stage and not the next. The file does not say \
             which records are still open; they count as dropped, since they have not yet moved on. Rate: dropped of reached, \
             with its 95 % Wilson interval. Times run from the first entry."
        }
        Figures::Pipeline(_) => {
            "Reached: is past this stage now, or closed; a closed record reached every open stage. Still open: stands at this \
             stage now, and is neither gone on nor lost; it counts at the stages before. Dropped: reached this stage and is \
             known not to come to the next. Rate: dropped of reached. Win rate: won of closed. Both with their 95 % Wilson \
             interval."
        }
        Figures::Survey(_) => {
            "NPS: promoters (9, 10) less detractors (0 to 6) of all answers, times 100, with the 95 % interval of a mean. \
             Satisfied: the two upper scores. Emotion: the scale stretched to −3 … +3."
        }
        Figures::Completion(_) => "Completion: finished of started, with its 95 % Wilson interval.",
        Figures::Themes(_) => "Tickets: the counts of the file, or one for each row.",
        Figures::Calendar(_) => "First and last day of a milestone over all territories.",
    }
}

#[cfg(test)]
mod tests;
