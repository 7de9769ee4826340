//! What a file is by its first bytes, whatever it is called.

use image_files::ImageFormat;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Pixels(ImageFormat),
    Svg,
    /// What is known, and not read here; its name.
    Other(&'static str),
    Unknown,
}

impl Kind {
    pub fn of(bytes: &[u8]) -> Self {
        let starts = |with: &[u8]| bytes.starts_with(with);
        let brand = bytes.get(8..12).unwrap_or_default();
        match () {
            () if starts(b"\x89PNG\r\n\x1a\n") => Self::Pixels(ImageFormat::Png),
            () if starts(b"\xff\xd8\xff") => Self::Pixels(ImageFormat::Jpeg),
            () if starts(b"RIFF") && brand == b"WEBP" => Self::Pixels(ImageFormat::WebP),
            () if starts(b"GIF8") => Self::Other("GIF"),
            () if starts(b"BM") => Self::Other("BMP"),
            () if starts(b"II*\0") || starts(b"MM\0*") => Self::Other("TIFF"),
            () if starts(b"%PDF") => Self::Other("PDF"),
            () if bytes.get(4..8) == Some(b"ftyp") && brand == b"avif" => Self::Other("AVIF"),
            () if bytes.get(4..8) == Some(b"ftyp")
                && [b"heic", b"heix", b"mif1"].iter().any(|known| brand == *known) =>
            {
                Self::Other("HEIC")
            }
            () if is_svg(bytes) => Self::Svg,
            () => Self::Unknown,
        }
    }

    /// What it is called, where it is read or known.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pixels(ImageFormat::Jpeg) => "JPEG",
            Self::Pixels(ImageFormat::WebP) => "WebP",
            Self::Pixels(_) => "PNG",
            Self::Svg => "SVG",
            Self::Other(name) => name,
            Self::Unknown => "",
        }
    }
}

/// An SVG may begin with a mark of its order of bytes, a declaration and comments.
fn is_svg(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 4096;
    let head = bytes.get(..LOOKED_AT.min(bytes.len())).unwrap_or_default();
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && text.contains("<svg")
}
