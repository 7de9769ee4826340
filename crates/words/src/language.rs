//! The language of the moment: one for the program, chosen at its start or in its menu, and for a stretch of work on one
//! thread another.

use std::cell::Cell;
use std::sync::atomic::{AtomicU8, Ordering};

/// A language with a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    English,
    German,
    /// English with every letter of the catalogue changed, so that a word from elsewhere is seen: for tests.
    Pseudo,
}

impl Language {
    /// Those a person may choose.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Pseudo => "Pseudo",
        }
    }

    /// Its code after BCP 47.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Pseudo => "en-XA",
        }
    }

    /// The tag of a document that is begun in it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English | Self::Pseudo => "en",
            Self::German => "de",
        }
    }

    /// The language of a locale's name such as `de_AT.UTF-8` or `de-CH`; `None` where there is no catalogue for it.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let first = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(first))
    }

    /// The language in which words go onto a document of a language's tag: its own, or English where there is no catalogue.
    pub fn of_document(tag: &str) -> Self {
        // A test that looks for words from elsewhere looks at documents too.
        match language() {
            Self::Pseudo => Self::Pseudo,
            Self::English | Self::German => Self::of_locale(tag.trim()).unwrap_or(Self::English),
        }
    }

    /// What the system speaks, where there is a catalogue for it; else English.
    pub fn of_system() -> Self {
        sys_locale::get_locale().and_then(|locale| Self::of_locale(&locale)).unwrap_or(Self::English)
    }

    fn of_number(number: u8) -> Option<Self> {
        [Self::English, Self::German, Self::Pseudo].into_iter().find(|language| *language as u8 == number)
    }
}

static PROGRAM: AtomicU8 = AtomicU8::new(Language::English as u8);

thread_local! {
    static HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// The language of the moment on this thread.
pub fn language() -> Language {
    HERE.get().or_else(|| Language::of_number(PROGRAM.load(Ordering::Relaxed))).unwrap_or(Language::English)
}

/// From now on the program speaks `language`.
pub fn speak(language: Language) {
    PROGRAM.store(language as u8, Ordering::Relaxed);
}

/// What `work` gives where this thread speaks `language` meanwhile: machine output is English whoever reads it.
pub fn in_language<T>(language: Language, work: impl FnOnce() -> T) -> T {
    /// Gives the former language back, also where the work panics.
    struct Former(Option<Language>);
    impl Drop for Former {
        fn drop(&mut self) {
            HERE.set(self.0);
        }
    }
    let _former = Former(HERE.replace(Some(language)));
    work()
}

/// Work for another thread, which speaks as this one does: in the program's language, or in that of the stretch of work that
/// this one is in.
pub fn as_here<T>(work: impl FnOnce() -> T) -> impl FnOnce() -> T {
    let here = HERE.get();
    move || match here {
        Some(language) => in_language(language, work),
        None => work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language_or_none_of_ours() {
        let german = ["de", "de_DE.UTF-8", "de-AT", "DE", "de@euro"];
        assert!(german.iter().all(|locale| Language::of_locale(locale) == Some(Language::German)));
        assert_eq!(Language::of_locale("en_GB.UTF-8"), Some(Language::English));
        assert!(["", "C", "POSIX", "fr_FR", "deu_x"].iter().all(|locale| Language::of_locale(locale).is_none()));
    }

    #[test]
    fn a_stretch_of_work_in_another_language_leaves_the_former_one_behind() {
        let before = language();
        in_language(Language::German, || {
            assert_eq!(language(), Language::German);
            in_language(Language::Pseudo, || assert_eq!(language(), Language::Pseudo));
            assert_eq!(language(), Language::German);
        });
        assert_eq!(language(), before);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a real thread is what it is about, and it is waited for")]
    fn work_for_another_thread_is_done_in_the_language_of_the_one_that_gives_it() {
        let given = in_language(Language::German, || as_here(language));
        assert_eq!(std::thread::spawn(given).join().unwrap(), Language::German);
    }
}
