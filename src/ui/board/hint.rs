//! The line at the foot of a board that has just been begun: what can be done next, until it was done once.

use crate::scene::FaceStyle;
use crate::session::{Command, Intent, Session};
use crate::store::Hint;
use crate::theme::{Icon, size};
use crate::ui::style;
use crate::ui::widgets::{icon_button_ui, icon_ui};
use egui::{
    Align, CornerRadius, Frame, Id, Layout, Rect, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit,
    pos2, vec2,
};
use touchline_words::say;

/// From the board's lower edge, over its scroll bar.
const ABOVE: f32 = 20.0;
/// The widest, and the narrowest room in which it is shown.
const WIDTH: f32 = 560.0;
const LEAST_ROOM: f32 = 300.0;

/// How the thing of a hint is done.
pub fn how(hint: Hint) -> String {
    let keys = |command: Command| command.keys().unwrap_or_default();
    match hint {
        Hint::Stage => say!(ui_hint_stage, keys = keys(Command::AddStage)),
        Hint::Touchpoint => say!(ui_hint_touchpoint, keys = keys(Command::AddTouchpoint)),
        Hint::Face => say!(ui_hint_face).to_owned(),
        Hint::Data => say!(ui_hint_data, keys = keys(Command::Import)),
    }
}

pub fn icon(hint: Hint) -> Icon {
    match hint {
        Hint::Stage => Icon::Stage,
        Hint::Touchpoint => Icon::Plus,
        Hint::Face => Icon::Smile,
        Hint::Data => Icon::Table,
    }
}

/// Shows what is hinted at at the foot of `area`; what an empty map hints at stands in its middle.
pub fn hint_ui(ui: &mut Ui, area: Rect, session: &Session, intents: &mut Vec<Intent>) {
    let shown = session.hint().filter(|hint| *hint != Hint::Stage && area.width() >= LEAST_ROOM);
    let Some(hint) = shown else { return };
    let theme = style::theme(ui.ctx());
    let text = how(hint);
    let width = WIDTH.min(area.width() - 40.0);
    let font = style::font(FaceStyle::Medium, size::UI);
    let ink = style::color(theme.ink);
    let galley = ui.painter().layout(text.clone(), font.clone(), ink, width - 92.0);
    let size = vec2(galley.size().x + 92.0, galley.size().y + 20.0);
    let place = Rect::from_center_size(pos2(area.center().x, area.bottom() - ABOVE - size.y / 2.0), size);
    let frame = Frame::new()
        .fill(style::color(theme.surface))
        .stroke(Stroke::new(1.0, style::color(theme.accent)))
        .corner_radius(CornerRadius::same(10))
        .shadow(ui.ctx().global_style().visuals.popup_shadow);
    ui.painter().add(frame.paint(place));
    let note = ui.interact(place, Id::unique("board hint"), Sense::hover());
    note.widget_info(|| WidgetInfo::labeled(Role::Note, true, text.as_str()));
    note.ctx.accesskit_node_builder(note.id, |node| node.set_live(accesskit::Live::Polite));
    let inside = UiBuilder::new().max_rect(place.shrink2(vec2(14.0, 4.0))).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(inside, |ui| {
        icon_ui(ui, icon(hint), 18.0, theme.accent);
        ui.add_space(4.0);
        ui.add(egui::Label::new(RichText::new(text.as_str()).font(font).color(ink)).wrap());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button_ui(ui, Icon::Close, say!(ui_hint_away)).clicked() {
                intents.push(Intent::Learnt(hint));
            }
        });
    });
}
