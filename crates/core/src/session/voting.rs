//! A vote on sticky notes: each person in the room has so many dots, and nobody sees how the others voted until the end.

/// Dots that each person has where nobody says another number.
pub const VOTES_EACH: u8 = 3;

/// A vote on notes: each person in the room has so many dots, and what was given is not seen until the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voting {
    pub each: u8,
    /// What the person whose turn it is has left.
    pub left: u8,
}

/// What is asked of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VotingMsg {
    /// Begins one in which each has so many dots; votes that were given before stay.
    Begin(u8),
    /// It is the next person's turn.
    Next,
    /// Ends it and shows the dots.
    Reveal,
    /// Takes all dots from all notes.
    Clear,
}
