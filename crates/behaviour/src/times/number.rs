//! Times written as one number: counts since 1970, Excel's day numbers, plain counts.

use super::calendar::{END_OF_TIME, EXCEL_ZERO, YEAR_1};
use super::units::{DAY, EpochUnit};

/// A decimal number as it was written: no binary fraction in between.
struct Decimal {
    whole: i64,
    /// The digits behind the point as a whole number, and how many there were (at most 15).
    fraction: i64,
    places: u32,
    negative: bool,
}

fn decimal(text: &[u8]) -> Option<Decimal> {
    let (negative, digits) = match text.strip_prefix(b"-") {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let point = digits.iter().position(|byte| matches!(byte, b'.' | b','));
    let (whole, fraction) = match point {
        Some(at) => (digits.get(..at)?, digits.get(at + 1..)?),
        None => (digits, &[][..]),
    };
    if whole.is_empty() || !whole.iter().chain(fraction).all(u8::is_ascii_digit) {
        return None;
    }
    let value = |digits: &[u8]| {
        digits.iter().try_fold(0i64, |sum, byte| sum.checked_mul(10)?.checked_add(i64::from(byte - b'0')))
    };
    let fraction = fraction.get(..fraction.len().min(15))?;
    Some(Decimal { whole: value(whole)?, fraction: value(fraction)?, places: fraction.len() as u32, negative })
}

/// A count since 1970, with a fraction or not.
pub(super) fn epoch(text: &[u8], unit: EpochUnit) -> Option<i64> {
    let number = decimal(text)?;
    let (multiply, divide) = match unit {
        EpochUnit::Seconds => (1_000_000, 1),
        EpochUnit::Millis => (1_000, 1),
        EpochUnit::Micros => (1, 1),
        EpochUnit::Nanos => (1, 1_000),
    };
    let whole = number.whole.checked_mul(multiply)? / divide;
    let part = i128::from(number.fraction) * i128::from(multiply) / 10i128.pow(number.places) / i128::from(divide);
    let micros = whole.checked_add(part as i64)?;
    let micros = if number.negative { -micros } else { micros };
    (YEAR_1 * DAY..(END_OF_TIME + 1) * DAY).contains(&micros).then_some(micros)
}

/// Days since 1899-12-30. The fraction is rounded to what its digits can mean: whole seconds up to seven places,
/// milliseconds from eight on.
pub(super) fn excel_serial(text: &[u8]) -> Option<i64> {
    let number = decimal(text)?;
    if number.negative || number.whole > END_OF_TIME - EXCEL_ZERO {
        return None;
    }
    let step = if number.places >= 8 { 1_000 } else { 1_000_000 };
    let scale = 10i128.pow(number.places) * step;
    let steps = (i128::from(number.fraction) * i128::from(DAY) + scale / 2) / scale;
    Some((number.whole + EXCEL_ZERO) * DAY + (steps * step) as i64)
}

/// Whether a number is a day number of the years 1954 to 2119 with a time of day: nothing else in a log looks like it.
pub(super) fn looks_like_serial(text: &[u8]) -> bool {
    decimal(text).is_some_and(|number| (20_000..80_000).contains(&number.whole) && number.places >= 2)
}

/// Whether a number is a day number of those years, with or without a time of day.
pub(super) fn in_serial_range(text: &[u8]) -> bool {
    decimal(text).is_some_and(|number| !number.negative && (20_000..80_000).contains(&number.whole))
}

/// A plain number, read as seconds.
pub(super) fn count(text: &[u8]) -> Option<i64> {
    let number = decimal(text)?;
    let part = i128::from(number.fraction) * 1_000_000 / 10i128.pow(number.places);
    let micros = number.whole.checked_mul(1_000_000)?.checked_add(part as i64)?;
    Some(if number.negative { -micros } else { micros })
}
