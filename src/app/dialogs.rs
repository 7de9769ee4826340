//! Asking for files: the desktop's own dialog on a thread, and the path box where the desktop has none.

use crate::session::FileAsk;
use crate::session::threads::{self, Ending};
use crate::ui::path_box::{PathAnswer, PathBox, Purpose, path_box_ui};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use touchline_words::say;

/// What the dialog is called.
fn title(ask: &FileAsk) -> &'static str {
    match ask {
        FileAsk::OpenMap => say!(app_open_map),
        FileAsk::SaveMap(_) => say!(app_save_map),
        FileAsk::TakeOver => say!(app_take_over),
        FileAsk::OpenLog => say!(ui_import_title),
        FileAsk::JoinLog => say!(ui_import_join_title),
        FileAsk::SaveSheet(_) => say!(app_export_sheet),
        FileAsk::OpenSheet => say!(app_import_sheet),
        FileAsk::OpenCustomers => say!(app_open_customers),
        FileAsk::FillMetrics(_) => say!(app_open_counts),
        FileAsk::OpenPicture(_) => say!(app_open_picture),
        FileAsk::Cohort(_) => say!(app_save_cohort),
        FileAsk::Export(..) => say!(app_export_map),
        FileAsk::ClientCopy(_) => say!(app_save_client_copy),
        FileAsk::CodeNames => say!(app_open_code_names),
        FileAsk::OpenBrand => say!(app_open_brand),
        FileAsk::Chart(..) => say!(app_save_chart),
    }
}

fn purpose(ask: &FileAsk) -> Purpose {
    match ask {
        FileAsk::OpenMap => Purpose::Open(&["ron", "mmd"]),
        FileAsk::TakeOver | FileAsk::OpenBrand => Purpose::Open(&["ron"]),
        FileAsk::SaveMap(_) | FileAsk::ClientCopy(_) => Purpose::Save("ron"),
        FileAsk::CodeNames => Purpose::Open(&["csv", "tsv", "txt", "ron"]),
        FileAsk::Cohort(_) => Purpose::Save("csv"),
        FileAsk::SaveSheet(_) => Purpose::Save("xlsx"),
        FileAsk::OpenSheet => Purpose::Open(&["xlsx", "csv"]),
        FileAsk::OpenPicture(_) => Purpose::Open(PICTURES),
        FileAsk::OpenLog => Purpose::OpenLogs(DATA),
        FileAsk::OpenCustomers | FileAsk::FillMetrics(_) | FileAsk::JoinLog => Purpose::Open(DATA),
        FileAsk::Export(_, format) | FileAsk::Chart(_, format) => Purpose::Save(format.extension()),
    }
}

/// How files of data end.
const DATA: &[&str] = &["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "gz", "zip"];

/// How pictures end.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "webp", "svg"];

/// Which files it is one of.
fn place(ask: &FileAsk) -> Place {
    match ask {
        FileAsk::OpenMap | FileAsk::SaveMap(_) | FileAsk::TakeOver => Place::Map,
        FileAsk::OpenPicture(_) | FileAsk::OpenBrand => Place::Pictures,
        FileAsk::OpenLog | FileAsk::JoinLog | FileAsk::OpenCustomers | FileAsk::FillMetrics(_) => Place::Data,
        FileAsk::CodeNames => Place::Data,
        FileAsk::ClientCopy(_)
        | FileAsk::SaveSheet(_)
        | FileAsk::OpenSheet
        | FileAsk::Cohort(_)
        | FileAsk::Export(..)
        | FileAsk::Chart(..) => Place::Exports,
    }
}

/// Files that lie together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Map,
    Data,
    Exports,
    Pictures,
}

/// At most one question for a file at a time.
#[derive(Default)]
pub struct Dialogs {
    open: Option<Open>,
    /// The folder of the last data that were read.
    data: Option<PathBuf>,
    /// The folder of the map.
    map: Option<PathBuf>,
    /// The folder of the last export.
    exports: Option<PathBuf>,
    /// The folder of the last picture.
    pictures: Option<PathBuf>,
    /// The desktop was found to have no dialog; not asked again.
    none_here: bool,
}

enum Open {
    Desktop { ask: FileAsk, answer: Receiver<Vec<PathBuf>>, focus: Focus },
    Typed { ask: FileAsk, typed: PathBox },
}

/// The window's focus while a dialog of the desktop is asked for. A dialog that is shown takes it; one that answers
/// nothing and never took it was never shown, however long the desktop needed to find that out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Focus {
    had: bool,
    lost: bool,
}

impl Focus {
    fn watch(&mut self, ctx: &Context) {
        let has = ctx.input(|input| input.focused);
        self.lost |= self.had && !has;
        self.had |= has;
    }
}

impl Dialogs {
    /// As on a desktop without dialogs.
    #[cfg(test)]
    pub fn typed_only(folder: &Path) -> Self {
        Self { none_here: true, map: Some(folder.to_owned()), ..Self::default() }
    }

    /// Puts the question, unless another one is still open.
    pub fn ask(&mut self, ctx: &Context, ask: FileAsk) {
        if self.open.is_some() {
            return;
        }
        self.open = Some(if self.none_here {
            self.typed(ask)
        } else {
            let answer = desktop_dialog(ctx, &ask, self.start_folder(place(&ask)));
            Open::Desktop { ask, answer, focus: Focus::default() }
        });
    }

    /// Where a question for data starts.
    pub fn remember_data(&mut self, file: &Path) {
        self.remember(Place::Data, file);
    }

    /// Where a question for maps starts, and one for an export as long as none was made.
    pub fn remember_map(&mut self, file: &Path) {
        self.remember(Place::Map, file);
    }

    fn remember(&mut self, place: Place, file: &Path) {
        let known = match place {
            Place::Map => &mut self.map,
            Place::Data => &mut self.data,
            Place::Exports => &mut self.exports,
            Place::Pictures => &mut self.pictures,
        };
        if let Some(folder) = file.parent().filter(|folder| known.as_deref() != Some(*folder)) {
            *known = Some(folder.to_owned());
        }
    }

    /// Shows the path box if there is one, and gives back a question with the files that answer it: none if it was
    /// cancelled, and several only for logs.
    pub fn poll_ui(&mut self, ctx: &Context) -> Option<(FileAsk, Vec<PathBuf>)> {
        let answered = match self.open.take()? {
            Open::Desktop { ask, answer, mut focus } => {
                focus.watch(ctx);
                match answer.try_recv() {
                    Ok(paths) if !paths.is_empty() => Some((ask, paths)),
                    Ok(_) | Err(TryRecvError::Disconnected) if focus.lost => Some((ask, Vec::new())),
                    Ok(_) | Err(TryRecvError::Disconnected) => {
                        self.none_here = true;
                        self.open = Some(self.typed(ask));
                        None
                    }
                    Err(TryRecvError::Empty) => {
                        self.open = Some(Open::Desktop { ask, answer, focus });
                        None
                    }
                }
            }
            Open::Typed { ask, mut typed } => match path_box_ui(ctx, &mut typed) {
                Some(PathAnswer::Chosen(path)) => Some((ask, vec![path])),
                Some(PathAnswer::Cancelled) => Some((ask, Vec::new())),
                None => {
                    self.open = Some(Open::Typed { ask, typed });
                    None
                }
            },
        };
        if let Some((ask, paths)) = &answered {
            paths.iter().take(1).for_each(|path| self.remember(place(ask), path));
        }
        answered
    }

    fn typed(&self, ask: FileAsk) -> Open {
        let folder = self.start_folder(place(&ask));
        let start = ask.suggested().map_or(folder.clone(), |name| folder.join(name));
        Open::Typed { typed: PathBox::new(title(&ask), purpose(&ask), &start), ask }
    }

    /// The folder of such files; an export goes beside the map, and never among the data.
    fn start_folder(&self, place: Place) -> PathBuf {
        let known = match place {
            Place::Map => self.map.as_ref().or(self.exports.as_ref()).or(self.data.as_ref()),
            Place::Data => self.data.as_ref().or(self.map.as_ref()),
            Place::Exports => self.exports.as_ref().or(self.map.as_ref()),
            Place::Pictures => self.pictures.as_ref().or(self.map.as_ref()),
        };
        known.cloned().or(std::env::current_dir().ok()).or(etcetera::home_dir().ok()).unwrap_or_default()
    }
}

fn desktop_dialog(ctx: &Context, ask: &FileAsk, folder: PathBuf) -> Receiver<Vec<PathBuf>> {
    let (sender, receiver) = channel();
    let (ask, ctx) = (ask.clone(), ctx.clone());
    threads::start("file dialog", Ending::Left, move || {
        let mut dialog = rfd::FileDialog::new().set_title(title(&ask)).set_directory(folder);
        if let Some(name) = ask.suggested() {
            dialog = dialog.set_file_name(name);
        }
        let chosen = match purpose(&ask) {
            Purpose::Open(endings) => dialog.add_filter(endings.join(", "), endings).pick_file().into_iter().collect(),
            Purpose::OpenLogs(endings) => {
                dialog.add_filter(endings.join(", "), endings).pick_files().unwrap_or_default()
            }
            Purpose::Save(ending) => dialog.add_filter(ending, &[ending]).save_file().into_iter().collect(),
        };
        let _ = sender.send(chosen);
        ctx.request_repaint();
    });
    receiver
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Format;
    use egui::RawInput;
    use std::sync::mpsc::Sender;

    /// A question that the desktop has been asked, and the end at which it answers.
    fn asked() -> (Dialogs, Sender<Vec<PathBuf>>) {
        let (sender, answer) = channel();
        let open = Some(Open::Desktop { ask: FileAsk::OpenMap, answer, focus: Focus::default() });
        (Dialogs { open, ..Dialogs::default() }, sender)
    }

    fn frame(dialogs: &mut Dialogs, ctx: &Context, focused: bool) -> Option<(FileAsk, Vec<PathBuf>)> {
        let mut answered = None;
        let input = RawInput { focused, ..RawInput::default() };
        ctx.run_ui(input, |_| answered = dialogs.poll_ui(ctx)).textures_delta.clear();
        answered
    }

    #[test]
    fn a_desktop_without_a_dialog_gets_the_path_box_however_late_it_answers() {
        let (ctx, (mut dialogs, desktop)) = (Context::default(), asked());
        for _ in 0..3 {
            assert_eq!(frame(&mut dialogs, &ctx, true), None);
        }
        desktop.send(Vec::new()).unwrap();
        assert_eq!(frame(&mut dialogs, &ctx, true), None);
        assert!(matches!(dialogs.open, Some(Open::Typed { .. })));
    }

    #[test]
    fn an_export_goes_beside_the_map_and_then_where_the_last_one_went() {
        let mut dialogs = Dialogs::typed_only(Path::new("/before"));
        dialogs.remember_map(Path::new("/maps/map.ron"));
        dialogs.remember_data(Path::new("/data/log.csv"));
        let export = FileAsk::Export("map.pdf".to_owned(), Format::Pdf);
        assert_eq!(dialogs.start_folder(place(&export)), Path::new("/maps"));
        assert_eq!(dialogs.start_folder(place(&FileAsk::OpenLog)), Path::new("/data"));
        dialogs.remember(place(&export), Path::new("/out/map.pdf"));
        assert_eq!(dialogs.start_folder(place(&export)), Path::new("/out"));
        assert_eq!(dialogs.start_folder(place(&FileAsk::OpenMap)), Path::new("/maps"));
    }

    #[test]
    fn a_dialog_that_was_shown_and_closed_is_not_asked_again() {
        let (ctx, (mut dialogs, desktop)) = (Context::default(), asked());
        for focused in [true, false] {
            assert_eq!(frame(&mut dialogs, &ctx, focused), None);
        }
        desktop.send(Vec::new()).unwrap();
        assert_eq!(frame(&mut dialogs, &ctx, true), Some((FileAsk::OpenMap, Vec::new())));
        assert!(dialogs.open.is_none());
    }
}
