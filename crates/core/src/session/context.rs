//! When a command can be used, and what is missing where it cannot.

use touchline_words::say;

/// When a command can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    Always,
    /// A map is open.
    Map,
    /// Something is selected.
    Selection,
    /// At least one card is selected.
    Cards,
    CanUndo,
    CanRedo,
    /// The map is shown as one audience lives it.
    Lens,
    /// Curves lie side by side.
    Compared,
    /// Two views stand side by side.
    TwoViews,
    /// The map was measured more than once.
    Former,
    /// A lane is selected.
    Lane,
    /// At least one stage is selected.
    Stages,
    /// At least one card or stage is selected.
    CardsOrStages,
    /// At least one sticky note is selected.
    Notes,
    /// At least two notes, frames or texts are selected.
    Free,
}

impl Context {
    /// What is missing where it does not hold.
    pub fn missing(self) -> &'static str {
        match self {
            Self::Always => "",
            Self::Map => say!(context_map),
            Self::Selection => say!(context_selection),
            Self::Cards => say!(context_cards),
            Self::CanUndo => say!(context_can_undo),
            Self::CanRedo => say!(context_can_redo),
            Self::Lens => say!(context_lens),
            Self::Compared => say!(context_compared),
            Self::TwoViews => say!(context_two_views),
            Self::Former => say!(context_former),
            Self::Lane => say!(context_lane),
            Self::Stages => say!(context_stages),
            Self::CardsOrStages => say!(context_cards_or_stages),
            Self::Notes => say!(context_notes),
            Self::Free => say!(context_free),
        }
    }
}
