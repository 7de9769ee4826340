//! The catalogues as they are read: once for each language, at the first word said in it.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::direction::read_from_left;
use crate::language::{Language, language};
use crate::quotes;
use crate::value::Value;

/// A message that is always the same, by its place among the ids: tables hold it and say it when they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Said(pub(crate) u16);

impl Said {
    /// The message of this id, for words that belong to things with names of their own, such as arguments. `None` where there
    /// is none that is always the same.
    pub fn of(id: &str) -> Option<Self> {
        let place = crate::IDS.binary_search(&id).ok()?;
        let is_plain = Catalogue::of(Language::English).plain.get(place).is_some_and(|text| !text.is_empty());
        u16::try_from(place).ok().filter(|_| is_plain).map(Self)
    }

    /// In the language of the moment.
    pub fn text(self) -> &'static str {
        Catalogue::of(language()).plain.get(usize::from(self.0)).map_or("", String::as_str)
    }

    /// Its id.
    pub fn id(self) -> &'static str {
        crate::IDS.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// A message of `number` with what it is told, in the language of the moment.
pub fn told(number: usize, values: Vec<(&'static str, Value<'_>)>) -> String {
    let catalogue = Catalogue::of(language());
    let has_words = catalogue.has_words(number);
    let parts = values.into_iter().map(|(name, value)| (name, if has_words { value.isolated().0 } else { value.0 }));
    let values: FluentArgs<'_> = parts.collect();
    let said = crate::IDS.get(number).map_or_else(String::new, |id| catalogue.format(id, Some(&values)));
    let said = quotes::once(said);
    if has_words { read_from_left(said) } else { said }
}

struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Each message as it is where nothing is told, by its number.
    plain: Vec<String>,
}

impl Catalogue {
    fn of(language: Language) -> &'static Self {
        static READ: [OnceLock<Catalogue>; 3] = [const { OnceLock::new() }; 3];
        let place = match language {
            Language::English => &READ[0],
            Language::German => &READ[1],
            Language::Pseudo => &READ[2],
        };
        place.get_or_init(|| Self::read(language))
    }

    fn read(language: Language) -> Self {
        let files = match language {
            Language::English | Language::Pseudo => crate::EN,
            Language::German => crate::DE,
        };
        let rules: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![rules]);
        // What is told is isolated where it is read from the right, and only there: marks are no part of figures and file names.
        bundle.set_use_isolating(false);
        if language == Language::Pseudo {
            bundle.set_transform(Some(pseudo));
        }
        for file in files {
            // The build has read the same text without a fault.
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        let mut catalogue = Self { bundle, plain: Vec::new() };
        catalogue.plain = crate::IDS.iter().map(|id| catalogue.format(id, None)).collect();
        catalogue
    }

    /// Whether a message says something of its own; else, with marks around it at most, it is what it is told.
    fn has_words(&self, number: usize) -> bool {
        let plain = self.plain.get(number).map_or("", String::as_str);
        let mut depth = 0_u32;
        plain.chars().any(|letter| {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => return depth == 0 && letter.is_alphabetic(),
            }
            false
        })
    }

    fn format(&self, id: &str, values: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return String::new();
        };
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, values, &mut faults).into_owned()
    }
}

/// Of a text that is data and no message, such as what a template holds, the one in the language of the moment.
pub fn spoken<'a>(english: &'a str, german: &'a str) -> Cow<'a, str> {
    match language() {
        Language::English => Cow::Borrowed(english),
        Language::German => Cow::Borrowed(german),
        Language::Pseudo => pseudo(english),
    }
}

/// The letters of English with marks on them: readable, and none of them is one that a person's own words would have.
fn pseudo(text: &str) -> Cow<'_, str> {
    const FROM: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const TO: &str = "ȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑ";
    let marked = |letter: char| {
        let place = FROM.chars().position(|plain| plain == letter);
        place.and_then(|place| TO.chars().nth(place)).unwrap_or(letter)
    };
    Cow::Owned(text.chars().map(marked).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::direction::{is_right_to_left_letter, runs_right_to_left};
    use crate::value::Told;
    use crate::{in_language, say};

    #[test]
    fn every_message_says_something_in_every_language() {
        for language in [Language::English, Language::German, Language::Pseudo] {
            let catalogue = Catalogue::of(language);
            let silent = crate::IDS.iter().zip(&catalogue.plain).filter(|(_, text)| text.is_empty());
            assert_eq!(silent.count(), 0, "{language:?}");
        }
    }

    #[test]
    fn what_the_window_says_keeps_a_number_and_its_sign_on_one_line() {
        // What goes to a terminal has plain blanks, and a picture's text is kept together where it is set.
        for language in [Language::English, Language::German] {
            let said = crate::IDS.iter().zip(&Catalogue::of(language).plain).filter(|(id, _)| id.starts_with("ui_"));
            for (id, text) in said {
                let parted = text.match_indices(" %").filter(|(at, _)| {
                    let before = text.get(..*at).and_then(|before| before.chars().next_back());
                    before.is_some_and(|last| last.is_ascii_digit() || last == '}')
                });
                assert_eq!(parted.count(), 0, "{language:?}, {id}: {text}");
            }
        }
    }

    #[test]
    fn every_sentence_isolates_each_name_from_the_right_that_it_is_told() {
        for language in [Language::English, Language::German] {
            in_language(language, || {
                let catalogue = Catalogue::of(language);
                let mut names_told = 0;
                for (number, id) in crate::IDS.iter().enumerate().filter(|(number, _)| catalogue.has_words(*number)) {
                    let names = told_names(catalogue, id);
                    let values: Vec<(&'static str, Value<'_>)> =
                        names.iter().map(|name| (*name, Told::value("שלום 12"))).collect();
                    let said = told(number, values);
                    names_told += said.matches('\u{2068}').count();
                    let bare: String = said.split("\u{2068}שלום 12\u{2069}").collect();
                    assert!(!bare.chars().any(is_right_to_left_letter), "{language:?}, {id}: {said}");
                    assert!(!runs_right_to_left(&said), "{language:?}, {id}: {said}");
                }
                assert!(names_told > 1_000, "{names_told}");
            });
        }
    }

    /// What a message is told, as a plain form of it shows.
    fn told_names(catalogue: &Catalogue, id: &str) -> Vec<&'static str> {
        let pattern = catalogue.bundle.get_message(id).and_then(|message| message.value());
        let text = pattern.map(|pattern| format!("{pattern:?}")).unwrap_or_default();
        let names = text.split("VariableReference").skip(1).filter_map(|rest| rest.split('"').nth(1));
        names.map(|name| &*name.to_owned().leak()).collect()
    }

    #[test]
    fn a_message_is_said_in_the_language_of_the_moment() {
        assert_eq!(in_language(Language::English, || say!(cancel)), "Cancel");
        assert_eq!(in_language(Language::German, || say!(cancel)), "Abbrechen");
        assert_eq!(in_language(Language::Pseudo, || say!(cancel)), "Ƈȧƞƈḗŀ");
        let spoken = |language| in_language(language, || spoken("Cancel", "Abbrechen"));
        assert_eq!(Language::ALL.map(spoken), ["Cancel", "Abbrechen"]);
        assert_eq!(spoken(Language::Pseudo), "Ƈȧƞƈḗŀ");
        let counted = |language, count: u32| in_language(language, || say!(cards_counted, count));
        assert_eq!(counted(Language::English, 1), "1 card");
        assert_eq!(counted(Language::German, 12_000), "12000 Karten");
        assert_eq!(counted(Language::Pseudo, 2), "2 ƈȧřḓş");
    }
}
