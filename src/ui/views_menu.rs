//! The saved views: a button that says which one is looked at, and opens the list of them.

use super::style;
use super::widgets::{entry_ui, muted_ui, paint_icon};
use crate::scene::FaceStyle;
use crate::session::flows::{FilterMsg, Msg};
use crate::session::{Command, Intent, Session};
use crate::theme::{Icon, Theme, size};
use crate::ui::screen::words::Words;
use egui::{Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use touchline_words::say;

const HEIGHT: f32 = 26.0;
/// Left and right of the name.
const AROUND: f32 = 54.0;
/// A longer name ends in `…`.
const WIDEST: f32 = 160.0;

/// How wide the button is, in points.
pub fn width(ui: &Ui, session: &Session) -> f32 {
    let chosen = session.flows().filter().chosen().and_then(|id| session.map().views.get(&id));
    let name = chosen.map_or(say!(ui_views), |view| view.name.as_str());
    let font = style::font(FaceStyle::SemiBold, size::UI);
    AROUND + Words::new(ui.painter(), name, font, egui::Color32::BLACK, WIDEST).size().x
}

/// Shows the button; a dot in it says that what is looked at is another than the view says.
pub fn views_menu_ui(ui: &mut Ui, session: &Session, intents: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    let filtering = session.flows().filter();
    let map = session.map();
    let chosen = filtering.chosen().and_then(|id| Some((id, map.views.get(&id)?)));
    let name = chosen.map_or(say!(ui_views), |(_, view)| view.name.as_str());
    let button = button_ui(ui, name, chosen.is_some() && session.is_view_changed(), &theme);
    let said = |msg: FilterMsg| Intent::Flow(Msg::Filter(msg));
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(180.0);
        let views = map.views_in_order();
        if views.is_empty() {
            muted_ui(ui, say!(ui_views_none));
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (id, view) in &views {
                let is_chosen = chosen.is_some_and(|(chosen, _)| chosen == *id);
                if ui.push_id(id, |ui| entry_ui(ui, is_chosen, view.name.as_str())).inner.clicked() {
                    intents.push(said(FilterMsg::Choose(*id)));
                }
            }
        });
        ui.separator();
        if entry_ui(ui, false, say!(ui_views_whole)).clicked() {
            intents.extend([Intent::Lens(None), said(FilterMsg::Clear)]);
        }
        if let Some((id, view)) = chosen {
            if session.is_view_changed() && entry_ui(ui, false, say!(ui_views_update, name = view.name)).clicked() {
                intents.push(said(FilterMsg::Save(view.name.clone())));
            }
            if entry_ui(ui, false, say!(ui_views_edit)).clicked() {
                intents.push(said(FilterMsg::Edit(id)));
            }
        }
        if entry_ui(ui, false, say!(ui_views_save)).clicked() {
            intents.push(Intent::Command(Command::SaveView));
        }
    });
}

fn button_ui(ui: &mut Ui, name: &str, is_changed: bool, theme: &Theme) -> Response {
    let font = style::font(FaceStyle::SemiBold, size::UI);
    let words = Words::new(ui.painter(), name, font, style::color(theme.ink), WIDEST);
    let dot = if is_changed { 10.0 } else { 0.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(AROUND + words.size().x + dot, HEIGHT), Sense::click());
    let label = if is_changed { say!(ui_views_label_changed, name) } else { say!(ui_views_label, name) };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let lit = response.hovered() || response.has_focus();
    let ground = if lit { theme.hover } else { theme.surface };
    let edge = if response.has_focus() { theme.accent } else { theme.hairline };
    ui.painter().rect(rect, 6.0, style::color(ground), Stroke::new(1.0, style::color(edge)), StrokeKind::Inside);
    let icon = Rect::from_center_size(rect.left_center() + vec2(15.0, 0.0), Vec2::splat(14.0));
    paint_icon(ui.painter(), Icon::Bookmark, icon, theme.accent);
    let at = pos2(rect.left() + 28.0, rect.center().y - words.size().y / 2.0);
    let end = at.x + words.size().x;
    words.paint(ui.painter(), at);
    if is_changed {
        ui.painter().circle_filled(pos2(end + 8.0, rect.center().y), 2.5, style::color(theme.accent));
    }
    let arrow = Rect::from_center_size(rect.right_center() - vec2(13.0, 0.0), Vec2::splat(10.0));
    paint_icon(ui.painter(), Icon::ChevronDown, arrow, theme.muted);
    response.on_hover_text(label)
}
