//! The one table of commands: it feeds the menus, the shortcuts and the sheet of keys.

/// Everything that has a name in a menu or a key of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    New,
    StartScreen,
    Open,
    OpenSample,
    Save,
    SaveAs,
    Export,
    ExportSheet,
    ImportSheet,
    CloseWindow,
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    Duplicate,
    Delete,
    SelectAll,
    Deselect,
    EditTitle,
    MoveLeft,
    MoveRight,
    MoveUp,
    MoveDown,
    AddStage,
    AddTouchpoint,
    AddQuestion,
    AddPainPoint,
    AddAction,
    AddFlag,
    AddSegment,
    AddSticky,
    AddMetric,
    Import,
    ImportDatabase,
    Presets,
    AtRisk,
    FillScorecard,
    EmotionUp,
    EmotionDown,
    EmotionTenthUp,
    EmotionTenthDown,
    ToggleEvidence,
    NextLens,
    PreviousLens,
    ToggleFormer,
    ZoomIn,
    ZoomOut,
    ZoomActual,
    Fit,
    FitSelection,
    TogglePalette,
    ToggleInspector,
    ToggleDrawer,
    ShowDropOff,
    ShowSegments,
    ShowCompliance,
    ShowActions,
    ShowLeaks,
    ShowScorecard,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Find,
    Shortcuts,
    About,
    WalkLeft,
    WalkRight,
    WalkUp,
    WalkDown,
    WalkNext,
    WalkBack,
}

/// Where a command is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Menu {
    File,
    Edit,
    Insert,
    Data,
    View,
    Help,
    /// No menu: a key on the board, listed in the sheet of keys alone.
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
    /// `Ctrl+Shift+S`, as menus and the sheet show it.
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
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CommandRow {
    pub command: Command,
    pub menu: Menu,
    pub name: &'static str,
    /// The first is shown beside the name.
    pub shortcuts: &'static [Shortcut],
    pub context: Context,
    /// Its keys work while a text field is being edited too.
    pub while_typing: bool,
    /// What it does, in a sentence.
    pub hint: &'static str,
}

/// Every command once, in the order of the menus.
#[rustfmt::skip]
pub const COMMANDS: &[CommandRow] = {
    use Command as C;
    use Context as In;
    use Menu as M;
    const fn row(command: C, menu: M, name: &'static str, shortcuts: &'static [Shortcut], context: In, hint: &'static str) -> CommandRow {
        CommandRow { command, menu, name, shortcuts, context, while_typing: false, hint }
    }
    /// A row whose keys work while typing.
    const fn anywhere(row: CommandRow) -> CommandRow {
        CommandRow { while_typing: true, ..row }
    }
    &[
        anywhere(row(C::New, M::File, "New map", &[ctrl("N")], In::Always, "Starts an empty map")),
        row(C::StartScreen, M::File, "Templates and drafts…", &[], In::Always, "Shows the start screen with templates, recent files and drafts"),
        anywhere(row(C::Open, M::File, "Open…", &[ctrl("O")], In::Always, "Opens a map from a file")),
        row(C::OpenSample, M::File, "Open the sample map", &[], In::Always, "Opens a finished map with measured drop-off as an untitled copy"),
        anywhere(row(C::Save, M::File, "Save", &[ctrl("S")], In::Map, "Writes the map to its file")),
        anywhere(row(C::SaveAs, M::File, "Save as…", &[ctrl_shift("S")], In::Map, "Writes the map to another file")),
        anywhere(row(C::Export, M::File, "Export…", &[ctrl("E")], In::Map, "Writes a PDF, PNG or SVG")),
        row(C::ExportSheet, M::File, "Export as sheet…", &[], In::Map, "Writes the map as a workbook, to be edited in a spreadsheet"),
        row(C::ImportSheet, M::File, "Import sheet…", &[], In::Map, "Shows what an edited sheet of this map changes, and takes it over"),
        anywhere(row(C::CloseWindow, M::File, "Close", &[ctrl("Q"), ctrl("W")], In::Always, "Closes the window; asks when something is unsaved")),

        row(C::Undo, M::Edit, "Undo", &[ctrl("Z")], In::CanUndo, "Takes the last step back"),
        row(C::Redo, M::Edit, "Redo", &[ctrl_shift("Z"), ctrl("Y")], In::CanRedo, "Makes the last undone step again"),
        row(C::Cut, M::Edit, "Cut", &[ctrl("X")], In::Selection, "Copies the selection and deletes it"),
        row(C::Copy, M::Edit, "Copy", &[ctrl("C")], In::Selection, "Copies the selection, also for another window"),
        row(C::Paste, M::Edit, "Paste", &[ctrl("V")], In::Map, "Pastes cards, or rows of a spreadsheet as touchpoints"),
        row(C::Duplicate, M::Edit, "Duplicate", &[ctrl("D")], In::Selection, "Copies the selection right behind itself"),
        row(C::Delete, M::Edit, "Delete", &[key("Delete"), key("Backspace")], In::Selection, "Deletes the selection with what belongs to it"),
        row(C::SelectAll, M::Edit, "Select all", &[ctrl("A")], In::Map, "Selects every touchpoint, annotation and note"),
        row(C::Deselect, M::Edit, "Deselect", &[key("Escape")], In::Selection, "Selects nothing"),
        row(C::EditTitle, M::Edit, "Edit title", &[key("F2"), key("Enter")], In::Selection, "Edits the text of the selected in place"),
        row(C::MoveLeft, M::Edit, "Move to the stage before", &[alt("Left")], In::Selection, "Moves cards and annotations a stage to the left, a stage one place"),
        row(C::MoveRight, M::Edit, "Move to the stage after", &[alt("Right")], In::Selection, "Moves cards and annotations a stage to the right, a stage one place"),
        row(C::MoveUp, M::Edit, "Move up", &[alt("Up")], In::Selection, "Moves cards up in their cell"),
        row(C::MoveDown, M::Edit, "Move down", &[alt("Down")], In::Selection, "Moves cards down in their cell"),

        row(C::AddStage, M::Insert, "Stage", &[key("S")], In::Map, "Adds a stage behind the selected one"),
        row(C::AddTouchpoint, M::Insert, "Touchpoint", &[key("T")], In::Map, "Adds a card behind the selected one"),
        row(C::AddQuestion, M::Insert, "Question", &[key("Q")], In::Map, "Adds what the customer asks in the stage"),
        row(C::AddPainPoint, M::Insert, "Pain point", &[key("P")], In::Map, "Adds what hurts in the stage or at the card"),
        row(C::AddAction, M::Insert, "Action", &[key("A")], In::Map, "Adds what will be done for the stage or the card"),
        row(C::AddFlag, M::Insert, "Compliance flag", &[key("F")], In::Map, "Adds a rule that the card or stage has to meet"),
        row(C::AddSegment, M::Insert, "Segment", &[key("G")], In::Map, "Adds an audience"),
        row(C::AddSticky, M::Insert, "Sticky note", &[key("N")], In::Map, "Adds a note that lies free over the board"),
        row(C::AddMetric, M::Insert, "Metric", &[key("M")], In::Map, "Adds a figure that is held against a target"),

        anywhere(row(C::Import, M::Data, "Import data…", &[ctrl("I")], In::Always, "Lays a log, a pipeline, a survey or another table over the map")),
        row(C::ImportDatabase, M::Data, "Import from a database…", &[], In::Map, "Measures a table on a ClickHouse server and lays its drop-off over the map"),
        row(C::Presets, M::Data, "Import presets…", &[], In::Always, "Lists how exports were read, to rename or delete it"),
        row(C::AtRisk, M::Data, "At-risk cohort…", &[], In::Map, "Holds an at-risk rule against a file of customers, and saves those to write to"),
        row(C::FillScorecard, M::Data, "Fill the scorecard…", &[], In::Map, "Adds the counts of a survey, of completion or of cancellations to the metrics"),
        row(C::EmotionUp, M::Data, "Emotion up", &[key("Plus"), key("Equals")], In::Cards, "Raises the emotion by a whole step, for the audience in view"),
        row(C::EmotionDown, M::Data, "Emotion down", &[key("Minus")], In::Cards, "Lowers the emotion by a whole step, for the audience in view"),
        row(C::EmotionTenthUp, M::Data, "Emotion up by a tenth", &[alt("Plus"), alt("Equals")], In::Cards, "Raises the emotion by a tenth"),
        row(C::EmotionTenthDown, M::Data, "Emotion down by a tenth", &[alt("Minus")], In::Cards, "Lowers the emotion by a tenth"),
        row(C::ToggleEvidence, M::Data, "Evidence or assumption", &[key("E")], In::Cards, "Marks the cards as resting on evidence, or as assumptions"),
        row(C::NextLens, M::Data, "Next audience", &[key("L")], In::Map, "Shows the map as the next audience lives it"),
        row(C::PreviousLens, M::Data, "Previous audience", &[shift("L")], In::Map, "Shows the map as the audience before lives it"),
        row(C::ToggleFormer, M::Data, "Former period", &[key("H")], In::Former, "Shows the rates of the period before beside those of the newest"),

        anywhere(row(C::ZoomIn, M::View, "Zoom in", &[ctrl("Plus"), ctrl("Equals")], In::Map, "Makes the board larger")),
        anywhere(row(C::ZoomOut, M::View, "Zoom out", &[ctrl("Minus")], In::Map, "Makes the board smaller")),
        anywhere(row(C::ZoomActual, M::View, "Zoom to 100 %", &[ctrl("0")], In::Map, "Shows the board at its own size")),
        row(C::Fit, M::View, "Fit the map", &[shift("1")], In::Map, "Shows the whole board"),
        row(C::FitSelection, M::View, "Fit the selection", &[shift("2")], In::Selection, "Shows what is selected as large as possible"),
        anywhere(row(C::TogglePalette, M::View, "Palette", &[ctrl("1")], In::Always, "Opens or folds the palette on the left")),
        anywhere(row(C::ToggleInspector, M::View, "Inspector", &[ctrl("2")], In::Always, "Opens or folds the inspector on the right")),
        anywhere(row(C::ToggleDrawer, M::View, "Tables", &[ctrl("3")], In::Always, "Opens or folds the tables at the bottom")),
        anywhere(row(C::ShowDropOff, M::View, "Drop-off table", &[ctrl("4")], In::Map, "Shows reached, dropped, rate and time for each audience and stage")),
        anywhere(row(C::ShowSegments, M::View, "Segments", &[ctrl("5")], In::Map, "Shows the table of audiences")),
        anywhere(row(C::ShowCompliance, M::View, "Compliance register", &[ctrl("6")], In::Map, "Shows every flag with rule, status, owner and date")),
        anywhere(row(C::ShowActions, M::View, "Action list", &[ctrl("7")], In::Map, "Shows what will be done, by whom, when")),
        anywhere(row(C::ShowLeaks, M::View, "Leaks in money", &[ctrl("8")], In::Map, "Shows what leaves at each stage in money, the largest first")),
        anywhere(row(C::ShowScorecard, M::View, "Scorecard", &[ctrl("9")], In::Map, "Shows every metric against its target")),
        row(C::ThemeSystem, M::View, "Theme of the system", &[], In::Always, "Light or dark as the system has it"),
        row(C::ThemeLight, M::View, "Light theme", &[], In::Always, "Light, whatever the system has"),
        row(C::ThemeDark, M::View, "Dark theme", &[], In::Always, "Dark, whatever the system has"),

        anywhere(row(C::Find, M::Help, "Command palette…", &[ctrl("K")], In::Always, "Finds any command, stage, card or segment by a few letters of its name")),
        anywhere(row(C::Shortcuts, M::Help, "Keyboard shortcuts", &[key("F1")], In::Always, "Lists every key")),
        row(C::About, M::Help, "About Touchline", &[], In::Always, "Version and licences"),

        row(C::WalkLeft, M::Board, "Walk left", &[key("Left")], In::Map, "Selects the neighbour in the stage before"),
        row(C::WalkRight, M::Board, "Walk right", &[key("Right")], In::Map, "Selects the neighbour in the stage after"),
        row(C::WalkUp, M::Board, "Walk up", &[key("Up")], In::Map, "Selects what stands above"),
        row(C::WalkDown, M::Board, "Walk down", &[key("Down")], In::Map, "Selects what stands below"),
        row(C::WalkNext, M::Board, "Next", &[key("Tab")], In::Map, "Selects the next record in reading order"),
        row(C::WalkBack, M::Board, "Back", &[shift("Tab")], In::Map, "Selects the record before in reading order"),
    ]
};

impl Command {
    /// Its row of the table; every command has one, and a test says so.
    pub fn row(self) -> Option<&'static CommandRow> {
        COMMANDS.iter().find(|row| row.command == self)
    }

    /// Its name in menus.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// Its name where its menu is not seen: under “Insert” it is enough to name the thing, elsewhere the verb is needed.
    pub fn full_name(self) -> String {
        match self.row() {
            Some(row) if row.menu == Menu::Insert => format!("Add {}", row.name.to_lowercase()),
            _ => self.name().to_owned(),
        }
    }

    /// The keys that are shown beside its name, such as `Ctrl+S`.
    pub fn keys(self) -> Option<String> {
        self.row()?.shortcuts.first().map(Shortcut::text)
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
    fn every_command_stands_in_the_table_once() {
        let mut listed: Vec<Command> = COMMANDS.iter().map(|row| row.command).collect();
        listed.sort_unstable();
        // The last variant's number tells how many there are.
        assert_eq!(listed.len(), Command::WalkBack as usize + 1);
        listed.dedup();
        assert_eq!(listed.len(), COMMANDS.len());
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
