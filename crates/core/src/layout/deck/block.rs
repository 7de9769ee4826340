//! Blocks that stand below each other in columns, and go on on a further slide where one is full.

use super::measures::BOTTOM;
use crate::scene::{Group, Item, Transform};

/// Something that stands whole on a slide, drawn with its upper left corner at the origin.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub items: Vec<Item>,
    pub height: f32,
    /// Above it, where something stands there.
    pub gap: f32,
    /// It does not stand without what comes after it.
    pub holds: bool,
    /// It stands again over what comes after it on a further slide.
    pub repeats: bool,
}

impl Block {
    pub fn below(self, gap: f32) -> Self {
        Self { gap, ..self }
    }

    pub fn holding(self) -> Self {
        Self { holds: true, ..self }
    }

    pub fn repeating(self) -> Self {
        Self { repeats: true, ..self }
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Blocks one below the other, as one.
    pub fn stack(blocks: impl IntoIterator<Item = Block>) -> Block {
        let (mut items, mut height) = (Vec::new(), 0.0);
        for block in blocks.into_iter().filter(|block| !block.is_empty()) {
            let y = if items.is_empty() { 0.0 } else { height + block.gap };
            height = y + block.height;
            items.push(placed(block.items, 0.0, y));
        }
        Block { items, height, ..Block::default() }
    }
}

pub(super) fn placed(items: Vec<Item>, x: f32, y: f32) -> Item {
    Item::Group(Group::placed(Transform::translate(x, y), None, items.into()))
}

/// Blocks below each other from a left edge on.
#[derive(Default)]
pub(super) struct Column {
    pub x: f32,
    /// What stands above them, on each slide on which there are any.
    pub head: Block,
    pub blocks: Vec<Block>,
}

/// The columns from `top` down over as many slides as it takes; one at least.
pub(super) fn pour(columns: Vec<Column>, top: f32) -> Vec<Vec<Item>> {
    let mut slides: Vec<Vec<Item>> = vec![Vec::new()];
    for column in columns {
        let blocks: Vec<Block> = column.blocks.into_iter().filter(|block| !block.is_empty()).collect();
        let head = [column.head].into_iter().filter(|head| !head.is_empty()).collect();
        let mut pen = Pen { slides: &mut slides, slide: 0, x: column.x, top, y: top, head, is_first: true };
        for (nth, block) in blocks.iter().enumerate() {
            pen.put(block, needed(&blocks, nth));
        }
    }
    slides
}

/// Blocks down one column after the other, and on on further slides.
pub(super) fn pour_on(columns: &[f32], blocks: Vec<Block>, top: f32) -> Vec<Vec<Item>> {
    let blocks: Vec<Block> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    let mut whole: Vec<Vec<Item>> = Vec::new();
    let mut parts: Vec<Vec<Item>> = vec![Vec::new()];
    let mut pen = Pen { slides: &mut parts, slide: 0, x: 0.0, top, y: top, head: Vec::new(), is_first: true };
    for (nth, block) in blocks.iter().enumerate() {
        pen.put(block, needed(&blocks, nth));
    }
    for (nth, part) in parts.into_iter().enumerate() {
        let place = nth % columns.len().max(1);
        if place == 0 {
            whole.push(Vec::new());
        }
        if let Some(slide) = whole.last_mut() {
            slide.push(placed(part, columns.get(place).copied().unwrap_or_default(), 0.0));
        }
    }
    whole
}

/// Where the next block of a column comes.
struct Pen<'a> {
    slides: &'a mut Vec<Vec<Item>>,
    slide: usize,
    x: f32,
    top: f32,
    y: f32,
    /// What stands over the blocks of each slide: the column's head, and the heading under which they stand.
    head: Vec<Block>,
    /// Nothing stands on the slide but the head.
    is_first: bool,
}

impl Pen<'_> {
    fn put(&mut self, block: &Block, needed: f32) {
        if self.is_first && self.slide == 0 {
            self.begin(block);
        } else if self.y + block.gap + needed > BOTTOM {
            self.slide += 1;
            self.begin(block);
        }
        self.draw(block);
        self.is_first = false;
        if block.repeats {
            self.head.retain(|head| !head.repeats);
            self.head.push(block.clone());
        }
    }

    /// The head of a slide on which a block is the first.
    fn begin(&mut self, first: &Block) {
        while self.slides.len() <= self.slide {
            self.slides.push(Vec::new());
        }
        (self.y, self.is_first) = (self.top, true);
        for head in self.head.clone() {
            // A heading takes the place of the one before.
            if !(head.repeats && first.repeats) {
                self.draw(&head);
                self.is_first = false;
            }
        }
    }

    fn draw(&mut self, block: &Block) {
        let gap = if self.is_first { 0.0 } else { block.gap };
        if let Some(items) = self.slides.get_mut(self.slide) {
            items.push(placed(block.items.clone(), self.x, self.y + gap));
        }
        self.y += gap + block.height;
    }
}

/// Sections over columns that already hold something: each where there is most room left.
pub(super) fn spread<const N: usize>(mut columns: [Vec<Block>; N], sections: Vec<Vec<Block>>) -> [Vec<Block>; N] {
    let height = |blocks: &Vec<Block>| blocks.iter().map(|block| block.gap + block.height).sum::<f32>();
    for section in sections.into_iter().filter(|section| !section.is_empty()) {
        if let Some(lowest) = columns.iter_mut().min_by(|a, b| height(a).total_cmp(&height(b))) {
            lowest.extend(section);
        }
    }
    columns
}

/// How much room a block needs with what it does not stand without.
fn needed(blocks: &[Block], nth: usize) -> f32 {
    let mut height = 0.0;
    for (place, block) in blocks.iter().enumerate().skip(nth) {
        height += block.height + if place > nth { block.gap } else { 0.0 };
        if !block.holds {
            break;
        }
    }
    height
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::pen;
    use crate::scene::{Color, Rect};

    fn block(height: f32) -> Block {
        let rect = Rect::new(0.0, 0.0, 10.0, height);
        Block { items: vec![pen::rounded(rect, 0.0, Color::hex(0), None)], height, ..Block::default() }
    }

    /// The upper edges of what stands on a slide.
    fn tops(items: &[Item]) -> Vec<f32> {
        let top = |item: &Item| if let Item::Group(group) = item { group.transform.y } else { f32::NAN };
        items.iter().map(top).collect()
    }

    #[test]
    fn what_has_no_room_goes_on_under_the_same_head_and_a_heading_goes_with_what_it_heads() {
        let blocks = vec![block(200.0), block(200.0).below(10.0), block(30.0).below(10.0).holding(), block(90.0)];
        let column = || Column { x: 64.0, head: block(20.0), blocks: blocks.clone() };
        let slides = pour(vec![column(), Column { blocks: vec![block(10.0)], ..Column::default() }], 150.0);
        assert_eq!(slides.iter().map(Vec::len).collect::<Vec<_>>(), [4, 3]);
        assert_eq!(tops(&slides[0]), [150.0, 170.0, 380.0, 150.0]);
        assert_eq!(tops(&slides[1]), [150.0, 180.0, 210.0]);
        assert_eq!(pour(Vec::new(), 150.0).len(), 1);
    }

    #[test]
    fn a_heading_stands_again_over_what_goes_on_and_sections_fill_the_lowest_column() {
        let heading = |height| block(height).holding().repeating();
        let blocks = vec![heading(20.0), block(300.0), block(300.0), heading(30.0).below(5.0), block(10.0)];
        let slides = pour(vec![Column { blocks: blocks.clone(), ..Column::default() }], 150.0);
        assert_eq!(tops(&slides[0]), [150.0, 170.0]);
        assert_eq!(tops(&slides[1]), [150.0, 170.0, 475.0, 505.0]);
        let pages = pour_on(&[64.0, 456.0], blocks, 150.0);
        assert_eq!(pages.len(), 1, "two columns of one slide");
        let columns =
            spread([vec![block(50.0)], vec![block(20.0)]], vec![vec![block(40.0)], vec![block(5.0)], Vec::new()]);
        assert_eq!(columns.map(|column| column.len()), [2, 2]);
    }

    #[test]
    fn what_is_higher_than_a_slide_stands_on_one_alone() {
        let slides = pour(vec![Column { blocks: vec![block(900.0), block(5.0)], ..Column::default() }], 150.0);
        assert_eq!(slides.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    }
}
