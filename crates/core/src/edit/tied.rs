//! Notes that are tied to a stage, a cell, a card, or to each other as a cluster.

use super::effective;
use crate::model::*;
use std::collections::BTreeSet;

/// How a note is tied at a place: behind those that are tied there already.
pub(super) fn behind(map: &Tables, tie: NoteTie) -> f32 {
    let last = map.notes_at(tie).into_iter().map(|(_, note)| note.y).fold(0.0, f32::max);
    (last + 1.0).min(STICKY_REACH).floor()
}

/// Whether a map has what a note is to be tied to; a cluster's head has to lie free.
fn has(map: &Tables, tie: NoteTie) -> bool {
    match tie {
        NoteTie::Stage(stage) => map.stages.contains_key(&stage),
        NoteTie::Cell(stage, lane) => map.stages.contains_key(&stage) && map.lanes.contains_key(&lane),
        NoteTie::Touchpoint(card) => map.touchpoints.contains_key(&card),
        NoteTie::Lane(lane) => map.lanes.contains_key(&lane),
        NoteTie::Sticky(head) => map.stickies.get(&head).is_some_and(Sticky::is_free),
    }
}

/// Ties notes to something, in their order, behind what is tied there. Those of a cluster whose head is among them come along.
/// `None` where nothing changes.
pub fn tie_notes(map: &Map, notes: &[StickyId], tie: NoteTie) -> Option<Edit> {
    if !has(map, tie) {
        return None;
    }
    let mut y = behind(map, tie);
    let (mut changes, mut seen) = (Vec::new(), BTreeSet::new());
    for id in with_members(map, notes) {
        let Some(note) = map.stickies.get(&id).filter(|_| NoteTie::Sticky(id) != tie && seen.insert(id)) else {
            continue;
        };
        if map.note_place(note) == NotePlace::Tied(tie) {
            continue;
        }
        let note = Sticky { x: 0.0, y, parked: false, tied: Some(tie), ..note.clone() };
        changes.push(Change::Sticky(id, Some(note)));
        y = (y + 1.0).min(STICKY_REACH);
    }
    effective(map, Edit::of(Verb::Move, changes))
}

/// Notes, and after each head of a cluster those that are in it.
pub(super) fn with_members(map: &Tables, notes: &[StickyId]) -> Vec<StickyId> {
    let clusters = map.clusters();
    let all = notes.iter().flat_map(|id| {
        let members = clusters.get(id).map_or(&[][..], Vec::as_slice);
        std::iter::once(*id).chain(members.iter().map(|(id, _)| *id))
    });
    let mut seen = BTreeSet::new();
    all.filter(|id| seen.insert(*id)).collect()
}

/// A cluster of notes, with a name that is to be written, where the first of them lies that lies free, else at a place. Its head
/// is new.
pub fn cluster(
    map: &Map,
    notes: &[StickyId],
    (x, y): (f32, f32),
    name: &str,
    ids: &mut IdSource,
) -> Option<(Edit, StickyId)> {
    let all = with_members(map, notes);
    all.first()?;
    let free = all.iter().filter_map(|id| map.stickies.get(id)).find(|note| note.is_free());
    let (x, y) = free.map_or((x, y), |note| (note.x, note.y));
    let head = StickyId(ids.fresh());
    let titled = Sticky { x, y, text: name.trim().to_owned(), ..Sticky::default() };
    let mut changes = vec![Change::Sticky(head, Some(titled))];
    for (nth, id) in all.iter().enumerate() {
        let note = map.stickies.get(id)?;
        let note =
            Sticky { x: 0.0, y: nth as f32 + 1.0, parked: false, tied: Some(NoteTie::Sticky(head)), ..note.clone() };
        changes.push(Change::Sticky(*id, Some(note)));
    }
    Some((Edit::new(Verb::Cluster, vec![head.into()], changes), head))
}

/// Puts notes to another one: into the cluster that it heads or is in, or into a new one with it. The head of a new cluster is
/// given, so that its name can be written.
pub fn put_together(
    map: &Map,
    notes: &[StickyId],
    with: StickyId,
    name: &str,
    ids: &mut IdSource,
) -> Option<(Edit, Option<StickyId>)> {
    let other = map.stickies.get(&with)?;
    let head = match map.note_place(other) {
        NotePlace::Tied(NoteTie::Sticky(head)) => Some(head),
        NotePlace::Free if map.heads_cluster(with) => Some(with),
        NotePlace::Free => None,
        NotePlace::Parked | NotePlace::Tied(_) => return None,
    };
    if let Some(head) = head {
        // A cluster does not come into itself.
        let notes: Vec<StickyId> = notes.iter().copied().filter(|id| *id != head).collect();
        return tie_notes(map, &notes, NoteTie::Sticky(head)).map(|edit| (edit, None));
    }
    let all: Vec<StickyId> = std::iter::once(with).chain(notes.iter().copied().filter(|id| *id != with)).collect();
    if all.len() < 2 {
        return None;
    }
    cluster(map, &all, (other.x, other.y), name, ids).map(|(edit, head)| (edit, Some(head)))
}

/// A new note that is tied to something.
pub fn add_tied(map: &Map, tie: NoteTie, text: &str, ids: &mut IdSource) -> Option<(Edit, StickyId)> {
    let id = StickyId(ids.fresh());
    let note = Sticky { y: behind(map, tie), tied: Some(tie), text: text.trim().to_owned(), ..Sticky::default() };
    has(map, tie).then(|| (Edit::of(Verb::Add, vec![Change::Sticky(id, Some(note))]), id))
}

/// Lets a tied note change places with the one behind it, or before it.
pub fn move_tied(map: &Map, id: StickyId, forward: bool) -> Option<Edit> {
    let NotePlace::Tied(tie) = map.note_place(map.stickies.get(&id)?) else { return None };
    let mut order: Vec<StickyId> = map.notes_at(tie).into_iter().map(|(id, _)| id).collect();
    let at = order.iter().position(|other| *other == id)?;
    let beside = if forward { at + 1 } else { at.checked_sub(1)? };
    order.get(beside)?;
    order.swap(at, beside);
    let placed = order.iter().zip(1u16..).filter_map(|(id, nth)| {
        let note = map.stickies.get(id)?;
        Some(Change::Sticky(*id, Some(Sticky { y: f32::from(nth), ..note.clone() })))
    });
    let changes = placed.filter(|change| !change.says_nothing(map)).collect();
    Some(Edit::new(Verb::Move, vec![id.into()], changes))
}

/// Folds a cluster to its name, or opens it again.
pub fn fold_cluster(map: &Map, head: StickyId, folded: bool) -> Option<Edit> {
    let note = map.stickies.get(&head).filter(|note| note.folded != folded)?;
    let verb = if folded { Verb::Fold } else { Verb::Unfold };
    Some(Edit::of(verb, vec![Change::Sticky(head, Some(Sticky { folded, ..note.clone() }))]))
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    /// A map with a stage, a card in it and three notes.
    fn begun(ids: &mut IdSource) -> (Map, StageId, TouchpointId, [StickyId; 3]) {
        let mut map = empty_map(ids);
        let (edit, stage) = add_stage(&map, "Decision", None, ids);
        map.apply(edit).unwrap();
        let cell = Cell::new(stage, map.lane_of(LaneKind::Touchpoints).unwrap());
        let (edit, card) = add_touchpoint(&map, cell, None, Channel::Checkout, "Trial checkout", ids).unwrap();
        map.apply(edit).unwrap();
        let notes = [200.0, 400.0, 600.0].map(|x| {
            let (edit, id) = add_sticky(x, 80.0, &format!("Note {x}"), ids);
            map.apply(edit).unwrap();
            id
        });
        (map, stage, card, notes)
    }

    fn place(map: &Map, id: StickyId) -> NotePlace {
        map.note_place(&map.stickies[&id])
    }

    #[test]
    fn a_note_goes_to_the_parking_lot_when_what_it_is_tied_to_goes_and_comes_back_with_it() {
        let mut ids = IdSource::seeded(1);
        let (mut map, stage, card, [a, b, c]) = begun(&mut ids);
        let lane = map.lane_of(LaneKind::PainPoints).unwrap();
        let ties = [NoteTie::Stage(stage), NoteTie::Touchpoint(card), NoteTie::Cell(stage, lane)];
        for (id, tie) in [a, b, c].into_iter().zip(ties) {
            map.apply(tie_notes(&map, &[id], tie).unwrap()).unwrap();
            assert_eq!(place(&map, id), NotePlace::Tied(tie));
            assert_eq!(tie_notes(&map, &[id], tie), None, "it is there already");
        }
        let before = map.clone();
        let inverse = map.apply(remove(&map, &[lane.into()]).unwrap().edit).unwrap().inverse;
        assert_eq!([a, b, c].map(|id| place(&map, id) == NotePlace::Parked), [false, false, true]);
        map.apply(inverse).unwrap();
        map.apply(remove(&map, &[stage.into()]).unwrap().edit).unwrap();
        assert_eq!([a, b, c].map(|id| place(&map, id)), [NotePlace::Parked; 3]);
        assert_eq!(map.parked_notes().len(), 3);
        assert_eq!(before.stickies.len(), map.stickies.len(), "none is lost");
    }

    #[test]
    fn notes_that_are_put_together_are_a_cluster_that_others_join_and_leave() {
        let mut ids = IdSource::seeded(2);
        let (mut map, _, card, [a, b, c]) = begun(&mut ids);
        let (edit, head) = put_together(&map, &[a], b, "Logins", &mut ids).unwrap();
        map.apply(edit).unwrap();
        let head = head.unwrap();
        assert!(map.heads_cluster(head) && (map.stickies[&head].x, map.stickies[&head].y) == (400.0, 80.0));
        let (edit, new) = put_together(&map, &[c], a, "", &mut ids).unwrap();
        map.apply(edit).unwrap();
        let order = |map: &Map| map.notes_at(NoteTie::Sticky(head)).iter().map(|(id, _)| *id).collect::<Vec<_>>();
        assert_eq!((new, order(&map)), (None, vec![b, a, c]));
        map.apply(move_tied(&map, c, false).unwrap()).unwrap();
        assert_eq!(order(&map), [b, c, a]);
        // One is pulled out; the head moves with the others.
        map.apply(move_sticky(&map, b, 50.0, 50.0).unwrap()).unwrap();
        map.apply(move_sticky(&map, head, 500.0, 60.0).unwrap()).unwrap();
        assert_eq!((order(&map), place(&map, b)), (vec![c, a], NotePlace::Free));
        // A cluster goes with all its notes: to a card, or into the lot.
        let mut tied = map.clone();
        tied.apply(tie_notes(&map, &[head], NoteTie::Touchpoint(card)).unwrap()).unwrap();
        assert_eq!([head, c, a].map(|id| place(&tied, id)), [NotePlace::Tied(NoteTie::Touchpoint(card)); 3]);
        map.apply(park(&map, &[head]).unwrap()).unwrap();
        assert_eq!([head, c, a].map(|id| place(&map, id)), [NotePlace::Parked; 3]);
    }

    #[test]
    fn a_cluster_becomes_one_record_that_keeps_the_texts_of_its_notes() {
        let mut ids = IdSource::seeded(3);
        let (mut map, stage, _, notes) = begun(&mut ids);
        let (edit, head) = cluster(&map, &notes, (0.0, 0.0), "Three logins", &mut ids).unwrap();
        map.apply(edit).unwrap();
        let texts = "Note 200\nNote 400\nNote 600";
        let sorted = |into, ids: &mut IdSource| {
            let mut map = map.clone();
            let (edit, made) = sort_notes(&map, &[head], into, |_| Some(stage), ids).unwrap();
            map.apply(edit).unwrap();
            assert!(map.stickies.is_empty() && made.len() == 1);
            (map, made[0])
        };
        let (after, card) = sorted(Sorted::Touchpoint, &mut ids);
        let card = &after.touchpoints[&TouchpointId::try_from(card).unwrap()];
        assert_eq!((card.title.as_str(), card.note.as_str()), ("Three logins", texts));
        let (after, action) = sorted(Sorted::Listed(ListKind::Action), &mut ids);
        assert_eq!(after.actions[&ActionId::try_from(action).unwrap()].note, texts);
        let (after, pain) = sorted(Sorted::Listed(ListKind::PainPoint), &mut ids);
        let pain = &after.pain_points[&PainPointId::try_from(pain).unwrap()];
        assert_eq!(pain.text, "Three logins: Note 200; Note 400; Note 600");
    }

    #[test]
    fn a_card_that_is_copied_has_its_notes_and_a_cluster_too() {
        let mut ids = IdSource::seeded(4);
        let (mut map, _, card, [a, b, c]) = begun(&mut ids);
        map.apply(tie_notes(&map, &[a], NoteTie::Touchpoint(card)).unwrap()).unwrap();
        let (edit, head) = cluster(&map, &[b, c], (0.0, 0.0), "Logins", &mut ids).unwrap();
        map.apply(edit).unwrap();
        let copied = duplicate(&map, &[card.into(), head.into()], &mut ids).unwrap();
        assert_eq!(copied.new.len(), 2, "what came along is not selected by itself");
        map.apply(copied.edit).unwrap();
        let new: Vec<TouchpointId> = copied.new.iter().filter_map(|id| TouchpointId::try_from(*id).ok()).collect();
        assert_eq!(map.notes_at(NoteTie::Touchpoint(new[0])).len(), 1);
        let heads: Vec<StickyId> = copied.new.iter().filter_map(|id| StickyId::try_from(*id).ok()).collect();
        assert!(map.heads_cluster(heads[0]) && map.notes_at(NoteTie::Sticky(heads[0])).len() == 2);
        // In a map that lacks the card its note is parked.
        let part = Fragment::of(&map, &[a.into()]).unwrap();
        let other = empty_map(&mut ids);
        let pasted = paste(&other, &part, None, None, &mut ids).unwrap();
        let other = other.after(&pasted.edit).unwrap();
        assert_eq!(other.parked_notes().len(), 1);
    }
}
