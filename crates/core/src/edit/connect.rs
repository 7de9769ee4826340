//! Ways from one touchpoint to another, and loops from one stage back to another.

use super::effective;
use crate::model::*;

/// Connects touchpoints one after the other, in the order given; two that are connected that way already stay as they are.
/// `None` where there is nothing to connect.
pub fn connect(map: &Map, cards: &[TouchpointId], ids: &mut IdSource) -> Option<Edit> {
    let known: Vec<TouchpointId> = cards.iter().copied().filter(|id| map.touchpoints.contains_key(id)).collect();
    let is_there = |from, to| map.connectors.values().any(|way| way.from == from && way.to == to);
    let mut changes = Vec::new();
    for (from, to) in known.iter().copied().zip(known.iter().copied().skip(1)) {
        if from != to && !is_there(from, to) {
            let kind = if is_back(map, from, to) { ConnectorKind::LoopBack } else { ConnectorKind::Next };
            let way = Connector { from, to, kind, label: String::new() };
            changes.push(Change::Connector(ConnectorId(ids.fresh()), Some(way)));
        }
    }
    effective(map, Edit::new(Verb::Connect, known.into_iter().map(RecordRef::from).collect(), changes))
}

/// A loop from the last of some stages back to the first. `None` where there is one already, or only one stage.
pub fn loop_back(map: &Map, stages: &[StageId], ids: &mut IdSource) -> Option<Edit> {
    let mut along = map.stages_in_order().into_iter().map(|(id, _)| id).filter(|id| stages.contains(id));
    let (to, from) = (along.next()?, along.next_back()?);
    if map.loops.values().any(|known| known.from == from && known.to == to) {
        return None;
    }
    let made = Change::Loop(LoopId(ids.fresh()), Some(Loop { from, to, label: String::new() }));
    Some(Edit::new(Verb::Connect, vec![from.into(), to.into()], vec![made]))
}

/// Whether the way leads to an earlier stage.
fn is_back(map: &Map, from: TouchpointId, to: TouchpointId) -> bool {
    let rank = |id: TouchpointId| {
        let stage = map.touchpoints.get(&id)?.stage;
        map.stages.get(&stage).map(|record| (record.rank.clone(), stage))
    };
    rank(to) < rank(from)
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    #[test]
    fn cards_are_connected_in_order_and_their_ways_go_and_are_copied_with_them() {
        let mut ids = IdSource::seeded(2);
        let mut map = empty_map(&mut ids);
        let mut cards = Vec::new();
        for name in ["Awareness", "Decision", "Retention"] {
            let (edit, stage) = add_stage(&map, name, None, &mut ids);
            map.apply(edit).unwrap();
            let cell = Cell::new(stage, map.lane_of(LaneKind::Touchpoints).unwrap());
            let (edit, card) = add_touchpoint(&map, cell, None, Channel::Email, name, &mut ids).unwrap();
            map.apply(edit).unwrap();
            cards.push(card);
        }
        let edit = connect(&map, &[cards[0], cards[1], cards[2], cards[0]], &mut ids).unwrap();
        map.apply(edit).unwrap();
        let kinds: Vec<ConnectorKind> = map.connectors.values().map(|way| way.kind).collect();
        assert_eq!(kinds.iter().filter(|kind| **kind == ConnectorKind::LoopBack).count(), 1, "{kinds:?}");
        assert_eq!(connect(&map, &[cards[0], cards[1]], &mut ids), None, "they are connected already");
        assert_eq!(connect(&map, &[cards[0], cards[0]], &mut ids), None);
        let copies = duplicate(&map, &[cards[0].into(), cards[1].into()], &mut ids).unwrap();
        map.apply(copies.edit).unwrap();
        assert_eq!(map.connectors.len(), 4, "the way between the two came along");
        let removed = remove(&map, &[cards[1].into()]).unwrap();
        map.apply(removed.edit).unwrap();
        assert_eq!(map.connectors.len(), 2);
    }

    #[test]
    fn a_loop_leads_from_the_later_stage_to_the_earlier_and_goes_and_is_copied_with_both() {
        let mut ids = IdSource::seeded(2);
        let mut map = empty_map(&mut ids);
        let mut stages = Vec::new();
        for name in ["Awareness", "Decision", "Retention"] {
            let (edit, stage) = add_stage(&map, name, None, &mut ids);
            map.apply(edit).unwrap();
            stages.push(stage);
        }
        let edit = loop_back(&map, &[stages[0], stages[2]], &mut ids).unwrap();
        map.apply(edit).unwrap();
        let made = map.loops.values().next().unwrap().clone();
        assert_eq!((made.from, made.to), (stages[2], stages[0]));
        assert_eq!(loop_back(&map, &[stages[2], stages[0]], &mut ids), None, "there is one already");
        assert_eq!(loop_back(&map, &stages[..1], &mut ids), None);
        let copies = duplicate(&map, &[stages[0].into(), stages[2].into()], &mut ids).unwrap();
        map.apply(copies.edit).unwrap();
        assert_eq!(map.loops.len(), 2);
        // Of stages that become one a loop between them is none any more, and others follow.
        let merged = merge_stages(&map, &[stages[0], stages[1]]).unwrap();
        map.apply(merged).unwrap();
        assert_eq!(map.loops.len(), 2);
        let merged = merge_stages(&map, &[stages[0], stages[2]]).unwrap();
        map.apply(merged).unwrap();
        assert_eq!(map.loops.len(), 1);
        let removed = remove(&map, &[map.stages_in_order()[1].0.into()]).unwrap();
        map.apply(removed.edit).unwrap();
        assert!(map.loops.is_empty());
    }
}
