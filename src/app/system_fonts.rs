//! Letters that Inter lacks, in the interface too: the same system fonts that the board's text is shaped with.

use crate::scene::{Color, FaceStyle};
use crate::text::{Shaper, TextStyle};
use crate::theme::size;
use crate::ui::style;
use egui::Context;
use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use std::sync::Arc;

/// Lets interface text fall back on what the shaper finds. Nothing is read before a letter is missed.
pub fn offer(ctx: &Context, shaper: &Arc<Shaper>) {
    ctx.set_font_providers(vec![Arc::new(FromShaper(Arc::clone(shaper)))]);
}

/// To be called each frame: true when fonts have arrived, so that pictures have to be laid out again.
pub fn take_arrived(ctx: &Context, shaper: &Arc<Shaper>) -> bool {
    let arrived = shaper.take_arrived();
    if arrived {
        // egui remembers letters for which nobody had a font; offering anew makes it ask again.
        offer(ctx, shaper);
    }
    arrived
}

struct FromShaper(Arc<Shaper>);

impl FontProvider for FromShaper {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let look = TextStyle::new(size::UI, FaceStyle::Regular, Color::TRANSPARENT);
        let line = self.0.line(request.cluster, look);
        let face = line.runs.iter().map(|run| &run.face).find(|face| !face.bundled)?;
        let family = InsertFontFamily { family: request.family.clone(), priority: FontPriority::Lowest };
        Some(FontInsert::new(&face.name, style::font_data(face), vec![family]))
    }
}
