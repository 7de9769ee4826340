//! How closely a board is set: its sizes of type, and the air around what stands on it, in map units.
//!
//! [`Dress::roomy`] is the editor's and that of a page with room. [`Dress::close`] is for a page that is short of it, and
//! [`Dress::tight`] for one that is shorter still: the smallest text is as large, what is larger comes nearer to it, and the
//! air goes first, so that the whole is made less small.

use crate::model::{Holds, Map};
use crate::theme::size;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dress {
    /// No stage of a page is narrower.
    pub column_least: f32,
    pub card_title: f32,
    pub detail: f32,
    pub lane_title: f32,
    pub stage_title: f32,
    pub figure: f32,
    pub quote: f32,
    /// From one baseline to the next, as a share of what is usual.
    pub leading: f32,
    pub header: HeaderAir,
    /// From a lane's top to its title.
    pub title_y: f32,
    /// Whether a lane says below its title what it is about.
    pub says_about: bool,
    /// No lane is lower.
    pub lane_least: f32,
    pub cards: CardAir,
    /// How much there is of the air above and below lists and flags.
    pub list_air: f32,
    pub feeling: FeelingAir,
    pub river: RiverAir,
}

/// Of the stages' headers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct HeaderAir {
    pub least: f32,
    /// Above and below the words together.
    pub around: f32,
    /// From the headers to the panel.
    pub below: f32,
}

/// Of cards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CardAir {
    /// Above the first card and below the last.
    pub cell: f32,
    pub gap: f32,
    pub least: f32,
    /// Above a card's words.
    pub above: f32,
    /// Below them, and between them and the flags.
    pub below: f32,
    pub flags: f32,
    /// From the top of a card's words to the middle of its sign.
    pub sign_middle: f32,
    /// From a card's left edge to its words, and right of them.
    pub text_at: f32,
    pub text_end: f32,
}

/// Of the lane of feelings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FeelingAir {
    /// One whole step of emotion.
    pub units_per_score: f32,
    /// From the lane's top to the line of 0.0.
    pub middle: f32,
    pub least: f32,
    pub face: f32,
}

/// Of the river.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RiverAir {
    /// From the lane's top to the baseline of how many came, to the band, and the band's thickness where everybody is.
    pub count: f32,
    pub band_top: f32,
    pub full: f32,
    /// From the lane's top to where branches end, to the baselines under them, and from there to each further line.
    pub branch_end: f32,
    pub rate: f32,
    pub interval: f32,
    pub line: f32,
    /// Below the last line.
    pub below: f32,
}

impl Dress {
    pub const fn roomy() -> Self {
        Self {
            column_least: 150.0,
            card_title: size::CARD_TITLE,
            detail: size::DETAIL,
            lane_title: size::LANE_TITLE,
            stage_title: size::STAGE_TITLE,
            figure: size::FIGURE,
            quote: size::QUOTE,
            leading: 1.0,
            header: HeaderAir { least: 58.0, around: 20.0, below: 8.0 },
            title_y: 10.0,
            says_about: true,
            lane_least: 58.0,
            cards: CardAir {
                cell: 8.0,
                gap: 7.0,
                least: 46.0,
                above: 7.5,
                below: 6.7,
                flags: 5.8,
                sign_middle: 8.5,
                text_at: 33.0,
                text_end: 22.0,
            },
            list_air: 1.0,
            feeling: FeelingAir { units_per_score: 19.0, middle: 72.0, least: 142.0, face: 10.0 },
            river: RiverAir {
                count: 22.0,
                band_top: 30.0,
                full: 66.0,
                branch_end: 116.0,
                rate: 132.0,
                interval: 145.5,
                line: 13.5,
                below: 10.0,
            },
        }
    }

    /// With the charts as much higher as people want their lanes.
    pub fn stretched(self, map: &Map) -> Self {
        let usual = Self::roomy();
        let factor = |held: Holds, natural: f32| {
            let lanes = map.lanes.values().filter(|lane| !lane.folded && lane.kind.holds() == held);
            lanes.filter_map(|lane| lane.height).map(|height| f32::from(height) / natural).fold(1.0, f32::max)
        };
        let feeling = factor(Holds::Feelings, usual.feeling.least);
        let river = factor(Holds::Losses, usual.river.interval + usual.river.below);
        let longer = (self.river.interval + self.river.below) * (river - 1.0);
        self.with_charts(feeling, longer)
    }

    /// With the charts so much higher, in units.
    pub fn with_higher_charts(self, by: f32) -> Self {
        self.with_charts((self.feeling.least + by) / self.feeling.least, by)
    }

    fn with_charts(mut self, feeling: f32, longer: f32) -> Self {
        self.feeling.units_per_score *= feeling;
        self.feeling.middle *= feeling;
        self.feeling.least *= feeling;
        // What is added goes to the band and to the branches in the measure in which they have it.
        let band = self.river.full / (self.river.branch_end - self.river.band_top);
        self.river.full += longer * band;
        self.river.branch_end += longer;
        self.river.rate += longer;
        self.river.interval += longer;
        self
    }

    pub const fn close() -> Self {
        Self {
            column_least: 124.0,
            card_title: 11.0,
            lane_title: 11.0,
            stage_title: 12.5,
            figure: 11.5,
            quote: 11.0,
            header: HeaderAir { least: 30.0, around: 10.0, below: 5.0 },
            title_y: 5.0,
            says_about: false,
            lane_least: 26.0,
            cards: CardAir {
                cell: 5.0,
                gap: 5.0,
                least: 27.0,
                above: 4.5,
                below: 4.5,
                flags: 3.6,
                sign_middle: 7.8,
                text_at: 27.0,
                text_end: 17.0,
            },
            list_air: 0.45,
            feeling: FeelingAir { units_per_score: 11.0, middle: 43.0, least: 85.0, face: 8.5 },
            river: RiverAir {
                count: 14.5,
                band_top: 20.0,
                full: 40.0,
                branch_end: 71.0,
                rate: 82.5,
                interval: 94.5,
                line: 12.5,
                below: 5.0,
            },
            ..Self::roomy()
        }
    }

    pub const fn tight() -> Self {
        let close = Self::close();
        Self {
            leading: 0.93,
            header: HeaderAir { least: 26.0, around: 7.0, below: 3.0 },
            title_y: 4.0,
            lane_least: 24.0,
            cards: CardAir {
                cell: 4.0,
                gap: 4.0,
                least: 22.0,
                above: 3.2,
                below: 3.8,
                flags: 2.9,
                sign_middle: 7.3,
                text_at: 27.0,
                text_end: 17.0,
            },
            list_air: 0.36,
            feeling: FeelingAir { units_per_score: 8.6, middle: 34.5, least: 68.0, face: 8.0 },
            river: RiverAir {
                count: 13.0,
                band_top: 17.0,
                full: 32.0,
                branch_end: 57.0,
                rate: 68.0,
                interval: 79.5,
                line: 12.0,
                below: 4.0,
            },
            ..close
        }
    }
}
