//! Asking for a file by its path, typed or pasted: for desktops that offer no file dialog.
//!
//! Names that fit are offered below the field; the folder is read on a thread, so that a slow disk stalls nothing.

use super::style;
use super::widgets::{
    bare_field_ui, box_buttons_ui, box_ui, muted_ui, paint_icon, primary_button_ui, secondary_button_ui,
};
use crate::behaviour::files::folder::may_be_log;
use crate::session::threads::{self, Ending};
use crate::theme::Icon;
use egui::text::CCursorRange;
use egui::text_edit::TextEditState;
use egui::{Context, Id, Key, RichText, Sense, Ui, Vec2, vec2};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use touchline_words::say;

/// Most names offered at a time.
const MOST_HINTS: usize = 6;
/// Height of an offered name, in logical pixels.
const HINT_HEIGHT: f32 = 24.0;
/// Most entries of a folder that are looked at.
const MOST_ENTRIES: usize = 5000;

/// What the path is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An existing file with one of these endings.
    Open(&'static [&'static str]),
    /// A log with one of these endings, or a folder with logs in it.
    OpenLogs(&'static [&'static str]),
    /// A file to write; the ending is added when none is typed.
    Save(&'static str),
}

/// An open question for a path.
pub struct PathBox {
    title: String,
    purpose: Purpose,
    text: String,
    /// What stood in the field at first, and the folder that a path without one is in.
    start: String,
    folder: PathBuf,
    error: Option<String>,
    hints: Vec<Hint>,
    hints_for: String,
    listing: Option<Receiver<Vec<Hint>>>,
    fresh: bool,
    /// Frames in which the field still takes the keyboard: the box that asked may take it back while this one rises.
    rising: u8,
}

/// See [`PathBox::rising`].
const RISING_FRAMES: u8 = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Hint {
    path: PathBuf,
    folder: bool,
}

/// How the question ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathAnswer {
    Cancelled,
    Chosen(PathBuf),
}

impl PathBox {
    /// `start` is what stands in the field at first: a folder, or a suggested file.
    pub fn new(title: impl Into<String>, purpose: Purpose, start: &Path) -> Self {
        // A map that was named without a folder is in the one that the program was started in.
        let start: &Path = &std::path::absolute(start).unwrap_or_else(|_| start.to_owned());
        let mut text = start.display().to_string();
        if start.is_dir() && !text.ends_with(std::path::MAIN_SEPARATOR) {
            text.push(std::path::MAIN_SEPARATOR);
        }
        let folder = if start.is_dir() { Some(start) } else { start.parent() };
        Self {
            title: title.into(),
            purpose,
            start: text.clone(),
            folder: folder.map(Path::to_owned).unwrap_or_default(),
            text,
            error: None,
            hints: Vec::new(),
            hints_for: String::new(),
            listing: None,
            fresh: true,
            rising: RISING_FRAMES,
        }
    }

    /// The path that is meant by what stands in the field.
    fn path(&self) -> PathBuf {
        let path = cleaned(absolute_part(&self.text, &self.start));
        if path.as_os_str().is_empty() { path } else { self.folder.join(path) }
    }

    fn accept(&mut self) -> Option<PathAnswer> {
        match checked(&self.path(), &self.purpose) {
            Ok(path) => Some(PathAnswer::Chosen(path)),
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    fn refresh_hints(&mut self, ctx: &Context) {
        if let Some(Ok(hints)) = self.listing.as_ref().map(Receiver::try_recv) {
            self.hints = hints;
            self.listing = None;
        }
        if self.hints_for == self.text && !self.fresh || self.listing.is_some() {
            return;
        }
        self.hints_for.clone_from(&self.text);
        self.fresh = false;
        let (sender, receiver) = channel();
        self.listing = Some(receiver);
        let (typed, purpose, ctx) = (self.path(), self.purpose.clone(), ctx.clone());
        threads::start("list a folder", Ending::Left, move || {
            let _ = sender.send(fitting(&typed, &purpose));
            ctx.request_repaint();
        });
    }
}

/// Shows the box until the question is answered.
pub fn path_box_ui(ctx: &Context, asked: &mut PathBox) -> Option<PathAnswer> {
    let is_rising = asked.rising > 0;
    asked.rising = asked.rising.saturating_sub(1);
    if is_rising {
        ctx.request_repaint();
    }
    asked.refresh_hints(ctx);
    let title = asked.title.clone();
    let boxed = box_ui(ctx, "path box", &title, 560.0, |ui| {
        muted_ui(ui, say!(ui_path_no_dialog));
        ui.add_space(4.0);
        if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Tab)) {
            complete(asked);
        }
        let response = bare_field_ui(ui, say!(ui_path_path), &mut asked.text, "/home/…");
        if is_rising && !response.has_focus() {
            response.request_focus();
            select_all(ui.ctx(), response.id, &asked.text);
        }
        if response.changed() {
            asked.error = None;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if let Some(error) = &asked.error {
            let bad = style::color(style::theme(ui.ctx()).bad_ink);
            ui.label(RichText::new(error).font(style::small()).color(bad));
        }
        // As high with few names as with many: the buttons stay where they are while the folder is read.
        let room = vec2(ui.available_width(), 4.0 + HINT_HEIGHT * MOST_HINTS as f32);
        ui.allocate_ui(room, |ui| {
            ui.set_min_size(room);
            hints_ui(ui, asked);
        });
        box_buttons_ui(ui, |ui| {
            let word = button_word(asked);
            let accepted = primary_button_ui(ui, word).clicked() || entered;
            let cancelled = secondary_button_ui(ui, say!(cancel)).clicked();
            if cancelled {
                return Some(PathAnswer::Cancelled);
            }
            let answer = accepted.then(|| asked.accept()).flatten();
            if accepted && answer.is_none() {
                response.request_focus();
            }
            answer
        })
    });
    boxed.inner.or(boxed.closed.then_some(PathAnswer::Cancelled))
}

/// What stands in the field at first is there to be gone on from or to be pasted over.
fn select_all(ctx: &Context, field: Id, text: &str) {
    let mut state = TextEditState::load(ctx, field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::select_all_str(text)));
    state.store(ctx, field);
}

fn button_word(asked: &PathBox) -> &'static str {
    match &asked.purpose {
        Purpose::Open(_) | Purpose::OpenLogs(_) => say!(open),
        Purpose::Save(ending) if with_ending(&asked.path(), ending).is_file() => say!(ui_path_replace),
        Purpose::Save(_) => say!(save),
    }
}

fn hints_ui(ui: &mut Ui, asked: &mut PathBox) {
    let theme = style::theme(ui.ctx());
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut chosen = None;
    for hint in asked.hints.iter().take(MOST_HINTS) {
        let name = hint.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HINT_HEIGHT), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListBoxOption, true, &name));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 5.0, style::color(theme.hover));
        }
        let icon = if hint.folder { Icon::Folder } else { Icon::File };
        let place = egui::Rect::from_center_size(rect.left_center() + vec2(16.0, 0.0), Vec2::splat(14.0));
        paint_icon(ui.painter(), icon, place, theme.detail);
        ui.painter().text(
            rect.left_center() + vec2(32.0, 0.0),
            egui::Align2::LEFT_CENTER,
            &name,
            style::body(),
            style::color(theme.ink),
        );
        if response.clicked() {
            chosen = Some(hint.clone());
        }
    }
    if let Some(hint) = chosen {
        take(asked, &hint);
    }
}

fn complete(asked: &mut PathBox) {
    if let Some(hint) = asked.hints.first().cloned() {
        take(asked, &hint);
    }
}

fn take(asked: &mut PathBox, hint: &Hint) {
    asked.text = hint.path.display().to_string();
    if hint.folder {
        asked.text.push(std::path::MAIN_SEPARATOR);
    }
    asked.error = None;
}

/// What was typed or pasted after the text that stood there at first, if it says where the file is by itself.
fn absolute_part<'a>(text: &'a str, start: &str) -> &'a str {
    let is_whole = |rest: &str| {
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        rest.starts_with(['/', '\\']) || rest == "~" || rest.starts_with("~/") || rest.starts_with("file:")
    };
    match text.strip_prefix(start) {
        Some(rest) if !start.is_empty() && is_whole(rest) => rest,
        _ => text.find("file://").and_then(|at| text.get(at..)).unwrap_or(text),
    }
}

/// What was typed or pasted as a path: without quotes, `file://` and `~`.
fn cleaned(text: &str) -> PathBuf {
    // Several files that were copied come as several lines; the first is meant.
    let text = text.trim().lines().next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    let address = text.strip_prefix("file://").map(|rest| rest.strip_prefix("localhost").unwrap_or(rest));
    let text = address.map(percent_decoded).unwrap_or(text.to_owned());
    // Typed behind what stood there: the second root counts.
    let text = text.rfind("//").and_then(|at| text.get(at + 1..)).unwrap_or(&text);
    match (text.strip_prefix('~'), etcetera::home_dir()) {
        (Some(rest), Ok(home)) if rest.is_empty() || rest.starts_with('/') => home.join(rest.trim_start_matches('/')),
        _ => PathBuf::from(text),
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.first_chunk::<2>().filter(|_| byte == b'%');
        let value = code.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match value {
            Some(value) => {
                bytes.push(value);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let has_one = path.extension().is_some_and(|found| !found.is_empty());
    if has_one { path.to_owned() } else { path.with_extension(ending) }
}

/// The path to use, or what is wrong with it and what to do.
fn checked(path: &Path, purpose: &Purpose) -> Result<PathBuf, String> {
    if path.as_os_str().is_empty() {
        return Err(say!(ui_path_type_first).to_owned());
    }
    match purpose {
        Purpose::OpenLogs(_) if path.is_dir() && may_be_log(path) => Ok(path.to_owned()),
        Purpose::Open(_) | Purpose::OpenLogs(_) if path.is_dir() => Err(say!(ui_path_choose_in_folder).to_owned()),
        Purpose::Open(_) | Purpose::OpenLogs(_) if !path.exists() => Err(say!(ui_path_no_file).to_owned()),
        Purpose::Open(_) | Purpose::OpenLogs(_) => Ok(path.to_owned()),
        Purpose::Save(_) if path.is_dir() => Err(say!(ui_path_add_name).to_owned()),
        Purpose::Save(ending) => match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
                Err(say!(ui_path_no_folder, folder = folder.display()))
            }
            _ => Ok(with_ending(path, ending)),
        },
    }
}

/// Folders and fitting files that go on from what was typed, folders first, by name.
fn fitting(typed: &Path, purpose: &Purpose) -> Vec<Hint> {
    let whole = typed.as_os_str().to_string_lossy().ends_with(std::path::MAIN_SEPARATOR);
    let (folder, start) = match (whole, typed.parent()) {
        (true, _) | (_, None) => (typed.to_owned(), String::new()),
        (false, Some(parent)) => {
            (parent.to_owned(), typed.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default())
        }
    };
    let endings: Vec<&str> = match purpose {
        Purpose::Open(endings) | Purpose::OpenLogs(endings) => endings.to_vec(),
        Purpose::Save(ending) => vec![*ending],
    };
    let Ok(entries) = std::fs::read_dir(&folder) else { return Vec::new() };
    let mut hints: Vec<Hint> = entries
        .take(MOST_ENTRIES)
        .flatten()
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().to_lowercase();
            name.starts_with(&start) && (!name.starts_with('.') || start.starts_with('.'))
        })
        .map(|entry| Hint { folder: entry.path().is_dir(), path: entry.path() })
        .filter(|hint| hint.folder || endings.iter().any(|ending| has_ending(&hint.path, ending)))
        .collect();
    hints.sort_by(|a, b| b.folder.cmp(&a.folder).then_with(|| a.path.cmp(&b.path)));
    hints.truncate(MOST_HINTS);
    hints
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAPS: Purpose = Purpose::Open(&["ron"]);

    #[test]
    fn the_field_has_the_keyboard_even_when_another_box_asked_in_one_frame() {
        use egui::{Event, Modifiers, PointerButton, RawInput, Rect, pos2};
        let (ctx, folder) = (Context::default(), tempfile::tempdir().unwrap());
        let middle = pos2(400.0, 300.0);
        let frame = |below: bool, asked: Option<&mut PathBox>, events: Vec<Event>| {
            let screen_rect = Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 600.0)));
            let input = RawInput { screen_rect, events, ..RawInput::default() };
            let mut asked = asked;
            let show = |_: &mut egui::Ui| {
                if below {
                    box_ui(&ctx, "asks", "asks", 300.0, |ui| muted_ui(ui, "words"));
                }
                if let Some(asked) = asked.as_deref_mut() {
                    path_box_ui(&ctx, asked);
                }
            };
            ctx.run_ui(input, show).textures_delta.clear();
        };
        let ask = || PathBox::new("Open a map", MAPS, folder.path());
        // The box was there before, so that its layer lies below that of the one that asks.
        let mut before = ask();
        (0..3).for_each(|_| frame(false, Some(&mut before), Vec::new()));
        (0..3).for_each(|_| frame(true, None, Vec::new()));
        frame(true, None, vec![Event::PointerMoved(middle)]);
        let press = |pressed| {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            Event::PointerButton { pos: middle, button, pressed, modifiers }
        };
        let mut asked = ask();
        frame(true, Some(&mut asked), vec![press(true), press(false)]);
        (0..4).for_each(|_| frame(true, Some(&mut asked), Vec::new()));
        frame(true, Some(&mut asked), vec![Event::Text("typed".to_owned())]);
        assert_eq!(asked.text, "typed");
    }

    #[test]
    fn a_pasted_address_or_quoted_path_is_understood() {
        assert_eq!(cleaned("file:///tmp/my%20map.ron"), Path::new("/tmp/my map.ron"));
        assert_eq!(cleaned("  \"/tmp/a.ron\" "), Path::new("/tmp/a.ron"));
        assert_eq!(cleaned("/home/me//tmp/a.ron"), Path::new("/tmp/a.ron"));
        assert_eq!(percent_decoded("50%"), "50%");
    }

    #[test]
    fn what_is_pasted_after_the_folder_and_says_where_it_is_is_taken_alone() {
        let folder = tempfile::tempdir().unwrap();
        let meant = |added: &str| {
            let mut asked = PathBox::new("Open a map", MAPS, folder.path());
            asked.text.push_str(added);
            asked.path()
        };
        assert_eq!(meant("a.ron"), folder.path().join("a.ron"));
        assert_eq!(meant("/etc/y.csv"), Path::new("/etc/y.csv"));
        assert_eq!(meant("file:///tmp/my%20log.csv"), Path::new("/tmp/my log.csv"));
        assert_eq!(meant("file://localhost/tmp/log.csv\nfile:///tmp/b.csv"), Path::new("/tmp/log.csv"));
        assert_eq!(meant("~/maps/a.ron"), etcetera::home_dir().unwrap().join("maps/a.ron"));
        let mut asked = PathBox::new("Save", Purpose::Save("ron"), &folder.path().join("map.ron"));
        asked.text.push_str("/etc/y.ron");
        assert_eq!(asked.path(), Path::new("/etc/y.ron"));
        asked.text = "other.ron".to_owned();
        assert_eq!(asked.path(), folder.path().join("other.ron"), "a name alone is in the folder that was offered");
        asked.text = "  ".to_owned();
        assert!(checked(&asked.path(), &asked.purpose).is_err());
    }

    #[test]
    fn what_is_wrong_with_a_path_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let text = |name: &str| folder.path().join(name);
        assert!(checked(Path::new(""), &MAPS).unwrap_err().contains("paste"));
        assert!(checked(&text(""), &MAPS).unwrap_err().contains("folder"));
        assert!(checked(&text("none.ron"), &MAPS).unwrap_err().contains("no file"));
        assert!(checked(&text("no/where.ron"), &Purpose::Save("ron")).unwrap_err().contains("no folder"));
        assert_eq!(checked(&text("new"), &Purpose::Save("ron")), Ok(folder.path().join("new.ron")));
    }

    #[test]
    fn hints_go_on_from_what_was_typed_folders_first() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["map-b.ron", "map-a.RON", "map.csv", "other.ron"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("maps")).unwrap();
        let names: Vec<String> = fitting(&folder.path().join("ma"), &MAPS)
            .iter()
            .map(|hint| hint.path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["maps", "map-a.RON", "map-b.ron"]);
    }
}
