//! Places of the window that somebody points out: who draws one keeps where it is.

use crate::session::Menu;
use egui::{Context, Id, Rect};

/// A place that is pointed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    Palette,
    /// The stages in the palette, and the touchpoints.
    Stages,
    Touchpoints,
    Audiences,
    Menu(Menu),
    Import,
}

/// Where it stands in this frame.
pub fn keep(ctx: &Context, spot: Spot, rect: Rect) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(id(spot), (frame, rect)));
}

/// Where it stands; nowhere once it is drawn no more.
pub fn place(ctx: &Context, spot: Spot) -> Option<Rect> {
    let now = ctx.cumulative_frame_nr();
    let (frame, rect) = ctx.data(|data| data.get_temp::<(u64, Rect)>(id(spot)))?;
    (frame + 1 >= now).then_some(rect)
}

/// Asks for it to be scrolled into sight.
pub fn bring(ctx: &Context, spot: Spot) {
    ctx.data_mut(|data| data.insert_temp(id(spot).with("bring"), ()));
}

/// Whether it is to be scrolled into sight: said once.
pub fn is_to_come(ctx: &Context, spot: Spot) -> bool {
    ctx.data_mut(|data| data.remove_temp::<()>(id(spot).with("bring"))).is_some()
}

fn id(spot: Spot) -> Id {
    Id::unique("spot").with(spot)
}
