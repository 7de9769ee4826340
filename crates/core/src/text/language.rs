//! The language that text on this thread is set in: it chooses among the system's faces for a script that several languages
//! write each in its own way (Han above all), and the letters that a face has for a language.

use super::direction::is_right_to_left;
use parley::fontique::Language;
use std::cell::Cell;

thread_local! {
    static HERE: Cell<(Option<Language>, bool)> = const { Cell::new((None, false)) };
}

/// What `work` gives where text on this thread is set in a language meanwhile, by its BCP 47 tag; one that is none sets text
/// in no language.
pub fn in_language<T>(tag: &str, work: impl FnOnce() -> T) -> T {
    /// Gives the former language back, also where the work panics.
    struct Former((Option<Language>, bool));
    impl Drop for Former {
        fn drop(&mut self) {
            HERE.set(self.0);
        }
    }
    let language = matched(tag.trim());
    let _former = Former(HERE.replace((language, is_right_to_left(tag))));
    work()
}

/// A tag as the system's fonts are asked with it. Fonts are chosen by language alone, but for the languages whose script hangs on
/// the country: with one that it does not expect, the search would know no language at all, and take another face than the
/// system does for the same text.
fn matched(tag: &str) -> Option<Language> {
    let language = Language::parse(tag).ok()?;
    match language.language() {
        "zh" | "pa" | "ku" | "ps" | "ti" => Some(language),
        "iw" => Language::parse("he").ok(),
        alone => Language::parse(alone).ok(),
    }
}

/// The language of the moment on this thread.
pub(super) fn here() -> Option<Language> {
    HERE.get().0
}

/// Whether it is read from the right: what is laid out in it is turned over before it is painted, so that its lines begin at
/// the left until then.
pub(super) fn is_turned_over() -> bool {
    HERE.get().1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_set_in_a_language_for_a_stretch_of_work() {
        assert_eq!(here(), None);
        in_language("ja", || {
            assert_eq!(here(), Language::parse("ja").ok());
            in_language("no tag!", || assert_eq!(here(), None));
            assert!(here().is_some());
        });
        assert_eq!(here(), None);
    }

    #[test]
    fn a_country_does_not_keep_a_language_from_its_face() {
        for (tag, asked) in
            [("ar-EG", "ar"), ("fa-IR", "fa"), ("ur-PK", "ur"), ("iw", "he"), ("th-TH", "th"), ("ja-JP", "ja")]
        {
            in_language(tag, || assert_eq!(here(), Language::parse(asked).ok(), "{tag}"));
        }
        in_language("zh-TW", || assert_eq!(here(), Language::parse("zh-TW").ok()));
    }
}
