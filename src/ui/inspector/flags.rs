//! The compliance flags of a touchpoint or a stage, and the links that add one of each regime.

use super::panel::{Panel, remark_ui};
use crate::edit;
use crate::model::{Flag, FlagStatus, FlagTarget, RecordRef, Regime};
use crate::scene::FaceStyle;
use crate::session::Intent;
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{Tone, field_label_ui, link_button_ui, pennant_size, pennant_ui};
use egui::{
    FontSelection, Rect, RichText, Role, Sense, Stroke, StrokeKind, TextWrapMode, Ui, UiBuilder, WidgetInfo,
    WidgetText, pos2, vec2,
};
use touchline_words::direction::Listed;
use touchline_words::say;

const ROW_HEIGHT: f32 = 30.0;

/// What the status says by colour.
pub fn tone_of(status: FlagStatus) -> Tone {
    match status {
        FlagStatus::Open => Tone::Bad,
        FlagStatus::InReview => Tone::Warn,
        FlagStatus::Cleared => Tone::Good,
        FlagStatus::NotApplicable => Tone::Neutral,
    }
}

pub fn flags_ui(ui: &mut Ui, panel: &mut Panel<'_>, on: FlagTarget) {
    let map = panel.map;
    let flags = map.flags_on(on);
    field_label_ui(ui, say!(ui_inspector_compliance));
    for (id, flag) in &flags {
        if row_ui(ui, flag) {
            panel.intents.push(Intent::Select(RecordRef::Flag(*id)));
        }
    }
    let is_there = |regime| regime != Regime::Custom && flags.iter().any(|(_, flag)| flag.regime == regime);
    if let Some(regime) = regime_links_ui(ui, is_there) {
        let added = edit::add_flag(map, on, regime, panel.ids);
        panel.edit(added.map(|(edit, _)| edit));
    }
}

/// A link for each regime that is not there yet; the one that was clicked.
pub fn regime_links_ui(ui: &mut Ui, is_there: impl Fn(Regime) -> bool) -> Option<Regime> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.spacing_mut().interact_size.y = 16.0;
        remark_ui(ui, say!(ui_inspector_add_flag));
        for regime in Regime::ALL.into_iter().filter(|regime| !is_there(*regime)) {
            let link = link_button_ui(ui, regime.code());
            link.ctx.accesskit_node_builder(link.id, |node| {
                node.set_label(say!(ui_inspector_add_flag_of, code = regime.code()))
            });
            if link.on_hover_text(regime.name()).clicked() {
                chosen = Some(regime);
            }
        }
    });
    chosen
}

/// Pennant, and what is left to do; true when it was clicked.
fn row_ui(ui: &mut Ui, flag: &Flag) -> bool {
    let theme = style::theme(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::click());
    let facts = facts(flag);
    response.widget_info(|| {
        let name = say!(
            ui_inspector_flag_facts,
            code = flag.code(),
            status = flag.status.name(),
            colon = if facts.is_empty() { "" } else { ": " },
            facts
        );
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
    });
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, f32::from(style::RADIUS), style::color(theme.hover));
    }
    let edge = if response.has_focus() { theme.accent } else { theme.hairline };
    ui.painter().rect_stroke(rect, f32::from(style::RADIUS), Stroke::new(1.0, style::color(edge)), StrokeKind::Inside);
    let pennant = pennant_size(ui, flag.code());
    let at = pos2(rect.left() + 6.0, rect.center().y - pennant.y / 2.0);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(Rect::from_min_size(at, pennant)));
    inner.set_clip_rect(rect);
    pennant_ui(&mut inner, flag.status.sign(), flag.code(), tone_of(flag.status), Sense::hover());
    let left = at.x + pennant.x + 6.0;
    let room = Rect::from_min_max(pos2(left, rect.top()), pos2(rect.right() - 6.0, rect.bottom()));
    let shown = if facts.is_empty() { flag.status.name() } else { &facts };
    let font = style::font(FaceStyle::Regular, size::UI_SMALL);
    let words = RichText::new(shown).font(font).color(style::color(theme.ink_soft));
    let galley =
        WidgetText::from(words).into_galley(ui, Some(TextWrapMode::Truncate), room.width(), FontSelection::Default);
    let at = pos2(room.left(), room.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(theme.ink_soft));
    response.on_hover_text(say!(ui_inspector_show_flag)).clicked()
}

/// `parental consent · Legal · 5 Dec`: what there is of note, owner and due date.
fn facts(flag: &Flag) -> String {
    let note = flag.note.lines().next().unwrap_or_default().to_owned();
    let due = flag.due.map(|due| due.short()).unwrap_or_default();
    let parts: Vec<String> = [note, flag.owner.clone(), due].into_iter().filter(|part| !part.is_empty()).collect();
    parts.listed(" · ")
}
