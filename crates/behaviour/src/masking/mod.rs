//! Names of events and segments that tell of persons, or of which there is one for nearly each row, become the name of their kind.
//!
//! Mail addresses, telephone numbers, tokens and long numbers always do ([`marks`]). What may as well be a step does where many
//! names of one kind have few rows each: the query of a path (`/search?q=…` is `/search`), numbers (`/page/12` is `/page/:id`), and
//! any text where rare names are most of all (`:text`). Who names an event, in a stage of a plan, has it told apart.
//!
//! Judges different names with the rows that they have, never row by row, and depends on their order in nothing.

mod marks;
pub mod shape;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

pub use marks::masked;
use marks::{is_path, without_query};
use touchline_words::say;

/// So many different names of one kind are more than steps are.
const MANY: usize = 30;
/// Names of a kind that have fewer rows each than this, taken together, are no steps.
const FEW_ROWS: u64 = 5;
/// So many rare names are none that anybody chose.
const MANY_RARE: usize = 100;

/// Any text of which there is one for nearly each row.
pub const TEXT: &str = ":text";

/// What a name is called if it is one of many of its kind; borrowed where that is the name itself.
type Kind = fn(&str) -> Cow<'_, str>;

/// The names of a log that became one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Grouped {
    /// `event` or `segment`.
    pub column: &'static str,
    /// What they are called now: `/user/:id/edit`.
    pub name: String,
    /// How many different names that were.
    pub different: u64,
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
        let names = names.join(", ");
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
    keeps_all: bool,
    /// Names that somebody has named.
    kept: HashSet<Box<[u8]>>,
    /// Paths of which every query is one.
    queries: HashSet<String>,
    /// Names in which every number is one.
    numbers: HashSet<String>,
    /// The names that are told apart where all others are one text.
    frequent: Option<HashSet<String>>,
}

impl Grouping {
    /// Whether deciding about these names takes the rows that each has: many of them are of one kind that may be steps.
    pub fn needs_rows<'a>(names: impl Iterator<Item = &'a [u8]>, kept: &HashSet<Box<[u8]>>) -> bool {
        let marked = marked(names.map(|name| (name, 1)), kept);
        let many = |kind: Kind| kinds(&marked, kind).values().any(|(names, _)| *names >= MANY);
        marked.len() >= MANY_RARE || many(query_cut) || many(numbers_marked)
    }

    /// Decides about names by how many rows each has.
    pub fn of<'a>(names: impl Iterator<Item = (&'a [u8], u64)>, kept: HashSet<Box<[u8]>>) -> Grouping {
        let marked = marked(names, &kept);
        let is_many = |(names, rows): &(usize, u64)| *names >= MANY && *rows < FEW_ROWS * *names as u64;
        let decided = |names: &BTreeMap<String, u64>, kind: Kind| -> HashSet<String> {
            kinds(names, kind).into_iter().filter(|(_, counts)| is_many(counts)).map(|(kind, _)| kind).collect()
        };
        let mut grouping = Grouping { kept, ..Grouping::default() };
        grouping.queries = decided(&marked, query_cut);
        let marked = grouping.again(&marked);
        grouping.numbers = decided(&marked, numbers_marked);
        let marked = grouping.again(&marked);
        let rare = marked.values().filter(|rows| **rows < FEW_ROWS).count();
        if rare >= MANY_RARE && rare * 2 > marked.len() {
            grouping.frequent =
                Some(marked.into_iter().filter(|(_, rows)| *rows >= FEW_ROWS).map(|(name, _)| name).collect());
        }
        grouping
    }

    /// Every name stays as it is.
    pub fn keeping_all() -> Grouping {
        Grouping { keeps_all: true, ..Grouping::default() }
    }

    /// What is known without rows: marks alone.
    pub fn of_marks(kept: HashSet<Box<[u8]>>) -> Grouping {
        Grouping { kept, ..Grouping::default() }
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
        if self.keeps_all || text.is_empty() || self.kept.contains(name) {
            return Cow::Borrowed(name);
        }
        match self.kind_of(text) {
            Cow::Borrowed(same) => Cow::Borrowed(same.as_bytes()),
            Cow::Owned(other) => Cow::Owned(other.into_bytes()),
        }
    }

    fn kind_of<'n>(&self, name: &'n str) -> Cow<'n, str> {
        let mut now = masked(name);
        let steps: [(&HashSet<String>, Kind); 2] = [(&self.queries, query_cut), (&self.numbers, numbers_marked)];
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

    /// Which names became one, out of all.
    pub fn told<'a>(&self, column: &'static str, names: impl Iterator<Item = &'a [u8]>) -> Vec<Grouped> {
        let mut groups: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
        for name in names {
            if let Cow::Owned(kind) = self.name_of(name)
                && kind != name
            {
                *groups.entry(kind).or_default() += 1;
            }
        }
        let grouped = |(name, different): (Vec<u8>, u64)| Grouped {
            column,
            name: String::from_utf8_lossy(&name).into_owned(),
            different,
        };
        groups.into_iter().map(grouped).collect()
    }
}

/// Names with their marks, and the rows of each; those that somebody has named are left out.
fn marked<'a>(names: impl Iterator<Item = (&'a [u8], u64)>, kept: &HashSet<Box<[u8]>>) -> BTreeMap<String, u64> {
    let mut all: BTreeMap<String, u64> = BTreeMap::new();
    for (name, rows) in names.filter(|(name, _)| !name.is_empty() && !kept.contains(*name)) {
        if let Ok(text) = std::str::from_utf8(name) {
            *all.entry(masked(text).into_owned()).or_default() += rows;
        }
    }
    all
}

/// The kinds of names, each with how many other names are of it and how many rows these have.
fn kinds(names: &BTreeMap<String, u64>, kind: Kind) -> HashMap<String, (usize, u64)> {
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
    name.split(['/', ' ']).any(|part| part.contains(":id") || part.contains(":mail") || part.contains(":token"))
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
        Grouping::of(names.iter().map(|(name, rows)| (name.as_bytes(), *rows)), kept)
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
        let one = [Grouped { column: "event", name: "/reset".to_owned(), different: 1 }];
        let kinds = say!(log_quoted, name = "/reset");
        assert_eq!(words(&one, |n| n.to_string()), [say!(log_grouped_1_event, kinds)]);
        for steps in [many(29, 1, |n| format!("step {n}")), many(60, 9, |n| format!("episode {n}"))] {
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
        let few = grouping(&names[30..], &[]);
        assert_eq!(called(&few, "asked zb"), "asked zb");
    }

    #[test]
    fn marks_need_no_rows() {
        let marks = Grouping::of_marks(HashSet::new());
        assert_eq!(called(&marks, "/reset?mail=a@example.org"), "/reset");
        assert_eq!(marks.name_of(b"\xff1234567890"), &b"\xff1234567890"[..]);
        let names = |count: usize, name: fn(usize) -> String| (0..count).map(name).collect::<Vec<_>>();
        let needs = |names: Vec<String>| Grouping::needs_rows(names.iter().map(String::as_bytes), &HashSet::new());
        assert!(needs(names(40, |n| format!("/page/{n}"))) && !needs(names(40, |n| "ab".repeat(n))));
        assert!(!needs(names(40, |n| format!("/user/{n}"))));
    }
}
