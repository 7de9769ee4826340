//! How the blocks of the palette are named, found and drawn.

use crate::layout::channel_icon;
use crate::model::Channel;
use crate::scene::Color;
use crate::session::Block;
use crate::theme::{Icon, Theme};

/// The stages of the palette, in the customer's order; the first six are those of most maps.
pub const STAGE_NAMES: [&str; 11] = [
    "Awareness",
    "Consideration",
    "Decision",
    "Onboarding",
    "Retention",
    "Advocacy",
    "Discovery",
    "Consumption",
    "Post-consumption",
    "Renewal",
    "Win-back",
];

const ANNOTATIONS: [Block; 8] = [
    Block::Emotion,
    Block::DropOff,
    Block::Metric,
    Block::Flag,
    Block::Question,
    Block::PainPoint,
    Block::Action,
    Block::Sticky,
];

impl Block {
    /// The palette's groups with their captions, in order.
    pub fn groups() -> [(&'static str, Vec<Block>); 3] {
        [
            ("Stages", STAGE_NAMES.into_iter().map(Block::Stage).collect()),
            ("Touchpoints", Channel::ALL.into_iter().map(Block::Touchpoint).collect()),
            ("Annotations", ANNOTATIONS.to_vec()),
        ]
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Stage(name) => name,
            Self::Touchpoint(channel) => channel.name(),
            Self::Emotion => "Emotion",
            Self::DropOff => "Drop-off",
            Self::Flag => "Compliance flag",
            Self::Question => "Question",
            Self::PainPoint => "Pain point",
            Self::Action => "Action",
            Self::Sticky => "Sticky note",
            Self::Metric => "Metric",
        }
    }

    /// Other words that people look for it by.
    fn also(self) -> &'static str {
        match self {
            Self::Stage(_) => "stage column phase",
            Self::Touchpoint(channel) => channel.also(),
            Self::Emotion => "feeling face mood curve",
            Self::DropOff => "churn loss funnel leave estimate",
            Self::Flag => "coppa ftc gdpr eprivacy wcag sag-aftra sync rule legal",
            Self::Question => "quote thinking ask",
            Self::PainPoint => "friction problem hurt",
            Self::Action => "task todo recommendation next step",
            Self::Sticky => "note comment post-it",
            Self::Metric => "kpi scorecard target benchmark nps csat churn completion figure",
        }
    }

    /// Whether every word of `search` begins a word of the block's names.
    pub fn matches(self, search: &str) -> bool {
        let words = format!("{} {}", self.name(), self.also()).to_lowercase();
        let found =
            |wanted: &str| words.split([' ', '/', '-']).any(|word| word.starts_with(wanted)) || words.contains(wanted);
        search.to_lowercase().split_whitespace().all(found)
    }

    /// The sign before the name, and its colour.
    pub fn look(self, theme: &Theme) -> (Option<Icon>, Color) {
        match self {
            Self::Stage(name) => {
                let place = STAGE_NAMES.iter().position(|other| *other == name).unwrap_or(0);
                (None, theme.stage(place))
            }
            Self::Touchpoint(channel) => (Some(channel_icon(channel)), theme.detail),
            Self::Emotion => (None, theme.good),
            Self::DropOff => (None, theme.bad),
            Self::Flag => (None, theme.warn),
            Self::Question => (None, theme.question),
            Self::PainPoint => (None, theme.pain),
            Self::Action => (None, theme.accent),
            Self::Sticky => (None, theme.sticky),
            Self::Metric => (None, theme.river),
        }
    }

    /// Where it goes, for the status bar and screen readers.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Stage(_) => "Drag between two stages, or press Enter to add it at the end",
            Self::Touchpoint(_) => "Drag into a stage, or press Enter to place it at the selection",
            Self::Emotion => "Drag onto a touchpoint to put it on the curve",
            Self::DropOff => "Drag onto a stage to estimate who leaves after it",
            Self::Flag => "Drag onto a touchpoint or a stage",
            Self::Question => "Drag into a stage",
            Self::PainPoint => "Drag into a stage, or onto the touchpoint that hurts",
            Self::Action => "Drag into a stage, or onto the touchpoint it is for",
            Self::Sticky => "Drag anywhere on the board",
            Self::Metric => "Drag into a stage to hold a figure against its target",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_found_by_name_and_by_what_people_call_them() {
        let found = |search: &str| {
            let blocks = Block::groups().into_iter().flat_map(|(_, blocks)| blocks);
            blocks.filter(|block| block.matches(search)).map(Block::name).collect::<Vec<_>>()
        };
        assert_eq!(found("aware"), ["Awareness"]);
        assert!(found("gdpr").contains(&"Compliance flag"));
        assert!(found("discord").contains(&"Community"));
        assert!(found("EMAIL").contains(&"Email"));
        assert!(found("nothing like this").is_empty());
        assert_eq!(found("").len(), 11 + 22 + 8);
    }
}
