//! Digits of all scripts as 0 to 9.

use std::borrow::Cow;

/// The plain digit of a decimal digit of any script that tables are written in.
pub fn digit_of(c: char) -> Option<char> {
    const ZEROS: [u32; 14] =
        [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10];
    let zero = ZEROS.into_iter().find(|zero| (*zero..*zero + 10).contains(&u32::from(c)))?;
    char::from_digit(u32::from(c) - zero, 10)
}

/// A number with plain digits, and with the marks that belong to them.
pub fn plain_number(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| !c.is_ascii() && digit_of(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| match c {
        '٫' | '．' => '.',
        '٬' | '，' | '،' => ',',
        '％' | '٪' => '%',
        c => digit_of(c).unwrap_or(c),
    };
    Cow::Owned(text.chars().map(plain).collect())
}
