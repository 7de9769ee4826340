//! How things stand between two things that a person does, so that the second can take the first back.

use super::Selection;
use crate::model::SegmentId;

/// How things stood before a letter was taken as a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Steps of the history, and the number of the state that they led to.
    pub(super) steps: usize,
    pub(super) state: u64,
    pub(super) selection: Selection,
    pub(super) lens: Option<SegmentId>,
    pub(super) former: bool,
}
