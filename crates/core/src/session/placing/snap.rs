//! Guides for sticky notes: edges and middles of other notes, and the board's columns and rows.

use crate::layout::Board;
use crate::scene::{Kind, Point, Rect, Tag};

/// Moves a note's rectangle onto the nearest lines within `reach` map units, and gives those lines.
pub fn snapped(board: &Board, own: Tag, wanted: Rect, reach: f32) -> (Rect, Vec<[Point; 2]>) {
    let others: Vec<Rect> = board
        .parts()
        .iter()
        .filter(|part| is_free(part.tag().kind) && part.tag() != own)
        .map(|part| part.rect)
        .collect();
    let mut columns: Vec<f32> = board.columns.iter().map(|column| column.x).collect();
    columns.extend(others.iter().flat_map(|rect| [rect.x, rect.center().x, rect.right()]));
    let mut rows: Vec<f32> = board.rows.iter().map(|row| row.y).collect();
    rows.extend(others.iter().flat_map(|rect| [rect.y, rect.center().y, rect.bottom()]));

    let across = nearest([wanted.x, wanted.center().x, wanted.right()], &columns, reach);
    let down = nearest([wanted.y, wanted.center().y, wanted.bottom()], &rows, reach);
    let placed = Rect::new(
        wanted.x + across.map_or(0.0, |(by, _)| by),
        wanted.y + down.map_or(0.0, |(by, _)| by),
        wanted.width,
        wanted.height,
    );
    let size = board.scene.size;
    let mut guides = Vec::new();
    if let Some((_, x)) = across {
        guides.push([Point::new(x, 0.0), Point::new(x, size.height)]);
    }
    if let Some((_, y)) = down {
        guides.push([Point::new(0.0, y), Point::new(size.width, y)]);
    }
    (placed, guides)
}

/// Whether notes are put in line with such parts.
fn is_free(kind: Kind) -> bool {
    kind == Kind::Sticky || kind == Kind::Drawing
}

/// How far to move so that one of `edges` lies on one of `lines`, and that line; the shortest way within `reach`.
fn nearest(edges: [f32; 3], lines: &[f32], reach: f32) -> Option<(f32, f32)> {
    let ways = lines.iter().flat_map(|line| edges.map(|edge| (line - edge, *line)));
    ways.filter(|(by, _)| by.abs() <= reach).min_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_line_within_reach_is_taken_and_none_beyond() {
        assert_eq!(nearest([10.0, 60.0, 110.0], &[14.0, 112.0], 6.0), Some((2.0, 112.0)));
        assert_eq!(nearest([10.0, 60.0, 110.0], &[30.0], 6.0), None);
    }
}
