//! The part of a time behind its date: hours, minutes, seconds, fraction, half of the day, zone.

use super::units::{DAY, Written};

/// A place in a text that moves on as pieces are taken.
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a [u8]) -> Cursor<'a> {
        Cursor { rest: text }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Takes a number of `least` to `most` digits; more digits than that are no number of this kind.
    #[inline]
    pub(super) fn number(&mut self, least: usize, most: usize) -> Option<i64> {
        let mut value = 0;
        let mut len = 0;
        for byte in self.rest {
            if !byte.is_ascii_digit() {
                break;
            }
            len += 1;
            if len > most {
                return None;
            }
            value = value * 10 + i64::from(byte - b'0');
        }
        self.rest = self.rest.get(len..)?;
        (len >= least).then_some(value)
    }

    /// Takes one byte if it is among these.
    #[inline]
    pub(super) fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        bytes.contains(first).then(|| {
            self.rest = rest;
            *first
        })
    }

    /// Takes as many ASCII letters as there are.
    pub(super) fn letters(&mut self) -> &'a [u8] {
        let len = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (word, rest) = self.rest.split_at_checked(len).unwrap_or_default();
        self.rest = rest;
        word
    }

    fn eat(&mut self, text: &[u8]) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Blanks of any width; true if there was one.
    fn blanks(&mut self) -> bool {
        let mut any = false;
        while self.eat(b" ") || self.eat(b"\xE2\x80\xAF") || self.eat(b"\xC2\xA0") || self.eat(b"\xE2\x80\x89") {
            any = true;
        }
        any
    }
}

/// What follows a date: nothing (midnight), or a joiner and a clock. Microseconds from the date's midnight, to the moment in
/// UTC where there is a zone, which may make it negative or longer than a day.
#[inline]
pub(super) fn clock_and_zone(text: &[u8]) -> Option<Written> {
    if text.is_empty() {
        return Some(Written::on_the_wall(0));
    }
    let mut cursor = Cursor::new(text);
    if cursor.one_of(b"Tt").is_none() {
        cursor.eat(b",");
        if !cursor.blanks() {
            return None;
        }
        if cursor.eat(b"at") {
            cursor.blanks();
        }
    }
    let clock = clock(&mut cursor)?;
    if cursor.rest.is_empty() {
        return Some(Written::on_the_wall(clock));
    }
    let zone = zone(&mut cursor)?;
    cursor.rest.is_empty().then_some(Written::moment(clock - zone))
}

#[inline]
fn clock(cursor: &mut Cursor) -> Option<i64> {
    let hour = cursor.number(1, 2)?;
    cursor.one_of(b":")?;
    let minute = cursor.number(2, 2)?;
    let second = match cursor.one_of(b":") {
        Some(_) => cursor.number(2, 2)?,
        None => 0,
    };
    let fraction = match cursor.one_of(b".,") {
        Some(_) => fraction_micros(cursor)?,
        None => 0,
    };
    let hour = match half_of_day(cursor) {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    if minute > 59 || second > 60 {
        return None;
    }
    let micros = ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction;
    // 24:00 is the midnight at the end of the day.
    (hour < 24 || micros == DAY).then_some(micros)
}

/// The digits behind the point, as microseconds; finer ones are cut off.
fn fraction_micros(cursor: &mut Cursor) -> Option<i64> {
    let len = cursor.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = cursor.rest.split_at_checked(len)?;
    cursor.rest = rest;
    let six = digits.iter().copied().chain(std::iter::repeat(b'0')).take(6);
    (len > 0).then(|| six.fold(0, |value, byte| value * 10 + i64::from(byte - b'0')))
}

/// `AM` or `PM` in any case, with dots, with or without a blank before: whether it is the afternoon.
fn half_of_day(cursor: &mut Cursor) -> Option<bool> {
    if cursor.rest.is_empty() {
        return None;
    }
    let mut ahead = Cursor::new(cursor.rest);
    ahead.blanks();
    let afternoon = matches!(ahead.one_of(b"aApP")?, b'p' | b'P');
    let dotted = ahead.eat(b".");
    ahead.blanks();
    ahead.one_of(b"mM")?;
    if dotted {
        ahead.eat(b".");
    }
    cursor.rest = ahead.rest;
    Some(afternoon)
}

/// `Z`, `UTC`, `GMT`, `+02:00`, `-0330`, `+02`: microseconds ahead of UTC.
fn zone(cursor: &mut Cursor) -> Option<i64> {
    cursor.blanks();
    if cursor.eat(b"Z") || cursor.eat(b"z") {
        return Some(0);
    }
    let named = cursor.eat(b"UTC") || cursor.eat(b"GMT");
    if named && cursor.rest.is_empty() {
        return Some(0);
    }
    let sign = if cursor.one_of(b"+-")? == b'+' { 1 } else { -1 };
    let run = cursor.rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (hours, minutes) = if run == 4 {
        let both = cursor.number(4, 4)?;
        (both / 100, both % 100)
    } else {
        let hours = cursor.number(1, 2)?;
        (hours, if cursor.eat(b":") { cursor.number(2, 2)? } else { 0 })
    };
    (hours <= 18 && minutes <= 59).then_some(sign * (hours * 60 + minutes) * 60_000_000)
}
