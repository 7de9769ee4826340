//! The one way of writing a time that most long logs use, `2026-11-03 14:05:22`, read without a detour.
//!
//! Gives what [`super::calendar::iso`] gives or nothing, and nothing means only that the text has another shape or that the
//! time is far off: a test holds the two together. A log of ten million rows is read a quarter faster by it.

/// Eight bytes as one number, the first byte lowest; with the text `pattern` taken off, digits are 0 to 9 and marks are 0.
const fn word(pattern: &[u8; 8]) -> u64 {
    u64::from_le_bytes(*pattern)
}

/// What lifts a byte to 128 or more if it is not what the pattern has: over 9 for a digit, over 0 for a mark.
const fn excess(pattern: &[u8; 8]) -> u64 {
    // Both arrays have eight places; this runs when the program is compiled.
    let mut lifts = [0x7F; 8];
    let mut at = 0;
    while at < 8 {
        if pattern[at] == b'0' {
            lifts[at] = 0x76;
        }
        at += 1;
    }
    u64::from_le_bytes(lifts)
}

/// The numbers of two digits that begin at each byte of eight, if all bytes are as in the pattern.
#[inline]
fn pairs<const DATE: bool>(text: &[u8; 8]) -> Option<[u8; 8]> {
    const DATE_PATTERN: &[u8; 8] = b"0000-00-";
    const CLOCK_PATTERN: &[u8; 8] = b"00:00:00";
    let (pattern, excess) = if DATE {
        const { (word(DATE_PATTERN), excess(DATE_PATTERN)) }
    } else {
        const { (word(CLOCK_PATTERN), excess(CLOCK_PATTERN)) }
    };
    let digits = word(text) ^ pattern;
    if (digits.wrapping_add(excess) | digits) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    // No byte passes 99, so none spills into the next.
    Some((digits * 10 + (digits >> 8)).to_le_bytes())
}

/// Microseconds since 1970, by the clock on the wall, of a text of just this shape, with a blank or a `T` in the middle.
#[inline]
pub(super) fn iso(text: &[u8]) -> Option<i64> {
    // Every place below is inside an array of this length.
    let text: &[u8; 19] = text.try_into().ok()?;
    let ([century, _, of_century, _, _, month, ..], [hour, _, _, minute, _, _, second, _]) =
        (pairs::<true>(text.first_chunk()?)?, pairs::<false>(text.last_chunk()?)?);
    let [tens, ones, joiner] = [text[8], text[9], text[10]];
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    let has_shape = (tens <= 9) & (ones <= 9) & ((joiner == b' ') | (joiner == b'T'));
    let (year, month) = (u32::from(century) * 100 + u32::from(of_century), u32::from(month));
    let is_moment = (1..=12).contains(&month) & (hour < 24) & (minute < 60) & (second < 60);
    if !(has_shape & is_moment) {
        return None;
    }
    let day = u32::from(tens) * 10 + u32::from(ones);
    let month = MONTHS.get((year.checked_sub(FIRST_YEAR)? * 12 + month - 1) as usize)?;
    if day < 1 || day > month.days.into() {
        return None;
    }
    let secs_of_day = (u32::from(hour) * 60 + u32::from(minute)) * 60 + u32::from(second);
    let days = i64::from(u32::from(month.before) + day - 1);
    Some((days * 86_400 + i64::from(secs_of_day)) * 1_000_000)
}

/// One month of the Gregorian calendar.
#[derive(Clone, Copy)]
struct Month {
    /// Days from the first of 1970 to its first.
    before: u16,
    days: u8,
}

/// The years that nearly all logs are of; times of others are left to the patient reader.
const FIRST_YEAR: u32 = 1970;
const YEARS: u32 = 130;

const MONTHS: [Month; YEARS as usize * 12] = {
    const DAYS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut months = [Month { before: 0, days: 0 }; YEARS as usize * 12];
    let (mut at, mut before) = (0, 0);
    while at < months.len() {
        let (year, month) = (FIRST_YEAR + at as u32 / 12, at % 12);
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = DAYS[month] + (month == 1 && is_leap) as u8;
        months[at] = Month { before, days };
        before += days as u16;
        at += 1;
    }
    months
};

#[cfg(test)]
mod tests {
    use super::super::{DayCache, calendar};
    use super::*;
    use proptest::prelude::*;

    fn patiently(text: &[u8]) -> Option<i64> {
        calendar::iso(text, &mut DayCache::default()).map(|written| written.micros)
    }

    #[test]
    fn it_reads_what_the_patient_reader_reads() {
        for text in ["1970-01-01 00:00:00", "2024-02-29T23:59:59", "2000-02-29 12:00:00", "2099-12-31 23:59:59"] {
            assert!(iso(text.as_bytes()).is_some());
            assert_eq!(iso(text.as_bytes()), patiently(text.as_bytes()), "{text}");
        }
        for text in ["2023-02-29 00:00:00", "1900-02-29 00:00:00", "2024-13-01 00:00:00", "0000-01-01 00:00:00"] {
            assert_eq!(iso(text.as_bytes()), None, "{text}");
        }
        for text in [
            "2024-01-01 24:00:00",
            "2024-01-01 00:00:60",
            "2024/01/01 00:00:00",
            "2024-01-01",
            "1969-12-31 23:59:59",
            "2100-01-01 00:00:00",
            "0000-00-00 00:00:00",
        ] {
            assert_eq!(iso(text.as_bytes()), None, "{text} is left to the patient reader");
        }
    }

    proptest! {
        #[test]
        fn it_never_differs_from_the_patient_reader(
            year in prop_oneof![1960..2110_u32, 0..10_000_u32], month in 0..14_u32, day in 0..33_u32, hour in 0..24_u32, minute in 0..60_u32,
            second in 0..60_u32, joiner in prop_oneof![Just(' '), Just('T')],
        ) {
            let text = format!("{year:04}-{month:02}-{day:02}{joiner}{hour:02}:{minute:02}:{second:02}");
            let expected = patiently(text.as_bytes()).filter(|_| (1970..2100).contains(&year));
            prop_assert_eq!(iso(text.as_bytes()), expected);
        }

        #[test]
        fn another_byte_anywhere_is_another_shape(at in 0..19_usize, byte in any::<u8>()) {
            let mut text = *b"2024-02-28 10:11:12";
            text[at] = byte;
            if let Some(micros) = iso(&text) {
                prop_assert_eq!(Some(micros), patiently(&text));
            }
            let is_shape = if at == 10 { matches!(byte, b' ' | b'T') }
                else if matches!(at, 4 | 7 | 13 | 16) { byte == b"--::"[[4, 7, 13, 16].iter().position(|m| *m == at).unwrap()] }
                else { byte.is_ascii_digit() };
            prop_assert!(is_shape || iso(&text).is_none());
        }
    }
}
