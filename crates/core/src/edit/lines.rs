//! Lines that are pasted where something is being named: the first is its name, and each further one becomes one more of its
//! kind, behind it.

use super::notes::free_place;
use super::paste::Pasted;
use super::place::{Places, places};
use crate::model::*;
use std::ops::Range;

/// What is put into a map, and which records are new.
type Put = (Vec<Change>, Vec<RecordRef>);

/// Whether a record is one of a list that is written down line by line.
pub fn takes_lines(map: &Map, record: RecordRef) -> bool {
    put_behind(map, record, &[], &(0.0..0.0), &mut IdSource::seeded(0)).is_some()
}

/// Records of a kind with these names, in their order behind one that is there; none for a kind that is not written down as a
/// list. Notes that lie free find their room within `across`.
pub fn add_lines(
    map: &Map,
    behind: RecordRef,
    names: &[String],
    across: &Range<f32>,
    ids: &mut IdSource,
) -> Option<Pasted> {
    let (changes, new) = put_behind(map, behind, names, across, ids)?;
    (!new.is_empty()).then(|| Pasted { edit: Edit::new(Verb::Paste, new.clone(), changes), new })
}

fn put_behind(map: &Map, behind: RecordRef, names: &[String], across: &Range<f32>, ids: &mut IdSource) -> Option<Put> {
    Some(match behind.kind().family() {
        Family::Stage => {
            let stages = ranks(map.stages_in_order(), |stage| &stage.rank);
            listed(map, stages, StageId::try_from(behind).ok()?, names, ids, |_, rank, name| Stage::new(rank, name))
        }
        Family::Step => {
            let id = StepId::try_from(behind).ok()?;
            let steps = ranks(map.steps_of(map.steps.get(&id)?.stage), |step| &step.rank);
            listed(map, steps, id, names, ids, |step: &Step, rank, name| Step::new(step.stage, rank, name))
        }
        Family::Touchpoint => {
            let id = TouchpointId::try_from(behind).ok()?;
            let card = map.touchpoints.get(&id)?;
            let cards = ranks(map.touchpoints_in(card.stage, card.lane), |card| &card.rank);
            listed(map, cards, id, names, ids, |card: &Touchpoint, rank, name| {
                let (step, belongs) = (card.step, card.belongs);
                Touchpoint { step, belongs, ..Touchpoint::new(card.stage, card.lane, rank, name, card.channel) }
            })
        }
        Family::Segment => {
            let segments = ranks(map.segments_in_order(), |segment| &segment.rank);
            let id = SegmentId::try_from(behind).ok()?;
            listed(map, segments, id, names, ids, |_, rank, name| Segment::new(rank, name))
        }
        Family::AgendaBlock => {
            let blocks = ranks(map.agenda_in_order(), |block| &block.rank);
            let id = AgendaBlockId::try_from(behind).ok()?;
            listed(map, blocks, id, names, ids, |block: &AgendaBlock, rank, name| {
                AgendaBlock::new(rank, name, block.minutes)
            })
        }
        Family::Sticky => notes(map, StickyId::try_from(behind).ok()?, names, across, ids)?,
        Family::Listed(kind) => of_kind!(kind, R => {
            let id = <R as Record>::Id::try_from(behind).ok()?;
            let list = ranks(map.in_stage::<R>(R::table(map).get(&id)?.stage()), |one| one.rank());
            listed(map, list, id, names, ids, |one: &R, rank, name| {
                let mut new = R::begun(one.stage(), rank, name.to_owned());
                if let (Some(about), Some(same)) = (new.spot_mut().touchpoint, one.spot().touchpoint) {
                    *about = *same;
                }
                new.set_lane(one.lane());
                new
            })
        }),
        Family::Map
        | Family::Lane
        | Family::Flag
        | Family::Connector
        | Family::Loop
        | Family::Drawing
        | Family::Measurement
        | Family::SavedView
        | Family::DeckPage => return None,
    })
}

fn ranks<I, R>(list: Vec<(I, &R)>, rank: impl Fn(&R) -> &Rank) -> Vec<(I, Rank)> {
    list.into_iter().map(|(id, record)| (id, rank(record).clone())).collect()
}

/// What comes into a ranked list; `new` makes a record of the one that it stands behind.
fn listed<R: Record>(
    map: &Map,
    list: Vec<(R::Id, Rank)>,
    behind: R::Id,
    names: &[String],
    ids: &mut IdSource,
    new: impl Fn(&R, Rank, &str) -> R,
) -> Put {
    let Some(model) = R::table(map).get(&behind) else { return Put::default() };
    let at = list.iter().position(|(id, _)| *id == behind);
    let next = at.and_then(|at| list.get(at + 1)).map(|(id, _)| *id);
    let Places { newcomers, renumbered } = places(&list, next, names.len());
    let mut model = model.clone();
    let mut changes = Vec::with_capacity(renumbered.len() + names.len());
    for (id, rank) in renumbered {
        let Some(mut one) = R::table(map).get(&id).cloned() else { continue };
        one.spot_mut().rank.into_iter().for_each(|at| *at = rank.clone());
        if id == behind {
            model = one.clone();
        }
        changes.push(R::change(id, Some(one)));
    }
    let mut made = Vec::with_capacity(names.len());
    for (name, rank) in names.iter().zip(newcomers) {
        let id = R::Id::from(ids.fresh());
        changes.push(R::change(id, Some(new(&model, rank, name))));
        made.push(R::at(id));
    }
    (changes, made)
}

/// Notes in the colour of the one before them: where that is tied or parked they are too, else each where there is room.
fn notes(map: &Map, behind: StickyId, names: &[String], across: &Range<f32>, ids: &mut IdSource) -> Option<Put> {
    let mut before = map.stickies.get(&behind)?.clone();
    let mut with_them = map.to_tables();
    let mut put = Put::default();
    for name in names {
        let id = StickyId(ids.fresh());
        let mut note = Sticky { text: name.clone(), votes: 0, folded: false, ..before.clone() };
        if note.is_free() {
            (note.x, note.y) = free_place(&with_them, (before.x, before.y), name, across);
        } else {
            note.y = (before.y + 1.0).min(STICKY_REACH);
        }
        with_them.stickies.insert(id, note.clone());
        before = note.clone();
        put.0.push(Change::Sticky(id, Some(note)));
        put.1.push(id.into());
    }
    Some(put)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::templates::Template;
    use crate::edit::title_of;

    fn lines(count: usize) -> Vec<String> {
        (0..count).map(|nth| format!("line {nth}")).collect()
    }

    /// A record of each kind that is written down as a list, and how its list says its names in order.
    fn one_of_each(map: &Map) -> Vec<RecordRef> {
        let kinds = RecordKind::RECORDS.iter().filter_map(|kind| map.refs(*kind).into_iter().next());
        kinds.collect()
    }

    #[test]
    fn each_line_is_one_more_of_the_kind_behind_it_and_of_the_same_place() {
        let (map, across) = (Template::StreamingSubscriber.build(&mut IdSource::seeded(1)), 0.0..2_000.0);
        let mut tried = 0;
        for behind in one_of_each(&map) {
            // As many as make the ranks of a list be numbered anew.
            for count in [1, 3, 60] {
                let Some(Pasted { edit, new }) =
                    add_lines(&map, behind, &lines(count), &across, &mut IdSource::seeded(3))
                else {
                    assert!(!takes_lines(&map, behind), "{behind:?}");
                    continue;
                };
                assert!(takes_lines(&map, behind), "{behind:?}");
                let after = map.after(&edit).unwrap();
                assert_eq!((after.check(), new.len()), (Vec::new(), count), "{behind:?}");
                assert_eq!(after.len(), map.len() + count, "{behind:?}");
                let place = |map: &Map, at| map.spot(at).map(|spot| (spot.stage.copied(), spot.touchpoint.copied()));
                let rank = |at| after.spot(at).and_then(|spot| spot.rank.cloned());
                let mut before = behind;
                for (nth, at) in new.iter().enumerate() {
                    assert_eq!(title_of(&after, *at).unwrap(), format!("line {nth}"), "{behind:?}");
                    assert_eq!(place(&after, *at), place(&map, behind), "{behind:?}");
                    assert!(rank(before) < rank(*at) || rank(*at).is_none(), "{behind:?} {nth}");
                    before = *at;
                }
                tried += 1;
            }
        }
        assert!(tried >= 3 * 6, "{tried}");
    }

    #[test]
    fn lines_pasted_in_a_second_lane_of_a_kind_landed_in_the_first() {
        let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
        let (id, question) = map.questions.iter().next().map(|(id, question)| (*id, question.clone())).unwrap();
        let further = LaneId(9_000);
        let lane = Lane { further: true, ..Lane::new(Rank::middle(), ListKind::Question.lane()) };
        let asked = Question { lane: Some(further), ..question };
        let changes = vec![Change::Lane(further, Some(lane)), Change::Question(id, Some(asked))];
        let map = map.after(&Edit::of(Verb::Paste, changes)).unwrap();
        let pasted = add_lines(&map, id.into(), &lines(2), &(0.0..900.0), &mut IdSource::seeded(3)).unwrap();
        let after = map.after(&pasted.edit).unwrap();
        let in_it = after.questions.values().filter(|question| question.lane == Some(further)).count();
        assert_eq!(in_it, 3);
    }

    #[test]
    fn notes_that_lie_free_do_not_lie_on_each_other() {
        let mut ids = IdSource::seeded(9);
        let mut map = crate::edit::empty_map(&mut ids);
        let (edit, first) = crate::edit::add_sticky(100.0, 100.0, "first", &mut ids);
        map.apply(edit).unwrap();
        let pasted = add_lines(&map, first.into(), &lines(12), &(0.0..900.0), &mut ids).unwrap();
        let after = map.after(&pasted.edit).unwrap();
        let mut places: Vec<_> = after.stickies.values().map(|note| (note.x as i32, note.y as i32)).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), 13);
    }
}
