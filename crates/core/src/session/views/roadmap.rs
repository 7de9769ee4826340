//! The roadmap: actions by when they are to be done, and at the end what hurts and has no action yet.
//!
//! The columns are made anew when the map or the filter changes, and at no other time.

use super::Way;
use crate::edit;
use crate::fields::{self, FieldKey};
use crate::model::*;
use crate::session::Session;
use crate::session::filter::{Sieve, SieveKey};
use crate::session::view::RoadmapMsg;
use std::collections::BTreeSet;

/// Cards of a page.
const PAGE: usize = 5;

/// The columns of a map.
#[derive(Clone, Debug, Default)]
pub struct Roadmap {
    stamp: Option<(u64, SieveKey)>,
    columns: [Vec<RecordRef>; 3],
    /// Those that do not meet the filter, and step back.
    dimmed: BTreeSet<RecordRef>,
}

impl Roadmap {
    /// Brings the columns up to date with a map and the filter over it; equal stamps, equal map. True when they were made anew.
    pub fn follow(&mut self, map: &Map, stamp: u64, sieve: Sieve<'_>) -> bool {
        let now = Some((stamp, sieve.key()));
        if self.stamp == now {
            return false;
        }
        self.stamp = now;
        self.columns = columns(map);
        let sifted = sieve.over(map);
        for column in &mut self.columns {
            column.retain(|record| !sifted.is_hidden(*record));
        }
        self.dimmed = self.columns.iter().flatten().copied().filter(|record| sifted.is_dimmed(*record)).collect();
        true
    }

    /// Whether a card does not meet the filter, and steps back.
    pub fn is_dimmed(&self, record: RecordRef) -> bool {
        self.dimmed.contains(&record)
    }

    /// What stands in a column, in the order of [`Horizon::ALL`]; in the last one also what has no action.
    pub fn column(&self, horizon: Horizon) -> &[RecordRef] {
        self.columns.get(horizon as usize).map_or(&[], Vec::as_slice)
    }

    /// Column and place of a record.
    pub fn place_of(&self, record: RecordRef) -> Option<(Horizon, usize)> {
        Horizon::ALL.into_iter().find_map(|horizon| {
            self.column(horizon).iter().position(|other| *other == record).map(|place| (horizon, place))
        })
    }

    /// The card that a key leads to: up and down within a column, sideways to the next one that holds any.
    pub fn stepped(&self, from: Option<RecordRef>, way: Way) -> Option<RecordRef> {
        let first = || Horizon::ALL.into_iter().find_map(|horizon| self.column(horizon).first().copied());
        let Some((horizon, place)) = from.and_then(|record| self.place_of(record)) else { return first() };
        let column = self.column(horizon);
        let last = column.len().saturating_sub(1);
        let at = |place: Option<usize>| column.get(place?).copied();
        match way {
            Way::Up => at(place.checked_sub(1)),
            Way::Down => at(Some(place + 1)),
            Way::PageUp => at(Some(place.saturating_sub(PAGE))),
            Way::PageDown => at(Some((place + PAGE).min(last))),
            Way::First => at(Some(0)),
            Way::Last => at(Some(last)),
            Way::Before => self.columns.iter().take(horizon as usize).rev().find_map(|column| beside_in(column, place)),
            Way::Behind => self.columns.iter().skip(horizon as usize + 1).find_map(|column| beside_in(column, place)),
        }
    }
}

/// What stands at a place of a column, or at its end.
fn beside_in(column: &[RecordRef], place: usize) -> Option<RecordRef> {
    column.get(place).or(column.last()).copied()
}

/// The horizon before or behind one.
pub fn beside(horizon: Horizon, later: bool) -> Option<Horizon> {
    let at = (horizon as usize).checked_add_signed(if later { 1 } else { -1 })?;
    Horizon::ALL.get(at).copied()
}

fn columns(map: &Map) -> [Vec<RecordRef>; 3] {
    let stages: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    let places: std::collections::BTreeMap<StageId, usize> =
        stages.iter().enumerate().map(|(nth, id)| (*id, nth)).collect();
    let mut columns: [Vec<RecordRef>; 3] = Default::default();
    let mut actions: Vec<(ActionId, &Action)> = map.actions.iter().map(|(id, action)| (*id, action)).collect();
    // What is due first stands first, what has no day by its place on the map; what is over stands last.
    actions.sort_by_cached_key(|(id, action)| {
        (
            action.status.is_over(),
            action.due.is_none(),
            action.due,
            places.get(&action.stage).copied(),
            action.rank.clone(),
            *id,
        )
    });
    for (id, action) in actions {
        if let Some(column) = columns.get_mut(action.horizon as usize) {
            column.push(id.into());
        }
    }
    // Of what was dropped nothing comes.
    let counts = || map.actions.values().filter(|action| action.status != ActionStatus::Dropped);
    let cards: BTreeSet<TouchpointId> = counts().filter_map(|action| action.touchpoint).collect();
    let acted: BTreeSet<StageId> = counts().map(|action| action.stage).collect();
    let is_open = |pain: &PainPoint| match pain.touchpoint {
        Some(card) => !cards.contains(&card),
        None => !acted.contains(&pain.stage),
    };
    let mut pains: Vec<(PainPointId, &PainPoint)> =
        map.pain_points.iter().filter(|(_, pain)| is_open(pain)).map(|(id, pain)| (*id, pain)).collect();
    pains.sort_by_cached_key(|(id, pain)| (places.get(&pain.stage).copied(), pain.rank.clone(), *id));
    if let Some(last) = columns.last_mut() {
        last.extend(pains.into_iter().map(|(id, _)| RecordRef::from(id)));
    }
    columns
}

impl Session {
    pub(in crate::session) fn roadmap_msg(&mut self, msg: RoadmapMsg) {
        let RoadmapMsg::Put { record, horizon } = msg;
        if let RecordRef::PainPoint(id) = record {
            return self.plan(id, horizon);
        }
        let key = FieldKey::one(record, Field::Horizon);
        if let Ok(Some(edit)) = fields::write(&self.map, &key, horizon.name()) {
            self.edit(edit);
        }
    }

    /// Makes an action of what hurts, for its card, in its words.
    fn plan(&mut self, id: PainPointId, horizon: Horizon) {
        let Some(pain) = self.map.pain_points.get(&id) else { return };
        let (stage, card, text) = (pain.stage, pain.touchpoint, pain.text.clone());
        let mut ids = self.ids.clone();
        let Some((mut edit, new)) = edit::add_in_stage::<Action>(&self.map, stage, card, &text, &mut ids) else {
            return;
        };
        self.ids = ids;
        for change in &mut edit.changes {
            if let Change::Action(at, Some(action)) = change
                && *at == new
            {
                action.horizon = horizon;
            }
        }
        if self.edit(edit) {
            self.selection.set([new.into()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::stories::Story;
    use crate::session::{Command, Intent, New};

    fn roadmap(story: &Story) -> Roadmap {
        let mut roadmap = Roadmap::default();
        roadmap.follow(story.session.map(), 1, story.session.sieve());
        roadmap
    }

    #[test]
    fn an_action_is_put_off_in_one_step_and_what_hurts_without_one_waits_at_the_end() {
        let mut story = Story::new();
        story.stage("Awareness");
        story.card("Trailer");
        let pain = story.add(New::Listed { kind: ListKind::PainPoint, text: "Too late".to_owned() });
        assert_eq!(roadmap(&story).place_of(pain), Some((Horizon::LongTerm, 0)));
        let start = story.session.map().clone();
        let steps = story.session.history().undo_steps();
        story.act(Intent::Roadmap(RoadmapMsg::Put { record: pain, horizon: Horizon::QuickWin }));
        let action = story.session.selection().only().unwrap();
        let map = roadmap(&story);
        assert_eq!((map.place_of(action), map.place_of(pain)), (Some((Horizon::QuickWin, 0)), None));
        story.act(Intent::Roadmap(RoadmapMsg::Put { record: action, horizon: Horizon::Medium }));
        assert_eq!(roadmap(&story).place_of(action), Some((Horizon::Medium, 0)));
        assert_eq!(story.session.history().undo_steps(), steps + 2);
        story.run(Command::Undo);
        assert_eq!(roadmap(&story).place_of(action), Some((Horizon::QuickWin, 0)));
        story.run(Command::Undo);
        assert_eq!(*story.session.map(), start);
    }

    #[test]
    fn what_is_over_stands_last_and_a_dropped_action_leaves_its_pain_open() {
        let mut story = Story::new();
        story.stage("Awareness");
        let [first, second] =
            ["One", "Two"].map(|title| story.add(New::Listed { kind: ListKind::Action, text: title.to_owned() }));
        let pain = story.add(New::Listed { kind: ListKind::PainPoint, text: "Too late".to_owned() });
        let set = |story: &mut Story, record: RecordRef, status: ActionStatus| {
            let key = FieldKey::one(record, Field::ActionStatus);
            let edit = fields::write(story.session.map(), &key, status.name()).unwrap().unwrap();
            story.act(Intent::Edit(edit));
        };
        set(&mut story, first, ActionStatus::Done);
        assert_eq!(roadmap(&story).column(Horizon::QuickWin), [second, first]);
        assert_eq!(roadmap(&story).place_of(pain), None);
        set(&mut story, first, ActionStatus::Dropped);
        set(&mut story, second, ActionStatus::Dropped);
        assert_eq!(roadmap(&story).place_of(pain), Some((Horizon::LongTerm, 0)));
    }

    #[test]
    fn arrows_lead_from_card_to_card_and_over_an_empty_column() {
        let mut story = Story::new();
        story.stage("Awareness");
        let [first, second] =
            ["One", "Two"].map(|title| story.add(New::Listed { kind: ListKind::Action, text: title.to_owned() }));
        story.act(Intent::Roadmap(RoadmapMsg::Put { record: second, horizon: Horizon::LongTerm }));
        let map = roadmap(&story);
        assert_eq!(map.stepped(None, Way::Down), Some(first));
        assert_eq!(map.stepped(Some(first), Way::Behind), Some(second));
        assert_eq!(map.stepped(Some(second), Way::Before), Some(first));
        assert_eq!((map.stepped(Some(first), Way::Down), map.stepped(Some(first), Way::Before)), (None, None));
        assert_eq!((beside(Horizon::QuickWin, false), beside(Horizon::QuickWin, true)), (None, Some(Horizon::Medium)));
    }
}
