//! The tour in the window: a practice map in the place of the person's own, which waits untouched and comes back at the end.
//!
//! What the practice asks of the disk or of dialogs is not done. The own session goes on being told what the disk reports
//! and that time passes, so that its drafts are written meanwhile.

use super::Window;
use super::frame::Panels;
use crate::model::LaneKind;
use crate::scene::Kind;
use crate::session::tour::{Tour, TourStep};
use crate::session::{Effect, Intent, Menu, Session};
use crate::ui::spots::{self, Spot};
use crate::ui::tour::{TourAsk, TourView, tour_ui};
use egui::{Context, Key, Modifiers, Popup, Rect};
use std::time::Duration;

/// The tour, and what comes back after it.
pub(super) struct Touring {
    own: Session,
    panels: Panels,
    tour: Tour,
    view: TourView,
}

impl Window {
    pub(super) fn begin_tour(&mut self, ctx: &Context) {
        if self.touring.is_some() {
            return;
        }
        let practice = self.session.practice();
        let tour = Tour::begin(&practice);
        let own = std::mem::replace(&mut self.session, practice);
        let panels = std::mem::replace(&mut self.panels, Panels::new(&mut self.session));
        self.touring = Some(Touring { own, panels, tour, view: TourView::begin() });
        ctx.memory_mut(egui::Memory::stop_text_input);
        ctx.request_repaint();
    }

    /// Gives the person's own work back, as it was.
    pub(super) fn end_tour(&mut self, ctx: &Context) {
        let Some(touring) = self.touring.take() else { return };
        (self.session, self.panels) = (touring.own, touring.panels);
        ctx.memory_mut(egui::Memory::stop_text_input);
        ctx.request_repaint();
    }

    /// Tells the session that waits what happens beside the tour; gives back what the practice is to be told.
    pub(super) fn tell_own(&mut self, action: Intent, now: Duration) -> Option<Intent> {
        let Some(touring) = &mut self.touring else { return Some(action) };
        let is_own = matches!(action, Intent::Disk(_));
        if !is_own && action != Intent::Tick {
            return Some(action);
        }
        for effect in touring.own.handle(action, now) {
            if let Effect::Disk(job) = effect {
                self.worker.give(job);
            }
        }
        touring.own.journal().into_iter().for_each(|job| self.worker.give(job));
        (!is_own).then_some(Intent::Tick)
    }

    /// Esc ends the tour, where nothing else takes it: no box, no menu, no text and nothing in hand.
    pub(super) fn take_tour_escape(&mut self, ctx: &Context) {
        let boxed = ctx.memory(|memory| memory.top_modal_layer().is_some()) || Popup::is_any_open(ctx);
        let busy = self.session.in_hand().is_some() || self.typing || ctx.text_edit_focused();
        if self.touring.is_some()
            && !boxed
            && !busy
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.end_tour(ctx);
        }
    }

    /// Shows the call-out, and goes on where its thing was done.
    pub(super) fn tour_box_ui(&mut self, ctx: &Context) {
        let searches = self.boxes.searches();
        let boxed = ctx.memory(|memory| memory.top_modal_layer().is_some());
        let Some(touring) = &mut self.touring else { return };
        let before = touring.tour.step();
        touring.tour.look(&self.session, searches);
        // A box or a menu has the window to itself.
        if boxed || Popup::is_any_open(ctx) {
            return;
        }
        let spot = spot_of(ctx, touring.tour.step(), &self.panels);
        match tour_ui(ctx, &mut touring.view, &touring.tour, spot) {
            None => {}
            Some(TourAsk::Next) => _ = touring.tour.next(&self.session),
            Some(TourAsk::Back) => touring.tour.back(&self.session),
            Some(TourAsk::End) => return self.end_tour(ctx),
        }
        let step = touring.tour.step();
        if step != before {
            self.show_step(ctx, step);
            ctx.request_repaint();
        }
    }

    /// Brings what a step speaks of into sight.
    fn show_step(&mut self, ctx: &Context, step: TourStep) {
        let map = self.session.map();
        match step {
            TourStep::Stage => spots::bring(ctx, Spot::Stages),
            TourStep::Touchpoint => spots::bring(ctx, Spot::Touchpoints),
            TourStep::Face => {
                let first = map.stages_in_order().first().map(|(id, _)| *id);
                if let Some(lane) = map.lane_of(LaneKind::Feeling) {
                    self.panels.board.reveal_lane(lane, first.into_iter().collect());
                }
            }
            TourStep::Audience | TourStep::Undo | TourStep::Find | TourStep::Data => {}
        }
    }
}

/// What the practice may ask of the world: nothing that is kept, read or sent.
pub(super) fn is_for_practice(effect: &Effect) -> bool {
    match effect {
        Effect::Disk(_)
        | Effect::AskFile(_)
        | Effect::DataRead(_)
        | Effect::LendFonts { .. }
        | Effect::LendFontsToCopy
        | Effect::LendFontsToClientCopy { .. }
        | Effect::SetClipboardPicture(_)
        | Effect::AskServer(..)
        | Effect::CopyDiagnostics(_)
        | Effect::Speak(_)
        | Effect::FullScreen(_)
        | Effect::Close => false,
        Effect::SetClipboard(_)
        | Effect::AskPaste
        | Effect::Dialog(_)
        | Effect::Zoom(_)
        | Effect::AnotherMap
        | Effect::EditTitle(_)
        | Effect::OtherView
        | Effect::ComeForward
        | Effect::Reveal(_)
        | Effect::RevealLane { .. }
        | Effect::LineUp(..)
        | Effect::LeaveArrows(_) => true,
    }
}

/// Where a step points to.
fn spot_of(ctx: &Context, step: TourStep, panels: &Panels) -> Option<Rect> {
    match step {
        TourStep::Stage => spots::place(ctx, Spot::Stages).or_else(|| spots::place(ctx, Spot::Palette)),
        TourStep::Touchpoint => spots::place(ctx, Spot::Touchpoints).or_else(|| spots::place(ctx, Spot::Palette)),
        TourStep::Face => panels.board.first_in_sight(Kind::Emotion),
        TourStep::Audience => spots::place(ctx, Spot::Audiences),
        TourStep::Undo => spots::place(ctx, Spot::Menu(Menu::Edit)),
        TourStep::Find => spots::place(ctx, Spot::Menu(Menu::Help)),
        // A narrow window has no button for it.
        TourStep::Data => spots::place(ctx, Spot::Import).or_else(|| spots::place(ctx, Spot::Menu(Menu::Data))),
    }
}
