//! The board over as many pages as it takes: its text as large as it has to be, its stages in bands that fit the page's width,
//! one after the other, and each band from page to page where it is higher than one.

use super::bands::{BAND_GAP, Room, Stages};
use super::board::Built;
use super::columns;
use super::dress::Dress;
use super::flow::in_parts;
use super::longest::Needs;
use super::place::{Band, Plan};
use super::thrift::Thrift;

/// Lanes in which there is nothing are left out: they would be on every page.
pub(super) const THRIFT: Thrift = Thrift { empty_lanes: true, ..Thrift::NONE };

/// A band of more pages is not evened out.
const MOST_BALANCED: usize = 4;
/// Shares of what each page of a band would have of it that are tried for the highest of them.
const LOOSER: [f32; 4] = [1.06, 1.15, 1.25, 1.4];

/// What stands on each page, from top to bottom, at the room's scale: as roomily as it can be on no more pages than it takes.
pub(super) fn over_pages(room: &Room) -> Vec<Vec<Built>> {
    let dresses = [Dress::roomy(), Dress::close(), Dress::tight()];
    dresses.map(|dress| dressed(room, dress)).into_iter().min_by_key(Vec::len).unwrap_or_default()
}

fn dressed(room: &Room, dress: Dress) -> Vec<Vec<Built>> {
    let Room { map, lens, theme, shaper, size, aim, .. } = *room;
    let (width, full) = (size.width / aim, size.height / aim);
    let stages = Stages {
        whole: columns::wanted(map, &Needs::of(map, shaper, &dress), &dress),
        apart: columns::wanted(map, &Needs::default(), &dress),
    };
    let count = stages.whole.len();
    let fits = |bands: &usize| Band::cut(count, *bands).iter().all(|band| stages.fit_whole(band, width));
    let bands = (1..=count.max(1)).find(fits).unwrap_or(count.max(1));
    let mut pages: Vec<Vec<Built>> = Vec::new();
    let mut left = 0.0_f32;
    for band in Band::cut(count, bands) {
        // A stage with a word that is wider than a page.
        let wanted = if stages.fit_whole(&band, width) { &stages.whole } else { &stages.apart };
        let plan = Plan::band(wanted, band, width, dress, THRIFT);
        let in_room = |room| in_parts(map, lens, theme, shaper, plan.clone(), room);
        let height = |part: &Built| part.board.scene.size.height;
        let mut parts = in_room(full);
        if (2..=MOST_BALANCED).contains(&parts.len()) {
            // No page with a last lane alone: each has about as much.
            let each = parts.iter().map(height).sum::<f32>() / parts.len() as f32;
            let rooms = LOOSER.into_iter().map(|share| each * share).filter(|room| *room < full);
            let balanced = rooms.map(in_room).find(|tried| tried.len() == parts.len());
            parts = balanced.filter(|tried| tried.iter().all(|part| height(part) <= full)).unwrap_or(parts);
        }
        let goes_below = parts.len() == 1 && parts.first().is_some_and(|part| height(part) + BAND_GAP <= left);
        for part in parts {
            let taken = height(&part);
            match pages.last_mut().filter(|_| goes_below) {
                Some(page) => {
                    left -= taken + BAND_GAP;
                    page.push(part);
                }
                None => {
                    left = full - taken;
                    pages.push(vec![part]);
                }
            }
        }
    }
    pages
}
