//! Files that come by hand: dropped on the window, or pasted as a path where nothing can be dropped.

use crate::behaviour::files::folder::may_be_log;
use crate::scene::FaceStyle;
use crate::session::{Action, Command, Session, Tone};
use crate::theme::size;
use crate::ui::style;
use egui::{Align2, Area, Context, Id, Order, Rect, Stroke, StrokeKind};
use std::path::{Path, PathBuf};
use touchline_words::say;

/// The ending of maps.
const MAP: &str = "ron";

/// Whether the window system lets files be dropped: not so with Wayland and winit 0.30.
pub fn are_taken() -> bool {
    !(cfg!(target_os = "linux") && std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty()))
}

/// What the files that were dropped in this frame ask for.
pub fn dropped(ctx: &Context, session: &Session) -> Vec<Action> {
    let paths: Vec<PathBuf> =
        ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
    match paths.as_slice() {
        [] => Vec::new(),
        [path] if is_known(path) => opening(path, session),
        [_] => vec![Action::Notify(Tone::Warning, say!(app_drop_map).to_owned())],
        logs if logs.iter().all(|path| may_be_log(path)) => on_a_map(Action::ImportFiles(logs.to_owned()), session),
        _ => vec![Action::Notify(Tone::Warning, say!(app_drop_one).to_owned())],
    }
}

/// A path in pasted text, if that is all there is in it.
pub fn pasted(text: &str, session: &Session) -> Option<Vec<Action>> {
    let path = Path::new(text.trim().trim_start_matches("file://"));
    (path.is_absolute() && path.exists() && is_known(path)).then(|| opening(path, session))
}

/// Opening a map or a log. A log needs a map to lie over: from the start screen it gets an empty one.
pub fn opening(path: &Path, session: &Session) -> Vec<Action> {
    let open = Action::OpenPath(path.to_owned());
    if may_be_log(path) { on_a_map(open, session) } else { vec![open] }
}

/// Importing files that were chosen as data. A map among them is opened.
pub fn importing(paths: Vec<PathBuf>, session: &Session) -> Vec<Action> {
    match paths.as_slice() {
        [path] if is_map(path) => vec![Action::OpenPath(path.clone())],
        _ => on_a_map(Action::ImportFiles(paths), session),
    }
}

/// An import, after an empty map from the start screen.
fn on_a_map(import: Action, session: &Session) -> Vec<Action> {
    match session.on_start() {
        true => vec![Action::Command(Command::New), import],
        false => vec![import],
    }
}

fn is_known(path: &Path) -> bool {
    is_map(path) || may_be_log(path)
}

fn is_map(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(MAP))
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
    use crate::model::IdSource;
    use crate::session::Remembered;
    use std::sync::Arc;

    #[derive(Debug)]
    struct Fallen(PathBuf);

    impl egui::DroppedFile for Fallen {
        fn path(&self) -> &Path {
            &self.0
        }

        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("nobody reads what only falls".to_owned())
        }
    }

    /// What falls on the start screen, and what is asked for.
    fn check_drop(paths: &[&str], expected: &[Action]) {
        let session = Session::new(Remembered::default(), IdSource::seeded(1));
        let ctx = Context::default();
        let fallen = paths.iter().map(|path| Arc::new(Fallen(path.into())) as egui::DroppedFileHandle);
        let input = egui::RawInput { dropped_files: fallen.collect(), ..Default::default() };
        let mut asked = Vec::new();
        ctx.run_ui(input, |ui| asked = dropped(ui.ctx(), &session)).drop_without_applying_deltas();
        match expected {
            [Action::Notify(..)] => {
                assert!(matches!(asked.as_slice(), [Action::Notify(Tone::Warning, _)]), "{asked:?}")
            }
            expected => assert_eq!(asked, expected),
        }
    }

    #[test]
    fn a_map_opens_a_log_is_imported_and_anything_else_is_told() {
        let open = |path: &str| Action::OpenPath(path.into());
        let told = || Action::Notify(Tone::Warning, String::new());
        check_drop(&[], &[]);
        check_drop(&["/a/map.RON"], &[open("/a/map.RON")]);
        check_drop(&["/a/log.csv"], &[Action::Command(Command::New), open("/a/log.csv")]);
        check_drop(&["/a/photo.jpg"], &[told()]);
        check_drop(&["/a/map.ron", "/a/log.csv"], &[told()]);
        let both = Action::ImportFiles(vec!["/a/1.csv".into(), "/a/2.xlsx".into()]);
        check_drop(&["/a/1.csv", "/a/2.xlsx"], &[Action::Command(Command::New), both]);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().display().to_string();
        check_drop(&[&path], &[told()]);
        std::fs::write(folder.path().join("1.csv"), "a,b\n1,2\n").unwrap();
        check_drop(&[&path], &[Action::Command(Command::New), open(&path)]);
    }
}
