//! Which of the system's families Hebrew, Arabic and Thai are set in: the first of those that the system sets its own text in which has
//! the letters of the language. Only for text that has such letters; what Inter has is set in Inter all the same.

use super::language;
use parley::FontContext;
use parley::fontique::{FamilyId, GenericFamily, Language};
use std::collections::HashMap;
use std::sync::Arc;

/// A script: the ranges of its letters, and the letters that a language needs; the last is for all others.
struct Script {
    ranges: &'static [(u32, u32)],
    letters: &'static [(&'static str, &'static str)],
    /// What comes before other families that only fill gaps, as in Fontconfig's `65-nonlatin.conf` and then as it weighs faces.
    usual: &'static [&'static str],
}

const SCRIPTS: [Script; 3] = [
    Script {
        ranges: &[(0x590, 0x5ff), (0xfb1d, 0xfb4f)],
        letters: &[("he", "אבגדהוזחטיכךלמםנןסעפףצץקרשת")],
        usual: &[],
    },
    Script {
        ranges: &[(0x600, 0x6ff), (0x750, 0x77f), (0xfb50, 0xfdff), (0xfe70, 0xfefc)],
        letters: &[
            ("fa", "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی،؟"),
            ("ur", "آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےۃ،۔؟"),
            ("ar", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟"),
        ],
        usual: &[],
    },
    Script {
        ranges: &[(0xe00, 0xe7f)],
        letters: &[("th", "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะาำิีึืุูเแโใไ่้๊๋์")],
        usual: &["Waree", "Loma", "Garuda", "Umpush", "Noto Sans Thai"],
    },
];

/// What was found, by script and language.
#[derive(Clone, Default)]
pub(super) struct Families(HashMap<(usize, Option<Language>), Option<Arc<str>>>);

impl Families {
    /// The families of a text's scripts, in the language of the moment; none where the bundled one, or what the search for a
    /// missing letter finds, is all there is.
    pub fn of(&mut self, fonts: &mut FontContext, text: &str) -> Vec<Arc<str>> {
        if text.is_ascii() {
            return Vec::new();
        }
        let within =
            |script: &Script, c: char| script.ranges.iter().any(|(from, to)| (*from..=*to).contains(&u32::from(c)));
        let scripts = SCRIPTS.iter().enumerate().filter(|(_, script)| text.chars().any(|c| within(script, c)));
        let language = language::here();
        let found = scripts.filter_map(|(nth, script)| {
            let found = self.0.entry((nth, language)).or_insert_with(|| family(fonts, script, language));
            found.clone()
        });
        found.collect()
    }
}

fn family(fonts: &mut FontContext, script: &Script, language: Option<Language>) -> Option<Arc<str>> {
    let of_language = |(tag, _): &&(&str, &str)| language.is_some_and(|language| language.language() == *tag);
    let (_, letters) = script.letters.iter().find(of_language).or(script.letters.last())?;
    let families: Vec<FamilyId> = fonts.collection.generic_families(GenericFamily::SansSerif).collect();
    let (first, others) = families.split_at(families.len().min(1));
    let usual = script.usual.iter().filter_map(|name| Some(fonts.collection.family_by_name(name)?.id()));
    let usual: Vec<FamilyId> = usual.collect();
    let mut all = first.iter().chain(&usual).chain(others).copied();
    let id = all.find(|id| has_all(fonts, *id, letters).unwrap_or(false))?;
    fonts.collection.family_name(id).map(Arc::from)
}

fn has_all(fonts: &mut FontContext, id: FamilyId, letters: &str) -> Option<bool> {
    let family = fonts.collection.family(id)?;
    let font = family.default_font()?;
    let bytes = font.load(Some(&mut fonts.source_cache))?;
    let index = font.charmap_index();
    let charmap = index.charmap(bytes.as_ref())?;
    Some(letters.chars().all(|letter| charmap.map(letter).is_some_and(|glyph| glyph != 0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::glyphs::font_context;
    use crate::text::in_language;

    const GREEK: &str = "Ωμέγα";

    #[test]
    fn the_first_family_of_the_system_that_has_a_languages_letters_is_taken() {
        let (mut fonts, _, _) = font_context(false);
        let script = |letters, usual| Script { ranges: &[], letters, usual };
        let greek = script(&[("he", "אבג"), ("el", GREEK)], &[]);
        assert_eq!(family(&mut fonts, &greek, None), None, "the system has none");
        let ours: Vec<FamilyId> =
            fonts.collection.family_by_name("Touchline Inter").map(|family| family.id()).into_iter().collect();
        fonts.collection.set_generic_families(GenericFamily::SansSerif, ours.iter().copied());
        let found = family(&mut fonts, &greek, None);
        assert_eq!(found.as_deref(), Some("Touchline Inter"));
        let hebrew = in_language("he-IL", language::here);
        assert_eq!(family(&mut fonts, &greek, hebrew), None, "it lacks the letters of that language");
        fonts.collection.set_generic_families(GenericFamily::SansSerif, std::iter::empty());
        assert_eq!(family(&mut fonts, &script(&[("el", GREEK)], &["Touchline Inter"]), None), found);
    }

    #[test]
    fn text_without_such_letters_asks_for_nothing() {
        let (mut fonts, _, _) = font_context(false);
        let mut families = Families::default();
        assert!(families.of(&mut fonts, "Größe, 漢字, Ωμέγα").is_empty() && families.0.is_empty());
        assert!(families.of(&mut fonts, "שלום ราคา").is_empty() && families.0.len() == 2);
    }
}
