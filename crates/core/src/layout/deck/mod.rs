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
mod register;
mod roadmap;
mod signs;
mod slide;
mod stage;
mod table;
mod whole;

use super::Seen;
use super::thrift::LeftOut;
use super::turned_over;
use super::watch::Watch;
use crate::figures::findings::insights;
use crate::model::{Map, StageId};
use crate::scene::Scene;
use crate::text::{Shaper, in_language};
use crate::theme::Theme;
use desk::Desk;
use slide::Slide;
use touchline_words::say;

/// What a slide is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeckPage {
    Cover,
    Answer,
    Whole,
    Stage(StageId),
    Audiences,
    Money,
    Register,
    Roadmap,
    Method,
}

impl DeckPage {
    /// The pages that a map has something for, in the order in which they are read.
    pub fn of(map: &Map) -> Vec<DeckPage> {
        let is_told = |page: &DeckPage| match page {
            DeckPage::Cover | DeckPage::Method => true,
            DeckPage::Answer => !insights(map, 1).is_empty(),
            DeckPage::Whole => !map.stages.is_empty(),
            DeckPage::Stage(id) => map.stages.contains_key(id),
            DeckPage::Audiences => audiences::is_told(map),
            DeckPage::Money => money::is_told(map),
            DeckPage::Register => !map.flags.is_empty(),
            DeckPage::Roadmap => roadmap::is_told(map),
        };
        let stages = map.stages_in_order().into_iter().map(|(id, _)| DeckPage::Stage(id));
        let before = [DeckPage::Cover, DeckPage::Answer, DeckPage::Whole];
        let behind = [DeckPage::Audiences, DeckPage::Money, DeckPage::Register, DeckPage::Roadmap, DeckPage::Method];
        before.into_iter().chain(stages).chain(behind).filter(is_told).collect()
    }

    /// What the page is called in a list of them.
    pub fn name(self, map: &Map) -> String {
        match self {
            DeckPage::Cover => say!(deck_cover).to_owned(),
            DeckPage::Answer => say!(deck_answer).to_owned(),
            DeckPage::Whole => say!(deck_whole).to_owned(),
            DeckPage::Stage(id) => map.stages.get(&id).map(|stage| stage.name.clone()).unwrap_or_default(),
            DeckPage::Audiences => say!(deck_audiences).to_owned(),
            DeckPage::Money => say!(deck_money).to_owned(),
            DeckPage::Register => say!(deck_register).to_owned(),
            DeckPage::Roadmap => say!(deck_roadmap).to_owned(),
            DeckPage::Method => say!(deck_method).to_owned(),
        }
    }
}

/// The slides of these pages, and what is on the board and on none of them. `watch` hears how far it is; what it stopped is nothing
/// whole.
pub fn arrange_deck(
    map: &Map,
    seen: &Seen<'_>,
    theme: &Theme,
    shaper: &Shaper,
    pages: &[DeckPage],
    watch: &Watch<'_>,
) -> (Vec<Scene>, Vec<LeftOut>) {
    in_language(&map.meta.language, || {
        let desk = Desk::new(map, seen, theme, shaper);
        let mut left_out = Vec::new();
        let mut slides: Vec<Slide> = Vec::new();
        for page in pages {
            if watch.is_stopped() {
                break;
            }
            match page {
                DeckPage::Cover => slides.push(cover::lay(&desk)),
                DeckPage::Answer => slides.extend(answer::lay(&desk)),
                DeckPage::Whole => {
                    let (whole, left) = whole::lay(&desk, watch);
                    slides.extend(whole);
                    left_out.extend(left);
                }
                DeckPage::Stage(id) => slides.extend(stage::lay(&desk, *id)),
                DeckPage::Audiences => slides.extend(audiences::lay(&desk)),
                DeckPage::Money => slides.extend(money::lay(&desk)),
                DeckPage::Register => slides.extend(register::lay(&desk)),
                DeckPage::Roadmap => slides.extend(roadmap::lay(&desk)),
                DeckPage::Method => slides.extend(method::lay(&desk)),
            }
        }
        let of = slides.len();
        let finished = slides.into_iter().enumerate().map(|(nth, slide)| turned_over(slide.finish(&desk, nth + 1, of)));
        (finished.collect(), left_out)
    })
}
