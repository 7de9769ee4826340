//! Something is to be flagged: with which rule? A short list where the flag was dropped, or beside what is selected.
//!
//! Until a rule is chosen there is no flag: Esc, a press elsewhere or any command leaves the map as it is.

use super::BoardPanel;
use super::arranged::Arranged;
use super::gesture::is_struck;
use crate::model::{FlagTarget, RecordRef, Regime};
use crate::session::{Intent, Session};
use crate::ui::menu::{MenuItem, menu_item_ui};
use crate::ui::screen::View;
use egui::{Area, Frame, Id, Key, Order, Pos2, Rect, Ui};

/// In points.
const WIDTH: f32 = 230.0;

impl BoardPanel {
    /// Shows the list while the session waits for a rule.
    pub(super) fn rules_ui(
        &mut self,
        ui: &Ui,
        session: &Session,
        shown: &Arranged,
        view: View,
        intents: &mut Vec<Intent>,
    ) {
        let Some(on) = session.choosing() else {
            self.rules = None;
            return;
        };
        let is_new = self.rules.is_none();
        let at = *self.rules.get_or_insert_with(|| {
            // Where something was dropped just now, else by a command.
            self.dropped_at.take().unwrap_or_else(|| beside(on, shown, view, ui.max_rect()))
        });
        let mut chosen = None;
        let area = Area::new(Id::unique("board rules")).order(Order::Foreground).fixed_pos(at).constrain(true);
        let list = area.show(ui.ctx(), |ui| {
            Frame::menu(ui.style()).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(WIDTH);
                for (nth, regime) in Regime::ALL.into_iter().enumerate() {
                    let row = menu_item_ui(ui, &MenuItem { name: regime.name(), keys: String::new(), on: None });
                    // Arrows walk from the first row on, and Enter takes the one they have come to.
                    if nth == 0 && is_new {
                        row.request_focus();
                    }
                    if row.clicked() {
                        chosen = Some(regime);
                    }
                }
            });
        });
        let rect = list.response.rect;
        let elsewhere = ui.input(|input| {
            let pointer = &input.pointer;
            pointer.any_pressed() && pointer.interact_pos().is_some_and(|pos| !rect.contains(pos))
        });
        let ended = if is_struck(ui, Key::Escape) || elsewhere && !is_new { Some(Intent::Cancel) } else { None };
        if let Some(action) = ended.or(chosen.map(Intent::ChooseRule)) {
            intents.push(action);
            ui.memory_mut(|memory| memory.request_focus(super::focus_id()));
        }
    }
}

/// Under what is to be flagged, where it is in view.
fn beside(on: FlagTarget, shown: &Arranged, view: View, area: Rect) -> Pos2 {
    let record = match on {
        FlagTarget::Touchpoint(card) => RecordRef::Touchpoint(card),
        FlagTarget::Stage(stage) => RecordRef::Stage(stage),
    };
    let place = shown.rects_of(record).next().map(|rect| view.rect_to_screen(rect).left_bottom());
    place.filter(|pos| area.contains(*pos)).unwrap_or(area.center())
}
