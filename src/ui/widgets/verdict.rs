//! The verdict on a metric as a pennant: colour, sign and words.

use super::chip::{Tone, pennant_ui};
use crate::behaviour::scorecard::Verdict;
use egui::{Response, Sense, Ui};
use touchline_words::say;

/// Shows a verdict; `None` says that nothing is counted yet.
pub fn verdict_ui(ui: &mut Ui, verdict: Option<Verdict>, sense: Sense) -> Response {
    let (sign, words, tone) = match verdict {
        Some(Verdict::Met) => ("✓", Verdict::Met.words(), Tone::Good),
        Some(Verdict::NotMet) => ("!", Verdict::NotMet.words(), Tone::Bad),
        Some(Verdict::CannotTell) => ("?", Verdict::CannotTell.words(), Tone::Warn),
        Some(Verdict::NeedsTrend) => ("–", Verdict::NeedsTrend.words(), Tone::Neutral),
        None => ("–", say!(ui_no_value_yet), Tone::Neutral),
    };
    pennant_ui(ui, sign, words, tone, sense)
}
