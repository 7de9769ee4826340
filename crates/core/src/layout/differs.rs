//! Which cards and cells may look different from the layout before, so that a large map is not gone through for one card.

use crate::model::{
    ConnectorId, FlagId, FlagTarget, LaneId, Map, NoteTie, RecordRef, StageId, StepId, Sticky, StickyId, TouchpointId,
};
use std::collections::{BTreeSet, HashMap};

/// What a line to a card is told by, beside its name and where it lies.
type End = (StageId, LaneId, Option<StepId>, Option<StageId>, bool);

/// What an edit may have changed of cards and cells, by where they stood in the layout before.
#[derive(Debug, Default)]
pub(super) struct Differs {
    places: HashMap<TouchpointId, (StageId, LaneId)>,
    /// The cards that flags hang on.
    flagged: HashMap<FlagId, TouchpointId>,
    steps: HashMap<StepId, StageId>,
    /// The cards that say that they go on over several stages; None where that was not looked for.
    long: Option<BTreeSet<TouchpointId>>,
    /// The cards that notes are tied to.
    noted: HashMap<StickyId, TouchpointId>,
    /// The cards on which connectors end, as far as their lines are told by it.
    ends: HashMap<TouchpointId, Option<End>>,
    /// Whether one of those is another than before.
    ends_differ: bool,
    /// Whether a card that says, or said, that it goes on over several stages was touched.
    long_differ: bool,
    /// Whether a note was touched.
    notes_differ: bool,
    /// Whether more was touched than cards and what hangs on them.
    beyond: bool,
    /// Nothing is known of the layout before.
    all: bool,
    cards: BTreeSet<TouchpointId>,
    cells: BTreeSet<(StageId, LaneId)>,
}

impl Differs {
    /// Goes on to a map that differs from the one before by what was touched alone; None: by anything.
    pub fn follow(&mut self, map: &Map, touched: Option<&BTreeSet<RecordRef>>) {
        let Some(touched) = touched else {
            *self = Self::of(map);
            return;
        };
        (self.all, self.beyond) = (false, false);
        (self.ends_differ, self.long_differ, self.notes_differ) = (false, false, false);
        self.cards.clear();
        self.cells.clear();
        for record in touched {
            if let Ok(card) = TouchpointId::try_from(*record) {
                self.cards.insert(card);
                let before = self.places.remove(&card);
                let now = map.touchpoints.get(&card).map(|card| (card.stage, card.lane));
                self.places.extend(now.map(|place| (card, place)));
                self.cells.extend(before.into_iter().chain(now));
                let long = self.long.get_or_insert_with(|| long_of(map));
                self.long_differ |= long.contains(&card);
                if let Some(end) = self.ends.get_mut(&card) {
                    let now = end_of(map, card);
                    self.ends_differ |= std::mem::replace(end, now) != now;
                }
                if map.touchpoints.get(&card).is_some_and(|card| card.until.is_some()) {
                    self.long_differ = true;
                    long.insert(card);
                } else {
                    long.remove(&card);
                }
            } else if let Ok(flag) = FlagId::try_from(*record) {
                let before = self.flagged.remove(&flag);
                let now = map.flags.get(&flag).and_then(|flag| card_of(flag.on));
                self.flagged.extend(now.map(|card| (flag, card)));
                self.cards.extend(before.into_iter().chain(now));
            } else if let Ok(note) = StickyId::try_from(*record) {
                let before = self.noted.remove(&note);
                let now = map.stickies.get(&note).and_then(noted);
                self.noted.extend(now.map(|card| (note, card)));
                self.cards.extend(before.into_iter().chain(now));
                self.notes_differ = true;
            } else if let Ok(step) = StepId::try_from(*record) {
                let before = self.steps.remove(&step);
                let now = map.steps.get(&step).map(|step| step.stage);
                self.steps.extend(now.map(|stage| (step, stage)));
                before.into_iter().chain(now).for_each(|stage| self.stage(map, stage));
                self.beyond = true;
            } else {
                if ConnectorId::try_from(*record).is_ok() {
                    self.ends = ends_of(map);
                }
                self.beyond = true;
            }
        }
        let Self { places, cards, cells, .. } = self;
        cells.extend(cards.iter().filter_map(|card| places.get(card)));
    }

    /// All cards of a stage may stand elsewhere, and say another step.
    fn stage(&mut self, map: &Map, stage: StageId) {
        self.cells.extend(map.lanes.keys().map(|lane| (stage, *lane)));
        self.cards.extend(self.places.iter().filter(|(_, place)| place.0 == stage).map(|(card, _)| *card));
    }

    /// Where nothing is kept, and everything may differ.
    pub fn everything() -> Self {
        Self { all: true, ..Self::default() }
    }

    fn of(map: &Map) -> Self {
        Self {
            places: map.touchpoints.iter().map(|(id, card)| (*id, (card.stage, card.lane))).collect(),
            flagged: map.flags.iter().filter_map(|(id, flag)| Some((*id, card_of(flag.on)?))).collect(),
            noted: map.stickies.iter().filter_map(|(id, note)| Some((*id, noted(note)?))).collect(),
            steps: map.steps.iter().map(|(id, step)| (*id, step.stage)).collect(),
            long: Some(long_of(map)),
            ends: ends_of(map),
            all: true,
            ..Self::default()
        }
    }

    /// The cards of the map that say that they go on over several stages, in the order of their numbers.
    pub fn long(&self, map: &Map) -> Vec<TouchpointId> {
        match &self.long {
            Some(long) => long.iter().copied().collect(),
            None => long_of(map).into_iter().collect(),
        }
    }

    /// Whether a card's picture and words may be others than in the layout before.
    pub fn card(&self, card: TouchpointId) -> bool {
        self.all || self.cards.contains(&card)
    }

    /// The cards of which that holds; None where it may hold of all.
    pub fn cards(&self) -> Option<&BTreeSet<TouchpointId>> {
        (!self.all).then_some(&self.cards)
    }

    /// Whether more may differ than cards and what hangs on them.
    pub fn beyond_cards(&self) -> bool {
        self.all || self.beyond
    }

    /// Whether connectors may be others than in the layout before, or lead another way for another reason than where cards lie.
    pub fn ways(&self) -> bool {
        self.beyond_cards() || self.ends_differ
    }

    /// Whether other cards may go on over several stages than in the layout before, or look different.
    pub fn long_ones(&self) -> bool {
        self.beyond_cards() || self.long_differ
    }

    /// Whether a note may be another than in the layout before.
    pub fn notes(&self) -> bool {
        self.beyond_cards() || self.notes_differ
    }

    /// Whether that holds of a card of a cell, or the cell has others than before.
    pub fn cell(&self, stage: StageId, lane: LaneId) -> bool {
        self.all || self.cells.contains(&(stage, lane))
    }
}

fn ends_of(map: &Map) -> HashMap<TouchpointId, Option<End>> {
    map.connectors.values().flat_map(|way| [way.from, way.to]).map(|id| (id, end_of(map, id))).collect()
}

fn end_of(map: &Map, card: TouchpointId) -> Option<End> {
    let card = map.touchpoints.get(&card)?;
    Some((card.stage, card.lane, card.step, card.until, card.picture.is_some()))
}

fn long_of(map: &Map) -> BTreeSet<TouchpointId> {
    map.touchpoints.iter().filter(|(_, card)| card.until.is_some()).map(|(id, _)| *id).collect()
}

fn noted(note: &Sticky) -> Option<TouchpointId> {
    match note.tied? {
        NoteTie::Touchpoint(card) => Some(card),
        NoteTie::Stage(_) | NoteTie::Cell(..) | NoteTie::Lane(_) | NoteTie::Sticky(_) => None,
    }
}

fn card_of(target: FlagTarget) -> Option<TouchpointId> {
    match target {
        FlagTarget::Touchpoint(card) => Some(card),
        FlagTarget::Stage(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Change, Edit, Verb};

    #[test]
    fn what_an_edit_touched_differs_where_it_was_and_where_it_is() {
        let mut map = sample::map();
        let mut differs = Differs::default();
        differs.follow(&map, None);
        assert!(map.touchpoints.keys().all(|card| differs.card(*card)), "of the first layout nothing is known");
        let stages: Vec<StageId> = map.stages.keys().copied().collect();
        let cards: Vec<TouchpointId> = map.touchpoints.keys().copied().collect();
        for step in 0..60 {
            // Two cards go to the place of a third, or come to stand beside it.
            let third = map.touchpoints[&cards[step * 7 % cards.len()]].clone();
            let changes = [step % cards.len(), step * 5 % cards.len()].map(|nth| {
                let mut card = map.touchpoints[&cards[nth]].clone();
                (card.stage, card.rank) = (stages[step * 3 % stages.len()], third.rank.clone());
                Change::Touchpoint(cards[nth], Some(card))
            });
            let before = map.clone();
            let touched = map.apply(Edit::of(Verb::Move, changes.into())).unwrap().touched;
            differs.follow(&map, Some(&touched));
            let differ = cards.iter().filter(|card| differs.card(**card)).count();
            assert!(differ == touched.len(), "{differ} of {touched:?}");
            for (stage, lane) in map.stages.keys().flat_map(|stage| map.lanes.keys().map(|lane| (*stage, *lane))) {
                let cards = |map: &Map| map.card_ids_in(stage, lane).to_vec();
                let is_same = cards(&before) == cards(&map) && !cards(&map).iter().any(|card| differs.card(*card));
                assert_eq!(differs.cell(stage, lane), !is_same, "step {step}");
            }
        }
    }

    #[test]
    fn a_flag_that_moves_is_looked_for_on_both_cards() {
        let mut map = sample::map();
        let mut differs = Differs::default();
        differs.follow(&map, None);
        let (id, flag) = map.flags.iter().find(|(_, flag)| card_of(flag.on).is_some()).unwrap();
        let (id, mut flag) = (*id, flag.clone());
        let before = card_of(flag.on).unwrap();
        let now = *map.touchpoints.keys().find(|card| **card != before).unwrap();
        flag.on = FlagTarget::Touchpoint(now);
        let touched = map.apply(Edit::of(Verb::Move, vec![Change::Flag(id, Some(flag))])).unwrap().touched;
        differs.follow(&map, Some(&touched));
        let differ: Vec<TouchpointId> = map.touchpoints.keys().copied().filter(|card| differs.card(*card)).collect();
        assert_eq!(differ.len(), 2);
        assert!(differ.contains(&before) && differ.contains(&now));
    }
}
