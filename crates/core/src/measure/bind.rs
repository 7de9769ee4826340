//! What the map asks of a log: its stages with their events, and its touchpoints with theirs.

use crate::behaviour::plan::{ReachGroup, StagePlan};
use crate::model::{Map, StageId, TouchpointId};
use std::collections::BTreeSet;

/// The map's stages and touchpoints as a plan takes them, and the records that each stands for, in the same order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bindings {
    pub stages: Vec<StagePlan>,
    pub stage_ids: Vec<StageId>,
    pub reach: Vec<ReachGroup>,
    pub touchpoint_ids: Vec<TouchpointId>,
}

/// Every stage that has an event, its own or one of its touchpoints', from left to right; and every touchpoint that has
/// one. A stage without an event is passed over, since nobody could be seen to reach it. An event that two stages name
/// counts for the first.
pub fn bindings(map: &Map) -> Bindings {
    let mut found = Bindings::default();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for (id, stage) in map.stages_in_order() {
        let cards = map.touchpoints_of(id);
        let own = stage.events.iter().chain(cards.iter().flat_map(|(_, card)| &card.events));
        let mut events = Vec::new();
        for event in own.map(|event| event.trim()).filter(|event| !event.is_empty()) {
            if taken.insert(event) {
                events.push(event.to_owned());
            }
        }
        if !events.is_empty() {
            found.stages.push(StagePlan { name: stage.name.clone(), events });
            found.stage_ids.push(id);
        }
        for (id, card) in cards {
            let events: Vec<String> =
                card.events.iter().map(|event| event.trim().to_owned()).filter(|event| !event.is_empty()).collect();
            if !events.is_empty() {
                found.reach.push(ReachGroup { events });
                found.touchpoint_ids.push(id);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use crate::model::IdSource;

    #[test]
    fn a_stage_has_its_own_events_and_its_touchpoints_each_once() {
        let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
        let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let card = map.touchpoints_of(stages[0])[0].0;
        map.stages.get_mut(&stages[0]).unwrap().events = vec!["heard".to_owned(), " ".to_owned()];
        map.touchpoints.get_mut(&card).unwrap().events = vec!["trailer".to_owned(), "heard".to_owned()];
        map.stages.get_mut(&stages[2]).unwrap().events = vec!["trial".to_owned(), "heard".to_owned()];
        let found = bindings(&map);
        assert_eq!(found.stage_ids, [stages[0], stages[2]]);
        assert_eq!(found.stages[0].events, ["heard", "trailer"]);
        assert_eq!(found.stages[1].events, ["trial"]);
        assert_eq!(found.touchpoint_ids, [card]);
        assert_eq!(found.reach[0].events, ["trailer", "heard"]);
    }
}
