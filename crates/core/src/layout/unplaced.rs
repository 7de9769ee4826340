//! Connectors and loops of which no page shows all: their words, where a line is too short for them; the line itself, where its
//! ends stand in two bands or on two pages.

use super::thrift::LeftOut;
use crate::model::{Connector, LaneId, Map, StageId, TouchpointId};
use crate::scene::{Item, Kind, Parts, Scene, Tag};

/// What of connectors and loops is on the board and on none of its pages, by the reason.
pub fn unplaced<'a>(map: &Map, pages: impl IntoIterator<Item = &'a Scene>) -> Vec<LeftOut> {
    if map.connectors.is_empty() && map.loops.is_empty() {
        return Vec::new();
    }
    let parts: Vec<Parts> = pages.into_iter().map(Parts::of).collect();
    let ways = map.connectors.iter().filter(|(_, way)| is_open(map, way));
    let ways = ways.map(|(id, way)| (Tag::new(Kind::Connector, id.0), &way.label));
    let is_back = |from: StageId, to: StageId| map.stages.contains_key(&from) && map.stages.contains_key(&to);
    let loops = map.loops.iter().filter(|(_, back)| is_back(back.from, back.to));
    let loops = loops.map(|(id, back)| (Tag::new(Kind::Loop, id.0), &back.label));
    let (mut words, mut apart) = (Vec::new(), Vec::new());
    for (tag, label) in ways.chain(loops) {
        let mut pieces = parts.iter().flat_map(|parts| parts.all_of(tag)).peekable();
        if pieces.peek().is_none() {
            apart.push(label.trim().to_owned());
        } else if !label.trim().is_empty()
            && !pieces.flat_map(|piece| piece.tagged.items.iter()).any(|item| says(item, label))
        {
            words.push(label.clone());
        }
    }
    let told = [(words, LeftOut::Words as fn(Vec<String>) -> LeftOut), (apart, LeftOut::Apart)];
    told.into_iter().filter(|(all, _)| !all.is_empty()).map(|(all, left_out)| left_out(all)).collect()
}

/// Whether an item is a text that ends as it was written.
fn says(item: &Item, words: &str) -> bool {
    let Item::Text(text) = item else { return false };
    !text.text.is_empty() && (!text.text.ends_with('…') || words.trim_end().ends_with('…'))
}

/// Whether nobody has hidden or folded what a connector ties.
fn is_open(map: &Map, way: &Connector) -> bool {
    let is_open_lane = |lane: &LaneId| map.lanes.get(lane).is_some_and(|lane| !lane.hidden && !lane.folded);
    let is_open_stage = |stage: &StageId| map.stages.get(stage).is_some_and(|stage| !stage.folded);
    let is_seen = |card: &TouchpointId| {
        map.touchpoints.get(card).is_some_and(|card| is_open_lane(&card.lane) && is_open_stage(&card.stage))
    };
    is_seen(&way.from) && is_seen(&way.to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Leaf, Lens, Watch, arrange_leaf};
    use crate::model::{ConnectorId, ConnectorKind, Loop, LoopId};
    use crate::scene::PageSize;
    use crate::text::Shaper;
    use crate::theme::Theme;

    #[test]
    fn words_of_a_line_that_has_no_room_for_them_are_told_and_those_that_stand_there_are_not() {
        let mut tables = sample::map().to_tables();
        let stages: Vec<StageId> = tables.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let card = |stage: StageId| tables.touchpoints.iter().find(|(_, card)| card.stage == stage).unwrap();
        let (from, to) = (*card(stages[0]).0, *card(stages[4]).0);
        let long = "skips all of it since a friend has told how it ends ".repeat(12);
        let way = |label: &str| Connector { from, to, kind: ConnectorKind::Next, label: label.to_owned() };
        tables.connectors.insert(ConnectorId(1), way("9 % skip"));
        tables.connectors.insert(ConnectorId(2), way(&long));
        tables.connectors.insert(ConnectorId(3), way(""));
        tables.loops.insert(LoopId(1), Loop { from: stages[3], to: stages[1], label: "again".to_owned() });
        tables.loops.insert(LoopId(2), Loop { from: stages[2], to: stages[1], label: long.clone() });
        let told = |tables: &crate::model::Tables| {
            let (map, lens) = (Map::new(tables.clone()).unwrap(), Lens::default());
            let (theme, shaper, leaf) = (Theme::light(), Shaper::bundled(), Leaf::single(PageSize::Slide));
            unplaced(&map, &[arrange_leaf(&map, &lens.into(), &theme, &shaper, &leaf, &Watch::default()).0])
        };
        assert_eq!(told(&tables), [LeftOut::Words(vec![long.clone(), long])]);
        tables.connectors.remove(&ConnectorId(2));
        tables.loops.remove(&LoopId(2));
        assert_eq!(told(&tables), []);
        tables.connectors.insert(ConnectorId(2), way("no line"));
        let hidden = tables.touchpoints[&to].stage;
        tables.stages.get_mut(&hidden).unwrap().folded = true;
        assert_eq!(told(&tables), [], "who folds a stage knows");
    }

    #[test]
    fn a_line_whose_ends_stand_on_two_pages_is_told_by_that_and_not_by_its_size() {
        let mut tables = sample::map().to_tables();
        let stages: Vec<StageId> = tables.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let card = |stage: StageId| *tables.touchpoints.iter().find(|(_, card)| card.stage == stage).unwrap().0;
        let (from, to) = (card(stages[0]), card(stages[4]));
        let way = |label: &str| Connector { from, to, kind: ConnectorKind::Next, label: label.to_owned() };
        tables.connectors = [(ConnectorId(1), way("9 % skip")), (ConnectorId(2), way(""))].into();
        tables.loops = [(LoopId(1), Loop { from: stages[4], to: stages[0], label: "again".to_owned() })].into();
        let map = Map::new(tables.clone()).unwrap();
        // A page without the lines that the map has.
        (tables.connectors, tables.loops) = Default::default();
        let (page, leaf) = (Map::new(tables).unwrap(), Leaf::single(PageSize::Slide));
        let (theme, shaper, lens) = (Theme::light(), Shaper::bundled(), Lens::default());
        let page = arrange_leaf(&page, &lens.into(), &theme, &shaper, &leaf, &Watch::default()).0;
        let apart = ["9 % skip", "", "again"].map(str::to_owned).to_vec();
        assert_eq!(unplaced(&map, &[page]), [LeftOut::Apart(apart)]);
    }
}
