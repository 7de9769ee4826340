//! What the palette holds: the things that can be dragged onto the board or placed at the selection.

use crate::model::{Channel, Map};
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
    Question,
    PainPoint,
    Action,
    Sticky,
    Metric,
}

impl Block {
    /// The record that it becomes; `None` for what is put on a record that is there, and for a flag, whose rule is chosen
    /// first.
    pub fn record(self, map: &Map) -> Option<New> {
        match self {
            Self::Stage(name) => Some(New::Stage { name: name.to_owned() }),
            Self::Touchpoint(channel) => Some(New::Touchpoint { channel, title: channel.name().to_owned() }),
            Self::Question => Some(New::question()),
            Self::PainPoint => Some(New::pain_point()),
            Self::Action => Some(New::action()),
            Self::Sticky => Some(New::sticky()),
            Self::Metric => Some(New::metric(map)),
            Self::Emotion | Self::DropOff | Self::Flag => None,
        }
    }
}
