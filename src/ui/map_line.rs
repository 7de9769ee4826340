//! The map's own line above the board: what it decides, who sees to it, and whether it is still held to be true.

use super::style;
use super::widgets::{Tone, paint_focus, pill_ui};
use crate::model::{Belongs, Date, Map, MapState, RecordRef, Touchpoint};
use crate::scene::FaceStyle;
use crate::session::{Command, Intent, Session};
use crate::theme::size;
use crate::ui::screen::words::Words;
use egui::{Align, Context, Frame, Id, Layout, Margin, Role, Sense, Ui, WidgetInfo, vec2};
use touchline_words::say;

/// Height of the line with its margins, in logical pixels.
pub const HEIGHT: f32 = 30.0;
const LINE: f32 = 20.0;

/// Whether the map says anything of itself that the line shows.
pub fn is_needed(ctx: &Context, session: &Session) -> bool {
    let map = session.shown();
    has_states(ctx, session)
        || !map.meta.decides.trim().is_empty()
        || !map.meta.owner.trim().is_empty()
        || map.meta.reviewed.is_some()
}

/// Whether the map is told as it is and as it shall be, or is looked at in one of both. A map is gone through once.
fn has_states(ctx: &Context, session: &Session) -> bool {
    let (id, stamp) = (Id::unique("states of the map"), session.shown_stamp());
    let known = ctx.data(|data| data.get_temp::<(u64, bool)>(id)).filter(|(of, _)| *of == stamp);
    let (_, has_any) = known.unwrap_or_else(|| {
        let is_told = |card: &Touchpoint| card.to_be.is_some() || card.belongs != Belongs::Both;
        let looked = (stamp, session.shown().touchpoints.values().any(is_told));
        ctx.data_mut(|data| data.insert_temp(id, looked));
        looked
    });
    session.state().is_some() || has_any
}

/// Shows the line; a click selects the map, where it is written.
pub fn map_line_ui(ui: &mut Ui, session: &Session, today: Date, intents: &mut Vec<Intent>) {
    let map = session.shown();
    let theme = style::theme(ui.ctx());
    Frame::new().inner_margin(Margin { left: 20, right: 20, top: 0, bottom: 10 }).show(ui, |ui| {
        ui.set_height(LINE);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
            if has_states(ui.ctx(), session) {
                states_ui(ui, session.state(), intents);
            }
            kept_ui(ui, map, today);
            let question = map.meta.decides.split_whitespace().collect::<Vec<_>>().join(" ");
            if question.is_empty() {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let said = say!(layout_page_decides, question);
                let font = style::font(FaceStyle::Medium, size::UI);
                let words = Words::new(ui.painter(), &said, font, style::color(theme.ink), ui.available_width());
                let (rect, response) = ui.allocate_exact_size(vec2(words.size().x, LINE), Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
                let at = rect.left_center() - vec2(0.0, words.size().y / 2.0);
                words.paint(ui.painter(), at);
                if response.on_hover_text(&said).clicked() {
                    intents.push(Intent::Select(RecordRef::Map));
                }
            });
        });
    });
}

/// Which state of the map is shown; from the right, as what stands there.
fn states_ui(ui: &mut Ui, shown: Option<MapState>, intents: &mut Vec<Intent>) {
    let all = [
        (Some(MapState::ToBe), say!(belongs_to_be), Command::StateToBe),
        (Some(MapState::AsIs), say!(belongs_as_is), Command::StateAsIs),
        (None, say!(belongs_both), Command::StateBoth),
    ];
    let theme = style::theme(ui.ctx());
    ui.spacing_mut().item_spacing.x = 2.0;
    for (state, name, command) in all {
        let is_shown = state == shown;
        let font = style::font(if is_shown { FaceStyle::SemiBold } else { FaceStyle::Regular }, size::UI_SMALL);
        let ink = style::color(if is_shown { theme.accent_ink } else { theme.detail });
        let galley = ui.painter().layout_no_wrap(name.to_owned(), font, ink);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 16.0, LINE), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_shown, name));
        if is_shown || response.hovered() {
            let ground = if is_shown { theme.accent_ground } else { theme.hover };
            ui.painter().rect_filled(rect, 6.0, style::color(ground));
        }
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
        paint_focus(ui.painter(), &response, rect.shrink(1.0), 6.0);
        if response.on_hover_text(command.row().hint.text()).clicked() && !is_shown {
            intents.push(Intent::Command(command));
        }
    }
    ui.spacing_mut().item_spacing.x = 12.0;
}

/// Who sees to it, and the last review: one that does not hold any more stands out.
fn kept_ui(ui: &mut Ui, map: &Map, today: Date) {
    let muted = style::color(style::theme(ui.ctx()).muted);
    let words = |ui: &mut Ui, text: String| {
        let galley = ui.painter().layout_no_wrap(text, style::small(), muted);
        ui.label(galley);
    };
    if let Some(day) = map.meta.reviewed {
        let due = map.meta.review_due().filter(|due| today > *due);
        match due {
            Some(due) => _ = pill_ui(ui, &say!(ui_inspector_review_over, day = due.long()), Tone::Warn, Sense::hover()),
            None => words(ui, say!(layout_page_reviewed, day = day.long())),
        }
    }
    let owner = map.meta.owner.trim();
    if !owner.is_empty() {
        words(ui, say!(layout_page_owner, owner));
    }
}
