//! A card that goes on over several stages, from one to another that a person says.

use super::place::{Cell, move_touchpoints};
use crate::fields::{self, FieldKey};
use crate::model::*;

/// Lets a card begin in a stage and go on to another; where that is no later one, it stands in the one alone. `None` where it is so
/// already, and where the map lacks one of them.
pub fn span_to(map: &Map, id: TouchpointId, from: StageId, until: StageId) -> Option<Edit> {
    let card = map.touchpoints.get(&id)?;
    let rank = |stage: StageId| map.stages.get(&stage).map(|stage| &stage.rank);
    rank(from).zip(rank(until))?;
    let moved = match card.stage == from {
        true => None,
        false => Some(move_touchpoints(map, &[id], Cell::new(from, card.lane), None)?),
    };
    let begun = moved.as_ref().and_then(|moved| map.after(moved).ok());
    let map = begun.as_ref().unwrap_or(map);
    let until = Some(until).filter(|until| (rank(*until), *until) > (rank(from), from));
    let text = until.map(|until| fields::stage_text(map, until)).unwrap_or_default();
    let ended = fields::write(map, &FieldKey::one(id.into(), Field::Until), &text).ok().flatten();
    match (moved, ended) {
        (Some(mut moved), Some(ended)) => {
            moved.changes.extend(ended.changes);
            Some(moved)
        }
        (moved, ended) => moved.or(ended),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;

    #[test]
    fn either_end_goes_where_it_is_put_and_the_other_stays() {
        let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
        let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
        let id = map.touchpoints_of(stages[1])[0].0;
        let spans = |map: &Map| {
            let card = &map.touchpoints[&id];
            (card.stage, map.end_of(card))
        };
        let put = |map: &Map, from: usize, until: usize| {
            map.after(&span_to(map, id, stages[from], stages[until]).unwrap()).unwrap()
        };
        let wide = put(&map, 1, 3);
        assert_eq!(spans(&wide), (stages[1], Some(stages[3])));
        let wider = put(&wide, 0, 3);
        assert_eq!(spans(&wider), (stages[0], Some(stages[3])), "its end stays where it is");
        assert_eq!(spans(&put(&wider, 2, 3)), (stages[2], Some(stages[3])));
        assert_eq!(spans(&put(&wider, 0, 0)), (stages[0], None));
        assert_eq!(span_to(&wider, id, stages[0], stages[3]), None, "it is so already");
        assert_eq!(span_to(&map, id, stages[1], StageId(999)), None);
    }
}
