//! Which characters the bundled faces can draw, so that nobody asks the system for fonts without need.

use parley::fontique::{CharmapIndex, FontInfo};
use std::sync::Arc;

/// The bundled Regular's characters; the other styles have the same.
pub(super) struct Coverage {
    index: Option<CharmapIndex>,
    bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
}

impl Coverage {
    pub fn new(font: Option<&FontInfo>, bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> Self {
        Self { index: font.map(FontInfo::charmap_index), bytes }
    }

    /// Whether some character needs another font.
    pub fn lacks_any(&self, text: &str) -> bool {
        if text.is_ascii() {
            return false;
        }
        let Some(charmap) = self.index.as_ref().and_then(|index| index.charmap((*self.bytes).as_ref())) else {
            return true;
        };
        text.chars().any(|c| !c.is_ascii() && !is_invisible(c) && charmap.map(c).is_none_or(|glyph| glyph == 0))
    }
}

/// Joiners, direction marks and variation selectors: never drawn by themselves.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}')
}
