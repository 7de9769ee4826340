//! The start screen: a new map, a map to start from, a map of before, or a finished one to look at.

use super::recovered::{RecoveredAsk, recovered_ui};
use super::screen::words::Words;
use super::screen::{self, View};
use super::style;
use super::widgets::{
    caption_ui, link_button_ui, muted_ui, paint_icon, paint_outline, primary_button_ui, scene_rect,
    secondary_button_ui, tall,
};
use crate::edit::templates::Template;
use crate::scene::{Color, FaceStyle, Scene};
use crate::session::Command;
use crate::store::{Draft, DraftId};
use crate::theme::{Icon, Mark, Theme, size};
use egui::{
    CornerRadius, Frame, Id, Rect, Response, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};
use std::path::PathBuf;
use std::sync::Arc;
use touchline_words::say;

/// Widest the content gets, in logical pixels.
const WIDEST: f32 = 1480.0;
/// How high the content is in a large window, in logical pixels.
const HIGH: f32 = 880.0;
/// Between the cards of templates, in logical pixels.
const CARD_GAP: f32 = 18.0;
/// Narrowest that a template's card is where there is room for more than one.
const CARD_LEAST: f32 = 250.0;
const COLUMNS_MOST: usize = 4;
const RIGHT_COLUMN: f32 = 278.0;
/// Of the sign that pins a file.
const PIN: f32 = 13.0;

/// What a person asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum StartAsk {
    /// Back to the map that is open.
    Back,
    NewMap,
    Open,
    Import,
    From(Template),
    OpenRecent(PathBuf),
    /// Take a file that is gone off the list.
    ForgetRecent(PathBuf),
    /// Keep a file at the top of the list, or let it go down again.
    PinRecent(PathBuf, bool),
    Recovered(RecoveredAsk),
    OpenSample,
    Tour,
    ShowShortcuts,
}

/// A map that was open before.
#[derive(Clone, Debug, PartialEq)]
pub struct RecentRow {
    pub path: PathBuf,
    pub title: String,
    /// File name and when, or what became of it.
    pub line: String,
    pub missing: bool,
    /// It stays at the top.
    pub pinned: bool,
}

/// What the start screen shows.
pub struct StartView<'a> {
    pub recents: &'a [RecentRow],
    /// Unsaved work: of earlier runs, and of maps that were left.
    pub drafts: &'a [Draft],
    /// Whether one of them goes when the program ends.
    pub is_discarded: &'a dyn Fn(&DraftId) -> bool,
    /// The title of the map that is open behind the start screen.
    pub behind: Option<&'a str>,
    /// A picture of each template once it is drawn.
    pub thumbnails: &'a [(Template, Arc<Scene>)],
    /// Files can be dropped on the window.
    pub takes_drops: bool,
}

/// Shows the start screen and gives back what was asked for.
pub fn start_ui(ui: &mut Ui, view: &StartView<'_>) -> Option<StartAsk> {
    let mut ask = None;
    // The window is cleared in the colour of the ground: painting that once more would cost a screenful.
    ui.set_min_size(ui.available_size());
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        let width = (room.width() - 96.0).min(WIDEST);
        let top = ((ui.clip_rect().height() - HIGH) / 3.0).clamp(28.0, 280.0);
        let left = room.center().x - width / 2.0;
        let content = Rect::from_min_size(pos2(left, room.top() + top), vec2(width, f32::INFINITY));
        let inner = ui.scope_builder(UiBuilder::new().max_rect(content), |ui| ask = content_ui(ui, view));
        ui.advance_cursor_after_rect(inner.response.rect);
        ui.add_space(32.0);
    });
    ask
}

fn content_ui(ui: &mut Ui, view: &StartView<'_>) -> Option<StartAsk> {
    let mut ask = None;
    let mut wanted = |clicked: bool, what: StartAsk| {
        if clicked {
            ask = Some(what);
        }
    };
    hero_ui(ui);
    ui.add_space(20.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        tall(ui, |ui| {
            match view.behind {
                Some(title) => {
                    wanted(primary_button_ui(ui, &back_to(title)).clicked(), StartAsk::Back);
                    wanted(secondary_button_ui(ui, say!(ui_start_new)).clicked(), StartAsk::NewMap);
                }
                None => wanted(primary_button_ui(ui, say!(ui_start_new)).clicked(), StartAsk::NewMap),
            }
            wanted(secondary_button_ui(ui, say!(ui_start_open)).clicked(), StartAsk::Open);
            wanted(secondary_button_ui(ui, say!(ui_import_data)).clicked(), StartAsk::Import);
        });
    });
    ui.add_space(30.0);
    let gap = if ui.available_width() > 1000.0 { 52.0 } else { 28.0 };
    let left_width = ui.available_width() - RIGHT_COLUMN - gap;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.vertical(|ui| {
            ui.set_width(left_width);
            caption_ui(ui, say!(ui_start_from));
            ui.add_space(6.0);
            if let Some(template) = templates_ui(ui, view, left_width) {
                wanted(true, StartAsk::From(template));
            }
        });
        ui.vertical(|ui| {
            ui.set_width(RIGHT_COLUMN);
            if !view.drafts.is_empty() {
                caption_ui(ui, say!(ui_start_drafts));
                ui.add_space(6.0);
                if let Some(what) = recovered_ui(ui, view.drafts, view.is_discarded) {
                    wanted(true, StartAsk::Recovered(what));
                }
                ui.add_space(14.0);
            }
            if !view.recents.is_empty() {
                caption_ui(ui, say!(ui_start_recent));
                ui.add_space(6.0);
            }
            for recent in view.recents.iter().take(5) {
                let path = recent.path.clone();
                let ask = if recent.missing { StartAsk::ForgetRecent(path) } else { StartAsk::OpenRecent(path) };
                let (row, pin) = recent_ui(ui, recent);
                wanted(row, ask);
                wanted(pin, StartAsk::PinRecent(recent.path.clone(), !recent.pinned));
                ui.add_space(2.0);
            }
            ui.add_space(if view.recents.is_empty() { 25.0 } else { 14.0 });
            wanted(sample_ui(ui), StartAsk::OpenSample);
            ui.add_space(14.0);
            if view.takes_drops {
                muted_ui(ui, say!(ui_start_drop));
            }
            wanted(link_button_ui(ui, Command::Tour.name()).clicked(), StartAsk::Tour);
            wanted(link_button_ui(ui, say!(ui_keyboard_shortcuts)).clicked(), StartAsk::ShowShortcuts);
        });
    });
    ask
}

/// As much of a title as a button shows.
const BACK_CHARS_MAX: usize = 40;

/// What the button back to the open map says.
fn back_to(title: &str) -> String {
    let title = title.trim();
    let short: String = title.chars().take(BACK_CHARS_MAX).collect();
    match title.chars().count() {
        0 => say!(ui_start_back).to_owned(),
        1..=BACK_CHARS_MAX => say!(ui_start_back_to, short),
        _ => say!(ui_start_back_to_cut, short = short.trim_end()),
    }
}

fn hero_ui(ui: &mut Ui) {
    let theme = style::theme(ui.ctx());
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(36.0, 36.0), Sense::hover());
        paint_mark(ui, rect, &theme);
        ui.add_space(4.0);
        let font = style::font(FaceStyle::Bold, size::BIG_FIGURE);
        ui.label(RichText::new("Touchline").font(font).color(style::color(theme.ink)));
    });
    ui.add_space(4.0);
    let line = say!(ui_start_claim);
    ui.label(RichText::new(line).font(style::body()).color(style::color(theme.muted)));
}

/// The product's mark.
pub fn paint_mark(ui: &Ui, rect: Rect, theme: &Theme) {
    for path in Mark.paths(scene_rect(rect), theme) {
        paint_outline(ui.painter(), &path);
    }
}

/// How many templates stand side by side in a width.
fn columns(width: f32) -> usize {
    // A width that is no number counts as none, and the cast of a float stops at the ends of the whole numbers.
    (((width + CARD_GAP) / (CARD_LEAST + CARD_GAP)) as usize).clamp(1, COLUMNS_MOST)
}

fn templates_ui(ui: &mut Ui, view: &StartView<'_>, width: f32) -> Option<Template> {
    let mut chosen = None;
    let columns = columns(width);
    let card = ((width + CARD_GAP) / columns as f32 - CARD_GAP).floor();
    ui.spacing_mut().item_spacing = vec2(CARD_GAP, CARD_GAP);
    for row in Template::ALL.chunks(columns) {
        ui.horizontal_top(|ui| {
            for template in row {
                let picture = view.thumbnails.iter().find(|(of, _)| of == template).map(|(_, scene)| scene);
                let response = template_ui(ui, *template, picture, card);
                if response.gained_focus() {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(*template);
                }
            }
        });
    }
    chosen
}

fn template_ui(ui: &mut Ui, template: Template, picture: Option<&Arc<Scene>>, width: f32) -> Response {
    let theme = style::theme(ui.ctx());
    let picture_height = (width * 0.56).round();
    let (rect, response) = ui.allocate_exact_size(vec2(width, picture_height + 64.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, template.name()));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    card_ground(ui, rect, &response, &theme);
    let window = Rect::from_min_size(rect.min, vec2(width, picture_height)).shrink(1.0);
    let corners = CornerRadius { nw: 9, ne: 9, sw: 0, se: 0 };
    ui.painter().rect_filled(window, corners, style::color(theme.surface.over(theme.ground, 0.5)));
    if let Some(scene) = picture {
        let zoom = (window.width() - 24.0) / scene.size.width.max(1.0);
        screen::paint(&ui.painter_at(window), scene, View::new(window.min + vec2(12.0, 12.0), zoom).whole());
    }
    ui.painter().hline(rect.x_range().shrink(1.0), window.bottom(), style::hairline(&theme));
    words(ui, rect, picture_height + 15.0, (template.name(), theme.ink), template.line());
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Whether the file was asked for, and whether the sign that pins it was pressed.
fn recent_ui(ui: &mut Ui, recent: &RecentRow) -> (bool, bool) {
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 50.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, !recent.missing, &recent.title));
    card_ground(ui, rect, &response, &theme);
    let ink = if recent.missing { theme.muted } else { theme.ink };
    words(ui, rect, 9.0, (&recent.title, ink), &recent.line);
    let path = recent.path.display();
    let hovered = response.hovered();
    let response =
        response.on_hover_text(if recent.missing { say!(ui_start_recent_hint, path) } else { path.to_string() });
    let place = Rect::from_center_size(pos2(rect.right() - 20.0, rect.center().y), Vec2::splat(PIN));
    let title = &recent.title;
    let name = if recent.pinned { say!(ui_start_unpin, title) } else { say!(ui_start_pin, title) };
    let pin = ui.interact(place.expand(6.0), Id::unique("pin").with(&recent.path), Sense::click());
    pin.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, recent.pinned, &name));
    if recent.pinned || hovered || pin.hovered() || pin.has_focus() {
        let is_strong = recent.pinned || pin.hovered() || pin.has_focus();
        paint_icon(ui.painter(), Icon::Bookmark, place, if is_strong { theme.accent } else { theme.muted });
    }
    let pin = pin.on_hover_text(name);
    (response.clicked() && !pin.clicked(), pin.clicked())
}

fn sample_ui(ui: &mut Ui) -> bool {
    let theme = style::theme(ui.ctx());
    Frame::new()
        .fill(style::color(theme.action_ground))
        .stroke(Stroke::new(1.0, style::color(theme.action_edge)))
        .corner_radius(CornerRadius::same(style::CARD_RADIUS))
        .inner_margin(16.0)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let strong = style::font(FaceStyle::SemiBold, size::UI);
            ui.label(RichText::new(say!(ui_start_sample)).font(strong).color(style::color(theme.ink)));
            let text = say!(ui_start_sample_text);
            ui.label(RichText::new(text).font(style::body()).color(style::color(theme.ink_soft)));
            ui.add_space(8.0);
            primary_button_ui(ui, say!(ui_start_open_sample)).clicked()
        })
        .inner
}

fn card_ground(ui: &Ui, rect: Rect, response: &Response, theme: &Theme) {
    let lifted = response.hovered() || response.has_focus();
    let edge = if lifted { theme.accent } else { theme.hairline };
    ui.painter().rect_filled(rect, f32::from(style::CARD_RADIUS), style::color(theme.surface));
    let stroke = Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, style::color(edge));
    ui.painter().rect_stroke(rect, f32::from(style::CARD_RADIUS), stroke, StrokeKind::Inside);
}

/// A bold line and a quiet one below it, `top` below the card's edge, cut to the card's width.
fn words(ui: &Ui, card: Rect, top: f32, (first, ink): (&str, Color), second: &str) {
    let muted = style::theme(ui.ctx()).muted;
    let cut = |text: &str, font: egui::FontId, ink: Color| {
        Words::new(ui.painter(), text, font, style::color(ink), card.width() - 32.0)
    };
    let at = card.min + vec2(16.0, top);
    cut(first, style::font(FaceStyle::SemiBold, size::UI), ink).paint(ui.painter(), at);
    cut(second, style::small(), muted).paint(ui.painter(), at + vec2(0.0, 19.0));
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    #[test]
    fn templates_stand_three_in_a_row_at_1280_and_four_in_a_wide_window() {
        let left = |window: f32| (window - 96.0).min(WIDEST) - RIGHT_COLUMN - 52.0;
        assert_eq!([columns(0.0), columns(left(1280.0)), columns(left(1680.0)), columns(left(3840.0))], [1, 3, 4, 4]);
    }

    #[test]
    fn the_sign_beside_a_recent_file_pins_it_and_leaves_it_closed() {
        for pinned in [false, true] {
            let path = PathBuf::from("/maps/northshore.ron");
            let title = "northshore".to_owned();
            let row = RecentRow { path: path.clone(), title, line: String::new(), missing: false, pinned };
            let ui = move |ui: &mut Ui, asked: &mut Vec<StartAsk>| {
                let view = StartView {
                    recents: std::slice::from_ref(&row),
                    drafts: &[],
                    is_discarded: &|_| false,
                    behind: None,
                    thumbnails: &[],
                    takes_drops: false,
                };
                asked.extend(start_ui(ui, &view));
            };
            let mut harness = Harness::builder()
                .with_size(vec2(1280.0, 800.0))
                .with_context_setup(|ctx| style::apply(ctx, &Theme::light(), true))
                .build_ui_state(ui, Vec::new());
            harness.run_steps(2);
            let title = "northshore";
            let sign = if pinned { say!(ui_start_unpin, title) } else { say!(ui_start_pin, title) };
            harness.get_by_label(&sign).click();
            harness.run_steps(2);
            assert_eq!(*harness.state(), [StartAsk::PinRecent(path, !pinned)]);
        }
    }
}
