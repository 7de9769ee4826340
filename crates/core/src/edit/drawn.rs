//! Frames, arrows and words over the board: added, moved, made larger, and put in line with one another.

use super::effective;
use super::record::changed;
use crate::model::*;
use std::collections::BTreeMap;

/// In tenths, and on the board.
fn held(place: f32) -> f32 {
    let place = if place.is_finite() { place } else { 0.0 };
    (place.clamp(-STICKY_REACH, STICKY_REACH) * 10.0).round() / 10.0
}

fn size(side: f32) -> f32 {
    let side = if side.is_finite() { side } else { *DRAWN_SIZE.start() };
    (side.clamp(*DRAWN_SIZE.start(), *DRAWN_SIZE.end()) * 10.0).round() / 10.0
}

/// A drawing as it may be.
fn settled(drawing: Drawing) -> Drawing {
    let (width, height) = match drawing.shape {
        Shape::Frame => (size(drawing.width), size(drawing.height)),
        Shape::Text => (size(drawing.width), 0.0),
        Shape::Arrow => (held(drawing.width), held(drawing.height)),
    };
    Drawing { x: held(drawing.x), y: held(drawing.y), width, height, ..drawing }
}

/// A new frame, arrow or text.
pub fn add_drawing(map: &Map, drawing: Drawing, ids: &mut IdSource) -> (Edit, DrawingId) {
    let id = DrawingId(ids.fresh());
    let mut drawing = settled(drawing);
    drawing.rename(&mut |named| map.contains(named).then_some(named));
    (Edit::of(Verb::Add, vec![Change::Drawing(id, Some(drawing))]), id)
}

/// Moves a drawing to a place in map units; a frame takes along what lies free in it.
pub fn move_drawing(map: &Map, id: DrawingId, x: f32, y: f32) -> Option<Edit> {
    let drawing = map.drawings.get(&id).filter(|_| x.is_finite() && y.is_finite())?;
    let (x, y) = (held(x), held(y));
    let (dx, dy) = (x - drawing.x, y - drawing.y);
    let mut changes = vec![Change::Drawing(id, Some(Drawing { x, y, ..drawing.clone() }))];
    if drawing.shape == Shape::Frame {
        let holds = |x: f32, y: f32| {
            (drawing.x..=drawing.x + drawing.width).contains(&x)
                && (drawing.y..=drawing.y + drawing.height).contains(&y)
        };
        for (id, note) in map.stickies.iter().filter(|(_, note)| note.is_free() && holds(note.x, note.y)) {
            let note = Sticky { x: held(note.x + dx), y: held(note.y + dy), ..note.clone() };
            changes.push(Change::Sticky(*id, Some(note)));
        }
        for (other, inside) in map.drawings.iter().filter(|(other, inside)| **other != id && holds(inside.x, inside.y))
        {
            // A frame that is larger is not inside.
            if inside.shape == Shape::Frame && !holds(inside.x + inside.width, inside.y + inside.height) {
                continue;
            }
            let moved = Drawing { x: held(inside.x + dx), y: held(inside.y + dy), ..inside.clone() };
            changes.push(Change::Drawing(*other, Some(moved)));
        }
    }
    effective(map, Edit::new(Verb::Move, vec![id.into()], changes)).map(Edit::merging)
}

/// Gives a frame or words another size.
pub fn resize_drawing(map: &Map, id: DrawingId, width: f32, height: f32) -> Option<Edit> {
    let drawing = map.drawings.get(&id).filter(|drawing| drawing.shape != Shape::Arrow)?;
    let sized = settled(Drawing { width, height, ..drawing.clone() });
    changed::<Drawing>(map, id, Verb::Move, |drawing| *drawing = sized).map(Edit::merging)
}

/// Puts the end of an arrow, or its beginning, to a place in map units, and lets it follow what is there.
pub fn point_arrow(map: &Map, id: DrawingId, begins: bool, (x, y): (f32, f32), at: Option<ArrowEnd>) -> Option<Edit> {
    let arrow = map.drawings.get(&id).filter(|drawing| drawing.shape == Shape::Arrow)?;
    let at = at.filter(|end| map.contains((*end).into()) && *end != ArrowEnd::Drawing(id));
    let (end_x, end_y) = (arrow.x + arrow.width, arrow.y + arrow.height);
    let pointed = if begins {
        Drawing { x, y, width: end_x - held(x), height: end_y - held(y), from: at, ..arrow.clone() }
    } else {
        Drawing { width: x - arrow.x, height: y - arrow.y, to: at, ..arrow.clone() }
    };
    let pointed = settled(pointed);
    changed::<Drawing>(map, id, Verb::Move, |drawing| *drawing = pointed).map(Edit::merging)
}

/// Lays an arrow from one place to another, in map units.
pub fn lay_arrow(map: &Map, id: DrawingId, begin: (f32, f32), end: (f32, f32)) -> Option<Edit> {
    let arrow = map.drawings.get(&id).filter(|drawing| drawing.shape == Shape::Arrow)?;
    let (x, y) = (held(begin.0), held(begin.1));
    let laid = settled(Drawing { x, y, width: end.0 - x, height: end.1 - y, ..arrow.clone() });
    changed::<Drawing>(map, id, Verb::Move, |drawing| *drawing = laid)
}

/// How free things are put in line, or apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Left,
    Center,
    Right,
    Top,
    Middle,
    Bottom,
    /// With the same room between one and the next.
    Across,
    Down,
}

/// Where each of some things comes to lie when they are put in line: the new upper left corners. Sizes stay as they are.
pub fn in_line(rects: &[(f32, f32, f32, f32)], line: Line) -> Vec<(f32, f32)> {
    let least = |value: fn(&(f32, f32, f32, f32)) -> f32| rects.iter().map(value).fold(f32::INFINITY, f32::min);
    let most = |value: fn(&(f32, f32, f32, f32)) -> f32| rects.iter().map(value).fold(f32::NEG_INFINITY, f32::max);
    let (left, right) = (least(|rect| rect.0), most(|rect| rect.0 + rect.2));
    let (top, bottom) = (least(|rect| rect.1), most(|rect| rect.1 + rect.3));
    let placed = |(x, y, width, height): &(f32, f32, f32, f32)| match line {
        Line::Left => (left, *y),
        Line::Center => ((left + right - width) / 2.0, *y),
        Line::Right => (right - width, *y),
        Line::Top => (*x, top),
        Line::Middle => (*x, (top + bottom - height) / 2.0),
        Line::Bottom => (*x, bottom - height),
        Line::Across | Line::Down => (*x, *y),
    };
    match line {
        Line::Left | Line::Center | Line::Right | Line::Top | Line::Middle | Line::Bottom => {
            rects.iter().map(placed).collect()
        }
        Line::Across => {
            let spread = apart(&rects.iter().map(|rect| (rect.0, rect.2)).collect::<Vec<_>>());
            rects.iter().zip(spread).map(|(rect, x)| (x, rect.1)).collect()
        }
        Line::Down => {
            let spread = apart(&rects.iter().map(|rect| (rect.1, rect.3)).collect::<Vec<_>>());
            rects.iter().zip(spread).map(|(rect, y)| (rect.0, y)).collect()
        }
    }
}

/// The first and the last stay; between one and the next is the same room.
fn apart(sides: &[(f32, f32)]) -> Vec<f32> {
    let mut order: Vec<usize> = (0..sides.len()).collect();
    let start = |nth: &usize| sides.get(*nth).map_or(0.0, |side| side.0);
    order.sort_by(|a, b| start(a).total_cmp(&start(b)));
    let first = sides.iter().map(|side| side.0).fold(f32::INFINITY, f32::min);
    let last = sides.iter().map(|side| side.0 + side.1).fold(f32::NEG_INFINITY, f32::max);
    let taken: f32 = sides.iter().map(|side| side.1).sum();
    let gap = (last - first - taken) / sides.len().saturating_sub(1).max(1) as f32;
    let mut at = first;
    let mut placed: BTreeMap<usize, f32> = BTreeMap::new();
    for nth in order {
        placed.insert(nth, at);
        at += sides.get(nth).map_or(0.0, |side| side.1) + gap;
    }
    placed.into_values().collect()
}

/// Moves free notes and drawings to places in map units, as one step.
pub fn move_free(map: &Map, places: &[(RecordRef, f32, f32)]) -> Option<Edit> {
    let change = |(record, x, y): &(RecordRef, f32, f32)| {
        let (x, y) = (held(*x), held(*y));
        if let Ok(id) = StickyId::try_from(*record) {
            let note = map.stickies.get(&id).filter(|note| note.is_free())?;
            return Some(Change::Sticky(id, Some(Sticky { x, y, ..note.clone() })));
        }
        let id = DrawingId::try_from(*record).ok()?;
        Some(Change::Drawing(id, Some(Drawing { x, y, ..map.drawings.get(&id)?.clone() })))
    };
    effective(map, Edit::of(Verb::Move, places.iter().filter_map(change).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    #[test]
    fn a_frame_takes_along_what_lies_in_it_and_nothing_else() {
        let mut ids = IdSource::seeded(1);
        let mut map = empty_map(&mut ids);
        let frame = Drawing { x: 100.0, y: 100.0, width: 400.0, height: 200.0, ..Drawing::default() };
        let (edit, id) = add_drawing(&map, frame, &mut ids);
        map.apply(edit).unwrap();
        let notes = [(120.0, 130.0), (600.0, 130.0)].map(|(x, y)| {
            let (edit, id) = add_sticky(x, y, "Note", &mut ids);
            map.apply(edit).unwrap();
            id
        });
        let words = Drawing { shape: Shape::Text, x: 300.0, y: 250.0, width: 100.0, ..Drawing::default() };
        let (edit, words) = add_drawing(&map, words, &mut ids);
        map.apply(edit).unwrap();
        let before = map.clone();
        let inverse = map.apply(move_drawing(&map, id, 150.0, 90.0).unwrap()).unwrap().inverse;
        let at = |id: StickyId| (map.stickies[&id].x, map.stickies[&id].y);
        assert_eq!((at(notes[0]), at(notes[1])), ((170.0, 120.0), (600.0, 130.0)));
        assert_eq!((map.drawings[&words].x, map.drawings[&words].y), (350.0, 240.0));
        map.apply(inverse).unwrap();
        assert_eq!(map, before, "one step");
    }

    #[test]
    fn an_arrow_forgets_an_end_that_is_gone_and_points_to_where_it_was_put() {
        let mut ids = IdSource::seeded(2);
        let mut map = empty_map(&mut ids);
        let (edit, note) = add_sticky(300.0, 200.0, "Note", &mut ids);
        map.apply(edit).unwrap();
        let arrow = Drawing { shape: Shape::Arrow, x: 100.0, y: 100.0, width: 50.0, ..Drawing::default() };
        let (edit, id) = add_drawing(&map, arrow, &mut ids);
        map.apply(edit).unwrap();
        let end = Some(ArrowEnd::Sticky(note));
        map.apply(point_arrow(&map, id, false, (310.0, 220.0), end).unwrap()).unwrap();
        map.apply(point_arrow(&map, id, true, (90.0, 80.0), None).unwrap()).unwrap();
        let arrow = &map.drawings[&id];
        assert_eq!((arrow.x, arrow.y, arrow.width, arrow.height), (90.0, 80.0, 220.0, 140.0));
        assert_eq!(arrow.to, end);
        map.apply(remove(&map, &[note.into()]).unwrap().edit).unwrap();
        assert_eq!(map.drawings[&id].to, None);
        assert_eq!(point_arrow(&map, id, true, (90.0, 80.0), Some(ArrowEnd::Drawing(id))), None, "not to itself");
    }

    #[test]
    fn things_are_put_in_line_by_each_side_and_apart_with_the_same_room() {
        let rects = [(0.0, 50.0, 100.0, 60.0), (40.0, 0.0, 60.0, 20.0), (300.0, 90.0, 50.0, 40.0)];
        let x = |line| in_line(&rects, line).iter().map(|at| at.0).collect::<Vec<f32>>();
        let y = |line| in_line(&rects, line).iter().map(|at| at.1).collect::<Vec<f32>>();
        assert_eq!(x(Line::Left), [0.0; 3]);
        assert_eq!(x(Line::Right), [250.0, 290.0, 300.0]);
        assert_eq!(x(Line::Center), [125.0, 145.0, 150.0]);
        assert_eq!(y(Line::Top), [0.0; 3]);
        assert_eq!(y(Line::Bottom), [70.0, 110.0, 90.0]);
        assert_eq!(y(Line::Middle), [35.0, 55.0, 45.0]);
        let gaps = x(Line::Across);
        assert_eq!(gaps, [0.0, 170.0, 300.0]);
        assert_eq!(y(Line::Down), [25.0, 0.0, 90.0]);
    }
}
