//! The answers to one question: counted by score, without those that are none, and as the figures of an item.

use std::collections::BTreeMap;

use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::answer::is_code;
use super::likert::{Ladder, Strength};
use super::pipeline::Share;
use super::scale::{Known, Scale};
use crate::scorecard::{Estimate, net_promoter};

/// The answers about one touchpoint, or to one question, of one segment or of all.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    pub name: String,
    /// `None` is everybody.
    pub segment: Option<String>,
    pub answered: u64,
    pub blank: u64,
    pub scale: Option<Scale>,
    pub mean: Option<f64>,
    /// The mean as an emotion, −30 to 30.
    pub emotion_tenths: Option<i32>,
    pub nps: Option<Nps>,
    pub satisfied: Option<Share>,
}

/// A net promoter score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Nps {
    pub promoters: u64,
    pub passives: u64,
    pub detractors: u64,
    /// −100 to 100, with its 95 % interval.
    pub nps: f64,
    pub low: f64,
    pub high: f64,
}

impl Nps {
    /// `None` where nobody answered.
    pub fn of(promoters: u64, passives: u64, detractors: u64) -> Option<Nps> {
        let n = promoters.checked_add(passives)?.checked_add(detractors)?;
        if n == 0 {
            return None;
        }
        // Promoters less detractors over n, in one division, so that no digit is lost.
        let nps = (promoters as f64 - detractors as f64) / n as f64 * 100.0;
        // The scorecard's interval, which has a width also where all say the same.
        let Estimate { low, high, .. } = net_promoter(promoters, detractors, n)?;
        Some(Nps { promoters, passives, detractors, nps, low, high })
    }
}

/// What was answered.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// How often each score was given, by its thousandths.
    pub given: BTreeMap<i64, u64>,
    pub blank: u64,
    pub said: Option<Scale>,
    /// The scale where no word says it, by all answers that lie on it.
    pub seen: Option<Scale>,
    pub promoters: [u64; 3],
    /// Answers in words of a usual scale, by how strongly they are meant: how many, and one of them.
    pub in_words: BTreeMap<Strength, (u64, String)>,
    /// Answers that say that there is none.
    pub none: BTreeMap<String, u64>,
    /// It asks whether one would recommend.
    pub recommends: bool,
    /// More is worse.
    pub reversed: bool,
}

pub(super) fn thousandths(number: f64) -> i64 {
    (number * 1000.0).round() as i64
}

pub(super) fn add<K: Ord>(counts: &mut BTreeMap<K, u64>, key: K, times: u64) {
    let count = counts.entry(key).or_default();
    *count = count.saturating_add(times);
}

/// The scores without the codes for no answer, and the words, by the places that all answers give them, where there are more of
/// them than numbers.
pub(super) fn settled(mut scores: Scores, ladder: Option<&Ladder>) -> Scores {
    let rest = || scores.given.keys().filter(|score| !is_code(**score));
    if let (Some(low), Some(high)) = (rest().min().copied(), rest().max().copied()) {
        // A code lies off the scale of the others: 99 on one to 10, −1 on one that begins at 0 or 1.
        let is_off = |score: &i64| {
            is_code(*score) && (*score > 10_000.max(high) && high <= 10_000 || *score < 0 && low >= 0 && high > 3_000)
        };
        let codes: Vec<(i64, u64)> =
            scores.given.iter().filter(|(score, _)| is_off(score)).map(|(s, n)| (*s, *n)).collect();
        for (code, count) in codes {
            scores.given.remove(&code);
            add(&mut scores.none, (code / 1000).to_string(), count);
        }
    }
    let sum = |counts: &mut dyn Iterator<Item = u64>| counts.fold(0_u64, u64::saturating_add);
    let (words, numbers) =
        (sum(&mut scores.in_words.values().map(|(count, _)| *count)), sum(&mut scores.given.values().copied()));
    match ladder.filter(|_| words > numbers) {
        Some(ladder) => {
            let placed = |(strength, (count, _)): (&Strength, &(u64, String))| {
                Some((ladder.place(*strength)? as i64 * 1000, *count))
            };
            let mut given = BTreeMap::new();
            scores.in_words.iter().filter_map(placed).for_each(|(place, count)| add(&mut given, place, count));
            scores.given = given;
            scores.blank = scores.blank.saturating_add(numbers);
            scores.said = Some(Scale { low: 1.0, high: ladder.steps as f64, known: Known::Said, reversed: false });
            scores.reversed = false;
        }
        None => {
            scores.blank = scores.blank.saturating_add(words);
            scores.in_words.clear();
        }
    }
    scores
}

/// Which place each word has that was chosen, the worst first; nothing where numbers count.
pub(super) fn words_of(scores: &Scores, ladder: Option<&Ladder>) -> Option<String> {
    let (ladder, words) = (ladder?, scores.in_words.iter());
    let place = |(strength, (_, word)): (&Strength, &(u64, String))| {
        Some(say!(shape_word_is, word, place = ladder.place(*strength)?))
    };
    let list: Vec<String> = words.filter_map(place).collect();
    Some(say!(shape_words_are, steps = ladder.steps, list = list.listed(", "))).filter(|_| !list.is_empty())
}

/// What a person has to know of the answers to one question; that its scale is open is told beside them.
pub(super) fn told_of(scores: &Scores, name: &str, is_open: bool) -> Vec<String> {
    let mut told = Vec::new();
    if !scores.none.is_empty() {
        let answers: Vec<String> = scores.none.iter().map(|(answer, count)| format!("{answer} ({count})")).collect();
        told.push(say!(shape_told_no_answer, name, answers = answers.listed(", ")));
    }
    let scale = scale_of(scores);
    if scale.is_some_and(|scale| scale.reversed) {
        told.push(say!(shape_told_reversed, name));
    }
    if scale.is_none() && !scores.given.is_empty() && !is_open {
        told.push(say!(shape_told_no_scale, name));
    }
    told
}

/// Whether a net promoter score could be counted if somebody said that it asks whether one would recommend.
pub(super) fn may_recommend(scores: &Scores) -> bool {
    let is_whole = scores.given.keys().all(|score| score % 1000 == 0);
    !scores.given.is_empty() && is_whole && !scores.recommends && scale_of(scores).is_some_and(|scale| scale.is_nps())
}

impl Scores {
    /// Whether it asks to recommend, and every answer lies on the scale of that question.
    fn is_of_promoters(&self) -> bool {
        let ends = self.given.first_key_value().zip(self.given.last_key_value());
        self.recommends && ends.is_none_or(|((low, _), (high, _))| *low >= 0 && *high <= 10_000)
    }

    /// Whether neither its words nor what it asks for say its scale.
    pub fn is_of_unsaid_scale(&self) -> bool {
        self.said.is_none() && !self.is_of_promoters()
    }
}

/// The scale that is said, or seen.
fn scale_of(scores: &Scores) -> Option<Scale> {
    let seen = scores.seen.map(|scale| Scale { reversed: scores.reversed, ..scale });
    let of_promoters = Scale { low: 0.0, high: 10.0, known: Known::Said, reversed: false };
    scores.said.or(if scores.is_of_promoters() { Some(of_promoters) } else { seen })
}

/// The figures of one item.
pub(super) fn item(scores: Scores, name: String, segment: Option<String>) -> Item {
    let [promoters, passives, detractors] = scores.promoters;
    if let Some(nps) = Nps::of(promoters, passives, detractors) {
        let answered = promoters.saturating_add(passives).saturating_add(detractors);
        return Item {
            name,
            segment,
            answered,
            blank: 0,
            scale: None,
            mean: None,
            emotion_tenths: None,
            nps: Some(nps),
            satisfied: None,
        };
    }
    let answered: u64 = scores.given.values().fold(0, |sum, count| sum.saturating_add(*count));
    let sum: f64 = scores.given.iter().map(|(score, count)| *score as f64 / 1000.0 * *count as f64).sum();
    let mean = (answered > 0).then(|| sum / answered as f64);
    let scale = scale_of(&scores);
    let count = |from: f64, to: f64| -> u64 {
        let inside = |score: &i64| (from..=to).contains(&(*score as f64 / 1000.0));
        scores.given.iter().filter(|(score, _)| inside(score)).map(|(_, count)| *count).sum()
    };
    let whole = scores.given.keys().all(|score| score % 1000 == 0);
    let nps = scale.filter(|scale| scale.is_nps() && whole && scores.recommends);
    let nps = nps.and_then(|_| Nps::of(count(9.0, 10.0), count(7.0, 8.0), count(0.0, 6.0)));
    let satisfied = scale.and_then(|scale| scale.satisfied());
    let none = scores.none.values().fold(0_u64, |sum, count| sum.saturating_add(*count));
    Item {
        name,
        segment,
        answered,
        blank: scores.blank.saturating_add(none),
        scale,
        mean,
        emotion_tenths: mean.zip(scale).map(|(mean, scale)| scale.emotion_tenths(mean)),
        nps,
        satisfied: satisfied.map(|two| Share::of(count(*two.start(), *two.end()), answered)),
    }
}
