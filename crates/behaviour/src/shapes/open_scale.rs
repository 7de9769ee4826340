//! The scale of answers that no word says: taken where one usual scale alone holds them all, asked where several do.
//!
//! Answers from 1 to 5 may be on a scale from 0 to 10 as well. Until a person says which, they have a mean and no emotion.

use serde::Serialize;
use touchline_words::direction::Listed;
use touchline_words::say;

use super::answers::Scores;
use super::header::short;
use super::scale::{Known, Scale};
use crate::recognise::SaidScale;

/// Answers to one question, or in one column of scores, of whose scale nothing speaks and which several usual ones hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OpenScale {
    /// The question, or the column of the scores.
    pub name: String,
    pub answers: u64,
    pub lowest: f64,
    pub highest: f64,
    /// The scales that hold them all, the likeliest first.
    pub readings: Vec<Scale>,
    /// The one that a person has named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Scale>,
}

/// The answers that lie on one scale together.
#[derive(Debug, Default)]
pub(super) struct Pool {
    answers: u64,
    ends: Option<(f64, f64)>,
}

impl Pool {
    /// Adds answers of whose scale nothing speaks.
    pub fn add(&mut self, scores: &Scores) {
        let ends = scores.given.first_key_value().zip(scores.given.last_key_value());
        let Some(((low, _), (high, _))) = ends.filter(|_| scores.is_of_unsaid_scale()) else { return };
        let (low, high) = (*low as f64 / 1000.0, *high as f64 / 1000.0);
        let (least, most) = self.ends.unwrap_or((low, high));
        self.ends = Some((low.min(least), high.max(most)));
        self.answers = scores.given.values().fold(self.answers, |sum, count| sum.saturating_add(*count));
    }

    /// The scale that a person has named, or the only usual one that holds the answers; and what is to be asked where there are
    /// several.
    pub fn settle(&self, name: &str, said: &[SaidScale]) -> (Option<Scale>, Option<OpenScale>) {
        let Some((lowest, highest)) = self.ends else { return (None, None) };
        let readings = Scale::readings(lowest, highest);
        let named = said.iter().rev().find(|one| one.is_of(name));
        let named = named.map(|one| Scale { low: one.low, high: one.high, known: Known::Said, reversed: false });
        let chosen = named.filter(|scale| scale.low <= lowest && highest <= scale.high);
        let seen = chosen.or(readings.first().copied().filter(|_| readings.len() == 1));
        let open = OpenScale { name: name.to_owned(), answers: self.answers, lowest, highest, readings, chosen };
        (seen, Some(open).filter(|open| open.readings.len() > 1))
    }
}

impl OpenScale {
    /// What a person has to know, while nobody has chosen.
    pub(super) fn told(&self) -> Option<String> {
        let readings: Vec<String> = self.readings.iter().map(Scale::words).collect();
        let said = || {
            say!(
                shape_told_scale_open,
                name = short(&self.name),
                answers = self.answers,
                low = self.lowest,
                high = self.highest,
                readings = readings.listed(", ")
            )
        };
        self.chosen.is_none().then(said)
    }
}
