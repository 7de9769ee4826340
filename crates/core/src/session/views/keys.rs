//! The keys of the views of rows: one table for each, from which the window, its hint, the page of keys and the tests read.
//!
//! They hold while the view has the keyboard and no text is open in it. What a key means is the same in every view; what comes
//! of it says the view.

use super::View;
use crate::session::Shortcut;
use crate::session::shortcut::{alt, ctrl, key, shift};
use touchline_words::direction::Listed;
use touchline_words::{Said, said, say};

/// Where a key leads. What is before stands where reading comes from: at the left, or at the right of a map that is read from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
    Before,
    Behind,
    First,
    Last,
    PageUp,
    PageDown,
}

/// What a key asks of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewAct {
    /// Goes there, and selects what is there alone.
    Go(Way),
    /// Goes there, and selects what is there too.
    Reach(Way),
    /// Moves what is selected there.
    Move(Way),
    /// Opens the text of where the keyboard is.
    Write,
    /// Ties what is selected to a card.
    Tie,
    Untie,
    /// Checks a row, or takes the check off.
    Check,
}

/// One row of a table: keys that belong together, and what they do.
#[derive(Clone, Copy, Debug)]
pub struct ViewKey {
    pub keys: &'static [(Shortcut, ViewAct)],
    pub name: Said,
    /// So many of its keys the status bar tells; of 0 nothing.
    pub told: usize,
}

const fn row(name: Said, told: usize, keys: &'static [(Shortcut, ViewAct)]) -> ViewKey {
    ViewKey { keys, name, told }
}

/// What a view does with the keyboard.
#[derive(Clone, Copy, Debug)]
pub struct ViewKeys {
    pub rows: &'static [ViewKey],
    /// What letters that are typed do; where there is nothing they are commands, as on the board.
    pub letters: Option<Said>,
    /// What copying and pasting do, where cells are meant and no records.
    pub clipboard: Option<Said>,
}

const WRITE: ViewKey = row(said::ui_view_key_write, 1, &[(key("Enter"), ViewAct::Write), (key("F2"), ViewAct::Write)]);

const OUTLINE: ViewKeys = ViewKeys {
    rows: &[
        WRITE,
        row(
            said::ui_view_key_walk,
            0,
            &[
                (key("Up"), ViewAct::Go(Way::Up)),
                (key("Down"), ViewAct::Go(Way::Down)),
                (key("PageUp"), ViewAct::Go(Way::PageUp)),
                (key("PageDown"), ViewAct::Go(Way::PageDown)),
                (key("Home"), ViewAct::Go(Way::First)),
                (key("End"), ViewAct::Go(Way::Last)),
            ],
        ),
        row(
            said::ui_view_key_fold,
            2,
            &[(key("Left"), ViewAct::Go(Way::Before)), (key("Right"), ViewAct::Go(Way::Behind))],
        ),
        row(said::ui_view_key_move, 2, &[(alt("Up"), ViewAct::Move(Way::Up)), (alt("Down"), ViewAct::Move(Way::Down))]),
        row(said::ui_view_key_tie, 1, &[(key("Tab"), ViewAct::Tie)]),
        row(said::ui_view_key_untie, 0, &[(shift("Tab"), ViewAct::Untie)]),
        row(
            said::ui_view_key_reach,
            0,
            &[
                (shift("Up"), ViewAct::Reach(Way::Up)),
                (shift("Down"), ViewAct::Reach(Way::Down)),
                (shift("PageUp"), ViewAct::Reach(Way::PageUp)),
                (shift("PageDown"), ViewAct::Reach(Way::PageDown)),
                (shift("Home"), ViewAct::Reach(Way::First)),
                (shift("End"), ViewAct::Reach(Way::Last)),
            ],
        ),
    ],
    letters: Some(said::ui_view_letters_find),
    clipboard: None,
};

const TABLE: ViewKeys = ViewKeys {
    rows: &[
        WRITE,
        row(said::ui_view_key_check, 1, &[(key("Space"), ViewAct::Check)]),
        row(
            said::ui_view_key_walk_cells,
            0,
            &[
                (key("Up"), ViewAct::Go(Way::Up)),
                (key("Down"), ViewAct::Go(Way::Down)),
                (key("Left"), ViewAct::Go(Way::Before)),
                (key("Right"), ViewAct::Go(Way::Behind)),
                (key("PageUp"), ViewAct::Go(Way::PageUp)),
                (key("PageDown"), ViewAct::Go(Way::PageDown)),
            ],
        ),
        row(
            said::ui_view_key_ends_of_row,
            0,
            &[(key("Home"), ViewAct::Go(Way::First)), (key("End"), ViewAct::Go(Way::Last))],
        ),
        row(
            said::ui_view_key_reach,
            2,
            &[
                (shift("Up"), ViewAct::Reach(Way::Up)),
                (shift("Down"), ViewAct::Reach(Way::Down)),
                (shift("PageUp"), ViewAct::Reach(Way::PageUp)),
                (shift("PageDown"), ViewAct::Reach(Way::PageDown)),
            ],
        ),
    ],
    letters: Some(said::ui_view_letters_write),
    clipboard: Some(said::ui_view_clipboard),
};

const ROADMAP: ViewKeys = ViewKeys {
    rows: &[
        WRITE,
        row(
            said::ui_view_key_put_off,
            2,
            &[(alt("Left"), ViewAct::Move(Way::Before)), (alt("Right"), ViewAct::Move(Way::Behind))],
        ),
        row(
            said::ui_view_key_walk_cards,
            4,
            &[
                (key("Up"), ViewAct::Go(Way::Up)),
                (key("Down"), ViewAct::Go(Way::Down)),
                (key("Left"), ViewAct::Go(Way::Before)),
                (key("Right"), ViewAct::Go(Way::Behind)),
                (key("PageUp"), ViewAct::Go(Way::PageUp)),
                (key("PageDown"), ViewAct::Go(Way::PageDown)),
                (key("Home"), ViewAct::Go(Way::First)),
                (key("End"), ViewAct::Go(Way::Last)),
            ],
        ),
        row(
            said::ui_view_key_reach,
            0,
            &[
                (shift("Up"), ViewAct::Reach(Way::Up)),
                (shift("Down"), ViewAct::Reach(Way::Down)),
                (shift("Left"), ViewAct::Reach(Way::Before)),
                (shift("Right"), ViewAct::Reach(Way::Behind)),
            ],
        ),
    ],
    letters: None,
    clipboard: None,
};

impl View {
    /// What the view does with the keyboard; nothing for the board, whose keys are commands.
    pub fn keys(self) -> Option<&'static ViewKeys> {
        match self {
            Self::Board => None,
            Self::Outline => Some(&OUTLINE),
            Self::Table => Some(&TABLE),
            Self::Roadmap => Some(&ROADMAP),
        }
    }

    /// What a key asks of the view; the keys at the sides change places where the map is read from the right.
    pub fn meant(self, pressed: &Shortcut, is_turned: bool) -> Option<ViewAct> {
        let pressed = match pressed.key {
            "Left" if is_turned => Shortcut { key: "Right", ..*pressed },
            "Right" if is_turned => Shortcut { key: "Left", ..*pressed },
            _ => *pressed,
        };
        let mut all = self.keys()?.rows.iter().flat_map(|row| row.keys);
        all.find(|(shortcut, _)| *shortcut == pressed).map(|(_, act)| *act)
    }

    /// Whether a key is the view's own while that has the keyboard: there, what would be a command on the board finds what
    /// is typed, walks the rows or works the one that is selected.
    pub fn keeps(self, pressed: &Shortcut) -> bool {
        let Some(keys) = self.keys() else { return false };
        let is_own = keys.rows.iter().flat_map(|row| row.keys).any(|(shortcut, _)| shortcut == pressed);
        let is_function = pressed.key.len() > 1 && pressed.key.starts_with('F');
        let is_everywhere = is_function || matches!(pressed.key, "Delete" | "Escape");
        // On the board an arrow walks over what lies there; here nothing lies.
        let walks = matches!(pressed.key, "Left" | "Right" | "Up" | "Down" | "Enter" | "Tab");
        is_own || !pressed.ctrl && !is_everywhere && (walks || keys.letters.is_some())
    }

    /// Whether what is copied and pasted is the view's own cells, and no records.
    pub fn keeps_clipboard(self) -> bool {
        self.keys().is_some_and(|keys| keys.clipboard.is_some())
    }

    /// What the status bar says of the view's keys; nothing for the board, of which it says what is under the pointer.
    pub fn hint(self) -> Option<String> {
        let keys = self.keys()?;
        let told = keys
            .rows
            .iter()
            .filter(|row| row.told > 0)
            .map(|row| say!(ui_view_key, keys = row.text(row.told), name = row.name.text()));
        Some(told.chain(keys.letters.map(|letters| letters.text().to_owned())).collect::<Vec<_>>().listed(" · "))
    }
}

impl ViewKey {
    /// The first of its keys, what is held with all of them once: `Alt+↑ ↓`.
    pub fn text(&self, most: usize) -> String {
        let mut text = String::new();
        let mut held = None;
        for (shortcut, _) in self.keys.iter().take(most) {
            let now = (shortcut.ctrl, shortcut.alt, shortcut.shift);
            let is_same = held.replace(now) == Some(now);
            let bare = Shortcut { ctrl: false, alt: false, shift: false, ..*shortcut };
            let shown = if is_same { bare } else { *shortcut };
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&shown.text());
        }
        text
    }
}

/// The keys by which cells are copied and pasted, for the page of keys.
pub const CLIPBOARD: &[Shortcut] = &[ctrl("C"), ctrl("V")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::COMMANDS;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_keys_of_a_view_are_the_same_each_is_kept_and_found_and_says_what_it_does() {
        for view in View::ALL {
            let Some(keys) = view.keys() else { continue };
            let mut taken = BTreeSet::new();
            for row in keys.rows {
                assert!(!row.name.text().is_empty() && !row.keys.is_empty());
                for (shortcut, act) in row.keys {
                    assert!(taken.insert(*shortcut), "{view:?} {}", shortcut.text());
                    assert!(view.keeps(shortcut), "{view:?} {}", shortcut.text());
                    assert_eq!(view.meant(shortcut, false), Some(*act));
                }
            }
            let hint = view.hint().unwrap();
            assert!(hint.contains(said::ui_view_key_write.text()), "{hint}");
        }
        assert_eq!(View::Board.hint(), None);
    }

    #[test]
    fn what_is_before_stands_at_the_right_of_a_map_that_is_read_from_there() {
        for (turned, before) in [(false, "Left"), (true, "Right")] {
            assert_eq!(View::Outline.meant(&key(before), turned), Some(ViewAct::Go(Way::Before)));
            assert_eq!(View::Roadmap.meant(&alt(before), turned), Some(ViewAct::Move(Way::Before)));
            assert_eq!(View::Table.meant(&key("Up"), turned), Some(ViewAct::Go(Way::Up)));
        }
        assert_eq!(OUTLINE.rows[3].text(2), format!("{}{} ↓", alt("Up").text(), ""));
    }

    #[test]
    fn what_the_board_has_by_ctrl_holds_everywhere_and_letters_add_where_they_do_not_find() {
        let by_ctrl = COMMANDS.iter().flat_map(|row| row.shortcuts).filter(|shortcut| shortcut.ctrl);
        for shortcut in by_ctrl {
            assert!(View::ALL.iter().all(|view| !view.keeps(shortcut)), "{}", shortcut.text());
        }
        let letter = key("T");
        assert!(View::Outline.keeps(&letter) && View::Table.keeps(&letter) && !View::Roadmap.keeps(&letter));
        assert!(View::ALL.iter().all(|view| !view.keeps(&key("Delete")) && !view.keeps(&key("F1"))));
    }
}
