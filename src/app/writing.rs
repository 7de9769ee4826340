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
    let focused = ctx.memory(|memory| memory.focused()).and_then(|id| ctx.read_response(id)).map(|field| field.rect);
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
