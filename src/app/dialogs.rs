//! Asking for files: the desktop's own dialog on a thread, and the path box where the desktop has none.

use crate::export::Format;
use crate::ui::path_box::{PathAnswer, PathBox, Purpose, path_box_ui};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

/// A dialog that answers nothing sooner than this was never shown: no person is as quick.
const NEVER_SHOWN: Duration = Duration::from_millis(400);

/// What a file is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileAsk {
    OpenMap,
    /// With the name that is suggested.
    SaveMap(String),
    OpenLog,
    /// A picture, with the name that is suggested.
    Export(String, Format),
    /// The chart of the drop-off table, with the name that is suggested.
    Chart(String, Format),
}

impl FileAsk {
    fn title(&self) -> String {
        match self {
            FileAsk::OpenMap => "Open a map".to_owned(),
            FileAsk::SaveMap(_) => "Save the map".to_owned(),
            FileAsk::OpenLog => "Import a CSV of events".to_owned(),
            FileAsk::Export(..) => "Export the map".to_owned(),
            FileAsk::Chart(..) => "Save the chart".to_owned(),
        }
    }

    fn purpose(&self) -> Purpose {
        match self {
            FileAsk::OpenMap => Purpose::Open(&["ron"]),
            FileAsk::SaveMap(_) => Purpose::Save("ron"),
            FileAsk::OpenLog => Purpose::Open(&["csv", "tsv", "txt"]),
            FileAsk::Export(_, format) | FileAsk::Chart(_, format) => Purpose::Save(format.extension()),
        }
    }

    fn suggested(&self) -> Option<&str> {
        match self {
            FileAsk::SaveMap(name) | FileAsk::Export(name, _) | FileAsk::Chart(name, _) => Some(name),
            FileAsk::OpenMap | FileAsk::OpenLog => None,
        }
    }
}

/// At most one question for a file at a time.
#[derive(Default)]
pub struct Dialogs {
    open: Option<Open>,
    /// The folder of the last file that was chosen.
    folder: Option<PathBuf>,
    /// The desktop was found to have no dialog; not asked again.
    none_here: bool,
}

enum Open {
    Desktop { ask: FileAsk, answer: Receiver<Option<PathBuf>>, since: Instant },
    Typed { ask: FileAsk, typed: PathBox },
}

impl Dialogs {
    /// As on a desktop without dialogs.
    #[cfg(test)]
    pub fn typed_only(folder: &Path) -> Self {
        Self { none_here: true, folder: Some(folder.to_owned()), ..Self::default() }
    }

    /// Puts the question, unless another one is still open.
    pub fn ask(&mut self, ctx: &Context, ask: FileAsk) {
        if self.open.is_some() {
            return;
        }
        self.open = Some(if self.none_here {
            self.typed(ask)
        } else {
            let answer = desktop_dialog(ctx, &ask, self.start_folder());
            Open::Desktop { ask, answer, since: Instant::now() }
        });
    }

    /// Where a question starts when nothing else says so.
    pub fn remember_folder(&mut self, file: &Path) {
        self.folder = file.parent().map(Path::to_owned).or(self.folder.take());
    }

    /// Shows the path box if there is one, and gives back a question with the file that answers it, or none.
    pub fn poll_ui(&mut self, ctx: &Context) -> Option<(FileAsk, Option<PathBuf>)> {
        let answered = match self.open.take()? {
            Open::Desktop { ask, answer, since } => match answer.try_recv() {
                Ok(Some(path)) => Some((ask, Some(path))),
                Ok(None) if since.elapsed() < NEVER_SHOWN => {
                    self.none_here = true;
                    self.open = Some(self.typed(ask));
                    None
                }
                Ok(None) | Err(TryRecvError::Disconnected) => Some((ask, None)),
                Err(TryRecvError::Empty) => {
                    self.open = Some(Open::Desktop { ask, answer, since });
                    None
                }
            },
            Open::Typed { ask, mut typed } => match path_box_ui(ctx, &mut typed) {
                Some(PathAnswer::Chosen(path)) => Some((ask, Some(path))),
                Some(PathAnswer::Cancelled) => Some((ask, None)),
                None => {
                    self.open = Some(Open::Typed { ask, typed });
                    None
                }
            },
        };
        if let Some((_, Some(path))) = &answered {
            self.remember_folder(path);
        }
        answered
    }

    fn typed(&self, ask: FileAsk) -> Open {
        let folder = self.start_folder();
        let start = ask.suggested().map_or(folder.clone(), |name| folder.join(name));
        Open::Typed { typed: PathBox::new(ask.title(), ask.purpose(), &start), ask }
    }

    fn start_folder(&self) -> PathBuf {
        self.folder.clone().or(std::env::current_dir().ok()).or(etcetera::home_dir().ok()).unwrap_or_default()
    }
}

fn desktop_dialog(ctx: &Context, ask: &FileAsk, folder: PathBuf) -> Receiver<Option<PathBuf>> {
    let (sender, receiver) = channel();
    let (ask, ctx) = (ask.clone(), ctx.clone());
    std::thread::spawn(move || {
        let mut dialog = rfd::FileDialog::new().set_title(ask.title()).set_directory(folder);
        if let Some(name) = ask.suggested() {
            dialog = dialog.set_file_name(name);
        }
        let chosen = match ask.purpose() {
            Purpose::Open(endings) => dialog.add_filter(endings.join(", "), endings).pick_file(),
            Purpose::Save(ending) => dialog.add_filter(ending, &[ending]).save_file(),
        };
        let _ = sender.send(chosen);
        ctx.request_repaint();
    });
    receiver
}
