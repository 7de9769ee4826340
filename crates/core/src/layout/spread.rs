//! The board over as many pages as it takes: its text as large as it has to be, its stages in bands that fit the page's width,
//! one after the other, and each band from page to page where it is higher than one.

use super::bands::{BAND_GAP, Room, Stages};
use super::board::Built;
use super::columns;
use super::dress::Dress;
use super::flow::{Part, in_parts, is_chart, part};
use super::longest::Needs;
use super::place::{Band, Plan};
use super::thrift::Thrift;
use crate::model::LaneId;
use std::ops::Range;

/// Lanes in which there is nothing are left out: they would be on every page.
pub(super) const THRIFT: Thrift = Thrift { empty_lanes: true, ..Thrift::NONE };

/// A band of more pages is not evened out.
const MOST_BALANCED: usize = 4;
/// Shares of what each page of a band would have of it that are tried for the highest of them.
const LOOSER: [f32; 4] = [1.06, 1.15, 1.25, 1.4];
/// So many more bands are tried where several stand on a page.
const MORE_BANDS: usize = 3;
/// So many times the scale that text has to have are tried where pages have height left.
const LARGER: [f32; 4] = [1.3, 1.2, 1.12, 1.06];
/// A lane is made higher by so much at most where a page has height left, and a chart by so many times that.
const MOST_AIR: f32 = 40.0;
const CHART_SHARE: f32 = 2.0;
/// Shares of the air for which there is room that are tried.
const AIRS: [f32; 4] = [1.0, 0.9, 0.75, 0.5];

/// The shares of the work in which a dress is chosen, text is made larger, and pages are filled.
const DRESSES: Range<f32> = 0.0..0.5;
const LARGER_ONES: Range<f32> = 0.5..0.7;
const FILLING: Range<f32> = 0.7..1.0;

/// A part of a band, and how it was laid.
struct Laid {
    built: Built,
    plan: Plan,
    /// None where one of its lanes goes on from another page or on another.
    part: Option<Part>,
}

impl Laid {
    fn height(&self) -> f32 {
        self.built.board.scene.size.height
    }
}

/// What stands on each page, from top to bottom, and the scale of all: as large and as roomily as it can be on no more pages than
/// it takes.
pub(super) fn over_pages(room: &Room) -> (Vec<Vec<Built>>, f32) {
    let dresses = [Dress::roomy(), Dress::close(), Dress::tight()];
    let of = dresses.len();
    let tried = dresses.into_iter().enumerate().map(|(nth, dress)| {
        room.watch.part(DRESSES, nth, of);
        (dressed(room, room.aim, dress), dress)
    });
    let fewest = tried.min_by_key(|(pages, _)| pages.len());
    let Some((mut pages, dress)) = fewest else { return (Vec::new(), room.aim) };
    let mut scale = room.aim;
    let full = room.size.height / scale;
    room.watch.phase(LARGER_ONES);
    let larger = LARGER.into_iter().map(|times| times * room.aim);
    for more in larger.filter(|more| *more <= room.most && highest(&pages) * more <= full * room.aim) {
        let tried = dressed(room, more, dress);
        if tried.len() <= pages.len() && highest(&tried) <= room.size.height / more {
            (pages, scale) = (tried, more);
            break;
        }
    }
    let of = pages.len();
    let filled = |(nth, page)| {
        room.watch.part(FILLING, nth, of);
        filled(room, scale, page)
    };
    (pages.into_iter().enumerate().map(filled).collect(), scale)
}

/// Of a page of several, in units of the board.
fn highest(pages: &[Vec<Laid>]) -> f32 {
    let height =
        |page: &Vec<Laid>| page.iter().map(Laid::height).sum::<f32>() + BAND_GAP * page.len().saturating_sub(1) as f32;
    pages.iter().map(height).fold(0.0, f32::max)
}

fn dressed(room: &Room, scale: f32, dress: Dress) -> Vec<Vec<Laid>> {
    let Room { map, shaper, size, .. } = *room;
    let width = size.width / scale;
    let stages = Stages {
        whole: columns::wanted(map, &Needs::of(map, shaper, &dress), &dress),
        apart: columns::wanted(map, &Needs::default(), &dress),
    };
    let count = stages.whole.len();
    let fits = |bands: &usize| Band::cut(count, *bands).iter().all(|band| stages.fit_whole(band, width));
    let bands = (1..=count.max(1)).find(fits).unwrap_or(count.max(1));
    let mut pages = in_bands(room, scale, dress, &stages, bands);
    // Where some pages hold more bands than others, more bands of fewer stages may fill all of them alike.
    let fullest = |pages: &[Vec<Laid>]| pages.iter().map(Vec::len).max().unwrap_or(0);
    let is_even = |pages: &[Vec<Laid>]| pages.iter().all(|page| page.len() == fullest(pages));
    let is_whole = |pages: &[Vec<Laid>]| pages.iter().flatten().all(|laid| laid.height() * 2.0 < size.height / scale);
    if bands > 2 && is_whole(&pages) {
        for more in bands + 1..=(bands + MORE_BANDS).min(count) {
            if is_even(&pages) {
                break;
            }
            let tried = in_bands(room, scale, dress, &stages, more);
            if tried.len() < pages.len() || (tried.len() == pages.len() && is_even(&tried)) {
                pages = tried;
            }
        }
    }
    pages
}

/// In so many bands, each on a page of its own but for those that have room below the one before.
fn in_bands(room: &Room, scale: f32, dress: Dress, stages: &Stages, bands: usize) -> Vec<Vec<Laid>> {
    let Room { map, lens, theme, shaper, size, .. } = *room;
    let (width, full) = (size.width / scale, size.height / scale);
    let mut pages: Vec<Vec<Laid>> = Vec::new();
    let mut left = 0.0_f32;
    for band in Band::cut(stages.whole.len(), bands) {
        if room.watch.is_stopped() {
            return Vec::new();
        }
        // A stage with a word that is wider than a page.
        let wanted = if stages.fit_whole(&band, width) { &stages.whole } else { &stages.apart };
        let plan = Plan::band(wanted, band, width, dress, THRIFT);
        let in_room = |height| {
            let parts = in_parts(map, lens, theme, shaper, plan.clone(), height);
            room.watch.tries();
            parts
        };
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
        for laid in told_apart(parts, &plan) {
            let taken = laid.height();
            match pages.last_mut().filter(|_| goes_below) {
                Some(page) => {
                    left -= taken + BAND_GAP;
                    page.push(laid);
                }
                None => {
                    left = full - taken;
                    pages.push(vec![laid]);
                }
            }
        }
    }
    pages
}

fn told_apart(parts: Vec<Built>, plan: &Plan) -> Vec<Laid> {
    let lanes = |built: &Built| built.board.rows.iter().map(|row| row.lane).collect::<Vec<LaneId>>();
    let all: Vec<Vec<LaneId>> = parts.iter().map(lanes).collect();
    let goes_on =
        |nth: usize, lane: &LaneId| all.iter().enumerate().any(|(other, lanes)| other != nth && lanes.contains(lane));
    let part = |nth: usize| {
        let lanes = all.get(nth)?;
        let is_whole = !lanes.iter().any(|lane| goes_on(nth, lane));
        is_whole.then(|| Part { lanes: lanes.clone(), is_first: nth == 0 })
    };
    let laid = parts.into_iter().enumerate();
    laid.map(|(nth, built)| Laid { built, plan: plan.clone(), part: part(nth) }).collect()
}

/// A page whose lanes and charts take the height that is left.
fn filled(room: &Room, scale: f32, page: Vec<Laid>) -> Vec<Built> {
    let Room { map, lens, theme, shaper, size, .. } = *room;
    let full = size.height / scale;
    let gaps = BAND_GAP * page.len().saturating_sub(1) as f32;
    let left = full - gaps - page.iter().map(Laid::height).sum::<f32>();
    let share = |lane: &LaneId| match map.lanes.get(lane) {
        Some(lane) if is_chart(lane) => CHART_SHARE,
        _ => 1.0,
    };
    let shares: f32 = page.iter().flat_map(|laid| &laid.part).flat_map(|part| &part.lanes).map(share).sum();
    let air = (left / shares.max(1.0)).min(MOST_AIR);
    let higher = |air: f32| {
        if room.watch.is_stopped() {
            return None;
        }
        room.watch.tries();
        let built = page.iter().map(|Laid { plan, part: of, .. }| {
            let dress = plan.dress.with_higher_charts(CHART_SHARE * air);
            let plan = Plan { air, dress, ..plan.clone() };
            of.as_ref().map(|of| part(map, lens, theme, shaper, plan, of))
        });
        let built: Option<Vec<Built>> = built.collect();
        built.filter(|built| gaps + built.iter().map(|built| built.board.scene.size.height).sum::<f32>() <= full + 0.01)
    };
    let aired = AIRS.into_iter().map(|share| air * share).filter(|air| *air > 1.0).find_map(higher);
    aired.unwrap_or_else(|| page.into_iter().map(|laid| laid.built).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Lens, Watch};
    use crate::model::{Map, Rank, Stage, StageId, Touchpoint, TouchpointId};
    use crate::scene::Size;
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// The sample's lanes, and so many stages with a card each.
    fn wide(stages: usize) -> Map {
        let mut map = (*sample::map()).clone();
        let (_, card) = map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
        let last = map.stages_in_order().last().map(|(_, stage)| stage.rank.clone());
        let mut rank = last.unwrap_or_else(Rank::middle);
        for nth in map.stages.len()..stages {
            rank = Rank::between(Some(&rank), None);
            let id = StageId(50_000 + nth as u64);
            map.stages.insert(id, Stage::new(rank.clone(), format!("Stage {nth}")));
            let title = format!("Touchpoint {nth}");
            map.touchpoints.insert(TouchpointId(60_000 + nth as u64), Touchpoint { stage: id, title, ..card.clone() });
        }
        Map::new(map).unwrap()
    }

    /// How much of each page's height is taken.
    fn taken(map: &Map, size: Size, aim: f32) -> Vec<f32> {
        let (lens, theme, shaper) = (Lens::default(), Theme::light(), Shaper::bundled());
        let room =
            Room { map, lens: &lens, theme: &theme, shaper: &shaper, size, aim, most: 1.4, watch: &Watch::default() };
        let (pages, scale) = over_pages(&room);
        let height = |page: &Vec<Built>| page.iter().map(|built| built.board.scene.size.height).sum::<f32>();
        pages.iter().map(|page| (height(page) + BAND_GAP * (page.len() - 1) as f32) * scale / size.height).collect()
    }

    #[test]
    fn pages_are_filled_alike_with_nothing_beyond_their_edges() {
        for (stages, size, aim) in [
            (23, Size::new(1039.0, 652.0), 0.83),
            (40, Size::new(1039.0, 652.0), 0.83),
            (40, Size::new(1196.0, 520.0), 1.1),
        ] {
            let taken = taken(&wide(stages), size, aim);
            assert!(taken.len() > 1 && taken.iter().all(|share| (0.7..=1.001).contains(share)), "{stages}: {taken:?}");
        }
        let slides = taken(&sample::map(), Size::new(1196.0, 527.0), 1.29);
        assert!(slides.len() > 1 && slides.iter().all(|share| (0.7..=1.001).contains(share)), "{slides:?}");
    }
}
