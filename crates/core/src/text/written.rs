//! A text as it stands while it is written: where each of its characters is, so that a caret, a selection and a pointer find their
//! place in lines that run either way.
//!
//! A caret stands before a character, at the side where that begins: at the right of one that is read from the right. Behind the
//! last it stands where that ends.

use crate::scene::{Rect, TextItem};
use std::ops::Range;

/// A text in a field, in the space of the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub lines: Vec<WrittenLine>,
    /// How wide lines may be; or how wide the widest is.
    pub width: f32,
    pub height: f32,
}

/// One line of it.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenLine {
    /// Placed where it is painted.
    pub line: TextItem,
    pub top: f32,
    pub height: f32,
    /// Whether its paragraph is read from the right.
    pub right_to_left: bool,
    /// A line break stands behind it, which is none of its characters.
    pub ends_paragraph: bool,
    cells: Vec<Cell>,
}

/// The place of a character.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cell {
    left: f32,
    right: f32,
    right_to_left: bool,
}

impl Cell {
    fn before(&self) -> f32 {
        if self.right_to_left { self.right } else { self.left }
    }

    fn after(&self) -> f32 {
        if self.right_to_left { self.left } else { self.right }
    }
}

impl WrittenLine {
    /// `line` is placed already; it stands for characters of which every glyph names the bytes. So many blanks behind it take no
    /// room; the pair is its top and its height.
    pub(super) fn new(
        line: TextItem,
        blanks: usize,
        (top, height): (f32, f32),
        right_to_left: bool,
        ends_paragraph: bool,
    ) -> Self {
        let mut cells: Vec<Option<Cell>> = vec![None; line.text.chars().count() + blanks];
        // Where each byte's character is.
        let mut columns = vec![0; line.text.len() + 1];
        let ends = line.text.char_indices().map(|(at, c)| (at, at + c.len_utf8()));
        for (column, (from, to)) in ends.enumerate() {
            columns.iter_mut().take(to + 1).skip(from + 1).for_each(|of| *of = column + 1);
        }
        let column = |byte: usize| columns.get(byte).copied().unwrap_or_default();
        for run in line.runs.iter() {
            let mut pen = line.pos.x + run.x;
            for cluster in run.glyphs.chunk_by(|one, other| one.range == other.range) {
                let width: f32 = cluster.iter().map(|glyph| glyph.advance).sum();
                let range = cluster.first().map(|glyph| glyph.range.clone()).unwrap_or_default();
                let (from, to) = (column(range.start), column(range.end));
                // A ligature is walked letter by letter.
                let share = width / (to - from).max(1) as f32;
                for (nth, cell) in cells.iter_mut().take(to).skip(from).enumerate() {
                    let from_left = if run.right_to_left { to - from - 1 - nth } else { nth };
                    let left = pen + share * from_left as f32;
                    *cell = Some(Cell { left, right: left + share, right_to_left: run.right_to_left });
                }
                pen += width;
            }
        }
        let start = if right_to_left { line.pos.x + line.width } else { line.pos.x };
        let mut at = Cell { left: start, right: start, right_to_left };
        // What is not drawn stands where what is before it ends.
        let cells = cells.into_iter().map(|cell| {
            at = cell.unwrap_or(Cell { left: at.after(), right: at.after(), right_to_left: at.right_to_left });
            at
        });
        Self { cells: cells.collect(), line, top, height, right_to_left, ends_paragraph }
    }

    /// How many characters stand in it.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Where a caret stands before a character of the line, or behind its last.
    pub fn caret_x(&self, column: usize) -> f32 {
        let empty = self.line.pos.x;
        let after_last = || self.cells.last().map_or(empty, Cell::after);
        self.cells.get(column).map_or_else(after_last, Cell::before)
    }

    /// How wide a character is.
    pub fn width_of(&self, column: usize) -> f32 {
        self.cells.get(column).map_or(0.0, |cell| cell.right - cell.left)
    }

    /// Before which character a caret stands that is nearest to a place.
    fn column_at(&self, x: f32) -> usize {
        let away = |cell: &Cell| (cell.left - x).max(x - cell.right).max(0.0);
        let nearest = self.cells.iter().enumerate().min_by(|(_, one), (_, other)| away(one).total_cmp(&away(other)));
        let Some((column, cell)) = nearest else { return 0 };
        let is_left_half = x < (cell.left + cell.right) / 2.0;
        if is_left_half == cell.right_to_left { column + 1 } else { column }
    }
}

impl Written {
    /// The line and the column of a caret that stands before so many characters.
    pub fn place(&self, index: usize) -> (usize, usize) {
        let mut first = 0;
        for (nth, line) in self.lines.iter().enumerate() {
            let is_last = nth + 1 == self.lines.len();
            // Between two lines of a paragraph it stands before the second.
            if is_last || index < first + line.len() + usize::from(line.ends_paragraph) {
                return (nth, index.saturating_sub(first).min(line.len()));
            }
            first += line.len() + usize::from(line.ends_paragraph);
        }
        (0, 0)
    }

    /// The characters before a line.
    fn before(&self, nth: usize) -> usize {
        self.lines.iter().take(nth).map(|line| line.len() + usize::from(line.ends_paragraph)).sum()
    }

    /// The caret, without width, before so many characters.
    pub fn caret(&self, index: usize) -> Rect {
        let (nth, column) = self.place(index);
        let caret = |line: &WrittenLine| Rect::new(line.caret_x(column), line.top, 0.0, line.height);
        self.lines.get(nth).map(caret).unwrap_or_default()
    }

    /// Before how many characters a caret stands that is nearest to a place.
    pub fn hit(&self, x: f32, y: f32) -> usize {
        let nth = self.lines.iter().position(|line| y < line.top + line.height);
        let nth = nth.unwrap_or(self.lines.len().saturating_sub(1));
        let column = self.lines.get(nth).map_or(0, |line| line.column_at(x));
        self.before(nth) + column
    }

    /// The same place a line further up or down; the beginning or the end where there is none.
    pub fn beside(&self, index: usize, down: bool) -> usize {
        let (nth, _) = self.place(index);
        let x = self.caret(index).x;
        let next = if down { Some(nth + 1) } else { nth.checked_sub(1) };
        match next.and_then(|next| self.lines.get(next)) {
            Some(line) => self.hit(x, line.top + line.height / 2.0),
            None if down => self.before(self.lines.len()),
            None => 0,
        }
    }

    /// Whether the line of a caret is read from the right.
    pub fn is_right_to_left_at(&self, index: usize) -> bool {
        self.lines.get(self.place(index).0).is_some_and(|line| line.right_to_left)
    }

    /// What a selection covers: of a line that runs both ways there may be several.
    pub fn boxes(&self, selected: Range<usize>) -> Vec<Rect> {
        let mut boxes: Vec<Rect> = Vec::new();
        let mut first = 0;
        for line in &self.lines {
            let within = |index: usize| index.saturating_sub(first).min(line.len());
            let columns = within(selected.start)..within(selected.end);
            let mut cells: Vec<&Cell> = line.cells.get(columns).unwrap_or_default().iter().collect();
            cells.sort_by(|one, other| one.left.total_cmp(&other.left));
            let mut end = f32::NEG_INFINITY;
            for cell in cells {
                match boxes.last_mut().filter(|_| (cell.left - end).abs() < 0.1) {
                    Some(last) => last.width = cell.right - last.x,
                    None => boxes.push(Rect::new(cell.left, line.top, cell.right - cell.left, line.height)),
                }
                end = cell.right;
            }
            first += line.len() + usize::from(line.ends_paragraph);
        }
        boxes
    }
}

#[cfg(test)]
mod tests {
    use crate::scene::{Color, FaceStyle};
    use crate::text::{Shaper, TextStyle, Written};
    use proptest::prelude::*;

    const STYLE: TextStyle = TextStyle::new(14.0, FaceStyle::Regular, Color::hex(0x1B2430));

    fn written(text: &str, width: Option<f32>) -> Written {
        Shaper::bundled().written(text, STYLE, width)
    }

    #[test]
    fn a_caret_goes_to_the_left_through_hebrew_and_to_the_right_through_figures_in_it() {
        let field = written("שלום 12", None);
        let xs: Vec<f32> = (0..=7).map(|index| field.caret(index).x).collect();
        assert!(xs[..5].windows(2).all(|pair| pair[0] > pair[1]), "{xs:?}");
        assert!(xs[5] < xs[6] && xs[6] < xs[7] && xs[7] < xs[4], "{xs:?}");
        assert!((xs[0] - field.width).abs() < 0.01);
        assert!(field.is_right_to_left_at(3) && !written("Sees שלום", None).is_right_to_left_at(6));
    }

    #[test]
    fn a_click_at_a_caret_finds_its_way_back() {
        for text in ["שלום עולם", "Sees שלום 12:30", "abc", "ירד ל −2.4 % היום", "ab\nשלום\n", ""]
        {
            let field = written(text, Some(300.0));
            for index in 0..=text.chars().count() {
                let caret = field.caret(index);
                let back = field.caret(field.hit(caret.x, caret.y + caret.height / 2.0));
                assert!((back.x - caret.x).abs() < 0.1 && back.y == caret.y, "{text}, {index}: {caret:?} {back:?}");
            }
        }
    }

    #[test]
    fn a_selection_across_both_directions_is_seen_in_pieces_as_wide_as_its_letters() {
        let field = written("Sees שלום 12", None);
        // The last word before Hebrew and the first of its letters, which stands at its right.
        let boxes = field.boxes(3..6);
        assert_eq!(boxes.len(), 2, "{boxes:?}");
        assert!(boxes[0].right() < boxes[1].x);
        let whole = field.boxes(0..12);
        assert!(whole.len() == 1 && (whole[0].width - field.width).abs() < 0.01, "{whole:?}");
    }

    #[test]
    fn lines_of_hebrew_begin_at_the_right_and_a_blank_at_the_end_is_room_for_the_caret() {
        let field = written("שלום עולם ", Some(300.0));
        assert!((field.caret(0).x - 300.0).abs() < 0.01);
        assert!(field.caret(10).x < field.caret(9).x - 1.0);
        let broken = written("הורים עוזבים כאן כי שואלים תאריך לידה", Some(120.0));
        assert!(broken.lines.len() > 1);
        let second = broken.lines[0].len();
        assert!((broken.caret(second).x - 120.0).abs() < 5.0 && broken.caret(second).y > 0.0);
        assert_eq!(broken.beside(second, false), 0);
    }

    proptest! {
        #[test]
        fn every_character_has_its_place(text in "([a-z]{0,4}|[א-ת]{0,4}|[0-9]{1,3}|[ .,()%–\n]|\\PC){0,12}", width in 40.0f32..400.0) {
            for width in [None, Some(width)] {
                let field = written(&text, width);
                let count: usize = field.lines.iter().map(|line| line.len() + usize::from(line.ends_paragraph)).sum();
                prop_assert_eq!(count, text.chars().count());
                for index in 0..=count {
                    prop_assert!(field.caret(index).x.is_finite());
                    prop_assert!(field.beside(index, true) <= count && field.hit(index as f32, 7.0) <= count);
                }
            }
        }
    }
}
