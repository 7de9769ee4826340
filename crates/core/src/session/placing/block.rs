//! What the palette holds: the things that can be dragged onto the board or placed at the selection.

use crate::edit::library::{Item, Stands};
use crate::model::{Channel, ListKind, Map};
use crate::session::New;

/// One block of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// A stage with one of the usual names.
    Stage(&'static str),
    Touchpoint(Channel),
    Emotion,
    DropOff,
    Flag,
    /// A record of a kind that is a list in a stage.
    Listed(ListKind),
    Sticky,
}

impl Block {
    /// The record that it becomes; `None` for what is put on a record that is there, and for a flag, whose rule is chosen
    /// first.
    pub fn record(self, map: &Map) -> Option<New> {
        match self {
            Self::Stage(name) => Some(New::Stage { name: name.to_owned() }),
            Self::Touchpoint(channel) => Some(New::Touchpoint { channel, title: channel.name().to_owned() }),
            Self::Listed(kind) => Some(New::listed(map, kind)),
            Self::Sticky => Some(New::sticky()),
            Self::Emotion | Self::DropOff | Self::Flag => None,
        }
    }
}

/// The block that goes where an item goes.
pub fn block_like(item: &Item) -> Block {
    match item.makes.stands() {
        Stands::Card(channel) => Block::Touchpoint(channel),
        Stands::List(kind) => Block::Listed(kind),
    }
}
