//! Exporting the board, as it was chosen, and the chart of the drop-off table: each into a file that is asked for.
//!
//! Drawing takes fonts, which the window has: it lends them for an [`Effect::LendFonts`]. Drawing, painting and writing run off
//! the frame.

use touchline_words::say;

use super::{ExportMsg, Fonts};
use crate::export::Format;
use crate::layout::{Compared, Watch};
use crate::scene::PageSize;
use crate::session::drawing::Drawing;
use crate::session::export::{Doing, ExportJob, ExportSettings, USUAL_SCALE, Written, dated, told};
use crate::session::files::FileAsk;
use crate::session::picture_copy::PictureCopy;
use crate::session::{Cause, DiskJob, Effect, Session, Tone};
use crate::store::{Event, How, What};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The export of the board, with its choices, which are kept from one time to the next; and the chart on its way.
#[derive(Debug, Default)]
pub struct Exporting {
    settings: ExportSettings,
    pub(super) is_open: bool,
    writing: Option<ExportJob>,
    /// When the last one began, since the program's start.
    began: Duration,
    problem: Option<String>,
    chart: Option<ExportJob>,
    copy: Option<PictureCopy>,
}

impl Exporting {
    /// What is chosen.
    pub fn settings(&self) -> &ExportSettings {
        &self.settings
    }

    /// What is done while the board is laid out, painted and written.
    pub fn busy(&self) -> Option<Doing> {
        self.writing.as_ref().map(ExportJob::doing)
    }

    /// Why the last one failed.
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// Whether something of it runs off the frame.
    pub(super) fn is_busy(&self) -> bool {
        self.writing.is_some() || self.chart.is_some() || self.copy.is_some()
    }
}

impl Session {
    /// Opens the dialog, for the audience that is shown and with the choices of the last time.
    pub(in crate::session) fn open_export(&mut self) {
        let settings = self.as_shown();
        let Exporting { chart, copy, .. } = std::mem::take(&mut self.flows.export);
        self.flows.export = Exporting { settings, is_open: true, chart, copy, ..Exporting::default() };
    }

    /// The choices of the last time, for what is shown now.
    fn as_shown(&self) -> ExportSettings {
        let view = self.flows.filter.chosen().filter(|_| !self.is_view_changed());
        ExportSettings {
            view,
            state: self.state(),
            segment: self.lens(),
            compared: Compared::of(self.compared()),
            former: self.former(),
            ..self.flows.export.settings
        }
    }

    /// A picture of what is selected, or of all that is shown, is wanted on the clipboard.
    pub(in crate::session) fn ask_fonts_for_copy(&mut self, effects: &mut Vec<Effect>) {
        self.take_text(effects);
        effects.push(Effect::LendFontsToCopy);
    }

    fn copy_picture(&mut self, fonts: &Fonts) {
        let settings =
            ExportSettings { format: Format::Png, page: PageSize::Fit, scale: USUAL_SCALE, ..self.as_shown() };
        let (map, records) = (self.lent_map(), self.selection.records().to_vec());
        self.flows.export.copy = Some(PictureCopy::start(map, records, settings, Arc::clone(&fonts.0)));
    }

    pub(super) fn export_flow(&mut self, msg: ExportMsg, effects: &mut Vec<Effect>) {
        let export = &mut self.flows.export;
        match msg {
            ExportMsg::In(format) => export.settings.format = format,
            ExportMsg::Choose(settings) => export.settings = settings,
            ExportMsg::Go => {
                export.problem = None;
                let settings = export.settings;
                let file_name = settings.file_name(&self.map);
                effects.push(Effect::AskFile(FileAsk::Export(file_name, settings.format)));
            }
            ExportMsg::Cancel => export.writing = None,
            ExportMsg::Close => export.is_open = false,
            ExportMsg::Chart(format) => {
                effects.push(Effect::AskFile(FileAsk::Chart(format!("drop-off.{}", format.extension()), format)));
            }
            ExportMsg::Copy(fonts) => self.copy_picture(&fonts),
            ExportMsg::Write { drawing, path, fonts } => {
                let (read, made, map) = (self.read(), dated(&self.map, None), self.lent_map());
                self.flows.export.began = self.now;
                let settings = drawing.settings();
                let job = Some(if settings.format.is_drawn() {
                    let draw = move |watch: &Watch<'_>| drawing.deck(&map, &fonts.0, watch);
                    ExportJob::start(draw, settings, made, path, read)
                } else {
                    let tell = move || told::bytes(&map, &settings, None, made);
                    ExportJob::start_telling(tell, settings.format, path, read)
                });
                match drawing {
                    Drawing::Board(_) => self.flows.export.writing = job,
                    Drawing::Chart(_) => self.flows.export.chart = job,
                }
            }
        }
    }

    /// The person has said where the board goes.
    pub(super) fn export_to(&mut self, path: PathBuf, effects: &mut Vec<Effect>) {
        self.flows.export.problem = None;
        effects.push(Effect::LendFonts { drawing: Drawing::Board(self.flows.export.settings), path });
    }

    pub(super) fn tick_exports(&mut self, effects: &mut Vec<Effect>) {
        if let Some(painted) = self.flows.export.copy.as_ref().and_then(PictureCopy::poll) {
            self.flows.export.copy = None;
            match painted {
                Ok(pixels) => {
                    let (width, height) = (pixels.width_px, pixels.height_px);
                    effects.push(Effect::SetClipboardPicture(Arc::new(pixels)));
                    self.say(Cause::Export, Tone::Good, say!(session_picture_copied, width, height));
                }
                Err(problem) => self.say(Cause::Export, Tone::Bad, problem),
            }
        }
        if let Some(ended) = self.flows.export.writing.as_ref().and_then(ExportJob::poll) {
            self.flows.export.writing = None;
            self.log_export(ended.as_ref().ok(), effects);
            match ended {
                Ok(Written { path, .. }) => {
                    self.flows.export.is_open = false;
                    self.say(Cause::Export, Tone::Good, say!(app_exported, path = path.display()));
                }
                Err(problem) if self.flows.export.is_open => self.flows.export.problem = Some(problem),
                Err(problem) => self.say(Cause::Export, Tone::Bad, problem),
            }
        }
        if let Some(ended) = self.flows.export.chart.as_ref().and_then(ExportJob::poll) {
            self.flows.export.chart = None;
            self.log_export(ended.as_ref().ok(), effects);
            match ended {
                Ok(Written { path, legible }) => {
                    self.say(Cause::Export, Tone::Good, say!(app_saved_chart, path = path.display(), legible))
                }
                Err(problem) => self.say(Cause::Export, Tone::Bad, problem),
            }
        }
    }

    fn log_export(&self, written: Option<&Written>, effects: &mut Vec<Effect>) {
        let file = written.map(|written| written.path.clone());
        effects.push(self.logs(What::Export, written.is_some(), self.flows.export.began, file));
    }

    /// Has logged what was done without the disk's own jobs, by its kind, how it ended, how long it took and how large its file is.
    pub(super) fn logs(&self, what: What, is_done: bool, began: Duration, file: Option<PathBuf>) -> Effect {
        let how = if is_done { How::Done } else { How::Failed };
        let event = Event { what, how, why: None, took: self.now.saturating_sub(began), bytes: None };
        Effect::Disk(DiskJob::Log { event, file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Format;
    use crate::figures::sample;
    use crate::figures::source::source_told;
    use crate::scene::PageSize;
    use crate::session::export::legible_words;
    use crate::session::flows::stories::{opened, until};
    use crate::session::flows::{Fonts, Msg};
    use crate::session::stories::Story;
    use crate::session::{Command, Intent};
    use crate::text::Shaper;
    use std::sync::Arc;

    fn say(story: &mut Story, msg: ExportMsg) -> Vec<Effect> {
        story.act(Intent::Flow(Msg::Export(msg)))
    }

    /// A file was chosen, and the window lends its fonts.
    fn drawn(story: &mut Story, ask: FileAsk, path: PathBuf) {
        let effects = story.act(Intent::FilesChosen { ask, paths: vec![path] });
        let [Effect::LendFonts { drawing, path }] = &effects[..] else { panic!("{effects:?}") };
        let fonts = Fonts(Arc::new(Shaper::bundled()));
        say(story, ExportMsg::Write { drawing: *drawing, path: path.clone(), fonts });
        assert!(story.session.flows().is_busy() && story.session.next_tick().is_some());
    }

    /// The same, and time passes until it is written or refused; how it is logged.
    fn written(story: &mut Story, ask: FileAsk, path: PathBuf) -> (What, How) {
        drawn(story, ask, path);
        let effects = until(story, |session| !session.flows().is_busy());
        let [Effect::Disk(DiskJob::Log { event, .. })] = effects.as_slice() else { panic!("{effects:?}") };
        (event.what, event.how)
    }

    fn told(story: &Story) -> Option<(Tone, &str)> {
        story.session.notices().last().map(|notice| (notice.tone, notice.text.as_str()))
    }

    #[test]
    fn the_board_goes_out_as_it_was_chosen_and_what_was_chosen_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut story = opened(sample::map());
        assert!(story.session.flows().export().is_none());
        story.act(Intent::Lens(Some(sample::FAMILIES)));
        story.run(Command::Export);
        let settings = *story.session.flows().export().unwrap().settings();
        assert_eq!(settings, ExportSettings { segment: Some(sample::FAMILIES), ..ExportSettings::default() });
        let chosen = ExportSettings { format: Format::Png, page: PageSize::Fit, scale: 1.0, ..settings };
        assert_eq!(say(&mut story, ExportMsg::Choose(chosen)), []);
        let asked = say(&mut story, ExportMsg::Go);
        let [Effect::AskFile(ask @ FileAsk::Export(name, Format::Png))] = &asked[..] else { panic!("{asked:?}") };
        assert_eq!(name, &chosen.file_name(story.session.map()));

        let path = folder.path().join(name);
        assert_eq!(written(&mut story, ask.clone(), path.clone()), (What::Export, How::Done));
        assert!(std::fs::read(&path).unwrap().starts_with(b"\x89PNG"));
        assert_eq!(told(&story), Some((Tone::Good, say!(app_exported, path = path.display()).as_str())));
        assert!(story.session.flows().export().is_none(), "what is done is closed");
        story.act(Intent::Lens(None));
        story.run(Command::Export);
        let again = ExportSettings { segment: None, ..chosen };
        assert_eq!(story.session.flows().export().unwrap().settings(), &again, "the audience is the one that is shown");
    }

    #[test]
    fn an_export_that_fails_is_told_in_its_dialog_as_long_as_it_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone").join("deck.pdf");
        let ask = || FileAsk::Export("deck.pdf".to_owned(), Format::Pdf);
        let mut story = opened(sample::map());
        story.run(Command::Export);
        assert_eq!(written(&mut story, ask(), gone.clone()), (What::Export, How::Failed));
        let problem = |story: &Story| story.session.flows().export().unwrap().problem().map(str::to_owned);
        assert!(problem(&story).is_some_and(|problem| problem.contains("gone")));
        say(&mut story, ExportMsg::Go);
        assert_eq!(problem(&story), None, "it is tried again");
        say(&mut story, ExportMsg::Close);
        written(&mut story, ask(), gone.clone());
        assert!(matches!(told(&story), Some((Tone::Bad, why)) if why.contains("gone")), "{:?}", told(&story));
        story.run(Command::Export);
        assert_eq!(problem(&story), None);

        drawn(&mut story, ask(), gone);
        say(&mut story, ExportMsg::Cancel);
        story.act(Intent::Tick);
        let export = story.session.flows().export().unwrap();
        assert_eq!((export.busy(), export.problem()), (None, None), "what is cancelled is no failure");
    }

    #[test]
    fn a_chart_is_saved_with_its_source_in_every_format() {
        let folder = tempfile::tempdir().unwrap();
        let map = sample::map();
        let source = source_told(map.measurement().unwrap().1);
        let file = map.measurement().unwrap().1.source.clone();
        let mut story = opened(map);
        for format in Format::DRAWN {
            let asked = say(&mut story, ExportMsg::Chart(format));
            let [Effect::AskFile(ask @ FileAsk::Chart(name, _))] = &asked[..] else { panic!("{asked:?}") };
            let path = folder.path().join(name);
            written(&mut story, ask.clone(), path.clone());
            let deck = Drawing::Chart(format).deck(story.session.map(), &Shaper::bundled(), &Watch::default());
            let legible = legible_words(&deck.legibility().unwrap());
            let said = say!(app_saved_chart, path = path.display(), legible);
            assert_eq!(told(&story), Some((Tone::Good, said.as_str())));
            let bytes = std::fs::read(&path).unwrap();
            if format == Format::Svg {
                let svg = String::from_utf8_lossy(&bytes);
                assert!(svg.contains(&source) && !svg.contains(&file), "a file's name stays here");
            }
        }
        let gone = folder.path().join("gone").join("a.svg");
        written(&mut story, FileAsk::Chart(String::new(), Format::Svg), gone);
        assert!(matches!(told(&story), Some((Tone::Bad, why)) if why.contains("gone")), "{:?}", told(&story));
    }

    #[test]
    fn what_is_selected_comes_onto_the_clipboard_as_a_picture() {
        let mut story = opened(sample::map());
        let card = *story.session.map().touchpoints.keys().next().unwrap();
        let mut copied = |record: Option<crate::model::RecordRef>| {
            story.act(record.map_or(Intent::Deselect, Intent::Select));
            assert_eq!(story.run(Command::CopyPicture), [Effect::LendFontsToCopy]);
            let fonts = Fonts(Arc::new(Shaper::bundled()));
            let mut effects = say(&mut story, ExportMsg::Copy(fonts));
            effects.extend(until(&mut story, |session| !session.flows().is_busy()));
            let [Effect::SetClipboardPicture(pixels)] = &effects[..] else { panic!("{} effects", effects.len()) };
            (pixels.width_px, pixels.height_px)
        };
        let (whole, part) = (copied(None), copied(Some(card.into())));
        assert!(part.0 * 3 < whole.0 && part.1 * 3 < whole.1, "{part:?} of {whole:?}");
    }
}
