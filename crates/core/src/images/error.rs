//! Why a picture was not taken, and what was done to one that was.

use thiserror::Error;
use touchline_words::say;

/// Why a picture was not taken, as a sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    #[error("{}", say!(images_empty))]
    Empty,
    /// It is none that is read here; its name where it is known.
    #[error("{}", if .0.is_empty() { say!(images_unknown).to_owned() } else { say!(images_other, kind = .0) })]
    Kind(&'static str),
    /// Its bytes are not what they should be.
    #[error("{}", say!(images_broken, kind = .0))]
    Broken(&'static str),
    #[error("{}", say!(images_bytes, megabytes = .megabytes, most = .most))]
    Bytes { megabytes: u64, most: u64 },
    #[error("{}", say!(images_pixels, width = .width, height = .height, most = .most_millions))]
    Pixels { width: u32, height: u32, most_millions: u64 },
    /// A drawing of so many parts, or with such effects, that it would be drawn for minutes.
    #[error("{}", say!(images_drawing))]
    Drawing,
}

/// What was done to a picture that was taken, or left out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It has fewer pixels than the file.
    Smaller { width: u32, height: u32 },
    /// The first picture of an animation.
    FirstOfMany,
    /// Words or pictures in a drawing are left out.
    LeftOut,
}

impl Told {
    pub fn text(self) -> String {
        match self {
            Self::Smaller { width, height } => say!(images_smaller, width, height),
            Self::FirstOfMany => say!(images_first).to_owned(),
            Self::LeftOut => say!(images_left_out).to_owned(),
        }
    }
}
