//! A board turned from lanes to stages: on slides a stage is taken hold of with all that stands in it.

use crate::scene::{Item, Kind, Tag, Tagged};

/// The parts of a board in the order in which they are painted.
pub struct Board<'a> {
    /// What lies below the cards, the lanes without their cells among it.
    pub ground: Vec<Item>,
    /// Each stage's header and its cells.
    pub stages: Vec<(Tag, Vec<&'a Item>)>,
    pub above: Vec<Item>,
}

/// The board that these items are; none where they are none.
pub fn board(items: &[Item]) -> Option<Board<'_>> {
    let lane = |item: &Item| of_kind(item, Kind::Lane).is_some();
    let last_lane = items.iter().rposition(lane)?;
    let mut stages: Vec<(Tag, Vec<&Item>)> = Vec::new();
    for item in items {
        if let Some(tagged) = of_kind(item, Kind::Stage) {
            match stages.iter_mut().find(|(tag, _)| *tag == tagged.tag) {
                Some((_, parts)) => parts.push(item),
                None => stages.push((tagged.tag, vec![item])),
            }
        }
    }
    if stages.is_empty() {
        return None;
    }
    let (mut ground, mut above) = (Vec::new(), Vec::new());
    for (nth, item) in items.iter().enumerate() {
        if of_kind(item, Kind::Stage).is_some() {
            continue;
        }
        let rest = match of_kind(item, Kind::Lane) {
            Some(lane) => without_cells(lane, &mut stages),
            None => item.clone(),
        };
        if nth <= last_lane { ground.push(rest) } else { above.push(rest) }
    }
    Some(Board { ground, stages, above })
}

/// A lane without the cells of the stages, which go to these.
fn without_cells<'a>(lane: &'a Tagged, stages: &mut [(Tag, Vec<&'a Item>)]) -> Item {
    let mut rest = Vec::new();
    for item in lane.items.iter() {
        let cell = of_kind(item, Kind::Cell).map(|cell| Tag::new(Kind::Stage, cell.tag.id));
        match cell.and_then(|stage| stages.iter_mut().find(|(tag, _)| *tag == stage)) {
            Some((_, parts)) => parts.push(item),
            None => rest.push(item.clone()),
        }
    }
    Item::Tagged(Tagged { items: rest.into(), ..lane.clone() })
}

/// The part that an item is, or that alone stands in the groups which it is.
fn of_kind(item: &Item, kind: Kind) -> Option<&Tagged> {
    match item {
        Item::Tagged(tagged) => (tagged.tag.kind == kind).then_some(tagged),
        Item::Group(group) => match group.items.as_ref() {
            [one] => of_kind(one, kind),
            _ => None,
        },
        Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => None,
    }
}
