//! Files that come by hand: dropped on the window, or pasted as a path where nothing can be dropped.

use crate::scene::FaceStyle;
use crate::session::flows::can_be_opened;
use crate::theme::size;
use crate::ui::style;
use egui::{Align2, Area, Context, Id, Order, Rect, Stroke, StrokeKind};
use std::path::{Path, PathBuf};
use touchline_words::say;

/// Whether the window system lets files be dropped: not so with Wayland and winit 0.30.
pub fn are_taken() -> bool {
    !(cfg!(target_os = "linux") && std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty()))
}

/// The files that were dropped in this frame.
pub fn dropped(ctx: &Context) -> Vec<PathBuf> {
    ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect())
}

/// A path in pasted text, if that is all there is in it and it can be opened.
pub fn pasted(text: &str) -> Option<PathBuf> {
    let path = Path::new(text.trim().trim_start_matches("file://"));
    (path.is_absolute() && path.exists() && can_be_opened(path)).then(|| path.to_owned())
}

/// Shows that a file held over the window would be taken.
pub fn hover_ui(ctx: &Context) {
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let theme = style::theme(ctx);
    let window = ctx.content_rect();
    Area::new(Id::unique("drop hint")).order(Order::Foreground).fixed_pos(window.min).show(ctx, |ui| {
        let painter = ui.painter().with_clip_rect(window);
        painter.rect_filled(window, 0.0, style::color(theme.accent.alpha(0.10)));
        let edge = Stroke::new(3.0, style::color(theme.accent));
        painter.rect_stroke(window, 0.0, edge, StrokeKind::Inside);
        let font = style::font(FaceStyle::Bold, size::TITLE);
        let galley = painter.layout_no_wrap(say!(app_drop_to_open).to_owned(), font, style::color(theme.on_accent));
        let sign = Rect::from_center_size(window.center(), galley.size() + egui::vec2(48.0, 24.0));
        painter.rect_filled(sign, f32::from(style::CARD_RADIUS), style::color(theme.accent));
        let at = Align2::CENTER_CENTER.anchor_size(window.center(), galley.size());
        painter.galley(at.min, galley, style::color(theme.on_accent));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_is_pasted_alone_and_can_be_opened_is_no_text() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log.csv");
        let (picture, film) = (folder.path().join("photo.jpg"), folder.path().join("film.mov"));
        for path in [&log, &picture, &film] {
            std::fs::write(path, "a,b\n1,2\n").unwrap();
        }
        let text = |path: &Path| path.display().to_string();
        assert_eq!(pasted(&format!(" file://{}\n", text(&log))), Some(log.clone()));
        assert_eq!(pasted(&text(folder.path())), Some(folder.path().to_owned()), "a folder with a log in it");
        assert_eq!(pasted(&text(&picture)), Some(picture));
        for other in [text(&film), format!("{} and more", text(&log)), "log.csv".to_owned(), "/no/log.csv".to_owned()] {
            assert_eq!(pasted(&other), None, "{other}");
        }
    }
}
