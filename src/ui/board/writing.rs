//! Writing a title on the board itself, in the place, size and face of what is read there.
//!
//! The text belongs to the session, which is sent every change of it. The editor goes at Enter, Tab and Esc, when the
//! focus goes, and as soon as a button is pressed anywhere else: before that can begin a drag.

use super::BoardPanel;
use super::parts::Frame;
use crate::edit::title_of;
use crate::layout::ListLook;
use crate::model::{Family, RecordRef, StickyId};
use crate::scene::{FaceStyle, Rect as SceneRect};
use crate::session::{Command, Intent, Session, TextOf, tag_of};
use crate::theme::{Paper, size};
use crate::ui::screen::View;
use crate::ui::style;
use crate::ui::widgets::{WritingField, take_lines};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align2, FontFamily, FontId, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, ScrollArea, Stroke, StrokeKind, Ui,
    UiBuilder, pos2, vec2,
};
use touchline_words::say;

/// From one baseline to the next, as a share of the font size, where no line tells it.
const LINE_HEIGHT: f32 = 1.35;
/// Room around what is written, in points.
const PADDING: f32 = 3.0;
/// Between a long text and the edge of the board, in points.
const EDGE: f32 = 24.0;

/// An editor over a title.
pub struct Editor {
    record: RecordRef,
    /// Nothing was drawn yet: take the focus and select all.
    is_new: bool,
}

impl Editor {
    pub fn new(record: RecordRef) -> Self {
        Self { record, is_new: true }
    }

    pub fn record(&self) -> RecordRef {
        self.record
    }

    /// Whether it is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.is_new
    }
}

/// How a title is set on the screen.
struct Look {
    /// The first baseline, in points from the top of the screen.
    baseline: f32,
    rect: Rect,
    font: FontId,
    line_height: f32,
    /// Where what is drawn in part only ends, in points: its text scrolls in that room.
    bottom: Option<f32>,
    /// What a sticky note is written on.
    paper: Paper,
}

enum End {
    /// By Enter.
    Keep,
    /// By Esc.
    Restore,
    /// By Tab or Ctrl+Enter: one more of the kind comes below, with its title open.
    Another,
    /// By Shift+Tab: back to what stands before.
    Back,
    /// The keyboard went elsewhere.
    Left,
    /// A button was pressed somewhere else.
    Elsewhere,
    /// Several lines were pasted into a new one: each is one more.
    Lines(Vec<String>),
}

fn text_id(record: RecordRef) -> Id {
    Id::unique("board title").with(record)
}

impl BoardPanel {
    /// Whether a title is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.to_write.is_some() || self.editor.as_ref().is_some_and(Editor::is_opening)
    }

    /// Begins to write what was asked for, and shows what is being written.
    pub(super) fn write_ui(&mut self, ui: &mut Ui, frame: &Frame, intents: &mut Vec<Intent>) {
        let Frame { session, shown, .. } = *frame;
        // A record that was just dropped is in the map from the next frame on.
        if let Some(record) = self.to_write.filter(|record| title_of(session.map(), *record).is_some()) {
            let is_shown = shown.title(record).is_some();
            self.editor = is_shown.then(|| Editor::new(record)).or(self.editor.take());
            // What has no place on the board, as an audience, is not written there; what is being laid out will have one.
            self.to_write = self.to_write.filter(|_| !is_shown && self.laying.is_some());
        }
        let Some(mut editor) = self.editor.take() else { return };
        let of = TextOf::title(editor.record);
        let place = shown.title(editor.record).filter(|_| !self.is_busy());
        let Some(((rect, line), title)) = place.zip(title_of(session.map(), editor.record)) else {
            intents.push(Intent::EndText(of));
            return;
        };
        let before = session.writing().text(&of).map_or(title, str::to_owned);
        let view = tag_of(editor.record).map_or(frame.view, |tag| frame.frozen.view_of(shown, tag));
        let part = shown.rects_of(editor.record).next().filter(|_| shown.is_cut(editor.record));
        let bottom = part.map(|part| view.rect_to_screen(part).bottom());
        let paper = paper(ui, session, editor.record);
        let look = Look { bottom, ..look(editor.record, rect, line.as_ref(), view, paper) };
        let mut text = before.clone();
        let end = field_ui(ui, &mut editor, &mut text, session, &look);
        if text != before {
            intents.push(Intent::Write { of: of.clone(), text });
        }
        match end {
            None => self.editor = Some(editor),
            Some(end) => finish(ui, session, editor.record, &end, intents),
        }
    }
}

/// Shows the editor of a note in a place of a panel; true while it stays open.
pub fn note_editor_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    session: &Session,
    rect: Rect,
    intents: &mut Vec<Intent>,
) -> bool {
    let of = TextOf::title(editor.record);
    let Some(title) = title_of(session.map(), editor.record) else { return false };
    let before = session.writing().text(&of).map_or(title, str::to_owned);
    let font = style::font(FaceStyle::Medium, size::UI_SMALL);
    let look = Look {
        baseline: rect.top() + size::UI_SMALL,
        rect,
        line_height: size::UI_SMALL * LINE_HEIGHT,
        font,
        bottom: Some(rect.bottom()),
        paper: paper(ui, session, editor.record),
    };
    let mut text = before.clone();
    let end = field_ui(ui, editor, &mut text, session, &look);
    if text != before {
        intents.push(Intent::Write { of, text });
    }
    if let Some(end) = &end {
        finish(ui, session, editor.record, end, intents);
    }
    end.is_none()
}

fn finish(ui: &Ui, session: &Session, record: RecordRef, end: &End, intents: &mut Vec<Intent>) {
    if let End::Lines(lines) = end {
        intents.push(Intent::WriteLines { record, lines: lines.clone() });
        return;
    }
    let of = TextOf::title(record);
    // Once something stands in a new one, Enter begins the next: a list is written down as it is said.
    let typed = intents
        .iter()
        .any(|action| matches!(action, Intent::Write { of: other, text } if *other == of && !text.trim().is_empty()));
    let begun = typed || session.is_begun(record);
    let goes_on = match end {
        End::Another => begun || !session.is_new(record),
        End::Keep => begun && session.is_new(record),
        End::Restore | End::Back | End::Left | End::Elsewhere | End::Lines(_) => false,
    };
    intents.push(if matches!(end, End::Restore) { Intent::DropText(of) } else { Intent::EndText(of) });
    if goes_on {
        intents.extend(Command::that_adds(record.kind()).map(Intent::Command));
    }
    if matches!(end, End::Back) {
        intents.push(Intent::Command(Command::WalkBack));
    }
    let unfocused = ui.memory(|memory| memory.focused().is_none() || memory.has_focus(text_id(record)));
    if unfocused && !matches!(end, End::Elsewhere) {
        ui.memory_mut(|memory| memory.request_focus(super::focus_id()));
    }
}

fn field_ui(ui: &mut Ui, editor: &mut Editor, text: &mut String, session: &Session, look: &Look) -> Option<End> {
    let of = TextOf::title(editor.record);
    let (problem, is_begun) = (session.writing().problem(&of), session.writing().is_open(&of));
    let theme = style::theme(ui.ctx());
    let id = text_id(editor.record);
    if session.is_new(editor.record)
        && session.takes_lines(editor.record)
        && let Some(lines) = take_lines(ui, id, text)
    {
        return Some(End::Lines(lines));
    }
    let (font, line_height) = (look.font.clone(), look.line_height);
    let (ground_color, ink) = match editor.record.kind().family() {
        Family::Sticky => (look.paper.ground, look.paper.ink),
        Family::Listed(kind) => ((ListLook::of(kind).ground)(&theme), theme.ink),
        Family::Map
        | Family::Stage
        | Family::Lane
        | Family::Segment
        | Family::Touchpoint
        | Family::Flag
        | Family::Connector
        | Family::Loop
        | Family::Drawing
        | Family::Measurement
        | Family::Step
        | Family::AgendaBlock
        | Family::SavedView
        | Family::DeckPage => (theme.surface, theme.ink),
    };
    let ink = style::color(ink);
    let writing = WritingField {
        id: Some(id),
        ink: Some(ink),
        line_height: Some(line_height),
        ..WritingField::lines(text, font)
    };
    let top = look.baseline - writing.baseline(ui);
    let height = writing.height(ui, look.rect.width()).max(look.line_height);
    let room = look.bottom.map_or(height, |bottom| height.min((bottom - PADDING - top).max(look.line_height)));
    let field =
        in_sight(Rect::from_min_size(pos2(look.rect.left(), top), vec2(look.rect.width(), room)), ui.clip_rect());
    let ground = field.expand(PADDING);
    ui.painter().rect_filled(ground, 4.0, style::color(ground_color));
    ui.painter().rect_stroke(ground, 4.0, Stroke::new(1.5, style::color(theme.accent)), StrokeKind::Outside);

    // Read before the field takes them.
    let keys = ui.input(|input| {
        let pressed = |key: Key| input.key_pressed(key);
        (pressed(Key::Escape), pressed(Key::Enter), pressed(Key::Tab), input.modifiers)
    });
    let edit_ui = |ui: &mut Ui| {
        // A line may be lower than a button.
        ui.spacing_mut().interact_size.y = 0.0;
        writing.show(ui, |edit| {
            edit.frame(egui::Frame::NONE)
                .margin(Margin::ZERO)
                .desired_width(field.width())
                .desired_rows(1)
                .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
                .lock_focus(true)
        })
    };
    // A text that is higher than what can be seen scrolls in its place.
    let response = if field.height() < height {
        let mut inside = ui.new_child(UiBuilder::new().id_salt(id).max_rect(field));
        ScrollArea::vertical().max_height(field.height()).show(&mut inside, edit_ui).inner
    } else {
        ui.put(field, edit_ui)
    };
    response.ctx.accesskit_node_builder(id, |node| node.set_label(say!(ui_board_title_field)));
    if let Some(problem) = problem {
        let pos = ground.left_bottom() + vec2(0.0, PADDING);
        ui.painter().text(pos, Align2::LEFT_TOP, problem, style::small(), style::color(theme.bad_ink));
    }
    if std::mem::take(&mut editor.is_new) {
        response.request_focus();
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let end = CCursor::new(text.chars().count());
        // What was begun before the editor opened goes on; anything else is there to be written over.
        let all = if is_begun { CCursorRange::one(end) } else { CCursorRange::two(CCursor::new(0), end) };
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), id);
        return None;
    }
    let (escape, enter, tab, held) = keys;
    match () {
        () if escape => Some(End::Restore),
        () if enter && held.command => Some(End::Another),
        () if enter && !held.shift => Some(End::Keep),
        () if tab => {
            *text = text.replace('\t', "");
            Some(if held.shift { End::Back } else { End::Another })
        }
        () if pressed_outside(ui, ground) => Some(End::Elsewhere),
        () if response.lost_focus() => Some(End::Left),
        () => None,
    }
}

/// Where a field is written that lies or reaches out of sight: moved up, and no higher than what can be seen.
fn in_sight(field: Rect, seen: Rect) -> Rect {
    let height = field.height().min((seen.height() - 2.0 * EDGE).max(0.0));
    let top = field.top().min(seen.bottom() - EDGE - height).max(field.top().min(seen.top() + EDGE));
    Rect::from_min_size(pos2(field.left(), top), vec2(field.width(), height))
}

fn pressed_outside(ui: &Ui, field: Rect) -> bool {
    ui.input(|input| {
        input.pointer.any_pressed() && input.pointer.interact_pos().is_some_and(|pos| !field.contains(pos))
    })
}

/// As the title is set now; an empty one as its kind usually is.
fn look(record: RecordRef, rect: SceneRect, line: Option<&crate::scene::TextItem>, view: View, paper: Paper) -> Look {
    let (size, face) = usual(record);
    let set = line.and_then(|line| line.runs.iter().find(|run| run.face.bundled).map(|run| (line, run)));
    let size = set.map_or(size, |(_, run)| run.size);
    let font = match set {
        Some((_, run)) => FontId::new(size * view.zoom, FontFamily::Name(run.face.name.as_str().into())),
        None => style::font(face, size * view.zoom),
    };
    let baseline = set.map_or(rect.y + size * 1.05, |(line, _)| line.pos.y);
    let on_screen = view.rect_to_screen(rect);
    let width = on_screen.width().max(24.0);
    Look {
        baseline: view.to_screen(crate::scene::Point::new(0.0, baseline)).y,
        rect: Rect::from_min_size(on_screen.min, vec2(width, on_screen.height())),
        font,
        line_height: size * LINE_HEIGHT * view.zoom,
        bottom: None,
        paper,
    }
}

/// The paper of a note; of anything else the usual one.
fn paper(ui: &Ui, session: &Session, record: RecordRef) -> Paper {
    let note = StickyId::try_from(record).ok().and_then(|id| session.map().stickies.get(&id));
    style::theme(ui.ctx()).note(note.map(|note| note.color).unwrap_or_default() as usize)
}

fn usual(record: RecordRef) -> (f32, FaceStyle) {
    match record.kind().family() {
        Family::Stage => (size::STAGE_TITLE, FaceStyle::Bold),
        Family::Lane => (size::LANE_TITLE, FaceStyle::SemiBold),
        Family::Step => (size::DETAIL, FaceStyle::SemiBold),
        Family::Sticky => (size::CARD_TITLE, FaceStyle::Medium),
        Family::Listed(kind) => ListLook::of(kind).text,
        Family::Map
        | Family::Segment
        | Family::Touchpoint
        | Family::Flag
        | Family::Connector
        | Family::Loop
        | Family::Drawing
        | Family::Measurement
        | Family::AgendaBlock
        | Family::SavedView
        | Family::DeckPage => (size::CARD_TITLE, FaceStyle::SemiBold),
    }
}
