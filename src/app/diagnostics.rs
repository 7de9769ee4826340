//! What somebody who helps has to know: the program, the system, the screen, and what was done last; not a word of any map, and no
//! file's name.

use super::fault;
use egui::Context;
use touchline_words::language;

/// The text that is copied. It is read by programmers too, so it stays in English.
pub fn text(ctx: &Context, renderer: &str, log: &str) -> String {
    let screen = ctx.content_rect().size();
    let (wide, high, scale) = (screen.x, screen.y, ctx.pixels_per_point());
    let renderer = if renderer.is_empty() { "unknown" } else { renderer };
    let language = language().code();
    format!(
        "{}\nrenderer: {renderer}\nwindow: {wide:.0} x {high:.0} points at {scale}\nlanguage: {language}\n\n{log}",
        fault::build()
    )
}
