//! How the blocks of the palette are named, found and drawn.

use touchline_words::say;

use crate::layout::channel_icon;
use crate::model::Channel;
use crate::scene::Color;
use crate::session::Block;
use crate::theme::{Icon, Theme};

/// The stages of the palette, in the customer's order; the first six are those of most maps.
pub fn stage_names() -> [&'static str; 11] {
    [
        say!(ui_block_awareness),
        say!(ui_block_consideration),
        say!(ui_block_decision),
        say!(ui_block_onboarding),
        say!(ui_block_retention),
        say!(ui_block_advocacy),
        say!(ui_block_discovery),
        say!(ui_block_consumption),
        say!(ui_block_post_consumption),
        say!(ui_block_renewal),
        say!(ui_block_win_back),
    ]
}

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
            (say!(ui_block_stages), stage_names().into_iter().map(Block::Stage).collect()),
            (say!(ui_block_touchpoints), Channel::ALL.into_iter().map(Block::Touchpoint).collect()),
            (say!(ui_block_annotations), ANNOTATIONS.to_vec()),
        ]
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Stage(name) => name,
            Self::Touchpoint(channel) => channel.name(),
            Self::Emotion => say!(ui_block_emotion),
            Self::DropOff => say!(ui_block_drop_off),
            Self::Flag => say!(ui_block_flag),
            Self::Question => say!(ui_block_question),
            Self::PainPoint => say!(ui_block_pain_point),
            Self::Action => say!(ui_block_action),
            Self::Sticky => say!(ui_block_sticky),
            Self::Metric => say!(ui_block_metric),
        }
    }

    /// Other words that people look for it by.
    fn also(self) -> &'static str {
        match self {
            Self::Stage(_) => say!(ui_block_stage_also),
            Self::Touchpoint(channel) => channel.also(),
            Self::Emotion => say!(ui_block_emotion_also),
            Self::DropOff => say!(ui_block_drop_off_also),
            Self::Flag => say!(ui_block_flag_also),
            Self::Question => say!(ui_block_question_also),
            Self::PainPoint => say!(ui_block_pain_point_also),
            Self::Action => say!(ui_block_action_also),
            Self::Sticky => say!(ui_block_sticky_also),
            Self::Metric => say!(ui_block_metric_also),
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
                let place = stage_names().iter().position(|other| *other == name).unwrap_or(0);
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
            Self::Stage(_) => say!(ui_block_stage_hint),
            Self::Touchpoint(_) => say!(ui_block_touchpoint_hint),
            Self::Emotion => say!(ui_block_emotion_hint),
            Self::DropOff => say!(ui_block_drop_off_hint),
            Self::Flag => say!(ui_block_flag_hint),
            Self::Question => say!(ui_block_question_hint),
            Self::PainPoint => say!(ui_block_pain_point_hint),
            Self::Action => say!(ui_block_action_hint),
            Self::Sticky => say!(ui_block_sticky_hint),
            Self::Metric => say!(ui_block_metric_hint),
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
