//! Lanes that are copied: with their cards or their list, and pasted into a map whose stages are called alike.

use super::Fragment;
use super::matrix::{Landing, LeftOut, Why};
use super::paste::land_in_lanes;
use crate::fields;
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

impl Fragment {
    /// Copies lanes: one of cards with these, their flags and ways, one of a list with that, and the notes that are tied there.
    /// The names of the stages come along. `None` when none of the lanes has cards or a list of its own.
    pub fn of_lanes(map: &Map, lanes: &[LaneId]) -> Option<Self> {
        let mut part = Tables::default();
        for id in lanes {
            let Some(lane) = map.lanes.get(id) else { continue };
            match lane.kind.holds() {
                Holds::Cards => {
                    let cards = map.touchpoints.iter().filter(|(_, card)| card.lane == *id);
                    part.touchpoints.extend(cards.map(|(id, card)| (*id, card.clone())));
                }
                Holds::List(kind) => of_kind!(kind, R => {
                    let is_here = |record: &R| map.lane_holding(kind, record.lane()) == Some(*id);
                    let here = R::table(map).iter().filter(|(_, record)| is_here(record));
                    R::table_mut(&mut part).extend(here.map(|(id, record)| (*id, record.clone())));
                }),
                Holds::Feelings | Holds::Losses | Holds::Flags | Holds::Channels => continue,
            }
            part.lanes.insert(*id, Lane { hidden: false, ..lane.clone() });
        }
        if part.lanes.is_empty() {
            return None;
        }
        let has = |card: TouchpointId| part.touchpoints.contains_key(&card);
        let flags = map.flags.iter().filter(|(_, flag)| matches!(flag.on, FlagTarget::Touchpoint(card) if has(card)));
        let flags: BTreeMap<FlagId, Flag> = flags.map(|(id, flag)| (*id, flag.clone())).collect();
        let ways = map.connectors.iter().filter(|(_, way)| has(way.from) && has(way.to));
        let ways: BTreeMap<ConnectorId, Connector> = ways.map(|(id, way)| (*id, way.clone())).collect();
        let is_there = |note: &Sticky| match map.note_place(note) {
            NotePlace::Tied(NoteTie::Cell(_, lane) | NoteTie::Lane(lane)) => part.lanes.contains_key(&lane),
            NotePlace::Tied(NoteTie::Touchpoint(card)) => has(card),
            NotePlace::Tied(NoteTie::Stage(_) | NoteTie::Sticky(_)) | NotePlace::Free | NotePlace::Parked => false,
        };
        let notes: BTreeMap<StickyId, Sticky> =
            map.stickies.iter().filter(|(_, note)| is_there(note)).map(|(id, note)| (*id, note.clone())).collect();
        (part.flags, part.connectors, part.stickies) = (flags, ways, notes);
        let name = |(id, stage): (StageId, &Stage)| (id, Stage::new(stage.rank.clone(), stage.name.as_str()));
        part.stages = map.stages_in_order().into_iter().map(name).collect();
        Some(Self { records: part })
    }

    /// Whether it is lanes with what is in them.
    pub fn is_of_lanes(&self) -> bool {
        !self.records.lanes.is_empty()
    }
}

/// What copied lanes become on a map, below one of its lanes or at the bottom: a lane of cards is a further one; what is in a
/// list comes to the lane of its kind, which is added where the map has none, and to a further one where something is in that
/// already. What has no stage of its name is left out.
pub fn land_lanes(map: &Map, part: &Fragment, below: Option<LaneId>, ids: &mut IdSource) -> Landing {
    let known: BTreeMap<String, StageId> =
        map.stages_in_order().into_iter().rev().map(|(id, stage)| (called(&stage.name), id)).collect();
    let stages: BTreeMap<StageId, StageId> = (part.records.stages.iter())
        .filter_map(|(id, stage)| known.get(&called(&stage.name)).map(|to| (*id, *to)))
        .collect();
    let (mut kept, mut left_out) = (Tables { lanes: part.records.lanes.clone(), ..Tables::default() }, Vec::new());
    take::<Touchpoint>(&part.records, &stages, &mut kept, &mut left_out);
    for kind in ListKind::ALL {
        of_kind!(*kind, R => take::<R>(&part.records, &stages, &mut kept, &mut left_out));
    }
    let cards: BTreeSet<TouchpointId> = kept.touchpoints.keys().copied().collect();
    let of_card = |on: FlagTarget| matches!(on, FlagTarget::Touchpoint(card) if cards.contains(&card));
    kept.flags = part.records.flags.iter().filter(|(_, it)| of_card(it.on)).map(|(id, it)| (*id, it.clone())).collect();
    kept.connectors = part.records.connectors.iter().map(|(id, way)| (*id, way.clone())).collect();
    for (id, note) in &part.records.stickies {
        match note.tied {
            Some(NoteTie::Touchpoint(card)) if cards.contains(&card) => {}
            Some(NoteTie::Cell(stage, _)) if stages.contains_key(&stage) => {}
            Some(NoteTie::Lane(_)) => {}
            Some(NoteTie::Cell(stage, lane)) => {
                left_out.push(left(&part.records, stage, Some(lane), (*id).into()));
                continue;
            }
            // A note of a card that is left out goes with it.
            Some(NoteTie::Touchpoint(_) | NoteTie::Stage(_) | NoteTie::Sticky(_)) | None => continue,
        }
        kept.stickies.insert(*id, note.clone());
    }
    let pasted = land_in_lanes(map, &Fragment { records: kept }, stages, below, ids);
    Landing { pasted, left_out }
}

fn called(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Takes what of a kind has a stage, and tells of the rest.
fn take<R: Record>(part: &Tables, stages: &BTreeMap<StageId, StageId>, kept: &mut Tables, left_out: &mut Vec<LeftOut>) {
    for (id, record) in R::table(part) {
        let spot = record.spot();
        match spot.stage {
            Some(stage) if !stages.contains_key(stage) => {
                let lane = spot.lane.copied().or_else(|| part.lane_listing(R::at(*id)));
                left_out.push(left(part, *stage, lane, R::at(*id)));
            }
            Some(_) => _ = R::table_mut(kept).insert(*id, record.clone()),
            None => {}
        }
    }
}

fn left(part: &Tables, stage: StageId, lane: Option<LaneId>, record: RecordRef) -> LeftOut {
    let lane = lane.and_then(|lane| part.lanes.get(&lane));
    LeftOut {
        stage: part.stages.get(&stage).map(|stage| stage.name.clone()).unwrap_or_default(),
        lane: lane.map(|lane| lane.title().to_owned()).unwrap_or_default(),
        text: fields::read(part, record, fields::title(record.kind())).unwrap_or_default(),
        why: Why::NoSuchStage,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use crate::edit::{add_stage, empty_map};

    /// An empty map with stages of these names.
    fn other(names: &[&str]) -> (Map, IdSource) {
        let mut ids = IdSource::seeded(77);
        let mut map = empty_map(&mut ids);
        for name in names {
            let (edit, _) = add_stage(&map, name, None, &mut ids);
            map.apply(edit).unwrap();
        }
        (map, ids)
    }

    fn sample() -> Map {
        Template::StreamingSubscriber.build(&mut IdSource::seeded(1))
    }

    fn titles(map: &Map, stage: StageId, lane: LaneId) -> Vec<String> {
        map.touchpoints_in(stage, lane).into_iter().map(|(_, card)| card.title.clone()).collect()
    }

    #[test]
    fn a_lane_of_cards_becomes_a_further_lane_and_what_has_no_stage_is_named() {
        let mut from = sample();
        let lane = from.lane_of(LaneKind::Touchpoints).unwrap();
        let stages = from.stages_in_order().into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        let card = from.card_ids_in(stages[0], lane)[0];
        for (id, tie) in (1..).zip([NoteTie::Touchpoint(card), NoteTie::Cell(stages[1], lane)]) {
            from.stickies
                .insert(StickyId(id), Sticky { tied: Some(tie), text: "Note".to_owned(), ..Sticky::default() });
        }
        let part = Fragment::of_lanes(&from, &[lane]).unwrap();
        let name = from.stages[&stages[0]].name.to_uppercase();
        let (map, mut ids) = other(&["Before", &name]);
        let below = map.lane_of(LaneKind::Touchpoints);
        let Landing { pasted, left_out } = land_lanes(&map, &part, below, &mut ids);
        let pasted = pasted.unwrap();
        let Some(RecordRef::Lane(new)) = pasted.new.first().copied() else { panic!("{:?}", pasted.new) };
        let after = map.after(&pasted.edit).unwrap();
        assert_eq!(after.lanes_in_order()[1].0, new, "below the lane that was chosen");
        let stage = after.stages_in_order()[1].0;
        assert_eq!(titles(&after, stage, new), titles(&from, stages[0], lane));
        assert_eq!((after.stages.len(), after.lanes.len()), (2, map.lanes.len() + 1));
        let place = after.stickies.values().map(|note| after.note_place(note)).collect::<Vec<_>>();
        assert!(matches!(place[..], [NotePlace::Tied(NoteTie::Touchpoint(_))]), "{place:?}");
        let lost = from.touchpoints.values().filter(|card| card.lane == lane && card.stage != stages[0]).count();
        assert_eq!(left_out.len(), lost + 1, "the cards of the other stages, and the note of a cell there");
        assert!(left_out.iter().all(|left| left.why == Why::NoSuchStage && !left.stage.is_empty()));
    }

    #[test]
    fn the_same_map_gets_it_beside_its_own_and_keeps_what_it_had() {
        let map = sample();
        let lane = map.lane_of(LaneKind::Touchpoints).unwrap();
        let part = Fragment::of_lanes(&map, &[lane]).unwrap();
        let Landing { pasted, left_out } = land_lanes(&map, &part, Some(lane), &mut IdSource::seeded(5));
        let edit = pasted.unwrap().edit;
        let after = map.after(&edit).unwrap();
        let of_lane = map.touchpoints.values().filter(|card| card.lane == lane).count();
        assert_eq!((left_out.len(), after.touchpoints.len()), (0, map.touchpoints.len() + of_lane));
        assert!(map.touchpoints.iter().all(|(id, card)| after.touchpoints[id] == *card));
        assert_eq!(after.stages, map.stages);
        let flags = map.flags.values();
        let on_cards =
            flags.filter(|flag| matches!(flag.on, FlagTarget::Touchpoint(card) if map.touchpoints[&card].lane == lane));
        assert_eq!(after.flags.len(), map.flags.len() + on_cards.count());
    }

    #[test]
    fn a_list_comes_to_the_lane_of_its_kind_which_is_shown() {
        let from = sample();
        let lane = from.lane_of(LaneKind::Actions).unwrap();
        let part = Fragment::of_lanes(&from, &[lane]).unwrap();
        let names: Vec<&str> = from.stages_in_order().into_iter().map(|(_, stage)| stage.name.as_str()).collect();
        let (mut map, mut ids) = other(&names);
        let own = map.lane_of(LaneKind::Actions).unwrap();
        map.apply(crate::edit::remove(&map, &[own.into()]).unwrap().edit).unwrap();
        let Landing { pasted, left_out } = land_lanes(&map, &part, None, &mut ids);
        let pasted = pasted.unwrap();
        let after = map.after(&pasted.edit).unwrap();
        assert_eq!(after.actions.len(), from.actions.len());
        assert_eq!(pasted.new, [RecordRef::from(after.lane_of(LaneKind::Actions).unwrap())]);
        assert!(left_out.is_empty());
        let feeling = from.lane_of(LaneKind::Feeling).unwrap();
        assert_eq!(Fragment::of_lanes(&from, &[feeling]), None, "it shows what the cards hold");
    }
}
