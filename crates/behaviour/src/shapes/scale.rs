//! The scale of a score: said by the header or a column, or seen from the values; and a score of any scale as an emotion.
//!
//! An emotion runs from −3 to +3 in tenths. A mean score `m` of a scale from `low` to `high` becomes
//! `(m − low) / (high − low) · 6 − 3`: the ends of the scale are the ends of the emotion, its middle is 0. This is a
//! convention, not a measurement, and is said beside the figure.

use serde::Serialize;
use touchline_words::say;

/// The ends of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub known: Known,
    /// The low end is the good one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reversed: bool,
}

/// How a scale is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Known {
    /// The header, or a column, says so.
    Said,
    /// It is the only usual scale that holds all values.
    Seen,
}

/// The usual scales, the likeliest first: the narrowest of those that hold all answers.
const USUAL: [(f64, f64); 7] = [(1.0, 5.0), (1.0, 7.0), (0.0, 5.0), (1.0, 10.0), (0.0, 10.0), (-2.0, 2.0), (-3.0, 3.0)];
/// The one of answers that lie on none of those.
const PERCENT: (f64, f64) = (0.0, 100.0);

impl Scale {
    /// The scale that a text names: `0-10`, `1 to 5`, `(1–7)`, `out of 10`, `NPS`, `CSAT`.
    pub fn said(text: &str) -> Option<Scale> {
        let text = text.to_lowercase().replace(['–', '—'], "-");
        let words: Vec<&str> =
            text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ':' | '?')).collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let number = |word: &str| word.replace('−', "-").parse::<f64>().ok();
        let pair = |low: Option<f64>, high: Option<f64>| {
            let usual =
                |low: f64, high: f64| low < high && (-10.0..=1.0).contains(&low) && (2.0..=100.0).contains(&high);
            match (low, high) {
                (Some(low), Some(high)) if usual(low, high) => {
                    Some(Scale { low, high, known: Known::Said, reversed: false })
                }
                _ => None,
            }
        };
        let dashed = |word: &&str| {
            let at = word.char_indices().skip(1).find(|(_, c)| *c == '-').map(|(at, _)| at)?;
            pair(number(word.get(..at)?), number(word.get(at + 1..)?.trim_start_matches('+')))
        };
        let spelt = |three: &[&str]| match three {
            [low, "to" | "bis" | "à" | "-", high] => pair(number(low), number(high)),
            ["out", "of", high] => pair(Some(if *high == "5" || *high == "7" { 1.0 } else { 0.0 }), number(high)),
            _ => None,
        };
        let named = || {
            let has = |name: &str| words.iter().any(|word| word.trim_matches(|c: char| !c.is_alphanumeric()) == name);
            let nps = has("nps") || text.contains("net promoter") || text.contains("likely are you to recommend");
            match (nps, has("csat")) {
                (true, _) => pair(Some(0.0), Some(10.0)),
                (_, true) => pair(Some(1.0), Some(5.0)),
                _ => None,
            }
        };
        words.iter().find_map(dashed).or_else(|| words.windows(3).find_map(spelt)).or_else(named)
    }

    /// The usual scales that hold values from `low` to `high`, the likeliest first. Where they are several, the values alone do not
    /// tell which it is.
    pub fn readings(low: f64, high: f64) -> Vec<Scale> {
        let holds = |(from, to): &(f64, f64)| low >= *from && high <= *to;
        // A scale below 0 is one of answers below 0.
        let is_like = |(from, _): &(f64, f64)| (*from < 0.0) == (low < 0.0);
        let seen = |(low, high): (f64, f64)| Scale { low, high, known: Known::Seen, reversed: false };
        let usual: Vec<Scale> = USUAL.into_iter().filter(holds).filter(is_like).map(seen).collect();
        if usual.is_empty() { Some(PERCENT).filter(holds).map(seen).into_iter().collect() } else { usual }
    }

    /// Whether this is the scale of the question whether one would recommend.
    pub fn is_nps(&self) -> bool {
        self.low == 0.0 && self.high == 10.0
    }

    /// The scores that count as satisfied: the two best ones of a scale of five or seven.
    pub fn satisfied(&self) -> Option<std::ops::RangeInclusive<f64>> {
        let two = if self.reversed { self.low..=self.low + 1.0 } else { self.high - 1.0..=self.high };
        (self.low == 1.0 && (self.high == 5.0 || self.high == 7.0)).then_some(two)
    }

    /// A mean score as an emotion in tenths, −30 to 30.
    pub fn emotion_tenths(&self, mean: f64) -> i32 {
        let upwards = (mean - self.low) / (self.high - self.low) * 60.0 - 30.0;
        let tenths = if self.reversed { -upwards } else { upwards }.round();
        // The clamp keeps it within an i32, and a mean that is no number gives 0.
        tenths.clamp(-30.0, 30.0) as i32
    }

    /// `0 to 10`.
    pub fn words(&self) -> String {
        say!(shape_scale, low = self.low, high = self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_may_say_its_scale() {
        for (text, ends) in [
            ("On a scale of 0-10, how would you rate us?", Some((0.0, 10.0))),
            ("Satisfaction (1–5)", Some((1.0, 5.0))),
            ("Rate it from 1 to 7", Some((1.0, 7.0))),
            ("score out of 10", Some((0.0, 10.0))),
            ("-3-3", Some((-3.0, 3.0))),
            ("NPS", Some((0.0, 10.0))),
            ("CSAT", Some((1.0, 5.0))),
            ("How likely are you to recommend us?", Some((0.0, 10.0))),
            ("score", None),
            ("2019-11", None),
            ("week 40-41", None),
        ] {
            assert_eq!(Scale::said(text).map(|scale| (scale.low, scale.high)), ends, "{text}");
        }
    }

    #[test]
    fn values_are_tried_on_the_usual_scales() {
        let readings =
            |low, high| Scale::readings(low, high).into_iter().map(|scale| (scale.low, scale.high)).collect::<Vec<_>>();
        assert_eq!(readings(1.0, 4.0), [(1.0, 5.0), (1.0, 7.0), (0.0, 5.0), (1.0, 10.0), (0.0, 10.0)]);
        assert_eq!(readings(1.0, 6.0), [(1.0, 7.0), (1.0, 10.0), (0.0, 10.0)]);
        assert_eq!(readings(0.0, 4.0), [(0.0, 5.0), (0.0, 10.0)]);
        assert_eq!(readings(0.0, 9.0), [(0.0, 10.0)]);
        assert_eq!(readings(1.0, 8.0), [(1.0, 10.0), (0.0, 10.0)]);
        assert_eq!(readings(8.0, 10.0), [(1.0, 10.0), (0.0, 10.0)], "nobody gave the lowest, whichever it is");
        assert_eq!(readings(-1.0, 2.0), [(-2.0, 2.0), (-3.0, 3.0)]);
        assert_eq!(readings(-3.0, 2.0), [(-3.0, 3.0)]);
        assert_eq!(readings(0.0, 87.0), [(0.0, 100.0)]);
        assert_eq!(readings(-50.0, 3.0), []);
    }

    #[test]
    fn the_ends_of_a_scale_are_the_ends_of_the_emotion() {
        let scale = Scale::said("1-5").unwrap();
        let tenths: Vec<i32> = [1.0, 2.0, 3.0, 4.2, 5.0].map(|mean| scale.emotion_tenths(mean)).into();
        assert_eq!(tenths, [-30, -15, 0, 18, 30]);
        assert_eq!(scale.emotion_tenths(f64::NAN), 0);
        assert_eq!(Scale::said("0-10").unwrap().emotion_tenths(10.0), 30);
    }
}
