//! One row of the outline: what is seen of it, and what a screen reader is told.

use super::super::look::{bounds_of, dimmed, sign};
use super::super::shell::{Pane, record_menu_ui, ring};
use super::OutlinePanel;
use crate::model::{Field, FlagId, FlagStatus, RecordKind, RecordRef};
use crate::scene::FaceStyle;
use crate::session::views::{Item, Row, side_of, text_of};
use crate::session::{Intent, Session};
use crate::theme::{Icon, Theme, size};
use crate::ui::screen::words::Words;
use crate::ui::style;
use crate::ui::widgets::{Tone, paint_icon, pennant_size, pennant_ui};
use egui::accesskit;
use egui::{Event, Id, Rect, Role, Sense, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};
use touchline_words::say;

/// In logical pixels.
pub const ROW: f32 = 28.0;
/// How much further in each level stands.
const LEVEL: f32 = 20.0;
const MARGIN: f32 = 12.0;
const SIGN: f32 = 14.0;
const GAP: f32 = 8.0;

/// The name of a row among the widgets.
pub fn row_id(record: RecordRef) -> Id {
    Id::unique("outline row").with(record)
}

/// What a screen reader says of a record: what it is, what it says, and what stands at the right.
pub fn said(session: &Session, record: RecordRef, side: &str) -> String {
    let map = session.shown();
    let text = text_of(map, record);
    let text = if text.trim().is_empty() { say!(ui_outline_untitled) } else { &text };
    let kind = match FlagId::try_from(record).ok().and_then(|id| map.flags.get(&id)) {
        Some(flag) => format!("{} {}, {}", record.kind().name(), flag.code(), flag.status.name()),
        None => record.kind().name().to_owned(),
    };
    let said = say!(ui_outline_said, kind, text);
    if side.is_empty() { said } else { say!(ui_outline_said_more, said, more = side) }
}

/// Shows a row in its place.
pub fn row_ui(
    ui: &mut Ui,
    panel: &mut OutlinePanel,
    pane: Pane<'_>,
    nth: usize,
    rect: Rect,
    intents: &mut Vec<Intent>,
) {
    let Some(row) = panel.outline.rows().get(nth).copied() else { return };
    match row.item {
        Item::Head(kind) => head_ui(ui, pane, kind, (nth, &row), rect),
        Item::Record(record) => record_ui(ui, panel, pane, (record, &row), rect, intents),
    }
}

fn head_ui(ui: &Ui, pane: Pane<'_>, kind: RecordKind, (nth, row): (usize, &Row), rect: Rect) {
    let theme = style::theme(ui.ctx());
    if nth > 0 {
        line_above(ui, rect, &theme);
    }
    let font = style::font(FaceStyle::SemiBold, size::UI_SMALL);
    let words = Words::new(ui.painter(), &kind.counted(row.holds), font, style::color(theme.muted), rect.width());
    paint_words(ui, pane, words, rect.left() + MARGIN, rect);
}

/// Paints words in the middle of a row, `x` being where they begin in one that is read from the left.
fn paint_words(ui: &Ui, pane: Pane<'_>, words: Words, x: f32, row: Rect) {
    let place = Rect::from_min_size(pos2(x, row.center().y - words.size().y / 2.0), words.size());
    words.paint(ui.painter(), pane.placed(place, row).min);
}

fn record_ui(
    ui: &mut Ui,
    panel: &mut OutlinePanel,
    pane: Pane<'_>,
    (record, row): (RecordRef, &Row),
    rect: Rect,
    intents: &mut Vec<Intent>,
) {
    let session = pane.session;
    let theme = style::theme(ui.ctx());
    let is_selected = session.selection().contains(record);
    let is_main = session.selection().main() == Some(record);
    // The rows are one stop of Tab together.
    let response = ui.interact(rect, row_id(record), Sense::CLICK);
    let lit = rect.shrink2(vec2(4.0, 0.0));
    if is_selected {
        ui.painter().rect_filled(lit, 6.0, style::color(theme.accent_ground));
    } else if response.hovered() {
        ui.painter().rect_filled(lit, 6.0, style::color(theme.hover));
    }
    if row.depth == 0 && record.kind() == RecordKind::Stage && row.place > 1 {
        line_above(ui, rect, &theme);
    }
    for level in 1..row.depth {
        let x = MARGIN + f32::from(level) * LEVEL + SIGN / 2.0;
        let x = if pane.is_turned { rect.right() - x } else { rect.left() + x };
        ui.painter().vline(x, rect.y_range(), Stroke::new(1.0, style::color(theme.hairline)));
    }
    let folds = (row.holds > 0).then(|| fold_ui(ui, panel, pane, (record, row), rect, &theme));
    let side = panel.reached.get(&record).cloned().unwrap_or_else(|| side_of(session.shown(), record));
    let told = said(session, record, &side);
    tell(ui, (record, row), &told, is_selected, rect);
    let is_open = panel.editor.as_mut().filter(|editor| editor.record() == record);
    dimmed(ui, row.is_dimmed, |ui| {
        let x = sign_ui(ui, pane, (record, row), rect, &theme);
        match is_open {
            Some(editor) => editor.set_start(x - 6.0 - rect.left()),
            None => words_ui(ui, pane, (record, row), (x, &side), rect, &theme),
        }
    });
    if is_main && pane.has_keys(ui) {
        ring(ui.painter(), lit.shrink(1.0), 6.0);
    }
    asked_of(ui, panel, record, intents);
    if response.double_clicked() {
        panel.edit(record);
    } else if response.clicked() && folds != Some(true) {
        let held = ui.input(|input| input.modifiers);
        intents.push(match session.selection().main() {
            Some(from) if held.shift => panel.between(from, record),
            _ if held.command => Intent::Toggle(record),
            _ => Intent::Select(record),
        });
        pane.take_keys(ui);
    }
    record_menu_ui(&response, pane, record, intents);
}

fn line_above(ui: &Ui, rect: Rect, theme: &Theme) {
    ui.painter().hline(rect.x_range(), rect.top(), style::hairline(theme));
}

/// The arrow of a row that holds others; true when it was clicked.
fn fold_ui(
    ui: &mut Ui,
    panel: &mut OutlinePanel,
    pane: Pane<'_>,
    (record, row): (RecordRef, &Row),
    rect: Rect,
    theme: &Theme,
) -> bool {
    let x = rect.left() + MARGIN + f32::from(row.depth) * LEVEL - 2.0;
    let place = pane.placed(Rect::from_center_size(pos2(x, rect.center().y), Vec2::splat(16.0)), rect);
    let response = ui.interact(place.expand(2.0), row_id(record).with("fold"), Sense::CLICK);
    let text = text_of(pane.session.shown(), record);
    let label = if row.is_folded { say!(ui_outline_unfold, text) } else { say!(ui_outline_fold, text) };
    let icon = match (row.is_folded, pane.is_turned) {
        (false, _) => Icon::ChevronDown,
        (true, false) => Icon::ChevronRight,
        (true, true) => Icon::ChevronLeft,
    };
    let ink = if response.hovered() { theme.ink } else { theme.muted };
    paint_icon(ui.painter(), icon, place.shrink(2.0), ink);
    let clicked = response.on_hover_text(label).clicked();
    if clicked {
        panel.outline.fold(record, !row.is_folded);
    }
    clicked
}

/// What a record is, before its words; gives back where those stand in a row that is read from the left.
fn sign_ui(ui: &mut Ui, pane: Pane<'_>, (record, row): (RecordRef, &Row), rect: Rect, theme: &Theme) -> f32 {
    let (map, middle) = (pane.session.shown(), rect.center().y);
    let left = rect.left() + MARGIN + f32::from(row.depth) * LEVEL + 6.0;
    let end = left + SIGN + GAP;
    let at = pane.placed(Rect::from_center_size(pos2(left + SIGN / 2.0, middle), Vec2::splat(SIGN)), rect);
    if record.kind() == RecordKind::Stage {
        let bar = Rect::from_center_size(at.center(), vec2(3.0, 14.0));
        ui.painter().rect_filled(bar, 1.5, style::color(theme.stage(row.hue)));
    } else if let Some((icon, color)) = sign(map, record, row.hue, theme) {
        paint_icon(ui.painter(), icon, at, color);
    }
    if let Some(flag) = FlagId::try_from(record).ok().and_then(|id| map.flags.get(&id)) {
        let size = pennant_size(ui, flag.code());
        let place = pane.placed(Rect::from_min_size(pos2(left, middle - size.y / 2.0), size), rect);
        let tone = match flag.status {
            FlagStatus::Open => Tone::Bad,
            FlagStatus::InReview => Tone::Warn,
            FlagStatus::Cleared => Tone::Good,
            FlagStatus::NotApplicable => Tone::Neutral,
        };
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
            pennant_ui(ui, flag.status.sign(), flag.code(), tone, Sense::empty());
        });
        return left + size.x + GAP;
    }
    end
}

fn words_ui(
    ui: &mut Ui,
    pane: Pane<'_>,
    (record, row): (RecordRef, &Row),
    (x, side): (f32, &str),
    rect: Rect,
    theme: &Theme,
) {
    let map = pane.session.shown();
    let strong = row.depth == 0 && record.kind() == RecordKind::Stage;
    let side_font = if strong { style::font(FaceStyle::SemiBold, size::UI) } else { style::small() };
    let side_ink = if strong { theme.ink } else { theme.muted };
    let right = rect.right() - MARGIN - 4.0;
    let most = (right - x) / 2.0;
    let side = Words::new(ui.painter(), side, side_font, style::color(side_ink), most);
    let wide = side.size().x;
    paint_words(ui, pane, side, right - wide, rect);
    let text = text_of(map, record);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (text, ink) =
        if text.is_empty() { (say!(ui_outline_untitled).to_owned(), theme.muted) } else { (text, theme.ink) };
    // What the words of a flag, which may have none, leave out is said by its pennant.
    if record.kind() == RecordKind::Flag && text == say!(ui_outline_untitled) {
        return;
    }
    let folded = if row.is_folded { say!(ui_outline_holds, n = row.holds) } else { String::new() };
    let folded = Words::new(ui.painter(), &folded, style::small(), style::color(theme.muted), 120.0);
    let room = (right - wide - GAP - x - folded.size().x - GAP).max(24.0);
    let words = Words::new(ui.painter(), &text, font_of(record, row), style::color(ink), room);
    let end = x + words.size().x + GAP;
    paint_words(ui, pane, words, x, rect);
    paint_words(ui, pane, folded, end, rect);
}

fn font_of(record: RecordRef, row: &Row) -> egui::FontId {
    let kind = record.kind();
    if kind == RecordKind::Stage {
        return style::font(FaceStyle::SemiBold, size::FIGURE);
    }
    // What is thought is quoted.
    let face = if kind == RecordKind::Question {
        FaceStyle::Italic
    } else if row.depth == 1 || kind == RecordKind::Touchpoint {
        FaceStyle::Medium
    } else {
        FaceStyle::Regular
    };
    style::font(face, size::UI)
}

/// Says what stands in a row and where, and what can be done with it.
fn tell(ui: &Ui, (record, row): (RecordRef, &Row), told: &str, is_selected: bool, rect: Rect) {
    let can_write = crate::fields::kind(record.kind(), Field::Title).is_some() || record.kind() == RecordKind::Flag;
    ui.ctx().accesskit_node_builder(row_id(record), |node| {
        node.set_role(Role::TreeItem);
        node.set_label(told);
        node.set_level(usize::from(row.depth) + 1);
        node.set_position_in_set(row.place);
        node.set_size_of_set(row.beside);
        node.set_selected(is_selected);
        node.set_bounds(bounds_of(rect));
        node.add_action(accesskit::Action::Click);
        if row.is_dimmed {
            node.set_description(say!(filter_unmet));
        }
        if row.holds > 0 {
            node.set_expanded(!row.is_folded);
            node.add_action(if row.is_folded { accesskit::Action::Expand } else { accesskit::Action::Collapse });
        }
        if can_write {
            let write = accesskit::CustomAction { id: WRITE, description: say!(cmd_edit_title).into() };
            node.set_custom_actions(vec![write]);
            node.add_action(accesskit::Action::CustomAction);
        }
    });
}

/// The number of the action that opens a row's words.
const WRITE: i32 = 1;

/// What a screen reader asks of a row beside a click.
fn asked_of(ui: &Ui, panel: &mut OutlinePanel, record: RecordRef, intents: &mut Vec<Intent>) {
    let id = row_id(record).accesskit_id();
    let asked = ui.input(|input| {
        let requests = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(request) if request.target_node == id => Some(request.action),
            _ => None,
        });
        requests.collect::<Vec<_>>()
    });
    for action in asked {
        match action {
            accesskit::Action::Expand => panel.outline.fold(record, false),
            accesskit::Action::Collapse => panel.outline.fold(record, true),
            accesskit::Action::CustomAction => {
                intents.push(Intent::Select(record));
                panel.edit(record);
            }
            _ => {}
        }
    }
}
