//! The whole map, as the board has it, over as many slides as it takes for its letters to be captions.

use super::desk::Desk;
use super::measures::{ACROSS, BOTTOM, CAPTION, MARGIN};
use super::signs::by_whom;
use super::slide::{Head, Slide, over, source};
use crate::figures::{Reader, headline, numbers, shown};
use crate::layout::bands::{self, Laid, Room};
use crate::layout::context::Uses;
use crate::layout::subtitle::Audience;
use crate::layout::thrift::LeftOut;
use crate::layout::watch::Watch;
use crate::layout::{legend, spread};
use crate::model::{LaneKind, Map};
use crate::scene::{Group, Item, Kind, Rect, Role, Size, Transform};
use crate::theme::size;
use touchline_words::direction::Listed;
use touchline_words::say;

/// At which the board's smallest letters are captions, and the largest that is wanted.
const AIM: f32 = CAPTION / size::DETAIL + 0.001;
const MOST: f32 = 1.8;
const LEGEND_GAP: f32 = 14.0;

/// Lanes without which the whole is no picture of a journey. What stands in the others stands on the slides of the stages.
const KEPT: [LaneKind; 3] = [LaneKind::Touchpoints, LaneKind::Feeling, LaneKind::DropOff];

pub(super) fn lay(desk: &Desk, watch: &Watch<'_>) -> (Vec<Slide>, Vec<LeftOut>) {
    let whole = desk.map;
    let head = head(desk);
    let (_, top) = head.lay(desk);
    let short = short(whole);
    let fits = short.is_none() || is_one(desk, whole, Size::new(ACROSS, BOTTOM - top - legend_most(desk)), watch);
    match short {
        Some((map, left)) if !fits => {
            let desk = Desk::new(&map, desk.seen, desk.theme, desk.shaper);
            let lede = by_whom([Some(head.lede), Some(say!(deck_whole_without, lanes = left.listed(", ")))]);
            laid(&desk, Head { lede, ..head }, watch)
        }
        _ => laid(desk, head, watch),
    }
}

/// The map with those lanes alone, and the names of the others; None where it has no others.
fn short(map: &Map) -> Option<(Map, Vec<String>)> {
    let mut tables = map.to_tables();
    let mut left = Vec::new();
    for (id, lane) in map.lanes_in_order() {
        if lane.hidden || KEPT.contains(&lane.kind) {
            continue;
        }
        left.push(lane.title().to_owned());
        if let Some(lane) = tables.lanes.get_mut(&id) {
            lane.hidden = true;
        }
    }
    let shown = tables.lanes.values().any(|lane| !lane.hidden);
    (shown && !left.is_empty()).then(|| Map::new(tables).ok())?.map(|map| (map, left))
}

/// Of a legend of all signs.
fn legend_most(desk: &Desk) -> f32 {
    legend::lay(&Uses::default(), desk.theme, desk.shaper, ACROSS / AIM).height * AIM + 24.0 * AIM
}

/// Whether all of it stands on one slide with letters that are large enough.
fn is_one(desk: &Desk, map: &Map, size: Size, watch: &Watch<'_>) -> bool {
    let lens = &desk.seen.lens;
    let room = Room { map, lens, theme: desk.theme, shaper: desk.shaper, size, aim: AIM, most: MOST, watch };
    let laid = bands::lay(&room);
    laid.scale >= AIM && laid.thrift.told(map, lens.segment).is_empty()
}

fn laid(desk: &Desk, head: Head, watch: &Watch<'_>) -> (Vec<Slide>, Vec<LeftOut>) {
    let (_, top) = head.lay(desk);
    // The legend of what the board may need has its room before the board is laid.
    let any = board(desk, Size::new(ACROSS, BOTTOM - top), watch);
    let signs = uses(&any.0);
    let legend = legend::lay(&signs, desk.theme, desk.shaper, ACROSS / AIM);
    let below = if legend.items.is_empty() { 0.0 } else { legend.height * AIM + LEGEND_GAP };
    let room = Size::new(ACROSS, (BOTTOM - top - below).max(120.0));
    let (pages, scale, left_out) = board(desk, room, watch);
    let of = pages.len();
    let shown = pages.into_iter().map(|bands| {
        let laid = Laid { bands, scale, thrift: spread::THRIFT };
        // A single card may be higher than a slide.
        let taken = laid.size();
        let scale = scale.min(room.height / taken.height).min(ACROSS / taken.width);
        let used = laid.uses();
        let mut items: Vec<Item> = Vec::new();
        let x = MARGIN + (ACROSS - taken.width * scale) / 2.0;
        let down = if of == 1 { ((room.height - taken.height * scale) / 2.0).clamp(0.0, 24.0) } else { 0.0 };
        for (y, band) in laid.placed() {
            let at = Transform { scale, x, y: top + down + y * scale };
            items.push(Item::Group(Group::placed(at, None, band.board.scene.items.into())));
        }
        items.extend(signs_of(desk, &used));
        items
    });
    (over(desk, &head, &source(desk), shown.collect()), left_out)
}

/// What stands on each slide, the scale of all, and what is on none.
type Board = (Vec<Vec<crate::layout::board::Built>>, f32, Vec<LeftOut>);

/// On one slide, with what is missed least left out, where its letters can be large enough there; else over several.
fn board(desk: &Desk, size: Size, watch: &Watch<'_>) -> Board {
    let (lens, map) = (&desk.seen.lens, desk.map);
    let room = Room { map, lens, theme: desk.theme, shaper: desk.shaper, size, aim: AIM, most: MOST, watch };
    let laid = bands::lay(&room);
    if laid.scale >= AIM {
        let (scale, left_out) = (laid.scale, laid.thrift.told(map, lens.segment));
        return (vec![laid.bands], scale, left_out);
    }
    let (pages, scale) = spread::over_pages(&room);
    (pages, scale, spread::THRIFT.told(map, lens.segment))
}

fn uses(pages: &[Vec<crate::layout::board::Built>]) -> Uses {
    let mut uses = Uses::default();
    pages.iter().flatten().for_each(|band| uses.add(band.uses));
    uses
}

/// The legend at the foot of the slide.
fn signs_of(desk: &Desk, uses: &Uses) -> Option<Item> {
    let legend = legend::lay(uses, desk.theme, desk.shaper, ACROSS / AIM);
    let height = legend.height * AIM;
    let at = Transform { scale: AIM, x: MARGIN, y: BOTTOM - height + 6.0 };
    let bounds = Rect::new(MARGIN, BOTTOM - height + 6.0, legend.width * AIM, height);
    let moved = Item::Group(Group::placed(at, None, legend.items.into()));
    (height > 0.0)
        .then(|| crate::layout::pen::tagged(desk.tag(Kind::Figure), Role::Figure, legend.label, bounds, vec![moved]))
}

fn head(desk: &Desk) -> Head {
    let segment = desk.seen.segment;
    Head::told(
        desk,
        say!(deck_whole).to_owned(),
        claim(desk).unwrap_or_else(|| headline(desk.map, segment)),
        Audience::of(desk.map, desk.seen).together(),
    )
}

/// `796 of 4,400 stay; people feel worst at Trial checkout`.
fn claim(desk: &Desk) -> Option<String> {
    let rows = shown(desk.map, desk.seen.segment, Reader::Client);
    let (first, last) = (rows.first()?, rows.last()?);
    let (came, stay) = (first.came()?, last.came()?);
    let (stay, came) = (numbers::count(stay), numbers::count(came));
    let felt = desk.map.touchpoints.iter().filter(|(_, card)| card.is_for(desk.seen.segment));
    let felt = felt.filter_map(|(id, card)| Some((card.emotion_of(desk.seen.segment)?.score, *id, &card.title)));
    let lowest = felt.min_by_key(|(score, id, _)| (*score, *id)).filter(|(score, ..)| score.tenths() < 0);
    Some(match lowest {
        Some((_, _, card)) => say!(deck_whole_stay_felt, stay, came, card),
        None => say!(deck_whole_stay, stay, came),
    })
}
