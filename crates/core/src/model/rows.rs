//! In which lane a record of a stage's list stands, where a map has several lanes of one kind.
//!
//! The first lane of a kind holds what names no lane, a further one what names it: so a map of one lane says nothing about it,
//! and what names a lane that is gone comes back to the first.

use super::*;

impl Tables {
    /// The lane that holds what a record of a kind says of its lane: that one where it is of the kind, else the first.
    pub fn lane_holding(&self, kind: ListKind, named: Option<LaneId>) -> Option<LaneId> {
        let is_of_kind = |id: &LaneId| self.lanes.get(id).is_some_and(|lane| lane.kind == kind.lane());
        named.filter(is_of_kind).or_else(|| self.lane_of(kind.lane()))
    }

    /// The lane in which a record of a stage's list stands; `None` for another record, and where the map has no such lane.
    pub fn lane_listing(&self, record: RecordRef) -> Option<LaneId> {
        let kind = record.kind().listed()?;
        self.lane_holding(kind, self.named_lane(record))
    }

    /// What a record names that stands in a lane.
    pub fn lane_to_name(&self, kind: ListKind, lane: LaneId) -> Option<LaneId> {
        Some(lane).filter(|lane| self.lane_of(kind.lane()) != Some(*lane))
    }

    /// A stage's records of a kind in one of its lanes, in order.
    pub fn in_lane<R: InStage>(&self, stage: StageId, lane: LaneId) -> Vec<(R::Id, &R)> {
        let holds =
            |named: Option<LaneId>| R::KIND.listed().and_then(|kind| self.lane_holding(kind, named)) == Some(lane);
        let mut list = self.in_stage::<R>(stage);
        // Few maps have further lanes: their records alone are asked where they stand.
        let (is_first, is_other) = (holds(None), |record: &R| record.lane().is_some());
        list.retain(|(_, record)| if is_other(record) { holds(record.lane()) } else { is_first });
        list
    }

    /// The same for a kind that is not known before.
    pub fn listed_in_lane(&self, kind: ListKind, stage: StageId, lane: LaneId) -> Vec<RecordRef> {
        of_kind!(kind, R => self.in_lane::<R>(stage, lane).into_iter().map(|(id, _)| R::at(id)).collect())
    }

    /// The records beside one of a stage's list in its lane, itself among them, in order; `None` for a record that is in no
    /// such list.
    pub fn listed_with(&self, record: RecordRef) -> Option<(StageId, Vec<RecordRef>)> {
        let kind = record.kind().listed()?;
        let stage = *self.spot(record)?.stage?;
        let list = match self.lane_listing(record) {
            Some(lane) => self.listed_in_lane(kind, stage, lane),
            None => self.listed_in(kind, stage),
        };
        Some((stage, list))
    }

    /// The lane that a record of a stage's list names.
    fn named_lane(&self, record: RecordRef) -> Option<LaneId> {
        fn named<R: InStage>(tables: &Tables, record: RecordRef) -> Option<LaneId> {
            R::table(tables).get(&R::Id::try_from(record).ok()?)?.lane()
        }
        of_kind!(record.kind().listed()?, R => named::<R>(self, record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stage and two lanes of actions: the first below the further one.
    fn map() -> (Tables, StageId, [LaneId; 2]) {
        let mut map = Tables::default();
        let (stage, lanes, ranks) = (StageId(1), [LaneId(2), LaneId(3)], Rank::spread(3));
        map.stages.insert(stage, Stage::new(Rank::middle(), "Decision"));
        map.lanes.insert(lanes[0], Lane::new(ranks[1].clone(), LaneKind::Actions));
        map.lanes.insert(lanes[1], Lane { further: true, ..Lane::new(ranks[0].clone(), LaneKind::Actions) });
        map.lanes.insert(LaneId(4), Lane::new(ranks[2].clone(), LaneKind::Thinking));
        for (id, named) in [(10, None), (11, Some(lanes[1])), (12, Some(LaneId(4)))] {
            let action = Action::begun(stage, Rank::spread(3)[id as usize - 10].clone(), format!("Do {id}"));
            map.actions.insert(ActionId(id), Action { lane: named, ..action });
        }
        (map, stage, lanes)
    }

    #[test]
    fn a_record_stands_in_the_lane_that_it_names_and_else_in_the_first_of_its_kind() {
        let (map, stage, lanes) = map();
        let ids = |lane| map.in_lane::<Action>(stage, lane).into_iter().map(|(id, _)| id.0).collect::<Vec<u64>>();
        assert_eq!(map.lane_of(LaneKind::Actions), Some(lanes[0]), "wherever the further one stands");
        assert_eq!((ids(lanes[0]), ids(lanes[1])), (vec![10, 12], vec![11]), "a lane of another kind counts as none");
        assert_eq!(map.lane_listing(ActionId(12).into()), Some(lanes[0]));
        assert_eq!(map.listed_with(ActionId(11).into()), Some((stage, vec![ActionId(11).into()])));
        assert_eq!(map.lane_to_name(ListKind::Action, lanes[0]), None);
        assert_eq!(map.lane_to_name(ListKind::Action, lanes[1]), Some(lanes[1]));
    }

    #[test]
    fn what_a_lane_held_that_is_gone_comes_to_one_that_is_left() {
        let (mut map, stage, lanes) = map();
        map.lanes.remove(&lanes[0]);
        assert_eq!(map.in_lane::<Action>(stage, lanes[1]).len(), 3, "the further one is the first now");
        map.lanes.remove(&lanes[1]);
        assert_eq!(map.lane_listing(ActionId(10).into()), None);
        assert_eq!(map.listed_with(ActionId(10).into()).map(|(_, list)| list.len()), Some(3), "they stay in the map");
    }
}
