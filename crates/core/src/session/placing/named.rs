//! How the blocks of the palette are named, found and drawn.

use touchline_words::say;

use super::Block;
use crate::layout::{ListLook, channel_icon};
use crate::model::{Channel, ListKind};
use crate::scene::Color;
use crate::theme::{Icon, Theme};

/// How many stages of the palette, from the first, are those of most maps.
pub const USUAL_STAGES: usize = 6;

/// The stages of the palette, in the customer's order, the usual ones first.
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

/// What is put on cards and stages: figures first, then what people note.
fn annotations() -> Vec<Block> {
    let figures = |kind: &&ListKind| **kind == ListKind::Metric;
    let (first, noted): (Vec<_>, Vec<_>) = ListKind::ALL.iter().partition(figures);
    let listed = |kinds: Vec<&ListKind>| kinds.into_iter().copied().map(Block::Listed).collect::<Vec<_>>();
    [vec![Block::Emotion, Block::DropOff], listed(first), vec![Block::Flag], listed(noted), vec![Block::Sticky]]
        .concat()
}

impl Block {
    /// The palette's groups with their captions, the longest last.
    pub fn groups() -> [(&'static str, Vec<Block>); 3] {
        [
            (say!(ui_block_stages), stage_names().into_iter().map(Block::Stage).collect()),
            (say!(ui_block_annotations), annotations()),
            (say!(ui_block_touchpoints), Channel::ALL.into_iter().map(Block::Touchpoint).collect()),
        ]
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Stage(name) => name,
            Self::Touchpoint(channel) => channel.name(),
            Self::Emotion => say!(ui_block_emotion),
            Self::DropOff => say!(ui_block_drop_off),
            Self::Flag => say!(kind_flag_title),
            Self::Sticky => say!(kind_sticky_title),
            Self::Listed(kind) => ListLook::of(kind).name,
        }
    }

    /// Other words that people look for it by.
    fn also(self) -> &'static str {
        match self {
            Self::Stage(_) => say!(kind_stage_also),
            Self::Touchpoint(channel) => channel.also(),
            Self::Emotion => say!(ui_block_emotion_also),
            Self::DropOff => say!(ui_block_drop_off_also),
            Self::Flag => say!(kind_flag_also),
            Self::Sticky => say!(kind_sticky_also),
            Self::Listed(kind) => ListLook::of(kind).also,
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
            Self::Emotion => (Some(Icon::Smile), theme.good),
            Self::DropOff => (Some(Icon::DropOff), theme.bad),
            Self::Flag => (Some(Icon::Flag), theme.warn),
            Self::Sticky => (Some(Icon::Sticky), theme.sticky),
            Self::Listed(kind) => {
                let look = ListLook::of(kind);
                (Some(look.icon), (look.color)(theme))
            }
        }
    }

    /// Where it goes, for the status bar and screen readers.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Stage(_) => say!(kind_stage_hint),
            Self::Touchpoint(_) => say!(kind_touchpoint_hint),
            Self::Emotion => say!(ui_block_emotion_hint),
            Self::DropOff => say!(ui_block_drop_off_hint),
            Self::Flag => say!(kind_flag_hint),
            Self::Sticky => say!(kind_sticky_hint),
            Self::Listed(kind) => ListLook::of(kind).hint,
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
        let others = [Block::Emotion, Block::DropOff, Block::Flag, Block::Sticky].len();
        assert_eq!(found("").len(), stage_names().len() + Channel::ALL.len() + others + ListKind::ALL.len());
        for kind in ListKind::ALL {
            let block = Block::Listed(*kind);
            assert!(found(&block.name().to_lowercase()).contains(&block.name()), "{kind:?}");
        }
    }
}
