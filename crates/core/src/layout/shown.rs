//! What the parts of a page say to those who hear them is no more than what the page shows: of a text that ends in `…`
//! for want of room, the rest is not in the page's file either.
//!
//! What is told by the inspector alone is left out where the words are made; this takes the rest of a cut text away, whatever
//! part it stands in.

use crate::scene::{Group, Item, Kind, Label, Paragraph, Tagged};
use crate::text::HYPHEN;

/// The same items, their words cut where the texts in them are.
pub(super) fn only(items: Vec<Item>) -> Vec<Item> {
    items.into_iter().map(item).collect()
}

fn item(item: Item) -> Item {
    match item {
        Item::Tagged(tagged) => {
            let label = label(&tagged);
            Item::Tagged(Tagged { label, items: only(tagged.items.to_vec()).into(), ..tagged })
        }
        Item::Group(group) => Item::Group(Group { items: only(group.items.to_vec()).into(), ..group }),
        Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Paragraph(_) | Item::Image(_) => item,
    }
}

fn label(tagged: &Tagged) -> Label {
    let mut texts = Vec::new();
    paragraphs(&tagged.items, &mut texts);
    if !texts.iter().any(|text| text.is_cut()) {
        return tagged.label.clone();
    }
    let words = tagged.label.to_string();
    // A part that is one text says that text. Where the words have a text in another form, what is shown is said instead.
    let has_all = texts.iter().all(|text| !text.is_cut() || words.contains(&*text.text));
    if tagged.tag.kind == Kind::Title || !has_all {
        return texts.iter().map(|text| shown(text)).collect::<Vec<_>>().join(", ").into();
    }
    let cut = texts.into_iter().filter(|text| text.is_cut());
    cut.fold(words, |words, text| words.replace(&*text.text, &shown(text))).into()
}

/// The lines of a text as they are seen.
fn shown(text: &Paragraph) -> String {
    let mut said = String::new();
    for line in &text.lines {
        match said.strip_suffix(HYPHEN) {
            Some(begun) => said.truncate(begun.len()),
            None if said.is_empty() => {}
            None => said.push(' '),
        }
        said.push_str(line.text.trim());
    }
    said
}

/// Every paragraph of a picture.
pub(super) fn paragraphs<'a>(items: &'a [Item], texts: &mut Vec<&'a Paragraph>) {
    for item in items {
        match item {
            Item::Paragraph(text) => texts.push(text),
            Item::Tagged(tagged) => paragraphs(&tagged.items, texts),
            Item::Group(group) => paragraphs(&group.items, texts),
            Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::layout::{Leaf, Lens, Target, arrange};
    use crate::model::*;
    use crate::scene::{PageSize, Scene};
    use crate::text::Shaper;
    use crate::theme::Theme;

    /// All that a page's file holds of words: what its parts are called, and its lines.
    fn words(items: &[Item], said: &mut Vec<String>) {
        for item in items {
            match item {
                Item::Tagged(tagged) => {
                    said.push(tagged.label.to_string());
                    words(&tagged.items, said);
                }
                Item::Group(group) => words(&group.items, said),
                Item::Paragraph(text) => said.extend(text.lines.iter().map(|line| line.text.clone())),
                Item::Text(line) => said.push(line.text.clone()),
                Item::Rect(_) | Item::Path(_) | Item::Image(_) => {}
            }
        }
    }

    fn page(map: &Map, lens: Lens, size: PageSize) -> (Scene, String) {
        let scene = arrange(map, &lens, &Theme::light(), &Shaper::bundled(), &Target::Page(Leaf::single(size)));
        let mut said = Vec::new();
        words(&scene.items, &mut said);
        (scene, said.join("\n"))
    }

    /// A map in which each thing that no page shows has a word of its own.
    fn secretive() -> Map {
        let mut map = sample::map();
        let long = format!("{}Tailword", "word after word ".repeat(120));
        let felt = Emotion { score: Score::from_tenths(-12), word: "Feltword".to_owned(), reason: String::new() };
        let card = *map.touchpoints.keys().next().unwrap();
        let stage = map.touchpoints[&card].stage;
        let note = "Noteword".to_owned();
        let (detail, emotion) = (long.clone(), Some(felt));
        let (owner, doing) = ("Ownerword".to_owned(), "Doingword".to_owned());
        let changed = Touchpoint { detail, emotion, note, owner, doing, ..map.touchpoints[&card].clone() };
        map.touchpoints.insert(card, changed);
        let goal = map.stages.get_mut(&stage).unwrap();
        goal.goal.clone_from(&long);
        goal.note = "Noteword".to_owned();
        goal.estimate = Some(Estimate { percent: 40.0, reason: "Reasonword".to_owned(), cause: Some(card) });
        map.questions.values_mut().for_each(|question| question.text = format!("{long}\t"));
        let hidden = *map.touchpoints.keys().nth(1).unwrap();
        let lane = LaneId(7007);
        map.lanes.insert(lane, Lane { hidden: true, ..Lane::new(Rank::middle(), LaneKind::Touchpoints) });
        let other = map.touchpoints.get_mut(&hidden).unwrap();
        (other.lane, other.title) = (lane, "Hiddenword".to_owned());
        let felt =
            Emotion { score: Score::from_tenths(20), word: "Feltword".to_owned(), reason: "Reasonword".to_owned() };
        other.emotion = Some(felt);
        let action = Action {
            touchpoint: Some(hidden),
            note: "Noteword".to_owned(),
            ..Action::begun(stage, Rank::middle(), "Act".to_owned())
        };
        map.actions.insert(ActionId(7008), action);
        map.stickies
            .insert(StickyId(7009), Sticky { x: 300.0, y: 200.0, text: "Stickyword".to_owned(), ..Sticky::default() });
        map
    }

    #[test]
    fn what_is_not_on_the_page_is_in_no_part_of_it() {
        let map = secretive();
        for size in [PageSize::Fit, PageSize::A4, PageSize::A3, PageSize::Slide] {
            let (_, said) = page(&map, Lens::default(), size);
            for word in ["Tail", "Felt", "Note", "Owner", "Doing", "Reason", "Hidden", "Sticky"] {
                let word = format!("{word}word");
                let found = said.lines().find(|line| line.contains(&word));
                assert_eq!(found, None, "{word} on {size:?}");
            }
            // A slide has no room for it.
            assert_eq!(said.contains("word after word"), size != PageSize::Slide);
            let (_, with_notes) = page(&map, Lens { notes: true, ..Lens::default() }, size);
            assert!(with_notes.contains("Stickyword"), "they are there when they are asked for");
        }
    }

    #[test]
    fn a_code_of_a_flag_that_is_cut_is_nowhere_whole() {
        let mut map = sample::map();
        let code = format!("{}Tailword", "Youth protection in the media of the land ".repeat(4));
        map.flags.values_mut().for_each(|flag| (flag.regime, flag.custom) = (Regime::Custom, code.clone()));
        for size in PageSize::ALL {
            let (_, said) = page(&map, Lens::default(), size);
            // Some pages have no room for codes that are so long.
            let has_room = [PageSize::Fit, PageSize::A4, PageSize::A3, PageSize::Slide].contains(&size);
            assert!(said.contains("Youth protection") || !has_room, "{size:?}");
            assert!(!said.contains("Tailword"), "{size:?}");
        }
    }

    #[test]
    fn a_page_without_the_lane_of_feelings_says_none() {
        let mut map = secretive();
        let felt = say_feeling();
        assert!(page(&map, Lens::default(), PageSize::A4).1.contains(&felt));
        map.lanes.values_mut().filter(|lane| lane.kind.holds() == Holds::Feelings).for_each(|lane| lane.hidden = true);
        assert!(!page(&map, Lens::default(), PageSize::A4).1.contains(&felt));
    }

    fn say_feeling() -> String {
        touchline_words::say!(
            layout_say_emotion,
            score = crate::figures::numbers::score(Score::from_tenths(-12)),
            word = ""
        )
    }
}
