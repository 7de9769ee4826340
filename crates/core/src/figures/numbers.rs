//! How figures are written: counts, rates, intervals, durations. The one place, for board, table, page and command line,
//! with the marks of the language that is spoken.
//!
//! Promise: the same figure is the same text wherever it is read (law O1). Formulas live in `behaviour::statistics`; here
//! numbers only become words. Fractions are 0 … 1.

use touchline_words::{Language, language};

use crate::behaviour::statistics::Interval;
use crate::model::Score;

/// What stands where there is no figure.
pub const NONE: &str = "–";

/// What stands between whole and fraction, and what between thousands.
struct Marks {
    decimal: &'static str,
    thousands: char,
}

fn marks() -> Marks {
    match language() {
        Language::English | Language::Pseudo => Marks { decimal: ".", thousands: ',' },
        Language::German => Marks { decimal: ",", thousands: '.' },
    }
}

/// `22.6` with so many places, without marks between thousands.
pub fn fixed(number: f64, places: usize) -> String {
    let text = format!("{number:.places$}");
    match marks().decimal {
        "." => text,
        mark => text.replace('.', mark),
    }
}

/// `21,904`.
pub fn count(number: u64) -> String {
    let mark = marks().thousands;
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// `22.6 %` of a fraction.
pub fn rate(fraction: f64) -> String {
    format!("{} %", tenths(fraction))
}

/// `42 %` of a fraction, to the whole: how far work is, and the marks of a scale. A figure is written by [`rate`].
pub fn whole_rate(fraction: f64) -> String {
    format!("{:.0} %", fraction * 100.0)
}

/// `−22.6 %`, with a true minus: what left. Nothing lost is `0.0 %`.
pub fn loss(fraction: f64) -> String {
    let text = rate(fraction);
    if text == rate(0.0) { text } else { format!("−{text}") }
}

/// `21.6–23.6 %`: from the lower to the upper end of the 95 % interval.
pub fn interval(interval: &Interval) -> String {
    format!("{}–{} %", tenths(interval.low), tenths(interval.high))
}

/// `30 %`, `12.5 %`: what people estimated, no more exact than they said it. 0 … 100.
pub fn percent(percent: f64) -> String {
    let tenths = (percent * 10.0).round() / 10.0;
    format!("{} %", fixed(tenths, usize::from(tenths.fract() != 0.0)))
}

/// `EUR 12,300`, `9.50`: money to the whole unit, below a hundred to the hundredth where it has one. The currency may be
/// unknown.
pub fn money(currency: &str, amount: f64) -> String {
    let gap = if currency.is_empty() { "" } else { " " };
    format!("{currency}{gap}{}", bare_money(amount))
}

/// `EUR 12,300–48,900`, the ends as [`money`] writes them; one amount where they are written alike.
pub fn money_range(currency: &str, low: f64, high: f64) -> String {
    let (from, to) = (money(currency, low), bare_money(high));
    if bare_money(low) == to { from } else { format!("{from}–{to}") }
}

fn bare_money(amount: f64) -> String {
    let hundredths = (amount * 100.0).round();
    if !(0.0..=1e17).contains(&hundredths) {
        return NONE.to_owned();
    }
    if hundredths >= 10_000.0 || hundredths % 100.0 == 0.0 {
        count((hundredths / 100.0).round() as u64)
    } else {
        fixed(hundredths / 100.0, 2)
    }
}

/// `1,468–1,602`: customers between two ends that need not be whole.
pub fn count_range(low: f64, high: f64) -> String {
    let whole = |number: f64| count(number.round().clamp(0.0, 1e18) as u64);
    let (from, to) = (whole(low), whole(high));
    if from == to { from } else { format!("{from}–{to}") }
}

/// `+32.1`, `−0.4`, `0.0`; from a thousand on without tenths, `+1,204`.
pub fn signed(number: f64) -> String {
    let size = number.abs();
    let text = if size < 1_000.0 { fixed(size, 1) } else { count(size.round().min(1e18) as u64) };
    match number {
        _ if text == fixed(0.0, 1) => text,
        ..0.0 => format!("−{text}"),
        _ => format!("+{text}"),
    }
}

/// `35.9`, `−35.9`: points of a score, with a true minus.
pub fn points(points: f64) -> String {
    let text = fixed(points.abs(), 1);
    if points < 0.0 && text != fixed(0.0, 1) { format!("−{text}") } else { text }
}

/// `+1.5`, `−0.4`: a feeling's number.
pub fn score(score: Score) -> String {
    score.text().replace('.', marks().decimal)
}

/// A stretch of time in its two largest units: `4 min 10 s`, `2 d 3 h`, `0.5 s`.
pub fn duration(secs: f64) -> String {
    if !secs.is_finite() || secs < 0.0 {
        return NONE.to_owned();
    }
    if secs < 59.95 {
        let tenths = (secs * 10.0).round() / 10.0;
        return format!("{} s", fixed(tenths, usize::from(tenths.fract() != 0.0)));
    }
    // Rounded to the smaller unit that is shown first, so that no `1 h 60 min` comes out.
    let [minute, hour, day] = [60.0, 3600.0, 86_400.0];
    if secs.round() < hour {
        two_units(secs.round(), minute, "min", 1.0, "s")
    } else if (secs / minute).round() * minute < day {
        two_units((secs / minute).round() * minute, hour, "h", minute, "min")
    } else {
        two_units((secs / hour).round() * hour, day, "d", hour, "h")
    }
}

fn two_units(secs: f64, large: f64, large_name: &str, small: f64, small_name: &str) -> String {
    let whole = (secs / large).floor();
    let rest = ((secs - whole * large) / small).round();
    let whole = if whole < 1e15 { count(whole as u64) } else { format!("{whole:.0}") };
    if rest == 0.0 { format!("{whole} {large_name}") } else { format!("{whole} {large_name} {rest:.0} {small_name}") }
}

/// A plain number with at most one decimal: `35`, `5.5`, `1,204`.
pub fn plain(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    if tenths.fract() != 0.0 || !(0.0..1e15).contains(&tenths) {
        return fixed(tenths, 1);
    }
    count(tenths as u64)
}

fn tenths(fraction: f64) -> String {
    fixed(fraction * 100.0, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::statistics::wilson;

    #[test]
    fn points_of_a_score_have_a_true_minus() {
        assert_eq!([35.9, -35.897, 0.0, -0.04].map(points), ["35.9", "−35.9", "0.0", "0.0"]);
    }

    #[test]
    fn counts_are_grouped_by_thousands() {
        let texts: Vec<String> = [0, 7, 999, 1_000, 21_904, 1_203_614].map(count).into();
        assert_eq!(texts, ["0", "7", "999", "1,000", "21,904", "1,203,614"]);
    }

    #[test]
    fn rates_have_one_decimal_and_a_true_minus() {
        let families = wilson(1_533, 6_790).unwrap();
        assert_eq!(rate(families.rate), "22.6 %");
        assert_eq!(loss(families.rate), "−22.6 %");
        assert_eq!(interval(&families), "21.6–23.6 %");
        assert_eq!(loss(0.0), "0.0 %");
        assert_eq!(loss(1.0), "−100.0 %");
    }

    #[test]
    fn estimates_are_as_exact_as_they_were_said() {
        assert_eq!([30.0, 12.5, 33.333, 0.0, 100.0].map(percent), ["30 %", "12.5 %", "33.3 %", "0 %", "100 %"]);
    }

    #[test]
    fn money_is_as_exact_as_it_is_small() {
        let texts = [0.0, 9.5, 9.0, 99.994, 99.996, 12_300.4, 3.2e9].map(|amount| money("EUR", amount));
        assert_eq!(texts, ["EUR 0", "EUR 9.50", "EUR 9", "EUR 99.99", "EUR 100", "EUR 12,300", "EUR 3,200,000,000"]);
        assert_eq!(money_range("€", 12_300.0, 48_900.0), "€ 12,300–48,900");
        assert_eq!(money_range("", 0.0, 0.001), "0");
        assert_eq!(money("EUR", f64::NAN), "EUR –");
        assert_eq!([count_range(1_467.6, 1_601.5), count_range(2.9, 3.1)], ["1,468–1,602", "3"]);
    }

    #[test]
    fn plain_numbers_have_a_decimal_where_they_need_one() {
        assert_eq!([35.0, 5.5, 1204.04, -0.5].map(plain), ["35", "5.5", "1,204", "-0.5"]);
    }

    #[test]
    fn scores_carry_their_sign() {
        assert_eq!(
            [32.14, -0.44, 0.01, -0.04, 1_204.4, -2e6].map(signed),
            ["+32.1", "−0.4", "0.0", "0.0", "+1,204", "−2,000,000"]
        );
    }

    #[test]
    fn german_figures_have_a_comma_and_points_between_thousands() {
        let german = touchline_words::in_language(Language::German, || {
            [
                count(1_203_614),
                loss(0.226),
                loss(0.0),
                percent(12.5),
                money("EUR", 9.5),
                signed(-0.44),
                points(0.0),
                plain(5.5),
            ]
        });
        let felt = touchline_words::in_language(Language::German, || score(Score::from_tenths(-4)));
        assert_eq!(felt, "−0,4");
        assert_eq!(german, ["1.203.614", "−22,6 %", "0,0 %", "12,5 %", "EUR 9,50", "−0,4", "0,0", "5,5"]);
    }

    #[test]
    fn durations_take_two_units() {
        for (secs, text) in [
            (0.0, "0 s"),
            (0.5, "0.5 s"),
            (59.94, "59.9 s"),
            (59.96, "1 min"),
            (250.0, "4 min 10 s"),
            (3599.7, "1 h"),
            (5400.0, "1 h 30 min"),
            (86_399.0, "1 d"),
            (183_600.0, "2 d 3 h"),
            (f64::NAN, NONE),
            (-1.0, NONE),
        ] {
            assert_eq!(duration(secs), text, "{secs}");
        }
    }
}
