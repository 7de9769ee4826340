//! How small the text of a document is, as whoever holds the page sees it.
//!
//! Sizes are points on the page: 1 map unit is 0.75 pt, and what makes a part of the picture smaller makes its text smaller.

use super::{Deck, Item, PageSize, Sheet, TextItem, Transform};

const POINTS_PER_UNIT: f32 = 0.75;

/// How much of a document's text is small.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Legibility {
    /// In points.
    pub smallest_pt: f32,
    /// What is smaller counts as small, in points.
    pub limit_pt: f32,
    /// Letters below the limit, of all letters, 0 … 1.
    pub below: f64,
}

impl PageSize {
    /// What is smaller than this can hardly be read: in the hand, or on a slide from the back of a room. In points.
    pub fn least_pt(self) -> f32 {
        match self {
            // On a wall people stand before it.
            PageSize::Lying(Sheet::A2 | Sheet::A1 | Sheet::A0)
            | PageSize::Upright(Sheet::A2 | Sheet::A1 | Sheet::A0) => 8.0,
            PageSize::Fit | PageSize::Lying(_) | PageSize::Upright(_) | PageSize::Own { .. } => 6.5,
            PageSize::Slide | PageSize::Screen => 10.0,
        }
    }
}

impl Deck {
    /// How small its text is, with what is too small for its pages; `None` where it has no letter.
    pub fn legibility(&self) -> Option<Legibility> {
        let limits = self.pages.iter().map(|page| page.size.least_pt());
        self.legibility_at(limits.reduce(f32::min)?)
    }

    /// The same, where all below `limit_pt` is too small.
    pub fn legibility_at(&self, limit_pt: f32) -> Option<Legibility> {
        let mut counted = Counted { limit_pt, smallest_pt: f32::INFINITY, letters: 0, below: 0 };
        self.pages.iter().for_each(|page| counted.add(&page.scene.items, 1.0));
        let below = counted.below as f64 / counted.letters as f64;
        (counted.letters > 0).then_some(Legibility { smallest_pt: counted.smallest_pt, limit_pt, below })
    }
}

struct Counted {
    limit_pt: f32,
    smallest_pt: f32,
    letters: usize,
    below: usize,
}

impl Counted {
    fn add(&mut self, items: &[Item], scale: f32) {
        for item in items {
            match item {
                Item::Text(line) => self.line(line, scale),
                Item::Paragraph(words) => words.lines.iter().for_each(|line| self.line(line, scale)),
                Item::Group(group) => {
                    let Transform { scale: by, .. } = group.transform;
                    self.add(&group.items, scale * by);
                }
                Item::Tagged(tagged) => self.add(&tagged.items, scale),
                Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
            }
        }
    }

    fn line(&mut self, line: &TextItem, scale: f32) {
        for run in line.runs.iter() {
            let letters = line.text.get(run.range.clone()).unwrap_or_default();
            let letters = letters.chars().filter(|letter| !letter.is_whitespace()).count();
            if letters == 0 {
                continue;
            }
            // What rounding takes away makes no text smaller.
            let points = run.size * scale * POINTS_PER_UNIT + 0.002;
            self.smallest_pt = self.smallest_pt.min(points);
            self.letters += letters;
            self.below += if points < self.limit_pt { letters } else { 0 };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Face, GlyphRun, Group, Page, Point, Scene};
    use super::*;
    use std::sync::Arc;

    /// A line at a size, in map units, within a part of the picture that is scaled.
    fn line(text: &str, size: f32, scale: f32) -> Item {
        let face = Face { name: "any".to_owned(), bytes: Arc::new(Vec::new()), index: 0, bundled: true };
        let (range, glyphs) = (0..text.len(), Vec::new());
        let run = GlyphRun { face: Arc::new(face), size, range, x: 0.0, width: 9.0, right_to_left: false, glyphs };
        let (pos, color, runs) = (Point::default(), Default::default(), [run].into());
        let line = TextItem { text: text.to_owned(), pos, color, width: 9.0, ascent: 9.0, descent: 3.0, runs };
        Item::Group(Group::placed(Transform::scale(scale), None, [Item::Text(line)].into()))
    }

    #[test]
    fn text_is_as_small_as_the_page_shows_it() {
        let items = vec![line("four", 12.0, 1.0), line("si xx", 12.0, 0.5)];
        let page = |size| {
            Deck::from(Page { size, scene: Scene { items: items.clone(), ..Scene::default() }, ..Page::default() })
        };
        let paper = page(PageSize::A4).legibility().unwrap();
        assert!((paper.smallest_pt - 4.5).abs() < 0.01 && paper.below == 0.5, "{paper:?}");
        assert_eq!(page(PageSize::Slide).legibility().unwrap().below, 1.0, "9 pt is small on a slide");
        assert_eq!(page(PageSize::A3).legibility_at(4.5).unwrap().below, 0.0);
        assert_eq!(Deck::from(Page::default()).legibility(), None);
    }
}
