//! The keys before a room: one table, from which the window, the page of keys and the tests read.
//!
//! They hold while a map is presented and nowhere else, so that letters that add something on the board are free here. Remote
//! controls send Page Up, Page Down, B and Esc.

use super::super::PresentMsg;
use crate::session::Shortcut;
use crate::session::shortcut::{key, shift};
use touchline_words::{Said, said};

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct PresentKey {
    /// The first is shown.
    pub keys: &'static [Shortcut],
    /// What it does.
    pub name: Said,
    pub msg: PresentMsg,
}

const fn row(keys: &'static [Shortcut], name: Said, msg: PresentMsg) -> PresentKey {
    PresentKey { keys, name, msg }
}

/// Every key but the figures, which name a stage by its place, in the order of the page of keys.
pub const PRESENT_KEYS: &[PresentKey] = &[
    row(&[key("Right"), key("PageDown")], said::present_key_next, PresentMsg::Next),
    row(&[key("Left"), key("PageUp")], said::present_key_back, PresentMsg::Back),
    row(&[key("Home")], said::present_key_first, PresentMsg::First),
    row(&[key("End")], said::present_key_last, PresentMsg::Last),
    row(&[key("Enter")], said::present_key_go, PresentMsg::Go),
    row(&[key("Space"), key("Down")], said::present_key_light, PresentMsg::LightNext),
    row(&[key("Up")], said::present_key_light_back, PresentMsg::LightBack),
    row(&[key("L")], said::present_key_point, PresentMsg::Point),
    row(&[key("B")], said::present_key_blank, PresentMsg::Blank),
    row(&[key("T")], said::present_key_timer, PresentMsg::Timer),
    row(&[shift("T")], said::present_key_timer_away, PresentMsg::PutTimerAway),
    row(&[key("N")], said::present_key_block, PresentMsg::NextBlock),
    row(&[key("G")], said::present_key_go_on, PresentMsg::GoOn),
    row(&[key("V")], said::present_key_vote, PresentMsg::Vote),
    row(&[key("Plus"), key("Equals")], said::present_key_longer, PresentMsg::Longer),
    row(&[key("Minus")], said::present_key_shorter, PresentMsg::Shorter),
    row(&[key("P")], said::present_key_notes, PresentMsg::Notes),
    row(&[key("Escape"), key("F5")], said::present_key_end, PresentMsg::End),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_of_them_share_a_key_and_each_says_what_it_does() {
        let mut taken = BTreeSet::new();
        for row in PRESENT_KEYS {
            assert!(!row.name.text().is_empty());
            for shortcut in row.keys {
                assert!(taken.insert(*shortcut), "{}", shortcut.text());
                assert!(!shortcut.ctrl && !shortcut.alt, "{}", shortcut.text());
            }
        }
    }
}
