//! Looking for words in every field of every record, one hit after the other, and putting others in their place.
//!
//! Hits stand in the order in which the map is read: the map itself, then stage by stage the lanes from top to bottom, then the
//! notes, then what is not on the board. Capitals make no difference. A large map is looked through off the frame.

use super::SearchMsg;
use super::inside::inside;
use crate::edit::{self, Replaced};
use crate::fields::{self, FieldKind};
use crate::model::*;
use crate::session::job::{Job, JobState};
use crate::session::walk::every_record;
use crate::session::{Cause, Effect, Session, Tone};
use std::collections::BTreeMap;
use std::ops::Range;
use touchline_words::say;

/// Records from which on a map is looked through aside.
const MANY: usize = 4_000;
/// No more hits are told apart; a person narrows the search down long before.
const MOST_HITS: usize = 10_000;
/// Letters around a hit that a line of preview shows.
const AROUND: usize = 24;

/// A place where the words stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub record: RecordRef,
    pub field: Field,
    /// Bytes of the field's text.
    pub at: Range<usize>,
}

/// The open search.
#[derive(Debug, Default)]
pub struct Search {
    /// How often it was asked for.
    asked: u64,
    query: String,
    /// What is to stand in the place of the hits, where a person wants that.
    instead: Option<String>,
    hits: Vec<Hit>,
    /// How many of them lie in each cell that is folded.
    inside: BTreeMap<(StageId, LaneId), usize>,
    /// Which of the hits is looked at, where one is.
    current: Option<usize>,
    /// The map and the words that the hits are of.
    holds_for: Option<(u64, String)>,
    looking: Option<Job<Vec<Hit>>>,
}

impl Search {
    /// Another number each time that a person asks for it.
    pub fn asked(&self) -> u64 {
        self.asked
    }

    pub fn query(&self) -> &str {
        &self.query
    }

    pub fn instead(&self) -> Option<&str> {
        self.instead.as_deref()
    }

    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// How many hits are not seen, since they lie in a lane or a stage that is folded, by stage and lane.
    pub fn inside(&self) -> &BTreeMap<(StageId, LaneId), usize> {
        &self.inside
    }

    /// The place among the hits of the one that is looked at.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    pub fn current_hit(&self) -> Option<&Hit> {
        self.hits.get(self.current?)
    }

    /// What is kept of it until it is opened again.
    fn closed(self) -> Self {
        Self { query: self.query, instead: self.instead, ..Self::default() }
    }

    /// Whether the map is being looked through.
    pub fn is_busy(&self) -> bool {
        self.looking.is_some()
    }

    /// The field of the hit that is looked at, and the words around it: before, the hit, behind.
    pub fn preview(&self, map: &Map) -> Option<(Field, [String; 3])> {
        let hit = self.current_hit()?;
        let text = fields::read(map, hit.record, hit.field)?;
        let (before, rest) = text.split_at_checked(hit.at.start)?;
        let (found, behind) = rest.split_at_checked(hit.at.len())?;
        let begin = before.char_indices().rev().nth(AROUND);
        let before = begin.map_or_else(|| before.to_owned(), |(at, _)| format!("…{}", before.get(at..).unwrap_or("")));
        let end = behind.char_indices().nth(AROUND);
        let behind = end.map_or_else(|| behind.to_owned(), |(at, _)| format!("{}…", behind.get(..at).unwrap_or("")));
        let line = |text: String| text.replace(char::is_whitespace, " ");
        Some((hit.field, [line(before), line(found.to_owned()), line(behind)]))
    }
}

/// Where the words stand in a text, one behind the other; capitals make no difference.
pub fn places(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    // Each small letter with the bytes of the letter that it comes of.
    let small: Vec<(char, Range<usize>)> = text
        .char_indices()
        .flat_map(|(at, letter)| letter.to_lowercase().map(move |small| (small, at..at + letter.len_utf8())))
        .collect();
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(window) = small.get(from..from + wanted.len()) {
        if window.iter().map(|(small, _)| *small).eq(wanted.iter().copied()) {
            let (first, last) = (window.first(), window.last());
            places.extend(first.zip(last).map(|((_, first), (_, last))| first.start..last.end));
            from += wanted.len();
        } else {
            from += 1;
        }
    }
    places
}

/// Whether a field holds words that people write, and not a choice or a figure.
fn is_written(kind: FieldKind) -> bool {
    match kind {
        FieldKind::Name | FieldKind::Line | FieldKind::Text | FieldKind::List => true,
        FieldKind::Number
        | FieldKind::Day
        | FieldKind::Choice(_)
        | FieldKind::Switch
        | FieldKind::Audiences
        | FieldKind::Card => false,
    }
}

fn look(map: &Map, words: &str, stop: &dyn Fn() -> bool) -> Vec<Hit> {
    let mut hits = Vec::new();
    for record in every_record(map) {
        if stop() || hits.len() >= MOST_HITS {
            break;
        }
        // A note's text stands in two fields, one for each way to write it.
        let twice = |field| record.kind().family() == Family::Sticky && field == Field::Title;
        for (field, text) in fields::said(map, record, |field, kind| is_written(kind) && !twice(field)) {
            hits.extend(places(&text, words).into_iter().map(|at| Hit { record, field, at }));
        }
    }
    hits.truncate(MOST_HITS);
    hits
}

impl Session {
    pub(super) fn search_flow(&mut self, msg: SearchMsg, effects: &mut Vec<Effect>) {
        let mut search = match (msg.clone(), self.flows.search.take()) {
            (SearchMsg::Close, found) => {
                self.flows.looked_for = found.map(Search::closed);
                return;
            }
            (SearchMsg::Open { replaces }, None) => {
                let before = self.flows.looked_for.take().unwrap_or_default();
                Search { instead: before.instead.filter(|_| replaces), ..before }
            }
            (SearchMsg::Open { .. }, Some(search)) => search,
            (_, None) => return,
            (_, Some(search)) => search,
        };
        match msg {
            SearchMsg::Open { replaces } => {
                search.asked = self.flows.new_number();
                if replaces {
                    search.instead.get_or_insert_default();
                }
            }
            SearchMsg::Write(query) => {
                search.query = query;
                search.current = None;
            }
            SearchMsg::WriteInstead(text) => search.instead = text,
            SearchMsg::Next | SearchMsg::Previous => {
                self.look_now(&mut search);
                let of = search.hits.len();
                let step = if msg == SearchMsg::Next { 1 } else { of.saturating_sub(1) };
                let first = if msg == SearchMsg::Next { 0 } else { of.saturating_sub(1) };
                search.current = (of > 0).then(|| search.current.map_or(first, |at| (at + step) % of));
                self.go_to_hit(&search, effects);
            }
            SearchMsg::Replace => {
                self.look_now(&mut search);
                if let Some(at) = search.current.filter(|at| *at < search.hits.len()) {
                    let hits = search.hits.get(at..=at).unwrap_or_default().to_vec();
                    self.replace(&search, &hits);
                    self.look_now(&mut search);
                    // The next one has come to the place of this one.
                    search.current = (!search.hits.is_empty()).then(|| at % search.hits.len());
                    self.go_to_hit(&search, effects);
                }
            }
            SearchMsg::ReplaceAll => {
                self.look_now(&mut search);
                let hits = search.hits.clone();
                self.replace(&search, &hits);
                search.current = None;
            }
            SearchMsg::Close => {}
        }
        self.look_again(&mut search);
        self.flows.search = Some(search);
    }

    /// Keeps the hits true to the map and to what is looked for.
    pub(super) fn tick_search(&mut self) {
        if let Some(mut search) = self.flows.search.take() {
            self.look_again(&mut search);
            self.flows.search = Some(search);
        }
    }

    fn look_again(&self, search: &mut Search) {
        let now = (self.shown_stamp(), search.query.clone());
        if search.holds_for.as_ref() != Some(&now) {
            search.holds_for = Some(now);
            search.looking = None;
            if self.shown().len() < MANY {
                found(self.shown(), search, look(self.shown(), &search.query, &|| false));
            } else {
                let (map, words) = (self.shown().clone(), search.query.clone());
                search.looking =
                    Some(Job::start("look for words", move |progress| look(&map, &words, &|| progress.is_cancelled())));
            }
        }
        match search.looking.take().map(|job| (job.poll(), job)) {
            Some((JobState::Running, job)) => search.looking = Some(job),
            Some((JobState::Done(hits), _)) => found(self.shown(), search, hits),
            Some((JobState::Lost, _)) => found(self.shown(), search, look(self.shown(), &search.query, &|| false)),
            None => {}
        }
    }

    /// The same, however long it takes: before something is done with the hits.
    fn look_now(&self, search: &mut Search) {
        self.look_again(search);
        if let Some(job) = search.looking.take() {
            let hits = job.wait().unwrap_or_else(|| look(self.shown(), &search.query, &|| false));
            found(self.shown(), search, hits);
        }
    }

    fn go_to_hit(&mut self, search: &Search, effects: &mut Vec<Effect>) {
        if let Some(hit) = search.current_hit() {
            self.go_to(hit.record, effects);
        }
    }

    /// Puts the words that are wanted in the place of hits, as one step; what a field does not take stays, and is told.
    fn replace(&mut self, search: &Search, hits: &[Hit]) {
        let Some(instead) = &search.instead else { return };
        let places: Vec<_> = hits.iter().map(|hit| (hit.record, hit.field, hit.at.clone())).collect();
        let Replaced { edit, refused } = edit::replace(&self.map, &places, instead);
        if let Some(edit) = edit {
            self.map.seal();
            self.edit(edit);
        }
        if let Some(why) = refused.first() {
            let count = refused.len();
            self.say(Cause::Edit, Tone::Warning, say!(session_not_replaced, count, why));
        }
    }
}

fn found(map: &Map, search: &mut Search, hits: Vec<Hit>) {
    // The one that was looked at stays, wherever it stands among the others now.
    let before = search.current_hit().cloned();
    search.current = before.and_then(|before| hits.iter().position(|hit| *hit == before)).or(search.current);
    search.current = search.current.filter(|at| *at < hits.len());
    search.inside = inside(map, hits.iter().map(|hit| hit.record));
    search.hits = hits;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::flows::Msg;
    use crate::session::stories::Story;
    use crate::session::{COMMANDS, Command, Intent, New};

    fn say(story: &mut Story, msg: SearchMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::Search(msg)))
    }

    fn search(story: &Story) -> &Search {
        story.session.flows().search().unwrap()
    }

    /// Two stages with a card each, a question and a note.
    fn story() -> Story {
        let mut story = Story::new();
        story.stage("Trial");
        let card = story.card("Asks the birth date");
        story.act(Intent::Edit(
            fields::write(story.session.map(), &fields::FieldKey::one(card.into(), Field::Owner), "Birth desk")
                .unwrap()
                .unwrap(),
        ));
        story
            .add(New::Listed { kind: ListKind::Question, text: "Why my child’s BIRTH date? Birth date!".to_owned() });
        story.add(New::Sticky { text: "birthday wishes".to_owned() });
        story
    }

    #[test]
    fn words_are_found_in_every_field_in_the_order_of_reading() {
        let mut story = story();
        story.run(Command::Search);
        say(&mut story, SearchMsg::Write("birth".to_owned()));
        let hits: Vec<(RecordKind, Field)> =
            search(&story).hits().iter().map(|hit| (hit.record.kind(), hit.field)).collect();
        let expected = [
            (RecordKind::Touchpoint, Field::Title),
            (RecordKind::Touchpoint, Field::Owner),
            (RecordKind::Question, Field::Title),
            (RecordKind::Question, Field::Title),
            (RecordKind::Sticky, Field::StickyText),
        ];
        assert_eq!(hits, expected);
        assert_eq!(search(&story).current(), None);
        for nth in [0, 1, 2, 3, 4, 0] {
            let effects = say(&mut story, SearchMsg::Next);
            assert_eq!(search(&story).current(), Some(nth));
            let record = search(&story).current_hit().unwrap().record;
            assert!(effects.contains(&Effect::Reveal(record)));
            assert_eq!(story.session.selection().only(), Some(record));
        }
        say(&mut story, SearchMsg::Previous);
        assert_eq!(search(&story).current(), Some(4));
        let (field, [before, found, behind]) = search(&story).preview(story.session.map()).unwrap();
        assert_eq!(
            (field, before.as_str(), found.as_str(), behind.as_str()),
            (Field::StickyText, "", "birth", "day wishes")
        );
        story.run(Command::Search);
        say(&mut story, SearchMsg::Close);
        assert!(story.session.flows().search().is_none());
        story.run(Command::Search);
        assert_eq!((search(&story).query(), search(&story).hits().len()), ("birth", 5), "it stands there again");
    }

    #[test]
    fn no_command_loses_the_words_that_are_looked_for_or_put_in_their_place() {
        for row in COMMANDS {
            let mut story = story();
            story.run(Command::Replace);
            say(&mut story, SearchMsg::Write("birth".to_owned()));
            say(&mut story, SearchMsg::WriteInstead(Some("day of bir".to_owned())));
            let before = story.session.map().clone();
            story.run(row.command);
            if story.session.flows().search().is_none() {
                story.run(Command::Replace);
            }
            let search = search(&story);
            assert_eq!((search.query(), search.instead()), ("birth", Some("day of bir")), "{:?}", row.command);
            if row.command == Command::Save {
                assert_eq!(*story.session.map(), before, "nothing is replaced unasked");
            }
        }
    }

    #[test]
    fn all_of_them_are_replaced_in_one_step_and_come_back() {
        let mut story = story();
        let before = story.session.map().clone();
        let steps = story.session.history().undo_steps();
        story.run(Command::Replace);
        say(&mut story, SearchMsg::Write("Birth".to_owned()));
        say(&mut story, SearchMsg::WriteInstead(Some("age".to_owned())));
        say(&mut story, SearchMsg::ReplaceAll);
        let map = story.session.map();
        assert_eq!(
            map.touchpoints.values().next().map(|card| (card.title.as_str(), card.owner.as_str())),
            Some(("Asks the age date", "age desk"))
        );
        assert_eq!(map.questions.values().next().unwrap().text, "Why my child’s age date? age date!");
        assert_eq!(map.stickies.values().next().unwrap().text, "ageday wishes");
        assert!(search(&story).hits().is_empty());
        assert_eq!(story.session.history().undo_steps(), steps + 1);
        story.run(Command::Undo);
        assert_eq!(*story.session.map(), before);
        story.act(Intent::Tick);
        assert_eq!(search(&story).hits().len(), 5, "the hits follow the map");
    }

    #[test]
    fn one_is_replaced_after_the_other() {
        let mut story = story();
        story.run(Command::Replace);
        say(&mut story, SearchMsg::Write("birth".to_owned()));
        say(&mut story, SearchMsg::WriteInstead(Some(String::new())));
        say(&mut story, SearchMsg::Next);
        say(&mut story, SearchMsg::Replace);
        assert_eq!(story.session.map().touchpoints.values().next().unwrap().title, "Asks the  date");
        assert_eq!((search(&story).hits().len(), search(&story).current()), (4, Some(0)));
    }

    #[test]
    fn what_a_field_does_not_take_stays_and_is_told() {
        let mut story = story();
        story.run(Command::Replace);
        say(&mut story, SearchMsg::Write("Trial".to_owned()));
        say(&mut story, SearchMsg::WriteInstead(Some(String::new())));
        say(&mut story, SearchMsg::ReplaceAll);
        assert_eq!(story.session.map().stages.values().next().unwrap().name, "Trial", "a stage has a name");
        assert_eq!(story.session.notices().len(), 1);
    }

    #[test]
    fn capitals_and_other_scripts_are_met_letter_by_letter() {
        assert_eq!(places("Straße STRASSE STRASSE", "STRASSE"), [8..15, 16..23]);
        assert_eq!(places("ÄRGER ärger", "ärger"), [0..6, 7..13]);
        assert_eq!(places("İstanbul i", "i"), [0..2, 10..11], "its small form has two letters");
        assert_eq!(places("aaaa", "aa"), [0..2, 2..4]);
        assert!(places("anything", "").is_empty() && places("", "a").is_empty());
    }

    #[test]
    fn hits_in_what_is_folded_are_told_by_its_cells() {
        let mut story = story();
        story.run(Command::Search);
        say(&mut story, SearchMsg::Write("birth".to_owned()));
        assert!(search(&story).inside().is_empty());
        let map = story.session.map();
        let (stage, lane) = (map.stages_in_order()[0].0, map.lane_of(LaneKind::Thinking).unwrap());
        let edit = crate::edit::fold_lane(map, lane, true).unwrap();
        story.act(Intent::Edit(edit));
        story.act(Intent::Tick);
        assert_eq!(search(&story).inside().iter().collect::<Vec<_>>(), [(&(stage, lane), &2)]);
        story.act(Intent::Select(stage.into()));
        story.run(Command::FoldStages);
        story.act(Intent::Tick);
        let cards = story.session.map().lane_of(LaneKind::Touchpoints).unwrap();
        assert_eq!(search(&story).inside()[&(stage, cards)], 2);
        assert_eq!(search(&story).hits().len(), 5, "they are hits all the same");
        // So are notes that are tied to what lies in there.
        let card = story.session.map().card_ids_in(stage, cards)[0];
        for tie in [NoteTie::Cell(stage, cards), NoteTie::Touchpoint(card), NoteTie::Stage(stage)] {
            let mut ids = crate::model::IdSource::seeded(story.session.history().state());
            let (edit, _) = crate::edit::add_tied(story.session.map(), tie, "Whose birth date?", &mut ids).unwrap();
            story.act(Intent::Edit(edit));
        }
        story.act(Intent::Tick);
        assert_eq!((search(&story).hits().len(), search(&story).inside()[&(stage, cards)]), (8, 4));
    }
}
