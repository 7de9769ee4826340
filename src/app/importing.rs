//! The import's boxes: from files or an address to figures on the map.

use super::Window;
use crate::behaviour::clickhouse::{Access, Address, WAIT};
use crate::behaviour::times::zone::Zone;
use crate::measure;
use crate::model::LaneKind;
use crate::session::flows::{DatabasesMsg, FillMsg, Msg};
use crate::session::import::Import;
use crate::session::{Action, FileAsk, Tone};
use crate::ui::import::{DatabaseView, ImportView, Outcome, database_ui, import_ui};
use crate::ui::when;
use egui::Context;
use std::path::{Path, PathBuf};
use touchline_words::say;

/// What is open of it.
#[derive(Default)]
pub(super) struct Importing {
    import: Option<(Import, ImportView)>,
    database: DatabaseView,
    /// The zone that was said last of times that carry none, for the next file.
    zone: Option<Zone>,
}

impl Window {
    pub(super) fn open_import(&mut self, logs: Vec<PathBuf>) {
        self.reads_data(&logs);
        let presets = self.session.settings().presets.clone();
        let import = Import::open_in(self.boxes.importing.zone, logs, presets, self.session.new_ids());
        self.boxes.importing.import = Some((import, ImportView::default()));
    }

    /// Asks a server for a table, in the place of whatever import is open.
    pub(super) fn open_table(&mut self, address: Address) {
        let import = Import::open_table(address, Access::of_environment(WAIT), self.session.new_ids());
        self.boxes.importing.import = Some((import, ImportView::default()));
    }

    pub(super) fn importing_ui(&mut self, ctx: &Context) {
        self.import_ui(ctx);
        // After the import, so that the question lies over it.
        let asked = database_ui(ctx, &mut self.boxes.importing.database, self.session.flows().database());
        self.act_all(ctx, asked);
    }

    fn import_ui(&mut self, ctx: &Context) {
        let Some((mut import, mut view)) = self.boxes.importing.import.take() else { return };
        let asked = import_ui(ctx, &mut import, &mut view, self.session.map(), &self.shaper);
        self.boxes.importing.zone = import.remembered_zone().or(self.boxes.importing.zone);
        if let Some(sheet) = import.map_sheet().map(Path::to_owned) {
            return self.act(ctx, Action::FilesChosen { ask: FileAsk::OpenSheet, paths: vec![sheet] });
        }
        match asked {
            None => self.boxes.importing.import = Some((import, view)),
            Some(Outcome::Cancel) => {}
            Some(Outcome::Scorecard) => {
                if let Some(path) = import.only_file() {
                    let read_as = Some(Box::new((import.opening().clone(), import.overrides().clone())));
                    let open = FillMsg::Open { path: path.to_owned(), metric: None, read_as };
                    self.act(ctx, Action::Flow(Msg::Fill(open)));
                }
            }
            Some(Outcome::AtRisk) => {
                if let Some(path) = import.only_file() {
                    let paths = vec![path.to_owned()];
                    self.act(ctx, Action::FilesChosen { ask: FileAsk::OpenCustomers, paths });
                }
            }
            Some(Outcome::OtherFile) => {
                self.boxes.importing.import = Some((import, view));
                self.dialogs.ask(ctx, FileAsk::OpenLog);
            }
            Some(Outcome::Database) => {
                self.boxes.importing.import = Some((import, view));
                self.act(ctx, Action::Flow(Msg::Databases(DatabasesMsg::Ask)));
            }
            Some(Outcome::ForgetPreset) => {
                let name = import.preset().map(|preset| preset.name.clone());
                import.forget_preset();
                self.boxes.importing.import = Some((import, view));
                if let Some(name) = name {
                    self.act(ctx, Action::ForgetPreset(name));
                }
            }
            Some(lay @ (Outcome::Lay | Outcome::MakeStages)) => {
                let (map, today) = (self.session.map(), when::today());
                let edit = match lay {
                    Outcome::MakeStages => import.finish_making_stages(map, today),
                    _ => import.finish(map, today),
                };
                match edit {
                    Ok(edit) => {
                        let replaced = measure::replaced(map, &edit).map(|words| say!(app_and_words, words));
                        let laid =
                            say!(app_lies_over, file = import.file_name(), replaced = replaced.unwrap_or_default());
                        let kept = import.preset_to_keep(when::today()).map(Action::KeepPreset);
                        let laid = [Action::Edit(edit), Action::Notify(Tone::Good, laid)];
                        self.act_all(ctx, laid.into_iter().chain(kept));
                        let has_stages = import.shape_report().is_none_or(|report| report.figures.funnel().is_some());
                        self.show_laid(has_stages);
                    }
                    Err(message) => {
                        self.act(ctx, Action::Notify(Tone::Bad, message));
                        self.boxes.importing.import = Some((import, view));
                    }
                }
            }
        }
    }

    /// Shows on the board what was laid over it: the stages that were measured, or the cards that have something new.
    fn show_laid(&mut self, has_stages: bool) {
        let map = self.session.map();
        let kind = if has_stages { LaneKind::DropOff } else { LaneKind::Touchpoints };
        let Some(lane) = map.lane_of(kind) else { return };
        let measured = map.measurement().map(|(_, laid)| laid.stages.clone());
        self.panels.board.reveal_lane(lane, measured.filter(|_| has_stages).unwrap_or_default());
    }
}
