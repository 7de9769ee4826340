//! What goes wrong with a package.

use thiserror::Error;

/// Why slides could not be written.
#[derive(Debug, Error)]
pub enum SlidesError {
    #[error("a presentation without slides")]
    Empty,
    #[error("the slides could not be packed: {0}")]
    Packed(#[from] zip::result::ZipError),
    #[error("the slides could not be packed: {0}")]
    Written(#[from] std::io::Error),
    #[error("the file is larger than any presentation")]
    TooLarge,
}
