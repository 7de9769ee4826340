//! Which pages a deck has, in which order: those that a person keeps, and between them those that came since.

use super::{audiences, money, roadmap};
use crate::figures::findings::insights;
use crate::model::{DeckPage, DeckPageId, Map, Topic};

/// A page that a deck has, before it is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    pub of: Topic,
    /// What a person keeps of it.
    pub kept: Option<DeckPageId>,
    /// It is kept, and in no deck that is made.
    pub is_left_out: bool,
}

impl Planned {
    /// The pages that a map has something for, in the order in which they are read, those that are left out among them. A page
    /// that nobody has kept yet stands behind the one that it usually follows.
    pub fn all(map: &Map) -> Vec<Planned> {
        let kept =
            |(id, page): (DeckPageId, &DeckPage)| Planned { of: page.of, kept: Some(id), is_left_out: page.left_out };
        let mut planned: Vec<Planned> = map.deck_pages_in_order().into_iter().map(kept).collect();
        let mut before: Option<Topic> = None;
        for of in usual(map) {
            if planned.iter().all(|page| page.of != of) {
                let behind = planned.iter().rposition(|page| Some(page.of) == before);
                planned.insert(behind.map_or(0, |place| place + 1), Planned { of, kept: None, is_left_out: false });
            }
            before = Some(of);
        }
        planned.retain(|page| is_told(map, page.of));
        planned
    }

    /// Those that a deck shows.
    pub fn shown(map: &Map) -> Vec<Planned> {
        Self::all(map).into_iter().filter(|page| !page.is_left_out).collect()
    }

    /// What the page is called in a list of them.
    pub fn name(self, map: &Map) -> &str {
        let own = self.kept.and_then(|id| map.deck_pages.get(&id)).map(|page| page.name.trim());
        own.filter(|name| !name.is_empty()).unwrap_or_else(|| map.topic_name(self.of))
    }
}

/// Whether a map has something for a page.
pub(super) fn is_told(map: &Map, of: Topic) -> bool {
    match of {
        Topic::Cover | Topic::Method => true,
        Topic::Answer => !insights(map, 1).is_empty(),
        Topic::Whole => !map.stages.is_empty(),
        Topic::Stage(id) => map.stages.contains_key(&id),
        Topic::Audiences => audiences::is_told(map),
        Topic::Money => money::is_told(map),
        Topic::Register => !map.flags.is_empty(),
        Topic::Roadmap => roadmap::is_told(map),
    }
}

/// All pages in the order in which they are read where nobody has put them into another.
fn usual(map: &Map) -> impl Iterator<Item = Topic> {
    let stages = map.stages_in_order().into_iter().map(|(id, _)| Topic::Stage(id));
    let before = [Topic::Cover, Topic::Answer, Topic::Whole];
    let behind = [Topic::Audiences, Topic::Money, Topic::Register, Topic::Roadmap, Topic::Method];
    before.into_iter().chain(stages).chain(behind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::sample;
    use crate::model::{Change, Edit, Rank, StageId, Tables, Verb};

    fn with(map: &Map, pages: &[(Topic, &str, bool)]) -> Map {
        let kept = (1..).zip(pages).map(|(number, (of, rank, left_out))| {
            let rank = Rank::parse(rank).unwrap();
            Change::DeckPage(DeckPageId(number), Some(DeckPage { left_out: *left_out, ..DeckPage::new(rank, *of) }))
        });
        let mut map = map.clone();
        map.apply(Edit::new(Verb::ArrangeDeck, Vec::new(), kept.collect())).unwrap();
        map
    }

    #[test]
    fn a_map_without_kept_pages_has_those_it_has_something_for() {
        let usual: Vec<Topic> = Planned::all(&sample::map()).iter().map(|page| page.of).collect();
        assert_eq!(usual[..3], [Topic::Cover, Topic::Answer, Topic::Whole]);
        assert_eq!(usual.last(), Some(&Topic::Method));
        assert_eq!(Planned::shown(&Map::default()).len(), 2, "the cover and how it was counted");
    }

    #[test]
    fn kept_pages_come_in_their_order_without_those_left_out_and_new_ones_behind_what_they_follow() {
        let map = sample::map();
        let stages: Vec<StageId> = map.stages_in_order().iter().map(|(id, _)| *id).collect();
        let kept = [
            (Topic::Method, "b", false),
            (Topic::Cover, "d", false),
            (Topic::Stage(stages[0]), "f", false),
            (Topic::Whole, "h", true),
        ];
        let map = with(&map, &kept);
        let all: Vec<Topic> = Planned::all(&map).iter().map(|page| page.of).collect();
        assert_eq!(all[..4], [Topic::Method, Topic::Cover, Topic::Answer, Topic::Stage(stages[0])]);
        assert_eq!(all[4], Topic::Stage(stages[1]), "behind the stage before it, not behind the whole map");
        assert_eq!(all.last(), Some(&Topic::Whole));
        assert_eq!(Planned::shown(&map).len() + 1, all.len());
        // A stage that goes takes its page along.
        let mut tables: Tables = (*map).clone();
        tables.deck_pages.retain(|_, page| page.of != Topic::Stage(stages[0]));
        assert_eq!(tables.deck_pages.len(), 3);
    }
}
