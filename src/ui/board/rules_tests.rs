//! Flags and their rules under a person's hands: nothing is flagged before a rule is chosen.

use super::tests::*;
use crate::model::RecordRef;
use crate::session::{Command, Intent};
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use touchline_words::say;

#[test]
fn a_flag_that_is_dropped_takes_the_rule_that_is_chosen_and_enter_the_first() {
    let mut harness = window(true);
    let card = harness.state().card("Review site");
    let to = card_at(&harness, "Review site");
    let rules = |harness: &Harness<World>| {
        let on = crate::model::FlagTarget::Touchpoint(card);
        harness.state().session.map().flags_on(on).into_iter().map(|(_, flag)| flag.regime).collect::<Vec<_>>()
    };
    let from = |harness: &mut Harness<World>| {
        harness.get_by_label(say!(kind_flag_title)).scroll_to_me();
        harness.run_steps(3);
        harness.get_by_label(say!(kind_flag_title)).rect().center()
    };
    let start = from(&mut harness);
    drag(&mut harness, start, to);
    assert!(rules(&harness).is_empty(), "nothing is done before the rule is known");
    harness.get_by_label(say!(regime_wcag)).click();
    harness.run_steps(3);
    assert_eq!(rules(&harness), [crate::model::Regime::Wcag]);
    let start = from(&mut harness);
    drag(&mut harness, start, to);
    let steps = harness.state().session.history().undo_steps();
    click(&mut harness, to + vec2(0.0, 300.0), Modifiers::NONE);
    assert!(harness.query_by_label(say!(regime_wcag)).is_none());
    assert_eq!(harness.state().session.history().undo_steps(), steps, "a flag nobody chose a rule for does not exist");
    let start = from(&mut harness);
    drag(&mut harness, start, to);
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert_eq!(rules(&harness), [crate::model::Regime::Coppa, crate::model::Regime::Wcag]);
}

#[test]
fn the_key_for_a_flag_opens_the_list_of_rules_and_adds_nothing_by_itself() {
    let mut harness = window(true);
    let card = harness.state().card("Review site");
    let before = harness.state().session.map().clone();
    for _ in 0..2 {
        harness.state_mut().act(Intent::Select(RecordRef::Touchpoint(card)));
        harness.state_mut().act(Intent::Command(Command::AddFlag));
        harness.run_steps(3);
        harness.get_by_label(say!(regime_wcag));
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        assert!(harness.query_by_label(say!(regime_wcag)).is_none());
        assert_eq!(*harness.state().session.map(), before);
    }
    harness.state_mut().act(Intent::Command(Command::AddFlag));
    harness.run_steps(3);
    harness.get_by_label(say!(regime_wcag)).click();
    harness.run_steps(3);
    let on = crate::model::FlagTarget::Touchpoint(card);
    let flags = harness.state().session.map().flags_on(on);
    assert_eq!(flags.into_iter().map(|(_, flag)| flag.regime).collect::<Vec<_>>(), [crate::model::Regime::Wcag]);
}
