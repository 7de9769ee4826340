//! Drawings in hand: a frame and words are moved, or made larger by their lower right corner; an arrow is moved, or one of its
//! ends goes to what it shall follow.

use super::drag::{Hand, Release, changed};
use super::snap::snapped;
use crate::edit;
use crate::layout::Board;
use crate::model::*;
use crate::scene::{Kind, Point, Rect, Tag};
use crate::session::Session;
use crate::session::drawn::{end_at, whole};

/// How near to a corner, or to an end of an arrow, one has to grab it, in map units.
const NEAR: f32 = 16.0;

impl Session {
    /// What letting go of a drawing would do.
    pub(super) fn drawing_pulled(&self, id: DrawingId, board: &Board, hand: Hand, from: Point) -> Release {
        let map = self.map.map();
        let select = vec![RecordRef::Drawing(id)];
        let (Some(drawing), Some(rect)) = (map.drawings.get(&id), whole(board, id.into())) else {
            return Release::default();
        };
        let pos = hand.pos_in_scene;
        let by = (pos.x - from.x, pos.y - from.y);
        match drawing.shape {
            Shape::Arrow => arrow(id, drawing, map, board, pos, from),
            Shape::Frame | Shape::Text => {
                if rect.right() - from.x < NEAR && rect.bottom() - from.y < NEAR {
                    let corner = board.sticky_place(Point::new(rect.right() + by.0, rect.bottom() + by.1));
                    let (width, height) = match drawing.shape {
                        Shape::Text => (rect.width + by.0, 0.0),
                        Shape::Frame | Shape::Arrow => (corner.x - drawing.x, corner.y - drawing.y),
                    };
                    return changed(edit::resize_drawing(map, id, width, height), select);
                }
                let wanted = Rect::new(rect.x + by.0, rect.y + by.1, rect.width, rect.height);
                let (placed, guides) = snapped(board, Tag::new(Kind::Drawing, id.0), wanted, hand.snap);
                let place = board.sticky_place(Point::new(placed.x, placed.y));
                Release { guides, ..changed(edit::move_drawing(map, id, place.x, place.y), select) }
            }
        }
    }
}

fn arrow(id: DrawingId, drawing: &Drawing, map: &Map, board: &Board, pos: Point, from: Point) -> Release {
    let select = vec![RecordRef::Drawing(id)];
    let pieces: Vec<Rect> = board.parts().all_of(Tag::new(Kind::Drawing, id.0)).map(|part| part.rect).collect();
    let grabbed = pieces.iter().position(|piece| piece.contains(from)).unwrap_or(pieces.len() / 2);
    let (first, last) = (pieces.len() / 4, pieces.len() - 1 - pieces.len() / 4);
    let begins = grabbed <= first && grabbed < last;
    if begins || grabbed >= last {
        let end = end_at(board, id, pos);
        let place = board.sticky_place(pos);
        let landing = end.iter().map(|(_, rect)| *rect).collect();
        let edit = edit::point_arrow(map, id, begins, (place.x, place.y), end.map(|(end, _)| end));
        return Release { landing, ..changed(edit, select) };
    }
    // In the middle it is moved, where it follows nothing.
    if drawing.from.is_some() || drawing.to.is_some() {
        return changed(None, select);
    }
    let (there, here) = (board.sticky_place(pos), board.sticky_place(from));
    changed(edit::move_drawing(map, id, drawing.x + there.x - here.x, drawing.y + there.y - here.y), select)
}
