//! How well a few letters fit a name: by the beginnings of its words, by their initials, by letters that follow each other.

use std::collections::BTreeSet;

/// Letters of a name, and of a word that is looked for, that are looked at.
const MOST_LETTERS: usize = 160;
const MOST_WANTED: usize = 40;
/// Letters of a line that are shown before a word that fits, where it is far in.
const FAR_IN: usize = 36;

/// A name made ready to be looked through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    /// In small letters, one for each of the name.
    letters: Vec<char>,
    /// Where its words begin.
    starts: Vec<usize>,
}

/// How well it fits, and which letters of the name did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// More is better; every fit is above zero.
    pub score: i32,
    /// In order, counted in letters from the name's beginning.
    pub marks: Vec<usize>,
}

impl Folded {
    pub fn new(name: &str) -> Self {
        let letters: Vec<char> = name.chars().take(MOST_LETTERS).map(small).collect();
        let begins = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| letters.get(at));
            letters.get(at).is_some_and(|letter| letter.is_alphanumeric())
                && before.is_none_or(|letter| !letter.is_alphanumeric())
        };
        let starts = (0..letters.len()).filter(|at| begins(*at)).collect();
        Self { letters, starts }
    }

    /// Whether it has these letters in this order: without, nothing fits.
    fn has_in_order(&self, wanted: &[char]) -> bool {
        let mut letters = self.letters.iter();
        wanted.iter().all(|wanted| letters.any(|letter| letter == wanted))
    }

    /// How many letters are the same from a place on.
    fn common(&self, at: usize, wanted: &[char]) -> usize {
        self.letters.iter().skip(at).zip(wanted).take_while(|(a, b)| a == b).count()
    }
}

/// The words of what is looked for, in small letters.
pub fn words(search: &str) -> Vec<Vec<char>> {
    search.split_whitespace().map(|word| word.chars().take(MOST_WANTED).map(small).collect()).collect()
}

/// How well a word that is looked for fits a name.
pub fn fit(wanted: &[char], name: &Folded) -> Option<Fit> {
    if wanted.is_empty() || !name.has_in_order(wanted) {
        return None;
    }
    beginning(wanted, name)
        .or_else(|| initials(wanted, name))
        .or_else(|| inside(wanted, name))
        .or_else(|| in_order(wanted, name))
}

/// Where a word of the text begins with what is wanted, in bytes; both in small letters.
pub fn begins_a_word(text: &str, wanted: &str) -> Option<usize> {
    let begins = |at: &usize| {
        text.get(..*at).and_then(|before| before.chars().next_back()).is_none_or(|letter| !letter.is_alphanumeric())
    };
    text.match_indices(wanted).map(|(at, _)| at).find(begins)
}

/// Of a text the line that has a word which begins with what is wanted, from a little before it on: what there is room for.
pub fn line_with(text: &str, wanted: &str) -> String {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let at = |line: &str| begins_a_word(&line.to_lowercase(), wanted);
    let Some((line, at)) = lines().find_map(|line| Some((line, at(line)?))) else {
        return lines().next().unwrap_or_default().to_owned();
    };
    // Small letters may be longer than the large ones: counted in letters, the place is near enough.
    let letters = line.to_lowercase().get(..at).unwrap_or_default().chars().count();
    let Some(from) = letters.checked_sub(FAR_IN).filter(|from| *from > 0) else { return line.to_owned() };
    let rest: String = line.chars().skip(from).collect();
    let cut = rest.find(char::is_whitespace).map_or(rest.as_str(), |at| rest.get(at..).unwrap_or_default());
    format!("…{}", cut.trim_start())
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// A word of the name begins so: `pod` in `Podcast / audio`.
fn beginning(wanted: &[char], name: &Folded) -> Option<Fit> {
    let (nth, start) = name.starts.iter().enumerate().find(|(_, at)| name.common(**at, wanted) == wanted.len())?;
    let end = start + wanted.len();
    let whole = name.letters.get(end).is_none_or(|letter| !letter.is_alphanumeric());
    let score = 100 + if nth == 0 { 12 } else { 0 } + if whole { 6 } else { 0 } - 2 * few(nth, 6);
    Some(Fit { score, marks: (*start..end).collect() })
}

/// The beginnings of several words, in their order: `ftm` and `fimap` in `Fit the map`.
fn initials(wanted: &[char], name: &Folded) -> Option<Fit> {
    let mut marks = Vec::new();
    if !chained(wanted, name, 0, &mut marks, &mut BTreeSet::new()) {
        return None;
    }
    let parts = marks.iter().filter(|at| name.starts.contains(at)).count();
    let first = if marks.first() == name.starts.first() { 6 } else { 0 };
    let reach = name.starts.iter().filter(|at| Some(*at) <= marks.last()).count();
    Some(Fit { score: 84 + first - 3 * few(reach.saturating_sub(parts), 10) - 2 * few(parts, 8), marks })
}

/// Whether the words from the `word`th on begin with what is wanted; `dead` are the tries that are known to fail.
fn chained(
    wanted: &[char],
    name: &Folded,
    word: usize,
    marks: &mut Vec<usize>,
    dead: &mut BTreeSet<(usize, usize)>,
) -> bool {
    if wanted.is_empty() {
        return true;
    }
    if !dead.insert((word, wanted.len())) {
        return false;
    }
    for (nth, start) in name.starts.iter().enumerate().skip(word) {
        for taken in (1..=name.common(*start, wanted)).rev() {
            let before = marks.len();
            marks.extend(*start..start + taken);
            let rest = wanted.get(taken..).unwrap_or_default();
            if chained(rest, name, nth + 1, marks, dead) {
                return true;
            }
            marks.truncate(before);
        }
    }
    false
}

/// It stands inside a word: `cast` in `Podcast / audio`.
fn inside(wanted: &[char], name: &Folded) -> Option<Fit> {
    let at = (0..name.letters.len()).find(|at| name.common(*at, wanted) == wanted.len())?;
    Some(Fit { score: 56 - few(at, 16), marks: (at..at + wanted.len()).collect() })
}

/// Its letters stand in order and close together, from the beginning of a word on: `prfr` in `Preferences`.
fn in_order(wanted: &[char], name: &Folded) -> Option<Fit> {
    if wanted.len() < 3 {
        return None;
    }
    let from = |start: usize| {
        let mut marks: Vec<usize> = Vec::with_capacity(wanted.len());
        let mut rest = wanted.iter().peekable();
        for (at, letter) in name.letters.iter().enumerate().skip(start).take(2 * wanted.len() + 2) {
            if rest.peek() == Some(&letter) {
                rest.next();
                marks.push(at);
            } else if at == start {
                return None;
            }
        }
        rest.peek().is_none().then_some(marks)
    };
    let marks = name.starts.iter().find_map(|start| from(*start))?;
    let gaps = marks.last().zip(marks.first()).map_or(0, |(last, first)| last - first + 1 - marks.len());
    Some(Fit { score: 34 - few(gaps, 30), marks })
}

fn few(count: usize, most: usize) -> i32 {
    i32::try_from(count.min(most)).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of a name that fit.
    fn check_fit(wanted: &str, name: &str, expected: Option<&str>) {
        let wanted: Vec<char> = wanted.chars().collect();
        let letters: Vec<char> = name.chars().collect();
        let found = fit(&wanted, &Folded::new(name)).map(|fit| {
            assert!(fit.score > 0, "{wanted:?} in {name}");
            fit.marks.iter().map(|at| letters[*at]).collect::<String>()
        });
        assert_eq!(found.as_deref(), expected, "{wanted:?} in {name}");
    }

    fn score(wanted: &str, name: &str) -> i32 {
        fit(&wanted.chars().collect::<Vec<_>>(), &Folded::new(name)).map_or(0, |fit| fit.score)
    }

    #[test]
    fn names_are_found_by_words_initials_parts_and_letters_in_order() {
        check_fit("pod", "Podcast / audio", Some("Pod"));
        check_fit("aud", "Podcast / audio", Some("aud"));
        check_fit("pa", "Podcast / audio", Some("Pa"));
        check_fit("ftm", "Fit the map", Some("Ftm"));
        check_fit("fimap", "Fit the map", Some("Fimap"));
        check_fit("cast", "Podcast / audio", Some("cast"));
        check_fit("pdcst", "Podcast / audio", Some("Pdcst"));
        check_fit("sag-a", "SAG-AFTRA notice", Some("SAG-A"));
        check_fit("ähn", "Ähnliche Titel", Some("Ähn"));
        check_fit("告", "新广告", Some("告"));
        for absent in ["xyz", "mtf", "podcastaudiox"] {
            check_fit(absent, "Podcast / audio", None);
        }
        check_fit("", "Podcast", None);
        check_fit("a", "", None);
    }

    #[test]
    fn letters_far_apart_are_no_fit() {
        check_fit("ptd", "Pages that are read all the day, and another", Some("Ptd"));
        check_fit("pgz", "Pages that go on for long until someone falls asleep, zzz", Some("Pgz"));
        check_fit("pgs", "Prolonging", None);
        check_fit("abc", "Aardvarks borrow nothing… xxxxxxxxxxxxxxxxxxxxc", None);
    }

    #[test]
    fn what_fits_better_counts_more() {
        let order = ["Map", "Mapping", "Fit the map", "Many a page", "Roadmap", "Miramap"];
        let scores: Vec<i32> = order.iter().map(|name| score("map", name)).collect();
        assert!(scores.windows(2).all(|pair| pair[0] > pair[1] || pair == [scores[4], scores[5]]), "{scores:?}");
    }

    #[test]
    fn the_worst_name_ends() {
        let name = "a ".repeat(100_000) + "b";
        assert_eq!(fit(&['a'; MOST_WANTED], &Folded::new(&name)).map(|fit| fit.marks.len()), Some(MOST_WANTED));
        let mut wanted = ['a'; MOST_WANTED];
        wanted[MOST_WANTED - 1] = 'z';
        assert_eq!(fit(&wanted, &Folded::new(&name)), None);
    }
}
