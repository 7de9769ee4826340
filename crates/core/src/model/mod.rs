//! The map itself: flat records in ordered tables, the edits that change them, and the laws they keep.
//!
//! Order is a [`Rank`] inside each record and nothing else. Nothing here knows files, windows or pictures.

mod action_status;
mod agenda;
mod annotation;
mod brand;
mod counting;
mod date;
mod deck_page;
mod drawing;
mod edit;
mod flag;
mod horizon;
mod ids;
mod in_order;
mod kinds;
mod lane;
mod left;
mod linked;
mod map;
mod measurement;
mod metric;
mod note;
mod pictured;
mod rank;
mod rejection;
mod rows;
mod saved_view;
mod segment;
mod stage;
mod state;
mod step;
mod texts;
mod titled;
mod touchpoint;
mod valid;
mod value;
mod verb;
mod ways;

pub use action_status::ActionStatus;
pub use agenda::{AgendaBlock, BLOCK_MINUTES};
pub use annotation::*;
pub use brand::{Brand, STAGE_TINTS, Tint};
pub use counting::{Counting, FunnelScope, StageOrder, TieOrder};
pub use date::{Date, with_whole_dates};
pub use deck_page::{DeckPage, Topic};
pub use drawing::{ArrowEnd, DRAWN_SIZE, Drawing, Shape};
pub use edit::{Applied, Edit, Refused};
pub use flag::{Flag, FlagStatus, FlagTarget, Regime};
pub use horizon::Horizon;
pub use ids::*;
pub use kinds::{Change, Family, InStage, ListKind, Listed, Record, RecordKind, RecordRef, Spot, SpotMut, Tables};
pub use kinds::{kind_arms, listed, of_kind, only_listed, records};
pub use lane::{Holds, LANE_HEIGHT, Lane, LaneKind};
use linked::Links;
pub use linked::{Linked, Names};
pub use map::{CardOrder, LeastGroup, Map, Meta, REVIEW_HOLDS_DAYS};
pub use measurement::{ActivityFigure, DroppedThen, Figures, Measurement, RowsAre, StageFigure, TouchFigure};
pub use metric::{Aim, CountNames, Metric, MetricKind, PERIOD_DAYS_MAX, READINGS_MAX, Reading};
pub use note::*;
pub use pictured::Shows;
pub use rank::{RANK_MAX_LETTERS, Rank};
pub use rejection::{Rejection, RowReason};
pub use saved_view::{ColumnFilter, Filter, Ground, Others, SavedView, ViewKind, Wants};
pub use segment::{Basis, Lifecycle, Segment};
pub use stage::{Estimate, Period, STAGE_WIDTH, Stage, Zone};
pub use state::{Belongs, MapState};
pub use step::Step;
pub use texts::{See, Texts};
pub use titled::Titled;
pub use touchpoint::{Channel, Emotion, Evidence, EvidenceKind, Ownership, Score, Touchpoint};
pub use valid::{Broken, IMAGES_BYTES_MAX, Problem, Ruled};
pub use value::{CustomerValue, VALUE_MAX};
pub use verb::{Field, Verb};
pub use ways::{Connector, ConnectorKind, Loop};

/// Whether a field holds what an absent one would: such fields are left out of the file.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
