//! Which shape a table has, by the words of its header, with the reason in words and the runner-up.
//!
//! Every shape looks for the columns that it cannot do without. What it finds beside them makes it surer; the names that
//! one product alone writes make it surest. The surest is taken, and the second is told.

use touchline_words::say;

use super::crm::{LongColumns, wide_columns};
use super::header::{COMPLETED, DROPPED, Header};
use super::stage_counts::stage_and_people;
use super::wide_counts::WideColumns;
use super::{Shape, calendar, completion, pipeline, survey, themes};
use crate::recognise::{ColumnKind, Recognition};

/// A shape, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    pub shape: Shape,
    /// A sentence without its full stop: `the columns “step” and “users” count people at stages`.
    pub reason: String,
    /// What it could be otherwise.
    pub runner_up: Option<Shape>,
}

struct Fit {
    shape: Shape,
    /// How sure; more is surer.
    sure: u32,
    reason: String,
}

/// The shape of a table; `None` where no shape finds its columns.
pub fn guess(recognition: &Recognition) -> Option<Guess> {
    let header = Header::of(recognition);
    let mut fits: Vec<Fit> = Shape::ALL.into_iter().filter_map(|shape| fit(shape, &header, recognition)).collect();
    // Sorting is stable: of two that are equally sure the first of the list wins.
    fits.sort_by_key(|fit| std::cmp::Reverse(fit.sure));
    let mut fits = fits.into_iter();
    let best = fits.next()?;
    Some(Guess { shape: best.shape, reason: best.reason, runner_up: fits.next().map(|second| second.shape) })
}

fn fit(shape: Shape, header: &Header, recognition: &Recognition) -> Option<Fit> {
    let found = |sure: u32, reason: String| Some(Fit { shape, sure, reason });
    let columns = |places: &[usize], what: &str| {
        let word = if places.len() == 1 { say!(shape_the_column) } else { say!(shape_the_columns) };
        format!("{word} {} {what}", header.quoted(places))
    };
    match shape {
        Shape::EventLog => {
            let roles = recognition.roles;
            let places = [roles.case?, roles.event?, roles.time?];
            found(50, columns(&places, say!(shape_says_log)))
        }
        Shape::StageCounts => {
            let Some((stage, people)) = stage_and_people(header) else {
                let wide = WideColumns::surely_of(header, recognition)?;
                return found(65, columns(&wide.stages, say!(shape_says_wide)));
            };
            let more = header.number(COMPLETED).or_else(|| header.number(DROPPED)).filter(|at| *at != people);
            let entered = ["entered", "reached"].contains(&header.words(people));
            let sure = 20 + if more.is_some() { 50 } else { 0 } + if entered { 20 } else { 0 };
            let places: Vec<usize> = [Some(stage), Some(people), more].into_iter().flatten().collect();
            // One row for each person is no table of counts.
            let has_times = recognition.columns.iter().any(|column| column.kind == ColumnKind::Time);
            found(if has_times && more.is_none() { 15 } else { sure }, columns(&places, say!(shape_says_stage_counts)))
        }
        Shape::Ga4Funnel => {
            let (stage, people) = stage_and_people(header)?;
            let named = ["step", "schritt", "étape", "etape", "paso", "passo"].contains(&header.words(stage));
            let users = ["active users", "total users", "users", "aktive nutzer", "utilisateurs", "usuarios", "utenti"];
            let users = users.iter().any(|word| header.words(people).starts_with(word));
            let marks = header.find(GA4)?;
            (named && users).then_some(())?;
            found(100, columns(&[stage, people, marks], say!(shape_says_ga4)))
        }
        Shape::PosthogFunnel => {
            let places =
                [header.find(&["action id"])?, header.find(&["count"])?, header.find(&["median conversion time*"])?];
            stage_and_people(header)?;
            found(120, columns(&places, say!(shape_says_posthog)))
        }
        Shape::MixpanelFunnel => {
            let (stage, _) = stage_and_people(header)?;
            let mark = header.find(MIXPANEL)?;
            found(95, columns(&[stage, mark], say!(shape_says_mixpanel)))
        }
        Shape::AmplitudeFunnel => {
            let (stage, _) = stage_and_people(header)?;
            let mark = header.find(AMPLITUDE)?;
            found(94, columns(&[stage, mark], say!(shape_says_amplitude)))
        }
        Shape::StageHistory => {
            let long = LongColumns::of(header)?;
            let places: Vec<usize> =
                [Some(long.record), Some(long.stage), Some(long.entered), long.left].into_iter().flatten().collect();
            let named = header.words(long.entered).contains("enter") || long.left.is_some();
            found(if named { 85 } else { 45 }, columns(&places, say!(shape_says_history)))
        }
        Shape::HubspotDeals | Shape::StageDates => {
            let stages = wide_columns(recognition);
            let first = stages.first()?;
            let dates = |at: usize| header.words(at).contains("date entered");
            let hubspot = stages.iter().all(|stage| dates(stage.entered));
            let what = say!(shape_says_dates, count = stages.len());
            let what = if hubspot { say!(shape_as_hubspot, what) } else { what };
            let sure = if hubspot == (shape == Shape::HubspotDeals) { 110 } else { 60 };
            found(sure, columns(&[first.entered], &what))
        }
        Shape::CapsuleOpportunities | Shape::Pipeline => {
            let found_columns = pipeline::Columns::of(header)?;
            let capsule = header.words(found_columns.stage) == "milestone";
            let sure = if capsule == (shape == Shape::CapsuleOpportunities) { 80 } else { 40 };
            let what = say!(shape_says_pipeline);
            found(sure, columns(&[found_columns.stage, found_columns.began, found_columns.ended], what))
        }
        Shape::Survey => match survey::layout(header)? {
            survey::Layout::Promoters { promoters, passives, detractors } => {
                found(110, columns(&[promoters, passives, detractors], say!(shape_says_promoters)))
            }
            survey::Layout::Scores { score, .. } => found(70, columns(&[score], say!(shape_says_scores))),
            survey::Layout::Questions(questions) => {
                let first = questions.first().copied()?;
                found(90, columns(&[first], &say!(shape_says_questions, count = questions.len())))
            }
        },
        Shape::Completion => {
            let (title, started, finished) = completion::columns(header)?;
            found(105, columns(&[title, started, finished], say!(shape_says_completion)))
        }
        Shape::ChurnSignals => {
            let who = header.find(super::crm::RECORD)?;
            let login = header.find(LAST_LOGIN)?;
            let before = header.find(COMPLETION_BEFORE);
            let now = header.find(COMPLETION_NOW);
            let cancelled = header.find(CANCELLED);
            let places: Vec<usize> = [Some(who), Some(login), before, now, cancelled].into_iter().flatten().collect();
            (places.len() >= 3).then_some(())?;
            found(100, columns(&places, say!(shape_says_churn)))
        }
        Shape::Themes => {
            let (theme, touchpoint, count) = themes::columns(header)?;
            let places: Vec<usize> = [Some(theme), touchpoint, count].into_iter().flatten().collect();
            found(25 + 20 * places.len() as u32, columns(&places, say!(shape_says_themes)))
        }
        Shape::Calendar => {
            let (title, milestone, date) = calendar::columns(header)?;
            found(75, columns(&[title, milestone, date], say!(shape_says_calendar)))
        }
    }
}

const GA4: &[&str] = &[
    "completion rate*",
    "abandonments",
    "abandonment rate*",
    "abschlussrate*",
    "abbrüche",
    "abbruchrate*",
    "taux d achèvement*",
    "abandons",
    "taux d abandon*",
    "tasa de finalización*",
    "abandonos",
    "tasa de abandono*",
    "tasso di completamento*",
    "abbandoni",
    "tasso di abbandono*",
];
const MIXPANEL: &[&str] = &[
    "step conv ratio",
    "overall conv ratio",
    "step conversion*",
    "overall conversion*",
    "conversion from start*",
    "conv from start*",
    "conversion from previous*",
    "avg time from start",
    "avg time from prev*",
];
const AMPLITUDE: &[&str] = &[
    "cumulative",
    "cumulative raw",
    "cumulative conversion*",
    "step by step",
    "median trans times",
    "avg trans times",
    "median time to convert*",
    "conversion from step 1*",
    "conversion from prior step*",
    "conversion rate from step 1*",
];
/// What exports call the last sign of life.
pub const LAST_LOGIN: &[&str] = &[
    "last login",
    "days since last login",
    "last seen",
    "last active",
    "days since login",
    "days inactive",
    "last visit",
];
/// What exports call completion before and now.
pub const COMPLETION_BEFORE: &[&str] =
    &["completion prev", "completion before", "completion rate prev", "completion previous"];
pub const COMPLETION_NOW: &[&str] = &["completion now", "completion rate now", "completion current", "completion"];
/// What exports call the end.
pub const CANCELLED: &[&str] =
    &["cancelled on", "cancelled at", "canceled on", "cancelled", "canceled", "churn", "churned"];

#[cfg(test)]
#[path = "guess_tests.rs"]
mod tests;
