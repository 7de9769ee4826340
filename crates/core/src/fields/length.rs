//! How long a text may be: what is pasted beyond that is left out where it is pasted, so that no save has to refuse it.

use super::{FieldKey, FieldKind, kind, read};
use crate::figures::numbers;
use crate::model::{Field, RecordRef, Tables};
use touchline_words::say;

/// Letters that a field holds. A list holds as many in each entry, and [`LIST_LETTERS_MAX`] in all.
pub const LETTERS_MAX: usize = 10_000;
const LIST_LETTERS_MAX: usize = 100_000;

/// What a field may hold of a text that stood there as `before` and is `text` now, and how many letters of what came in
/// are left out. What stood there stays whole, even where it is longer than a field holds today.
pub fn held(key: &FieldKey, before: &str, text: String) -> (String, usize) {
    let most = key.records.first().map_or(LETTERS_MAX, |record| most(*record, key.field));
    if text.len() <= most {
        return (text, 0);
    }
    let (letters, most) = (text.chars().count(), most.max(before.chars().count()));
    let Some(over) = letters.checked_sub(most).filter(|over| *over > 0) else { return (text, 0) };
    let same = |(a, b): &(char, char)| a == b;
    let first = before.chars().zip(text.chars()).take_while(same).count();
    let room = before.chars().count().min(letters) - first;
    let last = before.chars().rev().zip(text.chars().rev()).take(room).take_while(same).count();
    // What came in stands between what is as before on both sides.
    let kept = letters.saturating_sub(last + over);
    let cut = text.chars().take(kept).chain(text.chars().skip(letters.saturating_sub(last))).collect();
    (cut, over)
}

/// # Errors
/// That a text is longer than its field holds, and longer than what stands there.
pub(super) fn fits(tables: &Tables, record: RecordRef, field: Field, text: &str) -> Result<(), String> {
    let most = most(record, field);
    if text.len() <= most {
        return Ok(());
    }
    let letters = text.chars().count();
    let before = || read(tables, record, field).map_or(0, |before| before.chars().count());
    if letters <= most || letters <= before() {
        return Ok(());
    }
    let (letters, most) = (numbers::count(letters as u64), numbers::count(most as u64));
    Err(say!(fields_too_long, letters, most))
}

fn most(record: RecordRef, field: Field) -> usize {
    match kind(record.kind(), field) {
        Some(FieldKind::List | FieldKind::Audiences) => LIST_LETTERS_MAX,
        Some(
            FieldKind::Name
            | FieldKind::Line
            | FieldKind::Text
            | FieldKind::Number
            | FieldKind::Day
            | FieldKind::Choice(_)
            | FieldKind::Switch
            | FieldKind::Card,
        )
        | None => LETTERS_MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TouchpointId;

    fn note() -> FieldKey {
        FieldKey::one(TouchpointId(1).into(), Field::Note)
    }

    #[test]
    fn what_is_pasted_beyond_is_left_out_where_it_was_pasted() {
        let before = format!("{}|{}", "a".repeat(6_000), "z".repeat(3_000));
        let pasted = before.replace('|', &format!("|{}", "ä".repeat(2_000)));
        let (held, left_out) = held(&note(), &before, pasted);
        assert_eq!((held.chars().count(), left_out), (LETTERS_MAX, 9_001 + 2_000 - LETTERS_MAX));
        assert!(held.starts_with(&"a".repeat(6_000)) && held.ends_with(&format!("ä{}", "z".repeat(3_000))));
    }

    #[test]
    fn what_was_longer_before_stays_and_grows_no_more() {
        let old = "ö".repeat(LETTERS_MAX + 500);
        assert_eq!(held(&note(), &old, old.clone()), (old.clone(), 0));
        let shorter: String = old.chars().skip(100).collect();
        assert_eq!(held(&note(), &old, shorter.clone()), (shorter, 0));
        assert_eq!(held(&note(), &old, format!("{old}x")), (old, 1));
    }

    #[test]
    fn a_text_in_place_of_another_is_cut_at_its_end() {
        let (text, left_out) = held(&note(), "Trailer", "y".repeat(LETTERS_MAX + 7));
        assert_eq!((text, left_out), ("y".repeat(LETTERS_MAX), 7));
    }
}
