//! What was drawn for the board before, kept by what went into it, so that an edit draws again only what it touched.
//!
//! A [`BoardCache`] changes nothing of the picture: it remembers values of functions of their inputs, and compares those
//! inputs in full. A board laid with it equals one laid from nothing, to the byte (law S4).

use super::differs::Differs;
use super::longest::KeptNeeds;
use super::noted::Shelves;
use super::shelf::Shelf;
use super::sticky::NoteLook;
use crate::model::{FlagId, FlagStatus, SegmentId, StageId, StickyId, TouchpointId};
use crate::scene::Parts;
use crate::theme::Theme;
use std::sync::Arc;
use touchline_words::{Language, language};

/// Theme, audience, the program's language and the map's.
type DrawnBy = (Theme, Option<SegmentId>, Language, String);

/// Parts of a board that the next layout may take over; owned by whoever lays one board again and again.
#[derive(Debug, Default)]
pub struct BoardCache {
    /// What every part is drawn by. Where it changes, nothing is kept.
    drawn_by: Option<DrawnBy>,
    pub(super) cards: Shelf<TouchpointId, super::card_look::CardLook>,
    pub(super) noted: Shelves,
    pub(super) pennants: Shelf<StageId, Vec<(FlagId, FlagStatus, String)>>,
    pub(super) stickies: Shelf<StickyId, NoteLook>,
    pub(super) notes: Option<super::sticky::KeptNotes>,
    pub(super) channels: super::channels::KeptChannels,
    pub(super) connectors: super::connectors::KeptConnectors,
    pub(super) feeling: super::feeling::KeptFeeling,
    pub(super) differs: Differs,
    pub(super) long: super::long::KeptLong,
    pub(super) spans: Arc<super::spans::Spans>,
    pub(super) needs: KeptNeeds,
    /// Counts the layouts.
    pub(super) pass: u64,
    pub(super) parts: Parts,
}

impl BoardCache {
    /// Begins a layout: forgets what another theme, audience or language was drawn by.
    pub(super) fn begin(&mut self, theme: &Theme, segment: Option<SegmentId>, of_map: &str) {
        let is_same = |by: &DrawnBy| (&by.0, by.1, by.2, by.3.as_str()) == (theme, segment, language(), of_map);
        if !self.drawn_by.as_ref().is_some_and(is_same) {
            let drawn_by = Some((*theme, segment, language(), of_map.to_owned()));
            *self = Self { drawn_by, pass: self.pass, ..Self::default() };
        }
        self.pass += 1;
    }

    /// Forgets what may look different with other fonts, and keeps what the bundled faces have every letter of.
    pub fn fonts_changed(&mut self) {
        self.cards.forget_lacking();
        self.noted.forget_lacking();
        self.pennants.forget_lacking();
        self.stickies.forget_lacking();
        self.channels.forget_lacking();
        self.connectors.forget();
        self.long.clear();
        self.notes = None;
    }

    /// Ends a layout: lets go of what it did not ask for, once that is much.
    pub(super) fn end(&mut self) {
        self.cards.sweep();
        self.noted.sweep();
        self.pennants.sweep();
        self.stickies.sweep();
        self.channels.sweep();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Board, Lens, arrange_board_again};
    use crate::model::{Change, Edit, Map, Verb};
    use crate::scene::{Item, Kind, Tag};
    use crate::text::Shaper;
    use std::collections::HashMap;

    /// The picture of each card on a board.
    fn cards(board: &Board) -> HashMap<Tag, Arc<[Item]>> {
        let cards = board.parts().iter().filter(|part| part.tag().kind == Kind::Touchpoint);
        cards.map(|part| (part.tag(), Arc::clone(&part.tagged.items))).collect()
    }

    /// The cards whose picture is another than before, after an edit and after its end.
    fn drawn_again(edit: impl Fn(&Map) -> Change) -> [Vec<Tag>; 2] {
        let (map, shaper, theme) = (sample::map(), Shaper::bundled(), Theme::light());
        let mut kept = BoardCache::default();
        let mut lay = |map: &Map| arrange_board_again(map, &Lens::default(), &theme, &shaper, 1136.0, &mut kept, None);
        let before = cards(&lay(&map));
        assert_eq!(before.len(), map.touchpoints.len());
        let edited = map.after(&Edit::of(Verb::Move, vec![edit(&map)])).unwrap();
        // As in a drag: the map as it would be, then the one that there is, then the other again.
        let boards = [&edited, &map, &edited].map(|map| cards(&lay(map)));
        let other = |a: &HashMap<Tag, Arc<[Item]>>, b: &HashMap<Tag, Arc<[Item]>>| {
            a.iter()
                .filter(|(tag, items)| !b.get(tag).is_some_and(|other| Arc::ptr_eq(items, other)))
                .map(|(tag, _)| *tag)
                .collect()
        };
        [other(&before, &boards[0]), other(&boards[0], &boards[2])]
    }

    #[test]
    fn only_the_card_that_an_edit_touched_is_drawn_again() {
        let first = |map: &Map| map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
        let id = first(&sample::map()).0;
        let retitled = drawn_again(|map| {
            let (id, mut card) = first(map);
            card.title.push_str(" again");
            Change::Touchpoint(id, Some(card))
        });
        assert_eq!(retitled[0], [Tag::new(Kind::Touchpoint, id.0)]);
        let moved = drawn_again(|map| {
            let (id, mut card) = first(map);
            card.stage = map.stages_in_order().last().unwrap().0;
            Change::Touchpoint(id, Some(card))
        });
        assert_eq!(moved[0], [Tag::new(Kind::Touchpoint, id.0)], "its stage gives it another colour");
        assert!(moved[1].len() <= 1 && retitled[1].len() <= 1);
    }

    #[test]
    fn fonts_that_arrive_change_only_what_our_own_lack_a_letter_of() {
        // The thread that reads fonts has done so as soon as it is asked.
        let run = |work: crate::text::Work| {
            work();
            true
        };
        let (shaper, theme) = (Shaper::with_system_fonts_later(run, || ()), Theme::light());
        let mut map = sample::map();
        let (id, mut card) = map.touchpoints.iter().next().map(|(id, card)| (*id, card.clone())).unwrap();
        card.title.push_str(" 日本");
        map.apply(Edit::of(Verb::Move, vec![Change::Touchpoint(id, Some(card))])).unwrap();
        let mut kept = BoardCache::default();
        let lay =
            |kept: &mut BoardCache| arrange_board_again(&map, &Lens::default(), &theme, &shaper, 1136.0, kept, None);
        let before = cards(&lay(&mut kept));
        assert!(shaper.take_arrived());
        kept.fonts_changed();
        let again = lay(&mut kept);
        assert_eq!(again, lay(&mut BoardCache::default()));
        let other: Vec<Tag> = cards(&again)
            .iter()
            .filter(|(tag, items)| !Arc::ptr_eq(items, &before[tag]))
            .map(|(tag, _)| *tag)
            .collect();
        assert_eq!(other, [Tag::new(Kind::Touchpoint, id.0)]);
    }
}
