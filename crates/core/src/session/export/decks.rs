//! What a deck of slides promises, of maps that people begin with.

use super::*;
use crate::edit::templates::Template;
use crate::model::IdSource;

#[test]
fn the_deck_of_every_template_can_be_read() {
    for template in Template::ALL {
        let map = template.build(&mut IdSource::seeded(1));
        let settings = ExportSettings { pages: Pages::Deck, page: PageSize::Fit, ..ExportSettings::default() };
        let (deck, _) = document(&map, &settings, &Shaper::bundled(), &Watch::default());
        let legibility = deck.legibility_at(11.0).unwrap();
        assert!(legibility.below <= 0.0, "{template:?}: {legibility:?}");
        assert!(deck.pages.iter().all(|page| page.size == PageSize::Slide));
    }
}
