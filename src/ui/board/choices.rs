//! Something is to be flagged: with which rule? A lane is to be added: what shall it show? A short list where something was dropped
//! or clicked, or beside what is selected.
//!
//! Until something is chosen there is nothing: Esc, a press elsewhere or any command leaves the map as it is.

use super::BoardPanel;
use super::arranged::Arranged;
use super::gesture::is_struck;
use crate::edit::lanes_to_add;
use crate::model::{FlagTarget, Regime};
use crate::session::{Choice, Intent, Session};
use crate::ui::menu::{MenuItem, menu_item_ui};
use crate::ui::screen::View;
use egui::{Area, Frame, Id, Key, Order, Pos2, Rect, Ui};

/// In points.
const WIDTH: f32 = 230.0;

impl BoardPanel {
    /// Shows the list while the session waits for a choice.
    pub(super) fn choices_ui(
        &mut self,
        ui: &Ui,
        session: &Session,
        shown: &Arranged,
        view: View,
        intents: &mut Vec<Intent>,
    ) {
        let Some(choice) = session.choosing() else {
            self.choices = None;
            return;
        };
        let is_new = self.choices.is_none();
        let at = *self.choices.get_or_insert_with(|| {
            // Where something was dropped just now, else by a command.
            self.dropped_at.take().unwrap_or_else(|| beside(choice, shown, view, ui.max_rect()))
        });
        intents.extend(choice_list_ui(ui, session, choice, at, is_new));
    }
}

/// Shows what can be chosen at a place, until something is, or it is given up. `is_new` says that it was not there before.
pub(in crate::ui) fn choice_list_ui(
    ui: &Ui,
    session: &Session,
    choice: Choice,
    at: Pos2,
    is_new: bool,
) -> Option<Intent> {
    let mut chosen = None;
    let area = Area::new(Id::unique("board choices")).order(Order::Foreground).fixed_pos(at).constrain(true);
    let list = area.show(ui.ctx(), |ui| {
        Frame::menu(ui.style()).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_width(WIDTH);
            for (nth, (name, intent)) in offered(choice, session).into_iter().enumerate() {
                let row = menu_item_ui(ui, &MenuItem { name, keys: String::new(), on: None });
                // Arrows walk from the first row on, and Enter takes the one they have come to.
                if nth == 0 && is_new {
                    row.request_focus();
                }
                if row.clicked() {
                    chosen = Some(intent);
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
    let asked = ended.or(chosen)?;
    ui.memory_mut(|memory| memory.request_focus(super::focus_id()));
    Some(asked)
}

/// What can be chosen, and what then happens.
fn offered(choice: Choice, session: &Session) -> Vec<(&'static str, Intent)> {
    match choice {
        Choice::Rule(_) => Regime::ALL.into_iter().map(|regime| (regime.name(), Intent::ChooseRule(regime))).collect(),
        Choice::Lane { .. } => {
            let kinds = lanes_to_add(session.map()).into_iter();
            kinds.map(|kind| (kind.name(), Intent::ChooseLane(kind))).collect()
        }
    }
}

/// Under what is to be flagged, or above the lane that another goes before, where that is in view.
fn beside(choice: Choice, shown: &Arranged, view: View, area: Rect) -> Pos2 {
    let on_screen = |record| shown.rects_of(record).next().map(|rect| view.rect_to_screen(rect));
    let place = match choice {
        Choice::Rule(FlagTarget::Touchpoint(card)) => on_screen(card.into()).map(|rect| rect.left_bottom()),
        Choice::Rule(FlagTarget::Stage(stage)) => on_screen(stage.into()).map(|rect| rect.left_bottom()),
        Choice::Lane { before } => {
            let last = || shown.board.rows.last().map(|row| row.lane);
            let at = before.map(|lane| (lane, false)).or_else(|| last().map(|lane| (lane, true)));
            at.and_then(|(lane, below)| {
                on_screen(lane.into()).map(|rect| if below { rect.left_bottom() } else { rect.left_top() })
            })
        }
    };
    place.filter(|pos| area.contains(*pos)).unwrap_or(area.center())
}
