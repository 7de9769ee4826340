//! Keys by which the toolkit's fields delete letters as a terminal does: Ctrl with H, K, U, W or D. A person means a command of
//! ours, or of another program, by them; in a field they do nothing, so that no words go unasked.

use egui::{Event, Id, Key, Ui};

const KEYS: [Key; 5] = [Key::H, Key::K, Key::U, Key::W, Key::D];

/// Takes them from a field that has the keyboard.
pub(super) fn unbind(ui: &Ui, field: Id) {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return;
    }
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, modifiers, .. } = event else { return true };
            // Where Ctrl is no key of commands, they are what every field of the system does.
            !(modifiers.ctrl && modifiers.command && KEYS.contains(key))
        });
    });
}
