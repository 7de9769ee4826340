//! What can be pressed and written in a dialog whose flow the session owns.

/// A message to one of the flows.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Presets(PresetsMsg),
    Databases(DatabasesMsg),
}

/// To the presets that are kept.
#[derive(Clone, Debug, PartialEq)]
pub enum PresetsMsg {
    /// Deletes the preset of this name, until it is taken back.
    Delete(String),
    /// Takes back one of those that were deleted, by its place among them.
    TakeBack(usize),
    Close,
}

/// To the question for the address of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum DatabasesMsg {
    /// Asks for an address, beginning with the one that was asked last.
    Ask,
    /// All that stands in the field now.
    Write(String),
    /// Imports the table at the address.
    Connect,
    Close,
}
