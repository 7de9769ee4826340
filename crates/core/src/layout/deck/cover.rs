//! The cover: what the map found, what it decides, whom it is about, and the loss as a river.

use super::block::{Block, placed};
use super::desk::Desk;
use super::measures::{ACROSS, BODY, BOTTOM, CAPTION, COVER, MARGIN};
use super::slide::{Head, Slide, source};
use crate::figures;
use crate::figures::definition::period;
use crate::layout::branded::color_of;
use crate::layout::subtitle::{self, Audience};
use crate::layout::{alone, image, pen};
use crate::scene::{FaceStyle, Group, Item, Kind, Point, Rect, Role, Transform};
use crate::text::TextStyle;
use crate::theme::{on, size};
use touchline_words::say;

const TOP: f32 = 46.0;
const FINDING_TOP: f32 = 104.0;
/// From the finding to what stands below it, and between what stands side by side there.
const BELOW: f32 = 28.0;
/// Below the finding, where a band in a client's colour is behind it, and around a logo on it.
const BAND_AIR: f32 = 26.0;
const PLATE: f32 = 8.0;
/// The contrast of what is read on the band.
const READ: f32 = 4.5;
const FACT: f32 = 540.0;
const FACTS: [f32; 2] = [0.0, 612.0];
/// The river's letters are captions at least.
const RIVER: f32 = CAPTION / size::DETAIL + 0.001;
const RIVER_GAP: f32 = 16.0;

pub(super) fn lay(desk: &Desk) -> Slide {
    let map = desk.map;
    let band = map.meta.brand.cover.map(color_of);
    let ink = band.map(|band| on(band, READ));
    let logo = image::logo(map, desk.theme, Point::new(MARGIN + ACROSS, TOP - 14.0));
    let beside = logo.as_ref().map_or(0.0, |(_, size)| size.width + 20.0);
    let style = TextStyle::new(BODY, FaceStyle::Medium, ink.unwrap_or(desk.theme.muted));
    let head = Head::told(desk, of_what(desk), figures::headline(map, desk.seen.segment), String::new());
    let of = desk.words(Role::Paragraph, &head.kicker, style, ACROSS - beside, 1);
    let style = TextStyle::new(COVER, FaceStyle::Bold, ink.unwrap_or(desk.theme.ink)).with_line_height(1.12);
    let finding = desk.words(Role::Heading(1), &head.headline, style, ACROSS, 3);
    let mut bottom = FINDING_TOP + finding.height;
    let mut items = Vec::new();
    if let Some(band) = band {
        bottom += BAND_AIR;
        let place = Rect::new(0.0, 0.0, MARGIN * 2.0 + ACROSS, bottom);
        items.push(desk.artifact(vec![pen::rounded(place, 0.0, band, None)], place));
        // A sign is made for paper.
        items.extend(logo.as_ref().map(|(_, size)| {
            let plate = Rect::new(MARGIN + ACROSS - size.width, TOP - 14.0, size.width, size.height).shrink(-PLATE);
            desk.artifact(vec![pen::rounded(plate, PLATE, desk.theme.surface, None)], plate)
        }));
    }
    items.extend(logo.map(|(logo, _)| logo));
    items.push(placed(of.items, MARGIN, TOP - 14.0));
    items.push(placed(finding.items, MARGIN, FINDING_TOP));
    let facts: Vec<Block> = facts(desk).into_iter().map(|(name, words)| fact(desk, name, &words)).collect();
    let height = facts.iter().map(|fact| fact.height).fold(0.0, f32::max);
    for (fact, x) in facts.into_iter().zip(FACTS) {
        items.push(placed(fact.items, MARGIN + x, bottom + BELOW));
    }
    if height > 0.0 {
        bottom += BELOW + height;
    }
    items.extend(river(desk, bottom + RIVER_GAP));
    Slide { items, foot: source(desk) }
}

/// `Lumen Kids+ — Family subscriber journey  ·  as is`.
fn of_what(desk: &Desk) -> String {
    let title = figures::document_title(desk.map, desk.seen.segment, desk.map.meta.title.trim());
    let state = subtitle::state(desk.map);
    [title, state].into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("  ·  ")
}

fn facts(desk: &Desk) -> Vec<(&'static str, String)> {
    let map = desk.map;
    let decides = map.meta.decides.trim();
    let decides = (!decides.is_empty()).then(|| (say!(deck_decides), decides.to_owned()));
    let audience = Audience::of(map, desk.seen).together();
    let days = map.measurement().and_then(|(_, measurement)| period(measurement));
    let about = [audience, days.unwrap_or_default()];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ·  ");
    let about = (!about.is_empty()).then(|| (say!(deck_about), about));
    decides.into_iter().chain(about).collect()
}

fn fact(desk: &Desk, name: &str, words: &str) -> Block {
    let name = desk.words(Role::Paragraph, name, desk.label().with_color(desk.theme.accent_ink), FACT, 1);
    let style = TextStyle::new(BODY, FaceStyle::Regular, desk.theme.ink).with_line_height(1.35);
    Block::stack([name, desk.words(Role::Paragraph, words, style, FACT, 4).below(4.0)])
}

/// The river at the foot of the slide, where its letters are large enough and it has the height.
fn river(desk: &Desk, top: f32) -> Option<Item> {
    let map = desk.map;
    let is_told = figures::shown(map, desk.seen.segment, figures::Reader::Client)
        .iter()
        .any(|row| row.is_measured() || row.estimate.is_some());
    let width = ACROSS / RIVER;
    let scene = is_told.then(|| alone::laid(map, desk.seen, desk.theme, desk.shaper, width))?;
    let taken = (scene.size.width * RIVER, scene.size.height * RIVER);
    if taken.0 > ACROSS + 1.0 || top + taken.1 > BOTTOM {
        return None;
    }
    let at = Transform { scale: RIVER, x: MARGIN, y: BOTTOM - taken.1 };
    let bounds = Rect::new(MARGIN, BOTTOM - taken.1, taken.0, taken.1);
    let moved = Item::Group(Group::placed(at, None, scene.items.into()));
    let said = say!(deck_river);
    Some(pen::tagged(desk.tag(Kind::Figure), Role::Section, said, bounds, vec![moved]))
}
