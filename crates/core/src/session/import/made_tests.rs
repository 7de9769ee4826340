//! Of which events stages are made, and of which not.

use super::tests::open;
use super::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;

#[test]
fn events_that_happened_a_few_times_are_no_stages_until_somebody_asks_for_them() {
    let map = crate::edit::empty_map(&mut IdSource::seeded(1));
    let mut text = "customer_id,event,time\n".to_owned();
    for nth in 0..400 {
        let once = ["reset", "legacy page", "purchase"].get(nth / 5).copied();
        for (step, event) in ["view", "cart"].into_iter().take(1 + nth % 2).chain(once).enumerate() {
            writeln!(text, "c{nth},{event},2026-10-0{} 10:00:00", step + 1).unwrap();
        }
    }
    let (mut import, _file) = open(&text, &map);
    let made = |import: &Import| import.made_stages().into_iter().map(|row| row.event.clone()).collect::<BTreeSet<_>>();
    let of = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    for most in [MADE_STAGES, usize::MAX] {
        import.make_stages_of_unbound(most, &map);
        assert_eq!(made(&import), of(&["view", "cart", "purchase"]), "the goal is one, however rare");
    }
    assert_eq!(import.one_offs().len(), 2);
    import.make_stages_of_one_offs(&map);
    assert_eq!(made(&import), of(&["view", "cart", "purchase", "reset", "legacy page"]));
    assert_eq!(import.one_offs().len(), 0);
}
