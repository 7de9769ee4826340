//! A client's brand kit: a file of RON with colours, a footer, and a logo that lies beside it.
//!
//! ```ron
//! (
//!   accent: "#0B6E75",
//!   stages: ["#0B6E75", "#C2410C"],
//!   cover: "#0B3C49",
//!   footer: "Lumen · confidential",
//!   logo: "lumen.svg",
//! )
//! ```
//!
//! # Limits
//! 1 MB. The logo is named by a path from the kit's folder, or a whole one.

use super::disk::read_limited;
use super::error::StoreError;
use super::misread::misread;
use super::text::checked_text;
use crate::model::{Brand, STAGE_TINTS, Tint};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use touchline_words::say;

const BYTES_MAX: usize = 1024 * 1024;

/// What a kit says.
#[derive(Clone, Debug, PartialEq)]
pub struct BrandKit {
    pub brand: Brand,
    /// The file of its logo.
    pub logo: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    accent: Option<Tint>,
    #[serde(default)]
    stages: Vec<Tint>,
    #[serde(default)]
    cover: Option<Tint>,
    #[serde(default)]
    footer: String,
    #[serde(default)]
    logo: Option<String>,
}

/// The kit in a file.
///
/// # Errors
/// The file cannot be read, is no kit, says what no kit has, or has more than six colours of stages.
pub fn load_brand_kit(path: &Path) -> Result<BrandKit, StoreError> {
    let name = path.display().to_string();
    let bytes = read_limited(path, BYTES_MAX)?;
    let text = checked_text(&name, &bytes)?;
    if text.trim().is_empty() {
        return Err(StoreError::Empty { name });
    }
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let written: Written = options.from_str(text).map_err(|error| {
        let (start, what) = (error.span.start, misread(&error.code));
        let advice = say!(store_brand_kit_advice);
        StoreError::Syntax { name: name.clone(), line: start.line, column: start.col, what, advice }
    })?;
    let Written { accent, stages, cover, footer, logo } = written;
    if stages.len() > STAGE_TINTS {
        return Err(StoreError::TooMany { name, what: say!(store_brand_kit_stages), limit: STAGE_TINTS });
    }
    let beside = |logo: String| path.parent().unwrap_or_else(|| Path::new("")).join(logo);
    let brand = Brand { accent, stages, cover, footer: footer.trim().to_owned() };
    Ok(BrandKit { brand, logo: logo.map(beside) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<BrandKit, StoreError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kit.ron");
        std::fs::write(&path, text).unwrap();
        let kit = load_brand_kit(&path);
        kit.map(|kit| BrandKit {
            logo: kit.logo.map(|logo| logo.strip_prefix(folder.path()).unwrap().to_owned()),
            ..kit
        })
    }

    #[test]
    fn a_kit_says_what_it_has_and_leaves_out_what_it_has_not() {
        let kit =
            read("(accent: \"#0b6e75\", stages: [\"#123456\"], footer: \" Lumen \", logo: \"art/lumen.svg\")").unwrap();
        assert_eq!(kit.brand.accent, Tint::parse("#0B6E75"));
        assert_eq!((kit.brand.stages.len(), kit.brand.cover, kit.brand.footer.as_str()), (1, None, "Lumen"));
        assert_eq!(kit.logo.as_deref(), Some(Path::new("art/lumen.svg")));
        assert_eq!(read("()").unwrap().brand, Brand::default());
    }

    #[test]
    fn what_is_no_kit_is_told_with_its_place() {
        for (text, told) in [
            ("(accent: \"teal\")", "teal"),
            ("(accnt: \"#000\")", "accnt"),
            ("(accent: \"#000\"", "line 1"),
            ("nonsense", "line 1"),
            ("", "empty"),
            ("(stages: [\"#000\",\"#000\",\"#000\",\"#000\",\"#000\",\"#000\",\"#000\"])", "6"),
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(told), "{text}: {error}");
        }
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(load_brand_kit(&folder.path().join("none.ron")), Err(StoreError::NotFound { .. })));
        let large = folder.path().join("large.ron");
        std::fs::write(&large, "(".repeat(BYTES_MAX + 1)).unwrap();
        assert!(matches!(load_brand_kit(&large), Err(StoreError::TooLarge { .. })));
    }
}
