//! Why rows could not be used, in words: the one place that makes them of a map's codes.

use crate::model::Rejection;

/// `no customer`, `“Reached” is no number`: behind a number of rows.
pub fn words(rejection: &Rejection) -> String {
    match rejection {
        Rejection::Known { reason, about } => reason.shown(about.as_deref().unwrap_or_default()),
        Rejection::Custom(words) => words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_code_are_those_that_it_was_read_from() {
        for said in ["no customer", "“Reached {}” is no number", "more than 1000 different stages", "a reason of mine"]
        {
            assert_eq!(words(&Rejection::of_words(said)), said);
        }
    }
}
