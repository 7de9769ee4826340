//! From bindings to one edit: what the map gains and the figures that are laid over it.

use std::collections::BTreeMap;

use touchline_words::say;

use super::{Binding, Import, SegmentTarget};
use crate::behaviour::names::one_name;
use crate::behaviour::plan::{Plan, ReachGroup};
use crate::figures::small_groups;
use crate::measure::{self, Refresh};
use crate::model::{Change, Date, Edit, IdSource, LaneKind, Map, Rank, Segment, SegmentId, Stage, Touchpoint, Verb};

/// Puts the map's stages and touchpoints into the question.
pub(super) fn ask_of(plan: &mut Plan, map: &Map) {
    let bindings = measure::bindings(map);
    plan.stages = bindings.stages;
    plan.reach = bindings.reach;
}

/// Every event that the map names.
pub(super) fn named_on(map: &Map) -> ReachGroup {
    let bindings = measure::bindings(map);
    let stages = bindings.stages.into_iter().flat_map(|stage| stage.events);
    let events = stages.chain(bindings.reach.into_iter().flat_map(|group| group.events));
    ReachGroup { events: events.collect() }
}

impl Import {
    /// The map as it would be: with what is made, and every event bound to what was chosen.
    pub(super) fn proposed(&self, map: &Map) -> Result<Map, String> {
        map.after(&Edit::of(self.verb(), self.structure(map))).map_err(|error| error.to_string())
    }

    /// One edit that makes what is missing, keeps the bindings, and lays the figures over the map.
    ///
    /// # Errors
    /// There are no figures yet, or the map would break a rule.
    pub fn finish(&mut self, map: &Map, today: Date) -> Result<Edit, String> {
        if let Some(laid) = self.finish_shape(map, today) {
            return laid;
        }
        let mut ids = self.ids.clone();
        let edit = self.log_edit(map, today, &mut ids);
        self.ids = ids;
        edit
    }

    fn log_edit(&self, map: &Map, today: Date, ids: &mut IdSource) -> Result<Edit, String> {
        let Some(report) = &self.report else {
            return Err(say!(session_figures_not_ready).to_owned());
        };
        let mut changes = self.structure(map);
        let proposed = self.proposed(map)?;
        let matches = self.matches();
        let figures = measure::lay_over(&proposed, report, &matches, today, ids)
            .map_err(|error| say!(session_nothing_laid, error = error.to_string()))?;
        changes.extend(figures.changes);
        Ok(Edit::of(self.verb(), changes))
    }

    fn verb(&self) -> Verb {
        Verb::Import(self.file_name())
    }

    /// What laying it does to the figures that the map has: `replaces the figures of shop_eu.csv`. `None` where there are none,
    /// or nothing can be laid yet.
    pub fn replaces(&self, map: &Map, today: Date) -> Option<String> {
        map.measurement()?;
        let mut ids = self.ids.clone();
        let edit = match self.shape_report() {
            None => self.log_edit(map, today, &mut ids).ok()?,
            Some(report) => match measure::lay_making_stages(map, report, today, &mut ids) {
                Some(made) => made.ok()?.laid.edit,
                None => measure::lay_shape(map, report, today, &mut ids).ok()?.edit,
            },
        };
        measure::replaced(map, &edit)
    }

    /// Which segment of the map each of the log's is, made ones included.
    fn matches(&self) -> BTreeMap<String, SegmentId> {
        let of = |row: &super::SegmentRow| match row.target {
            SegmentTarget::Match(id) => Some((row.value.clone(), id)),
            SegmentTarget::Make => Some((row.value.clone(), row.kind_segment_new)),
            SegmentTarget::Ignore => None,
        };
        self.segments.iter().filter(|row| !row.blank).filter_map(of).collect()
    }

    /// What the figures say that the map does not: its former figures and its estimates. `None` without figures.
    pub fn refresh(&self) -> Option<Refresh> {
        let (map, report) = (self.measured_map()?, self.report.as_ref()?);
        let mut bare = map.to_tables();
        // Numbers and day of this record are never seen: only its counts are compared.
        let day = Date::new(2000, 1, 1)?;
        bare.measurements.clear();
        let bare = Map::new(bare).ok()?;
        let edit = measure::lay_over(&bare, report, &self.matches(), day, &mut IdSource::seeded(0)).ok()?;
        let laid = bare.after(&edit).ok()?;
        let then = map.measurement().map(|(_, then)| then);
        let (_, now) = laid.measurement()?;
        Some(measure::refresh(map, then, now, &small_groups(map)))
    }

    /// New records and changed bindings, without figures.
    fn structure(&self, map: &Map) -> Vec<Change> {
        let mut stages = map.stages.clone();
        let mut cards = map.touchpoints.clone();
        let mut segments = map.segments.clone();
        let mut lanes = map.lanes.clone();
        let listed = |event: &String| self.events.iter().any(|row| row.event == one_name(event));
        for stage in stages.values_mut() {
            stage.events.retain(|event| !listed(event));
        }
        for card in cards.values_mut() {
            card.events.retain(|event| !listed(event));
        }
        let bound = self.events.iter().filter(|row| row.binding != Binding::MakeStage);
        for row in bound.chain(self.made_stages()) {
            match row.binding {
                Binding::Unused => {}
                Binding::Stage(id) => {
                    if let Some(stage) = stages.get_mut(&id) {
                        stage.events.push(row.event.clone());
                    }
                }
                Binding::Touchpoint(id) => {
                    if let Some(card) = cards.get_mut(&id) {
                        card.events.push(row.event.clone());
                    }
                }
                Binding::MakeStage => {
                    let last = stages.values().map(|stage| &stage.rank).max().cloned();
                    let mut stage = Stage::new(Rank::between(last.as_ref(), None), row.event.clone());
                    stage.events.push(row.event.clone());
                    stages.insert(row.kind_stage_new, stage);
                }
                Binding::MakeTouchpoint(id) => {
                    let lane = lanes
                        .iter()
                        .filter(|(_, lane)| lane.kind == LaneKind::Touchpoints)
                        .min_by_key(|(id, lane)| (lane.rank.clone(), **id))
                        .map(|(id, _)| *id);
                    let lane = lane.unwrap_or_else(|| {
                        let first = lanes.values().map(|lane| &lane.rank).min().cloned();
                        let lane = crate::model::Lane::new(Rank::between(None, first.as_ref()), LaneKind::Touchpoints);
                        let id = crate::model::LaneId(row.kind_touchpoint_new.0);
                        lanes.insert(id, lane);
                        id
                    });
                    let last = cards.values().filter(|card| card.stage == id).map(|card| &card.rank).max().cloned();
                    let rank = Rank::between(last.as_ref(), None);
                    let channel = crate::model::Channel::AppScreen;
                    let mut card = Touchpoint::new(id, lane, rank, row.event.clone(), channel);
                    card.events.push(row.event.clone());
                    cards.insert(row.kind_touchpoint_new, card);
                }
            }
        }
        for row in self.segments.iter().filter(|row| !row.blank) {
            match row.target {
                SegmentTarget::Ignore => {}
                SegmentTarget::Make => {
                    let last = segments.values().map(|segment| &segment.rank).max().cloned();
                    segments.insert(
                        row.kind_segment_new,
                        Segment::new(Rank::between(last.as_ref(), None), row.value.clone()),
                    );
                }
                SegmentTarget::Match(id) => {
                    if let Some(segment) = segments.get_mut(&id) {
                        let known = segment.name == row.value || segment.values.contains(&row.value);
                        if !known {
                            segment.values.push(row.value.clone());
                        }
                    }
                }
            }
        }
        for (id, stage) in &mut stages {
            if let Some(before) = map.stages.get(id) {
                keep_order(&before.events, &mut stage.events);
            }
        }
        for (id, card) in &mut cards {
            if let Some(before) = map.touchpoints.get(id) {
                keep_order(&before.events, &mut card.events);
            }
        }
        let mut changes = Vec::new();
        let new = lanes.into_iter().filter(|(id, lane)| map.lanes.get(id) != Some(lane));
        changes.extend(new.map(|(id, lane)| Change::Lane(id, Some(lane))));
        let new = stages.into_iter().filter(|(id, stage)| map.stages.get(id) != Some(stage));
        changes.extend(new.map(|(id, stage)| Change::Stage(id, Some(stage))));
        let new = segments.into_iter().filter(|(id, segment)| map.segments.get(id) != Some(segment));
        changes.extend(new.map(|(id, segment)| Change::Segment(id, Some(segment))));
        let new = cards.into_iter().filter(|(id, card)| map.touchpoints.get(id) != Some(card));
        changes.extend(new.map(|(id, card)| Change::Touchpoint(id, Some(card))));
        changes
    }
}

/// Puts the same names back into the order that they had, so that an import which binds nothing new changes no record.
fn keep_order(before: &[String], now: &mut Vec<String>) {
    let same = before.len() == now.len() && before.iter().all(|event| now.contains(&event.trim().to_owned()));
    if same {
        *now = before.to_vec();
    }
}
