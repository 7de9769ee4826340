//! What stands in a cell: a number, a share, a yes or no.

use crate::names::trimmed;
use crate::nothing::is_no_value;

/// A plain number, with a point or a single comma as its decimal mark; a sign of percent is passed over.
pub fn number(cell: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(trimmed(cell)).ok()?;
    let text = text.strip_suffix('%').unwrap_or(text).trim_end();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.,eE".contains(&byte)) {
        return None;
    }
    let commas = text.matches(',').count();
    let number: f64 = match (commas, text.contains('.')) {
        (0, _) => text.parse().ok()?,
        (1, false) => text.replace(',', ".").parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

/// Whether a cell is written as a percentage.
pub fn is_percent(cell: &[u8]) -> bool {
    trimmed(cell).ends_with(b"%")
}

/// A yes or no, in the languages that exports are written in; a number is a yes unless it is 0. `None` for other words.
pub fn flag(cell: &[u8]) -> Option<bool> {
    if let Some(number) = number(cell) {
        return Some(number != 0.0);
    }
    let text = std::str::from_utf8(trimmed(cell)).ok()?.to_lowercase();
    match text.as_str() {
        "yes" | "y" | "true" | "t" | "x" | "✓" | "ja" | "j" | "wahr" | "oui" | "o" | "vrai" | "si" | "sí" | "s"
        | "sim" | "verdadero" | "vero" | "granted" | "given" | "opt-in" | "opted in" | "opted-in" | "subscribed"
        | "cancelled" | "canceled" | "churned" | "left" => Some(true),
        "no" | "n" | "false" | "f" | "nein" | "falsch" | "non" | "faux" | "não" | "nao" | "nee" | "falso"
        | "denied" | "refused" | "withdrawn" | "opt-out" | "opted out" | "opted-out" | "unsubscribed" | "none"
        | "active" | "stayed" => Some(false),
        _ => None,
    }
}

/// Whether there is nothing in a cell.
pub fn is_blank(cell: &[u8]) -> bool {
    is_no_value(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_either_decimal_mark() {
        let read = |text: &str| number(text.as_bytes());
        assert_eq!(
            [read("0.85"), read(" 0,85 "), read("85 %"), read("85%"), read("-3")],
            [0.85, 0.85, 85.0, 85.0, -3.0].map(Some)
        );
        for bad in ["", "-", "1,234.5", "12 days", "nan", "inf", "1e999", "%", "1,2,3"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn consent_is_a_clear_yes_and_nothing_else() {
        for yes in ["yes", "TRUE", "1", "Ja", "oui", "Sí", "x", "granted"] {
            assert_eq!(flag(yes.as_bytes()), Some(true), "{yes}");
        }
        for no in ["no", "False", "0", "nein", "0.0", "withdrawn", "opted-out"] {
            assert_eq!(flag(no.as_bytes()), Some(false), "{no}");
        }
        for unclear in ["", "maybe", "pending", "yes?", "n/a"] {
            assert_eq!(flag(unclear.as_bytes()), None, "{unclear}");
        }
    }
}
