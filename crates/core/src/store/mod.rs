//! The map on disk: reading, writing safely, drafts and recent files.

mod beside;
mod brand_kit;
mod code_names;
mod copied;
mod disk;
mod drafts;
mod error;
mod faults;
mod files;
mod forget;
mod held;
mod fingerprint;
mod journal;
mod journey_file;
mod journal_file;
mod libraries;
mod locks;
mod log;
mod misread;
mod outline;
mod presets;
mod reads;
mod recents;
mod safe_write;
mod seen;
mod settings;
mod sheet;
mod state;
mod temporary;
mod text;
mod thinning;
mod version_note;
mod versions;
mod wished;

pub use brand_kit::{BrandKit, load_brand_kit};
pub use code_names::load_code_names;
pub use disk::{Disk, DiskFile, Lies, Readers, RealDisk};
pub use drafts::{Draft, DraftId, Grown, OpenDraft, draft_id};
pub use error::{PlacedProblem, StoreError, StoreErrorClass, steers};
pub use files::{
    file_text, holds, load_map, modified_unix_secs, read_picture, read_written, readers_of, save_map, those_there,
};
pub use fingerprint::Fingerprint;
pub use forget::{KeptOf, Recovery};
pub use held::{Holder, Turn};
pub use journal::{Entry, Room};
pub use journey_file::load_journey;
pub use libraries::Libraries;
pub use log::{Event, How, What, Why};
pub use presets::{PRESETS_MAX, Preset, keep as keep_preset, rename as rename_preset};
pub use reads::{Reads, is_same_file};
pub use recents::{RECENTS_MAX, Recent, Recents, RecentsChange};
pub use seen::SeenFiles;
pub use settings::{
    ClientCopyChoices, DrawerTab, Hint, LanguageChoice, SCALES, Settings, ThemeChoice, WindowPlace, WindowStood,
};
pub use sheet::{SheetFormat, sheet_bytes};
pub use state::{STATE_VARIABLE, StateFolder};
pub use text::{
    FORMAT, Loaded, MAP_BYTES_MAX, RECORDS_MAX, UnknownField, from_bytes, part_from_text, part_to_text, to_json,
    to_text,
};
pub use version_note::VersionNote;
pub use versions::{KeptVersion, VERSIONS_BYTES_MAX, VersionId};
pub use wished::Wish;

#[cfg(test)]
mod disk_tests;
#[cfg(test)]
mod image_tests;
#[cfg(test)]
mod text_tests;
