//! What a customer is worth, as texts: three figures that stay in order, and a currency.

use touchline_words::say;

use crate::model::{CustomerValue, Field, VALUE_MAX};

/// What a field of the value says; `None` for any other field.
pub(super) fn value_text(value: Option<CustomerValue>, field: Field) -> Option<String> {
    let pick = match field {
        Field::ValueLow => |value: CustomerValue| value.low,
        Field::ValueLikely => |value: CustomerValue| value.likely,
        Field::ValueHigh => |value: CustomerValue| value.high,
        _ => return None,
    };
    Some(value.map(|value| pick(value).to_string()).unwrap_or_default())
}

/// The value with one of its figures written; an empty figure takes the value away. As long as the three are one figure,
/// writing one of them takes along those that would be on its wrong side.
pub(super) fn value(text: &str, old: Option<CustomerValue>, field: Field) -> Result<Option<CustomerValue>, String> {
    if value_text(None, field).is_none() {
        return Ok(old);
    }
    if text.is_empty() {
        return Ok(None);
    }
    let amount = amount(text)?;
    let Some(old) = old else { return Ok(Some(CustomerValue::exact(amount))) };
    let CustomerValue { low, likely, high } = old;
    let made = match field {
        Field::ValueLow => CustomerValue { low: amount, ..old },
        Field::ValueLikely => CustomerValue { likely: amount, ..old },
        _ => CustomerValue { high: amount, ..old },
    };
    if made.is_legal() {
        return Ok(Some(made));
    }
    if low == likely || likely == high {
        let made = match field {
            Field::ValueLow if low == high => CustomerValue::exact(amount),
            Field::ValueLikely if amount > high && likely == high => {
                CustomerValue { low, likely: amount, high: amount }
            }
            Field::ValueLikely if amount < low && low == likely => CustomerValue { low: amount, likely: amount, high },
            Field::ValueHigh if low == high => CustomerValue::exact(amount),
            _ => made,
        };
        if made.is_legal() {
            return Ok(Some(made));
        }
    }
    Err(say!(fields_worth_order, low, likely, high))
}

/// An amount of money as people write it: `1,204.50`, `1.204,50`, `35`.
fn amount(text: &str) -> Result<f64, String> {
    let wrong = || say!(fields_amount).to_owned();
    let bare: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '’')).collect();
    // The last mark parts the fraction where one or two digits follow it; any other is between thousands.
    let mark = bare.rfind([',', '.']).filter(|at| (1..=2).contains(&(bare.len() - at - 1)));
    let (whole, fraction) = match mark {
        Some(at) => (bare.get(..at).unwrap_or_default(), bare.get(at + 1..).unwrap_or_default()),
        None => (bare.as_str(), ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole) || !is_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return Err(wrong());
    }
    let number: f64 = format!("{whole}.{fraction}0").parse().map_err(|_| wrong())?;
    if (0.0..=VALUE_MAX).contains(&number) { Ok(number) } else { Err(wrong()) }
}

/// A currency's sign or code.
pub(super) fn currency(text: &str) -> Result<String, String> {
    let legal = text.chars().count() <= 8 && !text.contains(|letter: char| letter.is_ascii_digit());
    if legal { Ok(text.to_owned()) } else { Err(say!(fields_currency).to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(low: f64, likely: f64, high: f64) -> Option<CustomerValue> {
        Some(CustomerValue { low, likely, high })
    }

    #[test]
    fn amounts_read_as_people_write_them() {
        for (text, expected) in [
            ("35", 35.0),
            ("1,204.50", 1204.5),
            ("1.204,5", 1204.5),
            ("1,204", 1204.0),
            ("9.99", 9.99),
            ("1 204", 1204.0),
            (".5", 0.5),
            ("0", 0.0),
        ] {
            assert_eq!(amount(text), Ok(expected), "{text}");
        }
        for wrong in ["EUR 5", "-5", "nan", "1e5", ".", "99999999999999", "5%"] {
            assert!(amount(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_three_figures_are_written_in_any_order() {
        let low = value("20", None, Field::ValueLow).unwrap();
        assert_eq!(low, range(20.0, 20.0, 20.0));
        let likely = value("35", low, Field::ValueLikely).unwrap();
        assert_eq!(likely, range(20.0, 35.0, 35.0));
        assert_eq!(value("60", likely, Field::ValueHigh), Ok(range(20.0, 35.0, 60.0)));
        let high = value("60", None, Field::ValueHigh).unwrap();
        let from = value("20", high, Field::ValueLow).unwrap();
        assert_eq!(value("35", from, Field::ValueLikely), Ok(range(20.0, 35.0, 60.0)));
        let refused = value("70", range(20.0, 35.0, 60.0), Field::ValueLow).unwrap_err();
        assert!(refused.contains("20, 35 and 60"), "{refused}");
        assert!(value("70", range(20.0, 35.0, 60.0), Field::ValueLikely).is_err());
        assert_eq!(value("", range(20.0, 35.0, 60.0), Field::ValueLow), Ok(None));
        assert_eq!(value("x", range(1.0, 2.0, 3.0), Field::Note), Ok(range(1.0, 2.0, 3.0)));
    }

    #[test]
    fn a_currency_is_a_code_or_a_sign() {
        assert_eq!(currency("EUR"), Ok("EUR".to_owned()));
        assert_eq!(currency("€"), Ok("€".to_owned()));
        assert!(currency("5 EUR").is_err() && currency("pieces of eight").is_err());
    }
}
