//! A table on a server instead of a file: its address, and where the password comes from.

use egui::{Context, RichText};
use touchline_words::say;

use crate::behaviour::clickhouse::{PASSWORD_VARIABLE, Password};
use crate::session::Intent;
use crate::session::flows::{Asking, DatabasesMsg, Msg};
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{
    box_buttons_ui, box_ui, default_button_ui, link_button_ui, muted_ui, password_field_ui, problem_ui,
    secondary_button_ui, text_field_ui, tick,
};

/// How an address is written.
const FORMAT: &str = "clickhouses://user@host:8443/database/table";
const WIDTH: f32 = 520.0;

/// What the box remembers beside what is asked.
#[derive(Clone, Debug, Default)]
pub struct DatabaseView {
    /// The field has taken the keyboard.
    ready: bool,
}

/// Shows the box while an address is asked for, and gives back what was pressed and written.
pub fn database_ui(ctx: &Context, view: &mut DatabaseView, asking: Option<&Asking>) -> Vec<Intent> {
    let Some(asking) = asking else {
        *view = DatabaseView::default();
        return Vec::new();
    };
    let mut asked = Vec::new();
    let theme = style::theme(ctx);
    let boxed = box_ui(ctx, "database", say!(ui_database_title), WIDTH, |ui| {
        let said = say!(ui_database_text);
        ui.add(egui::Label::new(RichText::new(said).font(style::body())).wrap());
        ui.add_space(12.0);
        let mut text = asking.address().to_owned();
        let field = text_field_ui(ui, say!(ui_database_address), &mut text);
        if !view.ready {
            view.ready = true;
            field.request_focus();
        }
        let is_changed = text != asking.address();
        if is_changed {
            asked.push(DatabasesMsg::Write(text));
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        muted_ui(ui, &say!(ui_database_written_as, format = FORMAT));
        if let Some(problem) = asking.problem().filter(|_| !is_changed) {
            ui.add_space(6.0);
            let font = style::font(crate::scene::FaceStyle::Medium, size::UI);
            let said = RichText::new(problem).font(font).color(style::color(theme.bad_ink));
            ui.add(egui::Label::new(said).wrap());
        }
        if let Some(server) = asking.open_server() {
            ui.add_space(6.0);
            problem_ui(ui, &say!(ui_database_open, server));
        }
        ui.add_space(10.0);
        let mut password = asking.password().0.clone();
        let secret = password_field_ui(ui, say!(ui_database_password_field), &mut password);
        if password != asking.password().0 {
            asked.push(DatabasesMsg::WritePassword(Password(password)));
        }
        let entered = entered || secret.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.add_space(6.0);
        let mut keeps = asking.keeps();
        if ui.add(tick(&mut keeps, say!(ui_database_keep))).changed() {
            asked.push(DatabasesMsg::Keep(keeps));
        }
        if link_button_ui(ui, say!(ui_database_forget)).clicked() {
            asked.push(DatabasesMsg::Forget);
        }
        if let Some(said) = asking.said() {
            let font = style::font(crate::scene::FaceStyle::Medium, size::UI);
            ui.add(egui::Label::new(RichText::new(said).font(font)).wrap());
        }
        ui.add_space(6.0);
        muted_ui(ui, &say!(ui_database_password, variable = PASSWORD_VARIABLE));
        box_buttons_ui(ui, |ui| {
            let connect = default_button_ui(ui, say!(ui_database_connect)) || entered;
            let cancel = secondary_button_ui(ui, say!(cancel)).clicked();
            (connect, cancel)
        })
    });
    let (connect, cancel) = boxed.inner;
    if cancel || boxed.closed {
        asked.push(DatabasesMsg::Close);
    } else if connect {
        asked.push(DatabasesMsg::Connect);
    }
    asked.into_iter().map(|msg| Intent::Flow(Msg::Databases(msg))).collect()
}
