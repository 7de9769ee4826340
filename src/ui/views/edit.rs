//! Writing a record's text in its row. The text belongs to the session, which is sent every change of it, as on the board.

use super::shell::Pane;
use crate::fields::{self, FieldKey};
use crate::model::{Field, RecordRef};
use crate::scene::FaceStyle;
use crate::session::views::{OutlineMsg, text_field};
use crate::session::{Intent, Session, TextOf};
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{WritingField, take_lines};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align2, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use touchline_words::say;

const PADDING: f32 = 6.0;
const RADIUS: f32 = 6.0;
/// Longer than any field's text; a caret stays within the text.
const CHARS_MOST: usize = 1 << 20;

/// An editor over the words of a row.
pub struct Editor {
    record: RecordRef,
    field: Field,
    /// Nothing was drawn yet: take the focus and select all.
    is_new: bool,
    /// How far behind the beginning of its row it begins, behind that one's sign.
    start: f32,
    /// Whether Tab ties the record to a card, or unties it.
    in_tree: bool,
    /// A letter has opened it, which stands in it from the next frame on.
    is_begun: bool,
}

/// How it was ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Keep,
    Restore,
    Another,
    Indent,
    Outdent,
    Left,
}

impl Editor {
    /// An editor of a record's words; none where it has none that are written.
    pub fn new(session: &Session, record: RecordRef) -> Option<Self> {
        let field = text_field(session.map(), record)?;
        Some(Self { record, field, is_new: true, start: 0.0, in_tree: true, is_begun: false })
    }

    /// An editor of one field, where rows stand in no tree; none where the record has no such field.
    pub fn of(session: &Session, record: RecordRef, field: Field) -> Option<Self> {
        fields::read(session.map(), record, field)?;
        Some(Self { record, field, is_new: true, start: 0.0, in_tree: false, is_begun: false })
    }

    /// The same, opened by a letter that is its new text.
    pub fn begun(self) -> Self {
        Self { is_begun: true, ..self }
    }

    pub fn record(&self) -> RecordRef {
        self.record
    }

    /// Whether it is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.is_new
    }

    pub fn set_start(&mut self, start: f32) {
        self.start = start;
    }

    fn id(&self, pane: Pane<'_>) -> Id {
        Id::unique("row text").with((self.record, pane.focus))
    }

    /// Shows the editor over `row`; true while it stays open.
    pub fn show(&mut self, ui: &mut Ui, pane: Pane<'_>, row: Rect, intents: &mut Vec<Intent>) -> bool {
        let session = pane.session;
        let of = TextOf::Field(FieldKey::one(self.record, self.field));
        if !session.map().contains(self.record) {
            return false;
        }
        let row = pane.placed(row.with_min_x(row.left() + self.start.max(0.0)), row);
        let said = || fields::read(session.map(), self.record, self.field).unwrap_or_default();
        let before = session.writing().text(&of).map_or_else(said, str::to_owned);
        // Where rows are written down as a list, lines are rows.
        let is_list = self.in_tree || session.is_new(self.record);
        if is_list
            && of == TextOf::title(self.record)
            && session.takes_lines(self.record)
            && let Some(lines) = take_lines(ui, self.id(pane), &before)
        {
            intents.push(Intent::WriteLines { record: self.record, lines });
            return false;
        }
        let mut text = before.clone();
        let end = self.field_ui(ui, pane, &of, &mut text, row);
        let is_typed = text != before && !text.trim().is_empty();
        if text != before {
            intents.push(Intent::Write { of: of.clone(), text });
        }
        let Some(end) = end else { return true };
        let is_begun = is_typed || session.is_begun(self.record);
        // Once something stands in a new one, Enter begins the next: a list is written down as it is said.
        let goes_on = end == End::Keep && is_begun && session.is_new(self.record);
        let another = end == End::Another && (is_begun || !session.is_new(self.record));
        intents.push(if end == End::Restore { Intent::DropText(of) } else { Intent::EndText(of) });
        match end {
            End::Indent => intents.push(Intent::Outline(OutlineMsg::Indent(self.record))),
            End::Outdent => intents.push(Intent::Outline(OutlineMsg::Outdent(self.record))),
            _ if goes_on || another => intents.push(Intent::Outline(OutlineMsg::Another(self.record))),
            End::Keep | End::Restore | End::Another | End::Left => {}
        }
        let unfocused = ui.memory(|memory| memory.focused().is_none() || memory.has_focus(self.id(pane)));
        if unfocused {
            pane.take_keys(ui);
        }
        false
    }

    fn field_ui(&mut self, ui: &mut Ui, pane: Pane<'_>, of: &TextOf, text: &mut String, row: Rect) -> Option<End> {
        let session = pane.session;
        let theme = style::theme(ui.ctx());
        let id = self.id(pane);
        let font = style::font(FaceStyle::Regular, size::UI);
        let hint = ui.painter().layout_no_wrap(
            say!(ui_outline_editor_keys).to_owned(),
            style::small(),
            style::color(theme.muted),
        );
        let inside = row.shrink2(vec2(PADDING, 0.0)).with_max_x(row.right() - hint.size().x - 3.0 * PADDING);
        let inside = pane.placed(inside, row);
        let keeps_breaks = self.field.is_multiline();
        let writing = WritingField { id: Some(id), keeps_breaks, ..WritingField::lines(text, font) };
        let height = writing.height(ui, inside.width());
        let line = Rect::from_min_size(
            pos2(inside.left(), row.center().y - (height / 2.0).min(row.height() / 2.0 - 4.0)),
            vec2(inside.width(), height),
        );
        let ground = Rect::from_min_max(row.min, pos2(row.right(), row.bottom().max(line.bottom() + 4.0))).shrink(1.0);
        let problem = session.writing().problem(of).map(str::to_owned);
        let edge = if problem.is_some() { theme.bad } else { theme.accent };
        ui.painter().rect_filled(ground, RADIUS, style::color(theme.surface));
        ui.painter().rect_stroke(ground, RADIUS, Stroke::new(1.5, style::color(edge)), StrokeKind::Inside);
        let corner = pos2(row.right() - PADDING - hint.size().x, row.center().y - hint.size().y / 2.0);
        let place = pane.placed(Rect::from_min_size(corner, hint.size()), row);
        ui.painter().galley(place.min, hint, style::color(theme.muted));
        // Read before the field takes them.
        let keys = ui.input(|input| {
            let pressed = |key: Key| input.key_pressed(key);
            let down = pressed(Key::ArrowDown) && input.modifiers.command;
            (pressed(Key::Escape), pressed(Key::Enter), pressed(Key::Tab), down, input.modifiers)
        });
        let response = ui.put(line, |ui: &mut Ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            writing.show(ui, |edit| {
                edit.frame(egui::Frame::NONE)
                    .margin(Margin::ZERO)
                    .desired_width(line.width())
                    .desired_rows(1)
                    .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
                    .lock_focus(true)
            })
        });
        response.ctx.accesskit_node_builder(id, |node| node.set_label(say!(ui_outline_field)));
        if let Some(problem) = problem {
            let at = ground.left_bottom() + vec2(PADDING, 2.0);
            ui.painter().text(at, Align2::LEFT_TOP, problem, style::small(), style::color(theme.bad_ink));
        }
        if std::mem::take(&mut self.is_new) {
            response.request_focus();
            let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
            let end = CCursor::new(CHARS_MOST);
            // What was begun before the editor opened goes on; anything else is there to be written over.
            let begun = self.is_begun || session.writing().is_open(of);
            let all = if begun { CCursorRange::one(end) } else { CCursorRange::two(CCursor::new(0), end) };
            state.cursor.set_char_range(Some(all));
            state.store(ui.ctx(), id);
            return None;
        }
        let (escape, enter, tab, down, held) = keys;
        match () {
            () if escape => Some(End::Restore),
            () if enter && held.command || down => Some(End::Another),
            () if enter && !held.shift => Some(End::Keep),
            () if tab => {
                *text = text.replace('\t', "");
                Some(match (self.in_tree, held.shift) {
                    (false, _) => End::Keep,
                    (true, false) => End::Indent,
                    (true, true) => End::Outdent,
                })
            }
            () if response.lost_focus() => Some(End::Left),
            () => None,
        }
    }
}
