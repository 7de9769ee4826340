//! A document under a filter: that of a saved view, and the state of the map that is asked for.

use super::filter::{Matches, left_of, told_on_page};
use super::tags::record_of;
use crate::layout::{Lens, Seen};
use crate::model::{Filter, Map, MapState, Others, SavedViewId};
use crate::scene::{Kind, Scene};

/// The map without what a saved view and a state leave out, whether a page would hide that or dim it; none where it is the
/// whole map.
pub(super) fn left(map: &Map, view: Option<SavedViewId>, state: Option<MapState>) -> Option<Map> {
    let filter = view.and_then(|id| map.views.get(&id)).map(|view| view.filter.clone()).unwrap_or_default();
    let filter = Filter { state, ..filter };
    (!filter.is_empty()).then(|| left_of(map, &filter, &Matches::of(map, &filter), Others::Hidden)).flatten()
}

/// What the filter of a saved view does to a document: what is left of the map, what steps back, and what its pages say of it.
#[derive(Default)]
pub(super) struct Filtered {
    left: Option<Map>,
    dims: Option<Matches>,
    told: String,
}

impl Filtered {
    pub fn of(map: &Map, view: Option<SavedViewId>, state: Option<MapState>) -> Self {
        let view = view.and_then(|id| map.views.get(&id));
        let filter = view.map(|view| view.filter.clone()).unwrap_or_default();
        let filter = Filter { state, ..filter };
        if filter.is_empty() {
            return Self::default();
        }
        let others = view.map(|view| view.others).unwrap_or_default();
        let matches = Matches::of(map, &filter);
        let told = told_on_page(map, &filter, others);
        let left = left_of(map, &filter, &matches, others);
        let dims = (others == Others::Dimmed).then_some(matches);
        Self { left, dims, told }
    }

    pub fn map<'a>(&'a self, whole: &'a Map) -> &'a Map {
        self.left.as_ref().unwrap_or(whole)
    }

    pub fn seen(&self, lens: Lens) -> Seen<'_> {
        Seen { lens, filter: &self.told }
    }

    pub fn dim(&self, scene: Scene) -> Scene {
        let Some(matches) = &self.dims else { return scene };
        // A stage’s loss is drawn with the others’, and stays.
        scene.dimmed(&|tag| tag.kind != Kind::DropOff && record_of(tag).is_some_and(|record| !matches.meets(record)))
    }
}
