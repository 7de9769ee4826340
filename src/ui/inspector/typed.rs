//! What is being typed into a panel and is not yet in the map.
//!
//! A text stays with its field (which has its own undo) and becomes one edit: at Enter, when the focus goes, after a
//! pause, or when the field is no longer shown. Esc takes back what was typed since. A text that cannot be taken stays in
//! its field with a sentence that says why.

use crate::fields;
use crate::fields::FieldKey;
use crate::model::{Edit, Map};
use crate::scene::FaceStyle;
use crate::theme::size;
use crate::ui::style;
use egui::text::{CCursor, CCursorRange};
use egui::{Align2, Id, Key, Margin, Response, RichText, Stroke, TextEdit, Ui, UiBuilder};

/// A pause in typing after which a field hands over what it holds, in seconds.
const PAUSE_SECS: f64 = 1.2;
/// Between a heading's words and its frame, in logical pixels.
const HEADING_MARGIN: i8 = 6;
/// Longer than any field's text; a selection ends with the text.
const FIELD_CHARS_MAX: usize = 1 << 20;
/// Stands in a field of several records that differ.
const MIXED: &str = "several";

/// The texts of one panel that are being typed or could not be taken.
pub struct Typing {
    /// Tells apart panels that show the same field.
    panel: &'static str,
    drafts: Vec<Draft>,
}

struct Draft {
    key: FieldKey,
    text: String,
    /// What the map said when the field last looked; nothing right after an edit was given out.
    held: Option<String>,
    /// When the last letter came that is not yet in the map, in seconds of the window's clock.
    typed_at_secs: Option<f64>,
    problem: Option<String>,
    /// Whether the field was shown since the last [`Typing::abandoned`].
    shown: bool,
}

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

impl Typing {
    pub fn new(panel: &'static str) -> Self {
        Self { panel, drafts: Vec::new() }
    }

    /// Edits of fields that are not shown any more, such as after the selection moved on. Called once a pass, first.
    pub fn abandoned(&mut self, map: &Map) -> Vec<Edit> {
        let mut edits = Vec::new();
        self.drafts.retain_mut(|draft| {
            let keep = std::mem::take(&mut draft.shown);
            if !keep {
                edits.extend(draft.take_edit(map));
            }
            keep
        });
        edits
    }

    /// Hands over everything that was typed so far, such as before a save.
    pub fn flush(&mut self, map: &Map) -> Vec<Edit> {
        self.drafts.iter_mut().filter_map(|draft| draft.take_edit(map)).collect()
    }

    /// Forgets the drafts of fields that now mean something else.
    pub fn forget(&mut self, is_stale: impl Fn(&FieldKey) -> bool) {
        self.drafts.retain(|draft| !is_stale(&draft.key));
    }

    /// Shows the field, and gives back the edit that its text became.
    pub fn field_ui(&mut self, ui: &mut Ui, map: &Map, key: &FieldKey, look: Look<'_>) -> (Response, Option<Edit>) {
        let held = fields::read_shared(map, key);
        let id = Id::unique((self.panel, key));
        let place = self.drafts.iter().position(|draft| draft.key == *key);
        let mut draft = match place {
            Some(place) => self.drafts.swap_remove(place),
            None => Draft::new(key, held.clone().unwrap_or_default()),
        };
        draft.look_again(held.as_deref());
        draft.shown = true;

        let mixed = held.is_none() && draft.text.is_empty() && key.records.len() > 1;
        let hint = if mixed { MIXED } else { look.hint };
        let response = edit_ui(ui, id, &mut draft.text, hint, key.field.is_multiline(), look, draft.problem.is_some());
        let now = ui.input(|input| input.time);
        if response.changed() {
            draft.typed_at_secs = Some(now);
            draft.problem = None;
            ui.ctx().request_repaint_after_secs(PAUSE_SECS as f32 + 0.05);
        }
        let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
        if escaped {
            return (response, None);
        }
        let paused = draft.typed_at_secs.is_some_and(|typed| now - typed >= PAUSE_SECS);
        let edit = if paused || !response.has_focus() { draft.take_edit(map) } else { None };
        if let Some(problem) = &draft.problem {
            problem_ui(ui, problem);
        }
        if response.has_focus() || draft.problem.is_some() || edit.is_some() {
            self.drafts.push(draft);
        }
        (response, edit)
    }
}

impl Draft {
    fn new(key: &FieldKey, text: String) -> Self {
        Self { key: key.clone(), held: None, text, typed_at_secs: None, problem: None, shown: true }
    }

    /// Takes up what the map says now when it changed under a field in which nothing is unsaved, as by undo.
    fn look_again(&mut self, held: Option<&str>) {
        if self.typed_at_secs.is_some() || self.problem.is_some() {
            return;
        }
        let held = held.unwrap_or_default();
        if self.held.as_deref().is_some_and(|before| before != held) {
            self.text = held.to_owned();
        }
        self.held = Some(held.to_owned());
    }

    /// The edit of what was typed since the last one; a text that cannot be taken becomes a problem.
    fn take_edit(&mut self, map: &Map) -> Option<Edit> {
        self.typed_at_secs.take()?;
        match fields::write(map, &self.key, &self.text) {
            Ok(edit) => {
                self.problem = None;
                self.held = None;
                edit
            }
            Err(problem) => {
                self.problem = Some(problem);
                None
            }
        }
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
    let response = {
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
        let edit = match look.kind {
            LookKind::Cell => TextEdit::singleline(text).align(Align2::LEFT_CENTER),
            _ if is_multiline => TextEdit::multiline(text).desired_rows(look.rows),
            // A long line wraps; Enter ends it all the same.
            _ => TextEdit::multiline(text).desired_rows(1).return_key(None),
        };
        let height = if look.kind == LookKind::Boxed { style::CONTROL_HEIGHT } else { 24.0 };
        let edit = edit.min_size(egui::vec2(0.0, height));
        let response = ui.add(edit.id(id).font(font).margin(margin).hint_text(hint).desired_width(f32::INFINITY));
        if !is_multiline && response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            response.surrender_focus();
        }
        if !is_multiline {
            select_when_reached(&response);
        }
        let label = look.label;
        response.ctx.accesskit_node_builder(response.id, |node| node.set_label(label));
        response
    };
    ui.advance_cursor_after_rect(response.rect.with_min_x(room.min.x.max(ui.min_rect().left())));
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
