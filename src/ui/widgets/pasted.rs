//! What is pasted into a field: as lines where it takes lines, else as one, with a blank where a line ended. What a spreadsheet
//! or an editor puts behind the last line is no line.

use egui::text_edit::TextEditState;
use egui::{Event, Id, Ui};

/// Every sign that ends a line somewhere.
fn is_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of a text in which something stands, without what stands around them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_break).map(str::trim).filter(|line| !line.is_empty())
}

/// Whether a text that is pasted is more than one line.
pub fn is_several_lines(text: &str) -> bool {
    lines(text).nth(1).is_some()
}

/// Makes what is pasted into a field fit for it.
pub(super) fn tidy(ui: &Ui, field: Id, keeps_breaks: bool) {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return;
    }
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Paste(text) = event
                && text.contains(is_break)
            {
                *text = if keeps_breaks { with_breaks(text) } else { lines(text).collect::<Vec<_>>().join(" ") };
            }
        }
    });
}

/// The same text with one sign for the end of a line, and none around it.
fn with_breaks(text: &str) -> String {
    text.replace("\r\n", "\n").replace(is_break, "\n").trim_matches('\n').to_owned()
}

/// Takes a paste of several lines out of the input, where a field has the keyboard: what its text and those behind it become. A
/// line joins what stands before the caret, the last one what stands behind it.
pub fn take_lines(ui: &Ui, field: Id, text: &str) -> Option<Vec<String>> {
    if !ui.memory(|memory| memory.has_focus(field)) {
        return None;
    }
    let pasted = ui.input_mut(|input| {
        let is_list = |event: &Event| matches!(event, Event::Paste(text) if is_several_lines(text));
        let at = input.events.iter().position(is_list)?;
        if let Event::Paste(text) = input.events.remove(at) { Some(text) } else { None }
    })?;
    let end = text.chars().count();
    let caret = TextEditState::load(ui.ctx(), field).and_then(|state| state.cursor.char_range());
    let [from, to] = caret.map_or([end, end], |range| range.sorted_cursors().map(|cursor| cursor.index.0.min(end)));
    let mut lines: Vec<String> = lines(&pasted).map(|line| line.replace('\t', " ")).collect();
    let before: String = text.chars().take(from).collect();
    let behind: String = text.chars().skip(to).collect();
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, &before);
    }
    if let Some(last) = lines.last_mut() {
        last.push_str(&behind);
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_in_every_way_that_programs_end_it_and_a_cell_is_one_line() {
        for ended in ["one\ntwo", "one\r\ntwo\r\n", "one\rtwo", "\n one\u{2028}two \n\n", "one\u{85}two"] {
            assert_eq!(lines(ended).collect::<Vec<_>>(), ["one", "two"], "{ended:?}");
            assert_eq!(
                with_breaks(ended).split('\n').map(str::trim).collect::<Vec<_>>().join("|").trim_matches('|'),
                "one|two"
            );
            assert!(is_several_lines(ended));
        }
        for one in ["one", "one\r\n", "\n\none\n", ""] {
            assert!(!is_several_lines(one), "{one:?}");
        }
        assert_eq!(with_breaks("one\r\n\r\ntwo\r\n"), "one\n\ntwo", "a blank line between stays");
    }
}
