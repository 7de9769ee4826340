//! Keys and pointer before a room.

use super::Scenery;
use super::screen::{Laid, Seen};
use crate::model::TouchpointId;
use crate::scene::{Kind, Tag};
use crate::session::flows::{PRESENT_KEYS, PresentMsg};
use crate::session::record_of;
use crate::theme::Theme;
use crate::ui::screen::View;
use crate::ui::style;
use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, Response, Ui};
use std::time::Duration;

/// Moves that follow each other sooner are told once.
const TOLD_AGAIN: Duration = Duration::from_millis(500);
/// How large the pointer is as a light, in units of the room.
const LIGHT: f32 = 26.0;

/// What the keys of this window asked for; they are taken out of the input.
pub fn keys(ctx: &Context) -> Vec<PresentMsg> {
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let msg = meant(*key, *modifiers);
            asked.extend(msg);
            msg.is_none()
        });
    });
    asked
}

fn meant(key: Key, held: Modifiers) -> Option<PresentMsg> {
    if held.command || held.alt {
        return None;
    }
    // Plus needs Shift on most keyboards and none on others.
    let fits = |shift: bool| shift == held.shift || matches!(key, Key::Plus | Key::Equals);
    let row = PRESENT_KEYS
        .iter()
        .find(|row| row.keys.iter().any(|shortcut| Key::from_name(shortcut.key) == Some(key) && fits(shortcut.shift)));
    row.map(|row| row.msg).or_else(|| digit(key).map(PresentMsg::Digit))
}

fn digit(key: Key) -> Option<u8> {
    let keys =
        [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    keys.into_iter().zip(0..).find(|(digit, _)| *digit == key).map(|(_, value)| value)
}

/// Clicks, moves, and the pointer as a light.
pub fn pointer_ui(ui: &Ui, response: &Response, scenery: &Scenery<'_>, seen: &Seen, msgs: &mut Vec<PresentMsg>) {
    let (pos, moved, pressed) = ui.input(|input| {
        (input.pointer.latest_pos(), input.pointer.delta() != egui::Vec2::ZERO, input.pointer.primary_down())
    });
    if moved && scenery.show.still_for(scenery.now) > TOLD_AGAIN {
        msgs.push(PresentMsg::Moved);
    }
    let Some(pos) = pos.filter(|pos| response.rect.contains(*pos)) else { return };
    // Space is a click on what has the keyboard, and a key of its own here.
    if response.clicked_by(PointerButton::Primary) {
        msgs.extend(clicked(scenery, seen, pos));
    }
    if pressed || scenery.show.is_pointing() {
        light(ui, pos, LIGHT * scenery.scale, scenery.theme);
    }
}

/// What a click on a place does: a bar jumps, a neighbour comes, a card is lit.
fn clicked(scenery: &Scenery<'_>, seen: &Seen, pos: Pos2) -> Option<PresentMsg> {
    let (frame, view) = &seen.frame;
    if let Some(tag) = hit(frame, *view, pos, |tag| tag.kind == Kind::Stage) {
        return asked(tag);
    }
    let peek = (scenery.room.width - scenery.room.pitch()) * 0.36 * scenery.scale;
    let (left, right) = (pos.x < scenery.area.left() + peek, pos.x > scenery.area.right() - peek);
    match (left, right, scenery.is_turned()) {
        (true, _, false) | (_, true, true) => return Some(PresentMsg::Back),
        (_, true, false) | (true, _, true) => return Some(PresentMsg::Next),
        _ => {}
    }
    let (stage, view) = seen.stage.as_ref()?;
    hit(stage, *view, pos, is_lit).and_then(asked)
}

/// Whether something can be put into the spotlight.
pub fn is_lit(tag: Tag) -> bool {
    let record = record_of(tag);
    record.is_some_and(|record| record.kind().listed().is_some() || TouchpointId::try_from(record).is_ok())
}

fn hit(laid: &Laid, view: View, pos: Pos2, wanted: impl Fn(Tag) -> bool) -> Option<Tag> {
    laid.parts.hit(view.to_scene(pos), |part| wanted(part.tag())).map(|part| part.tag())
}

/// What a part asks for when it is clicked, by the pointer or by a screen reader.
pub fn asked(tag: Tag) -> Option<PresentMsg> {
    let record = record_of(tag)?;
    match crate::model::StageId::try_from(record) {
        Ok(stage) => Some(PresentMsg::To(stage)),
        Err(record) => Some(PresentMsg::Light(record)),
    }
}

/// Large and soft, so that a room sees where it is.
fn light(ui: &Ui, pos: Pos2, radius: f32, theme: Theme) {
    let color = style::color(theme.bad);
    let painter = ui.painter();
    for step in 0..6_u8 {
        let share = 1.0 - f32::from(step) * 0.11;
        painter.circle_filled(pos, radius * share, color.gamma_multiply(0.11));
    }
    painter.circle_filled(pos, radius * 0.36, color.gamma_multiply(0.75));
}
