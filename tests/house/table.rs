//! The house rules as data: which layer may use which layers and crates, and what of the standard library that reaches
//! out of the program. The table of layers stands in `ARCHITECTURE.md` too, and a test holds the two together.
//!
//! Clocks and threads are not here: `clippy.toml` bans their calls, since the compiler knows types and this test does not.

/// The root of a crate of ours.
pub struct Root {
    pub file: &'static str,
    /// `crate` and `core` for those whose folders are the layers; any other crate is one layer, named so.
    pub name: &'static str,
    /// What other crates call it.
    pub called: &'static str,
}

pub const ROOTS: &[Root] = &[
    Root { file: "src/lib.rs", name: "crate", called: "touchline" },
    Root { file: "crates/core/src/lib.rs", name: "core", called: "touchline_core" },
    Root { file: "crates/behaviour/src/lib.rs", name: "behaviour", called: "touchline_behaviour" },
    Root { file: "crates/slides/src/lib.rs", name: "slides", called: "touchline_slides" },
    Root { file: "crates/words/src/lib.rs", name: "words", called: "touchline_words" },
    Root { file: "src/main.rs", name: "main", called: "" },
];

/// One layer.
pub struct Row {
    pub layer: &'static str,
    /// The layers it may use, its tests as well.
    pub layers: &'static [&'static str],
    /// The crates it may name beside `std`.
    pub crates: &'static [&'static str],
}

const fn row(layer: &'static str, layers: &'static [&'static str], crates: &'static [&'static str]) -> Row {
    Row { layer, layers, crates }
}

/// Everything below the session, then with it.
const BELOW_SESSION: &[&str] = &[
    "words",
    "images",
    "model",
    "figures",
    "fields",
    "edit",
    "scene",
    "theme",
    "text",
    "behaviour",
    "layout",
    "charts",
    "measure",
    "store",
    "slides",
    "export",
    "data",
];
const HEADLESS: &[&str] = &[
    "words",
    "images",
    "model",
    "figures",
    "fields",
    "edit",
    "scene",
    "theme",
    "text",
    "behaviour",
    "layout",
    "charts",
    "measure",
    "store",
    "slides",
    "export",
    "data",
    "session",
];

/// The layers, in reading order. A layer's tests may use no other layers than its code; they may use [`TEST_CRATES`].
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    row("words", &[], &["fluent_bundle", "sys_locale", "unic_langid"]),
    row("images", &["words"], &["image_files", "resvg", "sha2", "serde", "thiserror"]),
    row("model", &["words", "images"], &["serde"]),
    row("scene", &["words", "images"], &[]),
    row("theme", &["words", "scene"], &[]),
    row("text", &["words", "scene"], &["parley", "hypher", "foldhash"]),
    row("behaviour", &["words"], &[
        "calamine", "flate2", "zip", "icu_normalizer", "csv_nose", "encoding_rs", "chardetng", "jiff", "memchr", "hashbrown", "foldhash", "strsim",
        "statrs", "serde", "serde_json", "ureq", "rustls", "zbus", "chacha20", "getrandom", "rustix",
    ]),
    row("figures", &["words", "model", "behaviour"], &[]),
    row("fields", &["words", "model", "figures"], &[]),
    row("edit", &["words", "images", "model", "fields"], &["strsim", "ron", "serde", "serde_json"]),
    row("layout", &["words", "images", "model", "scene", "text", "theme", "behaviour", "figures"], &[]),
    row("charts", &["words", "model", "scene", "text", "theme", "behaviour", "figures"], &["plotters", "plotters_backend"]),
    row("measure", &["words", "model", "edit", "behaviour", "figures"], &["thiserror", "strsim"]),
    row("store", &["words", "images", "model", "edit"], &["ron", "serde", "serde_json", "serde_ignored", "crc32fast", "etcetera", "thiserror", "rust_xlsxwriter", "xattr"]),
    row("slides", &[], &["quick_xml", "thiserror", "zip"]),
    row("export", &["words", "images", "model", "scene", "text", "slides"], &["vello_cpu", "png", "skrifa", "krilla", "flate2", "rust_xlsxwriter", "serde", "serde_json", "thiserror"]),
    row("data", &["words", "model", "scene", "figures", "export"], &[]),
    row("session", BELOW_SESSION, &["thiserror"]),
    row("cli", HEADLESS, &["clap", "async_signal", "futures_lite", "serde", "serde_json", "thiserror"]),
    row("ui", HEADLESS, &["egui", "egui_extras", "lyon_tessellation", "vello_cpu", "jiff", "etcetera"]),
    row("app", &["words", "images", "model", "edit", "scene", "theme", "text", "layout", "store", "export", "session", "ui"], &[
        "eframe", "egui", "winit", "log_facade", "rfd", "etcetera", "async_signal", "futures_lite",
    ]),
    row("main", &["words", "app", "cli"], &[]),
];

/// What code under `#[cfg(test)]` may name beside its layer's own crates.
pub const TEST_CRATES: &[&str] =
    &["proptest", "insta", "tempfile", "ron", "egui_kittest", "pulldown_cmark", "touchline_stand_in"];

/// Crates that belong in few files, whatever the layer: what speaks to a network, enciphers, or asks the system.
pub const AT_HOME: &[(&str, &[&str])] = &[
    ("resvg", &["crates/core/src/images/svg"]),
    ("krilla", &["crates/core/src/export/pdf"]),
    ("ureq", &["crates/behaviour/src/clickhouse/http", "crates/behaviour/src/clickhouse/tls"]),
    ("rustls", &["crates/behaviour/src/clickhouse/tls"]),
    ("zbus", &["crates/behaviour/src/clickhouse/keyring"]),
    ("chacha20", &["crates/behaviour/src/spool"]),
    ("getrandom", &["crates/behaviour/src/spool"]),
    ("rustix", &["crates/behaviour/src/nameless"]),
    ("async_signal", &["src/cli/interrupt", "src/app/ending"]),
    ("futures_lite", &["src/cli/interrupt", "src/app/ending"]),
    ("rust_xlsxwriter", &["crates/core/src/store/sheet", "crates/core/src/export/xlsx"]),
    ("rfd", &["src/app/dialogs"]),
    ("winit", &["src/app/placing", "src/app/mod", "src/app/line_feed", "src/app/start"]),
    ("log_facade", &["src/app/failure"]),
    ("lyon_tessellation", &["src/ui/screen"]),
    (
        "etcetera",
        &["crates/core/src/store/state", "src/app/recents", "src/app/desktop", "src/app/dialogs", "src/ui/path_box"],
    ),
    ("jiff", &["crates/behaviour/src", "src/ui/when"]),
    ("vello_cpu", &["crates/core/src/export", "src/ui/screen/raster"]),
];

/// A part of the standard library that reaches out of the program.
pub struct Ban {
    /// In words, for the message.
    pub what: &'static str,
    pub modules: &'static [&'static str],
    /// Methods that do the same on a value, known by their names alone.
    pub methods: &'static [&'static str],
    /// The layers, folders and files that may all the same.
    pub allowed: &'static [&'static str],
    /// Where tests may as well.
    pub tests: &'static [&'static str],
}

impl Ban {
    /// Whether a file may. A place is a layer's name, or how the file's path begins.
    pub fn allows(&self, layer: &str, file: &str, tested: bool) -> bool {
        let is_here = |place: &&&str| **place == layer || file.starts_with(**place);
        self.allowed.iter().any(|place| is_here(&place)) || tested && self.tests.iter().any(|place| is_here(&place))
    }
}

#[rustfmt::skip]
pub const STD: &[Ban] = &[
    Ban {
        what: "the disk",
        modules: &["std::fs", "std::os::unix::fs", "std::os::windows::fs"],
        methods: &[
            "exists", "try_exists", "is_file", "is_dir", "is_symlink", "metadata", "symlink_metadata", "canonicalize",
            "read_dir", "read_link",
        ],
        allowed: &[
            // Maps, drafts and settings.
            "store",
            // The log, wherever it comes from, and what of it no memory has room for.
            "crates/behaviour/src/source", "crates/behaviour/src/files/", "crates/behaviour/src/spool", "crates/behaviour/src/nameless",
            "crates/behaviour/src/engine/spill",
            // How much memory the machine has, as Linux tells it in a file.
            "crates/behaviour/src/memory",
            // Whether a file that would be written or read is there, and is one.
            "crates/core/src/session/disk", "crates/core/src/session/export", "crates/core/src/session/sheet.rs", "crates/core/src/session/reads", "src/cli/mod", "src/cli/measure", "src/cli/recover",
            // The list of recent files, what is dropped on the window, which desktop runs, and the file dialog of our own.
            "src/app/recents", "src/app/drops", "src/app/desktop", "src/ui/path_box",
        ],
        // Theirs is a temporary folder, or a sample of the repository.
        tests: &["behaviour", "store", "session", "ui", "app"],
    },
    Ban {
        what: "the network",
        modules: &["std::net", "std::os::unix::net"],
        methods: &[],
        // An address in a log is read as text, to tell that it is one.
        allowed: &["crates/behaviour/src/personal"],
        // A server of their own, on this machine.
        tests: &["crates/behaviour/src/clickhouse/tests", "crates/behaviour/src/clickhouse/keyring", "crates/core/src/session/import/table_tests"],
    },
    Ban {
        what: "the environment",
        modules: &["std::env"],
        methods: &[],
        allowed: &[
            "main", "src/app/start", "src/app/drops", "src/app/dialogs", "src/cli/log_arg",
            // The date that whoever builds documents again and again wants in them.
            "src/cli/export",
            // On which system the program failed.
            "src/app/fault",
            // The password of a server, the folder for what no memory has room for, and the locale.
            "crates/behaviour/src/clickhouse/http", "crates/behaviour/src/nameless", "crates/behaviour/src/times/mod",
        ],
        // Where a folder of large real logs is named, and how much random work is tried.
        tests: &["crates/behaviour/src/engine/tests/real_log", "crates/core/src/session/sequences"],
    },
    Ban {
        what: "other programs",
        modules: &[
            "std::process::Command", "std::process::Child", "std::process::Stdio", "std::process::exit",
            "std::process::abort",
        ],
        methods: &[],
        // The desktop's own opener, and its settings; the end of a program that hangs when it is asked to end.
        allowed: &["src/app/desktop", "src/app/ending"],
        tests: &[],
    },
];

/// The files that may call `Map::apply`, which changes a map or a copy of it. Whoever else wants a map changed makes an
/// edit and gives it to the session, or looks at what `Map::after` gives.
pub const APPLIES: &[&str] = &[
    // A copy, for whoever only wants to see what would become of a map.
    "crates/core/src/model/edit.rs",
    // The one door to the open map, and the history that it walks.
    "crates/core/src/session/edited.rs",
    "crates/core/src/edit/history.rs",
    // A draft, before it is a map that somebody has open.
    "crates/core/src/store/journal.rs",
    // Copies: the map that is proposed, the one on which that is tried, and the steps of a block that brings others with it.
    "crates/core/src/session/editing.rs",
    "crates/core/src/session/spare.rs",
    "crates/core/src/session/placing/chain.rs",
];

/// Modules that the code of a layer may not use, though it may use the layer that they stand in. What goes on in a dialog is
/// the session's: the window shows it and hands messages to it, and holds nothing that runs.
pub const HIDDEN: &[(&str, &[&str])] = &[
    ("app", &["session::job", "session::import", "session::sheet_import", "session::at_risk", "session::export"]),
    ("ui", &["session::job"]),
];

/// The files that may for all that, with the reason.
pub const SEES_HIDDEN: &[(&str, &str)] = &[
    ("src/ui/board/laying.rs", "a large board is laid out off the frame: that is the view's own work, not a dialog's"),
    ("src/ui/screen/image.rs", "pictures are unpacked off the frame, for the painter alone"),
];

/// The files that may say `Verb::Set`, the verb of an edit that sets a field. Whoever else wants a field set writes it
/// through the table of `fields`, which knows what it takes.
pub const SETS: &[&str] = &[
    // The table.
    "crates/core/src/fields/mod.rs",
    // What the table cannot say: lists that grow, a rule of two numbers, cards that are moved by one step each.
    "crates/core/src/edit/record.rs",
    "crates/core/src/edit/emotion.rs",
    // The words for it.
    "crates/core/src/edit/describe.rs",
];

/// What becomes of the words that are written into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// They go to the session as they are typed (`Intent::Write`), and so into the map.
    OfMap,
    /// They are not the map's; `src/app/field_stories.rs` tries that nothing loses them.
    Tried,
    /// They are neither, for the reason.
    Else(&'static str),
}

/// The files that have fields to write in, with how often they make one, and what becomes of the words. A new field is listed here, and tried.
pub const FIELDS: &[(&str, usize, Words)] = &[
    ("src/ui/at_risk/figures.rs", 2, Words::Else("a number that counts as it is typed")),
    ("src/ui/board/writing.rs", 1, Words::OfMap),
    (
        "src/ui/client_copy_box.rs",
        1,
        Words::Else("code names, which go to the session as they are typed, and to no disk"),
    ),
    ("src/ui/command_palette.rs", 1, Words::Tried),
    ("src/ui/drawer/differ.rs", 1, Words::Else("a number that is set as it is typed")),
    ("src/ui/export_box/page.rs", 1, Words::Else("a number that is set as it is typed")),
    ("src/ui/filter_bar.rs", 1, Words::Tried),
    (
        "src/ui/import/counting.rs",
        1,
        Words::Else("a day that counts when its field is left, as by the button that goes on"),
    ),
    ("src/ui/import/database.rs", 2, Words::Tried),
    ("src/ui/import/zone.rs", 1, Words::Else("a search in a list that closes with its choice")),
    ("src/ui/inspector/typed.rs", 2, Words::OfMap),
    ("src/ui/kept_versions_box.rs", 1, Words::Tried),
    ("src/ui/palette/mod.rs", 1, Words::Tried),
    ("src/ui/path_box.rs", 1, Words::Tried),
    ("src/ui/presets_box.rs", 1, Words::OfMap),
    ("src/ui/search_box.rs", 1, Words::Tried),
    ("src/ui/top_bar.rs", 1, Words::OfMap),
    ("src/ui/views/edit.rs", 1, Words::OfMap),
    ("src/ui/views/table/filters.rs", 1, Words::Tried),
    ("src/ui/widgets/field.rs", 8, Words::Else("what fields are made of")),
    ("src/ui/widgets/written.rs", 2, Words::Else("what fields are made of")),
];

/// The files in which `.apply()` is a transform's, which moves a point.
pub const MOVES_POINTS: &[&str] = &[
    "crates/core/src/theme/icons.rs",
    "crates/core/src/export/pptx/connector.rs",
    "crates/core/src/export/pptx/walk.rs",
    "src/ui/screen/color.rs",
    "src/ui/screen/outline.rs",
    "src/ui/screen/text.rs",
    "src/ui/screen/view.rs",
    "src/ui/board/arranged.rs",
];

/// The roots of both libraries: they declare the layers, and show those of other crates.
const LIB: Row = row("lib", HEADLESS, &[]);

/// The row of a layer.
pub fn of(layer: &str) -> Option<&'static Row> {
    ROWS.iter().chain([&LIB]).find(|row| row.layer == layer)
}
