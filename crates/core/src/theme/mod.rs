//! The look: colours by role in two themes, sizes of type, and icons as paths.
//!
//! Every text role meets 4.5:1 on every ground it is meant for, every line and mark 3:1 (WCAG 2.1 AA); a test holds both
//! themes to that. Where the design's drawing fell short the colour here is a shade darker than drawn.

mod brand;
mod contrast;
pub mod icons;
mod nearest;
mod outline;

pub use brand::{Tints, on};
pub use contrast::contrast;
pub use icons::{Icon, Mark};
pub use nearest::nearest;

use crate::scene::{Color, Scheme};

/// Font sizes in map units; no others are used.
pub mod size {
    /// Titles of touchpoints and actions, semi-bold; titles of lanes share the face.
    pub const CARD_TITLE: f32 = 12.0;
    /// Second lines of cards, lanes and stages.
    pub const DETAIL: f32 = 10.5;
    pub const LANE_TITLE: f32 = 12.5;
    pub const STAGE_TITLE: f32 = 14.0;
    /// Numbers on the river, bold and tabular.
    pub const FIGURE: f32 = 13.0;
    /// Customers' questions, italic.
    pub const QUOTE: f32 = 12.0;
    /// Interface text, small and ordinary.
    pub const UI_SMALL: f32 = 11.0;
    pub const UI: f32 = 12.0;
    /// Interface headings, bold.
    pub const HEADING: f32 = 15.0;
    pub const TITLE: f32 = 17.0;
    /// The one large figure of the inspector, bold.
    pub const BIG_FIGURE: f32 = 20.0;
}

/// Colours by what they are for. A `…_ground` is laid under text of the matching `…_ink`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Theme {
    pub dark: bool,
    /// Main text.
    pub ink: Color,
    /// Text of buttons and menus.
    pub ink_soft: Color,
    /// Goals of stages, icons.
    pub detail: Color,
    /// Second lines, captions.
    pub muted: Color,
    /// Borders of cards and panels.
    pub hairline: Color,
    /// The fainter lines between columns.
    pub column_line: Color,
    /// Behind everything.
    pub ground: Color,
    /// Cards and panels.
    pub surface: Color,
    /// A row or button under the pointer.
    pub hover: Color,
    pub accent: Color,
    /// Text on `accent`.
    pub on_accent: Color,
    /// Text in the accent's colour on `accent_ground` and `surface`.
    pub accent_ink: Color,
    /// Chips and chosen rows.
    pub accent_ground: Color,
    /// Action cards and their edge.
    pub action_ground: Color,
    pub action_edge: Color,
    /// Lines and marks of things that go well; cleared flags; evidence.
    pub good: Color,
    pub good_ink: Color,
    pub good_ground: Color,
    /// Losses, low feelings, open flags.
    pub bad: Color,
    pub bad_ink: Color,
    pub bad_ground: Color,
    /// Flags in review, lateness.
    pub warn: Color,
    pub warn_ink: Color,
    pub warn_ground: Color,
    /// The middle of the feeling curve, rings, flags that do not apply, curves of other audiences.
    pub neutral: Color,
    pub neutral_ink: Color,
    pub neutral_ground: Color,
    /// The band of customers who reach a stage, and text on it.
    pub river: Color,
    pub on_river: Color,
    pub question: Color,
    pub pain: Color,
    /// The sign of sticky notes.
    pub sticky: Color,
    /// Under menus and dialogs.
    pub shadow: Color,
    /// The papers of sticky notes: yellow, blue, pink, green.
    notes: [Paper; 4],
    /// Stage edges, curves of series.
    stages: [Color; 6],
    stage_inks: [Color; 6],
}

/// A colour of sticky notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Paper {
    pub ground: Color,
    /// What is written on it.
    pub ink: Color,
    /// Its sign, its votes and its edge.
    pub sign: Color,
}

const fn paper(ground: u32, ink: u32, sign: u32) -> Paper {
    Paper { ground: Color::hex(ground), ink: Color::hex(ink), sign: Color::hex(sign) }
}

/// Share of the stage's colour in its header's ground.
const STAGE_TINT: f32 = 0.12;

impl Theme {
    pub const fn light() -> Self {
        Self {
            dark: false,
            ink: Color::hex(0x1B2430),
            ink_soft: Color::hex(0x344054),
            detail: Color::hex(0x475467),
            muted: Color::hex(0x667085),
            hairline: Color::hex(0xE3E6EB),
            column_line: Color::hex(0xEEF0F3),
            ground: Color::hex(0xF5F6F8),
            surface: Color::hex(0xFFFFFF),
            hover: Color::hex(0xF5F6F8),
            accent: Color::hex(0x4453D6),
            on_accent: Color::hex(0xFFFFFF),
            accent_ink: Color::hex(0x4453D6),
            accent_ground: Color::hex(0xECEEFD),
            action_ground: Color::hex(0xF4F5FF),
            action_edge: Color::hex(0xD6DAFB),
            good: Color::hex(0x1C8C5E),
            good_ink: Color::hex(0x197B53),
            good_ground: Color::hex(0xE4F4EC),
            bad: Color::hex(0xC83A3A),
            bad_ink: Color::hex(0xC03838),
            bad_ground: Color::hex(0xFBE9E9),
            warn: Color::hex(0xB26B00),
            warn_ink: Color::hex(0x995B00),
            warn_ground: Color::hex(0xFCF1DF),
            neutral: Color::hex(0x848D9C),
            neutral_ink: Color::hex(0x5B6475),
            neutral_ground: Color::hex(0xEEF0F3),
            river: Color::hex(0x4C649D),
            on_river: Color::hex(0xFFFFFF),
            question: Color::hex(0x1590B8),
            pain: Color::hex(0x7A5AF8),
            sticky: Color::hex(0xAC8200),
            shadow: Color { r: 16, g: 24, b: 40, a: 40 },
            notes: [
                paper(0xFFF4CC, 0x4A3B08, 0x7A5600),
                paper(0xDCE8FF, 0x1B2A52, 0x3450B8),
                paper(0xFFDDE6, 0x521628, 0xA32B52),
                paper(0xD9F2E3, 0x123B29, 0x17704B),
            ],
            stages: [
                Color::hex(0x4C6FE0),
                Color::hex(0x1590B8),
                Color::hex(0x128A6B),
                Color::hex(0x8A6FD1),
                Color::hex(0xC76A1B),
                Color::hex(0xB0457F),
            ],
            stage_inks: [
                Color::hex(0x415FC1),
                Color::hex(0x106F8E),
                Color::hex(0x0F7359),
                Color::hex(0x6E59A7),
                Color::hex(0x9B5315),
                Color::hex(0xA44076),
            ],
        }
    }

    pub const fn dark() -> Self {
        let stages = [
            Color::hex(0x7E9BFF),
            Color::hex(0x45BEE6),
            Color::hex(0x3CC7A0),
            Color::hex(0xB39BF2),
            Color::hex(0xF2994A),
            Color::hex(0xE57FB6),
        ];
        Self {
            dark: true,
            ink: Color::hex(0xE8ECF2),
            ink_soft: Color::hex(0xC3CCD8),
            detail: Color::hex(0xA9B4C2),
            muted: Color::hex(0x98A3B3),
            hairline: Color::hex(0x2A323C),
            column_line: Color::hex(0x222933),
            ground: Color::hex(0x0F1217),
            surface: Color::hex(0x171B22),
            hover: Color::hex(0x222933),
            accent: Color::hex(0x7C8BFF),
            on_accent: Color::hex(0x0F1217),
            accent_ink: Color::hex(0x8F9CFF),
            accent_ground: Color::hex(0x262D55),
            action_ground: Color::hex(0x1B2036),
            action_edge: Color::hex(0x343C6E),
            good: Color::hex(0x4CC38A),
            good_ink: Color::hex(0x4CC38A),
            good_ground: Color::hex(0x12301F),
            bad: Color::hex(0xFF7B72),
            bad_ink: Color::hex(0xFF7B72),
            bad_ground: Color::hex(0x3A1D1F),
            warn: Color::hex(0xF0B429),
            warn_ink: Color::hex(0xF0B429),
            warn_ground: Color::hex(0x37290F),
            neutral: Color::hex(0x7A8696),
            neutral_ink: Color::hex(0xA9B4C2),
            neutral_ground: Color::hex(0x222933),
            river: Color::hex(0x5370C1),
            on_river: Color::hex(0xFFFFFF),
            question: Color::hex(0x45BEE6),
            pain: Color::hex(0xA48AFB),
            sticky: Color::hex(0xF2C94C),
            shadow: Color { r: 0, g: 0, b: 0, a: 120 },
            notes: [
                paper(0x3A3212, 0xF6E7AE, 0xF2C94C),
                paper(0x1D2A4D, 0xD6E2FF, 0xA9C1FF),
                paper(0x48202E, 0xFFDCE5, 0xFF9DB8),
                paper(0x16382A, 0xCDEFDC, 0x7FD8AC),
            ],
            stages,
            stage_inks: stages,
        }
    }

    /// For eyes that need more: text of at least 7 to 1, lines and marks of 4.5 to 1, edges that are seen.
    pub const fn contrast() -> Self {
        let stages = [
            Color::hex(0x2745AE),
            Color::hex(0x0B5F7C),
            Color::hex(0x0A5A45),
            Color::hex(0x5A3FA8),
            Color::hex(0x80400E),
            Color::hex(0x7F2A5A),
        ];
        Self {
            ink: Color::hex(0x000000),
            ink_soft: Color::hex(0x111827),
            detail: Color::hex(0x1F2937),
            muted: Color::hex(0x303A48),
            hairline: Color::hex(0x6B7280),
            column_line: Color::hex(0x9CA3AF),
            ground: Color::hex(0xFFFFFF),
            hover: Color::hex(0xE6E9FF),
            accent: Color::hex(0x1F2FA8),
            accent_ink: Color::hex(0x1F2FA8),
            accent_ground: Color::hex(0xEBEEFF),
            action_ground: Color::hex(0xF5F6FF),
            action_edge: Color::hex(0x1F2FA8),
            good: Color::hex(0x0B5C3B),
            good_ink: Color::hex(0x084A30),
            good_ground: Color::hex(0xE9F7F0),
            bad: Color::hex(0x9B1C1C),
            bad_ink: Color::hex(0x7F1212),
            bad_ground: Color::hex(0xFDECEC),
            warn: Color::hex(0x7A4700),
            warn_ink: Color::hex(0x5C3600),
            warn_ground: Color::hex(0xFFF3DC),
            neutral: Color::hex(0x4B5563),
            neutral_ink: Color::hex(0x303A48),
            neutral_ground: Color::hex(0xF0F2F5),
            river: Color::hex(0x22386F),
            question: Color::hex(0x0B5F7C),
            pain: Color::hex(0x4B2FC0),
            sticky: Color::hex(0x6B5000),
            notes: [
                paper(0xFFF4CC, 0x1F1900, 0x5C4100),
                paper(0xE3EDFF, 0x0B1533, 0x24398C),
                paper(0xFFE6EC, 0x2B0A15, 0x8A1E42),
                paper(0xE2F6EA, 0x08241A, 0x0F5539),
            ],
            stages,
            stage_inks: stages,
            ..Self::light()
        }
    }

    /// What a document is edited on with: its text, its grounds, the accent and the colours of stages.
    pub fn scheme(&self) -> Scheme {
        let [one, two, three, four, five, _] = self.stages;
        Scheme {
            text: self.ink,
            ground: self.surface,
            text_two: self.muted,
            ground_two: self.ground,
            accents: [self.accent, one, two, three, four, five],
        }
    }

    /// The colour of the nth stage, counted from 0; the six come round again.
    pub fn stage(&self, nth: usize) -> Color {
        self.stages[nth % self.stages.len()]
    }

    /// The paper of sticky notes in a colour, by its place among the four.
    pub fn note(&self, nth: usize) -> Paper {
        self.notes[nth % self.notes.len()]
    }

    /// The same hue for text.
    pub fn stage_ink(&self, nth: usize) -> Color {
        self.stage_inks[nth % self.stage_inks.len()]
    }

    /// The ground of the nth stage's header, on `ground` or `surface`.
    pub fn stage_ground(&self, nth: usize) -> Color {
        self.stage(nth).over(self.ground, STAGE_TINT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_meets_4_5_and_marks_meet_3_to_1_in_every_theme_and_7_and_4_5_where_contrast_is_high() {
        for (theme, of_text, of_marks) in
            [(Theme::light(), 4.5, 3.0), (Theme::dark(), 4.5, 3.0), (Theme::contrast(), 7.0, 4.5)]
        {
            let t = theme;
            let texts = [
                ("ink", t.ink, vec![t.ground, t.surface, t.hover, t.action_ground, t.accent_ground, t.bad_ground]),
                ("ink_soft", t.ink_soft, vec![t.ground, t.surface, t.hover, t.neutral_ground]),
                ("detail", t.detail, vec![t.ground, t.surface, t.hover]),
                ("muted", t.muted, vec![t.ground, t.surface, t.hover, t.action_ground]),
                ("on_accent", t.on_accent, vec![t.accent]),
                ("accent_ink", t.accent_ink, vec![t.surface, t.ground, t.accent_ground, t.action_ground]),
                ("good_ink", t.good_ink, vec![t.surface, t.ground, t.good_ground]),
                ("bad_ink", t.bad_ink, vec![t.surface, t.ground, t.bad_ground]),
                ("warn_ink", t.warn_ink, vec![t.surface, t.ground, t.warn_ground]),
                ("neutral_ink", t.neutral_ink, vec![t.surface, t.neutral_ground]),
                ("on_river", t.on_river, vec![t.river]),
            ];
            for (name, color, grounds) in texts {
                check_contrast(&t, name, color, &grounds, of_text);
            }
            let marks = [
                ("accent", t.accent),
                ("good", t.good),
                ("bad", t.bad),
                ("warn", t.warn),
                ("neutral", t.neutral),
                ("river", t.river),
                ("question", t.question),
                ("pain", t.pain),
                ("sticky", t.sticky),
            ];
            for (name, color) in marks {
                check_contrast(&t, name, color, &[t.surface, t.ground], of_marks);
            }
            for paper in t.notes {
                check_contrast(&t, "a note", paper.ink, &[paper.ground], of_text);
                check_contrast(&t, "a note's sign", paper.sign, &[paper.ground], 4.5);
            }
            for nth in 0..6 {
                check_contrast(&t, "stage", t.stage(nth), &[t.surface, t.ground], of_marks);
                check_contrast(&t, "stage_ink", t.stage_ink(nth), &[t.stage_ground(nth), t.surface], 4.5);
                check_contrast(&t, "detail on a stage", t.detail, &[t.stage_ground(nth)], 4.5);
            }
        }
    }

    fn check_contrast(theme: &Theme, name: &str, color: Color, grounds: &[Color], least: f32) {
        for ground in grounds {
            let found = contrast(color, *ground);
            assert!(found >= least, "{name} on {ground:?} (dark: {}): {found:.2} < {least}", theme.dark);
        }
    }

    #[test]
    fn a_seventh_stage_has_the_first_ones_colour() {
        assert_eq!(Theme::light().stage(6), Theme::light().stage(0));
    }
}
