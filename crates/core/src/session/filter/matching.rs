//! Which records meet a filter.
//!
//! **The rule.** A filter looks at the records that are drawn on the board, stages, lanes and the map itself apart:
//! - Several values of one criterion are one or the other; criteria that have values count together.
//! - A card and what is tied to it (its flags, and the pain points, actions and the like that are about it) stand and fall
//!   together. They meet the filter where the card alone does, or the card with one of these: a card of the legal team with an
//!   open flag meets “open, legal”, whoever of the two has the owner. Of two flags each has to stand for itself: an open one
//!   of GDPR and a cleared one of COPPA are no “open, COPPA”.
//! - What says for which audiences it is has to be for one of those that are looked for; what says nothing is for all, as on the
//!   board. Of a card and what is tied to it both have to be.
//! - A record without the field that a criterion asks for does not meet it: a question has no channel.
//! - What is tied to no card stands for itself, with its stage: a flag on a stage, a question, a note.
//! - A stage meets the filter where anything in it does, or where the words that are looked for stand in its own texts and
//!   nothing else is asked.
//! - A connector meets it where both of its ends do.
//! - What is not in the state of the map that is asked for, as it is or as it shall be, is never shown, with what is tied to it.
//! - What is asked of a column of the table holds of each record of that kind by itself. All else meets it where it belongs to one:
//!   a card with what is tied to it, what stands in a stage with the stage. Columns of what belongs to no card (connectors,
//!   loops, notes, drawings) are asked of these alone; those of what is never filtered, in the rows of outline and table alone.
//! - Audiences, measurements, blocks of the agenda, saved views, steps, lanes and the map itself are never filtered.

use super::columns::{Columns, belongs};
use crate::fields::{self, FieldKind};
use crate::model::*;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What meets a filter in a map, and what does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Those that do not: a record that comes later is not among them.
    others: HashSet<RecordRef>,
    /// Those of them that are not in the state of the map that is looked at, and are never shown.
    away: HashSet<RecordRef>,
    /// Those of the kinds that are never filtered that have no row, by what is asked of their columns.
    no_rows: HashSet<RecordRef>,
    /// Cards that meet it, and all of them.
    cards: (usize, usize),
}

/// Whether records of a kind are filtered at all.
pub fn is_filtered(kind: RecordKind) -> bool {
    match kind.family() {
        Family::Stage
        | Family::Touchpoint
        | Family::Listed(_)
        | Family::Flag
        | Family::Sticky
        | Family::Connector
        | Family::Loop
        | Family::Drawing => true,
        Family::Map
        | Family::Lane
        | Family::Segment
        | Family::Measurement
        | Family::AgendaBlock
        | Family::Step
        | Family::SavedView
        | Family::DeckPage => false,
    }
}

impl Matches {
    /// What meets a filter in a map: see the rule above. One walk through the map.
    pub fn of(map: &Map, filter: &Filter) -> Self {
        if filter.is_empty() {
            let cards = map.touchpoints.len();
            return Self { cards: (cards, cards), ..Self::default() };
        }
        let asked = Asked::of(filter);
        let all = asked.columns.bits();
        let of_stages: HashMap<StageId, Meets> =
            map.stages.keys().map(|id| (*id, asked.record(map, (*id).into()))).collect();
        let stage_columns =
            |stage: Option<StageId>| stage.and_then(|stage| of_stages.get(&stage)).map_or(0, |meets| meets.columns);
        // Each card with whether it meets the filter alone or with something that is tied to it.
        let mut cards: BTreeMap<TouchpointId, (Meets, bool)> = BTreeMap::new();
        for (id, card) in &map.touchpoints {
            let mut own = asked.card(map, *id, card);
            own.columns |= stage_columns(Some(card.stage));
            cards.insert(*id, (own, own.all()));
        }
        let mut loose: Vec<(RecordRef, Option<StageId>, bool)> = Vec::new();
        let mut tied: Vec<(RecordRef, TouchpointId, Option<StageId>, bool)> = Vec::new();
        let mut take = |record: RecordRef, card: Option<TouchpointId>, stage: Option<StageId>, own: Meets| match card
            .and_then(|card| Some((card, cards.get_mut(&card)?)))
        {
            Some((card, (of_card, meets))) => {
                *meets |= of_card.with(own).all();
                of_card.columns |= own.columns;
                tied.push((record, card, stage, own.is_own));
            }
            None => {
                let columns = own.columns | stage_columns(stage);
                loose.push((record, stage, own.all() && own.is_own && columns & all == all));
            }
        };
        for kind in ListKind::ALL {
            of_kind!(*kind, R => for (id, record) in R::table(map) {
                let at = R::at(*id);
                let card = record.spot().touchpoint.copied().flatten();
                take(at, card, Some(record.stage()), asked.record(map, at));
            });
        }
        for (id, flag) in &map.flags {
            let (card, stage) = match flag.on {
                FlagTarget::Touchpoint(card) => (Some(card), None),
                FlagTarget::Stage(stage) => (None, Some(stage)),
            };
            take((*id).into(), card, stage, asked.record(map, (*id).into()));
        }
        for id in map.stickies.keys() {
            take((*id).into(), None, None, asked.record(map, (*id).into()));
        }

        let mut stages: HashSet<StageId> = HashSet::new();
        let mut others: HashSet<RecordRef> = HashSet::new();
        for (record, stage, meets) in loose {
            if meets {
                stages.extend(stage);
            } else {
                others.insert(record);
            }
        }
        for (own, meets) in cards.values_mut() {
            *meets &= own.is_own && own.columns & all == all;
        }
        for (id, (_, meets)) in &cards {
            if *meets {
                stages.extend(map.touchpoints.get(id).map(|card| card.stage));
            } else {
                others.insert((*id).into());
            }
        }
        let meets = |card: &TouchpointId| cards.get(card).is_some_and(|(_, meets)| *meets);
        // What is tied to a card of another stage stands in its own.
        for (record, card, stage, is_own) in &tied {
            if *is_own && meets(card) {
                stages.extend(*stage);
            } else {
                others.insert(*record);
            }
        }
        let lines = map.connectors.iter().filter(|(_, line)| !(meets(&line.from) && meets(&line.to)));
        others.extend(lines.map(|(id, _)| RecordRef::from(*id)));
        let by_itself = !asked.words.is_empty() || asked.columns.asks(RecordKind::Stage);
        let stands = |own: &Meets| by_itself && own.all() && own.is_own && own.columns & all == all;
        let bare = of_stages.iter().filter(|(id, own)| !stages.contains(id) && !stands(own));
        others.extend(bare.map(|(id, _)| RecordRef::from(*id)));
        let mut no_rows = HashSet::new();
        for kind in asked.columns.kinds().filter(|kind| !belongs(*kind)) {
            let unmet = map.refs(kind).into_iter().filter(|record| !asked.columns.met(map, *record).1);
            if is_filtered(kind) { others.extend(unmet) } else { no_rows.extend(unmet) }
        }
        let away = away(map, filter.state, &tied);
        others.extend(away.iter().copied());
        let met = cards.iter().filter(|(id, (_, meets))| *meets && !away.contains(&RecordRef::from(**id))).count();
        Self { others, away, no_rows, cards: (met, cards.len()) }
    }

    /// Whether a record has a row where the others are hidden: also of the kinds that are never filtered elsewhere.
    pub fn has_row(&self, record: RecordRef) -> bool {
        self.meets(record) && !self.no_rows.contains(&record)
    }

    /// Whether a record meets the filter, or is none that is filtered.
    pub fn meets(&self, record: RecordRef) -> bool {
        !self.others.contains(&record)
    }

    /// Whether a record is not in the state of the map that is looked at, whatever becomes of the others.
    pub fn is_away(&self, record: RecordRef) -> bool {
        self.away.contains(&record)
    }

    /// Whether anything is away.
    pub fn has_away(&self) -> bool {
        !self.away.is_empty()
    }

    /// Every record that does not.
    pub fn others(&self) -> impl Iterator<Item = RecordRef> + '_ {
        self.others.iter().copied()
    }

    /// How many cards meet it.
    pub fn cards(&self) -> usize {
        self.cards.0
    }

    /// How many cards there are.
    pub fn of_cards(&self) -> usize {
        self.cards.1
    }
}

/// The cards that are not in a state, with what is tied to them and the connectors at them.
fn away(
    map: &Map,
    state: Option<MapState>,
    tied: &[(RecordRef, TouchpointId, Option<StageId>, bool)],
) -> HashSet<RecordRef> {
    let Some(state) = state else { return HashSet::new() };
    let is_away = |card: &TouchpointId| map.touchpoints.get(card).is_some_and(|card| !card.belongs.is_in(state));
    let cards = map.touchpoints.keys().filter(|id| is_away(id)).map(|id| RecordRef::from(*id));
    let parts = tied.iter().filter(|(_, card, ..)| is_away(card)).map(|(record, ..)| *record);
    let lines = map.connectors.iter().filter(|(_, line)| is_away(&line.from) || is_away(&line.to));
    cards.chain(parts).chain(lines.map(|(id, _)| RecordRef::from(*id))).collect()
}

const OWNER: u8 = 1;
const STATUS: u8 = 1 << 1;
const HORIZON: u8 = 1 << 2;
const REGIME: u8 = 1 << 3;
const GROUND: u8 = 1 << 4;
const CHANNEL: u8 = 1 << 5;
const WORDS: u8 = 1 << 6;
const PROGRESS: u8 = 1 << 7;
const EVERY: u8 = OWNER | STATUS | HORIZON | PROGRESS | REGIME | GROUND | CHANNEL | WORDS;

/// Which criteria a record meets by itself.
#[derive(Clone, Copy)]
struct Meets {
    criteria: u8,
    /// Whether it is for an audience that is looked for.
    is_for: bool,
    /// Which columns it meets, as bits.
    columns: u32,
    /// Whether it meets all that is asked of the columns of its kind.
    is_own: bool,
}

impl Meets {
    /// Whether it meets all but what is asked of columns.
    fn all(self) -> bool {
        self.is_for && self.criteria == EVERY
    }

    /// A card with something that is tied to it.
    fn with(self, tied: Self) -> Self {
        Self { criteria: self.criteria | tied.criteria, is_for: self.is_for && tied.is_for, ..self }
    }
}

/// A filter, with what is worked out of it once.
struct Asked<'a> {
    filter: &'a Filter,
    /// The criteria that have no value, which everything meets.
    free: u8,
    /// Owners and words in small letters.
    owners: Vec<String>,
    words: String,
    columns: Columns,
}

impl<'a> Asked<'a> {
    fn of(filter: &'a Filter) -> Self {
        let words = small(filter.text.trim());
        let free = [
            (filter.owners.is_empty(), OWNER),
            (filter.statuses.is_empty(), STATUS),
            (filter.horizons.is_empty(), HORIZON),
            (filter.actions.is_empty(), PROGRESS),
            (filter.regimes.is_empty(), REGIME),
            (filter.grounds.is_empty(), GROUND),
            (filter.channels.is_empty(), CHANNEL),
            (words.is_empty(), WORDS),
        ];
        let free = free.into_iter().filter(|(is_free, _)| *is_free).fold(0, |free, (_, criterion)| free | criterion);
        let owners = filter.owners.iter().map(|owner| small(owner.trim())).collect();
        Self { filter, free, owners, words, columns: Columns::of(filter) }
    }

    fn card(&self, map: &Map, id: TouchpointId, card: &Touchpoint) -> Meets {
        let mut meets = self.record(map, id.into());
        meets.criteria |= self.owner(&card.owner);
        meets.criteria |= given(self.filter.channels.contains(&card.channel), CHANNEL);
        let rests = |ground: &Ground| match ground {
            Ground::Assumption => card.evidence.is_empty(),
            Ground::Evidence => !card.evidence.is_empty(),
            Ground::From(kind) => card.evidence.iter().any(|evidence| evidence.kind == *kind),
        };
        meets.criteria |= given(self.filter.grounds.iter().any(rests), GROUND);
        meets
    }

    /// What a record meets that is no card, and what of a card any record can meet.
    fn record(&self, map: &Map, at: RecordRef) -> Meets {
        let mut criteria = self.free;
        match at {
            RecordRef::Flag(id) => {
                if let Some(flag) = map.flags.get(&id) {
                    criteria |= self.owner(&flag.owner);
                    criteria |= given(self.filter.statuses.contains(&flag.status), STATUS);
                    criteria |= given(self.filter.regimes.contains(&flag.regime), REGIME);
                }
            }
            RecordRef::Action(id) => {
                if let Some(action) = map.actions.get(&id) {
                    criteria |= self.owner(&action.owner);
                    criteria |= given(self.filter.horizons.contains(&action.horizon), HORIZON);
                    criteria |= given(self.filter.actions.contains(&action.status), PROGRESS);
                }
            }
            RecordRef::Backstage(id) => {
                criteria |= map.backstages.get(&id).map_or(0, |behind| self.owner(&behind.owner));
            }
            // These have no field of their own that is asked for, but their words.
            RecordRef::Map
            | RecordRef::Stage(_)
            | RecordRef::Lane(_)
            | RecordRef::Segment(_)
            | RecordRef::Touchpoint(_)
            | RecordRef::Question(_)
            | RecordRef::PainPoint(_)
            | RecordRef::Sticky(_)
            | RecordRef::Measurement(_)
            | RecordRef::Metric(_)
            | RecordRef::Picture(_)
            | RecordRef::Remark(_)
            | RecordRef::Connector(_)
            | RecordRef::Loop(_)
            | RecordRef::Drawing(_)
            | RecordRef::AgendaBlock(_)
            | RecordRef::Step(_)
            | RecordRef::SavedView(_)
            | RecordRef::DeckPage(_) => {}
        }
        if criteria & WORDS == 0 {
            criteria |= given(self.has_words(map, at), WORDS);
        }
        let audiences = map.spot(at).and_then(|spot| spot.segments).map_or(&[][..], Vec::as_slice);
        let asked = &self.filter.segments;
        let is_for =
            asked.is_empty() || audiences.is_empty() || audiences.iter().any(|segment| asked.contains(segment));
        let (columns, is_own) = self.columns.met(map, at);
        Meets { criteria, is_for, columns, is_own }
    }

    fn owner(&self, owner: &str) -> u8 {
        given(self.owners.iter().any(|asked| *asked == small(owner.trim())), OWNER)
    }

    fn has_words(&self, map: &Map, at: RecordRef) -> bool {
        let said = fields::said(map, at, |_, kind| is_read(kind));
        said.iter().any(|(_, text)| small(text).contains(&self.words))
    }
}

fn given(holds: bool, criterion: u8) -> u8 {
    if holds { criterion } else { 0 }
}

fn small(text: &str) -> String {
    text.to_lowercase()
}

/// Whether a field holds words that a person looks for.
fn is_read(kind: FieldKind) -> bool {
    match kind {
        FieldKind::Name | FieldKind::Line | FieldKind::Text | FieldKind::List | FieldKind::Audiences => true,
        FieldKind::Number | FieldKind::Day | FieldKind::Choice(_) | FieldKind::Switch | FieldKind::Card => false,
    }
}
