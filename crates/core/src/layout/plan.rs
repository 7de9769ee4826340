//! What a board is laid out as: for hands or for paper, how wide its columns are, which of the stages it shows, how closely it
//! is set, and what it leaves out.

use super::columns::{Fill, Wanted, columns};
use super::dress::Dress;
use super::longest::Needs;
use super::place::{Band, Column, LABEL_WIDTH, Plan, Purpose};
use super::thrift::Thrift;
use crate::model::Map;

impl Band {
    /// Whether stages go before it, and whether any follow.
    pub fn is_cut(&self) -> (bool, bool) {
        (self.stages.start > 0, self.stages.end < self.of)
    }

    /// So many bands, one after the other, with about as many stages each, the longer ones first.
    pub fn cut(stages: usize, bands: usize) -> Vec<Self> {
        let bands = bands.max(1);
        let (each, longer) = (stages / bands, stages % bands);
        let start = |nth: usize| nth * each + nth.min(longer);
        (0..bands).map(|nth| Self { stages: start(nth)..start(nth + 1), of: stages }).collect()
    }
}

impl Plan {
    /// All stages, roomily.
    pub fn whole(map: &Map, needs: &Needs, fill: Fill, purpose: Purpose) -> Self {
        let (columns, width) = columns(map, needs, fill);
        let band = Band { stages: 0..columns.len(), of: columns.len() };
        let (beyond, dress, thrift) = (Vec::new(), Dress::roomy(), Thrift::default());
        Self { columns, beyond, width, band, purpose, dress, thrift, apart: false, air: 0.0 }
    }

    /// One band of a page, `width` wide, of stages that are so wide at least and so wide usually; wider than asked for where
    /// they need it.
    pub fn band(stages: &[Wanted], band: Band, width: f32, dress: Dress, thrift: Thrift) -> Self {
        let own = stages.get(band.stages.clone()).unwrap_or_default();
        let widths = shared(own, width - LABEL_WIDTH);
        let mut x = LABEL_WIDTH;
        let mut columns = Vec::with_capacity(own.len());
        for (wanted, width) in own.iter().zip(widths) {
            columns.push(Column { x, width, ..wanted.column });
            x += width;
        }
        let mut beyond = Vec::new();
        let mut left = LABEL_WIDTH;
        for wanted in stages.get(..band.stages.start).unwrap_or_default().iter().rev() {
            left -= wanted.usual;
            beyond.push(Column { x: left, width: wanted.usual, ..wanted.column });
        }
        beyond.reverse();
        let mut right = x;
        for wanted in stages.get(band.stages.end..).unwrap_or_default() {
            beyond.push(Column { x: right, width: wanted.usual, ..wanted.column });
            right += wanted.usual;
        }
        let width = x.max(width);
        Self { columns, beyond, width, band, purpose: Purpose::Framed, dress, thrift, apart: false, air: 0.0 }
    }
}

/// A width shared among stages as they are usually wide, none less than its least.
fn shared(stages: &[Wanted], width: f32) -> Vec<f32> {
    let mut widths: Vec<Option<f32>> = vec![None; stages.len()];
    // Each round settles at least one of those that would get less than their least, or is the last.
    for _ in 0..=stages.len() {
        let taken: f32 = widths.iter().flatten().sum();
        let free: f32 = stages.iter().zip(&widths).filter(|(_, given)| given.is_none()).map(|(one, _)| one.usual).sum();
        let each = ((width - taken) / free.max(1.0)).max(0.0);
        let mut settled = false;
        for (one, given) in stages.iter().zip(&mut widths) {
            if given.is_none() && one.usual * each < one.least {
                *given = Some(one.least);
                settled = true;
            }
        }
        if !settled {
            return stages.iter().zip(widths).map(|(one, given)| given.unwrap_or(one.usual * each)).collect();
        }
    }
    stages.iter().map(|one| one.least).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StageId;

    #[test]
    fn stages_are_cut_into_bands_of_about_one_length() {
        let cut = |stages, bands| Band::cut(stages, bands).into_iter().map(|band| band.stages).collect::<Vec<_>>();
        assert_eq!(cut(10, 3), [0..4, 4..7, 7..10]);
        assert_eq!(cut(5, 1).first(), Some(&(0..5)));
        assert_eq!(cut(0, 1).first(), Some(&(0..0)));
        let bands = Band::cut(10, 3);
        assert_eq!(bands.iter().map(Band::is_cut).collect::<Vec<_>>(), [(false, true), (true, true), (true, false)]);
    }

    #[test]
    fn a_width_is_shared_and_nobody_gets_less_than_the_least() {
        let stage = |least, usual| {
            let column = Column { stage: StageId(1), hue: 0, x: 0.0, width: 0.0 };
            Wanted { column, least, usual }
        };
        assert_eq!(shared(&[stage(100.0, 200.0), stage(100.0, 400.0)], 900.0), [300.0, 600.0]);
        assert_eq!(
            shared(&[stage(150.0, 200.0), stage(100.0, 200.0), stage(10.0, 200.0)], 250.0),
            [150.0, 100.0, 10.0]
        );
        let shared = shared(&[stage(150.0, 200.0), stage(100.0, 200.0)], 260.0);
        assert_eq!(shared, [150.0, 110.0]);
    }
}
