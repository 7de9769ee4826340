//! Small parts that every panel is made of. Each paints itself from the theme and names itself to screen readers.
//!
//! They know no map and no session: text and values in, a response or a new value out.

mod boxed;
mod button;
mod caption;
mod chip;
mod choice;
mod composed;
mod field;
mod fold;
mod framed;
mod icon;
mod pasted;
mod tabs;
mod tick;
mod unbound;
mod verdict;
mod words;
mod written;

pub use boxed::{Boxed, box_buttons_ui, box_ui, firm_box_ui, room_ui, show_scroll_bar};
pub use button::{
    COMPACT, compact_button_ui, danger_button_ui, default_button_ui, icon_button_ui, link_button_ui, primary_button_ui,
    secondary_button_ui, tall,
};
pub use caption::{caption_ui, field_label_ui, heading_ui, muted_ui, panel_title_ui, title_ui};
pub use chip::{Tone, add_chip_ui, chip_ui, chip_width, pennant_size, pennant_ui, pill_ui, removable_chip_ui};
pub use choice::{bare_combo_ui, chevron, combo_ui, entry_ui, ticked_combo_ui};
pub use field::{bare_field_ui, committed_field_ui, password_field_ui, text_area_ui, text_field_ui};
pub use fold::{Side, edge_handle_ui, fold_handle_ui};
pub use framed::{good_ui, problem_ui, question_ui};
pub use icon::{icon_ui, outlines, paint_icon, paint_outline, scene_rect};
pub use pasted::{is_several_lines, take_lines};
pub use tabs::tabs_ui;
pub use tick::tick;
pub use verdict::verdict_ui;
pub use words::{capital, cut_words_ui, words_ui};
pub use written::WritingField;

use super::style;
use egui::{Painter, Rect, Response, Stroke, StrokeKind};

/// The ring around what the keyboard would act on.
pub(super) fn paint_focus(painter: &Painter, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        let theme = style::theme(painter.ctx());
        painter.rect_stroke(
            rect.expand(1.0),
            radius + 1.0,
            Stroke::new(2.0, style::color(theme.accent)),
            StrokeKind::Outside,
        );
    }
}
