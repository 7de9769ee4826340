//! What people do to a map, as pure functions that return an edit; history and clipboard.
//!
//! Every command has the shape `fn (&Map, …) -> Option<Edit>`: `None` says that there is nothing to change, so that an
//! edit which changes nothing never becomes a step of undo (law H3). A command that needs new records takes an
//! [`IdSource`](crate::model::IdSource). Nothing here changes a map, and nothing here knows files or windows.
//!
//! A single field is written by [`fields`](crate::fields), wherever it is written; what stands here about fields changes
//! several at once, or lists.

mod add;
mod brought;
mod compared;
mod connect;
mod copied;
mod deck;
mod describe;
mod drawn;
mod emotion;
mod empty;
mod fragment;
mod go_back;
mod history;
pub mod journey;
mod lane_part;
mod lanes;
mod lines;
pub mod library;
pub mod matrix;
mod metric;
mod notes;
mod paste;
mod pictures;
mod place;
pub mod quoted;
mod record;
mod remove;
mod replaced;
mod several;
mod span_to;
mod stages;
mod three_way;
pub mod sheet;
pub mod grid;
pub mod templates;
mod tied;
mod views;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod random;

pub use add::{
    add_agenda_block, add_flag, add_in_stage, add_lane, add_listed, add_segment, add_stage, add_step, add_sticky,
    add_touchpoint,
};
pub use brought::{bring_lane, lanes_to_add};
pub use compared::{Changed, Differences, Moved, written_fields};
pub use connect::{connect, loop_back};
pub use deck::{forget_deck, keep_deck};
pub use describe::{describe, label, title_of};
pub use drawn::{Line, add_drawing, in_line, lay_arrow, move_drawing, move_free, point_arrow, resize_drawing};
pub use emotion::{add_evidence, remove_evidence, set_emotion, shift_emotion, toggle_evidence};
pub use empty::empty_map;
pub use fragment::Fragment;
pub use go_back::{Since, go_back};
pub use history::{HISTORY_STEPS, History, MERGE_WITHIN, Walked};
pub use lane_part::land_lanes;
pub use lanes::{fold_lane, move_lane, resize_lane, show_lane};
pub use lines::{add_lines, takes_lines};
pub use metric::{
    Filled, add_metric, add_scorecard, add_told_metric, fill_metrics, lacks_of_scorecard, next_metric, next_period,
};
pub use notes::{Sorted, add_parked, free_place, park, sort_notes, unpark};
pub use paste::{Pasted, duplicate, paste, paste_rows};
pub use pictures::{add_pictures, set_brand, set_image};
pub use place::{
    Cell, added_to_lane, move_agenda_block, move_between, move_flag, move_in_stage, move_listed, move_segment,
    move_stage, move_step, move_sticky, move_touchpoints, resize_stage, span, tie,
};
#[cfg(any(test, feature = "testing"))]
pub use record::set;
pub use record::{add_events, effective, set_least_group};
pub use remove::{Removed, remove};
pub use replaced::{Replaced, replace};
pub use several::{flag_all, move_to_stage, shared_stage, stage_of};
pub use span_to::span_to;
pub use stages::{fold_stages, merge_stages, split_stage};
pub use three_way::{Conflict, ConflictKind, Merged, merge_maps};
pub use tied::{add_tied, cluster, fold_cluster, move_tied, put_together, tie_notes};
pub use views::save_view;
