//! Counts, shares and durations of a table, each cell by itself: `1.234,5 %`, `$1,234.50`, `(12)`, `1d 5h 30m`.
//!
//! What a number may look like says `behaviour::numbers`; here is what a single cell means that leaves its mark open.
//! One column has one decimal mark. A value that leaves no doubt (`0,88`, `1.234.567`, `1,234.5`) is read as it stands; one
//! that does (`1.234`) is read by the mark that the rest of its column proves, and without any proof as a whole number in
//! groups of three where a count is wanted, and as a fraction where not.

use crate::names::trimmed;
use crate::numbers::{Allowed, ColumnNumber, DecimalMark, allowed, has_word, is_nothing};
use crate::reason::CountProblem;

/// The decimal mark that a column's values prove, if any does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    decimal: Option<DecimalMark>,
}

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// A percentage is divided by 100 already.
    pub value: f64,
    pub percent: bool,
}

/// What a cell holds where a number is expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    Blank,
    Number(Number),
    /// Something else.
    Other,
}

/// The largest count that a float still holds exactly.
const MOST: f64 = 9_007_199_254_740_992.0;

impl Numbers {
    /// Learns a column's decimal mark from its values.
    pub fn learn<'a>(cells: impl IntoIterator<Item = &'a [u8]>) -> Numbers {
        let mut proved = [0_u32; 2];
        for cell in cells {
            match allowed(cell) {
                Allowed::Only(DecimalMark::Point) => proved[0] += 1,
                Allowed::Only(DecimalMark::Comma) => proved[1] += 1,
                Allowed::Any | Allowed::Open(_) | Allowed::None => {}
            }
        }
        let [points, commas] = proved;
        let decimal = match points.cmp(&commas) {
            std::cmp::Ordering::Greater => Some(DecimalMark::Point),
            std::cmp::Ordering::Less => Some(DecimalMark::Comma),
            std::cmp::Ordering::Equal => None,
        };
        Numbers { decimal }
    }

    /// The same, or the other's mark where nothing was proved.
    pub fn or(self, other: Numbers) -> Numbers {
        Numbers { decimal: self.decimal.or(other.decimal) }
    }

    /// Reads a cell. `whole` says that a count is wanted.
    pub fn read(self, cell: &[u8], whole: bool) -> Cell {
        let cell = trimmed(cell);
        if is_nothing(cell) {
            return Cell::Blank;
        }
        let mark = match allowed(cell) {
            Allowed::Only(mark) => mark,
            Allowed::Any => DecimalMark::Point,
            // `1.234 Mio.` is a million and a bit or more than a thousand of them: only the column says which.
            Allowed::Open(_) if self.decimal.is_none() && has_word(cell) => return Cell::Other,
            // The mark that stands there is one of decimals, unless a count is wanted or the column says otherwise.
            Allowed::Open(mark) => self.decimal.unwrap_or(if whole { mark.other() } else { mark }),
            Allowed::None => return Cell::Other,
        };
        let percent = cell.contains(&b'%');
        let read = ColumnNumber::new(mark).read(cell);
        read.map_or(Cell::Other, |value| Cell::Number(Number { value, percent }))
    }

    /// Reads a number; `None` for a blank one and for anything else.
    pub fn number(self, cell: &[u8]) -> Option<Number> {
        match self.read(cell, false) {
            Cell::Number(number) => Some(number),
            Cell::Blank | Cell::Other => None,
        }
    }

    /// Reads a count: a whole number from 0 on.
    ///
    /// # Errors
    /// What it is instead.
    pub fn count(self, cell: &[u8]) -> Result<u64, CountProblem> {
        match self.read(cell, true) {
            Cell::Blank => Err(CountProblem::Empty),
            Cell::Other => Err(CountProblem::None),
            Cell::Number(number) if number.percent => Err(CountProblem::Percentage),
            Cell::Number(number) if number.value < 0.0 => Err(CountProblem::Negative),
            Cell::Number(number) if number.value >= MOST => Err(CountProblem::TooLarge),
            Cell::Number(number) if (number.value - number.value.round()).abs() > 1e-6 => Err(CountProblem::Broken),
            // Held below 2⁵³ above, so that no digit is lost.
            Cell::Number(number) => Ok(number.value.round() as u64),
        }
    }
}

/// Reads a duration in seconds: `1d 5h 30m 10s`, `5:30`, `1:05:30`, or a plain number of units of so many seconds.
pub fn seconds(cell: &[u8], numbers: Numbers, unit: f64) -> Option<f64> {
    let text = std::str::from_utf8(trimmed(cell)).ok()?.to_lowercase();
    if text.contains(':') {
        let parts: Vec<f64> = text.split(':').map(|part| part.trim().parse::<f64>().ok()).collect::<Option<_>>()?;
        let fits = (2..=3).contains(&parts.len()) && parts.iter().all(|part| part.is_finite() && *part >= 0.0);
        return fits.then(|| parts.iter().fold(0.0, |sum, part| sum * 60.0 + part));
    }
    if text.contains(|c: char| c.is_alphabetic() && c != 'e') {
        return spelt_seconds(&text);
    }
    let number = numbers.number(cell).filter(|number| !number.percent)?;
    (number.value >= 0.0).then_some(number.value * unit)
}

/// `1d 5h 30m`, `2 days 3 hours`, `90 sec`.
fn spelt_seconds(text: &str) -> Option<f64> {
    let mut total = 0.0;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, tail) = rest.split_at_checked(end)?;
        let number: f64 = number.parse().ok()?;
        let tail = tail.trim_start();
        let end = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
        let (unit, behind) = tail.split_at_checked(end)?;
        total += number
            * match unit {
                "d" | "day" | "days" => 86_400.0,
                "h" | "hr" | "hrs" | "hour" | "hours" => 3_600.0,
                "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
                "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
                "ms" => 0.001,
                _ => return None,
            };
        rest = behind.trim_start_matches([' ', ',']);
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(cells: &[&str]) -> Numbers {
        Numbers::learn(cells.iter().map(|cell| cell.as_bytes()))
    }

    #[test]
    fn one_mark_holds_for_a_column_and_only_doubtful_values_need_it() {
        let german = learned(&["0,88", "1.696", "12"]);
        assert_eq!(german.count(b"1.696"), Ok(1696));
        assert_eq!(german.number(b"1.234,5 %"), Some(Number { value: 12.345, percent: true }));
        let english = learned(&["1,234.5"]);
        assert_eq!(english.number(b"1.696").map(|n| n.value), Some(1.696));
        assert_eq!(english.count(b"1,696"), Ok(1696));
        let unknown = learned(&["12", "1.696"]);
        assert_eq!(unknown.count(b"1.696"), Ok(1696));
        assert_eq!(unknown.number(b"1.696").map(|n| n.value), Some(1.696));
        assert_eq!(unknown.or(german).number(b"1.696").map(|n| n.value), Some(1696.0));
    }

    #[test]
    fn dressed_numbers_are_read_and_others_are_not() {
        let numbers = Numbers::default();
        for (cell, value) in [
            ("$1,234.50", 1234.5),
            ("(12)", -12.0),
            ("-$5", -5.0),
            ("1\u{a0}234,5", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("8,97%", 0.0897),
            ("1.5E+03", 1500.0),
            ("1'234.5", 1234.5),
            (".5", 0.5),
        ] {
            let read = numbers.number(cell.as_bytes()).unwrap_or_else(|| panic!("{cell}"));
            assert!((read.value - value).abs() < 1e-9, "{cell} {read:?}");
        }
        for (cell, count) in [
            ("1,2 Mio.", 1_200_000),
            ("3,4 Tsd.", 3_400),
            ("1.2M", 1_200_000),
            ("15 lakh", 1_500_000),
            ("$2 crore", 20_000_000),
        ] {
            assert_eq!(numbers.count(cell.as_bytes()), Ok(count), "{cell}");
        }
        assert_eq!(numbers.read(b"1.234 Mio.", true), Cell::Other);
        assert_eq!(learned(&["0,5"]).count(b"1.234 Mio."), Ok(1_234_000_000));
        for cell in ["", "--", "N/A", "-"] {
            assert_eq!(numbers.read(cell.as_bytes(), true), Cell::Blank, "{cell}");
        }
        for cell in ["12a", "1.2.3", "1,23,4", "E5", "%", "192.168.0.1", "1e999"] {
            assert_eq!(numbers.read(cell.as_bytes(), true), Cell::Other, "{cell}");
        }
        assert_eq!(numbers.count(b"1.5"), Err(CountProblem::Broken));
        assert_eq!(numbers.count(b"-1"), Err(CountProblem::Negative));
        assert_eq!(numbers.count(b"5 %"), Err(CountProblem::Percentage));
        assert_eq!(numbers.count(b"99999999999999999"), Err(CountProblem::TooLarge));
    }

    #[test]
    fn durations_are_read_in_the_ways_of_reports() {
        let read = |text: &str, unit: f64| seconds(text.as_bytes(), Numbers::default(), unit);
        assert_eq!(read("1d 5h 30m", 1.0), Some(106_200.0));
        assert_eq!(read("2 days 3 hours", 1.0), Some(183_600.0));
        assert_eq!(read("1:05:30", 1.0), Some(3_930.0));
        assert_eq!(read("16674931278.917809", 1e-6).map(f64::round), Some(16_675.0));
        assert_eq!(read("90", 60.0), Some(5_400.0));
        for text in ["", "soon", "5 parsecs", "1:2:3:4", "-5", "12 %"] {
            assert_eq!(read(text, 1.0), None, "{text}");
        }
    }
}
