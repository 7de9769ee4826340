//! The pages of the deck: that a person keeps them, in an order of their own.

use super::effective;
use super::place::places;
use crate::model::*;

/// Keeps the pages of a deck as they stand in `order`, each with its record where it has one, and changes one of them: it comes
/// before the page at `before` where that is said (at the end for a place behind the last), and `change` is made to it.
///
/// All pages are kept at once, so that what a person ordered stays so whatever comes later. `None` where nothing would be another.
pub fn keep_deck(
    map: &Map,
    order: &[(Topic, Option<DeckPageId>)],
    nth: usize,
    before: Option<usize>,
    change: impl FnOnce(&mut DeckPage),
    ids: &mut IdSource,
) -> Option<(Edit, DeckPageId)> {
    let mut after = map.deck_pages.clone();
    let mut own: Vec<DeckPageId> = Vec::with_capacity(order.len());
    // From behind, so that each new page has the one that it stands before.
    for (of, kept) in order.iter().rev() {
        let id = match kept {
            Some(id) => *id,
            None => {
                let id = DeckPageId(ids.fresh());
                after.insert(id, DeckPage::new(Rank::middle(), *of));
                put(&mut after, id, own.last().copied());
                id
            }
        };
        own.push(id);
    }
    own.reverse();
    let id = *own.get(nth)?;
    if let Some(before) = before.filter(|before| *before != nth && *before != nth + 1) {
        put(&mut after, id, own.get(before).copied());
    }
    change(after.get_mut(&id)?);
    let is_other = |(id, page): &(&DeckPageId, &DeckPage)| map.deck_pages.get(id) != Some(page);
    let changes = after.iter().filter(is_other).map(|(id, page)| Change::DeckPage(*id, Some(page.clone()))).collect();
    effective(map, Edit::new(Verb::ArrangeDeck, vec![id.into()], changes)).map(|edit| (edit, id))
}

/// The deck is again as the map has it by itself. `None` where nobody kept a page.
pub fn forget_deck(map: &Map) -> Option<Edit> {
    let changes: Vec<Change> = map.deck_pages.keys().map(|id| Change::DeckPage(*id, None)).collect();
    (!changes.is_empty()).then(|| Edit::new(Verb::ArrangeDeck, Vec::new(), changes))
}

/// Gives a page its place before another, at the end for none.
fn put(pages: &mut std::collections::BTreeMap<DeckPageId, DeckPage>, id: DeckPageId, before: Option<DeckPageId>) {
    let mut list: Vec<(DeckPageId, Rank)> = pages.iter().map(|(id, page)| (*id, page.rank.clone())).collect();
    list.retain(|(other, _)| *other != id);
    list.sort_by(|(id, rank), (other, behind)| (rank, id).cmp(&(behind, other)));
    let found = places(&list, before, 1);
    let moved = found.newcomers.into_iter().map(|rank| (id, rank));
    for (id, rank) in moved.chain(found.renumbered) {
        if let Some(page) = pages.get_mut(&id) {
            page.rank = rank;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: [Topic; 4] = [Topic::Cover, Topic::Whole, Topic::Money, Topic::Method];

    fn kept(map: &Map) -> Vec<(Topic, Option<DeckPageId>)> {
        map.deck_pages_in_order().into_iter().map(|(id, page)| (page.of, Some(id))).collect()
    }

    fn topics(map: &Map) -> Vec<Topic> {
        kept(map).into_iter().map(|(of, _)| of).collect()
    }

    #[test]
    fn one_change_keeps_all_pages_in_their_order_and_a_further_one_touches_one() {
        let (mut map, mut ids) = (Map::default(), IdSource::seeded(7));
        let usual = USUAL.map(|of| (of, None));
        let (edit, id) = keep_deck(&map, &usual, 1, None, |page| page.left_out = true, &mut ids).unwrap();
        map.apply(edit).unwrap();
        assert_eq!(topics(&map), USUAL);
        assert!(map.deck_pages[&id].left_out && map.deck_pages[&id].of == Topic::Whole);
        let (edit, _) = keep_deck(&map, &kept(&map), 3, Some(0), |_| {}, &mut ids).unwrap();
        assert_eq!(edit.changes.len(), 1, "only what is moved");
        map.apply(edit).unwrap();
        assert_eq!(topics(&map), [Topic::Method, Topic::Cover, Topic::Whole, Topic::Money]);
        let (edit, _) = keep_deck(&map, &kept(&map), 0, Some(4), |_| {}, &mut ids).unwrap();
        map.apply(edit).unwrap();
        assert_eq!(topics(&map), USUAL);
        assert!(keep_deck(&map, &kept(&map), 2, Some(2), |_| {}, &mut ids).is_none(), "it stands there already");
        assert!(keep_deck(&map, &kept(&map), 9, None, |_| {}, &mut ids).is_none(), "there is no such page");
    }

    #[test]
    fn a_page_that_came_since_stays_where_it_stands() {
        let (mut map, mut ids) = (Map::default(), IdSource::seeded(7));
        let first: Vec<_> = [Topic::Cover, Topic::Method].map(|of| (of, None)).into();
        map.apply(keep_deck(&map, &first, 0, None, |_| {}, &mut ids).unwrap().0).unwrap();
        let pages = kept(&map);
        let order = [pages[0], (Topic::Money, None), (Topic::Register, None), pages[1]];
        let (edit, id) = keep_deck(&map, &order, 2, None, |page| page.name.push_str("Legal"), &mut ids).unwrap();
        map.apply(edit).unwrap();
        assert_eq!(topics(&map), [Topic::Cover, Topic::Money, Topic::Register, Topic::Method]);
        assert_eq!(map.deck_pages[&id].name, "Legal");
    }
}
