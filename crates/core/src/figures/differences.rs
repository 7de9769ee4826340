//! How differences between segments are written: points, their interval, p-values, and the likeness in a sentence.
//!
//! Beside `numbers`: the same difference is the same text in the window and on the command line.

use touchline_words::{Said, said, say};

use super::numbers;
use crate::behaviour::compare::{Likeness, Pair};
use crate::behaviour::statistics::Interval;

/// What stands where a group is too small for a figure.
pub const TOO_FEW: Said = said::figures_too_few;

/// What the comparison does, for notes and tooltips.
pub const DEFINITION: Said = said::figures_differences_definition;

/// `+11 points, 7 to 15` of fractions; with a decimal where the interval is narrower than two points.
pub fn points(difference: f64, low: f64, high: f64) -> String {
    let decimals = if high - low < 0.02 { 1 } else { 0 };
    let write = |fraction: f64| {
        let text = numbers::fixed(fraction.abs() * 100.0, decimals);
        let is_nought = is_nought(&text);
        if fraction < 0.0 && !is_nought { format!("−{text}") } else { text }
    };
    let size = write(difference);
    let sign = if difference > 0.0 && !is_nought(&size) { "+" } else { "" };
    say!(figures_points_between, sign, size, low = write(low), high = write(high))
}

fn is_nought(text: &str) -> bool {
    text.chars().all(|letter| matches!(letter, '0' | '.' | ','))
}

/// `0.031`, `4.2e-9`, `< 1e-300`: two figures that count.
pub fn p_value(p: f64) -> String {
    if p < 1e-300 {
        return "< 1e-300".to_owned();
    }
    if p < 1e-4 {
        let text = format!("{p:.1e}");
        let (figures, power) = text.split_once('e').unwrap_or((&text, "0"));
        return format!("{}e{power}", numbers::fixed(figures.parse().unwrap_or_default(), 1));
    }
    let decimals = (1.0 - p.log10().floor()).clamp(2.0, 6.0) as usize;
    numbers::fixed(p, decimals)
}

/// `37 %, 31.2–43.4 %` of a share with its interval; nothing measured is [`numbers::NONE`].
pub fn share(share: Option<&Interval>) -> String {
    let write = |share: &Interval| format!("{}, {}", numbers::rate(share.rate), numbers::interval(share));
    share.map_or_else(|| numbers::NONE.to_owned(), write)
}

/// What may be said of two segments: `differ at Onboarding, +11 points, 7 to 15`.
pub fn likeness(pair: &Pair) -> String {
    match pair.likeness {
        Likeness::TooFew => say!(figures_too_few_to_compare).to_owned(),
        Likeness::Alike if pair.tested() < pair.stages.len() => {
            let (tested, all) = (pair.tested(), pair.stages.len());
            say!(figures_told_in_part, tested, all)
        }
        Likeness::Alike => say!(figures_alike).to_owned(),
        Likeness::Differ => {
            let at = pair.most().map(|stage| {
                let ends = stage.difference.zip(stage.low.zip(stage.high));
                let points = ends.map(|(difference, (low, high))| points(difference, low, high)).unwrap_or_default();
                say!(figures_differ_at, stage = stage.name, points)
            });
            let more = match pair.differing().saturating_sub(1) {
                0 => String::new(),
                1 => say!(figures_one_more).to_owned(),
                more => say!(figures_more, more),
            };
            format!("{}{more}", at.unwrap_or_default())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::behaviour::compare::{Group, compare};
    use crate::behaviour::small_groups::SmallGroups;

    #[test]
    fn points_are_no_more_exact_than_their_interval() {
        assert_eq!(points(0.112, 0.071, 0.152), "+11 points, 7 to 15");
        assert_eq!(points(-0.051, -0.058, -0.044), "−5.1 points, −5.8 to −4.4");
        assert_eq!(points(-0.002, -0.03, 0.026), "0 points, −3 to 3");
        assert_eq!(points(0.002, -0.03, 0.026), "0 points, −3 to 3");
        assert_eq!(points(0.004, -0.002, 0.01), "+0.4 points, −0.2 to 1.0");
    }

    #[test]
    fn p_values_have_two_figures_and_an_end() {
        let texts = [1.0, 0.5, 0.05, 0.0312, 0.00123, 0.000049, 4.2e-9, 5e-301, 0.0].map(p_value);
        let expected = ["1.00", "0.50", "0.050", "0.031", "0.0012", "4.9e-5", "4.2e-9", "< 1e-300", "< 1e-300"];
        assert_eq!(texts, expected);
    }

    #[test]
    fn german_differences_have_a_comma() {
        let texts =
            || [points(-0.051, -0.058, -0.044), p_value(0.0312), p_value(4.2e-9), points(-0.0002, -0.005, 0.004)];
        let german = touchline_words::in_language(touchline_words::Language::German, texts);
        assert_eq!(german, ["−5,1 Punkte, −5,8 bis −4,4", "0,031", "4,2e-9", "0,0 Punkte, −0,5 bis 0,4"]);
    }

    #[test]
    fn a_verdict_is_a_sentence() {
        let stages = ["Onboarding".to_owned(), "Trial".to_owned()];
        let group = |name: &str, stages: [(u64, u64); 2]| Group { name: name.to_owned(), stages: stages.into() };
        let said = |a, b| likeness(&compare(&stages, &[group("A", a), group("B", b)], SmallGroups::default()).pairs[0]);
        assert_eq!(
            said([(300, 1000), (100, 700)], [(190, 1000), (120, 810)]),
            "differ at Onboarding, +11 points, 7 to 15"
        );
        assert_eq!(
            said([(300, 1000), (350, 700)], [(190, 1000), (120, 810)]),
            "differ at Trial, +35 points, 31 to 40; also at 1 more stage"
        );
        assert_eq!(said([(200, 1000), (80, 800)], [(204, 1000), (79, 796)]), "cannot be told apart: merge?");
        let few = "cannot be told apart at 1 of 2 stages, too few at the others";
        assert_eq!(said([(200, 1000), (2, 800)], [(204, 1000), (79, 796)]), few);
        assert_eq!(said([(20, 29), (2, 9)], [(204, 1000), (79, 796)]), "too few to compare");
    }
}
