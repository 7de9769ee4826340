//! Fields to write in, in a panel.
//!
//! The text belongs to the session, which is sent every change of it and puts it into the map: at Enter, when the focus
//! goes, after a pause, or before anything else is done. Esc takes back what was typed since. A text that cannot be taken
//! stays in its field with a sentence that says why.

use crate::fields::{FieldKey, read_shared};
use crate::model::Map;
use crate::scene::FaceStyle;
use crate::session::{Intent, TextOf, Writing};
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::WritingField;
use egui::text::{CCursor, CCursorRange};
use egui::{Id, Key, Margin, Response, RichText, ScrollArea, Stroke, TextEdit, Ui, UiBuilder};
use touchline_words::{Said, said};

/// A pause in typing after which what a field holds goes into the map, in seconds.
const PAUSE_SECS: f64 = 1.2;
/// Between a heading's words and its frame, in logical pixels.
const HEADING_MARGIN: i8 = 6;
/// A field of a longer text scrolls once it is higher than this, in points; a heading sooner.
const LONG_BYTES: usize = 200;
const FIELD_MOST: f32 = 240.0;
const HEADING_MOST: f32 = 120.0;
/// Longer than any field's text; a selection ends with the text.
const FIELD_CHARS_MAX: usize = 1 << 20;
/// Stands in a field of several records that differ.
const MIXED: Said = said::ui_inspector_several;

/// How a field looks.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Said to screen readers, and written above by [`super::panel`].
    pub label: &'a str,
    pub hint: &'a str,
    pub rows: usize,
    pub kind: LookKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LookKind {
    Boxed,
    /// A heading that shows its frame only under the pointer or while it is written.
    Heading,
    /// In a row of a table or list: as [`LookKind::Heading`], in body text.
    Cell,
}

/// Shows the field; what was written goes to `intents`. `panel` tells apart panels that show the same field.
pub fn text_ui(
    ui: &mut Ui,
    panel: &'static str,
    map: &Map,
    writing: &Writing,
    key: &FieldKey,
    look: Look<'_>,
    intents: &mut Vec<Intent>,
) {
    let id = Id::unique((panel, key));
    let of = TextOf::Field(key.clone());
    let held = read_shared(map, key);
    let mixed = held.is_none() && key.records.len() > 1;
    let before = writing.text(&of).map_or_else(|| held.unwrap_or_default(), str::to_owned);
    let problem = writing.problem(&of);
    let hint = if mixed && before.is_empty() { MIXED.text() } else { look.hint };
    let mut text = before.clone();
    let response = edit_ui(ui, id, &mut text, hint, key.field.is_multiline(), look, problem.is_some());
    if let Some(problem) = problem {
        problem_ui(ui, problem);
    }
    let left = response.lost_focus();
    let typed_at = id.with("typed at");
    if left {
        ui.data_mut(|data| data.remove::<f64>(typed_at));
    }
    if left && ui.input(|input| input.key_pressed(Key::Escape)) {
        intents.push(Intent::DropText(of));
        return;
    }
    let now = ui.input(|input| input.time);
    if text != before {
        intents.push(Intent::Write { of: of.clone(), text });
        ui.data_mut(|data| data.insert_temp(typed_at, now));
        ui.ctx().request_repaint_after_secs(PAUSE_SECS as f32 + 0.05);
    }
    if left {
        intents.push(Intent::EndText(of));
    } else if ui.data(|data| data.get_temp::<f64>(typed_at)).is_some_and(|typed| now - typed >= PAUSE_SECS) {
        ui.data_mut(|data| data.remove::<f64>(typed_at));
        intents.push(Intent::TakeText);
    }
}

fn edit_ui(
    ui: &mut Ui,
    id: Id,
    text: &mut String,
    hint: &str,
    is_multiline: bool,
    look: Look<'_>,
    is_wrong: bool,
) -> Response {
    let theme = style::theme(ui.ctx());
    let (font, margin) = match look.kind {
        LookKind::Boxed => (style::body(), Margin::symmetric(10, 6)),
        LookKind::Heading => (style::font(FaceStyle::Bold, size::TITLE), Margin::symmetric(HEADING_MARGIN, 3)),
        LookKind::Cell => (style::body(), Margin::symmetric(HEADING_MARGIN, 3)),
    };
    let mut room = ui.available_rect_before_wrap();
    if look.kind != LookKind::Boxed {
        // The words stand in line with the other fields; the frame, seldom seen, reaches past them.
        room.min.x -= f32::from(HEADING_MARGIN);
    }
    let (response, rect) = {
        let ui = &mut ui.new_child(UiBuilder::new().max_rect(room));
        let visuals = ui.visuals_mut();
        visuals.selection.stroke = Stroke::new(1.0, style::color(if is_wrong { theme.bad } else { theme.accent }));
        if look.kind != LookKind::Boxed {
            visuals.widgets.inactive.bg_stroke = Stroke::NONE;
            visuals.text_edit_bg_color = Some(egui::Color32::TRANSPARENT);
        }
        if is_wrong {
            visuals.widgets.inactive.bg_stroke = Stroke::new(1.0, style::color(theme.bad));
            visuals.widgets.hovered.bg_stroke = Stroke::new(1.0, style::color(theme.bad));
        }
        let hint = RichText::new(hint).font(font.clone()).color(style::color(theme.muted));
        let is_cell = look.kind == LookKind::Cell;
        let field = if is_cell { WritingField::line(text, font) } else { WritingField::lines(text, font) };
        let height = if look.kind == LookKind::Boxed { style::CONTROL_HEIGHT } else { 24.0 };
        let field = WritingField { id: Some(id), keeps_breaks: is_multiline, ..field };
        let most = if look.kind == LookKind::Heading { HEADING_MOST } else { FIELD_MOST };
        let is_long = !is_cell
            && field.text.len() > LONG_BYTES
            && field.height(ui, room.width() - margin.sum().x) > most - margin.sum().y;
        let field_ui = |ui: &mut Ui| {
            field.show(ui, |edit| {
                let edit = match is_cell {
                    true => edit,
                    false if is_multiline => edit.desired_rows(look.rows),
                    // A long line wraps; Enter ends it all the same.
                    false => edit.desired_rows(1).return_key(None),
                };
                edit.min_size(egui::vec2(0.0, height)).margin(margin).hint_text(hint).desired_width(f32::INFINITY)
            })
        };
        // A long text scrolls in its field, so that the others stay at hand.
        let (response, rect) = if is_long {
            let shown = ScrollArea::vertical().id_salt(id).max_height(most).show(ui, field_ui);
            (shown.inner, shown.inner_rect)
        } else {
            let response = field_ui(ui);
            let rect = response.rect;
            (response, rect)
        };
        if !is_multiline && response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            response.surrender_focus();
        }
        if !is_multiline {
            select_when_reached(&response);
        }
        let label = look.label;
        response.ctx.accesskit_node_builder(response.id, |node| node.set_label(label));
        (response, rect)
    };
    ui.advance_cursor_after_rect(rect.with_min_x(room.min.x.max(ui.min_rect().left())));
    response
}

/// A field that is reached by the keyboard has its text selected, so that typing replaces it. What stood in the field
/// before may be handed over in this frame and change it, so the next frame selects once more.
fn select_when_reached(response: &Response) {
    let (ctx, id) = (&response.ctx, response.id);
    let pass = ctx.cumulative_pass_nr();
    let reached = id.with("reached");
    let by_pointer = || ctx.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if response.gained_focus() && !by_pointer() {
        ctx.data_mut(|data| data.insert_temp(reached, pass));
        ctx.request_repaint();
    }
    let since = ctx.data(|data| data.get_temp::<u64>(reached)).map_or(u64::MAX, |came| pass.saturating_sub(came));
    if since <= 1
        && let Some(mut state) = TextEdit::load_state(ctx, id)
    {
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(FIELD_CHARS_MAX));
        state.cursor.set_char_range(Some(all));
        state.store(ctx, id);
    }
}

fn problem_ui(ui: &mut Ui, problem: &str) {
    let ink = style::theme(ui.ctx()).bad_ink;
    ui.label(RichText::new(problem).font(style::small()).color(style::color(ink)));
}
