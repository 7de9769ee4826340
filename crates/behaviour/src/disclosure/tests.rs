//! What is given away, solved for what is hidden.

use super::*;
use proptest::prelude::*;

fn counts(customers: u64, stages: &[(u64, u64)]) -> Counts {
    let at = |(came, dropped): &(u64, u64)| AtStage { came: *came, known: *came, dropped: *dropped };
    Counts { customers, stages: stages.iter().map(at).collect() }
}

/// Stages by all who came, those of whom it is known what became of them, and those who dropped.
fn open_counts(customers: u64, stages: &[(u64, u64, u64)]) -> Counts {
    let at = |(came, known, dropped): &(u64, u64, u64)| AtStage { came: *came, known: *known, dropped: *dropped };
    Counts { customers, stages: stages.iter().map(at).collect() }
}

fn cells(disclosed: &Disclosed) -> Vec<(Cell, Cell)> {
    disclosed.stages.clone()
}

use Cell::{Protects, Shown, TooFew};

#[test]
fn large_groups_are_shown_whole() {
    let total = counts(1_000, &[(900, 300), (600, 100), (500, 0)]);
    let segments = [counts(500, &[(450, 150), (300, 50), (250, 0)]), counts(500, &[(450, 150), (300, 50), (250, 0)])];
    let found = disclosed(&total, &segments, &SmallGroups::default());
    assert!(found.iter().all(|one| one.customers == Shown && cells(one).iter().all(|cell| *cell == (Shown, Shown))));
}

#[test]
fn a_tiny_total_is_hidden_too() {
    let found = disclosed(&counts(20, &[(20, 8), (12, 0)]), &[], &SmallGroups::default());
    assert_eq!((found[0].customers, cells(&found[0])), (TooFew, vec![(TooFew, TooFew); 2]));
}

#[test]
fn one_hidden_segment_takes_the_next_smallest_with_it() {
    let total = counts(920, &[(920, 400), (520, 0)]);
    let few = counts(20, &[(20, 10), (10, 0)]);
    let middle = counts(300, &[(300, 140), (160, 0)]);
    let large = counts(600, &[(600, 250), (350, 0)]);
    let found = disclosed(&total, &[few, middle, large], &SmallGroups::default());
    assert_eq!(found[1].customers, TooFew);
    assert_eq!((found[2].customers, cells(&found[2])), (Protects, vec![(Protects, Protects); 2]));
    assert!([0, 3].iter().all(|at| cells(&found[*at]).iter().all(|cell| *cell == (Shown, Shown))), "{found:?}");
}

#[test]
fn two_hidden_segments_cover_each_other() {
    let total = counts(640, &[(640, 270), (370, 0)]);
    let few = counts(20, &[(20, 10), (10, 0)]);
    let large = counts(600, &[(600, 250), (350, 0)]);
    let found = disclosed(&total, &[few.clone(), few, large], &SmallGroups::default());
    assert_eq!(cells(&found[3]), [(Shown, Shown); 2]);
}

#[test]
fn a_rest_of_a_few_is_protected_and_a_large_one_covers() {
    let rule = SmallGroups::default();
    let (total, one) = (counts(500, &[(500, 200), (300, 0)]), counts(497, &[(497, 199), (298, 0)]));
    let found = disclosed(&total, &[one], &rule);
    assert_eq!(cells(&found[1]), [(Protects, Protects); 2], "the three others would follow");
    let few = counts(20, &[(20, 10), (10, 0)]);
    let others = disclosed(&total, &[few, counts(300, &[(300, 120), (180, 0)])], &rule);
    assert_eq!(cells(&others[2]), [(Shown, Shown); 2], "180 others are as unknown as the few");
}

#[test]
fn who_dropped_does_not_follow_from_two_stages() {
    let found = disclosed(&counts(500, &[(500, 3), (497, 100), (397, 0)]), &[], &SmallGroups::default());
    assert_eq!(cells(&found[0]), [(Shown, TooFew), (Protects, Protects), (Shown, Shown)]);
    let found = disclosed(&counts(35, &[(35, 10), (25, 0)]), &[], &SmallGroups::default());
    assert_eq!(cells(&found[0]), [(Shown, Protects), (TooFew, TooFew)], "25 would follow from 10 of 35");
}

#[test]
fn in_an_open_funnel_who_dropped_says_nothing_of_the_next_stage() {
    let found = disclosed(&counts(900, &[(500, 3), (800, 100), (720, 0)]), &[], &SmallGroups::default());
    assert_eq!(cells(&found[0]), [(Shown, TooFew), (Shown, Shown), (Shown, Shown)]);
}

#[test]
fn nobody_and_all_of_enough_are_shown() {
    let rule = SmallGroups::default();
    let all_shown = |counts: Counts| {
        let found = disclosed(&counts, &[], &rule);
        found[0].customers == Shown && found[0].stages.iter().all(|cell| *cell == (Shown, Shown))
    };
    assert!(all_shown(counts(10_000, &[(10_000, 0), (10_000, 0)])), "all 10,000 stayed");
    assert!(all_shown(counts(10_000, &[(10_000, 10_000), (0, 0), (0, 0)])), "nobody of 10,000 went on");
    assert!(!all_shown(counts(10_000, &[(10_000, 9_980), (20, 20), (0, 0)])), "who the 20 are");
    let found = disclosed(&counts(10_000, &[(10_000, 9_980), (20, 20), (0, 0)]), &[], &rule);
    assert_eq!(found[0].stages[2].0, TooFew, "nobody of 20 tells of the 20");
    let small = disclosed(&counts(20, &[(20, 0), (20, 0)]), &[], &rule);
    assert!(small[0].stages.iter().all(|cell| *cell == (TooFew, TooFew)));
}

#[test]
fn a_pipeline_with_open_records_shows_who_came_and_hides_the_rates_that_rest_on_few() {
    let found = disclosed(&open_counts(500, &[(500, 20, 4), (16, 0, 0)]), &[], &SmallGroups::default());
    assert_eq!(cells(&found[0]), [(Shown, TooFew), (TooFew, TooFew)]);
    let found = disclosed(&open_counts(900, &[(900, 400, 90), (310, 310, 0)]), &[], &SmallGroups::default());
    assert_eq!(cells(&found[0]), [(Shown, Shown), (Shown, Shown)]);
    let found = disclosed(&open_counts(900, &[(900, 400, 3), (397, 0, 0)]), &[], &SmallGroups::default());
    assert_eq!(cells(&found[0]), [(Shown, TooFew), (Shown, Shown)], "3 do not follow, since who is open is not told");
    let found = disclosed(&open_counts(900, &[(900, 400, 390), (10, 10, 0)]), &[], &SmallGroups::default());
    assert_eq!(cells(&found[0]), [(Shown, Protects), (TooFew, TooFew)], "10 would follow from 390 of 400");
}

/// A small field in which fractions need no rounding.
const P: u64 = 2_147_483_647;

fn times(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % u128::from(P)) as u64
}

fn inverse(a: u64) -> u64 {
    let (mut power, mut base, mut left) = (1, a, P - 2);
    while left > 0 {
        if left & 1 == 1 {
            power = times(power, base);
        }
        base = times(base, base);
        left >>= 1;
    }
    power
}

/// Rows in echelon form, each with its leading place.
#[derive(Default)]
struct Known(Vec<(usize, Vec<u64>)>);

impl Known {
    fn reduced(&self, mut row: Vec<u64>) -> Vec<u64> {
        for (lead, known) in &self.0 {
            let by = row[*lead];
            if by != 0 {
                for (mine, theirs) in row.iter_mut().zip(known) {
                    *mine = (*mine + P - times(by, *theirs)) % P;
                }
            }
        }
        row
    }

    fn learn(&mut self, row: Vec<u64>) {
        let row = self.reduced(row);
        if let Some(lead) = row.iter().position(|one| *one != 0) {
            let by = inverse(row[lead]);
            self.0.push((lead, row.into_iter().map(|one| times(one, by)).collect()));
        }
    }

    fn tells(&self, row: Vec<u64>) -> bool {
        self.reduced(row).iter().all(|one| *one == 0)
    }
}

/// A row of equations: place and sign.
fn row(width: usize, terms: &[(usize, bool)]) -> Vec<u64> {
    let mut row = vec![0; width];
    for (place, is_plus) in terms {
        row[*place] = (row[*place] + if *is_plus { 1 } else { P - 1 }) % P;
    }
    row
}

/// Customers of each audience: how many there are, and who is left after each stage, in thousandths of the stage before.
fn audiences() -> impl Strategy<Value = Vec<(u64, Vec<u64>)>> {
    (1_usize..4).prop_flat_map(|stages| {
        let size = prop_oneof![0_u64..80, 0_u64..2_000];
        let stay = proptest::collection::vec(prop_oneof![0_u64..=1_000, 960_u64..=1_000], stages);
        proptest::collection::vec((size, stay), 1..6)
    })
}

/// How stages follow each other in what is generated.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Follows {
    Closed,
    /// Others come in at the next stage.
    Open,
    /// Some stand open at each stage.
    Pipeline,
}

proptest! {
    /// Solves the equations that a reader could write down, and looks for what is hidden among the answers.
    #[test]
    fn no_hidden_count_follows_from_the_shown_ones(
        made in audiences(),
        has_rest: bool,
        follows in prop_oneof![Just(Follows::Closed), Just(Follows::Open), Just(Follows::Pipeline)],
        all_stay in 0_usize..6,
    ) {
        let rule = SmallGroups::default();
        let counted: Vec<Counts> = made
            .iter()
            .map(|(customers, stay)| {
                let mut came = *customers;
                let mut stages = Vec::new();
                for (nth, share) in stay.iter().enumerate() {
                    let share = if nth == all_stay { 1_000 } else { *share };
                    let known = if follows == Follows::Pipeline { came - came * (share % 7) / 9 } else { came };
                    let kept = known * share / 1_000;
                    stages.push((came, known, known - kept));
                    came = if follows == Follows::Open { kept + customers / 7 } else { kept };
                }
                stages.push((came, came, 0));
                open_counts(customers + if follows == Follows::Open { 9 } else { 0 }, &stages)
            })
            .collect();
        let last = made.first().map_or(0, |(_, stay)| stay.len());
        let mut total = counts(counted.iter().map(|one| one.customers).sum(), &[]);
        for stage in 0..=last {
            let of = |pick: fn(&AtStage) -> u64| counted.iter().map(|one| pick(&one.stages[stage])).sum();
            total.stages.push(AtStage { came: of(|at| at.came), known: of(|at| at.known), dropped: of(|at| at.dropped) });
        }
        let shown = if has_rest { &counted[1..] } else { &counted[..] };
        let found = disclosed(&total, shown, &rule);

        // Variables: of each audience the customers, then came, known and dropped at each stage; the rest is the last one.
        let (audiences, each) = (shown.len() + 2, 1 + 3 * (last + 1));
        let width = audiences * each;
        let everybody: Vec<Counts> = std::iter::once(total.clone())
            .chain(shown.iter().cloned())
            .chain([if has_rest { counted[0].clone() } else { counts(0, &vec![(0, 0); last + 1]) }])
            .collect();
        let value = |place: usize, column: usize| {
            let Some(column) = column.checked_sub(1) else { return everybody[place].customers };
            let at = everybody[place].stages[column / 3];
            [at.came, at.known, at.dropped][column % 3]
        };
        let mut known = Known::default();
        for column in (0..each).filter(|_| !shown.is_empty()) {
            let mut terms = vec![(column, true)];
            terms.extend((1..audiences).map(|place| (place * each + column, false)));
            known.learn(row(width, &terms));
            // The reader may know that there are no others; not that none of them dropped.
            if (column == 0 || column % 3 == 1) && value(audiences - 1, column) == 0 {
                known.learn(row(width, &[((audiences - 1) * each + column, true)]));
            }
        }
        for place in 0..audiences {
            for stage in 0..=last {
                let at = place * each + 1 + 3 * stage;
                if stage < last && follows != Follows::Open {
                    known.learn(row(width, &[(at + 1, true), (at + 2, false), (at + 3, false)]));
                }
                if follows != Follows::Pipeline || stage == last {
                    known.learn(row(width, &[(at, true), (at + 1, false)]));
                }
            }
            let Some(found) = found.get(place) else { continue };
            if found.customers == Shown {
                known.learn(row(width, &[(place * each, true)]));
            }
            for (stage, (came, gone)) in found.stages.iter().enumerate() {
                let at = place * each + 1 + 3 * stage;
                if *came == Shown {
                    known.learn(row(width, &[(at, true)]));
                }
                if *gone == Shown && stage < last {
                    prop_assert!(*came == Shown, "a rate without its n: {found:?}");
                    known.learn(row(width, &[(at + 1, true)]));
                    known.learn(row(width, &[(at + 2, true)]));
                }
            }
        }
        // What is nothing for all is nothing for each.
        for stage in 0..=last {
            for column in [1 + 3 * stage, 3 + 3 * stage] {
                if value(0, column) == 0 && known.tells(row(width, &[(column, true)])) {
                    let is_told = column % 3 == 1 || found[0].stages[stage].1 == Shown;
                    (1..audiences).filter(|_| is_told).for_each(|place| {
                        known.learn(row(width, &[(place * each + column, true)]));
                    });
                }
            }
        }
        let nobody: Vec<Vec<bool>> = everybody.iter().map(|one| nobody_of(one, &rule)).collect();
        for place in 0..audiences {
            let is_rest = place + 1 == audiences;
            let is_secret = |count: u64, least: u64| count < least && !(is_rest && count == 0);
            if is_secret(value(place, 0), rule.customers) {
                prop_assert!(!known.tells(row(width, &[(place * each, true)])), "customers of {place}: {found:?}");
            }
            for (stage, is_nobody) in nobody[place].iter().enumerate() {
                let AtStage { came, known: of, dropped } = everybody[place].stages[stage];
                let at = place * each + 1 + 3 * stage;
                if is_secret(came, rule.customers) && !is_nobody && !nobody[0][stage] {
                    prop_assert!(!known.tells(row(width, &[(at, true)])), "{place} at {stage}: {found:?}");
                }
                if stage == last {
                    continue;
                }
                if follows == Follows::Pipeline && of < came && (1..rule.customers).contains(&of) {
                    prop_assert!(!known.tells(row(width, &[(at + 1, true)])), "known, {place} at {stage}: {found:?}");
                }
                if rule.is_few(dropped) {
                    prop_assert!(!known.tells(row(width, &[(at + 2, true)])), "dropped, {place} at {stage}: {found:?}");
                }
                if rule.is_few(of - dropped) {
                    let stayed = row(width, &[(at + 1, true), (at + 2, false)]);
                    prop_assert!(!known.tells(stayed), "stayed, {place} at {stage}: {found:?}");
                }
            }
        }
    }
}
