//! The faces that the words of a drawing are set in. Who has them, stands outside: a drawing names none that is read.

use std::sync::Arc;

/// A file of fonts, with one of its faces.
#[derive(Clone)]
pub struct FontFile {
    /// Unique among those that are given.
    pub name: String,
    pub bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    pub index: u32,
}

/// Gives a face for each letter.
pub trait Faces: Sync {
    /// The face that has this letter, as bold (400 is ordinary) and as slanted as there is one; none where nobody has the letter.
    fn face_of(&self, letter: char, weight: u16, is_italic: bool) -> Option<FontFile>;
}

/// Nobody has any: words are left out.
pub struct NoFaces;

impl Faces for NoFaces {
    fn face_of(&self, _: char, _: u16, _: bool) -> Option<FontFile> {
        None
    }
}
