//! Fields to write in, with their name above them.
//!
//! A *committed* field keeps what is being typed to itself (with its own undo) and gives it back once: at Enter, when the
//! focus goes, or after a pause. Esc takes back what was typed. So that a change of the map is one step, not one a letter.

use super::{WritingField, field_label_ui};
use crate::ui::style;
use egui::{Id, Key, Response, Ui};

/// A pause in typing after which a field hands over what it holds, in seconds.
const PAUSE_SECS: f64 = 1.2;

/// One line, as wide as there is room, its name above.
pub fn text_field_ui(ui: &mut Ui, label: &str, text: &mut String) -> Response {
    labelled(ui, label, |ui, name| line_ui(ui, None, text, "").labelled_by(name))
}

/// One line whose letters nobody sees, its name above.
pub fn password_field_ui(ui: &mut Ui, label: &str, text: &mut String) -> Response {
    labelled(ui, label, |ui, name| {
        // Not shaped as other texts are, since that would show it.
        let edit = egui::TextEdit::singleline(text).password(true).font(style::body()).desired_width(f32::INFINITY);
        let edit = edit.min_size(style::control_size(0.0)).margin(egui::Margin::symmetric(10, 4));
        ui.add(edit.align(egui::Align2::LEFT_CENTER)).labelled_by(name)
    })
}

/// Several lines, its name above.
pub fn text_area_ui(ui: &mut Ui, label: &str, text: &mut String, rows: usize) -> Response {
    labelled(ui, label, |ui, name| area_ui(ui, text, rows).labelled_by(name))
}

/// One line without a visible name; `label` is said to screen readers, `hint` stands in it while it is empty.
pub fn bare_field_ui(ui: &mut Ui, label: &str, text: &mut String, hint: &str) -> Response {
    let response = line_ui(ui, None, text, hint);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(label));
    response
}

/// One line that gives back what was written once it is done. `id` tells the fields of different records apart.
pub fn committed_field_ui(ui: &mut Ui, id: Id, label: &str, value: &str) -> Option<String> {
    labelled(ui, label, |ui, name| committed_ui(ui, id, name, value))
}

/// What a field holds that nobody has been told of yet.
#[derive(Clone)]
struct Draft {
    text: String,
    typed_at_secs: f64,
}

fn committed_ui(ui: &mut Ui, id: Id, name: Id, value: &str) -> Option<String> {
    let draft: Option<Draft> = ui.data(|data| data.get_temp(id));
    let now = ui.input(|input| input.time);
    let mut text = draft.as_ref().map_or_else(|| value.to_owned(), |draft| draft.text.clone());
    let response = line_ui(ui, Some(id), &mut text, "").labelled_by(name);
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Escape)) || response.lost_focus() && escaped(ui)
    {
        ui.data_mut(|data| data.remove::<Draft>(id));
        response.surrender_focus();
        return None;
    }
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, Draft { text: text.clone(), typed_at_secs: now }));
        ui.ctx().request_repaint_after_secs(PAUSE_SECS as f32 + 0.05);
    }
    let draft: Draft = ui.data(|data| data.get_temp(id))?;
    let done = !response.has_focus() || now - draft.typed_at_secs >= PAUSE_SECS;
    if !done {
        return None;
    }
    ui.data_mut(|data| data.remove::<Draft>(id));
    (draft.text != value).then_some(draft.text)
}

fn escaped(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Escape))
}

fn line_ui(ui: &mut Ui, id: Option<Id>, text: &mut String, hint: &str) -> Response {
    let width = ui.available_width();
    let hint = egui::RichText::new(hint).font(style::body()).color(style::color(style::theme(ui.ctx()).muted));
    let field = WritingField { id, ..WritingField::line(text, style::body()) };
    field.show(ui, |edit| {
        let edit = edit.desired_width(width).min_size(style::control_size(0.0));
        edit.margin(egui::Margin::symmetric(10, 4)).hint_text(hint)
    })
}

fn area_ui(ui: &mut Ui, text: &mut String, rows: usize) -> Response {
    let margin = egui::Margin::symmetric(10, 7);
    let field = WritingField::lines(text, style::body());
    field.show(ui, |edit| edit.desired_width(f32::INFINITY).desired_rows(rows).margin(margin))
}

pub(super) fn labelled<R>(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui, Id) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = field_label_ui(ui, label).id;
        add(ui, name)
    })
    .inner
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;
    use touchline_words::say;

    fn field<'a>(told: &'a std::cell::RefCell<Vec<String>>) -> Harness<'a> {
        Harness::builder().with_context_setup(|ctx| style::apply(ctx, &Theme::light(), true)).build_ui(|ui| {
            let value = told.borrow().last().cloned().unwrap_or("old".to_owned());
            if let Some(new) = committed_field_ui(ui, Id::unique("title"), "Title", &value) {
                told.borrow_mut().push(new);
            }
        })
    }

    #[test]
    fn a_field_says_once_what_was_typed_at_enter() {
        let told = Default::default();
        let mut harness = field(&told);
        harness.get_by_label(say!(ui_board_title_field)).focus();
        harness.run();
        harness.get_by_label(say!(ui_board_title_field)).type_text(" and");
        harness.run_steps(2);
        harness.get_by_label(say!(ui_board_title_field)).type_text(" new");
        harness.run_steps(2);
        assert!(told.borrow().is_empty());
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        assert_eq!(*told.borrow(), ["old and new"]);
    }

    #[test]
    fn escape_takes_back_what_was_typed() {
        let told = Default::default();
        let mut harness = field(&told);
        harness.get_by_label(say!(ui_board_title_field)).focus();
        harness.run();
        harness.get_by_label(say!(ui_board_title_field)).type_text(" slip");
        harness.run_steps(2);
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        assert!(told.borrow().is_empty(), "{told:?}");
    }
}
