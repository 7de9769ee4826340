//! What the picture of a map promises while the map is edited: law S4, and that equal stamps are equal maps.

use super::{Command, Intent, Remembered, Session, TextOf};
use crate::edit::random::{KINDS, Step, command, random_map};
use crate::layout::{BoardCache, Compared, Lens, arrange_board, arrange_board_again};
use crate::model::{IdSource, Map, RecordRef, SegmentId};
use crate::text::Shaper;
use crate::theme::Theme;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0..KINDS, any::<u64>()), 0..most)
}

/// How the board is looked at: which audience of the map, if any, beside the former period, how wide, in the dark.
type Look = (Option<usize>, bool, f32, bool);

fn look() -> impl Strategy<Value = Look> {
    (prop::option::weighted(0.3, 0..3usize), any::<bool>(), prop_oneof![Just(0.0f32), Just(1136.0)], any::<bool>())
}

fn lens(map: &Map, (segment, former, ..): Look) -> Lens {
    let segment: Option<SegmentId> = segment.and_then(|nth| map.segments.keys().nth(nth).copied());
    // Some are looked at with curves side by side.
    let beside: Vec<SegmentId> = map.segments.keys().copied().filter(|_| former).take(3).collect();
    Lens { segment, former, compared: Compared::of(&beside), ..Lens::default() }
}

fn theme((.., is_dark): Look) -> Theme {
    if is_dark { Theme::dark() } else { Theme::light() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s4_a_board_laid_after_any_edits_equals_the_one_laid_from_nothing(
        first in steps(80), edits in prop::collection::vec(steps(4), 1..8), looks in prop::collection::vec(look(), 1..3)
    ) {
        let shaper = Shaper::bundled();
        let mut ids = IdSource::seeded(7);
        let mut map = random_map(&first);
        let mut kept = BoardCache::default();
        // With what was touched told to one of two, and nothing told to the other.
        let mut untold = BoardCache::default();
        let mut touched: Option<BTreeSet<RecordRef>> = None;
        for (nth, edits) in edits.iter().enumerate() {
            // Most edits are looked at as the one before was, as in life.
            let look = looks[nth * looks.len() / 8];
            let (lens, theme) = (lens(&map, look), theme(look));
            let again = arrange_board_again(&map, &lens, &theme, &shaper, look.2, &mut kept, touched.as_ref());
            let unaware = arrange_board_again(&map, &lens, &theme, &shaper, look.2, &mut untold, None);
            touched = Some(BTreeSet::new());
            let from_nothing = arrange_board(&map, &lens, &theme, &shaper, look.2);
            for (board, told) in [(&again, "told"), (&unaware, "not told")] {
                prop_assert!(*board == from_nothing, "after {nth} edits, {told}");
                prop_assert_eq!(format!("{:?}", board.scene), format!("{:?}", from_nothing.scene));
            }
            for step in edits {
                if let Some(edit) = command(&map, *step, &mut ids) {
                    touched.get_or_insert_default().extend(map.apply(edit).unwrap().touched);
                }
            }
        }
    }

    #[test]
    fn maps_of_one_stamp_are_equal(edits in steps(40)) {
        let mut session = Session::new(Remembered::default(), IdSource::seeded(3));
        let mut ids = IdSource::seeded(7);
        let mut seen: HashMap<u64, Map> = HashMap::new();
        let mut now = Duration::ZERO;
        session.handle(Intent::Command(Command::New), now);
        for step in edits {
            now += Duration::from_millis(700);
            let edit = command(session.map(), step, &mut ids);
            let written = session.map().stages.keys().nth((step.1 >> 8) as usize % 3).copied();
            let action = match (step.1 % 8, edit) {
                (6 | 7, _) if let Some(stage) = written => {
                    Intent::Write { of: TextOf::title(stage.into()), text: format!("Stage {}", step.1 >> 16) }
                }
                (0, Some(edit)) => Intent::Propose(edit),
                (1, _) => Intent::Commit,
                (2, _) => Intent::Cancel,
                (3, _) => Intent::Command(Command::Undo),
                (4, _) => Intent::Command(Command::Redo),
                (_, Some(edit)) => Intent::Edit(edit),
                (_, None) => Intent::Deselect,
            };
            session.handle(action, now);
            let shown = session.shown();
            let known = seen.entry(session.shown_stamp()).or_insert_with(|| shown.clone());
            prop_assert_eq!(&*known, shown);
            // Maps differ by no record that was not touched in between.
            for (stamp, map) in &seen {
                let Some(touched) = session.touched_between(*stamp, session.shown_stamp()) else { continue };
                let changes = map.difference(shown);
                prop_assert!(changes.iter().all(|change| touched.contains(&change.at())), "{changes:?} of {touched:?}");
            }
            let after = session.proposal().map(|edit| session.map().after(edit).unwrap());
            // What the map refuses of an open text is told when it is taken, and shows nowhere.
            let written = || session.writing().edit(session.map()).and_then(|edit| session.map().after(&edit).ok());
            let after = after.or_else(written).unwrap_or_else(|| session.map().clone());
            prop_assert_eq!(&after, session.shown());
        }
    }
}

/// Law S4 says no more than the maps hold that it is asked of.
#[test]
fn random_maps_hold_lines_loops_notes_steps_and_feelings_that_shall_be() {
    let mut dice = IdSource::seeded(11);
    let mut seen = [0; 7];
    for _ in 0..40 {
        let mut step = || ((dice.fresh() % KINDS as u64) as usize, dice.fresh());
        let map = random_map(&(0..190).map(|_| step()).collect::<Vec<Step>>());
        let holds = [
            !map.connectors.is_empty(),
            !map.loops.is_empty(),
            map.stickies.values().any(|note| !note.parked),
            map.stickies.values().any(|note| note.parked),
            map.stickies.values().any(|note| !note.is_free() && !note.parked),
            !map.drawings.is_empty(),
            map.touchpoints.values().any(|card| card.to_be.is_some()),
            map.touchpoints.values().any(|card| map.step_of(card).is_some()),
        ];
        seen.iter_mut().zip(holds).for_each(|(count, holds)| *count += u32::from(holds));
    }
    assert!(seen.iter().all(|count| *count >= 6), "{seen:?} of 40 maps");
}

#[test]
fn looking_about_leaves_the_stamp_as_it_is() {
    let mut session = Session::new(Remembered::default(), IdSource::seeded(3));
    session.handle(Intent::Command(Command::New), Duration::ZERO);
    let before = session.shown_stamp();
    for action in [Intent::Deselect, Intent::Lens(None), Intent::Tick, Intent::Cancel, Intent::Seal] {
        session.handle(action, Duration::ZERO);
    }
    assert_eq!(session.shown_stamp(), before);
    session.handle(Intent::Command(Command::AddStage), Duration::ZERO);
    assert_ne!(session.shown_stamp(), before);
}
