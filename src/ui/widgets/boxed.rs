//! A box over the window: for what has to be answered before going on, never for news.

use super::{icon_button_ui, title_ui};
use crate::theme::Icon;
use crate::ui::style;
use egui::{
    Color32, Context, CornerRadius, Event, Frame, Id, LayerId, Margin, Modal, Order, Sense, Ui, UiBuilder, Vec2,
};
use touchline_words::say;

/// What was shown, and whether it asks to be closed: by Esc, the cross or, where nothing is lost, a click beside it. What was
/// written into a field of it would be.
pub struct Boxed<R> {
    pub inner: R,
    pub closed: bool,
}

/// How far the ring around what has the keyboard stands out of it.
const FOCUS_RING: f32 = 3.0;

/// Shows a titled box of a width in the middle of the window.
pub fn box_ui<R>(ctx: &Context, id: &str, title: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> Boxed<R> {
    any_box_ui(ctx, id, title, width, true, add)
}

/// Shows a box in which work would be lost: a click beside it does not close it, only Esc and the cross do.
pub fn firm_box_ui<R>(ctx: &Context, id: &str, title: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> Boxed<R> {
    any_box_ui(ctx, id, title, width, false, add)
}

fn any_box_ui<R>(
    ctx: &Context,
    id: &str,
    title: &str,
    width: f32,
    closes_beside: bool,
    add: impl FnOnce(&mut Ui) -> R,
) -> Boxed<R> {
    let theme = style::theme(ctx);
    let frame = Frame::new()
        .fill(style::color(theme.surface))
        .stroke(style::hairline(&theme))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::same(24))
        .shadow(ctx.global_style().visuals.window_shadow);
    let veil = if theme.dark { Color32::from_black_alpha(120) } else { Color32::from_black_alpha(56) };
    keep_on_top(ctx, Id::unique(id));
    let shown = Modal::new(Id::unique(id)).frame(frame).backdrop_color(veil).show(ctx, |ui| {
        ui.set_width(width);
        let mut crossed = false;
        ui.horizontal(|ui| {
            title_ui(ui, title);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                crossed = icon_button_ui(ui, Icon::Close, say!(ui_close_this_box)).clicked();
            });
        });
        ui.add_space(10.0);
        (add(ui), crossed)
    });
    let beside = shown.backdrop_response.clicked();
    let closes_beside = !is_written(ctx, Id::unique(id)) && closes_beside;
    let asked = shown.should_close() && (closes_beside || !beside);
    let (inner, crossed) = shown.inner;
    Boxed { inner, closed: crossed || asked }
}

/// Whether something was written into a field of a box since it came: a click beside it is then more likely a slip than a wish.
fn is_written(ctx: &Context, id: Id) -> bool {
    #[derive(Clone, Copy)]
    struct Written {
        pass: u64,
        is_written: bool,
    }
    let pass = ctx.cumulative_pass_nr();
    let is_text = |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_));
    let comes = ctx.text_edit_focused() && ctx.input(|input| input.events.iter().any(is_text));
    let id = id.with("written");
    let before = ctx.data(|data| data.get_temp::<Written>(id)).filter(|before| pass - before.pass <= 1);
    let is_written = comes || before.is_some_and(|before| before.is_written);
    ctx.data_mut(|data| data.insert_temp(id, Written { pass, is_written }));
    is_written
}

/// Lays a box that just came over the one that asked for it. On a slow machine a whole click falls into one frame; then
/// both of them are raised in it, and the new one is raised once more in the next.
fn keep_on_top(ctx: &Context, id: Id) {
    let layer = LayerId::new(Order::Foreground, id);
    let pass = ctx.cumulative_pass_nr();
    if !ctx.memory(|memory| memory.areas().visible_last_frame(&layer)) {
        ctx.data_mut(|data| data.insert_temp(id, pass));
        ctx.request_repaint();
    }
    let came = ctx.data(|data| data.get_temp::<u64>(id)).unwrap_or(pass);
    if pass.saturating_sub(came) <= 1 {
        ctx.move_to_top(layer);
    }
}

/// Room of a fixed size in a box. What wants more of it is cut: it moves nothing below, and the box stays where it is, so
/// that what is about to be clicked does not slip away while figures arrive.
pub fn room_ui<R>(ui: &mut Ui, size: Vec2, add: impl FnOnce(&mut Ui) -> R) -> R {
    let (room, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(room));
    inside.shrink_clip_rect(room.expand(FOCUS_RING));
    add(&mut inside)
}

/// Lets what scrolls in here show its bar without being pointed at, so that nobody misses what lies below.
pub fn show_scroll_bar(ui: &mut Ui) {
    let scroll = &mut ui.spacing_mut().scroll;
    (scroll.dormant_handle_opacity, scroll.dormant_background_opacity) = (0.6, 0.3);
    scroll.floating_width = scroll.bar_width;
}

/// The row of buttons at a box's foot, the first at the right.
pub fn box_buttons_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(18.0);
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), style::CONTROL_HEIGHT),
        egui::Layout::right_to_left(egui::Align::Center),
        add,
    )
    .inner
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, PointerButton, RawInput, Rect, pos2};

    #[test]
    fn a_click_beside_a_firm_box_leaves_it_open_and_esc_closes_it() {
        let closed = |firm: bool, last: Vec<Event>| {
            let ctx = Context::default();
            let mut closed = false;
            let mut frame = |events: Vec<Event>| {
                let screen_rect = Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 600.0)));
                let input = RawInput { screen_rect, events, ..RawInput::default() };
                let show = |ui: &mut Ui| {
                    let add = |ui: &mut Ui| ui.label("words");
                    let boxed = match firm {
                        true => firm_box_ui(ui.ctx(), "file", "File", 300.0, add),
                        false => box_ui(ui.ctx(), "file", "File", 300.0, add),
                    };
                    closed |= boxed.closed;
                };
                ctx.run_ui(input, show).textures_delta.clear();
            };
            frame(Vec::new());
            frame(Vec::new());
            frame(vec![Event::PointerMoved(pos2(20.0, 580.0))]);
            for event in last {
                frame(vec![event]);
            }
            closed
        };
        let press = |pressed| Event::PointerButton {
            pos: pos2(20.0, 580.0),
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let esc = Event::Key {
            key: egui::Key::Escape,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        assert!(closed(false, vec![press(true), press(false)]));
        assert!(!closed(true, vec![press(true), press(false)]));
        assert!(closed(true, vec![esc]));
    }

    #[test]
    fn a_box_and_its_buttons_stay_in_place_when_more_comes_into_its_room() {
        let ctx = Context::default();
        let place_with = |height: f32| {
            let mut place = Rect::NOTHING;
            let screen_rect = Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 600.0)));
            let show = |ui: &mut Ui| {
                firm_box_ui(ui.ctx(), "room", "Room", 300.0, |ui| {
                    let size = egui::vec2(300.0, 200.0);
                    room_ui(ui, size, |ui| ui.allocate_space(egui::vec2(300.0, height)));
                    place = ui.button("go").rect;
                });
            };
            ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, show).textures_delta.clear();
            place
        };
        (0..3).for_each(|_| _ = place_with(100.0));
        let before = place_with(100.0);
        assert_eq!([place_with(260.0), place_with(260.0)], [before, before]);
    }

    #[test]
    fn a_box_that_comes_back_lies_over_the_one_that_asked_for_it() {
        let ctx = Context::default();
        let frame = |boxes: &[&str], events: Vec<Event>| {
            let screen_rect = Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 600.0)));
            let input = RawInput { screen_rect, events, ..RawInput::default() };
            let show = |ui: &mut Ui| {
                for id in boxes {
                    box_ui(ui.ctx(), id, id, 300.0, |ui| ui.label("words"));
                }
            };
            ctx.run_ui(input, show).textures_delta.clear();
        };
        let middle = pos2(400.0, 300.0);
        let press = |pressed| Event::PointerButton {
            pos: middle,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let layer = |id: &str| LayerId::new(Order::Foreground, Id::unique(id));
        for shown in [&["asked"][..], &["asked"], &["asks"], &["asks"]] {
            frame(shown, Vec::new());
        }
        // The whole click in one frame, in which the other box comes again.
        frame(&["asks"], vec![Event::PointerMoved(middle)]);
        frame(&["asks", "asked"], vec![press(true), press(false)]);
        for _ in 0..2 {
            frame(&["asks", "asked"], Vec::new());
        }
        assert_eq!(ctx.layer_id_at(middle), Some(layer("asked")));
    }
}
