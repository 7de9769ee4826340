//! Words that say what stands below them.

use super::{cut_words_ui, words_ui};
use crate::scene::{Color, FaceStyle};
use crate::theme::size;
use crate::ui::style;
use egui::{Response, Ui};

/// Small capitals over a group: `STAGES`.
pub fn caption_ui(ui: &mut Ui, text: &str) -> Response {
    let muted = style::theme(ui.ctx()).muted;
    line_ui(ui, &text.to_uppercase(), FaceStyle::Bold, size::UI_SMALL, muted)
}

/// The name of a field, above it.
pub fn field_label_ui(ui: &mut Ui, text: &str) -> Response {
    let muted = style::theme(ui.ctx()).muted;
    line_ui(ui, text, FaceStyle::Medium, size::UI_SMALL, muted)
}

/// A heading of 15, bold.
pub fn heading_ui(ui: &mut Ui, text: &str) -> Response {
    let ink = style::theme(ui.ctx()).ink;
    line_ui(ui, text, FaceStyle::Bold, size::HEADING, ink)
}

/// A title of 17, bold.
pub fn title_ui(ui: &mut Ui, text: &str) -> Response {
    let ink = style::theme(ui.ctx()).ink;
    line_ui(ui, text, FaceStyle::Bold, size::TITLE, ink)
}

/// The same over a panel, in as many lines as it takes.
pub fn panel_title_ui(ui: &mut Ui, text: &str) -> Response {
    let ink = style::theme(ui.ctx()).ink;
    words_ui(ui, text, style::font(FaceStyle::Bold, size::TITLE), style::color(ink))
}

/// A second line, wrapped.
pub fn muted_ui(ui: &mut Ui, text: &str) -> Response {
    let muted = style::theme(ui.ctx()).muted;
    words_ui(ui, text, style::small(), style::color(muted))
}

fn line_ui(ui: &mut Ui, text: &str, face: FaceStyle, size: f32, ink: Color) -> Response {
    cut_words_ui(ui, text, style::font(face, size), style::color(ink))
}
