//! Sticky notes: where a new one has room, the parking lot, and what notes become.

use super::effective;
use super::lanes::show_lane_of;
use super::tied::with_members;
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeInclusive};

/// Between notes that stand in a row, where stages have their usual width: narrower ones bring notes together.
const GAP: f32 = 20.0;
/// From one row of notes to the next.
const ROW: f32 = 92.0;
/// Letters in a line of a note, about, and how high a line and what stands around the lines are.
const LETTERS: usize = 20;
const LINE: f32 = 16.2;
const AROUND: f32 = 24.0;
/// No note keeps others from more of the board, however long its text is.
const HIGHEST: f32 = 2_000.0;

/// Where a note of a text has room that is to stand at `x`, `y`, or beside it: the first place to the right, then in the rows
/// below, that lies under no other note. Rows begin and end within `across`.
pub fn free_place(map: &Tables, near: (f32, f32), text: &str, across: &Range<f32>) -> (f32, f32) {
    Taken::by(map).free_place(near, height(text), across)
}

/// How high a note is, about.
fn height(text: &str) -> f32 {
    let lines: usize = text.lines().map(|line| 1 + line.chars().count() / LETTERS).sum();
    (AROUND + LINE * lines.max(1) as f32).clamp(ROW - GAP, HIGHEST)
}

/// What notes cover: left edge, top and height of each, in every row of the board that it reaches into.
#[derive(Default)]
struct Taken {
    rows: BTreeMap<i64, Vec<(f32, f32, f32)>>,
    count: usize,
    /// Rows that all of them take together.
    high: usize,
}

impl Taken {
    fn by(map: &Tables) -> Self {
        let mut taken = Self::default();
        let mut members: BTreeMap<StickyId, usize> = BTreeMap::new();
        for note in map.stickies.values().filter(|note| !note.parked) {
            if let Some(NoteTie::Sticky(head)) = note.tied {
                *members.entry(head).or_default() += 1;
            }
        }
        for (id, note) in map.stickies.iter().filter(|(_, note)| note.is_free()) {
            match members.get(id) {
                None => taken.add((note.x, note.y), height(&note.text)),
                Some(count) => taken.add_cluster((note.x, note.y), *count, note.folded),
            }
        }
        taken
    }

    fn rows(y: f32, height: f32) -> RangeInclusive<i64> {
        (y / ROW).floor() as i64..=((y + height) / ROW).floor() as i64
    }

    fn add(&mut self, (x, y): (f32, f32), height: f32) {
        for row in Self::rows(y, height) {
            self.rows.entry(row).or_default().push((x, y, height));
            self.high += 1;
        }
        self.count += 1;
    }

    /// A cluster covers as much as its notes side by side.
    fn add_cluster(&mut self, (x, y): (f32, f32), count: usize, folded: bool) {
        let across = cluster_across(count);
        let rows = if folded { 0 } else { count.div_ceil(across) };
        let (width, height) = cluster_size(across, rows);
        let places = ((width / NOTE_WIDTH).ceil() as usize).max(1);
        for nth in 0..places {
            let last = x + width - NOTE_WIDTH;
            self.add(((x + nth as f32 * NOTE_WIDTH).min(last.max(x)), y), height.min(HIGHEST));
        }
    }

    fn is_free(&self, (x, y): (f32, f32), height: f32) -> bool {
        let mut near = Self::rows(y, height).filter_map(|row| self.rows.get(&row)).flatten();
        near.all(|(left, top, high)| (left - x).abs() >= NOTE_WIDTH || y >= top + high || y + height <= *top)
    }

    fn free_place(&self, (x, y): (f32, f32), height: f32, across: &Range<f32>) -> (f32, f32) {
        let step = NOTE_WIDTH + GAP;
        // Narrow stages bring the edge of the board nearer too, and no note is pushed back from there onto the one before it.
        let in_row = |from: f32| ((across.end - GAP - NOTE_WIDTH - from) / step).floor().max(0.0) as usize + 1;
        let first = (0..in_row(x)).map(|nth| (x + nth as f32 * step, y));
        let left = across.start + GAP;
        // Each note keeps others from the rows that it takes, and from as many above it as they are high: another row has room.
        let most = 2 + self.high + self.count * (1 + (height / ROW) as usize);
        let below = (1..=most)
            .flat_map(|row| (0..in_row(left)).map(move |nth| (left + nth as f32 * step, y + row as f32 * ROW)));
        // A board that is full down to its end has no other place than the one asked for.
        let mut places = first.chain(below).take_while(|(_, y)| *y <= STICKY_REACH);
        places.find(|place| self.is_free(*place, height)).unwrap_or((x, y))
    }
}

/// Puts notes into the parking lot, behind those that are there.
pub fn park(map: &Map, ids: &[StickyId]) -> Option<Edit> {
    let mut next = last_parked(map);
    let mut changes = Vec::new();
    // A cluster that is parked is its notes again; its name stays a note too.
    for id in with_members(map, ids) {
        let Some(note) = map.stickies.get(&id).filter(|note| map.note_place(note) != NotePlace::Parked) else {
            continue;
        };
        next += 1.0;
        let note = Sticky { y: next, parked: true, tied: None, folded: false, ..note.clone() };
        changes.push(Change::Sticky(id, Some(note)));
    }
    effective(map, Edit::of(Verb::Park, changes))
}

/// Puts parked notes on the board, each where it has room, from `near` on; see [`free_place`].
pub fn unpark(map: &Map, ids: &[StickyId], near: (f32, f32), across: &Range<f32>) -> Option<Edit> {
    let mut after = map.to_tables();
    let (mut taken, mut near) = (Taken::by(map), near);
    for id in ids {
        let is_parked = after.stickies.get(id).is_some_and(|note| after.note_place(note) == NotePlace::Parked);
        let Some(note) = after.stickies.get_mut(id).filter(|_| is_parked) else { continue };
        let height = height(&note.text);
        // The next stands behind this one.
        near = taken.free_place(near, height, across);
        taken.add(near, height);
        (note.x, note.y, note.parked, note.tied) = (near.0, near.1, false, None);
    }
    let about = ids.iter().copied().map(RecordRef::from).collect();
    effective(map, Edit::new(Verb::Move, about, map.difference(&after)))
}

/// A new note in the parking lot.
pub fn add_parked(map: &Map, text: &str, color: NoteColor, ids: &mut IdSource) -> (Edit, StickyId) {
    let id = StickyId(ids.fresh());
    let y = last_parked(map) + 1.0;
    let note = Sticky { y, color, parked: true, text: text.trim().to_owned(), ..Sticky::default() };
    (Edit::of(Verb::Add, vec![Change::Sticky(id, Some(note))]), id)
}

/// The place of the last in the lot; places are counted along the board's y, from 1.
fn last_parked(map: &Tables) -> f32 {
    let parked = map.stickies.values().filter(|note| map.note_place(note) == NotePlace::Parked);
    let parked = parked.map(|note| note.y.clamp(0.0, STICKY_REACH - 1.0));
    parked.fold(0.0, f32::max).floor()
}

impl Tables {
    /// The notes in the parking lot, as they came.
    pub fn parked_notes(&self) -> Vec<(StickyId, &Sticky)> {
        let parked = self.stickies.iter().filter(|(_, note)| self.note_place(note) == NotePlace::Parked);
        let mut parked: Vec<(StickyId, &Sticky)> = parked.map(|(id, note)| (*id, note)).collect();
        parked.sort_by(|a, b| a.1.y.total_cmp(&b.1.y).then(a.0.cmp(&b.0)));
        parked
    }
}

/// What notes become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sorted {
    Touchpoint,
    Listed(ListKind),
}

/// Turns notes into records of a kind, each in the stage that `stage` says for it, at the end of what is there; the notes go.
/// The first line of a note is what the record is called, and of a touchpoint the others are its detail. `None` where no
/// note has a stage, or the map no lane of touchpoints. A cluster becomes one record: it is called as its head, and the texts of
/// its notes are what is noted about it.
pub fn sort_notes(
    map: &Map,
    notes: &[StickyId],
    into: Sorted,
    stage: impl Fn(&Sticky) -> Option<StageId>,
    ids: &mut IdSource,
) -> Option<(Edit, Vec<RecordRef>)> {
    let mut after = map.to_tables();
    let lane = map.lane_of(LaneKind::Touchpoints);
    let holds = |lane: LaneId| map.lanes.get(&lane).map(|lane| lane.kind.holds());
    let mut made = Vec::new();
    let clusters = map.clusters();
    let mut gone: BTreeSet<StickyId> = BTreeSet::new();
    // Behind what is there in each stage, and then behind each other.
    let mut last: BTreeMap<StageId, Option<Rank>> = BTreeMap::new();
    for id in notes {
        let Some(note) = map.stickies.get(id).filter(|_| gone.insert(*id)) else { continue };
        let Some(stage) = stage(note).filter(|stage| map.stages.contains_key(stage)) else { continue };
        let members = clusters.get(id).map_or(&[][..], Vec::as_slice);
        gone.extend(members.iter().map(|(id, _)| *id));
        let texts: Vec<&str> =
            members.iter().map(|(_, note)| note.text.trim()).filter(|text| !text.is_empty()).collect();
        let record = match into {
            Sorted::Touchpoint => {
                let lane = lane_of_note(map, note).filter(|lane| holds(*lane) == Some(Holds::Cards)).or(lane)?;
                let end = || map.touchpoints_in(stage, lane).last().map(|(_, card)| card.rank.clone());
                let rank = behind(last.entry(stage).or_insert_with(end));
                touchpoint(&mut after, note, (stage, lane, rank), ids)
            }
            Sorted::Listed(kind) => of_kind!(kind, R => {
                let end = || map.in_stage::<R>(stage).last().map(|(_, one)| one.rank().clone());
                let rank = behind(last.entry(stage).or_insert_with(end));
                let lane = lane_of_note(map, note).filter(|lane| holds(*lane) == Some(Holds::List(kind)));
                let lane = lane.and_then(|lane| map.lane_to_name(kind, lane));
                listed::<R>(&mut after, note, (stage, lane, rank), ids)
            }),
        };
        noted(&mut after, record, &texts);
        after.stickies.remove(id);
        members.iter().for_each(|(id, _)| drop(after.stickies.remove(id)));
        made.push(record);
    }
    // An arrow forgets a note that is gone.
    let Tables { stickies, drawings, .. } = &mut after;
    for drawing in drawings.values_mut() {
        let is_there = |named| StickyId::try_from(named).map_or(true, |id| stickies.contains_key(&id));
        drawing.rename(&mut |named| is_there(named).then_some(named));
    }
    let first = made.first()?;
    if let (Sorted::Listed(kind), true) = (into, first.kind().listed().is_some_and(|kind| !kind.lane().is_usual())) {
        show_lane_of(&mut after, kind.lane(), ids);
    }
    let about = notes.iter().copied().filter(|id| !after.stickies.contains_key(id)).map(RecordRef::from).collect();
    Some((Edit::new(Verb::Sort, about, map.difference(&after)), made))
}

/// The rank behind the last one, which is the last one then.
fn behind(last: &mut Option<Rank>) -> Rank {
    let rank = Rank::between(last.as_ref(), None);
    *last = Some(rank.clone());
    rank
}

/// Keeps the texts of a cluster's notes with the record that it became: as its note where it has one, else behind its text.
fn noted(map: &mut Tables, record: RecordRef, texts: &[&str]) {
    if texts.is_empty() {
        return;
    }
    let lines = texts.join("\n");
    if let Some(card) = TouchpointId::try_from(record).ok().and_then(|id| map.touchpoints.get_mut(&id)) {
        card.note = lines;
    } else if let Some(action) = ActionId::try_from(record).ok().and_then(|id| map.actions.get_mut(&id)) {
        action.note = lines;
    } else if let Some(step) = BackstageId::try_from(record).ok().and_then(|id| map.backstages.get_mut(&id)) {
        step.note = lines;
    } else if let Some(kind) = record.kind().listed() {
        fn behind<R: InStage>(map: &mut Tables, record: RecordRef, texts: &str) {
            let id = <R as Record>::Id::try_from(record).ok();
            if let Some(record) = id.and_then(|id| R::table_mut(map).get_mut(&id)) {
                record.set_text(format!("{}: {texts}", record.text()));
            }
        }
        of_kind!(kind, R => behind::<R>(map, record, &texts.join("; ").split_whitespace().collect::<Vec<&str>>().join(" ")));
    }
}

fn touchpoint(
    map: &mut Tables,
    note: &Sticky,
    (stage, lane, rank): (StageId, LaneId, Rank),
    ids: &mut IdSource,
) -> RecordRef {
    let mut lines = note.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let title = lines.next().unwrap_or_default().to_owned();
    let detail = lines.collect::<Vec<&str>>().join(" ");
    let card = Touchpoint { detail, ..Touchpoint::new(stage, lane, rank, title, Channel::Website) };
    let id = TouchpointId(ids.fresh());
    map.touchpoints.insert(id, card);
    id.into()
}

fn listed<R: InStage>(
    map: &mut Tables,
    note: &Sticky,
    (stage, lane, rank): (StageId, Option<LaneId>, Rank),
    ids: &mut IdSource,
) -> RecordRef {
    let text = note.text.split_whitespace().collect::<Vec<&str>>().join(" ");
    let id = R::Id::from(ids.fresh());
    let mut record = R::begun(stage, rank, text);
    record.set_lane(lane);
    R::table_mut(map).insert(id, record);
    id.into()
}

/// The lane in which a note is tied to a cell.
fn lane_of_note(map: &Map, note: &Sticky) -> Option<LaneId> {
    match map.note_place(note) {
        NotePlace::Tied(NoteTie::Cell(_, lane) | NoteTie::Lane(lane)) => Some(lane),
        NotePlace::Tied(NoteTie::Stage(_) | NoteTie::Touchpoint(_) | NoteTie::Sticky(_))
        | NotePlace::Free
        | NotePlace::Parked => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;

    /// A map with two stages.
    fn two_stages(ids: &mut IdSource) -> (Map, StageId, StageId) {
        let mut map = empty_map(ids);
        let (edit, first) = add_stage(&map, "Awareness", None, ids);
        map.apply(edit).unwrap();
        let (edit, second) = add_stage(&map, "Decision", None, ids);
        map.apply(edit).unwrap();
        (map, first, second)
    }

    #[test]
    fn notes_that_come_one_after_the_other_stand_in_rows_and_cover_nothing() {
        let mut ids = IdSource::seeded(3);
        let (mut map, ..) = two_stages(&mut ids);
        let text = "A remark of some length that is written down as it is said in the room";
        for _ in 0..14 {
            // The last place of a row would end at the edge.
            let (x, y) = free_place(&map, (234.0, 160.0), text, &(112.0..724.0));
            assert!(x >= 112.0 && x + NOTE_WIDTH + GAP <= 724.0, "{x}");
            map.apply(add_sticky(x, y, text, &mut ids).0).unwrap();
        }
        let notes: Vec<(f32, f32)> = map.stickies.values().map(|note| (note.x, note.y)).collect();
        for (nth, a) in notes.iter().enumerate() {
            for b in notes.iter().skip(nth + 1) {
                assert!((a.0 - b.0).abs() >= NOTE_WIDTH || (a.1 - b.1).abs() >= 80.0, "{a:?} {b:?}");
            }
        }
    }

    /// So many that a look at each for each would not end.
    #[test]
    fn thousands_of_notes_come_back_at_once_and_each_has_its_own_room() {
        let mut ids = IdSource::seeded(5);
        let (map, ..) = two_stages(&mut ids);
        let mut tables = map.to_tables();
        for nth in 0..1_800 {
            let text = if nth % 50 == 0 { "A long remark. ".repeat(40) } else { format!("Remark {nth}") };
            let note = Sticky { y: nth as f32, parked: true, text, ..Sticky::default() };
            tables.stickies.insert(StickyId(nth), note);
        }
        let mut map = Map::new(tables).unwrap();
        let notes: Vec<StickyId> = map.stickies.keys().copied().collect();
        let start = std::time::Instant::now();
        let edit = unpark(&map, &notes[..], (132.0, 160.0), &(112.0..724.0)).unwrap();
        map.apply(edit).unwrap();
        let (x, y) = free_place(&map, (132.0, 160.0), "One more", &(112.0..724.0));
        assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
        let mut placed: Vec<(f32, f32, f32)> =
            map.stickies.values().map(|note| (note.x, note.y, height(&note.text))).collect();
        placed.push((x, y, height("One more")));
        placed.sort_by(|a, b| a.1.total_cmp(&b.1));
        for (nth, a) in placed.iter().enumerate() {
            for b in placed.iter().skip(nth + 1).take_while(|b| b.1 < a.1 + a.2) {
                assert!((a.0 - b.0).abs() >= NOTE_WIDTH, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_note_has_a_place_on_a_board_that_is_full_to_its_end() {
        let mut ids = IdSource::seeded(5);
        let (map, ..) = two_stages(&mut ids);
        let mut tables = map.to_tables();
        for nth in 0..2_000 {
            let text = "A long remark. ".repeat(100);
            let (x, y) = (132.0 + 170.0 * (nth % 3) as f32, (100.0 * (nth / 3) as f32).min(STICKY_REACH));
            tables.stickies.insert(StickyId(nth), Sticky { x, y, text, ..Sticky::default() });
        }
        tables.stickies.insert(StickyId(9_000), Sticky { y: STICKY_REACH, ..Sticky::default() });
        let mut map = Map::new(tables).unwrap();
        let (x, y) = free_place(&map, (132.0, STICKY_REACH - 10.0), "One more", &(112.0..282.0));
        map.apply(add_sticky(x, y, "One more", &mut ids).0).unwrap();
        let far = free_place(&map, (132.0, 99_990.0), &"Long ".repeat(2_000), &(112.0..282.0));
        assert!(far.1 <= STICKY_REACH, "{far:?}");
    }

    #[test]
    fn a_note_is_parked_behind_the_others_and_comes_back_where_it_is_put() {
        let mut ids = IdSource::seeded(4);
        let (mut map, ..) = two_stages(&mut ids);
        let (edit, first) = add_parked(&map, "Who agrees?", NoteColor::Blue, &mut ids);
        map.apply(edit).unwrap();
        let (edit, second) = add_sticky(200.0, 300.0, "Later", &mut ids);
        map.apply(edit).unwrap();
        map.apply(park(&map, &[second, first]).unwrap()).unwrap();
        let lot: Vec<StickyId> = map.parked_notes().into_iter().map(|(id, _)| id).collect();
        assert_eq!(lot, [first, second]);
        assert_eq!(park(&map, &[first]), None);
        map.apply(move_sticky(&map, first, 40.0, 50.0).unwrap()).unwrap();
        assert!(!map.stickies[&first].parked && map.parked_notes().len() == 1);
    }

    #[test]
    fn notes_become_pains_or_touchpoints_of_their_stages_in_one_step() {
        let mut ids = IdSource::seeded(6);
        let (mut map, first, second) = two_stages(&mut ids);
        let mut note = |map: &mut Map, x: f32, text: &str| {
            let (edit, id) = add_sticky(x, 0.0, text, &mut ids);
            map.apply(edit).unwrap();
            id
        };
        let left = note(&mut map, 150.0, "Three logins\non one sofa");
        let right = note(&mut map, 400.0, "Nosy question");
        let stage = |note: &Sticky| Some(if note.x < 300.0 { first } else { second });
        let before = map.clone();
        let into = Sorted::Listed(ListKind::PainPoint);
        let (edit, made) = sort_notes(&map, &[left, right], into, stage, &mut IdSource::seeded(7)).unwrap();
        assert_eq!(label(&map, &edit), "Sort in 2 sticky notes");
        let inverse = map.apply(edit).unwrap().inverse;
        let pains: Vec<&str> =
            map.in_stage::<PainPoint>(first).into_iter().map(|(_, pain)| pain.text.as_str()).collect();
        assert_eq!((pains, made.len(), map.stickies.len()), (vec!["Three logins on one sofa"], 2, 0));
        map.apply(inverse).unwrap();
        assert_eq!(map, before);
        let (edit, made) = sort_notes(&map, &[left], Sorted::Touchpoint, stage, &mut IdSource::seeded(8)).unwrap();
        map.apply(edit).unwrap();
        let card = &map.touchpoints[&TouchpointId::try_from(made[0]).unwrap()];
        assert_eq!((card.title.as_str(), card.detail.as_str(), card.stage), ("Three logins", "on one sofa", first));
        // A kind whose lane only some maps have brings it along.
        let (edit, _) =
            sort_notes(&map, &[right], Sorted::Listed(ListKind::Remark), stage, &mut IdSource::seeded(9)).unwrap();
        map.apply(edit).unwrap();
        assert!(map.lane_of(ListKind::Remark.lane()).is_some());
    }
}
