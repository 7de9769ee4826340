//! Menus and their rows, fed by the table of commands.

use super::screen::words::Words;
use super::spots::{self, Spot};
use super::style;
use super::widgets::paint_icon;
use crate::scene::FaceStyle;
use crate::session::{COMMANDS, Command, CommandRow, Menu};
use crate::theme::{Icon, size};
use egui::containers::menu::{MenuBar, MenuButton, SubMenu};
use egui::{Align2, Button, Rect, Response, RichText, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, vec2};
use touchline_words::say;

/// Width of a menu, in logical pixels.
const WIDTH: f32 = 264.0;
/// Below a menu that is as high as the window lets it be, and how high any menu is at least.
const BELOW: f32 = 16.0;
const LEAST: f32 = 120.0;

/// What the menus need to know of the moment.
pub struct MenuState<'a> {
    pub can: &'a dyn Fn(Command) -> bool,
    /// A command's name at the moment, such as what it would undo.
    pub name: &'a dyn Fn(Command) -> String,
    /// Whether a command that switches something on is on now; `None` for all others.
    pub is_on: &'a dyn Fn(Command) -> Option<bool>,
}

/// Between two menus of the bar, and beside the words of one.
const BETWEEN: f32 = 2.0;
const BESIDE: f32 = 10.0;
/// How wide the bar's last menu is, which holds those that have no room, in logical pixels.
pub const MORE_WIDTH: f32 = 2.0 * BESIDE + 16.0;

/// The menus of the bar, in their order.
fn in_bar() -> impl Iterator<Item = Menu> {
    Menu::ALL.into_iter().filter(|menu| *menu != Menu::Board)
}

/// How wide each menu of the bar is with the gap behind it, in logical pixels.
pub fn menu_widths(ui: &Ui) -> Vec<f32> {
    let font = style::font(FaceStyle::Medium, size::UI);
    let wide = |menu: Menu| ui.painter().layout_no_wrap(menu.name().to_owned(), font.clone(), egui::Color32::BLACK);
    in_bar().map(|menu| wide(menu).size().x + 2.0 * BESIDE + BETWEEN).collect()
}

/// The first so many menus with every command, and the others in one more behind them; gives back the command that was chosen, and
/// where the menus end on the right.
pub fn menus_ui(ui: &mut Ui, state: &MenuState<'_>, shown: usize) -> (Option<Command>, f32) {
    let mut chosen = None;
    let mut end = ui.max_rect().left();
    MenuBar::new().ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = BETWEEN;
        ui.spacing_mut().button_padding = vec2(BESIDE, 5.0);
        let theme = style::theme(ui.ctx());
        // Menus hang below their bar.
        let top = ui.max_rect().bottom();
        let font = style::font(FaceStyle::Medium, size::UI);
        let button = |name: &str| {
            MenuButton::from_button(Button::new(
                RichText::new(name).font(font.clone()).color(style::color(theme.ink_soft)),
            ))
        };
        for menu in in_bar().take(shown) {
            let (response, _) = button(menu.name()).ui(ui, |ui| chosen = menu_ui(ui, menu, top, state).or(chosen));
            spots::keep(ui.ctx(), Spot::Menu(menu), response.rect);
            end = response.rect.right();
        }
        if in_bar().nth(shown).is_some() {
            let (response, _) = button("…").ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(WIDTH / 2.0);
                for menu in in_bar().skip(shown) {
                    let row = submenu_row_ui(ui, menu.name());
                    let opened = SubMenu::new().show(ui, &row, |ui| menu_ui(ui, menu, top, state));
                    chosen = opened.and_then(|opened| opened.inner).or(chosen);
                }
            });
            response.ctx.accesskit_node_builder(response.id, |node| node.set_label(say!(menu_more)));
            in_bar().skip(shown).for_each(|menu| spots::keep(ui.ctx(), Spot::Menu(menu), response.rect));
            end = response.rect.right();
        }
    });
    (chosen, end)
}

fn menu_ui(ui: &mut Ui, menu: Menu, top: f32, state: &MenuState<'_>) -> Option<Command> {
    let mut chosen = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.set_width(WIDTH);
    let rows: Vec<&CommandRow> = COMMANDS.iter().filter(|row| row.menu == menu).collect();
    // On a low screen, or with large letters, a menu is scrolled.
    let room = (ui.ctx().content_rect().bottom() - top - BELOW).max(LEAST);
    ui.set_max_height(room);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        let mut was_submenu = true;
        for (nth, rows) in rows.chunk_by(|a, b| a.group == b.group).enumerate() {
            let submenu = rows.first().and_then(|row| row.command.submenu());
            // Neighbouring menus inside this one are a group.
            if nth > 0 && !(was_submenu && submenu.is_some()) {
                group_line_ui(ui);
            }
            was_submenu = submenu.is_some();
            let picked = match submenu {
                Some(name) => submenu_ui(ui, name, rows, state),
                None => rows_ui(ui, rows, state),
            };
            chosen = picked.or(chosen);
        }
    });
    chosen
}

/// A row that opens a menu beside it.
fn submenu_row_ui(ui: &mut Ui, name: &str) -> Response {
    let response = menu_item_ui(ui, &MenuItem { name, keys: String::new(), on: None });
    let place = Rect::from_center_size(response.rect.right_center() - vec2(14.0, 0.0), Vec2::splat(12.0));
    paint_icon(ui.painter(), Icon::ChevronRight, place, style::theme(ui.ctx()).muted);
    response
}

fn submenu_ui(ui: &mut Ui, name: &str, rows: &[&CommandRow], state: &MenuState<'_>) -> Option<Command> {
    let response = submenu_row_ui(ui, name);
    let shown = SubMenu::new().show(ui, &response, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_width(WIDTH);
        rows_ui(ui, rows, state)
    });
    shown.and_then(|shown| shown.inner)
}

fn rows_ui(ui: &mut Ui, rows: &[&CommandRow], state: &MenuState<'_>) -> Option<Command> {
    let mut chosen = None;
    for row in rows {
        let name = (state.name)(row.command);
        let item = MenuItem {
            name: &name,
            keys: row.shortcuts.first().map(|keys| keys.text()).unwrap_or_default(),
            on: (state.is_on)(row.command),
        };
        let able = (state.can)(row.command);
        let response = ui.add_enabled_ui(able, |ui| menu_item_ui(ui, &item)).inner.on_hover_text(row.hint.text());
        if response.clicked() {
            chosen = Some(row.command);
            ui.close();
        }
    }
    chosen
}

/// A row of a menu.
pub struct MenuItem<'a> {
    pub name: &'a str,
    pub keys: String,
    /// A tick, for what can be on and off.
    pub on: Option<bool>,
}

/// One row, greyed where the surrounding is disabled.
pub fn menu_item_ui(ui: &mut Ui, item: &MenuItem<'_>) -> Response {
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| match item.on {
        Some(on) => WidgetInfo::selected(Role::MenuItemRadio, enabled, on, item.name),
        None => WidgetInfo::labeled(Role::MenuItem, enabled, item.name),
    });
    if enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, 5.0, style::color(theme.accent_ground));
    }
    // What is disabled fades as it is painted.
    let ink = if enabled { theme.ink } else { theme.muted };
    if item.on == Some(true) {
        let place = Rect::from_center_size(rect.left_center() + vec2(14.0, 0.0), Vec2::splat(12.0));
        paint_icon(ui.painter(), Icon::Check, place, theme.accent_ink);
    }
    let painter = ui.painter();
    let right = rect.right_center() - vec2(10.0, 0.0);
    let quiet = if enabled { theme.muted } else { ink };
    let keys = painter.text(right, Align2::RIGHT_CENTER, &item.keys, style::small(), style::color(quiet));
    let left = rect.left_center() + vec2(28.0, 0.0);
    let name = Words::new(painter, item.name, style::body(), style::color(ink), keys.left() - left.x - 8.0);
    let corner = left - vec2(0.0, name.size().y / 2.0);
    name.paint(painter, corner);
    response
}

/// The line between two groups of rows.
pub fn group_line_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, style::hairline(&style::theme(ui.ctx())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Color;
    use crate::theme::{Theme, contrast};
    use egui::{Color32, Context, RawInput, Shape};

    #[test]
    fn what_cannot_be_done_now_is_faint_and_can_be_read_in_light_and_dark() {
        for theme in [Theme::light(), Theme::dark()] {
            let ctx = Context::default();
            style::apply(&ctx, &theme, true);
            let frame = || {
                let mut shown = ctx.run_ui(RawInput::default(), |ui| {
                    let item = MenuItem { name: "Undo", keys: "Ctrl+Z".to_owned(), on: None };
                    ui.add_enabled_ui(false, |ui| menu_item_ui(ui, &item));
                });
                shown.textures_delta.clear();
                shown
            };
            frame();
            let inks: Vec<_> = (frame().shapes.iter())
                .filter_map(|clipped| match &clipped.shape {
                    Shape::Text(text) => {
                        let own = text.galley.rows[0].visuals.mesh.vertices[0].color;
                        let ink = if own == Color32::PLACEHOLDER { text.fallback_color } else { own };
                        Some(text.override_text_color.unwrap_or(ink).gamma_multiply(text.opacity_factor))
                    }
                    _ => None,
                })
                .collect();
            assert_eq!(inks.len(), 2, "a name and its keys");
            for ink in inks {
                let ink = style::color(theme.surface).blend(ink);
                let found = contrast(Color { r: ink.r(), g: ink.g(), b: ink.b(), a: 255 }, theme.surface);
                let kind = if theme.dark { "dark" } else { "light" };
                assert!((2.0..4.5).contains(&found), "{found} in {kind}");
            }
        }
    }
}
