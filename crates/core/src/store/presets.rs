//! How an export was read, kept so that the same export is read alike next week. No row and no name of a column is in it:
//! a column is its place, and the header is known again by a number made of it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use touchline_words::say;

/// How many are kept; the one that was used longest ago goes.
pub const PRESETS_MAX: usize = 40;
/// Roles and time columns of one preset at most; a hand-made settings file may say anything.
const ENTRIES_MAX: usize = 64;
const NAME_MAX: usize = 80;

/// What a person corrected about one kind of file. What is `None` is recognised.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preset {
    pub name: String,
    /// A number made of the header as it is recognised by itself.
    pub header: u64,
    /// The day it was kept, `2026-11-03`.
    pub kept: String,
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    pub preamble_lines: Option<u64>,
    pub header_row: Option<bool>,
    /// The format of the times in a column, by its place.
    pub times: BTreeMap<usize, String>,
    /// The zone of times that carry none, by its IANA name.
    pub zone: Option<String>,
    /// The column of a role, by its place; `None`: no column has it.
    pub roles: BTreeMap<String, Option<usize>>,
    /// The scale on which a survey's question was answered, from the lowest to the highest, by the place of its column.
    pub scales: BTreeMap<usize, (f64, f64)>,
    pub sheet: Option<String>,
    pub drop_duplicates: bool,
}

/// Keeps a preset in place of those with its name or its header.
pub fn keep(presets: &mut Vec<Preset>, preset: Preset) {
    presets.retain(|other| other.header != preset.header && other.name != preset.name);
    presets.push(preset);
    let surplus = presets.len().saturating_sub(PRESETS_MAX);
    presets.drain(..surplus);
}

/// Gives a preset another name.
///
/// # Errors
/// The name is empty, too long, or another's; in words. There is no such preset.
pub fn rename(presets: &mut [Preset], from: &str, to: &str) -> Result<(), String> {
    let to = to.trim();
    if to.is_empty() || to.chars().any(char::is_control) {
        return Err(say!(store_preset_name).to_owned());
    }
    if to.chars().count() > NAME_MAX {
        return Err(say!(store_preset_long, most = NAME_MAX));
    }
    if from != to && presets.iter().any(|preset| preset.name == to) {
        return Err(say!(store_preset_exists, to));
    }
    let found = presets.iter_mut().find(|preset| preset.name == from);
    let preset = found.ok_or_else(|| say!(store_preset_gone, from))?;
    to.clone_into(&mut preset.name);
    Ok(())
}

/// Without what no build of this program has written.
pub(super) fn cleaned(presets: Vec<Preset>) -> Vec<Preset> {
    let is_ours = |preset: &Preset| {
        let entries = [preset.times.len(), preset.roles.len(), preset.scales.len()];
        let small = entries.into_iter().all(|entries| entries <= ENTRIES_MAX);
        small && !preset.name.is_empty() && preset.name.chars().count() <= NAME_MAX
    };
    let mut kept: Vec<Preset> = presets.into_iter().filter(is_ours).collect();
    let surplus = kept.len().saturating_sub(PRESETS_MAX);
    kept.drain(..surplus);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preset(name: &str, header: u64) -> Preset {
        Preset { name: name.to_owned(), header, ..Preset::default() }
    }

    #[test]
    fn a_newer_preset_takes_the_place_of_its_like_and_the_oldest_goes() {
        let mut presets = Vec::new();
        keep(&mut presets, preset("a", 1));
        keep(&mut presets, preset("b", 1));
        assert_eq!(presets, [preset("b", 1)]);
        keep(&mut presets, preset("b", 2));
        assert_eq!(presets, [preset("b", 2)]);
        (10..60).for_each(|header| keep(&mut presets, preset(&format!("n{header}"), header)));
        assert_eq!((presets.len(), presets[0].header), (PRESETS_MAX, 20));
    }

    #[test]
    fn a_preset_takes_another_name_that_is_free() {
        let mut presets = vec![preset("a", 1), preset("b", 2)];
        assert_eq!(rename(&mut presets, "a", " GA4, weekly "), Ok(()));
        assert_eq!(presets, [preset("GA4, weekly", 1), preset("b", 2)]);
        let before = presets.clone();
        for (from, to, says) in [
            ("b", "GA4, weekly", "already"),
            ("b", "  ", "needs a name"),
            ("b", "two\nlines", "of a line"),
            ("gone", "c", "no preset “gone”"),
            ("b", "x".repeat(81).as_str(), "80 letters"),
        ] {
            let said = rename(&mut presets, from, to).unwrap_err();
            assert!(said.contains(says), "{said}");
        }
        assert_eq!(presets, before);
        assert_eq!(rename(&mut presets, "b", "b"), Ok(()));
    }

    #[test]
    fn what_a_settings_file_should_not_say_is_left_out() {
        let mut crowded = preset("crowded", 3);
        crowded.times = (0..1000).map(|at| (at, "year-first".to_owned())).collect();
        let kept = cleaned(vec![preset("", 1), crowded, preset(&"x".repeat(500), 4), preset("fine", 5)]);
        assert_eq!(kept, [preset("fine", 5)]);
    }
}
