//! Letters of a picture that no font here has: they are drawn as empty boxes, and whoever sends the file has to know.

use super::raster::DEEPEST;
use crate::scene::{Deck, Item, TextItem};
use std::collections::{BTreeMap, BTreeSet};
use touchline_words::{Said, said, say};

/// A script, the ranges of its letters, and the package that brings a font for it to Debian, Ubuntu and their kin.
struct Script {
    name: Said,
    ranges: &'static [(u32, u32)],
    package: &'static str,
}

const CORE: &str = "fonts-noto-core";
const CJK: &str = "fonts-noto-cjk";

/// After the blocks of Unicode: <https://www.unicode.org/Public/UCD/latest/ucd/Blocks.txt>.
const SCRIPTS: &[Script] = &[
    Script { name: said::script_greek, ranges: &[(0x370, 0x3ff), (0x1f00, 0x1fff)], package: CORE },
    Script {
        name: said::script_cyrillic,
        ranges: &[(0x400, 0x52f), (0x1c80, 0x1c8f), (0x2de0, 0x2dff)],
        package: CORE,
    },
    Script { name: said::script_armenian, ranges: &[(0x530, 0x58f)], package: CORE },
    Script { name: said::script_hebrew, ranges: &[(0x590, 0x5ff), (0xfb1d, 0xfb4f)], package: CORE },
    Script {
        name: said::script_arabic,
        ranges: &[(0x600, 0x6ff), (0x750, 0x77f), (0x8a0, 0x8ff), (0xfb50, 0xfdff), (0xfe70, 0xfeff)],
        package: CORE,
    },
    Script { name: said::script_devanagari, ranges: &[(0x900, 0x97f), (0xa8e0, 0xa8ff)], package: CORE },
    Script { name: said::script_bengali, ranges: &[(0x980, 0x9ff)], package: CORE },
    Script { name: said::script_tamil, ranges: &[(0xb80, 0xbff)], package: CORE },
    Script { name: said::script_thai, ranges: &[(0xe00, 0xe7f)], package: CORE },
    Script { name: said::script_lao, ranges: &[(0xe80, 0xeff)], package: CORE },
    Script { name: said::script_georgian, ranges: &[(0x10a0, 0x10ff), (0x1c90, 0x1cbf)], package: CORE },
    Script { name: said::script_ethiopic, ranges: &[(0x1200, 0x139f)], package: CORE },
    Script { name: said::script_khmer, ranges: &[(0x1780, 0x17ff)], package: CORE },
    Script { name: said::script_kana, ranges: &[(0x3040, 0x30ff), (0x31f0, 0x31ff), (0xff66, 0xff9f)], package: CJK },
    Script { name: said::script_hangul, ranges: &[(0x1100, 0x11ff), (0x3130, 0x318f), (0xac00, 0xd7ff)], package: CJK },
    Script {
        name: said::script_han,
        ranges: &[(0x2e80, 0x303f), (0x3400, 0x4dbf), (0x4e00, 0x9fff), (0xf900, 0xfaff), (0x20000, 0x3ffff)],
        package: CJK,
    },
    Script {
        name: said::script_emoji,
        ranges: &[(0x2600, 0x27bf), (0x1f000, 0x1faff)],
        package: "fonts-noto-color-emoji",
    },
];

/// Of all others.
const OTHERS: &str = "fonts-noto";
/// Letters that are shown of a script.
const SHOWN: usize = 6;

/// Letters of one script that no font here has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its name.
    pub script: &'static str,
    /// A few of the letters.
    pub letters: String,
    /// What brings a font for it to Debian and its kin.
    pub package: &'static str,
}

/// A sentence for each script of which a document has letters that no font here has; none where it has none.
pub fn missing_letters(deck: &Deck) -> Vec<String> {
    let sentence = |Missing { script, letters, package }: Missing| say!(export_missing, script, letters, package);
    missing_from(deck).into_iter().map(sentence).collect()
}

/// The scripts of which a document has letters that no font here has.
pub fn missing_from(deck: &Deck) -> Vec<Missing> {
    let mut letters = BTreeSet::new();
    deck.pages.iter().for_each(|page| collect(&page.scene.items, &mut letters, 0));
    missing_scripts(letters)
}

/// The scripts of letters that no font here has.
pub fn missing_scripts(letters: impl IntoIterator<Item = char>) -> Vec<Missing> {
    let mut by_script: BTreeMap<usize, String> = BTreeMap::new();
    for letter in letters {
        let is_in = |script: &Script| script.ranges.iter().any(|(from, to)| (*from..=*to).contains(&u32::from(letter)));
        let script = SCRIPTS.iter().position(is_in).unwrap_or(SCRIPTS.len());
        by_script.entry(script).or_default().push(letter);
    }
    let missing = |(script, letters): (usize, String)| {
        let shown: String = letters.chars().take(SHOWN).collect();
        let more = if letters.chars().count() > SHOWN { "…" } else { "" };
        let (name, package) = SCRIPTS
            .get(script)
            .map_or((said::script_other.text(), OTHERS), |script| (script.name.text(), script.package));
        Missing { script: name, letters: format!("{shown}{more}"), package }
    };
    by_script.into_iter().map(missing).collect()
}

fn collect(items: &[Item], letters: &mut BTreeSet<char>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    for item in items {
        match item {
            Item::Text(line) => of_line(line, letters),
            Item::Paragraph(words) => words.lines.iter().for_each(|line| of_line(line, letters)),
            Item::Group(group) => collect(&group.items, letters, depth + 1),
            Item::Tagged(tagged) => collect(&tagged.items, letters, depth + 1),
            Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
        }
    }
}

/// The letters of a line that stand as the empty box, which is glyph 0 of every font.
fn of_line(line: &TextItem, letters: &mut BTreeSet<char>) {
    for glyph in line.runs.iter().flat_map(|run| &run.glyphs).filter(|glyph| glyph.id == 0) {
        let stands_for = line.text.get(glyph.range.clone()).unwrap_or_default();
        letters.extend(stands_for.chars().filter(|letter| !letter.is_whitespace()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, FaceStyle, Scene};
    use crate::text::{Shaper, TextStyle};

    #[test]
    fn letters_that_no_font_has_are_told_by_script_with_what_brings_them() {
        let style = TextStyle::new(12.0, FaceStyle::Regular, Color::hex(0x1B2430));
        let page = |text: &str| {
            let items = vec![Item::Text(Shaper::bundled().line(text, style))];
            missing_letters(&Scene { items, ..Scene::default() }.into())
        };
        assert_eq!(page("Größe, Ωμέγα, Жизнь → “quoted”"), [""; 0]);
        let told = page("ราคา 漢字 שלום");
        assert_eq!(told.len(), 3, "{told:?}");
        for (nth, part) in [(0, "Hebrew"), (1, "Thai"), (2, "fonts-noto-cjk")] {
            assert!(told[nth].contains(part), "{told:?}");
        }
    }
}
