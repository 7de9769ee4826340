//! What is in the map, before it is given to somebody: the kinds at the left, and at the right the places of the one that is chosen, each of
//! which is gone to by a click.

use super::style;
use super::widgets::{
    box_buttons_ui, box_ui, capital, cut_words_ui, muted_ui, primary_button_ui, secondary_button_ui, show_scroll_bar,
    words_ui,
};
use crate::figures::numbers;
use crate::scene::FaceStyle;
use crate::session::flows::{ContentsMsg, ContentsOpen, Msg};
use crate::session::privacy::{Contents, Item, What};
use crate::session::{Intent, Session};
use crate::theme::size;
use egui::{
    Align, Context, CornerRadius, Id, Layout, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};
use touchline_words::direction::Listed;
use touchline_words::say;

/// Widest the box gets, and what it leaves of the window, in logical pixels.
const WIDEST: f32 = 900.0;
const BESIDE: f32 = 110.0;
/// Of the kinds.
const KINDS: f32 = 300.0;
const GAP: f32 = 20.0;
/// Height of what stands in the box, and what it leaves of the window.
const HIGHEST: f32 = 480.0;
const AROUND: f32 = 270.0;
/// Heights of a kind and of a place.
const KIND: f32 = 32.0;
const PLACE: f32 = 48.0;
const BETWEEN: f32 = 2.0;

/// Shows the box while it is open, and gives back what was pressed.
pub fn contents_ui(ctx: &Context, session: &Session) -> Vec<Intent> {
    let Some(open) = session.flows().contents() else { return Vec::new() };
    let window = ctx.content_rect();
    let width = (window.width() - BESIDE).clamp(360.0, WIDEST);
    let height = (window.height() - AROUND).clamp(160.0, HIGHEST);
    let mut msgs = Vec::new();
    let boxed = box_ui(ctx, "contents", say!(ui_contents_title), width, |ui| {
        muted_ui(ui, say!(ui_contents_text));
        ui.add_space(12.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let kinds = KINDS.min(width * 0.42);
            match open.read() {
                None => {
                    part_ui(ui, width, height, |ui| _ = ui.spinner());
                }
                Some(read) => {
                    part_ui(ui, kinds, height, |ui| kinds_ui(ui, read, open.chosen(), &mut msgs));
                    part_ui(ui, width - kinds - GAP, height, |ui| match open.chosen() {
                        Some(_) => places_ui(ui, open, &mut msgs),
                        None => texts_ui(ui, read),
                    });
                }
            }
        });
        box_buttons_ui(ui, |ui| {
            let copies = primary_button_ui(ui, say!(cmd_client_copy)).clicked();
            msgs.extend(copies.then_some(ContentsMsg::Copy));
            let closes = secondary_button_ui(ui, say!(close)).clicked();
            msgs.extend(closes.then_some(ContentsMsg::Close));
        });
    });
    msgs.extend(boxed.closed.then_some(ContentsMsg::Close));
    msgs.into_iter().map(|msg| Intent::Flow(Msg::Contents(msg))).collect()
}

/// One of the two parts, of a fixed size.
fn part_ui(ui: &mut Ui, width: f32, height: f32, add: impl FnOnce(&mut Ui)) {
    let (place, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)));
    inside.shrink_clip_rect(place.expand(4.0));
    add(&mut inside);
}

/// What there is, by kind, and below it how many texts.
fn kinds_ui(ui: &mut Ui, read: &Contents, chosen: Option<What>, msgs: &mut Vec<ContentsMsg>) {
    let counts = read.counts().into_iter().map(|(what, count)| (Some(what), capital(what.words()), count));
    let texts = read.texts.iter().map(|(_, _, count)| count).sum();
    let all = counts.chain([(None, say!(ui_contents_texts).to_owned(), texts)]);
    show_scroll_bar(ui);
    ScrollArea::vertical().id_salt("kinds").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = BETWEEN;
        for (nth, (what, words, count)) in all.enumerate() {
            let row = kind_ui(ui, nth, &words, count, what == chosen);
            if row.clicked() {
                row.request_focus();
            }
            // The arrow keys lead the keyboard from row to row, and what has it is listed.
            if what != chosen && (row.clicked() || row.has_focus()) {
                msgs.push(ContentsMsg::Choose(what));
            }
        }
    });
}

fn kind_ui(ui: &mut Ui, nth: usize, words: &str, count: usize, is_chosen: bool) -> Response {
    let theme = style::theme(ui.ctx());
    let count = numbers::count(count as u64);
    let (place, row) = row_ui(ui, ("kind", nth), KIND, is_chosen, Role::ListItem, &format!("{words}, {count}"));
    let ink = style::color(theme.muted);
    let figure = ui.painter().layout_no_wrap(count, style::small(), ink);
    let left = place.right() - 10.0 - figure.size().x;
    ui.painter().galley(pos2(left, place.center().y - figure.size().y / 2.0), figure, ink);
    let room = Rect::from_min_max(place.min + vec2(10.0, 7.0), pos2(left - 8.0, place.bottom()));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(room));
    let face = if is_chosen { FaceStyle::SemiBold } else { FaceStyle::Regular };
    cut_words_ui(&mut inside, words, style::font(face, size::UI), style::color(theme.ink));
    row
}

/// The places of the kind that is chosen.
fn places_ui(ui: &mut Ui, open: &ContentsOpen, msgs: &mut Vec<ContentsMsg>) {
    let places = open.places();
    show_scroll_bar(ui);
    ui.spacing_mut().item_spacing.y = BETWEEN;
    let area = ScrollArea::vertical().id_salt(("places", open.chosen().map(What::name))).auto_shrink([false, false]);
    area.show_rows(ui, PLACE, places.len(), |ui, seen| {
        for (nth, (item, count)) in places.iter().enumerate().take(seen.end).skip(seen.start) {
            if place_ui(ui, nth, item, *count).clicked() {
                msgs.push(ContentsMsg::GoTo(item.at));
            }
        }
    });
}

fn place_ui(ui: &mut Ui, nth: usize, item: &Item, count: usize) -> Response {
    let theme = style::theme(ui.ctx());
    let (first, second) = words(item, count);
    let (place, row) = row_ui(ui, ("place", nth), PLACE, false, Role::Button, &format!("{first}, {second}"));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place.shrink2(vec2(10.0, 6.0))));
    inside.spacing_mut().item_spacing.y = 2.0;
    cut_words_ui(&mut inside, &first, style::font(FaceStyle::SemiBold, size::UI), style::color(theme.ink));
    cut_words_ui(&mut inside, &second, style::small(), style::color(theme.muted));
    row.on_hover_text(say!(ui_contents_go))
}

/// What it says, or else what it belongs to; and below it where that is.
fn words(item: &Item, count: usize) -> (String, String) {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (title, text) = (one_line(&item.title), one_line(&item.text));
    let kind = item.at.kind().name();
    let first =
        [&text, &title].into_iter().find(|words| !words.is_empty()).map_or_else(|| capital(kind), String::clone);
    let title = if title == first { String::new() } else { title };
    let times = if count > 1 { format!("× {}", numbers::count(count as u64)) } else { String::new() };
    let field = item.field.map_or("", |field| field.name());
    let parts = [kind, field, &title, &times].into_iter().filter(|part| !part.is_empty());
    (first, parts.collect::<Vec<_>>().listed(" · "))
}

/// How many texts there are, by what they are.
fn texts_ui(ui: &mut Ui, read: &Contents) {
    let theme = style::theme(ui.ctx());
    show_scroll_bar(ui);
    ScrollArea::vertical().id_salt("texts").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if read.texts.is_empty() {
            words_ui(ui, say!(ui_contents_none), style::body(), style::color(theme.muted));
        }
        for (kind, field, count) in &read.texts {
            let line = say!(privacy_page_texts, kind = capital(kind.name()), field = field.name(), count = *count);
            words_ui(ui, &line, style::body(), style::color(theme.ink_soft));
        }
    });
}

/// A row that can be pressed, in all of the width.
fn row_ui(ui: &mut Ui, nth: (&str, usize), height: f32, is_chosen: bool, role: Role, label: &str) -> (Rect, Response) {
    let theme = style::theme(ui.ctx());
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, height), Sense::hover());
    let row = ui.interact(place, Id::unique("contents row").with((nth, label)), Sense::click());
    row.widget_info(|| WidgetInfo::labeled(role, true, label));
    if role == Role::ListItem {
        ui.ctx().accesskit_node_builder(row.id, |node| node.set_selected(is_chosen));
    }
    let radius = CornerRadius::same(style::RADIUS);
    let ground = match (is_chosen, row.hovered()) {
        (true, _) => Some(theme.action_ground),
        (false, true) => Some(theme.hover),
        (false, false) => None,
    };
    ground.into_iter().for_each(|ground| _ = ui.painter().rect_filled(place, radius, style::color(ground)));
    if is_chosen || row.has_focus() {
        let width = if row.has_focus() { 2.0 } else { 1.0 };
        let edge = if row.has_focus() { theme.accent } else { theme.action_edge };
        ui.painter().rect_stroke(place, radius, Stroke::new(width, style::color(edge)), StrokeKind::Inside);
    }
    if row.gained_focus() {
        row.scroll_to_me(None);
    }
    (place, row)
}
