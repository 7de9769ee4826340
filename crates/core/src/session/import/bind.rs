//! What the events and segments of a log are on the map: bound by name, chosen, made or left out.

use std::collections::BTreeSet;

use super::Import;
use super::LISTED_EVENTS;
use super::goal::is_goal;
use crate::behaviour::names::one_name;
use crate::behaviour::report::{Report, Transition};
use crate::behaviour::way;
use crate::measure::names::{is_near, likeness, most_alike, plain, segment_called};
use crate::model::{Map, SegmentId, StageId, TouchpointId};

/// What an event of the log counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    Unused,
    Stage(StageId),
    Touchpoint(TouchpointId),
    /// A new stage at the end, named like the event. Several stand in the order in which customers go through them.
    MakeStage,
    /// A new card in a stage, named like the event.
    MakeTouchpoint(StageId),
}

/// An event of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct EventRow {
    pub event: String,
    /// Used rows.
    pub rows: u64,
    /// Whose they are; of a table on a server it is not known.
    pub customers: Option<u64>,
    pub binding: Binding,
    /// Bound without asking to the nearest name, and nobody has said yet that it is right.
    pub by_nearness: bool,
    /// The nearest name on the map and what it stands for, for an event that nothing is called like.
    pub nearest: Option<(String, Binding)>,
    /// Where it stands in the customers' way, the smallest first.
    pub(super) way: i64,
    /// The numbers of what may be made of it, the same however often a person changes their mind.
    pub(super) kind_stage_new: StageId,
    pub(super) kind_touchpoint_new: TouchpointId,
}

/// An event is a one-off if it happened to fewer customers: fewer have no figures shown.
const ONE_OFF: u64 = 30;

impl EventRow {
    /// To how many customers it happened, or else how often.
    fn weight(&self) -> u64 {
        self.customers.unwrap_or(self.rows)
    }

    fn is_one_off(&self, most: u64) -> bool {
        self.weight() < ONE_OFF && self.weight().saturating_mul(10) < most && !is_goal(&self.event)
    }
}

/// The customers of the event that most have.
fn heaviest(events: &[EventRow]) -> u64 {
    events.iter().map(EventRow::weight).max().unwrap_or(0)
}

/// What a segment of the log is on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentTarget {
    Match(SegmentId),
    Make,
    Ignore,
}

/// A segment of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentRow {
    pub value: String,
    pub customers: u64,
    pub target: SegmentTarget,
    pub by_name: bool,
    /// Matched without asking to the nearest name, and nobody has said yet that it is right.
    pub by_nearness: bool,
    /// The segment of the map that is called most like it, for a value that none is called.
    pub nearest: Option<SegmentId>,
    /// The rows that name no segment.
    pub blank: bool,
    pub(super) kind_segment_new: SegmentId,
}

impl Import {
    /// Lists what the log holds and binds what the map knows by name.
    pub(super) fn list(&mut self, map: &Map, counts: &Report) {
        let mut found = counts.events.clone();
        found.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.event.cmp(&b.event)));
        self.unlisted_events = found.len().saturating_sub(LISTED_EVENTS);
        let names = names_on(map);
        let kept = std::mem::take(&mut self.events);
        self.events = found
            .into_iter()
            .take(LISTED_EVENTS)
            .map(|count| {
                let customers = counts.customers_by_event.as_ref().and_then(|of| of.get(&count.event).copied());
                if let Some(row) = kept.iter().find(|row| row.event == count.event) {
                    return EventRow { rows: count.count, customers, ..row.clone() };
                }
                let bound = bound_by_name(map, &names, &count.event);
                let nearest = if bound.is_some() { None } else { nearest(&names, &count.event) };
                let near = nearest.as_ref().filter(|(name, _)| is_near(name, &count.event)).map(|(_, near)| *near);
                EventRow {
                    rows: count.count,
                    customers,
                    binding: bound.or(near).unwrap_or(Binding::Unused),
                    by_nearness: near.is_some(),
                    nearest,
                    way: 0,
                    kind_stage_new: StageId(self.ids.fresh()),
                    kind_touchpoint_new: TouchpointId(self.ids.fresh()),
                    event: count.event,
                }
            })
            .collect();
        self.find_the_way(&counts.transitions);
        let kept = std::mem::take(&mut self.segments);
        self.segments = counts
            .segments
            .iter()
            .filter(|figures| !figures.total)
            .map(|figures| {
                if let Some(row) = kept.iter().find(|row| row.value == figures.segment && row.blank == figures.is_blank)
                {
                    return SegmentRow { customers: figures.customers, ..row.clone() };
                }
                let known = if figures.is_blank { None } else { segment_called(map, &figures.segment) };
                let nearest = match known {
                    None if !figures.is_blank => nearest_segment(map, &figures.segment),
                    _ => None,
                };
                let name_of = |id: &SegmentId| map.segments.get(id).map_or("", |segment| segment.name.as_str());
                let near = nearest.filter(|id| is_near(name_of(id), &figures.segment));
                SegmentRow {
                    value: figures.segment.clone(),
                    customers: figures.customers,
                    target: match known.or(near) {
                        Some(id) => SegmentTarget::Match(id),
                        None if figures.is_blank => SegmentTarget::Ignore,
                        None => SegmentTarget::Make,
                    },
                    by_name: known.is_some(),
                    by_nearness: near.is_some(),
                    nearest,
                    blank: figures.is_blank,
                    kind_segment_new: SegmentId(self.ids.fresh()),
                }
            })
            .collect();
    }

    /// Says what an event counts as, and measures again.
    pub fn bind(&mut self, row: usize, binding: Binding, map: &Map) {
        let Some(event) = self.events.get_mut(row) else { return };
        event.by_nearness = false;
        if event.binding != binding {
            event.binding = binding;
            self.start_measuring(map);
        }
    }

    /// Finds where the listed events stand in the customers' way.
    fn find_the_way(&mut self, follows: &[Transition]) {
        let listed: BTreeSet<&str> = self.events.iter().map(|row| row.event.as_str()).collect();
        let among = |pair: &&Transition| listed.contains(pair.from.as_str()) && listed.contains(pair.to.as_str());
        let among: Vec<Transition> = follows.iter().filter(among).cloned().collect();
        let places = way::places(&among);
        for row in &mut self.events {
            row.way = places.get(row.event.as_str()).copied().unwrap_or(0);
        }
    }

    /// The events of which stages are made, in the order in which customers typically go through them.
    pub fn made_stages(&self) -> Vec<&EventRow> {
        let mut made: Vec<&EventRow> = self.events.iter().filter(|row| row.binding == Binding::MakeStage).collect();
        // The sort keeps the more frequent first among equals.
        made.sort_by_key(|row| row.way);
        made
    }

    /// The place of the event that ends a journey well and that so many of the most frequent would leave out.
    pub fn rarer_goal(&self, most: usize) -> Option<usize> {
        let has_goal = self.events.iter().take(most).any(|row| is_goal(&row.event));
        let rarer = || self.events.iter().skip(most).position(|row| is_goal(&row.event)).map(|at| most + at);
        if has_goal { None } else { rarer() }
    }

    /// Events that nothing is bound to and that happened to so few that a stage of one would show no figure: to fewer than
    /// [`ONE_OFF`] customers, and to less than a tenth of those of the most common. The one that ends a journey well is none.
    pub fn one_offs(&self) -> Vec<&EventRow> {
        let most = heaviest(&self.events);
        self.events.iter().filter(|row| row.binding == Binding::Unused && row.is_one_off(most)).collect()
    }

    /// Makes a stage of each of those as well.
    pub fn make_stages_of_one_offs(&mut self, map: &Map) {
        self.events
            .iter_mut()
            .filter(|row| row.binding == Binding::Unused)
            .for_each(|row| row.binding = Binding::MakeStage);
        self.start_measuring(map);
    }

    /// Makes a stage of every event that nothing is bound to, among so many of the most frequent, but for the [`Self::one_offs`].
    /// The last of them gives way to the event that ends a journey well, where that is rarer.
    pub fn make_stages_of_unbound(&mut self, most: usize, map: &Map) {
        let goal = self.rarer_goal(most);
        let frequent = if goal.is_some() { most.saturating_sub(1) } else { most };
        let most_customers = heaviest(&self.events);
        for (at, event) in self.events.iter_mut().enumerate() {
            let is_asked = (at < frequent || goal == Some(at)) && !event.is_one_off(most_customers);
            if event.binding == Binding::Unused && is_asked {
                event.binding = Binding::MakeStage;
            }
        }
        self.start_measuring(map);
    }

    /// Says what a segment is on the map.
    pub fn match_segment(&mut self, row: usize, target: SegmentTarget) {
        if let Some(segment) = self.segments.get_mut(row) {
            segment.target = target;
            (segment.by_name, segment.by_nearness) = (false, false);
        }
    }

    /// The segments of the log that the map lacks: those that join it as audiences, or those that are left out.
    pub fn new_audiences(&self, join: bool) -> Vec<&str> {
        let target = if join { SegmentTarget::Make } else { SegmentTarget::Ignore };
        let rows = self.segments.iter().filter(|row| !row.blank && row.target == target);
        rows.map(|row| row.value.as_str()).collect()
    }

    /// Has every segment that the map lacks join it as an audience, or leaves all of them out.
    pub fn let_audiences_join(&mut self, join: bool) {
        let (from, to) = match join {
            true => (SegmentTarget::Ignore, SegmentTarget::Make),
            false => (SegmentTarget::Make, SegmentTarget::Ignore),
        };
        self.segments.iter_mut().filter(|row| !row.blank && row.target == from).for_each(|row| row.target = to);
    }

    /// Events that the map names and the log lacks, by the record that names them.
    pub fn absent_events(&self, map: &Map) -> Vec<(String, String)> {
        let stages = map.stages.values().flat_map(|stage| stage.events.iter().map(|event| (event, &stage.name)));
        let cards = map.touchpoints.values().flat_map(|card| card.events.iter().map(|event| (event, &card.title)));
        let mut absent: Vec<(String, String)> = stages
            .chain(cards)
            .filter(|(event, _)| self.events.iter().all(|row| row.event != one_name(event)))
            .map(|(event, name)| (event.clone(), name.clone()))
            .collect();
        absent.sort();
        absent
    }
}

/// Every name that an event may be bound by, in the map's order.
fn names_on(map: &Map) -> Vec<(String, Binding)> {
    let mut names = Vec::new();
    for (id, stage) in map.stages_in_order() {
        let events = stage.events.iter().cloned();
        names.extend(std::iter::once(stage.name.clone()).chain(events).map(|name| (name, Binding::Stage(id))));
        for (id, card) in map.touchpoints_of(id) {
            let events = card.events.iter().cloned();
            names.extend(std::iter::once(card.title.clone()).chain(events).map(|name| (name, Binding::Touchpoint(id))));
        }
    }
    names
}

/// The record that binds this very event, else the one that is called like it.
fn bound_by_name(map: &Map, names: &[(String, Binding)], event: &str) -> Option<Binding> {
    let binds = |events: &[String]| events.iter().any(|name| one_name(name) == event);
    let card = map.touchpoints.iter().find(|(_, card)| binds(&card.events));
    let stage = map.stages.iter().find(|(_, stage)| binds(&stage.events));
    if let Some((id, _)) = card {
        return Some(Binding::Touchpoint(*id));
    }
    if let Some((id, _)) = stage {
        return Some(Binding::Stage(*id));
    }
    let wanted = plain(event);
    if wanted.is_empty() {
        return None;
    }
    names.iter().find(|(name, _)| plain(name) == wanted).map(|(_, binding)| *binding)
}

fn nearest(names: &[(String, Binding)], event: &str) -> Option<(String, Binding)> {
    let alike = names.iter().map(|candidate| (likeness(&candidate.0, event), candidate));
    most_alike(alike).cloned()
}

fn nearest_segment(map: &Map, value: &str) -> Option<SegmentId> {
    let segments = map.segments_in_order();
    most_alike(segments.into_iter().map(|(id, segment)| (likeness(&segment.name, value), id)))
}
