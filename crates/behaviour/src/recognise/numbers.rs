//! Whether the values of a column are numbers, by every value and not by a sample.
//!
//! A dressed number (`$1,234.50`, `8,97%`, `(12)`, `1 234`, `1.2E+05`, `1,2 Mio.`) is a decimal. A leading zero makes an id, not a
//! number. Marks for "nothing" fit every kind.

use super::column::ColumnKind;
use crate::digits::plain_number;
use crate::magnitudes;
use crate::nothing::is_no_value;

/// What may stand around a number.
const DRESS: [char; 10] = ['$', '€', '£', '¥', '₹', '₩', '%', ' ', '\u{a0}', '\u{202f}'];

/// Holds what the values of a column have in common, one value after the other.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NumberKind {
    filled: u64,
    text: bool,
    decimal: bool,
}

impl NumberKind {
    pub(super) fn of(cells: &[&[u8]]) -> ColumnKind {
        let mut kind = NumberKind::default();
        cells.iter().for_each(|cell| kind.add(cell));
        kind.kind()
    }

    /// Takes a cell without blanks at its ends.
    pub(super) fn add(&mut self, cell: &[u8]) {
        if self.text || is_no_value(cell) {
            return;
        }
        self.filled += 1;
        match is_decimal(cell) {
            Some(decimal) => self.decimal |= decimal,
            None => self.text = true,
        }
    }

    pub(super) fn kind(&self) -> ColumnKind {
        match *self {
            NumberKind { text: true, .. } => ColumnKind::Text,
            NumberKind { filled: 0, .. } => ColumnKind::Empty,
            NumberKind { decimal: true, .. } => ColumnKind::Decimal,
            _ => ColumnKind::Integer,
        }
    }
}

/// Whether a number is more than a plain whole one; nothing if it is no number.
fn is_decimal(cell: &[u8]) -> Option<bool> {
    if cell.iter().all(u8::is_ascii_digit) {
        return (cell.first() != Some(&b'0') || cell.len() == 1).then_some(false);
    }
    let text = plain_number(std::str::from_utf8(cell).ok()?);
    if !cell.is_ascii() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return is_decimal(text.as_bytes());
    }
    let text: &str = &text;
    if let Some((number, _)) = magnitudes::split(text.trim_matches(DRESS)) {
        return is_decimal(number.as_bytes()).map(|_| true);
    }
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let unsigned = bracketed.unwrap_or(text).trim_start_matches(['-', '+']);
    let bare = unsigned.trim_matches(DRESS);
    let dressed = bracketed.is_some() || bare != unsigned;
    let (mantissa, exponent) = bare.split_once(['e', 'E']).unwrap_or((bare, "0"));
    let starts_well = mantissa.starts_with(|c: char| c.is_ascii_digit()) || mantissa.starts_with('.');
    if !starts_well || exponent.trim_start_matches(['+', '-']).parse::<u16>().is_err() {
        return None;
    }
    let separators: Vec<char> = mantissa.chars().filter(|c| !c.is_ascii_digit()).collect();
    match separators.as_slice() {
        [] => {
            let leading_zero = mantissa.len() > 1 && mantissa.starts_with('0');
            (!leading_zero).then_some(dressed || exponent != "0")
        }
        ['.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\''] => Some(true),
        [first, middle @ .., last] => {
            let known = matches!(first, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\'')
                && matches!(last, ',' | '.' | ' ' | '\'');
            (known && middle.iter().all(|c| c == first) && is_grouped(mantissa, first == last)).then_some(true)
        }
        _ => None,
    }
}

/// Groups of three digits behind each separator; behind the last only if that is one of thousands too.
fn is_grouped(mantissa: &str, last_too: bool) -> bool {
    let groups: Vec<&str> = mantissa.split(|c: char| !c.is_ascii_digit()).collect();
    let end = if last_too { groups.len() } else { groups.len().saturating_sub(1) };
    let behind = groups.get(1..end).unwrap_or_default();
    let in_lakhs = behind.len() > 1
        && behind
            .split_last()
            .is_some_and(|(last, others)| last.len() == 3 && others.iter().all(|group| group.len() == 2));
    let grouped = behind.iter().all(|group| group.len() == 3) || in_lakhs;
    grouped && groups.first().is_some_and(|first| (1..=3).contains(&first.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_kind(cells: &[&str], kind: ColumnKind) {
        let cells: Vec<&[u8]> = cells.iter().map(|cell| cell.as_bytes()).collect();
        assert_eq!(NumberKind::of(&cells), kind, "{cells:?}");
    }

    #[test]
    fn numbers_in_the_dress_of_many_countries() {
        check_kind(&["1", "-2", "", "N/A"], ColumnKind::Integer);
        check_kind(&["1", "2.1"], ColumnKind::Decimal);
        for cell in [
            "8,97%",
            "(12)",
            "$1,234.50",
            "1\u{a0}234,5",
            "1.234.567",
            "1.23457E+17",
            "-0,88",
            "€ 5",
            "1'234",
            "12,50,000",
            "1,2 Mio. €",
            "₹15 lakh",
            "3.4K",
        ] {
            check_kind(&[cell], ColumnKind::Decimal);
        }
        for cell in ["007", "1.2.3", "192.168.0.1", "12a", "2026-11-03", "E5", "+", "%"] {
            check_kind(&["1", cell], ColumnKind::Text);
        }
        check_kind(&["", "--", "null"], ColumnKind::Empty);
    }
}
