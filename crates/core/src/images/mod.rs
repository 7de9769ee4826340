//! Pictures that people bring along, as a map keeps them: read with care, made small, and known by what they hold.
//!
//! [`taken_in`] is the only way in: it takes the bytes of a file or of the clipboard, whatever they are, and gives an
//! [`Image`] of few pixels and no metadata. An [`Image`] is a PNG or a JPEG, cheap to clone, equal to another that has the
//! same bytes, and turned into [`Pixels`] where it is painted.
//!
//! # Limits
//! [`SIDE_MAX_PX`] pixels a side, [`IMAGE_BYTES_MAX`] bytes. Colours are taken as sRGB, whatever profile a file names. Of an
//! animation the first picture is kept. A drawing's words are set in the program's faces, whatever it names; the pictures in it are left
//! out, since it would need files for them.

mod base64;
mod error;
mod faces;
mod kept;
mod kind;
mod metadata;
mod pixels;
mod svg;
mod svg_words;
mod taken;
mod webp;

#[cfg(test)]
mod tests;

pub use base64::base64;
pub use error::{PictureError, Told};
pub use faces::{Faces, FontFile, NoFaces};
pub use kept::integrity;
pub use kept::{IMAGE_BYTES_MAX, Image, ImageId, SIDE_MAX_PX};
pub use metadata::Metadata;
pub use pixels::Pixels;
pub use taken::{FILE_BYTES_MAX, Taken, taken_in, taken_pixels};
pub use webp::{WEBP_SIDE_MAX_PX, webp};
