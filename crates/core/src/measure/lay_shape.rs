//! Laying what a file of another shape says over the map, in one edit.
//!
//! Stages that people reached become a measurement, in place of any earlier one; scores of a survey become the emotion of the
//! touchpoint that they are about, with the survey as its evidence; themes become pain points, with their tickets as evidence;
//! completion becomes evidence of the touchpoint that is called like the title; days of a calendar become the planned time
//! of the stage that is called like the milestone. What the map has no name for is told, with the nearest name.

use touchline_words::direction::Listed;
use touchline_words::say;

use super::counted::rejected;
use super::names::{nearest, segment_called, stage_called, touchpoint_called, touchpoint_inside};
use super::refresh::replacing;
use crate::behaviour::plan::{StagePlan, time_text};
use crate::behaviour::shapes::calendar::Calendar;
use crate::behaviour::shapes::completion::Completion;
use crate::behaviour::shapes::funnel::{Funnel, FunnelSegment};
use crate::behaviour::shapes::survey::Survey;
use crate::behaviour::shapes::themes::Themes;
use crate::behaviour::shapes::{Figures, ShapeReport};
use crate::figures::numbers;
use crate::model::{
    Change, Date, Edit, Emotion, Evidence, EvidenceKind, IdSource, Map, Measurement, PainPoint, PainPointId, Period,
    Rank, RowsAre, Score, SegmentId, Severity, Stage, StageFigure, StageId, TieOrder, Touchpoint, TouchpointId, Verb,
};
use std::collections::BTreeMap;

/// Pain points that one touchpoint gets from a file; rarer themes are told in the evidence alone.
const MOST_THEMES: usize = 5;

/// What is laid over a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    pub edit: Edit,
    /// Records of the map that it touches.
    pub touched: usize,
    /// Names of the file that the map lacks.
    pub unmatched: Vec<Unmatched>,
}

/// A name of a file that the map lacks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unmatched {
    pub name: String,
    /// The name of the map that looks most like it.
    pub nearest: Option<String>,
}

/// `“Trailer”, “Why?”`: a name may end like a sentence.
fn quoted(names: &[String]) -> String {
    names.iter().map(|name| say!(edit_quoted, text = name)).collect::<Vec<_>>().listed(", ")
}

/// Why nothing can be laid over the map.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayShapeError {
    #[error("{}", say!(measure_nothing_matches, names = quoted(names)))]
    NothingMatches { names: Vec<String> },
    #[error(
        "{}", say!(measure_stage_twice, first, second, stage)
    )]
    StageTwice { stage: String, first: String, second: String },
    #[error(
        "{}", say!(measure_people_join, next, more, stage, fewer)
    )]
    PeopleJoin { stage: String, next: String, fewer: u64, more: u64 },
    #[error("{}", say!(measure_several_titles))]
    SeveralTitles,
    #[error("{}", say!(measure_scales_open, names = quoted(names)))]
    ScalesOpen { names: Vec<String> },
}

/// Which stages of the map the names of a file are, for a second reading that counts by them: each stage of the map with the
/// names that mean it.
pub fn stages_asked(map: &Map, names: &[String]) -> Vec<StagePlan> {
    let stages = map.stages_in_order().into_iter().map(|(id, stage)| {
        let events = names.iter().filter(|name| stage_called(map, name) == Some(id)).cloned().collect();
        StagePlan { name: stage.name.clone(), events }
    });
    stages.filter(|stage| !stage.events.is_empty()).collect()
}

/// The edit that lays a file over the map.
///
/// # Errors
/// Nothing of it is on the map, or what is there cannot be shown on one.
pub fn lay_shape(map: &Map, report: &ShapeReport, today: Date, ids: &mut IdSource) -> Result<Laid, LayShapeError> {
    let mut pen = Pen { map, file: &report.file, ids, changes: Vec::new(), unmatched: Vec::new() };
    match &report.figures {
        Figures::Survey(survey) => pen.survey(survey),
        Figures::Completion(completion) => pen.completion(completion),
        Figures::Themes(themes) => pen.themes(themes),
        Figures::Calendar(calendar) => pen.calendar(calendar)?,
        Figures::Funnel(_) | Figures::History(_) | Figures::Pipeline(_) => {
            if let Some(funnel) = report.figures.funnel() {
                pen.funnel(funnel, report, today)?;
            }
        }
    }
    let Pen { changes, mut unmatched, .. } = pen;
    unmatched.sort();
    unmatched.dedup();
    if changes.is_empty()
        && let Figures::Survey(survey) = &report.figures
        && survey.scales.iter().any(|open| open.chosen.is_none())
    {
        let open = survey.scales.iter().filter(|open| open.chosen.is_none());
        return Err(LayShapeError::ScalesOpen { names: open.map(|open| open.name.clone()).collect() });
    }
    if changes.is_empty() {
        return Err(LayShapeError::NothingMatches { names: unmatched.into_iter().map(|found| found.name).collect() });
    }
    let touched = changes.iter().filter(|change| !matches!(change, Change::Measurement(_, None))).count();
    Ok(Laid { edit: Edit::of(Verb::Lay(report.file.clone()), changes), touched, unmatched })
}

struct Pen<'a> {
    map: &'a Map,
    file: &'a str,
    ids: &'a mut IdSource,
    changes: Vec<Change>,
    unmatched: Vec<Unmatched>,
}

impl Pen<'_> {
    fn miss(&mut self, name: &str) {
        let stages = self.map.stages.values().map(|stage| stage.name.as_str());
        let cards = self.map.touchpoints.values().map(|card| card.title.as_str());
        let nearest = nearest(stages.chain(cards), name);
        self.unmatched.push(Unmatched { name: name.to_owned(), nearest });
    }

    /// Changes a touchpoint, on top of what this edit changed of it already.
    fn touchpoint(&mut self, id: TouchpointId, change: impl FnOnce(&mut Touchpoint)) {
        let mut cards = self
            .changes
            .iter_mut()
            .filter_map(|done| if let Change::Touchpoint(id, Some(card)) = done { Some((id, card)) } else { None });
        let changed = cards.find(|(other, _)| **other == id).map(|(_, card)| card);
        if let Some(card) = changed {
            return change(card);
        }
        if let Some(card) = self.map.touchpoints.get(&id) {
            let mut card = card.clone();
            change(&mut card);
            self.changes.push(Change::Touchpoint(id, Some(card)));
        }
    }

    /// Says what a touchpoint rests on, in place of what this file said before.
    fn evidence(&mut self, id: TouchpointId, kind: EvidenceKind, amount: String) {
        let name = self.file.to_owned();
        self.touchpoint(id, |card| {
            let same = |evidence: &&mut Evidence| evidence.kind == kind && evidence.name == name;
            match card.evidence.iter_mut().find(same) {
                Some(evidence) => evidence.amount = amount,
                None => card.evidence.push(Evidence { kind, name, amount }),
            }
        });
    }

    fn funnel(&mut self, funnel: &Funnel, report: &ShapeReport, today: Date) -> Result<(), LayShapeError> {
        let Some(total) = funnel.total() else { return Ok(()) };
        let mut places: Vec<(StageId, String)> = Vec::new();
        for stage in &total.stages {
            let Some(id) = stage_called(self.map, &stage.name) else {
                self.miss(&stage.name);
                continue;
            };
            if let Some((_, first)) = places.iter().find(|(other, _)| *other == id) {
                let stage_name = self.map.stages.get(&id).map(|stage| stage.name.clone()).unwrap_or_default();
                let (first, second) = (first.clone(), stage.name.clone());
                return Err(LayShapeError::StageTwice { stage: stage_name, first, second });
            }
            places.push((id, stage.name.clone()));
        }
        if places.is_empty() {
            return Ok(());
        }
        let order: Vec<StageId> = self.map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        places.sort_by_key(|(id, _)| order.iter().position(|other| other == id));
        let all = figures(total, &places)?;
        let mut segments: BTreeMap<SegmentId, crate::model::Figures> = BTreeMap::new();
        for segment in funnel.segments.iter().filter(|segment| !segment.total) {
            match segment_called(self.map, &segment.segment) {
                // A segment that lacks one of the stages cannot stand beside the total.
                Some(id) if has_all(segment, &places) => {
                    segments.entry(id).or_insert(figures(segment, &places)?);
                }
                Some(_) => {}
                None => {
                    let names = self.map.segments.values().map(|segment| segment.name.as_str());
                    let nearest = nearest(names, &segment.segment);
                    self.unmatched.push(Unmatched { name: segment.segment.clone(), nearest });
                }
            }
        }
        let measurement = Measurement {
            counting: Default::default(),
            source: self.file.to_owned(),
            taken: today,
            first_time: report.dates.map_or_else(String::new, |(first, _)| time_text(first)),
            last_time: report.dates.map_or_else(String::new, |(_, last)| time_text(last)),
            rows_read: report.rows.read,
            rows_used: report.rows.used,
            rows_are: if matches!(report.figures, Figures::Funnel(_)) { RowsAre::Counts } else { RowsAre::Records },
            rejected: rejected(&report.rows),
            ties: TieOrder::File,
            multi_segment_customers: 0,
            stages: places.iter().map(|(id, _)| *id).collect(),
            outdated: false,
            all,
            segments,
        };
        self.changes.extend(replacing(self.map, measurement, self.ids));
        Ok(())
    }

    fn survey(&mut self, survey: &Survey) {
        for item in &survey.items {
            let Some(tenths) = item.emotion_tenths else { continue };
            let found = touchpoint_called(self.map, &item.name).or_else(|| touchpoint_inside(self.map, &item.name));
            let Some(id) = found else {
                self.miss(&item.name);
                continue;
            };
            let segment = match &item.segment {
                None => None,
                Some(name) => match segment_called(self.map, name) {
                    Some(id) => Some(id),
                    None => continue,
                },
            };
            let scale = item.scale.map_or(String::new(), |scale| say!(measure_of_scale, scale = scale.words()));
            let mean =
                item.mean.map_or(String::new(), |mean| say!(measure_mean, mean = numbers::fixed(mean, 1), scale));
            let amount = say!(measure_answers, mean, n = numbers::count(item.answered));
            if segment.is_none() {
                self.evidence(id, EvidenceKind::Survey, amount);
            }
            self.touchpoint(id, |card| {
                let felt = |before: Option<Emotion>| match before {
                    Some(emotion) => Emotion { score: Score::from_tenths(tenths), ..emotion },
                    None => Emotion { score: Score::from_tenths(tenths), word: String::new(), reason: String::new() },
                };
                match segment {
                    None => card.emotion = Some(felt(card.emotion.take())),
                    Some(segment) => {
                        let before = card.segment_emotions.remove(&segment);
                        card.segment_emotions.insert(segment, felt(before));
                    }
                }
            });
        }
    }

    fn completion(&mut self, completion: &Completion) {
        for title in &completion.titles {
            let Some(id) = touchpoint_called(self.map, &title.title) else {
                self.miss(&title.title);
                continue;
            };
            let rate = title.share.rate.map_or(String::new(), numbers::rate);
            let amount = say!(measure_finished, rate, n = numbers::count(title.share.n));
            self.evidence(id, EvidenceKind::BehaviouralData, amount);
        }
    }

    fn themes(&mut self, themes: &Themes) {
        let mut by_card: BTreeMap<TouchpointId, Vec<(&str, u64)>> = BTreeMap::new();
        for theme in &themes.themes {
            if let Some(id) = touchpoint_called(self.map, &theme.touchpoint) {
                by_card.entry(id).or_default().push((&theme.theme, theme.tickets));
            } else if let Some(stage) = stage_called(self.map, &theme.touchpoint) {
                self.pain(stage, &theme.theme, None);
            } else {
                let name = if theme.touchpoint.is_empty() { &theme.theme } else { &theme.touchpoint };
                self.miss(name);
            }
        }
        for (id, found) in by_card {
            let tickets: u64 = found.iter().fold(0, |sum, (_, tickets)| sum.saturating_add(*tickets));
            let most: Vec<String> =
                found.iter().take(3).map(|(theme, n)| format!("{theme} {}", numbers::count(*n))).collect();
            self.evidence(
                id,
                EvidenceKind::SupportThemes,
                say!(measure_tickets, n = numbers::count(tickets), most = most.listed(", ")),
            );
            let Some(stage) = self.map.touchpoints.get(&id).map(|card| card.stage) else { continue };
            for (theme, _) in found.iter().take(MOST_THEMES) {
                self.pain(stage, theme, Some(id));
            }
        }
    }

    /// A pain point, unless the map has it.
    fn pain(&mut self, stage: StageId, text: &str, card: Option<TouchpointId>) {
        let known = |pain: &PainPoint| pain.stage == stage && pain.text == text && pain.touchpoint == card;
        let made = self.changes.iter().any(|change| matches!(change, Change::PainPoint(_, Some(pain)) if known(pain)));
        if made || self.map.pain_points.values().any(known) {
            return;
        }
        let made = self
            .changes
            .iter()
            .filter_map(|change| if let Change::PainPoint(_, Some(pain)) = change { Some(pain) } else { None });
        let made = made.filter(|pain| pain.stage == stage).map(|pain| &pain.rank);
        let there = self.map.pain_points.values().filter(|pain| pain.stage == stage).map(|pain| &pain.rank);
        let rank = Rank::between(there.chain(made).max(), None);
        let pain = PainPoint {
            stage,
            lane: None,
            rank,
            text: text.to_owned(),
            severity: Severity::default(),
            touchpoint: card,
            segments: Vec::new(),
            codes: String::new(),
        };
        self.changes.push(Change::PainPoint(PainPointId(self.ids.fresh()), Some(pain)));
    }

    fn calendar(&mut self, calendar: &Calendar) -> Result<(), LayShapeError> {
        let title = super::names::plain(&self.map.meta.title);
        let of_map = |name: &str| super::names::plain(name) == title;
        let has_own = calendar.milestones.iter().any(|found| of_map(&found.title));
        if !has_own && calendar.titles > 1 {
            return Err(LayShapeError::SeveralTitles);
        }
        for found in calendar.milestones.iter().filter(|found| !has_own || of_map(&found.title)) {
            let day = |day: i64| Date::from_unix_secs(day.saturating_mul(86_400));
            let (Some(from), Some(to)) = (day(found.first_day), day(found.last_day)) else { continue };
            let Some(id) = stage_called(self.map, &found.milestone) else {
                self.miss(&found.milestone);
                continue;
            };
            if let Some(stage) = self.map.stages.get(&id).filter(|stage| stage.period != Some(Period { from, to })) {
                self.changes
                    .push(Change::Stage(id, Some(Stage { period: Some(Period { from, to }), ..stage.clone() })));
            }
        }
        Ok(())
    }
}

fn has_all(segment: &FunnelSegment, places: &[(StageId, String)]) -> bool {
    places.iter().all(|(_, name)| segment.stages.iter().any(|stage| stage.name == *name))
}

/// The figures of a segment at the stages of the map, in their order.
fn figures(segment: &FunnelSegment, places: &[(StageId, String)]) -> Result<crate::model::Figures, LayShapeError> {
    let at = |name: &String| segment.stages.iter().position(|stage| stage.name == *name);
    let found: Vec<(usize, &_)> =
        places.iter().filter_map(|(_, name)| at(name).and_then(|at| Some((at, segment.stages.get(at)?)))).collect();
    let mut stages = Vec::with_capacity(found.len());
    for (nth, (at, stage)) in found.iter().enumerate() {
        let figure = match found.get(nth + 1) {
            // Nobody is asked to go on from the last one: whoever stands open there has come.
            None => StageFigure { reached: stage.came(), ..StageFigure::default() },
            Some((next_at, next)) => {
                let neighbours = *next_at == at + 1;
                // Who stands open at a stage that the map lacks is on the way to the next one of the map.
                let between = segment.stages.get(*at..*next_at).unwrap_or_default();
                let still_open: u64 = between.iter().filter_map(|stage| stage.still_open).sum();
                let reached = stage.came().saturating_sub(still_open);
                let told = stage.dropped.filter(|_| neighbours);
                let Some(dropped) = told.or_else(|| reached.checked_sub(next.came())) else {
                    return Err(LayShapeError::PeopleJoin {
                        stage: stage.name.clone(),
                        next: next.name.clone(),
                        fewer: reached,
                        more: next.came(),
                    });
                };
                StageFigure {
                    reached,
                    dropped,
                    median_secs: stage.median_secs_to_next.filter(|_| neighbours),
                    still_open,
                    ..StageFigure::default()
                }
            }
        };
        stages.push(figure);
    }
    let came = |figure: &StageFigure| figure.reached.saturating_add(figure.still_open);
    let customers = stages.iter().map(came).max().unwrap_or(0);
    Ok(crate::model::Figures {
        customers,
        stages,
        then: Vec::new(),
        seen_again: Vec::new(),
        reach: BTreeMap::new(),
        touches: Vec::new(),
        activities: Vec::new(),
    })
}

#[cfg(test)]
#[path = "lay_shape_tests.rs"]
mod tests;
