//! The deck: a map as slides that are read one after the other. Each says a claim with a number and proves it below.
//!
//! Promise: no letter on a slide is smaller than 15 units, which is 11.25 pt; nothing lies on anything else, whatever the map
//! holds; what has no room goes on on a further slide. What a slide says first is taken from the figures, as they may be told to a
//! client, and a rate on it is the rate of the table (law O1).
//!
//! # Limits
//! A text of a person is shown up to eight lines or so, and tells how much of it there is. A stage's slide shows no pictures and no
//! connectors; the whole map does.

mod answer;
mod audiences;
mod block;
mod cover;
mod desk;
#[cfg(test)]
mod laws;
mod measures;
mod method;
mod money;
mod mood;
mod planned;
mod register;
mod roadmap;
mod signs;
mod slide;
mod spoken;
mod stage;
mod table;
mod whole;

use super::Seen;
use super::thrift::LeftOut;
use super::turned_over;
use super::watch::Watch;
use crate::model::{Map, Topic};
use crate::scene::Scene;
use crate::text::{Shaper, in_language};
use crate::theme::Theme;
use desk::Desk;
pub use planned::Planned;
use planned::is_told;
use slide::Slide;

/// A slide as it was laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    pub scene: Scene,
    /// To which of the pages it belongs, counted from 0; to none where it only has what is said.
    pub part: Option<usize>,
    /// What is said while it is shown; of several slides of a page the first has it.
    pub notes: String,
}

/// The slides of these pages, and what is on the board and on none of them. With `spoken` slides come behind them that have what
/// is said to each. `watch` hears how far it is; what it stopped is nothing whole.
pub fn arrange_deck(
    map: &Map,
    seen: &Seen<'_>,
    theme: &Theme,
    shaper: &Shaper,
    pages: &[Planned],
    spoken: bool,
    watch: &Watch<'_>,
) -> (Vec<Laid>, Vec<LeftOut>) {
    in_language(&map.meta.language, || {
        let desk = Desk::new(map, seen, theme, shaper);
        let mut left_out = Vec::new();
        let mut slides: Vec<(Option<usize>, Slide)> = Vec::new();
        let mut said: Vec<(usize, String, String)> = Vec::new();
        for (part, page) in pages.iter().enumerate() {
            if watch.is_stopped() {
                break;
            }
            // What a filter hides has no page either.
            if !is_told(map, page.of) {
                continue;
            }
            desk.keep(page.kept);
            let laid = match page.of {
                Topic::Cover => vec![cover::lay(&desk)],
                Topic::Answer => answer::lay(&desk),
                Topic::Whole => {
                    let (whole, left) = whole::lay(&desk, watch);
                    left_out.extend(left);
                    whole
                }
                Topic::Stage(id) => stage::lay(&desk, id),
                Topic::Audiences => audiences::lay(&desk),
                Topic::Money => money::lay(&desk),
                Topic::Register => register::lay(&desk),
                Topic::Roadmap => roadmap::lay(&desk),
                Topic::Method => method::lay(&desk),
            };
            let notes = page.kept.and_then(|id| map.deck_pages.get(&id)).map(|page| page.notes.trim());
            if let Some(notes) = notes.filter(|notes| !notes.is_empty() && !laid.is_empty()) {
                said.push((slides.len(), page.name(map).to_owned(), notes.to_owned()));
            }
            slides.extend(laid.into_iter().map(|slide| (Some(part), slide)));
        }
        if spoken {
            desk.keep(None);
            let numbered: Vec<_> =
                said.iter().map(|(nth, name, notes)| (nth + 1, name.clone(), notes.clone())).collect();
            slides.extend(spoken::lay(&desk, &numbered).into_iter().map(|slide| (None, slide)));
        }
        let of = slides.len();
        let finished = slides.into_iter().enumerate().map(|(nth, (part, slide))| {
            let notes = said.iter().find(|(first, ..)| *first == nth).map(|(_, _, notes)| notes.clone());
            let scene = turned_over(slide.finish(&desk, nth + 1, of));
            Laid { scene, part, notes: notes.unwrap_or_default() }
        });
        (finished.collect(), left_out)
    })
}
