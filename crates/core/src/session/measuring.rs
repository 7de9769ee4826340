//! Measuring a map without a window: stages bound to events, the map's question, and the figures laid over it.
//!
//! The import dialog asks a person about everything; here what is not said stays as it is on the map: events that nothing
//! names are left out, and segments of the log that the map lacks get no figures of their own.

use std::collections::{BTreeMap, BTreeSet};

use touchline_words::say;

use crate::behaviour::error::BehaviourError;
use crate::behaviour::names::one_name;
use crate::behaviour::plan::{Plan, StagePlan};
use crate::behaviour::report::Report;
use crate::behaviour::shapes::ShapeReport;
use crate::edit::{add_events, add_stage};
use crate::measure::names::segment_called;
use crate::measure::{self, LayError, Unmatched};
use crate::model::{Date, IdSource, Map, Refused, SegmentId, StageId};

/// Why a map could not be measured.
#[derive(Debug, thiserror::Error)]
pub enum MeasureError {
    #[error(transparent)]
    Question(#[from] BehaviourError),
    #[error("{}", say!(session_map_cannot_take, reason = .0.to_string()))]
    Edit(#[from] Refused),
    #[error("{}", say!(session_no_clock))]
    Clock,
    #[error(transparent)]
    Lay(#[from] LayError),
}

/// A map that is being measured.
pub struct Measuring {
    map: Map,
    ids: IdSource,
}

impl Measuring {
    pub fn of(map: Map) -> Measuring {
        Measuring { map, ids: IdSource::random() }
    }

    /// The map as it is by now.
    pub fn map(&self) -> &Map {
        &self.map
    }

    /// Adds events to the stages of these names; a stage that the map lacks is made at its right end.
    ///
    /// # Errors
    /// An event that already belongs to another stage, or an edit that the map refuses.
    pub fn bind_stages(&mut self, stages: &[StagePlan]) -> Result<(), MeasureError> {
        for asked in stages {
            let id = self.stage_called(&asked.name)?;
            for event in &asked.events {
                if let Some((_, owner)) = stages_of(&self.map, event).into_iter().find(|(owner, _)| *owner != id) {
                    return Err(MeasureError::Question(BehaviourError::EventInTwoStages {
                        event: event.clone(),
                        first: owner,
                        second: asked.name.clone(),
                    }));
                }
            }
            if let Some(edit) = add_events(&self.map, id, &asked.events) {
                self.map = self.map.after(&edit)?;
            }
        }
        Ok(())
    }

    fn stage_called(&mut self, name: &str) -> Result<StageId, Refused> {
        if let Some((id, _)) = self.map.stages_in_order().into_iter().find(|(_, stage)| stage.name == name) {
            return Ok(id);
        }
        let (edit, id) = add_stage(&self.map, name, None, &mut self.ids);
        self.map = self.map.after(&edit)?;
        Ok(id)
    }

    /// Events that the map binds to more than one stage, with the names of those stages; they count for the first.
    pub fn bound_twice(&self) -> Vec<(String, Vec<String>)> {
        let stage_events = self.map.stages.values().flat_map(|stage| &stage.events);
        let events = stage_events.chain(self.map.touchpoints.values().flat_map(|card| &card.events));
        let all: BTreeSet<&str> = events.map(|event| event.trim()).filter(|event| !event.is_empty()).collect();
        let owners = |event: &str| stages_of(&self.map, event).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        all.iter().map(|event| ((*event).to_owned(), owners(event))).filter(|(_, owners)| owners.len() > 1).collect()
    }

    /// Puts the map's stages and touchpoints into the plan.
    ///
    /// # Errors
    /// [`BehaviourError::NoStage`] where no stage has an event.
    pub fn ask_of(&self, plan: &mut Plan) -> Result<(), BehaviourError> {
        let bindings = measure::bindings(&self.map);
        if bindings.stages.is_empty() {
            return Err(BehaviourError::NoStage);
        }
        (plan.stages, plan.reach) = (bindings.stages, bindings.reach);
        Ok(())
    }

    /// Lays the report over the map that it was measured for, on a day given in seconds since 1970. Gives the segments of
    /// the log that the map does not have.
    ///
    /// # Errors
    /// A day outside the calendar, or those of [`measure::lay_over`].
    pub fn lay(&mut self, report: &Report, now_secs: i64) -> Result<Vec<String>, MeasureError> {
        let today = Date::from_unix_secs(now_secs).ok_or(MeasureError::Clock)?;
        let mut matches: BTreeMap<String, SegmentId> = BTreeMap::new();
        let mut unmatched = Vec::new();
        for figures in report.segments.iter().filter(|figures| !figures.total && !figures.is_blank) {
            match segment_called(&self.map, &figures.segment) {
                Some(id) => _ = matches.insert(figures.segment.clone(), id),
                None => unmatched.push(figures.segment.clone()),
            }
        }
        let edit = measure::lay_over(&self.map, report, &matches, today, &mut self.ids)?;
        self.map = self.map.after(&edit)?;
        Ok(unmatched)
    }

    /// Lays what a file of another shape says over the map. Gives the names of the file that the map lacks.
    ///
    /// # Errors
    /// Those of [`measure::lay_shape`], or an edit that the map refuses, in words.
    pub fn lay_shape(&mut self, report: &ShapeReport, today: Date) -> Result<Vec<Unmatched>, String> {
        let laid = measure::lay_shape(&self.map, report, today, &mut self.ids).map_err(|error| error.to_string())?;
        self.map = self.map.after(&laid.edit).map_err(|error| error.to_string())?;
        Ok(laid.unmatched)
    }
}

/// The stages that an event belongs to, by their own bindings or by those of their cards, from left to right.
fn stages_of(map: &Map, event: &str) -> Vec<(StageId, String)> {
    let names = |events: &[String]| events.iter().any(|name| one_name(name) == one_name(event));
    let by_card = |id| map.touchpoints_of(id).into_iter().any(|(_, card)| names(&card.events));
    let stages = map.stages_in_order().into_iter().filter(|(id, stage)| names(&stage.events) || by_card(*id));
    stages.map(|(id, stage)| (id, stage.name.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;

    fn stage(name: &str, events: &[&str]) -> StagePlan {
        StagePlan { name: name.to_owned(), events: events.iter().map(|event| (*event).to_owned()).collect() }
    }

    fn measuring() -> Measuring {
        let mut ids = IdSource::seeded(1);
        Measuring { map: Template::StreamingSubscriber.build(&mut ids), ids }
    }

    #[test]
    fn flags_add_to_the_stages_of_the_map_and_make_those_it_lacks() {
        let mut measuring = measuring();
        let (first, name) =
            measuring.map.stages_in_order().first().map(|(id, stage)| (*id, stage.name.clone())).unwrap();
        let before = measuring.map.stages.len();
        measuring.bind_stages(&[stage(&name, &["seen"]), stage("Afterlife", &["ghost"])]).unwrap();
        measuring.bind_stages(&[stage(&name, &["seen", "heard"])]).unwrap();
        assert_eq!(measuring.map.stages[&first].events, ["seen", "heard"]);
        assert_eq!(measuring.map.stages.len(), before + 1);
        assert_eq!(measuring.map.stages_in_order().last().unwrap().1.name, "Afterlife");
        let refused = measuring.bind_stages(&[stage("Afterlife", &["heard"])]);
        assert!(matches!(refused, Err(MeasureError::Question(BehaviourError::EventInTwoStages { .. }))));
        assert!(measuring.bound_twice().is_empty());
    }

    #[test]
    fn an_event_of_two_stages_is_named_with_both() {
        let mut measuring = measuring();
        let map = &mut measuring.map;
        let ids: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let card = map.touchpoints_of(ids[1])[0].0;
        map.stages.get_mut(&ids[0]).unwrap().events = vec!["seen".to_owned()];
        map.touchpoints.get_mut(&card).unwrap().events = vec![" seen".to_owned()];
        let names = [ids[0], ids[1]].map(|id| map.stages[&id].name.clone()).to_vec();
        assert_eq!(measuring.bound_twice(), [("seen".to_owned(), names)]);
    }
}
