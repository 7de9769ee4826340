//! What each command of the table does.

use touchline_words::{Said, said, say};

use super::commands::Command;
use super::context::Context;
use super::document::Next;
use super::finder::Target;
use super::flows::{ClientCopyMsg, DatabasesMsg, FilterMsg, Msg, PresetsOpen, SearchMsg};
use super::library_msg::LibraryMsg;
use super::side_panel::SidePanel;
use super::view::View;
use super::walk::Direction;
use super::{Cause, Dialog, DiskJob, Effect, FileAsk, FullScreen, New, Place, Session, Tone, Zoom};
use crate::edit::{self, Line};
use crate::layout::COMPARED_MOST;
use crate::model::*;
use crate::store::{DrawerTab, LanguageChoice, SCALES, Settings, ThemeChoice, WindowStood, rename_preset};

impl Session {
    /// Whether a command can be used now; one that cannot is not offered.
    pub fn is_enabled(&self, command: Command) -> bool {
        let map = !self.on_start;
        match command.row().context {
            Context::Always => true,
            Context::Map => map,
            Context::Selection => map && (!self.selection.is_empty() || self.selection.cell().is_some()),
            Context::Cards => map && !self.selection.touchpoints().is_empty(),
            Context::CanUndo => map && self.history().next_undo().is_some(),
            Context::CanRedo => map && self.history().next_redo().is_some(),
            Context::Lens => map && self.lens.is_some(),
            Context::Compared => map && !self.compared.is_empty(),
            Context::TwoViews => map && self.second().is_some(),
            Context::Former => map && self.map.former_measurement().is_some(),
            Context::Lane => map && self.selected_lane().is_some(),
            Context::Notes => map && !self.selected_notes().is_empty(),
            Context::Free => map && self.has_free_things(),
            Context::Stages => map && !self.selected_stages().is_empty(),
            Context::CardsOrStages => {
                map && !(self.selection.touchpoints().is_empty() && self.selected_stages().is_empty())
            }
        }
    }

    /// Why a command cannot be used now; `None` when it can.
    pub fn why_not(&self, command: Command) -> Option<&'static str> {
        let why = if self.on_start { Context::Map.missing() } else { command.row().context.missing() };
        (!self.is_enabled(command)).then_some(why)
    }

    /// Whether a command that switches something on is on now; `None` for all others.
    pub fn is_on(&self, command: Command) -> Option<bool> {
        (command.row().on)(self)
    }

    /// A command's name where its menu is not seen.
    pub fn full_name(&self, command: Command) -> String {
        command.row().full.map_or_else(|| self.command_name(command), |full| full.text().to_owned())
    }

    /// A command's name in its menu: with what it would undo, or with the panel's state.
    pub fn command_name(&self, command: Command) -> String {
        (command.row().now)(self).unwrap_or_else(|| command.name().to_owned())
    }

    pub(super) fn undo_name(&self) -> Option<String> {
        self.history().next_undo().map(|step| say!(session_undo_named, label = edit::label(&self.map, step)))
    }

    pub(super) fn redo_name(&self) -> Option<String> {
        self.history().next_redo().map(|step| say!(session_redo_named, label = edit::label(&self.map, step)))
    }

    pub(super) fn run(&mut self, command: Command, effects: &mut Vec<Effect>) {
        if !self.is_enabled(command) {
            return;
        }
        self.remember_use(Target::Command(command));
        match command {
            Command::New => self.leave_for(Next::New, effects),
            Command::StartScreen => {
                self.on_start = true;
                effects.push(Effect::Disk(DiskJob::ListDrafts));
            }
            Command::Open => self.leave_for(Next::PickOpen, effects),
            Command::OpenSample => self.leave_for(Next::Sample, effects),
            Command::Save => self.save(effects),
            Command::SaveAs => self.save_as(effects),
            Command::CopyPicture => self.ask_fonts_for_copy(effects),
            Command::TakeOver => effects.push(Effect::AskFile(FileAsk::TakeOver)),
            Command::Versions => self.open_versions(false, effects),
            Command::NameMoment => self.open_versions(true, effects),
            Command::Export => self.open_export(),
            Command::Contents => self.open_contents(),
            Command::ClientCopy => self.flow(Msg::ClientCopy(ClientCopyMsg::Open), effects),
            Command::Forget => self.open_forget(effects),
            Command::ExportSheet => self.ask_where_sheet_goes(effects),
            Command::ImportSheet => effects.push(Effect::AskFile(FileAsk::OpenSheet)),
            Command::CloseWindow => self.leave_for(Next::Close, effects),

            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Cut => self.cut(effects),
            Command::Copy => drop(self.copy(effects)),
            Command::Paste => effects.push(Effect::AskPaste),
            Command::Duplicate => self.duplicate(),
            Command::Delete => {
                let records = self.selection.records().to_vec();
                self.delete(&records, effects);
            }
            Command::Search => self.flow(Msg::Search(SearchMsg::Open { replaces: false }), effects),
            Command::Replace => self.flow(Msg::Search(SearchMsg::Open { replaces: true }), effects),
            Command::Filter => self.flow(Msg::Filter(FilterMsg::Open), effects),
            Command::SaveView => self.save_new_view(effects),
            Command::SearchNext | Command::SearchPrevious if self.flows.search().is_none() => {
                self.flow(Msg::Search(SearchMsg::Open { replaces: false }), effects);
            }
            Command::SearchNext => self.flow(Msg::Search(SearchMsg::Next), effects),
            Command::SearchPrevious => self.flow(Msg::Search(SearchMsg::Previous), effects),
            Command::SelectAll => self.select_all(),
            Command::Deselect => self.escape(),
            Command::CopyFormat => self.copy_format(),
            Command::PasteFormat => self.paste_format(),
            Command::EditTitle => effects.extend(self.selection.main().map(Effect::EditTitle)),
            Command::MoveLeft => self.move_selection(Direction::Left),
            Command::MoveRight => self.move_selection(Direction::Right),
            Command::MoveUp => self.move_selection(Direction::Up),
            Command::MoveDown => self.move_selection(Direction::Down),

            Command::SpanLonger => self.span(true),
            Command::SpanShorter => self.span(false),

            Command::FoldStages => self.fold_stages(),
            Command::MergeStages => self.merge_stages(),
            Command::SplitStage => self.split_stage(effects),

            Command::AddStage => self.add_here(New::stage(), effects),
            Command::AddStep => self.add_here(New::step(), effects),
            Command::AddTouchpoint => self.add_here(New::touchpoint(), effects),
            Command::Add(kind) => self.add_here(New::listed(&self.map, kind), effects),
            Command::AddFlag => self.choose_rule(effects),
            Command::AddLane => self.choose_lane(),
            Command::FoldLane => self.edit_lane(|map, id, lane| edit::fold_lane(map, id, !lane.folded)),
            Command::HideLane => self.edit_lane(|map, id, _| edit::show_lane(map, id, false)),
            Command::FitLane => self.edit_lane(|map, id, _| edit::resize_lane(map, id, None)),
            Command::AddSegment => self.add_here(New::segment(&self.map), effects),
            Command::AddAgendaBlock => self.add_here(New::agenda_block(), effects),
            Command::AddSticky => self.add_note(effects),
            Command::AddFrame => self.add_frame(effects),
            Command::AddArrow => self.add_arrow(effects),
            Command::AddText => self.add_text(effects),
            Command::AlignLeft => self.line_up(Line::Left, effects),
            Command::AlignCenter => self.line_up(Line::Center, effects),
            Command::AlignRight => self.line_up(Line::Right, effects),
            Command::AlignTop => self.line_up(Line::Top, effects),
            Command::AlignMiddle => self.line_up(Line::Middle, effects),
            Command::AlignBottom => self.line_up(Line::Bottom, effects),
            Command::SpreadAcross => self.line_up(Line::Across, effects),
            Command::SpreadDown => self.line_up(Line::Down, effects),
            Command::Connect => self.connect(),
            Command::SortTouchpoint => self.sort_notes(edit::Sorted::Touchpoint, effects),
            Command::SortPain => self.sort_notes(edit::Sorted::Listed(ListKind::PainPoint), effects),
            Command::SortQuestion => self.sort_notes(edit::Sorted::Listed(ListKind::Question), effects),
            Command::SortAction => self.sort_notes(edit::Sorted::Listed(ListKind::Action), effects),
            Command::Cluster => self.cluster_notes(effects),
            Command::FoldCluster => self.fold_cluster(),
            Command::TieNotes => self.tie_notes(),
            Command::ParkNotes => self.park_notes(effects),
            Command::NoteYellow => self.color_notes(NoteColor::Yellow),
            Command::NoteBlue => self.color_notes(NoteColor::Blue),
            Command::NotePink => self.color_notes(NoteColor::Pink),
            Command::NoteGreen => self.color_notes(NoteColor::Green),
            Command::VoteUp => self.vote(true),
            Command::VoteDown => self.vote(false),

            Command::Import => effects.push(Effect::AskFile(FileAsk::OpenLog)),
            Command::ImportDatabase => self.flow(Msg::Databases(DatabasesMsg::Ask), effects),
            Command::Presets => self.flows.presets = Some(PresetsOpen::default()),
            Command::AtRisk => effects.push(Effect::AskFile(FileAsk::OpenCustomers)),
            Command::Picture => self.ask_for_picture(effects),
            Command::FillScorecard => effects.push(Effect::AskFile(FileAsk::FillMetrics(None))),
            Command::EmotionUp => self.shift_emotion(10),
            Command::EmotionDown => self.shift_emotion(-10),
            Command::EmotionTenthUp => self.shift_emotion(1),
            Command::EmotionTenthDown => self.shift_emotion(-1),
            Command::ToggleEvidence => {
                if let Some(edit) = edit::toggle_evidence(&self.map, &self.selection.touchpoints()) {
                    self.edit(edit);
                }
            }
            Command::NextLens => self.turn_lens(true),
            Command::PreviousLens => self.turn_lens(false),
            Command::CompareLens => {
                if let Some(id) = self.lens {
                    self.compare(id);
                }
            }
            Command::CompareNone => self.compared.clear(),
            Command::ToggleFormer => self.former = !self.former,

            Command::ViewBoard => self.look_at(View::Board, effects),
            Command::ViewOutline => self.look_at(View::Outline, effects),
            Command::ViewTable => self.look_at(View::Table, effects),
            Command::ViewRoadmap => self.look_at(View::Roadmap, effects),
            Command::SecondBoard => self.look_beside(View::Board, effects),
            Command::SecondOutline => self.look_beside(View::Outline, effects),
            Command::SecondTable => self.look_beside(View::Table, effects),
            Command::SecondRoadmap => self.look_beside(View::Roadmap, effects),
            Command::StateBoth => self.show_state(None),
            Command::StateAsIs => self.show_state(Some(MapState::AsIs)),
            Command::StateToBe => self.show_state(Some(MapState::ToBe)),
            Command::OtherView => effects.push(Effect::OtherView),

            Command::ZoomIn => effects.push(Effect::Zoom(Zoom::In)),
            Command::ZoomOut => effects.push(Effect::Zoom(Zoom::Out)),
            Command::ZoomActual => effects.push(Effect::Zoom(Zoom::Actual)),
            Command::Fit => effects.push(Effect::Zoom(Zoom::Fit)),
            Command::FitSelection => effects.push(Effect::Zoom(Zoom::FitSelection)),
            Command::Present => self.present(effects),
            Command::PresenterView => self.present_with_notes(effects),
            Command::Replay => self.replay(effects),
            Command::FullScreen => effects.push(Effect::FullScreen(FullScreen::Toggle)),
            Command::LessMotion => self.set(effects, |settings| settings.less_motion = !settings.less_motion),
            Command::TogglePalette => self.toggle_panel(SidePanel::Palette, effects),
            Command::ToggleInspector => self.toggle_panel(SidePanel::Inspector, effects),
            Command::ShowLibrary => self.library_msg(LibraryMsg::Show(true), effects),
            Command::OwnLibraries => self.library_msg(LibraryMsg::OwnFolder, effects),
            Command::ToggleTray => self.toggle_panel(SidePanel::Tray, effects),
            Command::ToggleDrawer => self.set(effects, |settings| settings.drawer = !settings.drawer),
            Command::ShowDropOff => self.show_table(DrawerTab::DropOff, effects),
            Command::ShowSegments => self.show_table(DrawerTab::Segments, effects),
            Command::ShowCompliance => self.show_table(DrawerTab::Compliance, effects),
            Command::ShowActions => self.show_table(DrawerTab::Actions, effects),
            Command::ShowLeaks => self.show_table(DrawerTab::Leaks, effects),
            Command::ShowScorecard => self.show_table(DrawerTab::Scorecard, effects),
            Command::ThemeSystem => self.set(effects, |settings| settings.theme = ThemeChoice::System),
            Command::ThemeLight => self.set(effects, |settings| settings.theme = ThemeChoice::Light),
            Command::ThemeDark => self.set(effects, |settings| settings.theme = ThemeChoice::Dark),
            Command::ThemeContrast => self.set(effects, |settings| settings.theme = ThemeChoice::Contrast),
            Command::ScaleUp => self.scale(effects, |now| SCALES.into_iter().find(|scale| *scale > now)),
            Command::ScaleDown => self.scale(effects, |now| SCALES.into_iter().rev().find(|scale| *scale < now)),
            Command::ScaleUsual => self.scale(effects, |_| Some(100)),
            Command::LanguageSystem => self.speak(LanguageChoice::System, effects),
            Command::LanguageEnglish => self.speak(LanguageChoice::English, effects),
            Command::LanguageGerman => self.speak(LanguageChoice::German, effects),

            Command::Find => {
                self.library_msg(LibraryMsg::ReadOnce, effects);
                effects.push(Effect::Dialog(Dialog::CommandPalette));
            }
            Command::Shortcuts => effects.push(Effect::Dialog(Dialog::Shortcuts)),
            Command::Tour => effects.push(Effect::Dialog(Dialog::Tour)),
            Command::CopyDiagnostics => effects.push(Effect::Disk(DiskJob::ReadLog)),
            Command::About => effects.push(Effect::Dialog(Dialog::About)),

            Command::WalkLeft => self.walk(Direction::Left, effects),
            Command::WalkRight => self.walk(Direction::Right, effects),
            Command::WalkUp => self.walk(Direction::Up, effects),
            Command::WalkDown => self.walk(Direction::Down, effects),
            Command::ExtendLeft => self.extend_walk(Direction::Left, effects),
            Command::ExtendRight => self.extend_walk(Direction::Right, effects),
            Command::ExtendUp => self.extend_walk(Direction::Up, effects),
            Command::ExtendDown => self.extend_walk(Direction::Down, effects),
            Command::BesideLeft => self.add_beside(Direction::Left, effects),
            Command::BesideRight => self.add_beside(Direction::Right, effects),
            Command::BesideUp => self.add_beside(Direction::Up, effects),
            Command::BesideDown => self.add_beside(Direction::Down, effects),
            Command::Feel1 => self.feel(-3),
            Command::Feel2 => self.feel(-2),
            Command::Feel3 => self.feel(-1),
            Command::Feel4 => self.feel(0),
            Command::Feel5 => self.feel(1),
            Command::Feel6 => self.feel(2),
            Command::Feel7 => self.feel(3),
            Command::WalkNext => self.walk_reading(true, effects),
            Command::WalkBack => self.walk_reading(false, effects),
        }
    }

    /// The lane that is selected alone.
    pub(super) fn selected_lane(&self) -> Option<LaneId> {
        self.selection.only().and_then(|record| LaneId::try_from(record).ok())
    }

    fn edit_lane(&mut self, change: impl Fn(&Map, LaneId, &Lane) -> Option<Edit>) {
        let lane = self.selected_lane().and_then(|id| Some((id, self.map.lanes.get(&id)?)));
        if let Some(edit) = lane.and_then(|(id, lane)| change(&self.map, id, lane)) {
            self.edit(edit);
        }
    }

    /// What folding does to the lane that is selected.
    pub(super) fn fold_name(&self) -> Said {
        let lane = self.selected_lane().and_then(|id| self.map.lanes.get(&id));
        if lane.is_some_and(|lane| lane.folded) { said::cmd_unfold_lane } else { said::cmd_fold_lane }
    }

    fn add_here(&mut self, new: New, effects: &mut Vec<Effect>) {
        self.add(&new, Place::AtSelection, effects);
    }

    /// Esc drops a drag first, then the selection.
    fn escape(&mut self) {
        if self.call_off() {
            return;
        }
        match self.proposal.take() {
            None => self.selection.clear(),
            proposal => self.retire(proposal),
        }
    }

    fn shift_emotion(&mut self, tenths: i32) {
        let edit = edit::shift_emotion(&self.map, &self.selection.touchpoints(), self.lens, tenths);
        if let Some(edit) = edit {
            self.edit(edit);
        }
    }

    /// The selected cards are felt so from now on, by the audience whose curve is shown; `score` is −3 … +3.
    fn feel(&mut self, score: i32) {
        let felt =
            edit::set_emotion(&self.map, &self.selection.touchpoints(), self.lens, Score::from_tenths(10 * score));
        if let Some(edit) = felt {
            self.edit(edit);
        }
    }

    fn turn_lens(&mut self, forward: bool) {
        let mut lenses: Vec<Option<SegmentId>> = vec![None];
        lenses.extend(self.map.segments_in_order().into_iter().map(|(id, _)| Some(id)));
        let here = lenses.iter().position(|lens| *lens == self.lens).unwrap_or(0);
        let step = if forward { 1 } else { lenses.len() - 1 };
        self.lens = lenses.get((here + step) % lenses.len()).copied().flatten();
    }

    /// Lays an audience’s curve beside those of others, or takes it off; of more than can be told apart it says so.
    pub(super) fn compare(&mut self, id: SegmentId) {
        if let Some(place) = self.compared.iter().position(|one| *one == id) {
            self.compared.remove(place);
        } else if self.compared.len() >= COMPARED_MOST {
            self.say(Cause::Edit, Tone::Warning, say!(session_compared_most, most = COMPARED_MOST));
        } else if self.map.segments.contains_key(&id) {
            self.compared.push(id);
        }
    }

    pub(super) fn show_table(&mut self, tab: DrawerTab, effects: &mut Vec<Effect>) {
        self.set(effects, |settings| {
            settings.drawer = true;
            settings.drawer_tab = tab;
        });
    }

    /// Makes the window's words larger or smaller, and says how large they are.
    fn scale(&mut self, effects: &mut Vec<Effect>, next: impl Fn(u16) -> Option<u16>) {
        if let Some(scale) = next(self.settings.scale) {
            self.set(effects, |settings| settings.scale = scale);
        }
        let percent = usize::from(self.settings.scale);
        self.say(Cause::Edit, Tone::Info, say!(session_scale, percent));
    }

    fn speak(&mut self, language: LanguageChoice, effects: &mut Vec<Effect>) {
        self.set(effects, |settings| settings.language = language);
        effects.push(Effect::Speak(language));
    }

    pub(super) fn set(&mut self, effects: &mut Vec<Effect>, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.clone();
        change(&mut self.settings);
        if self.settings != before {
            effects.push(Effect::Disk(DiskJob::WriteSettings(self.settings.clone())));
        }
    }

    /// Gives a preset another name, or says why it cannot have it.
    pub(super) fn rename_preset(&mut self, from: &str, to: &str, effects: &mut Vec<Effect>) -> Result<(), String> {
        let mut presets = self.settings.presets.clone();
        rename_preset(&mut presets, from, to)?;
        self.set(effects, |settings| settings.presets = presets);
        Ok(())
    }

    pub(super) fn keep_window(&mut self, stood: WindowStood, effects: &mut Vec<Effect>) {
        let WindowStood { width, height, place, maximized } = stood;
        self.set(effects, |settings| {
            if width.is_finite() && height.is_finite() {
                (settings.window_width, settings.window_height) = (width, height);
            }
            // A desktop that tells no place today may tell it tomorrow.
            settings.window_place = place.or(settings.window_place.take());
            settings.window_maximized = maximized;
        });
    }

    pub(super) fn say(&mut self, cause: Cause, tone: Tone, text: impl Into<String>) {
        self.notices.push(cause, tone, text, None, self.now);
    }
}
