//! Code names for titles: in a copy for a client each title goes by its code name, wherever it stands.

/// Code names, each with the title that it stands for; the longest title first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aliases {
    pairs: Vec<Pair>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Pair {
    title: Vec<char>,
    code: String,
}

/// Titles that are shorter stand for themselves only as whole words.
const PART_OF_A_WORD: usize = 4;

impl Aliases {
    /// Of code names, each with its title; those without a title stand for nothing.
    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let pair = |(code, title): (String, String)| Pair { title: seen(title.trim()), code: code.trim().to_owned() };
        let mut pairs: Vec<Pair> = pairs.into_iter().map(pair).filter(|pair| !pair.title.is_empty()).collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.title.len()));
        Self { pairs }
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The titles that are not to be read any more.
    pub fn titles(&self) -> impl Iterator<Item = String> {
        self.pairs.iter().map(|pair| pair.title.iter().collect())
    }

    /// The text with code names in the place of titles, whatever their capitals and blanks; `None` where it has none.
    pub fn applied(&self, text: &str) -> Option<String> {
        let mut letters = seen(text);
        let mut is_changed = false;
        // The longest first, and what was put in is not looked through again.
        let mut done = vec![false; letters.len()];
        for Pair { title, code } in &self.pairs {
            let mut at = 0;
            while at < letters.len() {
                let end = end_of(&letters, at, title).filter(|end| {
                    let is_free = !done.iter().take(*end).skip(at).any(|done| *done);
                    is_free && (title.len() >= PART_OF_A_WORD || is_word(&letters, at, *end))
                });
                let Some(end) = end else {
                    at += 1;
                    continue;
                };
                let length = code.chars().count();
                letters.splice(at..end, code.chars());
                done.splice(at..end, std::iter::repeat_n(true, length));
                at += length.max(1);
                is_changed = true;
            }
        }
        is_changed.then(|| letters.into_iter().collect())
    }
}

/// The letters of a text that are seen.
fn seen(text: &str) -> Vec<char> {
    let is_unseen = |letter: &char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    text.chars().filter(|letter| !is_unseen(letter)).collect()
}

/// Where a title ends that begins here; a blank of it is any run of blanks.
fn end_of(letters: &[char], at: usize, title: &[char]) -> Option<usize> {
    let is_same = |one: char, other: char| one == other || one.to_lowercase().eq(other.to_lowercase());
    let mut end = at;
    let mut was_blank = false;
    for letter in title {
        let is_blank = letter.is_whitespace();
        if is_blank && !was_blank {
            let run = letters.iter().skip(end).take_while(|letter| letter.is_whitespace()).count();
            if run == 0 {
                return None;
            }
            end += run;
        } else if !is_blank {
            if !is_same(*letters.get(end)?, *letter) {
                return None;
            }
            end += 1;
        }
        was_blank = is_blank;
    }
    Some(end)
}

fn is_word(letters: &[char], at: usize, end: usize) -> bool {
    let is_letter =
        |place: Option<usize>| place.and_then(|place| letters.get(place)).is_some_and(|c| c.is_alphanumeric());
    !is_letter(at.checked_sub(1)) && !is_letter(Some(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_go_by_their_code_names_the_longest_first() {
        let of = |code: &str, title: &str| (code.to_owned(), title.to_owned());
        let aliases = Aliases::of([
            of("Owl", "Lumen"),
            of("Owl One", "Lumen Kids+"),
            of("K", "Max"),
            of("", "gone"),
            of("x", " "),
        ]);
        for (text, expected) in [
            ("Lumen Kids+ and LUMEN", Some("Owl One and Owl")),
            ("lumen\u{a0}\nkids+’s Lumenkampagne", Some("Owl One’s Owlkampagne")),
            ("Lu\u{ad}men", Some("Owl")),
            ("Maximum, max", Some("Maximum, K")),
            ("Gone!", Some("!")),
            ("nothing", None),
        ] {
            assert_eq!(aliases.applied(text).as_deref(), expected, "{text}");
        }
        let swapped = Aliases::of([of("Beta", "Alpha"), of("Alpha", "Beta")]);
        assert_eq!(swapped.applied("Alpha, Beta").as_deref(), Some("Beta, Alpha"), "no code name is taken for a title");
    }
}
