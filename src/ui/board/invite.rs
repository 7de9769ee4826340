//! What an empty map says: how to begin, quietly and in the middle.

use crate::scene::FaceStyle;
use crate::session::{Command, Intent};
use crate::theme::{Icon, size};
use crate::ui::style;
use crate::ui::widgets::{icon_ui, secondary_button_ui};
use egui::{Align, Layout, Rect, RichText, Ui, UiBuilder, pos2, vec2};
use touchline_words::say;

const SIZE: egui::Vec2 = vec2(260.0, 132.0);
/// From the board's edge to the middle of the words.
const BESIDE: f32 = SIZE.x / 2.0 + 8.0;

/// In the middle of `area`, or as far right of it as `board` needs, in points.
pub fn invite_ui(ui: &mut Ui, area: Rect, board: Rect, intents: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    let beside = if board.intersects(area) { board.right() + BESIDE } else { area.left() };
    let x = area.center().x.max(beside).min(area.right() - SIZE.x / 2.0);
    let place = Rect::from_center_size(pos2(x, area.center().y), SIZE.min(area.size()));
    let layout = Layout::top_down(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(place).layout(layout), |ui| {
        icon_ui(ui, Icon::Stage, 28.0, theme.neutral);
        ui.add_space(4.0);
        let title = RichText::new(say!(ui_board_invite_title)).font(style::font(FaceStyle::Bold, size::HEADING));
        ui.label(title.color(style::color(theme.ink)));
        let keys = Command::AddStage.keys().unwrap_or_default();
        let more = say!(ui_board_invite_keys, keys);
        ui.label(RichText::new(more).font(style::body()).color(style::color(theme.muted)));
        ui.add_space(6.0);
        if secondary_button_ui(ui, say!(ui_board_invite_add)).clicked() {
            intents.push(Intent::Command(Command::AddStage));
        }
    });
}
