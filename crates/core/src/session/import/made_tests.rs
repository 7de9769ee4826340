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

#[test]
fn an_event_that_a_few_customers_have_again_and_again_is_no_stage_either() {
    let map = crate::edit::empty_map(&mut IdSource::seeded(1));
    let mut text = "customer_id,event,time\n".to_owned();
    for nth in 0..400 {
        writeln!(text, "c{nth},view,2026-10-01 10:00:00").unwrap();
        // Four customers reload a page fifty times each; forty come to the cart once.
        let (event, times) = if nth < 4 { ("reload", 50) } else { ("cart", usize::from(nth < 44)) };
        (0..times).for_each(|minute| writeln!(text, "c{nth},{event},2026-10-02 10:{minute:02}:00").unwrap());
    }
    let (mut import, _file) = open(&text, &map);
    let customers = |event: &str| import.events().iter().find(|row| row.event == event).unwrap().customers;
    assert_eq!((customers("view"), customers("reload"), customers("cart")), (Some(400), Some(4), Some(40)));
    assert_eq!(import.one_offs().iter().map(|row| row.event.as_str()).collect::<Vec<_>>(), ["reload"]);
    import.make_stages_of_unbound(MADE_STAGES, &map);
    assert_eq!(import.made_stages().iter().map(|row| row.event.as_str()).collect::<Vec<_>>(), ["view", "cart"]);
}
