//! The faces in which the words of a drawing are set that somebody brings along.

use crate::images::{Faces, FontFile};
use crate::scene::{Color, FaceStyle};
use crate::text::{Shaper, TextStyle};

/// The faces of the board, for the words of a drawing: Inter, and what the system has where that lacks a letter.
pub struct Letters(pub Shaper);

impl Faces for Letters {
    fn face_of(&self, letter: char, weight: u16, is_italic: bool) -> Option<FontFile> {
        let face = match weight {
            0..=450 if is_italic => FaceStyle::Italic,
            0..=450 => FaceStyle::Regular,
            451..=550 => FaceStyle::Medium,
            551..=650 => FaceStyle::SemiBold,
            _ => FaceStyle::Bold,
        };
        let line = self.0.line(letter.encode_utf8(&mut [0; 4]), TextStyle::new(12.0, face, Color::TRANSPARENT));
        if !self.0.take_missing().is_empty() {
            return None;
        }
        let face = line.runs.first().map(|run| &run.face)?;
        Some(FontFile { name: face.name.clone(), bytes: face.bytes.clone(), index: face.index })
    }
}
