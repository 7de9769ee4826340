//! The map itself: flat records in ordered tables, the edits that change them, and the laws they keep.
//!
//! Order is a [`Rank`] inside each record and nothing else. Nothing here knows files, windows or pictures.

mod annotation;
mod check;
mod counting;
mod date;
mod edit;
mod flag;
mod ids;
mod lane;
mod map;
mod measurement;
mod metric;
mod rank;
mod rejection;
mod segment;
mod stage;
mod touchpoint;
mod value;

pub use annotation::{Action, Horizon, PainPoint, Question, STICKY_REACH, Severity, Sticky};
pub use check::{Problem, RecordRef};
pub use counting::{Counting, FunnelScope, StageOrder, TieOrder};
pub use date::Date;
pub use edit::{Change, Edit, EditError, MergeKey};
pub use flag::{Flag, FlagStatus, FlagTarget, Regime};
pub use ids::{
    ActionId, FlagId, IdError, IdSource, LaneId, MeasurementId, MetricId, PainPointId, QuestionId, SegmentId, StageId,
    StickyId, TouchpointId,
};
pub use lane::{Lane, LaneKind};
pub use map::{LeastGroup, Map, MapState, Meta};
pub use measurement::{DroppedThen, Figures, Measurement, RowsAre, StageFigure, TouchFigure};
pub use metric::{Aim, CountNames, Metric, MetricKind, PERIOD_DAYS_MAX, READINGS_MAX, Reading};
pub use rank::{RANK_MAX_LETTERS, Rank};
pub use rejection::{Rejection, RowReason};
pub use segment::{Basis, Segment};
pub use stage::{Estimate, Period, STAGE_WIDTH, Stage};
pub use touchpoint::{Channel, Emotion, Evidence, EvidenceKind, Ownership, Score, Touchpoint};
pub use value::{CustomerValue, VALUE_MAX};

/// Whether a field holds what an absent one would: such fields are left out of the file.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
