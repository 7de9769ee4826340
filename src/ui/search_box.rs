//! The search for words: a bar in the board's upper corner, with a second line where they are to be replaced.
//!
//! Enter goes to the next hit, Shift+Enter to the one before, Esc closes it.

use super::style;
use super::widgets::{WritingField, icon_button_ui, secondary_button_ui};
use crate::figures::numbers;
use crate::scene::FaceStyle;
use crate::session::flows::{Msg, Search, SearchMsg};
use crate::session::{Intent, Session};
use crate::theme::{Icon, Theme, size};
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Area, Context, CornerRadius, Frame, Id, Key, Layout, Margin, Order, Rect, Ui, pos2, vec2};
use touchline_words::say;

const WIDTH: f32 = 340.0;
/// Of a line of it.
const LINE: f32 = 32.0;
/// From the board's corner, in points.
const MARGIN: f32 = 8.0;
/// Of how many there are.
const COUNT: f32 = 66.0;
/// Of the buttons and words behind a field.
const BEHIND: f32 = COUNT + 92.0;

/// What the bar keeps between frames.
#[derive(Debug, Default)]
pub struct SearchView {
    /// How often the search had been asked for when the field last got the keyboard.
    asked: u64,
    /// What had the keyboard before.
    before: Option<Id>,
}

/// Shows the bar over the board while the search is open.
pub fn search_box_ui(ctx: &Context, view: &mut SearchView, session: &Session, board: Rect) -> Vec<Intent> {
    let mut intents = Vec::new();
    let Some(search) = session.flows().search().filter(|_| !session.on_start()) else { return intents };
    let theme = style::theme(ctx);
    let width = WIDTH.min(board.width() - 2.0 * MARGIN);
    let corner = pos2(board.right() - width - MARGIN, board.top() + MARGIN);
    let frame = Frame::new()
        .fill(style::color(theme.surface))
        .stroke(style::hairline(&theme))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(10, 2))
        .shadow(ctx.global_style().visuals.popup_shadow);
    let area = Area::new(Id::unique("search")).order(Order::Middle).fixed_pos(corner);
    area.show(ctx, |ui| {
        frame.show(ui, |ui| {
            ui.set_width((width - 20.0).max(120.0));
            ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
            query_ui(ui, view, search, &theme, &mut intents);
            if let Some(instead) = search.instead() {
                instead_ui(ui, search, instead, &theme, &mut intents);
                preview_ui(ui, session, search, &theme);
            }
        });
    });
    if intents.contains(&said(SearchMsg::Close)) {
        let back = view.before.take().unwrap_or(super::board::focus_id());
        ctx.memory_mut(|memory| memory.request_focus(back));
    }
    intents
}

fn said(msg: SearchMsg) -> Intent {
    Intent::Flow(Msg::Search(msg))
}

fn query_ui(ui: &mut Ui, view: &mut SearchView, search: &Search, theme: &Theme, intents: &mut Vec<Intent>) {
    line_ui(ui, |ui| {
        let mut text = search.query().to_owned();
        let field = field_ui(ui, "search field", &mut text, say!(ui_search_hint), say!(ui_search_field), theme);
        if view.asked != search.asked() {
            view.asked = search.asked();
            let focused = ui.memory(|memory| memory.focused());
            view.before = focused.filter(|id| *id != field);
            ui.memory_mut(|memory| memory.request_focus(field));
            select_all(ui.ctx(), field, &text);
        }
        if text != search.query() {
            intents.push(said(SearchMsg::Write(text)));
        }
        ui.allocate_ui_with_layout(vec2(COUNT, LINE), Layout::right_to_left(Align::Center), |ui| {
            let color = if search.hits().is_empty() { theme.bad_ink } else { theme.muted };
            let words = egui::RichText::new(count(search)).font(style::small()).color(style::color(color));
            ui.add(egui::Label::new(words).truncate());
        });
        if icon_button_ui(ui, Icon::ChevronUp, say!(cmd_search_previous)).clicked() {
            intents.push(said(SearchMsg::Previous));
        }
        if icon_button_ui(ui, Icon::ChevronDown, say!(cmd_search_next)).clicked() {
            intents.push(said(SearchMsg::Next));
        }
        if icon_button_ui(ui, Icon::Close, say!(ui_search_close)).clicked() {
            intents.push(said(SearchMsg::Close));
        }
        keys(ui, field, [SearchMsg::Next, SearchMsg::Previous], intents);
    });
}

fn instead_ui(ui: &mut Ui, search: &Search, instead: &str, theme: &Theme, intents: &mut Vec<Intent>) {
    line_ui(ui, |ui| {
        let mut text = instead.to_owned();
        let field = field_ui(ui, "replace field", &mut text, say!(ui_search_instead), say!(ui_search_instead), theme);
        if text != instead {
            intents.push(said(SearchMsg::WriteInstead(Some(text))));
        }
        ui.add_enabled_ui(search.current().is_some(), |ui| {
            if secondary_button_ui(ui, say!(ui_search_replace)).clicked() {
                intents.push(said(SearchMsg::Replace));
            }
        });
        ui.add_enabled_ui(!search.hits().is_empty(), |ui| {
            if secondary_button_ui(ui, say!(ui_search_replace_all)).clicked() {
                intents.push(said(SearchMsg::ReplaceAll));
            }
        });
        keys(ui, field, [SearchMsg::Replace, SearchMsg::Previous], intents);
    });
}

/// The hit as it stands and as it would: the words around it, those that go, and those that come.
fn preview_ui(ui: &mut Ui, session: &Session, search: &Search, theme: &Theme) {
    let Some((field, [before, found, behind])) = search.preview(session.map()) else { return };
    let font = style::small();
    let format = |color| TextFormat::simple(font.clone(), style::color(color));
    let mut job = LayoutJob::default();
    job.append(&say!(ui_search_in_field, field = field.name()), 0.0, format(theme.muted));
    job.append(&before, 6.0, format(theme.detail));
    let gone =
        TextFormat { strikethrough: egui::Stroke::new(1.0, style::color(theme.bad_ink)), ..format(theme.bad_ink) };
    job.append(&found, 0.0, gone);
    let comes = TextFormat { font_id: style::font(FaceStyle::SemiBold, size::UI_SMALL), ..format(theme.good_ink) };
    job.append(search.instead().unwrap_or_default(), 0.0, comes);
    job.append(&behind, 0.0, format(theme.detail));
    job.wrap.max_width = ui.available_width();
    ui.label(job);
    ui.add_space(6.0);
}

/// What is told of the hits: which of how many is looked at.
fn count(search: &Search) -> String {
    let of = numbers::count(search.hits().len() as u64);
    match search.current() {
        _ if search.query().is_empty() => String::new(),
        _ if search.is_busy() => "…".to_owned(),
        Some(at) => say!(ui_search_nth, nth = numbers::count(at as u64 + 1), of),
        None => say!(ui_search_found, count = search.hits().len(), of),
    }
}

/// A line of the bar: its field first, so that Tab goes from one field to the buttons behind it and to the next.
fn line_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), LINE);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), add);
}

/// The field that takes what is left of a line; gives back its id.
fn field_ui(ui: &mut Ui, id: &str, text: &mut String, hint: &str, label: &str, theme: &Theme) -> Id {
    let id = Id::unique("search").with(id);
    // What stands behind it is about as wide in both lines.
    let room = vec2((ui.available_width() - BEHIND).max(60.0), LINE);
    let hint = egui::RichText::new(hint).font(style::body()).color(style::color(theme.muted));
    let field = WritingField { id: Some(id), ..WritingField::line(text, style::body()) };
    let field =
        field.show(ui, |edit| edit.frame(Frame::NONE).min_size(vec2(0.0, LINE)).desired_width(room.x).hint_text(hint));
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(label));
    id
}

/// Enter, Shift+Enter and Esc while a field has the keyboard.
fn keys(ui: &Ui, field: Id, [enter, shift_enter]: [SearchMsg; 2], intents: &mut Vec<Intent>) {
    let (entered, shift, escape) =
        ui.input(|input| (input.key_pressed(Key::Enter), input.modifiers.shift, input.key_pressed(Key::Escape)));
    let has_focus = ui.memory(|memory| memory.has_focus(field) || memory.had_focus_last_frame(field));
    if !has_focus {
        return;
    }
    if entered {
        intents.push(said(if shift { shift_enter } else { enter }));
        ui.memory_mut(|memory| memory.request_focus(field));
    } else if escape {
        intents.push(said(SearchMsg::Close));
    }
}

fn select_all(ctx: &Context, field: Id, text: &str) {
    let mut state = egui::text_edit::TextEditState::load(ctx, field).unwrap_or_default();
    let all =
        egui::text::CCursorRange::two(egui::text::CCursor::new(0), egui::text::CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ctx, field);
}
