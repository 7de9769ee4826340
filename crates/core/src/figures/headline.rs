//! What a page says first: the finding of the map, or what is measured for the audience that the page is about.
//!
//! A finding is written for the whole map, and tells of an audience only where it names it. A page about another audience
//! says what was measured for that one instead, as an export may show it.

use touchline_words::say;

use super::drop_off::{Reader, shown};
use super::numbers;
use crate::model::{Map, Score, SegmentId};

/// Letters that the first word of an audience's name has to have to stand for it in a finding.
const TELLING: usize = 5;

/// The headline of a page about an audience, or about all of them.
pub fn headline(map: &Map, segment: Option<SegmentId>) -> String {
    let finding = map.meta.finding.trim();
    let Some((id, name)) = segment.and_then(|id| Some((id, map.segments.get(&id)?.name.as_str()))) else {
        return if finding.is_empty() { map.meta.title.clone() } else { map.meta.finding.clone() };
    };
    if names(map, id, finding) {
        return map.meta.finding.clone();
    }
    largest_loss(map, id, name).or_else(|| lowest(map, id, name)).unwrap_or_else(|| of_audience(&map.meta.title, name))
}

/// What a document about an audience is called, whose headline or map is called `title`.
pub fn document_title(map: &Map, segment: Option<SegmentId>, title: &str) -> String {
    match segment.and_then(|id| map.segments.get(&id)) {
        Some(segment) if !title.contains(segment.name.as_str()) => of_audience(title, &segment.name),
        _ => title.to_owned(),
    }
}

fn of_audience(title: &str, name: &str) -> String {
    if title.trim().is_empty() { name.to_owned() } else { format!("{title} — {name}") }
}

/// Whether a finding tells of an audience: by its name, or by the first word of it where no other audience begins so.
fn names(map: &Map, id: SegmentId, finding: &str) -> bool {
    let name_of = |id| map.segments.get(&id).map_or("", |segment| segment.name.trim());
    let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let (name, finding) = (name_of(id), finding.to_lowercase());
    let word = first(name);
    let is_own = || map.segments.keys().all(|other| *other == id || first(name_of(*other)) != word);
    let mut words = finding.split(|letter: char| !letter.is_alphanumeric());
    let has_word = word.chars().count() >= TELLING && words.any(|found| found == word) && is_own();
    has_word || (!name.is_empty() && finding.contains(&name.to_lowercase()))
}

/// Where most of an audience who came leave.
fn largest_loss(map: &Map, id: SegmentId, name: &str) -> Option<String> {
    let rows = shown(map, Some(id), Reader::Client);
    let largest = rows
        .iter()
        .filter_map(|row| Some((row, row.rate?.rate)))
        .filter(|(_, rate)| *rate > 0.0)
        .reduce(|most, next| if next.1 > most.1 { next } else { most });
    let (row, _) = largest?;
    let (stage, rate, interval) = (&row.name, &row.text.rate, &row.text.interval);
    Some(say!(figures_headline_loss, audience = name, stage, rate, interval))
}

/// Where an audience that was not measured feels worst, of what it feels itself.
fn lowest(map: &Map, id: SegmentId, name: &str) -> Option<String> {
    let own = map.touchpoints.values().filter(|card| card.is_for(Some(id)));
    let felt = own.filter_map(|card| Some((card, card.segment_emotions.get(&id)?.score)));
    let (card, score) = felt.filter(|(_, score)| *score < Score::from_tenths(0)).min_by_key(|(_, score)| *score)?;
    Some(say!(figures_headline_lowest, audience = name, card = card.title, score = numbers::score(score)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Emotion, Rank, Segment};

    fn named(map: &Map, name: &str) -> SegmentId {
        map.segments_in_order().into_iter().find(|(_, segment)| segment.name == name).unwrap().0
    }

    #[test]
    fn a_finding_is_told_of_all_and_of_the_audience_that_it_names() {
        let mut map = sample::map();
        assert_eq!(headline(&map, None), map.meta.finding);
        assert_eq!(headline(&map, Some(sample::FAMILIES)), map.meta.finding);
        map.meta.finding = "They leave where we ask for a birth date".to_owned();
        let families = headline(&map, Some(sample::FAMILIES));
        assert!(families.starts_with("Families under 12: ") && families.contains(" %"), "{families}");
        map.meta.finding = "Why families under 12 leave".to_owned();
        assert_eq!(headline(&map, Some(sample::FAMILIES)), map.meta.finding);
        let superfans = named(&map, "Superfans");
        map.segments.get_mut(&superfans).unwrap().name = "Families with teens".to_owned();
        map.meta.finding = "Families leave".to_owned();
        assert_ne!(headline(&map, Some(sample::FAMILIES)), map.meta.finding, "two audiences begin so");
        map.meta.finding = String::new();
        assert_eq!(headline(&map, None), map.meta.title);
    }

    #[test]
    fn o1_a_page_of_another_audience_says_its_own_largest_loss_as_the_table_does() {
        let mut map = sample::map();
        map.meta.finding = String::new();
        let rows = shown(&map, Some(sample::FAMILIES), Reader::Client);
        let said = headline(&map, Some(sample::FAMILIES));
        let worst = rows.iter().max_by(|a, b| {
            let rate = |row: &super::super::FigureRow| row.rate.map_or(0.0, |rate| rate.rate);
            rate(a).total_cmp(&rate(b))
        });
        let worst = worst.unwrap();
        assert!(said.contains(&worst.name) && said.contains(&worst.text.rate), "{said}");
        assert!(said.contains(&worst.text.interval), "{said}");
    }

    #[test]
    fn an_audience_without_figures_is_told_by_its_lowest_feeling_or_by_its_name() {
        let mut map = sample::map();
        map.measurements.clear();
        let id = SegmentId(777);
        map.segments.insert(id, Segment::new(Rank::middle(), "Night owls"));
        assert_eq!(headline(&map, Some(id)), format!("{} — Night owls", map.meta.title));
        let card = map.touchpoints.values_mut().find(|card| card.segments.is_empty()).unwrap();
        let (score, title) = (Score::from_tenths(-21), card.title.clone());
        card.segment_emotions.insert(id, Emotion { score, word: String::new(), reason: String::new() });
        let said = headline(&map, Some(id));
        assert!(said.contains("Night owls") && said.contains(&title) && said.contains("−2.1"), "{said}");
        assert_eq!(document_title(&map, Some(id), &said), said);
        assert_eq!(document_title(&map, Some(id), "Lumen"), "Lumen — Night owls");
        assert_eq!(document_title(&map, None, "Lumen"), "Lumen");
    }
}
