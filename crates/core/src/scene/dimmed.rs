//! A picture some of whose parts step back.

use super::{Group, Item, Scene, Tag, Tagged, Transform};

/// How much of a part is still seen that steps back.
pub const LASTS: f32 = 0.42;

impl Scene {
    /// The same picture with the parts stepping back of which `steps_back` says so, each with all that is in it.
    pub fn dimmed(self, steps_back: &dyn Fn(Tag) -> bool) -> Self {
        Self { items: dimmed(&self.items, steps_back), ..self }
    }
}

fn dimmed(items: &[Item], steps_back: &dyn Fn(Tag) -> bool) -> Vec<Item> {
    let one = |item: &Item| match item {
        Item::Tagged(tagged) if steps_back(tagged.tag) => {
            let bounds = Some(tagged.bounds);
            let group = Group::placed(Transform::IDENTITY, bounds, vec![item.clone()].into());
            Item::Group(Group { opacity: LASTS, ..group })
        }
        Item::Tagged(tagged) => {
            Item::Tagged(Tagged { items: dimmed(&tagged.items, steps_back).into(), ..tagged.clone() })
        }
        Item::Group(group) => Item::Group(Group { items: dimmed(&group.items, steps_back).into(), ..group.clone() }),
        Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => item.clone(),
    };
    items.iter().map(one).collect()
}
