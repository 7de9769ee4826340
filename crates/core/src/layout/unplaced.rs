//! Words of connectors and loops that no page shows: of a line that is too short for them, or of one whose ends stand on two pages.

use super::thrift::LeftOut;
use crate::model::{Connector, LaneId, Map, StageId, TouchpointId};
use crate::scene::{Item, Kind, Parts, Scene, Tag};

/// The words that are on the board and on none of its pages, where there are any.
pub fn unplaced(map: &Map, pages: &[Scene]) -> Option<LeftOut> {
    if map.connectors.is_empty() && map.loops.is_empty() {
        return None;
    }
    let parts: Vec<Parts> = pages.iter().map(Parts::of).collect();
    let is_shown = |tag: Tag, words: &str| {
        let pieces = parts.iter().flat_map(|parts| parts.all_of(tag));
        pieces.flat_map(|piece| piece.tagged.items.iter()).any(|item| says(item, words))
    };
    let is_lost = |tag: Tag, words: &str| !words.trim().is_empty() && !is_shown(tag, words);
    let ways = map.connectors.iter().filter(|(_, way)| is_open(map, way));
    let ways = ways.filter(|(id, way)| is_lost(Tag::new(Kind::Connector, id.0), &way.label)).map(|(_, way)| &way.label);
    let is_back = |from: StageId, to: StageId| map.stages.contains_key(&from) && map.stages.contains_key(&to);
    let loops = map.loops.iter().filter(|(_, back)| is_back(back.from, back.to));
    let loops =
        loops.filter(|(id, back)| is_lost(Tag::new(Kind::Loop, id.0), &back.label)).map(|(_, back)| &back.label);
    let lost: Vec<String> = ways.chain(loops).cloned().collect();
    (!lost.is_empty()).then_some(LeftOut::Words(lost))
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
        assert_eq!(told(&tables), Some(LeftOut::Words(vec![long.clone(), long])));
        tables.connectors.remove(&ConnectorId(2));
        tables.loops.remove(&LoopId(2));
        assert_eq!(told(&tables), None);
        tables.connectors.insert(ConnectorId(2), way("no line"));
        let hidden = tables.touchpoints[&to].stage;
        tables.stages.get_mut(&hidden).unwrap().folded = true;
        assert_eq!(told(&tables), None, "who folds a stage knows");
    }
}
