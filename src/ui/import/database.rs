//! A table on a server instead of a file: its address, and where the password comes from.

use egui::{Context, RichText};
use touchline_words::say;

use crate::behaviour::clickhouse::{Address, PASSWORD_VARIABLE};
use crate::theme::size;
use crate::ui::style;
use crate::ui::widgets::{box_buttons_ui, box_ui, default_button_ui, muted_ui, secondary_button_ui, text_field_ui};

/// How an address is written.
const FORMAT: &str = "clickhouse://user@host:8123/database/table";
const WIDTH: f32 = 520.0;

/// What is typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct DatabaseView {
    pub address: String,
    problem: Option<String>,
    /// The field has taken the keyboard.
    ready: bool,
}

impl DatabaseView {
    /// With an address that was asked before.
    pub fn at(address: String) -> Self {
        Self { address, ..Self::default() }
    }
}

/// What the person decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    Connect(Address),
    Cancel,
}

/// Shows the box, until it gives back what was decided.
pub fn database_ui(ctx: &Context, view: &mut DatabaseView) -> Option<Decided> {
    let theme = style::theme(ctx);
    let boxed = box_ui(ctx, "database", say!(ui_database_title), WIDTH, |ui| {
        let said = say!(ui_database_text);
        ui.add(egui::Label::new(RichText::new(said).font(style::body())).wrap());
        ui.add_space(12.0);
        let field = text_field_ui(ui, say!(ui_database_address), &mut view.address);
        if !view.ready {
            view.ready = true;
            field.request_focus();
        }
        if field.changed() {
            view.problem = None;
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        muted_ui(ui, &say!(ui_database_written_as, format = FORMAT));
        if let Some(problem) = &view.problem {
            ui.add_space(6.0);
            let font = style::font(crate::scene::FaceStyle::Medium, size::UI);
            let said = RichText::new(problem).font(font).color(style::color(theme.bad_ink));
            ui.add(egui::Label::new(said).wrap());
        }
        ui.add_space(10.0);
        muted_ui(ui, &say!(ui_database_password, variable = PASSWORD_VARIABLE));
        box_buttons_ui(ui, |ui| {
            let connect = default_button_ui(ui, say!(ui_database_connect)) || entered;
            let cancel = secondary_button_ui(ui, say!(cancel)).clicked();
            (connect, cancel)
        })
    });
    let (connect, cancel) = boxed.inner;
    if cancel || boxed.closed {
        return Some(Decided::Cancel);
    }
    if !connect {
        return None;
    }
    match Address::parse(&view.address) {
        Ok(address) => Some(Decided::Connect(address)),
        Err(error) => {
            let said = error.to_string();
            view.problem = Some(said);
            None
        }
    }
}
