//! The map as a picture in the middle of the window.

use crate::layout::{Lens, Target, arrange};
use crate::model::RecordRef;
use crate::session::{Action, Session, View};
use crate::text::Shaper;
use crate::ui::{screen, style};
use egui::{Id, Ui, vec2};

#[derive(Default)]
pub struct BoardPanel;

pub fn focus_id() -> Id {
    Id::unique("touchline board")
}

impl BoardPanel {
    pub fn zoom(&self) -> f32 {
        1.0
    }
    pub fn hint(&self) -> Option<&str> {
        None
    }
    pub fn show(&mut self, _: View) {}
    pub fn edit_title(&mut self, _: RecordRef) {}
    pub fn reveal(&mut self, _: RecordRef) {}
    pub fn fonts_changed(&mut self) {}
}

pub fn board_ui(ui: &mut Ui, _: &mut BoardPanel, session: &Session, shaper: &Shaper) -> Vec<Action> {
    let theme = style::theme(ui.ctx());
    let area = ui.available_rect_before_wrap();
    let lens = Lens { segment: session.lens() };
    let target = Target::Board { min_width: area.width() - 40.0 };
    let scene = arrange(session.shown(), &lens, &theme, shaper, &target);
    screen::paint(&ui.painter_at(area), &scene, screen::View::new(area.min + vec2(20.0, 0.0), 1.0));
    Vec::new()
}
