//! The language that text on this thread is set in: it chooses among the system's faces for a script that several languages
//! write each in its own way (Han above all), and the letters that a face has for a language.

use parley::fontique::Language;
use std::cell::Cell;

thread_local! {
    static HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// What `work` gives where text on this thread is set in a language meanwhile, by its BCP 47 tag; one that is none sets text
/// in no language.
pub fn in_language<T>(tag: &str, work: impl FnOnce() -> T) -> T {
    /// Gives the former language back, also where the work panics.
    struct Former(Option<Language>);
    impl Drop for Former {
        fn drop(&mut self) {
            HERE.set(self.0);
        }
    }
    let _former = Former(HERE.replace(Language::parse(tag.trim()).ok()));
    work()
}

/// The language of the moment on this thread.
pub(super) fn here() -> Option<Language> {
    HERE.get()
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
}
