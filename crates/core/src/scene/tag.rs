//! What a part of the picture stands for: the record it was drawn from, its role and its words.

use super::{Item, Label, Rect};
use std::sync::Arc;

/// The record (or part of the board) that a group of items was drawn from. `id` is the record's own number; `other` a
/// second one where a part belongs to two (a cell: its stage in `id`, its lane in `other`), else 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    pub kind: Kind,
    pub id: u64,
    pub other: u64,
}

impl Tag {
    pub const fn new(kind: Kind, id: u64) -> Self {
        Self { kind, id, other: 0 }
    }

    pub const fn pair(kind: Kind, id: u64, other: u64) -> Self {
        Self { kind, id, other }
    }
}

/// What kind of part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The page's title block, and other parts that belong to the map as a whole.
    Map,
    /// A stage's header.
    Stage,
    /// The strip at a stage header's right edge that widens it.
    StageEdge,
    /// A lane's row, its title included.
    Lane,
    /// Where a stage (`id`) and a lane (`other`) cross.
    Cell,
    Touchpoint,
    Question,
    PainPoint,
    Action,
    Flag,
    /// A face on the curve: the touchpoint's number.
    Emotion,
    /// A stage's loss in the river: the stage's number.
    DropOff,
    Sticky,
    Metric,
    /// A figure, chart or legend that stands for no single record.
    Figure,
    /// A line of text that is edited in place: the record's number, in the record's kind's place (`other` = the [`Kind`] as a number).
    Title,
    /// The strip at the lower edge of a lane's name that makes the lane higher.
    LaneEdge,
    /// A channel (`other`: its place in [`crate::model::Channel::ALL`]) that cards of a stage (`id`) are on.
    Channel,
    Remark,
    Backstage,
    /// A line from one card to another, in pieces.
    Connector,
    /// A ring on the curve of what shall be felt: the touchpoint's number.
    ToBe,
    /// The name of a step of a stage.
    Step,
    /// A frame of the storyboard.
    Picture,
    /// A way from a stage back to an earlier one, over the headers, in pieces.
    Loop,
    /// A frame, an arrow or words over the board.
    Drawing,
}

/// A kind of part, where those that are records in a list of a stage are one: what a place asks that treats them alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagFamily {
    Map,
    Stage,
    StageEdge,
    Lane,
    Cell,
    Touchpoint,
    Listed,
    Flag,
    Emotion,
    DropOff,
    Sticky,
    Figure,
    Title,
    LaneEdge,
    Channel,
    Connector,
    ToBe,
    Step,
    Loop,
    Drawing,
}

impl Kind {
    pub fn family(self) -> TagFamily {
        match self {
            Self::Map => TagFamily::Map,
            Self::Stage => TagFamily::Stage,
            Self::StageEdge => TagFamily::StageEdge,
            Self::Lane => TagFamily::Lane,
            Self::Cell => TagFamily::Cell,
            Self::Touchpoint => TagFamily::Touchpoint,
            Self::Question
            | Self::PainPoint
            | Self::Action
            | Self::Metric
            | Self::Remark
            | Self::Backstage
            | Self::Picture => TagFamily::Listed,
            Self::Flag => TagFamily::Flag,
            Self::Emotion => TagFamily::Emotion,
            Self::DropOff => TagFamily::DropOff,
            Self::Sticky => TagFamily::Sticky,
            Self::Figure => TagFamily::Figure,
            Self::Title => TagFamily::Title,
            Self::LaneEdge => TagFamily::LaneEdge,
            Self::Channel => TagFamily::Channel,
            Self::Connector => TagFamily::Connector,
            Self::ToBe => TagFamily::ToBe,
            Self::Step => TagFamily::Step,
            Self::Loop => TagFamily::Loop,
            Self::Drawing => TagFamily::Drawing,
        }
    }

    /// Whether the part stands for a thing of the map, and not for the ground on which things lie.
    pub fn is_thing(self) -> bool {
        match self.family() {
            TagFamily::Stage
            | TagFamily::Touchpoint
            | TagFamily::Listed
            | TagFamily::Flag
            | TagFamily::Emotion
            | TagFamily::DropOff
            | TagFamily::Channel
            | TagFamily::Sticky
            | TagFamily::Connector
            | TagFamily::Drawing
            | TagFamily::ToBe
            | TagFamily::Loop
            | TagFamily::Step => true,
            TagFamily::Map
            | TagFamily::StageEdge
            | TagFamily::Lane
            | TagFamily::LaneEdge
            | TagFamily::Cell
            | TagFamily::Figure
            | TagFamily::Title => false,
        }
    }
}

/// What the part is to a reader who hears the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading of level 1 … 6.
    Heading(u8),
    Paragraph,
    /// A picture with `label` as its alternative text; text inside is not read on its own.
    Figure,
    /// Groups others, reading what is inside.
    Section,
    /// Decoration: not read.
    Artifact,
}

/// Items drawn from one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged {
    pub tag: Tag,
    pub role: Role,
    /// In words, for screen readers and alternative text.
    pub label: Label,
    /// Where it is hit, in the space of the enclosing group.
    pub bounds: Rect,
    pub items: Arc<[Item]>,
}
