//! What an export is at, told from thread to thread.

/// What an export is at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Doing {
    /// So much of the layout of its pages is done, 0 … 1, which takes a while for a large map.
    Laying(f32),
    /// So much of its picture is painted, 0 … 1.
    Painting(f32),
    Writing,
}

impl Doing {
    /// What is laid out is told in thousandths, what is painted in those from here on.
    const PAINTING: u32 = 10_000;
    const WRITING: u32 = u32::MAX;

    pub(super) fn code(self) -> u32 {
        let thousandths = |share: f32| (share.clamp(0.0, 1.0) * 1000.0) as u32;
        match self {
            Self::Laying(share) => thousandths(share),
            Self::Painting(share) => Self::PAINTING + thousandths(share),
            Self::Writing => Self::WRITING,
        }
    }

    pub(super) fn of_code(code: u32) -> Self {
        let share = |thousandths: u32| thousandths as f32 / 1000.0;
        match code {
            Self::WRITING => Self::Writing,
            Self::PAINTING.. => Self::Painting(share(code - Self::PAINTING)),
            laid => Self::Laying(share(laid)),
        }
    }
}
