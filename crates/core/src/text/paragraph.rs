//! Lines put under each other.

use super::{Paragraph, TextStyle};
use crate::scene::{Point, Size, TextItem};

/// Puts the lines under each other, each baseline centred in its line; at the right where `right_edge` is given.
pub(super) fn place(text: &str, mut lines: Vec<TextItem>, style: TextStyle, right_edge: Option<f32>) -> Paragraph {
    let height = style.line_height * style.size;
    let baseline = (height - style.ascent() - style.descent()) / 2.0 + style.ascent();
    let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
    let right_edge = right_edge.map(|edge| if edge == f32::MAX { width } else { edge });
    let mut top = 0.0;
    for line in &mut lines {
        let left = right_edge.map_or(0.0, |edge| edge - line.width);
        line.pos = Point::new(left, top + baseline);
        top += height;
    }
    let size = Size::new(right_edge.unwrap_or(width), top);
    Paragraph { text: text.into(), style, pos: Point::new(0.0, 0.0), size, lines }
}
