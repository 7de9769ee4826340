//! Commands and settings, places of the map, libraries, audiences, saved views, templates and files, found by a few letters
//! of their names, and places also by what their fields say: what the command palette shows.
//!
//! Which fields there are, and what they say, the table of [`fields`] tells. Nothing is worked out anew while neither the
//! session nor the search changes.

mod entries;

use touchline_words::say;

use super::commands::{Command, Menu};
use super::flows::{ExportMsg, FilterMsg, Msg};
use super::fuzzy::{Fit, Folded, begins_a_word, fit, line_with, words};
pub use super::target::Target;
use super::{Intent, LibraryMsg, Session};
use crate::fields;
use crate::model::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// Most that is shown of what was found, and of one group where there are several.
const MOST_FOUND: usize = 60;
const MOST_OF_A_GROUP: usize = 20;
/// What stands ready is met less often than what is there.
const READY: i32 = 8;
/// How many of the last used stand first while nothing is looked for, and how many are kept.
const LAST_USED: usize = 5;
const MOST_KEPT: usize = 24;
/// What a fit is worth that is not in the name but in its menu, its stage or in what it does.
const BESIDE: i32 = 30;
/// What a fit is worth that is in a field of a record.
const IN_A_FIELD: i32 = 26;
/// What cannot be used now stands behind what can.
const NOT_NOW: i32 = 40;

/// What is found stands in groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Commands,
    Settings,
    Map,
    Looks,
    Library,
    Files,
}

impl Group {
    pub fn name(self) -> &'static str {
        match self {
            Self::Commands => say!(ui_command_commands),
            Self::Settings => say!(finder_settings),
            Self::Map => say!(finder_map),
            Self::Looks => say!(finder_looks),
            Self::Library => say!(cmd_show_library),
            Self::Files => say!(finder_files),
        }
    }
}

impl Target {
    pub fn group(self) -> Group {
        match self {
            Self::Command(command) if command.is_setting() => Group::Settings,
            Self::Command(_) => Group::Commands,
            Self::Record(_) => Group::Map,
            Self::Lens(_) | Self::View(_) => Group::Looks,
            Self::Item(_) => Group::Library,
            Self::Template(_) | Self::Recent(_) | Self::Export(_) => Group::Files,
        }
    }

    /// What is asked of the session where it is chosen; none where it is gone by now.
    pub fn intents(self, session: &Session) -> Vec<Intent> {
        let of = |intent: Intent| vec![intent];
        // Commands and records are remembered wherever they are used; a file's place is another one's as soon as it is open.
        let used = |intent: Intent| vec![Intent::Used(self), intent];
        match self {
            Self::Command(command) => of(Intent::Command(command)),
            Self::Record(record) => of(Intent::GoTo(record)),
            Self::Lens(id) => used(Intent::Lens(Some(id))),
            Self::View(id) => used(Intent::Flow(Msg::Filter(FilterMsg::Choose(id)))),
            Self::Item(id) => {
                let item = session.libraries().shelf.item(id).map(Arc::clone);
                item.map(|item| used(Intent::Library(LibraryMsg::Put(item)))).unwrap_or_default()
            }
            Self::Template(template) => used(Intent::Template(template)),
            Self::Recent(place) => {
                session.recents().in_order().into_iter().nth(place).map(Intent::OpenPath).into_iter().collect()
            }
            Self::Export(format) => {
                let asked = [Intent::Command(Command::Export), Intent::Flow(Msg::Export(ExportMsg::In(format)))];
                asked.into_iter().chain(of(Intent::Used(self))).collect()
            }
        }
    }

    /// The words before its name where it is more than a name.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Command(_) => "",
            Self::Record(_) => say!(ui_command_go_to_prefix),
            Self::Lens(_) => say!(finder_lens_prefix),
            Self::View(_) => say!(finder_view_prefix),
            Self::Item(_) => say!(finder_item_prefix),
            Self::Template(_) => say!(finder_template_prefix),
            Self::Recent(_) => say!(finder_recent_prefix),
            Self::Export(_) => say!(finder_export_prefix),
        }
    }
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
    /// What it does, in a sentence.
    pub hint: Cow<'static, str>,
    folded: Folded,
    /// Other words that it is found by, by their place among the texts.
    also: usize,
    /// What the fields of a record say, likewise.
    says: Vec<(Field, usize)>,
}

/// Texts in small letters, each once: many records say the same of themselves, which then is looked through once.
#[derive(Clone, Debug, Default)]
struct Texts {
    small: Vec<String>,
    places: HashMap<String, usize>,
}

/// Something that fits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    entry: usize,
    /// The letters of the name that fit.
    pub marks: Vec<usize>,
    /// The field that fits where the name does not, as `Owner: Mara`.
    pub said: Option<String>,
}

/// How an entry fits: the better the score, and what of it does.
struct Fitting {
    score: i32,
    marks: Vec<usize>,
    /// The field with the word that its text has.
    field: Option<(Field, usize)>,
}

/// The place of an entry, whether it has no key, and how it fits.
type Fits = (usize, bool, Fitting);

/// All that can be found, and what fits the search.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    entries: Vec<Entry>,
    texts: Texts,
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
                self.texts = Texts::default();
                self.entries = entries::entries(session, &mut self.texts);
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

    /// Whether nothing is looked for: every command is listed.
    pub fn is_listing(&self) -> bool {
        self.holds_for.as_ref().is_none_or(|(_, search)| search.is_empty())
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
        let wanted: Vec<Wanted> = wanted.into_iter().map(|letters| Wanted::of(letters, &self.texts)).collect();
        let fits = |(nth, entry): (usize, &Entry)| Some((nth, entry.keys.is_empty(), fits(entry, &wanted)?));
        let mut found: Vec<Fits> = self.entries.iter().enumerate().filter_map(fits).collect();
        // Of equal ones those with a key, which are wanted more often; then in the order of the menus and the map.
        found.sort_unstable_by_key(|(nth, rare, fit)| (-fit.score, *rare, *nth));
        let found = self.in_groups(found);
        let shown = |(entry, _, fit): Fits| {
            let said =
                fit.field.and_then(|(field, word)| self.said(session.map(), entry, field, &wanted.get(word)?.word));
            Found { entry, marks: fit.marks, said }
        };
        self.found = found.into_iter().map(shown).collect();
    }

    /// Group by group, those first whose best fits better.
    fn in_groups(&self, found: Vec<Fits>) -> Vec<Fits> {
        let mut groups: Vec<(Option<Group>, Vec<Fits>)> = Vec::new();
        for one in found {
            let group = self.entries.get(one.0).map(|entry| entry.target.group());
            match groups.iter_mut().find(|(other, _)| *other == group) {
                Some((_, list)) => list.push(one),
                None => groups.push((group, vec![one])),
            }
        }
        let most = if groups.len() > 1 { MOST_OF_A_GROUP } else { MOST_FOUND };
        groups.into_iter().flat_map(|(_, list)| list.into_iter().take(most)).take(MOST_FOUND).collect()
    }

    /// `Owner: Mara`: the field of a record with the line that has a word.
    fn said(&self, map: &Map, entry: usize, field: Field, word: &str) -> Option<String> {
        let Target::Record(record) = self.entries.get(entry)?.target else { return None };
        let text = fields::read(map, record, field)?;
        Some(say!(finder_said, field = field.name(), text = line_with(&text, word)))
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
        let plain = |entry| Found { entry, marks: Vec::new(), said: None };
        self.found = last.into_iter().chain(rest).map(plain).collect();
    }
}

/// A word that is looked for.
struct Wanted {
    letters: Vec<char>,
    word: String,
    /// For each of the texts, whether a word of it begins so.
    beside: Vec<bool>,
}

impl Wanted {
    fn of(letters: Vec<char>, texts: &Texts) -> Self {
        let word: String = letters.iter().collect();
        let beside = texts.small.iter().map(|text| begins_a_word(text, &word).is_some()).collect();
        Self { letters, word, beside }
    }

    fn is_in(&self, text: usize) -> bool {
        self.beside.get(text).copied().unwrap_or(false)
    }
}

/// Whether every word fits the name, what stands beside it, or a field.
fn fits(entry: &Entry, wanted: &[Wanted]) -> Option<Fitting> {
    let mut whole = Fitting { score: 0, marks: Vec::new(), field: None };
    for (nth, word) in wanted.iter().enumerate() {
        let named = fit(&word.letters, &entry.folded);
        // Letters scattered over the name say less than a word beside it.
        let scattered = match named {
            Some(Fit { score, marks }) if score > BESIDE => {
                whole.score += score;
                whole.marks.extend(marks);
                continue;
            }
            other => other,
        };
        if word.is_in(entry.also) {
            whole.score += BESIDE;
        } else if let Some((field, _)) = entry.says.iter().find(|(_, text)| word.is_in(*text)) {
            whole.score += IN_A_FIELD;
            whole.field.get_or_insert((*field, nth));
        } else {
            let Fit { score, marks } = scattered?;
            whole.score += score;
            whole.marks.extend(marks);
        }
    }
    let length = i32::try_from(entry.name.chars().take(80).count() / 10).unwrap_or(0);
    let ready = if entry.target.group() == Group::Library { READY } else { 0 };
    whole.score -= length + ready + if entry.why_not.is_some() { NOT_NOW } else { 0 };
    Some(whole)
}

impl Texts {
    fn place(&mut self, text: String) -> usize {
        let next = self.small.len();
        *self.places.entry(text).or_insert_with_key(|text| {
            self.small.push(text.to_lowercase());
            next
        })
    }
}

impl Session {
    /// Remembers what was used last, but for what one does in passing.
    pub(super) fn remember_use(&mut self, target: Target) {
        let in_passing = match target {
            Target::Command(Command::Deselect | Command::Find) => true,
            Target::Command(command) => command.row().menu == Menu::Board,
            Target::Record(_)
            | Target::Lens(_)
            | Target::View(_)
            | Target::Item(_)
            | Target::Template(_)
            | Target::Recent(_)
            | Target::Export(_) => false,
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
        } else if let RecordRef::Lane(lane) = record {
            let stages = self.map.stages_in_order().first().map(|(id, _)| *id).into_iter().collect();
            effects.push(super::Effect::RevealLane { lane, stages });
        } else {
            effects.push(super::Effect::Reveal(record));
        }
    }
}

#[cfg(test)]
mod tests;
