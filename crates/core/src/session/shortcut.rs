//! A key with what is held, as commands have it.

use touchline_words::say;

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    /// Ctrl, or Cmd on a Mac.
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    /// The key's name: `A` … `Z`, `0` … `9`, `F1`, `Plus`, `Minus`, `Delete`, `Enter`, `Escape`, `Tab`, `Left` …
    pub key: &'static str,
}

impl Shortcut {
    /// `Ctrl+Shift+S`, as menus and the page of keys show it.
    pub fn text(&self) -> String {
        let modifiers = [(self.ctrl, say!(key_ctrl)), (self.alt, say!(key_alt)), (self.shift, say!(key_shift))];
        let held: String = modifiers.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).collect();
        let key = match self.key {
            "Plus" => "+",
            "Minus" => "−",
            "Equals" => "=",
            "Escape" => say!(key_escape),
            "Left" => "←",
            "Right" => "→",
            "Up" => "↑",
            "Down" => "↓",
            "Delete" => say!(key_delete),
            "Backspace" => say!(key_backspace),
            "Enter" => say!(key_enter),
            "Tab" => say!(key_tab),
            "Space" => say!(key_space),
            "PageUp" => say!(key_page_up),
            "PageDown" => say!(key_page_down),
            "Home" => say!(key_home),
            "End" => say!(key_end),
            key => key,
        };
        format!("{held}{key}")
    }
}

impl Shortcut {
    /// Whether it is a letter without anything held, as people type it too.
    pub fn is_letter_alone(&self) -> bool {
        !self.ctrl
            && !self.shift
            && !self.alt
            && self.key.len() == 1
            && self.key.bytes().all(|c| c.is_ascii_alphabetic())
    }
}

pub(super) const fn key(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: false, key }
}
pub(super) const fn ctrl(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: false, alt: false, key }
}
pub(super) const fn ctrl_alt(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: false, alt: true, key }
}

pub(super) const fn ctrl_shift(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: true, alt: false, key }
}
pub(super) const fn shift(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: true, alt: false, key }
}
pub(super) const fn alt_shift(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: true, alt: true, key }
}
pub(super) const fn alt(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: true, key }
}
