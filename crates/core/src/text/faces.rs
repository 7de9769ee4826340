//! The bundled Inter, one file a style, shared by all who shape or paint.

use crate::scene::{Face, FaceStyle};
use std::sync::{Arc, OnceLock};

const FILES: [(&str, &[u8]); 5] = [
    ("Inter-Regular", include_bytes!("../../assets/fonts/Inter-Regular.ttf")),
    ("Inter-Medium", include_bytes!("../../assets/fonts/Inter-Medium.ttf")),
    ("Inter-SemiBold", include_bytes!("../../assets/fonts/Inter-SemiBold.ttf")),
    ("Inter-Bold", include_bytes!("../../assets/fonts/Inter-Bold.ttf")),
    ("Inter-Italic", include_bytes!("../../assets/fonts/Inter-Italic.ttf")),
];

/// All bundled faces: Regular, Medium, SemiBold, Bold, Italic.
pub fn bundled_faces() -> &'static [Arc<Face>; 5] {
    static FACES: OnceLock<[Arc<Face>; 5]> = OnceLock::new();
    FACES.get_or_init(|| {
        FILES.map(|(name, bytes)| {
            Arc::new(Face { name: name.to_owned(), bytes: Arc::new(bytes), index: 0, bundled: true })
        })
    })
}

/// The face of a style, named like its file: `Inter-SemiBold`.
pub fn bundled_face(style: FaceStyle) -> Arc<Face> {
    let [regular, medium, semi_bold, bold, italic] = bundled_faces();
    Arc::clone(match style {
        FaceStyle::Regular => regular,
        FaceStyle::Medium => medium,
        FaceStyle::SemiBold => semi_bold,
        FaceStyle::Bold => bold,
        FaceStyle::Italic => italic,
    })
}
