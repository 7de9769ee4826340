//! From keys to commands, by the one table. Letters alone are commands only while nobody is typing.

use super::pictures;
use crate::session::views::View;
use crate::session::{COMMANDS, Command, CommandRow, Intent, Shortcut};
use egui::{Context, Event, Id, Key, Modifiers, Popup};

/// Takes the keys that are commands out of the input and gives back what they ask for. `views` are the views that are shown,
/// each with its place in the order of focus: there, arrows, Tab and Enter are the map's, or the view's; on any other widget they
/// are the widget's. `was_typing` says whether a text field had the focus in the last frame: Esc takes it away before anybody can
/// ask. While a list is open from which one is chosen (`is_choosing`), letters are no commands.
pub fn pressed(ctx: &Context, views: &[(Id, View)], was_typing: bool, is_choosing: bool) -> Vec<Intent> {
    let boxed = ctx.memory(|memory| memory.top_modal_layer().is_some());
    if boxed || Popup::is_any_open(ctx) {
        return Vec::new();
    }
    let typing = was_typing || ctx.text_edit_focused();
    let focused = ctx.memory(|memory| memory.focused());
    let in_view = views.iter().find(|(id, _)| focused == Some(*id)).map(|(_, view)| *view);
    let elsewhere = focused.is_some() && in_view.is_none();
    // With nothing in focus Tab takes the focus somewhere; it must not walk on the board as well.
    let unfocused = focused.is_none();
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let action = match event {
                // What the view copies and pastes itself.
                Event::Copy | Event::Paste(_) if in_view.is_some_and(View::keeps_clipboard) => None,
                Event::Copy if !typing => Some(Intent::Command(Command::Copy)),
                Event::Cut if !typing => Some(Intent::Command(Command::Cut)),
                Event::Paste(text) if !typing => Some(Intent::Paste(text.clone())),
                Event::PasteImage(image) if !typing => Some(pictures::pasted(image)),
                Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                    meant(*key, *physical_key, *modifiers)
                        .filter(|(_, shortcut)| !in_view.is_some_and(|view| view.keeps(shortcut)))
                        .map(|(row, _)| row)
                        .filter(|row| row.while_typing || !typing)
                        .filter(|_| !is_choosing || modifiers.command || modifiers.alt || key.name().len() > 1)
                        .filter(|row| !unfocused || !matches!(row.command, Command::WalkNext | Command::WalkBack))
                        .filter(|_| !elsewhere || modifiers.command || modifiers.alt || !walks(*key))
                        .map(|row| Intent::Command(row.command))
                }
                _ => None,
            };
            let kept = action.is_none();
            asked.extend(action);
            kept
        });
    });
    asked
}

/// The same while a map is presented: what is about the window as a whole. All other keys are the room's.
pub fn pressed_before_a_room(ctx: &Context) -> Vec<Intent> {
    let holds = |command: Command| matches!(command, Command::FullScreen | Command::CloseWindow | Command::Save);
    let mut asked = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return true };
            let row = meant(*key, *physical_key, *modifiers).map(|(row, _)| row).filter(|row| holds(row.command));
            asked.extend(row.map(|row| Intent::Command(row.command)));
            row.is_none()
        });
    });
    asked
}

/// Whether an event is a key that the table has a command for.
pub fn asks(event: &Event) -> bool {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return false };
    meant(*key, *physical_key, *modifiers).is_some()
}

/// The row of the table that a key with its modifiers belongs to. The letter on the key counts first, its place second,
/// so that Shift+1 is found where it writes `!`.
fn meant(key: Key, place: Option<Key>, held: Modifiers) -> Option<(&'static CommandRow, &'static Shortcut)> {
    let find = |key: Key| {
        let keys = |row: &'static CommandRow| row.shortcuts.iter().find(|shortcut| is(shortcut, key, held));
        COMMANDS.iter().find_map(|row| Some((row, keys(row)?)))
    };
    find(key).or_else(|| place.and_then(find))
}

fn is(shortcut: &Shortcut, key: Key, held: Modifiers) -> bool {
    // Plus needs Shift on most keyboards and none on others.
    let shift_fits = shortcut.shift == held.shift || key == Key::Plus;
    Key::from_name(shortcut.key) == Some(key) && shortcut.ctrl == held.command && shortcut.alt == held.alt && shift_fits
}

/// Keys that walk among widgets or work the focused one.
fn walks(key: Key) -> bool {
    matches!(key, Key::Tab | Key::Enter | Key::Space | Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIFT: Modifiers = Modifiers::SHIFT;

    fn check_meant(key: Key, place: Key, held: Modifiers, expected: Option<Command>) {
        assert_eq!(meant(key, Some(place), held).map(|(row, _)| row.command), expected, "{key:?} at {place:?}");
    }

    #[test]
    fn every_key_of_the_table_is_known_to_egui() {
        for shortcut in COMMANDS.iter().flat_map(|row| row.shortcuts) {
            assert!(Key::from_name(shortcut.key).is_some(), "{}", shortcut.key);
        }
    }

    #[test]
    fn keys_are_found_on_every_keyboard() {
        check_meant(Key::Exclamationmark, Key::Num1, SHIFT, Some(Command::Fit));
        check_meant(Key::Plus, Key::Equals, Modifiers::COMMAND | SHIFT, Some(Command::ZoomIn));
        check_meant(Key::Plus, Key::Plus, Modifiers::COMMAND, Some(Command::ZoomIn));
        check_meant(Key::Z, Key::Y, Modifiers::COMMAND | SHIFT, Some(Command::Redo));
        check_meant(Key::Tab, Key::Tab, SHIFT, Some(Command::WalkBack));
        check_meant(Key::F12, Key::F12, Modifiers::NONE, None);
    }
}
