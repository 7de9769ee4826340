//! The one table of commands: each row is a command's place in the menus, its names, keys and marks. The menus, the
//! shortcuts, the page of keys and the finder are read from it, and the enum itself comes from the same list, so that no
//! command is without a row. What a command does, [`Session::run`] says.

use super::Session;
use crate::model::{Holds, LaneKind, ListKind};
use crate::store::{DrawerTab, ThemeChoice};

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
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Insert => "Insert",
            Self::Data => "Data",
            Self::View => "View",
            Self::Help => "Help",
            Self::Board => "On the board",
        }
    }
}

/// When a command can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    Always,
    /// A map is open.
    Map,
    /// Something is selected.
    Selection,
    /// At least one card is selected.
    Cards,
    CanUndo,
    CanRedo,
    /// The map was measured more than once.
    Former,
}

impl Context {
    /// What is missing where it does not hold.
    pub fn missing(self) -> &'static str {
        match self {
            Self::Always => "",
            Self::Map => "Open a map first",
            Self::Selection => "Select something first",
            Self::Cards => "Select a card first",
            Self::CanUndo => "Nothing to undo",
            Self::CanRedo => "Nothing to redo",
            Self::Former => "Measure a second period first",
        }
    }
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    /// Ctrl, or Cmd on a Mac.
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    /// The key's name: `A` … `Z`, `0` … `9`, `F1`, `Plus`, `Minus`, `Delete`, `Enter`, `Escape`, `Tab`, `Left` …
    pub key: &'static str,
}

impl Shortcut {
    /// `Ctrl+Shift+S`, as menus and the page of keys show it.
    pub fn text(&self) -> String {
        let modifiers = [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")];
        let held: String = modifiers.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).collect();
        let key = match self.key {
            "Plus" => "+",
            "Minus" => "−",
            "Equals" => "=",
            "Escape" => "Esc",
            "Left" => "←",
            "Right" => "→",
            "Up" => "↑",
            "Down" => "↓",
            key => key,
        };
        format!("{held}{key}")
    }
}

const fn key(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: false, key }
}
const fn ctrl(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: false, alt: false, key }
}
const fn ctrl_shift(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: true, alt: false, key }
}
const fn shift(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: true, alt: false, key }
}
const fn alt(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: true, key }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct CommandRow {
    pub command: Command,
    pub menu: Menu,
    /// Rows of one menu that follow each other in the same group have no line between them.
    pub group: &'static str,
    pub name: &'static str,
    /// Its name where its menu is not seen, if it needs another: under “Insert” it is enough to name the thing, elsewhere
    /// the verb is needed.
    pub full: Option<&'static str>,
    /// The first is shown beside the name.
    pub shortcuts: &'static [Shortcut],
    pub context: Context,
    /// Its keys work while a text field is being edited too.
    pub while_typing: bool,
    /// What it does, in a sentence.
    pub hint: &'static str,
    /// Its name at the moment, such as what it would undo; `None` where the name is always the same.
    pub now: fn(&Session) -> Option<String>,
    /// Whether it is on, for a command that switches something on; `None` for all others.
    pub on: fn(&Session) -> Option<bool>,
}

impl CommandRow {
    const fn new(
        command: Command,
        (menu, group): (Menu, &'static str),
        name: &'static str,
        shortcuts: &'static [Shortcut],
        context: Context,
        hint: &'static str,
    ) -> Self {
        let (full, while_typing) = (None, false);
        Self { command, menu, group, name, full, shortcuts, context, while_typing, hint, now: |_| None, on: |_| None }
    }
}

/// Makes the enum and its table from one list. A row is: variant, name in the menu, keys, when it can be used, what it
/// does, and then what else of [`CommandRow`] is not as usual.
macro_rules! commands {
    ($($menu:ident { $($group:ident { $(
        $command:ident $name:literal [$($keys:expr),*] $context:ident $hint:literal $($field:ident: $value:expr),*;
    )* })* })*) => {
        /// Everything that has a name in a menu or a key of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($($( #[doc = $hint] $command, )*)*)*
        }

        /// Every command once, in the order of the menus.
        pub const COMMANDS: &[CommandRow] = &[$($($(
            CommandRow {
                $($field: $value,)*
                ..CommandRow::new(
                    Command::$command,
                    (Menu::$menu, stringify!($group)),
                    $name,
                    &[$($keys),*],
                    Context::$context,
                    $hint,
                )
            },
        )*)*)*];

        impl Command {
            /// Its row of the table.
            pub fn row(self) -> &'static CommandRow {
                match self {
                    $($($( Self::$command => const { &COMMANDS[Self::$command as usize] }, )*)*)*
                }
            }
        }
    };
}

commands! {
    File {
        begin {
            New "New map" [ctrl("N")] Always "Starts an empty map" while_typing: true;
            StartScreen "Templates and drafts…" [] Always "Shows the start screen with templates, recent files and drafts";
            Open "Open…" [ctrl("O")] Always "Opens a map from a file" while_typing: true;
            OpenSample "Open the sample map" [] Always "Opens a finished map with measured drop-off as an untitled copy";
        }
        save {
            Save "Save" [ctrl("S")] Map "Writes the map to its file" while_typing: true;
            SaveAs "Save as…" [ctrl_shift("S")] Map "Writes the map to another file" while_typing: true;
        }
        hand_over {
            Export "Export…" [ctrl("E")] Map "Writes a PDF, PNG or SVG" while_typing: true;
            ExportSheet "Export as sheet…" [] Map "Writes the map as a workbook, to be edited in a spreadsheet";
            ImportSheet "Import sheet…" [] Map "Shows what an edited sheet of this map changes, and takes it over";
        }
        close {
            CloseWindow "Close" [ctrl("Q"), ctrl("W")] Always "Closes the window; asks when something is unsaved" while_typing: true;
        }
    }
    Edit {
        history {
            Undo "Undo" [ctrl("Z")] CanUndo "Takes the last step back" now: Session::undo_name;
            Redo "Redo" [ctrl_shift("Z"), ctrl("Y")] CanRedo "Makes the last undone step again" now: Session::redo_name;
        }
        copies {
            Cut "Cut" [ctrl("X")] Selection "Copies the selection and deletes it";
            Copy "Copy" [ctrl("C")] Selection "Copies the selection, also for another window";
            Paste "Paste" [ctrl("V")] Map "Pastes cards, or rows of a spreadsheet as touchpoints";
            Duplicate "Duplicate" [ctrl("D")] Selection "Copies the selection right behind itself";
        }
        delete {
            Delete "Delete" [key("Delete"), key("Backspace")] Selection "Deletes the selection with what belongs to it";
        }
        select {
            SelectAll "Select all" [ctrl("A")] Map "Selects every touchpoint, annotation and note";
            Deselect "Deselect" [key("Escape")] Selection "Selects nothing";
        }
        title {
            EditTitle "Edit title" [key("F2"), key("Enter")] Selection "Edits the text of the selected in place";
        }
        place {
            MoveLeft "Move to the stage before" [alt("Left")] Selection "Moves cards and annotations a stage to the left, a stage one place";
            MoveRight "Move to the stage after" [alt("Right")] Selection "Moves cards and annotations a stage to the right, a stage one place";
            MoveUp "Move up" [alt("Up")] Selection "Moves cards up in their cell";
            MoveDown "Move down" [alt("Down")] Selection "Moves cards down in their cell";
        }
    }
    Insert {
        main {
            AddStage "Stage" [key("S")] Map "Adds a stage behind the selected one" full: Some("Add stage");
            AddTouchpoint "Touchpoint" [key("T")] Map "Adds a card behind the selected one" full: Some("Add touchpoint");
        }
        annotations {
            AddQuestion "Question" [key("Q")] Map "Adds what the customer asks in the stage" full: Some("Add question");
            AddPainPoint "Pain point" [key("P")] Map "Adds what hurts in the stage or at the card" full: Some("Add pain point");
            AddAction "Action" [key("A")] Map "Adds what will be done for the stage or the card" full: Some("Add action");
            AddFlag "Compliance flag" [key("F")] Map "Adds a rule that the card or stage has to meet" full: Some("Add compliance flag");
        }
        more {
            AddSegment "Segment" [key("G")] Map "Adds an audience" full: Some("Add segment");
            AddSticky "Sticky note" [key("N")] Map "Adds a note that lies free over the board" full: Some("Add sticky note");
            AddMetric "Metric" [key("M")] Map "Adds a figure that is held against a target" full: Some("Add metric");
        }
    }
    Data {
        import {
            Import "Import data…" [ctrl("I")] Always "Lays a log, a pipeline, a survey or another table over the map" while_typing: true;
            ImportDatabase "Import from a database…" [] Map "Measures a table on a ClickHouse server and lays its drop-off over the map";
            Presets "Import presets…" [] Always "Lists how exports were read, to rename or delete it";
            AtRisk "At-risk cohort…" [] Map "Holds an at-risk rule against a file of customers, and saves those to write to";
            FillScorecard "Fill the scorecard…" [] Map "Adds the counts of a survey, of completion or of cancellations to the metrics";
        }
        emotion {
            EmotionUp "Emotion up" [key("Plus"), key("Equals")] Cards "Raises the emotion by a whole step, for the audience in view";
            EmotionDown "Emotion down" [key("Minus")] Cards "Lowers the emotion by a whole step, for the audience in view";
            EmotionTenthUp "Emotion up by a tenth" [alt("Plus"), alt("Equals")] Cards "Raises the emotion by a tenth";
            EmotionTenthDown "Emotion down by a tenth" [alt("Minus")] Cards "Lowers the emotion by a tenth";
        }
        evidence {
            ToggleEvidence "Evidence or assumption" [key("E")] Cards "Marks the cards as resting on evidence, or as assumptions";
        }
        view {
            NextLens "Next audience" [key("L")] Map "Shows the map as the next audience lives it";
            PreviousLens "Previous audience" [shift("L")] Map "Shows the map as the audience before lives it";
            ToggleFormer "Former period" [key("H")] Former "Shows the rates of the period before beside those of the newest" on: |session| Some(session.former());
        }
    }
    View {
        zoom {
            ZoomIn "Zoom in" [ctrl("Plus"), ctrl("Equals")] Map "Makes the board larger" while_typing: true;
            ZoomOut "Zoom out" [ctrl("Minus")] Map "Makes the board smaller" while_typing: true;
            ZoomActual "Zoom to 100 %" [ctrl("0")] Map "Shows the board at its own size" while_typing: true;
            Fit "Fit the map" [shift("1")] Map "Shows the whole board";
            FitSelection "Fit the selection" [shift("2")] Selection "Shows what is selected as large as possible";
        }
        panels {
            TogglePalette "Palette" [ctrl("1")] Always "Opens or folds the palette on the left" while_typing: true, now: |session| folds(session.settings().palette, "Show palette", "Hide palette");
            ToggleInspector "Inspector" [ctrl("2")] Always "Opens or folds the inspector on the right" while_typing: true, now: |session| folds(session.settings().inspector, "Show inspector", "Hide inspector");
            ToggleDrawer "Tables" [ctrl("3")] Always "Opens or folds the tables at the bottom" while_typing: true, now: |session| folds(session.settings().drawer, "Show tables", "Hide tables");
        }
        tables {
            ShowDropOff "Drop-off table" [ctrl("4")] Map "Shows reached, dropped, rate and time for each audience and stage" while_typing: true, on: |session| Some(shows(session, DrawerTab::DropOff));
            ShowSegments "Segments" [ctrl("5")] Map "Shows the table of audiences" while_typing: true, on: |session| Some(shows(session, DrawerTab::Segments));
            ShowCompliance "Compliance register" [ctrl("6")] Map "Shows every flag with rule, status, owner and date" while_typing: true, on: |session| Some(shows(session, DrawerTab::Compliance));
            ShowActions "Action list" [ctrl("7")] Map "Shows what will be done, by whom, when" while_typing: true, on: |session| Some(shows(session, DrawerTab::Actions));
            ShowLeaks "Leaks in money" [ctrl("8")] Map "Shows what leaves at each stage in money, the largest first" while_typing: true, on: |session| Some(shows(session, DrawerTab::Leaks));
            ShowScorecard "Scorecard" [ctrl("9")] Map "Shows every metric against its target" while_typing: true, on: |session| Some(shows(session, DrawerTab::Scorecard));
        }
        theme {
            ThemeSystem "Theme of the system" [] Always "Light or dark as the system has it" on: |session| Some(session.settings().theme == ThemeChoice::System);
            ThemeLight "Light theme" [] Always "Light, whatever the system has" on: |session| Some(session.settings().theme == ThemeChoice::Light);
            ThemeDark "Dark theme" [] Always "Dark, whatever the system has" on: |session| Some(session.settings().theme == ThemeChoice::Dark);
        }
    }
    Help {
        help {
            Find "Command palette…" [ctrl("K")] Always "Finds any command, stage, card or segment by a few letters of its name" while_typing: true;
            Shortcuts "Keyboard shortcuts" [key("F1")] Always "Lists every key" while_typing: true;
            About "About Touchline" [] Always "Version and licences";
        }
    }
    Board {
        walk {
            WalkLeft "Walk left" [key("Left")] Map "Selects the neighbour in the stage before";
            WalkRight "Walk right" [key("Right")] Map "Selects the neighbour in the stage after";
            WalkUp "Walk up" [key("Up")] Map "Selects what stands above";
            WalkDown "Walk down" [key("Down")] Map "Selects what stands below";
            WalkNext "Next" [key("Tab")] Map "Selects the next record in reading order";
            WalkBack "Back" [shift("Tab")] Map "Selects the record before in reading order";
        }
    }
}

fn folds(is_open: bool, show: &str, hide: &str) -> Option<String> {
    Some(if is_open { hide } else { show }.to_owned())
}

fn shows(session: &Session, tab: DrawerTab) -> bool {
    session.settings().drawer && session.settings().drawer_tab == tab
}

impl Command {
    /// Its name in its menu, as long as nothing of the moment is in it.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Its name where its menu is not seen.
    pub fn full_name(self) -> &'static str {
        self.row().full.unwrap_or(self.row().name)
    }

    /// The keys that are shown beside its name, such as `Ctrl+S`.
    pub fn keys(self) -> Option<String> {
        self.row().shortcuts.first().map(Shortcut::text)
    }

    /// The command that adds what a lane usually holds; `None` for a lane that is drawn from what others hold.
    pub fn usual_in(lane: LaneKind) -> Option<Self> {
        match lane.holds() {
            Holds::Cards => Some(Self::AddTouchpoint),
            Holds::List(kind) => Some(Self::adding(kind)),
            Holds::Flags => Some(Self::AddFlag),
            Holds::Feelings | Holds::Losses => None,
        }
    }

    /// The command that adds a record of a kind that is a list in a stage.
    pub fn adding(kind: ListKind) -> Self {
        match kind {
            ListKind::Question => Self::AddQuestion,
            ListKind::PainPoint => Self::AddPainPoint,
            ListKind::Action => Self::AddAction,
            ListKind::Metric => Self::AddMetric,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut taken: BTreeMap<Shortcut, Command> = BTreeMap::new();
        for row in COMMANDS {
            for shortcut in row.shortcuts {
                let earlier = taken.insert(*shortcut, row.command);
                assert_eq!(earlier, None, "{} is {:?} and {:?}", shortcut.text(), earlier, row.command);
            }
        }
    }

    #[test]
    fn every_command_has_its_own_row() {
        for row in COMMANDS {
            assert_eq!(row.command.row().command, row.command);
        }
    }

    #[test]
    fn what_a_menu_leaves_out_of_a_name_is_said_elsewhere() {
        for row in COMMANDS {
            assert_eq!(row.full.is_some(), row.menu == Menu::Insert, "{:?}", row.command);
        }
        assert_eq!(Command::AddFlag.full_name(), "Add compliance flag");
        assert_eq!(Command::Cut.full_name(), "Cut");
    }

    #[test]
    fn each_group_of_a_menu_stands_together() {
        let mut groups: Vec<(Menu, &str)> = COMMANDS.iter().map(|row| (row.menu, row.group)).collect();
        groups.dedup();
        let there = groups.len();
        groups.sort_unstable();
        groups.dedup();
        assert_eq!(groups.len(), there);
    }

    #[test]
    fn keys_that_write_text_wait_while_somebody_types() {
        for row in COMMANDS.iter().filter(|row| row.while_typing) {
            for keys in row.shortcuts {
                assert!(keys.ctrl || keys.key.starts_with('F'), "{} would swallow {}", row.name, keys.text());
            }
        }
    }

    #[test]
    fn every_command_says_what_it_does() {
        for row in COMMANDS {
            assert!(!row.name.is_empty() && row.hint.len() > 8 && !row.hint.ends_with('.'), "{:?}", row.command);
        }
    }
}
