//! The one table of commands: each row is a command's place in the menus, its names, keys and marks. The menus, the
//! shortcuts, the page of keys and the finder are read from it, and the enum itself comes from the same list, so that no
//! command is without a row. What a command does, [`Session::run`] says.

use super::context::Context;
use touchline_words::{Said, said, say};

use super::Session;
use super::shortcut::{alt, alt_shift, ctrl, ctrl_alt, ctrl_shift, key, shift};
use super::side_panel::SidePanel;
use super::view::View;
use crate::model::{Family, ListKind, MapState, RecordKind};
use crate::store::{DrawerTab, LanguageChoice, ThemeChoice};

pub use super::shortcut::Shortcut;

/// Where a command is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    File,
    Edit,
    Insert,
    Data,
    View,
    Help,
    /// No menu: a key on the board, listed in the page of keys alone.
    Board,
}

impl Menu {
    /// Every menu and the board's keys, in order.
    pub const ALL: [Self; 7] = [Self::File, Self::Edit, Self::Insert, Self::Data, Self::View, Self::Help, Self::Board];

    pub fn name(self) -> &'static str {
        match self {
            Self::File => say!(menu_file),
            Self::Edit => say!(menu_edit),
            Self::Insert => say!(menu_insert),
            Self::Data => say!(menu_data),
            Self::View => say!(menu_view),
            Self::Help => say!(menu_help),
            Self::Board => say!(menu_board),
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct CommandRow {
    pub command: Command,
    pub menu: Menu,
    /// Rows of one menu that follow each other in the same group have no line between them.
    pub group: &'static str,
    pub name: Said,
    /// Its name where its menu is not seen, if it needs another: under “Insert” it is enough to name the thing, elsewhere
    /// the verb is needed.
    pub full: Option<Said>,
    /// The first is shown beside the name.
    pub shortcuts: &'static [Shortcut],
    pub context: Context,
    /// Its keys work while a text field is being edited too.
    pub while_typing: bool,
    /// What it does, in a sentence.
    pub hint: Said,
    /// Its name at the moment, such as what it would undo; `None` where the name is always the same.
    pub now: fn(&Session) -> Option<String>,
    /// Whether it is on, for a command that switches something on; `None` for all others.
    pub on: fn(&Session) -> Option<bool>,
}

impl CommandRow {
    const fn new(
        command: Command,
        (menu, group): (Menu, &'static str),
        name: Said,
        shortcuts: &'static [Shortcut],
        context: Context,
        hint: Said,
    ) -> Self {
        let (full, while_typing) = (None, false);
        Self { command, menu, group, name, full, shortcuts, context, while_typing, hint, now: |_| None, on: |_| None }
    }
}

/// Makes the enum and its table from one list. A row is: variant, or `+` and the kind of record that it adds to a stage;
/// name in the menu, keys, when it can be used, what it does, and then what else of [`CommandRow`] is not as usual.
macro_rules! commands {
    ($($menu:ident { $($group:ident { $(
        $($command:ident)? $(+ $kind:ident)?
        said::$name:ident [$($keys:expr),*] $context:ident said::$hint:ident $($field:ident: $value:expr),*;
    )* })* })*) => {
        /// Everything that has a name in a menu or a key of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($($($( #[doc = stringify!($name)] $command, )?)*)*)*
            /// Adds a record of a kind that is a list in a stage.
            Add(ListKind),
        }

        /// The rows by their names, to count them.
        #[allow(non_camel_case_types)]
        enum Place {
            $($($( $name, )*)*)*
        }

        /// Every command once, in the order of the menus.
        pub const COMMANDS: &[CommandRow] = &[$($($(
            CommandRow {
                $($field: $value,)*
                ..CommandRow::new(
                    $(Command::$command)? $(Command::Add(ListKind::$kind))?,
                    (Menu::$menu, stringify!($group)),
                    said::$name,
                    &[$($keys),*],
                    Context::$context,
                    said::$hint,
                )
            },
        )*)*)*];

        impl Command {
            /// Its row of the table.
            pub fn row(self) -> &'static CommandRow {
                match self {
                    $($($(
                        $(Self::$command)? $(Self::Add(ListKind::$kind))? => const { &COMMANDS[Place::$name as usize] },
                    )*)*)*
                }
            }
        }
    };
}

commands! {
    File {
        begin {
            New said::cmd_new [ctrl("N")] Always said::cmd_new_hint while_typing: true;
            StartScreen said::cmd_start_screen [] Always said::cmd_start_screen_hint;
            Open said::cmd_open [ctrl("O")] Always said::cmd_open_hint while_typing: true;
            OpenSample said::cmd_open_sample [] Always said::cmd_open_sample_hint;
        }
        save {
            Save said::cmd_save [ctrl("S")] Map said::cmd_save_hint while_typing: true;
            SaveAs said::cmd_save_as [ctrl_shift("S")] Map said::cmd_save_as_hint while_typing: true;
        }
        versions {
            Versions said::cmd_versions [] Map said::cmd_versions_hint;
            NameMoment said::cmd_name_moment [] Map said::cmd_name_moment_hint;
        }
        hand_over {
            Export said::cmd_export [ctrl("E")] Map said::cmd_export_hint while_typing: true;
            ExportSheet said::cmd_export_sheet [] Map said::cmd_export_sheet_hint;
            ImportSheet said::cmd_import_sheet [] Map said::cmd_import_sheet_hint;
            TakeOver said::cmd_take_over [] Map said::cmd_take_over_hint;
        }
        privacy {
            Contents said::cmd_contents [] Map said::cmd_contents_hint;
            ClientCopy said::cmd_client_copy [] Map said::cmd_client_copy_hint;
            Forget said::cmd_forget [] Always said::cmd_forget_hint;
        }
        close {
            CloseWindow said::cmd_close_window [ctrl("Q"), ctrl("W")] Always said::cmd_close_window_hint while_typing: true;
        }
    }
    Edit {
        history {
            Undo said::cmd_undo [ctrl("Z")] CanUndo said::cmd_undo_hint now: Session::undo_name;
            Redo said::cmd_redo [ctrl_shift("Z"), ctrl("Y")] CanRedo said::cmd_redo_hint now: Session::redo_name;
        }
        copies {
            Cut said::cmd_cut [ctrl("X")] Selection said::cmd_cut_hint;
            Copy said::cmd_copy [ctrl("C")] Selection said::cmd_copy_hint;
            CopyPicture said::cmd_copy_picture [alt_shift("C")] Map said::cmd_copy_picture_hint;
            Paste said::cmd_paste [ctrl("V")] Map said::cmd_paste_hint;
            Duplicate said::cmd_duplicate [ctrl("D")] Selection said::cmd_duplicate_hint;
        }
        delete {
            Delete said::cmd_delete [key("Delete"), key("Backspace")] Selection said::cmd_delete_hint;
        }
        search {
            Search said::cmd_search [ctrl("F")] Map said::cmd_search_hint while_typing: true;
            SearchNext said::cmd_search_next [key("F3")] Map said::cmd_search_next_hint while_typing: true;
            SearchPrevious said::cmd_search_previous [shift("F3")] Map said::cmd_search_previous_hint while_typing: true;
            Filter said::cmd_filter [ctrl_shift("F")] Map said::cmd_filter_hint while_typing: true;
            SaveView said::cmd_save_view [] Map said::cmd_save_view_hint;
            Replace said::cmd_replace [ctrl("H")] Map said::cmd_replace_hint while_typing: true;
        }
        select {
            SelectAll said::cmd_select_all [ctrl("A")] Map said::cmd_select_all_hint;
            Deselect said::cmd_deselect [key("Escape")] Selection said::cmd_deselect_hint;
        }
        format {
            CopyFormat said::cmd_copy_format [ctrl_alt("C")] Selection said::cmd_copy_format_hint;
            PasteFormat said::cmd_paste_format [ctrl_alt("V")] Selection said::cmd_paste_format_hint;
        }
        title {
            EditTitle said::cmd_edit_title [key("F2"), key("Enter")] Selection said::cmd_edit_title_hint;
        }
        place {
            MoveLeft said::cmd_move_left [ctrl_shift("Left")] Selection said::cmd_move_left_hint;
            MoveRight said::cmd_move_right [ctrl_shift("Right")] Selection said::cmd_move_right_hint;
            MoveUp said::cmd_move_up [ctrl_shift("Up")] Selection said::cmd_move_up_hint;
            MoveDown said::cmd_move_down [ctrl_shift("Down")] Selection said::cmd_move_down_hint;
            SpanLonger said::cmd_span_longer [alt_shift("Right")] Cards said::cmd_span_hint;
            SpanShorter said::cmd_span_shorter [alt_shift("Left")] Cards said::cmd_span_hint;
        }
        lane {
            FoldLane said::cmd_fold_lane [] Lane said::cmd_fold_lane_hint now: |session| Some(session.fold_name().text().to_owned());
            HideLane said::cmd_hide_lane [] Lane said::cmd_hide_lane_hint;
            FitLane said::cmd_fit_lane [] Lane said::cmd_fit_lane_hint;
        }
        stage {
            FoldStages said::cmd_fold_stage [] Stages said::cmd_fold_stage_hint now: |session| Some(session.fold_stages_name().text().to_owned());
            MergeStages said::cmd_merge_stages [] Stages said::cmd_merge_stages_hint now: |session| Some(session.merge_name().text().to_owned());
            SplitStage said::cmd_split_stage [] Cards said::cmd_split_stage_hint;
        }
        align {
            AlignLeft said::cmd_align_left [] Free said::cmd_align_hint;
            AlignCenter said::cmd_align_center [] Free said::cmd_align_hint;
            AlignRight said::cmd_align_right [] Free said::cmd_align_hint;
            AlignTop said::cmd_align_top [] Free said::cmd_align_hint;
            AlignMiddle said::cmd_align_middle [] Free said::cmd_align_hint;
            AlignBottom said::cmd_align_bottom [] Free said::cmd_align_hint;
            SpreadAcross said::cmd_spread_across [] Free said::cmd_spread_hint;
            SpreadDown said::cmd_spread_down [] Free said::cmd_spread_hint;
        }
        ways {
            Connect said::cmd_connect [key("C")] CardsOrStages said::cmd_connect_hint;
        }
        notes {
            SortTouchpoint said::cmd_sort_touchpoint [] Notes said::cmd_sort_hint;
            SortPain said::cmd_sort_pain [] Notes said::cmd_sort_hint;
            SortQuestion said::cmd_sort_question [] Notes said::cmd_sort_hint;
            SortAction said::cmd_sort_action [] Notes said::cmd_sort_hint;
            Cluster said::cmd_cluster [ctrl("G")] Notes said::cmd_cluster_hint;
            FoldCluster said::cmd_fold_cluster [] Notes said::cmd_fold_cluster_hint now: |session| Some(session.fold_cluster_name().text().to_owned());
            TieNotes said::cmd_tie_notes [] Notes said::cmd_tie_notes_hint;
            ParkNotes said::cmd_park_notes [] Notes said::cmd_park_notes_hint now: |session| Some(session.park_name().text().to_owned());
        }
    }
    Insert {
        main {
            AddStage said::kind_stage_title [key("S")] Map said::kind_stage_add_hint full: Some(said::kind_stage_add);
            AddStep said::kind_step_title [shift("T")] Map said::kind_step_add_hint full: Some(said::kind_step_add);
            AddTouchpoint said::kind_touchpoint_title [key("T")] Map said::kind_touchpoint_add_hint full: Some(said::kind_touchpoint_add);
        }
        annotations {
            +Question said::kind_question_title [key("Q")] Map said::kind_question_add_hint full: Some(said::kind_question_add);
            +PainPoint said::kind_pain_point_title [key("P")] Map said::kind_pain_point_add_hint full: Some(said::kind_pain_point_add);
            +Action said::kind_action_title [key("A")] Map said::kind_action_add_hint full: Some(said::kind_action_add);
            AddFlag said::kind_flag_title [key("F")] Map said::kind_flag_add_hint full: Some(said::kind_flag_add);
        }
        more {
            AddSegment said::kind_segment_title [key("G")] Map said::kind_segment_add_hint full: Some(said::kind_segment_add);
            AddSticky said::kind_sticky_title [key("N")] Map said::kind_sticky_add_hint full: Some(said::kind_sticky_add);
            AddFrame said::shape_frame [key("R")] Map said::kind_frame_add_hint full: Some(said::kind_frame_add);
            AddArrow said::shape_arrow [shift("R")] Map said::kind_arrow_add_hint full: Some(said::kind_arrow_add);
            AddText said::shape_text [key("X")] Map said::kind_text_add_hint full: Some(said::kind_text_add);
            AddAgendaBlock said::kind_agenda_block_title [] Map said::kind_agenda_block_add_hint full: Some(said::kind_agenda_block_add);
            AddLane said::kind_lane_title [] Map said::kind_lane_add_hint full: Some(said::kind_lane_add);
            +Metric said::kind_metric_title [key("M")] Map said::kind_metric_add_hint full: Some(said::kind_metric_add);
            +Backstage said::kind_backstage_title [key("B")] Map said::kind_backstage_add_hint full: Some(said::kind_backstage_add);
            Picture said::cmd_picture [ctrl_shift("P")] Map said::cmd_picture_hint full: Some(said::cmd_picture_full);
            +Picture said::kind_picture_title [key("I")] Map said::kind_picture_add_hint full: Some(said::kind_picture_add);
            +Remark said::kind_remark_title [key("W")] Map said::kind_remark_add_hint full: Some(said::kind_remark_add);
        }
    }
    Data {
        import {
            Import said::cmd_import [ctrl("I")] Always said::cmd_import_hint while_typing: true;
            ImportDatabase said::cmd_import_database [] Map said::cmd_import_database_hint;
            Presets said::cmd_presets [] Always said::cmd_presets_hint;
            AtRisk said::cmd_at_risk [] Map said::cmd_at_risk_hint;
            FillScorecard said::cmd_fill_scorecard [] Map said::cmd_fill_scorecard_hint;
        }
        emotion {
            EmotionUp said::cmd_emotion_up [key("Plus"), key("Equals")] Cards said::cmd_emotion_up_hint;
            EmotionDown said::cmd_emotion_down [key("Minus")] Cards said::cmd_emotion_down_hint;
            EmotionTenthUp said::cmd_emotion_tenth_up [alt("Plus"), alt("Equals")] Cards said::cmd_emotion_tenth_up_hint;
            EmotionTenthDown said::cmd_emotion_tenth_down [alt("Minus")] Cards said::cmd_emotion_tenth_down_hint;
        }
        evidence {
            ToggleEvidence said::cmd_toggle_evidence [key("E")] Cards said::cmd_toggle_evidence_hint;
        }
        view {
            NextLens said::cmd_next_lens [key("L")] Map said::cmd_next_lens_hint;
            PreviousLens said::cmd_previous_lens [shift("L")] Map said::cmd_previous_lens_hint;
            CompareLens said::cmd_compare_lens [] Lens said::cmd_compare_lens_hint on: |session| session.lens().map(|id| session.compared().contains(&id));
            CompareNone said::cmd_compare_none [] Compared said::cmd_compare_none_hint;
            ToggleFormer said::cmd_toggle_former [key("H")] Former said::cmd_toggle_former_hint on: |session| Some(session.former());
        }
    }
    View {
        views {
            ViewBoard said::cmd_view_board [ctrl("1")] Map said::cmd_view_board_hint while_typing: true, on: |session| Some(session.view() == View::Board);
            ViewOutline said::cmd_view_outline [ctrl("2")] Map said::cmd_view_outline_hint while_typing: true, on: |session| Some(session.view() == View::Outline);
            ViewTable said::cmd_view_table [ctrl("3")] Map said::cmd_view_table_hint while_typing: true, on: |session| Some(session.view() == View::Table);
            ViewRoadmap said::cmd_view_roadmap [ctrl("4")] Map said::cmd_view_roadmap_hint while_typing: true, on: |session| Some(session.view() == View::Roadmap);
        }
        states {
            StateBoth said::cmd_state_both [] Map said::cmd_state_both_hint on: |session| Some(session.state().is_none());
            StateAsIs said::cmd_state_as_is [] Map said::cmd_state_as_is_hint on: |session| Some(session.state() == Some(MapState::AsIs));
            StateToBe said::cmd_state_to_be [] Map said::cmd_state_to_be_hint on: |session| Some(session.state() == Some(MapState::ToBe));
        }
        beside {
            SecondBoard said::cmd_second_board [ctrl_shift("1")] Map said::cmd_second_hint while_typing: true, on: |session| Some(session.second() == Some(View::Board));
            SecondOutline said::cmd_second_outline [ctrl_shift("2")] Map said::cmd_second_hint while_typing: true, on: |session| Some(session.second() == Some(View::Outline));
            SecondTable said::cmd_second_table [ctrl_shift("3")] Map said::cmd_second_hint while_typing: true, on: |session| Some(session.second() == Some(View::Table));
            SecondRoadmap said::cmd_second_roadmap [ctrl_shift("4")] Map said::cmd_second_hint while_typing: true, on: |session| Some(session.second() == Some(View::Roadmap));
            OtherView said::cmd_other_view [key("F6")] TwoViews said::cmd_other_view_hint while_typing: true;
        }
        room {
            Present said::cmd_present [key("F5")] Map said::cmd_present_hint while_typing: true;
            PresenterView said::cmd_presenter_view [shift("F5")] Map said::cmd_presenter_view_hint while_typing: true;
            Replay said::cmd_replay [] Map said::cmd_replay_hint;
            FullScreen said::cmd_full_screen [key("F11")] Always said::cmd_full_screen_hint while_typing: true;
        }
        zoom {
            ZoomIn said::cmd_zoom_in [ctrl("Plus"), ctrl("Equals")] Map said::cmd_zoom_in_hint while_typing: true;
            ZoomOut said::cmd_zoom_out [ctrl("Minus")] Map said::cmd_zoom_out_hint while_typing: true;
            ZoomActual said::cmd_zoom_actual [ctrl("0")] Map said::cmd_zoom_actual_hint while_typing: true;
            Fit said::cmd_fit [shift("1")] Map said::cmd_fit_hint;
            FitSelection said::cmd_fit_selection [shift("2")] Selection said::cmd_fit_selection_hint;
        }
        panels {
            TogglePalette said::cmd_toggle_palette [ctrl("B")] Always said::cmd_toggle_palette_hint while_typing: true, now: |session| folds(session.shows_panel(SidePanel::Palette), said::cmd_toggle_palette_show, said::cmd_toggle_palette_hide);
            ToggleInspector said::cmd_toggle_inspector [ctrl_shift("I")] Always said::cmd_toggle_inspector_hint while_typing: true, now: |session| folds(session.shows_panel(SidePanel::Inspector), said::cmd_toggle_inspector_show, said::cmd_toggle_inspector_hide);
            ShowLibrary said::cmd_show_library [] Map said::cmd_show_library_hint;
            OwnLibraries said::cmd_own_libraries [] Always said::cmd_own_libraries_hint;
            ToggleTray said::cmd_toggle_tray [shift("N")] Map said::cmd_toggle_tray_hint now: |session| folds(session.shows_panel(SidePanel::Tray), said::cmd_toggle_tray_show, said::cmd_toggle_tray_hide);
            ToggleDrawer said::cmd_toggle_drawer [ctrl("J")] Always said::cmd_toggle_drawer_hint while_typing: true, now: |session| folds(session.settings().drawer, said::cmd_toggle_drawer_show, said::cmd_toggle_drawer_hide);
        }
        tables {
            ShowDropOff said::cmd_show_drop_off [ctrl_shift("D")] Map said::cmd_show_drop_off_hint while_typing: true, on: |session| Some(shows(session, DrawerTab::DropOff));
            ShowSegments said::cmd_show_segments [ctrl("5")] Map said::cmd_show_segments_hint while_typing: true, on: |session| Some(shows(session, DrawerTab::Segments));
            ShowCompliance said::cmd_show_compliance [ctrl("6")] Map said::cmd_show_compliance_hint while_typing: true, on: |session| Some(shows(session, DrawerTab::Compliance));
            ShowActions said::cmd_show_actions [ctrl("7")] Map said::cmd_show_actions_hint while_typing: true, on: |session| Some(shows(session, DrawerTab::Actions));
            ShowLeaks said::cmd_show_leaks [ctrl("8")] Map said::cmd_show_leaks_hint while_typing: true, on: |session| Some(shows(session, DrawerTab::Leaks));
            ShowScorecard said::cmd_show_scorecard [ctrl("9")] Map said::cmd_show_scorecard_hint while_typing: true, on: |session| Some(shows(session, DrawerTab::Scorecard));
        }
        theme {
            ThemeSystem said::cmd_theme_system [] Always said::cmd_theme_system_hint on: |session| Some(session.settings().theme == ThemeChoice::System);
            ThemeLight said::cmd_theme_light [] Always said::cmd_theme_light_hint on: |session| Some(session.settings().theme == ThemeChoice::Light);
            ThemeDark said::cmd_theme_dark [] Always said::cmd_theme_dark_hint on: |session| Some(session.settings().theme == ThemeChoice::Dark);
            ThemeContrast said::cmd_theme_contrast [] Always said::cmd_theme_contrast_hint on: |session| Some(session.settings().theme == ThemeChoice::Contrast);
        }
        scale {
            ScaleUp said::cmd_scale_up [] Always said::cmd_scale_up_hint;
            ScaleDown said::cmd_scale_down [] Always said::cmd_scale_down_hint;
            ScaleUsual said::cmd_scale_usual [] Always said::cmd_scale_usual_hint;
        }
        motion {
            LessMotion said::cmd_less_motion [] Always said::cmd_less_motion_hint on: |session| Some(session.settings().less_motion);
        }
        language {
            LanguageSystem said::cmd_language_system [] Always said::cmd_language_system_hint on: |session| Some(session.settings().language == LanguageChoice::System);
            LanguageEnglish said::cmd_language_english [] Always said::cmd_language_english_hint on: |session| Some(session.settings().language == LanguageChoice::English);
            LanguageGerman said::cmd_language_german [] Always said::cmd_language_german_hint on: |session| Some(session.settings().language == LanguageChoice::German);
        }
    }
    Help {
        help {
            Find said::cmd_find [ctrl("K")] Always said::cmd_find_hint while_typing: true;
            Shortcuts said::cmd_shortcuts [key("F1")] Always said::cmd_shortcuts_hint while_typing: true;
            Tour said::cmd_tour [] Always said::cmd_tour_hint;
            CopyDiagnostics said::cmd_diagnostics [] Always said::cmd_diagnostics_hint;
            About said::cmd_about [] Always said::cmd_about_hint;
        }
    }
    Board {
        walk {
            WalkLeft said::cmd_walk_left [key("Left"), alt("Left")] Map said::cmd_walk_left_hint;
            WalkRight said::cmd_walk_right [key("Right"), alt("Right")] Map said::cmd_walk_right_hint;
            WalkUp said::cmd_walk_up [key("Up"), alt("Up")] Map said::cmd_walk_up_hint;
            WalkDown said::cmd_walk_down [key("Down"), alt("Down")] Map said::cmd_walk_down_hint;
            WalkNext said::cmd_walk_next [key("Tab")] Map said::cmd_walk_next_hint;
            WalkBack said::cmd_walk_back [shift("Tab")] Map said::cmd_walk_back_hint;
        }
        extend {
            ExtendLeft said::cmd_extend_left [shift("Left")] Map said::cmd_extend_left_hint;
            ExtendRight said::cmd_extend_right [shift("Right")] Map said::cmd_extend_right_hint;
            ExtendUp said::cmd_extend_up [shift("Up")] Map said::cmd_extend_up_hint;
            ExtendDown said::cmd_extend_down [shift("Down")] Map said::cmd_extend_down_hint;
        }
        neighbour {
            BesideLeft said::cmd_beside_left [ctrl("Left")] Map said::cmd_beside_left_hint;
            BesideRight said::cmd_beside_right [ctrl("Right")] Map said::cmd_beside_right_hint;
            BesideUp said::cmd_beside_up [ctrl("Up")] Map said::cmd_beside_up_hint;
            BesideDown said::cmd_beside_down [ctrl("Down")] Map said::cmd_beside_down_hint;
        }
        notes_keys {
            NoteYellow said::cmd_note_yellow [alt("1")] Notes said::cmd_note_color_hint;
            NoteBlue said::cmd_note_blue [alt("2")] Notes said::cmd_note_color_hint;
            NotePink said::cmd_note_pink [alt("3")] Notes said::cmd_note_color_hint;
            NoteGreen said::cmd_note_green [alt("4")] Notes said::cmd_note_color_hint;
            VoteUp said::cmd_vote_up [key("V")] Notes said::cmd_vote_up_hint;
            VoteDown said::cmd_vote_down [shift("V")] Notes said::cmd_vote_down_hint;
        }
        feel {
            Feel1 said::cmd_feel_1 [key("1")] Cards said::cmd_feel_hint;
            Feel2 said::cmd_feel_2 [key("2")] Cards said::cmd_feel_hint;
            Feel3 said::cmd_feel_3 [key("3")] Cards said::cmd_feel_hint;
            Feel4 said::cmd_feel_4 [key("4")] Cards said::cmd_feel_hint;
            Feel5 said::cmd_feel_5 [key("5")] Cards said::cmd_feel_hint;
            Feel6 said::cmd_feel_6 [key("6")] Cards said::cmd_feel_hint;
            Feel7 said::cmd_feel_7 [key("7")] Cards said::cmd_feel_hint;
        }
    }
}

fn folds(is_open: bool, show: Said, hide: Said) -> Option<String> {
    Some(if is_open { hide } else { show }.text().to_owned())
}

fn shows(session: &Session, tab: DrawerTab) -> bool {
    session.settings().drawer && session.settings().drawer_tab == tab
}

impl Command {
    /// Whether it says how the window looks and speaks.
    pub fn is_setting(self) -> bool {
        let row = self.row();
        row.menu == Menu::View && matches!(row.group, "panels" | "theme" | "scale" | "motion" | "language")
    }

    /// The name of its group where that is a menu of its own inside its menu.
    pub fn submenu(self) -> Option<&'static str> {
        match self.row().group {
            "states" => Some(say!(menu_group_states)),
            "beside" => Some(say!(menu_group_beside)),
            "zoom" => Some(say!(menu_group_zoom)),
            "tables" => Some(say!(menu_group_tables)),
            "theme" => Some(say!(menu_group_theme)),
            "scale" => Some(say!(menu_group_scale)),
            "language" => Some(say!(menu_group_language)),
            _ => None,
        }
    }

    /// What adds a record of a kind whose name is written at once.
    pub fn that_adds(kind: RecordKind) -> Option<Self> {
        match kind.family() {
            Family::Stage => Some(Self::AddStage),
            Family::Step => Some(Self::AddStep),
            Family::Touchpoint => Some(Self::AddTouchpoint),
            Family::Sticky => Some(Self::AddSticky),
            Family::Listed(list) => kind.is_named().then_some(Self::Add(list)),
            Family::Map
            | Family::Lane
            | Family::Segment
            | Family::Flag
            | Family::Connector
            | Family::Loop
            | Family::Drawing
            | Family::Measurement
            | Family::AgendaBlock
            | Family::SavedView
            | Family::DeckPage => None,
        }
    }

    /// Its name in its menu, as long as nothing of the moment is in it.
    pub fn name(self) -> &'static str {
        self.row().name.text()
    }

    /// Its name where its menu is not seen.
    pub fn full_name(self) -> &'static str {
        self.row().full.unwrap_or(self.row().name).text()
    }

    /// The keys that are shown beside its name, such as `Ctrl+S`.
    pub fn keys(self) -> Option<String> {
        self.row().shortcuts.first().map(Shortcut::text)
    }
}
