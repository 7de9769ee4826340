//! The parking lot beside the board: notes that have no place yet, in the colours of a workshop, and the vote on notes.
//!
//! A note is written in its place, pulled onto the board, and dropped here from there.

use super::board::BoardPanel;
use super::board::menu::menu_ui;
use super::board::writing::{Editor, note_editor_ui};
use super::screen::words::{Setter, Words, paint_line, style_of};
use super::style;
use super::widgets::{field_label_ui, icon_button_ui, link_button_ui, muted_ui, secondary_button_ui};
use crate::edit;
use crate::model::{NoteColor, NotePlace, RecordRef, Sticky, StickyId};
use crate::scene::FaceStyle;
use crate::session::{Command, Intent, Session, SidePanel, VOTES_EACH, VotingMsg};
use crate::theme::{Icon, Paper, Theme, size};
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, CursorIcon, Id, Layout, Margin, Pos2, Rect, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};
use std::collections::BTreeSet;
use touchline_words::say;

/// In logical pixels.
pub const WIDTH: f32 = SidePanel::Tray.width();
const MARGIN: i8 = 10;
const NOTE: Vec2 = vec2(96.0, 72.0);
const GAP: f32 = 8.0;
const PADDING: f32 = 8.0;
/// Of the line with the sign and the dots.
const FOOT: f32 = 18.0;
const LINES: usize = 3;
const RADIUS: f32 = 5.0;
/// Of a line that tells a key, and of the place where notes are dropped.
const KEYS: f32 = 24.0;
const DROP: f32 = 34.0;
/// Between the place where notes are dropped and the panel's end.
const BELOW: f32 = 12.0;
/// A lower panel has room for what is done there alone: keys are not told, and the place for notes is shown when one comes.
const LOW: f32 = 430.0;
const DOT: f32 = 5.0;
/// Letters of a line.
const LETTERS: usize = 32;
/// More votes than this are a number.
const MOST_DOTS: u16 = 5;
/// Dots that each person may have.
const MOST_EACH: u8 = 9;
/// What the parking lot keeps between frames.
pub struct Tray {
    /// The only colour that is shown.
    shown: Option<NoteColor>,
    editor: Option<Editor>,
    to_write: Option<RecordRef>,
    each: u8,
    /// How high what stands below the notes was when it was last shown.
    foot: f32,
    /// The parked notes in their order, with their colours, and those that are tied, as they were in a map.
    parked: Vec<(StickyId, NoteColor)>,
    tied: Vec<RecordRef>,
    looked_at: Option<u64>,
}

impl Default for Tray {
    fn default() -> Self {
        Self {
            shown: None,
            editor: None,
            to_write: None,
            each: VOTES_EACH,
            foot: 0.0,
            parked: Vec::new(),
            tied: Vec::new(),
            looked_at: None,
        }
    }
}

impl Tray {
    /// Looks for the parked notes, where the map is another than when they were looked for last.
    fn look(&mut self, session: &Session) {
        if self.looked_at == Some(session.map_stamp()) {
            return;
        }
        let map = session.map();
        self.looked_at = Some(session.map_stamp());
        self.parked = map.parked_notes().into_iter().map(|(id, note)| (id, note.color)).collect();
        let is_tied = |note: &Sticky| matches!(map.note_place(note), NotePlace::Tied(_));
        self.tied = map.stickies.iter().filter(|(_, note)| is_tied(note)).map(|(id, _)| (*id).into()).collect();
    }

    /// Whether a note is about to take the keyboard.
    pub fn is_opening(&self) -> bool {
        self.to_write.is_some() || self.editor.as_ref().is_some_and(Editor::is_opening)
    }

    /// Opens the text of a parked note.
    pub fn edit(&mut self, record: RecordRef) {
        self.to_write = Some(record);
        // What is to be written is seen.
        self.shown = None;
    }
}

/// Shows the parking lot; a note that is pulled goes into the board's hand.
pub fn tray_ui(ui: &mut Ui, tray: &mut Tray, session: &Session, board: &mut BoardPanel) -> Vec<Intent> {
    let mut intents = Vec::new();
    let theme = style::theme(ui.ctx());
    let panel = ui.max_rect();
    let is_low = panel.height() < LOW;
    egui::Frame::new().inner_margin(Margin { top: 14, ..Margin::same(MARGIN) }).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        tray.look(session);
        head_ui(ui, tray.parked.len(), &mut intents);
        chips_ui(ui, tray, &theme);
        tied_ui(ui, tray, &mut intents);
        let drop = if is_low { 0.0 } else { DROP + BELOW };
        let room = (ui.available_height() - tray.foot - drop).max(NOTE.y);
        ScrollArea::vertical().max_height(room).auto_shrink(false).show(ui, |ui| {
            notes_ui(ui, tray, session, board, &mut intents);
        });
        let top = ui.min_rect().bottom();
        ui.add_space(4.0);
        ui.separator();
        if !is_low {
            keys_ui(ui);
        }
        voting_ui(ui, tray, session, is_low, &mut intents);
        let foot = ui.min_rect().bottom() - top;
        if (foot - tray.foot).abs() > 0.5 {
            tray.foot = foot;
            ui.ctx().request_repaint();
        }
    });
    drop_ui(ui, session, board, panel, &theme, &mut intents);
    intents
}

fn head_ui(ui: &mut Ui, count: usize, intents: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        field_label_ui(ui, say!(cmd_toggle_tray));
        muted_ui(ui, &count.to_string());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let folds = say!(cmd_toggle_tray_hide);
            if icon_button_ui(ui, Icon::ChevronRight, folds).clicked() {
                intents.push(Intent::Command(Command::ToggleTray));
            }
            let adds = Command::AddSticky.full_name();
            if icon_button_ui(ui, Icon::Plus, &say!(ui_tray_add, command = adds)).clicked() {
                intents.push(Intent::Deselect);
                intents.push(Intent::Command(Command::AddSticky));
            }
        });
    });
}

/// How many notes each colour has; a click shows that colour alone.
fn chips_ui(ui: &mut Ui, tray: &mut Tray, theme: &Theme) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for color in NoteColor::ALL {
            let count = tray.parked.iter().filter(|(_, own)| *own == color).count();
            let (rect, response) = ui.allocate_exact_size(vec2(47.0, 24.0), Sense::click());
            let is_on = tray.shown == Some(color);
            let label = say!(ui_tray_color, color = color.name(), count);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &label));
            let paper = theme.note(color as usize);
            let edge = if is_on || response.has_focus() { theme.accent } else { theme.hairline };
            ui.painter().rect_stroke(rect, 12.0, Stroke::new(1.0, style::color(edge)), StrokeKind::Inside);
            let sign = Rect::from_center_size(rect.left_center() + vec2(15.0, 0.0), Vec2::splat(14.0));
            ui.painter().rect_filled(sign, 3.0, style::color(paper.ground));
            let font = style::font(FaceStyle::Bold, size::UI_SMALL);
            ui.painter().text(sign.center(), egui::Align2::CENTER_CENTER, color.sign(), font, style::color(paper.sign));
            let at = rect.left_center() + vec2(27.0, 0.0);
            let text = count.to_string();
            ui.painter().text(at, egui::Align2::LEFT_CENTER, text, style::small(), style::color(theme.detail));
            if response.on_hover_text(&label).clicked() {
                tray.shown = if is_on { None } else { Some(color) };
            }
        }
    });
}

/// How many notes are tied: they are not in the lot, and are found from here.
fn tied_ui(ui: &mut Ui, tray: &Tray, intents: &mut Vec<Intent>) {
    if tray.tied.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        muted_ui(ui, &say!(ui_tray_tied, count = tray.tied.len()));
        if link_button_ui(ui, say!(ui_tray_show_tied)).clicked() {
            intents.push(Intent::SelectAll { records: tray.tied.clone(), extend: false });
        }
    });
}

fn notes_ui(ui: &mut Ui, tray: &mut Tray, session: &Session, board: &mut BoardPanel, intents: &mut Vec<Intent>) {
    if tray.parked.is_empty() {
        muted_ui(ui, say!(ui_tray_empty));
        return;
    }
    let is_shown = |color: NoteColor| tray.shown.is_none_or(|shown| shown == color);
    let shown: Vec<StickyId> = tray.parked.iter().filter(|(_, color)| is_shown(*color)).map(|(id, _)| *id).collect();
    let rows = shown.len().div_ceil(2);
    let (space, _) = ui.allocate_exact_size(vec2(2.0 * NOTE.x + GAP, rows as f32 * (NOTE.y + GAP)), Sense::hover());
    let mut editing = None;
    let place = |nth: usize| {
        let corner = vec2((nth % 2) as f32 * (NOTE.x + GAP), (nth / 2) as f32 * (NOTE.y + GAP));
        Rect::from_min_size(space.min + corner, NOTE)
    };
    // Of thousands only those are made that are seen, and one above and below for the focus to go on to.
    let seen = ui.clip_rect().expand2(vec2(0.0, NOTE.y + 2.0 * GAP));
    let row = |y: f32| ((y - space.min.y) / (NOTE.y + GAP)).floor().max(0.0) as usize;
    let (first, last) = (2 * row(seen.top()), 2 * row(seen.bottom()) + 2);
    let asked = tray.to_write.and_then(|record| shown.iter().position(|id| RecordRef::from(*id) == record));
    let written = tray.editor.as_ref().map(Editor::record);
    let written = written.and_then(|record| shown.iter().position(|id| RecordRef::from(*id) == record));
    let drawn = (first..last.min(shown.len())).chain(asked).chain(written);
    for nth in drawn.collect::<BTreeSet<usize>>() {
        let Some((id, note)) = shown.get(nth).and_then(|id| Some((*id, session.map().stickies.get(id)?))) else {
            continue;
        };
        let rect = place(nth);
        let record = RecordRef::from(id);
        if tray.to_write == Some(record) {
            tray.to_write = None;
            tray.editor = Some(Editor::new(record));
            ui.scroll_to_rect(rect, None);
        }
        note_ui(ui, session, board, (id, note), rect, intents);
        if tray.editor.as_ref().is_some_and(|editor| editor.record() == record) {
            editing = Some(rect);
        }
    }
    let Some(mut editor) = tray.editor.take() else { return };
    if let Some(rect) =
        editing.map(|rect| Rect::from_min_max(rect.min, rect.max - vec2(0.0, FOOT)).shrink(PADDING - 1.0))
        && note_editor_ui(ui, &mut editor, session, rect, intents)
    {
        tray.editor = Some(editor);
    }
}

fn note_ui(
    ui: &mut Ui,
    session: &Session,
    board: &mut BoardPanel,
    (id, note): (StickyId, &Sticky),
    rect: Rect,
    intents: &mut Vec<Intent>,
) {
    let theme = style::theme(ui.ctx());
    let record = RecordRef::from(id);
    let response = ui.interact(rect, Id::unique("parked note").with(id), Sense::click_and_drag());
    let is_selected = session.selection().contains(record);
    let label = say!(kind_sticky_said, text = note.text);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &label));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let paper = theme.note(note.color as usize);
    let is_held = board.held_note() == Some(id);
    let fade = if is_held { 0.45 } else { 1.0 };
    ui.painter().rect_filled(rect, RADIUS, style::color(paper.ground).gamma_multiply(fade));
    if is_selected || response.has_focus() {
        let ring = Stroke::new(1.6, style::color(theme.accent));
        ui.painter().rect_stroke(rect, RADIUS, ring, StrokeKind::Inside);
    }
    words(
        ui,
        &note.text,
        paper,
        Rect::from_min_size(rect.min + Vec2::splat(PADDING), NOTE - Vec2::splat(2.0 * PADDING)),
    );
    let votes = if session.voting().is_some() { 0 } else { note.votes };
    foot(ui, note.color, votes, paper, rect);
    if response.drag_started() {
        board.take_note(id);
    } else if response.double_clicked() {
        intents.push(Intent::Select(record));
        intents.push(Intent::Command(Command::EditTitle));
    } else if response.clicked() {
        let more = ui.input(|input| input.modifiers.shift || input.modifiers.command);
        intents.push(if more { Intent::Toggle(record) } else { Intent::Select(record) });
    }
    if response.secondary_clicked() && !is_selected {
        intents.push(Intent::Select(record));
    }
    response.context_menu(|ui| menu_ui(ui, Some(record), session, intents));
    response.on_hover_cursor(CursorIcon::Grab);
}

/// Three lines of a note.
fn words(ui: &Ui, text: &str, paper: Paper, rect: Rect) {
    let (font, ink) = (style::font(FaceStyle::Medium, size::UI_SMALL), style::color(paper.ink));
    let painter = ui.painter();
    if let Some((setter, style)) = Setter::of(ui.ctx(), text).zip(style_of(&font, ink)) {
        let written = setter.labelling(|shaper| shaper.written(text, style.with_line_height(1.3), Some(rect.width())));
        written.lines.iter().take(LINES).for_each(|line| paint_line(painter, &line.line, rect.min));
        return;
    }
    let mut job = LayoutJob::simple(text.to_owned(), font, ink, rect.width());
    job.wrap = TextWrapping { max_width: rect.width(), max_rows: LINES, ..TextWrapping::default() };
    painter.galley(rect.min, painter.layout_job(job), ink);
}

fn foot(ui: &Ui, color: NoteColor, votes: u16, paper: Paper, rect: Rect) {
    let (painter, sign) = (ui.painter(), style::color(paper.sign));
    let y = rect.bottom() - FOOT / 2.0;
    let font = style::font(FaceStyle::Bold, size::UI_SMALL);
    painter.text(pos2(rect.left() + PADDING, y), egui::Align2::LEFT_CENTER, color.sign(), font.clone(), sign);
    let dot = |x: f32| painter.circle_filled(pos2(x, y), DOT / 2.0, sign);
    let right = rect.right() - PADDING - DOT / 2.0;
    if votes > MOST_DOTS {
        let number = Words::new(painter, &votes.to_string(), font, sign, NOTE.x);
        let size = number.size();
        dot(right - size.x - 4.0);
        number.paint(painter, pos2(right - size.x, y - size.y / 2.0));
    } else {
        (0..votes).for_each(|nth| {
            dot(right - f32::from(nth) * (DOT + 2.0));
        });
    }
}

/// The keys with which notes are written down as they are said.
fn keys_ui(ui: &mut Ui) {
    let rows = [
        (say!(ui_tray_next), Command::AddSticky.keys().unwrap_or_default()),
        (say!(field_note_color), say!(ui_tray_color_keys).to_owned()),
        (say!(field_votes), Command::VoteUp.keys().unwrap_or_default()),
    ];
    for (name, keys) in rows {
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), KEYS - 8.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                muted_ui(ui, name);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| muted_ui(ui, &keys));
            },
        );
    }
}

fn voting_ui(ui: &mut Ui, tray: &mut Tray, session: &Session, is_low: bool, intents: &mut Vec<Intent>) {
    let theme = style::theme(ui.ctx());
    let mut ask = |msg: VotingMsg| intents.push(Intent::Voting(msg));
    let Some(voting) = session.voting() else {
        ui.horizontal(|ui| {
            if link_button_ui(ui, &say!(ui_tray_vote, each = usize::from(tray.each))).clicked() {
                ask(VotingMsg::Begin(tray.each));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                if icon_button_ui(ui, Icon::Plus, say!(ui_tray_more_dots)).clicked() {
                    tray.each = (tray.each + 1).min(MOST_EACH);
                }
                if icon_button_ui(ui, Icon::Minus, say!(ui_tray_fewer_dots)).clicked() {
                    tray.each = (tray.each - 1).max(1);
                }
            });
        });
        if let Some((only, place)) = session.vote_place()
            && link_button_ui(ui, &cut(say!(ui_tray_vote_in, place))).clicked()
        {
            ask(VotingMsg::BeginIn(tray.each, only));
        }
        let any = session.map().stickies.values().any(|note| note.votes > 0);
        if any && link_button_ui(ui, say!(ui_tray_clear)).clicked() {
            ask(VotingMsg::Clear);
        }
        return;
    };
    let left = say!(ui_tray_left, left = usize::from(voting.left), each = usize::from(voting.each));
    let row = ui.horizontal(|ui| {
        muted_ui(ui, say!(ui_tray_left_label));
        for nth in 0..voting.each {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(10.0), Sense::hover());
            let color = style::color(theme.accent);
            if nth < voting.left {
                ui.painter().circle_filled(rect.center(), 4.0, color);
            } else {
                ui.painter().circle_stroke(rect.center(), 3.4, Stroke::new(1.2, color));
            }
        }
    });
    row.response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &left));
    if let Some(place) = session.voted_on() {
        muted_ui(ui, &cut(say!(ui_tray_voted_on, place)));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding.x = 8.0;
        ui.spacing_mut().item_spacing.x = 6.0;
        if secondary_button_ui(ui, say!(ui_tray_next_person)).clicked() {
            ask(VotingMsg::Next);
        }
        if secondary_button_ui(ui, say!(ui_tray_reveal)).clicked() {
            ask(VotingMsg::Reveal);
        }
    });
    if !is_low {
        muted_ui(ui, say!(ui_tray_hidden));
    }
}

/// Words that stand in one line of the lot.
fn cut(words: String) -> String {
    if words.chars().count() <= LETTERS { words } else { words.chars().take(LETTERS - 1).chain(['…']).collect() }
}

/// Where a note of the board is parked: the whole panel takes it, a dashed place says so.
fn drop_ui(ui: &Ui, session: &Session, board: &BoardPanel, panel: Rect, theme: &Theme, intents: &mut Vec<Intent>) {
    let place =
        Rect::from_min_max(pos2(panel.left() + 10.0, panel.bottom() - BELOW - DROP), panel.max - vec2(10.0, BELOW));
    let held = board.held_note().filter(|id| {
        let place = session.map().stickies.get(id).map(|note| session.map().note_place(note));
        place.is_some_and(|place| place != NotePlace::Parked)
    });
    let here = ui.input(|input| input.pointer.latest_pos()).is_some_and(|pos: Pos2| panel.contains(pos));
    let is_over = here && held.is_some();
    if panel.height() < LOW {
        if held.is_none() {
            return;
        }
        ui.painter().rect_filled(place.expand(2.0), 0.0, style::color(theme.surface));
    }
    let ink = if is_over { theme.accent } else { theme.muted };
    let ring = [place.left_top(), place.right_top(), place.right_bottom(), place.left_bottom(), place.left_top()];
    let edge = Stroke::new(1.2, style::color(if is_over { theme.accent } else { theme.neutral }));
    ui.painter().extend(Shape::dashed_line(&ring, edge, 4.0, 3.0));
    let font = style::small();
    let words = Words::new(ui.painter(), say!(ui_tray_drop), font, style::color(ink), place.width() - 12.0);
    let size = words.size();
    words.paint(ui.painter(), place.center() - size / 2.0);
    if is_over
        && ui.input(|input| input.pointer.primary_released())
        && let Some(edit) = held.and_then(|id| edit::park(session.map(), &[id]))
    {
        intents.push(Intent::CallOff);
        intents.push(Intent::Edit(edit));
    }
}
