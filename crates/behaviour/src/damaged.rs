//! Ids that a spreadsheet has rounded: different customers may have become one.

/// An id that a spreadsheet has written as a rounded number: `1.23457E+17`.
pub fn is_damaged_id(id: &[u8]) -> bool {
    let Some(at) = id.iter().position(|byte| matches!(byte, b'E' | b'e')) else { return false };
    let (mantissa, exponent) = id.split_at_checked(at).unwrap_or_default();
    let digits = exponent.get(1..).and_then(|rest| rest.strip_prefix(b"+")).unwrap_or_default();
    let number =
        |text: &[u8]| !text.is_empty() && text.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    mantissa.first().is_some_and(u8::is_ascii_digit) && number(mantissa) && number(digits)
}
