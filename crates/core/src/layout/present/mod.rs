//! A stage of the map by itself, for a room: what is read from five metres, and nothing else.
//!
//! [`arrange_stage`] draws one stage on a screen of its own. The screens of a map stand side by side, [`Room::pitch`] apart, so
//! that the neighbours look in at the edges and a camera glides from one to the next; curve and middle line go on across the
//! seams. [`arrange_frame`] draws what stands still over them: the strip of stages, the timer, the hint.
//!
//! Promise: no text is smaller than [`LEAST`], none is cut off by anything or lies on another, whatever the map holds. What
//! has no room is left out, the least first: a goal, a line of detail, a neighbour's word.
//!
//! # Limits
//! A room sees at most six cards of a stage at once, and is told how many more there are; the spotlight walks through all of
//! them, and through the pictures of the storyboard. An arrow is drawn between cards that stand side by side, and to the edge beyond
//! which the other card stands; of the other connectors and of the loops the words stand in a row at the foot. The river is drawn anew for each
//! stage: its thickness is those who reached that stage, so that a leak can be read wherever it is.

mod arrows;
mod frame;
mod head;
mod holds;
#[cfg(test)]
mod laws;
mod leaving;
mod loss;
mod mood;
mod picture;
mod room;
mod said;
mod show;
mod stand;
mod steps;
mod tiles;
mod ways;

pub use frame::{Clock, Frame, arrange_frame, arrange_question};
pub use holds::spotlights;
pub use room::{LEAST, Room};
pub use stand::Stand;

use super::pen;
use crate::model::Map;
use crate::scene::{Item, Scene};
use crate::text::{Shaper, in_language};
use crate::theme::Theme;
use show::Show;

/// One stage as a room sees it. Empty where the map has no such stage.
pub fn arrange_stage(map: &Map, stand: &Stand, room: Room, theme: &Theme, shaper: &Shaper) -> Scene {
    let laid = || {
        let items = Show::new(map, stand, room, theme, shaper).map(|show| laid(&show)).unwrap_or_default();
        let (title, language) = (map.meta.title.clone(), map.meta.language.clone());
        Scene { size: room.size(), items, title, language }
    };
    super::turned_over(in_language(&map.meta.language, laid))
}

fn laid(show: &Show) -> Vec<Item> {
    let mut items = vec![pen::group(mood::behind(show))];
    items.extend(loss::lay(show));
    items.extend(steps::lay(show));
    items.extend(tiles::lay(show));
    items.extend(arrows::lay(show));
    items.extend(leaving::lay(show));
    items.extend(mood::faces(show));
    items.extend(head::lay(show));
    items.extend(said::lay(show));
    items.extend(ways::lay(show));
    items
}
