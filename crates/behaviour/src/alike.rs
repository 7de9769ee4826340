//! Names as they are compared.

use crate::names::one_name;

/// A name without what the eye does not see: case, kinds and runs of blanks, soft hyphens, marks of no width, and the ways of
/// writing an accent.
pub fn normalised(name: &str) -> String {
    let name = one_name(name);
    let visible = name.chars().filter(|c| !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{2060}'));
    let text: String = visible.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}
