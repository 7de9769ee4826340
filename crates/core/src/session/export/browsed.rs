//! The document of a page for a browser: the picture of each audience, or of the one that is asked for, and all that the map says.

use crate::data::{self, Asked};
use crate::layout::{self, Leaf, LeftOut, Lens, Watch};
use crate::model::{Map, MapState, SavedViewId, SegmentId};
use crate::scene::{Deck, Page, PageSize};
use crate::session::filtered::{self, Filtered};
use crate::text::Shaper;
use crate::theme::Theme;
use touchline_words::{Language, in_language, say};

/// The document of a map by a saved view and in a state; through `lens` for one audience, else for each. `watch` hears how far it
/// is, and what it stopped is nothing whole.
pub(super) fn document(
    map: &Map,
    (view, state): (Option<SavedViewId>, Option<MapState>),
    lens: Lens,
    shaper: &Shaper,
    watch: &Watch<'_>,
) -> (Deck, Vec<LeftOut>) {
    let theme = layout::branded(&Theme::light(), map);
    in_language(Language::of_document(&map.meta.language), || {
        let filtered = Filtered::of(map, view, state);
        let shown = filtered.map(map);
        let lenses: Vec<Option<SegmentId>> = match lens.segment {
            Some(id) => vec![Some(id)],
            None => {
                std::iter::once(None).chain(shown.segments_in_order().into_iter().map(|(id, _)| Some(id))).collect()
            }
        };
        let (mut pages, mut left_out) = (Vec::new(), Vec::new());
        for segment in lenses {
            if watch.is_stopped() {
                break;
            }
            let seen = filtered.seen(Lens { segment, ..lens });
            let leaf = Leaf::single(PageSize::Fit);
            let (scene, left) = layout::arrange_leaf(shown, &seen, &theme, shaper, &leaf, watch);
            if pages.is_empty() {
                left_out.extend(left);
                left_out.extend(layout::unplaced(shown, [&scene]));
            }
            let name = segment.and_then(|id| shown.segments.get(&id)).map(|segment| segment.name.clone());
            let name = name.unwrap_or_else(|| say!(html_all).to_owned());
            pages.push(Page { scene: filtered.dim(scene), name, ..Page::default() });
        }
        let asked = Asked { segment: lens.segment, former: lens.former, notes: lens.notes };
        let left = filtered::left(map, view, state);
        let edition = data::edition(&data::given(left.as_ref().unwrap_or(map), &asked), &asked);
        (Deck { pages, edition, ..Deck::default() }, left_out)
    })
}
