//! When the window has to take what stands in an editor, beside what a person asks for.

use egui::{Context, Event, Id, Vec2};

/// Whether this frame brings letters, which an editor takes up only while it is drawn.
pub fn comes_in(ctx: &Context) -> bool {
    let is_text = |event: &Event| matches!(event, Event::Text(_) | Event::Ime(_) | Event::Paste(_) | Event::Cut);
    ctx.text_edit_focused() && ctx.input(|input| input.events.iter().any(is_text))
}

/// Whether a person leaves what has the keyboard: a button is pressed elsewhere, the window loses the focus or changes its
/// size.
pub fn is_left(ctx: &Context) -> bool {
    let owner = ctx.memory(|memory| memory.focused());
    let focused = owner.and_then(|id| ctx.read_response(id)).map(|field| field.rect);
    // Asking for a field that has just opened under a press takes the keyboard from it: looking is not to change anything.
    if let Some(owner) = owner.filter(|owner| !ctx.memory(|memory| memory.has_focus(*owner))) {
        ctx.memory_mut(|memory| memory.request_focus(owner));
    }
    let size = ctx.viewport_rect().size();
    let before: Option<Vec2> = ctx.data_mut(|data| {
        let before = data.get_temp(size_id());
        data.insert_temp(size_id(), size);
        before
    });
    let pressed_elsewhere = ctx.input(|input| {
        let on_field = focused.zip(input.pointer.interact_pos()).is_some_and(|(field, pos)| field.contains(pos));
        input.pointer.any_pressed() && !on_field
    });
    let loses_focus = ctx.input(|input| input.events.contains(&Event::WindowFocused(false)));
    pressed_elsewhere || loses_focus || before.is_some_and(|before| before != size)
}

fn size_id() -> Id {
    Id::unique("size at the last frame")
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, PointerButton, RawInput, TextEdit, pos2, vec2};

    #[test]
    fn a_title_that_opens_under_a_press_of_the_same_frame_keeps_the_keyboard() {
        let ctx = Context::default();
        crate::ui::style::apply(&ctx, &crate::theme::Theme::light(), true);
        let id = Id::unique("title");
        let screen = egui::Rect::from_min_size(pos2(0.0, 0.0), vec2(400.0, 300.0));
        let press = |pressed| {
            let (pos, button, modifiers) = (pos2(30.0, 20.0), PointerButton::Primary, Modifiers::NONE);
            Event::PointerButton { pos, button, pressed, modifiers }
        };
        let frames = [vec![Event::PointerMoved(pos2(30.0, 20.0))], vec![press(true), press(false)], Vec::new()];
        for (nth, events) in frames.into_iter().enumerate() {
            let input = RawInput { screen_rect: Some(screen), events, ..RawInput::default() };
            let output = ctx.run_ui(input, |ui| {
                if nth > 0 {
                    let mut text = "Title".to_owned();
                    let field = ui.put(screen.shrink(10.0), TextEdit::singleline(&mut text).id(id));
                    if nth == 1 {
                        field.request_focus();
                    }
                }
                is_left(ui.ctx());
            });
            output.drop_without_applying_deltas();
        }
        assert!(ctx.memory(|memory| memory.has_focus(id)));
    }
}
