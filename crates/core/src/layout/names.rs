//! The names of stages and lanes by themselves, for a window that keeps them in sight while the rest of the board scrolls.

use crate::scene::{Color, Group, Item, Rect, Scene, Size, Tag, Transform};

/// The names on a board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// From left to right.
    pub stages: Vec<Name>,
    /// From top to bottom.
    pub lanes: Vec<Name>,
    /// What stands above the headers, in the board's space.
    pub above: Scene,
    /// What the lanes stand on, in the board's space.
    pub panel: Rect,
}

/// What a stage or a lane is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Of the stage or the lane.
    pub tag: Tag,
    /// In one line.
    pub text: String,
    pub color: Color,
    /// What a stage's header is filled with; nothing for a lane.
    pub ground: Option<Color>,
    /// The stage's header, or the lane's row as far as names stand there; in the board's space.
    pub place: Rect,
    /// As they are set on the board, from the place's corner.
    pub words: Scene,
    /// Around the words, from the place's corner.
    pub around: Rect,
    /// What stands below a stage's header and belongs to it, as it is set on the board, from the place's corner.
    pub below: Scene,
    /// How much of the place's height that takes.
    pub below_height: f32,
}

impl Name {
    /// `words` and `around` are in the board's space.
    pub(super) fn new(
        tag: Tag,
        text: &str,
        (color, ground): (Color, Option<Color>),
        place: Rect,
        words: Vec<Item>,
        around: Rect,
    ) -> Self {
        let words = moved(place, words);
        let around = Rect::new(around.x - place.x, around.y - place.y, around.width, around.height);
        Self {
            tag,
            text: text.to_owned(),
            color,
            ground,
            place,
            words,
            around,
            below: Scene::default(),
            below_height: 0.0,
        }
    }

    /// The same with what stands below it, in the board's space, and how much higher both are.
    pub(super) fn over(mut self, height: f32, below: Vec<Item>) -> Self {
        self.place.height += height;
        self.words.size.height = self.place.height;
        (self.below, self.below_height) = (moved(self.place, below), height);
        self
    }
}

/// Items of the board, from the corner of a place.
fn moved(place: Rect, items: Vec<Item>) -> Scene {
    let moved = Group::placed(Transform::translate(-place.x, -place.y), None, items.into());
    Scene { size: Size::new(place.width, place.height), items: vec![Item::Group(moved)], ..Scene::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Lens, arrange_board};
    use crate::scene::{Kind, Parts};
    use crate::text::Shaper;
    use crate::theme::Theme;

    #[test]
    fn every_name_is_that_of_the_board() {
        let map = sample::map();
        let board = arrange_board(&map, &Lens::default(), &Theme::light(), &Shaper::bundled(), 1136.0);
        let names = board.names();
        assert_eq!((names.stages.len(), names.lanes.len()), (map.stages.len(), board.rows.len()));
        for name in names.stages.iter().chain(&names.lanes) {
            let whole = board.rect_of(name.tag).unwrap();
            let place = Rect::from_size(Size::new(name.place.width, name.place.height));
            let holds = |outer: &Rect, inner: &Rect| {
                let begins = inner.x >= outer.x - 0.1 && inner.y >= outer.y - 0.1;
                begins && inner.right() <= outer.right() + 0.1 && inner.bottom() <= outer.bottom() + 0.1
            };
            let own = Rect { height: name.place.height - name.below_height, ..name.place };
            assert!(holds(&whole, &own) && holds(&place, &name.around), "{name:?}");
            let title = board.title_of(name.tag.kind, name.tag.id).unwrap();
            let parts = Parts::of(&name.words);
            let own = parts.find(Tag::pair(Kind::Title, name.tag.id, name.tag.kind as u64)).unwrap().rect;
            assert!((own.x + name.place.x - title.x).abs() < 0.01 && (own.y + name.place.y - title.y).abs() < 0.01);
        }
        assert_eq!(names.stages[0].text, map.stages_in_order()[0].1.name);
    }
}
