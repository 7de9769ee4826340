//! What the command palette leads to.

use super::commands::Command;
use crate::edit::library::ItemId;
use crate::edit::templates::Template;
use crate::export::Format;
use crate::model::{RecordRef, SavedViewId, SegmentId};

/// What the palette leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Command(Command),
    /// A record of the map to go to.
    Record(RecordRef),
    /// The map as one audience lives it.
    Lens(SegmentId),
    /// The map as it was saved to be looked at.
    View(SavedViewId),
    /// An item of a library, to be put on the map.
    Item(ItemId),
    /// A map to start from.
    Template(Template),
    /// A file that was open before, by its place in the list.
    Recent(usize),
    /// The export, in this format.
    Export(Format),
}
