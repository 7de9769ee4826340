//! Records that a field names: the audiences that something is for, the card that causes something.
//!
//! A record goes by what it is called. Where another one is called the same, its number stands behind in square brackets, so
//! that a text always says which one is meant.

use touchline_words::direction::Listed;
use touchline_words::say;

use crate::model::*;

/// `Trial checkout`, or `Trial checkout [01J…]` where it is not the only one.
fn called(name: &str, id: impl std::fmt::Display, is_only: bool) -> String {
    match (name.trim(), is_only) {
        ("", _) => format!("[{id}]"),
        (name, true) => name.to_owned(),
        (name, false) => format!("{name} [{id}]"),
    }
}

fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim().chars(), other.trim().chars());
    one.flat_map(char::to_lowercase).eq(other.flat_map(char::to_lowercase))
}

fn audience_text(map: &Tables, id: SegmentId) -> Option<String> {
    let name = &map.segments.get(&id)?.name;
    let mut others = map.segments.iter().filter(|(other, _)| **other != id);
    Some(called(name, id, !others.any(|(_, other)| same(&other.name, name))))
}

/// Audiences by their names, a line each; empty for all.
pub fn audiences_text(map: &Tables, ids: &[SegmentId]) -> String {
    ids.iter().filter_map(|id| audience_text(map, *id)).collect::<Vec<_>>().join("\n")
}

/// The audiences that lines name, whatever their capitals; in the order that they had where they are the same.
pub(super) fn audiences(map: &Tables, text: &str, before: &[SegmentId]) -> Result<Vec<SegmentId>, String> {
    let all = map.segments_in_order();
    let mut ids: Vec<SegmentId> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let exact = all.iter().find(|(id, _)| audience_text(map, *id).as_deref() == Some(line));
        let found = exact.or_else(|| all.iter().find(|(_, segment)| same(&segment.name, line)));
        let (id, _) = found.ok_or_else(|| {
            let names: Vec<&str> = all.iter().map(|(_, segment)| segment.name.as_str()).collect();
            if names.is_empty() {
                say!(fields_no_audiences).to_owned()
            } else {
                say!(fields_no_audience, line, names = names.listed(", "))
            }
        })?;
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    let is_same = ids.len() == before.len() && before.iter().all(|id| ids.contains(id));
    Ok(if is_same { before.to_vec() } else { ids })
}

/// A card by its title, among those of its stage; empty for one that is gone.
pub fn card_text(map: &Tables, id: TouchpointId) -> String {
    let Some(card) = map.touchpoints.get(&id) else { return String::new() };
    let of_stage = map.touchpoints.iter().filter(|(other, it)| **other != id && it.stage == card.stage);
    let is_only = of_stage.map(|(_, other)| &other.title).all(|title| !same(title, &card.title));
    called(&card.title, id, is_only)
}

/// A stage by its name; empty for one that is gone.
pub fn stage_text(map: &Tables, id: StageId) -> String {
    let Some(stage) = map.stages.get(&id) else { return String::new() };
    let mut others = map.stages.iter().filter(|(other, _)| **other != id);
    called(&stage.name, id, others.all(|(_, other)| !same(&other.name, &stage.name)))
}

/// The stage that a text names; none for an empty text.
pub(super) fn stage(map: &Tables, text: &str) -> Result<Option<StageId>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let stages = map.stages_in_order();
    let exact = stages.iter().find(|(id, _)| stage_text(map, *id) == text);
    let found = exact.or_else(|| stages.iter().find(|(_, stage)| same(&stage.name, text)));
    found.map(|(id, _)| Some(*id)).ok_or_else(|| say!(fields_no_stage, text))
}

/// A step by its name, among those of its stage; empty for one that is gone.
pub fn step_text(map: &Tables, id: StepId) -> String {
    let Some(step) = map.steps.get(&id) else { return String::new() };
    let mut others = map.steps.iter().filter(|(other, it)| **other != id && it.stage == step.stage);
    called(&step.name, id, others.all(|(_, other)| !same(&other.name, &step.name)))
}

/// The step of a stage that a text names; none for an empty text.
pub(super) fn step(map: &Tables, stage: StageId, text: &str) -> Result<Option<StepId>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let steps = map.steps_of(stage);
    let exact = steps.iter().find(|(id, _)| step_text(map, *id) == text);
    let found = exact.or_else(|| steps.iter().find(|(_, step)| same(&step.name, text)));
    found.map(|(id, _)| Some(*id)).ok_or_else(|| say!(fields_no_step, text))
}

/// A lane by its name; empty for one that is gone.
pub fn lane_text(map: &Tables, id: LaneId) -> String {
    let Some(lane) = map.lanes.get(&id) else { return String::new() };
    let mut others = map.lanes.iter().filter(|(other, _)| **other != id);
    called(lane.title(), id, others.all(|(_, other)| !same(other.title(), lane.title())))
}

/// The lane that a text names; none for an empty text.
pub(super) fn lane(map: &Tables, text: &str) -> Result<Option<LaneId>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let lanes = map.lanes_in_order();
    let exact = lanes.iter().find(|(id, _)| lane_text(map, *id) == text);
    let found = exact.or_else(|| lanes.iter().find(|(_, lane)| same(lane.title(), text)));
    found.map(|(id, _)| Some(*id)).ok_or_else(|| say!(fields_no_lane, text))
}

/// The further lane of a kind that a record names; empty for the first.
pub(super) fn further_text(map: &Tables, kind: ListKind, named: Option<LaneId>) -> String {
    let lane = map.lane_holding(kind, named).and_then(|lane| map.lane_to_name(kind, lane));
    lane.map(|lane| lane_text(map, lane)).unwrap_or_default()
}

/// What a record of a kind names that stands in the lane of this name; nothing for the first and for an empty text.
pub(super) fn further(map: &Tables, kind: ListKind, text: &str) -> Result<Option<LaneId>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let lanes: Vec<(LaneId, &Lane)> =
        map.lanes_in_order().into_iter().filter(|(_, lane)| lane.kind == kind.lane()).collect();
    let exact = lanes.iter().find(|(id, _)| lane_text(map, *id) == text);
    let found = exact.or_else(|| lanes.iter().find(|(_, lane)| same(lane.title(), text)));
    let (lane, _) = found.ok_or_else(|| say!(fields_no_lane, text))?;
    Ok(map.lane_to_name(kind, *lane))
}

/// The card of a stage that a text names; none for an empty text.
pub(super) fn card(map: &Tables, stage: StageId, text: &str) -> Result<Option<TouchpointId>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let cards = map.touchpoints_of(stage);
    let exact = cards.iter().find(|(id, _)| card_text(map, *id) == text);
    let found = exact.or_else(|| cards.iter().find(|(_, card)| same(&card.title, text)));
    found.map(|(id, _)| Some(*id)).ok_or_else(|| say!(fields_no_card, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map() -> Tables {
        let mut map = Tables::default();
        for (id, name) in [(1, "Families"), (2, "Superfans"), (3, "Families")] {
            map.segments.insert(SegmentId(id), Segment::new(Rank::spread(4)[id as usize].clone(), name));
        }
        map.stages.insert(StageId(4), Stage::new(Rank::middle(), "Decision"));
        for (id, title) in [(5, "Checkout"), (6, "Checkout"), (7, "FAQ"), (8, "")] {
            let card = Touchpoint::new(StageId(4), LaneId(9), Rank::middle(), title, Channel::Checkout);
            map.touchpoints.insert(TouchpointId(id), card);
        }
        map
    }

    #[test]
    fn audiences_are_told_apart_also_where_two_are_called_alike() {
        let map = map();
        for ids in [vec![], vec![1], vec![3], vec![2, 3], vec![3, 1]] {
            let ids: Vec<SegmentId> = ids.into_iter().map(SegmentId).collect();
            assert_eq!(audiences(&map, &audiences_text(&map, &ids), &[]), Ok(ids));
        }
        assert_eq!(audiences(&map, " superFANS\n\n", &[]), Ok(vec![SegmentId(2)]));
        let before = [SegmentId(3), SegmentId(2)];
        let turned = audiences_text(&map, &[SegmentId(2), SegmentId(3)]);
        assert_eq!(audiences(&map, &turned, &before), Ok(before.to_vec()));
        let wrong = audiences(&map, "Nobody", &[]).unwrap_err();
        assert!(wrong.contains("“Nobody”") && wrong.contains("Superfans"), "{wrong}");
        assert!(audiences(&Tables::default(), "Nobody", &[]).is_err());
    }

    #[test]
    fn cards_are_told_apart_also_where_two_are_called_alike_or_not_at_all() {
        let map = map();
        for id in [5, 6, 7, 8].map(TouchpointId) {
            assert_eq!(card(&map, StageId(4), &card_text(&map, id)), Ok(Some(id)));
        }
        assert_eq!(card_text(&map, TouchpointId(7)), "FAQ");
        assert_eq!(card(&map, StageId(4), "faq"), Ok(Some(TouchpointId(7))));
        assert_eq!(card(&map, StageId(4), ""), Ok(None));
        assert!(card(&map, StageId(4), "Trailer").unwrap_err().contains("“Trailer”"));
    }
}
