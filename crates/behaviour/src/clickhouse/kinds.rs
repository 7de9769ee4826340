//! Names of an answer that tell of persons, called by their kind, as those of a file are.
//!
//! # Limits
//! The times between stages of segments that become one cannot be put together, so that such a segment has none.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::figures::{Counted, Counts};
use crate::masking::{Grouped, Grouping};
use crate::plan::{Plan, named};
use crate::report::Touch;

impl Counts {
    /// The same counts under the names of kinds, and which names became one.
    pub(super) fn called_by_kind(self, plan: &Plan) -> (Counts, Vec<Grouped>) {
        let rows = self.event_rows();
        let kept = plan.reading.dialect.keep_names;
        let events = Grouping::of_events(rows.iter().map(|(name, rows)| (name.as_bytes(), *rows)), named(plan), kept);
        let customers = self.segments.iter().map(|(name, own)| (name.as_bytes(), own.customers));
        let segments = Grouping::of_segments(customers.filter(|(_, customers)| *customers > 0), kept, 0);
        let mut grouped = events.told("event", rows.keys().map(String::as_bytes));
        grouped.extend(segments.told("segment", self.segments.keys().map(String::as_bytes)));
        if grouped.is_empty() {
            return (self, grouped);
        }
        let mut called: BTreeMap<String, Counted> = BTreeMap::new();
        for (segment, own) in self.segments {
            let own = own.called_by_kind(&events);
            match called.entry(name_of(&segments, &segment)) {
                Entry::Vacant(place) => _ = place.insert(own),
                Entry::Occupied(mut known) => known.get_mut().join(own),
            }
        }
        let mut follows: BTreeMap<(String, String), u64> = BTreeMap::new();
        for ((from, to), count) in self.follows {
            *follows.entry((name_of(&events, &from), name_of(&events, &to))).or_default() += count;
        }
        (Counts { segments: called, follows, ..self }, grouped)
    }
}

impl Counted {
    fn called_by_kind(mut self, events: &Grouping) -> Counted {
        let mut touches: BTreeMap<String, Touch> = BTreeMap::new();
        for (event, touch) in std::mem::take(&mut self.touches) {
            let event = name_of(events, &event);
            let all = touches.entry(event.clone()).or_insert_with(|| Touch { event, ..Touch::default() });
            all.first += touch.first;
            all.last += touch.last;
            all.first_of_converted += touch.first_of_converted;
            all.last_before_converted += touch.last_before_converted;
        }
        self.touches = touches;
        for stage in &mut self.stages {
            let mut then: BTreeMap<String, u64> = BTreeMap::new();
            for (event, count) in std::mem::take(&mut stage.then) {
                *then.entry(name_of(events, &event)).or_default() += count;
            }
            stage.then = then;
        }
        self
    }

    /// Takes in another segment of the same kind. That the sums fit has been checked with the total.
    fn join(&mut self, other: Counted) {
        let sums = self.add(&other);
        debug_assert!(sums.is_ok());
        self.stages.iter_mut().for_each(|stage| stage.to_next = None);
    }
}

fn name_of(grouping: &Grouping, name: &str) -> String {
    String::from_utf8_lossy(&grouping.name_of(name.as_bytes())).into_owned()
}
