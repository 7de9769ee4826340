//! Names of events and segments that tell of persons, or of which there is one for nearly each row, become the name of their kind.
//!
//! Mail addresses, telephone numbers, tokens and long numbers always do ([`marks`]). What may as well be a step does where many
//! names of one kind have few rows each: the query of a path (`/search?q=…` is `/search`), numbers (`/page/12` is `/page/:id`), and
//! any text where rare names are most of all, or nearly all differ (`:text`). Persons' names and streets with a number are known by lists
//! ([`persons`]). Who names an event, in a stage of a plan, has it told apart.
//!
//! Judges different names with the rows that they have, never row by row, and depends on their order in nothing.

mod columns;
mod kinds;
mod lists;
mod marks;
mod persons;
pub mod shape;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use columns::{are_one_each, are_persons, is_written_as_person};
pub use kinds::{Kept, Kind};
use marks::{is_owner, is_path, without_query};
pub use marks::{masked, masked_but};
use persons::persons_masked;
use touchline_words::direction::Listed;
use touchline_words::say;

/// So many different names of one kind are more than steps are.
const MANY: usize = 30;
/// Names of a kind that have fewer rows each than this, taken together, are no steps.
const FEW_ROWS: u64 = 5;
/// So many rare names are none that anybody chose.
const MANY_RARE: usize = 100;
/// Nor are so many that have hardly two rows each and are three quarters of all names.
const MANY_ONCE: usize = 20;
/// Of segments so many with hardly two customers each are none: an audience is more than one.
const MANY_OF_ONE: usize = 8;

/// Who a name is, where it is nothing else.
pub const PERSON: &str = ":name";

/// Any text of which there is one for nearly each row.
pub const TEXT: &str = ":text";

/// What a name is called if it is one of many of its kind; borrowed where that is the name itself.
type Called = fn(&str) -> Cow<'_, str>;

/// The names of a log that became one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Grouped {
    /// `event` or `segment`.
    pub column: &'static str,
    /// What they are called now: `/user/:id/edit`.
    pub name: String,
    /// How many different names that were.
    pub different: u64,
    /// What in them is not shown.
    pub kinds: Vec<Kind>,
}

/// Of all names that became one, how many have something of each kind in them.
pub fn by_kind(all: &[Grouped]) -> BTreeMap<Kind, u64> {
    let mut kinds = BTreeMap::new();
    for grouped in all {
        grouped.kinds.iter().for_each(|kind| *kinds.entry(*kind).or_default() += grouped.different);
    }
    kinds
}

/// A name as it may be shown to anybody, judged by itself alone: without what points to a person, but for the kinds that are kept.
pub fn called(name: &str, kept: Kept) -> Cow<'_, str> {
    match masked_but(name, kept) {
        Cow::Borrowed(same) => persons_masked(same, kept),
        Cow::Owned(other) => Cow::Owned(persons_masked(&other, kept).into_owned()),
    }
}

/// Names that became one in two steps, together: those that are called the same are one.
pub fn joined(first: Vec<Grouped>, then: Vec<Grouped>) -> Vec<Grouped> {
    let mut all = first;
    for more in then {
        match all.iter_mut().find(|known| known.column == more.column && known.name == more.name) {
            Some(known) => {
                known.different += more.different;
                known.kinds.extend(more.kinds);
                known.kinds.sort_unstable();
                known.kinds.dedup();
            }
            None => all.push(more),
        }
    }
    all
}

/// What a person has to know of names that became those of their kind; nothing where none did. Numbers as `number` writes them.
pub fn words(all: &[Grouped], number: impl Fn(u64) -> String) -> Vec<String> {
    /// Kinds that are named.
    const NAMED: usize = 5;
    let of_column = |column: &'static str| {
        let mut of: Vec<&Grouped> = all.iter().filter(|grouped| grouped.column == column).collect();
        of.sort_by(|a, b| b.different.cmp(&a.different).then_with(|| a.name.cmp(&b.name)));
        let count: u64 = of.iter().map(|grouped| grouped.different).sum();
        let names: Vec<String> = of.iter().take(NAMED).map(|grouped| say!(log_quoted, name = grouped.name)).collect();
        let more = of.len().saturating_sub(NAMED);
        let names = names.listed(", ");
        let kinds = if more == 0 { names } else { say!(log_names_and_more, names, more) };
        (count > 0).then(|| match column {
            "segment" if count == 1 => say!(log_grouped_1_segment, kinds),
            "segment" => say!(log_grouped_segments, count = number(count), kinds),
            _ if count == 1 => say!(log_grouped_1_event, kinds),
            _ => say!(log_grouped_events, count = number(count), kinds),
        })
    };
    ["event", "segment"].into_iter().filter_map(of_column).collect()
}

/// What became of each name, as far as something did.
#[derive(Clone, Debug, Default)]
pub struct Grouping {
    /// Kinds that stay as they are.
    kept: Kept,
    /// Names that somebody has named.
    named: HashSet<Box<[u8]>>,
    /// Paths of which every query is one.
    queries: HashSet<String>,
    /// Names in which every number is one.
    numbers: HashSet<String>,
    /// Paths in which whatever stands behind an owner is one.
    owned: HashSet<String>,
    /// Most names are persons', and so are others that are written as these.
    of_persons: bool,
    /// The names that are told apart where all others are one text.
    frequent: Option<HashSet<String>>,
}

impl Grouping {
    /// Decides about names of events by how many rows each has. Those that somebody has `named` stay.
    pub fn of_events<'a>(
        names: impl Iterator<Item = (&'a [u8], u64)>,
        named: HashSet<Box<[u8]>>,
        kept: Kept,
    ) -> Grouping {
        Grouping::of(
            names,
            named,
            kept,
            |names| are_persons(names, 0),
            |rare, all| nearly_all_differ(rare, all, MANY_ONCE) || (rare.len() >= MANY_RARE && rare.len() * 2 > all),
        )
    }

    /// Decides about names of segments by how many customers each has: there may be many with few. So many others, or one of
    /// those that are called so, were known as persons before.
    pub fn of_segments<'a>(names: impl Iterator<Item = (&'a [u8], u64)>, kept: Kept, known_persons: usize) -> Grouping {
        let are_persons = |names: &[(&[u8], u64)]| are_persons(names, known_persons) || are_one_each(names);
        let are_texts = |rare: &[u64], all: usize| nearly_all_differ(rare, all, MANY_OF_ONE);
        Grouping::of(names, HashSet::new(), kept, are_persons, are_texts)
    }

    fn of<'a>(
        names: impl Iterator<Item = (&'a [u8], u64)>,
        named: HashSet<Box<[u8]>>,
        kept: Kept,
        are_persons: impl Fn(&[(&[u8], u64)]) -> bool,
        are_texts: impl Fn(&[u64], usize) -> bool,
    ) -> Grouping {
        let mut grouping = Grouping { kept, named, ..Grouping::default() };
        if kept.is_all() {
            return grouping;
        }
        let names: Vec<(&[u8], u64)> = names.collect();
        grouping.of_persons = !kept.has(Kind::Name) && are_persons(&names);
        let marked = grouping.marked(names.into_iter());
        let is_many = |(names, rows): &(usize, u64)| *names >= MANY && *rows < FEW_ROWS * *names as u64;
        let decided = |names: &BTreeMap<String, u64>, kind: Called, of: Kind| -> HashSet<String> {
            let kinds = if kept.has(of) { HashMap::new() } else { kinds(names, kind) };
            kinds.into_iter().filter(|(_, counts)| is_many(counts)).map(|(kind, _)| kind).collect()
        };
        grouping.queries = decided(&marked, query_cut, Kind::Query);
        let marked = grouping.again(&marked);
        grouping.numbers = decided(&marked, numbers_marked, Kind::Id);
        let marked = grouping.again(&marked);
        grouping.owned = decided(&marked, owned_marked, Kind::Id);
        let marked = grouping.again(&marked);
        let rare: Vec<u64> = marked.values().copied().filter(|rows| *rows < FEW_ROWS).collect();
        if !kept.has(Kind::Text) && are_texts(&rare, marked.len()) {
            grouping.frequent =
                Some(marked.into_iter().filter(|(_, rows)| *rows >= FEW_ROWS).map(|(name, _)| name).collect());
        }
        grouping
    }

    /// What is known without rows: marks alone.
    pub fn of_marks(kept: Kept) -> Grouping {
        Grouping { kept, ..Grouping::default() }
    }

    /// How many of the names are those of persons whom the lists know.
    pub fn persons<'a>(&self, names: impl Iterator<Item = &'a [u8]>) -> usize {
        names.filter(|name| *self.name_of(name) == *PERSON.as_bytes()).count()
    }

    /// Names with their marks, and the rows of each; those that somebody has named are left out.
    fn marked<'a>(&self, names: impl Iterator<Item = (&'a [u8], u64)>) -> BTreeMap<String, u64> {
        let mut all: BTreeMap<String, u64> = BTreeMap::new();
        for (name, rows) in names.filter(|(name, _)| !name.is_empty() && !self.named.contains(*name)) {
            if let Ok(text) = std::str::from_utf8(name) {
                *all.entry(self.person_in(text).into_owned()).or_default() += rows;
            }
        }
        all
    }

    /// The names as they have been decided about so far, each with its rows.
    fn again(&self, names: &BTreeMap<String, u64>) -> BTreeMap<String, u64> {
        let mut all: BTreeMap<String, u64> = BTreeMap::new();
        names.iter().for_each(|(name, rows)| *all.entry(self.kind_of(name).into_owned()).or_default() += rows);
        all
    }

    /// What a name is called: itself, or its kind.
    pub fn name_of<'n>(&self, name: &'n [u8]) -> Cow<'n, [u8]> {
        let Ok(text) = std::str::from_utf8(name) else { return Cow::Borrowed(name) };
        if self.kept.is_all() || text.is_empty() || self.named.contains(name) {
            return Cow::Borrowed(name);
        }
        match self.kind_of(text) {
            Cow::Borrowed(same) => Cow::Borrowed(same.as_bytes()),
            Cow::Owned(other) => Cow::Owned(other.into_bytes()),
        }
    }

    /// A name judged by itself, and by what most of the others are.
    fn person_in<'n>(&self, name: &'n str) -> Cow<'n, str> {
        match called(name, self.kept) {
            Cow::Borrowed(same) if self.of_persons && is_written_as_person(same) => Cow::Owned(PERSON.to_owned()),
            now => now,
        }
    }

    fn kind_of<'n>(&self, name: &'n str) -> Cow<'n, str> {
        let mut now = self.person_in(name);
        let steps: [(&HashSet<String>, Called); 3] =
            [(&self.queries, query_cut), (&self.numbers, numbers_marked), (&self.owned, owned_marked)];
        for (decided, kind) in steps {
            if !decided.is_empty()
                && let Some(known) = decided.get(&*kind(&now))
            {
                now = Cow::Owned(known.clone());
            }
        }
        let is_text = self.frequent.as_ref().is_some_and(|frequent| !frequent.contains(&*now) && !is_kind(&now));
        if is_text { Cow::Owned(TEXT.to_owned()) } else { now }
    }

    /// The same as it would be with each kind shown that is not, as far as single names tell.
    fn with_each_shown(&self) -> Vec<(Kind, Grouping)> {
        let shown = |kind: Kind| {
            let unless =
                |of: Kind, decided: &HashSet<String>| if kind == of { HashSet::new() } else { decided.clone() };
            Grouping {
                kept: self.kept.with(kind, true),
                named: HashSet::new(),
                queries: unless(Kind::Query, &self.queries),
                numbers: unless(Kind::Id, &self.numbers),
                owned: unless(Kind::Id, &self.owned),
                of_persons: self.of_persons && kind != Kind::Name,
                frequent: None,
            }
        };
        Kind::ALL.into_iter().filter(|kind| !self.kept.has(*kind)).map(|kind| (kind, shown(kind))).collect()
    }

    /// Which names became one, out of all.
    pub fn told<'a>(&self, column: &'static str, names: impl Iterator<Item = &'a [u8]>) -> Vec<Grouped> {
        /// Names of a group that are looked into for what they hold.
        const LOOKED_INTO: u64 = 20;
        let mut groups: BTreeMap<Vec<u8>, (u64, Vec<Kind>)> = BTreeMap::new();
        let with_each_shown = self.with_each_shown();
        // What is not shown of a name are the kinds without which it would be called otherwise.
        let kinds_in = |name: &str, becomes: &str| -> Vec<Kind> {
            if becomes == TEXT {
                return vec![Kind::Text];
            }
            let shown = with_each_shown.iter().filter(|(_, shown)| shown.kind_of(name) != becomes);
            shown.map(|(kind, _)| *kind).collect()
        };
        for name in names {
            if let Cow::Owned(becomes) = self.name_of(name)
                && becomes != name
            {
                let text = String::from_utf8_lossy(&becomes).into_owned();
                let (different, kinds) = groups.entry(becomes).or_default();
                if *different < LOOKED_INTO {
                    kinds.extend(kinds_in(&String::from_utf8_lossy(name), &text));
                }
                *different += 1;
            }
        }
        let grouped = |(name, (different, mut kinds)): (Vec<u8>, (u64, Vec<Kind>))| {
            kinds.sort_unstable();
            kinds.dedup();
            Grouped { column, name: String::from_utf8_lossy(&name).into_owned(), different, kinds }
        };
        groups.into_iter().map(grouped).collect()
    }
}

/// Whether names are many, three quarters of all, and have hardly two rows each.
fn nearly_all_differ(rare: &[u64], all: usize, many: usize) -> bool {
    rare.len() >= many && rare.iter().sum::<u64>() < 2 * rare.len() as u64 && rare.len() * 4 >= all * 3
}

/// The kinds of names, each with how many other names are of it and how many rows these have.
fn kinds(names: &BTreeMap<String, u64>, kind: Called) -> HashMap<String, (usize, u64)> {
    let mut kinds: HashMap<String, (usize, u64)> = HashMap::new();
    for (name, rows) in names {
        if let Cow::Owned(kind) = kind(name) {
            let (names, all) = kinds.entry(kind).or_default();
            *names += 1;
            *all += rows;
        }
    }
    kinds
}

/// Whether a name is already that of a kind, which has a mark in it.
fn is_kind(name: &str) -> bool {
    [":id", ":mail", ":token", ":name", ":phone", ":address", ":ip"].iter().any(|mark| name.contains(mark))
}

fn query_cut(name: &str) -> Cow<'_, str> {
    if !name.contains(['?', '#']) {
        return Cow::Borrowed(name);
    }
    let word_cut = |word: &str| {
        let bare = word.trim_end();
        let kept = if is_path(bare) { without_query(bare) } else { bare };
        format!("{kept}{}", word.get(bare.len()..).unwrap_or_default())
    };
    let cut: String = name.split_inclusive(char::is_whitespace).map(word_cut).collect();
    if cut == name { Cow::Borrowed(name) } else { Cow::Owned(cut) }
}

/// `/profile/somebody/edit` is `/profile/:id/edit`.
fn owned_marked(name: &str) -> Cow<'_, str> {
    let mut before = "";
    let mut is_marked = false;
    let segment = |segment| {
        let owned = is_owner(before) && !str::is_empty(segment) && !segment.starts_with(':');
        before = segment;
        is_marked |= owned;
        if owned { ":id" } else { segment }
    };
    let marked: Vec<&str> = name.split('/').map(segment).collect();
    let marked = marked.join("/");
    if is_marked { Cow::Owned(marked) } else { Cow::Borrowed(name) }
}

fn numbers_marked(name: &str) -> Cow<'_, str> {
    if !name.bytes().any(|byte| byte.is_ascii_digit()) {
        return Cow::Borrowed(name);
    }
    let mut marked = String::with_capacity(name.len());
    let mut in_number = false;
    for c in name.chars() {
        match c.is_ascii_digit() {
            true if in_number => {}
            true => marked.push_str(":id"),
            false => marked.push(c),
        }
        in_number = c.is_ascii_digit();
    }
    Cow::Owned(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouping(names: &[(String, u64)], kept: &[&str]) -> Grouping {
        let kept = kept.iter().map(|name| name.as_bytes().into()).collect();
        Grouping::of_events(names.iter().map(|(name, rows)| (name.as_bytes(), *rows)), kept, Kept::NONE)
    }

    fn called(grouping: &Grouping, name: &str) -> String {
        String::from_utf8(grouping.name_of(name.as_bytes()).into_owned()).unwrap()
    }

    fn many(count: usize, rows: u64, name: impl Fn(usize) -> String) -> Vec<(String, u64)> {
        (0..count).map(|nth| (name(nth), rows)).collect()
    }

    #[test]
    fn queries_and_numbers_are_grouped_where_there_are_many_with_few_rows() {
        let pages = [many(40, 2, |n| format!("/search?q=shoes+{n}x")), many(40, 1, |n| format!("/page/{n}"))].concat();
        let of = grouping(&pages, &["/page/7"]);
        assert_eq!(called(&of, "/search?q=coats"), "/search");
        assert_eq!((called(&of, "/page/12"), called(&of, "/page/7")), ("/page/:id".to_owned(), "/page/7".to_owned()));
        assert_eq!(called(&of, "/pricing?plan=pro"), "/pricing?plan=pro");
        let told = of.told("event", pages.iter().map(|(name, _)| name.as_bytes()));
        let counts: Vec<_> = told.iter().map(|group| (group.name.as_str(), group.different)).collect();
        assert_eq!(counts, [("/page/:id", 39), ("/search", 40)]);
        assert_eq!(words(&told, |n| n.to_string()).len(), 1);
        let one = [Grouped { column: "event", name: "/reset".to_owned(), different: 1, kinds: vec![Kind::Query] }];
        let kinds = say!(log_quoted, name = "/reset");
        assert_eq!(words(&one, |n| n.to_string()), [say!(log_grouped_1_event, kinds)]);
        for steps in [many(19, 1, |n| format!("step {n}")), many(60, 9, |n| format!("episode {n}"))] {
            let of = grouping(&steps, &[]);
            assert_eq!(called(&of, "step 3"), "step 3");
            assert_eq!(called(&of, "episode 3"), "episode 3");
            assert_eq!(of.told("event", steps.iter().map(|(name, _)| name.as_bytes())), []);
        }
    }

    #[test]
    fn texts_of_which_there_is_one_for_each_row_are_one() {
        let letters = |n: usize| format!("{}{}", char::from(b'a' + (n % 26) as u8), char::from(b'a' + (n / 26) as u8));
        let names = [many(120, 1, |n| format!("asked {}", letters(n))), vec![("view".to_owned(), 900)]].concat();
        let of = grouping(&names, &["asked aa"]);
        assert_eq!(called(&of, "asked ba"), TEXT);
        assert_eq!((called(&of, "view"), called(&of, "asked aa")), ("view".to_owned(), "asked aa".to_owned()));
        assert_eq!(of.told("event", names.iter().map(|(name, _)| name.as_bytes()))[0].different, 119);
        // Twenty of hardly two rows each do, too, unless they are few of all.
        let few = grouping(&names[100..], &[]);
        assert_eq!(called(&few, "asked ne"), TEXT);
        let fewer = grouping(&names[102..], &[]);
        assert_eq!(called(&fewer, "asked ne"), "asked ne");
        let steps = many(10, 40, |n| format!("step {}", letters(n)));
        let beside = grouping(&[steps, names[100..].to_vec()].concat(), &[]);
        assert_eq!(called(&beside, "asked ne"), "asked ne");
        let segments = |names: &[(String, u64)]| {
            Grouping::of_segments(names.iter().map(|(name, customers)| (name.as_bytes(), *customers)), Kept::NONE, 0)
        };
        assert_eq!(called(&segments(&names[90..]), "asked ne"), TEXT);
        assert_eq!(called(&segments(&many(150, 3, |n| format!("town {}", letters(n)))), "town ca"), "town ca");
    }

    #[test]
    fn each_kind_is_told_and_can_be_shown_by_itself() {
        let names = ["/reset?mail=a@example.org", "call with Anna Schmidt", "rang 555-0199", "user_48213", "view"];
        let all = || names.iter().map(|name| (name.as_bytes(), 1));
        let of = |kept: Kept| Grouping::of_events(all(), HashSet::new(), kept);
        let told = of(Kept::NONE).told("event", all().map(|(name, _)| name));
        let kinds: Vec<_> = told.iter().map(|group| (group.name.as_str(), group.kinds.as_slice())).collect();
        assert_eq!(
            kinds,
            [
                ("/reset", &[Kind::Mail][..]),
                ("call with :name", &[Kind::Name]),
                ("rang :phone", &[Kind::Phone]),
                ("user_:id", &[Kind::Id]),
            ]
        );
        assert_eq!(by_kind(&told), [Kind::Name, Kind::Mail, Kind::Phone, Kind::Id].map(|kind| (kind, 1)).into());
        for (kind, name) in [Kind::Mail, Kind::Name, Kind::Phone, Kind::Id].into_iter().zip(names) {
            let of = of(Kept::NONE.with(kind, true));
            let shown: Vec<String> = names.iter().map(|name| called(&of, name)).collect();
            assert_eq!(shown.iter().filter(|shown| names.contains(&shown.as_str())).count(), 2, "{shown:?}");
            assert!(shown.contains(&name.to_owned()), "{shown:?}");
        }
        assert_eq!(of(Kept::ALL).told("event", all().map(|(name, _)| name)), []);
        assert_eq!(Kept::ALL, Kind::ALL.into_iter().collect());
    }

    #[test]
    fn pages_of_persons_are_one() {
        let names = ["ann", "bo", "cy", "di", "ed"]
            .map(|name| ["x", "y", "z", "v", "w", "u"].map(|end| format!("{name}{end}")));
        let pages: Vec<_> = names.concat().into_iter().map(|name| (format!("/profile/{name}/edit"), 2)).collect();
        assert_eq!(called(&grouping(&pages, &[]), "/profile/anny/edit"), "/profile/:id/edit");
        assert_eq!(called(&grouping(&pages[..29], &[]), "/profile/anny/edit"), "/profile/anny/edit");
    }

    #[test]
    fn marks_need_no_rows() {
        let marks = Grouping::of_marks(Kept::NONE);
        assert_eq!(called(&marks, "/reset?mail=a@example.org"), "/reset");
        assert_eq!(marks.name_of(b"\xff1234567890"), &b"\xff1234567890"[..]);
    }
}
