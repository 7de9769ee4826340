//! The bar at the top: mark, menus, the map's title and whether it is saved, import and export.

use super::menu::{MORE_WIDTH, MenuState, menu_widths, menus_ui};
use super::screen::words::Words;
use super::spots::{self, Spot};
use super::start::paint_mark;
use super::style;
use super::widgets::{COMPACT, WritingField, compact_button_ui, primary_button_ui, secondary_button_ui};
use crate::model::RecordRef;
use crate::scene::FaceStyle;
use crate::session::{Command, Intent, TextOf, Writing};
use crate::theme::{Icon, size};
use egui::{Align, Align2, Color32, FontId, Id, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
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
    let setting = Widths::of(ui).setting(bar.width());
    let left = left_ui(ui, bar, setting, view, out);
    let right = right_ui(ui, bar, setting, view, out);
    let room = Rect::from_min_max(pos2(left + GAP, bar.top()), pos2(right - GAP, bar.bottom()));
    title_ui(ui, bar, room, view, out);
}

/// Between the menus and the buttons at least.
const GAP: f32 = 16.0;
/// Where the menus begin behind the mark alone, and what else stands around the program's name.
const MARK: f32 = 46.0;
const NAME_GAP: f32 = 12.0;
/// At the right of the buttons.
const EDGE: f32 = 18.0;
/// Room for the title and what is said of saving, before menus go without room of their own.
const TITLE: f32 = 120.0;
const EXPORT_PADDING: f32 = 24.0;
const PADDING: f32 = 14.0;

/// How the bar is set in its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Setting {
    /// The program's name stands behind its mark.
    has_name: bool,
    /// The buttons say their words.
    has_words: bool,
    /// So many menus stand in the bar, the others in one at their end.
    menus: usize,
}

/// What the parts of the bar take of its width, in logical pixels.
struct Widths {
    name: f32,
    menus: Vec<f32>,
    /// Of the buttons, with the gaps between them.
    words: f32,
    icons: f32,
}

impl Widths {
    fn of(ui: &Ui) -> Self {
        let wide =
            |text: &str, font: FontId| ui.painter().layout_no_wrap(text.to_owned(), font, Color32::BLACK).size().x;
        let font = |face| style::font(face, size::UI);
        let gaps = 2.0 * ui.spacing().item_spacing.x;
        let words = wide(say!(export), font(FaceStyle::SemiBold)) + 2.0 * EXPORT_PADDING;
        let others = [say!(ui_import_data), Command::Present.name()];
        let others = others.map(|name| wide(name, font(FaceStyle::Medium)) + 2.0 * PADDING);
        Self {
            name: wide(NAME, style::font(FaceStyle::Bold, size::HEADING)) + NAME_GAP,
            menus: menu_widths(ui),
            words: words + others.iter().sum::<f32>() + gaps,
            icons: 3.0 * COMPACT + gaps,
        }
    }

    /// The fullest setting that has room: the name goes first, then the words of the buttons, then menu after menu.
    fn setting(&self, bar: f32) -> Setting {
        let all = self.menus.len();
        let full = Setting { has_name: true, has_words: true, menus: all };
        let bare = Setting { has_name: false, ..full };
        let icons = Setting { has_words: false, ..bare };
        let fewer = (0..all).rev().map(|menus| Setting { menus, ..icons });
        let mut settings = [full, bare, icons].into_iter().chain(fewer);
        settings.find(|setting| self.taken(*setting) + TITLE <= bar).unwrap_or(Setting { menus: 0, ..icons })
    }

    /// All but the title and the gaps beside it.
    fn taken(&self, Setting { has_name, has_words, menus }: Setting) -> f32 {
        let name = if has_name { self.name } else { 0.0 };
        let more = if menus < self.menus.len() { MORE_WIDTH } else { 0.0 };
        let buttons = if has_words { self.words } else { self.icons };
        MARK + name + self.menus.iter().take(menus).sum::<f32>() + more + 2.0 * GAP + buttons + EDGE
    }
}

/// Mark, name and menus; gives back where they end.
fn left_ui(ui: &mut Ui, bar: Rect, setting: Setting, view: &TopBarView<'_>, out: &mut Vec<Intent>) -> f32 {
    let theme = style::theme(ui.ctx());
    paint_mark(ui, Rect::from_center_size(pos2(bar.left() + 25.0, bar.center().y + 1.0), vec2(22.0, 22.0)), &theme);
    let mut left = bar.left() + MARK;
    if setting.has_name {
        let (font, ink) = (style::font(FaceStyle::Bold, size::HEADING), style::color(theme.ink));
        let name = ui.painter().text(pos2(left, bar.center().y), Align2::LEFT_CENTER, NAME, font, ink);
        left = name.right() + NAME_GAP;
    }
    let menus = Rect::from_min_max(pos2(left, bar.top()), bar.max);
    let layout = Layout::left_to_right(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(menus).layout(layout), |ui| {
        let (chosen, end) = menus_ui(ui, &view.menus, setting.menus);
        out.extend(chosen.map(Intent::Command));
        end
    });
    shown.inner
}

const NAME: &str = "Touchline";

/// Present, import and export, by words or by signs; gives back where they begin.
fn right_ui(ui: &mut Ui, bar: Rect, setting: Setting, view: &TopBarView<'_>, out: &mut Vec<Intent>) -> f32 {
    let room = bar.with_max_x(bar.right() - EDGE);
    let layout = Layout::right_to_left(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        let mut button = |clicked: bool, command: Command| {
            if clicked && (view.menus.can)(command) {
                out.push(Intent::Command(command));
            }
        };
        let (export, import, present) = if setting.has_words {
            ui.spacing_mut().button_padding.x = EXPORT_PADDING;
            let export = primary_button_ui(ui, say!(export));
            ui.spacing_mut().button_padding.x = PADDING;
            let import = secondary_button_ui(ui, say!(ui_import_data));
            let keys = Command::Present.keys().unwrap_or_default();
            (export, import, secondary_button_ui(ui, Command::Present.name()).on_hover_text(keys))
        } else {
            let export = compact_button_ui(ui, Icon::Export, say!(export), true);
            let import = compact_button_ui(ui, Icon::Download, say!(ui_import_data), false);
            (export, import, compact_button_ui(ui, Icon::Present, Command::Present.name(), false))
        };
        spots::keep(ui.ctx(), Spot::Import, import.rect);
        button(export.clicked(), Command::Export);
        button(import.clicked(), Command::Import);
        button(present.clicked(), Command::Present);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_bar_drops_words_before_buttons_and_menus_into_one_at_their_end() {
        let widths = Widths { name: 90.0, menus: vec![50.0; 6], words: 300.0, icons: 124.0 };
        let at = |bar: f32| widths.setting(bar);
        let full = Setting { has_name: true, has_words: true, menus: 6 };
        assert_eq!(at(1440.0), full);
        assert_eq!(at(880.0), Setting { has_name: false, ..full });
        assert_eq!(at(700.0), Setting { has_name: false, has_words: false, menus: 6 });
        assert_eq!(at(600.0), Setting { has_name: false, has_words: false, menus: 4 });
        assert_eq!(at(200.0), Setting { has_name: false, has_words: false, menus: 0 });
        for bar in 380..1400 {
            let setting = at(bar as f32);
            assert!(widths.taken(setting) + TITLE <= bar as f32 || setting.menus == 0, "{bar}: {setting:?}");
        }
    }
}
