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
        !self.has_all(text, is_invisible)
    }

    /// Whether every character has a glyph of its own, so that no other font changes how the text is set.
    pub fn is_whole(&self, text: &str) -> bool {
        self.has_all(text, |_| false)
    }

    fn has_all(&self, text: &str, passed_over: impl Fn(char) -> bool) -> bool {
        if text.is_ascii() {
            return true;
        }
        let Some(charmap) = self.index.as_ref().and_then(|index| index.charmap((*self.bytes).as_ref())) else {
            return false;
        };
        text.chars().all(|c| c.is_ascii() || passed_over(c) || charmap.map(c).is_some_and(|glyph| glyph != 0))
    }
}

/// Joiners, direction marks and variation selectors: never drawn by themselves.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}
