//! Colours as people write them: `#1F6FEB`, several with blanks or commas between.

use crate::model::{STAGE_TINTS, Tint};
use touchline_words::say;

pub(super) fn tint_text(tint: Option<Tint>) -> String {
    tint.map(|tint| tint.to_string()).unwrap_or_default()
}

/// A colour; none for an empty text.
pub(super) fn tint(text: &str) -> Result<Option<Tint>, String> {
    match text.trim() {
        "" => Ok(None),
        text => one(text).map(Some),
    }
}

pub(super) fn tints_text(tints: &[Tint]) -> String {
    tints.iter().map(Tint::to_string).collect::<Vec<_>>().join(" ")
}

pub(super) fn tints(text: &str) -> Result<Vec<Tint>, String> {
    let parts = text.split([' ', ',', ';', '\n']).filter(|part| !part.is_empty());
    let tints: Vec<Tint> = parts.map(one).collect::<Result<_, _>>()?;
    if tints.len() > STAGE_TINTS {
        return Err(say!(fields_tints_most, most = STAGE_TINTS));
    }
    Ok(tints)
}

fn one(text: &str) -> Result<Tint, String> {
    Tint::parse(text).ok_or_else(|| say!(fields_no_tint, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_written_as_they_are_read_and_what_is_none_is_told() {
        let read = tints("#1f6feb, 0b6e75;#f60").unwrap();
        assert_eq!(tints_text(&read), "#1F6FEB #0B6E75 #FF6600");
        assert_eq!(tints(&tints_text(&read)), Ok(read));
        assert_eq!((tint("  "), tints("")), (Ok(None), Ok(Vec::new())));
        assert!(tint("teal").unwrap_err().contains("teal"));
        assert!(tints(&"#000 ".repeat(7)).unwrap_err().contains('6'));
    }
}
