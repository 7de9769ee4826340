//! A vote on sticky notes: each person in the room has so many dots, and nobody sees how the others voted until the end.

use crate::model::{LaneId, StickyId};

/// Dots that each person has where nobody says another number.
pub const VOTES_EACH: u8 = 3;

/// A vote on notes: each person in the room has so many dots, and what was given is not seen until the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voting {
    pub each: u8,
    /// What the person whose turn it is has left.
    pub left: u8,
    /// What it is on; all notes for `None`.
    pub only: Option<VoteIn>,
}

/// What a vote is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoteIn {
    /// The notes of a lane and of its cards.
    Lane(LaneId),
    /// The notes of a cluster.
    Cluster(StickyId),
}

/// What is asked of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VotingMsg {
    /// Begins one in which each has so many dots; votes that were given before stay.
    Begin(u8),
    /// The same on some notes alone.
    BeginIn(u8, VoteIn),
    /// It is the next person's turn.
    Next,
    /// Ends it and shows the dots.
    Reveal,
    /// Takes all dots from all notes.
    Clear,
}
