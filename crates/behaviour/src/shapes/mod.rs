//! Shapes of files: what a table that is no log of events says, recognised by its columns and read into aggregates.
//!
//! [`guess::guess`] says which shape a table has, with the reason and the runner-up; [`read`] reads it in one pass. Every row
//! is used or counted with its reason and its lines, as the engine does. What comes out are counts, shares with their
//! intervals, means and medians: no row, no id and no comment.
//!
//! # Limits
//! Names that a figure is given for (stages, titles, themes, touchpoints) are kept in memory, up to a bound for each shape.
//! A stage history in the long layout keeps a record's id for the scan, and 24 bytes a visit.

mod answer;
mod answers;
pub mod arms;
mod audiences;
pub mod calendar;
pub mod completion;
mod cells;
mod clock;
pub mod crm;
pub mod funnel;
pub mod guess;
pub mod header;
pub mod history;
mod likert;
mod meaning;
pub mod number;
pub mod open_scale;
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
pub mod wide_counts;

use serde::Serialize;
use touchline_words::say;

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

    /// What a person has to know of how the file was read.
    pub fn told(&self) -> &[String] {
        match self {
            Figures::Funnel(funnel) => &funnel.told,
            Figures::Survey(survey) => &survey.told,
            Figures::History(_)
            | Figures::Pipeline(_)
            | Figures::Completion(_)
            | Figures::Themes(_)
            | Figures::Calendar(_) => &[],
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
                advice: if shape == Shape::EventLog { say!(shape_advice_measure) } else { say!(shape_advice_at_risk) },
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
            say!(shape_definition_funnel)
        }
        Figures::History(history) if history.known.is_some() => {
            say!(shape_definition_history_known)
        }
        Figures::History(_) => {
            say!(shape_definition_history)
        }
        Figures::Pipeline(_) => {
            say!(shape_definition_pipeline)
        }
        Figures::Survey(_) => {
            say!(shape_definition_survey)
        }
        Figures::Completion(_) => say!(shape_definition_completion),
        Figures::Themes(_) => say!(shape_definition_themes),
        Figures::Calendar(_) => say!(shape_definition_calendar),
    }
}

#[cfg(test)]
mod tests;
