//! The import of a log or of another table: from files or an address to figures on the map.
//!
//! What is said about it is a message each; what is read and measured runs in the import's jobs. It ends with one edit, with
//! another dialog that reads the file instead, or with nothing.

use touchline_words::say;

use super::{DatabasesMsg, FillMsg, ImportMsg, Msg};
use crate::behaviour::files::Join;
use crate::behaviour::times::zone::Zone;
use crate::measure;
use crate::model::{Date, Edit, LaneKind};
use crate::session::files::FileAsk;
use crate::session::import::Import;
use crate::session::{Cause, Effect, Session, Tone};
use crate::store::What;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The import that is open, and what is remembered for the next.
#[derive(Debug, Default)]
pub(super) struct Imports {
    pub(super) open: Option<Importing>,
    /// The zone that was said last of times that carry none.
    zone: Option<Zone>,
}

/// An import that is open.
#[derive(Debug)]
pub struct Importing {
    import: Import,
    number: u64,
    /// When it was opened, since the program's start.
    began: Duration,
}

impl Importing {
    pub fn import(&self) -> &Import {
        &self.import
    }

    /// Another number for every import that is opened.
    pub fn number(&self) -> u64 {
        self.number
    }
}

impl Session {
    /// Begins to import files as one log, in the place of whatever import is open.
    pub(in crate::session) fn open_import(&mut self, logs: Vec<PathBuf>, effects: &mut Vec<Effect>) {
        self.reads_data(&logs, effects);
        let presets = self.settings.presets.clone();
        let import = Import::open_in(self.flows.imports.zone, logs, presets, self.new_ids());
        self.show_import(import);
    }

    fn show_import(&mut self, import: Import) {
        let number = self.flows.new_number();
        self.flows.imports.open = Some(Importing { import, number, began: self.now });
    }

    pub(super) fn import_flow(&mut self, msg: ImportMsg, effects: &mut Vec<Effect>) {
        if let ImportMsg::Table(address, access) = msg {
            let import = Import::open_table(address, access, self.new_ids());
            return self.show_import(import);
        }
        let Some(mut open) = self.flows.imports.open.take() else { return };
        let began = open.began;
        let import = &mut open.import;
        match msg {
            ImportMsg::Table(..) => {}
            ImportMsg::Correct(overrides) => import.correct(|all| *all = *overrides),
            ImportMsg::Reopen(opening) => import.reopen(|all| *all = opening),
            ImportMsg::AskJoin => effects.push(Effect::AskFile(FileAsk::JoinLog)),
            ImportMsg::Join(file) => {
                self.reads_data(std::slice::from_ref(&file), effects);
                import.reopen(|opening| opening.join = Some(Join { file, on: None }));
            }
            ImportMsg::GiveRole(column, role) => import.give_role(column, role),
            ImportMsg::SetZone(zone) => {
                self.flows.imports.zone = Some(zone);
                import.set_zone(zone);
            }
            ImportMsg::AcceptRagged => import.accept_ragged(),
            ImportMsg::ReadAs(shape) => import.read_as(shape, &self.map),
            ImportMsg::TryAgain => import.try_again(),
            ImportMsg::ForgetPreset => {
                let name = import.preset().map(|preset| preset.name.clone());
                import.forget_preset();
                name.into_iter().for_each(|name| self.forget_preset(&name, effects));
            }
            ImportMsg::Bind(row, binding) => import.bind(row, binding, &self.map),
            ImportMsg::MakeStagesOf(most) => import.make_stages_of_unbound(most, &self.map),
            ImportMsg::MakeStagesOfOneOffs => import.make_stages_of_one_offs(&self.map),
            ImportMsg::MatchSegment(row, target) => import.match_segment(row, target),
            ImportMsg::LetAudiencesJoin(join) => import.let_audiences_join(join),
            ImportMsg::Count(counted) => import.set_counted(counted, &self.map),
            ImportMsg::Order(ties) => import.set_ties(ties, &self.map),
            ImportMsg::Lay(today) => {
                let edit = import.finish(&self.map, today);
                if self.lay(import, edit, today, effects) {
                    effects.push(self.logs(What::Import, true, began, import.only_file().map(Path::to_owned)));
                    return;
                }
            }
            ImportMsg::MakeStages(today) => {
                let edit = import.finish_making_stages(&self.map, today);
                if self.lay(import, edit, today, effects) {
                    effects.push(self.logs(What::Import, true, began, import.only_file().map(Path::to_owned)));
                    return;
                }
            }
            ImportMsg::Scorecard => return self.fill_instead(import, effects),
            ImportMsg::AtRisk => {
                if let Some(path) = import.only_file() {
                    self.open_at_risk(path.to_owned(), effects);
                }
                return;
            }
            ImportMsg::OtherFile => effects.push(Effect::AskFile(FileAsk::OpenLog)),
            ImportMsg::Database => self.flow(Msg::Databases(DatabasesMsg::Ask), effects),
            ImportMsg::Close => return,
        }
        self.flows.imports.open = Some(open);
    }

    /// Makes the edit that lays an import over the map, and says so; or says why there is none. Whether it was laid.
    fn lay(&mut self, import: &Import, edit: Result<Edit, String>, today: Date, effects: &mut Vec<Effect>) -> bool {
        let edit = match edit {
            Ok(edit) => edit,
            Err(message) => {
                self.say(Cause::Data, Tone::Bad, message);
                return false;
            }
        };
        let replaced = measure::replaced(&self.map, &edit).map(|words| say!(app_and_words, words));
        let laid = say!(app_lies_over, file = import.file_name(), replaced = replaced.unwrap_or_default());
        self.edit(edit);
        self.say(Cause::Data, Tone::Good, laid);
        if let Some(preset) = import.preset_to_keep(today) {
            self.keep_preset(preset, effects);
        }
        let has_stages = import.shape_report().is_none_or(|report| report.figures.funnel().is_some());
        self.reveal_laid(has_stages, effects);
        true
    }

    /// Shows on the board what was laid over it: the stages that were measured, or the cards that have something new.
    fn reveal_laid(&self, has_stages: bool, effects: &mut Vec<Effect>) {
        let kind = if has_stages { LaneKind::DropOff } else { LaneKind::Touchpoints };
        let measured = self.map.measurement().map(|(_, laid)| laid.stages.clone());
        let stages = measured.filter(|_| has_stages).unwrap_or_default();
        effects.extend(self.map.lane_of(kind).map(|lane| Effect::RevealLane { lane, stages }));
    }

    /// Holds the file against a scorecard, read in the same way.
    fn fill_instead(&mut self, import: &Import, effects: &mut Vec<Effect>) {
        let Some(path) = import.only_file().map(Path::to_owned) else { return };
        let read_as = Some(Box::new((import.opening().clone(), import.overrides().clone())));
        self.flow(Msg::Fill(FillMsg::Open { path, metric: None, read_as }), effects);
    }

    pub(super) fn tick_import(&mut self, effects: &mut Vec<Effect>) {
        let Some(open) = &mut self.flows.imports.open else { return };
        let had_problem = open.import.problem().is_some();
        open.import.poll(&self.map);
        let (began, file) = (open.began, open.import.only_file().map(Path::to_owned));
        if open.import.problem().is_some() && !had_problem {
            effects.push(self.logs(What::Import, false, began, file));
        }
        let Some(open) = &self.flows.imports.open else { return };
        if let Some(sheet) = open.import.map_sheet().map(Path::to_owned) {
            self.flows.imports.open = None;
            self.open_sheet(sheet, effects);
        }
    }
}
