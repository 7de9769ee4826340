//! F1: every command with its keys, menu by menu, from the one table. And what is said about the program.

use super::start::paint_mark;
use super::style;
use super::widgets::{Boxed, box_ui, caption_ui, link_button_ui, muted_ui, show_scroll_bar};
use crate::scene::FaceStyle;
use crate::session::flows::PRESENT_KEYS;
use crate::session::views::{CLIPBOARD, View};
use crate::session::{COMMANDS, Command, Menu, Shortcut};
use crate::theme::size;
use egui::{Align, Context, Layout, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, vec2};
use touchline_words::say;

/// What lies beside commands: done with the pointer.
fn pointer() -> [(&'static str, &'static str); 6] {
    [
        (say!(ui_keys_pan), say!(ui_keys_pan_how)),
        (say!(ui_keys_zoom), say!(ui_keys_zoom_how)),
        (say!(ui_keys_copy), say!(ui_keys_copy_how)),
        (say!(ui_keys_tenths), say!(ui_keys_tenths_how)),
        (say!(ui_keys_add), say!(ui_keys_add_how)),
        (say!(ui_keys_leave), say!(ui_keys_leave_how)),
    ]
}

/// What was pressed on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageAsk {
    Close,
    /// The tour, in the page's place.
    Tour,
}

/// Shows the page, until it gives back what was pressed.
pub fn keys_page_ui(ctx: &Context) -> Option<PageAsk> {
    let mut tour = false;
    let room = ctx.content_rect().size();
    let width = (room.x - 160.0).min(980.0);
    let Boxed { closed, .. } = box_ui(ctx, "shortcuts", say!(ui_keyboard_shortcuts), width, |ui| {
        tour = link_button_ui(ui, Command::Tour.name()).clicked();
        ui.add_space(6.0);
        let height = room.y - 210.0;
        show_scroll_bar(ui);
        let page = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        page.show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 14.0);
            ui.spacing_mut().item_spacing.x = 36.0;
            ui.columns(3, |columns| {
                for (column, menus) in columns.iter_mut().zip(split()) {
                    for menu in menus {
                        menu_ui(column, *menu);
                    }
                    if menus.contains(&Menu::Board) {
                        room_ui(column);
                    }
                    if menus.contains(&Menu::Data) {
                        pointer_ui(column);
                        View::ALL.into_iter().for_each(|view| view_ui(column, view));
                    }
                }
            });
        });
    });
    if tour { Some(PageAsk::Tour) } else { closed.then_some(PageAsk::Close) }
}

/// Menus column by column, about equally long.
fn split() -> [&'static [Menu]; 3] {
    [&[Menu::File, Menu::Edit], &[Menu::Insert, Menu::Data, Menu::Help], &[Menu::View, Menu::Board]]
}

fn menu_ui(ui: &mut Ui, menu: Menu) {
    caption_ui(ui, menu.name());
    for row in COMMANDS.iter().filter(|row| row.menu == menu) {
        row_ui(ui, row.name.text(), row.hint.text(), row.shortcuts);
    }
    ui.add_space(14.0);
}

/// The keys that hold while a map is presented.
fn room_ui(ui: &mut Ui) {
    caption_ui(ui, say!(ui_keys_room));
    for row in PRESENT_KEYS {
        row_ui(ui, row.name.text(), row.name.text(), row.keys);
    }
    ui.add_space(14.0);
}

/// So many keys of a view's row stand on its cap; the others are the usual ones.
const CAP_KEYS: usize = 4;

/// The keys that hold in a view of rows.
fn view_ui(ui: &mut Ui, view: View) {
    let Some(keys) = view.keys() else { return };
    caption_ui(ui, &say!(ui_keys_view, view = view.name()));
    for row in keys.rows {
        row_of_caps_ui(ui, row.name.text(), row.name.text(), &[row.text(CAP_KEYS)]);
    }
    if let Some(clipboard) = keys.clipboard {
        row_ui(ui, clipboard.text(), clipboard.text(), CLIPBOARD);
    }
    if let Some(letters) = keys.letters {
        muted_ui(ui, letters.text());
    }
    ui.add_space(14.0);
}

fn row_ui(ui: &mut Ui, name: &str, hint: &str, keys: &[Shortcut]) {
    let caps: Vec<String> = keys.iter().filter(|shortcut| shortcut.key != "Equals").map(Shortcut::text).collect();
    row_of_caps_ui(ui, name, hint, &caps);
}

fn row_of_caps_ui(ui: &mut Ui, name: &str, hint: &str, caps: &[String]) {
    let theme = style::theme(ui.ctx());
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for cap in caps.iter().rev() {
                key_ui(ui, cap);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let name = RichText::new(name).font(style::body()).color(style::color(theme.ink));
                ui.add(egui::Label::new(name).truncate().show_tooltip_when_elided(false).sense(Sense::hover()))
                    .on_hover_text(hint);
            });
        });
    });
}

fn key_ui(ui: &mut Ui, cap: &str) {
    let theme = style::theme(ui.ctx());
    let font = style::font(FaceStyle::Medium, size::UI_SMALL);
    let galley = ui.painter().layout_no_wrap(cap.to_owned(), font, style::color(theme.ink_soft));
    let (rect, _) = ui.allocate_exact_size(galley.size() + vec2(12.0, 5.0), Sense::hover());
    ui.painter().rect_filled(rect, 4.0, style::color(theme.ground));
    let edge = Stroke::new(1.0, style::color(theme.hairline));
    ui.painter().rect_stroke(rect, 4.0, edge, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, style::color(theme.ink_soft));
}

fn pointer_ui(ui: &mut Ui) {
    caption_ui(ui, say!(ui_keys_pointer));
    for (what, how) in pointer() {
        let theme = style::theme(ui.ctx());
        ui.horizontal(|ui| {
            ui.set_height(22.0);
            ui.label(RichText::new(what).font(style::body()).color(style::color(theme.ink)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| muted_ui(ui, how));
        });
    }
}

/// Shows what is said about the program; true when it is to be closed.
pub fn about_ui(ctx: &Context) -> bool {
    let Boxed { closed, .. } = box_ui(ctx, "about", say!(ui_about_title), 380.0, |ui| {
        let theme = style::theme(ui.ctx());
        let (rect, _) = ui.allocate_exact_size(vec2(44.0, 44.0), Sense::hover());
        paint_mark(ui, rect, &theme);
        let line = |text: String| RichText::new(text).font(style::body()).color(style::color(theme.ink));
        ui.label(line(say!(ui_about_version, version = env!("CARGO_PKG_VERSION"))));
        ui.label(line(say!(ui_about_what).to_owned()));
        ui.add_space(4.0);
        muted_ui(ui, say!(ui_about_no_cloud));
        muted_ui(ui, say!(ui_about_typeface));
    });
    closed
}
