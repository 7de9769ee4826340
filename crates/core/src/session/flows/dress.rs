//! A brand kit and the map that wears it.

use super::letters::Letters;
use crate::edit;
use crate::images::{Image, taken_in};
use crate::model::{Brand, Edit, Map};
use crate::store::{BrandKit, load_brand_kit, read_picture};
use crate::text::Shaper;
use std::path::{Path, PathBuf};
use touchline_words::say;

/// A kit with its logo as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Dress {
    pub brand: Brand,
    pub logo: Option<Image>,
    /// The files that it was read from.
    pub read: Vec<PathBuf>,
}

impl Dress {
    /// Reads a kit and its logo. Takes up to seconds.
    ///
    /// # Errors
    /// Neither can be read, in words.
    pub fn of_kit(path: &Path) -> Result<Self, String> {
        let BrandKit { brand, logo } = load_brand_kit(path).map_err(|error| error.to_string())?;
        let read = std::iter::once(path.to_owned()).chain(logo.clone()).collect();
        let logo = logo.as_deref().map(shown).transpose()?;
        Ok(Self { brand, logo, read })
    }

    /// What a map becomes that is dressed so: the kit's colours and footer in the place of its own, and the logo where the kit has one.
    /// `None` where it is dressed so already.
    pub fn edit(self, map: &Map) -> Option<Edit> {
        edit::set_brand(map, self.brand, self.logo)
    }
}

fn shown(logo: &Path) -> Result<Image, String> {
    let bytes = read_picture(logo).map_err(|error| error.to_string())?;
    let name = logo.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let taken = taken_in(&bytes, &Letters(Shaper::with_system_fonts()));
    taken.map(|taken| taken.image).map_err(|error| say!(session_picture_not_read, name, error = error.to_string()))
}
