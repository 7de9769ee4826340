//! The map on disk: reading, writing safely, drafts and recent files.

mod disk;
mod drafts;
mod error;
mod files;
mod outline;
mod presets;
mod reads;
mod recents;
mod seen;
mod settings;
mod sheet;
mod state;
mod text;

pub use drafts::{Draft, DraftId, draft_id};
pub use error::{PlacedProblem, StoreError, StoreErrorClass, steers};
pub use files::{load_map, save_map};
pub use presets::{PRESETS_MAX, Preset, keep as keep_preset, rename as rename_preset};
pub use reads::Reads;
pub use recents::{RECENTS_MAX, Recent, Recents};
pub use seen::SeenFiles;
pub use settings::{DrawerTab, Settings, ThemeChoice};
pub use sheet::{SheetFormat, sheet_bytes};
pub use state::{STATE_VARIABLE, StateFolder};
pub use text::{
    FORMAT, Loaded, MAP_BYTES_MAX, RECORDS_MAX, UnknownField, from_bytes, part_from_text, part_to_text, to_text,
};

#[cfg(test)]
mod disk_tests;
#[cfg(test)]
mod text_tests;
