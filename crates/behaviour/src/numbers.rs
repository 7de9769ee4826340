//! Numbers as exports write them, read by one rule for each column.
//!
//! `1.696` is 1,696 to one half of the world and a little less than two to the other, so the mark of the decimals is settled
//! by the column's own values ([`pick`]) and, where they leave it open, by the other columns of the file ([`pick_all`]).
//! A value that only the other mark could explain is then a [`NumberProblem`] of its row, never a silent guess.
//!
//! Read are signs before and behind, `(12)` as −12, `8,97 %` as 0.0897, signs and codes of currencies, thousands parted by
//! a point, a comma, any blank or an apostrophe, in groups of three or as in India, digits of any script, exponents, and words such as
//! `Mio.` and `lakh` ([`magnitudes`]). `--` and what else says "nothing" is no number.
//!
//! # Limits
//! Values are `f64`: whole numbers are exact up to 2⁵³.

use touchline_words::say;

use super::digits::plain_number;
use super::magnitudes;
use super::nothing::is_no_value;

/// The mark between the whole part of a number and its fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    #[default]
    Point,
    Comma,
}

/// The reader of one column of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ColumnNumber {
    mark: DecimalMark,
}

/// Why a cell gives no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NumberProblem {
    Blank,
    Unreadable,
    OtherMark,
}

impl std::fmt::Display for NumberProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Blank => say!(log_number_missing),
            Self::Unreadable => say!(log_number_unreadable),
            Self::OtherMark => say!(log_number_other_mark),
        })
    }
}

impl std::error::Error for NumberProblem {}

/// What the values of a column say about how its numbers are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPick {
    /// The reading to take.
    pub number: ColumnNumber,
    /// The other reading, if nothing in the file tells them apart and they differ.
    pub other: Option<ColumnNumber>,
    /// Values with something in them.
    pub filled: usize,
    /// How many of those are read.
    pub readable: usize,
    /// What settled it, in words: `“0,88” can only have a decimal comma`.
    pub evidence: String,
}

impl NumberPick {
    /// Whether nine of ten values are numbers.
    pub fn is_convincing(&self) -> bool {
        self.filled > 0 && self.readable * 10 >= self.filled * 9
    }
}

/// A number without its sign, currency and percent.
struct Bare<'a> {
    digits: &'a str,
    factor: f64,
    /// A word says that it is so many times as much: `1,2 Mio.`
    has_word: bool,
}

/// What the marks in a number allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    /// No mark, or only blanks and apostrophes: the same either way.
    Either,
    /// `1.696` or `1,696`: a decimal mark under one reading, thousands under the other.
    Open,
    Only(DecimalMark),
    /// No number under any reading.
    Neither,
}

/// Which decimal marks the number of a cell may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// It has none: the same either way.
    Any,
    /// The mark that stands in it is one of decimals, or parts thousands.
    Open(DecimalMark),
    Only(DecimalMark),
    /// It is no number.
    None,
}

/// Whether a word in a cell makes its number so many times as much.
pub fn has_word(cell: &[u8]) -> bool {
    let text = std::str::from_utf8(cell).ok().map(plain_number);
    text.is_some_and(|text| bare(&text).is_some_and(|bare| bare.has_word && marks(bare.digits) != Marks::Neither))
}

/// Which decimal marks a cell allows.
pub fn allowed(cell: &[u8]) -> Allowed {
    let Some(text) = std::str::from_utf8(cell).ok().map(plain_number) else { return Allowed::None };
    let Some(found) = bare(&text) else { return Allowed::None };
    match marks(found.digits) {
        Marks::Either => Allowed::Any,
        Marks::Open if found.digits.contains(',') => Allowed::Open(DecimalMark::Comma),
        Marks::Open => Allowed::Open(DecimalMark::Point),
        Marks::Only(mark) => Allowed::Only(mark),
        Marks::Neither => Allowed::None,
    }
}

impl DecimalMark {
    pub fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

impl ColumnNumber {
    /// A reader for a mark that a person chose.
    pub fn new(mark: DecimalMark) -> ColumnNumber {
        ColumnNumber { mark }
    }

    pub fn mark(&self) -> DecimalMark {
        self.mark
    }

    /// The number of a cell, or why there is none. A value in percent is divided by 100.
    pub fn read(&self, cell: &[u8]) -> Result<f64, NumberProblem> {
        if is_nothing(cell) {
            return Err(NumberProblem::Blank);
        }
        let text = plain_number(std::str::from_utf8(cell).map_err(|_| NumberProblem::Unreadable)?);
        let bare = bare(&text).ok_or(NumberProblem::Unreadable)?;
        match marks(bare.digits) {
            Marks::Neither => return Err(NumberProblem::Unreadable),
            Marks::Only(mark) if mark != self.mark => return Err(NumberProblem::OtherMark),
            Marks::Either | Marks::Open | Marks::Only(_) => {}
        }
        let plain: String = bare
            .digits
            .chars()
            .filter_map(|c| match (c, self.mark) {
                ('.', DecimalMark::Point) | (',', DecimalMark::Comma) => Some('.'),
                ('0'..='9' | 'e' | 'E' | '+' | '-', _) => Some(c),
                _ => None,
            })
            .collect();
        let value: f64 = plain.parse().map_err(|_| NumberProblem::Unreadable)?;
        Some(value * bare.factor).filter(|value| value.is_finite()).ok_or(NumberProblem::Unreadable)
    }
}

/// Picks for all columns of a file: what one leaves open the others settle, since one program wrote them all.
pub fn pick_all(columns: &[Vec<&[u8]>]) -> Vec<Option<NumberPick>> {
    let alone: Vec<Option<Votes>> = columns.iter().map(|values| Votes::of(values)).collect();
    let sum = |count: fn(&Votes) -> usize| alone.iter().flatten().map(count).sum::<usize>();
    let file = settled(sum(|votes| votes.point), sum(|votes| votes.comma));
    columns.iter().map(|values| pick_beside(values, file)).collect()
}

/// How many values allow one reading alone.
struct Votes<'a> {
    filled: usize,
    numbers: usize,
    point: usize,
    comma: usize,
    open: usize,
    example: Option<&'a str>,
    open_example: Option<&'a str>,
}

impl<'a> Votes<'a> {
    fn of(values: &[&'a [u8]]) -> Option<Votes<'a>> {
        let mut votes = Votes { filled: 0, numbers: 0, point: 0, comma: 0, open: 0, example: None, open_example: None };
        for cell in values.iter().filter(|cell| !is_nothing(cell)) {
            votes.filled += 1;
            let Ok(text) = std::str::from_utf8(cell) else { continue };
            let Some(found) = bare(&plain_number(text)).map(|bare| marks(bare.digits)) else { continue };
            match found {
                Marks::Neither => continue,
                Marks::Either => {}
                Marks::Open => {
                    votes.open += 1;
                    votes.open_example.get_or_insert(text.trim());
                }
                Marks::Only(DecimalMark::Point) => votes.point += 1,
                Marks::Only(DecimalMark::Comma) => votes.comma += 1,
            }
            votes.numbers += 1;
        }
        let mark = settled(votes.point, votes.comma);
        votes.example = values.iter().find_map(|cell| {
            let text = std::str::from_utf8(cell).ok()?;
            let only = Marks::Only(mark?);
            bare(text).filter(|bare| marks(bare.digits) == only).map(|_| text.trim())
        });
        (votes.numbers > 0).then_some(votes)
    }
}

/// The mark that more values demand; nothing where as many demand either.
fn settled(point: usize, comma: usize) -> Option<DecimalMark> {
    match point.cmp(&comma) {
        std::cmp::Ordering::Greater => Some(DecimalMark::Point),
        std::cmp::Ordering::Less => Some(DecimalMark::Comma),
        std::cmp::Ordering::Equal => None,
    }
}

fn pick_beside(values: &[&[u8]], file: Option<DecimalMark>) -> Option<NumberPick> {
    let votes = Votes::of(values)?;
    let own = settled(votes.point, votes.comma);
    let mark = own.or(file).unwrap_or_default();
    let name = match mark {
        DecimalMark::Point => say!(log_decimal_point),
        DecimalMark::Comma => say!(log_decimal_comma),
    };
    let shown = |text: Option<&str>| text.unwrap_or_default().chars().take(40).collect::<String>();
    let (in_doubt, evidence) = match (own, file, votes.open) {
        (Some(_), ..) => (false, say!(log_number_only, value = shown(votes.example), mark = name)),
        (None, _, 0) => (false, say!(log_number_none).to_owned()),
        (None, Some(_), _) => (false, say!(log_number_as_others, value = shown(votes.open_example), mark = name)),
        (None, None, _) => (true, say!(log_number_open, value = shown(votes.open_example), mark = name)),
    };
    let number = ColumnNumber { mark };
    let readable = values.iter().filter(|cell| number.read(cell).is_ok()).count();
    let other = in_doubt.then_some(ColumnNumber { mark: mark.other() });
    Some(NumberPick { number, other, filled: votes.filled, readable, evidence })
}

/// Whether a cell says that there is no number.
pub fn is_nothing(cell: &[u8]) -> bool {
    is_no_value(cell)
}

const CURRENCIES: [char; 6] = ['$', '€', '£', '¥', '₹', '₩'];

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Takes off what stands around the digits; nothing if that is not what stands around numbers.
fn bare(text: &str) -> Option<Bare<'_>> {
    let mut rest = text.trim_matches(is_blank);
    let (mut factor, mut signs) = (1.0, 0);
    if let Some(inside) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        (rest, factor, signs) = (inside.trim_matches(is_blank), -1.0, 1);
    }
    let (mut percents, mut currencies, mut words) = (0, 0, 0);
    loop {
        let before = rest.len();
        if let Some(less) = rest.strip_suffix('%') {
            (rest, percents) = (less, percents + 1);
        }
        for minus in ['-', '\u{2212}'] {
            // Behind the number, as some accounts have it, or before.
            if let Some(less) = rest.strip_prefix(minus).or_else(|| rest.strip_suffix(minus)) {
                (rest, signs, factor) = (less, signs + 1, -factor);
            }
        }
        if let Some(less) = rest.strip_prefix('+') {
            (rest, signs) = (less, signs + 1);
        }
        if let Some(less) = rest.strip_prefix(CURRENCIES).or_else(|| rest.strip_suffix(CURRENCIES)) {
            (rest, currencies) = (less, currencies + 1);
        }
        if let Some((less, times)) = magnitudes::split(rest) {
            (rest, words, factor) = (less, words + 1, factor * times);
        }
        if let Some(less) = without_code(rest) {
            (rest, currencies) = (less, currencies + 1);
        }
        rest = rest.trim_matches(is_blank);
        if rest.len() == before {
            break;
        }
    }
    if percents == 1 {
        factor /= 100.0;
    }
    let plausible = signs <= 1 && percents + words <= 1 && currencies <= 1;
    (plausible && !rest.is_empty()).then_some(Bare { digits: rest, factor, has_word: words > 0 })
}

/// Without `EUR` or another code of three capitals at one end.
fn without_code(text: &str) -> Option<&str> {
    let is_code = |code: &str| code.bytes().all(|byte| byte.is_ascii_uppercase());
    let behind = text.len().checked_sub(3).and_then(|at| text.split_at_checked(at));
    let before = text.split_at_checked(3);
    let digit = |rest: &str| rest.contains(|c: char| c.is_ascii_digit());
    match (before, behind) {
        (Some((code, rest)), _) if is_code(code) && digit(rest) => Some(rest),
        (_, Some((rest, code))) if is_code(code) && digit(rest) => Some(rest),
        _ => None,
    }
}

/// What the marks between the digits allow.
fn marks(digits: &str) -> Marks {
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (digits, None),
    };
    let whole_exponent = |text: &str| {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if exponent.is_some_and(|text| !whole_exponent(text)) {
        return Marks::Neither;
    }
    let is_mark = |c: char| matches!(c, '.' | ',' | '\'' | '’') || is_blank(c);
    let known = mantissa.chars().all(|c| c.is_ascii_digit() || is_mark(c));
    if !known || !mantissa.ends_with(|c: char| c.is_ascii_digit()) {
        return Marks::Neither;
    }
    let readings = [DecimalMark::Point, DecimalMark::Comma].map(|mark| fits(mantissa, mark, exponent.is_some()));
    match readings {
        [true, true] if mantissa.contains(['.', ',']) => Marks::Open,
        [true, true] => Marks::Either,
        [true, false] => Marks::Only(DecimalMark::Point),
        [false, true] => Marks::Only(DecimalMark::Comma),
        [false, false] => Marks::Neither,
    }
}

/// Whether a number is well written if this is its decimal mark: one such mark at most and none behind it, and in front of
/// it groups of three, all parted alike.
fn fits(mantissa: &str, mark: DecimalMark, has_exponent: bool) -> bool {
    let mark = match mark {
        DecimalMark::Point => '.',
        DecimalMark::Comma => ',',
    };
    let (whole, fraction) = match mantissa.split_once(mark) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits_only = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !fraction.is_none_or(digits_only) {
        return false;
    }
    if digits_only(whole) {
        return !whole.is_empty() || fraction.is_some_and(|fraction| !fraction.is_empty());
    }
    let alike: String = whole.chars().map(|c| if is_blank(c) { ' ' } else { c }).collect();
    let Some(separator) = alike.chars().find(|c| !c.is_ascii_digit()) else { return false };
    let groups: Vec<&str> = alike.split(separator).collect();
    // India parts by two digits above the thousands: `12,50,000`.
    let last = groups.len().saturating_sub(1);
    let in_lakhs = separator == ',' && groups.len() > 2 && groups.get(1).is_some_and(|group| group.len() == 2);
    let well_parted = groups.iter().enumerate().all(|(at, group)| {
        let len = match at {
            0 if in_lakhs => 1..=2,
            0 => 1..=3,
            at if in_lakhs && at < last => 2..=2,
            _ => 3..=3,
        };
        digits_only(group) && len.contains(&group.len())
    });
    // "0.123" has no thousands, and neither has a number with an exponent.
    let leads = groups.first().is_some_and(|first| !first.starts_with('0'));
    well_parted && leads && !has_exponent
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How the numbers of one column are written, if nothing stands beside it.
    fn pick(values: &[&[u8]]) -> Option<NumberPick> {
        pick_beside(values, None)
    }

    fn cells<'a>(values: &[&'a str]) -> Vec<&'a [u8]> {
        values.iter().map(|value| value.as_bytes()).collect()
    }

    /// What the column's reader makes of each value.
    fn check_column(values: &[&str], mark: DecimalMark, read: &[f64]) -> NumberPick {
        let pick = pick(&cells(values)).unwrap();
        assert_eq!(pick.number.mark(), mark, "{values:?}");
        let numbers: Vec<f64> = values.iter().filter_map(|value| pick.number.read(value.as_bytes()).ok()).collect();
        assert_eq!(numbers, read, "{values:?}");
        pick
    }

    #[test]
    fn one_value_that_leaves_no_doubt_settles_its_column() {
        let pick = check_column(&["1.696", "0,88", "2.000"], DecimalMark::Comma, &[1696.0, 0.88, 2000.0]);
        assert_eq!((pick.other, pick.evidence.as_str()), (None, "“0,88” can only have a decimal comma"));
        check_column(&["1.696", "0.88"], DecimalMark::Point, &[1.696, 0.88]);
        check_column(&["1,234", "1,234.5"], DecimalMark::Point, &[1234.0, 1234.5]);
        check_column(&["1.234.567", "1.234"], DecimalMark::Comma, &[1_234_567.0, 1234.0]);
        check_column(&["0.123", "1.234"], DecimalMark::Point, &[0.123, 1.234]);
    }

    #[test]
    fn what_nothing_settles_gives_both_readings() {
        let pick = check_column(&["1.696", "2.001"], DecimalMark::Point, &[1.696, 2.001]);
        assert_eq!(pick.other.map(|other| other.read(b"1.696")), Some(Ok(1696.0)));
        assert_eq!(pick.evidence, "nothing settles “1.696”; a decimal point is assumed");
        assert_eq!(check_column(&["12", "1 234"], DecimalMark::Point, &[12.0, 1234.0]).other, None);
    }

    #[test]
    fn the_other_columns_of_the_file_settle_what_one_leaves_open() {
        let columns = [cells(&["1.696", "2.001"]), cells(&["0,88", "0,9"]), cells(&["home", "cart"])];
        let picks = pick_all(&columns);
        let first = picks[0].as_ref().unwrap();
        assert_eq!((first.number.read(b"1.696"), first.other), (Ok(1696.0), None));
        assert_eq!(picks[2], None);
    }

    #[test]
    fn numbers_in_the_dress_of_many_countries() {
        let point = ColumnNumber::new(DecimalMark::Point);
        for (text, value) in [
            ("$1,234.50", 1234.5),
            ("(12)", -12.0),
            ("($1,000)", -1000.0),
            ("-0.5", -0.5),
            ("\u{2212}3", -3.0),
            ("12-", -12.0),
            ("8.97%", 0.0897),
            ("1\u{a0}234.5", 1234.5),
            ("1\u{2009}234\u{2009}567", 1_234_567.0),
            ("1'234", 1234.0),
            ("12,50,000", 1_250_000.0),
            ("1,00,00,000.5", 10_000_000.5),
            ("١٢٥٠٠", 12_500.0),
            ("۱۲٬۵۰۰٫۵", 12_500.5),
            ("１２，５００", 12_500.0),
            ("USD 5", 5.0),
            ("5 EUR", 5.0),
            ("1.2E+05", 120_000.0),
            (".5", 0.5),
            (" +7 ", 7.0),
        ] {
            let found = point.read(text.as_bytes()).unwrap();
            assert!((found - value).abs() < 1e-9, "{text}: {found}");
        }
        let comma = ColumnNumber::new(DecimalMark::Comma);
        for (text, value) in [("8,97%", 0.0897), ("1.234,50 €", 1234.5), ("1\u{202f}234,5", 1234.5), ("-0,88", -0.88)]
        {
            let found = comma.read(text.as_bytes()).unwrap();
            assert!((found - value).abs() < 1e-9, "{text}: {found}");
        }
        for text in ["", " --", "–", "N/A", "null"] {
            assert_eq!(point.read(text.as_bytes()), Err(NumberProblem::Blank), "{text}");
        }
        for text in
            ["12a", "1.2.3", "1,23,45", "<10", "5%%", "--5", "(-5)", "E5", "1 2", "2026-11-03", "192.168.0.1", "%"]
        {
            assert_eq!(point.read(text.as_bytes()), Err(NumberProblem::Unreadable), "{text}");
        }
        assert_eq!(point.read(b"0,88"), Err(NumberProblem::OtherMark));
        assert_eq!(comma.read(b"0.88"), Err(NumberProblem::OtherMark));
    }

    #[test]
    fn a_column_is_convincing_if_nine_of_ten_values_are_numbers() {
        let mut values = vec!["1,5"; 9];
        values.push("n. a.");
        assert!(pick(&cells(&values)).unwrap().is_convincing());
        values.push("x");
        assert!(!pick(&cells(&values)).unwrap().is_convincing());
        assert_eq!(pick(&cells(&["home", "--"])), None);
    }
}
