//! A flag was dropped: which rule? A short list at the pointer, the first taken by Enter.

use super::BoardPanel;
use super::gesture::{Gesture, is_struck};
use crate::model::Regime;
use crate::session::Action;
use crate::ui::menu::{MenuItem, menu_item_ui};
use egui::{Area, Frame, Id, Key, Order, Ui};

impl BoardPanel {
    /// Shows the list while a flag waits for its rule.
    pub(super) fn regimes_ui(&mut self, ui: &Ui, actions: &mut Vec<Action>) {
        let Gesture::Regime { at, .. } = &self.gesture else { return };
        let mut chosen = None;
        let area = Area::new(Id::unique("board regimes")).order(Order::Foreground).fixed_pos(*at).constrain(true);
        let shown = area.show(ui.ctx(), |ui| {
            Frame::menu(ui.style()).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(230.0);
                for regime in Regime::ALL {
                    if menu_item_ui(ui, &MenuItem { name: regime.name(), keys: String::new(), on: None }).clicked() {
                        chosen = Some(regime);
                    }
                }
            });
        });
        let pressed_elsewhere = ui.input(|input| {
            input.pointer.any_pressed()
                && input.pointer.interact_pos().is_some_and(|pos| !shown.response.rect.contains(pos))
        });
        let (enter, escape) = (is_struck(ui, Key::Enter), is_struck(ui, Key::Escape));
        if enter || pressed_elsewhere {
            chosen = chosen.or(Regime::ALL.first().copied());
        }
        if chosen.is_none() && !escape {
            return;
        }
        let Gesture::Regime { mut held, .. } = std::mem::take(&mut self.gesture) else { return };
        match chosen.filter(|_| !escape) {
            Some(regime) => {
                held.set_regime(regime);
                self.commit(*held, actions);
            }
            None => self.call_off(*held, actions),
        }
    }
}
