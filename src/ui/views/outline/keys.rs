//! The keys of the outline, while it has the keyboard and no text is open.

use super::OutlinePanel;
use crate::session::views::{OutlineMsg, Step};
use crate::session::{Intent, Session};
use crate::text::is_right_to_left;
use crate::ui::board::focus_id;
use egui::{Event, EventFilter, Key, Modifiers, Ui};

/// Letters typed within this time belong to one word, in seconds.
const PAUSE_SECS: f64 = 1.0;

/// What was typed to find a row.
#[derive(Default)]
pub struct Sought {
    letters: String,
    at_secs: f64,
}

/// Takes what the outline does with keys out of the input.
pub fn keys_ui(ui: &Ui, panel: &mut OutlinePanel, session: &Session, intents: &mut Vec<Intent>) {
    if !ui.memory(|memory| memory.has_focus(focus_id())) {
        return;
    }
    let main = session.selection().main();
    let ties = main.is_some_and(|record| session.can_indent(record) || session.can_outdent(record));
    // Tab goes on to the panels where it means nothing here; the first Esc lets go of what is selected, the next one of the rows.
    let filter = EventFilter {
        tab: ties,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: !session.selection().is_empty(),
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), filter));
    let events: Vec<Event> = ui.input_mut(|input| {
        let (mine, others) = std::mem::take(&mut input.events).into_iter().partition(is_mine);
        input.events = others;
        mine
    });
    for event in events {
        match event {
            Event::Text(letters) => find(ui, panel, session, &letters, intents),
            Event::Key { key, modifiers, .. } => key_pressed(panel, session, key, modifiers, intents),
            _ => {}
        }
    }
}

fn is_mine(event: &Event) -> bool {
    match event {
        Event::Text(_) => true,
        Event::Key { pressed: true, modifiers, .. } => !modifiers.command,
        _ => false,
    }
}

fn key_pressed(panel: &mut OutlinePanel, session: &Session, key: Key, held: Modifiers, intents: &mut Vec<Intent>) {
    let main = session.selection().main();
    let turned = is_right_to_left(&session.map().meta.language);
    let (folds, unfolds) = if turned { (Key::ArrowRight, Key::ArrowLeft) } else { (Key::ArrowLeft, Key::ArrowRight) };
    let step = match key {
        Key::ArrowUp => Some(Step::Up),
        Key::ArrowDown => Some(Step::Down),
        Key::Home => Some(Step::First),
        Key::End => Some(Step::Last),
        Key::PageUp => Some(Step::PageUp),
        Key::PageDown => Some(Step::PageDown),
        _ => None,
    };
    let moves = held.alt && (key == Key::ArrowUp || key == Key::ArrowDown);
    match (step, main) {
        (Some(_), Some(record)) if moves => {
            intents.push(Intent::Outline(OutlineMsg::Move { record, up: key == Key::ArrowUp }));
        }
        (Some(step), _) => {
            let next = panel.outline.stepped(main, step);
            intents.extend(next.map(|next| match held.shift {
                true => Intent::SelectAll { records: vec![next], extend: true },
                false => Intent::Select(next),
            }));
        }
        (None, Some(record)) if key == Key::Enter || key == Key::F2 => panel.edit(record),
        (None, Some(record)) if key == Key::Tab => {
            let msg = if held.shift { OutlineMsg::Outdent(record) } else { OutlineMsg::Indent(record) };
            intents.push(Intent::Outline(msg));
        }
        (None, Some(record)) if key == folds => {
            intents.extend(panel.outline.fold_or_parent(session.map(), record).map(Intent::Select));
        }
        (None, Some(record)) if key == unfolds => {
            intents.extend(panel.outline.unfold_or_child(record).map(Intent::Select));
        }
        (None, _) => {}
    }
}

fn find(ui: &Ui, panel: &mut OutlinePanel, session: &Session, letters: &str, intents: &mut Vec<Intent>) {
    let now = ui.input(|input| input.time);
    let goes_on = now - panel.sought.at_secs < PAUSE_SECS && !panel.sought.letters.is_empty();
    if !goes_on {
        panel.sought.letters.clear();
        // A blank begins no word.
        if letters.trim().is_empty() {
            return;
        }
    }
    panel.sought.letters.push_str(letters);
    panel.sought.at_secs = now;
    let found = panel.outline.typed(session.map(), session.selection().main(), &panel.sought.letters, goes_on);
    intents.extend(found.map(Intent::Select));
}
