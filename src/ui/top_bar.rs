//! The bar at the top: mark, menus, the map's title and whether it is saved, import and export.

use super::menu::{MenuState, menus_ui};
use super::screen::words::Words;
use super::spots::{self, Spot};
use super::start::paint_mark;
use super::style;
use super::widgets::{WritingField, primary_button_ui, secondary_button_ui};
use crate::model::RecordRef;
use crate::scene::FaceStyle;
use crate::session::{Command, Intent, TextOf, Writing};
use crate::theme::size;
use egui::{
    Align, Align2, FontId, Id, Layout, Rect, Role, Sense, TextStyle, TextWrapMode, Ui, UiBuilder, WidgetInfo,
    WidgetText, pos2, vec2,
};
use touchline_words::say;

/// In logical pixels.
pub const HEIGHT: f32 = 48.0;

/// What the bar shows.
pub struct TopBarView<'a> {
    pub title: &'a str,
    /// What is being written.
    pub writing: &'a Writing,
    /// `saved · lumen-kids.ron`.
    pub save_state: &'a str,
    pub menus: MenuState<'a>,
}

/// Shows the bar; what was asked for goes to `out`.
pub fn top_bar_ui(ui: &mut Ui, view: &TopBarView<'_>, out: &mut Vec<Intent>) {
    let bar = ui.max_rect();
    let left = left_ui(ui, bar, view, out);
    let right = right_ui(ui, bar, left, view, out);
    let room = Rect::from_min_max(pos2(left + GAP, bar.top()), pos2(right - GAP, bar.bottom()));
    title_ui(ui, bar, room, view, out);
}

/// Mark, name and menus; gives back where they end.
fn left_ui(ui: &mut Ui, bar: Rect, view: &TopBarView<'_>, out: &mut Vec<Intent>) -> f32 {
    let theme = style::theme(ui.ctx());
    paint_mark(ui, Rect::from_center_size(pos2(bar.left() + 25.0, bar.center().y + 1.0), vec2(22.0, 22.0)), &theme);
    let name = ui.painter().text(
        pos2(bar.left() + 46.0, bar.center().y),
        Align2::LEFT_CENTER,
        "Touchline",
        style::font(FaceStyle::Bold, size::HEADING),
        style::color(theme.ink),
    );
    let menus = Rect::from_min_max(pos2(name.right() + 12.0, bar.top()), bar.max);
    let layout = Layout::left_to_right(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(menus).layout(layout), |ui| {
        let (chosen, end) = menus_ui(ui, &view.menus);
        out.extend(chosen.map(Intent::Command));
        end
    });
    shown.inner
}

/// Between the menus and the buttons at least.
const GAP: f32 = 16.0;
/// A narrower window has no button that presents: its key and its menu do it.
const PRESENTS_FROM: f32 = 1000.0;

/// Present, import and export, as far as there is room at the right of the menus; gives back where they begin.
fn right_ui(ui: &mut Ui, bar: Rect, menus: f32, view: &TopBarView<'_>, out: &mut Vec<Intent>) -> f32 {
    let room = bar.with_max_x(bar.right() - 18.0);
    let layout = Layout::right_to_left(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        ui.spacing_mut().button_padding.x = 24.0;
        let mut button = |clicked: bool, command: Command| {
            if clicked && (view.menus.can)(command) {
                out.push(Intent::Command(command));
            }
        };
        button(primary_button_ui(ui, say!(export)).clicked(), Command::Export);
        ui.spacing_mut().button_padding.x = 14.0;
        // Its key and its menu do it, too.
        let words = WidgetText::from(say!(ui_import_data));
        let words = words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Button);
        let needed = words.size().x + 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
        if ui.min_rect().left() - needed > menus + GAP {
            let import = secondary_button_ui(ui, say!(ui_import_data));
            spots::keep(ui.ctx(), Spot::Import, import.rect);
            button(import.clicked(), Command::Import);
        }
        // Where there is little room, what is said of saving comes first.
        if bar.width() >= PRESENTS_FROM {
            let keys = Command::Present.keys().unwrap_or_default();
            let presents = secondary_button_ui(ui, Command::Present.name()).on_hover_text(keys);
            button(presents.clicked(), Command::Present);
        }
        ui.min_rect().left()
    });
    shown.inner
}

/// How wide the map's title is at least.
const LEAST_TITLE: f32 = 60.0;

/// Stands in the window's memory while the title is written.
#[derive(Clone)]
struct TitleOpen;

fn title_ui(ui: &mut Ui, bar: Rect, room: Rect, view: &TopBarView<'_>, out: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    let id = Id::unique("map title");
    let font = style::font(FaceStyle::SemiBold, size::UI);
    let width = room.width().clamp(LEAST_TITLE, 460.0);
    let middle = if bar.center().x - width / 2.0 > room.left() && bar.center().x + width / 2.0 < room.right() {
        bar.center().x
    } else {
        room.center().x
    };
    let line = Rect::from_center_size(pos2(middle, bar.top() + 18.0), vec2(width, 22.0));
    if ui.data(|data| data.get_temp::<TitleOpen>(id)).is_some() {
        title_field_ui(ui, id, line, font, view, out);
    } else if room.width() >= LEAST_TITLE {
        let shown = if view.title.trim().is_empty() { say!(ui_untitled_map) } else { view.title };
        let words = Words::new(ui.painter(), shown, font, style::color(theme.ink), width - 20.0);
        let hot = Rect::from_center_size(line.center(), words.size() + vec2(20.0, 6.0));
        let response = ui.interact(hot, id.with("shown"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say!(ui_top_title)));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(hot, f32::from(style::RADIUS), style::color(theme.hover.over(theme.ink, 0.97)));
        }
        let corner = line.center() - words.size() / 2.0;
        words.paint(ui.painter(), corner);
        if response.on_hover_text(say!(ui_top_rename)).clicked() {
            ui.data_mut(|data| data.insert_temp(id, TitleOpen));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
    // No wider than there is room between the menus and the buttons; the window's own title has a mark for it too.
    if room.width() < LEAST_TITLE {
        return;
    }
    let state = Words::new(ui.painter(), view.save_state, style::small(), style::color(theme.muted), width);
    let place = Rect::from_center_size(pos2(middle, bar.top() + 36.0), state.size());
    let said = ui.interact(place, id.with("state"), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Label, true, view.save_state));
    state.paint(ui.painter(), place.min);
}

fn title_field_ui(ui: &mut Ui, id: Id, line: Rect, font: FontId, view: &TopBarView<'_>, out: &mut Vec<Intent>) {
    let of = TextOf::title(RecordRef::Map);
    let before = view.writing.text(&of).unwrap_or(view.title);
    let mut text = before.to_owned();
    let response = ui.put(line, |ui: &mut Ui| {
        let field = WritingField { id: Some(id), align: Align2::CENTER_CENTER, ..WritingField::line(&mut text, font) };
        field.show(ui, |edit| edit.margin(vec2(8.0, 2.0)).desired_width(line.width()).min_size(line.size()))
    });
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(say!(ui_top_title)));
    let escaped = ui.input(|input| input.key_pressed(egui::Key::Escape));
    if !escaped && text != before {
        out.push(Intent::Write { of: of.clone(), text });
    }
    if escaped || response.lost_focus() {
        ui.data_mut(|data| data.remove::<TitleOpen>(id));
        out.push(if escaped { Intent::DropText(of) } else { Intent::EndText(of) });
    }
}
