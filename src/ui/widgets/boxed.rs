//! A box over the window: for what has to be answered before going on, never for news.

use super::{icon_button_ui, title_ui};
use crate::theme::Icon;
use crate::ui::style;
use egui::{Color32, Context, CornerRadius, Frame, Id, Margin, Modal, Ui};

/// What was shown, and whether it asks to be closed (Esc, the cross, a click beside it).
pub struct Boxed<R> {
    pub inner: R,
    pub closed: bool,
}

/// Shows a titled box of a width in the middle of the window.
pub fn box_ui<R>(ctx: &Context, id: &str, title: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> Boxed<R> {
    let theme = style::theme(ctx);
    let frame = Frame::new()
        .fill(style::color(theme.surface))
        .stroke(style::hairline(&theme))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::same(24))
        .shadow(ctx.global_style().visuals.window_shadow);
    let veil = if theme.dark { Color32::from_black_alpha(120) } else { Color32::from_black_alpha(56) };
    let shown = Modal::new(Id::unique(id)).frame(frame).backdrop_color(veil).show(ctx, |ui| {
        ui.set_width(width);
        let mut crossed = false;
        ui.horizontal(|ui| {
            title_ui(ui, title);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                crossed = icon_button_ui(ui, Icon::Close, "Close this box").clicked();
            });
        });
        ui.add_space(10.0);
        (add(ui), crossed)
    });
    let asked = shown.should_close();
    let (inner, crossed) = shown.inner;
    Boxed { inner, closed: crossed || asked }
}

/// The row of buttons at a box's foot, the first at the right.
pub fn box_buttons_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(18.0);
    ui.allocate_ui_with_layout(
        egui::vec2(ui.available_width(), style::CONTROL_HEIGHT),
        egui::Layout::right_to_left(egui::Align::Center),
        add,
    )
    .inner
}
