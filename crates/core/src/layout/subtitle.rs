//! What a page says below its title of whom it shows, and when.
//!
//! What the map calls somebody is apart from what the program tells of them: the two may be in two languages.

use super::Lens;
use crate::figures;
use crate::figures::numbers;
use crate::model::Map;
use touchline_words::direction::Listed;
use touchline_words::say;

/// `families under 12, 21,904 customers`.
pub(super) struct Audience {
    /// By the map; empty for all of them.
    pub named: String,
    /// By the program.
    pub told: String,
}

impl Audience {
    pub fn of(map: &Map, lens: &Lens) -> Self {
        let segment = lens.segment.and_then(|id| map.segments.get(&id).map(|segment| (id, segment)));
        let known = segment.and_then(|(_, segment)| segment.size);
        let known = || known.map(|customers| say!(layout_page_customers, n = numbers::count(customers)));
        let customers = figures::customers_given_away(map, segment.map(|(id, _)| id)).or_else(known);
        match segment {
            Some((_, segment)) => Self { named: segment.name.clone(), told: customers.unwrap_or_default() },
            None => {
                Self { named: String::new(), told: listed(&[say!(layout_page_all), &customers.unwrap_or_default()]) }
            }
        }
    }

    pub fn together(&self) -> String {
        listed(&[&self.named, &self.told])
    }
}

fn listed(parts: &[&str]) -> String {
    parts.iter().copied().filter(|words| !words.is_empty()).collect::<Vec<_>>().listed(", ")
}

/// `Product team  ·  reviewed 3 Nov 2026`: who sees to the map and when it was last held against what is so.
pub(super) fn kept(map: &Map) -> Vec<String> {
    let owner = map.meta.owner.trim();
    let owner = (!owner.is_empty()).then(|| say!(layout_page_owner, owner));
    let reviewed = map.meta.reviewed.map(|day| say!(layout_page_reviewed, day = day.long()));
    owner.into_iter().chain(reviewed).collect()
}

/// `This map decides: …`; nothing where nobody has said.
pub(super) fn decides(map: &Map) -> Option<String> {
    let question = map.meta.decides.split_whitespace().collect::<Vec<_>>().join(" ");
    (!question.is_empty()).then(|| say!(layout_page_decides, question))
}

/// `as is, 3 Nov 2026`.
pub(super) fn state(map: &Map) -> String {
    let date = map.meta.date.map(|date| date.long()).unwrap_or_default();
    listed(&[map.meta.state.name(), &date])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Leaf, Target, arrange};
    use crate::scene::{Item, Kind, PageSize, Tag};
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// The words of the parts of a page that stand for the map.
    fn parts(items: &[Item], found: &mut Vec<(Tag, String)>) {
        for item in items {
            match item {
                Item::Tagged(tagged) if tagged.tag.kind == Kind::Map => {
                    found.push((tagged.tag, tagged.label.to_string()))
                }
                Item::Tagged(tagged) => parts(&tagged.items, found),
                Item::Group(group) => parts(&group.items, found),
                Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => {}
            }
        }
    }

    #[test]
    fn an_audience_is_named_in_the_language_of_the_map_and_told_of_in_that_of_the_program() {
        let mut tables = (*sample::map()).clone();
        let id = *tables.segments.keys().next().unwrap();
        tables.segments.get_mut(&id).unwrap().name = "משפחות".to_owned();
        tables.segments.get_mut(&id).unwrap().size = Some(1_200);
        let lens = Lens { segment: Some(id), ..Lens::default() };
        for (language, apart) in [("he", true), ("en", false)] {
            tables.meta.language = language.to_owned();
            let map = Map::new(tables.clone()).unwrap();
            let page = Target::Page(Leaf::single(PageSize::A4));
            let scene = arrange(&map, &lens, &Theme::light(), &Shaper::bundled(), &page);
            let mut found = Vec::new();
            parts(&scene.items, &mut found);
            let named: Vec<_> = found.iter().filter(|(tag, words)| tag.id == 1 && words.contains("משפחות")).collect();
            assert_eq!(named.len(), 1, "{found:?}");
            assert_eq!(!named[0].1.contains("customers"), apart, "{found:?}");
            let told =
                found.iter().any(|(tag, words)| tag.id == 4 && words.contains(" customers") && !words.contains('מ'));
            assert_eq!(told, apart, "{found:?}");
        }
    }
}
