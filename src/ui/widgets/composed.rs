//! What an input method composes in a field: it is told by events, from one frame to the next until it is committed or given up.

use egui::{Event, Id, ImeEvent, Rect, Response, Ui};
use std::ops::Range;

/// What an input method composes.
#[derive(Clone)]
pub(super) struct Composed {
    /// The part of it that it is at, counted from its first letter.
    pub at: Option<Range<usize>>,
}

/// The letters that an input method is still composing in a field; none where it composes none.
pub(super) fn composed(ui: &Ui, field: Id) -> Option<Composed> {
    let id = field.with("composed");
    let before: Option<Composed> = ui.data(|data| data.get_temp(id)).flatten();
    let now = ui.input(|input| {
        let last = input.events.iter().rev().find_map(|event| match event {
            Event::Ime(ImeEvent::Preedit { text, .. }) if text.is_empty() => Some(None),
            Event::Ime(ImeEvent::Preedit { active_range_chars, .. }) => {
                Some(Some(Composed { at: active_range_chars.as_ref().map(|at| at.start..at.end) }))
            }
            Event::Ime(ImeEvent::Commit(_)) | Event::Text(_) | Event::Paste(_) => Some(None),
            _ => None,
        });
        last.unwrap_or(before)
    });
    let now = now.filter(|_| ui.memory(|memory| memory.has_focus(field)));
    ui.data_mut(|data| data.insert_temp(id, now.clone()));
    now
}

/// Has an input method offer its words below the line that is written, so that it covers none of it: some systems place their list
/// by the upper corner of where the caret is said to be.
pub(super) fn offer_below(ui: &Ui, field: &Response) {
    if !field.has_focus() {
        return;
    }
    ui.output_mut(|output| {
        if let Some(ime) = &mut output.ime {
            let caret = ime.cursor_rect;
            ime.cursor_rect = Rect::from_min_max(caret.left_bottom(), caret.right_bottom());
        }
    });
}
