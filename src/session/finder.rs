//! Commands and places of the map, found by a few letters of their names: what the command palette shows.
//!
//! Nothing is worked out anew while neither the session nor the search changes.

use touchline_words::say;

use super::Session;
use super::commands::{COMMANDS, Command, Menu};
use super::fuzzy::{Fit, Folded, fit, words};
use crate::model::*;

/// Most that is shown of what was found.
const MOST_FOUND: usize = 60;
/// How many of the last used stand first while nothing is looked for, and how many are kept.
const LAST_USED: usize = 5;
const MOST_KEPT: usize = 24;
/// What a fit is worth that is not in the name but in its menu, its stage or in what it does.
const BESIDE: i32 = 30;
/// What cannot be used now stands behind what can.
const NOT_NOW: i32 = 40;

/// What the palette leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Command(Command),
    /// A stage, a card or a segment to go to.
    Record(RecordRef),
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub target: Target,
    pub name: String,
    /// The menu of a command; what a record is, and its stage.
    pub place: String,
    /// A command's key; empty without one.
    pub keys: String,
    /// Why it cannot be used now.
    pub why_not: Option<&'static str>,
    /// What it does, in a sentence; empty for a record.
    pub hint: &'static str,
    folded: Folded,
    /// Other words that it is found by, in small letters.
    also: String,
}

/// Something that fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    entry: usize,
    /// The letters of the name that fit.
    pub marks: Vec<usize>,
}

/// All that can be found, and what fits the search.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    entries: Vec<Entry>,
    found: Vec<Found>,
    /// How many of the found were used last: they stand first.
    last_used: usize,
    /// The session's revision and the search that this holds for.
    holds_for: Option<(u64, String)>,
}

impl Finder {
    /// Brings it up to date; true when something changed.
    pub fn update(&mut self, session: &Session, search: &str) -> bool {
        let now = (session.revision(), search.trim());
        let before = self.holds_for.take();
        let before = before.as_ref().map(|(revision, search)| (*revision, search.as_str()));
        let same = before == Some(now);
        if !same {
            if before.map(|(revision, _)| revision) != Some(now.0) {
                self.entries = entries(session);
            }
            self.search(session, now.1);
        }
        self.holds_for = Some((now.0, now.1.to_owned()));
        !same
    }

    /// What fits, the best first.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// How many of them were used last, while nothing is looked for.
    pub fn last_used(&self) -> usize {
        self.last_used
    }

    pub fn entry(&self, found: &Found) -> Option<&Entry> {
        self.entries.get(found.entry)
    }

    fn search(&mut self, session: &Session, search: &str) {
        let wanted = words(search);
        if wanted.is_empty() {
            return self.list(session);
        }
        self.last_used = 0;
        let lines: Vec<(Vec<char>, String)> =
            wanted.into_iter().map(|word| (word.clone(), word.iter().collect())).collect();
        let fits = |(nth, entry): (usize, &Entry)| {
            fits(entry, &lines).map(|fit| (fit.score, entry.keys.is_empty(), nth, fit.marks))
        };
        let mut found: Vec<(i32, bool, usize, Vec<usize>)> = self.entries.iter().enumerate().filter_map(fits).collect();
        // Of equal ones those with a key, which are wanted more often; then in the order of the menus and the map.
        found.sort_unstable_by_key(|(score, rare, nth, _)| (-score, *rare, *nth));
        found.truncate(MOST_FOUND);
        self.found = found.into_iter().map(|(_, _, entry, marks)| Found { entry, marks }).collect();
    }

    /// The last used, then every command.
    fn list(&mut self, session: &Session) {
        let place = |target: &Target| self.entries.iter().position(|entry| entry.target == *target);
        let usable = |nth: &usize| self.entries.get(*nth).is_some_and(|entry| entry.why_not.is_none());
        let last: Vec<usize> = session.used.iter().filter_map(place).filter(usable).take(LAST_USED).collect();
        let is_command = |nth: &usize| {
            !last.contains(nth) && matches!(self.entries.get(*nth).map(|entry| entry.target), Some(Target::Command(_)))
        };
        let rest: Vec<usize> = (0..self.entries.len()).filter(is_command).collect();
        self.last_used = last.len();
        self.found = last.into_iter().chain(rest).map(|entry| Found { entry, marks: Vec::new() }).collect();
    }
}

/// Whether every word fits the name or what stands beside it.
fn fits(entry: &Entry, wanted: &[(Vec<char>, String)]) -> Option<Fit> {
    let mut whole = Fit::default();
    for (letters, word) in wanted {
        let beside = || entry.also.split(|letter: char| !letter.is_alphanumeric()).any(|other| other.starts_with(word));
        match fit(letters, &entry.folded) {
            // Letters scattered over the name say less than a word beside it.
            Some(fit) if fit.score > BESIDE || !beside() => {
                whole.score += fit.score;
                whole.marks.extend(fit.marks);
            }
            _ if beside() => whole.score += BESIDE,
            _ => return None,
        }
    }
    let length = i32::try_from(entry.name.chars().take(80).count() / 10).unwrap_or(0);
    whole.score -= length + if entry.why_not.is_some() { NOT_NOW } else { 0 };
    Some(whole)
}

/// Every command, then the stages, segments and cards of the map.
fn entries(session: &Session) -> Vec<Entry> {
    let commands = COMMANDS.iter().map(|row| {
        let name = session.full_name(row.command);
        let also = format!("{} {} {}", row.menu.name(), row.name.text(), row.hint.text()).to_lowercase();
        Entry {
            target: Target::Command(row.command),
            place: row.menu.name().to_owned(),
            keys: row.command.keys().unwrap_or_default(),
            why_not: session.why_not(row.command),
            hint: row.hint.text(),
            folded: Folded::new(&name),
            also,
            name,
        }
    });
    let mut all: Vec<Entry> = commands.collect();
    if session.on_start() {
        return all;
    }
    let map = session.map();
    let mut add = |record: RecordRef, name: &str, place: String| all.extend(record_entry(record, name, place));
    for (id, stage) in map.stages_in_order() {
        add(RecordRef::Stage(id), &stage.name, say!(finder_stage).to_owned());
    }
    for (id, segment) in map.segments_in_order() {
        add(RecordRef::Segment(id), &segment.name, say!(finder_segment).to_owned());
    }
    for (id, stage) in map.stages_in_order() {
        for (card, touchpoint) in map.touchpoints_of(id) {
            add(RecordRef::Touchpoint(card), &touchpoint.title, say!(finder_touchpoint, stage = stage.name));
        }
    }
    all
}

/// Nothing for a record without a name.
fn record_entry(record: RecordRef, name: &str, place: String) -> Option<Entry> {
    let name = name.trim();
    (!name.is_empty()).then(|| Entry {
        target: Target::Record(record),
        name: name.to_owned(),
        also: say!(finder_go_to, place).to_lowercase(),
        place,
        keys: String::new(),
        why_not: None,
        hint: "",
        folded: Folded::new(name),
    })
}

impl Session {
    /// Remembers what was used last, but for what one does in passing.
    pub(super) fn remember_use(&mut self, target: Target) {
        let in_passing = match target {
            Target::Command(Command::Deselect | Command::Find) => true,
            Target::Command(command) => command.row().menu == Menu::Board,
            Target::Record(_) => false,
        };
        if in_passing {
            return;
        }
        self.used.retain(|other| *other != target);
        self.used.insert(0, target);
        self.used.truncate(MOST_KEPT);
    }

    /// Selects a record and brings it into view: a segment in the table of segments, anything else on the board.
    pub(super) fn go_to(&mut self, record: RecordRef, effects: &mut Vec<super::Effect>) {
        if self.on_start || !self.map.contains(record) {
            return;
        }
        self.remember_use(Target::Record(record));
        self.selection.set([record]);
        if let RecordRef::Segment(_) = record {
            self.show_table(crate::store::DrawerTab::Segments, effects);
        } else {
            effects.push(super::Effect::Reveal(record));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use crate::session::{Action, Effect, Remembered};
    use crate::store::DrawerTab;
    use std::time::Duration;

    fn session() -> Session {
        let mut session = Session::new(Remembered::default(), IdSource::seeded(3));
        session.handle(Action::Template(Template::StreamingSubscriber), Duration::ZERO);
        session
    }

    fn names(session: &Session, search: &str) -> Vec<String> {
        let mut finder = Finder::default();
        finder.update(session, search);
        finder.found().iter().map(|found| finder.entry(found).unwrap().name.clone()).collect()
    }

    fn check_first(search: &str, expected: &str) {
        let found = names(&session(), search);
        assert_eq!(found.first().map(String::as_str), Some(expected), "{search}: {found:?}");
    }

    #[test]
    fn commands_and_places_are_found_by_words_initials_and_what_they_do() {
        check_first("export", "Export…");
        check_first("ast", "Add stage");
        check_first("add st", "Add stage");
        check_first("ftm", "Fit the map");
        check_first("dark", "Dark theme");
        check_first("pdf", "Export…");
        check_first("awareness", "Awareness");
        check_first("go to awareness", "Awareness");
        check_first("plans", "Plans page");
        check_first("clickhouse", "Import from a database…");
        check_first("imp", "Import data…");
        assert!(names(&session(), "nothing like this").is_empty());
    }

    #[test]
    fn every_command_is_listed_while_nothing_is_looked_for_and_the_last_used_stand_first() {
        let mut session = session();
        let all = names(&session, " ");
        assert_eq!(all.len(), COMMANDS.len());
        assert_eq!(all[0], "New map");
        let card = *session.map().touchpoints.keys().next().unwrap();
        for action in [
            Action::Command(Command::ThemeDark),
            Action::Command(Command::Fit),
            Action::GoTo(RecordRef::Touchpoint(card)),
            Action::Command(Command::WalkNext),
            Action::Command(Command::ThemeDark),
            Action::Command(Command::Deselect),
        ] {
            session.handle(action, Duration::ZERO);
        }
        let title = session.map().touchpoints[&card].title.clone();
        let first = names(&session, "");
        assert_eq!(first[..4], ["Dark theme".to_owned(), title, "Fit the map".to_owned(), "New map".to_owned()]);
        assert_eq!(first.len(), COMMANDS.len() + 1);
    }

    #[test]
    fn what_cannot_be_used_says_why_and_stands_behind() {
        let session = session();
        let mut finder = Finder::default();
        finder.update(&session, "");
        let why = |finder: &Finder, command| {
            let entry = finder.entries.iter().find(|entry| entry.target == Target::Command(command));
            entry.unwrap().why_not
        };
        assert_eq!(why(&finder, Command::Undo), Some("Nothing to undo"));
        assert_eq!(why(&finder, Command::EmotionUp), Some("Select a card first"));
        assert_eq!(why(&finder, Command::AddStage), None);
        let start = Session::new(Remembered::default(), IdSource::seeded(3));
        finder = Finder::default();
        finder.update(&start, "");
        assert_eq!(why(&finder, Command::AddStage), Some("Open a map first"));
        assert_eq!(why(&finder, Command::Open), None);
    }

    #[test]
    fn nothing_is_worked_out_twice() {
        let mut session = session();
        let mut finder = Finder::default();
        assert!(finder.update(&session, "a"));
        assert!(!finder.update(&session, "a "));
        assert!(finder.update(&session, "ab"));
        session.handle(Action::Tick, Duration::from_millis(1));
        assert!(!finder.update(&session, "ab"));
        session.handle(Action::Command(Command::AddStage), Duration::ZERO);
        assert!(finder.update(&session, "ab"));
    }

    #[test]
    fn going_somewhere_selects_it_and_brings_it_into_view() {
        let mut session = session();
        let stage = RecordRef::Stage(*session.map().stages.keys().next().unwrap());
        let effects = session.handle(Action::GoTo(stage), Duration::ZERO);
        assert_eq!(session.selection().only(), Some(stage));
        assert!(effects.contains(&Effect::Reveal(stage)));
        session.handle(Action::Command(Command::AddSegment), Duration::ZERO);
        let segment = RecordRef::Segment(*session.map().segments.keys().next().unwrap());
        session.handle(Action::GoTo(segment), Duration::ZERO);
        assert_eq!(session.selection().only(), Some(segment));
        assert!(session.settings().drawer && session.settings().drawer_tab == DrawerTab::Segments);
        session.handle(Action::Command(Command::Delete), Duration::ZERO);
        session.handle(Action::GoTo(segment), Duration::ZERO);
        assert_ne!(session.selection().only(), Some(segment));
    }
}
