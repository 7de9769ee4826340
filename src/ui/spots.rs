//! Places of the window that somebody points out: who draws one keeps where it is.

use crate::session::Menu;
use egui::{Context, Id, Rect};

/// A place that is pointed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    Palette,
    Audiences,
    Menu(Menu),
    Import,
}

/// Where it stands in this frame.
pub fn keep(ctx: &Context, spot: Spot, rect: Rect) {
    ctx.data_mut(|data| data.insert_temp(id(spot), rect));
}

/// Where it stood last.
pub fn place(ctx: &Context, spot: Spot) -> Option<Rect> {
    ctx.data(|data| data.get_temp(id(spot)))
}

fn id(spot: Spot) -> Id {
    Id::unique("spot").with(spot)
}
