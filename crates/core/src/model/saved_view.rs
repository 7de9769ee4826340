//! A filter over the map, and a view that was saved under a name: what is looked at, by whom, and what becomes of the rest.
//!
//! What meets a filter says the session's `filter`; here is only what is kept in the map.

use super::{
    ActionStatus, Channel, Date, EvidenceKind, FlagStatus, Horizon, MapState, Rank, Regime, SegmentId, StageId,
    is_default,
};
use serde::{Deserialize, Serialize};
use touchline_words::say;

/// What is looked for in a map. Several values of one criterion are one or the other; all criteria that have a value count
/// together. Without any value everything meets it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// What is to be found in this state of the map; what is not is never shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: Option<MapState>,
    /// For any of these audiences.
    #[serde(default, skip_serializing_if = "is_default")]
    pub segments: Vec<SegmentId>,
    /// Seen to by any of these; the empty one stands for nobody.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owners: Vec<String>,
    /// With a flag that stands so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub statuses: Vec<FlagStatus>,
    /// With an action that is due so soon.
    #[serde(default, skip_serializing_if = "is_default")]
    pub horizons: Vec<Horizon>,
    /// With an action that has come so far.
    #[serde(default, skip_serializing_if = "is_default")]
    pub actions: Vec<ActionStatus>,
    /// With a flag of such a rule.
    #[serde(default, skip_serializing_if = "is_default")]
    pub regimes: Vec<Regime>,
    /// Resting on any of these.
    #[serde(default, skip_serializing_if = "is_default")]
    pub grounds: Vec<Ground>,
    /// Met by any of these channels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channels: Vec<Channel>,
    /// With this in the columns of the table.
    #[serde(default, skip_serializing_if = "is_default")]
    pub columns: Vec<ColumnFilter>,
    /// With these words in any of its texts; capitals make no difference.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: String,
}

impl Filter {
    /// Whether it asks for anything.
    pub fn is_empty(&self) -> bool {
        let text = self.text.trim().is_empty();
        let people = self.segments.is_empty() && self.owners.is_empty();
        let rules = self.statuses.is_empty() && self.regimes.is_empty();
        let columns = self.columns.iter().all(|one| one.wants.is_empty());
        text && columns
            && people
            && rules
            && self.state.is_none()
            && self.horizons.is_empty()
            && self.actions.is_empty()
            && self.grounds.is_empty()
            && self.channels.is_empty()
    }
}

/// What a column of the table has to hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnFilter {
    /// The table of the kind, as the file calls it, such as `actions`.
    pub of: String,
    /// The field that stands in the column, as the file calls it, such as `Owner`; none for the stage in which a record stands.
    #[serde(default, skip_serializing_if = "is_default")]
    pub field: Option<String>,
    pub wants: Wants,
}

/// What is looked for in a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wants {
    /// These words; capitals make no difference.
    Says(String),
    /// A figure from one on, up to one, or between both; in thousandths.
    Figures {
        #[serde(default, skip_serializing_if = "is_default")]
        least: Option<i64>,
        #[serde(default, skip_serializing_if = "is_default")]
        most: Option<i64>,
    },
    Days {
        #[serde(default, skip_serializing_if = "is_default")]
        least: Option<Date>,
        #[serde(default, skip_serializing_if = "is_default")]
        most: Option<Date>,
    },
    /// Any of these, by their English names.
    OneOf(Vec<String>),
    /// It stands in any of these stages.
    In(Vec<StageId>),
}

impl Wants {
    /// Whether everything meets it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Says(words) => words.trim().is_empty(),
            Self::Figures { least, most } => least.is_none() && most.is_none(),
            Self::Days { least, most } => least.is_none() && most.is_none(),
            Self::OneOf(names) => names.is_empty(),
            Self::In(stages) => stages.is_empty(),
        }
    }
}

/// What a card may rest on, as it is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ground {
    /// Nothing: it is openly an assumption.
    Assumption,
    /// Evidence of whatever kind.
    Evidence,
    /// Evidence of one kind.
    From(EvidenceKind),
}

impl Ground {
    pub const ALL: [Self; 8] = [
        Self::Assumption,
        Self::Evidence,
        Self::From(EvidenceKind::BehaviouralData),
        Self::From(EvidenceKind::SessionRecordings),
        Self::From(EvidenceKind::CrmStageDurations),
        Self::From(EvidenceKind::SupportThemes),
        Self::From(EvidenceKind::Survey),
        Self::From(EvidenceKind::Interviews),
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Assumption => say!(ground_assumption),
            Self::Evidence => say!(ground_evidence),
            Self::From(kind) => kind.name(),
        }
    }
}

/// What becomes of what does not meet the filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Others {
    /// It stays where it is and steps back.
    #[default]
    Dimmed,
    /// The map is laid out without it.
    Hidden,
}

impl Others {
    pub const ALL: [Self; 2] = [Self::Dimmed, Self::Hidden];

    pub fn name(self) -> &'static str {
        match self {
            Self::Dimmed => say!(others_dimmed),
            Self::Hidden => say!(others_hidden),
        }
    }
}

/// In which shape a map is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ViewKind {
    #[default]
    Board,
    /// Stage by stage with all that each holds, to be read and written by keys alone.
    Outline,
    /// The records of one kind, a row each.
    Table,
    /// What will be done, by when.
    Roadmap,
}

impl ViewKind {
    pub const ALL: [Self; 4] = [Self::Board, Self::Outline, Self::Table, Self::Roadmap];

    pub fn name(self) -> &'static str {
        match self {
            Self::Board => say!(view_board),
            Self::Outline => say!(view_outline),
            Self::Table => say!(view_table),
            Self::Roadmap => say!(view_roadmap),
        }
    }
}

/// A way to look at the map that was saved under a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedView {
    pub rank: Rank,
    pub name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub filter: Filter,
    #[serde(default, skip_serializing_if = "is_default")]
    pub others: Others,
    /// The audience as whose the map is shown; all audiences where there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lens: Option<SegmentId>,
    /// The audiences whose curves lie side by side.
    #[serde(default, skip_serializing_if = "is_default")]
    pub compared: Vec<SegmentId>,
    /// Beside each measured rate stands the one of the former period.
    #[serde(default, skip_serializing_if = "is_default")]
    pub former: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub view: ViewKind,
}

impl SavedView {
    pub fn new(rank: Rank, name: impl Into<String>) -> Self {
        let (filter, others) = (Filter::default(), Others::default());
        let view = ViewKind::default();
        Self { rank, name: name.into(), filter, others, lens: None, compared: Vec::new(), former: false, view }
    }
}
