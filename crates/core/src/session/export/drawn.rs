//! The document of an export: its pages for one audience, or for several one after the other.

use super::{ExportSettings, Pages, browsed};
use crate::export::Format;
use crate::layout::{self, Laid, Leaf, LeftOut, Planned, Watch};
use crate::model::{Map, SegmentId};
use crate::scene::{Deck, Page};
use crate::session::filtered::Filtered;
use crate::text::Shaper;
use crate::theme::Theme;
use touchline_words::{Language, in_language, say};

/// The document as it will be exported, and what is not in it for want of room. `watch` hears how far it is; what it stopped is
/// nothing whole.
pub fn document(map: &Map, settings: &ExportSettings, shaper: &Shaper, watch: &Watch<'_>) -> (Deck, Vec<LeftOut>) {
    let each = || map.segments_in_order().into_iter().map(|(id, _)| Some(id));
    let audiences = match settings.each() {
        true => std::iter::once(None).chain(each()).collect(),
        false => vec![settings.segment],
    };
    document_for(map, settings, &audiences, shaper, watch)
}

/// The same for these audiences, of which none is all of them.
pub fn document_for(
    map: &Map,
    settings: &ExportSettings,
    audiences: &[Option<SegmentId>],
    shaper: &Shaper,
    watch: &Watch<'_>,
) -> (Deck, Vec<LeftOut>) {
    if settings.format == Format::Html {
        return browsed::document(map, (settings.view, settings.state), settings.lens(), shaper, watch);
    }
    let theme = layout::branded(&Theme::light(), map);
    let (mut pages, mut left_out) = (Vec::new(), Vec::new());
    for (nth, segment) in audiences.iter().enumerate() {
        if watch.is_stopped() {
            break;
        }
        let settings = ExportSettings { segment: *segment, ..*settings };
        let (mut of_one, left) = in_language(Language::of_document(&map.meta.language), || {
            laid(map, &settings, &theme, shaper, nth, audiences.len(), watch)
        });
        if audiences.len() > 1 {
            let name = segment.and_then(|id| map.segments.get(&id)).map(|segment| segment.name.as_str());
            let name =
                name.unwrap_or_else(|| in_language(Language::of_document(&map.meta.language), || say!(html_all)));
            for page in &mut of_one {
                page.name = if page.name.is_empty() { name.to_owned() } else { format!("{name} · {}", page.name) };
            }
        }
        pages.append(&mut of_one);
        left_out.extend(left);
    }
    let left_out = if audiences.len() > 1 { LeftOut::of_all(left_out) } else { left_out };
    (Deck { pages, scheme: theme.scheme(), ..Deck::default() }, left_out)
}

/// The pages for one audience, the nth of so many.
fn laid(
    map: &Map,
    settings: &ExportSettings,
    theme: &Theme,
    shaper: &Shaper,
    nth: usize,
    of: usize,
    watch: &Watch<'_>,
) -> (Vec<Page>, Vec<LeftOut>) {
    let size = settings.page();
    let page = |scene| Page { size, scene, ..Page::default() };
    let filtered = Filtered::of(map, settings.view, settings.state);
    let planned = Planned::shown(map);
    let (map, seen) = (filtered.map(map), filtered.seen(settings.lens()));
    let (mut pages, left_out) = match settings.pages() {
        Pages::One => {
            let count = |nth: usize| u32::try_from(nth).unwrap_or(u32::MAX);
            let leaf = Leaf { size, number: count(nth + 1), of: count(of) };
            let (scene, left_out) = layout::arrange_leaf(map, &seen, theme, shaper, &leaf, watch);
            (vec![page(scene)], left_out)
        }
        Pages::Enough => {
            let (scenes, left_out) = layout::arrange_leaves(map, &seen, theme, shaper, size, watch);
            (scenes.into_iter().map(page).collect(), left_out)
        }
        Pages::Deck => {
            // Where a slide has notes of its own, what is said to it stands there.
            let behind = settings.spoken && settings.format != Format::Pptx;
            let (laid, left_out) = layout::arrange_deck(map, &seen, theme, shaper, &planned, behind, watch);
            let name = |part: usize| planned.get(part).map(|page| page.name(map).to_owned());
            let page = |Laid { scene, part, notes }| Page {
                part,
                name: part.and_then(name).unwrap_or_default(),
                notes: if settings.spoken { notes } else { String::new() },
                ..page(scene)
            };
            (laid.into_iter().map(page).collect(), left_out)
        }
    };
    let left_out = left_out.into_iter().chain(layout::unplaced(map, pages.iter().map(|page| &page.scene))).collect();
    for page in &mut pages {
        page.scene = filtered.dim(std::mem::take(&mut page.scene));
    }
    (pages, left_out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::scene::PageSize;

    #[test]
    fn what_is_left_out_for_several_audiences_is_told_once() {
        let map = sample::map();
        let settings = ExportSettings { each: true, ..ExportSettings::default() };
        let (_, told) = document(&map, &settings, &Shaper::bundled(), &Watch::default());
        let lanes: Vec<&LeftOut> = told.iter().filter(|left| matches!(left, LeftOut::Lanes(_))).collect();
        let [LeftOut::Lanes(lanes)] = lanes.as_slice() else { panic!("{told:?}") };
        let once: std::collections::BTreeSet<&String> = lanes.iter().collect();
        assert_eq!(once.len(), lanes.len(), "{lanes:?}");
    }

    #[test]
    fn each_audience_has_its_pages_after_those_of_all() {
        let map = sample::map();
        let settings = ExportSettings { page: PageSize::A4, each: true, ..ExportSettings::default() };
        let of = |settings: &ExportSettings| document(&map, settings, &Shaper::bundled(), &Watch::default()).0.pages;
        let pages = of(&settings);
        let names: Vec<&str> = pages.iter().map(|page| page.name.as_str()).collect();
        let mut expected = vec![say!(html_all)];
        let segments = map.segments_in_order();
        expected.extend(segments.iter().map(|(_, segment)| segment.name.as_str()));
        assert_eq!(names, expected);
        for (page, (id, _)) in pages.iter().skip(1).zip(&segments) {
            let alone = of(&ExportSettings { segment: Some(*id), each: false, ..settings });
            assert_eq!(page.scene.title, alone[0].scene.title);
            assert_eq!(page.scene.items.len(), alone[0].scene.items.len());
        }
        let picture = of(&ExportSettings { format: Format::Png, ..settings });
        assert_eq!(picture.len(), 1, "a picture is of one");
        let slides = of(&ExportSettings { format: Format::Pptx, pages: Pages::Deck, ..settings });
        assert!(slides.len() > 2 * segments.len() && slides.iter().all(|slide| slide.name.contains(" · ")));
    }
}
