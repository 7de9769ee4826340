//! Ids that are a number behind some letters, such as `user_48213`, as most systems make them: each has a code in one word, and
//! two of them are the same if and only if their codes are.
//!
//! With a code for an id nobody needs to be looked up while the file is read, which would wait for memory at every row. It takes
//! that all ids of a log begin alike and end in 1 to 14 digits; a log with any other is read again with a table of customers
//! ([`super::customers`]). What is kept of an id is scrambled, differently in each run, and what a number stands for cannot be
//! told from it without this run's secret.

use std::hash::BuildHasher;
use std::sync::OnceLock;

use foldhash::fast::RandomState;

use super::event::{BELOW_CODE, Parcel, REST_BITS};

/// Bits of a code: those of the partition above those of [`REST_BITS`]. All numbers of up to [`MOST_DIGITS`] digits fit.
const CODE_BITS: u32 = u8::BITS + REST_BITS;

const MASK: u64 = (1 << CODE_BITS) - 1;

const MOST_DIGITS: usize = 14;

/// For each count of digits, how many numbers have fewer. Leading zeros count: `007` is not `7`.
const SHORTER: [u64; MOST_DIGITS + 1] = {
    let mut shorter = [0; MOST_DIGITS + 1];
    let (mut digits, mut numbers) = (2, 10);
    while digits <= MOST_DIGITS {
        shorter[digits] = shorter[digits - 1] + numbers;
        numbers *= 10;
        digits += 1;
    }
    shorter
};

/// Turns ids into codes. All threads share one.
#[derive(Debug)]
pub struct Coder {
    /// What stands before the digits, as the first id has it.
    prefix: OnceLock<Prefix>,
    secret: [u64; 3],
}

#[derive(Debug)]
struct Prefix {
    text: Box<[u8]>,
    /// The text as a word, if it is not longer, and the bits of a word that it has.
    word: Option<(u64, u64)>,
}

/// The code of an id: a partition, and what tells the ids of one partition apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    pub partition: u8,
    pub rest: u64,
}

impl Coder {
    pub fn new() -> Coder {
        let random = RandomState::default();
        Coder { prefix: OnceLock::new(), secret: [1_u8, 2, 3].map(|nth| random.hash_one(nth)) }
    }

    /// Nothing for an id of another kind than the first.
    #[inline]
    pub fn code(&self, id: &[u8]) -> Option<Code> {
        let prefix = self.prefix.get_or_init(|| Prefix::of(id));
        let digits = id.len().checked_sub(prefix.text.len())?;
        let number = match (prefix.word, id.first_chunk(), id.last_chunk()) {
            (Some((word, mask)), Some(first), Some(last)) if digits <= 8 => {
                let begins_alike = u64::from_le_bytes(*first) & mask == word;
                if begins_alike { number_at_end(last, digits)? } else { return None }
            }
            _ => prefix.number(id)?,
        };
        Some(self.scramble(SHORTER.get(digits)? + number))
    }

    /// Every step can be undone, so no two codes become one.
    #[inline]
    fn scramble(&self, code: u64) -> Code {
        let [one, two, three] = self.secret;
        let mut code = (code ^ one) & MASK;
        for factor in [two, three] {
            code ^= code >> (CODE_BITS / 2);
            code = code.wrapping_mul(factor | 1) & MASK;
        }
        code ^= code >> (CODE_BITS / 2);
        Code { partition: (code >> REST_BITS) as u8, rest: code & ((1 << REST_BITS) - 1) }
    }
}

impl Prefix {
    fn of(id: &[u8]) -> Prefix {
        let digits = id.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let text: Box<[u8]> = id.get(..id.len() - digits).unwrap_or_default().into();
        let mut word = [0; 8];
        word.iter_mut().zip(&text).for_each(|(to, from)| *to = *from);
        let mask = u64::MAX.checked_shr(64 - 8 * text.len().min(8) as u32).unwrap_or_default();
        Prefix { word: (text.len() <= 8).then_some((u64::from_le_bytes(word), mask)), text }
    }

    /// The number behind the prefix of an id of any length.
    #[inline(never)]
    fn number(&self, id: &[u8]) -> Option<u64> {
        let digits = id.strip_prefix(&*self.text).filter(|digits| (1..=MOST_DIGITS).contains(&digits.len()))?;
        digits.iter().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u64::from(digit.wrapping_sub(b'0')))
        })
    }
}

/// The number in so many digits at the end of eight bytes.
#[inline]
fn number_at_end(text: &[u8; 8], digits: usize) -> Option<u64> {
    const ZEROS: u64 = u64::from_le_bytes(*b"00000000");
    if digits == 0 {
        return None;
    }
    // The first byte is lowest: what is no digit of the number is shifted out, and zeros take its place.
    let others = 64 - 8 * digits.min(8) as u32;
    let digits = (u64::from_le_bytes(*text) ^ ZEROS) >> others << others;
    // A byte over 9 passes 127 with this, or is over it already.
    if (digits.wrapping_add(0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    // Pairs of digits, then pairs of pairs, then both halves; no byte, and no word, spills into the next.
    let pairs = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
    Some((fours * 10_000 + (fours >> 32)) & 0xFFFF_FFFF)
}

/// Numbers for the customers of one partition, by the rest of their codes.
#[derive(Debug, Default)]
pub struct Numbers {
    /// A power of two of places, at most half of them taken: the rest of a code above the customer's number and one more;
    /// no number where nobody stands.
    places: Vec<u64>,
    taken: u32,
}

impl Numbers {
    const FEWEST: usize = 1024;

    /// Forgets everybody.
    pub fn clear(&mut self) {
        self.places.fill(0);
        self.taken = 0;
    }

    pub fn len(&self) -> usize {
        self.taken as usize
    }

    /// The number of the customer of a coded parcel, a new one if it has not been here.
    #[inline]
    pub fn number(&mut self, parcel: Parcel) -> u32 {
        let rest = parcel.code_rest();
        let mut at = self.place(rest);
        while let Some(place) = self.places.get(at) {
            let number = number_of(*place);
            if number == 0 {
                break;
            }
            if *place >> BELOW_CODE == rest {
                return number - 1;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
        self.add(rest)
    }

    #[inline]
    fn place(&self, rest: u64) -> usize {
        rest as usize & self.places.len().wrapping_sub(1)
    }

    #[cold]
    fn add(&mut self, rest: u64) -> u32 {
        if self.len() * 2 >= self.places.len() {
            let places = (self.places.len() * 2).max(Numbers::FEWEST);
            let before = std::mem::replace(&mut self.places, vec![0; places]);
            before.into_iter().filter(|place| *place != 0).for_each(|place| self.put(place));
        }
        // A partition would need half a gigabyte of events for the number to run into the code.
        let number = self.taken;
        self.taken += 1;
        self.put(rest << BELOW_CODE | u64::from(number + 1));
        number
    }

    /// Puts a customer at the first free place from that of its code on.
    fn put(&mut self, customer: u64) {
        let mut at = self.place(customer >> BELOW_CODE);
        while let Some(there) = self.places.get_mut(at) {
            if *there == 0 {
                *there = customer;
                return;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }
}

#[inline]
fn number_of(place: u64) -> u32 {
    (place & ((1 << BELOW_CODE) - 1)) as u32
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::engine::event::Event;
    use proptest::prelude::*;

    #[test]
    fn ids_that_are_numbers_behind_one_prefix_have_codes_of_their_own() {
        for prefix in ["", "u", "cust_", "customer", "customer-", "https://example.com/people/"] {
            let coder = Coder::new();
            let numbers = ["0", "7", "07", "007", "1234567", "12345678", "00000000", "123456789", "99999999999999"];
            let ids: Vec<String> = numbers.iter().map(|number| format!("{prefix}{number}")).collect();
            let codes: Vec<Code> = ids.iter().map(|id| coder.code(id.as_bytes()).unwrap()).collect();
            let again: Vec<Code> = ids.iter().map(|id| coder.code(id.as_bytes()).unwrap()).collect();
            assert_eq!(codes, again);
            assert!(codes.iter().enumerate().all(|(at, code)| !codes[..at].contains(code)), "{prefix}");
            for other in ["", "-1", "1x", "12345678x", "x12345678", "123456789012345"] {
                assert_eq!(coder.code(format!("{prefix}{other}").as_bytes()), None, "{prefix}{other}");
            }
            let differing = ["Cust_1", "cust_x1", "cust1", "kust_12345678"];
            assert!(differing.iter().all(|id| coder.code(id.as_bytes()).is_none()), "{prefix}");
        }
    }

    #[test]
    fn an_id_that_ends_in_no_number_has_no_code() {
        for id in ["", "anna", "5f0c1b9e-77a0-4c0e-9a58-3a1f7f3f5a1f", "12a"] {
            assert_eq!(Coder::new().code(id.as_bytes()), None, "{id}");
        }
    }

    proptest! {
        #[test]
        fn two_ids_have_one_code_only_if_they_are_one(
            one in "[a-z]{0,9}[0-9]{1,15}", other in "[a-z]{0,9}[0-9]{1,15}", digits in "[0-9]{1,15}",
        ) {
            let coder = Coder::new();
            let letters: String = one.chars().take_while(char::is_ascii_lowercase).collect();
            let first = coder.code(one.as_bytes());
            for id in [other, letters + &digits] {
                let same = first.is_some() && first == coder.code(id.as_bytes());
                prop_assert_eq!(same, first.is_some() && one == id);
            }
        }

        #[test]
        fn numbers_are_given_out_once_each_in_order(rests in proptest::collection::vec(
            prop_oneof![0..40_u64, (0..40_u64).prop_map(|n| n << 20), Just((1 << REST_BITS) - 1)], 0..3000)) {
            let mut numbers = Numbers::default();
            for _ in 0..2 {
                let mut known = HashMap::new();
                for rest in &rests {
                    let next = known.len() as u32;
                    let expected = *known.entry(*rest).or_insert(next);
                    prop_assert_eq!(numbers.number(Parcel::coded(*rest, Event::default()).unwrap()), expected);
                }
                prop_assert_eq!(numbers.len(), known.len());
                numbers.clear();
            }
        }
    }

    #[test]
    fn a_table_of_many_customers_grows() {
        let mut numbers = Numbers::default();
        for _ in 0..2 {
            for n in 0..5000_u32 {
                let parcel = Parcel::coded(u64::from(n).wrapping_mul(0x9E37_79B9) & 0x7F_FFFF_FFFF, Event::default());
                assert_eq!(numbers.number(parcel.unwrap()), n);
            }
        }
        assert_eq!(numbers.len(), 5000);
    }
}
