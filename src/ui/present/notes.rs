//! The presenter's own window: this stage and the next one, what was noted, the timer, and how long it has been going on.

use super::Scenery;
use super::hands::keys;
use super::screen::Pages;
use crate::layout::Stand;
use crate::model::Map;
use crate::scene::FaceStyle;
use crate::session::flows::{Note, PresentMsg, notes};
use crate::theme::{Theme, size};
use crate::ui::style;
use crate::ui::when::time_of_day;
use crate::ui::widgets::{caption_ui, muted_ui, secondary_button_ui, show_scroll_bar};
use egui::{
    Align, CentralPanel, Context, Frame, Layout, Margin, Rect, RichText, ScrollArea, Ui, UiBuilder, Vec2,
    ViewportBuilder, ViewportId, pos2, vec2,
};
use touchline_words::say;

/// Where the window opens.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NotesWindow {
    /// Another screen, in points of the desktop; none where there is no other.
    pub other_screen: Option<Rect>,
}

const SIZE: Vec2 = vec2(1100.0, 700.0);
/// From the edges of another screen.
const FROM_EDGE: f32 = 40.0;
const GAP: f32 = 20.0;
/// Of a heading and the gap under it.
const HEADING: f32 = 26.0;
/// Of the times.
const FIGURE: f32 = 44.0;

/// Shows the window, and gives back what was asked for in it.
pub fn window_ui(ctx: &Context, pages: &mut Pages, scenery: &Scenery<'_>, place: &NotesWindow) -> Vec<PresentMsg> {
    // Where windows lie inside the one that there is, egui would say what its edges are in English.
    let is_own = !ctx.embed_viewports();
    let builder = ViewportBuilder::default().with_title(say!(present_notes_title)).with_resizable(is_own);
    let builder = match place.other_screen {
        // Whole on it, with room for the frame that the desktop puts around.
        Some(screen) => {
            let size = (screen.size() - Vec2::splat(2.0 * FROM_EDGE)).clamp(vec2(320.0, 240.0), SIZE);
            builder.with_position(screen.min + Vec2::splat(FROM_EDGE)).with_inner_size(size)
        }
        None => builder.with_inner_size(SIZE),
    };
    ctx.show_viewport_immediate(ViewportId::from_hash_of("presenter"), builder, |ui, _| {
        let mut msgs = keys(ui.ctx());
        if ui.input(|input| input.viewport().close_requested()) {
            msgs.push(PresentMsg::Notes);
        }
        let ground = style::color(style::theme(ui.ctx()).ground);
        let frame = Frame::new().fill(ground).inner_margin(Margin::same(20));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| msgs.extend(inside_ui(ui, pages, scenery)));
        msgs
    })
}

fn inside_ui(ui: &mut Ui, pages: &mut Pages, scenery: &Scenery<'_>) -> Vec<PresentMsg> {
    let theme = style::theme(ui.ctx());
    let all = ui.max_rect();
    let foot = all.bottom() - 44.0;
    let left = (all.width() - GAP) * 0.62;
    let map = scenery.session.map();
    let order = map.stages_in_order();
    let place = order.iter().position(|(id, _)| Some(*id) == scenery.show.stage());
    let next = place.and_then(|place| order.get(place + 1)).map(|(id, _)| *id);
    let lens = scenery.session.lens();

    let high = |width: f32| HEADING + (width * 0.625).min((foot - all.top()) * 0.62);
    let now = Rect::from_min_size(all.min, vec2(left, high(left)));
    let picture = titled_ui(ui, now, say!(present_now));
    if let Some(stand) = scenery.show.stand(map, lens) {
        let shown = pages.paint_alone(ui.painter(), scenery, Stand { timed: false, ..stand }, picture);
        edge(ui, shown, &theme);
    }
    let noted = scenery.show.stage().map(|stage| notes(map, stage)).unwrap_or_default();
    let under = Rect::from_min_max(pos2(all.left(), now.bottom() + GAP), pos2(all.left() + left, foot - GAP));
    notes_ui(ui, under, &noted);

    let beside = Rect::from_min_max(pos2(now.right() + GAP, all.top()), pos2(all.right(), foot - GAP));
    let upper = Rect::from_min_size(beside.min, vec2(beside.width(), high(beside.width())));
    let picture = titled_ui(ui, upper, say!(present_next));
    match next {
        Some(next) => {
            let shown = pages.paint_alone(
                ui.painter(),
                scenery,
                Stand { aside: false, ..scenery.show.neighbour(map, next, lens) },
                picture,
            );
            edge(ui, shown, &theme);
        }
        None => {
            let ink = style::color(theme.muted);
            ui.painter().text(picture.min, egui::Align2::LEFT_TOP, say!(present_last), style::body(), ink);
        }
    }
    times_ui(ui, Rect::from_min_max(pos2(beside.left(), upper.bottom() + GAP), beside.max), scenery, &theme);
    foot_ui(ui, Rect::from_min_max(pos2(all.left(), foot), all.max), map)
}

/// A heading, and the place under it.
fn titled_ui(ui: &mut Ui, place: Rect, title: &str) -> Rect {
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| caption_ui(ui, title));
    Rect::from_min_max(place.min + vec2(0.0, HEADING), place.max)
}

fn edge(ui: &Ui, picture: Rect, theme: &Theme) {
    ui.painter().rect_stroke(picture, 0.0, style::hairline(theme), egui::StrokeKind::Outside);
}

fn notes_ui(ui: &mut Ui, place: Rect, noted: &[Note]) {
    if place.height() < 40.0 {
        return;
    }
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        caption_ui(ui, say!(present_notes));
        if noted.is_empty() {
            muted_ui(ui, say!(present_no_notes));
        }
        show_scroll_bar(ui);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let theme = style::theme(ui.ctx());
            for note in noted {
                muted_ui(ui, note.kind);
                let words = RichText::new(&note.text).font(style::font(FaceStyle::Regular, size::TITLE));
                ui.label(words.color(style::color(theme.ink)));
                ui.add_space(6.0);
            }
        });
    });
}

/// The timer, as large as a glance needs it, and how long it has been going on.
fn times_ui(ui: &mut Ui, place: Rect, scenery: &Scenery<'_>, theme: &Theme) {
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        let figure = |ui: &mut Ui, about: &str, time: String, ink| {
            caption_ui(ui, about);
            ui.label(RichText::new(time).font(style::font(FaceStyle::SemiBold, FIGURE)).color(style::color(ink)));
            ui.add_space(6.0);
        };
        if let Some(clock) = scenery.show.timer().clock(scenery.now) {
            let ink = if clock.is_over { theme.bad_ink } else { theme.ink };
            let about = match (clock.is_paused, clock.block.as_str()) {
                (true, _) => say!(present_paused),
                (false, "") => say!(present_timer),
                (false, block) => block,
            };
            figure(ui, about, clock.time, ink);
        }
        if let Some(block) = scenery.show.coming_block(scenery.session.map()) {
            caption_ui(ui, say!(present_then));
            let words = say!(present_then_block, title = block.title.trim(), minutes = block.minutes);
            let words = RichText::new(words).font(style::font(FaceStyle::Regular, size::TITLE));
            ui.label(words.color(style::color(theme.ink)));
            ui.add_space(6.0);
        }
        let times =
            [(say!(present_since), scenery.show.elapsed_text(scenery.now)), (say!(present_clock), time_of_day())];
        ui.columns_const(|[since, clock]| {
            for (ui, (about, time)) in [since, clock].into_iter().zip(times) {
                figure(ui, about, time, theme.ink);
            }
        });
    });
    // The seconds go on while the room's picture stands still.
    ui.ctx().request_repaint_after(std::time::Duration::from_secs(1));
}

fn foot_ui(ui: &mut Ui, place: Rect, map: &Map) -> Vec<PresentMsg> {
    let mut msgs = Vec::new();
    ui.scope_builder(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)), |ui| {
        let buttons = [
            (say!(present_key_back), PresentMsg::Back),
            (say!(present_key_next), PresentMsg::Next),
            (say!(present_key_light), PresentMsg::LightNext),
            (say!(present_key_blank), PresentMsg::Blank),
            (say!(present_timer), PresentMsg::Timer),
            (say!(present_key_block), PresentMsg::NextBlock),
            (say!(present_key_end), PresentMsg::End),
        ];
        let has_agenda = !map.agenda.is_empty();
        let offered = buttons.into_iter().filter(|(_, msg)| has_agenda || *msg != PresentMsg::NextBlock);
        for (name, msg) in offered {
            if secondary_button_ui(ui, name).clicked() {
                msgs.push(msg);
            }
        }
    });
    msgs
}
