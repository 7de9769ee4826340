//! What an empty map says: how to begin, quietly and in the middle.

use super::hint::{how, icon};
use crate::scene::FaceStyle;
use crate::session::{Command, Intent, Session};
use crate::store::Hint;
use crate::theme::{Icon, size};
use crate::ui::style;
use crate::ui::widgets::{icon_ui, secondary_button_ui};
use egui::{Align, Layout, Rect, RichText, Sense, Ui, UiBuilder, pos2, vec2};
use touchline_words::say;

const SIZE: egui::Vec2 = vec2(300.0, 132.0);
/// A line of what comes after the first stage.
const LINE: f32 = 34.0;
/// From the board's edge to the middle of the words.
const BESIDE: f32 = SIZE.x / 2.0 + 8.0;

/// In the middle of `area`, or as far right of it as `board` needs, in points.
pub fn invite_ui(ui: &mut Ui, area: Rect, board: Rect, session: &Session, intents: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    // What comes after the first stage, as long as it was never done.
    let next: Vec<Hint> = session.unlearnt().filter(|hint| *hint != Hint::Stage).collect();
    let size = SIZE + vec2(0.0, if next.is_empty() { 0.0 } else { 22.0 + LINE * next.len() as f32 });
    let beside = if board.intersects(area) { board.right() + BESIDE } else { area.left() };
    let x = area.center().x.max(beside).min(area.right() - SIZE.x / 2.0);
    let place = Rect::from_center_size(pos2(x, area.center().y), size.min(area.size()));
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
        if !next.is_empty() {
            ui.add_space(16.0);
            next.into_iter().for_each(|hint| line_ui(ui, hint));
        }
    });
}

/// A thing to do later, with its sign.
fn line_ui(ui: &mut Ui, hint: Hint) {
    let theme = style::theme(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(SIZE.x, LINE), Sense::hover());
    let inside = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(inside, |ui| {
        icon_ui(ui, icon(hint), 15.0, theme.neutral);
        ui.add_space(4.0);
        let text = RichText::new(how(hint)).font(style::small()).color(style::color(theme.muted));
        ui.add(egui::Label::new(text).wrap());
    });
}
