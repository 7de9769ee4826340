//! A coloured frame across a box: what keeps it from going on, or what it asks about.

use super::Tone;
use crate::scene::FaceStyle;
use crate::theme::size;
use crate::ui::style;
use egui::{Frame, Label, Margin, RichText, Ui};

/// What went wrong, with what to do.
pub fn problem_ui(ui: &mut Ui, problem: &str) {
    let ink = style::theme(ui.ctx()).bad_ink;
    framed_ui(ui, Tone::Bad, |ui| {
        ui.add(Label::new(RichText::new(problem).font(style::body()).color(style::color(ink))).wrap());
    });
}

/// What went well, for whoever has to be sure of it.
pub fn good_ui(ui: &mut Ui, words: &str) {
    let ink = style::theme(ui.ctx()).good_ink;
    framed_ui(ui, Tone::Good, |ui| {
        let font = style::font(FaceStyle::SemiBold, size::UI);
        ui.add(Label::new(RichText::new(words).font(font).color(style::color(ink))).wrap());
    });
}

/// A question that has to be answered, and below it what answers it. Once answered it is calm, and as large.
pub fn question_ui(ui: &mut Ui, question: &str, is_answered: bool, answers: impl FnOnce(&mut Ui)) {
    let tone = if is_answered { Tone::Neutral } else { Tone::Warn };
    let (ink, _, line) = tone.colors(&style::theme(ui.ctx()));
    framed_ui(ui, tone, |ui| {
        let font = style::font(FaceStyle::SemiBold, size::UI);
        let said = RichText::new(question).font(font).color(style::color(ink));
        ui.add(Label::new(said).wrap());
        ui.visuals_mut().widgets.inactive.bg_stroke.color = style::color(line);
        answers(ui);
    });
}

fn framed_ui(ui: &mut Ui, tone: Tone, add: impl FnOnce(&mut Ui)) {
    let (_, ground, _) = tone.colors(&style::theme(ui.ctx()));
    let frame = Frame::new().fill(style::color(ground)).corner_radius(7).inner_margin(Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui);
    });
}
