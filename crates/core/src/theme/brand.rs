//! A client's colours in a theme: as they are where that can be seen, else the next ones that can.

use super::{Theme, contrast, nearest};
use crate::scene::Color;

/// A client's colours; the theme's own where there are none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tints {
    pub accent: Option<Color>,
    /// Of the first stages.
    pub stages: Vec<Color>,
}

/// Shares of the accent in the grounds that are made of it.
const GROUND: f32 = 0.10;
const ACTION: f32 = 0.06;
const EDGE: f32 = 0.24;

impl Theme {
    /// This theme in a client's colours. Text of them keeps the theme's contrast, lines and marks theirs.
    pub fn tinted(mut self, tints: &Tints) -> Self {
        let is_high = self == Self::contrast();
        let (of_text, of_marks) = if is_high { (7.0, 4.5) } else { (4.5, 3.0) };
        let grounds = [self.surface, self.ground];
        if let Some(accent) = tints.accent {
            self.accent = nearest(accent, &grounds, of_marks);
            self.on_accent = on(self.accent, of_text);
            // Where neither black nor white can be read on it, it gives way.
            self.accent = nearest(self.accent, &[self.on_accent], of_text);
            self.accent_ground = self.accent.over(self.surface, GROUND);
            self.action_ground = self.accent.over(self.surface, ACTION);
            self.action_edge = self.accent.over(self.surface, EDGE);
            let under = [self.surface, self.ground, self.accent_ground, self.action_ground];
            self.accent_ink = nearest(self.accent, &under, of_text);
            self.muted = nearest(self.muted, &[self.ground, self.surface, self.hover, self.action_ground], of_text);
        }
        for ((tint, stage), ink) in tints.stages.iter().zip(&mut self.stages).zip(&mut self.stage_inks) {
            *stage = nearest(*tint, &grounds, of_marks);
            *ink = nearest(*stage, &[self.surface, stage.over(self.ground, super::STAGE_TINT)], of_text);
        }
        self
    }
}

/// White on a colour where that can be read, else what can.
pub fn on(ground: Color, least: f32) -> Color {
    let (white, black) = (Color::hex(0xFFFFFF), Color::hex(0x1B2430));
    if contrast(white, ground) >= least || contrast(white, ground) >= contrast(black, ground) { white } else { black }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn without_colours_a_theme_is_what_it_was_and_a_colour_that_can_be_seen_is_taken_as_it_is() {
        assert_eq!(Theme::light().tinted(&Tints::default()), Theme::light());
        let teal = Color::hex(0x0B6E75);
        let theme = Theme::light().tinted(&Tints { accent: Some(teal), stages: vec![teal] });
        assert_eq!((theme.accent, theme.accent_ink, theme.stage(0)), (teal, teal, teal));
        assert_eq!(theme.stage(1), Theme::light().stage(1));
    }

    proptest! {
        #[test]
        fn every_colour_of_a_client_is_read_in_every_theme(accent in 0u32..0x100_0000, stages in prop::collection::vec(0u32..0x100_0000, 0..7)) {
            let stages = stages.into_iter().map(Color::hex).collect();
            let tints = Tints { accent: Some(Color::hex(accent)), stages };
            for theme in [Theme::light(), Theme::dark(), Theme::contrast()] {
                let (of_text, of_marks) = if theme == Theme::contrast() { (7.0, 4.5) } else { (4.5, 3.0) };
                let theme = theme.tinted(&tints);
                prop_assert!(contrast(theme.on_accent, theme.accent) >= of_text, "{:?} {:?}", theme.on_accent, theme.accent);
                for ground in [theme.surface, theme.ground, theme.accent_ground, theme.action_ground] {
                    prop_assert!(contrast(theme.accent_ink, ground) >= of_text);
                    prop_assert!(contrast(theme.ink, ground) >= 4.5);
                }
                prop_assert!(contrast(theme.muted, theme.action_ground) >= 4.5);
                for nth in 0..6 {
                    prop_assert!(contrast(theme.stage(nth), theme.surface) >= of_marks);
                    prop_assert!(contrast(theme.stage_ink(nth), theme.stage_ground(nth)) >= 4.5);
                }
            }
        }
    }
}
