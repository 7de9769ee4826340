//! Names of persons, streets with a number, and numbers of customers in a text: words that are known by lists and by where they stand.
//!
//! # Limits
//! A given name alone may be a persona, and stays. Names in scripts without capitals are known by the lists alone, those of
//! China, Japan and Korea not at all: there, as with names that no list has, only many of them tell ([`super::Grouping`]).

use std::borrow::Cow;

use super::kinds::{Kept, Kind};
use super::lists::{is_everyday, is_given, is_particle, is_surname, is_title};

/// Words behind which a number is somebody's.
const OWNERS: [&str; 31] = [
    "user",
    "usr",
    "customer",
    "cust",
    "client",
    "account",
    "acct",
    "member",
    "patient",
    "contact",
    "subscriber",
    "order",
    "invoice",
    "ticket",
    "lead",
    "deal",
    "case",
    "kunde",
    "kundin",
    "kunden",
    "kundennummer",
    "kundennr",
    "mitglied",
    "konto",
    "bestellung",
    "rechnung",
    "auftrag",
    "vertrag",
    "fan",
    "uid",
    "cid",
];
/// Words between such a word and its number.
const NUMBER_WORDS: [&str; 7] = ["no", "nr", "id", "number", "nummer", "num", "ref"];
/// Ends of streets that stand in one word with their name.
const STREET_ENDS: [&str; 17] = [
    "straße",
    "strasse",
    "str",
    "weg",
    "gasse",
    "allee",
    "platz",
    "ring",
    "damm",
    "ufer",
    "chaussee",
    "promenade",
    "steig",
    "straat",
    "laan",
    "gracht",
    "kade",
];
/// Streets behind their number and name.
const STREET_WORDS: [&str; 18] = [
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "dr",
    "boulevard",
    "blvd",
    "court",
    "terrace",
    "crescent",
    "close",
    "square",
    "row",
];
/// Streets before their name and number.
const STREETS_BEFORE: [&str; 12] =
    ["rue", "avenue", "boulevard", "impasse", "chemin", "via", "viale", "piazza", "calle", "carrer", "rua", "ulica"];

/// A run of letters or of digits.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    is_number: bool,
}

impl Word<'_> {
    fn lower(&self) -> String {
        self.text.to_lowercase()
    }

    /// `Anna`, or `ANNA`.
    fn is_capital(&self) -> bool {
        !self.is_number && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    fn letters(&self) -> usize {
        self.text.chars().count()
    }
}

/// A text and its words.
struct Words<'a> {
    text: &'a str,
    all: Vec<Word<'a>>,
}

/// What is found from a word on: behind which byte it ends, what stands in its place and from which byte.
struct Found {
    start: usize,
    end: usize,
    mark: &'static str,
}

/// The text with a mark in the place of each: `:name`, `:address`, `:id`.
pub fn persons_masked(text: &str, kept: Kept) -> Cow<'_, str> {
    let words = Words::of(text);
    let mut masked = String::new();
    let mut done = 0;
    let mut at = 0;
    while at < words.all.len() {
        let Some(found) = words.found(at, kept) else {
            at += 1;
            continue;
        };
        masked.push_str(text.get(done..found.start).unwrap_or_default());
        masked.push_str(found.mark);
        done = found.end;
        at += words.all.iter().skip(at).take_while(|word| word.start < found.end).count().max(1);
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    masked.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(masked)
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Words<'a> {
        let mut all: Vec<Word> = Vec::new();
        let mut open: Option<(usize, bool)> = None;
        let mut close = |open: &mut Option<(usize, bool)>, end: usize| {
            if let Some((start, is_number)) = open.take() {
                let text = text.get(start..end).unwrap_or_default();
                all.push(Word { text, start, end, is_number });
            }
        };
        for (at, c) in text.char_indices() {
            let is_number = c.is_ascii_digit();
            let is_word = c.is_alphanumeric() || (c == '\'' || c == '’') && open.is_some_and(|(_, number)| !number);
            match open {
                Some((_, number)) if is_word && number == is_number => {}
                _ => {
                    close(&mut open, at);
                    open = is_word.then_some((at, is_number));
                }
            }
        }
        close(&mut open, text.len());
        Words { text, all }
    }

    fn word(&self, at: usize) -> Option<&Word<'a>> {
        self.all.get(at)
    }

    /// What stands between a word and the next.
    fn between(&self, at: usize) -> &'a str {
        match (self.all.get(at), self.all.get(at + 1)) {
            (Some(one), Some(next)) => self.text.get(one.end..next.start).unwrap_or_default(),
            _ => "",
        }
    }

    /// Whether a mark of another kind begins here: `:id`.
    fn is_mark(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|word| self.text.get(..word.start).is_some_and(|before| before.ends_with(':')))
            && self
                .all
                .get(at)
                .is_some_and(|word| ["id", "mail", "phone", "ip", "token", "name", "address"].contains(&word.text))
    }

    fn found(&self, at: usize, kept: Kept) -> Option<Found> {
        if self.is_mark(at) {
            return None;
        }
        let name = || self.person(at).map(|end| self.marked(at, end, ":name"));
        let address = || self.street(at).map(|end| self.marked(at, end, ":address"));
        let found = (!kept.has(Kind::Address)).then(address).flatten();
        let found = found.or_else(|| (!kept.has(Kind::Name)).then(name).flatten());
        found.or_else(|| (!kept.has(Kind::Id)).then(|| self.number(at)).flatten())
    }

    fn marked(&self, at: usize, end: usize, mark: &'static str) -> Found {
        Found { start: self.all.get(at).map_or(0, |word| word.start), end, mark }
    }

    /// Where the name of a person ends that begins at this word.
    fn person(&self, at: usize) -> Option<usize> {
        let first = self.word(at).filter(|word| !word.is_number)?;
        let end = self.after_title(at).or_else(|| self.given_first(at)).or_else(|| self.surname_first(at))?;
        // `anna.schmidt92` is one.
        let is_handle = !first.is_capital();
        let number = self.all.iter().find(|word| word.start == end && word.is_number && is_handle);
        Some(number.map_or(end, |word| word.end))
    }

    /// `Dr. Schmidt`, `Frau Prof. Anna Schmidt`.
    fn after_title(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while self.word(next).is_some_and(|word| is_title(word.text)) && [" ", ". ", "."].contains(&self.between(next))
        {
            next += 1;
        }
        let name = self.word(next).filter(|word| next > at && word.is_capital() && word.letters() > 1)?;
        Some(self.given_first(next).unwrap_or(name.end))
    }

    /// `Anna Schmidt`, `Anna-Lena von der Heide`, `Anna M. Schmidt`, `anna.schmidt`.
    fn given_first(&self, at: usize) -> Option<usize> {
        let first = self.word(at).filter(|word| is_given(&word.lower()))?;
        let mut last = at;
        let mut end = None;
        loop {
            let between = self.between(last);
            let Some(next) = self.word(last + 1).filter(|word| !word.is_number) else { break };
            let (lower, both) = (next.lower(), first.is_capital() && next.is_capital());
            let is_joined = [" ", "-"].contains(&between);
            let is_initial = both && next.letters() == 1 && is_joined;
            if is_initial || (is_particle(&lower) && between == " ") {
                // An initial has a point behind it.
                last += 1;
                continue;
            }
            let after_initial = between == ". " && last > at && self.word(last).is_some_and(|word| word.letters() == 1);
            if is_given(&lower) && is_joined && (both || is_surname(&lower)) {
                (last, end) = (last + 1, Some(next.end));
                continue;
            }
            let is_plain = both && (is_joined || after_initial) && next.letters() > 1 && !is_everyday(&lower);
            let is_known = is_surname(&lower) && [" ", ".", "_", "-", "+", ""].contains(&between);
            let is_dotted = between == "." && next.letters() > 3 && !is_everyday(&lower) && !first.is_capital();
            if is_plain || is_known || is_dotted {
                end = Some(next.end);
            }
            break;
        }
        end
    }

    /// `Schmidt, Anna`, `A. Schmidt`, `schmidt_anna`.
    fn surname_first(&self, at: usize) -> Option<usize> {
        let (first, next) = (self.word(at)?, self.word(at + 1).filter(|word| !word.is_number)?);
        let between = self.between(at);
        let (one, other) = (first.lower(), next.lower());
        let is_listed =
            between == ", " && is_given(&other) && next.is_capital() && first.is_capital() && first.letters() > 1;
        let is_initial =
            first.letters() == 1 && first.is_capital() && [". ", "."].contains(&between) && next.is_capital();
        let is_handle = [".", "_", "-", " "].contains(&between) && is_given(&other) && is_surname(&one);
        (is_listed || (is_initial && is_surname(&other)) || is_handle).then_some(next.end)
    }

    /// Where a street with a number ends that begins at this word.
    fn street(&self, at: usize) -> Option<usize> {
        let first = self.word(at)?;
        let lower = first.lower();
        if first.is_number {
            // `12 Main Street`, `221B Baker Street`, `12, rue de la Paix`.
            let is_short = first.letters() <= 5;
            let skipped = self.word(at + 1).is_some_and(|word| word.letters() == 1 && self.between(at).is_empty());
            let begins = at + 1 + usize::from(skipped);
            let named = (begins + 1..begins + 4).find(|end| {
                let known =
                    self.word(*end).is_some_and(|word| word.is_capital() && STREET_WORDS.contains(&&*word.lower()));
                known
                    && (begins..*end)
                        .all(|place| self.word(place).is_some_and(Word::is_capital) && self.between(place) == " ")
            });
            let before = self.word(begins).filter(|word| STREETS_BEFORE.contains(&&*word.lower()));
            let street = named.or_else(|| before.and_then(|_| self.name_of_street(begins)))?;
            let is_apart = [" ", ", "].contains(&self.between(begins - 1));
            return self.word(street).filter(|_| is_short && is_apart).map(|word| word.end);
        }
        let number_at = if STREETS_BEFORE.contains(&&*lower) && first.is_capital() {
            self.name_of_street(at)? + 1
        } else {
            let is_end = |word: &Word| {
                let lower = word.lower();
                STREET_ENDS.iter().any(|end| lower.ends_with(end) && lower.len() > end.len() + 2)
            };
            let is_bare = |word: &Word| matches!(&*word.lower(), "straße" | "strasse" | "str");
            match self.word(at + 1) {
                _ if first.is_capital() && is_end(first) => at + 1,
                Some(next) if first.is_capital() && is_bare(next) && [" ", "-"].contains(&self.between(at)) => at + 2,
                _ => return None,
            }
        };
        let number = self.word(number_at).filter(|word| word.is_number && word.letters() <= 4)?;
        let is_apart = [" ", ". ", ".", ", "].contains(&self.between(number_at - 1));
        let letter = self.word(number_at + 1).filter(|word| word.letters() == 1 && self.between(number_at).is_empty());
        is_apart.then(|| letter.map_or(number.end, |letter| letter.end))
    }

    /// The last word of the name of a street behind `Rue` or `Via`.
    fn name_of_street(&self, at: usize) -> Option<usize> {
        let mut last = at;
        while self.word(last + 1).is_some_and(|word| {
            let joined = [" ", "-", "'", "’"].contains(&self.between(last));
            joined && !word.is_number && last < at + 5 && (word.is_capital() || is_particle(&word.lower()))
        }) {
            last += 1;
        }
        self.word(last).filter(|word| last > at && word.is_capital()).map(|_| last)
    }

    /// The number of a customer behind a word that says whose it is, or behind one to three letters.
    fn number(&self, at: usize) -> Option<Found> {
        let first = self.word(at).filter(|word| !word.is_number)?;
        let lower = first.lower();
        let is_close = |between: &str| between.chars().all(|c| " _-#:.=/".contains(c)) && between.len() <= 3;
        let mut before = at;
        if OWNERS.contains(&&*lower) {
            while self.word(before + 1).is_some_and(|word| NUMBER_WORDS.contains(&&*word.lower()))
                && is_close(self.between(before))
            {
                before += 1;
            }
        }
        let number = self.word(before + 1).filter(|word| word.is_number && is_close(self.between(before)))?;
        let digits = number.letters();
        let is_year = digits == 4 && (number.text.starts_with("19") || number.text.starts_with("20"));
        let is_owned = OWNERS.contains(&&*lower) && digits >= 3 && !is_year;
        let glued = ["", "-"].contains(&self.between(at));
        let stands_alone = !self.text.get(..first.start).is_some_and(|text| text.ends_with(char::is_alphanumeric));
        let is_code = before == at && first.letters() <= 3 && glued && digits >= 5 && stands_alone;
        (is_owned || is_code).then_some(Found { start: number.start, end: number.end, mark: ":id" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_streets_and_numbers_of_customers_become_a_mark() {
        for (text, expected) in [
            ("Anna Schmidt", ":name"),
            ("Call with Anna Schmidt", "Call with :name"),
            ("Schmidt, Anna", ":name"),
            ("ANNA SCHMIDT", ":name"),
            ("anna schmidt", ":name"),
            ("anna.schmidt92", ":name"),
            ("anna_schmidt", ":name"),
            ("Anna-Lena von der Heide", ":name"),
            ("Anna M. Lindqvist called", ":name called"),
            ("A. Schmidt", ":name"),
            ("Dr. Lindqvist", ":name"),
            ("Frau Prof. Anna Schmidt came", ":name came"),
            ("/team/anna-schmidt/edit", "/team/:name/edit"),
            ("Анна Петрова", ":name"),
            ("Hauptstraße 12a", ":address"),
            ("Lange Straße 7", ":address"),
            ("sent to 221B Baker Street", "sent to :address"),
            ("12 Main St", ":address"),
            ("12, rue de la Paix", ":address"),
            ("Rue de la Paix 12", ":address"),
            ("customer 4711", "customer :id"),
            ("Kunde Nr. 4711", "Kunde Nr. :id"),
            ("user_48213 came", "user_:id came"),
            ("K-48213", "K-:id"),
        ] {
            assert_eq!(persons_masked(text, Kept::NONE), expected, "{text}");
            assert_eq!(persons_masked(expected, Kept::NONE), expected);
        }
    }

    #[test]
    fn what_is_no_person_is_left_alone() {
        for text in [
            "Anna",
            "Sign Up",
            "Trailer View",
            "Grace Period",
            "Mark As Read",
            "Will Call",
            "Summer Sale",
            "April Newsletter",
            "max_volume",
            "200 ms Delay",
            "Anna opens the app",
            "Emma Clicked",
            "order 2026",
            "order 2",
            "S01E03",
            "Q3 2026",
            "Top 10 Titles",
            "Step 3 Close",
            "Way 2 Pay",
            "24/7 support",
            "Ring 2",
            "Königsweg",
            "trailer_view",
            "talent_post_view",
            "Main Street",
            "Dr",
            "iphone14",
            "mp3",
            "1080p60fps",
            "user/1",
            "anna.com",
            "case 12",
            "Sara",
            "kim.view",
            "vip lounge",
            ":name",
            "user_:id",
        ] {
            assert_eq!(persons_masked(text, Kept::NONE), text);
        }
        let kept = Kept::NONE.with(Kind::Name, true);
        assert_eq!(persons_masked("Anna Schmidt, Hauptstraße 12", kept), "Anna Schmidt, :address");
    }
}
